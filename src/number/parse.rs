//! Reading printed numbers: Indonesian, English and plain, exactly, or not at all.

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

impl Style {
    /// The words of `angka:` and what they mean.
    pub const SEMUA: [(&'static str, Style); 2] = [("indonesia", Style::Indonesia), ("inggris", Style::Inggris)];

    /// The word of `angka:` under which numbers of this style are written down; where none is stated, that of most documents.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, style)| *style == self).map_or("indonesia", |(kata, _)| kata)
    }

    /// The style of a word of `angka:`.
    pub fn dari_kata(kata: &str) -> Option<Self> {
        Self::SEMUA.iter().find(|(own, _)| *own == kata).map(|(_, style)| *style)
    }
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
    /// A million million millions or more, or more digits than are computed with.
    TerlaluPanjang,
    /// Several numbers where one was expected, or where it is open whether they are one; the readings are guesses.
    Banyak(Vec<Reading>),
    /// A number as a calculator writes it: `5,36E+09`.
    Ilmiah(Vec<Reading>),
    /// A date.
    Tanggal,
    /// A time of day.
    Jam,
    /// A kind of value that has no place here: the name of the kind in both languages.
    TidakDiSini(&'static str, &'static str),
    /// What is left over is no unit of what is measured here.
    Sisa(String),
    /// Times that cannot be added exactly, such as months and days.
    Waktu,
}

const TITIK_RIBUAN: (&str, &str) =
    ("titik sebagai pemisah ribuan, koma sebagai desimal", "dot groups thousands, comma is the decimal mark");
const KOMA_RIBUAN: (&str, &str) =
    ("koma sebagai pemisah ribuan, titik sebagai desimal", "comma groups thousands, dot is the decimal mark");
const AKHIR_DESIMAL: (&str, &str) = ("pemisah terakhir sebagai desimal", "the last separator is the decimal mark");
const TANPA_DESIMAL: (&str, &str) = ("semua pemisah sebagai pemisah ribuan", "every separator groups thousands");

/// Reads digits with separators in the given style; the other style is accepted where it is the only reading.
pub(super) fn read(token: &str, style: Style) -> Result<Decimal, NumberError> {
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
    Decimal::from_str_exact(plain).ok().filter(|value| super::muat(*value)).ok_or(NumberError::TerlaluPanjang)
}

/// Readings to offer for a token whose separators fit no style.
pub(super) fn guesses(token: &str) -> Vec<Reading> {
    let digits: String = token.chars().filter(char::is_ascii_digit).collect();
    let mut readings = Vec::new();
    if let Some(last) = token.rfind(['.', ',']) {
        let behind = token.len() - last - 1;
        if behind != 3 && behind < digits.len() {
            let (whole, fraction) = digits.split_at(digits.len() - behind);
            let whole = if whole.is_empty() { "0" } else { whole };
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
