//! The address of a page as a QR code, an SVG for paper: whoever holds the sheet finds the page.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around the code that a reader needs.
const TEPI: usize = 4;

/// The code of an address; nothing where it is too long for one.
pub fn qr(alamat: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(alamat, EcLevel::M).ok()?;
    let width = code.width();
    let full = width + 2 * TEPI;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (at, top, long) = (x + TEPI, y + TEPI, run.len());
                // Writing to a String cannot fail.
                let _ = write!(path, "M{at} {top}h{long}v1h-{long}z");
            }
            x += run.len();
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 {full} {full}\" width=\"96\" height=\"96\" \
         shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h{full}v{full}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square_with_a_quiet_edge() {
        let svg = qr("https://contoh.go.id/terang/blitar/dinas-sosial/2024/").expect("a code");
        // Version 4 at level M holds 62 bytes: 33 modules and 4 on each side.
        assert!(svg.contains("viewBox=\"0 0 41 41\""), "{svg}");
        // The finder pattern begins at the edge of the code: seven dark modules.
        assert!(svg.contains("d=\"M4 4h7v1h-7z"), "{svg}");
        assert_eq!(qr(&"x".repeat(3000)), None);
    }
}
