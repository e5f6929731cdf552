//! `Bentuk::Halter`: printed ○ — ● computed. Every row has its own scale from zero, so that the length of the bar between the
//! two is the size of the contradiction beside its figure.

use super::canvas::Canvas;
use super::class::Class;
use super::kepala_baris::{Baris, Kepala};
use super::scale::float;
use super::{Lebar, words};
use crate::pages::figure::{Figure, Titik};

/// Height of the strip below a name.
const STRIP: f64 = 14.0;

/// Draws series 0 (printed, open) and series 1 (computed, filled).
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let text = |series, index| words::isi(figure, series, index);
    let heads: Vec<Kepala> = (0..figure.kategori.len())
        .map(|i| Kepala::baru(&figure.kategori[i], &format!("○ {}", text(0, i)), &format!("● {}", text(1, i)), width))
        .collect();
    let names: Vec<&str> = figure.deret.iter().take(2).map(|d| d.nama.as_str()).collect();
    let rows = Baris { kepala: &heads, sela: 0.0, tinggi: STRIP };
    let (canvas, top) = rows.berkunci(width, &names, titik);
    rows.draw(&canvas, top, |index, y| pita(&canvas, figure, index, (7.0, width - 7.0), (y, STRIP)));
    canvas
}

fn titik(canvas: &Canvas, series: usize, at: (f64, f64)) {
    match series {
        0 => canvas.circle(Class::Acuan, at, 5.0, false),
        _ => canvas.circle(Class::Realisasi, at, 5.0, true),
    }
}

/// The strip of one row.
pub fn pita(canvas: &Canvas, figure: &Figure, index: usize, (from, to): (f64, f64), (y, high): (f64, f64)) {
    let points = figure.deret.iter().take(2).map(|d| d.titik.get(index));
    let ends = |t: &Titik| -> Vec<f64> {
        let range = t.rentang.map_or(Vec::new(), |(a, b)| vec![float(a), float(b)]);
        t.nilai.map(float).into_iter().chain(range).collect()
    };
    let all: Vec<f64> = points.flatten().flat_map(ends).collect();
    let (low, top) = all.iter().fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(*v), b.max(*v)));
    let span = if top > low { top - low } else { 1.0 };
    let at = |v: f64| from + (v - low) / span * (to - from);
    let middle = y + high / 2.0;
    canvas.line(Class::Kisi, 1.0, &[(from, middle), (to, middle)]);
    canvas.line(Class::Garis, 1.0, &[(at(0.0), y), (at(0.0), y + high)]);
    if all.len() > 1 {
        let (a, b) = all.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
        canvas.line(Class::Acuan, 3.0, &[(at(a), middle), (at(b), middle)]);
    }
    for (series, deret) in figure.deret.iter().enumerate().take(2) {
        let Some(t) = deret.titik.get(index) else { continue };
        canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, t), |canvas| {
            for value in ends(t) {
                titik(canvas, series, (at(value), middle));
            }
        });
    }
}
