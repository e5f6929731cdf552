//! The forms in which the archive holds its tables: CSV for programs, CSV for Excel in Indonesian, JSON lines, and the sheets
//! of one workbook. All are read from the same rows.

use super::tabel::{Tabel, Tipe};
use crate::exports::jaga::aman;
use csv::{ReaderBuilder, StringRecord, Writer, WriterBuilder};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The rows of some plain CSV.
pub fn baris<'p>(parts: &'p [&'p [u8]]) -> impl Iterator<Item = StringRecord> + 'p {
    let read = |part: &&'p [u8]| ReaderBuilder::new().has_headers(false).from_reader(*part).into_records();
    // They are ours: each of them reads.
    parts.iter().flat_map(read).flatten()
}

fn penulis<W: Write>(keluar: W, pemisah: u8) -> Writer<W> {
    WriterBuilder::new().delimiter(pemisah).from_writer(keluar)
}

/// Comma, decimal point.
pub fn csv(t: &Tabel, parts: &[&[u8]], keluar: impl Write) -> io::Result<()> {
    let mut out = penulis(keluar, b',');
    out.write_record(t.kepala())?;
    for row in baris(parts) {
        out.write_record(row.iter().map(|cell| aman(cell.to_string())))?;
    }
    out.flush()
}

/// Semicolon, decimal comma, and the mark by which Excel knows UTF-8.
pub fn excel(t: &Tabel, parts: &[&[u8]], mut keluar: impl Write) -> io::Result<()> {
    keluar.write_all("\u{feff}".as_bytes())?;
    let mut out = penulis(keluar, b';');
    out.write_record(t.kepala())?;
    for row in baris(parts) {
        out.write_record(row.iter().zip(t.kolom).map(|(cell, k)| match desimal(k.nama, k.tipe, cell) {
            Some(value) => value.to_string().replace('.', ","),
            None => aman(cell.to_string()),
        }))?;
    }
    out.flush()
}

/// One object a line, without what is empty. Decimals are texts, so that no reader rounds them.
pub fn jsonl(t: &Tabel, parts: &[&[u8]], mut keluar: impl Write) -> io::Result<()> {
    for row in baris(parts) {
        let pairs = row.iter().zip(t.kolom).filter(|(cell, _)| !cell.is_empty());
        let object: Map<String, Value> = pairs
            .map(|(cell, k)| {
                let value = match k.tipe {
                    Tipe::Bulat => cell.parse::<i64>().map_or_else(|_| json!(cell), |n| json!(n)),
                    Tipe::Logika => json!(cell == "ya"),
                    Tipe::Teks | Tipe::Angka => json!(cell),
                };
                (k.nama.to_string(), value)
            })
            .collect();
        writeln!(keluar, "{}", Value::Object(object))?;
    }
    Ok(())
}

/// The number of a cell in a column of numbers; texts and codes are none.
fn desimal(nama: &str, tipe: Tipe, cell: &str) -> Option<Decimal> {
    berangka(nama, tipe).then(|| Decimal::from_str_exact(cell).ok()).flatten()
}

/// Whether a column holds numbers: what was read of a cell is a letter or a text now and then.
pub fn berangka(nama: &str, tipe: Tipe) -> bool {
    matches!(tipe, Tipe::Angka | Tipe::Bulat) || nama == "nilai"
}

#[cfg(test)]
mod tests {
    use super::super::baris::polos;
    use super::super::tabel::{ANGGARAN, BANDING, Tabel};
    use super::*;

    /// A row of a table with some cells filled.
    fn row(t: &Tabel, cells: &[(&str, &str)]) -> Vec<u8> {
        let of = |k: &str| cells.iter().find(|(name, _)| *name == k).map_or("", |(_, cell)| *cell);
        polos(&[t.kolom.iter().map(|k| of(k.nama).to_string()).collect()])
    }

    #[test]
    fn a_number_is_the_same_in_every_form_and_a_code_stays_a_code() {
        let raw = row(
            &BANDING,
            &[
                ("nilai", "-95.3912345678901234"),
                ("tahun", "2024"),
                ("kemendagri_kode_kabupaten_kota", "35.10"),
                ("alasan", "=1+1; -2"),
            ],
        );
        let text = |write: &dyn Fn(&mut Vec<u8>)| {
            let mut out = Vec::new();
            write(&mut out);
            String::from_utf8(out).expect("UTF-8")
        };
        let parts: &[&[u8]] = &[&raw];
        let plain = text(&|out| csv(&BANDING, parts, out).expect("csv"));
        assert!(plain.contains(",-95.3912345678901234,") && plain.contains(",35.10,") && plain.contains(",'=1+1; -2,"));
        let office = text(&|out| excel(&BANDING, parts, out).expect("excel"));
        assert!(office.starts_with('\u{feff}') && office.contains(";-95,3912345678901234;"), "{office}");
        assert!(office.contains(";35.10;") && office.contains("'=1+1"), "{office}");
        let line: Value = serde_json::from_str(&text(&|out| jsonl(&BANDING, parts, out).expect("json"))).expect("JSON");
        assert_eq!(line["nilai"], "-95.3912345678901234");
        assert_eq!((&line["tahun"], &line["alasan"]), (&json!(2024), &json!("=1+1; -2")));
        assert_eq!(line.get("target"), None, "what is empty is not there");
        let raw = row(&ANGGARAN, &[("dijumlahkan", "ya"), ("utama", "tidak")]);
        let line = text(&|out| jsonl(&ANGGARAN, &[&raw], out).expect("json"));
        assert!(line.contains("\"dijumlahkan\":true") && line.contains("\"utama\":false"), "{line}");
    }
}
