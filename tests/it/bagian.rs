//! Parts that several machines build are joined to the site one machine builds, byte for byte; what is no part of it is
//! refused.

use crate::bangkitan::isi::{self, Ukuran};
use crate::perintah::{portal as satu_dinas, terang};
use crate::sebagian::{portal, salah, tree};
use crate::situs_bantu::{repositori, salin};
use std::path::Path;
use terang::output::{Tree, compare, read_tree};

/// A build as on another machine: from a copy of the folder, without what was kept here, and carried back without hidden
/// files, as stores of artefacts do.
fn di_mesin_lain(dir: &Path, bagian: &str, args: &[&str]) {
    let mesin = tempfile::tempdir().expect("tempdir");
    salin(&dir.join("content"), &mesin.path().join("content"));
    terang(mesin.path()).args(["build", "--bagian", bagian, "--out", "keluar"]).args(args).assert().success();
    let name = format!("bagian-{}", bagian.split_once('/').expect("of").0);
    let _ = std::fs::remove_dir_all(dir.join(&name));
    for (path, isi) in read_tree(&mesin.path().join("keluar")).expect("read") {
        if !path.split('/').any(|part| part.starts_with('.')) {
            let target = dir.join(&name).join(path);
            std::fs::create_dir_all(target.parent().expect("folder")).expect("folder");
            std::fs::write(target, isi).expect("write");
        }
    }
}

fn tiga(dir: &Path, args: &[&str]) {
    ["1/3", "2/3", "3/3"].iter().for_each(|b| di_mesin_lain(dir, b, args));
}

const BAGIAN: [&str; 4] = ["gabung", "bagian-2", "bagian-3", "bagian-1"];

#[test]
fn three_parts_of_the_content_of_this_repository_are_the_whole() {
    let dir = tempfile::tempdir().expect("tempdir");
    salin(&repositori(), &dir.path().join("content"));
    terang(dir.path()).args(["build", "--out", "utuh"]).assert().success();
    tiga(dir.path(), &[]);
    let said = terang(dir.path()).args(BAGIAN).assert().success().get_output().clone();
    let whole = tree(dir.path(), "utuh");
    assert_eq!(compare(&whole, &tree(dir.path(), "public")), []);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("8 rekaman") && said.contains("edisi tanpa tanggal, sha256"), "{said}");
    terang(dir.path()).args(["verify", "public"]).assert().success();
    // Every part made about its share, and no file was made twice.
    let parts = ["bagian-1", "bagian-2", "bagian-3"].map(|name| tree(dir.path(), name));
    let pages = |t: &Tree| t.keys().filter(|p| p.starts_with("situs/")).cloned().collect::<Vec<_>>();
    let mut all: Vec<String> = parts.iter().flat_map(pages).collect();
    let many = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), many);
    assert!(parts.iter().all(|t| pages(t).len() * 6 > many), "{:?}", parts.each_ref().map(|t| pages(t).len()));
    assert!(many * 2 > whole.len(), "the parts made most of it: {many} of {}", whole.len());
}

#[test]
fn a_portal_whose_daerah_have_an_index_of_their_own_is_joined_as_it_is_built() {
    let dir = tempfile::tempdir().expect("tempdir");
    let p = dir.path();
    let ukuran = Ukuran { daerah: 6, opd: 3, tahun: 3, benih: 5, keliru: true };
    isi::tulis(&p.join("content"), &repositori(), &ukuran).expect("write");
    terang(p).args(["build", "--out", "utuh"]).assert().success();
    tiga(p, &[]);
    terang(p).args(BAGIAN).assert().success();
    let whole = tree(p, "utuh");
    assert_eq!(compare(&whole, &tree(p, "public")), []);
    assert!(whole.contains_key("en/isi/kabupaten-001/index.html"));
    assert!(whole.keys().any(|path| path.starts_with("isi/kabupaten-001/cari/pagefind/")));
}

#[test]
fn more_machines_than_agencies_a_draft_and_a_dated_edition_that_follows_another_are_joined_too() {
    let dir = satu_dinas();
    let p = dir.path();
    terang(p).args(["build", "--konsep", "--out", "utuh-konsep"]).assert().success();
    tiga(p, &["--konsep"]);
    terang(p).args(BAGIAN).arg("--konsep").assert().success();
    assert_eq!(compare(&tree(p, "utuh-konsep"), &tree(p, "konsep")), []);
    assert!(!p.join("public").exists());
    let again = terang(p).args(BAGIAN).arg("--konsep").assert().success().get_output().clone();
    assert!(String::from_utf8_lossy(&again.stdout).contains(" 0 berkas ditulis"));
    // What only the whole says, its date and the edition before it, is told when the parts are joined.
    terang(p).args(["build", "--out", "lalu", "--tanggal-edisi", "2026-01-02"]).assert().success();
    let tema = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ringkas");
    let options = ["--gaya", "--base-url", "https://contoh.go.id/portal/", "--theme", tema.to_str().expect("path")];
    let edisi = ["--published", "lalu", "--tanggal-edisi", "2026-03-31"];
    terang(p).args(["build", "--out", "utuh"]).args(options).args(edisi).assert().success();
    tiga(p, &options);
    terang(p).args(BAGIAN).args(options).args(edisi).assert().success();
    let whole = tree(p, "utuh");
    assert_eq!(compare(&whole, &tree(p, "public")), []);
    for path in ["sitemap.xml", "umpan.xml", "gaya/index.html", "lumajang/dinas-sosial/2024/kartu.png"] {
        assert!(whole.contains_key(path), "{path}");
    }
}

