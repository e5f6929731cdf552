//! The content of this repository: every figure has a source, four kabupaten are whole, what pages and files say agrees.

use crate::situs_bantu;

use situs_bantu::teks::{Potong, potong};
use situs_bantu::{bangun, muat, repositori};
use std::collections::{BTreeMap, BTreeSet};
use terang::records::{Kumpulan, Nilai};

/// Kabupaten, year, nodes of its tree at least, statements of its OPD at least: what the portal has may only grow. (Remarks of ours that once stood in
/// cells as if printed do not count: where such a column went, the number went down with it.)
const PALING_SEDIKIT: [(&str, i32, usize, usize); 8] = [
    ("blitar", 2024, 65, 1_019),
    ("jember", 2023, 0, 814),
    ("jember", 2024, 48, 814),
    ("jember", 2025, 44, 814),
    ("mojokerto", 2022, 45, 2_306),
    ("mojokerto", 2023, 45, 2_306),
    ("seruyan", 2024, 0, 794),
    ("seruyan", 2025, 0, 794),
];

#[test]
fn every_cell_names_a_document_of_its_opd_and_a_place() {
    let content = muat(&repositori());
    for d in &content.daerah {
        for o in &d.opd {
            for p in &Kumpulan::dari(o).semua {
                let known = o.opd.dokumen.contains_key(&p.sumber.dokumen);
                assert!(known && !p.sumber.letak.trim().is_empty(), "{}/{}: {:?}", d.kode, p.alamat, p.sumber);
            }
        }
    }
}

#[test]
fn the_portal_holds_at_least_what_it_held() {
    let content = muat(&repositori());
    for (daerah, tahun, nodes, statements) in PALING_SEDIKIT {
        let d = content.daerah.iter().find(|d| d.kode == daerah).expect("kabupaten");
        let opd = &d.opd[0];
        let record = opd.rekaman.iter().find(|r| r.tahun == tahun).unwrap_or_else(|| panic!("{daerah} {tahun}"));
        let found = record.anggaran.semua().len();
        assert!(found >= nodes, "{daerah} {tahun}: {found} nodes, {nodes} before");
        let found = Kumpulan::dari(opd).semua.len();
        assert!(found >= statements, "{daerah}: {found} statements, {statements} before");
    }
}

#[test]
fn every_node_of_every_tree_stands_on_a_page_and_is_reached_from_the_first() {
    let files = bangun(&repositori(), None).files;
    let content = muat(&repositori());
    let reached = dijangkau(&files.iter().map(|(p, b)| (p.clone(), b.clone())).collect());
    let (mut sub, mut kabupaten) = (0, 0);
    for d in &content.daerah {
        kabupaten += 1;
        for o in &d.opd {
            for r in &o.rekaman {
                let path = format!("{}/{}/{}/index.html", d.kode, o.opd.kode, r.tahun);
                assert!(reached.contains(&path), "{path} is not linked");
                // The money of a heavy record stands in a view of its own.
                let money = format!("{}/{}/{}/uang/index.html", d.kode, o.opd.kode, r.tahun);
                let path = if files.contains_key(&money) { money } else { path };
                assert!(reached.contains(&path), "{path} is not linked");
                let html = String::from_utf8_lossy(&files[&path]);
                for (depth, node) in r.anggaran.semua() {
                    assert!(html.contains(&format!("id=\"{}\"", node.kode)), "{path}#{}", node.kode);
                    sub += usize::from(depth >= 2);
                }
            }
        }
    }
    assert!(kabupaten >= 4 && sub >= 100, "{kabupaten} kabupaten, {sub} sub kegiatan");
    let lost: Vec<&String> = files.keys().filter(|p| p.ends_with("/index.html") && !reached.contains(*p)).collect();
    assert!(lost.is_empty(), "no page leads to {lost:?}");
}

/// All pages reached from the first by links; every link must lead to a file.
fn dijangkau(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec!["index.html".to_string()];
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) || !path.ends_with(".html") {
            continue;
        }
        for piece in potong(&String::from_utf8_lossy(&files[&path])) {
            let Potong::Tanda(name, attributes) = piece else { continue };
            let key = if name == "a" { "href" } else { "src" };
            let Some((_, href)) = attributes.into_iter().find(|(k, _)| k == key) else { continue };
            let target = href.split(['#', '?']).next().unwrap_or_default();
            if target.is_empty() || target.contains(':') {
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in target.split('/') {
                match part {
                    ".." => drop(parts.pop()),
                    "." | "" => {}
                    other => parts.push(other),
                }
            }
            let mut to = parts.join("/");
            if target.ends_with('/') {
                to.push_str("/index.html");
            }
            assert!(files.contains_key(&to), "{path}: the link {href} leads nowhere");
            open.push(to);
        }
    }
    seen
}

#[test]
fn every_printed_statement_stands_in_the_download_with_its_value() {
    let content = muat(&repositori());
    let files = bangun(&repositori(), None).files;
    for d in &content.daerah {
        for o in &d.opd {
            let name = format!("data/{}-{}.csv", d.kode, o.opd.kode);
            let mut reader = csv::Reader::from_reader(files[&name].as_slice());
            let header = reader.headers().expect("header").clone();
            let at = |key: &str| header.iter().position(|h| h == key).unwrap_or_else(|| panic!("{name}: {key}"));
            let keys = ["alamat", "nilai", "tercetak", "letak"].map(at);
            let mut rows: BTreeMap<[String; 4], usize> = BTreeMap::new();
            for row in reader.records() {
                let row = row.expect("row");
                // A leading apostrophe keeps spreadsheets from reading a text as a formula.
                let key = keys.map(|k| row[k].trim_start_matches('\'').to_string());
                *rows.entry(key).or_default() += 1;
            }
            for p in &Kumpulan::dari(o).semua {
                let nilai = match &p.sel.nilai {
                    Nilai::Angka(a) => a.nilai.normalize().to_string(),
                    Nilai::Huruf(text) | Nilai::Teks(text) => text.clone(),
                    _ => String::new(),
                };
                let alamat = format!("{}/{}/{}", d.kode, o.opd.kode, p.alamat);
                let plain = |text: &str| text.trim_start_matches('\'').to_string();
                let own = [alamat, plain(&nilai), plain(&p.sel.tercetak), plain(&p.sumber.letak)];
                let composite = matches!(p.sel.nilai, Nilai::Komposit(_));
                let mut found = rows.keys().filter(|k| composite && k[0] == own[0] && k[2] == own[2] && k[3] == own[3]);
                let found = found.next().cloned().unwrap_or(own);
                let left = rows.get_mut(&found).unwrap_or_else(|| panic!("{name} lacks {found:?}"));
                assert!(*left > 0, "{name}: printed twice, written once: {found:?}");
                *left -= 1;
            }
        }
    }
}

#[test]
fn the_summary_counts_the_pages_that_were_written() {
    let built = bangun(&repositori(), None);
    let page = |p: &&String| p.ends_with("index.html");
    assert_eq!(built.ringkasan.halaman, built.files.keys().filter(page).count());
    let html = built.files.iter().filter(|(p, _)| page(p)).map(|(_, bytes)| String::from_utf8_lossy(bytes));
    assert_eq!(built.ringkasan.grafik, html.map(|text| text.matches("class=\"grafik\"").count()).sum::<usize>());
}
