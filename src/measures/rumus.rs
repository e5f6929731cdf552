//! The formulas. Each returns `None` where it is undefined: a division by zero has no value and is never a number.

use crate::number::Angka;
use crate::records::{Arah, Efisiensi, RumusCapaian};
use rust_decimal::Decimal;

/// a ÷ b × 100, or nothing when b is not positive or the result does not fit 28 digits.
///
/// A ratio to zero or to a negative base has no meaning: −0,50% against a target of −1,00% is better than asked for, and
/// would be "50%".
fn persen(a: Decimal, b: Decimal) -> Option<Decimal> {
    if b <= Decimal::ZERO {
        return None;
    }
    a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b)
}

/// Capaian in percent of the target.
///
/// Arah naik: realisasi ÷ target × 100. Arah turun: (2 × target − realisasi) ÷ target × 100, the same as
/// (target − (realisasi − target)) ÷ target × 100 as LKjIP Jember 2025 prints it (Bab III.A 2.b).
pub fn capaian(realisasi: Decimal, target: Decimal, arah: Arah) -> Option<Decimal> {
    match arah {
        Arah::Naik => persen(realisasi, target),
        Arah::Turun => persen(target.checked_mul(Decimal::TWO)?.checked_sub(realisasi)?, target),
    }
}

/// Capaian by the formula and between the bounds of a report.
pub fn capaian_menurut(
    rumus: RumusCapaian,
    (atas, bawah): (Option<i32>, Option<i32>),
    realisasi: Decimal,
    target: Decimal,
) -> Option<Decimal> {
    let value = match rumus {
        RumusCapaian::RealisasiTarget => persen(realisasi, target),
        RumusCapaian::DuaTarget => capaian(realisasi, target, Arah::Turun),
        RumusCapaian::TargetRealisasi => persen(target, realisasi).filter(|_| target > Decimal::ZERO),
    }?;
    let value = atas.map_or(value, |top| value.min(Decimal::from(top)));
    Some(bawah.map_or(value, |floor| value.max(Decimal::from(floor))))
}

/// Serapan in percent: realisasi ÷ pagu × 100.
pub fn serapan(realisasi: Decimal, pagu: Decimal) -> Option<Decimal> {
    persen(realisasi, pagu)
}

/// Sisa in rupiah: pagu − realisasi.
pub fn sisa(pagu: Decimal, realisasi: Decimal) -> Option<Decimal> {
    pagu.checked_sub(realisasi)
}

/// Share of the whole in percent.
pub fn bagian(part: Decimal, whole: Decimal) -> Option<Decimal> {
    persen(part, whole)
}

/// a ÷ b × times: a percentage, or a rate per 1.000 or 100.000.
pub fn pecahan(a: Decimal, b: Decimal, times: i32) -> Option<Decimal> {
    if b <= Decimal::ZERO {
        return None;
    }
    a.checked_mul(Decimal::from(times))?.checked_div(b)
}

/// Efisiensi in percentage points, by the record's own definition; `capaian` is needed only by the first.
pub fn efisiensi(definisi: Efisiensi, capaian: Option<Decimal>, serapan: Decimal) -> Option<Decimal> {
    match definisi {
        Efisiensi::CapaianKurangSerapan => capaian?.checked_sub(serapan),
        Efisiensi::SeratusKurangSerapan => Decimal::ONE_HUNDRED.checked_sub(serapan),
    }
}

/// Relative change in percent of the first value: (b − a) ÷ a × 100.
pub fn pertumbuhan(a: Decimal, b: Decimal) -> Option<Decimal> {
    persen(b.checked_sub(a)?, a)
}

/// Progress towards the end of the Renstra: capaian of today's realisasi against the target of its last year.
pub fn kemajuan(realisasi: Decimal, target_akhir: Decimal, arah: Arah) -> Option<Decimal> {
    capaian(realisasi, target_akhir, arah)
}

/// The mean of values; nothing of none.
pub fn rata(values: &[Decimal]) -> Option<Decimal> {
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
    sum.checked_div(Decimal::from(values.len()))
}

/// Whether a printed number is an exact one, rounded or cut to the digits of the print.
pub fn memuat(tercetak: &Angka, nilai: Decimal) -> bool {
    let (low, high) = tercetak.selang();
    let cut = nilai.checked_sub(tercetak.nilai).is_some_and(|rest| Decimal::ZERO <= rest && rest < tercetak.langkah);
    cut || (low <= nilai && nilai <= high)
}
