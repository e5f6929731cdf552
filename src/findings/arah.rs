//! Arah: which of two values is the easier one for a direction.

use crate::records::Arah;
use rust_decimal::Decimal;

/// Whether `a` asks for less than `b` in the direction of the indicator.
pub fn lebih_mudah(arah: Arah, a: Decimal, b: Decimal) -> bool {
    match arah {
        Arah::Naik => a < b,
        Arah::Turun => a > b,
    }
}
