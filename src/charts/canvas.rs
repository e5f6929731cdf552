//! The canvas the chart kinds draw on: plotters elements, in units, by class.

use super::backend::{Sheet, SvgBackend};
use super::class::Class;
use super::scale::float;
use super::text::{LINE, SIZE};
use crate::pages::figure::{Peran, Titik};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::cell::RefCell;
use std::rc::Rc;

/// A place on the canvas, in units.
pub type Point = (f64, f64);

/// On which side of its point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at the point.
    Start,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    End,
}

/// A drawing of fixed size.
pub struct Canvas {
    area: DrawingArea<SvgBackend, Shift>,
    sheet: Rc<RefCell<Sheet>>,
    /// Whether marks carry no tooltip.
    bisu: bool,
    /// Width in units.
    pub width: f64,
    /// Height in units.
    pub height: f64,
}

/// Plotters counts in whole numbers: tenths of a unit keep lines straight and output short.
fn tenths((x, y): Point) -> (i32, i32) {
    ((x * 10.0).round() as i32, (y * 10.0).round() as i32)
}

impl Canvas {
    /// An empty canvas.
    pub fn new(width: f64, height: f64) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::default()));
        let (w, h) = tenths((width, height));
        let size = (w.unsigned_abs(), h.unsigned_abs());
        let area = SvgBackend { size, sheet: Rc::clone(&sheet) }.into_drawing_area();
        Self { area, sheet, bisu: false, width, height: height.round() }
    }

    /// The same without tooltips: a cell, whose figures stand beside it.
    pub fn bisu(self) -> Self {
        Self { bisu: true, ..self }
    }

    /// The body of the SVG.
    pub fn finish(self) -> String {
        self.sheet.borrow_mut().finish()
    }

    /// What is drawn inside carries this tooltip.
    pub fn mark(&self, title: &str, draw: impl FnOnce(&Self)) {
        if self.bisu {
            return draw(self);
        }
        self.sheet.borrow_mut().open_mark(title);
        draw(self);
        self.sheet.borrow_mut().close_mark();
    }

    /// A line through points.
    pub fn line(&self, class: Class, width: f64, points: &[Point]) {
        let points: Vec<_> = points.iter().copied().map(tenths).collect();
        let style = class.color().stroke_width((width * 10.0).round() as u32);
        // The backend writes into memory: its error type has no values.
        let _ = self.area.draw(&PathElement::new(points, style));
    }

    /// A whisker between two points, with a stroke at each end that reaches `across` to both sides of it.
    pub fn palang(&self, class: Class, (a, b): (Point, Point), across: Point) {
        self.line(class, 1.6, &[a, b]);
        for (x, y) in [a, b] {
            self.line(class, 1.6, &[(x - across.0, y - across.1), (x + across.0, y + across.1)]);
        }
    }

    /// The whisker of a point with several values, along an axis that runs across.
    pub fn rentang(&self, class: Class, titik: &Titik, at: impl Fn(f64) -> f64, (y, half): (f64, f64)) {
        if let Some((low, high)) = titik.rentang {
            self.palang(class, ((at(float(low)), y), (at(float(high)), y)), (0.0, half));
        }
    }

    /// A filled rectangle by its corner and size.
    pub fn rect(&self, class: Class, (x, y): Point, width: f64, height: f64) {
        let corners = [tenths((x, y)), tenths((x + width, y + height))];
        let _ = self.area.draw(&Rectangle::new(corners, class.color().filled()));
    }

    /// A circle, filled or open.
    pub fn circle(&self, class: Class, center: Point, radius: f64, filled: bool) {
        let style = match filled {
            true => class.color().filled(),
            false => class.color().stroke_width(18),
        };
        let radius = (radius * 10.0).round() as i32;
        let _ = self.area.draw(&Circle::new(tenths(center), radius, style));
    }

    /// A polygon, filled or open.
    pub fn polygon(&self, class: Class, corners: &[Point], filled: bool) {
        if filled {
            let corners: Vec<_> = corners.iter().copied().map(tenths).collect();
            let _ = self.area.draw(&Polygon::new(corners, class.color().filled()));
        } else {
            let closed: Vec<Point> = corners.iter().chain(corners.first()).copied().collect();
            self.line(class, 1.8, &closed);
        }
    }

    /// A bar as `rect`, or as its outline alone: of a year that is not over.
    pub fn bar(&self, class: Class, (x, y): Point, (wide, high): (f64, f64), hollow: bool) {
        if !hollow || wide < 2.0 {
            return self.rect(class, (x, y), wide, high);
        }
        let (x, y, to, down) = (x + 0.9, y + 0.9, x + wide - 0.9, y + high - 0.9);
        self.polygon(class, &[(x, y), (to, y), (to, down), (x, down)], false);
    }

    /// A text, vertically centred on its point.
    pub fn text(&self, class: Class, at: Point, anchor: Anchor, text: &str) {
        self.styled(class, at, anchor, text, FontStyle::Normal);
    }

    /// The same in bold: values.
    pub fn bold(&self, class: Class, at: Point, anchor: Anchor, text: &str) {
        self.styled(class, at, anchor, text, FontStyle::Bold);
    }

    /// Lines of text below each other, the first just under `top`.
    pub fn lines(&self, class: Class, (x, top): Point, anchor: Anchor, lines: &[String]) {
        for (index, line) in lines.iter().enumerate() {
            self.text(class, (x, top + (index as f64 + 0.5) * LINE), anchor, line);
        }
    }

    fn styled(&self, class: Class, at: Point, anchor: Anchor, text: &str, style: FontStyle) {
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let color = class.color();
        let style = TextStyle::from(("sans-serif", SIZE * 10.0, style).into_font())
            .color(&color)
            .pos(Pos::new(horizontal, VPos::Center));
        let _ = self.area.draw(&Text::new(text, tenths(at), style));
    }

    /// The marker of a value that stands alone: a part of a year, or doubted.
    pub fn hollow(&self, class: Class, at: Point) {
        self.circle(class, at, 4.5, false);
    }

    /// The marker of a role: its shape tells the series apart where colour does not.
    pub fn marker(&self, class: Class, peran: Peran, (x, y): Point) {
        let square = |r: f64| [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)];
        match (peran, class) {
            (Peran::Realisasi, _) => self.circle(class, (x, y), 4.0, true),
            (Peran::Sebagian, _) => self.hollow(class, (x, y)),
            (Peran::Target, _) => self.polygon(class, &square(3.6), false),
            (Peran::Rencana, _) => {
                let corners = [(x, y - 5.0), (x + 5.0, y), (x, y + 5.0), (x - 5.0, y)];
                self.polygon(class, &corners, false);
            }
            (Peran::Keseluruhan, _) | (_, Class::Lain4) => self.circle(class, (x, y), 4.0, false),
            (Peran::Lain, Class::Lain2) => self.polygon(class, &square(3.6), true),
            (Peran::Lain, Class::Lain3) => {
                let corners = [(x - 5.0, y - 4.0), (x + 5.0, y - 4.0), (x, y + 5.0)];
                self.polygon(class, &corners, false);
            }
            (Peran::Lain, _) => {
                let corners = [(x - 5.0, y + 4.0), (x + 5.0, y + 4.0), (x, y - 5.0)];
                self.polygon(class, &corners, true);
            }
        }
    }
}
