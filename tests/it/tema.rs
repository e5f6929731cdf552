//! The second theme, `themes/ringkas`: its own parts are there, everything it does not name is the built-in theme's.

use crate::situs_bantu;

use situs_bantu::bangun;
use std::collections::BTreeMap;
use std::path::PathBuf;

type Files = BTreeMap<String, Vec<u8>>;

fn akar() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One site in both themes.
fn dua() -> (Files, Files) {
    let content = akar().join("tests/situs/satu-dinas/content");
    (bangun(&content, None).files, bangun(&content, Some(&akar().join("themes/ringkas"))).files)
}

fn teks<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

/// What stands between the header and the footer.
fn isi(html: &str) -> &str {
    let (_, rest) = html.split_once("<main").expect("main");
    rest.split_once("</main>").expect("end of main").0
}

/// The pages that stand on `dasar.html`; frames for other sites do not.
fn halaman(files: &Files) -> impl Iterator<Item = (&String, &str)> {
    files
        .keys()
        .filter(|p| p.ends_with(".html"))
        .map(|p| (p, teks(files, p)))
        .filter(|(_, html)| html.contains("<footer class=\"bawah\""))
}

#[test]
fn the_same_files_are_made_and_only_what_the_theme_holds_differs_among_assets() {
    let (bawaan, ringkas) = dua();
    assert_eq!(bawaan.keys().collect::<Vec<_>>(), ringkas.keys().collect::<Vec<_>>());
    let differ: Vec<&String> = bawaan.keys().filter(|p| !p.ends_with(".html") && bawaan[*p] != ringkas[*p]).collect();
    // The edition names every file, pages too; its figures are the same.
    assert_eq!(differ, ["aset/gaya.css", "edisi.json"], "figures, tables and scripts do not depend on the theme");
    let said = |files: &Files| -> Vec<String> {
        let lines = teks(files, "edisi.json").lines().filter(|l| !l.starts_with("\"situs\""));
        lines.map(str::to_string).collect()
    };
    assert_eq!(said(&bawaan), said(&ringkas));
}

#[test]
fn every_page_says_so_in_its_footer_and_has_no_picture_in_its_header() {
    let (bawaan, ringkas) = dua();
    let mut pages = 0;
    for (path, html) in halaman(&ringkas) {
        pages += 1;
        assert_eq!(html.matches("id=\"tampilan-ringkas\"").count(), 1, "{path}");
        let (header, _) = html.split_once("<main").expect("main");
        assert!(!header.contains("<svg"), "{path}");
    }
    assert!(pages > 20, "{pages} pages");
    assert!(halaman(&bawaan).all(|(_, html)| !html.contains("tampilan-ringkas")));
}

#[test]
fn a_record_has_tables_in_the_place_of_charts() {
    let (bawaan, ringkas) = dua();
    let mut records = 0;
    for (path, html) in halaman(&bawaan).filter(|(_, html)| html.contains("<section id=\"capaian\"")) {
        records += 1;
        let short = teks(&ringkas, path);
        // The code that leads back from paper is no chart.
        assert!(html.contains("c-grafik") && !isi(short).contains("c-grafik"), "{path}");
        assert!(short.len() < html.len() * 9 / 10, "{path}: {} of {} bytes", short.len(), html.len());
        let anchors = short.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
        for anchor in anchors {
            assert!(short.contains(&format!(" id=\"{anchor}\"")), "{path}: nothing is called `{anchor}`");
        }
    }
    assert!(records > 0);
    let charts = halaman(&ringkas).filter(|(_, html)| html.contains("<div class=\"grafik\"")).count();
    assert!(charts > 0, "charts elsewhere became tables too");
}

#[test]
fn the_first_page_opens_with_the_list_of_daerah() {
    let (_, ringkas) = dua();
    let home = isi(teks(&ringkas, "index.html"));
    let (list, questions) = (home.find("id=\"cari-daerah\""), home.find("id=\"pertanyaan\""));
    assert!(list.is_some() && list < questions, "{home}");
}

#[test]
fn what_the_theme_does_not_name_is_the_built_in_page() {
    let (bawaan, ringkas) = dua();
    for path in
        ["glosarium/index.html", "metodologi/index.html", "ralat/index.html", "data/index.html", "temuan/index.html"]
    {
        assert_eq!(isi(teks(&bawaan, path)), isi(teks(&ringkas, path)), "{path}");
    }
}

#[test]
fn the_style_sheet_is_small_and_asks_for_no_other_file() {
    let css = std::fs::read_to_string(akar().join("themes/ringkas/static/gaya.css")).expect("css");
    assert!(css.len() < 6_000, "{} bytes", css.len());
    assert!(!css.contains("url(") && !css.contains("@import"));
}

#[test]
fn its_readme_names_every_file_of_the_theme() {
    let dir = akar().join("themes/ringkas");
    let readme = std::fs::read_to_string(dir.join("README.md")).expect("readme");
    for folder in ["templates", "static"] {
        for entry in std::fs::read_dir(dir.join(folder)).expect(folder) {
            let name = format!("`{folder}/{}`", entry.expect("entry").file_name().to_string_lossy());
            assert!(readme.contains(&name), "{name}");
        }
    }
}
