//! Rumus: results that a program never stored. Sums, means, arithmetic, rounding and what guards a division; nothing else is
//! computed.

use super::kisi::{Isi, Lembar, baca_alamat};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How many cells may be looked at, and how deep formulas may lean on each other.
const KERJA: usize = 3_000_000;
const DALAM: usize = 100;

type Alamat = (usize, usize);

/// Fills in the results that are missing: nothing stored, or the 0 that writing libraries store. Returns how many were
/// computed; what cannot be stays without a value, and is reported where somebody needs it.
pub fn hitung(lembar: &mut Lembar) -> usize {
    let (mut todo, mut stored) = (Vec::new(), false);
    for (row, cells) in lembar.baris.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let zero = matches!(&cell.isi, Isi::Angka(value) if value.is_zero());
            let unknown = zero || cell.isi == Isi::Kosong;
            if cell.rumus.is_some() && unknown {
                todo.push((row, column));
            }
            stored |= cell.rumus.is_some() && !unknown;
        }
    }
    let mut work =
        Hitung { lembar, hasil: BTreeMap::new(), nol: BTreeSet::new(), bagi_nol: false, kata: None, kerja: KERJA };
    let mut results: Vec<(Alamat, Option<Isi>)> = Vec::new();
    for at in &todo {
        (work.bagi_nol, work.kata) = (false, None);
        let value = work.sel(*at, 0);
        let word = work.kata.take();
        let none = || word.or_else(|| work.bagi_nol.then(|| Isi::Galat("#DIV/0!".to_string())));
        results.push((*at, value.map(Isi::Angka).or_else(none)));
    }
    let mut jumlah = 0;
    for (at, result) in results {
        let cell = &mut lembar.baris[at.0][at.1];
        match result {
            Some(isi) => {
                jumlah += usize::from(cell.isi != isi);
                if isi == Isi::Kosong {
                    cell.rumus = None;
                }
                cell.isi = isi;
            }
            // A sheet where every formula stores 0 was written by a library that computes none of them.
            None if !stored => cell.isi = Isi::Kosong,
            None => {}
        }
    }
    jumlah
}

