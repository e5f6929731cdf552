//! Sumber: the source of funds a row of a budget stands under: in a column, or in the title of its block.

use super::kata::DANA;
use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::makna::{Makna, lipat, punya};
use std::collections::BTreeMap;

/// By row, from the title of a block on or in the row itself.
#[derive(Debug, Default)]
pub struct Sumber {
    judul: BTreeMap<usize, String>,
    baris: BTreeMap<usize, String>,
    kolom: Option<usize>,
}

impl Sumber {
    /// The source of a row.
    pub fn pada(&self, row: usize) -> Option<String> {
        let title = || self.judul.range(..=row).next_back().map(|(_, text)| text);
        self.baris.get(&row).or_else(title).cloned()
    }

    /// The column of sources, if there is one.
    pub fn kolom(&self) -> Option<usize> {
        self.kolom
    }
}

/// Words that announce one.
const KATA: [&str; 2] = ["sumber dana", "sumber anggaran"];

/// Reads the sources of a table: a row with nothing but the name of one opens a block.
pub fn baca(lembar: &Lembar, tabel: &Tabel) -> Sumber {
    let mut out = Sumber::default();
    let column = tabel.kolom.iter().find(|k| k.makna == Makna::Ukuran("sumber_dana".to_string())).map(|k| k.indeks);
    out.kolom = column;
    for row in tabel.isi.clone() {
        if let Some(text) = column.map(|at| lembar.sel(row, at).tulisan()).filter(|t| !t.is_empty()) {
            out.baris.insert(row, text);
            continue;
        }
        let mut filled = lembar.baris[row].iter().filter(|c| !c.kosong());
        let (Some(only), None) = (filled.next(), filled.next()) else { continue };
        if let Isi::Teks(text) = &only.isi
            && DANA.iter().chain(&KATA).any(|w| punya(&lipat(text), w))
            && !super::total::total(text)
        {
            let name = text.split_once(':').map_or(text.as_str(), |(_, name)| name.trim());
            out.judul.insert(row, name.to_string());
        }
    }
    out
}
