//! How many files and bytes a record costs, both languages and the search included: free hosts stop at 20,000 files or 1 GB.

use crate::situs_bantu::{muat, repositori};
use std::collections::BTreeMap;
use std::path::Path;
use terang::output::Tree;
use terang::pages::data::DataOpd;
use terang::site::{self, Options};
use terang::templates::Theme;

/// What a record of this repository's content may cost: files, and bytes. The aim is 1.5 MB.
const REPOSITORI: (usize, usize) = (100, 2_215_000);

/// Builds with everything a portal has, and says how many records there are.
pub fn lengkap(root: &Path) -> (Tree, usize) {
    let content = muat(root);
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
    let options = Options { cari: true, ..Options::default() };
    let built = site::build(&content, &DataOpd::semua(&content), &theme, &options, &|_, _| {}).expect("site");
    (built.files, built.ringkasan.rekaman)
}

/// Files and bytes a record.
pub fn per_rekaman(files: &Tree, rekaman: usize) -> (usize, usize) {
    (files.len().div_ceil(rekaman), files.values().map(Vec::len).sum::<usize>().div_ceil(rekaman))
}

/// What the heaviest kinds of files are: their first and last names, how many, how many bytes.
pub fn terberat(files: &Tree) -> String {
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (path, bytes) in files {
        let bare = path.strip_prefix("en/").unwrap_or(path);
        let parts: Vec<&str> = bare.split('/').collect();
        let kind = match parts.as_slice() {
            [_, _, third, _, ..] if third.parse::<u16>().is_err() => (*third).to_string(),
            [_, _, _, rest @ ..] if !rest.is_empty() => format!("tahun/{}", rest.join("/")),
            [first @ ("banding" | "temuan" | "data" | "cari"), ..] => (*first).to_string(),
            _ => parts.last().map(|p| (*p).to_string()).unwrap_or_default(),
        };
        let of = kinds.entry(kind).or_default();
        *of = (of.0 + 1, of.1 + bytes.len());
    }
    let mut list: Vec<_> = kinds.into_iter().collect();
    list.sort_by_key(|(_, (_, bytes))| std::cmp::Reverse(*bytes));
    list.iter().take(12).map(|(kind, (n, bytes))| format!("{kind}: {n} files, {} kB\n", bytes / 1000)).collect()
}

#[test]
fn a_record_of_this_repository_costs_no_more_files_and_bytes_than_its_budget() {
    let (files, rekaman) = lengkap(&repositori());
    let (banyak, besar) = per_rekaman(&files, rekaman);
    assert!(
        rekaman >= 8 && files.contains_key("en/index.html") && files.keys().any(|p| p.starts_with("cari/pagefind/"))
    );
    assert!(
        banyak <= REPOSITORI.0 && besar <= REPOSITORI.1,
        "{banyak} files, {besar} bytes a record\n{}",
        terberat(&files)
    );
}

#[test]
fn no_page_of_figures_lists_one_twice_and_every_figure_has_its_row() {
    let content = muat(&repositori());
    let (files, _) = lengkap(&repositori());
    let mut rows = 0;
    for d in DataOpd::semua(&content) {
        let stated = d.kumpulan.per_alamat().map(|(alamat, _)| alamat.to_string());
        for alamat in stated.chain(d.turunan.keys().cloned()) {
            let url = terang::pages::angka::url(&d, &alamat);
            let (page, anchor) = url.split_once('#').expect("an anchor");
            for folder in ["", "en/"] {
                let html = std::str::from_utf8(&files[&format!("{folder}{page}index.html")]).expect("text");
                assert_eq!(html.matches(&format!("<tr id=\"{anchor}\">")).count(), 1, "{folder}{url}");
                rows += 1;
            }
        }
    }
    assert!(rows > 8_000, "{rows} figures");
}
