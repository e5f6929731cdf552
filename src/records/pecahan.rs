//! Pecahan: the advice for a cell of two numbers that are one: counts in brackets, ratios, rates, fractions.

use super::harapan::Harapan;
use crate::diagnostic::Pesan;
use crate::number::{Angka, Style, parse};
use crate::pesan;
use rust_decimal::Decimal;

/// A plain number as it is written in a reading: exactly three decimals take a zero behind them.
pub(super) fn polos(nilai: Decimal) -> String {
    let short = nilai.trunc().abs() < Decimal::ONE_THOUSAND && !nilai.trunc().is_zero();
    if nilai.scale() == 3 && short { format!("{nilai}0") } else { nilai.to_string() }
}

/// The same with the percent sign of its print.
pub(super) fn polos_persen(a: &Angka) -> String {
    format!("{}{}", polos(a.nilai), if a.persen { "%" } else { "" })
}

/// `5½`, `¾`: the number with its fraction, plain.
pub(super) fn pecahan(text: &str) -> Option<Pesan> {
    const PECAHAN: [(char, &str); 5] = [('½', "5"), ('¼', "25"), ('¾', "75"), ('⅛', "125"), ('⅕', "2")];
    let (sign, digits) = PECAHAN.into_iter().find(|(sign, _)| text.contains(*sign))?;
    let (whole, unit) = text.split_once(sign)?;
    let whole = match whole.trim() {
        "" => "0",
        whole => whole,
    };
    let unit = unit.trim();
    let plain = whole.bytes().all(|b| b.is_ascii_digit()) && !unit.contains(|c: char| c.is_ascii_digit());
    let behind = if unit.starts_with(['%', '‰']) || unit.is_empty() { unit.to_string() } else { format!(" {unit}") };
    plain.then(|| {
        pesan!(
            "pecahan ditulis sebagai desimal: \"{text} (dibaca {whole}.{digits}{behind})\"",
            "a fraction is written as decimals: \"{text} (dibaca {whole}.{digits}{behind})\""
        )
    })
}

/// `18,86% (1.547 dari 8.202 jiwa)`, `50% (5/10)`: the counts have columns of their own.
pub(super) fn hitungan(text: &str, harapan: &Harapan<'_>) -> Option<Pesan> {
    let (number, counts) = text.split_once('(')?;
    let count = |t: &str| parse(t.trim(), harapan.style).is_ok();
    let both = counts.trim_end().strip_suffix(')').and_then(|c| c.split_once('/'));
    if !counts.contains(" dari ") && !both.is_some_and(|(a, b)| count(a) && count(b)) {
        return None;
    }
    let a = parse(number.trim(), harapan.style).ok()?;
    let plain = polos_persen(&a);
    Some(pesan!(
        "hitungannya ditulis di kolom `pembilang` dan `penyebut`; angkanya \"{text} (dibaca {plain})\"",
        "the counts are written in columns `pembilang` and `penyebut`; the figure \"{text} (dibaca {plain})\""
    ))
}

/// `2:1` and `1/2.500` are ratios, `16/1.000 KH` a rate.
pub(super) fn laju(text: &str) -> Option<Pesan> {
    // A year before its number is no ratio: `2023: 500`.
    let short = |t: &str| (1..=3).contains(&t.trim().len()) && t.trim().bytes().all(|b| b.is_ascii_digit());
    if let Some((a, b)) = text.split_once(':').filter(|(a, b)| short(a) && parse(b, Style::Indonesia).is_ok()) {
        let (a, b) = (a.trim(), b.trim());
        return Some(pesan!("rasio ditulis \"{a} : {b}\"", "a ratio is written \"{a} : {b}\""));
    }
    let (left, right) = text.split_once('/').map(|(a, z)| (a.trim(), z.trim()))?;
    let digit = |t: &str| t.starts_with(|c: char| c.is_ascii_digit());
    let number = left.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !digit(left) || !number || !digit(right) || right.contains('/') {
        return None;
    }
    if left == "1" {
        return Some(pesan!("rasio ditulis \"1 : {right}\"", "a ratio is written \"1 : {right}\""));
    }
    let factor: String = right.chars().take_while(|c| !c.is_whitespace()).filter(char::is_ascii_digit).collect();
    let ten = factor.len() > 2 && factor.trim_end_matches('0') == "1";
    ten.then(|| pesan!("laju ditulis \"{left} per {right}\"", "a rate is written \"{left} per {right}\""))
}
