//! `Bentuk::Matriks`: rows of measures, columns of places; the deeper a cell the higher its value within its row. Hatched is what has
//! no value or may not be compared; the remark under a value is its year.

use super::canvas::{Anchor, Canvas};
use super::class::{Class, KADAR};
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::Figure;
use crate::teks;

/// Narrower than this a cell holds no figure.
const SEL: f64 = 76.0;

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let left = if lebar.narrow() { 0.0 } else { 170.0 };
    let fit = ((width - left) / SEL).floor().max(1.0) as usize;
    let shown = figure.deret.len().min(fit);
    let cell = (width - left) / shown.max(1) as f64;
    let names: Vec<Vec<String>> =
        figure.kategori.iter().map(|n| text::wrap(n, if lebar.narrow() { width } else { left - 10.0 }, 3)).collect();
    let heads: Vec<Vec<String>> = figure.deret.iter().take(shown).map(|d| text::wrap(&d.nama, cell - 6.0, 2)).collect();
    let head = heads.iter().map(Vec::len).max().unwrap_or(0) as f64 * LINE + 4.0;
    let row_height = |name: &Vec<String>| {
        let lines = name.len() as f64 * LINE;
        if lebar.narrow() { lines + 2.0 * LINE + 10.0 } else { lines.max(2.0 * LINE) + 6.0 }
    };
    let rest = figure.deret.len() - shown;
    let note = match rest {
        0 => Vec::new(),
        n => text::wrap(
            &teks!(figure.lang, "{n} lajur lain ada di tabel.", "{n} more columns are in the table."),
            width,
            1,
        ),
    };
    let height = head + names.iter().map(row_height).sum::<f64>() + note.len() as f64 * LINE;
    let canvas = Canvas::new(width, height.max(1.0));
    for (column, name) in heads.iter().enumerate() {
        canvas.lines(Class::Teks, (left + (column as f64 + 0.5) * cell, 0.0), Anchor::Middle, name);
    }
    let mut y = head;
    for (row, name) in names.iter().enumerate() {
        canvas.lines(Class::Nama, (0.0, y), Anchor::Start, name);
        let top = y + if lebar.narrow() { name.len() as f64 * LINE } else { 0.0 };
        let high = row_height(name) - 4.0 - (top - y);
        for column in 0..shown {
            sel(&canvas, figure, (row, column), (left + column as f64 * cell, top), (cell - 2.0, high));
        }
        y += row_height(name);
    }
    canvas.lines(Class::Teks, (0.0, y), Anchor::Start, &note);
    canvas
}

/// One cell: shaded by its place between the lowest and the highest of its row.
fn sel(canvas: &Canvas, figure: &Figure, (row, column): (usize, usize), (x, y): (f64, f64), (wide, high): (f64, f64)) {
    let deret = &figure.deret[column];
    let titik = deret.titik.get(row);
    let values = figure.deret.iter().filter_map(|d| d.titik.get(row)?.nilai).map(float);
    let (low, top) = values.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let Some(value) = titik.and_then(|t| t.nilai).map(float) else {
        canvas.rect(Class::Alur, (x, y), wide, high);
        for step in [0.25, 0.5, 0.75, 1.0] {
            canvas.line(Class::Kisi, 1.0, &[(x + wide * (step - 0.25), y + high), (x + wide * step, y)]);
        }
        let text = titik.map_or_else(
            || words::MISSING.to_string(),
            |t| match &t.catatan {
                Some(note) => note.clone(),
                None => words::shown(figure, t),
            },
        );
        let text = text::wrap(&text, wide - 8.0, 2);
        let from = y + (high - text.len() as f64 * LINE) / 2.0;
        return canvas.lines(Class::Teks, (x + wide / 2.0, from), Anchor::Middle, &text);
    };
    let share = if top > low { (value - low) / (top - low) } else { 0.0 };
    let kadar = (share * (KADAR - 1) as f64).round() as usize;
    let titik = &deret.titik[row];
    canvas.mark(&words::tooltip(figure, &figure.kategori[row], deret, titik), |canvas| {
        canvas.rect(Class::kadar(kadar), (x, y), wide, high);
    });
    let text = text::wrap(&words::shown(figure, titik), (wide - 6.0) / 1.08, 1).concat();
    let note = titik.catatan.as_deref().map(|n| text::wrap(n, wide - 6.0, 1).concat()).unwrap_or_default();
    let middle = y + high / 2.0 - if note.is_empty() { 0.0 } else { LINE / 2.0 };
    canvas.bold(Class::Nama, (x + wide / 2.0, middle), Anchor::Middle, &text);
    if !note.is_empty() {
        canvas.text(Class::Nama, (x + wide / 2.0, middle + LINE), Anchor::Middle, &note);
    }
}
