//! Di atas: what the indicator of a row belongs to: the goal or the node beside it, or in a heading above it.

use super::baris_kinerja::is_atas;
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::makna::{Kolom, Makna};
use std::collections::BTreeMap;

/// What stands beside and above the indicators of a table.
pub struct DiAtas<'a> {
    lembar: &'a Lembar,
    tabel: &'a Tabel,
    /// Columns of goals and nodes left of the indicators, where there are several: then each row says which counts.
    tingkat: Vec<&'a Kolom>,
    /// Headings, by row.
    judul: &'a BTreeMap<usize, String>,
}

impl<'a> DiAtas<'a> {
    /// Of a table whose indicators stand in the column `name`.
    pub fn baru(lembar: &'a Lembar, tabel: &'a Tabel, name: usize, judul: &'a BTreeMap<usize, String>) -> Self {
        let levels: Vec<&Kolom> = tabel.kolom.iter().filter(|k| k.indeks < name && is_atas(k)).collect();
        Self { lembar, tabel, tingkat: if levels.len() > 1 { levels } else { Vec::new() }, judul }
    }

    /// The column whose lowest words begin with a word.
    pub fn kepala(&self, word: &str) -> Option<&'a Kolom> {
        self.tabel.kolom.iter().find(|k| k.akhir.starts_with(word))
    }

    /// The column of what the indicator of a row belongs to: of several the goal, else the deepest node, that the last
    /// row with any of them fills.
    pub fn kolom(&self, row: usize) -> Option<&'a Kolom> {
        let words = ["sasaran", "tujuan", "program", "kegiatan", "sub kegiatan"];
        if self.tingkat.is_empty() {
            return words.into_iter().find_map(|w| self.kepala(w)).filter(|k| k.makna != Makna::Indikator);
        }
        let filled = |r: usize| -> Vec<&'a Kolom> {
            self.tingkat.iter().copied().filter(|k| !self.lembar.sel(r, k.indeks).kosong()).collect()
        };
        let own = (self.tabel.isi.start..=row).rev().map(filled).find(|list| !list.is_empty())?;
        let of = |w: &str| own.iter().copied().find(|k| k.akhir.starts_with(w));
        of("sasaran")
            .or_else(|| own.iter().copied().rev().find(|k| !k.akhir.starts_with("tujuan")))
            .or_else(|| of("tujuan"))
    }

    /// The name of it, behind its code where a column has codes.
    pub fn nama(&self, row: usize) -> Option<String> {
        let Some(k) = self.kolom(row) else {
            return self
                .judul
                .range(..row)
                .next_back()
                .map(|(_, text)| super::baris_kinerja::tanpa_tingkat(text).to_string());
        };
        let name = Some(self.atas(row, k.indeks)).filter(|t| !t.is_empty())?;
        let code = self.tabel.kolom.iter().find(|c| c.makna == Makna::Kode).map(|c| self.atas(row, c.indeks));
        let code = code.filter(|c| super::kode::baca(c).is_some_and(|k| k.dalam().is_some() && k.nama.is_empty()));
        Some(code.map_or(name.clone(), |code| format!("{code} {name}")))
    }

    /// The level that a heading above a row says, where no column does.
    pub fn tingkat_judul(&self, row: usize) -> Option<&'static str> {
        if self.kolom(row).is_some() {
            return None;
        }
        let (_, text) = self.judul.range(..row).next_back()?;
        super::kenal::tingkat(super::nama::tanpa_nomor(text))
    }

    /// The tujuan beside a row, where another column is of sasaran.
    pub fn tujuan(&self, row: usize) -> Option<String> {
        let column = self.tingkat.iter().find(|k| k.akhir.starts_with("tujuan"))?;
        Some(self.atas(row, column.indeks)).filter(|t| !t.is_empty())
    }

    /// A cell, or what stands in the merged or blank cells above it in the table.
    pub fn atas(&self, row: usize, column: usize) -> String {
        let rows = (self.tabel.isi.start..=row).rev();
        rows.map(|r| self.lembar.sel(r, column).tulisan()).find(|t| !t.is_empty()).unwrap_or_default()
    }
}
