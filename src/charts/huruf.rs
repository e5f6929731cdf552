//! Text around a drawing that leaves its page: lines of one size, and the source line.

use super::text::{self, escape_into, wrap};
use crate::pages::figure::Figure;

/// Text of one size: its class, its size and the distance of its lines.
pub(super) struct Huruf {
    pub(super) class: &'static str,
    pub(super) size: f64,
    pub(super) line: f64,
    pub(super) bold: bool,
}

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
