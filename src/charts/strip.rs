//! `Bentuk::Strip`: one dot per category on a single axis; named while few, a swarm when many.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::scale::{Scale, float};
use super::text::{self, LINE};
use super::{Lebar, axes, words};
use crate::number;
use crate::pages::figure::{Deret, Figure};
use rust_decimal::Decimal;

/// Up to here every dot has its name.
const NAMED: usize = 12;
/// Up to here every dot has its tooltip; beyond, the table beside the chart has the values.
const TOLD: usize = 60;
/// From here on, median and quartiles say something.
const SPREAD: usize = 5;
/// Height a swarm may take.
const HIGH: f64 = 150.0;

/// One category that has a value.
struct Dot {
    index: usize,
    x: f64,
    level: usize,
}

/// A name above its dot, on one of the rows, with a line down to the dot.
struct Flag {
    text: String,
    dot: usize,
    row: usize,
    from: f64,
    to: f64,
    x: f64,
    anchor: Anchor,
}

/// Draws the first series.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let Some(deret) = figure.deret.first() else {
        return Canvas::new(width, 1.0);
    };
    let known: Vec<(usize, Decimal)> = deret
        .titik
        .iter()
        .take(figure.kategori.len())
        .enumerate()
        .filter_map(|(index, titik)| Some((index, titik.nilai?)))
        .collect();
    let mut values: Vec<f64> = known.iter().map(|(_, value)| float(*value)).collect();
    values.extend(figure.acuan.as_ref().map(|(at, _)| float(*at)));
    let scale = Scale::open(figure, &values).between(14.0, width - 14.0);
    let (dots, radius) = dots(&known, &scale);
    let flags = flags(figure, deret, &dots, lebar);

    let reference = figure
        .acuan
        .as_ref()
        .map(|(at, label)| (scale.at(float(*at)), text::wrap(label, width * 0.7, 2)));
    let rows = flags.iter().map(|flag| flag.row + 1).max().unwrap_or(0) as f64;
    let levels = dots.iter().map(|dot| dot.level + 1).max().unwrap_or(1) as f64;
    let head = reference
        .as_ref()
        .map_or(2.0, |(_, lines)| lines.len() as f64 * LINE + 6.0);
    let axis = head + rows * LINE + 14.0 + levels * radius * 2.0 + 4.0;
    let spread = quartiles(known.iter().map(|(_, value)| *value).collect());
    let notes = notes(figure, deret, &known, spread, width);
    let band = if spread.is_some() { 18.0 } else { 0.0 };
    let unit = if scale.unit.is_empty() { 0.0 } else { LINE };
    let below = axis + 26.0 + unit + band;
    let canvas = Canvas::new(width, below + notes.len() as f64 * LINE + 2.0);

    axes::grid_across(&canvas, &scale, (axis - 4.0, axis + 4.0));
    canvas.line(Class::Garis, 1.0, &[(0.0, axis), (width, axis)]);
    if unit > 0.0 {
        let at = (width / 2.0, axis + 4.0 + LINE * 1.7);
        canvas.text(Class::Teks, at, Anchor::Middle, &scale.unit);
    }
    if let Some((x, lines)) = &reference {
        let half = text::widest(lines) / 2.0;
        let center = x.clamp(half, (width - half).max(half));
        canvas.lines(Class::Acuan, (center, 0.0), Anchor::Middle, lines);
        canvas.line(Class::Acuan, 1.4, &[(*x, head - 2.0), (*x, axis + 4.0)]);
    }
    let place = |dot: &Dot| (dot.x, axis - 5.0 - radius * (2.0 * dot.level as f64 + 1.0));
    let base = axis - 5.0 - levels * radius * 2.0 - 8.0;
    for flag in &flags {
        let y = base - (flag.row as f64 + 0.5) * LINE;
        let (x, top) = place(&dots[flag.dot]);
        canvas.line(Class::Garis, 0.8, &[(x, y), (x, top - radius)]);
    }
    let class = Class::of(figure, 0);
    for dot in &dots {
        let draw = |canvas: &Canvas| canvas.circle(class, place(dot), radius * 0.92, true);
        if dots.len() <= TOLD {
            let titik = &deret.titik[dot.index];
            let tooltip = words::tooltip(figure, &figure.kategori[dot.index], deret, titik);
            canvas.mark(&tooltip, draw);
        } else {
            draw(&canvas);
        }
    }
    for flag in &flags {
        let y = base - (flag.row as f64 + 0.5) * LINE;
        canvas.text(Class::Nama, (flag.x, y), flag.anchor, &flag.text);
    }
    if let Some([low, middle, high]) = spread {
        let (from, to) = (scale.at(float(low)), scale.at(float(high)));
        let y = below - 16.0;
        canvas.rect(Class::Keseluruhan, (from, y), (to - from).max(1.0), 8.0);
        let x = scale.at(float(middle));
        canvas.line(Class::Garis, 3.0, &[(x, y - 3.0), (x, y + 11.0)]);
    }
    canvas.lines(Class::Teks, (0.0, below), Anchor::Start, &notes);
    canvas
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
            dots.push(Dot {
                index: *index,
                x,
                level,
            });
        }
        let high = edges.len() as f64 * radius * 2.0;
        best = (dots, radius);
        if high <= HIGH {
            break;
        }
    }
    best
}

