//! Ulang: rows of a table that print its head once more, on each page or under each block, and say nothing.

use super::kisi::{Lembar, Sel};
use super::makna::lipat;

/// A row that counts the columns: `(1) | (2) | 14=(10+11+12+13)`, `a | b | c=b/a`, `7 (6/5)`. Every cell is the next number
/// or letter, or one that says how it is computed; a row of counts that happen to rise is none.
pub fn nomor_kolom(lembar: &Lembar, row: usize) -> bool {
    let texts: Vec<String> = lembar.baris[row].iter().map(Sel::tulisan).filter(|t| !t.is_empty()).collect();
    let letters = texts.first().is_some_and(|t| t.to_lowercase().trim_matches(['(', ')']) == "a");
    let mut before = 0;
    let next = |text: &String| {
        let lower = text.to_lowercase();
        let plain = lower.trim_start_matches('(').trim_start();
        let own: String = if letters {
            plain.chars().take(1).filter(char::is_ascii_lowercase).collect()
        } else {
            plain.chars().take_while(char::is_ascii_digit).collect()
        };
        let rest = plain[own.len()..].trim_start_matches(')').trim();
        let n = match own.bytes().next() {
            Some(letter) if letters => Some(u32::from(letter - b'a') + 1),
            _ => own.parse::<u32>().ok(),
        };
        let Some(n) = n else { return false };
        let sign = |c: char| c.is_ascii_alphanumeric() || "=()+-/:*%., ×÷–".contains(c);
        let computed = rest.starts_with(['=', '(']) && rest.chars().all(sign);
        let marked = computed || text.starts_with('(');
        let fits = (rest.is_empty() || computed) && (n == before + 1 || (marked && n > before));
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
