//! Kumulatif: a figure since the beginning of a plan beside the figure of one year. `59%` at the end of a Renstra whose years
//! aim at 10, 11, 12, 13 and 13% is their sum: two ways to print one plan, no contradiction.

use super::bahan::Bahan;
use crate::records::{Kolom, Masa, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Whether one of two figures of a year is what the other one, year by year, adds up to.
pub fn berjumlah(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    jumlah(b, i, j) || jumlah(b, j, i) || sejak_awal(b, i) != sejak_awal(b, j)
}

/// Whether one figure is what the other one, counted since the beginning, grew by in its year.
pub fn tambahan(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    let grows = |i: usize, j: usize| {
        let (Some(own), Some(total)) = (b.bukti(i), b.bukti(j)) else { return false };
        let before = deret(b, j).get(&(b.p(j).tahun - 1)).copied();
        before.is_some_and(|v| v > Decimal::ZERO && total.checked_sub(v) == Some(own))
    };
    grows(i, j) || grows(j, i)
}

/// Whether `i` is the sum of the years up to that of `j`, from the first one printed or the first of the Renstra.
fn jumlah(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    let Some(total) = b.bukti(i) else { return false };
    let (year, series) = (b.p(j).tahun, deret(b, j));
    let starts = b.opd.opd.renstra.iter().filter(|r| r.awal <= year && year <= r.akhir).map(|r| r.awal);
    let starts: Vec<i32> = series.keys().next().copied().into_iter().chain(starts).collect();
    starts.iter().any(|from| {
        let years: Vec<Option<Decimal>> = (*from..=year).map(|y| series.get(&y).copied()).collect();
        let sum = years.iter().try_fold(Decimal::ZERO, |s, v| s.checked_add((*v)?));
        years.len() > 1 && sum == Some(total) && b.bukti(j) != Some(total)
    })
}

/// Whether a realisasi stands beside a target counted since the beginning of the plan: then so is it.
fn sejak_awal(b: &Bahan<'_, '_>, i: usize) -> bool {
    let target = |t: usize| b.di(&b.p(t).alamat).iter().any(|u| *u != t && jumlah(b, t, *u));
    b.kolom(i).is_some_and(|k| k.ukuran == U::Realisasi) && b.pilih(b.sebaris(i), U::Target).any(target)
}

/// The values of a figure by year: those of its row, else those printed anywhere under its name.
fn deret(b: &Bahan<'_, '_>, i: usize) -> BTreeMap<i32, Decimal> {
    let mut out = BTreeMap::new();
    let Some(own) = b.kolom(i).filter(|k| matches!(k.ukuran, U::Target | U::Realisasi)) else { return out };
    let same = |k: &Kolom| k.ukuran == own.ukuran && k.himpunan == own.himpunan && matches!(k.masa, Masa::Tahun(_));
    let row = b.sebaris(i).iter().copied().filter(|j| b.kolom(*j).is_some_and(same));
    out.extend(row.filter_map(|j| Some((b.p(j).tahun, b.bukti(j)?))));
    if out.len() < 2 {
        let (year, tail) = (b.p(i).tahun, b.p(i).alamat.split_once('/').map_or("", |(_, rest)| rest));
        for y in year - TERJAUH..year {
            let first = b.di(&format!("{y}/{tail}")).iter().find_map(|j| b.bukti(*j));
            out.extend(first.map(|v| (y, v)));
        }
    }
    out.extend(b.bukti(i).map(|v| (b.p(i).tahun, v)));
    out
}

/// No plan is longer.
const TERJAUH: i32 = 6;
