//! Sumber dana: an amount of a budget row as it is printed, or the sum of its sources of funds.

use super::isian::{Masukan, masukan, pasti};
use super::pilihan::{dibelanjakan, pilih};
use super::uang::Uang;
use crate::diagnostic::Pesan;
use crate::records::{Kumpulan, cabang};
use std::collections::BTreeSet;

/// A budget of one phase, or what was spent: as stated, or the sum of its sources of funds.
pub(super) fn pada(k: &Kumpulan<'_>, tahun: i32, subjek: &str, ukuran: &str, label: &Pesan) -> Option<Masukan> {
    if k.anggaran(tahun, subjek, ukuran).next().is_some() {
        return pasti(pilih(k.anggaran(tahun, subjek, ukuran))).map(|p| masukan(label.clone(), &p));
    }
    if ukuran == "realisasi"
        && let Some(p) = dibelanjakan(k, tahun, subjek)
    {
        return pasti(Some(p)).map(|p| masukan(label.clone(), &p));
    }
    let parts = sumber_dana(k, tahun, subjek, ukuran)?;
    let alamat = format!("{tahun}/anggaran/{subjek}/{}", jumlah(ukuran == "realisasi"));
    Some(terjumlah(label.clone(), Uang::jumlah(&uang_semua(&parts))?, alamat))
}

/// The input that a sum gives.
pub(super) fn terjumlah(label: Pesan, sum: Uang, alamat: String) -> Masukan {
    let (low, high) = sum.ujung();
    let selang = (low != high).then_some((low, high));
    let teks = Pesan::tiap(|lang| sum.lengkap(lang));
    Masukan { label, nilai: sum.nilai, batas: None, selang, pangkat: None, teks, alamat, letak: None }
}

pub(super) fn uang_semua(list: &[Masukan]) -> Vec<Uang> {
    list.iter().map(Masukan::uang).collect()
}

/// The parts of an amount that is printed by source of funds; nothing when one of them is doubted, or when they are not
/// the whole: another source of the same row stands in another phase only, or a row without source prints the whole.
pub(super) fn sumber_dana(k: &Kumpulan<'_>, tahun: i32, subjek: &str, ukuran: &str) -> Option<Vec<Masukan>> {
    let awal = format!("{tahun}/anggaran/{subjek}/{ukuran}~");
    let semua = format!("{tahun}/anggaran/{subjek}/");
    let amount = |alamat: &&str| {
        let name = alamat.strip_prefix(semua.as_str()).unwrap_or_default();
        name.starts_with("pagu.") || name.starts_with("realisasi") && !name.starts_with("realisasi_fisik")
    };
    let names: Vec<&str> = k.urutan_di_bawah(&semua).map(|(alamat, _)| alamat).filter(amount).collect();
    let ekor = |alamat: &str| cabang(alamat).map(str::to_string);
    let sources: BTreeSet<String> = names.iter().copied().filter_map(ekor).collect();
    let own: BTreeSet<String> = names.iter().copied().filter(|a| a.starts_with(&awal)).filter_map(ekor).collect();
    // One source alone is not the whole, or its row would name none.
    if own != sources || sources.len() == 1 {
        return None;
    }
    // `DAU` beside `DAU + DAK`: one may hold the other.
    let holds = |a: &String, b: &String| a.starts_with(&format!("{b}-")) || a.ends_with(&format!("-{b}"));
    if own.iter().any(|a| own.iter().any(|b| holds(a, b))) {
        return None;
    }
    // The sources of a total are all that its rows have.
    let year = format!("{tahun}/anggaran/");
    let mut others = k.urutan_di_bawah(&year).filter_map(|(alamat, _)| ekor(alamat));
    if subjek == "total" && others.any(|name| !own.contains(&name)) {
        return None;
    }
    let part = |(alamat, _): (&str, &[usize])| {
        let name = alamat.rsplit('~').next().unwrap_or_default().to_uppercase().replace('-', " ");
        pasti(pilih(k.di(alamat))).map(|p| masukan(Pesan::sama(name), &p))
    };
    k.urutan_di_bawah(&awal).map(part).collect::<Option<Vec<_>>>().filter(|list| !list.is_empty())
}

/// The address under which a sum stands.
pub(super) fn jumlah(realisasi: bool) -> &'static str {
    if realisasi { "realisasi-jumlah" } else { "pagu-jumlah" }
}
