//! Tercetak: what a document prints about a year whatever its kind, and what it prints only for parts of the year.

use super::identitas::sebagian;
use super::pilihan::{TARGET, himpunan_acuan, majemuk, pilih, realisasi_indikator};
use crate::records::{Alasan, Kumpulan, Masa, Nilai, OpdTahun, Pernyataan};

/// The realisasi of an indicator in a year: a number, or else a letter, range, bound or composite.
pub fn realisasi_tercetak<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<&'k Pernyataan<'a>> {
    let number = realisasi_indikator(k, tahun, kode).map(|p| p.utama);
    number.or_else(|| utama(|| k.indikator(tahun, kode, "realisasi")))
}

/// The target of a year, of any kind. A number in a later set does not hide a letter that was promised.
pub fn target_tercetak<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<&'k Pernyataan<'a>> {
    let name = himpunan_acuan(k, tahun, kode)?;
    utama(|| k.indikator(tahun, kode, name))
}

/// What is shown of a fact, whatever its kind: the composite that most prints state, else a number, else the first print with a
/// value.
fn utama<'k, 'a: 'k, I: Iterator<Item = &'k Pernyataan<'a>>>(list: impl Fn() -> I) -> Option<&'k Pernyataan<'a>> {
    let number = || pilih(list()).map(|p| p.utama);
    majemuk(list()).or_else(number).or_else(|| list().find(|p| p.sel.nilai.bernilai()))
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

/// The parts of a year whose cell says that something stands there which is not here, or cannot be: not copied, not legible, not
/// applicable. A part that is not printed is no cell of the document.
pub fn bagian_kosong<'k, 'a: 'k>(k: &'k Kumpulan<'a>, alamat: &str) -> Vec<(&'k Masa, Alasan)> {
    let held: Vec<&Masa> = per_masa(k, alamat).into_iter().map(|p| p.masa).collect();
    let below = format!("{alamat}@");
    let cells = k.urutan_di_bawah(&below).filter_map(|(_, list)| list.first().map(|i| &k.semua[*i]));
    let empty = |p: &'k Pernyataan<'a>| match p.sel.nilai {
        Nilai::Kosong(why) if why != Alasan::TidakTercetak && !held.contains(&p.masa) => Some((p.masa, why)),
        _ => None,
    };
    let mut all: Vec<_> = cells.filter_map(empty).collect();
    all.sort_by_key(|(masa, _)| (masa.bulan_akhir(), *masa));
    all
}

/// The cells of parts of a year that all say why they hold nothing, the one that ends last.
pub fn per_masa_kosong<'k, 'a: 'k>(k: &'k Kumpulan<'a>, alamat: &str) -> Option<&'k Pernyataan<'a>> {
    let below = format!("{alamat}@");
    let cells = k.urutan_di_bawah(&below).flat_map(|(_, list)| list.iter().map(|i| &k.semua[*i]));
    let all: Vec<_> = cells.filter_map(|p| Some((p.masa.bulan_akhir()?, p))).collect();
    let empty = all.iter().all(|(_, p)| !p.sel.nilai.bernilai());
    all.into_iter().filter(|_| empty).max_by_key(|(end, _)| *end).map(|(_, p)| p)
}

/// The target printed for the part of a year that a realisasi covers: that of the same half-year, quarter or month, or of the
/// first of them where the record ends with it. The target of the year is another one.
pub fn target_semasa<'k, 'a: 'k>(
    source: &OpdTahun,
    k: &'k Kumpulan<'a>,
    realisasi: &Pernyataan<'_>,
    kode: &str,
) -> Option<&'k Pernyataan<'a>> {
    let tahun = realisasi.tahun;
    let parts = match realisasi.masa {
        own @ (Masa::Triwulan(..) | Masa::Semester(..) | Masa::Bulan(..)) => vec![own.clone()],
        Masa::Tahun(_) => match sebagian(source, realisasi)?.bulan()? {
            1 => vec![Masa::Bulan(tahun, 1)],
            3 => vec![Masa::Triwulan(tahun, 1)],
            6 => vec![Masa::Semester(tahun, 1)],
            _ => return None,
        },
        _ => return None,
    };
    let at = |masa: &Masa, name: &str| {
        let alamat = format!("{tahun}/indikator/{kode}/{name}@{masa}");
        utama(|| k.di(&alamat))
    };
    parts.iter().find_map(|masa| TARGET.iter().find_map(|name| at(masa, name)))
}

/// What the first set that promises anything for quarters, half-years or months of a year promises for them.
pub fn target_per_masa<'k, 'a: 'k>(
    k: &'k Kumpulan<'a>,
    tahun: i32,
    kode: &str,
) -> Option<(&'static str, Vec<&'k Pernyataan<'a>>)> {
    let of = |name: &&'static str| Some((*name, per_masa(k, &format!("{tahun}/indikator/{kode}/{name}"))));
    TARGET.iter().filter_map(of).find(|(_, parts)| !parts.is_empty())
}

/// Whether what was spent in a year is printed for parts of it, anywhere in its budget.
pub fn dibelanjakan_per_masa(k: &Kumpulan<'_>, tahun: i32) -> bool {
    k.urutan_di_bawah(&format!("{tahun}/anggaran/"))
        .filter(|(alamat, _)| alamat.contains("/realisasi@"))
        .any(|(_, list)| list.iter().any(|i| k.semua[*i].sel.nilai.bernilai()))
}
