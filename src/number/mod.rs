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
    /// How many decimals were printed: the precision against which a recomputed value is held.
    pub desimal: u32,
    /// Whether a percent sign was printed.
    pub persen: bool,
    /// The unit printed behind the number (`Orang`, `Dokumen`), if any.
    pub satuan: Option<String>,
}

impl Angka {
    /// A number that was computed or written plainly, without unit.
    pub fn polos(nilai: Decimal) -> Self {
        Self { desimal: nilai.scale(), nilai, persen: false, satuan: None }
    }
}

/// Rounds half away from zero, the way the documents and their readers round.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// Cuts digits off without rounding: what some documents do, recognised so that it is told apart from an error.
pub fn truncate(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToZero)
}
