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

/// The smallest whole portal, published into `lalu`.
fn satu_dinas() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/situs/satu-dinas/content");
    for entry in walkdir::WalkDir::new(&from).into_iter().flatten().filter(|e| e.file_type().is_file()) {
        let to = dir.path().join("content").join(entry.path().strip_prefix(&from).expect("inside"));
        std::fs::create_dir_all(to.parent().expect("folder")).expect("folder");
        std::fs::copy(entry.path(), to).expect("copy");
    }
    // Its own correction of the same figure would stand in the way of some of the cases.
    let path = dir.path().join(OPD).join("ralat.yaml");
    let text = std::fs::read_to_string(&path).expect("corrections");
    let kept: Vec<&str> = text.lines().filter(|l| !l.contains("ppks-tertangani")).collect();
    std::fs::write(path, kept.join("\n")).expect("write");
    terang(dir.path()).args(["build", "--out", "lalu"]).assert().success();
    dir
}

/// Edits a file of the agency; gives the entries that are asked for.
fn diminta(dir: &Path, berkas: &str, dari: &str, ke: &str) -> Vec<String> {
    let path = dir.join(OPD).join(berkas);
    let text = std::fs::read_to_string(&path).expect("file");
    assert!(text.contains(dari), "{dari}");
    std::fs::write(path, text.replacen(dari, ke, 1)).expect("write");
    let said = galat(dir, 1);
    let entries =
        said.lines().filter(|l| l.contains("galat[tanpa-ralat]")).filter_map(|l| l.split_once("dan tanggalnya: "));
    entries.map(|(_, entry)| entry.trim_end_matches(')').to_string()).collect()
}

#[test]
fn a_figure_that_reads_otherwise_under_the_same_print_needs_its_correction_and_the_entry_shown_is_one() {
    let cases = [
        // A unit of a column, a power of ten, a doubt, a reading, a figure that is copied no more, what another table prints.
        ("2024.yaml", "nama: Terdata, satuan: orang", "nama: Terdata, satuan: keluarga", 3, "(dibaca 7000 keluarga)"),
        (
            "2024.yaml",
            "kolom: [pagu.murni,",
            "dalam: ribuan\n      kolom: [pagu.murni,",
            12,
            "(dibaca 500000000000 Rp)",
        ),
        ("2024.yaml", "\"81,00%\"", "\"81,00% (ragu)\"", 1, "81,00% (dibaca 81%, diragukan)"),
        (
            "2024.yaml",
            "\"8.100\", \"10.000\"]\ntabel",
            "\"8.100 (dibaca 8100: seperti di Tabel 3.8)\", \"10.000\"]\ntabel",
            0,
            "",
        ),
        ("2024.yaml", "\"81,00%\"", "\"81,00% (dibaca 18)\"", 1, "baru: \"81,00% (dibaca 18%)\""),
        ("2024.yaml", "\"81,00%\"", "\"(belum disalin)\"", 1, "baru: \"(belum disalin)\""),
        // What is computed, from prints that stayed.
        ("opd.yaml", "arah: naik", "arah: turun", 2, "capaian-terhitung\", lama: \"90%\", baru: \"110%\""),
        ("opd.yaml", "pengali: 100", "pengali: 1000", 1, "hitungan\", lama: \"81%\", baru: \"810%\""),
    ];
    for (berkas, dari, ke, banyak, harus) in cases {
        let dir = satu_dinas();
        if banyak == 0 {
            let path = dir.path().join(OPD).join(berkas);
            let text = std::fs::read_to_string(&path).expect("file");
            assert!(text.contains(dari), "{dari}");
            std::fs::write(path, text.replacen(dari, ke, 1)).expect("write");
            galat(dir.path(), 0);
            continue;
        }
        let entries = diminta(dir.path(), berkas, dari, ke);
        assert_eq!(entries.len(), banyak, "{ke}: {entries:#?}");
        assert!(entries.iter().any(|e| e.contains(harus)), "{ke}: {entries:#?}");
        let path = dir.path().join(OPD).join("ralat.yaml");
        let mut text = std::fs::read_to_string(&path).expect("corrections");
        for entry in &entries {
            text += &format!(
                "\n{}",
                entry.replace("alasan: ..., tanggal: ...", "alasan: disalin keliru, tanggal: 2025-06-01")
            );
        }
        std::fs::write(&path, text).expect("write");
        galat(dir.path(), 0);
        terang(dir.path()).args(["build", "--published", "lalu"]).assert().success();
        let page = std::fs::read_to_string(dir.path().join("public/ralat/index.html")).expect("page");
        assert_eq!(page.matches("disalin keliru").count(), banyak, "{ke}");
    }
}

