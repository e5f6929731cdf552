//! The archive of all data: its package is true of its files, its keys lead somewhere, and a number is the same number in
//! CSV, CSV for Excel, JSON, workbook, in the files of the agencies and on the pages.

use crate::situs_bantu::{muat, repositori, salinan_dasar};
use calamine::{Data, Reader, Xlsx};
use rust_decimal::Decimal;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;
use terang::output::Tree;
use terang::pages::angka::tempat;
use terang::pages::data::DataOpd;
use terang::site::{self, Options};
use terang::templates::Theme;

const ARSIP: &str = "data/semua.zip";

fn bangun(root: &Path, options: &Options) -> Tree {
    let content = muat(root);
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
    site::build(&content, &DataOpd::semua(&content), &theme, options, &|_, _| {}).expect("site").files
}

/// The files of an archive.
fn isi(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("whole");
            (file.name().expect("a name").to_string(), bytes)
        })
        .collect()
}

type Baris = BTreeMap<String, String>;

/// The rows of a CSV, by heading.
fn csv(bytes: &[u8], pemisah: u8) -> Vec<Baris> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(pemisah).from_reader(bytes);
    let head: Vec<String> = reader.headers().expect("head").iter().map(str::to_string).collect();
    let row = |r: Result<csv::StringRecord, csv::Error>| {
        head.iter().cloned().zip(r.expect("row").iter().map(str::to_string)).collect()
    };
    reader.records().map(row).collect()
}

/// The repository's archive.
fn repo() -> (Tree, BTreeMap<String, Vec<u8>>) {
    let files = bangun(&repositori(), &Options::default());
    let own = isi(&files[ARSIP]);
    (files, own)
}

