//! `Bentuk::Batang`: horizontal bars from zero, the value at the end of each.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::{Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Deret, Figure, Titik};

/// Thickness of a bar.
const BAR: f64 = 16.0;

/// One bar with its wrapped name.
struct Row<'a> {
    name: Vec<String>,
    kategori: &'a str,
    titik: Option<&'a Titik>,
    text: String,
    height: f64,
}

/// Draws the first series.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let Some(deret) = figure.deret.first() else {
        return Canvas::new(lebar.units(), 1.0);
    };
    let (width, narrow) = (lebar.units(), lebar.narrow());
    let names: Vec<Vec<String>> =
        figure.kategori.iter().map(|name| text::wrap(name, if narrow { width } else { 210.0 }, 3)).collect();
    let column = names.iter().map(|name| text::widest(name)).fold(0.0, f64::max);
    let left = if narrow { 0.0 } else { column + 12.0 };
    let rows: Vec<Row> =
        names.into_iter().enumerate().map(|(index, name)| row(figure, deret, index, name, narrow)).collect();

    let mut values: Vec<f64> = deret.titik.iter().filter_map(|t| t.nilai).map(float).collect();
    let ranges = deret.titik.iter().filter_map(|titik| titik.rentang);
    values.extend(ranges.flat_map(|(low, high)| [float(low), float(high)]));
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = bounded(figure, &values, &rows, (left, width));
    let zero = scale.at(0.0);

    let reference = figure.acuan.as_ref().map(|(at, label)| {
        let lines = text::wrap(label, if narrow { width * 0.7 } else { 200.0 }, 2);
        (scale.at(float(*at)), lines)
    });
    let top = reference.as_ref().map_or(4.0, |(_, lines)| lines.len() as f64 * LINE + 6.0);
    let height = top + rows.iter().map(|row| row.height).sum::<f64>() + 2.0;
    let canvas = Canvas::new(width, height);
    if let Some((x, lines)) = &reference {
        let half = text::widest(lines) / 2.0;
        let center = x.clamp(half, (width - half).max(half));
        canvas.lines(Class::Acuan, (center, 0.0), Anchor::Middle, lines);
    }
    let mut y = top;
    for row in &rows {
        let bar = if narrow { y + row.name.len() as f64 * LINE + 2.0 } else { middle(y, row) };
        if narrow {
            canvas.lines(Class::Nama, (0.0, y), Anchor::Start, &row.name);
        } else {
            let first = y + (row.height - row.name.len() as f64 * LINE) / 2.0;
            canvas.lines(Class::Nama, (left - 12.0, first), Anchor::End, &row.name);
        }
        bars(&canvas, figure, deret, row, bar, &scale);
        if let Some((x, _)) = &reference {
            canvas.line(Class::Acuan, 1.4, &[(*x, bar - 4.0), (*x, bar + BAR + 4.0)]);
        }
        let line = [(zero, bar - 4.0), (zero, bar + BAR + 4.0)];
        canvas.line(Class::Garis, 1.0, &line);
        value(&canvas, row, bar, &scale, reference.as_ref().map(|(x, _)| *x));
        y += row.height;
    }
    canvas
}

fn middle(y: f64, row: &Row) -> f64 {
    y + (row.height - BAR) / 2.0
}

fn row<'a>(figure: &'a Figure, deret: &'a Deret, index: usize, name: Vec<String>, narrow: bool) -> Row<'a> {
    let titik = deret.titik.get(index);
    let text = match titik {
        Some(Titik { nilai: None, rentang: None, catatan: Some(catatan), .. }) => {
            format!("{} {catatan}", words::MISSING)
        }
        Some(titik) => words::shown(figure, titik),
        None => words::MISSING.to_string(),
    };
    let lines = name.len() as f64 * LINE;
    let height = if narrow { lines + BAR + 14.0 } else { lines.max(BAR) + 12.0 };
    Row { name, kategori: &figure.kategori[index], titik, text, height }
}

/// The value axis, with room for the texts beyond both ends.
fn bounded(figure: &Figure, values: &[f64], rows: &[Row], (left, width): (f64, f64)) -> Scale {
    let has = |row: &&Row| row.titik.is_some_and(|titik| titik.nilai.or(range(titik)).is_some());
    let room = |negative: bool| {
        let of_sign = rows.iter().filter(has).filter(|row| (tip(row) < 0.0) == negative);
        of_sign.map(|row| text::width_bold(&row.text) + 10.0).fold(0.0, f64::max)
    };
    let mut scale = Scale::from_zero(figure, values);
    // Bars need no round end: they use the width there is.
    scale.low = values.iter().copied().fold(0.0, f64::min);
    scale.high = values.iter().copied().fold(0.0, f64::max);
    if scale.high <= scale.low {
        scale.high = scale.low + 1.0;
    }
    // A third of the width is the least a bar needs to be one.
    let (below, above) = (room(true), room(false).max(10.0));
    let spare = ((width - left) * 0.66 / (below + above)).min(1.0);
    scale.between(left + 1.0 + below * spare, width - above * spare)
}

fn range(titik: &Titik) -> Option<rust_decimal::Decimal> {
    titik.rentang.map(|(_, high)| high)
}

/// The value at the far end of a row's bar.
fn tip(row: &Row) -> f64 {
    row.titik.and_then(|titik| titik.nilai.or(range(titik))).map_or(0.0, float)
}

fn bars(canvas: &Canvas, figure: &Figure, deret: &Deret, row: &Row, y: f64, scale: &Scale) {
    let Some(titik) = row.titik else { return };
    let class = Class::of(figure, 0);
    canvas.mark(&words::tooltip(figure, row.kategori, deret, titik), |canvas| {
        if let Some(value) = titik.nilai {
            let (from, to) = (scale.at(0.0), scale.at(float(value)));
            canvas.rect(class, (from.min(to), y), (to - from).abs(), BAR);
        }
        if let Some((low, high)) = titik.rentang {
            let (low, high) = (scale.at(float(low)), scale.at(float(high)));
            let center = y + BAR / 2.0;
            canvas.palang(Class::Garis, ((low, center), (high, center)), (0.0, 5.0));
        }
    });
}

/// The value beyond the tip of its bar, and beyond the reference line where it would lie on it.
fn value(canvas: &Canvas, row: &Row, bar: f64, scale: &Scale, reference: Option<f64>) {
    let y = bar + BAR / 2.0;
    let known = row.titik.is_some_and(|titik| titik.nilai.or(range(titik)).is_some());
    if !known {
        let from = scale.at(0.0) + 6.0;
        let text = text::wrap(&row.text, canvas.width - from, 1).concat();
        return canvas.text(Class::Teks, (from, y), Anchor::Start, &text);
    }
    let high = row.titik.and_then(|t| t.rentang).map_or(0.0, |(_, high)| float(high));
    let tip = tip(row);
    let start = scale.at(tip.max(high)) + 6.0;
    let room = if tip < 0.0 { scale.at(tip) - 6.0 } else { canvas.width - start };
    let text = text::wrap(&row.text, room / 1.08, 1).concat();
    if tip < 0.0 {
        return canvas.bold(Class::Nama, (room, y), Anchor::End, &text);
    }
    let wide = text::width_bold(&text);
    let mut x = start;
    if let Some(line) = reference
        && line > x - 6.0
        && line < x + wide + 4.0
        && line + 6.0 + wide <= canvas.width
    {
        x = line + 6.0;
    }
    canvas.bold(Class::Nama, (x, y), Anchor::Start, &text);
}
