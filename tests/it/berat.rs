//! Heavy pages: which are named, what in them is named as heavy, and that a warning never stops a build by itself.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use terang::output::read_tree;
use terang::site::berat::{ANGGARAN, Bagian, Berat, Timbangan};

/// Text that does not compress well: about 4 bits a character stay.
fn kusut(panjang: usize, benih: u64) -> String {
    let mut state = benih.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        char::from(b"0123456789abcdef"[usize::try_from(state % 16).unwrap_or_default()])
    };
    (0..panjang).map(|_| next()).collect()
}

fn situs(pairs: &[(&str, String)]) -> BTreeMap<String, Vec<u8>> {
    pairs.iter().map(|(path, text)| ((*path).to_string(), text.clone().into_bytes())).collect()
}

/// Weighs every file of a site.
fn periksa(files: &BTreeMap<String, Vec<u8>>) -> Vec<Berat> {
    let css = files.iter().filter(|(path, _)| path.ends_with(".css"));
    let scales = Timbangan::dengan(css.map(|(path, bytes)| (path.clone(), bytes.clone())).collect());
    files.iter().for_each(|(path, bytes)| drop(scales.timbang(path, bytes)));
    scales.berat()
}

const KEPALA: &str = r#"<html><head><link rel="icon" href="../aset/ikon.svg"><link rel="stylesheet" href="../aset/gaya.css"></head><body>"#;

#[test]
fn a_page_is_weighed_compressed_and_with_the_css_it_loads() {
    // Twice the budget in letters that compress well is no heavy page.
    let light = format!("{KEPALA}{}", "<p>sama saja</p>".repeat(2 * ANGGARAN / 16));
    let half = format!("{KEPALA}{}", kusut(ANGGARAN, 1));
    let css = kusut(ANGGARAN * 5 / 4, 2);
    let found =
        periksa(&situs(&[("a/index.html", light), ("b/index.html", half.clone()), ("aset/gaya.css", css.clone())]));
    assert_eq!(found.iter().map(|b| b.berkas.as_str()).collect::<Vec<_>>(), ["b/index.html"]);
    assert!(found[0].ukuran > ANGGARAN && found[0].ukuran < 2 * ANGGARAN, "{}", found[0].ukuran);
    assert_eq!(found[0].bagian.iter().map(|(b, _)| b.clone()).collect::<Vec<_>>(), [Bagian::Gaya, Bagian::Selebihnya]);
    // The same page without its sheet is within the budget.
    assert_eq!(periksa(&situs(&[("b/index.html", half)])), []);
    // A sheet alone is no page.
    assert_eq!(periksa(&situs(&[("aset/gaya.css", css.repeat(3))])), []);
}

#[test]
fn the_heavy_parts_are_named_by_figure_caption_or_the_id_before_them() {
    let page = format!(
        r#"{KEPALA}<p>{}</p><figure id="grafik-capaian"><svg role="img">{}</svg><svg role="img">{}</svg></figure>
<section id="anggaran"><table><tr><td>{}</td></tr></table></section><table class="x"><caption>PPKS menurut jenis</caption><tr><td>{}</td></tr></table>
<script type="application/json" id="data-banding">{}</script></body>"#,
        kusut(1_000, 1),
        kusut(50_000, 2),
        kusut(50_000, 3),
        kusut(40_000, 4),
        kusut(60_000, 5),
        kusut(2_000, 6),
    );
    let found = periksa(&situs(&[("x/index.html", page.clone()), ("en/x/index.html", page)]));
    assert_eq!(found.len(), 1, "the English page of a named one is not named again");
    let names: Vec<Bagian> = found[0].bagian.iter().map(|(b, _)| b.clone()).collect();
    assert_eq!(
        names,
        [
            Bagian::Gambar("grafik-capaian".into()),
            Bagian::Tabel("PPKS menurut jenis".into()),
            Bagian::Tabel("anggaran".into())
        ]
    );
    assert!(found[0].bagian[0].1 > 40_000, "both drawings of a figure are weighed together");
}

/// The small right content of the error cases with a table of so many rows.
fn portal(baris: usize) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    let dasar = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/galat/dasar");
    for (path, bytes) in read_tree(&dasar).expect("read") {
        let target = dir.path().join(&path);
        std::fs::create_dir_all(target.parent().expect("parent")).expect("mkdir");
        std::fs::write(target, bytes).expect("write");
    }
    let record = dir.path().join("content/lumajang/dinas-sosial/2024.yaml");
    let mut text = std::fs::read_to_string(&record).expect("record");
    text.push_str(
        "tabel:\n  - kode: penerima\n    tema: lain\n    judul: Penerima menurut desa\n    letak: Tabel 4.1\n",
    );
    text.push_str("    kolom:\n      - {kode: jumlah, nama: Jumlah, satuan: orang}\n    baris:\n");
    for n in 0..baris {
        let name: String = kusut(24, n as u64 + 7).chars().map(|c| if c.is_ascii_digit() { 'g' } else { c }).collect();
        let _ = writeln!(text, "      - {{kode: b{n}, nama: Desa {name}, nilai: [\"{}\"]}}", 100 + n % 900);
    }
    std::fs::write(&record, text).expect("write");
    dir
}

fn terang(dir: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
    let output = command.current_dir(dir).env("NO_COLOR", "1").args(args).output().expect("run");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_heavy_record_is_warned_about_by_page_and_part_and_published_unless_strict() {
    let dir = portal(4_000);
    let (code, said) = terang(dir.path(), &["build"]);
    assert_eq!(code, Some(0), "{said}");
    for part in
        ["peringatan[halaman-berat]", "anggarannya 60 kB", "lumajang/dinas-sosial/2024/tabel/index.html", "tabel `"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(dir.path().join("public/lumajang/dinas-sosial/2024/tabel/index.html").is_file());
    let (code, said) = terang(dir.path(), &["build", "--strict", "--out", "ketat", "--lang", "en"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("its budget is 60 kB; heaviest: table `"), "{said}");
    assert!(!dir.path().join("ketat").exists());
}

#[test]
fn a_light_record_is_not_warned_about() {
    let dir = portal(40);
    let (code, said) = terang(dir.path(), &["build", "--strict"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("halaman-berat"), "{said}");
}
