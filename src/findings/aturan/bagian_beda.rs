//! Rule bagian-beda: a printed share of the whole that is not the part over the whole.

use crate::findings::bahan::Bahan;
use crate::findings::calon::Sumber;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::{Kolom, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "bagian-beda",
    nama: "Bagian dari keseluruhan berbeda dari hitungannya",
    nama_en: "Share of the whole differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan menyebut sebuah program atau sasaran sebagai sekian persen dari seluruh anggaran; hitungannya lain.

**Definisi.** Bagian = pagu baris itu ÷ pagu seluruh program pada tahap yang sama × 100.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Hanya bila pagu seluruh program tercetak untuk tahap yang sama; baris yang mencetak pagunya sendiri hanya diperiksa dengan pagu itu. Tabel yang semua bagiannya mengikuti realisasi ÷ seluruh realisasi dibaca sebagai
bagian dari realisasi.

**Contoh (rekaan).** Tertulis 100%; terhitung 80,69% = Rp54.056.302.756 ÷ Rp66.995.866.445,99.
",
    dokumentasi_en: r"
**Meaning.** The report says that a program or an objective (sasaran) takes a certain percentage of the whole budget;
the computation gives another.

**Definition.** Share = budget ceiling (pagu) of that row ÷ budget ceiling of all programs in the same budget phase
× 100.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Only when the budget ceiling of all programs is printed for the same phase; a row that prints its own ceiling is held against that alone. A table whose shares all follow from
spending ÷ all spending is read as shares of spending.

**Example (invented).** Printed 100%; computed 80.69% = Rp54.056.302.756 ÷ Rp66.995.866.445,99.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut tables: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Bagian) {
        tables.entry(b.setabel(i).first().copied()).or_default().push(i);
    }
    for list in tables.into_values() {
        // A table of shares is of one kind throughout: of the budget, or of what was spent where that explains all of it.
        let explained = |ukuran: U| -> Vec<bool> {
            let first = |i: &usize| calon(b, *i, ukuran).first().map(|c| b.cocok(*i, c));
            list.iter().filter_map(first).collect()
        };
        let (spent, budget) = (explained(U::Realisasi), explained(U::Pagu));
        let spent = spent.len() > 1 && spent.iter().all(|fits| *fits) && budget.iter().any(|fits| !fits);
        for i in list {
            b.uji(hasil, &ATURAN, i, &calon(b, i, if spent { U::Realisasi } else { U::Pagu }));
        }
    }
}

/// The shares a figure may be: its own amount in the whole, the nearest first.
fn calon(b: &Bahan<'_, '_>, i: usize, ukuran: U) -> Vec<Calon> {
    let p = b.p(i);
    let Some((subjek, _)) = b.ukur(i) else { return Vec::new() };
    let word = if ukuran == U::Pagu { "pagu." } else { "realisasi" };
    let part = b.sumber(i, &[format!("{}/anggaran/{subjek}/{word}", p.tahun)], &|k| {
        k.ukuran == ukuran && (ukuran == U::Pagu || k.masa == *p.masa)
    });
    let mut calon: Vec<Calon> = Vec::new();
    // A row that prints its own amount is a share of that one: an amount of another phase is not what it is held against.
    let lain = if part.baris.is_empty() { part.lain.as_slice() } else { &[] };
    for (list, asal) in [(part.baris.as_slice(), Asal::Baris), (lain, Asal::Lain)] {
        for j in list {
            let Some(kolom) = b.kolom(*j) else { continue };
            let whole = whole(b, i, kolom);
            let pair = whole.lain.iter().chain(&whole.baris);
            calon.extend(pair.map(|w| Calon { operasi: Operasi::Persen, masukan: vec![*j, *w], asal: asal.clone() }));
        }
    }
    calon
}

/// The whole budget in one phase, or all that was spent.
fn whole(b: &Bahan<'_, '_>, i: usize, kolom: &Kolom) -> Sumber {
    let name = kolom.nama();
    let mut s = b.sumber(i, &[format!("{}/anggaran/total/{name}", b.p(i).tahun)], &|k| {
        k.ukuran == kolom.ukuran && k.nama() == name && (kolom.ukuran == U::Pagu || k.masa == kolom.masa)
    });
    s.baris.clear();
    s
}
