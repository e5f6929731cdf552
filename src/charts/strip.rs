//! `Bentuk::Strip`: one dot per category on a single axis; named while few, a swarm when many.

use super::canvas::{Anchor, Canvas, Point};
use super::class::Class;
use super::flags::{self, Flag};
use super::scale::{self, Scale, float};
use super::spread;
use super::strip_rows;
use super::text::{self, LINE};
use super::{Lebar, axes, words};
use crate::pages::figure::{Deret, Figure};
use rust_decimal::Decimal;

/// Up to here every dot has its name.
pub const NAMED: usize = 12;
/// Up to here every dot has its tooltip; beyond, the table beside the chart has the values.
const TOLD: usize = 60;
/// Height a swarm may take.
const HIGH: f64 = 150.0;

/// The figure as a strip shows it.
pub struct Strip<'a> {
    /// What is drawn.
    pub figure: &'a Figure,
    /// Its first series.
    pub deret: &'a Deret,
    /// The categories that have a value.
    pub known: Vec<(usize, Decimal)>,
    /// The value axis, not yet placed.
    pub scale: Scale,
}

/// One dot of a swarm.
struct Dot {
    index: usize,
    x: f64,
    level: usize,
}

/// Draws the first series.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let Some(deret) = figure.deret.first() else {
        return Canvas::new(width, 1.0);
    };
    let points = figure.kategori.iter().zip(&deret.titik).enumerate();
    let known: Vec<(usize, Decimal)> = points.filter_map(|(index, (_, titik))| Some((index, titik.nilai?))).collect();
    let mut values = scale::values(figure);
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = Scale::open(figure, &values);
    let strip = Strip { figure, deret, known, scale };

    let scale = strip.scale.clone().between(14.0, width - 14.0);
    let (dots, radius) = dots(&strip.known, &scale);
    match strip.flags(&dots, lebar) {
        Some(flags) => strip.swarm(&scale, &dots, radius, &flags, lebar),
        // Too many names on one spot: every category gets a row of its own.
        None => strip_rows::draw(&strip, lebar),
    }
}

/// Every dot at its exact value, on the lowest level where it touches no other; the largest radius
/// at which the swarm stays within its height.
fn dots(known: &[(usize, Decimal)], scale: &Scale) -> (Vec<Dot>, f64) {
    let mut sorted: Vec<(usize, Decimal)> = known.to_vec();
    sorted.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut best = (Vec::new(), 1.0);
    for radius in [5.5, 4.5, 3.5, 3.0, 2.5, 2.0, 1.5, 1.0] {
        // The right edge of the last dot of every level.
        let mut edges: Vec<f64> = Vec::new();
        let mut dots = Vec::with_capacity(sorted.len());
        for (index, value) in &sorted {
            let x = scale.at(float(*value));
            let free = edges.iter().position(|edge| *edge <= x - radius);
            let level = free.unwrap_or(edges.len());
            if free.is_none() {
                edges.push(0.0);
            }
            edges[level] = x + radius;
            dots.push(Dot { index: *index, x, level });
        }
        let high = edges.len() as f64 * radius * 2.0;
        best = (dots, radius);
        if high <= HIGH {
            break;
        }
    }
    best
}

