//! Isi: what one cell can hold, and the units of numbers.

use super::Angka;
use rust_decimal::Decimal;
use std::fmt;

/// What a printed text holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isi {
    /// One number: an amount, a percentage, a count.
    Satu(Angka),
    /// Several numbers in order, never added up.
    Komposit(Vec<Angka>),
    /// From one number to another.
    Rentang(Angka, Angka),
    /// At least, at most, more or less than a number.
    Batas(Batas, Angka),
    /// One to so many: `1 : 2.500`.
    Rasio(Angka, Angka),
    /// A time in several units; the first number is the whole of it in its first unit.
    Durasi(Angka, Vec<Angka>),
}

/// On which side of a number a bound lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batas {
    /// `≥ 90`, `min. 90`
    PalingSedikit,
    /// `> 90`
    LebihDari,
    /// `≤ 10`, `maks. 10`
    PalingBanyak,
    /// `< 10`
    KurangDari,
}

impl Batas {
    /// Bound and sign.
    pub const SEMUA: [(&'static str, Batas); 4] =
        [("≥", Batas::PalingSedikit), (">", Batas::LebihDari), ("≤", Batas::PalingBanyak), ("<", Batas::KurangDari)];

    /// Its sign.
    pub fn tanda(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, b)| *b == self).map_or("", |(t, _)| t)
    }

    /// Whether a value keeps it.
    pub fn dipenuhi(self, value: Decimal, batas: Decimal) -> bool {
        match self {
            Batas::PalingSedikit => value >= batas,
            Batas::LebihDari => value > batas,
            Batas::PalingBanyak => value <= batas,
            Batas::KurangDari => value < batas,
        }
    }

    /// Whether it bounds from below.
    pub fn bawah(self) -> bool {
        matches!(self, Batas::PalingSedikit | Batas::LebihDari)
    }
}

/// The unit of a number. Units are alike when they are equal here: `Orang` and `orang` are, `%` and `orang` are not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Satuan {
    /// Percent.
    Persen,
    /// Rupiah.
    Rupiah,
    /// Any other, in small letters.
    Lain(String),
}

impl Satuan {
    /// A unit as printed; `None` for nothing.
    pub fn baca(text: &str) -> Option<Self> {
        let word = text.trim().trim_end_matches('.').to_lowercase();
        match word.as_str() {
            "" => None,
            "%" | "persen" | "persentase" | "percent" => Some(Self::Persen),
            "rp" | "rupiah" | "idr" => Some(Self::Rupiah),
            _ => Some(Self::Lain(word.split_whitespace().collect::<Vec<_>>().join(" "))),
        }
    }

    /// Whether the unit only says that a number stands on a scale, so that a cell without unit is of it too.
    pub fn nilai(&self) -> bool {
        matches!(self, Self::Lain(word) if matches!(word.as_str(), "nilai" | "indeks" | "skor" | "angka" | "poin" | "predikat" | "opini" | "kategori"))
    }
}

impl fmt::Display for Satuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Persen => "%",
            Self::Rupiah => "Rp",
            Self::Lain(word) => word,
        })
    }
}
