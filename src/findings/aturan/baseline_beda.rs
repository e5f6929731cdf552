//! Rule baseline-beda: the starting value of a plan against what was reported as reached in that year.

use super::Aturan;
use super::dua_nilai::sama;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Bobot, Hasil};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "baseline-beda",
    nama: "Keadaan awal rencana bukan realisasi tahun itu",
    nama_en: "Baseline of a plan differs from the realisasi of its year",
    tingkat: Bobot::Sedang,
    lanjutan: false,
    dasar: None,
    dokumentasi: r"
**Artinya.** Renstra menyebut keadaan awal sebuah indikator untuk satu tahun; laporan menyebut realisasi yang lain untuk tahun yang sama.
Kemajuan lalu dihitung dari dua titik awal yang berbeda.

**Definisi.** `baseline` tahun t dibandingkan dengan `realisasi` tahun t indikator yang sama; dilaporkan bila tidak sama dengan satu
realisasi pun yang tercetak.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong.

**Batas.** Realisasi sebagian tahun tidak dibandingkan. Angka sementara yang kemudian dimutakhirkan bisa menjelaskan bedanya.

**Contoh.** Keadaan awal 2024 pada Renstra 90; realisasi 2024 pada laporan 88%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Baseline).into_iter().filter(|i| b.setahun(*i)) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let reached: Vec<usize> = b
            .di(&format!("{}/indikator/{subjek}/realisasi", p.tahun))
            .iter()
            .copied()
            .filter(|j| b.bukti(*j).is_some() && b.setahun(*j))
            .collect();
        let Some(j) = reached.first().copied() else { continue };
        if reached.iter().any(|j| sama(b, i, *j)) {
            continue;
        }
        let (a, z, tahun) = (kata::nilai(b, i), kata::nilai(b, j), p.tahun);
        let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
        let pesan = pesan!(
            "Keadaan awal {tahun} tertulis {a} ({letak}), tetapi realisasi {tahun} {z} ({place}).",
            "The baseline of {tahun} is {a} ({letak}), but the actual of {tahun} is {z} ({place})."
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
    }
}
