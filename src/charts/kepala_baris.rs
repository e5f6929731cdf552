//! The head of a row of a chart: its name, and the texts of its values at the right of it, or below it where both do not fit.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::text::{self, LINE};

/// Between the two texts.
const GAP: f64 = 6.0;

/// A name with a quiet and a strong text, fitted into a width.
pub struct Kepala {
    name: Vec<String>,
    quiet: String,
    strong: String,
    beside: bool,
    /// How high it is.
    pub height: f64,
}

impl Kepala {
    /// Fits them: the texts keep their full length, the name gives way.
    pub fn baru(name: &str, quiet: &str, strong: &str, width: f64) -> Self {
        let strong = text::wrap(strong, width / 1.08, 1).concat();
        let left = width - text::width_bold(&strong) - GAP;
        let quiet = if left < 40.0 { String::new() } else { text::wrap(quiet, left, 1).concat() };
        let room = left - text::width(&quiet) - 14.0;
        // Beside its texts a name must be whole: names that begin alike differ where they would be cut.
        let whole = |room: f64| !text::wrap(name, room.min(width), 2).last().is_some_and(|l| l.ends_with('…'));
        let beside = (room >= width * 0.42 && whole(room)) || (strong.is_empty() && quiet.is_empty());
        let name = text::wrap(name, if beside { room.min(width) } else { width }, 2);
        let lines = name.len().max(1) + usize::from(!beside);
        Self { name, quiet, strong, beside, height: lines as f64 * LINE }
    }

    /// Draws it below `top`.
    pub fn draw(&self, canvas: &Canvas, top: f64) {
        canvas.lines(Class::Nama, (0.0, top), Anchor::Start, &self.name);
        let gap = if self.quiet.is_empty() || self.strong.is_empty() { 0.0 } else { GAP };
        let put = |at: f64, y: f64, anchor: Anchor, strong: bool| match strong {
            true if !self.strong.is_empty() => canvas.bold(Class::Nama, (at, y), anchor, &self.strong),
            false if !self.quiet.is_empty() => canvas.text(Class::Teks, (at, y), anchor, &self.quiet),
            _ => (),
        };
        if self.beside {
            let y = top + LINE / 2.0;
            put(canvas.width, y, Anchor::End, true);
            put(canvas.width - gap - text::width_bold(&self.strong), y, Anchor::End, false);
        } else {
            let y = top + self.name.len() as f64 * LINE + LINE / 2.0;
            put(0.0, y, Anchor::Start, false);
            put(canvas.width, y, Anchor::End, true);
        }
    }
}

/// Rows of a chart: each a head with what is drawn below it.
pub struct Baris<'h> {
    /// Their heads.
    pub kepala: &'h [Kepala],
    /// Between a head and its drawing.
    pub sela: f64,
    /// How high a drawing is.
    pub tinggi: f64,
}

impl Baris<'_> {
    /// Below a drawing, before the next head.
    const BAWAH: f64 = 12.0;

    /// How high all of them are.
    pub fn total(&self) -> f64 {
        self.kepala.iter().map(|h| h.height + self.sela + self.tinggi + Self::BAWAH).sum()
    }

    /// Draws the heads below `top`; `draw` puts what belongs to a row at the height it is given.
    pub fn draw(&self, canvas: &Canvas, top: f64, draw: impl Fn(usize, f64)) {
        let mut y = top;
        for (index, head) in self.kepala.iter().enumerate() {
            head.draw(canvas, y);
            y += head.height + self.sela;
            draw(index, y);
            y += self.tinggi + Self::BAWAH;
        }
    }

    /// A canvas with a key above the rows, `sign` its markers, and where the first row begins.
    pub fn berkunci(&self, width: f64, names: &[&str], sign: impl Fn(&Canvas, usize, (f64, f64))) -> (Canvas, f64) {
        let top = kunci(&Canvas::new(width, 1.0), names, |_, _, _| ()) + 8.0;
        let canvas = Canvas::new(width, top + self.total());
        kunci(&canvas, names, sign);
        (canvas, top)
    }
}

/// A key of markers and names in one line or more; gives the height it took. `draw` puts the sign of one series.
pub fn kunci(canvas: &Canvas, names: &[&str], draw: impl Fn(&Canvas, usize, (f64, f64))) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    for (index, name) in names.iter().enumerate() {
        let name = text::wrap(name, canvas.width - 22.0, 1).concat();
        let wide = 20.0 + text::width(&name);
        if x > 0.0 && x + wide > canvas.width {
            (x, y) = (0.0, y + LINE);
        }
        draw(canvas, index, (x + 7.0, y + LINE / 2.0));
        canvas.text(Class::Nama, (x + 20.0, y + LINE / 2.0), Anchor::Start, &name);
        x += wide + 16.0;
    }
    y + LINE
}
