//! Teks: CSV and pasted cells: which encoding, which separator, then a grid.

use super::batas::{BARIS, KOLOM, terlalu_besar};
use super::kisi::{Lembar, Sel};
use super::masalah::Masalah;
use crate::pesan;
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
    pulihkan(encoding.decode(bytes).0.into_owned())
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
    let width = lebar(text, separator);
    let mut reader = pembaca(text, separator);
    let mut record = csv::StringRecord::new();
    let (mut row, mut from) = (0, 0);
    while reader.read_record(&mut record).map_err(|_| super::batas::rusak())? {
        let to = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let piece = text.get(from..to).unwrap_or_default();
        // Empty lines are no records, but rows of the sheet: messages count them.
        row += kosong(piece, text[..from].ends_with('\r'));
        if row >= BARIS || record.len() > KOLOM {
            return Err(terlalu_besar());
        }
        for (column, cell) in record.iter().enumerate() {
            lembar.taruh(row, column, Sel::teks(tanpa_apostrof(cell)));
        }
        if let Some(column) = tertelan(&record, piece, separator, width) {
            return Err(kutip_terbuka(&lembar, row, column));
        }
        (row, from) = (row + 1, to);
    }
    Ok(lembar)
}

/// The apostrophe with which a sheet is told that digits are text is none of the cell.
fn tanpa_apostrof(cell: &str) -> &str {
    let digits = |t: &&str| t.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'X' | '(' | '-'));
    cell.trim().strip_prefix('\'').filter(digits).unwrap_or(cell)
}

/// Text that was UTF-8, was read as Windows' own and written again: `â€œSehatâ€`. Whole, or not at all.
fn pulihkan(text: String) -> String {
    if !["â€", "Ã©", "Ã¨", "Ã¼", "Â ", "Â²", "Â°"].iter().any(|m| text.contains(m)) {
        return text;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(&text);
    match String::from_utf8(bytes.into_owned()) {
        Ok(own) if !lost => own,
        _ => text,
    }
}

/// How many line ends stand before the first cell of a piece of the text.
fn kosong(piece: &str, after_return: bool) -> usize {
    let blank = &piece[..piece.len() - piece.trim_start_matches(['\r', '\n']).len()];
    let blank = if after_return { blank.strip_prefix('\n').unwrap_or(blank) } else { blank };
    let pairs = blank.matches("\r\n").count();
    blank.len() - pairs
}

/// How many cells most rows have.
fn lebar(text: &str, separator: u8) -> usize {
    let widths: Vec<usize> = text.lines().take(200).map(|l| l.matches(char::from(separator)).count() + 1).collect();
    widths.iter().copied().max_by_key(|w| (widths.iter().filter(|x| *x == w).count(), *w)).unwrap_or(1)
}

/// The cell in which a stray quote has swallowed cells or rows that follow it.
fn tertelan(record: &csv::StringRecord, piece: &str, separator: u8, width: usize) -> Option<usize> {
    let odd = piece.matches('"').count() % 2 == 1;
    let cut = char::from(separator);
    record.iter().position(|cell| {
        // A later line that begins as a row does, with as many separators as a row has.
        let begins = |l: &str| l.split(cut).next().is_some_and(|c| super::kode::baca(c).is_some());
        let rows = width > 2 && cell.matches(cut).count() + 1 >= width && cell.lines().skip(1).any(begins);
        rows || (odd && cell.contains([cut, '\n']))
    })
}

fn kutip_terbuka(lembar: &Lembar, row: usize, column: usize) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "tanda kutip di sel ini tidak ditutup dan menelan isi sesudahnya",
            "the quote in this cell is not closed and swallows what follows"
        ),
        pesan!("hapus tanda kutipnya, atau tulis dua kali (`\"\"`)", "take out the quote, or write it twice (`\"\"`)"),
    )
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
        assert_eq!(dekode("Kode;â€œSehatâ€\u{9d} nâ€“m".as_bytes()), "Kode;“Sehat” n–m");
        assert_eq!(dekode("Â tetap é —".as_bytes()), "Â tetap é —");
        assert_eq!(baca("'1.02;'15.000,00;'Adil\n").expect("reads").sel(0, 1).tulisan(), "15.000,00");
        let comma = baca("a,b\n\"1,234.50\",2\n").expect("reads");
        assert_eq!(comma.sel(1, 0).tulisan(), "1,234.50");
    }
}
