//! Rule tahun-tercetak-beda: a table titled with another year than that of its figures.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Jenis, Subjek, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "tahun-tercetak-beda",
    nama: "Judul tabel menyebut tahun lain",
    nama_en: "The title of a table names another year",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Tabel berjudul tahun yang satu, tetapi isinya angka tahun yang lain: jumlahnya berbeda dari semua tabel lain untuk tahun
yang tercetak pada judulnya.

**Definisi.** Rekaman mencatat `tahun_tercetak` pada sebuah tabel yang disimpan dalam rekaman tahun lain, dengan alasannya. Bila tabel
itu dan rekaman tahun pada judulnya mencetak jumlah berbeda yang sama jenisnya, kedua jumlah disebut.

**Toleransi.** Tidak ada.

**Batas.** Tahun isinya bacaan portal; judul yang tercetak selalu disebut.

**Contoh (rekaan).** Tabel berjudul 2023 mencetak anggaran Rp21.879.434.740; tabel lain untuk 2023 mencetak Rp19.922.809.277.
",
    dokumentasi_en: r"
**Meaning.** The title of a table names one year, but the table holds the figures of another: its totals are not those
of the other tables for the year printed in the title.

**Definition.** The record notes `tahun_tercetak` (year printed) on a table that is kept in the record of another year,
with the reason. If that table and the record of the year in its title print different totals of the same kind, both are
named.

**Tolerance.** None.

**Limits.** The year of the figures is the portal's reading; the printed title is always named.

**Example (invented).** A table titled 2023 prints a budget of Rp21.879.434.740; other tables for 2023 print Rp19.922.809.277.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One printed table may be written as several: it is told once.
    let mut tables: BTreeMap<(String, String, i32), Vec<usize>> = BTreeMap::new();
    for (key, list) in b.semua_tabel() {
        let (Some(tahun), Some(first)) = (b.cetakan(key).and_then(|c| c.tahun), list.first()) else { continue };
        let (dokumen, letak) = b.tempat_cetak(*first);
        tables.entry((dokumen.to_string(), letak.to_string(), tahun)).or_default().extend(list);
    }
    for ((_, _, tahun), list) in tables {
        let Some(first) = list.iter().copied().find(|i| b.bukti(*i).is_some()) else { continue };
        let mut pairs: Vec<(usize, usize)> = list.iter().filter_map(|i| Some((*i, lawan(b, *i, tahun)?))).collect();
        let mut told = Vec::new();
        pairs.retain(|(i, j)| {
            let values = (b.bukti(*i), b.bukti(*j));
            let fresh = !told.contains(&values);
            told.push(values);
            fresh
        });
        let own = b.p(first).rekaman.unwrap_or(b.p(first).tahun);
        if own == tahun {
            continue;
        }
        let i = pairs.first().map_or(first, |p| p.0);
        let letak = kata::letak(b, i);
        let text: Vec<Pesan> = pairs
            .iter()
            .map(|(i, j)| {
                let (name, what, now) = (kata::label(b, *i), kata::subjek(b, *i), kata::nilai(b, *i));
                let (other, place) = (kata::nilai(b, *j), kata::tempat(b, *j, *i));
                pesan!(
                    "{name} {what} {now}, di tempat lain untuk {tahun} {other} ({place})",
                    "{name} of {what} {now}, elsewhere for {tahun} {other} ({place})",
                    name,
                    what,
                    now,
                    other
                )
            })
            .collect();
        let list = Pesan::gabung(&text, &Pesan::sama("; "));
        let more = if text.is_empty() { Pesan::default() } else { pesan!(": {list}", ": {list}", list) };
        let pesan = pesan!(
            "Judul tabel menyebut {tahun} ({letak}), isinya dibaca sebagai {own}{more}.",
            "The title of the table says {tahun} ({letak}), its figures are read as {own}{more}.",
            more
        );
        let rest = pairs.iter().flat_map(|(x, y)| [*x, *y]).filter(|k| *k != i);
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama(rest)));
    }
}

/// The amount of the same row in the year of the title, when it is another one.
fn lawan(b: &Bahan<'_, '_>, i: usize, tahun: i32) -> Option<usize> {
    let (subjek, kolom) = b
        .ukur(i)
        .filter(|(s, k)| **s == Subjek::Total && matches!(k.ukuran, U::Pagu | U::Realisasi | U::RealisasiKumulatif))?;
    let value = b.bukti(i)?;
    let last = kolom.masa.setahun() || kolom.masa.to_string().ends_with("tw4");
    if !last || (kolom.ukuran == U::Realisasi && !kolom.masa.setahun()) {
        return None;
    }
    let want = if kolom.ukuran == U::Pagu { "pagu." } else { "realisasi" };
    b.di_bawah(&format!("{tahun}/anggaran/{subjek}/{want}"))
        .flat_map(|(_, l)| l.iter().copied())
        .find(|j| b.setahun(*j) && b.jenis(*j) == Jenis::Uang && b.bukti(*j).is_some_and(|v| v != value))
}
