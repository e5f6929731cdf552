//! A chart as a file of its own: the wide drawing with title, subtitle, source and the style that makes it look right alone.

use super::text::{escape_into, wrap};
use super::{Gaya, Lebar, draw, text, words};
use crate::pages::figure::Figure;

/// Space around the drawing.
const TEPI: f64 = 20.0;

/// Text of one size: its class, its size and the distance of its lines.
pub(super) struct Huruf {
    pub(super) class: &'static str,
    pub(super) size: f64,
    pub(super) line: f64,
    pub(super) bold: bool,
}

const JUDUL: Huruf = Huruf { class: "m-judul", size: 20.0, line: 26.0, bold: true };
const SUB: Huruf = Huruf { class: "m-teks", size: 14.0, line: 19.0, bold: false };
const SUMBER: Huruf = Huruf { class: "m-teks", size: 12.0, line: 16.0, bold: false };

impl Huruf {
    /// The lines of a text in a column.
    pub(super) fn lines(&self, teks: &str, width: f64, most: usize) -> Vec<String> {
        let wide = if self.bold { 1.08 } else { 1.0 };
        wrap(teks, width * text::SIZE / (self.size * wide), most)
    }

    /// Writes lines below `top` and says where they end.
    pub(super) fn put(&self, out: &mut String, (x, top): (f64, f64), lines: &[String]) -> f64 {
        for (index, line) in lines.iter().enumerate() {
            let y = top + self.line * (index as f64) + self.size * 0.95;
            let bold = if self.bold { " font-weight=\"700\"" } else { "" };
            let (class, size) = (self.class, self.size);
            out.push_str(&format!("<text class=\"{class}\" x=\"{x:.0}\" y=\"{y:.0}\" font-size=\"{size}\"{bold}>"));
            escape_into(out, line);
            out.push_str("</text>\n");
        }
        top + self.line * lines.len() as f64
    }
}

/// The source line under a figure: `Sumber: Tabel 3.17, LKjIP 2024. Keadaan 31 Desember 2024.`
pub(super) fn sumber(figure: &Figure) -> String {
    let mut out = String::new();
    if !figure.sumber.is_empty() {
        out.push_str(&format!("{}: {}. ", figure.lang.pilih("Sumber", "Source"), figure.sumber));
    }
    if !figure.keadaan.is_empty() {
        out.push_str(&format!("{}.", figure.keadaan));
    }
    out.trim_end().to_string()
}

/// The figure as an SVG file; `asal` says where it was published.
pub fn mandiri(figure: &Figure, gaya: &Gaya, asal: &str) -> String {
    let canvas = draw(figure, Lebar::Lebar);
    let (inner, tall) = (canvas.width, canvas.height);
    let mut body = String::new();
    let mut y = JUDUL.put(&mut body, (TEPI, TEPI), &JUDUL.lines(&figure.judul, inner, 3));
    y = SUB.put(&mut body, (TEPI, y), &SUB.lines(&figure.subjudul, inner, 3)) + 12.0;
    body.push_str(&format!("<g class=\"c-grafik\" transform=\"translate({TEPI:.0} {y:.0})\">\n"));
    body.push_str(&canvas.finish());
    body.push_str("</g>\n");
    y += tall + 12.0;
    // Where it was published stands alone: a long list of tables must not push it out.
    for (source, most) in [(sumber(figure).as_str(), 5), (asal, 1)] {
        y = SUMBER.put(&mut body, (TEPI, y), &SUMBER.lines(source, inner, most));
    }
    y += TEPI;
    let width = inner + 2.0 * TEPI;
    let mut out = kepala((width, y), figure);
    out.push_str("<style>");
    escape_into(&mut out, &gaya.terang);
    out.push_str(" @media (prefers-color-scheme: dark) { ");
    escape_into(&mut out, &gaya.gelap);
    out.push_str(" }</style>\n<rect class=\"m-alas\" width=\"100%\" height=\"100%\"/>\n");
    out.push_str(&body);
    out.push_str("</svg>\n");
    out
}

/// The opening of a file: size, name and description.
fn kepala((width, height): (f64, f64), figure: &Figure) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" role=\"img\" aria-labelledby=\"judul\" aria-describedby=\"isi\" \
         font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" font-size=\"{}\" fill=\"currentColor\"{}>\n\
         <title id=\"judul\">",
        text::SIZE,
        figure.lang.pilih("", " xml:lang=\"en\" lang=\"en\"")
    );
    escape_into(&mut out, &figure.judul);
    out.push_str("</title>\n<desc id=\"isi\">");
    escape_into(&mut out, &words::description(figure));
    out.push_str("</desc>\n");
    out
}
