//! Bobot: what the size of a difference does to the weight of a finding.
//!
//! | relative difference of two amounts or counts | weight |
//! |---|---|
//! | below 0,1% | rendah |
//! | below 1% | at most sedang |
//! | 1% and more | that of the rule; two counts that differ by one, at most sedang |
//!
//! Rp10 of Rp66,8 billion do not agree, and change no picture. Percentages are not measured this way: a point more or
//! less is judged by its rule.

use super::jenis::Bobot;
use crate::diagnostic::Pesan;
use crate::pesan;
use rust_decimal::Decimal;

/// The weight that a difference between two values allows at most, and why; nothing when the rule alone decides.
pub fn menurut_besar(a: Decimal, b: Decimal) -> Option<(Bobot, Pesan)> {
    let larger = a.abs().max(b.abs());
    let share = a.checked_sub(b)?.abs().checked_div(larger)?;
    if share < Decimal::new(1, 3) {
        return Some((Bobot::Rendah, pesan!("selisihnya kurang dari 0,1%", "the difference is below 0.1%")));
    }
    let small = share < Decimal::new(1, 2);
    small.then(|| (Bobot::Sedang, pesan!("selisihnya kurang dari 1%", "the difference is below 1%")))
}

/// One person, one village: two counts that differ by one weigh at most sedang.
pub fn selisih_satu(a: Decimal, b: Decimal) -> Option<(Bobot, Pesan)> {
    let one = a.fract().is_zero() && b.fract().is_zero() && a.checked_sub(b)?.abs() == Decimal::ONE;
    one.then(|| (Bobot::Sedang, pesan!("selisihnya satu", "the difference is one")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_rupiah_of_a_billion_weigh_little_and_a_tenth_keeps_its_weight() {
        let d = |text: &str| text.parse::<Decimal>().expect("number");
        let weight = |a: &str, b: &str| menurut_besar(d(a), d(b)).map(|(w, _)| w);
        assert_eq!(weight("66809868111", "66809868121"), Some(Bobot::Rendah));
        assert_eq!(weight("1000", "995"), Some(Bobot::Sedang));
        assert_eq!(weight("1000", "900"), None);
        assert_eq!(weight("0", "0"), None);
    }

    #[test]
    fn one_person_more_is_no_heavy_difference() {
        let d = |text: &str| text.parse::<Decimal>().expect("number");
        let weight = |a: &str, b: &str| selisih_satu(d(a), d(b)).map(|(w, _)| w);
        assert_eq!(weight("5", "6"), Some(Bobot::Sedang));
        assert_eq!(weight("5", "7"), None);
        assert_eq!(weight("5.5", "6.5"), None, "a score is no count");
    }
}
