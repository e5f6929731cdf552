//! Corrections: a figure that was published does not change without one, and readers find it.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use crate::perintah::{portal, terang};
use std::path::Path;

/// The small right content of the error cases, built once into `lalu`.
fn terbit() -> tempfile::TempDir {
    let dir = portal();
    terang(dir.path()).args(["build", "--out", "lalu"]).assert().success();
    dir
}

const OPD: &str = "content/lumajang/dinas-sosial";

fn ubah(dir: &Path, dari: &str, ke: &str) {
    let path = dir.join(OPD).join("2024.yaml");
    let text = std::fs::read_to_string(&path).expect("record");
    assert!(text.contains(dari), "{text}");
    std::fs::write(path, text.replacen(dari, ke, 1)).expect("write");
}

fn galat(dir: &Path, code: i32) -> String {
    let out = terang(dir).args(["check", "--published", "lalu", "--format", "short"]).assert().code(code);
    String::from_utf8_lossy(&out.get_output().stderr).into_owned()
}

#[test]
fn a_figure_that_changed_since_the_last_edition_needs_its_correction() {
    let dir = terbit();
    assert_eq!(galat(dir.path(), 0).matches("tanpa-ralat").count(), 0, "what did not change needs none");
    ubah(dir.path(), "\"5.046.629.436,54\"", "\"5.046.629.463,54\"");
    let said = galat(dir.path(), 1);
    let entry = r#"- {alamat: "2024/anggaran/penunjang/realisasi", lama: "5.046.629.436,54", baru: "5.046.629.463,54", alasan: ..., tanggal: ...}"#;
    assert!(said.contains("2024.yaml:13:") && said.contains("tanpa-ralat") && said.contains(entry), "{said}");
    terang(dir.path()).args(["build", "--published", "lalu"]).assert().code(1);
    assert!(!dir.path().join("public/index.html").exists(), "nothing was published");
    let entry = entry.replace("alasan: ..., tanggal: ...", "alasan: dua angka tertukar, tanggal: 2025-06-01");
    std::fs::write(dir.path().join(OPD).join("ralat.yaml"), format!("{entry}\n")).expect("write");
    terang(dir.path()).args(["build", "--published", "lalu"]).assert().success();
    let read = |path: &str| std::fs::read_to_string(dir.path().join("public").join(path)).expect(path);
    for page in ["ralat/index.html", "lumajang/dinas-sosial/angka/2024/index.html"] {
        let text = read(page);
        assert!(text.contains("5.046.629.436,54") && text.contains("1 Juni 2025"), "{page}");
    }
}

#[test]
fn an_edition_without_its_figures_is_refused_and_an_agency_that_is_gone_is_told() {
    let dir = terbit();
    let csv = dir.path().join("lalu/data/lumajang-dinas-sosial.csv");
    let text = std::fs::read_to_string(&csv).expect("figures");
    std::fs::write(&csv, text.lines().next().expect("head")).expect("write");
    assert!(galat(dir.path(), 2).contains("tidak memuat angka"), "a head alone");
    std::fs::remove_file(&csv).expect("remove");
    assert!(galat(dir.path(), 2).contains("tidak memuat angka"), "no file");
    std::fs::write(dir.path().join("lalu/data/lumajang-dinas-lain.csv"), text).expect("write");
    let said = galat(dir.path(), 1);
    assert!(said.contains("terbitan-hilang") && said.contains("`lumajang-dinas-lain`"), "{said}");
}

#[test]
fn a_figure_that_is_gone_needs_its_correction_and_a_new_one_needs_none() {
    let dir = terbit();
    ubah(dir.path(), "[pagu.perubahan, realisasi, serapan]", "[pagu.murni, realisasi, serapan]");
    let said = galat(dir.path(), 1);
    assert!(
        said.contains("`2024/anggaran/penunjang/pagu.perubahan` terbit sebagai “5.368.142.655”, kini tidak ada"),
        "{said}"
    );
    assert_eq!(said.matches("tanpa-ralat").count(), 1, "{said}");
}

#[test]
fn an_edition_that_is_no_site_is_named() {
    let dir = terbit();
    terang(dir.path()).args(["check", "--published", "content"]).assert().code(2);
    let data = dir.path().join("lalu/data");
    std::fs::copy(data.join("lumajang-dinas-sosial.csv"), data.join("lumajang-dinas-lain.csv")).expect("copy");
    std::fs::write(data.join("lumajang-dinas-sosial.csv"), "bukan,data\n1,2\n").expect("write");
    assert!(galat(dir.path(), 1).contains("terbitan-rusak"));
}
