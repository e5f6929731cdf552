//! `Bentuk::StripBaris`: a dot strip in a row. Every row is a measure with its own scale from zero: the own value filled, those of
//! the others grey. Series 0 is the own one.

use super::canvas::Canvas;
use super::class::Class;
use super::kepala_baris::{Baris, Kepala};
use super::scale::{self, float};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Titik};

/// Height of the strip below a name.
const STRIP: f64 = 14.0;

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let note =
        |index: usize| figure.deret.first().and_then(|d| d.titik.get(index)?.catatan.clone()).unwrap_or_default();
    let heads: Vec<Kepala> = (0..figure.kategori.len())
        .map(|i| Kepala::baru(&figure.kategori[i], &note(i), &words::isi(figure, 0, i), width))
        .collect();
    let own = figure.deret.first().map_or("", |d| d.nama.as_str());
    let others = figure.lang.pilih("yang lain", "the others");
    let names: Vec<&str> = if figure.deret.len() > 1 { vec![own, others] } else { vec![own] };
    let rows = Baris { kepala: &heads, sela: 0.0, tinggi: STRIP };
    let (canvas, top) = rows.berkunci(width, &names, |canvas, index, at| dot(canvas, index, at, false));
    rows.draw(&canvas, top, |index, y| pita(&canvas, figure, index, (7.0, width - 7.0), (y, STRIP)));
    canvas
}

fn dot(canvas: &Canvas, series: usize, at: (f64, f64), hollow: bool) {
    match (series, hollow) {
        (0, true) => canvas.circle(Class::Realisasi, at, 5.5, false),
        (0, false) => canvas.circle(Class::Realisasi, at, 5.5, true),
        _ => canvas.circle(Class::Rekan, at, 4.0, true),
    }
}

/// The strip of one row; the own dot is drawn last.
pub fn pita(canvas: &Canvas, figure: &Figure, index: usize, (from, to): (f64, f64), (y, high): (f64, f64)) {
    let value = |titik: &Titik| titik.nilai.or(titik.rentang.map(|(_, b)| b)).map(float);
    let all: Vec<f64> = figure.deret.iter().filter_map(|d| d.titik.get(index)).flat_map(scale::ends).collect();
    let (low, top) = all.iter().fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(*v), b.max(*v)));
    let middle = y + high / 2.0;
    canvas.line(Class::Kisi, 1.0, &[(from, middle), (to, middle)]);
    let at = |v: f64| if top > low { from + (v - low) / (top - low) * (to - from) } else { from };
    canvas.line(Class::Garis, 1.0, &[(at(0.0), y), (at(0.0), y + high)]);
    for (series, deret) in figure.deret.iter().enumerate().rev() {
        let Some(titik) = deret.titik.get(index) else { continue };
        let Some(v) = value(titik) else { continue };
        canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, titik), |canvas| {
            let class = if series == 0 { Class::Realisasi } else { Class::Rekan };
            canvas.rentang(class, titik, at, (middle, 4.0));
            dot(canvas, series, (at(v), middle), titik.catatan.is_some() && titik.rentang.is_none());
        });
    }
}
