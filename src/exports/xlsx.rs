//! Tables as a workbook, a sheet each: what opens in any spreadsheet in any language, and weighs a tenth of its CSV. Numbers
//! are numbers, codes and texts are texts, so no cell can run as a formula.

use quick_xml::Reader;
use quick_xml::events::Event;
use rust_decimal::Decimal;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

const KEPALA: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PAKET: &str = "http://schemas.openxmlformats.org/package/2006";
const DOKUMEN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The one sheet.
const LEMBAR: &str = "xl/worksheets/sheet1.xml";
/// The most a sheet may unpack to when it is read back.
const BONGKAR: u64 = 32 << 20;
/// The most columns a row may have when it is read back.
const KOLOM: usize = 64;

/// The columns that hold numbers; a code such as `35.05` is text and keeps its point.
const ANGKA: [&str; 5] = ["nilai", "bawah", "atas", "tertulis", "terhitung"];

/// A sheet: its name, which columns hold numbers, and its rows, the first of them headings.
pub struct Lembar<'r> {
    /// Its name.
    pub nama: &'r str,
    /// Whether a column holds numbers.
    pub angka: &'r dyn Fn(&str) -> bool,
    /// Its rows.
    pub baris: Box<dyn Iterator<Item = Vec<String>> + 'r>,
}

/// The workbook of some rows, the first of them headings.
pub fn xlsx<'r>(rows: impl Iterator<Item = Vec<String>> + 'r) -> Vec<u8> {
    let angka = |name: &str| ANGKA.contains(&name);
    buku(vec![Lembar { nama: "data", angka: &angka, baris: Box::new(rows) }])
}

/// A workbook of some sheets, all of the first day the format knows: the same content gives the same bytes.
pub fn buku(lembar: Vec<Lembar<'_>>) -> Vec<u8> {
    // Writing into memory does not fail.
    tulis(lembar).unwrap_or_default()
}

fn tulis(lembar: Vec<Lembar<'_>>) -> zip::result::ZipResult<Vec<u8>> {
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let tiap = |text: &dyn Fn(usize, &str) -> String| -> String {
        lembar.iter().enumerate().map(|(n, l)| text(n + 1, l.nama)).collect()
    };
    let jenis = tiap(&|n, _| {
        format!("<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{types}.worksheet+xml\"/>")
    });
    let nama = tiap(&|n, nama| format!("<sheet name=\"{nama}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"));
    let ke = tiap(&|n, _| tautan(n, "worksheet", &format!("worksheets/sheet{n}.xml")));
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "{KEPALA}<Types xmlns=\"{PAKET}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
                 ContentType=\"{types}.sheet.main+xml\"/>{jenis}</Types>"
            ),
        ),
        ("_rels/.rels", tautan_semua(&tautan(1, "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!("{KEPALA}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{DOKUMEN}\"><sheets>{nama}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels", tautan_semua(&ke)),
    ];
    let options = pilihan();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(name, options)?;
        out.write_all(text.as_bytes())?;
    }
    for (n, l) in lembar.into_iter().enumerate() {
        out.start_file(format!("xl/worksheets/sheet{}.xml", n + 1), options)?;
        satu(l, &mut BufWriter::new(&mut out))?;
    }
    Ok(out.finish()?.into_inner())
}

fn pilihan() -> SimpleFileOptions {
    SimpleFileOptions::default().last_modified_time(DateTime::default()).compression_level(Some(9))
}

fn tautan(n: usize, jenis: &str, ke: &str) -> String {
    format!("<Relationship Id=\"rId{n}\" Type=\"{DOKUMEN}/{jenis}\" Target=\"{ke}\"/>")
}

fn tautan_semua(isi: &str) -> String {
    format!("{KEPALA}<Relationships xmlns=\"{PAKET}/relationships\">{isi}</Relationships>")
}

/// A sheet; its headings stay in sight.
fn satu(lembar: Lembar<'_>, keluar: &mut impl Write) -> io::Result<()> {
    write!(
        keluar,
        "{KEPALA}<worksheet xmlns=\"{SHEET}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
         activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
    )?;
    let mut columns: Vec<bool> = Vec::new();
    let mut out = String::new();
    for row in lembar.baris {
        let head = columns.is_empty();
        if head {
            columns = row.iter().map(|name| (lembar.angka)(name)).collect();
        }
        out.clear();
        out.push_str("<row>");
        for (cell, number) in row.iter().zip(&columns) {
            if cell.is_empty() {
                out.push_str("<c/>");
            } else if let Some(value) = angka(cell).filter(|_| !head && *number) {
                out.push_str(&format!("<c><v>{value}</v></c>"));
            } else {
                out.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                teks(&mut out, cell);
                out.push_str("</t></is></c>");
            }
        }
        out.push_str("</row>");
        keluar.write_all(out.as_bytes())?;
    }
    keluar.write_all(b"</sheetData></worksheet>")?;
    keluar.flush()
}

fn angka(cell: &str) -> Option<Decimal> {
    cell.parse().ok()
}

