//! Sembunyi: rows and columns that a workbook hides. The reader of its cells does not tell; the XML of its sheets does.

use super::kisi::{Lembar, Sembunyi, huruf};
use crate::diagnostic::Pesan;
use crate::pesan;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Called with the name of a tag and what gives its attributes.
type Tiap<'a> = dyn FnMut(&str, &dyn Fn(&str) -> String) + 'a;
type Arsip<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// By the name of its sheet what a workbook hides; nothing where it cannot be told.
pub fn baca(bytes: &[u8]) -> BTreeMap<String, Sembunyi> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let (mut sheets, mut files) = (Vec::new(), BTreeMap::new());
    tanda(&mut archive, "xl/workbook.xml", &mut |tag, own| {
        if tag == "sheet" {
            sheets.push((own("name"), own("id")));
        }
    });
    tanda(&mut archive, "xl/_rels/workbook.xml.rels", &mut |tag, own| {
        if tag == "Relationship" {
            let target = own("Target");
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), ToString::to_string);
            files.insert(own("Id"), path);
        }
    });
    let mut out = BTreeMap::new();
    for (name, id) in sheets {
        let mut found = Sembunyi::default();
        let mut row = 0_usize;
        if let Some(path) = files.get(&id) {
            tanda(&mut archive, path, &mut |tag, own| {
                let number = |key: &str| own(key).parse::<usize>().ok();
                let hidden = || matches!(own("hidden").as_str(), "1" | "true");
                match tag {
                    "col" if hidden() => {
                        let stretch = number("min").zip(number("max")).filter(|(a, b)| *a > 0 && a <= b);
                        found.kolom.extend(stretch.map(|(a, b)| (a - 1, b - 1)));
                    }
                    "row" => {
                        row = number("r").unwrap_or(row + 1);
                        found.baris.extend(row.checked_sub(1).filter(|_| hidden()));
                    }
                    _ => {}
                }
            });
        }
        out.insert(name, found);
    }
    out
}

/// The same of an ODS: a sheet says of its columns and rows that they are collapsed or filtered, several at a time.
pub fn ods(bytes: &[u8]) -> BTreeMap<String, Sembunyi> {
    let mut out: BTreeMap<String, Sembunyi> = BTreeMap::new();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return out };
    let (mut name, mut row, mut column) = (String::new(), 0_usize, 0_usize);
    tanda(&mut archive, "content.xml", &mut |tag, own| {
        let hidden = || matches!(own("visibility").as_str(), "collapse" | "filter");
        let often = |key: &str| own(key).parse::<usize>().unwrap_or(1).max(1);
        match tag {
            "table" => {
                name = own("name");
                (row, column) = (0, 0);
                out.entry(name.clone()).or_default();
            }
            "table-column" => {
                let next = column.saturating_add(often("number-columns-repeated"));
                if let Some(found) = out.get_mut(&name).filter(|_| hidden()) {
                    found.kolom.push((column, next - 1));
                }
                column = next;
            }
            "table-row" => {
                let next = row.saturating_add(often("number-rows-repeated"));
                if let Some(found) = out.get_mut(&name).filter(|_| hidden()) {
                    found.baris.extend(row..next.min(super::batas::BARIS));
                }
                row = next;
            }
            _ => {}
        }
    });
    out
}

/// Calls for each tag of a file in the archive, by its local name, with its attributes by theirs.
fn tanda(archive: &mut Arsip<'_>, path: &str, each: &mut Tiap<'_>) {
    let Ok(mut file) = archive.by_name(path) else { return };
    let mut text = String::new();
    if file.read_to_string(&mut text).is_err() {
        return;
    }
    let mut reader = Reader::from_str(&text);
    while let Ok(event) = reader.read_event() {
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            if event == Event::Eof {
                return;
            }
            continue;
        };
        each(tag.local_name().as_ref(), &|key| sifat(&tag, key));
    }
}

fn sifat(tag: &BytesStart<'_>, key: &str) -> String {
    let mut own = tag.attributes().flatten();
    let found = own.find(|a| a.key.local_name().as_ref() == key);
    found.and_then(|a| Some(a.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())).unwrap_or_default()
}

/// Says which hidden rows and columns with something in them were read all the same.
pub fn laporan(lembar: &Lembar) -> Option<Pesan> {
    let filled = |row: &usize| lembar.baris.get(*row).is_some_and(|cells| cells.iter().any(|c| !c.kosong()));
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for row in lembar.sembunyi.baris.iter().copied().filter(filled) {
        match rows.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => rows.push((row, row)),
        }
    }
    let held = |column: &usize| lembar.baris.iter().any(|cells| cells.get(*column).is_some_and(|c| !c.kosong()));
    let wide = lembar.lebar();
    let columns = lembar.sembunyi.kolom.iter().flat_map(|(a, b)| *a..(b + 1).min(wide)).filter(held).map(huruf);
    let columns: Vec<String> = columns.collect();
    let stretch =
        |(a, b): &(usize, usize)| if a == b { format!("{}", a + 1) } else { format!("{}–{}", a + 1, b + 1) };
    let listed = rows.iter().take(8).map(stretch).collect::<Vec<_>>().join(", ");
    let (list, names) = (listed, columns.join(", "));
    let name = &lembar.nama;
    match (rows.is_empty(), columns.is_empty()) {
        (true, true) if lembar.sembunyi.buta => Some(pesan!(
            "berkas .xls tidak dapat ditanyai baris dan kolom yang disembunyikan: semuanya ikut dibaca",
            "a .xls file cannot be asked for hidden rows and columns: all of them are read"
        )),
        (true, true) => None,
        (false, true) => Some(pesan!(
            "lembar `{name}` menyembunyikan baris {list}: ikut dibaca",
            "the sheet `{name}` hides rows {list}: they are read"
        )),
        (true, false) => Some(pesan!(
            "lembar `{name}` menyembunyikan kolom {names}: ikut dibaca",
            "the sheet `{name}` hides columns {names}: they are read"
        )),
        (false, false) => Some(pesan!(
            "lembar `{name}` menyembunyikan baris {list} dan kolom {names}: ikut dibaca",
            "the sheet `{name}` hides rows {list} and columns {names}: they are read"
        )),
    }
}
