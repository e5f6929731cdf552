//! The tables of the first page: agencies by budget where they are too many for a picture, and why nobody is ranked.

use super::bagian::Bagian;
use super::bentuk::{self, Bahan};
use super::beranda_baris::dengan_uang;
use super::kalimat::{banding as kalimat, nama::pemilik};
use super::uang_opd::UangOpd;
use crate::comparisons::{Banding, NilaiBanding};
use crate::number::{Lang, round};
use crate::records::Padanan;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

/// Rows of the table of agencies.
pub const BARIS: usize = 40;

/// An agency in the table that stands where a picture would have too many rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarisUang {
    /// Name.
    pub nama: String,
    /// Where its money stands, from the root.
    pub url: String,
    /// Budget.
    pub pagu: String,
    /// Share spent.
    pub serapan: String,
    /// The same as a whole number, for the bar.
    pub lebar: Option<u8>,
}

/// Why two printed values are not one measure: who prints what, divided by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Peringkat {
    /// The measure.
    pub nama: String,
    /// Its page, from the root.
    pub url: String,
    /// Agency, value with its time, formula.
    pub baris: Vec<(String, String, String)>,
}

/// The table of the agencies where they are too many for a picture: of the year most of them have whole, the largest budget first; how
/// many it leaves out; that year.
pub fn tabel(lang: Lang, all: &[Bagian]) -> (Vec<BarisUang>, usize, i32) {
    let (rows, _) = dengan_uang(all);
    if rows.is_empty() || bentuk::pilih(Bahan::Susunan { baris: rows.len() }).is_some() {
        return (Vec::new(), 0, 0);
    }
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    rows.iter().filter(|(_, u)| u.sebagian.is_none()).for_each(|(_, u)| *years.entry(u.tahun).or_default() += 1);
    let Some((year, _)) = years.into_iter().max_by_key(|(year, n)| (*n, *year)) else { return (Vec::new(), 0, 0) };
    let mut shown: Vec<_> = rows.iter().filter(|(_, u)| u.sebagian.is_none() && u.tahun == year).collect();
    shown.sort_by(|a, b| b.1.pagu.nilai.cmp(&a.1.pagu.nilai).then_with(|| a.0.cmp(&b.0)));
    shown.truncate(BARIS);
    let left = rows.len() - shown.len();
    let row = |(name, u): &(String, &UangOpd)| {
        let rate = u.laju;
        BarisUang {
            nama: name.clone(),
            url: u.url.clone(),
            pagu: u.pagu.singkat(lang),
            serapan: rate.map_or_else(|| "—".into(), |v| lang.percent(v, 2)),
            lebar: rate.and_then(|v| u8::try_from(round(v, 0).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)).ok()),
        }
    };
    (shown.into_iter().map(row).collect(), left, year)
}

/// A measure that several agencies print under one name and count differently: why nobody is ranked by it.
pub fn peringkat(lang: Lang, banding: &Banding, order: &[&Padanan]) -> Option<Peringkat> {
    let mut best: Option<(usize, Peringkat)> = None;
    for p in order.iter().filter_map(|p| banding.padanan.get(&p.kode)) {
        let mut newest: BTreeMap<(&str, &str), &NilaiBanding> = BTreeMap::new();
        for a in p.semua().filter(|a| a.nilai.tangan_kedua.is_none()) {
            newest.insert(a.nilai.pemilik.kunci(), &a.nilai);
        }
        let formula = |n: &NilaiBanding| n.rumus.penyebut.as_ref().map(|h| h.nama(lang).to_string());
        let rows: Vec<(&NilaiBanding, String)> = newest.values().filter_map(|n| Some((*n, formula(n)?))).collect();
        let mut kinds: Vec<&String> = rows.iter().map(|(_, f)| f).collect();
        kinds.sort();
        kinds.dedup();
        if kinds.len() < 2 || rows.len() > bentuk::TERBANYAK || best.as_ref().is_some_and(|(n, _)| *n >= kinds.len()) {
            continue;
        }
        let when = |n: &NilaiBanding| {
            kalimat::masa(lang, n).map_or_else(|| n.tahun.to_string(), |m| format!("{}, {m}", n.tahun))
        };
        let baris = rows
            .iter()
            .map(|(n, f)| {
                (pemilik(&n.pemilik), format!("{} ({})", kalimat::teks(lang, &p.padanan, n), when(n)), f.clone())
            })
            .collect();
        let nama = kalimat::nama(lang, &p.padanan).to_string();
        best = Some((kinds.len(), Peringkat { nama, url: format!("banding/{}/", p.padanan.kode), baris }));
    }
    best.map(|(_, p)| p)
}
