//! Penjelasan: which of the formulas in use explains the capaian that a row prints. Nothing is corrected by it: it says how the
//! report computes, so that a figure right in its own way is not taken for a mistake.

use super::angka::Nilai;
use super::makna::lipat;
use crate::diagnostic::Pesan;
use crate::number::{self, Angka, Boleh, Isi, Style, round, truncate};
use crate::pesan;
use crate::records::RumusCapaian;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Ceilings that reports put on capaian.
pub const BATAS: [i32; 5] = [100, 105, 110, 120, 150];

/// Which end of a range a realisasi outside of it is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ujung {
    /// Below the range: its lower end.
    Bawah,
    /// Above it: its upper end.
    Atas,
    /// Inside: the target is met.
    Dalam,
}

/// One explanation of a printed capaian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penjelasan {
    /// A formula, held below a ceiling or above zero where that was needed.
    Rumus {
        /// The formula.
        rumus: RumusCapaian,
        /// The ceiling it was cut to.
        atas: Option<i32>,
        /// Whether it was raised to zero.
        lantai: bool,
        /// The end of a range it is measured against.
        ujung: Option<Ujung>,
    },
    /// T/R of a realisasi of zero, set to 100.
    NolSeratus,
    /// A target of zero: no formula gives a figure.
    TargetNol,
    /// A word that is the target counts as 100, another one as 0.
    Nominal,
    /// A letter or word of a scale, without a percentage.
    Huruf,
    /// A percentage beside letters that no formula has from them.
    HurufPersen,
}

impl Penjelasan {
    /// As tables of formulas write it.
    pub fn kata(self) -> Pesan {
        let Penjelasan::Rumus { rumus, atas, lantai, ujung } = self else {
            return match self {
                Penjelasan::NolSeratus => pesan!("T/R dengan R = 0 dipatok 100", "T/R with R = 0 set to 100"),
                Penjelasan::TargetNol => pesan!("target 0: tidak terhitung", "target 0: not computable"),
                Penjelasan::Nominal => pesan!("nominal: sama dengan target", "nominal: the same as the target"),
                Penjelasan::HurufPersen => {
                    pesan!(
                        "skala huruf: persennya menurut laporan",
                        "a scale of letters: the percentage as the report has it"
                    )
                }
                _ => pesan!("skala huruf, tanpa persen", "a scale of letters, no percentage"),
            };
        };
        let mut out = match rumus {
            RumusCapaian::RealisasiTarget => Pesan::sama("R/T"),
            RumusCapaian::TargetRealisasi => Pesan::sama("T/R"),
            RumusCapaian::DuaTarget => Pesan::sama("(2T-R)/T"),
        };
        match ujung {
            Some(Ujung::Bawah) => {
                out.sambung(&pesan!(", rentang: terhadap batas bawah", ", range: against its lower end"))
            }
            Some(Ujung::Atas) => {
                out.sambung(&pesan!(", rentang: terhadap batas atas", ", range: against its upper end"))
            }
            Some(Ujung::Dalam) => out.sambung(&pesan!(", rentang: di dalamnya 100", ", range: 100 inside it")),
            None => {}
        }
        if let Some(top) = atas {
            out.sambung(&pesan!(", batas {top}", ", at most {top}"));
        }
        if lantai {
            out.sambung(&pesan!(", batas bawah 0", ", at least 0"));
        }
        out
    }
}

/// The ceilings to think of in a table: the usual ones, and its highest capaian where that is whole and stands there twice.
pub fn batas<'c>(capaian: impl Iterator<Item = &'c Nilai>) -> Vec<i32> {
    let values: Vec<Decimal> = capaian.filter_map(Nilai::angka).collect();
    let top = values.iter().max().copied().filter(|top| values.iter().filter(|v| *v == top).count() > 1);
    let own = top.filter(|t| t.fract().is_zero() && *t > Decimal::ONE_HUNDRED).and_then(|t| t.to_i32());
    BATAS.into_iter().chain(own.filter(|t| !BATAS.contains(t))).collect()
}

