//! Median and quartiles of a strip, and the words that explain its marks.

use super::strip::{NAMED, Strip};
use super::{text, words};
use crate::number;
use crate::teks;
use rust_decimal::Decimal;

/// First quartile, median, third quartile.
pub type Spread = [Decimal; 3];

/// From here on, median and quartiles say something.
const LEAST: usize = 5;

/// By linear interpolation between the sorted values; `None` for too few of them.
pub fn quartiles(mut values: Vec<Decimal>) -> Option<Spread> {
    if values.len() < LEAST {
        return None;
    }
    values.sort();
    let quarter = |k: usize| {
        let (whole, rest) = ((values.len() - 1) * k / 4, (values.len() - 1) * k % 4);
        let low = *values.get(whole)?;
        let high = *values.get(whole + 1).unwrap_or(&low);
        let step = high.checked_sub(low)?.checked_mul(Decimal::from(rest as u64))?;
        low.checked_add(step.checked_div(Decimal::from(4u8))?)
    };
    Some([quarter(1)?, quarter(2)?, quarter(3)?])
}

/// What the marks under the axis mean, and who has no value.
pub fn notes(strip: &Strip, width: f64) -> Vec<String> {
    let (figure, count) = (strip.figure, strip.known.len());
    let mut out = Vec::new();
    let all = figure.kepala.to_lowercase();
    if let Some(values) = strip.spread {
        let [low, middle, high] = values.map(|value| words::value(figure, number::round(value, 2)));
        let note = teks!(
            figure.lang,
            "Garis tebal: nilai tengah {middle}. Pita: separuh dari {count} {all}, antara {low} dan {high}.",
            "Thick line: the median, {middle}. Band: half of the {count} values, between {low} and {high}."
        );
        out.extend(text::wrap(&note, width, 4));
    }
    let points = figure.kategori.iter().enumerate();
    let without = |index: &usize| strip.known.iter().all(|(known, _)| known != index);
    let missing: Vec<&str> = points.filter(|(index, _)| without(index)).map(|(_, name)| name.as_str()).collect();
    let note = match missing.len() {
        0 => return out,
        1..=NAMED => format!("{}: {}.", figure.lang.pilih("Tanpa nilai", "Without a value"), missing.join(", ")),
        count => teks!(figure.lang, "Tanpa nilai: {count} {all}.", "Without a value: {count}."),
    };
    out.extend(text::wrap(&note, width, 4));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_interpolate() {
        let values = [1, 2, 3, 4, 10].map(Decimal::from).to_vec();
        assert_eq!(quartiles(values), Some([2, 3, 4].map(Decimal::from)));
        let values = [1, 2, 3, 4, 5, 6].map(Decimal::from).to_vec();
        let expected = [Decimal::new(225, 2), Decimal::new(35, 1), Decimal::new(475, 2)];
        assert_eq!(quartiles(values), Some(expected));
        assert_eq!(quartiles(vec![Decimal::ONE; 4]), None);
    }
}
