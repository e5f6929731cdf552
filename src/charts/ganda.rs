//! `Bentuk::BatangGanda`: a part inside its whole, a pale bar with a solid one in it.

use super::canvas::{Anchor, Canvas};
use super::class::Class;
use super::kepala_baris::Kepala;
use super::scale::{self, Scale, float};
use super::text::{self, LINE};
use super::{Lebar, words};
use crate::number::Lang;
use crate::pages::figure::{Deret, Figure, Peran, Titik};

/// Thickness of the pale bar; the solid one leaves a rim of it visible.
const BAR: f64 = 18.0;
const RIM: f64 = 4.0;

/// A key: the swatch as drawn, and the name of the series. Names stay long here, so it may wrap.
pub fn key(canvas: &Canvas, figure: &Figure, top: f64) -> f64 {
    let mut y = top;
    let mut x = 0.0;
    for series in [1, 0] {
        let Some(deret) = figure.deret.get(series) else {
            continue;
        };
        let lines = text::wrap(&deret.nama, canvas.width - 20.0, 2);
        let wide = 20.0 + text::widest(&lines);
        if x > 0.0 && (x + wide > canvas.width || lines.len() > 1) {
            (x, y) = (0.0, y + LINE);
        }
        let class = Class::of(figure, series);
        let inset = if series == 1 { 2.0 } else { 0.0 };
        let corner = (x + inset / 2.0, y + 3.0 + inset / 2.0);
        canvas.bar(class, corner, (13.0 - inset, 13.0 - inset), deret.peran == Peran::Sebagian);
        canvas.lines(Class::Nama, (x + 20.0, y), Anchor::Start, &lines);
        x += wide + 18.0;
        y += (lines.len() - lines.len().min(1)) as f64 * LINE;
    }
    y + LINE
}

/// How high the key will be.
pub fn key_height(figure: &Figure, lebar: Lebar) -> f64 {
    key(&Canvas::new(lebar.units(), 1.0), figure, 0.0)
}

/// The texts of a row: `Rp54,10 miliar dari Rp57,82 miliar`, and the share where the figure says it.
fn texts(lang: Lang, part: Option<&Titik>, whole: Option<&Titik>) -> (String, String) {
    let text = |titik: Option<&Titik>| match titik {
        Some(Titik { nilai: None, catatan: Some(catatan), .. }) => {
            format!("{} ({catatan})", words::MISSING)
        }
        Some(titik) if titik.nilai.is_some() => titik.teks.clone(),
        _ => words::MISSING.to_string(),
    };
    let share = part.filter(|t| t.nilai.is_some()).and_then(|t| t.catatan.clone());
    let of = format!("{} {}", lang.pilih("dari", "of"), text(whole));
    match share {
        Some(share) => (format!("{} {of}", text(part)), share),
        None => (of, text(part)),
    }
}

/// Draws series 1 inside series 0.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let (Some(whole), Some(part)) = (figure.deret.first(), figure.deret.get(1)) else {
        return Canvas::new(width, 1.0);
    };
    let mut scale = Scale::from_zero(figure, &scale::values(figure));
    let values = scale::values(figure);
    scale.low = values.iter().copied().fold(0.0, f64::min);
    scale.high = values.iter().copied().fold(0.0, f64::max);
    if scale.high <= scale.low {
        scale.high = scale.low + 1.0;
    }
    let scale = scale.between(1.0, width - 3.0);

    let head = key_height(figure, lebar) + 8.0;
    let heads: Vec<Kepala> = (0..figure.kategori.len())
        .map(|index| {
            let (quiet, strong) = texts(figure.lang, part.titik.get(index), whole.titik.get(index));
            // What the title says of all rows is not said again in each.
            let strong = match strong.split_once(", ") {
                Some((share, rest)) if figure.judul.contains(rest) => share.to_string(),
                _ => strong,
            };
            Kepala::baru(&figure.kategori[index], &quiet, &strong, width)
        })
        .collect();
    let height = head + heads.iter().map(|row| row.height + 3.0 + BAR + 14.0).sum::<f64>();
    let canvas = Canvas::new(width, height);
    key(&canvas, figure, 0.0);
    let mut y = head;
    for (index, row) in heads.iter().enumerate() {
        row.draw(&canvas, y);
        let bar = y + row.height + 3.0;
        let place = (figure, figure.kategori[index].as_str(), &scale, bar);
        bar_of(&canvas, place, whole, (index, 0), 0.0);
        bar_of(&canvas, place, part, (index, 1), RIM);
        let zero = scale.at(0.0);
        canvas.line(Class::Garis, 1.0, &[(zero, bar - 2.0), (zero, bar + BAR + 2.0)]);
        y = bar + BAR + 14.0;
    }
    canvas
}

fn bar_of(
    canvas: &Canvas,
    (figure, kategori, scale, y): (&Figure, &str, &Scale, f64),
    deret: &Deret,
    (index, series): (usize, usize),
    rim: f64,
) {
    let Some(titik) = deret.titik.get(index) else {
        return;
    };
    let Some(value) = titik.nilai else { return };
    let (from, to) = (scale.at(0.0), scale.at(float(value)));
    let class = Class::of(figure, series);
    // However small, what is not zero can be seen.
    let wide = if value.is_zero() { 0.0 } else { (to - from).abs().max(1.5) };
    canvas.mark(&words::tooltip(figure, kategori, deret, titik), |canvas| {
        canvas.bar(class, (from.min(to), y + rim), (wide, BAR - 2.0 * rim), deret.peran == Peran::Sebagian);
    });
}
