//! Exports: the same figures and statements as files to take away.

mod beda;
pub mod edisi;
mod figur;
#[cfg(feature = "kartu")]
pub mod kartu;
mod kutip;
mod lembar;
mod mesin;
mod paket;
mod pernyataan;
mod qr;
mod temuan;
mod terbit;
mod xlsx;

pub use beda::{Beda, TabelData, beda};
pub use figur::{Tabel, tabel as figure_tabel};
pub use kutip::{Terbitan, kutipan, pendek, sematan};
pub use lembar::csv as lembar_csv;
pub use mesin::{Kabar, katalog, peta, robot, umpan};
pub use paket::{Paket, SKEMA, Sumber, alamat_lisensi, paket};
pub use pernyataan::{csv as opd_csv, xlsx as opd_xlsx};
pub use qr::qr;
pub use temuan::{baris as baris_temuan, csv as temuan_csv, xlsx as temuan_xlsx};
pub use terbit::{memuat_angka, periksa as periksa_terbitan, ralat as ralat_terbit};
pub use xlsx::setara;

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

/// A spreadsheet runs a cell that begins like a formula: such text gets an apostrophe in front. Numbers stay. Excel splits
/// at the separator of its own language and at line ends, whatever stands in quotes behind the first comma: where a new
/// cell would begin for it inside a text, the same holds.
fn aman(cell: String) -> String {
    let number = || cell.parse::<rust_decimal::Decimal>().is_ok();
    if !cell.contains(RUMUS) || number() {
        return cell;
    }
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for c in cell.chars() {
        if begins && RUMUS.contains(&c) {
            out.push('\'');
        }
        begins = PISAH.contains(&c);
        out.push(c);
    }
    out
}

/// What a formula begins with.
const RUMUS: [char; 6] = ['=', '+', '@', '-', '\t', '\r'];
/// Where a program that expects another separator lets a new cell begin.
const PISAH: [char; 5] = [';', '|', '\t', '\n', '\r'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_under_any_separator() {
        let cells = [
            "=1+1",
            "abc;=cmd|'/C calc'!A0",
            "a\tb\t@x",
            "a\n-1+2",
            "-5",
            "-5,25",
            "9.029.033.415,-",
            "a; -b",
            "x|+1",
            "a = b",
            "-1-2",
        ];
        let text =
            String::from_utf8(tulis([cells.iter().map(ToString::to_string).collect()].into_iter())).unwrap_or_default();
        for separator in [',', ';', '|', '\t'] {
            for cell in text.split([separator, '\n']) {
                let bare = cell.trim_start_matches('"');
                let harmless = bare.parse::<rust_decimal::Decimal>().is_ok() || bare.trim_end_matches('"') == "-";
                // What a comma ends stands in quotes for whoever splits at commas.
                assert!(separator == ',' || harmless || !bare.starts_with(RUMUS), "{separator}: {cell} in {text}");
            }
        }
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let row: Vec<String> =
            rows.records().flatten().flat_map(|r| r.iter().map(str::to_string).collect::<Vec<_>>()).collect();
        assert!(row.iter().all(|cell| !cell.starts_with(RUMUS) || cell == "-5"), "{row:?}");
        for same in ["-5", "9.029.033.415,-", "a; -b", "a = b"] {
            assert!(row.iter().any(|cell| cell == same), "{same} is changed: {row:?}");
        }
    }
}
