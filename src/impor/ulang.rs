//! Ulang: rows of a table that print its head once more, on each page or under each block, and say nothing.

use super::kisi::{Lembar, Sel};
use super::makna::lipat;

/// A row of column numbers: `(1) | (2) | 14=(10+11+12+13)`. Every cell is the next number, or one that says how it is
/// computed; a row of counts that happen to rise is none.
pub fn nomor_kolom(lembar: &Lembar, row: usize) -> bool {
    let mut before = 0;
    let texts: Vec<String> = lembar.baris[row].iter().map(Sel::tulisan).filter(|t| !t.is_empty()).collect();
    let next = |text: &String| {
        let plain = text.trim_start_matches('(');
        let digits: String = plain.chars().take_while(char::is_ascii_digit).collect();
        let rest = plain[digits.len()..].trim_start_matches(')').trim();
        let Ok(n) = digits.parse::<u32>() else { return false };
        let marked = rest.starts_with('=') || text.starts_with('(');
        let fits = (rest.is_empty() || rest.starts_with('=')) && (n == before + 1 || (marked && n > before));
        before = n;
        fits
    };
    texts.len() >= 3 && texts.iter().all(next)
}

/// Whether two rows print the same.
pub fn sama(lembar: &Lembar, a: usize, b: usize) -> bool {
    let row =
        |n: usize| lembar.baris[n].iter().map(|c| lipat(&c.tulisan())).filter(|t| !t.is_empty()).collect::<Vec<_>>();
    row(a) == row(b)
}

/// Whether a row prints the head of its table, on rows `kepala`, once more, or numbers its columns.
pub fn kepala_lagi(lembar: &Lembar, kepala: (usize, usize), row: usize) -> bool {
    nomor_kolom(lembar, row) || (kepala.0..=kepala.1).any(|head| sama(lembar, head, row))
}
