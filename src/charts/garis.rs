//! `Bentuk::Garis`: target and realisasi over the years, broken where data or definition break.

use super::axes;
use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::garis_label::{self, End};
use super::labels::{Area, Board};
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Deret, Figure, Peran, Titik};

/// The figure with its places.
pub struct Plot<'a> {
    /// What is drawn.
    pub figure: &'a Figure,
    /// Where each category stands.
    pub places: Vec<f64>,
    /// The value axis.
    pub scale: Scale,
    /// Upper edge of the plot.
    pub top: f64,
    /// The baseline.
    pub bottom: f64,
}

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let mut values = scale::values(figure);
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = Scale::open(figure, &values);
    let ends = garis_label::ends(figure, lebar);
    let last = figure.kategori.len().saturating_sub(1);
    let width = lebar.units();
    let reaching: Vec<&End> = ends.iter().filter(|end| end.index == last).collect();
    // With several labels at the end there is a gap for the lines that lead to them.
    let gap = if reaching.len() > 1 { 20.0 } else { 9.0 };
    let margins = reaching.iter().map(|end| end.width + gap - 12.0);
    let margin = margins.fold(28.0, f64::max);
    let (left, right) = (axes::left_margin(&scale), width - margin);
    let places = axes::places(figure.kategori.len(), left, right, 14.0);
    let notes = notes(figure, &places, lebar);

    let unit = if scale.unit.is_empty() { 0.0 } else { LINE };
    let noted = notes.iter().map(|(_, lines)| lines.len() as f64 * LINE + 4.0);
    let top = 12.0 + unit + noted.sum::<f64>();
    let labelled = reaching.iter().map(|end| end.height).sum::<f64>();
    let bottom = top + labelled.max(if lebar.narrow() { 180.0 } else { 200.0 });
    let below = axes::off_zero_note(&scale, width);
    let canvas = Canvas::new(width, bottom + 30.0 + below.len() as f64 * LINE);
    let scale = scale.between(bottom, top + 12.0);
    let plot = Plot { figure, places, scale, top, bottom };

    let mut board = Board::new(width, canvas.height);
    for (x, y, w, h) in [(0.0, 0.0, width, top - 6.0), (0.0, bottom + 2.0, width, 60.0), (0.0, 0.0, left, bottom)] {
        board.take(Area { x, y, w, h });
    }
    if unit > 0.0 {
        let unit = text::wrap(&plot.scale.unit, width, 1).concat();
        canvas.text(Class::Teks, (0.0, LINE / 2.0), Anchor::Start, &unit);
    }
    axes::grid(&canvas, &plot.scale, (left, right), Some(left - 8.0));
    canvas.line(Class::Garis, 1.0, &[(left, bottom), (right, bottom)]);
    axes::categories(&canvas, &figure.kategori, &plot.places, bottom + 16.0);
    canvas.lines(Class::Teks, (0.0, bottom + 27.0), Anchor::Start, &below);
    plot.breaks(&canvas, &notes, 2.0 + unit);
    plot.reference(&canvas, &mut board, (left, right));
    // What was reached lies over what was promised.
    let mut order: Vec<(usize, &Deret)> = figure.deret.iter().enumerate().collect();
    order.sort_by_key(|(_, deret)| deret.peran == Peran::Realisasi);
    for (series, deret) in order {
        let class = Class::of(figure, series);
        plot.series(&canvas, &mut board, class, deret);
        plot.points(&canvas, &mut board, class, deret);
    }
    plot.column(&canvas, &mut board, &reaching, gap);
    for end in ends.iter().filter(|end| end.index != last) {
        plot.end(&canvas, &mut board, end);
    }
    plot.values(&canvas, &mut board, &ends);
    canvas
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

/// Whether a point has a value and a remark about it.
fn sendiri(deret: &Deret, index: usize) -> bool {
    deret.titik.get(index).is_some_and(|t| t.nilai.is_some() && t.catatan.is_some())
}

