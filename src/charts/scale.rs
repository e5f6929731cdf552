//! The value axis: a range, at most five round ticks, and where a value lies in units.

use super::text;
use crate::number::Lang;
use crate::pages::figure::{Figure, Jenis, Titik};
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Axis numbers wider than this are left out.
const WIDEST: f64 = 120.0;

/// A value as a coordinate: the only place where a figure becomes a float.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// All values a figure shows, ranges included.
pub fn values(figure: &Figure) -> Vec<f64> {
    figure.deret.iter().flat_map(|deret| &deret.titik).flat_map(ends).collect()
}

/// The values of one point: its own, and the lowest and the highest of several.
pub fn ends(titik: &Titik) -> impl Iterator<Item = f64> {
    let (low, high) = titik.rentang.unzip();
    [titik.nilai, low, high].into_iter().flatten().map(float)
}

/// One tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// As written beside it.
    pub label: String,
}

/// A linear value axis.
#[derive(Debug, Clone)]
pub struct Scale {
    /// The lowest value shown.
    pub low: f64,
    /// The highest value shown.
    pub high: f64,
    /// At most five.
    pub ticks: Vec<Tick>,
    /// What the bare tick numbers count: `miliar rupiah`, `orang`; empty for percent.
    pub unit: String,
    /// The language of its numbers and notes.
    pub lang: Lang,
    from: f64,
    to: f64,
}

impl Scale {
    /// For lines and dots: from zero only where the values reach near it.
    pub fn open(figure: &Figure, values: &[f64]) -> Self {
        let (low, high) = extent(values);
        // Counts and money are compared by their size, percentages by their distance.
        let near = if figure.jenis == Jenis::Persen { 0.3 } else { 0.5 };
        let low = if low >= 0.0 && low < high * near { 0.0 } else { low };
        Self::new(figure, low, high, true)
    }

    /// For bars and columns: zero is always on the axis.
    pub fn from_zero(figure: &Figure, values: &[f64]) -> Self {
        let (low, high) = extent(values);
        Self::new(figure, low.min(0.0), high.max(0.0), false)
    }

    fn new(figure: &Figure, low: f64, high: f64, air: bool) -> Self {
        let to_hundred = figure.jenis == Jenis::Persen && high <= 100.0;
        // All values equal: a little room on both sides, so that the line has somewhere to lie.
        let (low, high) = match (high > low, low == 0.0) {
            (true, _) => (low, high),
            (false, true) => (0.0, 1.0),
            (false, false) => (low - low.abs() * 0.05, high + high.abs() * 0.05),
        };
        // Percentages end at 100 as long as none goes beyond.
        let high = if to_hundred { high.min(100.0) } else { high };
        let mut found = None;
        let base = ((high - low) / 4.0).log10().floor() as i32;
        'search: for exponent in base - 1..=base + 2 {
            for mantissa in [1i64, 2, 5] {
                let step = mantissa as f64 * 10f64.powi(exponent);
                let mut first = (low / step + 1e-9).floor();
                let mut last = (high / step - 1e-9).ceil();
                // A value on the lowest edge would read as nothing at all.
                if air && low > 0.0 && low - first * step < step * 0.1 {
                    first -= 1.0;
                }
                if to_hundred {
                    last = last.min((100.0 / step).floor()).max(first + 1.0);
                }
                if last - first <= 4.0 {
                    found = Some((first as i64, last as i64, mantissa, exponent));
                    break 'search;
                }
            }
        }
        let (first, last, mantissa, exponent) = found.unwrap_or((0, 1, 1, 0));
        let step = mantissa as f64 * 10f64.powi(exponent);
        let top = first.unsigned_abs().max(last.unsigned_abs()) as f64 * step;
        let (power, unit) = match figure.jenis {
            Jenis::Persen => (0, String::new()),
            Jenis::Angka => (0, figure.satuan.clone()),
            Jenis::Rupiah => {
                let (power, unit) = rupiah_unit(figure.lang, top);
                (power, unit.to_string())
            }
        };
        let ticks = (first..=last).map(|index| Tick {
            value: index as f64 * step,
            label: tick_label(figure, index, mantissa, exponent - power as i32),
        });
        let mut ticks: Vec<Tick> = ticks.collect();
        // Numbers that would push the plot aside help nobody: the values are written anyway.
        if ticks.iter().any(|tick| text::width(&tick.label) > WIDEST) {
            ticks.iter_mut().for_each(|tick| tick.label.clear());
        }
        let (low, high) = (low.min(first as f64 * step), high.max(last as f64 * step));
        Self { low, high, ticks, unit, lang: figure.lang, from: 0.0, to: 1.0 }
    }

    /// The same axis between two places.
    pub fn between(mut self, from: f64, to: f64) -> Self {
        (self.from, self.to) = (from, to);
        self
    }

    /// Where a value lies.
    pub fn at(&self, value: f64) -> f64 {
        let limits = ((self.from * 10.0).round() as i32, (self.to * 10.0).round() as i32);
        f64::from(RangedCoordf64::from(self.low..self.high).map(&value, limits)) / 10.0
    }

    /// The label of the lowest tick, where the axis leaves zero out.
    pub fn off_zero(&self) -> Option<&str> {
        let outside = self.low > 0.0 || self.high < 0.0;
        self.ticks.first().filter(|tick| outside && !tick.label.is_empty()).map(|tick| tick.label.as_str())
    }
}

