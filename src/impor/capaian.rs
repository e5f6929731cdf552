//! Capaian: whether a column of that name holds a percentage of the target or what was reached; tables use the word for both.

use super::kisi::{Isi, Lembar};
use super::makna::{Kolom, Makna, lipat};
use super::pecah;
use super::persen::serapan_baris;
use crate::number::{self, Style};
use crate::pesan;
use rust_decimal::Decimal;
use std::ops::Range;

/// Names the columns for what they hold where no column of realisasi stands beside them.
pub fn tetapkan(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>) {
    let of = |k: &Kolom, base: &str| matches!(&k.makna, Makna::Ukuran(name) if name.split(' ').next() == Some(base));
    let percent = |k: &Kolom| k.kepala.contains('%') || lipat(&k.kepala).contains("persen");
    if kolom.iter().any(|k| of(k, "realisasi")) || !kolom.iter().any(|k| of(k, "capaian")) {
        return;
    }
    // Beside "Capaian (%)" a column "Capaian" without a percent sign holds what was reached.
    let beside = kolom.iter().any(|k| of(k, "capaian") && percent(k));
    let plain: Vec<usize> = (0..kolom.len()).filter(|n| of(&kolom[*n], "capaian") && !percent(&kolom[*n])).collect();
    let targets: Vec<usize> = kolom.iter().filter(|k| target(k)).map(|k| k.indeks).collect();
    if plain.is_empty() || (!beside && targets.is_empty()) {
        return;
    }
    let places: Vec<usize> = plain.iter().map(|n| kolom[*n].indeks).collect();
    let reached = if beside { Some(true) } else { tercapai(lembar, isi, &targets, &places) };
    for n in plain {
        match (reached, &mut kolom[n].makna) {
            (Some(true), Makna::Ukuran(name)) => *name = name.replacen("capaian", "realisasi", 1),
            (None, makna) => {
                let head = kolom[n].kepala.clone();
                let question = pesan!(
                    "`{head}`: yang dicapai, atau persentasenya terhadap target?",
                    "`{head}`: what was reached, or its percentage of the target?"
                );
                *makna = Makna::tanya(question, "realisasi, capaian");
            }
            _ => {}
        }
    }
}

/// A head that is no more than `%` behind money is of that money, where its figures are realisasi ÷ pagu.
pub fn serapan(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>) {
    let money =
        |k: &Kolom, base: &str| matches!(&k.makna, Makna::Uang(name) if name.split(['.', ' ']).next() == Some(base));
    for n in 1..kolom.len() {
        let bare = matches!(kolom[n].akhir.as_str(), "%" | "persen" | "persentase" | "capaian %" | "capaian");
        if !bare
            || !matches!(&kolom[n].makna, Makna::Ukuran(name) if name == "capaian")
            || !money(&kolom[n - 1], "realisasi")
        {
            continue;
        }
        let spent = kolom[n - 1].indeks;
        let budgets: Vec<usize> = kolom.iter().filter(|k| money(k, "pagu")).map(|k| k.indeks).collect();
        let at = kolom[n].indeks;
        let read = |row: usize, column: usize| pecah::kasar(lembar.sel(row, column));
        let (mut fits, mut other) = (0, 0);
        for row in isi.clone() {
            let (Some(r), Some(shown)) = (read(row, spent), read(row, at)) else { continue };
            match serapan_baris(r, budgets.iter().filter_map(|p| read(row, *p)), shown, false) {
                Some(true) => fits += 1,
                Some(false) => other += 1,
                None => {}
            }
        }
        if fits > other {
            kolom[n].makna = Makna::Uang("serapan".to_string());
        }
    }
}

fn target(k: &Kolom) -> bool {
    matches!(&k.makna, Makna::Ukuran(name) if name.starts_with("target."))
}

/// Where targets are small numbers, percentages of them are not: every such row must say the same.
fn tercapai(lembar: &Lembar, isi: &Range<usize>, targets: &[usize], places: &[usize]) -> Option<bool> {
    let read = |row: usize, at: usize| match &lembar.sel(row, at).isi {
        Isi::Angka(value) => Some(*value),
        Isi::Teks(text) => number::parse(text, Style::Indonesia).ok().map(|a| a.nilai),
        _ => None,
    };
    let small = Decimal::from(20);
    let mut said = None;
    for row in isi.clone() {
        let aims: Vec<Decimal> = targets.iter().filter_map(|at| read(row, *at)).collect();
        if aims.is_empty() || aims.iter().any(|t| *t > small) {
            continue;
        }
        for value in places.iter().filter_map(|at| read(row, *at)).filter(|v| !v.is_zero()) {
            let own = value <= small;
            if !own && value < Decimal::from(40) || said.is_some_and(|before| before != own) {
                return None;
            }
            said = Some(own);
        }
    }
    said
}
