//! `Bentuk::Peluru`: a value against its target, every row in its own unit: a solid bar up to what was reached, a mark where the
//! target stands. Series 0 is the target, series 1 what was reached.

use super::canvas::Canvas;
use super::class::Class;
use super::kepala_baris::{Baris, Kepala};
use super::scale::float;
use super::{Lebar, words};
use crate::pages::figure::{Figure, Titik};
use crate::pages::kalimat::di_dalam;

/// Thickness of the track.
const BAR: f64 = 12.0;

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let text = |series, index| words::isi(figure, series, index);
    let heads: Vec<Kepala> = (0..figure.kategori.len())
        .map(|i| {
            let of = format!("{} {}", di_dalam(&figure.deret[0].nama), text(0, i));
            Kepala::baru(&figure.kategori[i], &of, &text(1, i), width)
        })
        .collect();
    let names: Vec<&str> = figure.deret.iter().take(2).map(|d| d.nama.as_str()).collect();
    let rows = Baris { kepala: &heads, sela: 2.0, tinggi: BAR };
    let (canvas, top) = rows.berkunci(width, &names, |canvas, index, (x, y)| match index {
        0 => canvas.line(Class::Target, 3.0, &[(x, y - 8.0), (x, y + 8.0)]),
        _ => canvas.rect(Class::Realisasi, (x - 7.0, y - 4.0), 14.0, 8.0),
    });
    let shared = bersama(figure);
    rows.draw(&canvas, top, |index, y| {
        let axis = shared.filter(|_| persen(figure, index));
        pita(&canvas, figure, (index, axis), (1.0, width - 2.0), (y, BAR));
    });
    canvas
}

/// Whether a row is of percentages: these share one axis, so that 67% is shorter than 76% in the row below.
fn persen(figure: &Figure, index: usize) -> bool {
    let own = || figure.deret.iter().take(2).filter_map(|d| d.titik.get(index));
    own().count() == 2 && own().all(Titik::persen)
}

/// Numbers that a row draws, from nought on: the lowest and the highest.
fn ujung(figure: &Figure, index: usize) -> (f64, f64) {
    let own = figure.deret.iter().take(2).filter_map(|d| d.titik.get(index));
    let all = own.flat_map(|t| t.nilai.into_iter().chain(t.rentang.into_iter().flat_map(|(a, b)| [a, b]))).map(float);
    all.fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v), b.max(v)))
}

/// The axis that all rows of percentages share: to 100 at least; none where only one is.
fn bersama(figure: &Figure) -> Option<(f64, f64)> {
    let rows: Vec<usize> = (0..figure.kategori.len()).filter(|i| persen(figure, *i)).collect();
    let ends = |(a, b): (f64, f64), (low, top): (f64, f64)| (a.min(low), b.max(top));
    (rows.len() > 1).then(|| rows.iter().map(|i| ujung(figure, *i)).fold((0.0, 100.0), ends))
}

/// The bullet of one row, on the axis it shares with others, or on its own.
pub fn pita(
    canvas: &Canvas,
    figure: &Figure,
    (index, shared): (usize, Option<(f64, f64)>),
    (from, to): (f64, f64),
    (y, high): (f64, f64),
) {
    let at = |series: usize| figure.deret.get(series).and_then(|d| d.titik.get(index));
    let value = |titik: Option<&Titik>| titik.and_then(|t| t.nilai.or(t.rentang.map(|(a, _)| a))).map(float);
    let (goal, real) = (value(at(0)), value(at(1)));
    // Letters stand on the steps of their scale, all of which are there.
    let steps = at(1).and_then(|t| t.jenjang);
    let ends = |series: usize| at(series).and_then(|t| t.rentang).map(|(a, b)| (float(a), float(b)));
    let (low, top) = shared.unwrap_or_else(|| ujung(figure, index));
    let span = match steps {
        Some((_, all)) => all as f64,
        None if shared.is_some() => top - low,
        None if top > low => (top - low) * 1.06,
        None => 1.0,
    };
    let x = |v: f64| from + (v - low) / span * (to - from);
    let blocks = |canvas: &Canvas, class: Class, end: usize| {
        for step in 0..end {
            let (a, b) = (x(step as f64), x((step + 1) as f64));
            canvas.rect(class, (a, y + 3.0), b - a - 2.0, high - 6.0);
        }
    };
    match steps {
        Some((_, all)) => blocks(canvas, Class::Alur, all),
        None => canvas.rect(Class::Alur, (from, y + 3.0), to - from, high - 6.0),
    }
    let mark = |series: usize, draw: &dyn Fn(&Canvas)| {
        if let (Some(deret), Some(titik)) = (figure.deret.get(series), at(series)) {
            canvas.mark(&words::tooltip(figure, &figure.kategori[index], deret, titik), draw);
        }
    };
    if let Some(real) = real {
        let (a, b) = (x(0.0).min(x(real)), x(0.0).max(x(real)));
        // A part of a year, or a doubted value, is hollow.
        let hollow = at(1).is_some_and(|t| t.catatan.is_some());
        let long = if real == 0.0 { 0.0 } else { (b - a).max(2.0) };
        mark(1, &|canvas| match hollow {
            false if let Some((own, _)) = steps => blocks(canvas, Class::Realisasi, own),
            false => canvas.rect(Class::Realisasi, (a, y + 3.0), long, high - 6.0),
            true => {
                let (t, u) = (y + 3.0, y + high - 3.0);
                canvas.polygon(Class::Realisasi, &[(a, t), (a + long, t), (a + long, u), (a, u)], false);
            }
        });
    }
    // Several printed values: from the lowest to the highest.
    let middle = y + high / 2.0;
    let printed = |s: &usize| *s == 1 || at(0).is_some_and(|t| t.nilai.is_some());
    for (series, a, b) in (0..2).filter(printed).filter_map(|s| ends(s).map(|(a, b)| (s, x(a), x(b)))) {
        mark(series, &|canvas| canvas.palang(Class::Garis, ((a, middle), (b, middle)), (0.0, 5.0)));
    }
    if let Some(goal) = goal {
        // A range has a mark at each end, a letter one at the edge of its step.
        let edge = if steps.is_some() { 1.0 } else { 0.0 };
        let other = at(0).filter(|t| t.nilai.is_none()).and_then(|t| t.rentang).map(|(_, b)| float(b));
        mark(0, &|canvas| {
            for v in [Some(goal), other].into_iter().flatten() {
                canvas.line(Class::Target, 3.0, &[(x(v) - edge, y), (x(v) - edge, y + high)]);
            }
        });
    }
}
