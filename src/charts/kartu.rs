//! The card of a link preview, 1200 by 630: title, sentence and chart, in the light colours.

use super::huruf::{Huruf, sumber};
use super::text::escape_into;
use super::{Gaya, Lebar, draw, text};
use crate::pages::figure::{Bentuk, Figure};
use crate::teks;

const LEBAR: f64 = 1200.0;
const TINGGI: f64 = 630.0;
const TEPI: f64 = 48.0;
/// Where the line with source and portal begins.
const KAKI: f64 = 574.0;
/// Larger than this, strokes and markers look clumsy.
const TERBESAR: f64 = 1.95;
/// Smaller than this, a long list of bars is cut instead.
const TERKECIL: f64 = 1.25;

const JUDUL: Huruf = Huruf { class: "m-judul", size: 42.0, line: 50.0, bold: true };
/// For titles that would take more than three lines beside the drawing.
const JUDUL_PANJANG: Huruf = Huruf { class: "m-judul", size: 34.0, line: 41.0, bold: true };
const KALIMAT: Huruf = Huruf { class: "m-judul", size: 25.0, line: 34.0, bold: false };
const CATATAN: Huruf = Huruf { class: "m-teks", size: 19.0, line: 26.0, bold: false };
const MEREK: Huruf = Huruf { class: "m-judul", size: 22.0, line: 28.0, bold: true };

/// Text beside the drawing, or above it.
#[derive(Clone, Copy, PartialEq)]
enum Susunan {
    Samping,
    Atas,
}

impl Susunan {
    /// Width of the text column.
    fn kolom(self) -> f64 {
        match self {
            Self::Samping => 430.0,
            Self::Atas => LEBAR - 2.0 * TEPI,
        }
    }

    /// Lines of title and sentence at most.
    fn baris(self) -> (usize, usize) {
        match self {
            Self::Samping => (4, 8),
            Self::Atas => (2, 2),
        }
    }
}

/// The title in a size that fits its column.
fn kepala(judul: &str, susunan: Susunan) -> (Huruf, Vec<String>) {
    let (most, _) = susunan.baris();
    let lines = JUDUL.lines(judul, susunan.kolom(), most + 1);
    if lines.len() < most {
        return (JUDUL, lines);
    }
    (JUDUL_PANJANG, JUDUL_PANJANG.lines(judul, susunan.kolom(), most + 1))
}

/// One way to fill the card.
struct Rancangan {
    susunan: Susunan,
    lebar: Lebar,
    skala: f64,
    x: f64,
    y: f64,
}

/// The card of a figure under the title of its page; `portal` signs it.
pub fn kartu(judul: &str, figure: &Figure, gaya: &Gaya, portal: &str) -> String {
    let (shown, all) = (muat(judul, figure), figure.kategori.len());
    let plan = rancang(judul, &shown);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {LEBAR} {TINGGI}\" width=\"{LEBAR}\" \
         height=\"{TINGGI}\" font-family=\"Liberation Sans\" font-size=\"{}\" fill=\"currentColor\">\n<style>",
        text::SIZE
    );
    escape_into(&mut out, &gaya.terang);
    out.push_str("</style>\n<rect class=\"m-alas\" width=\"100%\" height=\"100%\"/>\n");
    let (kolom, (_, kalimat_most)) = (plan.susunan.kolom(), plan.susunan.baris());
    let (huruf, title) = kepala(judul, plan.susunan);
    let y = huruf.put(&mut out, (TEPI, TEPI - 6.0), &title) + 14.0;
    let room = match plan.susunan {
        Susunan::Samping => ((KAKI - 12.0 - y) / KALIMAT.line).floor().max(1.0) as usize,
        Susunan::Atas => kalimat_most,
    };
    KALIMAT.put(&mut out, (TEPI, y), &KALIMAT.lines(&figure.kalimat, kolom, room.min(kalimat_most)));
    let (x, y, skala) = (plan.x, plan.y, plan.skala);
    out.push_str(&format!("<g class=\"c-grafik\" transform=\"translate({x:.1} {y:.1}) scale({skala:.3})\">\n"));
    out.push_str(&draw(&shown, plan.lebar).finish());
    out.push_str("</g>\n");
    let mut note = sumber(figure);
    if shown.kategori.len() < all {
        let n = shown.kategori.len();
        note = teks!(figure.lang, "Tampak {n} dari {all}. {note}", "Showing {n} of {all}. {note}");
    }
    let name = MEREK.lines(portal, 360.0, 1);
    let name_width = name.first().map_or(0.0, |line| text::width_bold(line) * MEREK.size / text::SIZE);
    CATATAN.put(&mut out, (TEPI, KAKI + 4.0), &CATATAN.lines(&note, LEBAR - 2.0 * TEPI - name_width - 24.0, 1));
    MEREK.put(&mut out, (LEBAR - TEPI - name_width, KAKI), &name);
    out.push_str("</svg>\n");
    out
}

/// The layout that draws largest.
fn rancang(judul: &str, figure: &Figure) -> Rancangan {
    let all = [(Susunan::Samping, Lebar::Sempit), (Susunan::Samping, Lebar::Lebar), (Susunan::Atas, Lebar::Lebar)];
    let mut best: Option<Rancangan> = None;
    for (susunan, lebar) in all {
        let canvas = draw(figure, lebar);
        let (left, top) = match susunan {
            Susunan::Samping => (TEPI + susunan.kolom() + 40.0, TEPI),
            Susunan::Atas => {
                let (_, sentence) = susunan.baris();
                let (huruf, title) = kepala(judul, susunan);
                let title = title.len() as f64 * huruf.line;
                let sentence = KALIMAT.lines(&figure.kalimat, susunan.kolom(), sentence).len() as f64 * KALIMAT.line;
                (TEPI, TEPI + title + sentence + 28.0)
            }
        };
        let (width, height) = (LEBAR - TEPI - left, KAKI - 16.0 - top);
        let skala = (width / canvas.width).min(height / canvas.height).min(TERBESAR);
        if best.as_ref().is_none_or(|b| skala > b.skala + 0.05) {
            let x = left + (width - canvas.width * skala) / 2.0;
            let y = top + (height - canvas.height * skala) / 2.0;
            best = Some(Rancangan { susunan, lebar, skala, x, y });
        }
    }
    // The list of layouts is not empty.
    best.unwrap_or(Rancangan { susunan: Susunan::Atas, lebar: Lebar::Lebar, skala: 1.0, x: TEPI, y: TINGGI / 3.0 })
}

/// A long list of bars loses its last rows until the rest can be read; the card says how many are left.
fn muat(judul: &str, figure: &Figure) -> Figure {
    let mut shown = figure.clone();
    while matches!(shown.bentuk, Bentuk::Batang | Bentuk::BatangGanda)
        && shown.kategori.len() > 4
        && rancang(judul, &shown).skala < TERKECIL
    {
        let rest = shown.kategori.len() - 1;
        shown.kategori.truncate(rest);
        shown.deret.iter_mut().for_each(|d| d.titik.truncate(rest));
    }
    shown
}
