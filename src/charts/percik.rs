//! `Bentuk::Percik`: a sparkline, the course of a value without an axis: results joined, the plan dotted, the last value a dot. Made for
//! the cell of a table; alone on a page its first and last values are written.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Peran};

/// Height of the line on a page.
const TINGGI: f64 = 56.0;

/// Draws it with its first and last value.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let canvas = Canvas::new(width, TINGGI + 2.0 * LINE + 8.0);
    pita(&canvas, figure, 0, (6.0, width - 6.0), (4.0, TINGGI));
    let mut y = TINGGI + LINE / 2.0 + 8.0;
    for deret in figure.deret.iter().take(2) {
        let mut known = deret.titik.iter().zip(&figure.kategori).filter(|(t, _)| t.nilai.is_some());
        let first = known.next();
        let last = known.next_back();
        let text = |(t, k): (&_, &String)| format!("{k}: {}", words::shown(figure, t));
        let half = width * if last.is_some() { 0.47 } else { 0.95 };
        if let Some(first) = first {
            canvas.text(Class::Teks, (0.0, y), Anchor::Start, &text::wrap(&text(first), half, 1).concat());
        }
        if let Some(last) = last {
            canvas.bold(Class::Nama, (width, y), Anchor::End, &text::wrap(&text(last), half / 1.08, 1).concat());
        }
        y += LINE;
    }
    canvas
}

/// The line itself.
pub fn pita(canvas: &Canvas, figure: &Figure, _: usize, (from, to): (f64, f64), (y, high): (f64, f64)) {
    let n = figure.kategori.len();
    let values = figure.deret.iter().flat_map(|d| d.titik.iter().take(n)).filter_map(|t| t.nilai).map(float);
    let (low, top) = values.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let x = |i: usize| if n > 1 { from + (to - from) * i as f64 / (n - 1) as f64 } else { (from + to) / 2.0 };
    let at = |v: f64| if top > low { y + high - 5.0 - (v - low) / (top - low) * (high - 10.0) } else { y + high / 2.0 };
    for (series, deret) in figure.deret.iter().enumerate() {
        let class = Class::of(figure, series);
        let plan = matches!(deret.peran, Peran::Rencana | Peran::Target);
        let points: Vec<(usize, (f64, f64), bool)> = (deret.titik.iter().take(n).enumerate())
            .filter_map(|(i, t)| Some((i, (x(i), at(float(t.nilai?))), t.catatan.is_some())))
            .collect();
        for pair in points.windows(2) {
            let ((i, a, alone), (j, b, other)) = (pair[0], pair[1]);
            let broken = figure.putus.iter().any(|(after, _)| *after >= i && *after < j);
            if j == i + 1 && !broken && !(alone || other) {
                canvas.line(if plan { Class::Rencana } else { class }, if plan { 1.2 } else { 2.0 }, &[a, b]);
            }
        }
        let last = points.len().saturating_sub(1);
        for (place, (i, point, alone)) in points.iter().enumerate() {
            canvas.mark(&words::tooltip(figure, &figure.kategori[*i], deret, &deret.titik[*i]), |canvas| {
                match (plan, *alone) {
                    (true, _) => canvas.circle(Class::Rencana, *point, 1.2, true),
                    (_, true) => canvas.circle(class, *point, 3.4, false),
                    _ => canvas.circle(class, *point, if place == last { 3.4 } else { 1.6 }, true),
                }
            });
        }
    }
}