#[test]
fn its_package_names_every_file_with_hash_and_size_and_its_keys_lead_somewhere() {
    let (files, own) = repo();
    let package: Value = serde_json::from_slice(&own["datapackage.json"]).expect("JSON");
    let hash = |bytes: &[u8]| {
        format!("sha256:{}", Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect::<String>())
    };
    let list = |key: &str| package[key].as_array().expect("a list").clone();
    let mut named = BTreeSet::new();
    for f in list("resources").iter().chain(&list("bentuk_lain")) {
        let path = f["path"].as_str().expect("path");
        assert_eq!((&f["bytes"], &f["hash"]), (&own[path].len().into(), &hash(&own[path]).into()), "{path}");
        named.insert(path.to_string());
    }
    named.extend(["BACA-SAYA.md", "CITATION.cff", "LISENSI.txt", "datapackage.json"].map(String::from));
    assert_eq!(named, own.keys().cloned().collect());
    // The site's own package names the archive the same way.
    let site: Value = serde_json::from_slice(&files["data/datapackage.json"]).expect("JSON");
    let whole = site["resources"].as_array().expect("list").iter().find(|r| r["path"] == "semua.zip").expect("named");
    assert_eq!((&whole["bytes"], &whole["hash"]), (&files[ARSIP].len().into(), &hash(&files[ARSIP]).into()));

    let tables: BTreeMap<String, Vec<Baris>> = list("resources")
        .iter()
        .map(|r| (r["name"].as_str().expect("name").to_string(), csv(&own[r["path"].as_str().expect("path")], b',')))
        .collect();
    let readme = String::from_utf8_lossy(&own["BACA-SAYA.md"]).into_owned();
    for r in list("resources") {
        let (name, schema) = (r["name"].as_str().expect("name"), &r["schema"]);
        let rows = &tables[name];
        assert!(!rows.is_empty(), "{name}");
        for f in schema["fields"].as_array().expect("fields") {
            let field = f["name"].as_str().expect("name");
            assert!(
                readme.contains(&format!("| `{field}` | {} |", f["description"].as_str().expect("meaning"))),
                "{field}"
            );
            let required = f["constraints"]["required"] == Value::Bool(true);
            for cell in rows.iter().map(|row| row[field].as_str()) {
                let fits = match f["type"].as_str().expect("type") {
                    _ if cell.is_empty() => !required,
                    "integer" => cell.parse::<i64>().is_ok(),
                    "number" => cell.parse::<Decimal>().is_ok(),
                    "boolean" => matches!(cell, "ya" | "tidak"),
                    _ => true,
                };
                assert!(fits, "{name}.{field}: `{cell}`");
            }
        }
        let columns = |v: &Value| -> Vec<String> {
            v.as_array().expect("columns").iter().map(|c| c.as_str().expect("name").to_string()).collect()
        };
        let key = |row: &Baris, cols: &[String]| cols.iter().map(|c| row[c].clone()).collect::<Vec<_>>();
        if schema["primaryKey"].is_array() {
            let cols = columns(&schema["primaryKey"]);
            let keys: BTreeSet<Vec<String>> = rows.iter().map(|row| key(row, &cols)).collect();
            assert_eq!(keys.len(), rows.len(), "{name}: {cols:?} tells rows apart");
        }
        for f in schema["foreignKeys"].as_array().into_iter().flatten() {
            let other = &tables[f["reference"]["resource"].as_str().expect("table")];
            let (own, cols) = (columns(&f["fields"]), columns(&f["reference"]["fields"]));
            let there: BTreeSet<Vec<String>> = other.iter().map(|row| key(row, &cols)).collect();
            let mine = rows.iter().map(|row| key(row, &own)).filter(|k| k.iter().any(|c| !c.is_empty()));
            for k in mine {
                assert!(there.contains(&k), "{name}: {k:?} leads nowhere");
            }
        }
    }
    // A figure a finding names is a row.
    let figures: BTreeSet<(&str, &str)> =
        tables["angka"].iter().map(|r| (r["alamat"].as_str(), r["ke"].as_str())).collect();
    for r in tables["temuan-angka"].iter().filter(|r| !r["ke"].is_empty()) {
        assert!(figures.contains(&(r["alamat"].as_str(), r["ke"].as_str())), "{r:?}");
    }
    let known = package["resources"][0]["schema"]["fields"].as_array().expect("fields").iter();
    let status = known.filter(|f| f["name"] == "status_sdmx").flat_map(|f| f["categories"].as_array().cloned());
    let status: BTreeSet<String> = status.flatten().map(|c| c["value"].as_str().expect("code").to_string()).collect();
    for r in &tables["angka"] {
        assert!(status.contains(&r["status_sdmx"]), "{r:?}");
        let missing = matches!(r["status_sdmx"].as_str(), "O" | "L" | "M");
        assert_eq!(missing, r["jenis"] == "kosong" || r["keadaan"] == "tidak terhitung", "{r:?}");
        assert!(!missing || r["nilai"].is_empty(), "what is missing has no value: {r:?}");
    }
}

/// A cell of a workbook as text.
fn sel(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Float(f) => f.to_string(),
        other => other.to_string(),
    }
}

