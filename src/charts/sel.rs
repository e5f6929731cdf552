//! The third width: a drawing for the cell of a table, without texts of its own, because the cells beside it hold them.

use super::canvas::Canvas;
use super::{halter, kemajuan, peluru, percik, strip_baris, terlayani, text, words};
use crate::pages::figure::{Bentuk, Figure};

/// Width and height in units.
const UKURAN: (f64, f64) = (120.0, 26.0);

/// Draws the first row of a figure for a cell; nothing for a kind that has no row, or without a value. The text beside it says the same
/// in words, so that readers of the screen hear it once; a sparkline alone shows years the text leaves out, and names them.
pub fn sel(figure: &Figure) -> Option<String> {
    let shown = figure.deret.iter().flat_map(|d| d.titik.iter().take(figure.kategori.len()));
    if !shown.into_iter().any(|t| t.nilai.is_some() || t.rentang.is_some()) {
        return None;
    }
    let (width, height) = UKURAN;
    let (across, down) = ((7.0, width - 7.0), (5.0, height - 10.0));
    let canvas = Canvas::new(width, height).bisu();
    match (figure.bentuk, figure.deret.len()) {
        (Bentuk::Percik, _) => percik::pita(&canvas, figure, 0, across, (0.0, height)),
        (Bentuk::Halter, 2..) => halter::pita(&canvas, figure, 0, across, down),
        (Bentuk::Peluru, 2..) => peluru::pita(&canvas, figure, (0, None), (1.0, width - 2.0), down),
        (Bentuk::StripBaris, _) => strip_baris::pita(&canvas, figure, 0, across, down),
        (Bentuk::Kemajuan, 2..) => kemajuan::pita(&canvas, figure, 0, (1.0, width - 2.0), down),
        (Bentuk::Terlayani, 2..) => terlayani::pita(&canvas, figure, 0, (1.0, width - 2.0), down),
        _ => return None,
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"c-grafik c-sel\" viewBox=\"0 0 {width:.0} {height:.0}\" fill=\"currentColor\" "
    );
    if figure.bentuk == Bentuk::Percik {
        out.push_str("role=\"img\" aria-label=\"");
        text::escape_into(&mut out, words::description(figure).trim());
        out.push_str("\">");
    } else {
        out.push_str("aria-hidden=\"true\">");
    }
    out.push_str(canvas.finish().trim_end());
    out.push_str("</svg>");
    Some(out)
}
