//! Sebab: why an amount of a budget row is not known though something of it is printed.

use super::anggaran::uang;
use super::isian::Daftar;
use super::pilihan::{TAHAP_PAGU, pagu_akhir};
use super::uang::Uang;
use crate::records::{Kumpulan, Pernyataan, Rekaman, Simpul};

/// What stands in the place of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sebab {
    /// A figure it would be computed from is doubted.
    Ragu,
    /// It is printed for an earlier phase, while its parts are known for a later one.
    TahapLain(String, Uang),
    /// Its sources of funds are printed, and are not the whole for sure.
    PerSumber,
    /// It is printed by goal only: code and amount.
    PerSasaran(Vec<(String, Uang)>),
    /// All parts below it are known, of different phases.
    TahapBeda,
    /// So many of so many parts below it are known.
    Sebagian(usize, usize),
    /// Nothing of it is held.
    Tiada,
}

/// Why the amount of a row is not known; to be asked where it is not.
pub fn sebab(out: &Daftar, k: &Kumpulan<'_>, rekaman: &Rekaman, subjek: &str, realisasi: bool) -> Sebab {
    let tahun = rekaman.tahun;
    let names: &[&str] = if realisasi { &["realisasi"] } else { &TAHAP_PAGU };
    let cells = |kode: &str| -> Vec<&Pernyataan<'_>> {
        let of = |name: &&str| {
            let own = format!("{tahun}/anggaran/{kode}/{name}");
            let below = format!("{own}~");
            let funds = k.urutan_di_bawah(&below).flat_map(|(_, list)| list.iter().map(|i| &k.semua[*i]));
            k.di(&own).chain(funds).collect::<Vec<_>>()
        };
        names.iter().flat_map(of).collect()
    };
    let funds: Vec<_> = cells(subjek).into_iter().filter(|p| p.alamat.contains('~')).collect();
    if !funds.is_empty() {
        return if funds.iter().any(|p| p.sel.ragu) { Sebab::Ragu } else { Sebab::PerSumber };
    }
    if !realisasi
        && subjek == "total"
        && let Some(p) = pagu_akhir(k, tahun, subjek).filter(|p| !p.utama.sel.ragu)
        && let Some(a) = p.utama.sel.bukti()
    {
        let phase = p.utama.alamat.rsplit("pagu.").next().unwrap_or_default();
        return Sebab::TahapLain(phase.to_string(), Uang::tercetak(a));
    }
    let node = rekaman.anggaran.simpul(subjek);
    let below: Vec<&Simpul> = match node {
        _ if subjek == "total" => rekaman.anggaran.semua().into_iter().map(|(_, n)| n).collect(),
        Some(node) => node.semua().into_iter().map(|(_, n)| n).collect(),
        None => Vec::new(),
    };
    if below.iter().any(|n| cells(&n.kode).iter().any(|p| p.sel.ragu && p.sel.nilai.bernilai())) {
        return Sebab::Ragu;
    }
    let parts: &[Simpul] = if subjek == "total" { &rekaman.anggaran.pohon } else { node.map_or(&[], |n| &n.anak) };
    let known = parts.iter().filter(|n| uang(out, k, tahun, &n.kode, realisasi).is_some()).count();
    if known > 0 {
        let whole = known == parts.len() && !rekaman.anggaran.sebagian && !node.is_some_and(|n| n.sebagian);
        return if whole { Sebab::TahapBeda } else { Sebab::Sebagian(known, parts.len()) };
    }
    if below.iter().any(|n| cells(&n.kode).iter().any(|p| p.alamat.contains('~') && p.sel.nilai.bernilai())) {
        return Sebab::PerSumber;
    }
    let goals = per_sasaran(out, k, tahun, realisasi);
    if subjek == "total" && !goals.is_empty() { Sebab::PerSasaran(goals) } else { Sebab::Tiada }
}

/// The amounts that are printed for goals of the agency.
pub fn per_sasaran(out: &Daftar, k: &Kumpulan<'_>, tahun: i32, realisasi: bool) -> Vec<(String, Uang)> {
    let year = format!("{tahun}/anggaran/");
    let mut codes: Vec<&str> = k
        .urutan_di_bawah(&format!("{year}sasaran:"))
        .filter_map(|(alamat, _)| alamat.strip_prefix(&year)?.split('/').next())
        .collect();
    codes.dedup();
    let of =
        |kode: &str| Some((kode.trim_start_matches("sasaran:").to_string(), uang(out, k, tahun, kode, realisasi)?));
    codes.into_iter().filter_map(of).map(|(kode, m)| (kode, m.uang())).collect()
}
