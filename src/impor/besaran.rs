//! Besaran: amounts in thousands or millions are written as printed, with their magnitude: only so is it known how far
//! they are rounded.

use super::angka::{Nilai, sel, tulis};
use super::kolom::{persen, uang};
use super::tampil::{BESARAN, tercetak};
use crate::number::Style;
use rust_decimal::Decimal;

/// The magnitude that a text names, and the text without it.
fn kupas(text: &str) -> Option<(usize, &str)> {
    let ends = |word: &str| text.strip_suffix(word).map(str::trim_end);
    BESARAN.iter().enumerate().find_map(|(at, (_, word, _))| Some((at, ends(word)?)))
}

/// How far an amount that is printed in thousands or millions may be from what it stands for.
pub fn setengah(cell: &Nilai) -> Decimal {
    let Nilai::Angka(_, text) = cell else { return Decimal::ZERO };
    let Some((at, plain)) = kupas(text) else { return Decimal::ZERO };
    // Groups have three figures: what stands behind the last mark with another number of them are decimals.
    let count = |rest: &str| rest.chars().filter(char::is_ascii_digit).count();
    let behind = plain.rsplit_once([',', '.']).map_or(0, |(_, rest)| count(rest));
    let behind = if behind == 3 { 0 } else { behind };
    let half = Decimal::from(BESARAN[at].0).checked_div(Decimal::TWO).unwrap_or_default();
    (0..behind).fold(half, |h, _| h.checked_div(Decimal::TEN).unwrap_or_default())
}

/// Rows as the record writes them, and the magnitude of the whole table where all of its money has one.
pub fn tulisan(
    kolom: &[String],
    rows: &[(String, Vec<Nilai>)],
    style: Style,
) -> (Option<&'static str>, Vec<(String, Vec<String>)>) {
    let of = |n: usize| {
        let texts = rows.iter().filter_map(|(_, cells)| match cells.get(n) {
            Some(Nilai::Angka(_, text)) => Some(kupas(text).map(|(at, _)| at)),
            _ => None,
        });
        texts.max()
    };
    let money: Vec<Option<Option<usize>>> =
        kolom.iter().enumerate().map(|(n, name)| of(n).filter(|_| uang(name) && !persen(name))).collect();
    let mut all = money.iter().flatten();
    let first = all.next().copied().flatten();
    let whole = first.filter(|at| all.all(|other| *other == Some(*at)));
    let cell = |n: usize, cell: &Nilai| {
        let (Nilai::Angka(value, text), Some(Some(at))) = (cell, money[n]) else { return sel(cell) };
        // What was computed here is in rupiah.
        let plain = match kupas(text) {
            Some((own, plain)) if own == at => plain.to_string(),
            _ => value.checked_div(Decimal::from(BESARAN[at].0)).map_or_else(|| text.clone(), |v| tulis(v, style)),
        };
        if whole.is_some() { plain } else { tercetak(&plain, BESARAN[at].0) }
    };
    let row = |(kode, cells): &(String, Vec<Nilai>)| {
        (kode.clone(), cells.iter().enumerate().map(|(n, c)| cell(n, c)).collect())
    };
    (whole.map(|at| BESARAN[at].2), rows.iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_magnitude_is_of_the_table_and_several_are_of_their_cells() {
        let cell = |n: i64, text: &str| Nilai::Angka(n.into(), text.to_string());
        let names = ["pagu.murni".to_string(), "realisasi".to_string(), "serapan".to_string()];
        let write =
            |a: Nilai, b: Nilai| tulisan(&names, &[("a".to_string(), vec![a, b, cell(90, "90%")])], Style::Indonesia);
        let (whole, rows) = write(cell(302_000_000, "302 juta"), cell(30_500_000, "30500000"));
        assert_eq!((whole, rows[0].1.join(" ")), (None, "302 juta 30500000 90%".to_string()));
        let (whole, rows) = write(cell(302_000_000, "302 juta"), cell(30_500_000, "30,50 juta"));
        assert_eq!((whole, rows[0].1.join(" ")), (Some("jutaan rupiah"), "302 30,50 90%".to_string()));
    }
}