/// Names in rows above the dots: each begins or ends at its dot, no line runs through a name.
fn flags(figure: &Figure, deret: &Deret, dots: &[Dot], lebar: Lebar) -> Vec<Flag> {
    let width = lebar.units();
    let mut order: Vec<usize> = (0..dots.len()).collect();
    if dots.len() > NAMED {
        // Of a swarm only the ends are named.
        let ends = if lebar.narrow() { 1 } else { 2 };
        order.retain(|dot| *dot < ends || *dot >= dots.len() - ends);
    }
    // From the middle outwards, so that the outer names find their way over the inner ones.
    let off = |dot: &usize| ((dots[*dot].x - width / 2.0).abs() * 10.0).round() as i64;
    order.sort_by_key(|dot| (off(dot), *dot));
    let mut flags: Vec<Flag> = Vec::new();
    for dot in order {
        let at = dots[dot].x;
        let index = dots[dot].index;
        let value = &deret.titik[index].teks;
        let room = width * 0.92 - text::width(value) - text::width(" ");
        let name = text::wrap(&figure.kategori[index], room, 1).concat();
        let text = format!("{name} {value}");
        let wide = text::width(&text);
        let right = Flag {
            text: text.clone(),
            dot,
            row: 0,
            from: at + 4.0,
            to: at + 4.0 + wide,
            x: at + 4.0,
            anchor: Anchor::Start,
        };
        let left = Flag {
            text: text.clone(),
            dot,
            row: 0,
            from: at - 4.0 - wide,
            to: at - 4.0,
            x: at - 4.0,
            anchor: Anchor::End,
        };
        // A name wider than either side lies across its dot, shifted into the frame.
        let from = (at - wide / 2.0).clamp(0.0, (width - wide).max(0.0));
        let over = Flag {
            text,
            dot,
            row: 0,
            from,
            to: from + wide,
            x: from,
            anchor: Anchor::Start,
        };
        let mut sides = if at < width / 2.0 {
            vec![right, left]
        } else {
            vec![left, right]
        };
        sides.retain(|flag| flag.from >= 0.0 && flag.to <= width);
        sides.push(over);
        let free = (0..dots.len() + 1).flat_map(|row| (0..sides.len()).map(move |s| (row, s)));
        let mut free = free.filter(|(row, side)| {
            let flag = &sides[*side];
            flags.iter().all(|other| {
                let apart = flag.to + 8.0 <= other.from || other.to + 8.0 <= flag.from;
                let pole = |x: f64, over: &Flag| x > over.from - 3.0 && x < over.to + 3.0;
                match row.cmp(&other.row) {
                    std::cmp::Ordering::Equal => apart,
                    std::cmp::Ordering::Greater => !pole(at, other) || at == dots[other.dot].x,
                    std::cmp::Ordering::Less => !pole(dots[other.dot].x, flag),
                }
            })
        });
        if let Some((row, side)) = free.next() {
            drop(free);
            let mut flag = sides.swap_remove(side);
            flag.row = row;
            flags.push(flag);
        }
    }
    flags
}

/// First quartile, median, third quartile, by linear interpolation between the sorted values.
fn quartiles(mut values: Vec<Decimal>) -> Option<[Decimal; 3]> {
    if values.len() < SPREAD {
        return None;
    }
    values.sort();
    let quarter = |k: usize| {
        let (whole, rest) = ((values.len() - 1) * k / 4, (values.len() - 1) * k % 4);
        let low = *values.get(whole)?;
        let high = *values.get(whole + 1).unwrap_or(&low);
        let step = high
            .checked_sub(low)?
            .checked_mul(Decimal::from(rest as u64))?;
        low.checked_add(step / Decimal::from(4u8))
    };
    Some([quarter(1)?, quarter(2)?, quarter(3)?])
}

/// What the marks under the axis mean, and who has no value.
fn notes(
    figure: &Figure,
    deret: &Deret,
    known: &[(usize, Decimal)],
    spread: Option<[Decimal; 3]>,
    width: f64,
) -> Vec<String> {
    let mut out = Vec::new();
    let all = figure.kepala.to_lowercase();
    if let Some(values) = spread {
        let short = |value: &Decimal| words::value(figure, number::round(*value, 2));
        let [low, middle, high] = [short(&values[0]), short(&values[1]), short(&values[2])];
        let text = format!(
            "Garis tebal: nilai tengah {middle}. Pita: separuh dari {} {all}, antara {low} dan {high}.",
            known.len()
        );
        out.extend(text::wrap(&text, width, 4));
    }
    let missing: Vec<&str> = figure
        .kategori
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            deret
                .titik
                .get(*index)
                .is_none_or(|titik| titik.nilai.is_none())
        })
        .map(|(_, name)| name.as_str())
        .collect();
    match missing.len() {
        0 => {}
        1..=NAMED => {
            out.extend(text::wrap(
                &format!("Tanpa nilai: {}.", missing.join(", ")),
                width,
                4,
            ));
        }
        count => out.push(format!("Tanpa nilai: {count} {all}.")),
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_interpolate() {
        let values = [1, 2, 3, 4, 10].map(Decimal::from).to_vec();
        assert_eq!(quartiles(values), Some([2, 3, 4].map(Decimal::from)));
        let values = [1, 2, 3, 4, 5, 6].map(Decimal::from).to_vec();
        let expected = [
            Decimal::new(225, 2),
            Decimal::new(35, 1),
            Decimal::new(475, 2),
        ];
        assert_eq!(quartiles(values), Some(expected));
        assert_eq!(quartiles(vec![Decimal::ONE; 4]), None);
    }
}