#[test]
fn a_part_that_is_missing_named_twice_of_another_number_or_none_at_all_is_refused() {
    let dir = portal();
    let p = dir.path();
    tiga(p, &[]);
    di_mesin_lain(p, "4/4", &[]);
    let cases: [(&[&str], &str, &str); 6] = [
        (&["bagian-1", "bagian-3"], "bagian 2 dari 3 tidak disebut", "terang build --bagian 2/3"),
        (&["bagian-1", "bagian-2", "bagian-3", "bagian-2"], "sama-sama bagian 2 dari 3", "satu kali"),
        (&["bagian-1", "bagian-2", "bagian-4"], "`bagian-4` adalah bagian 4 dari 4, bukan dari 3", "1/3, 2/3"),
        (&["bagian-1", "bagian-2", "tiada"], "`tiada` bukan bagian situs", "terang build --bagian"),
        (&["bagian-1", "bagian-2", "content"], "tidak ada `bagian.json`", "utuh seperti ditulisnya"),
        (&[], "<BAGIAN>... belum ditulis", "terang --help"),
    ];
    for (parts, what, help) in cases {
        let said = salah(p, &[&["gabung"], parts].concat());
        assert!(said.contains(what) && said.contains(help), "{parts:?}: {said}");
        assert!(!p.join("public").exists());
    }
    let said = salah(p, &["gabung", "--lang", "en", "bagian-1", "bagian-3"]);
    assert!(said.contains("part 2 of 3 is not named") && said.contains("name its folder too"), "{said}");
    std::fs::write(p.join("bagian-3/bagian.json"), "{\"bentuk\":2}").expect("write");
    let said = salah(p, &["gabung", "bagian-1", "bagian-2", "bagian-3"]);
    assert!(said.contains("rusak, atau dari versi terang yang lain"), "{said}");
}

#[test]
fn parts_of_other_content_theme_options_or_another_program_are_refused_and_the_site_stays() {
    let dir = portal();
    let p = dir.path();
    tiga(p, &[]);
    terang(p).args(BAGIAN).assert().success();
    let whole = tree(p, "public");
    let held = |said: String, what: &str, help: &str| {
        assert!(said.contains(what) && said.contains(help), "{said}");
        assert_eq!(compare(&whole, &tree(p, "public")), []);
    };
    let tema = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ringkas");
    let tema = ["--theme", tema.to_str().expect("path")];
    held(salah(p, &[&BAGIAN[..], &tema].concat()), "dari tema yang lain", "tema yang sama");
    let said = salah(p, &[&BAGIAN[..], &["--base-url", "https://contoh.go.id/", "--gaya"]].concat());
    held(said, "dari pilihan (--base-url, --gaya) yang lain", "pilihan yang sama");
    // One byte of one agency that belongs to another part, too.
    let opd = p.join("content/kabupaten-003/dinas-sosial/opd.yaml");
    let before = std::fs::read_to_string(&opd).expect("read");
    std::fs::write(&opd, format!("{before}# catatan\n")).expect("write");
    held(salah(p, &BAGIAN), "dari isi portal yang lain", "commit yang sama");
    std::fs::write(&opd, before).expect("write");
    let tanda = p.join("bagian-2/bagian.json");
    let text = std::fs::read_to_string(&tanda).expect("read");
    let at = text.find("\"program\": \"").expect("program") + 12;
    let other = if text[at..].starts_with('0') { "1" } else { "0" };
    std::fs::write(&tanda, format!("{}{other}{}", &text[..at], &text[at + 1..])).expect("write");
    held(salah(p, &BAGIAN), "`bagian-2` dibuat oleh program terang yang lain", "satu berkas program yang sama");
    std::fs::write(&tanda, text).expect("write");
    terang(p).args(BAGIAN).assert().success();
}

