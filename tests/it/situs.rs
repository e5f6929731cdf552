//! Whole sites, case by case: `tests/situs/<kasus>/` holds `content/`, perhaps `tema/`, and in `harapan/` what comes out.
//!
//! `harapan/berkas.txt` names every file of the site but those of `aset/`; beside it stand the text of each page that
//! shows content (`index.txt`, so that a change of layout changes nothing) and the CSV as they are.
//! `TERANG_PERBARUI=1` rewrites.

use crate::situs_bantu;

use situs_bantu::teks::{Potong, potong, teks};
use situs_bantu::{bandingkan, bangun};
use std::path::{Path, PathBuf};
use terang::output::Tree;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situs")
}

/// The files of a case's site.
fn situs(case: &Path) -> Tree {
    let tema = Some(case.join("tema")).filter(|t| t.is_dir());
    bangun(&case.join("content"), tema.as_deref()).files
}

/// Pages that say the same for any content: the list of files has them, their text is not repeated in every case.
fn umum(path: &str) -> bool {
    // Another language has the same pages below a folder of its own.
    let path = path.strip_prefix("en/").unwrap_or(path);
    let head = path.split('/').next().unwrap_or_default();
    // Every rule is explained whatever the content: on its page, or on the one of all that found nothing.
    matches!(head, "metodologi" | "glosarium" | "ralat" | "data" | "aset") || milik_aturan(path)
}

/// The page of a rule, and what stands below it.
fn milik_aturan(path: &str) -> bool {
    let path = path.strip_prefix("en/").unwrap_or(path);
    path.strip_prefix("temuan/")
        .and_then(|p| p.split('/').next())
        .is_some_and(|kode| kode == "aturan" || terang::findings::aturan(kode).is_some())
}

#[test]
fn every_rule_is_explained_and_stands_on_the_page_of_methods() {
    let files = situs(&root().join("satu-dinas"));
    let (mut found, mut none) = (0, 0);
    for (folder, kode) in ["", "en/"].iter().flat_map(|f| terang::findings::ATURAN.iter().map(move |a| (f, a.kode))) {
        let methods = String::from_utf8_lossy(&files[&format!("{folder}metodologi/index.html")]);
        if files.contains_key(&format!("{folder}temuan/{kode}/index.html")) {
            assert!(methods.contains(&format!("temuan/{kode}/index.html")), "{folder}{kode}");
            found += 1;
        } else {
            // What found nothing shares one page.
            let rest = String::from_utf8_lossy(&files[&format!("{folder}temuan/aturan/index.html")]);
            assert!(rest.contains(&format!("id=\"{kode}\"")), "{folder}{kode}");
            assert!(methods.contains(&format!("temuan/aturan/index.html#{kode}")), "{folder}{kode}");
            none += 1;
        }
    }
    assert!(found > 0 && none > 0, "{found} and {none}");
}

#[test]
fn printed_names_stand_with_their_english_on_english_pages_alone() {
    let files = situs(&root().join("satu-dinas"));
    let pages = || files.iter().filter(|(p, _)| p.ends_with(".html"));
    for (nama, en) in [
        ("Persentase PPKS yang tertangani", "Percentage of PPKS assisted"),
        ("Program Rehabilitasi Sosial", "Social rehabilitation program"),
        ("Penyediaan Permakanan", "Provision of meals"),
    ] {
        let with: Vec<_> = pages().filter(|(_, html)| String::from_utf8_lossy(html).contains(en)).collect();
        assert!(!with.is_empty(), "{en}");
        for (path, html) in with {
            let text = teks(&String::from_utf8_lossy(html));
            let (printed, ours) = (text.find(nama), text.find(en));
            assert!(path.starts_with("en/") && printed.is_some() && printed < ours, "{path}: {printed:?} {ours:?}");
        }
    }
}

/// What a case expects.
fn ringkas(files: &Tree) -> Tree {
    let own = files.keys().filter(|p| !p.starts_with("aset/"));
    let mut out: Tree = own.clone().filter(|p| !umum(p)).filter_map(|p| isi(p, &files[p])).collect();
    let names: String = own.filter(|p| !milik_aturan(p)).map(|p| format!("{p}\n")).collect();
    out.insert("berkas.txt".to_string(), names.into_bytes());
    let plain = files.iter().filter(|(p, _)| p.starts_with("data/") && p.ends_with(".csv"));
    out.extend(plain.map(|(p, bytes)| (p.clone(), bytes.clone())));
    out
}

fn isi(path: &str, bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let name = path.strip_suffix(".html")?;
    Some((format!("{name}.txt"), teks(&String::from_utf8_lossy(bytes)).into_bytes()))
}

