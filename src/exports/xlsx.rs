//! A table as a workbook of one sheet: what opens in any spreadsheet in any language, and weighs a tenth of its CSV. Numbers
//! are numbers, codes and texts are texts, so no cell can run as a formula.

use rust_decimal::Decimal;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

const KEPALA: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PAKET: &str = "http://schemas.openxmlformats.org/package/2006";
const DOKUMEN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The columns that hold numbers; a code such as `35.05` is text and keeps its point.
const ANGKA: [&str; 5] = ["nilai", "bawah", "atas", "tertulis", "terhitung"];

/// The workbook of some rows, the first of them headings.
pub fn xlsx(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "{KEPALA}<Types xmlns=\"{PAKET}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
                 ContentType=\"{types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" \
                 ContentType=\"{types}.worksheet+xml\"/></Types>"
            ),
        ),
        ("_rels/.rels", tautan("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                "{KEPALA}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{DOKUMEN}\"><sheets><sheet name=\"data\" sheetId=\"1\" \
                 r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", tautan("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", lembar(rows)),
    ];
    // Writing into memory does not fail.
    arsip(&parts).unwrap_or_default()
}

fn tautan(jenis: &str, ke: &str) -> String {
    format!(
        "{KEPALA}<Relationships xmlns=\"{PAKET}/relationships\"><Relationship Id=\"rId1\" Type=\"{DOKUMEN}/{jenis}\" \
         Target=\"{ke}\"/></Relationships>"
    )
}

/// The sheet; its headings stay in sight.
fn lembar(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = format!(
        "{KEPALA}<worksheet xmlns=\"{SHEET}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
         activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
    );
    let mut columns: Vec<bool> = Vec::new();
    for row in rows {
        let head = columns.is_empty();
        if head {
            columns = row.iter().map(|name| ANGKA.contains(&name.as_str())).collect();
        }
        out.push_str("<row>");
        for (cell, number) in row.iter().zip(&columns) {
            if cell.is_empty() {
                out.push_str("<c/>");
            } else if let Some(value) = cell.parse::<Decimal>().ok().filter(|_| !head && *number) {
                out.push_str(&format!("<c><v>{value}</v></c>"));
            } else {
                out.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                teks(&mut out, cell);
                out.push_str("</t></is></c>");
            }
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}

/// Text of an element; what XML cannot hold is a space.
fn teks(out: &mut String, cell: &str) {
    for c in cell.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
}

/// Files in one archive, all of the first day the format knows: the same content gives the same bytes.
fn arsip(parts: &[(&str, String)]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).compression_level(Some(9));
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(*name, options)?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_rows_give_the_same_archive_and_texts_are_escaped() {
        let rows =
            || [vec!["nama".to_string(), "nilai".into()], vec!["=A1 <b> &".to_string(), "1.50".into()]].into_iter();
        let sheet = lembar(rows());
        assert!(sheet.contains("=A1 &lt;b&gt; &amp;</t>") && sheet.contains("<v>1.50</v>"), "{sheet}");
        let book = xlsx(rows());
        assert!(book.starts_with(b"PK\x03\x04") && book == xlsx(rows()));
    }
}
