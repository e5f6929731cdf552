//! The tables of the first page: agencies by budget where they are too many for a picture, and why nobody is ranked.

use super::bagian::Bagian;
use super::bentuk::{self, Bahan};
use super::beranda_baris::{dengan_uang, terbesar_dulu};
use super::kalimat::{banding as kalimat, kata, nama::pemilik};
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
    /// Its phase, where the rows are of several.
    pub tahap: Option<String>,
    /// Share spent.
    pub serapan: String,
    /// Length of the bar of the budget, thousandths of the largest.
    pub panjang: u16,
    /// The part of that bar that was spent; none where it is not known.
    pub terpakai: Option<u16>,
}

/// The agencies of a portal with too many of them for a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TabelUang {
    /// The rows; the largest budget first where all are of one phase and kind of place, else by name.
    pub baris: Vec<BarisUang>,
    /// How many agencies it leaves out: of other years, or beyond [`BARIS`].
    pub sisa: usize,
    /// Of which time: `2024`, `2025, baru 9 bulan`.
    pub masa: String,
    /// Whether that is a year that is not over.
    pub sebagian: bool,
    /// Whether the largest come first.
    pub terbesar: bool,
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

/// The table of the agencies where they are too many for a picture: of the year (or part of one) that most of them have.
pub fn tabel(lang: Lang, all: &[Bagian]) -> TabelUang {
    let (mut shown, _) = dengan_uang(all);
    if shown.is_empty() || bentuk::pilih(Bahan::Susunan { baris: shown.len() }).is_some() {
        return TabelUang::default();
    }
    let all = shown.len();
    let time = |u: &UangOpd| (u.tahun, u.sebagian.clone());
    let mut times: BTreeMap<(i32, Option<String>), usize> = BTreeMap::new();
    shown.iter().for_each(|(_, u)| *times.entry(time(u)).or_default() += 1);
    let most = times.into_iter().max_by_key(|((year, part), n)| (*n, part.is_none(), *year));
    let Some((own, _)) = most else { return TabelUang::default() };
    shown.retain(|(_, u)| time(u) == own);
    // Budgets of several phases, or of provinces among kabupaten, stand beside each other by name: unlike things are not ranked.
    let terbesar = terbesar_dulu(&mut shown);
    if !terbesar {
        shown.sort_by(|a, b| a.0.cmp(&b.0));
    }
    let phases = shown.windows(2).any(|w| w[0].1.tahap != w[1].1.tahap);
    shown.truncate(BARIS);
    let largest = shown.iter().map(|(_, u)| u.pagu.nilai).max().unwrap_or_default();
    let row = |(name, u): &(String, &UangOpd)| {
        let panjang = seribu(u.pagu.nilai, largest).unwrap_or_default();
        let spent =
            u.laju.and_then(|rate| seribu(rate.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED), Decimal::ONE_HUNDRED));
        BarisUang {
            nama: name.clone(),
            url: u.url.clone(),
            pagu: u.pagu.singkat(lang),
            tahap: phases.then(|| kata::tahap_pagu(lang, &u.tahap)),
            serapan: u.laju.map_or_else(|| "—".into(), |v| lang.percent(v, 2)),
            panjang,
            terpakai: spent.map(|s| u16::try_from(u32::from(panjang) * u32::from(s) / 1000).unwrap_or_default()),
        }
    };
    let (year, part) = own;
    TabelUang {
        sisa: all - shown.len(),
        baris: shown.iter().map(row).collect(),
        sebagian: part.is_some(),
        masa: part.map_or_else(|| year.to_string(), |part| format!("{year}, {part}")),
        terbesar,
    }
}

/// A part in thousandths of its whole.
fn seribu(part: Decimal, whole: Decimal) -> Option<u16> {
    let share = part.checked_mul(Decimal::ONE_THOUSAND)?.checked_div(whole)?;
    u16::try_from(round(share, 0)).ok()
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
