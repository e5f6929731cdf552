//! Exports: the same figures and statements as files to take away.

mod figur;
#[cfg(feature = "kartu")]
pub mod kartu;
mod kutip;
mod lembar;
mod pernyataan;
mod qr;
mod temuan;
mod terbit;
mod xlsx;

pub use figur::{Tabel, tabel as figure_tabel};
pub use kutip::{Terbitan, kutipan, pendek, sematan};
pub use lembar::csv as lembar_csv;
pub use pernyataan::{csv as opd_csv, xlsx as opd_xlsx};
pub use qr::qr;
pub use temuan::{baris as baris_temuan, csv as temuan_csv, xlsx as temuan_xlsx};
pub use terbit::periksa as periksa_terbitan;

/// Writes rows as CSV in UTF-8, with commas and decimal points; every file has the same quoting and line ends.
fn tulis(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        let safe: Vec<String> = row.into_iter().map(aman).collect();
        // Writing into memory cannot fail.
        let _ = writer.write_record(&safe);
    }
    writer.into_inner().unwrap_or_default()
}

/// A spreadsheet runs a cell that begins like a formula: such text gets an apostrophe in front. Numbers stay.
fn aman(cell: String) -> String {
    let number = || cell.parse::<rust_decimal::Decimal>().is_ok();
    if cell.starts_with(['=', '+', '@', '-', '\t', '\r']) && !number() { format!("'{cell}") } else { cell }
}
