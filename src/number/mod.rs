//! Exact decimals: reading numbers as people paste them, writing them as readers of either language do.
//!
//! No figure passes through `f64`. What has two readings is an error that shows both.

mod format;
mod lang;
mod parse;

pub use lang::Lang;
pub use parse::{NumberError, Reading, Style, parse, parse_many};

use rust_decimal::Decimal;

/// One printed number: its exact value and how it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Angka {
    /// The exact value; a percentage is kept as printed (`95,39%` is 95.39).
    pub nilai: Decimal,
    /// How many decimals the value has: the precision in which it is shown.
    pub desimal: u32,
    /// What the last printed digit is worth: 0,01 for `95,39`, a hundred million for `2,9 miliar`.
    pub langkah: Decimal,
    /// Whether a percent sign was printed.
    pub persen: bool,
    /// The unit printed behind the number (`Orang`, `Dokumen`), if any.
    pub satuan: Option<String>,
}

impl Angka {
    /// A number that was computed or written plainly, without unit.
    pub fn polos(nilai: Decimal) -> Self {
        Self { desimal: nilai.scale(), langkah: digit_terakhir(nilai.scale()), nilai, persen: false, satuan: None }
    }

    /// Between which values the exact one lies if the print was rounded: half of its last digit to either side, both ends
    /// included, because half up and half to even are both in use. `2,9 miliar` lies between 2,85 and 2,95 miliar.
    pub fn selang(&self) -> (Decimal, Decimal) {
        let half = self.langkah.checked_div(Decimal::TWO).unwrap_or_default();
        (self.nilai.checked_sub(half).unwrap_or(self.nilai), self.nilai.checked_add(half).unwrap_or(self.nilai))
    }
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
