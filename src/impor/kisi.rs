//! Kisi: a sheet as a grid with absolute addresses, whatever file it came from.

use super::tampil::Tampil;
use rust_decimal::Decimal;

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Isi {
    /// Nothing, or only blanks.
    #[default]
    Kosong,
    /// Text, trimmed.
    Teks(String),
    /// A number as Excel shows it: 15 significant digits.
    Angka(Decimal),
    /// A date; what it was before nobody knows.
    Tanggal,
    /// `#REF!` and its kin.
    Galat(String),
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sel {
    /// What it holds.
    pub isi: Isi,
    /// Its formula, without `=`.
    pub rumus: Option<String>,
    /// How its number is shown.
    pub tampil: Tampil,
}

impl Sel {
    /// A cell of text; blanks are nothing.
    pub fn teks(text: &str) -> Self {
        let text = rapi(text);
        let isi = if text.is_empty() { Isi::Kosong } else { Isi::Teks(text) };
        Self { isi, ..Self::default() }
    }

    /// Whether nothing stands in it, not even a formula.
    pub fn kosong(&self) -> bool {
        self.isi == Isi::Kosong && self.rumus.is_none()
    }

    /// Its text; a number as digits.
    pub fn tulisan(&self) -> String {
        match &self.isi {
            Isi::Teks(text) | Isi::Galat(text) => text.clone(),
            Isi::Angka(value) => value.to_string(),
            Isi::Kosong | Isi::Tanggal => String::new(),
        }
    }
}

/// Line breaks and special blanks become one blank.
pub fn rapi(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A stretch of cells: first row and column, last row and column, from 0.
pub type Rentang = (usize, usize, usize, usize);

/// What one sheet hides: rows and columns, from 0, each with the last of its stretch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sembunyi {
    /// Rows.
    pub baris: Vec<usize>,
    /// First and last of columns.
    pub kolom: Vec<(usize, usize)>,
    /// Whether its file cannot be asked.
    pub buta: bool,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lembar {
    /// Its name; empty for a file that has no sheets.
    pub nama: String,
    /// Whether its author hid it.
    pub tersembunyi: bool,
    /// What it hides of itself.
    pub sembunyi: Sembunyi,
    /// Rows of cells, from the first row and column of the sheet.
    pub baris: Vec<Vec<Sel>>,
    /// Merged stretches.
    pub gabungan: Vec<Rentang>,
}

const TIADA: &Sel = &Sel {
    isi: Isi::Kosong,
    rumus: None,
    tampil: Tampil { persen: false, desimal: None, ribuan: 0, akhiran: String::new() },
};

impl Lembar {
    /// A cell; nothing beyond the edge.
    pub fn sel(&self, baris: usize, kolom: usize) -> &Sel {
        self.baris.get(baris).and_then(|row| row.get(kolom)).unwrap_or(TIADA)
    }

    /// Puts a cell, growing the grid.
    pub fn taruh(&mut self, baris: usize, kolom: usize, sel: Sel) {
        if self.baris.len() <= baris {
            self.baris.resize_with(baris + 1, Vec::new);
        }
        let row = &mut self.baris[baris];
        if row.len() <= kolom {
            row.resize_with(kolom + 1, Sel::default);
        }
        row[kolom] = sel;
    }

    /// How many columns the widest row has.
    pub fn lebar(&self) -> usize {
        self.baris.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The address a message names: `Anggaran!F17`, without a sheet `F17`.
    pub fn alamat(&self, baris: usize, kolom: usize) -> String {
        let cell = alamat(baris, kolom);
        if self.nama.is_empty() { cell } else { format!("{}!{cell}", self.nama) }
    }

    /// The merged stretch a cell lies in.
    pub fn gabungan(&self, baris: usize, kolom: usize) -> Option<Rentang> {
        let inside = |r: &&Rentang| (r.0..=r.2).contains(&baris) && (r.1..=r.3).contains(&kolom);
        self.gabungan.iter().find(inside).copied()
    }
}

/// `F17` of row 16, column 5.
pub fn alamat(baris: usize, kolom: usize) -> String {
    format!("{}{}", huruf(kolom), baris + 1)
}

/// Row and column of `F17`.
pub fn baca_alamat(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let row: usize = text[digits..].parse().ok()?;
    Some((row.checked_sub(1)?, nomor_kolom(&text[..digits])?))
}

/// `AB` of column 27.
pub fn huruf(kolom: usize) -> String {
    let mut left = kolom + 1;
    let mut out = String::new();
    while left > 0 {
        out.insert(0, char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0)));
        left = (left - 1) / 26;
    }
    out
}

/// Column 27 of `AB`.
pub fn nomor_kolom(huruf: &str) -> Option<usize> {
    if huruf.is_empty() || huruf.len() > 3 || !huruf.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    Some(huruf.bytes().fold(0, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_the_letters_of_a_spreadsheet() {
        for (n, text) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (45, "AT"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!((huruf(n).as_str(), nomor_kolom(text)), (text, Some(n)));
        }
    }
}
