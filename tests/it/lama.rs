//! Addresses that were published once: each is still a file, or the page for what is not found knows where it leads.

use crate::situs_bantu::{bangun, repositori};
use regex::Regex;
use terang::output::Tree;
use terang::site::lama::ATURAN;

/// Every address of the edition of November 2026, without the index of the search; each line is how many letters it shares
/// with the line before, and the rest.
fn terbit() -> Vec<String> {
    let mut last = String::new();
    let line = |line: &str| {
        let (shared, rest) = line.split_once(' ').expect("a number and a text");
        last = format!("{}{rest}", &last[..shared.parse::<usize>().expect("a number")]);
        last.clone()
    };
    include_str!("../lama/alamat.txt").lines().map(line).collect()
}

/// Where a path of the site leads after the rules, as the script of the page follows them.
fn tujuan(files: &Tree, path: &str) -> Option<String> {
    let mut path = format!("/{path}");
    for _ in 0..4 {
        let bare = path.split('#').next().unwrap_or_default();
        let file = if bare.ends_with('/') { format!("{bare}index.html") } else { bare.to_string() };
        if files.contains_key(&file[1..]) {
            return Some(path);
        }
        let bare = bare.strip_suffix("index.html").unwrap_or(bare);
        path = ATURAN.iter().find_map(|a| {
            let pola = Regex::new(a.pola).expect("a pattern");
            let to = pola
                .is_match(bare)
                .then(|| pola.replace(bare, a.jadi.replace("$1", "${1}").replace("$2", "${2}").replace("$3", "${3}")));
            to.map(|t| t.into_owned()).filter(|t| t != bare)
        })?;
    }
    None
}

#[test]
fn every_address_published_before_leads_somewhere() {
    let files = bangun(&repositori(), None).files;
    let old = terbit();
    assert!(old.len() > 1500 && old.iter().any(|p| p == "blitar/dinas-sosial/2024/grafik/capaian.svg"));
    let english = old.iter().filter(|p| !p.starts_with("data/") || p.ends_with(".html")).map(|p| format!("en/{p}"));
    let all: Vec<String> = old.iter().cloned().chain(english).collect();
    let lost: Vec<&String> = all.iter().filter(|path| tujuan(&files, path).is_none()).collect();
    assert!(lost.is_empty(), "{} of {}: {:#?}", lost.len(), all.len(), &lost[..lost.len().min(20)]);
}

#[test]
fn an_old_address_of_a_figure_leads_to_its_row() {
    let files = bangun(&repositori(), None).files;
    let row = |old: &str, anchor: &str| {
        let rule = ATURAN.iter().find_map(|a| {
            let found = Regex::new(a.pola).expect("a pattern").captures(old)?;
            let mut start = a.awalan?.to_string();
            for n in 1..found.len() {
                start = start.replace(&format!("${n}"), &found[n]);
            }
            Some(format!("{start}{anchor}"))
        });
        let page = tujuan(&files, &format!("{}index.html", &old[1..])).expect("a page");
        let html =
            String::from_utf8_lossy(&files[&format!("{}index.html", &page[1..].split('#').next().unwrap_or_default())])
                .into_owned();
        assert!(html.contains(&format!("id=\"{}\"", rule.expect("a rule"))), "{old}#{anchor}");
    };
    row("/blitar/dinas-sosial/angka/2024/anggaran-total/", "sasaran-s2-serapan");
    row("/blitar/dinas-sosial/angka/2024/anggaran-penunjang/", "penunjang.k1.s1-pagu.murni");
    row("/blitar/dinas-sosial/angka/indikator-ppks-tertangani/", "2024-realisasi");
    row("/en/mojokerto/dinas-sosial/angka/2023/anggaran-total/", "total-realisasi");
}

#[test]
fn what_is_not_found_is_one_page_that_asks_for_no_other_file() {
    let files = bangun(&repositori(), None).files;
    let html = String::from_utf8_lossy(&files["404.html"]);
    // It is shown at any depth: a relative link or file would lead astray.
    assert!(!html.contains("href=\"../") && !html.contains("src=") && !html.contains("<link"), "{html}");
    assert!(html.contains("Halaman ini tidak ada di sini") && html.contains("lang=\"en\""));
    for a in &ATURAN {
        assert!(html.contains(&serde_json::to_string(a.pola).expect("json").replace('<', "\\u003c")), "{}", a.pola);
    }
}
