//! Dukungan: which of several printed values of one fact the figures around it hold with. The amount that its parts, its
//! whole, its rest and its percentage support, the realisasi that its numerator and denominator give, is shown and computed
//! with, however often another one is printed.

use super::pilihan::{di_samping, dibelanjakan, pagu_akhir, pilih};
use super::rumus;
use crate::records::{Arah, Dukungan, Indikator, Kumpulan, OpdTahun, Rekaman, Simpul, Ukuran};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A row of the budget: its code, the code of the row it is a part of, and its own parts.
struct Baris<'r> {
    kode: &'r str,
    induk: Option<&'r str>,
    bagian: Vec<&'r str>,
}

/// Weighs the facts that are printed with several values, the rows of a budget furthest below first: they support those
/// above.
pub fn timbang(k: &mut Kumpulan<'_>, source: &OpdTahun) {
    let years: BTreeSet<i32> = k.semua.iter().map(|p| p.tahun).collect();
    for (kode, def) in &source.opd.indikator {
        indikator(k, &years, kode, def);
    }
    for rekaman in &source.rekaman {
        let rows = baris(rekaman);
        for row in rows.iter().rev() {
            for ukuran in terbelah(k, rekaman.tahun, row.kode) {
                let siblings = row.induk.and_then(|up| rows.iter().find(|r| r.kode == up)).map(|r| r.bagian.as_slice());
                for i in k.urutan(&alamat(rekaman.tahun, row.kode, &ukuran)).to_vec() {
                    let Some(nilai) = k.semua[i].bukti() else { continue };
                    k.semua[i].dukungan = dukungan(k, rekaman.tahun, row, siblings, &ukuran, nilai);
                }
            }
        }
    }
}

/// The realisasi of an indicator in every year: those that its numerator and denominator give, rounded or cut. A printed
/// capaian speaks for the realisasi beside it no more than that itself; but where it holds with another print only, it shows
/// with which one it was computed.
fn indikator(k: &mut Kumpulan<'_>, years: &BTreeSet<i32>, kode: &str, def: &Indikator) {
    for tahun in years {
        let tahun = *tahun;
        let rate = {
            let part = |name: &str| pilih(k.indikator(tahun, kode, name))?.utama.bukti();
            let (a, b) = (part("pembilang"), part("penyebut"));
            a.zip(b).zip(def.pengali()).and_then(|((a, b), times)| rumus::pecahan(a, b, times))
        };
        let list = k.urutan(&format!("{tahun}/indikator/{kode}/realisasi")).to_vec();
        let values: BTreeSet<Decimal> = list.iter().filter_map(|i| k.semua[*i].bukti()).collect();
        if values.len() < 2 {
            continue;
        }
        let weighed: Vec<Vec<Dukungan>> = list
            .iter()
            .map(|i| {
                let counted = rate.is_some_and(|rate| k.semua[*i].sel.bukti().is_some_and(|a| rumus::memuat(a, rate)));
                let reached = capaian_lain(k, &list, *i, def.arah);
                [(counted, Dukungan::Hitungan), (reached, Dukungan::Capaian)]
                    .into_iter()
                    .filter_map(|(holds, what)| holds.then_some(what))
                    .collect()
            })
            .collect();
        for (i, held) in list.into_iter().zip(weighed) {
            k.semua[i].dukungan = held;
        }
    }
}

/// Whether a table prints another realisasi with a capaian that only this one gives.
fn capaian_lain(k: &Kumpulan<'_>, list: &[usize], i: usize, arah: Arah) -> bool {
    let Some(own) = k.semua[i].bukti() else { return false };
    list.iter().map(|j| &k.semua[*j]).filter(|q| q.bukti().is_some_and(|v| v != own)).any(|q| {
        let beside = |ukuran: Ukuran| di_samping(k, q, ukuran).find_map(|p| p.sel.bukti());
        let (Some(target), Some(printed), Some(other)) = (beside(Ukuran::Target), beside(Ukuran::Capaian), q.bukti())
        else {
            return false;
        };
        let gives = |value| rumus::capaian(value, target.nilai, arah).is_some_and(|c| rumus::memuat(printed, c));
        gives(own) && !gives(other)
    })
}

