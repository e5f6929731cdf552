//! Reading printed numbers: Indonesian, English and plain, exactly, or not at all.

use super::Angka;
use rust_decimal::Decimal;
use std::str::FromStr;

/// How a document writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Dot groups thousands, comma opens the decimals: `1.234,56`.
    Indonesia,
    /// Comma groups thousands, dot opens the decimals: `1,234.56`.
    Inggris,
    /// Not stated: what both styles read differently is ambiguous.
    TidakDinyatakan,
}

/// One possible reading of a printed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The exact value of this reading.
    pub nilai: Decimal,
    /// Why one would read it so, in Indonesian and in English.
    pub sebab: (&'static str, &'static str),
}

/// Why a text is not one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// Nothing but white space.
    Kosong,
    /// No digit where a number should be.
    BukanAngka,
    /// Two readings are possible.
    Ambigu(Vec<Reading>),
    /// The separators fit no style; the readings are guesses offered to the author.
    Menyimpang(Vec<Reading>),
    /// More than 28 digits.
    TerlaluPanjang,
    /// Several numbers where one was expected.
    Banyak,
}

/// Reads one number with its sign, `Rp`, `%` and unit.
///
/// # Errors
/// [`NumberError`] says what is wrong and which readings there are.
pub fn parse(text: &str, style: Style) -> Result<Angka, NumberError> {
    let mut all = parse_many(text, style)?;
    if all.len() == 1 { Ok(all.remove(0)) } else { Err(NumberError::Banyak) }
}

/// Reads one number or an ordered composite: `50 Orang, 18 Orang, 68 Lembaga`.
///
/// # Errors
/// As [`parse`], for the first part that is not a number.
pub fn parse_many(text: &str, style: Style) -> Result<Vec<Angka>, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Kosong);
    }
    let parts = split(text);
    if parts.is_empty() {
        return Err(NumberError::BukanAngka);
    }
    parts.into_iter().map(|part| parse_part(part, style)).collect()
}

/// A number token and the text behind it, up to the next number.
struct Part<'a> {
    negative: bool,
    number: &'a str,
    behind: &'a str,
}

/// Cuts a text into number tokens with what follows each; empty when the text does not begin like a number.
fn split(text: &str) -> Vec<Part<'_>> {
    let bytes = text.as_bytes();
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut position = 0;
    while position < bytes.len() {
        if !bytes[position].is_ascii_digit() {
            position += 1;
            continue;
        }
        let mut start = position;
        // `.50` is a half: its separator belongs to the number, that of `Rp.500` to the word.
        if parts.is_empty() && pecahan_saja(&text[..start]) {
            start -= 1;
        }
        while position < bytes.len() && (bytes[position].is_ascii_digit() || is_inner_separator(bytes, position)) {
            position += 1;
        }
        let before = &text[parts
            .last()
            .map_or(0, |p: &Part<'_>| p.number.as_ptr() as usize + p.number.len() - text.as_ptr() as usize)
            ..start];
        if let Some(last) = parts.last_mut() {
            last.behind = before;
        } else if !is_lead(before) {
            return Vec::new();
        }
        // The sign stands before the digits or before `Rp`: `Rp -1.500`, `−Rp1.500`.
        let negative = parts.is_empty()
            && (before.trim_end().ends_with(['-', '−']) || before.trim_start().starts_with(['-', '−']));
        parts.push(Part { negative, number: &text[start..position], behind: &text[position..] });
    }
    parts
}

/// A dot or comma belongs to the number only when a digit follows it at once.
fn is_inner_separator(bytes: &[u8], position: usize) -> bool {
    matches!(bytes[position], b'.' | b',') && bytes.get(position + 1).is_some_and(u8::is_ascii_digit)
}

/// Whether the text before the first digit ends in a separator that opens a fraction without a whole.
fn pecahan_saja(before: &str) -> bool {
    before.strip_suffix(['.', ',']).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-', '−', '+']))
}

/// What may stand before the first digit: nothing, a sign, `Rp`, `Rp.`, `Rp:`, `−Rp`.
fn is_lead(before: &str) -> bool {
    let rest = before.trim().trim_end_matches(['-', '−', '+', ':', '.', ' ']).trim_start_matches(['-', '−', ' ']);
    rest.is_empty() || rest.eq_ignore_ascii_case("rp")
}