struct Hitung<'a> {
    lembar: &'a Lembar,
    /// `None` while it is being computed: a circle has no value.
    hasil: BTreeMap<Alamat, Option<Decimal>>,
    /// Formulas that divide by nothing.
    nol: BTreeSet<Alamat>,
    /// Whether the one that is being computed does.
    bagi_nol: bool,
    /// What it says in words: `IF(C2=0,"-",D2/C2)`.
    kata: Option<Isi>,
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
            self.bagi_nol |= self.nol.contains(&at);
            return *known;
        }
        if depth > DALAM {
            return None;
        }
        self.hasil.insert(at, None);
        let mut reader = Baca { text: formula.as_bytes(), at: 0, work: self, depth: depth + 1 };
        let value = reader.jumlah().filter(|_| reader.peek().is_none());
        if value.is_none() && self.bagi_nol {
            self.nol.insert(at);
        }
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
                let by = self.satu()?;
                self.work.bagi_nol |= by.is_zero();
                value = value.checked_div(by)?;
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
        } else if self.take(b'+') {
            self.satu()
        } else if self.peek()? == b'"' {
            self.kutipan()
        } else if self.take(b'(') {
            let inner = self.jumlah();
            inner.filter(|_| self.take(b')'))
        } else if self.peek()?.is_ascii_digit() {
            self.kata(|b| b.is_ascii_digit() || b == b'.').parse().ok()
        } else {
            let word = self.kata(|b| b.is_ascii_alphanumeric() || b == b'$');
            match word.to_ascii_uppercase().as_str() {
                "SUM" if self.take(b'(') => self.daftar(false),
                "AVERAGE" if self.take(b'(') => self.rata(),
                "ABS" if self.take(b'(') => self.jumlah().map(|v| v.abs()).filter(|_| self.take(b')')),
                name @ ("ROUND" | "ROUNDUP" | "ROUNDDOWN") if self.take(b'(') => self.bulat(name),
                "IFERROR" if self.take(b'(') => self.bila_galat(),
                "IF" if self.take(b'(') => self.bila(),
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
                    // Words are no number: what a text means is not computed with.
                    let words = matches!(self.work.lembar.sel(at.0, at.1).isi, Isi::Teks(_));
                    if words { None } else { self.work.sel(at, self.depth) }
                }
            }
        };
        self.depth -= 1;
        if value.is_some() && self.take(b'%') {
            return value.and_then(|v| v.checked_div(Decimal::ONE_HUNDRED));
        }
        value
    }

    /// Words in quotes; what a formula gives when nothing else is computed.
    fn kutipan(&mut self) -> Option<Decimal> {
        self.at += 1;
        let start = self.at;
        self.at += self.text[start..].iter().position(|b| *b == b'"')?;
        let word = String::from_utf8_lossy(&self.text[start..self.at]).into_owned();
        self.at += 1;
        self.work.kata = Some(super::kisi::Sel::teks(&word).isi);
        None
    }

    fn pisah(&mut self) -> Option<()> {
        (self.take(b',') || self.take(b';')).then_some(())
    }

    /// Passes over one argument, up to its comma or the bracket that closes.
    fn lewati(&mut self) -> Option<()> {
        let (mut depth, mut quoted) = (0, false);
        loop {
            match *self.text.get(self.at)? {
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b'(' => depth += 1,
                b')' | b',' | b';' if depth == 0 => return Some(()),
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn bulat(&mut self, name: &str) -> Option<Decimal> {
        use rust_decimal::RoundingStrategy::{AwayFromZero, MidpointAwayFromZero, ToZero};
        let value = self.jumlah()?;
        self.pisah()?;
        let places = u32::try_from(self.jumlah()?).ok().filter(|p| *p <= 15)?;
        let how = if name == "ROUNDUP" { AwayFromZero } else { ToZero };
        let how = if name == "ROUND" { MidpointAwayFromZero } else { how };
        self.take(b')').then(|| value.round_dp_with_strategy(places, how))
    }

    fn bila_galat(&mut self) -> Option<Decimal> {
        let start = self.at;
        let value = self.jumlah().filter(|_| self.peek() == Some(b',') || self.peek() == Some(b';'));
        self.at = start;
        self.lewati()?;
        self.pisah()?;
        if value.is_some() {
            self.lewati()?;
            return value.filter(|_| self.take(b')'));
        }
        // What cannot be computed here is no error of the sheet.
        if !std::mem::take(&mut self.work.bagi_nol) {
            return None;
        }
        self.jumlah().filter(|_| self.take(b')'))
    }

    fn bila(&mut self) -> Option<Decimal> {
        let left = self.jumlah()?;
        let sign = self.kata(|b| matches!(b, b'=' | b'<' | b'>'));
        let right = if self.peek() == Some(b'"') {
            // Nothing in a cell is as good as an empty text.
            self.kutipan();
            self.work.kata.take().filter(|w| *w == Isi::Kosong).map(|_| Decimal::ZERO)?
        } else {
            self.jumlah()?
        };
        let holds = match sign.as_str() {
            "=" => left == right,
            "<>" => left != right,
            "<" => left < right,
            ">" => left > right,
            "<=" => left <= right,
            ">=" => left >= right,
            _ => return None,
        };
        self.pisah()?;
        if !holds {
            self.lewati()?;
            self.pisah()?;
        }
        let value = self.jumlah();
        if holds && value.is_some() {
            self.lewati()?;
            if self.pisah().is_some() {
                self.lewati()?;
            }
        }
        value.filter(|_| self.take(b')'))
    }

    /// The mean of the numbers of one stretch; cells without one do not count.
    fn rata(&mut self) -> Option<Decimal> {
        let first = sel(&self.kata(|b| b.is_ascii_alphanumeric() || b == b'$'))?;
        let last = if self.take(b':') { sel(&self.kata(|b| b.is_ascii_alphanumeric() || b == b'$'))? } else { first };
        let rows = self.work.lembar.baris.len();
        let counted = |row: usize, column: usize| {
            let cell = self.work.lembar.sel(row, column);
            matches!(cell.isi, Isi::Angka(_)) || (cell.rumus.is_some() && cell.isi == Isi::Kosong)
        };
        let stretch =
            || (first.0..=last.0.min(rows.saturating_sub(1))).flat_map(|row| (first.1..=last.1).map(move |c| (row, c)));
        let n = stretch().filter(|(row, column)| counted(*row, *column)).count();
        let sum = self.rentang(first, last, false)?;
        self.work.bagi_nol |= n == 0;
        sum.checked_div(Decimal::from(n)).filter(|_| self.take(b')'))
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
    baca_alamat(&word.replace('$', "")).filter(|(row, _)| *row < super::batas::BARIS)
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
        sheet.taruh(6, 0, Sel { isi: Isi::Angka(0.into()), ..formula("VLOOKUP(1,A1:B2,2)") });
        let more = [
            ("A3/B9", "#DIV/0!"),
            ("IFERROR(A3/B9,0)", "0"),
            ("IF(B9=0,\"-\",A3/B9)", "-"),
            ("IF(A3>0,ROUND(A3/3*100%,2),0)", "1.67"),
            ("AVERAGE(A3:A4)", "9.50"),
            ("IF(A3=\"\",\"\",+A3)", "5"),
            ("A3*C20", ""),
        ];
        for (n, (text, _)) in more.iter().enumerate() {
            sheet.taruh(10 + n, 0, formula(text));
        }
        sheet.taruh(19, 2, Sel::teks("1.234"));
        assert_eq!(hitung(&mut sheet), 9);
        for (n, (text, result)) in more.iter().enumerate() {
            assert_eq!(sheet.sel(10 + n, 0).tulisan(), *result, "{text}");
        }
        assert_eq!(sheet.sel(0, 0).isi, Isi::Angka(19.into()));
        assert_eq!(sheet.sel(3, 0).isi, Isi::Angka(14.into()));
        assert!((4..7).all(|row| sheet.sel(row, 0).isi == Isi::Kosong));
    }
}
