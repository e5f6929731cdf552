//! One sentence for every reason why two values do not, or not without a remark, share an axis.

use super::{nama_pendek, tanggal};
use crate::comparisons::{Alasan, JenisAlasan, PADANAN_INI, Sisi};

/// The sentence of a reason.
pub fn alasan(alasan: &Alasan) -> String {
    let nama = |s: Option<&Sisi>| s.map_or("", |s| nama_pendek(&s.nama)).to_string();
    let isi = |s: Option<&Sisi>| s.map_or("", |s| s.isi.as_str()).to_string();
    // The definition never opens a sentence as if it were a kabupaten.
    let mut sisi: Vec<&Sisi> = alasan.sisi.iter().collect();
    sisi.sort_by_key(|s| s.nama == PADANAN_INI);
    let (a, b) = (sisi.first().copied(), sisi.get(1).copied());
    let (na, nb, ia, ib) = (nama(a), nama(b), isi(a), isi(b));
    match alasan.jenis {
        JenisAlasan::Penyebut => format!("{na} menghitung terhadap {ia}, {nb} terhadap {ib}."),
        JenisAlasan::Pembilang => format!("{na} menghitung {ia}, {nb} menghitung {ib}."),
        JenisAlasan::Pengali => format!("{na} mengalikan hasil baginya dengan {ia}, {nb} dengan {ib}."),
        JenisAlasan::RumusTakTercetak if ia.is_empty() => {
            format!("Rumus {na} tidak tercetak sehingga tidak dapat dicocokkan.")
        }
        JenisAlasan::RumusTakTercetak => {
            format!("Rumus {na} tercetak tanpa pembilang dan penyebut yang dapat dicocokkan: {ia}.")
        }
        JenisAlasan::Satuan => format!("{na} memakai satuan {ia}, {nb} memakai satuan {ib}."),
        JenisAlasan::Arah => format!("{na} dibaca {ia}, {nb} dibaca {ib}."),
        JenisAlasan::Skala => format!("{na} memakai skala {ia}, {nb} memakai skala {ib}."),
        JenisAlasan::Tahun => format!("Angka {na} untuk tahun {ia}, angka {nb} untuk tahun {ib}."),
        JenisAlasan::BatasData => format!("Data {na} sampai {}, data {nb} sampai {}.", tanggal(&ia), tanggal(&ib)),
        JenisAlasan::Tahap => format!("{na} dihitung terhadap {ia}, {nb} terhadap {ib}."),
        JenisAlasan::Nama => format!("{na} menyebutnya “{ia}”, {nb} menyebutnya “{ib}”."),
        JenisAlasan::TanganKedua => {
            format!("Angka {na} dikutip dari laporan {}, bukan dari laporan {na} sendiri.", nama_pendek(&ia))
        }
        JenisAlasan::Ragu => format!("Angka {na} diragukan karena pindaian dokumennya, jadi tidak dibandingkan."),
    }
}

/// All reasons, one sentence each.
pub fn semua(list: &[Alasan]) -> Vec<String> {
    list.iter().map(alasan).collect()
}
