//! `Bentuk::Kolom`: columns over the years, the part in front of its whole, labelled above.

use super::axes;
use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::ganda;
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Peran, Titik};

/// The texts above the columns, one list per series drawn, the part first.
struct Labels {
    texts: Vec<Vec<String>>,
    /// The unit the numbers count, where they stand bare.
    unit: String,
}

/// Draws series 0 and, in front of it, series 1.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let values = scale::values(figure);
    let largest = values.iter().copied().fold(0.0, |a: f64, b| a.max(b.abs()));
    let scale = Scale::from_zero(figure, &values);
    let count = figure.kategori.len();
    let labels = labels(figure, width / count as f64 - 6.0, largest);
    // Columns that say their values need no axis beside them.
    let left = if labels.is_some() { 0.0 } else { axes::left_margin(&scale) };
    let slot = (width - left) / count as f64;
    let unit = labels.as_ref().map_or(scale.unit.clone(), |labels| labels.unit.clone());

    let paired = figure.deret.len() > 1;
    let mut top = if paired { ganda::key_height(figure, lebar) + 4.0 } else { 2.0 };
    let head = top;
    if !unit.is_empty() {
        top += LINE + 4.0;
    }
    let stacked = labels.as_ref().map_or(0.0, |labels| labels.texts.len() as f64 * LINE + 2.0);
    let bottom = top + stacked + if lebar.narrow() { 170.0 } else { 190.0 };
    let mut scale = scale;
    if labels.is_some() {
        scale.low = values.iter().copied().fold(0.0, f64::min);
        scale.high = values.iter().copied().fold(0.0, f64::max);
        if scale.high <= scale.low {
            scale.high = scale.low + 1.0;
        }
    }
    let scale = scale.between(bottom, top + stacked + 6.0);
    let canvas = Canvas::new(width, bottom + 30.0);
    if paired {
        ganda::key(&canvas, figure, 0.0);
    }
    if !unit.is_empty() {
        canvas.text(Class::Teks, (0.0, head + LINE / 2.0), Anchor::Start, &unit);
    }
    if labels.is_none() {
        axes::grid(&canvas, &scale, (left, width), Some(left - 8.0));
    }
    let places: Vec<f64> = (0..count).map(|i| left + slot * (i as f64 + 0.5)).collect();
    columns(&canvas, figure, &scale, &places, slot);
    let zero = scale.at(0.0);
    canvas.line(Class::Garis, 1.0, &[(left, zero), (width, zero)]);
    if let Some(labels) = &labels {
        write(&canvas, figure, &scale, &places, labels);
    }
    axes::categories(&canvas, &figure.kategori, &places, bottom + 16.0);
    canvas
}

/// The longest form in which every value fits above its column, or none.
fn labels(figure: &Figure, room: f64, largest: f64) -> Option<Labels> {
    let drawn: Vec<usize> = if figure.deret.len() > 1 { vec![1, 0] } else { vec![0] };
    let with = |form: &dyn Fn(&Titik) -> String| -> Vec<Vec<String>> {
        let series = drawn.iter().filter_map(|index| figure.deret.get(*index));
        series
            .map(|deret| {
                let points = deret.titik.iter().take(figure.kategori.len());
                points
                    .map(|titik| match titik.nilai {
                        Some(_) => form(titik),
                        None => missing(titik, room),
                    })
                    .collect()
            })
            .collect()
    };
    let fits = |texts: &[Vec<String>]| texts.iter().flatten().all(|t| text::width_bold(t) <= room);
    let texts = with(&|titik| titik.teks.clone());
    if fits(&texts) {
        return Some(Labels { texts, unit: String::new() });
    }
    for decimals in [2, 1, 0] {
        // What would read as a zero keeps its full text, and then most likely does not fit.
        let bare = |titik: &Titik| {
            let value = titik.nilai;
            let text = value.and_then(|value| words::bare(figure, value, largest, decimals));
            text.unwrap_or_else(|| titik.teks.clone())
        };
        let texts = with(&bare);
        if fits(&texts) {
            return Some(Labels { texts, unit: words::unit(figure, largest) });
        }
    }
    None
}

/// A dash, with its reason where there is room for it.
fn missing(titik: &Titik, room: f64) -> String {
    let reason = titik.catatan.as_deref();
    let reason = reason.map(|catatan| format!("{} {catatan}", words::MISSING));
    let fitting = reason.filter(|text| text::width_bold(text) <= room);
    fitting.unwrap_or_else(|| words::MISSING.to_string())
}

fn columns(canvas: &Canvas, figure: &Figure, scale: &Scale, places: &[f64], slot: f64) {
    let broad = (slot * 0.66).min(64.0);
    for (series, deret) in figure.deret.iter().enumerate().take(2) {
        let class = Class::of(figure, series);
        let wide = if series == 0 { broad } else { broad * 0.62 };
        for (index, (titik, &x)) in deret.titik.iter().zip(places).enumerate() {
            let Some(value) = titik.nilai else { continue };
            let (from, to) = (scale.at(0.0), scale.at(float(value)));
            let tooltip = words::tooltip(figure, &figure.kategori[index], deret, titik);
            canvas.mark(&tooltip, |canvas| {
                let corner = (x - wide / 2.0, from.min(to));
                // A part of a year says so beside its amount, and is hollow.
                let hollow = deret.peran == Peran::Realisasi && titik.catatan.is_some();
                canvas.bar(class, corner, (wide, (to - from).abs()), hollow);
            });
        }
    }
}

/// Part above whole, both above the higher of the two columns.
fn write(canvas: &Canvas, figure: &Figure, scale: &Scale, places: &[f64], labels: &Labels) {
    let lines = labels.texts.len();
    for (index, &x) in places.iter().enumerate() {
        let points = figure.deret.iter().take(2).filter_map(|deret| deret.titik.get(index));
        let top = points.filter_map(|titik| titik.nilai).map(float).fold(0.0, f64::max);
        for (line, texts) in labels.texts.iter().enumerate() {
            let Some(text) = texts.get(index) else {
                continue;
            };
            let y = scale.at(top) - 4.0 - ((lines - line) as f64 - 0.5) * LINE;
            let series = lines - 1 - line;
            let deret = figure.deret.get(series);
            let point = deret.and_then(|deret| Some((deret, deret.titik.get(index)?)));
            match point.filter(|(_, titik)| titik.nilai.is_none()) {
                Some((deret, titik)) => {
                    let tooltip = words::tooltip(figure, &figure.kategori[index], deret, titik);
                    canvas.mark(&tooltip, |canvas| {
                        canvas.text(Class::Teks, (x, y), Anchor::Middle, text);
                    });
                }
                None if line == 0 => {
                    canvas.bold(Class::of(figure, series), (x, y), Anchor::Middle, text);
                }
                None => canvas.text(Class::Teks, (x, y), Anchor::Middle, text),
            }
        }
    }
}
