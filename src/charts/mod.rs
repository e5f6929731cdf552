//! Charts: one `Figure` in, one accessible SVG out, drawn through plotters.
//!
//! `gambar` draws for a page, `kartu` for a link preview. Each `Bentuk` has its file; they draw on a `Canvas` (units, classes),
//! which draws through plotters on our backend (tenths, `<g class>`). Floats live only in here.

mod air_terjun;
mod axes;
mod backend;
mod batang;
mod canvas;
mod class;
mod flags;
mod ganda;
mod garis;
mod garis_label;
mod gaya;
mod halter;
mod huruf;
mod kartu;
mod kecil;
mod kemajuan;
mod kepala_baris;
mod kolom;
mod kuadran;
mod labels;
mod lereng;
mod matriks;
mod peluru;
mod percik;
mod petak;
mod scale;
mod sel;
mod spread;
mod strip;
mod strip_baris;
mod strip_rows;
mod terlayani;
mod text;
mod tumpuk;
mod words;

pub use gaya::Gaya;
pub use kartu::kartu;
pub use sel::sel;
pub use text::escape_into;

use crate::pages::figure::{Bentuk, Figure};
use canvas::{Anchor, Canvas};
use class::Class;

/// For which width a chart is drawn. Both stand on the page; the stylesheet shows the one that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lebar {
    /// 640 units: desktop, print.
    Lebar,
    /// 320 units: phones.
    Sempit,
}

impl Lebar {
    /// Width of the drawing in units.
    pub fn units(self) -> f64 {
        match self {
            Self::Lebar => 640.0,
            Self::Sempit => 320.0,
        }
    }

    /// Ends the ids and names the class: `c-lebar`, `c-sempit`.
    pub fn nama(self) -> &'static str {
        match self {
            Self::Lebar => "lebar",
            Self::Sempit => "sempit",
        }
    }

    /// Whether this is the phone's drawing.
    fn narrow(self) -> bool {
        self == Self::Sempit
    }
}

/// The drawings of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gambar {
    /// For desktop and print.
    pub lebar: String,
    /// For phones.
    pub sempit: String,
    /// Heights of the two in units, rounded up: what a frame around them needs.
    pub tinggi: [u32; 2],
}

/// Whether the narrow drawing serves every screen: rows below each other gain nothing from width.
pub fn satu_lebar(bentuk: Bentuk) -> bool {
    use Bentuk::{Halter, Kemajuan, Lereng, Peluru, Percik, StripBaris, Terlayani};
    matches!(bentuk, Halter | Kemajuan | Lereng | Peluru | Percik | StripBaris | Terlayani)
}

/// Draws a figure once for each width. The same figure gives the same bytes, always.
pub fn gambar(figure: &Figure) -> Gambar {
    let [(lebar, tall), (sempit, narrow)] = [Lebar::Lebar, Lebar::Sempit].map(|lebar| {
        let canvas = draw(figure, lebar);
        let tinggi = canvas.height.ceil() as u32;
        (bungkus(figure, lebar, canvas), tinggi)
    });
    Gambar { lebar, sempit, tinggi: [tall, narrow] }
}

/// Draws a figure for one width.
pub fn svg(figure: &Figure, lebar: Lebar) -> String {
    bungkus(figure, lebar, draw(figure, lebar))
}

/// A drawing as an element of a page: named and described. The two drawings of a figure stand beside each other; the long
/// description is that of the narrow one, which always stands on the page and may be referred to while it is hidden.
fn bungkus(figure: &Figure, lebar: Lebar, canvas: Canvas) -> String {
    let (width, height) = (canvas.width, canvas.height);
    let body = canvas.finish();
    let kode = slug(&figure.kode);
    let (id, isi) = (format!("{kode}-{}", lebar.nama()), format!("{kode}-{}", Lebar::Sempit.nama()));
    let mut out = String::with_capacity(body.len() + 1024);
    out.push_str(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c-grafik c-{}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" width=\"100%\" role=\"img\" \
         aria-labelledby=\"{id}-judul\" aria-describedby=\"{isi}-isi\" font-family=\"sans-serif\" font-size=\"{}\" \
         fill=\"currentColor\"{}>\n<title id=\"{id}-judul\">",
        lebar.nama(),
        text::SIZE,
        figure.lang.pilih("", " lang=\"en\"")
    ));
    text::escape_into(&mut out, &figure.judul);
    out.push_str("</title>\n");
    if lebar.narrow() {
        out.push_str(&format!("<desc id=\"{isi}-isi\">"));
        text::escape_into(&mut out, &words::description(figure));
        out.push_str("</desc>\n");
    }
    out.push_str(&body);
    out.push_str("</svg>\n");
    out
}

fn draw(figure: &Figure, lebar: Lebar) -> Canvas {
    let mut points = figure.deret.iter().flat_map(|d| d.titik.iter().take(figure.kategori.len()));
    if !points.any(|titik| titik.nilai.is_some() || titik.rentang.is_some()) {
        return empty(figure, lebar);
    }
    match (figure.bentuk, figure.deret.len()) {
        (Bentuk::Terlayani, 2..) => terlayani::draw(figure, lebar),
        (Bentuk::AirTerjun, _) => air_terjun::draw(figure, lebar),
        (Bentuk::Halter, 2..) => halter::draw(figure, lebar),
        (Bentuk::Peluru, 2..) => peluru::draw(figure, lebar),
        (Bentuk::Lereng, _) => lereng::draw(figure, lebar),
        (Bentuk::Tumpuk, _) => tumpuk::draw(figure, lebar),
        (Bentuk::Petak, _) => petak::draw(figure, lebar),
        (Bentuk::Matriks, _) => matriks::draw(figure, lebar),
        (Bentuk::StripBaris, _) => strip_baris::draw(figure, lebar),
        (Bentuk::Kemajuan, 2..) => kemajuan::draw(figure, lebar),
        (Bentuk::Percik, _) => percik::draw(figure, lebar),
        (Bentuk::Garis, _) => garis::draw(figure, lebar),
        (Bentuk::Kecil, _) => kecil::draw(figure, lebar),
        (Bentuk::Strip, _) => strip::draw(figure, lebar),
        (Bentuk::Kolom, _) => kolom::draw(figure, lebar),
        (Bentuk::Kuadran, 2..) => kuadran::draw(figure, lebar),
        (Bentuk::BatangGanda, 2..) => ganda::draw(figure, lebar),
        // One series has no pair: plain bars say what there is.
        _ => batang::draw(figure, lebar),
    }
}

/// A frame that says that there is nothing, rather than nothing.
fn empty(figure: &Figure, lebar: Lebar) -> Canvas {
    let canvas = Canvas::new(lebar.units(), 96.0);
    let (right, bottom) = (canvas.width - 1.0, canvas.height - 1.0);
    let corners = [(1.0, 1.0), (right, 1.0), (right, bottom), (1.0, bottom)];
    canvas.polygon(Class::Garis, &corners, false);
    let middle = (canvas.width / 2.0, canvas.height / 2.0);
    canvas.text(Class::Teks, middle, Anchor::Middle, figure.lang.pilih("Belum ada data", "No data yet"));
    canvas
}

/// A code as an id: letters, digits, `-` and `_`.
fn slug(kode: &str) -> String {
    let keep = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }
    };
    format!("g-{}", kode.chars().map(keep).collect::<String>())
}
