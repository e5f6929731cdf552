//! Bobot: what the size of a difference does to the weight of a finding.
//!
//! | relative difference of two amounts or counts | weight |
//! |---|---|
//! | below 0,1% | rendah |
//! | below 1% | at most sedang |
//! | 1% and more | that of the rule; two counts that differ by one, or by at most five and less than a fifth, at most sedang |
//!
//! | the row a figure belongs to | weight |
//! |---|---|
//! | below 0,1% of the budget of the agency in that year | at most sedang |
//! | 0,1% and more | that of the rule |
//!
//! Rp10 of Rp66,8 billion do not agree, and change no picture; nor does the serapan of a row of Rp5 million in a budget of Rp67
//! billion. Percentages are not measured by their difference: a point more or less is judged by its rule.

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

/// One person, one village, three of seventy: two counts that lie so near weigh at most sedang.
pub fn selisih_kecil(a: Decimal, b: Decimal) -> Option<(Bobot, Pesan)> {
    let by = a.checked_sub(b)?.abs();
    let whole = a.fract().is_zero() && b.fract().is_zero();
    let few = || by <= Decimal::from(5) && by.saturating_mul(Decimal::from(5)) < a.abs().max(b.abs());
    let n = by.normalize();
    (whole && (by == Decimal::ONE || few()))
        .then(|| (Bobot::Sedang, pesan!("selisihnya hanya {n}", "the difference is only {n}")))
}

/// A row that is so small a part of the budget of its agency weighs at most sedang, whatever does not agree in it.
pub fn menurut_baris(pagu: Decimal, semua: Decimal) -> Option<(Bobot, Pesan)> {
    let share = pagu.abs().checked_div(semua.abs())?;
    (share < Decimal::new(1, 3)).then(|| {
        let why = pesan!(
            "barisnya kurang dari 0,1% anggaran dinas tahun itu",
            "its row is below 0.1% of the budget of the agency in that year"
        );
        (Bobot::Sedang, why)
    })
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
    fn a_few_persons_are_no_heavy_difference() {
        let d = |text: &str| text.parse::<Decimal>().expect("number");
        let weight = |a: &str, b: &str| selisih_kecil(d(a), d(b)).map(|(w, _)| w);
        assert_eq!(weight("5", "6"), Some(Bobot::Sedang));
        assert_eq!(weight("71", "68"), Some(Bobot::Sedang));
        assert_eq!(weight("17", "20"), Some(Bobot::Sedang));
        assert_eq!(weight("71", "65"), None);
        assert_eq!(weight("1", "4"), None, "four goals said to be met, one met");
        assert_eq!(weight("5", "7"), None);
        assert_eq!(weight("5.5", "6.5"), None, "a score is no count");
    }

    #[test]
    fn a_row_of_five_million_in_a_budget_of_billions_is_no_heavy_one() {
        let d = |text: &str| text.parse::<Decimal>().expect("number");
        let weight = |a: &str, b: &str| menurut_baris(d(a), d(b)).map(|(w, _)| w);
        assert_eq!(weight("5000000", "66995866445.99"), Some(Bobot::Sedang));
        assert_eq!(weight("83625000", "19922809277"), None);
        assert_eq!(weight("5000000", "0"), None);
    }
}
