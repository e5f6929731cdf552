//! Median and quartiles of one setara group, in exact decimals.

use super::nilai::Besaran;
use rust_decimal::Decimal;

/// The distribution of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sebaran {
    /// How many values.
    pub n: usize,
    /// A quarter of the values lies at or below it.
    pub kuartil_1: Decimal,
    /// Half of them.
    pub median: Decimal,
    /// Three quarters.
    pub kuartil_3: Decimal,
}

/// The quartiles by linear interpolation between neighbours (Hyndman and Fan's type 7, what spreadsheets compute);
/// of a ranged value the statement shown first counts. Nothing of no values.
pub fn sebaran(nilai: &[Besaran]) -> Option<Sebaran> {
    let mut values: Vec<Decimal> = nilai.iter().map(|b| b.utama).collect();
    values.sort_unstable();
    Some(Sebaran {
        n: values.len(),
        kuartil_1: kuartil(&values, 1)?,
        median: kuartil(&values, 2)?,
        kuartil_3: kuartil(&values, 3)?,
    })
}

/// The value at `quarter` quarters of the way through sorted values.
fn kuartil(sorted: &[Decimal], quarter: usize) -> Option<Decimal> {
    let steps = sorted.len().checked_sub(1)?.checked_mul(quarter)?;
    let low = *sorted.get(steps / 4)?;
    let high = sorted.get(steps / 4 + 1).copied().unwrap_or(low);
    let share = Decimal::from(steps % 4).checked_div(Decimal::from(4))?;
    low.checked_add(high.checked_sub(low)?.checked_mul(share)?).map(|v| v.normalize())
}
