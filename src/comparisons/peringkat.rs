//! Ranks inside one setara group: ties shared, a range where a value is a range, never across years.

use super::nilai::Besaran;
use crate::number::balik;
use crate::records::Arah;

/// A rank, or the ranks a ranged value may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peringkat {
    /// The best it can be.
    pub terbaik: usize,
    /// The worst it can be; the same as `terbaik` unless a range leaves it open.
    pub terburuk: usize,
    /// Among how many.
    pub dari: usize,
    /// How many others share it exactly.
    pub seri: usize,
}

/// The ranks of values, in the order given.
///
/// A value counts as ahead of another for certain only when its whole range lies on the better side.
pub fn peringkat(nilai: &[Besaran], arah: Arah) -> Vec<Peringkat> {
    // (worse end, better end), so that larger is better whatever the direction.
    let ends: Vec<_> = nilai
        .iter()
        .map(|b| match arah {
            Arah::Naik => (b.rendah, b.tinggi),
            Arah::Turun => (balik(b.tinggi), balik(b.rendah)),
        })
        .collect();
    // Sorted ends make it n log n: 514 kabupaten in a group are common.
    let mut lows: Vec<_> = ends.iter().map(|e| e.0).collect();
    let mut highs: Vec<_> = ends.iter().map(|e| e.1).collect();
    lows.sort_unstable();
    highs.sort_unstable();
    let above = |sorted: &[rust_decimal::Decimal], limit| sorted.len() - sorted.partition_point(|v| *v <= limit);
    ends.iter()
        .map(|(low, high)| {
            // A range reaches above its own lower end: it is no rival of itself.
            let itself = usize::from(high > low);
            Peringkat {
                terbaik: 1 + above(&lows, *high),
                terburuk: 1 + above(&highs, *low) - itself,
                dari: ends.len(),
                seri: ends.iter().filter(|e| **e == (*low, *high)).count() - 1,
            }
        })
        .collect()
}