impl Strip<'_> {
    /// Name and value of a category.
    pub fn label(&self, index: usize, room: f64) -> (String, String) {
        let value = words::shown(self.figure, &self.deret.titik[index]);
        let room = room - text::width_bold(&value) - text::width(" ");
        (text::wrap(&self.figure.kategori[index], room, 1).concat(), value)
    }

    /// The names above the dots: all while they are few, of a swarm only the ends.
    fn flags(&self, dots: &[Dot], lebar: Lebar) -> Option<Vec<Flag>> {
        let width = lebar.units();
        let named = |ends: usize| {
            let shown = dots.iter().enumerate();
            let shown = shown.filter(|(at, _)| *at < ends || *at + ends >= dots.len());
            let names = shown.map(|(_, dot)| {
                let (name, value) = self.label(dot.index, width * 0.7);
                (dot.x, format!("{name} {value}"))
            });
            flags::arrange(&names.collect::<Vec<_>>(), width)
        };
        if dots.len() <= NAMED {
            return named(dots.len());
        }
        let two = if lebar.narrow() { None } else { named(2) };
        Some(two.or_else(|| named(1)).unwrap_or_default())
    }

    fn swarm(&self, scale: &Scale, dots: &[Dot], radius: f64, flags: &[Flag], lebar: Lebar) -> Canvas {
        let width = lebar.units();
        let rows = flags.iter().map(|flag| flag.row + 1).max().unwrap_or(0) as f64;
        let levels = dots.iter().map(|dot| dot.level + 1).max().unwrap_or(1) as f64;
        let head = self.reference_height(width);
        let axis = head + rows * LINE + 14.0 + levels * radius * 2.0 + 4.0;
        let notes = spread::notes(self, width);
        let canvas = Canvas::new(width, axis + self.foot_height(&notes));
        self.foot(&canvas, scale, (axis - 4.0, axis), &notes);
        self.reference(&canvas, scale, axis);

        let place = |dot: &Dot| -> Point { (dot.x, axis - 5.0 - radius * (2.0 * dot.level as f64 + 1.0)) };
        let base = axis - 5.0 - levels * radius * 2.0 - 8.0;
        let level = |flag: &Flag| base - (flag.row as f64 + 0.5) * LINE;
        for flag in flags {
            let tops = dots.iter().filter(|dot| dot.x == flag.at).map(|dot| place(dot).1);
            let top = tops.fold(axis, f64::min) - radius;
            canvas.line(Class::Garis, 0.8, &[(flag.at, level(flag)), (flag.at, top)]);
        }
        let class = Class::of(self.figure, 0);
        for dot in dots {
            // A value with a remark (part of a year, quoted from another's report) is no full dot.
            let full = self.deret.titik[dot.index].catatan.is_none();
            let draw = |canvas: &Canvas| {
                canvas.rentang(class, &self.deret.titik[dot.index], |v| scale.at(v), (place(dot).1, 5.0));
                canvas.circle(class, place(dot), radius * 0.92, full);
            };
            if dots.len() <= TOLD {
                canvas.mark(&self.tooltip(dot.index), draw);
            } else {
                draw(&canvas);
            }
        }
        for flag in flags {
            let shift = if flag.anchor == Anchor::End { -flags::GAP } else { flags::GAP };
            let at = (flag.at + shift, level(flag));
            canvas.text(Class::Nama, at, flag.anchor, &flag.text);
        }
        canvas
    }

    /// The tooltip of a category.
    pub fn tooltip(&self, index: usize) -> String {
        let kategori = &self.figure.kategori[index];
        words::tooltip(self.figure, kategori, self.deret, &self.deret.titik[index])
    }

    fn reference_lines(&self, width: f64) -> Vec<String> {
        let label = self.figure.acuan.as_ref().map(|(_, label)| label.as_str());
        text::wrap(label.unwrap_or(""), width * 0.7, 2)
    }

    /// Room for the label of the reference line.
    pub fn reference_height(&self, width: f64) -> f64 {
        let lines = self.reference_lines(width).len() as f64;
        if self.figure.acuan.is_some() { lines * LINE + 6.0 } else { 2.0 }
    }

    /// The reference line down to the axis, its label on top.
    pub fn reference(&self, canvas: &Canvas, scale: &Scale, axis: f64) {
        let Some((at, _)) = &self.figure.acuan else {
            return;
        };
        let (x, lines) = (scale.at(float(*at)), self.reference_lines(canvas.width));
        let half = text::widest(&lines) / 2.0;
        let center = x.clamp(half, (canvas.width - half).max(half));
        canvas.lines(Class::Acuan, (center, 0.0), Anchor::Middle, &lines);
        let top = self.reference_height(canvas.width) - 2.0;
        canvas.line(Class::Acuan, 1.4, &[(x, top), (x, axis + 4.0)]);
    }

    /// Height of what stands below the axis.
    pub fn foot_height(&self, notes: &[String]) -> f64 {
        let unit = if self.scale.unit.is_empty() { 0.0 } else { LINE };
        let band = if self.figure.sebaran.is_some() { 18.0 } else { 0.0 };
        28.0 + unit + band + notes.len() as f64 * LINE
    }

    /// The axis with its numbers, the band of the quartiles, the notes.
    pub fn foot(&self, canvas: &Canvas, scale: &Scale, (top, axis): (f64, f64), notes: &[String]) {
        axes::grid_across(canvas, scale, (top, axis + 4.0));
        let (left, right) = (scale.at(scale.low) - 14.0, scale.at(scale.high) + 14.0);
        canvas.line(Class::Garis, 1.0, &[(left, axis), (right.min(canvas.width), axis)]);
        let mut below = axis + 26.0;
        if !scale.unit.is_empty() {
            let unit = text::wrap(&scale.unit, canvas.width, 1).concat();
            let at = (canvas.width / 2.0, axis + 4.0 + LINE * 1.7);
            canvas.text(Class::Teks, at, Anchor::Middle, &unit);
            below += LINE;
        }
        if let Some(s) = &self.figure.sebaran {
            let (from, to) = (scale.at(float(s.kuartil_1)), scale.at(float(s.kuartil_3)));
            canvas.rect(Class::Keseluruhan, (from, below + 2.0), (to - from).max(1.0), 8.0);
            let x = scale.at(float(s.median));
            canvas.line(Class::Garis, 3.0, &[(x, below - 1.0), (x, below + 13.0)]);
            below += 18.0;
        }
        canvas.lines(Class::Teks, (0.0, below), Anchor::Start, notes);
    }
}
