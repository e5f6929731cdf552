//! Editions: what `edisi.json` says, that anybody can verify it, that `verify` names every altered figure and `diff` every
//! one that changed between two editions; a folder nobody vouches for leads nowhere.

use crate::perintah::{portal, terang};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

const CSV: &str = "data/lumajang-dinas-sosial.csv";
const ALAMAT: &str = "lumajang/dinas-sosial/2024/anggaran/penunjang/realisasi";

fn bangun(dir: &Path, args: &[&str]) {
    terang(dir).arg("build").args(args).assert().success();
}

/// The small right content, published in `public`.
fn terbit() -> tempfile::TempDir {
    let dir = portal();
    bangun(dir.path(), &["--tanggal-edisi", "2026-01-02"]);
    dir
}

fn ubah(path: &Path, dari: &str, ke: &str) {
    let text = std::fs::read_to_string(path).expect("read");
    assert!(text.contains(dari), "{dari} in {text}");
    std::fs::write(path, text.replacen(dari, ke, 1)).expect("write");
}

fn sha(path: &Path) -> String {
    Sha256::digest(std::fs::read(path).expect("read")).iter().map(|b| format!("{b:02x}")).collect()
}

fn edisi(dir: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(dir.join("edisi.json")).expect("edisi.json")).expect("JSON")
}

