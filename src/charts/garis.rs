//! `Bentuk::Garis`: target and realisasi over the years, broken where data or definition break.

use super::axes;
use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::labels::{Area, Board};
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Deret, Figure, Peran};

/// The name and last value of a series, written at its end.
struct End {
    series: usize,
    index: usize,
    name: Vec<String>,
    value: String,
    width: f64,
}

/// The figure with its places.
struct Plot<'a> {
    figure: &'a Figure,
    places: Vec<f64>,
    scale: Scale,
    top: f64,
    bottom: f64,
}

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let mut values = scale::values(figure);
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = Scale::open(figure, &values);
    let ends = ends(figure, lebar);
    let last = figure.kategori.len().saturating_sub(1);
    let width = lebar.units();
    let (left, right) = (axes::left_margin(&scale), width - right_margin(&ends, last));
    let places = axes::places(figure.kategori.len(), left, right, 10.0);
    let notes = notes(figure, &places, lebar);

    let mut top = if scale.unit.is_empty() {
        12.0
    } else {
        12.0 + LINE
    };
    top += notes
        .iter()
        .map(|(_, lines)| lines.len() as f64 * LINE + 4.0)
        .sum::<f64>();
    let bottom = top + if lebar.narrow() { 180.0 } else { 200.0 };
    let below = axes::off_zero_note(&scale, width);
    let canvas = Canvas::new(width, bottom + 30.0 + below.len() as f64 * LINE);
    let plot = Plot {
        figure,
        places,
        scale: scale.between(bottom, top + 12.0),
        top,
        bottom,
    };

    let mut board = Board::new(width, canvas.height);
    board.take(Area {
        x: 0.0,
        y: 0.0,
        w: width,
        h: top - 6.0,
    });
    board.take(Area {
        x: 0.0,
        y: bottom + 2.0,
        w: width,
        h: 60.0,
    });
    board.take(Area {
        x: 0.0,
        y: 0.0,
        w: left,
        h: bottom,
    });
    if !plot.scale.unit.is_empty() {
        canvas.text(
            Class::Teks,
            (0.0, LINE / 2.0),
            Anchor::Start,
            &plot.scale.unit,
        );
    }
    axes::grid(&canvas, &plot.scale, (left, right), Some(left - 8.0));
    canvas.line(Class::Garis, 1.0, &[(left, bottom), (right, bottom)]);
    axes::categories(&canvas, &figure.kategori, &plot.places, bottom + 16.0);
    canvas.lines(Class::Teks, (0.0, bottom + 27.0), Anchor::Start, &below);
    plot.breaks(&canvas, &notes);
    plot.reference(&canvas, &mut board, (left, right));
    for series in 0..figure.deret.len() {
        plot.series(&canvas, &mut board, series);
    }
    for end in &ends {
        plot.end(&canvas, &mut board, end);
    }
    plot.values(&canvas, &mut board, &ends);
    canvas
}

fn ends(figure: &Figure, lebar: Lebar) -> Vec<End> {
    let most = if lebar.narrow() { 84.0 } else { 150.0 };
    let mut ends = Vec::new();
    for (series, deret) in figure.deret.iter().enumerate() {
        let points = deret.titik.iter().take(figure.kategori.len()).enumerate();
        let last = points.filter(|(_, titik)| titik.nilai.is_some() || titik.rentang.is_some());
        if let Some((index, titik)) = last.last() {
            let name = text::wrap(&deret.nama, most, 3);
            let value = match (titik.nilai, titik.rentang) {
                (None, Some((low, high))) => {
                    format!(
                        "{}–{}",
                        words::value(figure, low),
                        words::value(figure, high)
                    )
                }
                _ => titik.teks.clone(),
            };
            let width = text::widest(&name).max(text::width_bold(&value));
            ends.push(End {
                series,
                index,
                name,
                value,
                width,
            });
        }
    }
    ends
}

/// Room for the labels of the series that reach the last year.
fn right_margin(ends: &[End], last: usize) -> f64 {
    let reaching = ends.iter().filter(|end| end.index == last);
    reaching.map(|end| end.width + 4.0).fold(28.0, f64::max)
}

