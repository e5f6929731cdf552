//! The labels of a line chart: names and last values at the ends, values beside the points.

use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::garis::Plot;
use super::labels::{self, Area, Board};
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::{Figure, Peran, Titik};

/// The name and last value of a series, written at its end.
pub struct End {
    series: usize,
    /// The category of its last value.
    pub index: usize,
    name: Vec<String>,
    value: String,
    /// Width of the label.
    pub width: f64,
    /// Height of the label.
    pub height: f64,
}

/// One label for every series that has a value.
pub fn ends(figure: &Figure, lebar: Lebar) -> Vec<End> {
    let most = if lebar.narrow() { 84.0 } else { 150.0 };
    let mut ends = Vec::new();
    for (series, deret) in figure.deret.iter().enumerate() {
        let points = deret.titik.iter().take(figure.kategori.len()).enumerate();
        let mut known = points.filter(|(_, titik)| titik.nilai.is_some() || titik.rentang.is_some());
        if let Some((index, titik)) = known.next_back() {
            let name = text::wrap(&deret.nama, most, 3);
            let value = words::shown(figure, titik);
            let value = text::wrap(&value, most * 1.3, 1).concat();
            let width = text::widest(&name).max(text::width_bold(&value));
            let height = (name.len() + 1) as f64 * LINE - 2.0;
            ends.push(End { series, index, name, value, width, height });
        }
    }
    ends
}

impl Plot<'_> {
    /// Where the last value of a series lies.
    fn tip(&self, end: &End) -> Option<(Class, Point)> {
        let titik = self.figure.deret.get(end.series)?.titik.get(end.index)?;
        let value = titik.nilai.or(titik.rentang.map(|(_, high)| high))?;
        let point = (*self.places.get(end.index)?, self.scale.at(float(value)));
        Some((Class::of(self.figure, end.series), point))
    }

    /// The labels of the series that reach the last year, below each other in the order of their
    /// values, each as near to its point as the others allow.
    pub fn column(&self, canvas: &Canvas, board: &mut Board, ends: &[&End], gap: f64) {
        let mut tips: Vec<(&End, Class, Point)> = Vec::new();
        for end in ends {
            tips.extend(self.tip(end).map(|(class, point)| (*end, class, point)));
        }
        tips.sort_by(|a, b| a.2.1.total_cmp(&b.2.1));
        let wanted = tips.iter().map(|(end, _, (_, y))| (y - end.height / 2.0, end.height));
        let frame = (self.top - 8.0, self.bottom + 12.0);
        let tops = labels::stack(&wanted.collect::<Vec<_>>(), frame);
        for ((end, class, (x, y)), top) in tips.into_iter().zip(tops) {
            let middle = top + end.height / 2.0;
            if (middle - y).abs() > 10.0 {
                canvas.line(Class::Garis, 0.8, &[(x + 7.0, y), (x + gap - 3.0, middle)]);
            }
            let area = Area { x: x + gap, y: top, w: end.width, h: end.height };
            board.take(area);
            write(canvas, class, end, area);
        }
    }

    /// The label of a series that ends earlier, where it covers least.
    pub fn end(&self, canvas: &Canvas, board: &mut Board, end: &End) {
        let Some((class, (x, y))) = self.tip(end) else {
            return;
        };
        let (w, h) = (end.width + 10.0, end.height);
        let mut candidates: Vec<Area> = Vec::new();
        for shift in [0.0, 8.0, 16.0, 24.0] {
            for y in [y - h / 2.0 - shift, y - h / 2.0 + shift] {
                candidates.push(Area { x: x + 9.0, y, w, h });
            }
        }
        for gap in [8.0, 20.0, 34.0] {
            for x in [x - w / 2.0, x - w + 8.0, x - 8.0] {
                candidates.push(Area { x, y: y - h - gap, w, h });
                candidates.push(Area { x, y: y + gap, w, h });
            }
        }
        if let Some(index) = board.place(&candidates, false) {
            write(canvas, class, end, candidates[index]);
        }
    }

    /// Values beside the points of what was reached, where they cover nothing.
    pub fn values(&self, canvas: &Canvas, board: &mut Board, ends: &[End]) {
        let alone = self.figure.deret.len() == 1;
        for (series, deret) in self.figure.deret.iter().enumerate() {
            if !alone && deret.peran != Peran::Realisasi {
                continue;
            }
            let class = Class::of(self.figure, series);
            for (index, titik) in deret.titik.iter().enumerate() {
                let ended = |end: &End| end.series == series && end.index == index;
                if ends.iter().any(ended) {
                    continue;
                }
                // Where there is only a range its upper end carries the label.
                let value = titik.nilai.or(titik.rentang.map(|(_, high)| high));
                if let Some((&x, value)) = self.places.get(index).zip(value) {
                    let point = (x, self.scale.at(float(value)));
                    self.value(canvas, board, class, (point, titik));
                }
            }
        }
    }

    fn value(&self, canvas: &Canvas, board: &mut Board, class: Class, ((x, y), titik): (Point, &Titik)) {
        // Where the unit stands above the axis the number is enough.
        let largest = self.scale.high.abs().max(self.scale.low.abs());
        let bare = titik.nilai.filter(|_| !self.scale.unit.is_empty());
        let bare = bare.and_then(|value| words::bare(self.figure, value, largest, 2));
        let teks = bare.unwrap_or_else(|| words::shown(self.figure, titik));
        let (w, h) = (text::width(&teks) + 4.0, 15.0);
        let mut candidates = Vec::new();
        for x in [x - w / 2.0, x - 8.0, x - w + 8.0] {
            candidates.push(Area { x, y: y - 23.0, w, h });
            candidates.push(Area { x, y: y + 8.0, w, h });
        }
        candidates.push(Area { x: x + 8.0, y: y - h / 2.0, w, h });
        candidates.push(Area { x: x - w - 8.0, y: y - h / 2.0, w, h });
        if let Some(index) = board.place(&candidates, true) {
            let place = candidates[index];
            let middle = (place.x + w / 2.0, place.y + h / 2.0);
            canvas.text(class, middle, Anchor::Middle, &teks);
        }
    }
}

/// Name and value, below each other.
fn write(canvas: &Canvas, class: Class, end: &End, area: Area) {
    canvas.lines(class, (area.x, area.y - 1.0), Anchor::Start, &end.name);
    let y = area.y - 1.0 + (end.name.len() as f64 + 0.5) * LINE;
    canvas.bold(class, (area.x, y), Anchor::Start, &end.value);
}
