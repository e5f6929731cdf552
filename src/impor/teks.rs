//! Teks: CSV and pasted cells: which encoding, which separator, then a grid.

use super::batas::{BARIS, KOLOM, terlalu_besar};
use super::kisi::{Lembar, Sel};
use super::masalah::Masalah;
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes as text: by its mark, else UTF-16 where every other byte is zero, else UTF-8, else what Windows writes.
pub fn dekode(bytes: &[u8]) -> String {
    let zeros = |odd: usize| {
        let sample = &bytes[..bytes.len().min(400)];
        sample.len() >= 4 && sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count() * 10 > sample.len() * 4
    };
    let encoding = if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding
    } else if zeros(1) {
        UTF_16LE
    } else if zeros(0) {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    encoding.decode(bytes).0.into_owned()
}

/// Reads separated text.
pub fn baca(text: &str) -> Result<Lembar, Masalah> {
    let text = text.trim_start_matches('\u{feff}');
    // Excel's own first line that names the separator.
    let (separator, text) = match text.split_once('\n') {
        Some((first, rest)) if first.to_lowercase().starts_with("sep=") => {
            (first.as_bytes().get(4).copied().unwrap_or(b';'), rest)
        }
        _ => (pemisah(text), text),
    };
    let mut lembar = Lembar::default();
    for (row, record) in pembaca(text, separator).records().enumerate() {
        let Ok(record) = record else { continue };
        if row >= BARIS || record.len() > KOLOM {
            return Err(terlalu_besar());
        }
        for (column, cell) in record.iter().enumerate() {
            lembar.taruh(row, column, Sel::teks(cell));
        }
    }
    Ok(lembar)
}

fn pembaca(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// The separator that cuts most rows into the same number of cells.
fn pemisah(text: &str) -> u8 {
    let score = |separator: u8| {
        let widths: Vec<usize> =
            pembaca(text, separator).records().take(40).filter_map(Result::ok).map(|r| r.len()).collect();
        let most = widths.iter().copied().filter(|w| *w > 1).max_by_key(|w| widths.iter().filter(|x| *x == w).count());
        most.map_or(0, |w| w * widths.iter().filter(|x| **x == w).count())
    };
    // Of equals the first: a tab is never part of a number, a comma often.
    let mut best = (b';', 0);
    for separator in [b'\t', b';', b'|', b','] {
        let own = score(separator);
        if own > best.1 {
            best = (separator, own);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::impor::kisi::Isi;

    #[test]
    fn every_encoding_and_separator_of_an_office_gives_the_same_cells() {
        let expect = [["Kode", "Uraian é"], ["1.06", "1.234,50"]];
        for separator in [";", "\t"] {
            let text = format!("Kode{separator}Uraian é\r\n1.06{separator}1.234,50\r\n");
            let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let cp1252 = WINDOWS_1252.encode(&text).0.into_owned();
            let bom = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
            for bytes in [text.clone().into_bytes(), bom, utf16, cp1252] {
                let grid = baca(&dekode(&bytes)).expect("reads");
                for (row, cells) in expect.iter().enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        assert_eq!(grid.sel(row, column).isi, Isi::Teks((*cell).to_string()));
                    }
                }
            }
        }
        let comma = baca("a,b\n\"1,234.50\",2\n").expect("reads");
        assert_eq!(comma.sel(1, 0).tulisan(), "1,234.50");
    }
}
