//! Besaran: amounts in thousands or millions are written as printed, with their magnitude: only so is it known how far
//! they are rounded.

use super::angka::{Nilai, sel, tulis};
use super::bilangan::baca;
use super::kolom::{persen, uang};
use super::tampil::{BESARAN, tercetak};
use crate::number::Style;
use rust_decimal::Decimal;

/// The magnitude that a text names, and the text without it.
fn kupas(text: &str, style: Style) -> Option<(usize, &str)> {
    let angka = baca(text, style).filter(|a| a.pangkat > 0)?;
    let times = 10_i64.checked_pow(angka.pangkat)?;
    let at = BESARAN.iter().position(|(n, ..)| *n == times)?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    Some((at, &text[..end]))
}

/// How far an amount that is printed in thousands or millions may be from what it stands for.
pub fn setengah(cell: &Nilai, style: Style) -> Decimal {
    let Nilai::Angka(_, text) = cell else { return Decimal::ZERO };
    let angka = baca(text, style).filter(|a| a.pangkat > 0);
    angka.and_then(|a| a.langkah.checked_div(Decimal::TWO)).unwrap_or_default()
}

/// Rows as the record writes them, and the magnitude of the whole table where all of its money has one.
pub fn tulisan(
    kolom: &[String],
    rows: &[(String, Vec<Nilai>)],
    style: Style,
) -> (Option<&'static str>, Vec<(String, Vec<String>)>) {
    // The one magnitude of a column; what was computed here is in rupiah and takes it.
    let of = |n: usize| {
        let cells = rows.iter().filter_map(|(_, cells)| match cells.get(n) {
            Some(Nilai::Angka(_, text)) => Some(kupas(text, style).map(|(at, _)| at)),
            _ => None,
        });
        let mut found: Vec<Option<usize>> = cells.collect();
        found.sort_unstable();
        found.dedup();
        match found.as_slice() {
            [] => None,
            [one] | [None, one] => Some(*one),
            _ => Some(None),
        }
    };
    let money: Vec<Option<Option<usize>>> =
        kolom.iter().enumerate().map(|(n, name)| of(n).filter(|_| uang(name) && !persen(name))).collect();
    let mut all = money.iter().flatten();
    let first = all.next().copied().flatten();
    let whole = first.filter(|at| all.all(|other| *other == Some(*at)));
    let cell = |n: usize, cell: &Nilai| {
        let (Nilai::Angka(value, text), Some(Some(at))) = (cell, money[n]) else { return sel(cell) };
        let times = BESARAN[at].0;
        match kupas(text, style) {
            Some((own, plain)) if own == at && whole.is_some() => plain.to_string(),
            Some(_) => text.clone(),
            None => {
                let plain = value.checked_div(Decimal::from(times)).map_or_else(|| text.clone(), |v| tulis(v, style));
                if whole.is_some() { plain } else { tercetak(&plain, times) }
            }
        }
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
        let (whole, rows) = write(cell(12_500_000_000, "12,5 M"), cell(500_000_000, "500 jt"));
        assert_eq!((whole, rows[0].1.join(" ")), (None, "12,5 M 500 jt 90%".to_string()));
    }
}