/// What a command says as JSON, with its exit code.
fn json(dir: &Path, args: &[&str], code: i32) -> Value {
    let output = terang(dir).args(args).args(["--format", "json"]).assert().code(code).get_output().clone();
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What `verify` finds in a folder: kind, file, address.
fn masalah(dir: &Path, folder: &str) -> Vec<(String, String, String)> {
    let code = i32::from(terang(dir).args(["verify", folder]).output().expect("run").status.code() != Some(0));
    let said = json(dir, &["verify", folder], code);
    assert_eq!(said["utuh"], code == 0, "{said}");
    let text = |v: &Value| v.as_str().unwrap_or_default().to_string();
    let list = said["masalah"].as_array().expect("list");
    list.iter().map(|m| (text(&m["kode"]), text(&m["berkas"]), text(&m["alamat"]))).collect()
}

fn kode(dir: &Path, folder: &str) -> Vec<String> {
    masalah(dir, folder).into_iter().map(|(kode, ..)| kode).collect()
}

#[test]
fn an_edition_names_its_date_every_file_of_data_and_all_figures_and_is_the_same_twice() {
    let dir = terbit();
    let public = dir.path().join("public");
    let first = std::fs::read(public.join("edisi.json")).expect("read");
    let e = edisi(&public);
    assert_eq!((e["tanggal"].as_str(), e["keadaan"].as_str()), (Some("2026-01-02"), Some("2024-12-31")));
    assert!(e.get("sebelumnya").is_none(), "the first of its chain");
    let data = e["data"].as_array().expect("data");
    let names: Vec<&str> = data.iter().filter_map(|d| d["berkas"].as_str()).collect();
    assert_eq!(names, [CSV, "data/lumajang-dinas-sosial.xlsx", "data/temuan.csv", "data/temuan.xlsx"]);
    for d in data {
        assert_eq!(d["sha256"], sha(&public.join(d["berkas"].as_str().expect("name"))));
    }
    let rows = csv::Reader::from_path(public.join(CSV)).expect("open").records().count();
    assert_eq!(
        (e["angka"]["banyak"].as_u64(), data[0]["angka"]["banyak"].as_u64()),
        (Some(rows as u64), Some(rows as u64))
    );
    // Again, from nothing, and after an edit that was taken back.
    let again = |args: &[&str]| {
        bangun(dir.path(), &[&["--tanggal-edisi", "2026-01-02"], args].concat());
        assert_eq!(std::fs::read(public.join("edisi.json")).expect("read"), first, "{args:?}");
    };
    again(&[]);
    again(&["--bersih"]);
    let record = dir.path().join("content/lumajang/dinas-sosial/2024.yaml");
    ubah(&record, "5.046.629.436,54", "5.046.629.437,54");
    bangun(dir.path(), &[]);
    assert_ne!(edisi(&public)["angka"], e["angka"]);
    assert!(edisi(&public).get("tanggal").is_none(), "no clock gives it one");
    ubah(&record, "5.046.629.437,54", "5.046.629.436,54");
    again(&[]);
}

#[test]
fn a_date_alone_makes_another_edition_and_no_page_but_the_list_of_editions() {
    let dir = terbit();
    let output = terang(dir.path()).args(["build", "--tanggal-edisi", "2026-01-03"]).assert().success();
    let said = String::from_utf8_lossy(&output.get_output().stdout).into_owned();
    assert!(said.contains(": 2 berkas ditulis"), "{said}");
    let sha256 = sha(&dir.path().join("public/edisi.json"));
    assert!(said.contains(&format!("edisi 2026-01-03, sha256 {sha256}")), "{said}");
    for wrong in ["2026-02-30", "2026-1-3", "kemarin", "20260103", ""] {
        terang(dir.path()).args(["build", "--tanggal-edisi", wrong]).assert().code(2);
    }
}

#[test]
fn one_digit_one_row_and_one_row_more_are_named_by_their_address() {
    let dir = terbit();
    assert_eq!(masalah(dir.path(), "public"), []);
    let csv = dir.path().join("public").join(CSV);
    let whole = std::fs::read_to_string(&csv).expect("read");
    let named = |kode: &str| {
        vec![
            ("berkas-berubah".to_string(), CSV.to_string(), String::new()),
            (kode.to_string(), CSV.to_string(), ALAMAT.to_string()),
        ]
    };
    ubah(&csv, ",5046629436.54,", ",5046629463.54,");
    assert_eq!(masalah(dir.path(), "public"), named("angka-berubah"));
    let said = json(dir.path(), &["verify", "public"], 1);
    let kolom = &said["masalah"][1]["kolom"];
    assert_eq!(kolom, &serde_json::json!([{"nama": "nilai", "terbit": "5046629436.54", "kini": "5046629463.54"}]));
    let line = whole.lines().find(|l| l.starts_with(ALAMAT)).expect("its row");
    std::fs::write(&csv, whole.replace(&format!("{line}\n"), "")).expect("write");
    assert_eq!(masalah(dir.path(), "public"), named("angka-hilang"));
    std::fs::write(&csv, whole.replace(line, &format!("{line}\n{line}"))).expect("write");
    assert_eq!(masalah(dir.path(), "public"), named("angka-ditambah"));
    // Every figure of the file at once: each is named.
    let altered = whole.replace("tidak,", "ya,");
    let rows = whole.matches("tidak,").count();
    std::fs::write(&csv, altered).expect("write");
    assert_eq!(kode(dir.path(), "public").iter().filter(|k| *k == "angka-berubah").count(), rows);
    std::fs::write(&csv, whole.replace('\n', "\r\n")).expect("write");
    assert_eq!(kode(dir.path(), "public"), ["berkas-berubah", "bentuk-berubah"], "no figure is blamed for a line end");
}

#[test]
fn a_figure_is_named_though_the_hashes_beside_it_were_made_to_fit() {
    let dir = terbit();
    let public = dir.path().join("public");
    ubah(&public.join(CSV), ",5046629436.54,", ",5046629463.54,");
    let old = edisi(&public)["data"][0]["sha256"].as_str().expect("hash").to_string();
    ubah(&public.join("edisi.json"), &old, &sha(&public.join(CSV)));
    let found = masalah(dir.path(), "public");
    assert!(found.contains(&("angka-berubah".into(), CSV.into(), ALAMAT.into())), "{found:?}");
    assert!(found.iter().any(|(kode, berkas, _)| kode == "edisi-rusak" && berkas == "edisi.json"), "{found:?}");
    assert!(found.iter().any(|(kode, berkas, _)| kode == "berkas-berubah" && berkas == "edisi.json"), "{found:?}");
}

#[test]
fn a_file_that_is_missing_added_or_altered_is_named_whatever_it_is() {
    let dir = terbit();
    let public = dir.path().join("public");
    std::fs::write(public.join("CNAME"), "contoh.go.id").expect("write");
    assert_eq!(masalah(dir.path(), "public"), [], "a file of the host is no part of the edition");
    std::fs::write(public.join("data/lumajang-dinas-lain.csv"), "alamat\n").expect("write");
    let page = public.join("lumajang/dinas-sosial/2024/index.html");
    std::fs::write(&page, std::fs::read_to_string(&page).expect("read").replace("94,01", "99,01")).expect("write");
    std::fs::remove_file(public.join("data/temuan.csv")).expect("remove");
    std::fs::remove_file(public.join("404.html")).expect("remove");
    let found: Vec<(String, String)> = masalah(dir.path(), "public").into_iter().map(|(k, b, _)| (k, b)).collect();
    let expected = [
        ("berkas-hilang", "data/temuan.csv"),
        ("berkas-ditambah", "data/lumajang-dinas-lain.csv"),
        ("berkas-hilang", "404.html"),
        ("berkas-berubah", "lumajang/dinas-sosial/2024/index.html"),
    ];
    let page_altered = std::fs::read_to_string(&page).expect("read").contains("99,01");
    let expected: Vec<(String, String)> = expected.iter().map(|(k, b)| ((*k).into(), (*b).into())).collect();
    assert!(page_altered, "the page shows that figure");
    assert_eq!(found, expected);
    std::fs::remove_file(public.join(".terang-berkas")).expect("remove");
    let said = json(dir.path(), &["verify", "public"], 1);
    assert_eq!((said["diperiksa"]["situs"].as_u64(), said["catatan"].as_array().map(Vec::len)), (Some(0), Some(1)));
}

#[test]
fn an_edition_follows_the_one_it_was_held_against_and_a_script_without_terang_agrees() {
    let dir = terbit();
    let root = dir.path();
    std::fs::rename(root.join("public"), root.join("satu")).expect("rename");
    let record = root.join("content/lumajang/dinas-sosial/2024.yaml");
    ubah(&record, "5.046.629.436,54", "5.046.629.463,54");
    let entry = "- {alamat: \"2024/anggaran/penunjang/realisasi\", lama: \"5.046.629.436,54\", baru: \"5.046.629.463,54\", alasan: tertukar, tanggal: 2026-02-01}\n";
    std::fs::write(root.join("content/lumajang/dinas-sosial/ralat.yaml"), entry).expect("write");
    bangun(root, &["--published", "satu", "--out", "dua", "--tanggal-edisi", "2026-02-01"]);
    let first = sha(&root.join("satu/edisi.json"));
    let e = edisi(&root.join("dua"));
    assert_eq!(e["sebelumnya"], first);
    assert_eq!(
        (e["ralat"][0]["alamat"].as_str(), e["ralat"][0]["tanggal"].as_str()),
        (Some(ALAMAT), Some("2026-02-01"))
    );
    // What says the same is the same edition, beside the one before and beside itself.
    for (lalu, out) in [("satu", "tiga"), ("dua", "tiga"), ("dua", "dua")] {
        bangun(root, &["--published", lalu, "--out", out, "--tanggal-edisi", "2026-02-01"]);
        assert_eq!(sha(&root.join(out).join("edisi.json")), sha(&root.join("dua/edisi.json")), "{lalu} {out}");
    }
    terang(root).args(["build", "--published", "dua", "--tanggal-edisi", "2026-01-01"]).assert().code(2);
    terang(root).args(["verify", "dua", "--published", "satu"]).assert().success();
    terang(root).args(["verify", "dua", "--published", "dua"]).assert().success();
    let script = |args: &[&str]| -> Option<(bool, String)> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/edisi.py");
        match std::process::Command::new("python3").current_dir(root).arg(path).args(args).output() {
            Ok(o) => Some((o.status.success(), String::from_utf8_lossy(&[o.stdout, o.stderr].concat()).into_owned())),
            // `tests/run` installs Python; a machine without it says so instead of failing.
            Err(_) if std::env::var_os("TERANG_TANPA_PYTHON").is_some() => None,
            Err(error) => panic!("python3: {error}"),
        }
    };
    let lines = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/edisi.py")).expect("script");
    assert!(lines.lines().filter(|l| !l.is_empty()).count() <= 40, "short enough to be read");
    let Some((good, said)) = script(&["satu", "dua"]) else { return };
    assert!(good && said.contains(&first) && said.matches(" utuh").count() == 2, "{said}");
    let (good, said) = script(&["dua", "satu"]).expect("python3");
    assert!(!good && said.contains("tidak menyambung"), "{said}");
    // The first edition forged, with all hashes made anew: only the chain tells.
    ubah(&record, "5.046.629.463,54", "5.046.629.999,54");
    std::fs::remove_file(root.join("content/lumajang/dinas-sosial/ralat.yaml")).expect("remove");
    bangun(root, &["--out", "satu", "--tanggal-edisi", "2026-01-02"]);
    assert_eq!(masalah(root, "satu"), []);
    let said = json(root, &["verify", "dua", "--published", "satu"], 1);
    assert_eq!(said["masalah"][0]["kode"], "rantai-putus", "{said}");
    let (good, said) = script(&["satu", "dua"]).expect("python3");
    assert!(!good && said.contains("tidak menyambung"), "{said}");
    let csv = root.join("dua").join(CSV);
    ubah(&csv, ",5046629463.54,", ",5046629464.54,");
    let (good, said) = script(&["dua"]).expect("python3");
    assert!(!good && said.contains(&format!("{CSV}: hilang atau berubah")), "{said}");
}

