//! Persen: what a column of percentages is, told by the amounts beside it. ODS, XLS and pasted cells do not say that 0.9918
//! is shown as 99,18%, and a head `%` does not say of what.

use super::angka::{Nilai, tulis};
use super::isian::Anggaran;
use rust_decimal::Decimal;

/// Turns fractions of a column of absorption into percentages where realisasi ÷ pagu proves it in most rows.
pub fn pulihkan(anggaran: &mut Anggaran) {
    let at = |name: &str| anggaran.kolom.iter().position(|k| k == name);
    let Some(serapan) = at("serapan") else { return };
    let kolom = anggaran.kolom.clone();
    let spent = |cells: &[Nilai]| terpakai(&kolom, cells).first().copied();
    let Some(pagu) = anggaran.kolom.iter().rposition(|k| k.starts_with("pagu.")) else { return };
    let style = anggaran.style;
    let rows = || anggaran.simpul.values().filter_map(|s| s.sel.as_ref()).chain(&anggaran.total);
    let (mut fraction, mut percent) = (0, 0);
    for cells in rows() {
        let (Some(p), Some(r), Some(s)) = (cells[pagu].angka(), spent(cells), cells[serapan].angka()) else {
            continue;
        };
        let Some(ratio) = r.checked_div(p).filter(|ratio| !ratio.is_zero()) else { continue };
        let away = |times: Decimal| Some(ratio.checked_mul(times)?.checked_sub(s)?.abs());
        match (away(Decimal::ONE), away(Decimal::ONE_HUNDRED)) {
            (Some(one), Some(hundred)) if one < hundred => fraction += 1,
            _ => percent += 1,
        }
    }
    if fraction <= percent {
        return;
    }
    let mend = |cells: &mut Vec<Nilai>| {
        // Only what then fits: a percentage typed among fractions stays as it is.
        let ratio = spent(cells).zip(cells[pagu].angka()).and_then(|(r, p)| r.checked_div(p));
        let fits = |value: Decimal| match ratio.filter(|r| !r.is_zero()) {
            Some(ratio) => ratio.checked_sub(value).is_some_and(|d| d.abs() <= Decimal::new(5, 2)),
            None => value.abs() <= Decimal::TWO,
        };
        if cells[serapan].angka().is_some_and(|value| !fits(value)) {
            return;
        }
        if let Nilai::Angka(value, text) = &cells[serapan]
            && let Some(value) = value.checked_mul(Decimal::ONE_HUNDRED).filter(|_| !text.contains('%'))
        {
            let value = value.normalize();
            cells[serapan] = Nilai::Angka(value, format!("{}%", tulis(value, style)));
        }
    };
    anggaran.semua_baris().for_each(mend);
}

/// What a row may have spent: as printed of the year, as the sum of its parts, as the last figure up to a part's end.
pub fn terpakai(kolom: &[String], cells: &[Nilai]) -> Vec<Decimal> {
    let of = |base: &str| -> Vec<usize> {
        let own = |n: &usize| kolom[*n].strip_prefix(base).is_some_and(|m| m.starts_with(' ') && m.contains('-'));
        (0..kolom.len()).filter(own).collect()
    };
    let value = |n: usize| cells[n].angka();
    let year = kolom.iter().position(|k| k == "realisasi").and_then(value);
    let parts = of("realisasi").into_iter().map(value).reduce(|a, b| a?.checked_add(b?)).flatten();
    let last = of("realisasi_kumulatif").into_iter().filter_map(value).next_back();
    year.into_iter().chain(parts).chain(last).collect()
}

/// Whether what a row prints is realisasi ÷ one of its budgets, to the last digit of a percentage with one decimal or with
/// none; None where it has nothing to divide.
pub fn serapan_baris(
    realisasi: Decimal,
    pagu: impl Iterator<Item = Decimal>,
    tercetak: Decimal,
    bulat: bool,
) -> Option<bool> {
    let most = Decimal::new(if bulat { 51 } else { 6 }, 2);
    let near = |pagu: Decimal| {
        let ratio = realisasi.checked_div(pagu)?;
        let off = |own: Decimal, most: Decimal| own.checked_sub(tercetak).is_some_and(|d| d.abs() <= most);
        // As the fraction that a sheet keeps, too.
        let whole = ratio.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|own| off(own, most));
        Some(whole || most.checked_div(Decimal::ONE_HUNDRED).is_some_and(|most| off(ratio, most)))
    };
    pagu.filter_map(near).reduce(|a, b| a || b)
}
