//! Hiasan: what a print says around its value: a remark beside the number, words around a letter, a word of magnitude.

use super::ganda::ganda;
use super::harapan::Harapan;
use super::kata_skala::{KataSkala, letter, letter_with_words};
use crate::number::{self, Angka, Isi, Kupas, NumberError, Satu, Satuan, Style, kupas};
use rust_decimal::Decimal;

/// What is read of a print, and what it says beside that.
pub(super) fn hiasan<'t>(text: &'t str, harapan: Harapan<'_>) -> (&'t str, Option<&'t str>) {
    if harapan.teks {
        return (text, None);
    }
    if let Some((number, letter)) = without_letter(text, harapan.huruf) {
        return (number, Some(letter));
    }
    let Some(Kupas { angka, keterangan }) = kupas(text) else { return (text, None) };
    // Sources of funds and classes have columns of their own.
    let other = match harapan.boleh.satu {
        Satu::Uang => number::sumber_dana(keterangan),
        Satu::Persen => Satuan::baca(keterangan.trim()).is_none() && keterangan.contains(char::is_alphabetic),
        Satu::Apa => false,
    };
    if other || matches!(number::baca(angka, harapan.style, &harapan.boleh), Err(ref e) if !asks(e)) {
        return (text, None);
    }
    (angka, Some(keterangan).filter(|k| k.contains(char::is_alphabetic)))
}

/// Whether an error only asks which of two readings is meant.
fn asks(error: &NumberError) -> bool {
    matches!(error, NumberError::Ambigu(_) | NumberError::Menyimpang(_))
}

/// Whether a print is one legible number: whole, and written as its document writes numbers.
pub(super) fn terbaca(text: &str, harapan: Harapan<'_>) -> bool {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let lead = text[..start].trim().to_lowercase();
    let whole = matches!(lead.as_str(), "" | "-" | "–" | "(" | "rp" | "rp." | "rp.(");
    match number::baca(text, harapan.style, &harapan.boleh) {
        Ok(Isi::Satu(a)) => whole && a.desimal < 3 && ganda(text, &a, &harapan).is_none(),
        _ => false,
    }
}

/// Whether the print, read without a mark, gives the value of the reading: its only number, whatever stands around it.
pub(super) fn terbaca_sama(text: &str, a: &Angka, harapan: Harapan<'_>) -> bool {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let end =
        text[start..].find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).map_or(text.len(), |n| start + n);
    let token = text[start..end].trim_end_matches(['.', ',']);
    // A second number, a letter in the first (`1O0`) or a space in it are forms of their own.
    let single = !text[end..].contains(|c: char| c.is_ascii_digit())
        && !text[..start].ends_with(char::is_alphabetic)
        && !text[end..].starts_with(char::is_alphabetic)
        && harapan.style != Style::TidakDinyatakan;
    let outside =
        text[..start].contains(char::is_alphabetic) || text[..start].contains(['±', '~', '≈', '(', '≥', '≤', '<', '>']);
    single && outside && {
        let whole = number::parse(&text[start..], harapan.style).map(|a| a.nilai);
        let alone = number::parse(token, harapan.style).map(|a| a.nilai);
        whole == Ok(a.nilai) || alone == Ok(a.nilai)
    }
}

/// The word of magnitude that a reading leaves out, and the whole amount: `1.500 juta (dibaca 1500)`, and the same in a table
/// in millions.
pub(super) fn tanpa_besaran(
    dibaca: &str,
    tercetak: &str,
    a: &Angka,
    harapan: Harapan<'_>,
) -> Option<(&'static str, String)> {
    let end = tercetak.rfind(|c: char| c.is_ascii_digit())?;
    let word: String =
        tercetak[end + 1..].trim_start_matches([' ', ',', '-']).chars().take_while(|c| c.is_alphabetic()).collect();
    let word = word.to_lowercase();
    let uang = harapan.boleh.satu == Satu::Uang || tercetak.trim_start().to_lowercase().starts_with("rp");
    let own = number::BESARAN.iter().find(|(known, _, unit)| *known == word && (uang || !unit)).map(|(_, p, _)| *p);
    let pangkat = own.unwrap_or(if harapan.boleh.satu == Satu::Uang { harapan.boleh.pangkat } else { 0 });
    let kata = number::kata_besaran(number::Lang::Id, pangkat)?;
    if a.pangkat > 0 || a.nilai.is_zero() || dibaca.contains(char::is_alphabetic) && !dibaca.contains('%') {
        return None;
    }
    // Who writes more digits than are printed has written the amount out; so has who writes thousands of millions.
    let digits: String = tercetak.chars().filter(char::is_ascii_digit).collect();
    let printed: Decimal = digits.parse().ok()?;
    let short = a.nilai.abs() <= printed && (own.is_some() || a.nilai.abs() < Decimal::from(1_000_000_000));
    let penuh = a.nilai.checked_mul(Decimal::from(10_u64.checked_pow(pangkat)?))?.normalize();
    short.then(|| (kata, penuh.to_string()))
}

/// `60,70 (B)`, `B (60,70)`, `72,5/BB` and `72,50 dengan predikat BB`: the number, and its letter with its brackets.
fn without_letter<'t>(text: &'t str, huruf: &[KataSkala]) -> Option<(&'t str, &'t str)> {
    if huruf.is_empty() {
        return None;
    }
    let digit = |t: &str| t.contains(|c: char| c.is_ascii_digit());
    let parts = text.strip_suffix(')').and_then(|t| t.split_once('(')).map(|(a, b)| (a.trim(), b.trim()));
    let parts = parts.or_else(|| text.split_once('/').map(|(a, b)| (a.trim(), b.trim())));
    let parts = parts.or_else(|| text.split_once(' ').map(|(a, b)| (a.trim(), b.trim())));
    let (a, b) = parts?;
    if digit(a) && letter_with_words(b, huruf).is_some() {
        // `(BB)` with its brackets; of `dengan predikat BB` the letter.
        let behind = text.get(a.len()..).map_or(b, str::trim);
        let bare = if letter(b, huruf).is_some() { b } else { b.rsplit(' ').next().unwrap_or(b) };
        return Some((a, if behind.starts_with('(') { behind } else { bare }));
    }
    (digit(b) && letter_with_words(a, huruf).is_some()).then_some((b, a))
}