#[test]
fn every_case_builds_the_site_its_folder_expects() {
    let mut wrong = Vec::new();
    let mut cases: Vec<PathBuf> = std::fs::read_dir(root()).expect("cases").map(|e| e.expect("entry").path()).collect();
    cases.sort();
    assert!(cases.len() >= 6, "{cases:?}");
    for case in cases {
        let text = bandingkan(&case.join("harapan"), &ringkas(&situs(&case)));
        if !text.is_empty() {
            wrong.push(format!("{}\n{text}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "TERANG_PERBARUI=1 rewrites; - missing, + surplus, ~ changed\n\n{}", wrong.join("\n"));
}

/// The pages of a case as tags and text.
fn halaman(case: &str) -> Vec<(String, String)> {
    let pages = situs(&root().join(case)).into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

#[test]
fn no_text_of_the_content_becomes_a_tag_an_attribute_or_a_script() {
    let mut shown = 0;
    for (path, html) in halaman("nama-berbahaya") {
        let pieces = potong(&html);
        for (at, piece) in pieces.iter().enumerate() {
            let Potong::Tanda(name, attributes) = piece else { continue };
            let value = |key: &str| attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
            assert!(!matches!(name.as_str(), "iframe" | "object" | "embed" | "base"), "{path}: <{name}>");
            let aset = value("src").is_some_and(|src| src.trim_start_matches("../").starts_with("aset/"));
            assert!(name != "img" || aset, "{path}: a picture that is not the theme's: {attributes:?}");
            if name == "form" {
                // The theme's own: it asks the search of this site and sends nothing elsewhere.
                let action = value("action").map(|a| a.trim_start_matches("../"));
                assert!(matches!(action, Some("isi/index.html" | "index.html")), "{path}: a form to {action:?}");
                assert_eq!(value("method"), Some("get"), "{path}");
            }
            if name == "script" {
                let kind = matches!(value("type"), Some("application/json" | "application/ld+json"));
                let data = kind && data_saja(&pieces[at + 1]);
                assert!(
                    aset || data || (path == "404.html" && dari_tema(&pieces[at + 1])),
                    "{path}: a script that is not the theme's: {attributes:?}"
                );
            }
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && !key.contains(['<', '"', '\'']), "{path}: <{name} {key}>");
                let scheme = value.split(['/', '?', '#']).next().unwrap_or_default().to_lowercase();
                let link = matches!(key.as_str(), "href" | "src" | "action" | "xlink:href");
                let safe =
                    ["http:", "https:", "mailto:"].iter().any(|s| scheme.starts_with(s)) || !scheme.contains(':');
                assert!(!link || safe, "{path}: <{name} {key}=\"{value}\">");
            }
        }
        shown += html.matches("&lt;script&gt;").count();
    }
    assert!(shown > 50, "the texts are shown as text: {shown}");
}

/// Whether a script stands in the template as it is.
fn dari_tema(body: &Potong) -> bool {
    let Potong::Teks(text) = body else { return false };
    include_str!("../../themes/terang/templates/404.html").contains(text.trim())
}

/// Whether a script holds JSON and nothing a browser could take for the end of it.
fn data_saja(body: &Potong) -> bool {
    let Potong::Teks(text) = body else { return false };
    !text.contains('<') && serde_json::from_str::<serde_json::Value>(text).is_ok()
}

#[test]
fn no_cell_of_a_download_begins_like_a_formula() {
    let site = situs(&root().join("nama-berbahaya"));
    let downloads: Vec<_> = site.iter().filter(|(path, _)| path.ends_with(".csv")).collect();
    assert!(downloads.len() >= 3, "{:?}", downloads.iter().map(|(path, _)| path).collect::<Vec<_>>());
    for (path, bytes) in downloads {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
        for row in reader.records() {
            for cell in &row.expect("a row") {
                let number = cell.parse::<rust_decimal::Decimal>().is_ok();
                assert!(number || !cell.starts_with(['=', '@', '+', '-', '\t', '\r']), "{path}: {cell}");
            }
        }
    }
}

#[test]
fn charts_of_any_names_stay_well_formed() {
    for case in ["nama-berbahaya", "pohon-dalam", "banyak-tahun", "satu-dinas"] {
        for (path, html) in halaman(case) {
            for svg in html.split("<svg").skip(1).map(|rest| rest.split("</svg>").next().unwrap_or_default()) {
                let text = format!("<svg xmlns:xlink=\"x\"{svg}</svg>");
                roxmltree::Document::parse(&text).unwrap_or_else(|e| panic!("{case}/{path}: {e}"));
            }
        }
    }
}

#[test]
fn missing_surplus_and_changed_files_are_told_apart() {
    let dir = tempfile::tempdir().expect("tempdir");
    let tree = |pairs: &[(&str, &str)]| -> Tree {
        pairs.iter().map(|(p, t)| ((*p).to_string(), t.as_bytes().to_vec())).collect()
    };
    for (path, bytes) in tree(&[("a.txt", "satu\ndua\n"), ("b.txt", "x")]) {
        terang::output::create(&dir.path().join(path), &bytes).expect("write");
    }
    if situs_bantu::perbarui() {
        return;
    }
    let text = bandingkan(dir.path(), &tree(&[("a.txt", "satu\ntiga\n"), ("c.txt", "y")]));
    assert_eq!(text, "~ a.txt:2\n    - dua\n    + tiga\n- b.txt\n+ c.txt\n");
}