/// What XML cannot hold is a space.
fn muat(c: char) -> char {
    let out = c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if out { ' ' } else { c }
}

/// Text of an element.
fn teks(out: &mut String, cell: &str) {
    for c in cell.chars() {
        match muat(c) {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

/// A cell as CSV and workbook both keep it: a number by its value, a text without the apostrophe that keeps a CSV from
/// running it.
pub fn setara(kolom: &str, cell: &str) -> String {
    // A number with more digits than any of ours is no other way to write it.
    match Decimal::from_str_exact(cell) {
        Ok(value) if ANGKA.contains(&kolom) => value.normalize().to_string(),
        _ => cell.chars().filter(|c| *c != '\'').map(muat).collect(),
    }
}

/// The rows of a workbook as [`xlsx`] writes it, every number with all its digits; nothing where it is none, or unpacks to
/// more than can be one.
pub fn baca(isi: &[u8]) -> Option<Vec<Vec<String>>> {
    let mut arsip = ZipArchive::new(Cursor::new(isi)).ok()?;
    let lembar = arsip.by_name(LEMBAR).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(lembar.take(BONGKAR)));
    let (mut rows, mut buf, mut cell) = (Vec::new(), Vec::new(), None::<String>);
    loop {
        match reader.read_event_into(&mut buf).ok()? {
            Event::Start(e) if e.name().as_ref() == "row" => rows.push(Vec::new()),
            Event::Start(e) if e.name().as_ref() == "c" => cell = Some(String::new()),
            Event::Empty(e) if e.name().as_ref() == "c" => taruh(&mut rows, String::new())?,
            Event::End(e) if e.name().as_ref() == "c" => taruh(&mut rows, cell.take()?)?,
            Event::Text(e) => cell.iter_mut().for_each(|c| c.push_str(&e.xml10_content())),
            Event::GeneralRef(e) => {
                let c = match e.as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    _ => return None,
                };
                cell.iter_mut().for_each(|text| text.push(c));
            }
            // What is cut off does not end.
            Event::End(e) if e.name().as_ref() == "worksheet" => return Some(rows),
            Event::Eof => return None,
            _ => {}
        }
        buf.clear();
    }
}

fn taruh(rows: &mut [Vec<String>], cell: String) -> Option<()> {
    let row = rows.last_mut().filter(|row| row.len() < KOLOM)?;
    row.push(cell);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of some files.
    fn arsip(parts: &[(&str, String)]) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            out.start_file(*name, pilihan()).expect("start");
            out.write_all(text.as_bytes()).expect("write");
        }
        out.finish().expect("finish").into_inner()
    }

    #[test]
    fn the_same_rows_give_the_same_archive_and_texts_are_escaped() {
        let rows =
            || [vec!["nama".to_string(), "nilai".into()], vec!["=A1 <b> &".to_string(), "1.50".into()]].into_iter();
        let mut sheet = Vec::new();
        let angka = |name: &str| name == "nilai";
        satu(Lembar { nama: "data", angka: &angka, baris: Box::new(rows()) }, &mut sheet).expect("write");
        let sheet = String::from_utf8(sheet).expect("UTF-8");
        assert!(sheet.contains("=A1 &lt;b&gt; &amp;</t>") && sheet.contains("<v>1.50</v>"), "{sheet}");
        let book = xlsx(rows());
        assert!(book.starts_with(b"PK\x03\x04") && book == xlsx(rows()));
    }

    #[test]
    fn a_workbook_reads_back_with_all_digits_and_what_is_none_does_not() {
        let cells = ["123456789012345678.0123456789", "a & <b>\n\u{7}'c", "", "-0.5", "007", "</c></row>"];
        let head: Vec<String> = ["nilai", "nama", "letak", "bawah", "atas", "x"].map(String::from).to_vec();
        let row = cells.map(String::from).to_vec();
        let book = xlsx([head.clone(), row.clone()].into_iter());
        let back = baca(&book).expect("a workbook");
        assert_eq!(back[0], head);
        let same = |row: &[String]| -> Vec<String> { row.iter().zip(&head).map(|(c, h)| setara(h, c)).collect() };
        assert_eq!(same(&back[1]), same(&row));
        assert_eq!(back[1][0], cells[0], "no digit passes a double");
        assert_eq!(baca(b""), None);
        assert_eq!(baca(&book[..book.len() / 2]), None);
        for at in 0..book.len() {
            let mut other = book.clone();
            other[at] ^= 0x55;
            // Whatever it gives, it comes back.
            let _ = baca(&other);
        }
        let cut = [(LEMBAR, "<worksheet><sheetData><row><c/>".to_string())];
        assert_eq!(baca(&arsip(&cut)), None, "a sheet that does not end");
        let wide = [(LEMBAR, format!("<worksheet><row>{}</row></worksheet>", "<c/>".repeat(65)))];
        assert_eq!(baca(&arsip(&wide)), None, "wider than any of ours");
        let large = [(LEMBAR, format!("<worksheet>{}</worksheet>", " ".repeat(40 << 20)))];
        assert_eq!(baca(&arsip(&large)), None, "unpacks to more than is read");
    }
}