impl Plot<'_> {
    /// The point of a series in a category, if it has a value there.
    pub fn at(&self, deret: &Deret, index: usize) -> Option<Point> {
        let value = deret.titik.get(index)?.nilai?;
        Some((*self.places.get(index)?, self.scale.at(float(value))))
    }

    fn breaks(&self, canvas: &Canvas, notes: &[(f64, Vec<String>)], top: f64) {
        let mut y = top;
        for (x, lines) in notes {
            let half = text::widest(lines) / 2.0;
            let center = x.clamp(half, (canvas.width - half).max(half));
            canvas.lines(Class::Putus, (center, y), Anchor::Middle, lines);
            y += lines.len() as f64 * LINE + 4.0;
            canvas.line(Class::Putus, 1.4, &[(*x, y), (*x, self.bottom)]);
            // Two short strokes across the axis: the sign of a broken scale.
            for shift in [-3.0, 3.0] {
                let stroke = [(x + shift - 3.0, self.bottom + 5.0), (x + shift + 3.0, self.bottom - 5.0)];
                canvas.line(Class::Garis, 1.4, &stroke);
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
        let (x, w, h) = (left + 4.0, text::width(&label), 16.0);
        let places = [y - 18.0, y + 3.0].map(|y| Area { x, y, w, h });
        if let Some(index) = board.place(&places, false) {
            let middle = if index == 0 { y - 10.0 } else { y + 11.0 };
            canvas.text(Class::Acuan, (x, middle), Anchor::Start, &label);
        }
    }

    /// The line, in as many runs as there are gaps and breaks.
    fn series(&self, canvas: &Canvas, board: &mut Board, class: Class, deret: &Deret) {
        let heavy = matches!(deret.peran, Peran::Realisasi | Peran::Lain);
        let mut run: Vec<Point> = Vec::new();
        for index in 0..=self.places.len() {
            // A part of a year and a doubted value stand alone, hollow: nothing joins them.
            let point = self.at(deret, index).filter(|_| !(heavy && sendiri(deret, index)));
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
    }

    /// Markers, whiskers where a document states several values, and the reason of a gap.
    fn points(&self, canvas: &Canvas, board: &mut Board, class: Class, deret: &Deret) {
        let points = self.figure.kategori.iter().zip(&deret.titik).enumerate();
        for (index, (kategori, titik)) in points {
            let tooltip = words::tooltip(self.figure, kategori, deret, titik);
            let Some(&x) = self.places.get(index) else {
                continue;
            };
            if let Some((low, high)) = titik.rentang {
                let (low, high) = (self.scale.at(float(low)), self.scale.at(float(high)));
                board.line((x, low), (x, high));
                canvas.mark(&tooltip, |canvas| canvas.palang(class, ((x, low), (x, high)), (5.0, 0.0)));
            }
            if let Some(point) = self.at(deret, index) {
                board.take(Area::around(point, 5.0));
                canvas.mark(&tooltip, |canvas| match deret.peran {
                    Peran::Realisasi | Peran::Lain if sendiri(deret, index) => canvas.hollow(class, point),
                    peran => canvas.marker(class, peran, point),
                });
            } else if titik.rentang.is_none() {
                self.missing(canvas, board, (x, titik), &tooltip);
            }
        }
    }

    /// Missing for a reason: the gap says so itself, in words where there is room.
    fn missing(&self, canvas: &Canvas, board: &mut Board, (x, titik): (f64, &Titik), tooltip: &str) {
        let Some(catatan) = &titik.catatan else {
            return;
        };
        let slot = match self.places.as_slice() {
            [first, second, ..] => second - first,
            _ => 120.0,
        };
        let mut lines = text::wrap(catatan, slot - 4.0, 3);
        if slot < 60.0 || lines.last().is_none_or(|line| line.ends_with('…')) {
            lines = vec![words::MISSING.to_string()];
        }
        let (w, h) = (text::widest(&lines), lines.len() as f64 * LINE);
        let x = x.clamp(w / 2.0, (canvas.width - w / 2.0).max(w / 2.0));
        let y = self.bottom - h - 2.0;
        board.take(Area { x: x - w / 2.0, y, w, h });
        canvas.mark(tooltip, |canvas| {
            canvas.lines(Class::Teks, (x, y), Anchor::Middle, &lines);
        });
    }
}