#[test]
fn of_a_figure_that_two_tables_print_the_one_that_changed_needs_its_correction() {
    let dir = satu_dinas();
    let path = dir.path().join(OPD).join("2024.yaml");
    let text = std::fs::read_to_string(&path).expect("file");
    let two = text.replacen(
        "  - letak: Tabel 3.4\n",
        "  - letak: Tabel 3.9\n    kolom: [realisasi]\n    baris:\n      ppks-tertangani: [\"81,00%\"]\n  - letak: Tabel 3.4\n",
        1,
    );
    std::fs::write(&path, two).expect("write");
    terang(dir.path()).args(["build", "--out", "lalu"]).assert().success();
    let entries = diminta(dir.path(), "2024.yaml", "[\"90%\", \"81,00%\"", "[\"90%\", \"80,00%\"");
    assert_eq!(entries.len(), 1, "{entries:#?}");
    assert!(entries[0].contains("lama: \"81,00%\", baru: \"80,00%\""), "{entries:#?}");
}

#[test]
fn a_gap_that_is_filled_needs_no_correction() {
    let dir = satu_dinas();
    let path = dir.path().join(OPD).join("2024.yaml");
    let text = std::fs::read_to_string(&path).expect("file");
    std::fs::write(&path, text.replacen("\"81,00%\"", "\"(belum disalin)\"", 1)).expect("write");
    terang(dir.path()).args(["build", "--out", "lalu"]).assert().success();
    std::fs::write(&path, text).expect("write");
    galat(dir.path(), 0);
}

#[test]
fn a_correction_that_was_published_does_not_go_in_silence() {
    let dir = satu_dinas();
    std::fs::remove_file(dir.path().join(OPD).join("ralat.yaml")).expect("remove");
    let said = galat(dir.path(), 1);
    let entry = r#"- {alamat: "2024/tabel/ppks-jenis/lansia/terdata", lama: "120", alasan: "baris itu milik tabel lain", tanggal: 2025-03-02}"#;
    assert!(said.contains("galat[ralat-hilang]") && said.contains(entry), "{said}");
    std::fs::write(dir.path().join(OPD).join("ralat.yaml"), format!("{entry}\n")).expect("write");
    galat(dir.path(), 0);
}

#[test]
fn a_correction_of_a_computed_figure_says_what_is_computed_now() {
    let dir = satu_dinas();
    let path = dir.path().join(OPD).join("ralat.yaml");
    let entry = "- {alamat: 2024/indikator/ppks-tertangani/capaian-terhitung, lama: \"70%\", baru: \"80%\", alasan: rumus keliru, tanggal: 2025-06-01}\n";
    std::fs::write(&path, entry).expect("write");
    let out = terang(dir.path()).args(["check", "--format", "short"]).assert().code(1);
    let said = String::from_utf8_lossy(&out.get_output().stderr).into_owned();
    assert!(said.contains("ralat-lain") && said.contains("kini terhitung 90%"), "{said}");
    std::fs::write(&path, entry.replace("80%", "90%")).expect("write");
    terang(dir.path()).args(["check"]).assert().success();
}
