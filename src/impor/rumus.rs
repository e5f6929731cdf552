//! Rumus: totals whose result a program never stored. Sums, subtotals and plain arithmetic; nothing else is computed.

use super::kisi::{Isi, Lembar, nomor_kolom};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How many cells may be looked at, and how deep formulas may lean on each other.
const KERJA: usize = 3_000_000;
const DALAM: usize = 100;

type Alamat = (usize, usize);

/// Fills in the results that are missing: nothing stored, or the 0 that writing libraries store. Returns how many were
/// computed; what cannot be stays without a value, and is reported where somebody needs it.
pub fn hitung(lembar: &mut Lembar) -> usize {
    let mut todo = Vec::new();
    for (row, cells) in lembar.baris.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let unknown = match &cell.isi {
                Isi::Kosong => true,
                Isi::Angka(value) => value.is_zero(),
                _ => false,
            };
            if cell.rumus.is_some() && unknown {
                todo.push((row, column));
            }
        }
    }
    let mut work = Hitung { lembar, hasil: BTreeMap::new(), kerja: KERJA };
    let results: Vec<(Alamat, Option<Decimal>)> = todo.iter().map(|at| (*at, work.sel(*at, 0))).collect();
    let mut jumlah = 0;
    for (at, result) in results {
        if let Some(value) = result {
            let cell = &mut lembar.baris[at.0][at.1];
            jumlah += usize::from(cell.isi != Isi::Angka(value));
            cell.isi = Isi::Angka(value);
        }
    }
    jumlah
}

struct Hitung<'a> {
    lembar: &'a Lembar,
    /// `None` while it is being computed: a circle has no value.
    hasil: BTreeMap<Alamat, Option<Decimal>>,
    kerja: usize,
}

impl Hitung<'_> {
    /// The value of a cell; an empty or text cell counts as nothing in a sum.
    fn sel(&mut self, at: Alamat, depth: usize) -> Option<Decimal> {
        self.kerja = self.kerja.checked_sub(1)?;
        let cell = self.lembar.sel(at.0, at.1);
        let stored = match &cell.isi {
            Isi::Angka(value) => Some(*value),
            Isi::Kosong | Isi::Teks(_) => Some(Decimal::ZERO),
            Isi::Tanggal | Isi::Galat(_) => None,
        };
        let Some(formula) = cell.rumus.as_deref() else { return stored };
        if stored.is_some_and(|value| !value.is_zero()) {
            return stored;
        }
        if let Some(known) = self.hasil.get(&at) {
            return *known;
        }
        if depth > DALAM {
            return None;
        }
        self.hasil.insert(at, None);
        let mut reader = Baca { text: formula.as_bytes(), at: 0, work: self, depth: depth + 1 };
        let value = reader.jumlah().filter(|_| reader.habis());
        self.hasil.insert(at, value);
        value
    }
}

/// A small reader of formulas: `SUM(J18:M18)`, `S18-N18`, `SUBTOTAL(9,J14:J30)`.
struct Baca<'f, 'w, 'a> {
    text: &'f [u8],
    at: usize,
    work: &'w mut Hitung<'a>,
    depth: usize,
}

