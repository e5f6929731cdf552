//! `Bentuk::Terlayani`: served of those who need it. Every bar is as long as its own group, filled as far as the part reaches,
//! so that a group of twenty is seen beside one of a hundred thousand.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Peran, Titik};

/// Thickness of a bar.
const BAR: f64 = 15.0;

/// Draws series 1 as the share of series 0, row by row.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let rows = 0..figure.kategori.len();
    let texts: Vec<(String, String)> = rows.clone().map(|index| texts(figure, index)).collect();
    let strong = texts.iter().map(|(s, _)| text::width_bold(s)).fold(0.0, f64::max).min(width * 0.24);
    let quiet = texts.iter().map(|(_, q)| text::width(q)).fold(0.0, f64::max).min(width * 0.46);
    let bar = width - strong - quiet - 20.0;
    let names: Vec<Vec<String>> = figure.kategori.iter().map(|name| text::wrap(name, width, 2)).collect();
    let height = names.iter().map(|name| name.len().max(1) as f64 * LINE + BAR + 12.0).sum::<f64>();
    let canvas = Canvas::new(width, height.max(1.0));
    let mut y = 0.0;
    for ((index, name), (s, q)) in rows.zip(&names).zip(&texts) {
        canvas.lines(Class::Nama, (0.0, y), Anchor::Start, name);
        y += name.len().max(1) as f64 * LINE + 2.0;
        pita(&canvas, figure, index, (1.0, bar - 1.0), (y, BAR));
        let middle = y + BAR / 2.0;
        let cut = text::wrap(s, strong / 1.08 + 1.0, 1).concat();
        canvas.bold(Class::Nama, (bar + 6.0, middle), Anchor::Start, &cut);
        let cut = text::wrap(q, quiet + 1.0, 1).concat();
        canvas.text(Class::Teks, (width, middle), Anchor::End, &cut);
        y += BAR + 10.0;
    }
    canvas
}

/// The share as the figure says it, and `1.925 / 4.393`.
fn texts(figure: &Figure, index: usize) -> (String, String) {
    let at = |series: usize| figure.deret.get(series).and_then(|d| d.titik.get(index));
    let text = |titik: Option<&Titik>| titik.map_or_else(|| words::MISSING.to_string(), |t| words::shown(figure, t));
    let part = at(1);
    let share = part.filter(|t| t.nilai.is_some()).and_then(|t| t.catatan.clone()).unwrap_or_default();
    (share, format!("{} / {}", text(part), text(at(0))))
}

/// The bar of one row, as long as its whole.
pub fn pita(canvas: &Canvas, figure: &Figure, index: usize, (from, to): (f64, f64), (y, high): (f64, f64)) {
    let mut whole = 0.0;
    for (series, deret) in figure.deret.iter().enumerate().take(2) {
        let Some(titik) = deret.titik.get(index) else { continue };
        let Some(value) = titik.nilai.map(float) else { continue };
        let (class, share) = match series {
            0 => {
                whole = value;
                (Class::Keseluruhan, 1.0)
            }
            // More served than counted fills the bar; the text beside it says how much more.
            _ if whole > 0.0 => (Class::Realisasi, (value / whole).clamp(0.0, 1.0)),
            _ => (Class::Realisasi, 0.0),
        };
        // What is not zero can be seen.
        let least = if series == 1 && share > 0.0 { 2.0 } else { 0.0 };
        let long = if series == 0 && value <= 0.0 { 0.0 } else { ((to - from) * share).max(least) };
        canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, titik), |canvas| {
            canvas.bar(class, (from, y), (long, high), deret.peran == Peran::Sebagian);
        });
    }
}
