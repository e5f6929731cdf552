//! Axes shared by the chart kinds: grid and value numbers, years along the bottom, notes below.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::Scale;
use super::text::{self, LINE};
use crate::number::Satuan;
use crate::teks;

/// Room for the numbers left of a vertical value axis.
pub fn left_margin(scale: &Scale) -> f64 {
    let labels: Vec<&str> = scale.ticks.iter().map(|tick| tick.label.as_str()).collect();
    text::widest(&labels) + 9.0
}

/// Horizontal grid lines over a plot; the zero line is an axis. `numbers` where they are written.
pub fn grid(canvas: &Canvas, scale: &Scale, (left, right): (f64, f64), numbers: Option<f64>) {
    for tick in &scale.ticks {
        let y = scale.at(tick.value);
        let zero = tick.value == 0.0;
        let class = if zero { Class::Garis } else { Class::Kisi };
        canvas.line(class, 1.0, &[(left, y), (right, y)]);
    }
    if let Some(x) = numbers {
        for tick in &scale.ticks {
            canvas.text(Class::Teks, (x, scale.at(tick.value)), Anchor::End, &tick.label);
        }
    }
}

/// Vertical grid lines with their numbers below, for a horizontal value axis.
pub fn grid_across(canvas: &Canvas, scale: &Scale, (top, bottom): (f64, f64)) {
    for tick in &scale.ticks {
        let x = scale.at(tick.value);
        canvas.line(Class::Kisi, 1.0, &[(x, top), (x, bottom)]);
    }
    let mut free = f64::NEG_INFINITY;
    for tick in &scale.ticks {
        let half = text::width(&tick.label) / 2.0;
        let x = scale.at(tick.value).clamp(half, (canvas.width - half).max(half));
        if x - half >= free {
            canvas.text(Class::Teks, (x, bottom + LINE * 0.75), Anchor::Middle, &tick.label);
            free = x + half + 8.0;
        }
    }
}

/// Category names below a plot, the last always, others as far as they fit.
pub fn categories(canvas: &Canvas, names: &[String], places: &[f64], y: f64) {
    let place = |x: f64, half: f64| x.clamp(half, (canvas.width - half).max(half));
    let mut free = f64::INFINITY;
    let mut shown = Vec::new();
    for (name, &x) in names.iter().zip(places).rev() {
        let name = text::wrap(name, canvas.width, 1).concat();
        let half = text::width(&name) / 2.0;
        let x = place(x, half);
        if x + half + 8.0 <= free {
            shown.push((name, x));
            free = x - half;
        }
    }
    for (name, x) in shown.into_iter().rev() {
        canvas.text(Class::Teks, (x, y), Anchor::Middle, &name);
    }
}

/// Where categories stand: the first and the last a little inside the plot.
pub fn places(count: usize, left: f64, right: f64, inset: f64) -> Vec<f64> {
    if count <= 1 {
        return vec![(left + right) / 2.0; count];
    }
    let step = (right - left - 2.0 * inset) / (count - 1) as f64;
    (0..count).map(|index| left + inset + step * index as f64).collect()
}

/// Said below a line chart whose axis leaves zero out.
pub fn off_zero_note(scale: &Scale, width: f64) -> Vec<String> {
    let note = scale.off_zero().map(|label| {
        // A score has no unit that is said: the word of the indicator is no measure.
        let score = Satuan::baca(&scale.unit).is_none_or(|unit| unit.nilai());
        let bare = score || matches!(scale.unit.as_str(), "score" | "scores");
        let unit = if bare { String::new() } else { format!(" {}", scale.unit) };
        teks!(
            scale.lang,
            "Sumbu mulai dari {label}{unit}, bukan dari nol.",
            "The axis starts at {label}{unit}, not at zero."
        )
    });
    note.map_or_else(Vec::new, |note| text::wrap(&note, width, 2))
}
