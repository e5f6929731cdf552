//! Content that means harm: what an author, or somebody else's pull request, can write must not leave its place.

use crate::situs_bantu::{bangun, salinan_dasar};

/// The smallest portal, with these files laid over it.
fn portal(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = salinan_dasar();
    for (path, text) in files {
        let target = dir.path().join(path);
        std::fs::create_dir_all(target.parent().expect("folder")).expect("folder");
        std::fs::write(target, text).expect("write");
    }
    dir
}

/// The names of all attributes of a page, read the way a browser does.
fn attributes(html: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
        let element = rest[..name].to_ascii_lowercase();
        rest = &rest[name..];
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '=')).unwrap_or(rest.len()).max(1);
            names.push(rest[..end].to_ascii_lowercase());
            rest = rest[end..].trim_start();
            if let Some(value) = rest.strip_prefix('=') {
                let value = value.trim_start();
                rest = match value.chars().next() {
                    Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).map_or("", |(_, rest)| rest),
                    _ => &value[value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())..],
                };
            }
        }
        if let Some(close) = ["script", "style"].iter().find(|e| **e == element) {
            rest = rest.split_once(&format!("</{close}")).map_or("", |(_, rest)| rest);
        }
    }
    names
}

#[test]
fn no_text_of_the_content_breaks_out_of_an_attribute() {
    // Every quoting a template could get wrong, in terms, titles, names and prose, in both languages.
    let terms = [
        "x\" onfocus=\"alert(1)\" autofocus y=\"",
        "y' onfocus='alert(1)' z='",
        "&quot; onfocus=1",
        "a\"><b onfocus=1 c=\"",
    ];
    let mut glosarium = String::new();
    let mut prosa = String::from("# Uji \" onfocus=\"1\n\n");
    for term in terms {
        let quoted = term.replace('\'', "''");
        glosarium.push_str(&format!("- {{istilah: '{quoted}', kepanjangan: '{quoted}', arti: 'arti {quoted}'}}\n"));
        prosa.push_str(&format!("isi {term} akhir [tautan](https://contoh.go.id/\"onfocus=1 'x\" onfocus=\"1')\n\n"));
    }
    let dir = portal(&[
        ("glosarium.yaml", &glosarium),
        ("halaman/uji.md", &prosa),
        ("halaman/uji.en.md", &prosa),
        (
            "portal.yaml",
            "judul: 'Portal \" onfocus=\"1'\nketerangan: 'x\" onfocus=\"1'\nbahasa_lain: [en]\ninstansi: 'Dinas \" onfocus=\"1'\nalamat_dasar: https://contoh.go.id/\n",
        ),
        ("lumajang/daerah.yaml", "nama: 'Kabupaten \" onfocus=\"1'\nprovinsi: 'Jawa \" onfocus=\"1'\n"),
    ]);
    let files = bangun(dir.path(), None).files;
    let mut pages = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let names = attributes(std::str::from_utf8(bytes).expect("UTF-8"));
        let harm: Vec<&String> = names.iter().filter(|n| n.starts_with("on") || *n == "autofocus").collect();
        assert!(harm.is_empty(), "{path}: {harm:?}");
        pages += usize::from(!names.is_empty());
    }
    assert!(pages > 20, "{pages} pages");
}

#[test]
fn the_reader_of_attributes_sees_what_a_browser_sees() {
    let seen = attributes("<p a='>' b=\"x\" onclick=1 c><script>if (a<b onx=1)</script></p><i d e='1'f>");
    assert_eq!(seen, ["a", "b", "onclick", "c", "d", "e", "f"]);
}

#[test]
fn the_foot_of_a_page_lists_the_first_free_pages_and_the_index_lists_all() {
    // All of them on each of them is a square: four thousand pages were 860 MB.
    let pages: Vec<(String, String)> =
        (0..40).map(|n| (format!("halaman/h{n:02}.md"), format!("# Judul {n:02}\n\nIsi.\n"))).collect();
    let named: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let files = bangun(portal(&named).path(), None).files;
    let links = |path: &str| {
        let html = std::str::from_utf8(&files[path]).expect("UTF-8");
        (0..40)
            .filter(|n| html.contains(&format!("/h{n:02}/index.html")) || html.contains(&format!("\"h{n:02}/")))
            .count()
    };
    assert_eq!(links("index.html"), 12);
    assert_eq!(links("isi/index.html"), 40);
    assert!(String::from_utf8_lossy(&files["h39/index.html"]).contains("isi/index.html\">Halaman lain"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, ..Default::default() })]

    /// Every number a cell may hold goes through measures, findings, comparisons, charts and pages without overflow.
    #[test]
    fn no_number_a_cell_may_hold_stops_a_build(cells in proptest::collection::vec("-?(9{1,18}|1|10{17}|[0-9]{1,18})(\\.[0-9]{1,8})?|0\\.0{20}1", 12)) {
        let row = |from: usize| cells[from..from + 3].iter().map(|c| format!("\"{c}\"")).collect::<Vec<_>>().join(", ");
        let record = format!(
            "tahun: 2024\nbatas_data: 2024-12-31\ndokumen: lkjip-2024\nskala: uji\nanggaran:\n  pohon:\n    - {{kode: p, nama: P}}\n    - {{kode: q, nama: Q}}\n  tabel:\n    - letak: T\n      angka: inggris\n      kolom: [pagu.murni, pagu.perubahan, realisasi, serapan, sisa]\n      baris:\n        p: [{}, \"94%\", \"1\"]\n        q: [{}, \"1%\", \"{}\"]\n        total: [{}, \"0%\", \"{}\"]\nkinerja:\n  - letak: K\n    angka: inggris\n    kolom: [target.laporan, realisasi, capaian]\n    baris:\n      ppks-tertangani: [{}]\n",
            row(0), row(3), cells[1], row(6), cells[2], row(9),
        );
        let dir = portal(&[("lumajang/dinas-sosial/2024.yaml", &record)]);
        let loaded = terang::records::load(dir.path());
        // A text with two readings is reported; all others are built.
        if loaded.diagnostics.iter().all(|d| !d.is_galat()) {
            assert!(bangun(dir.path(), None).files.len() > 20);
        }
    }
}