fn parse_part(part: Part<'_>, style: Style) -> Result<Angka, NumberError> {
    let behind = part.behind.trim();
    let persen = behind.starts_with('%') || behind.to_lowercase().starts_with("persen");
    // ",-" and ".-" close a rupiah amount; separators close a part of a composite.
    let satuan = behind
        .trim_start_matches('%')
        .trim_start_matches([',', '.', '-', ';', '/', ' '])
        .trim_end_matches([',', ';', '/', ' ', '.']);
    let satuan = satuan.strip_suffix(" dan").unwrap_or(satuan).trim();
    if satuan == "dan" || satuan.is_empty() || persen {
        let nilai = read(part.number, style)?;
        return Ok(signed(nilai, part.negative, persen, None));
    }
    let nilai = read(part.number, style)?;
    Ok(signed(nilai, part.negative, persen, Some(satuan.to_string())))
}

fn signed(nilai: Decimal, negative: bool, persen: bool, satuan: Option<String>) -> Angka {
    let nilai = if negative { -nilai } else { nilai };
    Angka { persen, satuan, ..Angka::polos(nilai) }
}

const TITIK_RIBUAN: (&str, &str) =
    ("titik sebagai pemisah ribuan, koma sebagai desimal", "dot groups thousands, comma is the decimal mark");
const KOMA_RIBUAN: (&str, &str) =
    ("koma sebagai pemisah ribuan, titik sebagai desimal", "comma groups thousands, dot is the decimal mark");
const AKHIR_DESIMAL: (&str, &str) = ("pemisah terakhir sebagai desimal", "the last separator is the decimal mark");
const TANPA_DESIMAL: (&str, &str) = ("semua pemisah sebagai pemisah ribuan", "every separator groups thousands");

/// Reads digits with separators in the given style; the other style is accepted where it is the only reading.
fn read(token: &str, style: Style) -> Result<Decimal, NumberError> {
    let indonesia = read_as(token, '.', ',')?;
    let inggris = read_as(token, ',', '.')?;
    match (style, indonesia, inggris) {
        (Style::Indonesia, Some(value), _) | (Style::Inggris, _, Some(value)) => Ok(value),
        (Style::Indonesia, None, Some(value)) | (Style::Inggris, Some(value), None) => Ok(value),
        (Style::TidakDinyatakan, Some(one), Some(other)) if one == other => Ok(one),
        (Style::TidakDinyatakan, Some(one), Some(other)) => Err(NumberError::Ambigu(vec![
            Reading { nilai: one, sebab: TITIK_RIBUAN },
            Reading { nilai: other, sebab: KOMA_RIBUAN },
        ])),
        (Style::TidakDinyatakan, Some(value), None) | (Style::TidakDinyatakan, None, Some(value)) => Ok(value),
        (_, None, None) => Err(NumberError::Menyimpang(guesses(token))),
    }
}

/// The value when `group` groups thousands and `point` opens the decimals; `None` when the token does not fit.
fn read_as(token: &str, group: char, point: char) -> Result<Option<Decimal>, NumberError> {
    let (whole, fraction) = match token.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (token, None),
    };
    if fraction.is_some_and(|f| f.contains([group, point])) {
        return Ok(None);
    }
    let groups: Vec<&str> = whole.split(group).collect();
    if whole.is_empty() && fraction.is_none() || groups[0].is_empty() && groups.len() > 1 {
        return Ok(None);
    }
    if groups.len() > 1 {
        let first_fits = (1..=3).contains(&groups[0].len()) && groups[0] != "0";
        if !first_fits || groups[1..].iter().any(|g| g.len() != 3) {
            return Ok(None);
        }
    }
    let plain = match fraction {
        // Nothing before the separator: it can only open a fraction.
        Some(fraction) if whole.is_empty() => format!("0.{fraction}"),
        Some(fraction) => format!("{}.{fraction}", groups.concat()),
        None => groups.concat(),
    };
    exact(&plain).map(Some)
}

fn exact(plain: &str) -> Result<Decimal, NumberError> {
    Decimal::from_str_exact(plain).map_err(|_| NumberError::TerlaluPanjang)
}

/// Readings to offer for a token whose separators fit no style.
fn guesses(token: &str) -> Vec<Reading> {
    let digits: String = token.chars().filter(char::is_ascii_digit).collect();
    let mut readings = Vec::new();
    if let Some(last) = token.rfind(['.', ',']) {
        let behind = token.len() - last - 1;
        if behind != 3 && behind < digits.len() {
            let (whole, fraction) = digits.split_at(digits.len() - behind);
            if let Ok(nilai) = Decimal::from_str(&format!("{whole}.{fraction}")) {
                readings.push(Reading { nilai, sebab: AKHIR_DESIMAL });
            }
        }
    }
    if let Ok(nilai) = Decimal::from_str(&digits) {
        readings.push(Reading { nilai, sebab: TANPA_DESIMAL });
    }
    readings
}
