//! Helpers for whole-site tests: content and theme in, a tree of files in memory out, and trees held against folders.

#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "each test binary uses its own part; tests write what they are about"
)]

pub mod teks;

use std::fmt::Write;
use std::path::Path;
use terang::output::{Difference, Tree, compare, read_tree};
use terang::pages::data::DataOpd;
use terang::records::{self, Content};
use terang::site::{self, Built};
use terang::templates::Theme;

/// The content of a folder; it must hold no error.
pub fn muat(root: &Path) -> Content {
    let loaded = records::load(root);
    let bad: Vec<_> = loaded.diagnostics.iter().filter(|d| d.is_galat()).collect();
    assert!(bad.is_empty(), "{}: {bad:#?}", root.display());
    loaded.content.expect("content")
}

/// Builds a folder with its theme, if it has one, through the library and into memory.
pub fn bangun(root: &Path, tema: Option<&Path>) -> Built {
    let content = muat(root);
    let theme = Theme::load(tema).map_err(|(found, _)| found).expect("theme");
    let all = DataOpd::semua(&content);
    site::build(&content, &all, &theme, &site::Options::default(), &|_, _| {}).expect("site")
}

/// Copies the files below a folder.
pub fn salin(dari: &Path, ke: &Path) {
    for (path, bytes) in read_tree(dari).expect("read") {
        let target = ke.join(path);
        std::fs::create_dir_all(target.parent().expect("folder")).expect("folder");
        std::fs::write(target, bytes).expect("write");
    }
}

/// The content of the smallest portal.
pub fn dasar() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/galat/dasar/content")
}

/// A copy of the smallest portal.
pub fn salinan_dasar() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    salin(&dasar(), dir.path());
    dir
}

/// The content of this repository.
pub fn repositori() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Whether the expected trees are to be written anew.
pub fn perbarui() -> bool {
    std::env::var_os("TERANG_PERBARUI").is_some()
}

/// Holds a tree against the folder that expects it: what is missing, what is too much, what differs and how.
pub fn bandingkan(harapan: &Path, nyata: &Tree) -> String {
    if perbarui() {
        if harapan.exists() {
            std::fs::remove_dir_all(harapan).expect("remove what was expected before");
        }
        for (path, bytes) in nyata {
            let target = harapan.join(path);
            std::fs::create_dir_all(target.parent().expect("folder")).expect("folder");
            std::fs::write(target, bytes).expect("write");
        }
        return String::new();
    }
    let expected = if harapan.exists() { read_tree(harapan).expect("expected tree") } else { Tree::new() };
    let mut out = String::new();
    for difference in compare(&expected, nyata) {
        let _ = writeln!(out, "{difference}");
        if let Difference::Changed(path, line) = &difference {
            kutip(&mut out, '-', &expected[path], *line);
            kutip(&mut out, '+', &nyata[path], *line);
        }
    }
    out
}

/// Three lines from the first one that differs.
fn kutip(out: &mut String, sign: char, bytes: &[u8], line: usize) {
    for text in String::from_utf8_lossy(bytes).lines().skip(line - 1).take(3) {
        let short: String = text.chars().take(300).collect();
        let _ = writeln!(out, "    {sign} {short}");
    }
}
