//! `Bentuk::Kemajuan`: how far a row has come, `baru 9 dari 12 bulan`: a box for each of the whole, the first ones filled. Series 0 is
//! the whole, series 1 how much of it has passed.

use super::canvas::Canvas;
use super::class::Class;
use super::kepala_baris::{Baris, Kepala};
use super::scale::float;
use super::{Lebar, words};
use crate::pages::figure::Figure;

/// Height of the boxes.
const BAR: f64 = 14.0;
/// More boxes than this are one bar.
const KOTAK: f64 = 60.0;

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let text = |series, index| words::isi(figure, series, index);
    let of = figure.lang.pilih("dari", "of");
    let heads: Vec<Kepala> = (0..figure.kategori.len())
        .map(|i| Kepala::baru(&figure.kategori[i], "", &format!("{} {of} {}", text(1, i), text(0, i)), width))
        .collect();
    let rows = Baris { kepala: &heads, sela: 2.0, tinggi: BAR };
    let canvas = Canvas::new(width, rows.total().max(1.0));
    rows.draw(&canvas, 0.0, |index, y| pita(&canvas, figure, index, (1.0, width - 2.0), (y, BAR)));
    canvas
}

/// The boxes of one row.
pub fn pita(canvas: &Canvas, figure: &Figure, index: usize, (from, to): (f64, f64), (y, high): (f64, f64)) {
    let value = |series: usize| figure.deret.get(series).and_then(|d| d.titik.get(index)?.nilai).map(float);
    let Some(whole) = value(0).filter(|w| *w > 0.0) else { return };
    let part = value(1).unwrap_or(0.0).clamp(0.0, whole);
    let boxes = if whole.fract() == 0.0 && whole <= KOTAK { whole as usize } else { 1 };
    let wide = (to - from) / boxes as f64;
    let gap = if boxes > 1 { 2.0 } else { 0.0 };
    let fill = |series: usize, class: Class, upto: f64| {
        let Some((deret, titik)) = figure.deret.get(series).and_then(|d| Some((d, d.titik.get(index)?))) else {
            return;
        };
        canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, titik), |canvas| {
            for n in 0..boxes {
                let share = (upto / whole * boxes as f64 - n as f64).clamp(0.0, 1.0);
                if share > 0.0 {
                    canvas.rect(class, (from + n as f64 * wide, y), (wide - gap) * share, high);
                }
            }
        });
    };
    fill(0, Class::Keseluruhan, whole);
    fill(1, Class::Realisasi, part);
}
