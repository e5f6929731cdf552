//! `Bentuk::AirTerjun`: from one total to the next by what was added and taken. Series 0 holds the totals, series 1 the changes
//! between them; a step hangs where the one before ended.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Jenis};
use rust_decimal::Decimal;

/// Thickness of a bar.
const BAR: f64 = 18.0;

/// One step: where its bar begins and ends, its text, whether it is a total.
struct Langkah {
    series: usize,
    from: f64,
    to: f64,
    text: String,
}

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let (steps, unit) = singkat(figure, langkah(figure), lebar);
    let room = if lebar.narrow() { width * 0.42 } else { 230.0 };
    let names: Vec<Vec<String>> =
        figure.kategori.iter().map(|name| text::wrap(name, room, if lebar.narrow() { 3 } else { 2 })).collect();
    let left = names.iter().map(|n| text::widest(n)).fold(0.0, f64::max) + 10.0;
    let values = steps.iter().flatten().flat_map(|s| [s.from, s.to]);
    let (low, high) = values.fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v), b.max(v)));
    let span = if high > low { high - low } else { 1.0 };
    // The longest text stands right of the longest bar; a third of the room is the least the bars need.
    let texts = steps.iter().flatten().map(|s| text::width_bold(&s.text)).fold(0.0, f64::max) + 8.0;
    let plot = (width - left - texts).max((width - left) * 0.35);
    let at = |v: f64| left + (v - low) / span * (plot - 2.0) + 1.0;
    let high_of =
        |index: usize| (names[index].len() as f64 * LINE).max(steps[index].len().max(1) as f64 * (BAR + 2.0)) + 8.0;
    let top = if unit.is_empty() { 0.0 } else { LINE + 4.0 };
    let height = top + (0..figure.kategori.len()).map(high_of).sum::<f64>();
    let canvas = Canvas::new(width, height.max(1.0));
    canvas.text(Class::Teks, (0.0, LINE / 2.0), Anchor::Start, &unit);
    let mut y = top;
    let mut end: Option<f64> = None;
    for (index, row) in steps.iter().enumerate() {
        canvas.lines(Class::Nama, (0.0, y + 2.0), Anchor::Start, &names[index]);
        if row.is_empty() {
            canvas.text(Class::Teks, (left, y + 2.0 + BAR / 2.0), Anchor::Start, &tiada(figure, index, width - left));
        }
        for (line, step) in row.iter().enumerate() {
            let top = y + 2.0 + line as f64 * (BAR + 2.0);
            // A thin line carries the level from one step to the next.
            if let Some(level) = end {
                canvas.line(Class::Garis, 1.0, &[(at(level), (top - 8.0).max(0.0)), (at(level), top)]);
            }
            let (a, b) = (at(step.from.min(step.to)), at(step.from.max(step.to)));
            let class = match step.series {
                0 => Class::Realisasi,
                _ if step.to < step.from => Class::Turun,
                _ => Class::Naik,
            };
            let deret = &figure.deret[step.series];
            let titik = &deret.titik[index];
            // A part of a year says so beside its amount, and is hollow.
            let hollow = step.series == 0 && titik.catatan.is_some();
            canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, titik), |canvas| {
                let wide = if step.from == step.to { 0.0 } else { (b - a).max(2.0) };
                canvas.bar(class, (a, top), (wide, BAR), hollow);
            });
            let text = text::wrap(&step.text, (width - b - 5.0) / 1.08, 1).concat();
            match step.series {
                0 => canvas.bold(Class::Nama, (b + 5.0, top + BAR / 2.0), Anchor::Start, &text),
                _ => canvas.text(Class::Nama, (b + 5.0, top + BAR / 2.0), Anchor::Start, &text),
            }
            end = Some(step.to);
        }
        y += high_of(index);
    }
    canvas
}

/// On a phone bare numbers below their unit (`miliar rupiah`), so that the bars get the room; words where a number would be a zero.
fn singkat(figure: &Figure, mut steps: Vec<Vec<Langkah>>, lebar: Lebar) -> (Vec<Vec<Langkah>>, String) {
    let largest = steps.iter().flatten().map(|s| s.from.abs().max(s.to.abs())).fold(0.0, f64::max);
    let unit = words::unit(figure, largest);
    if !lebar.narrow() || figure.jenis != Jenis::Rupiah || unit.is_empty() {
        return (steps, String::new());
    }
    for (index, row) in steps.iter_mut().enumerate() {
        for step in row {
            let titik = figure.deret.get(step.series).and_then(|d| d.titik.get(index));
            // A round figure keeps its digits.
            let short = |v: Decimal| step.text.trim_start_matches('+') == words::value(figure, v);
            let value = titik.and_then(|t| t.nilai).filter(|v| short(*v));
            if let Some(text) = value.and_then(|v| words::bare(figure, v, largest, 2)) {
                let rise = step.series == 1 && step.to > step.from;
                step.text = if rise { format!("+{text}") } else { text };
            }
        }
    }
    (steps, unit)
}

/// What is written where a step has no value.
fn tiada(figure: &Figure, index: usize, room: f64) -> String {
    let notes = figure.deret.iter().filter_map(|d| d.titik.get(index)?.catatan.as_deref());
    let text = notes.fold(words::MISSING.to_string(), |all, note| format!("{all} {note}"));
    text::wrap(&text, room, 1).concat()
}

fn langkah(figure: &Figure) -> Vec<Vec<Langkah>> {
    let mut level = 0.0;
    let mut rows = Vec::new();
    for index in 0..figure.kategori.len() {
        let mut row = Vec::new();
        for (series, deret) in figure.deret.iter().enumerate().take(2) {
            let Some(titik) = deret.titik.get(index) else { continue };
            let Some(value) = titik.nilai.map(float) else { continue };
            let (from, to) = if series == 0 { (0.0, value) } else { (level, level + value) };
            row.push(Langkah { series, from, to, text: words::shown(figure, titik) });
            level = to;
        }
        rows.push(row);
    }
    rows
}
