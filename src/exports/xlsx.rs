//! A table as a workbook of one sheet: what opens in any spreadsheet in any language, and weighs a tenth of its CSV. Numbers
//! are numbers, codes and texts are texts, so no cell can run as a formula.

use super::ANGKA;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use rust_decimal::Decimal;
use std::io::Write;

const KEPALA: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PAKET: &str = "http://schemas.openxmlformats.org/package/2006";
const DOKUMEN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

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
    zip(&parts)
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
            } else if !head && *number && cell.parse::<Decimal>().is_ok() {
                out.push_str(&format!("<c><v>{cell}</v></c>"));
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

/// Files in one archive, compressed, all of the first day the format knows: the same content gives the same bytes.
fn zip(parts: &[(&str, String)]) -> Vec<u8> {
    let (mut out, mut index) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        // Writing into memory does not fail.
        let packed = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).unwrap_or_default();
        // Version 2.0, no flags, deflate, midnight, 1 January 1980, sums and sizes, no extra field.
        let mut about = Vec::new();
        for half in [20_u16, 0, 8, 0, 0x21] {
            about.extend(half.to_le_bytes());
        }
        for word in [crc.sum(), ukuran(packed.len()), ukuran(text.len())] {
            about.extend(word.to_le_bytes());
        }
        about.extend(u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
        about.extend([0, 0]);
        index.extend([0x50, 0x4b, 1, 2, 20, 0]);
        index.extend(&about);
        index.extend([0; 10]);
        index.extend(ukuran(out.len()).to_le_bytes());
        index.extend(name.as_bytes());
        out.extend([0x50, 0x4b, 3, 4]);
        out.extend(about);
        out.extend(name.as_bytes());
        out.extend(packed);
    }
    let (start, count) = (ukuran(out.len()), u16::try_from(parts.len()).unwrap_or_default());
    let size = ukuran(index.len());
    out.extend(index);
    out.extend([0x50, 0x4b, 5, 6, 0, 0, 0, 0]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// A length as the format holds it; a sheet of one OPD is far below four gigabytes.
fn ukuran(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
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
