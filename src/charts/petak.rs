//! `Bentuk::Petak`: an icicle. Categories are paths (`Program A › Kegiatan B`); a category whose path goes on where another ends is
//! its child. Columns are levels, heights are amounts; what a parent holds beyond its children stays empty beside it.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::float;
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::pages::figure::Figure;
use crate::teks;

/// Between two levels of a path.
pub const PISAH: &str = " › ";

/// A block: its category, how deep it is, where it begins, how high it is. A colour names a program in charts that compare
/// agencies; here a place does, so all blocks have one colour and its tints.
struct Blok {
    index: usize,
    depth: usize,
    from: f64,
    share: f64,
}

/// Draws series 0; on a phone two levels, on a desk three.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let levels = if lebar.narrow() { 2 } else { 3 };
    let blocks = susun(figure);
    let deepest = blocks.iter().map(|b| b.depth + 1).max().unwrap_or(1).min(levels);
    let shown: Vec<&Blok> = blocks.iter().filter(|b| b.depth < deepest).collect();
    // As high as its columns need to write most names, never endless.
    let most = (0..deepest).map(|d| shown.iter().filter(|b| b.depth == d).count()).max().unwrap_or(1);
    let plot = (most as f64 * 26.0).clamp(150.0, if lebar.narrow() { 480.0 } else { 400.0 });
    let hidden = figure.kategori.len() - shown.len();
    let note = match hidden {
        0 => Vec::new(),
        n => text::wrap(
            &teks!(
                figure.lang,
                "{n} bagian yang lebih dalam atau tanpa nilai ada di tabel.",
                "{n} deeper parts, or parts without a value, are in the table."
            ),
            width,
            2,
        ),
    };
    let canvas = Canvas::new(width, plot + if note.is_empty() { 0.0 } else { note.len() as f64 * LINE + 6.0 });
    let column = width / deepest as f64;
    for b in shown {
        let (x, y) = (b.depth as f64 * column, b.from * plot);
        let high = (b.share * plot - 1.0).max(0.4).min(plot - y);
        let deret = &figure.deret[0];
        let titik = &deret.titik[b.index];
        canvas.mark(&words::tooltip(figure, &figure.kategori[b.index], deret, titik), |canvas| {
            canvas.rect(Class::bagian(0, b.depth > 0), (x, y.min(plot - high)), column - 2.0, high);
        });
        if high >= LINE {
            label(&canvas, figure, b, (x + 5.0, y), (column - 12.0, high));
        }
    }
    canvas.lines(Class::Teks, (0.0, plot + 4.0), Anchor::Start, &note);
    canvas
}

/// Name and amount inside a block, as much as fits.
fn label(canvas: &Canvas, figure: &Figure, b: &Blok, (x, y): (f64, f64), (room, high): (f64, f64)) {
    let path = &figure.kategori[b.index];
    let name = path.rsplit(PISAH).next().unwrap_or(path);
    let amount = words::shown(figure, &figure.deret[0].titik[b.index]);
    let lines = (high / LINE).floor() as usize;
    let class = if b.depth > 0 { Class::Nama } else { Class::Balik };
    let text = match lines {
        // A block without room for both says what it is: its amount is in the table.
        0 | 1 => {
            let both = format!("{name} {amount}");
            let one = if text::width_bold(&both) <= room { both } else { name.to_string() };
            text::wrap(&one, room / 1.08, 1)
        }
        _ => {
            let mut all = text::wrap(name, room / 1.08, (lines - 1).min(3));
            all.extend(text::wrap(&amount, room / 1.08, 1));
            all
        }
    };
    let top = y + (high - text.len() as f64 * LINE) / 2.0;
    for (n, line) in text.iter().enumerate() {
        canvas.bold(class, (x, top + (n as f64 + 0.5) * LINE), Anchor::Start, line);
    }
}

/// Lays the blocks out: shares of the whole, children within their parent.
fn susun(figure: &Figure) -> Vec<Blok> {
    let value = |i: usize| figure.deret.first().and_then(|d| d.titik.get(i)?.nilai).map_or(0.0, float).max(0.0);
    let depth = |i: usize| figure.kategori[i].matches(PISAH).count();
    let n = figure.kategori.len();
    let parent = |i: usize| {
        let (head, _) = figure.kategori[i].rsplit_once(PISAH)?;
        (0..n).find(|j| figure.kategori[*j] == head && *j != i)
    };
    let whole: f64 = (0..n).filter(|i| depth(*i) == 0).map(value).sum();
    let mut out: Vec<Blok> = Vec::new();
    if whole <= 0.0 {
        return out;
    }
    let mut order: Vec<usize> = (0..n).filter(|i| value(*i) > 0.0).collect();
    order.sort_by_key(|i| depth(*i));
    let mut top = 0.0;
    let mut used = vec![0.0; n];
    for i in order {
        let own = value(i) / whole;
        if depth(i) == 0 {
            out.push(Blok { index: i, depth: 0, from: top, share: own });
            top += own;
        } else if let Some(up) = parent(i)
            && let Some(at) = out.iter().position(|b| b.index == up)
        {
            // Children that sum to more than their parent are drawn to its measure; the findings say so.
            let sum: f64 = (0..n).filter(|j| parent(*j) == Some(up)).map(value).sum::<f64>() / whole;
            let share = if sum > out[at].share { own * out[at].share / sum } else { own };
            let block = Blok { index: i, depth: out[at].depth + 1, from: out[at].from + used[up], share };
            used[up] += share;
            out.push(block);
        }
    }
    out
}
