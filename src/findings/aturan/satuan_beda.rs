//! Rule satuan-beda: target and realisasi of one row in different units.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures::sama_waktu;
use crate::pesan;
use crate::records::{Bagian, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "satuan-beda",
    nama: "Satuan target dan realisasi berbeda",
    nama_en: "Units of target and actual figure (realisasi) differ",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Target dan realisasi pada baris yang sama tercetak dengan satuan yang berbeda, sehingga keduanya tidak dapat
dibandingkan.

**Definisi.** Satuan yang tercetak di belakang kedua angka berbeda, atau yang satu persentase dan yang lain hitungan.

Juga bila satu pernyataan mencetak tanda % untuk indikator yang satuannya bukan persen, sedangkan pernyataan lain indikator itu
mencetak angka yang sama jenis dan tahunnya tanpa tanda itu.

**Toleransi.** Singkatan satuan (`Dok` untuk `Dokumen`), huruf besar kecil dan keterangan sesudah kata satuan diabaikan: `50 Orang` sama dengan `50 orang PSM`. Satuan waktu saling dihitung: `1 jam` dan `50 menit`.

**Batas.** Angka yang tercetak tanpa satuan tidak diperiksa.

**Contoh (rekaan).** Target 8 lembaga, realisasi 1.547 orang.
",
    dokumentasi_en: r"
**Meaning.** Target and actual figure (realisasi) in the same row are printed in different units, so that they cannot be
compared.

**Definition.** The units printed behind the two figures differ, or one is a percentage and the other a count.

Also when one statement prints a % sign for an indicator whose unit is not percent, while another statement of that
indicator prints a figure of the same kind and year without the sign.

**Tolerance.** Short forms of a unit (`Dok` for `Dokumen`), capitals, and remarks after the word of the unit, are ignored: `50 Orang` equals `50 orang PSM`. Units of time are turned into each other: `1 jam` and `50 menit`.

**Limits.** Figures printed without a unit are not checked.

**Example (invented).** Target 8 lembaga (institutions), actual 1.547 orang (persons).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    persen(b, hasil);
    for i in 0..b.k.semua.len() {
        if ukuran(b, i).is_none_or(|u| u != "realisasi") || b.p(i).sel.ragu {
            continue;
        }
        let masa = b.p(i).masa;
        let target = b
            .sebaris(i)
            .iter()
            .copied()
            .find(|j| ukuran(b, *j) == Some("target") && b.p(*j).masa == masa && !b.p(*j).sel.ragu);
        let Some(j) = target else { continue };
        let (Some(x), Some(y)) = (satuan(b, i), satuan(b, j)) else { continue };
        // `Dok` is short for `Dokumen`, `(lima) dokumen` is `dokumen`.
        let units = (b.p(i).sel.angka(), b.p(j).sel.angka());
        let alike = matches!(units, (Some(u), Some(v)) if u.satuan_sel() == v.satuan_sel());
        // `1 jam 30 menit` and `95 menit` are times: one is turned into the other.
        let times = sama_waktu(&b.p(i).sel.nilai, &b.p(j).sel.nilai);
        if alike || times || x == y || singkatan(&x, &y) || singkatan(&y, &x) {
            continue;
        }
        let (a, z) = (kata::tercetak(b, j), kata::tercetak(b, i));
        let letak = kata::letak(b, i);
        let pesan = pesan!(
            "Target tertulis {a}, realisasi {z} ({letak}): satuannya berbeda.",
            "Target printed as {a}, actual as {z} ({letak}): their units differ.",
            a,
            z
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
    }
}

/// `target` or `realisasi`, in any table.
fn ukuran<'x>(b: &Bahan<'x, '_>, i: usize) -> Option<&'x str> {
    match b.p(i).bagian {
        Bagian::Tabel { kolom, .. } => Some(kolom.ukuran.as_str()).filter(|u| matches!(*u, "target" | "realisasi")),
        Bagian::Kinerja { kolom, .. } | Bagian::Anggaran { kolom, .. } => match kolom.ukuran {
            U::Target => Some("target"),
            U::RealisasiFisik => Some("realisasi"),
            U::Realisasi if !b.anggaran(i) => Some("realisasi"),
            _ => None,
        },
        Bagian::PihakLain { .. } => None,
    }
}

/// The first word of the printed unit, `%` for a percentage.
fn satuan(b: &Bahan<'_, '_>, i: usize) -> Option<String> {
    let angka = b.p(i).sel.angka()?;
    if angka.persen {
        return Some("%".to_string());
    }
    let unit = angka.satuan.as_ref()?;
    if angka.satuan_sel() == Some(crate::number::Satuan::Persen) {
        return Some("%".to_string());
    }
    let word: String = unit
        .chars()
        .skip_while(|c| !c.is_alphabetic())
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    (!word.is_empty()).then_some(word)
}

/// Whether a word is another one shortened: the same first letter, and its letters stand in the other in their order.
fn singkatan(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.len() >= 2
        && short.len() < long.len()
        && short.chars().next() == long.chars().next()
        && short.chars().all(|c| letters.any(|d| d == c))
}

/// A percent sign on a figure of an indicator that elsewhere is printed without one.
fn persen(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut told: Vec<&str> = Vec::new();
    for i in b.semua(U::Target).into_iter().chain(b.semua(U::Realisasi)) {
        let Some(x) = b.indikator(i).filter(|x| !x.persen() && !b.anggaran(i)) else { continue };
        if !b.p(i).sel.angka().is_some_and(|a| a.persen) || told.contains(&x.kode.as_str()) {
            continue;
        }
        let own = b.kolom(i).map(|k| k.ukuran);
        let head = format!("{}/indikator/{}/", b.p(i).tahun, x.kode);
        let plain = b.di_bawah(&head).flat_map(|(_, l)| l.iter().copied()).find(|j| {
            b.kolom(*j).map(|k| k.ukuran) == own && b.p(*j).sel.bukti().is_some_and(|a| !a.persen && a.satuan.is_none())
        });
        let Some(j) = plain else { continue };
        told.push(&x.kode);
        let (a, z) = (kata::tercetak(b, i), kata::tercetak(b, j));
        let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
        let pesan = pesan!(
            "Tertulis {a} ({letak}), tetapi {z} tanpa tanda persen ({place}).",
            "Printed {a} ({letak}), but {z} without a percent sign ({place}).",
            a,
            z
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j]).berbobot(Bobot::Rendah)));
    }
}