impl Baca<'_, '_, '_> {
    fn peek(&mut self) -> Option<u8> {
        while self.text.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn habis(&mut self) -> bool {
        self.peek().is_none()
    }

    fn jumlah(&mut self) -> Option<Decimal> {
        let mut value = self.kali()?;
        loop {
            if self.take(b'+') {
                value = value.checked_add(self.kali()?)?;
            } else if self.take(b'-') {
                value = value.checked_sub(self.kali()?)?;
            } else {
                return Some(value);
            }
        }
    }

    fn kali(&mut self) -> Option<Decimal> {
        let mut value = self.satu()?;
        loop {
            if self.take(b'*') {
                value = value.checked_mul(self.satu()?)?;
            } else if self.take(b'/') {
                value = value.checked_div(self.satu()?)?;
            } else {
                return Some(value);
            }
        }
    }

    fn satu(&mut self) -> Option<Decimal> {
        // Brackets and signs nest: what nests deeper than any office writes has no value.
        self.depth += 1;
        if self.depth > 2 * DALAM {
            return None;
        }
        let value = if self.take(b'-') {
            self.satu().map(crate::number::balik)
        } else if self.take(b'(') {
            let inner = self.jumlah();
            inner.filter(|_| self.take(b')'))
        } else if self.peek()?.is_ascii_digit() {
            self.kata(|b| b.is_ascii_digit() || b == b'.').parse().ok()
        } else {
            let word = self.kata(|b| b.is_ascii_alphanumeric() || b == b'$');
            match word.to_ascii_uppercase().as_str() {
                "SUM" if self.take(b'(') => self.daftar(false),
                "SUBTOTAL" if self.take(b'(') => {
                    let kind = self.kata(|b| b.is_ascii_digit());
                    if matches!(kind.as_str(), "9" | "109") && (self.take(b',') || self.take(b';')) {
                        self.daftar(true)
                    } else {
                        None
                    }
                }
                cell => {
                    let at = sel(cell)?;
                    self.work.sel(at, self.depth)
                }
            }
        };
        self.depth -= 1;
        value
    }

    fn kata(&mut self, fits: impl Fn(u8) -> bool) -> String {
        self.peek();
        let start = self.at;
        while self.text.get(self.at).copied().is_some_and(&fits) {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.text[start..self.at]).into_owned()
    }

    /// The arguments of a sum, to its bracket. A subtotal leaves out other subtotals.
    fn daftar(&mut self, subtotal: bool) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        loop {
            let start = self.at;
            let word = self.kata(|b| b.is_ascii_alphanumeric() || b == b'$');
            if let Some(first) = sel(&word).filter(|_| self.take(b':')) {
                let last = sel(&self.kata(|b| b.is_ascii_alphanumeric() || b == b'$'))?;
                sum = sum.checked_add(self.rentang(first, last, subtotal)?)?;
            } else {
                self.at = start;
                sum = sum.checked_add(self.jumlah()?)?;
            }
            if self.take(b')') {
                return Some(sum);
            }
            if !self.take(b',') && !self.take(b';') {
                return None;
            }
        }
    }

    fn rentang(&mut self, first: Alamat, last: Alamat, subtotal: bool) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        let rows = self.work.lembar.baris.len();
        for row in first.0..=last.0.min(rows.saturating_sub(1)) {
            for column in first.1..=last.1 {
                let formula = self.work.lembar.sel(row, column).rumus.as_deref();
                if subtotal && formula.is_some_and(|f| f.trim_start().to_ascii_uppercase().starts_with("SUBTOTAL")) {
                    continue;
                }
                sum = sum.checked_add(self.work.sel((row, column), self.depth)?)?;
            }
        }
        Some(sum)
    }
}

/// `$J$14` as row and column.
fn sel(word: &str) -> Option<Alamat> {
    let plain = word.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let row: usize = plain[digits..].parse().ok()?;
    Some((row.checked_sub(1).filter(|row| *row < super::batas::BARIS)?, nomor_kolom(&plain[..digits])?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impor::kisi::Sel;

    #[test]
    fn a_total_without_a_stored_result_is_computed_and_a_circle_has_none() {
        let mut sheet = Lembar::default();
        let number = |n: i64| Sel { isi: Isi::Angka(n.into()), ..Sel::default() };
        let formula = |f: &str| Sel { rumus: Some(f.to_string()), ..Sel::default() };
        sheet.taruh(0, 0, formula("SUBTOTAL(9,A2:A4)"));
        sheet.taruh(1, 0, formula("SUBTOTAL(9,A3:A4)"));
        sheet.taruh(2, 0, number(5));
        sheet.taruh(3, 0, Sel { isi: Isi::Angka(0.into()), rumus: Some("SUM(A3,2)*(1+1)".into()), ..Sel::default() });
        sheet.taruh(4, 0, formula("A6"));
        sheet.taruh(5, 0, formula("A5+1"));
        sheet.taruh(6, 0, formula("VLOOKUP(1,A1:B2,2)"));
        assert_eq!(hitung(&mut sheet), 3);
        assert_eq!(sheet.sel(0, 0).isi, Isi::Angka(19.into()));
        assert_eq!(sheet.sel(3, 0).isi, Isi::Angka(14.into()));
        for row in 4..7 {
            assert_eq!(sheet.sel(row, 0).isi, Isi::Kosong);
        }
    }
}
