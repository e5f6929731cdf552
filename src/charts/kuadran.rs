//! `Bentuk::Kuadran`: two measures against each other, four quadrants cut at the reference value.

use super::axes;
use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::labels::{Area, Board};
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Deret, Figure};

/// One category that has both values.
struct Dot {
    index: usize,
    at: Point,
}

/// Draws series 0 across and series 1 upwards.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let (Some(across), Some(up)) = (figure.deret.first(), figure.deret.get(1)) else {
        return Canvas::new(width, 1.0);
    };
    let (x_scale, y_scale) = (axis(figure, across), axis(figure, up));
    let left = axes::left_margin(&y_scale);
    let titles = text::wrap(&upward(up, &y_scale), width, 2);
    let top = titles.len() as f64 * LINE + 8.0;
    let bottom = top + if lebar.narrow() { 260.0 } else { 330.0 };
    let right = width - 28.0;
    let x_scale = x_scale.between(left + 14.0, right - 4.0);
    let y_scale = y_scale.between(bottom - 8.0, top + 8.0);
    let below = text::wrap(&format!("{} →", titled(across, &x_scale)), width, 2);

    let dots: Vec<Dot> = (0..figure.kategori.len())
        .filter_map(|index| {
            let x = across.titik.get(index)?.nilai?;
            let y = up.titik.get(index)?.nilai?;
            Some(Dot { index, at: (x_scale.at(float(x)), y_scale.at(float(y))) })
        })
        .collect();
    let mut board = board((left, right), (top, bottom), width, &dots);
    let cuts = figure.acuan.as_ref().map(|(at, label)| {
        let at = float(*at);
        (x_scale.at(at), y_scale.at(at), text::wrap(label, right - left - 8.0, 1).concat())
    });
    if let Some((x, y, label)) = &cuts {
        board.line((*x, top), (*x, bottom));
        board.line((left, *y), (right, *y));
        board.take(Area { x: left + 4.0, y: y - 18.0, w: text::width(label), h: 16.0 });
    }
    let placed = names(figure, &dots, board.clone(), lebar);
    let listed: Vec<(usize, Vec<String>)> = match &placed {
        Some(_) => Vec::new(),
        None => list(figure, &dots, width),
    };
    let key: f64 = listed.iter().map(|(_, lines)| lines.len() as f64 * LINE + 2.0).sum();
    let missing = missing(figure, &dots, width);
    let foot = bottom + 30.0 + (below.len() + missing.len()) as f64 * LINE;
    let canvas = Canvas::new(width, foot + key + if key > 0.0 { 8.0 } else { 2.0 });

    canvas.lines(Class::Nama, (0.0, 0.0), Anchor::Start, &titles);
    axes::grid(&canvas, &y_scale, (left, right), Some(left - 8.0));
    axes::grid_across(&canvas, &x_scale, (top, bottom));
    canvas.line(Class::Garis, 1.0, &[(left, top), (left, bottom), (right, bottom)]);
    canvas.lines(Class::Nama, (right, bottom + 24.0), Anchor::End, &below);
    if let Some((x, y, label)) = &cuts {
        canvas.line(Class::Acuan, 1.4, &[(*x, top), (*x, bottom)]);
        canvas.line(Class::Acuan, 1.4, &[(left, *y), (right, *y)]);
        canvas.text(Class::Acuan, (left + 4.0, y - 10.0), Anchor::Start, label);
    }
    for dot in &dots {
        let tooltip = tooltip(figure, across, up, dot);
        canvas.mark(&tooltip, |canvas| {
            // Several printed values of the result: from the lowest to the highest.
            canvas.rentang(Class::Realisasi, &across.titik[dot.index], |v| x_scale.at(v), (dot.at.1, 5.0));
            canvas.circle(Class::Realisasi, dot.at, 5.0, true);
        });
    }
    match placed {
        Some(places) => {
            for (area, lines) in places {
                canvas.lines(Class::Nama, (area.x, area.y), Anchor::Start, &lines);
            }
        }
        None => numbers(&canvas, &dots, &mut board),
    }
    let at = bottom + 28.0 + below.len() as f64 * LINE;
    canvas.lines(Class::Teks, (0.0, at), Anchor::Start, &missing);
    let mut y = foot + 4.0;
    for (number, lines) in &listed {
        let label = number.to_string();
        canvas.bold(Class::Nama, (20.0, y + LINE / 2.0), Anchor::End, &label);
        canvas.lines(Class::Nama, (28.0, y), Anchor::Start, lines);
        y += lines.len() as f64 * LINE + 2.0;
    }
    canvas
}