#[test]
fn a_number_is_the_same_number_in_every_file_and_on_its_page() {
    let (files, own) = repo();
    let rows = csv(&own["angka.csv"], b',');
    // In the files of the agencies, row by row.
    let mut alone: Vec<Baris> = Vec::new();
    for (path, bytes) in
        files.iter().filter(|(p, _)| p.starts_with("data/") && p.ends_with(".csv") && !p.ends_with("temuan.csv"))
    {
        assert!(path.ends_with("-dinas-sosial.csv"), "{path}");
        alone.extend(csv(bytes, b','));
    }
    assert_eq!(alone.len(), rows.len());
    for (a, b) in alone.iter().zip(&rows) {
        let dokumen = b["dokumen_id"].strip_prefix(&format!("{}/", b["opd_id"])).unwrap_or_default();
        let same = |(k, v): (&String, &String)| match k.as_str() {
            "kode_dokumen" => dokumen == v,
            // Its name of today stands in no row.
            "opd" if v.is_empty() => true,
            _ => b[k] == *v,
        };
        assert!(a.iter().all(same), "{a:?}\n{b:?}");
    }
    // In the form for Excel.
    let excel = csv(&own["angka-excel.csv"], b';');
    let number = |k: &str, v: &str| {
        (matches!(k, "nilai" | "bawah" | "atas") && v.parse::<Decimal>().is_ok()).then(|| v.to_string())
    };
    for (a, b) in rows.iter().zip(&excel) {
        for (k, v) in a {
            let expected = number(k, v).map_or_else(|| v.clone(), |v| v.replace('.', ","));
            assert_eq!(b[k], expected, "{k}");
        }
    }
    // In JSON, whose texts are those of the document: nothing guards them.
    let lines = String::from_utf8(own["angka.jsonl"].clone()).expect("UTF-8");
    for (line, row) in lines.lines().zip(&rows) {
        let object: BTreeMap<String, Value> = serde_json::from_str(line).expect("JSON");
        for (k, v) in row {
            let said = match object.get(k) {
                None => String::new(),
                Some(Value::String(text)) => text.clone(),
                Some(Value::Bool(yes)) => if *yes { "ya" } else { "tidak" }.to_string(),
                Some(other) => other.to_string(),
            };
            assert_eq!(terang::exports::tanpa_jaga(v), terang::exports::tanpa_jaga(&said), "{k} of {}", row["alamat"]);
            assert!(number(k, v).is_none_or(|v| v == said), "{k}: {v} and {said}");
        }
    }
    assert_eq!(lines.lines().count(), rows.len());
    // In the workbook, as far as a spreadsheet keeps digits.
    let mut book = Xlsx::new(Cursor::new(own["data.xlsx"].as_slice())).expect("a workbook");
    let sheet = book.worksheet_range("angka").expect("a sheet");
    let mut lines = sheet.rows();
    let head: Vec<String> = lines.next().expect("head").iter().map(sel).collect();
    let mut numbers = 0;
    for (line, row) in lines.zip(&rows) {
        for (k, cell) in head.iter().zip(line) {
            let (v, said) = (&row[k], sel(cell));
            match (number(k, v), cell) {
                (Some(v), Data::Float(f)) => {
                    #[allow(clippy::disallowed_types, reason = "a workbook holds nothing else")]
                    let same = v.parse::<f64>().expect("a number") == *f;
                    assert!(same, "{k} of {}", row["alamat"]);
                    numbers += 1;
                }
                (Some(v), _) => panic!("{k}: {v} is no number in the workbook"),
                _ => assert_eq!(terang::exports::tanpa_jaga(v), terang::exports::tanpa_jaga(&said), "{k}"),
            }
        }
    }
    assert!(numbers > 4_000, "{numbers}");
    assert_eq!(sheet.height(), rows.len() + 1);
    // On the page that accounts for it: the value shown is one of those printed, or the computed one rounded.
    let mut values: BTreeMap<&str, Vec<&Baris>> = BTreeMap::new();
    rows.iter().for_each(|r| values.entry(&r["alamat"]).or_default().push(r));
    let mut seen = 0;
    for (alamat, list) in &values {
        let plain = |r: &&&Baris| matches!(r["jenis"].as_str(), "angka" | "persen") && r["bawah"].is_empty();
        if list.iter().filter(plain).count() < list.len() {
            continue;
        }
        let (opd, rest) = alamat.match_indices('/').nth(1).map(|(at, _)| alamat.split_at(at + 1)).expect("an agency");
        let (page, anchor) = tempat(rest);
        let html = String::from_utf8_lossy(&files[format!("{opd}angka/{page}/index.html").as_str()]);
        let own =
            html.split_once(&format!("<tr id=\"{anchor}\">")).unwrap_or_else(|| panic!("{alamat} is on no page")).1;
        let shown = own.split_once("<td>").and_then(|(_, rest)| rest.split_once("<td>")).expect("a value").0;
        let Some((value, decimals)) = baca(shown) else { continue };
        let same = |r: &&Baris| {
            let v: Decimal = r["nilai"].parse().unwrap_or_else(|_| panic!("{r:?}"));
            v == value || (r["dihitung"] == "ya" && terang::number::round(v, decimals) == value)
        };
        assert!(list.iter().filter(|r| !r["nilai"].is_empty()).any(same), "{alamat}: {shown} is none of {list:?}");
        seen += 1;
    }
    assert!(seen > 3_000, "{seen} figures were held against their pages");
}

