//! Some pages of a site are those of the whole, byte for byte, and stand in a folder that nobody takes for a site.

use crate::bangkitan::isi::{self, Ukuran};
use crate::perintah::terang;
use crate::situs_bantu::repositori;
use std::collections::BTreeSet;
use std::path::Path;
use terang::output::{Tree, compare, read_tree};

/// A portal of three daerah with two agencies each, two years, two languages, some findings.
pub fn portal() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    let ukuran = Ukuran { daerah: 3, opd: 2, tahun: 2, benih: 4, keliru: true };
    isi::tulis(&dir.path().join("content"), &repositori(), &ukuran).expect("write");
    dir
}

pub fn tree(dir: &Path, name: &str) -> Tree {
    read_tree(&dir.join(name)).expect("read")
}

/// Runs it; what it wrote on stderr.
pub fn salah(dir: &Path, args: &[&str]) -> String {
    let output = terang(dir).args(args).assert().code(2).get_output().clone();
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Builds some pages; holds each against the whole, and says which there are besides the files of the theme.
fn hanya(dir: &Path, whole: &Tree, only: &[&str]) -> BTreeSet<String> {
    let args: Vec<&str> = only.iter().flat_map(|a| ["--only", a]).collect();
    terang(dir).arg("build").args(args).assert().success();
    let mut some = tree(dir, "sebagian");
    assert!(some.remove("SEBAGIAN.txt").is_some());
    let differ: Vec<&String> =
        some.iter().filter(|(path, isi)| whole.get(*path) != Some(*isi)).map(|(p, _)| p).collect();
    assert!(differ.is_empty(), "{differ:?}");
    let theme = |t: &Tree| t.keys().filter(|p| p.starts_with("aset/")).cloned().collect::<Vec<_>>();
    assert_eq!(theme(&some), theme(whole));
    some.into_keys().filter(|p| !p.starts_with("aset/")).collect()
}

/// The paths of the whole that begin so, in both languages.
fn awalan(whole: &Tree, awal: &[&str]) -> BTreeSet<String> {
    let own = |path: &str| {
        let path = path.strip_prefix("en/").unwrap_or(path);
        awal.iter().any(|a| path.starts_with(a))
    };
    whole.keys().filter(|path| own(path)).cloned().collect()
}

#[test]
fn what_is_asked_for_is_made_whole_as_in_the_whole_and_nothing_else() {
    let dir = portal();
    terang(dir.path()).args(["build", "--out", "utuh"]).assert().success();
    let whole = tree(dir.path(), "utuh");
    let opd = ["kabupaten-001/dinas-sosial/", "data/kabupaten-001-dinas-sosial."];
    let found = hanya(dir.path(), &whole, &["kabupaten-001/dinas-sosial"]);
    assert_eq!(found, awalan(&whole, &opd));
    assert!(found.iter().any(|p| p.starts_with("en/")) && found.len() > 20, "{found:?}");
    // Several, and all of a daerah: its own page and its list of findings too.
    let found = hanya(dir.path(), &whole, &["kabupaten-001/dinas-sosial", "kabupaten-002/"]);
    let more = ["kabupaten-002/", "temuan/kabupaten-002", "data/kabupaten-002-"];
    assert_eq!(found, awalan(&whole, &[&opd[..], &more].concat()));
    assert!(found.contains("en/temuan/kabupaten-002/index.html"));
    // A year, the origins of its figures, and the files that its pages offer.
    let found = hanya(dir.path(), &whole, &["kabupaten-001/dinas-sosial/2024"]);
    let root = "kabupaten-001/dinas-sosial/";
    let year = [format!("{root}2024/"), format!("{root}angka/2024/"), format!("{root}grafik.csv")];
    assert_eq!(found, awalan(&whole, &[year[0].as_str(), &year[1], &year[2], opd[1]]));
    // Of everything, what speaks of everything is left out.
    let found = hanya(dir.path(), &whole, &["kabupaten-001", "kabupaten-002", "kabupaten-003"]);
    for path in ["index.html", "edisi.json", "404.html", "sitemap.xml", "data/temuan.csv", "cari/pagefind/pagefind.js"]
    {
        assert!(!found.contains(path), "{path}");
    }
    assert!(!found.iter().any(|p| p.contains("pagefind") || p.contains("banding/")));
}

#[test]
fn some_pages_never_join_a_whole_site_and_pass_for_none() {
    let dir = portal();
    let p = dir.path();
    terang(p).arg("build").assert().success();
    let whole = tree(p, "public");
    let said = salah(p, &["build", "--only", "kabupaten-001", "--out", "public"]);
    assert!(said.contains("`public` memuat situs utuh") && said.contains("--out sebagian"), "{said}");
    assert_eq!(compare(&whole, &tree(p, "public")), []);
    terang(p).args(["build", "--only", "kabupaten-001/dinas-sosial"]).assert().success();
    for args in [&["pack", "sebagian", "--untuk", "cpanel"][..], &["check", "--published", "sebagian"]] {
        let said = salah(p, args);
        assert!(said.contains("`sebagian` hanya sebagian situs, bukan terbitan"), "{said}");
    }
    terang(p).args(["verify", "sebagian"]).assert().code(1);
    // Other pages take the place of these; a whole site does too, and nothing of them stays.
    terang(p).args(["build", "--only", "kabupaten-002/dinas-sosial"]).assert().success();
    assert!(!tree(p, "sebagian").keys().any(|path| path.starts_with("kabupaten-001")));
    terang(p).args(["build", "--out", "sebagian"]).assert().success();
    assert_eq!(compare(&whole, &tree(p, "sebagian")), []);
}

#[test]
fn a_draft_of_one_agency_is_a_draft_and_what_is_kept_of_the_whole_is_not_touched() {
    let dir = portal();
    let p = dir.path();
    terang(p).arg("build").assert().success();
    let whole = tree(p, "public");
    terang(p).args(["build", "--konsep", "--only", "kabupaten-001/dinas-sosial"]).assert().success();
    let draft = tree(p, "sebagian");
    assert!(draft.contains_key("KONSEP.txt") && draft.contains_key("SEBAGIAN.txt"));
    let page = &draft["kabupaten-001/dinas-sosial/2024/periksa/index.html"];
    assert!(String::from_utf8_lossy(page).contains("<aside class=\"konsep\""));
    let said = terang(p).arg("build").assert().success().get_output().clone();
    assert!(String::from_utf8_lossy(&said.stdout).contains(" 0 berkas ditulis"));
    assert_eq!(compare(&whole, &tree(p, "public")), []);
}

#[test]
fn an_address_that_is_not_there_is_told_with_those_that_are() {
    let dir = portal();
    let cases = [
        ("kabupaten-01", "tidak ada daerah `kabupaten-01`", "mungkin maksudnya `kabupaten-001`"),
        ("kabupaten-001/dinas-sosia", "tidak punya OPD `dinas-sosia`", "mungkin maksudnya `dinas-sosial`"),
        ("kabupaten-001/dinas-sosial/2031", "tidak punya rekaman `2031`", "`2024`"),
        ("kabupaten-001//2024", "bukan alamat", "<daerah>/<opd>/<tahun>"),
        ("", "bukan alamat", "--only blitar/dinas-sosial"),
        ("a/b/c/d", "bukan alamat", "<daerah>/<opd>"),
    ];
    for (only, what, help) in cases {
        let said = salah(dir.path(), &["build", "--only", only]);
        assert!(said.contains(what) && said.contains(help), "{only}: {said}");
        assert!(!dir.path().join("sebagian").exists());
    }
    let said = salah(dir.path(), &["build", "--lang", "en", "--only", "x"]);
    assert!(said.contains("there is no daerah `x`") && said.contains("there is: `kabupaten-001`"), "{said}");
    let said = salah(dir.path(), &["build", "--only", "kabupaten-001", "--tanggal-edisi", "2026-01-02"]);
    assert!(said.contains("tidak bisa dipakai bersama"), "{said}");
}
