//! Exports: the same figures and statements as files to take away.

mod figur;
#[cfg(feature = "kartu")]
pub mod kartu;
mod kutip;
mod lembar;
mod pernyataan;
mod temuan;

pub use figur::{Tabel, tabel as figure_tabel};
pub use kutip::{Terbitan, kutipan, pendek, sematan};
pub use lembar::csv as lembar_csv;
pub use pernyataan::csv as opd_csv;
pub use temuan::{baris as baris_temuan, csv as temuan_csv};

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaya {
    /// UTF-8, comma, decimal point: for programs.
    Baku,
    /// UTF-8 with BOM, semicolon, decimal comma: opens as it is in Indonesian Excel.
    Excel,
}

/// Writes rows; every file has the same quoting and line ends.
fn tulis(gaya: Gaya, rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut out = Vec::new();
    if gaya == Gaya::Excel {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    let delimiter = if gaya == Gaya::Excel { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(out);
    let mut columns: Vec<bool> = Vec::new();
    for row in rows {
        if columns.is_empty() {
            columns = row.iter().map(|head| ANGKA.contains(&head.as_str())).collect();
        }
        let number = |i: usize| columns.get(i).copied().unwrap_or(false);
        let safe: Vec<String> = row.into_iter().enumerate().map(|(i, cell)| aman(cell, gaya, number(i))).collect();
        // Writing into memory cannot fail.
        let _ = writer.write_record(&safe);
    }
    writer.into_inner().unwrap_or_default()
}

/// The columns that hold numbers; a code such as `35.05` is text and keeps its point.
const ANGKA: [&str; 3] = ["nilai", "tertulis", "terhitung"];

/// A spreadsheet runs a cell that begins like a formula: such text gets an apostrophe in front. Numbers stay.
fn aman(cell: String, gaya: Gaya, number: bool) -> String {
    if cell.parse::<rust_decimal::Decimal>().is_ok() {
        return if number && gaya == Gaya::Excel { cell.replace('.', ",") } else { cell };
    }
    if cell.starts_with(['=', '+', '@', '-', '\t', '\r']) { format!("'{cell}") } else { cell }
}