#[test]
fn a_part_that_came_damaged_is_refused_with_the_file_and_nothing_of_it_is_made_again_in_silence() {
    let dir = portal();
    let p = dir.path();
    tiga(p, &[]);
    let part = tree(p, "bagian-2");
    let one = |awal: &str, akhir: &str| {
        part.keys().find(|path| path.starts_with(awal) && path.ends_with(akhir)).expect("one").clone()
    };
    let files = [
        one("situs/kabupaten", "/2024/index.html"),
        one("situs/data/", ".csv"),
        one("simpanan/opd/", ".simpan"),
        one("simpanan/entri/", ".simpan"),
        one("simpanan/banding/", ".simpan"),
        one("situs/en/banding", ".html"),
    ];
    for (n, file) in files.iter().enumerate() {
        let path = p.join("bagian-2").join(file);
        let mut other = part[file].clone();
        *other.last_mut().expect("bytes") ^= 1;
        match n % 2 {
            0 => std::fs::write(&path, other).expect("write"),
            _ => std::fs::remove_file(&path).expect("remove"),
        }
        let said = salah(p, &BAGIAN);
        assert!(said.contains(&format!("`bagian-2/{file}` hilang, rusak atau berubah")), "{file}: {said}");
        assert!(said.contains("sekali lagi secara utuh"), "{said}");
        assert!(!p.join("public").exists());
        std::fs::write(&path, &part[file]).expect("write");
    }
    // Keeping a value of one agency under the name of another is told, not trusted.
    let names: Vec<&String> = part.keys().filter(|n| n.starts_with("simpanan/opd/")).collect();
    assert!(names.len() > 1);
    std::fs::write(p.join("bagian-2").join(names[0]), &part[names[1]]).expect("write");
    assert!(salah(p, &BAGIAN).contains(names[0]));
    std::fs::write(p.join("bagian-2").join(names[0]), &part[names[0]]).expect("write");
    terang(p).args(BAGIAN).assert().success();
}

#[test]
fn a_part_has_a_folder_of_its_own_and_a_number_that_can_be() {
    let dir = satu_dinas();
    let p = dir.path();
    for wrong in ["0/3", "4/3", "2", "a/b", "1/0", "1/1001", ""] {
        let said = salah(p, &["build", "--bagian", wrong]);
        assert!(said.contains(&format!("`{wrong}` bukan bagian")) && said.contains("--bagian 2/3"), "{said}");
    }
    terang(p).arg("build").assert().success();
    let said = salah(p, &["build", "--bagian", "1/2", "--out", "public"]);
    assert!(said.contains("`public` memuat situs; bagian tidak ditulis di atasnya"), "{said}");
    terang(p).args(["build", "--bagian", "1/1"]).assert().success();
    let again = terang(p).args(["build", "--bagian", "1/1"]).assert().success().get_output().clone();
    assert!(String::from_utf8_lossy(&again.stdout).contains(" 0 berkas ditulis"), "the same part, byte for byte");
    for args in [&["pack", "bagian-1", "--untuk", "cpanel"][..], &["check", "--published", "bagian-1"]] {
        let said = salah(p, args);
        assert!(
            said.contains("`bagian-1` hanya satu bagian situs") && said.contains("terang gabung bagian-1"),
            "{said}"
        );
    }
    let said = salah(p, &["gabung", "bagian-1", "--out", "bagian-1"]);
    assert!(said.contains("dibaca oleh build"), "{said}");
    terang(p).args(["gabung", "bagian-1", "--out", "satu"]).assert().success();
    assert_eq!(compare(&tree(p, "public"), &tree(p, "satu")), []);
    for args in [&["--only", "x"][..], &["--tanggal-edisi", "2026-01-02"]] {
        let said = salah(p, &[&["build", "--bagian", "1/2"], args].concat());
        assert!(said.contains("tidak bisa dipakai bersama"), "{said}");
    }
}

#[test]
fn the_workflows_for_several_machines_run_commands_that_make_the_site() {
    let alur = [
        include_str!("../../docs/alur/github-bagian.yml").replace("${{ matrix.ke }}", "KE"),
        include_str!("../../docs/alur/gitlab-bagian.yml").replace("$CI_NODE_INDEX/$CI_NODE_TOTAL", "KE/3"),
    ];
    for text in alur {
        let dir = satu_dinas();
        terang(dir.path()).args(["build", "--out", "utuh"]).assert().success();
        let mut commands = 0;
        for line in text.lines().map(|l| l.trim_start().trim_start_matches("- ").trim_start_matches("run: ")) {
            let Some(words) = line.strip_prefix("program/terang ") else { continue };
            let machines: &[&str] = if words.contains("KE") { &["1", "2", "3"] } else { &[""] };
            for ke in machines {
                terang(dir.path()).args(words.replace("KE", ke).split(' ')).assert().success();
                commands += 1;
            }
        }
        assert_eq!(commands, 5, "three parts, one join, one pack");
        assert_eq!(compare(&tree(dir.path(), "utuh"), &tree(dir.path(), "situs")), []);
    }
}