/// The axis of one measure; the reference value is always on it.
fn axis(figure: &Figure, deret: &Deret) -> Scale {
    let mut values = deret.titik.iter().flat_map(scale::ends).collect::<Vec<f64>>();
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    Scale::open(figure, &values)
}

fn titled(deret: &Deret, scale: &Scale) -> String {
    if scale.unit.is_empty() { deret.nama.clone() } else { format!("{} ({})", deret.nama, scale.unit) }
}

fn upward(deret: &Deret, scale: &Scale) -> String {
    format!("↑ {}", titled(deret, scale))
}

fn tooltip(figure: &Figure, across: &Deret, up: &Deret, dot: &Dot) -> String {
    let name = &figure.kategori[dot.index];
    let value = |deret: &Deret| format!("{} {}", deret.nama, words::shown(figure, &deret.titik[dot.index]));
    format!("{name}: {}, {}", value(across), value(up))
}

fn board((left, right): (f64, f64), (top, bottom): (f64, f64), width: f64, dots: &[Dot]) -> Board {
    let mut board = Board::new(width, bottom);
    board.take(Area { x: 0.0, y: 0.0, w: left + 2.0, h: bottom });
    board.take(Area { x: 0.0, y: 0.0, w: width, h: top });
    board.line((right, top), (right, bottom));
    for dot in dots {
        board.take(Area::around(dot.at, 6.0));
    }
    board
}

/// Every name beside its dot, or nothing if one of them finds no room.
fn names(figure: &Figure, dots: &[Dot], mut board: Board, lebar: Lebar) -> Option<Vec<(Area, Vec<String>)>> {
    let (most, rows) = if lebar.narrow() { (110.0, 2) } else { (165.0, 3) };
    let mut out = Vec::new();
    for dot in dots {
        let lines = text::wrap(&figure.kategori[dot.index], most, rows);
        let whole = lines.last().is_some_and(|line| !line.ends_with('…'));
        let (w, h) = (text::widest(&lines), lines.len() as f64 * LINE);
        let (x, y) = dot.at;
        let candidates: Vec<Area> = [
            (x + 9.0, y - h / 2.0),
            (x - w - 9.0, y - h / 2.0),
            (x - w / 2.0, y - h - 7.0),
            (x - w / 2.0, y + 7.0),
            (x + 7.0, y - h - 3.0),
            (x + 7.0, y + 3.0),
            (x - w - 7.0, y - h - 3.0),
            (x - w - 7.0, y + 3.0),
        ]
        .map(|(x, y)| Area { x, y, w, h })
        .to_vec();
        let index = board.place(&candidates, true).filter(|_| whole)?;
        out.push((candidates[index], lines));
    }
    Some(out)
}

/// Numbers beside the dots, for names that stand in the list below.
fn numbers(canvas: &Canvas, dots: &[Dot], board: &mut Board) {
    for (number, dot) in dots.iter().enumerate() {
        let label = (number + 1).to_string();
        let (w, h) = (text::width_bold(&label) + 3.0, 15.0);
        let (x, y) = dot.at;
        let mut candidates = Vec::new();
        for far in [8.0, 16.0, 26.0] {
            candidates.push(Area { x: x + far, y: y - h / 2.0, w, h });
            candidates.push(Area { x: x - far - w, y: y - h / 2.0, w, h });
            candidates.push(Area { x: x - w / 2.0, y: y - far - h, w, h });
            candidates.push(Area { x: x - w / 2.0, y: y + far, w, h });
        }
        if let Some(index) = board.place(&candidates, false) {
            let place = candidates[index];
            let at = (place.x, place.y + h / 2.0);
            canvas.bold(Class::Nama, at, Anchor::Start, &label);
        }
    }
}

fn list(figure: &Figure, dots: &[Dot], width: f64) -> Vec<(usize, Vec<String>)> {
    let numbered = dots.iter().enumerate();
    numbered.map(|(number, dot)| (number + 1, text::wrap(&figure.kategori[dot.index], width - 28.0, 3))).collect()
}

/// Categories that lack one of the two values.
fn missing(figure: &Figure, dots: &[Dot], width: f64) -> Vec<String> {
    let absent = figure.kategori.iter().enumerate();
    let names: Vec<&str> =
        absent.filter(|(index, _)| dots.iter().all(|dot| dot.index != *index)).map(|(_, name)| name.as_str()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let without = figure.lang.pilih("Tanpa nilai lengkap", "Without both values");
    text::wrap(&format!("{} {without}: {}.", words::MISSING, names.join(", ")), width, 4)
}