/// Three editions: a figure corrected in the second, nothing but the date changed in the third.
fn bertiga() -> tempfile::TempDir {
    let dir = terbit();
    let root = dir.path();
    std::fs::rename(root.join("public"), root.join("satu")).expect("rename");
    let opd = root.join("content/lumajang/dinas-sosial");
    ubah(&opd.join("2024.yaml"), "5.046.629.436,54", "5.046.629.463,54");
    let entry = "- {alamat: \"2024/anggaran/penunjang/realisasi\", lama: \"5.046.629.436,54\", baru: \"5.046.629.463,54\", alasan: tertukar, tanggal: 2026-02-01}\n";
    std::fs::write(opd.join("ralat.yaml"), entry).expect("write");
    bangun(root, &["--published", "satu", "--out", "dua", "--tanggal-edisi", "2026-02-01"]);
    bangun(root, &["--published", "dua", "--out", "tiga", "--tanggal-edisi", "2026-03-01"]);
    dir
}

#[test]
fn every_edition_is_kept_small_with_what_changed_and_proves_a_figure_that_was_cited() {
    let dir = bertiga();
    let root = dir.path();
    let list = |folder: &str| -> Vec<String> {
        let read = std::fs::read_dir(root.join(folder).join("edisi")).expect("editions");
        let mut names: Vec<String> =
            read.map(|e| e.expect("entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(list("satu"), ["index.html"]);
    assert_eq!(list("tiga"), ["2026-01-02", "2026-02-01", "index.html"]);
    for (kept, of) in [("2026-01-02", "satu"), ("2026-02-01", "dua")] {
        assert_eq!(sha(&root.join("tiga/edisi").join(kept).join("edisi.json")), sha(&root.join(of).join("edisi.json")));
        let size = std::fs::metadata(root.join("tiga/edisi").join(kept).join("angka.zip")).expect("figures").len();
        assert!(size < std::fs::metadata(root.join(of).join(CSV)).expect("CSV").len(), "{size}");
    }
    assert_eq!(edisi(&root.join("satu")).get("perubahan"), None, "nothing is said of a first one");
    let two = edisi(&root.join("dua"))["perubahan"].clone();
    let diff = json(root, &["diff", "satu", "dua"], 1);
    assert_eq!(two["sejak"], sha(&root.join("satu/edisi.json")));
    for key in ["ditambah", "dihapus", "berubah"] {
        assert_eq!(two[key].as_u64(), diff[key].as_array().map(|l| l.len() as u64), "{key}");
        assert_eq!(two[key], two["berkas"][0][key], "{key}");
    }
    assert_eq!(
        (two["berkas"][0]["berkas"].as_str(), edisi(&root.join("tiga"))["perubahan"]["berubah"].as_u64()),
        (Some(CSV), Some(0))
    );
    let page = std::fs::read_to_string(root.join("tiga/edisi/index.html")).expect("page");
    let n = two["berubah"].as_u64().expect("n");
    for said in [
        "id=2026-02-01",
        &*format!("Sejak edisi 2 Januari 2026, angka: {n} berubah; 1 ralat baru."),
        "Sejak edisi 1 Februari 2026, tidak ada angka yang berubah.",
        &*sha(&root.join("dua/edisi.json")),
        "../edisi/2026-01-02/angka.zip",
    ] {
        assert!(page.replace('"', "").contains(said), "{said}: {page}");
    }
    // What was cited is found in what is kept, and what is kept is held against later ones.
    let said = json(root, &["diff", "tiga/edisi/2026-01-02", "tiga"], 1);
    let printed = said["berubah"].as_array().expect("list").iter().find(|c| c["dihitung"] == false).expect("one");
    assert_eq!((&printed["alamat"], &printed["lama"]["tercetak"]), (&ALAMAT.into(), &"5.046.629.436,54".into()));
    json(root, &["diff", "tiga/edisi/2026-02-01", "tiga"], 0);
    assert_eq!(masalah(root, "tiga"), []);
    assert_eq!(masalah(root, "tiga/edisi/2026-01-02"), []);
    terang(root).args(["verify", "tiga/edisi/2026-02-01", "--published", "tiga/edisi/2026-01-02"]).assert().success();
    terang(root).args(["verify", "tiga", "--published", "tiga/edisi/2026-02-01"]).assert().success();
    // The same from nothing, and once more beside itself.
    for (out, args) in [("empat", vec!["--bersih"]), ("tiga", vec![])] {
        let all = [&["--published", "dua", "--out", out, "--tanggal-edisi", "2026-03-01"][..], &args[..]].concat();
        bangun(root, &all);
        assert_eq!(sha(&root.join(out).join("edisi.json")), sha(&root.join("tiga/edisi.json")), "{out}");
    }
    bangun(root, &["--published", "tiga", "--out", "lima", "--tanggal-edisi", "2026-03-01"]);
    assert_eq!(sha(&root.join("lima/edisi.json")), sha(&root.join("tiga/edisi.json")), "it is that edition");
    assert_eq!(list("lima"), list("tiga"));
}

#[test]
fn history_that_was_altered_or_is_gone_is_told_and_nothing_is_built_on_it() {
    let altered = |change: &dyn Fn(&Path), expected: &str| {
        let dir = bertiga();
        let root = dir.path();
        change(&root.join("tiga"));
        let code = kode(root, "tiga");
        assert!(code.iter().any(|k| k == expected), "{expected}: {code:?}");
        let output = terang(root).args(["build", "--published", "tiga", "--out", "lagi"]).output().expect("run");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let kept = "edisi/2026-01-02";
    let swap = |site: &Path| {
        std::fs::copy(site.join("edisi/2026-02-01/angka.zip"), site.join(kept).join("angka.zip")).expect("copy");
    };
    let (code, said) = altered(&swap, "edisi-lama-rusak");
    assert!(code == Some(2) && said.contains("edisi/2026-01-02/angka.zip"), "{said}");
    let cut = |site: &Path| std::fs::write(site.join(kept).join("angka.zip"), b"PK\x05\x06").expect("write");
    assert_eq!(altered(&cut, "edisi-lama-rusak").0, Some(2));
    let lone = |site: &Path| std::fs::remove_file(site.join(kept).join("angka.zip")).expect("remove");
    assert_eq!(altered(&lone, "edisi-lama-rusak").0, Some(2));
    let gone = |site: &Path| std::fs::remove_dir_all(site.join("edisi/2026-02-01")).expect("remove");
    let (code, said) = altered(&gone, "edisi-lama-hilang");
    assert!(code == Some(2) && said.contains("tidak disimpan di folder ini"), "{said}");
    let file = |site: &Path| {
        std::fs::remove_dir_all(site.join("edisi")).expect("remove");
        std::fs::write(site.join("edisi"), "").expect("write");
    };
    assert_eq!(altered(&file, "edisi-lama-hilang").0, Some(2));
    let csv = |site: &Path| ubah(&site.join(CSV), ",5046629463.54,", ",5046629464.54,");
    let (code, said) = altered(&csv, "berkas-berubah");
    assert!(code == Some(2) && said.contains(CSV) && said.contains("berubah sejak terbit"), "{said}");
    #[cfg(unix)]
    {
        let link = |site: &Path| {
            std::fs::rename(site.join("edisi"), site.with_file_name("luar")).expect("rename");
            std::os::unix::fs::symlink("../luar", site.join("edisi")).expect("link");
        };
        assert_eq!(altered(&link, "edisi-lama-rusak").0, Some(2));
    }
    // What others keep there is no edition.
    let dir = bertiga();
    std::fs::create_dir(dir.path().join("tiga/edisi/catatan")).expect("folder");
    std::fs::write(dir.path().join("tiga/edisi/catatan/baca.txt"), "x").expect("write");
    assert_eq!(masalah(dir.path(), "tiga"), []);
    bangun(dir.path(), &["--published", "tiga", "--out", "lagi", "--tanggal-edisi", "2026-04-01"]);
}

#[test]
fn diff_lists_the_changed_figure_what_is_computed_from_it_and_nothing_else() {
    let dir = terbit();
    let root = dir.path();
    std::fs::rename(root.join("public"), root.join("lama")).expect("rename");
    let said = terang(root).args(["diff", "lama", "lama"]).assert().success().get_output().clone();
    assert!(said.stdout.is_empty() && String::from_utf8_lossy(&said.stderr).contains("Tidak ada angka yang berbeda"));
    let opd = root.join("content/lumajang/dinas-sosial");
    ubah(&opd.join("2024.yaml"), "5.046.629.436,54", "5.046.629.463,54");
    bangun(root, &["--out", "baru"]);
    let said = json(root, &["diff", "lama", "baru"], 1);
    let list = said["berubah"].as_array().expect("list");
    let printed: Vec<&Value> = list.iter().filter(|c| c["dihitung"] == false).collect();
    assert_eq!(printed.len(), 1, "{said}");
    assert_eq!(
        (&printed[0]["alamat"], &printed[0]["lama"]["tercetak"], &printed[0]["baru"]["nilai"], &printed[0]["ralat"]),
        (&ALAMAT.into(), &"5.046.629.436,54".into(), &"5046629463.54".into(), &Value::Null)
    );
    let derived = list.iter().filter(|c| c["dihitung"] == true).map(|c| c["alamat"].as_str().expect("address"));
    assert!(derived.clone().count() > 0 && derived.clone().all(|a| a.contains("/anggaran/")), "{said}");
    assert_eq!((&said["ditambah"], &said["dihapus"]), (&serde_json::json!([]), &serde_json::json!([])));
    let entry = "- {alamat: \"2024/anggaran/penunjang/realisasi\", lama: \"5.046.629.436,54\", baru: \"5.046.629.463,54\", alasan: tertukar, tanggal: 2026-02-01}\n";
    std::fs::write(opd.join("ralat.yaml"), entry).expect("write");
    bangun(root, &["--out", "baru"]);
    let said = json(root, &["diff", "lama", "baru"], 1);
    let printed = said["berubah"].as_array().expect("list").iter().find(|c| c["dihitung"] == false).expect("one");
    assert_eq!((&printed["ralat"]["tanggal"], &printed["ralat"]["alasan"]), (&"2026-02-01".into(), &"tertukar".into()));
    let table = terang(root).args(["diff", "lama", "baru"]).assert().code(1).get_output().clone();
    let (out, summary) = (String::from_utf8_lossy(&table.stdout), String::from_utf8_lossy(&table.stderr));
    let row = out.lines().find(|l| l.contains(ALAMAT)).expect("its row");
    assert!(row.starts_with("~  5.046.629.436,54  5.046.629.463,54  2026-02-01  "), "{out}");
    assert!(summary.contains("0 tanpa ralat"), "{summary}");
    let back = json(root, &["diff", "baru", "lama"], 1);
    assert_eq!(back["berubah"].as_array().map(Vec::len), said["berubah"].as_array().map(Vec::len));
}

#[test]
fn diff_names_what_was_added_and_removed_and_refuses_what_is_no_site() {
    let dir = terbit();
    let root = dir.path();
    std::fs::rename(root.join("public"), root.join("lama")).expect("rename");
    let record = root.join("content/lumajang/dinas-sosial/2024.yaml");
    ubah(&record, "[pagu.perubahan, realisasi, serapan]", "[pagu.murni, realisasi, serapan]");
    bangun(root, &["--out", "baru"]);
    let said = json(root, &["diff", "lama", "baru"], 1);
    let addresses = |key: &str| -> Vec<String> {
        let list = said[key].as_array().expect("list").iter().filter(|c| c["dihitung"] == false);
        list.map(|c| c["alamat"].as_str().expect("address").to_string()).collect()
    };
    assert_eq!(addresses("dihapus"), ["lumajang/dinas-sosial/2024/anggaran/penunjang/pagu.perubahan"]);
    assert_eq!(addresses("ditambah"), ["lumajang/dinas-sosial/2024/anggaran/penunjang/pagu.murni"]);
    for (a, b) in [("lama", "content"), ("tiada", "lama"), ("lama", "tiada")] {
        let said = terang(root).args(["diff", a, b]).assert().code(2).get_output().clone();
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        let expected = if a == "tiada" || b == "tiada" { "folder `tiada` tidak ada" } else { "tidak memuat angka" };
        assert!(said.contains(expected), "{said}");
    }
    terang(root).args(["diff", "lama"]).assert().code(2);
}

#[test]
fn diff_shows_the_two_values_read_where_both_editions_print_the_same() {
    let dir = terbit();
    let root = dir.path();
    bangun(root, &["--out", "baru"]);
    ubah(&root.join("baru").join(CSV), "5046629436.54", "5046629463.54");
    let table = terang(root).args(["diff", "public", "baru"]).assert().code(1).get_output().clone();
    let out = String::from_utf8_lossy(&table.stdout);
    let row = out.lines().find(|l| l.contains("/penunjang/realisasi:")).expect("its row");
    assert!(row.contains("= 5046629436.54 Rp") && row.contains("= 5046629463.54 Rp"), "{out}");
}

#[test]
fn the_commands_the_guides_show_do_what_they_say() {
    for guide in ["docs/panduan.md", "docs/penerbitan.md"] {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(guide)).expect(guide);
        let mut blocks = text.split("```\n").filter(|block| block.contains("terang verify public"));
        let lines: Vec<&str> = blocks.next().expect("the commands").lines().collect();
        assert_eq!(lines.len(), 3, "{guide}: {lines:?}");
        let dir = terbit();
        std::fs::rename(dir.path().join("public"), dir.path().join("lalu")).expect("rename");
        for line in lines {
            let words: Vec<&str> = line.split(' ').skip(1).collect();
            terang(dir.path()).args(words).assert().success();
        }
        assert_eq!(edisi(&dir.path().join("public"))["tanggal"], "2026-03-31");
    }
}

/// The lines of `edisi.json` that name a file of data are replaced by one that names another.
fn sebut(public: &Path, berkas: &str) {
    let mut e = edisi(public);
    e["data"][0]["berkas"] = berkas.into();
    std::fs::write(public.join("edisi.json"), e.to_string()).expect("write");
}

#[test]
fn a_name_that_leads_out_of_the_folder_is_not_read() {
    let dir = terbit();
    let public = dir.path().join("public");
    // Were it read, it would be found whole: the copy outside has the hash that is asked for.
    let outside = dir.path().join("lumajang-dinas-sosial.csv");
    std::fs::copy(public.join(CSV), &outside).expect("copy");
    let whole = std::fs::read(public.join("edisi.json")).expect("read");
    let absolute = outside.display().to_string();
    for name in [
        "../lumajang-dinas-sosial.csv",
        &absolute,
        "data/../../lumajang-dinas-sosial.csv",
        "data/..",
        "data/a\\b.csv",
        "",
    ] {
        sebut(&public, name);
        assert!(kode(dir.path(), "public").contains(&"edisi-rusak".to_string()), "{name}");
        std::fs::write(public.join("edisi.json"), &whole).expect("write");
    }
    #[cfg(unix)]
    {
        let link = |target: &Path, at: PathBuf| std::os::unix::fs::symlink(target, at).expect("link");
        std::fs::remove_file(public.join(CSV)).expect("remove");
        link(&outside, public.join(CSV));
        assert_eq!(kode(dir.path(), "public")[0], "berkas-bukan-biasa");
        std::fs::rename(public.join("data"), dir.path().join("luar")).expect("rename");
        link(&dir.path().join("luar"), public.join("data"));
        let found = kode(dir.path(), "public");
        assert!(found.iter().filter(|k| *k == "berkas-bukan-biasa").count() >= 4, "a link on the way: {found:?}");
        std::fs::rename(public.join("edisi.json"), dir.path().join("luar.json")).expect("rename");
        link(&dir.path().join("luar.json"), public.join("edisi.json"));
        assert_eq!(kode(dir.path(), "public"), ["edisi-rusak"], "the edition itself");
    }
}

#[test]
fn a_folder_that_is_no_site_or_holds_nonsense_is_told_in_both_languages() {
    let dir = terbit();
    let said = |args: &[&str], code: i32| {
        let output = terang(dir.path()).arg("verify").args(args).assert().code(code).get_output().clone();
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    };
    assert!(said(&["content"], 1).contains("bukan situs terang"));
    assert!(said(&["content", "--lang", "en"], 1).contains("no site of terang"));
    assert!(said(&["tiada"], 2).contains("folder `tiada` tidak ada"));
    assert!(said(&["tiada", "--lang", "en"], 2).contains("there is no folder"));
    let path = dir.path().join("public/edisi.json");
    for wrong in ["", "{", "[]", "{\"edisi\": 9}", "\u{0}\u{1b}[31m", &"[".repeat(200_000)] {
        std::fs::write(&path, wrong).expect("write");
        let text = said(&["public"], 1);
        assert!(text.contains("bukan edisi.json terang") && !text.contains('\u{1b}'), "{text}");
        terang(dir.path()).args(["build", "--out", "dua", "--published", "public"]).assert().code(2);
    }
    let file = std::fs::File::options().write(true).open(&path).expect("open");
    file.set_len(1 << 30).expect("a file of holes");
    assert!(said(&["public"], 1).contains("terlalu besar"));
    drop(file);
    std::fs::remove_file(&path).expect("remove");
    assert!(said(&["public"], 1).contains("tidak ada"));
    // An edition of a terang that had none is followed by the first of the chain.
    bangun(dir.path(), &["--out", "dua", "--published", "public"]);
    assert!(edisi(&dir.path().join("dua")).get("sebelumnya").is_none());
}

#[test]
fn a_large_file_is_not_read_and_damaged_ones_are_told() {
    let dir = terbit();
    let public = dir.path().join("public");
    let csv = std::fs::File::options().write(true).open(public.join(CSV)).expect("open");
    csv.set_len(1 << 30).expect("a file of holes");
    assert_eq!(kode(dir.path(), "public"), ["berkas-berubah", "angka-tak-tersebut"]);
    std::fs::write(public.join("data/temuan.xlsx"), b"PK\x03\x04").expect("write");
    std::fs::write(public.join(".terang-berkas"), "bukan daftar\n").expect("write");
    assert_eq!(
        kode(dir.path(), "public"),
        ["berkas-berubah", "angka-tak-tersebut", "berkas-berubah", "daftar-berubah"]
    );
}
