//! `Bentuk::Kecil`: small multiples, one panel per series, all on one scale.

use super::axes;
use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Deret, Figure, Peran};
use crate::teks;

/// More panels than this say nothing on one screen.
const PANELS: usize = 12;
/// With more series than this the others are not drawn behind each.
const PEERS: usize = 4;
/// Between two panels.
const GAP: f64 = 22.0;
/// Height of one panel's plot.
const HIGH: f64 = 76.0;

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let shown: Vec<(usize, &Deret)> = figure.deret.iter().enumerate().take(PANELS).collect();
    let most = match (lebar.narrow(), shown.len()) {
        (true, _) => 2,
        (false, 1..=2 | 4) => 2,
        (false, 3 | 5..=9) => 3,
        (false, _) => 4,
    };
    let columns = most.min(shown.len().max(1));
    let mut values = scale::values(figure);
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = Scale::open(figure, &values);
    let left = axes::left_margin(&scale);
    let wide = (width - left - GAP * (columns - 1) as f64) / columns as f64;
    let top = if scale.unit.is_empty() { 0.0 } else { LINE + 4.0 };
    let mut below = axes::off_zero_note(&scale, width);
    if let Some((_, label)) = &figure.acuan {
        let note = teks!(figure.lang, "Garis putus-putus: {label}.", "Dashed line: {label}.");
        below.extend(text::wrap(&note, width, 2));
    }

    let names: Vec<Vec<String>> = shown.iter().map(|(_, deret)| text::wrap(&deret.nama, wide, 4)).collect();
    let heads: Vec<f64> = names
        .chunks(columns)
        .map(|row| row.iter().map(Vec::len).max().unwrap_or(0) as f64 * LINE + LINE + 8.0)
        .collect();
    let rows: f64 = heads.iter().map(|head| head + HIGH + 36.0).sum();
    let canvas = Canvas::new(width, top + rows + below.len() as f64 * LINE);
    if top > 0.0 {
        canvas.text(Class::Teks, (0.0, LINE / 2.0), Anchor::Start, &scale.unit);
    }
    let mut y = top;
    for ((row, head), names) in shown.chunks(columns).zip(&heads).zip(names.chunks(columns)) {
        let scale = scale.clone().between(y + head + HIGH, y + head);
        for (column, ((series, deret), name)) in row.iter().zip(names).enumerate() {
            let x = left + (wide + GAP) * column as f64;
            let numbers = (column == 0).then_some(left - 8.0);
            axes::grid(&canvas, &scale, (x, x + wide), numbers);
            if let Some((at, _)) = &figure.acuan {
                let at = scale.at(float(*at));
                canvas.line(Class::Acuan, 1.2, &[(x, at), (x + wide, at)]);
            }
            let title = y + (head - 8.0) - (name.len() + 1) as f64 * LINE;
            canvas.lines(Class::Nama, (x, title), Anchor::Start, name);
            let value = (x, title + (name.len() as f64 + 0.5) * LINE);
            let newest = text::wrap(&last(figure, deret), wide / 1.08, 1).concat();
            canvas.bold(Class::of(figure, *series), value, Anchor::Start, &newest);
            panel(&canvas, figure, *series, &scale, (x, x + wide));
        }
        y += head + HIGH + 36.0;
    }
    canvas.lines(Class::Teks, (0.0, y), Anchor::Start, &below);
    canvas
}

/// The newest value with its year, or why there is none.
fn last(figure: &Figure, deret: &Deret) -> String {
    let points = figure.kategori.iter().zip(&deret.titik);
    let mut known = points.filter(|(_, titik)| titik.nilai.is_some());
    let known = known.next_back();
    match known {
        Some((tahun, titik)) if Some(tahun) == figure.kategori.last() => words::shown(figure, titik),
        Some((tahun, titik)) => format!("{} ({tahun})", words::shown(figure, titik)),
        None => words::MISSING.to_string(),
    }
}

fn panel(canvas: &Canvas, figure: &Figure, series: usize, scale: &Scale, (left, right): (f64, f64)) {
    let Some(deret) = figure.deret.get(series) else {
        return;
    };
    // Panels are told apart by their titles: one look for all of them.
    let class = match deret.peran {
        Peran::Lain => Class::Realisasi,
        _ => Class::of(figure, series),
    };
    let places = axes::places(figure.kategori.len(), left, right, 6.0);
    let bottom = scale.at(scale.low);
    canvas.line(Class::Garis, 1.0, &[(left, bottom), (right, bottom)]);
    // The others in grey: where this one lies among them. Many would be a carpet.
    for (_, other) in figure.deret.iter().enumerate().filter(|(i, _)| *i != series && figure.deret.len() <= PEERS) {
        let at = |i: usize| other.titik.get(i).filter(|t| t.catatan.is_none()).and_then(|t| t.nilai);
        for run in (0..places.len()).collect::<Vec<_>>().chunk_by(|a, b| at(*a).is_some() == at(*b).is_some()) {
            let known = run.iter().filter_map(|i| Some((places[*i], scale.at(float(at(*i)?)))));
            let points: Vec<Point> = known.collect();
            if points.len() > 1 {
                canvas.line(Class::Rekan, 1.2, &points);
            }
        }
    }
    let mut run: Vec<Point> = Vec::new();
    for index in 0..=places.len() {
        // A part of a year, and what is doubted, is joined with nothing.
        let value = deret.titik.get(index).filter(|titik| titik.catatan.is_none()).and_then(|titik| titik.nilai);
        let point = places.get(index).zip(value).map(|(x, value)| (*x, scale.at(float(value))));
        run.extend(point);
        let cut = figure.putus.iter().any(|(after, _)| *after == index);
        if point.is_none() || cut {
            if run.len() > 1 {
                canvas.line(class, 2.0, &run);
            }
            run.clear();
        }
    }
    for ((tahun, titik), &x) in figure.kategori.iter().zip(&deret.titik).zip(&places) {
        // Several printed values: from the lowest to the highest.
        if let Some((low, high)) = titik.rentang {
            let (low, high) = (scale.at(float(low)), scale.at(float(high)));
            canvas.palang(class, ((x, low), (x, high)), (4.0, 0.0));
        }
        if let Some(value) = titik.nilai {
            let point = (x, scale.at(float(value)));
            canvas.mark(&words::tooltip(figure, tahun, deret, titik), |canvas| match titik.catatan.is_some() {
                true => canvas.circle(class, point, 3.6, false),
                false => canvas.circle(class, point, 3.0, true),
            });
        }
    }
    // First and last year only: the panels share their axis.
    let y = bottom + 15.0;
    if let (Some(first), Some(last)) = (figure.kategori.first(), figure.kategori.last()) {
        let short = text::wrap(first, right - left, 1).concat();
        canvas.text(Class::Teks, (left, y), Anchor::Start, &short);
        let both = text::width(first) + text::width(last) + 8.0;
        if figure.kategori.len() > 1 && both <= right - left {
            canvas.text(Class::Teks, (right, y), Anchor::End, last);
        }
    }
}