/// The number of a value as a page shows it, and its decimals; nothing where it is a dash.
fn baca(shown: &str) -> Option<(Decimal, u32)> {
    let text = shown.split('<').next()?.trim().trim_start_matches("Rp").replace('−', "-");
    let text = text.trim_start_matches("-Rp").to_string() + "";
    let minus = shown.starts_with('−') || shown.starts_with("Rp−");
    let digits: String =
        text.trim_start_matches('-').chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let plain = digits.trim_end_matches(['.', ',']).replace('.', "").replace(',', ".");
    let value: Decimal = plain.parse().ok()?;
    Some((if minus { -value } else { value }, value.scale()))
}

#[test]
fn the_same_content_gives_the_same_archive_and_a_draft_has_none() {
    let dir = salinan_dasar();
    let options = Options::default();
    let (a, b) = (bangun(dir.path(), &options), bangun(dir.path(), &options));
    assert_eq!(a[ARSIP], b[ARSIP]);
    let page = String::from_utf8_lossy(&a["data/index.html"]).into_owned();
    assert!(page.contains("href=\"../data/semua.zip\""), "{page}");
    let draft = bangun(dir.path(), &Options { konsep: true, ..Options::default() });
    assert!(!draft.contains_key(ARSIP), "a draft is no data to take away");
    let page = String::from_utf8_lossy(&draft["data/index.html"]).into_owned();
    assert!(!page.contains(".zip"), "{page}");
    let cite = String::from_utf8_lossy(&isi(&a[ARSIP])["CITATION.cff"]).into_owned();
    assert!(cite.starts_with("cff-version: 1.2.0\n") && cite.contains("type: dataset\n"), "{cite}");
}

#[test]
fn spending_is_added_up_once() {
    let (_, own) = repo();
    let rows = csv(&own["anggaran.csv"], b',');
    let angka = csv(&own["angka.csv"], b',');
    // Nothing disputes these totals: of one every sub kegiatan is printed, of the other only some are.
    for (opd, tahun, fase, ukuran) in [
        ("jember/dinas-sosial", "2025", "realisasi", "realisasi"),
        ("blitar/dinas-sosial", "2024", "perubahan", "pagu.perubahan"),
    ] {
        let own = rows.iter().filter(|r| r["opd_id"] == opd && r["tahun"] == tahun && r["masa"] == tahun);
        let own = own.filter(|r| r["fase"] == fase && r["dijumlahkan"] == "ya");
        let sum: Decimal = own.map(|r| r["nilai"].parse::<Decimal>().expect("rupiah")).sum();
        let at = format!("{opd}/{tahun}/anggaran/total/{ukuran}");
        let total = angka.iter().find(|r| r["alamat"] == at).unwrap_or_else(|| panic!("{at}"));
        assert_eq!(sum, total["nilai"].parse::<Decimal>().expect("rupiah"), "{at}");
    }
    // Where not every program is printed, the rest is no sum.
    let part = rows.iter().filter(|r| r["opd_id"] == "jember/dinas-sosial" && r["tahun"] == "2024");
    assert!(part.filter(|r| r["fase"] == "realisasi").all(|r| r["dijumlahkan"] == "tidak"));
}