/// Every way that gives the printed capaian of a row; nothing where the row does not print all three.
///
/// `None` where there is nothing to explain.
pub fn jelaskan(
    (target, realisasi, capaian): (&Nilai, &Nilai, &Nilai),
    tops: &[i32],
    style: Style,
) -> Option<Vec<Penjelasan>> {
    let (t, r, c) = (isi(target, style), isi(realisasi, style), isi(capaian, style));
    let (words_t, words_r) = (tertulis(target)?, tertulis(realisasi)?);
    let printed = tertulis(capaian)?;
    let Some(Isi::Satu(c)) = c else {
        // "Melampaui" beside letters: the report ranks and does not compute.
        let letters = t.is_none() && r.is_none() && printed.chars().any(char::is_alphabetic);
        return letters.then(|| vec![Penjelasan::Huruf]);
    };
    let (t, r) = match (t, r) {
        (Some(t), Some(r)) => (t, r),
        (None, None) => {
            let same = lipat(&words_t) == lipat(&words_r);
            let fits = c.nilai == if same { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
            return Some(vec![if fits { Penjelasan::Nominal } else { Penjelasan::HurufPersen }]);
        }
        _ => return None,
    };
    let r = satu(&r)?;
    match t {
        Isi::Rentang(low, high) => Some(rentang(low.nilai, high.nilai, r, (&c, tops))),
        other => Some(tunggal(satu(&other)?, r, (&c, tops))),
    }
}

fn tunggal(t: Decimal, r: Decimal, c: (&Angka, &[i32])) -> Vec<Penjelasan> {
    if t.is_zero() {
        return vec![Penjelasan::TargetNol];
    }
    let mut out = rumus(t, r, c, None);
    if r.is_zero() && c.0.nilai == Decimal::ONE_HUNDRED {
        out.insert(0, Penjelasan::NolSeratus);
    }
    out
}

fn rentang(low: Decimal, high: Decimal, r: Decimal, c: (&Angka, &[i32])) -> Vec<Penjelasan> {
    if r < low {
        rumus(low, r, c, Some(Ujung::Bawah))
    } else if r > high {
        rumus(high, r, c, Some(Ujung::Atas))
    } else {
        rumus(r, r, c, Some(Ujung::Dalam)).into_iter().take(1).collect()
    }
}

/// The formulas that give the printed figure, plain ones before those that need a bound.
fn rumus(t: Decimal, r: Decimal, (c, tops): (&Angka, &[i32]), ujung: Option<Ujung>) -> Vec<Penjelasan> {
    let values = RumusCapaian::SEMUA.iter().filter_map(|(_, rumus)| Some((*rumus, hitung(*rumus, t, r)?)));
    let values: Vec<(RumusCapaian, Decimal)> = values.collect();
    let make = |rumus, atas, lantai| Penjelasan::Rumus { rumus, atas, lantai, ujung };
    let plain: Vec<Penjelasan> =
        values.iter().filter(|(_, v)| sama(c, *v)).map(|(rumus, _)| make(*rumus, None, false)).collect();
    if !plain.is_empty() {
        return plain;
    }
    let bound = |(rumus, v): &(RumusCapaian, Decimal)| {
        let top = tops.iter().copied().find(|top| c.nilai == Decimal::from(*top) && *v > c.nilai);
        match top {
            Some(top) => Some(make(*rumus, Some(top), false)),
            None => (c.nilai.is_zero() && *v < Decimal::ZERO).then(|| make(*rumus, None, true)),
        }
    };
    values.iter().filter_map(bound).collect()
}

fn hitung(rumus: RumusCapaian, t: Decimal, r: Decimal) -> Option<Decimal> {
    let (a, b) = match rumus {
        RumusCapaian::RealisasiTarget => (r, t),
        RumusCapaian::TargetRealisasi => (t, r),
        RumusCapaian::DuaTarget => (t.checked_mul(Decimal::TWO)?.checked_sub(r)?, t),
    };
    a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b)
}

/// Whether a printed figure is the value rounded, or cut off.
fn sama(c: &Angka, value: Decimal) -> bool {
    let half = Decimal::new(5, (c.desimal + 1).min(28));
    round(value, c.desimal) == c.nilai
        || truncate(value, c.desimal) == c.nilai
        || value.saturating_sub(c.nilai).abs() == half
}

fn isi(cell: &Nilai, style: Style) -> Option<Isi> {
    number::baca(&tertulis(cell)?, style, &Boleh::semua()).ok()
}

fn satu(isi: &Isi) -> Option<Decimal> {
    match isi {
        Isi::Satu(a) | Isi::Batas(_, a) | Isi::Durasi(a, _) => Some(a.nilai),
        _ => None,
    }
}

/// A word in the place of a percentage, with the reason why there is none: `Melampaui (tidak berlaku)`.
pub fn kata_capaian(cell: Nilai, letters: bool, style: Style) -> Nilai {
    match tertulis(&cell) {
        Some(text) if matches!(&cell, Nilai::Tulis(own) if *own == text) && isi(&cell, style).is_none() => {
            let reason = if letters { "tidak berlaku" } else { "tidak tercetak" };
            Nilai::Tulis(format!("{text} ({reason})"))
        }
        _ => cell,
    }
}

/// Whether a cell holds a word and no number.
pub fn is_kata(cell: &Nilai, style: Style) -> bool {
    tertulis(cell).is_some() && isi(cell, style).is_none()
}

/// What a cell prints; nothing where it prints nothing, or a dash with its reason.
fn tertulis(cell: &Nilai) -> Option<String> {
    match cell {
        Nilai::Angka(_, text) => Some(text.clone()),
        Nilai::Tulis(text) => {
            let plain = text.split(" (tidak ").next().unwrap_or_default().trim();
            (!plain.is_empty() && !matches!(plain, "-" | "–" | "—") && !plain.starts_with('#'))
                .then(|| plain.to_string())
        }
        Nilai::Tiada => None,
    }
}