/// The breaks that lie between two categories, with their wrapped reasons.
fn notes(figure: &Figure, places: &[f64], lebar: Lebar) -> Vec<(f64, Vec<String>)> {
    let most = if lebar.narrow() { 200.0 } else { 240.0 };
    let breaks = figure.putus.iter().filter_map(|(after, reason)| {
        let x = (places.get(*after)? + places.get(*after + 1)?) / 2.0;
        Some((x, text::wrap(reason, most, 3)))
    });
    breaks.collect()
}

impl Plot<'_> {
    fn deret(&self, series: usize) -> Option<&Deret> {
        self.figure.deret.get(series)
    }

    /// The point of a series in a category, if it has a value there.
    fn at(&self, deret: &Deret, index: usize) -> Option<Point> {
        let value = deret.titik.get(index)?.nilai?;
        Some((*self.places.get(index)?, self.scale.at(float(value))))
    }

    fn breaks(&self, canvas: &Canvas, notes: &[(f64, Vec<String>)]) {
        let mut y = if self.scale.unit.is_empty() {
            2.0
        } else {
            2.0 + LINE
        };
        for (x, lines) in notes {
            let half = text::widest(lines) / 2.0;
            let center = x.clamp(half, (canvas.width - half).max(half));
            canvas.lines(Class::Putus, (center, y), Anchor::Middle, lines);
            y += lines.len() as f64 * LINE + 4.0;
            canvas.line(Class::Putus, 1.4, &[(*x, y), (*x, self.bottom)]);
            // Two short strokes across the axis: the sign of a broken scale.
            for shift in [-3.0, 3.0] {
                let (a, b) = (x + shift - 3.0, x + shift + 3.0);
                canvas.line(
                    Class::Garis,
                    1.4,
                    &[(a, self.bottom + 5.0), (b, self.bottom - 5.0)],
                );
            }
        }
    }

    fn reference(&self, canvas: &Canvas, board: &mut Board, (left, right): (f64, f64)) {
        let Some((at, label)) = &self.figure.acuan else {
            return;
        };
        let y = self.scale.at(float(*at));
        canvas.line(Class::Acuan, 1.4, &[(left, y), (right, y)]);
        board.line((left, y), (right, y));
        let label = text::wrap(label, right - left, 1).concat();
        let width = text::width(&label);
        let place = |y: f64| Area {
            x: left + 4.0,
            y,
            w: width,
            h: 16.0,
        };
        if let Some(index) = board.place(&[place(y - 18.0), place(y + 3.0)], false) {
            let middle = if index == 0 { y - 10.0 } else { y + 11.0 };
            canvas.text(Class::Acuan, (left + 4.0, middle), Anchor::Start, &label);
        }
    }

    fn series(&self, canvas: &Canvas, board: &mut Board, series: usize) {
        let Some(deret) = self.deret(series) else {
            return;
        };
        let class = Class::of(self.figure, series);
        let heavy = matches!(deret.peran, Peran::Realisasi | Peran::Lain);
        let mut run: Vec<Point> = Vec::new();
        for index in 0..=self.places.len() {
            let point = self.at(deret, index);
            run.extend(point);
            let cut = self.figure.putus.iter().any(|(after, _)| *after == index);
            if point.is_none() || cut {
                if run.len() > 1 {
                    canvas.line(class, if heavy { 2.4 } else { 1.6 }, &run);
                }
                run.windows(2).for_each(|pair| board.line(pair[0], pair[1]));
                run.clear();
            }
        }
        for (index, titik) in deret.titik.iter().enumerate().take(self.places.len()) {
            let tooltip = words::tooltip(self.figure, &self.figure.kategori[index], deret, titik);
            let x = self.places[index];
            if let Some((low, high)) = titik.rentang {
                let (low, high) = (self.scale.at(float(low)), self.scale.at(float(high)));
                board.line((x, low), (x, high));
                canvas.mark(&tooltip, |canvas| {
                    canvas.line(class, 1.6, &[(x, low), (x, high)]);
                    canvas.line(class, 1.6, &[(x - 5.0, low), (x + 5.0, low)]);
                    canvas.line(class, 1.6, &[(x - 5.0, high), (x + 5.0, high)]);
                });
            }
            if let Some(point) = self.at(deret, index) {
                board.take(Area::around(point, 5.0));
                canvas.mark(&tooltip, |canvas| canvas.marker(class, deret.peran, point));
            } else if titik.catatan.is_some() && titik.rentang.is_none() {
                // Missing for a reason: the gap says so itself.
                let point = (x, self.bottom - 10.0);
                board.take(Area::around(point, 8.0));
                canvas.mark(&tooltip, |canvas| {
                    canvas.text(class, point, Anchor::Middle, words::MISSING);
                });
            }
        }
    }

    fn end(&self, canvas: &Canvas, board: &mut Board, end: &End) {
        let Some(deret) = self.deret(end.series) else {
            return;
        };
        let Some(titik) = deret.titik.get(end.index) else {
            return;
        };
        let class = Class::of(self.figure, end.series);
        let value = titik
            .nilai
            .or(titik.rentang.map(|(_, high)| high))
            .map_or(0.0, float);
        let (x, y) = (self.places[end.index], self.scale.at(value));
        let h = (end.name.len() + 1) as f64 * LINE - 4.0;
        let area = |x: f64, y: f64| Area {
            x,
            y,
            w: end.width,
            h,
        };
        let mut candidates: Vec<Area> = Vec::new();
        for shift in [0.0, 8.0, 16.0, 24.0, 34.0, 46.0, 60.0, 76.0, 94.0] {
            candidates.push(area(x + 9.0, y - h / 2.0 - shift));
            candidates.push(area(x + 9.0, y - h / 2.0 + shift));
        }
        let beside = candidates.len();
        for gap in [8.0, 20.0, 34.0] {
            for left in [x - end.width / 2.0, x - end.width + 8.0] {
                candidates.push(area(left, y - h - gap));
                candidates.push(area(left, y + gap));
            }
        }
        let Some(index) = board.place(&candidates, false) else {
            return;
        };
        let place = candidates[index];
        let middle = place.y + h / 2.0;
        if index < beside && (middle - y).abs() > h / 2.0 {
            canvas.line(class, 1.0, &[(x + 4.0, y), (x + 8.0, middle)]);
        }
        canvas.lines(class, (place.x, place.y - 2.0), Anchor::Start, &end.name);
        let y = place.y - 2.0 + (end.name.len() as f64 + 0.5) * LINE;
        canvas.bold(class, (place.x, y), Anchor::Start, &end.value);
    }

    /// Values beside the points of what was reached, where they cover nothing.
    fn values(&self, canvas: &Canvas, board: &mut Board, ends: &[End]) {
        let alone = self.figure.deret.len() == 1;
        for (series, deret) in self.figure.deret.iter().enumerate() {
            if !alone && deret.peran != Peran::Realisasi {
                continue;
            }
            let class = Class::of(self.figure, series);
            for index in 0..self.places.len() {
                let ended = ends
                    .iter()
                    .any(|end| end.series == series && end.index == index);
                let Some((x, y)) = self.at(deret, index).filter(|_| !ended) else {
                    continue;
                };
                let teks = &deret.titik[index].teks;
                let w = text::width(teks) + 4.0;
                let place = |y: f64| Area {
                    x: x - w / 2.0,
                    y,
                    w,
                    h: 15.0,
                };
                let candidates = [place(y - 22.0), place(y + 8.0)];
                if y - 22.0 < self.top - 6.0 && y + 24.0 > self.bottom {
                    continue;
                }
                if let Some(at) = board.place(&candidates, true) {
                    let middle = if at == 0 { y - 14.0 } else { y + 16.0 };
                    canvas.text(class, (x, middle), Anchor::Middle, teks);
                }
            }
        }
    }
}
