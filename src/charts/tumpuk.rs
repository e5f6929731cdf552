//! `Bentuk::Tumpuk`: parts laid end to end, every row on one axis. A series of spending directly behind its budget is drawn inside
//! it: solid is spent, pale is not. Percentages fill the row, amounts show how large the rows are.

use super::canvas::{Anchor, Canvas};
use super::class::{BAGIAN, Class};
use super::kepala_baris::{Baris, Kepala};
use super::scale::float;
use super::text;
use super::{Lebar, words};
use crate::pages::figure::{Figure, Jenis, Peran};

/// Thickness of a row.
const BAR: f64 = 22.0;

/// A part: its series, the series inside it, its place in the palette.
struct Potong {
    whole: usize,
    inside: Option<usize>,
    warna: usize,
}

/// The series as parts, in their order.
fn potong(figure: &Figure) -> Vec<Potong> {
    let mut out: Vec<Potong> = Vec::new();
    for (index, deret) in figure.deret.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|i| figure.deret.get(i)).map(|d| d.peran);
        match (out.last_mut(), deret.peran, before) {
            (Some(last), Peran::Realisasi, Some(Peran::Keseluruhan)) => last.inside = Some(index),
            _ => out.push(Potong { whole: index, inside: None, warna: out.len() % BAGIAN }),
        }
    }
    out
}

/// Draws it.
pub fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let width = lebar.units();
    let parts = potong(figure);
    let value = |series: usize, row: usize| {
        figure.deret[series].titik.get(row).and_then(|t| t.nilai).map_or(0.0, float).max(0.0)
    };
    let total = |row: usize| parts.iter().map(|p| value(p.whole, row)).sum::<f64>();
    let rows = figure.kategori.len();
    let high = (0..rows).map(total).fold(0.0, f64::max);
    let axis = if figure.jenis == Jenis::Persen { high.max(100.0) } else { high };
    let heads: Vec<Kepala> = (0..rows).map(|row| kepala(figure, row, width)).collect();
    let names: Vec<&str> = parts.iter().map(|p| figure.deret[p.whole].nama.as_str()).collect();
    let pale = parts.iter().any(|p| p.inside.is_some());
    // A row whose spending is not known is all pale, and not unspent.
    let spent = |row: usize| {
        let known =
            |p: &Potong| p.inside.is_some_and(|i| figure.deret[i].titik.get(row).is_some_and(|t| t.nilai.is_some()));
        total(row) == 0.0 || parts.iter().any(known)
    };
    let names: Vec<&str> = names
        .into_iter()
        .chain(pale.then(|| {
            match (0..rows).all(spent) {
                true => figure.lang.pilih("pucat: tidak dibelanjakan", "pale: not spent"),
                false => figure
                    .lang
                    .pilih("pucat: tidak dibelanjakan, atau belum ada angkanya", "pale: not spent, or not known yet"),
            }
        }))
        .collect();
    let sign = |canvas: &Canvas, index: usize, (x, y): (f64, f64)| match parts.get(index) {
        Some(p) => canvas.rect(Class::bagian(p.warna, false), (x - 6.0, y - 6.0), 12.0, 12.0),
        None => canvas.rect(Class::bagian(0, true), (x - 6.0, y - 6.0), 12.0, 12.0),
    };
    let list = Baris { kepala: &heads, sela: 2.0, tinggi: BAR };
    let (canvas, top) = list.berkunci(width, &names, sign);
    list.draw(&canvas, top, |row, y| {
        let mut x = 0.0f64;
        if axis <= 0.0 || total(row) <= 0.0 {
            let (r, b) = (60.0, y + BAR);
            canvas.polygon(Class::Acuan, &[(1.0, y), (r, y), (r, b), (1.0, b)], false);
        }
        for p in &parts {
            let (all, inner) = (value(p.whole, row), p.inside.map(|s| value(s, row)));
            let long = if axis > 0.0 { all / axis * width } else { 0.0 };
            let shown = (long - 1.0).max(if all > 0.0 { 0.6 } else { 0.0 });
            bagian(
                &canvas,
                figure,
                (p, row),
                (x.min(width - shown), y),
                (shown, inner.map(|v| if all > 0.0 { (v / all).min(1.0) } else { 0.0 })),
            );
            x += long;
        }
    });
    canvas
}

/// The rectangles of one part of one row, with its text where it has room.
fn bagian(
    canvas: &Canvas,
    figure: &Figure,
    (p, row): (&Potong, usize),
    (x, y): (f64, f64),
    (long, inner): (f64, Option<f64>),
) {
    for (series, share) in [(Some(p.whole), 1.0), (p.inside, inner.unwrap_or(0.0))] {
        let Some(deret) = series.and_then(|s| figure.deret.get(s)) else { continue };
        let Some(titik) = deret.titik.get(row).filter(|t| t.nilai.is_some()) else { continue };
        let class = Class::bagian(p.warna, p.inside.is_some() && series == Some(p.whole));
        canvas.mark(&words::tooltip(figure, &figure.kategori[row], deret, titik), |canvas| {
            canvas.rect(class, (x, y), long * share, BAR);
        });
    }
    if figure.jenis == Jenis::Persen
        && p.inside.is_none()
        && let Some(titik) = figure.deret[p.whole].titik.get(row).filter(|t| t.nilai.is_some())
        && text::width_bold(&titik.teks) + 8.0 <= long
    {
        canvas.bold(Class::Balik, (x + 5.0, y + BAR / 2.0), Anchor::Start, &titik.teks);
    }
}

/// The name of a row; `Jember · 2025` is the strong name and the quiet rest; what a total says is at the right.
fn kepala(figure: &Figure, row: usize, width: f64) -> Kepala {
    let (name, rest) = figure.kategori[row].split_once(" · ").unwrap_or((&figure.kategori[row], ""));
    // The remark of a row stands at its first part.
    let note = figure.deret.first().and_then(|d| d.titik.get(row)?.catatan.clone()).unwrap_or_default();
    let full = if rest.is_empty() { name.to_string() } else { format!("{name}, {rest}") };
    Kepala::baru(&full, &note, "", width)
}
