//! `Bentuk::Lereng`: few points, two above all: where each line began and where it ended, its values written at both ends.

use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::Figure;

/// A label beside an end of a line.
struct Label {
    y: f64,
    text: String,
    class: Class,
}

/// Draws every series as a line through its points.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let count = figure.kategori.len().max(1);
    let lines = figure.deret.len();
    let plot = (140.0f64).max(lines as f64 * 2.0 * LINE);
    let height = plot + 2.0 * LINE + 8.0;
    let scale = Scale::open(figure, &scale::values(figure)).between(plot + 4.0, LINE);
    let room = width * if lebar.narrow() { 0.42 } else { 0.3 };
    let edge = width * if lebar.narrow() { 0.2 } else { 0.16 };
    let (from, to) = if count == 1 { (edge, edge) } else { (edge, width - room) };
    let x = |index: usize| from + (to - from) * index as f64 / (count - 1).max(1) as f64;
    let canvas = Canvas::new(width, height);
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for index in 0..figure.kategori.len() {
        let at = x(index);
        canvas.line(Class::Kisi, 1.0, &[(at, LINE - 6.0), (at, plot + 8.0)]);
        let wide = ((to - from) / (count - 1).max(1) as f64).clamp(40.0, 120.0).min(2.0 * from);
        let year = text::wrap(&figure.kategori[index], wide, 1);
        canvas.lines(Class::Teks, (at, plot + LINE - 2.0), Anchor::Middle, &year);
    }
    for (series, deret) in figure.deret.iter().enumerate() {
        let class = Class::of(figure, series);
        let points: Vec<Option<(usize, Point)>> = (0..figure.kategori.len())
            .map(|i| deret.titik.get(i)?.nilai.map(|v| (i, (x(i), scale.at(float(v))))))
            .collect();
        for pair in points.windows(2) {
            if let [Some((i, a)), Some((j, b))] = pair
                && !figure.putus.iter().any(|(after, _)| after == i)
                && [*i, *j].iter().all(|k| deret.titik[*k].catatan.is_none())
            {
                canvas.line(class, 2.4, &[*a, *b]);
            }
        }
        let known: Vec<(usize, Point)> = points.into_iter().flatten().collect();
        for (index, point) in &known {
            let titik = &deret.titik[*index];
            canvas.mark(&words::tooltip(figure, &figure.kategori[*index], deret, titik), |canvas| {
                match titik.catatan.is_some() {
                    true => canvas.hollow(class, *point),
                    false => canvas.marker(class, deret.peran, *point),
                }
            });
        }
        if let Some((index, (_, y))) = known.first().filter(|(i, _)| *i == 0 && count > 1) {
            starts.push(Label { y: *y, text: words::shown(figure, &deret.titik[*index]), class });
        }
        if let Some((index, (_, y))) = known.last() {
            let text = format!("{} {}", words::shown(figure, &deret.titik[*index]), deret.nama);
            ends.push(Label { y: *y, text, class });
        }
    }
    put(&canvas, starts, (from - 9.0, Anchor::End), from - 10.0);
    put(&canvas, ends, (to + 9.0, Anchor::Start), width - to - 10.0);
    canvas
}

/// Writes labels one below the other, each as near to its line as the others let it.
fn put(canvas: &Canvas, mut labels: Vec<Label>, (x, anchor): (f64, Anchor), room: f64) {
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut free = LINE / 2.0 + 2.0;
    let bottom = canvas.height - LINE * 1.5;
    let mut left = labels.len();
    for label in labels {
        // What is still to come needs its lines too.
        let latest = bottom - (left.saturating_sub(1)) as f64 * LINE;
        let y = label.y.max(free).min(latest.max(free));
        canvas.bold(label.class, (x, y), anchor, &text::wrap(&label.text, room / 1.08, 1).concat());
        free = y + LINE;
        left -= 1;
    }
}
