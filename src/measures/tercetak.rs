//! Tercetak: what a document prints about a year whatever its kind, and what it prints only for parts of the year.

use super::pilihan::{himpunan_acuan, pilih, realisasi_indikator};
use crate::records::{Kumpulan, Pernyataan};

/// The realisasi of an indicator in a year: a number, or else a letter, range, bound or composite.
pub fn realisasi_tercetak<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<&'k Pernyataan<'a>> {
    let other = || k.indikator(tahun, kode, "realisasi").find(|p| p.sel.nilai.bernilai());
    realisasi_indikator(k, tahun, kode).map(|p| p.utama).or_else(other)
}

/// The target of a year, of any kind. A number in a later set does not hide a letter that was promised.
pub fn target_tercetak<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<&'k Pernyataan<'a>> {
    let name = himpunan_acuan(k, tahun, kode)?;
    let number = pilih(k.indikator(tahun, kode, name)).map(|p| p.utama);
    number.or_else(|| k.indikator(tahun, kode, name).find(|p| p.sel.nilai.bernilai()))
}

/// What is printed for quarters, half-years or months of a year, the one that ends last at the end: the address of the
/// year without period.
pub fn per_masa<'k, 'a: 'k>(k: &'k Kumpulan<'a>, alamat: &str) -> Vec<&'k Pernyataan<'a>> {
    let below = format!("{alamat}@");
    let mut all: Vec<(u8, &Pernyataan<'a>)> = k
        .urutan_di_bawah(&below)
        .filter_map(|(_, list)| list.iter().map(|i| &k.semua[*i]).find(|p| p.sel.nilai.bernilai()))
        .filter_map(|p| Some((p.masa.bulan_akhir()?, p)))
        .collect();
    all.sort_by_key(|(end, p)| (*end, p.masa));
    all.into_iter().map(|(_, p)| p).collect()
}

/// Whether what was spent in a year is printed for parts of it, anywhere in its budget.
pub fn dibelanjakan_per_masa(k: &Kumpulan<'_>, tahun: i32) -> bool {
    k.urutan_di_bawah(&format!("{tahun}/anggaran/"))
        .filter(|(alamat, _)| alamat.contains("/realisasi@"))
        .any(|(_, list)| list.iter().any(|i| k.semua[*i].sel.nilai.bernilai()))
}