fn alamat(tahun: i32, kode: &str, ukuran: &str) -> String {
    format!("{tahun}/anggaran/{kode}/{ukuran}")
}

/// The rows of a tree, each above its parts; the whole first.
fn baris(rekaman: &Rekaman) -> Vec<Baris<'_>> {
    fn turun<'r>(out: &mut Vec<Baris<'r>>, kode: &'r str, induk: Option<&'r str>, anak: (&'r [Simpul], bool)) {
        // Of what is copied in part no sum is known.
        let parts = anak.0.iter().filter(|_| !anak.1).map(|child| child.kode.as_str());
        out.push(Baris { kode, induk, bagian: parts.collect() });
        anak.0.iter().for_each(|child| turun(out, &child.kode, Some(kode), (&child.anak, child.sebagian)));
    }
    let mut out = Vec::new();
    let tree = &rekaman.anggaran;
    turun(&mut out, "total", None, (&tree.pohon, tree.sebagian));
    out
}

/// The amounts of a row that are printed with more than one undoubted value: `realisasi`, `pagu.perubahan`.
fn terbelah(k: &Kumpulan<'_>, tahun: i32, kode: &str) -> Vec<String> {
    let awal = alamat(tahun, kode, "");
    let several = |list: &[usize]| list.iter().filter_map(|i| k.semua[*i].bukti()).collect::<BTreeSet<_>>().len() > 1;
    k.urutan_di_bawah(&awal)
        .filter_map(|(alamat, list)| Some((alamat.strip_prefix(&awal)?, list)))
        .filter(|(name, list)| (*name == "realisasi" || name.starts_with("pagu.")) && several(list))
        .map(|(name, _)| name.to_string())
        .collect()
}

/// What holds when the amount of a row is `nilai`.
fn dukungan(
    k: &Kumpulan<'_>,
    tahun: i32,
    row: &Baris<'_>,
    siblings: Option<&[&str]>,
    ukuran: &str,
    nilai: Decimal,
) -> Vec<Dukungan> {
    let shown = |kode: &str| pilih(k.anggaran(tahun, kode, ukuran)).and_then(|p| p.utama.bukti());
    let sum = |codes: &[&str], own: &str| {
        let value = |kode: &&str| if *kode == own { Some(nilai) } else { shown(kode) };
        codes.iter().map(value).try_fold(Decimal::ZERO, |sum, v| sum.checked_add(v?))
    };
    let printed = |kode: &str, value: Decimal| k.anggaran(tahun, kode, ukuran).any(|p| p.bukti() == Some(value));
    let parts = !row.bagian.is_empty() && sum(&row.bagian, "") == Some(nilai);
    let whole = match (row.induk, siblings) {
        (Some(up), Some(codes)) if codes.len() > 1 => sum(codes, row.kode).is_some_and(|all| printed(up, all)),
        _ => false,
    };
    let other = match ukuran {
        "realisasi" => pagu_akhir(k, tahun, row.kode),
        _ => dibelanjakan(k, tahun, row.kode),
    };
    let other = other.and_then(|p| p.utama.bukti());
    let (pagu, realisasi) = if ukuran == "realisasi" { (other, Some(nilai)) } else { (Some(nilai), other) };
    let (mut percent, mut rest) = (false, false);
    if let (Some(pagu), Some(realisasi)) = (pagu, realisasi) {
        let share = rumus::serapan(realisasi, pagu);
        let fits = |(low, high): (Decimal, Decimal)| share.is_some_and(|v| low <= v && v <= high);
        percent = k.anggaran(tahun, row.kode, "serapan").any(|p| p.sel.bukti().is_some_and(|a| fits(a.selang())));
        let left = rumus::sisa(pagu, realisasi);
        rest = left.is_some() && k.anggaran(tahun, row.kode, "sisa").any(|p| p.bukti() == left);
    }
    [(parts, Dukungan::Bagian), (whole, Dukungan::Induk), (percent, Dukungan::Serapan), (rest, Dukungan::Sisa)]
        .into_iter()
        .filter_map(|(holds, what)| holds.then_some(what))
        .collect()
}
