//! Exact decimals: reading numbers as people paste them, writing them as readers of either language do.
//!
//! No figure passes through `f64`. What has two readings is an error that shows both.

mod baca;
mod batas;
mod besaran;
mod bulan;
mod format;
mod isi;
mod jam;
mod keterangan;
mod lang;
mod majemuk;
mod parse;
mod potong;
mod satuan_kata;
mod tunggal;

pub use baca::{baca, parse};
pub use batas::taksiran_di_belakang;
pub use besaran::{BESARAN, PANGKAT_TABEL, kata_besaran, menyebut_besaran};
pub use bulan::bulan_ke;
pub use isi::{Batas, Isi, Satuan};
pub use keterangan::{Kupas, kupas, sumber_dana};
pub use lang::Lang;
pub use parse::{NumberError, Reading, Style};
pub use tunggal::{Boleh, Kurung, Satu};

use rust_decimal::Decimal;

/// One printed number: its exact value and how it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Angka {
    /// The exact value; a percentage is kept as printed (`95,39%` is 95.39).
    pub nilai: Decimal,
    /// How many decimals the value has: the precision in which it is shown.
    pub desimal: u32,
    /// The power of ten of a word of magnitude (9 for `2,9 miliar`) or of a table in thousands or millions.
    pub pangkat: u32,
    /// What the last printed digit is worth: 0,01 for `95,39`, a hundred million for `2,9 miliar`.
    pub langkah: Decimal,
    /// Whether a percent sign was printed.
    pub persen: bool,
    /// The unit printed with the number (`Orang`, `Dokumen`, `Rp`), if any; behind a percent sign what follows it.
    pub satuan: Option<String>,
}

impl Angka {
    /// A number that was computed or written plainly, without unit.
    pub fn polos(nilai: Decimal) -> Self {
        let langkah = digit_terakhir(nilai.scale());
        Self { desimal: nilai.scale(), pangkat: 0, langkah, nilai, persen: false, satuan: None }
    }

    /// The value in another unit of time: `0,25 jam` in minutes is 15. Other units are not turned into each other.
    pub fn dalam(&self, satuan: Option<&str>) -> Decimal {
        let seconds = |unit: Option<&str>| Satuan::baca(unit?)?.detik();
        match (seconds(self.satuan.as_deref()), seconds(satuan)) {
            (Some(own), Some(other)) if own != other => {
                let turned = self.nilai.checked_mul(own.into()).and_then(|v| v.checked_div(other.into()));
                turned.unwrap_or(self.nilai)
            }
            _ => self.nilai,
        }
    }

    /// Between which values the exact one lies if the print was rounded: half of its last digit to either side, both ends
    /// included, because half up and half to even are both in use. `2,9 miliar` lies between 2,85 and 2,95 miliar.
    pub fn selang(&self) -> (Decimal, Decimal) {
        let half = self.langkah.checked_div(Decimal::TWO).unwrap_or_default();
        (self.nilai.checked_sub(half).unwrap_or(self.nilai), self.nilai.checked_add(half).unwrap_or(self.nilai))
    }

    /// The unit the cell itself prints, if any.
    pub fn satuan_sel(&self) -> Option<Satuan> {
        let word = self.satuan.as_deref().and_then(Satuan::baca);
        match word {
            // `5% per tahun` is no percentage of the year.
            Some(Satuan::Lain(word)) if self.persen => Some(Satuan::Lain(format!("% {word}"))),
            _ if self.persen => Some(Satuan::Persen),
            word => word,
        }
    }

    /// The number before its word of magnitude, and how many decimals it was printed with: 2,9 and 1 of `2,9 miliar`.
    pub fn tercetak(&self) -> Option<(Decimal, u32)> {
        let factor = Decimal::from(10_u64.checked_pow(self.pangkat)?);
        Some((self.nilai.checked_div(factor)?, self.langkah.checked_div(factor)?.normalize().scale()))
    }

    /// The same number a power of ten greater: `2,9` times a thousand million.
    #[must_use]
    fn kali_pangkat(self, pangkat: u32) -> Option<Self> {
        let factor = Decimal::from(10_u64.checked_pow(pangkat)?);
        let desimal = self.desimal.saturating_sub(pangkat);
        let mut nilai = self.nilai.checked_mul(factor).filter(|value| muat(*value))?;
        nilai.rescale(desimal);
        Some(Self { nilai, desimal, pangkat, langkah: self.langkah.checked_mul(factor)?.normalize(), ..self })
    }
}

/// Digits of one printed number, decimals included.
pub const DIGIT: u32 = 26;

/// Whether a number is one that a document prints: below 10^18, of at most 26 digits in all. A sum, a difference, a share
/// of such numbers is always a `Decimal`.
pub fn muat(value: Decimal) -> bool {
    let whole = value.trunc().abs();
    let digits = whole.normalize().to_string().len() as u32;
    whole < Decimal::from(1_000_000_000_000_000_000_u64) && digits.saturating_add(value.scale()) <= DIGIT
}

/// The value with the other sign.
pub fn balik(value: Decimal) -> Decimal {
    let mut other = value;
    other.set_sign_negative(!value.is_sign_negative());
    other
}

/// What the last of some decimals is worth: 0,01 for two.
fn digit_terakhir(desimal: u32) -> Decimal {
    Decimal::new(1, desimal.min(28))
}

/// Rounds half away from zero, the way the documents and their readers round.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// Cuts digits off without rounding: what some documents do, recognised so that it is told apart from an error.
pub fn truncate(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToZero)
}