/// The word and the power of ten in which rupiah of this size are counted.
pub fn rupiah_unit(lang: Lang, largest: f64) -> (u32, &'static str) {
    match largest.abs() {
        size if size >= 1e12 => (12, lang.pilih("triliun rupiah", "trillion rupiah")),
        size if size >= 1e9 => (9, lang.pilih("miliar rupiah", "billion rupiah")),
        size if size >= 1e6 => (6, lang.pilih("juta rupiah", "million rupiah")),
        _ => (0, "rupiah"),
    }
}

fn extent(values: &[f64]) -> (f64, f64) {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

/// A tick is written from whole numbers, so that no float reaches the page.
fn tick_label(figure: &Figure, index: i64, mantissa: i64, exponent: i32) -> String {
    let digits = i128::from(index) * i128::from(mantissa);
    let value = match u32::try_from(exponent) {
        Ok(up) => 10i128
            .checked_pow(up)
            .and_then(|power| digits.checked_mul(power))
            .and_then(|whole| Decimal::try_from_i128_with_scale(whole, 0).ok()),
        Err(_) => Decimal::try_from_i128_with_scale(digits, exponent.unsigned_abs()).ok(),
    };
    let text = value.map(|v| figure.lang.grouped(v)).unwrap_or_default();
    if figure.jenis == Jenis::Persen { format!("{text}%") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::figure::Bentuk;

    fn figure() -> Figure {
        Figure {
            lang: Lang::Id,
            kode: "uji".into(),
            judul: String::new(),
            subjudul: String::new(),
            kalimat: String::new(),
            bentuk: Bentuk::Garis,
            jenis: Jenis::Persen,
            satuan: String::new(),
            kepala: String::new(),
            kategori: Vec::new(),
            deret: Vec::new(),
            acuan: None,
            sebaran: None,
            putus: Vec::new(),
            sumber: String::new(),
            keadaan: String::new(),
        }
    }

    fn labels(scale: &Scale) -> Vec<&str> {
        scale.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn a_narrow_band_of_percentages_ends_at_one_hundred() {
        let scale = Scale::open(&figure(), &[95.37, 96.70, 95.39, 100.0]);
        assert_eq!(labels(&scale), ["94%", "96%", "98%", "100%"]);
        assert_eq!(scale.off_zero(), Some("94%"));
    }

    #[test]
    fn values_that_reach_down_start_at_zero() {
        let scale = Scale::open(&figure(), &[20.0, 130.5]);
        assert_eq!(labels(&scale), ["0%", "50%", "100%", "150%"]);
        assert_eq!(scale.off_zero(), None);
    }

    #[test]
    fn rupiah_are_counted_in_words() {
        let mut figure = figure();
        figure.jenis = Jenis::Rupiah;
        let scale = Scale::from_zero(&figure, &[1e13]);
        assert_eq!(labels(&scale), ["0", "5", "10"]);
        assert_eq!(scale.unit, "triliun rupiah");
        let scale = Scale::from_zero(&figure, &[1.4e9]);
        assert_eq!(labels(&scale), ["0,0", "0,5", "1,0", "1,5"]);
        figure.lang = Lang::En;
        let scale = Scale::from_zero(&figure, &[1.4e9]);
        assert_eq!(labels(&scale), ["0.0", "0.5", "1.0", "1.5"]);
        assert_eq!(scale.unit, "billion rupiah");
    }

    #[test]
    fn odd_ranges_still_have_an_axis() {
        let figure = figure();
        for values in [vec![], vec![0.0], vec![100.0, 100.0], vec![-5.0, -5.0], vec![-1e28, 7e28]] {
            for scale in [Scale::open(&figure, &values), Scale::from_zero(&figure, &values)] {
                assert!((2..=5).contains(&scale.ticks.len()), "{values:?} {scale:?}");
                assert!(scale.high > scale.low);
            }
        }
    }
}
