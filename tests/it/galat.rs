//! Bad input, case by case: `tests/galat/<kasus>/` holds the files that replace those of `dasar/`, and what is said.
//!
//! `pesan.txt` is the exit code and the output of `terang check --format short`; `manusia.txt`, where it exists, that of
//! `terang check`. Cases that cannot be committed (50 MB, a symbolic link) are made here. `TERANG_PERBARUI=1` rewrites.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use terang::output::{Tree, read_tree};

/// A case made by code: the name of its folder, and what it does to the content.
type Buatan = (&'static str, fn(&Path));

const BUATAN: &[Buatan] = &[
    ("berkas-50-mb", |content| {
        let file = std::fs::File::create(content.join("lumajang/dinas-sosial/2023.yaml")).expect("create");
        file.set_len(50 * 1024 * 1024).expect("grow");
    }),
    ("bukan-utf8", |content| {
        let path = content.join("lumajang/dinas-sosial/2024.yaml");
        let text = std::fs::read_to_string(&path).expect("read");
        let (before, after) = text.split_once("Program").expect("program");
        // 0xE9: é as Windows-1252 writes it.
        std::fs::write(path, [before.as_bytes(), b"Caf\xE9 Program", after.as_bytes()].concat()).expect("write");
        std::fs::write(content.join("portal.yaml"), b"judul: \xFF\n").expect("write");
    }),
    ("bersarang-terlalu-dalam", |content| {
        std::fs::write(content.join("portal.yaml"), "[".repeat(100_000)).expect("write");
        std::fs::write(content.join("skala/uji.yaml"), "a: {".repeat(5_000)).expect("write");
    }),
    ("logo-terlalu-besar", |content| {
        let portal = content.join("portal.yaml");
        let text = std::fs::read_to_string(&portal).expect("read");
        std::fs::write(&portal, text + "logo: logo.png\nlogo_alt: Lambang\n").expect("write");
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40";
        std::fs::write(content.join("logo.png"), [&head[..], &[0; 61_000]].concat()).expect("write");
    }),
    #[cfg(unix)]
    ("tautan-melingkar", |content| {
        std::os::unix::fs::symlink("..", content.join("lumajang/lagi")).expect("symlink");
        std::os::unix::fs::symlink("tidak-ada.yaml", content.join("lumajang/dinas-sosial/2022.yaml")).expect("symlink");
    }),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/galat")
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read_tree(from).expect("read") {
        let target = to.join(path);
        std::fs::create_dir_all(target.parent().expect("parent")).expect("mkdir");
        std::fs::write(target, bytes).expect("write");
    }
}

fn terang(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
    command.current_dir(dir).args(args).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command.output().expect("run terang")
}

/// A portal with the files of `dasar`.
fn portal() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    copy(&root().join("dasar/content"), &dir.path().join("content"));
    dir
}

/// Everything in `public`, the manifest too.
fn public(dir: &Path) -> (Tree, Vec<u8>) {
    let manifest = std::fs::read(dir.join("public/.terang-berkas")).expect("manifest");
    (read_tree(&dir.join("public")).expect("public"), manifest)
}

fn cases() -> Vec<String> {
    let entries = std::fs::read_dir(root()).expect("cases").map(|e| e.expect("entry"));
    let mut names: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.extend(BUATAN.iter().map(|(name, _)| (*name).to_string()));
    names.sort();
    names.dedup();
    names
}

/// Compares with the file, or rewrites it.
fn expect(path: &Path, actual: &str, wrong: &mut Vec<String>) {
    if std::env::var_os("TERANG_PERBARUI").is_some() {
        std::fs::create_dir_all(path.parent().expect("parent")).expect("mkdir");
        std::fs::write(path, actual).expect("write");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected != actual {
        wrong.push(format!("{}\n--- expected\n{expected}\n--- actual\n{actual}", path.display()));
    }
}

fn said(output: &Output) -> String {
    let code = output.status.code().expect("no signal");
    assert!(output.stdout.is_empty(), "diagnostics belong on stderr");
    format!("keluar {code}\n{}", String::from_utf8_lossy(&output.stderr))
}

#[test]
fn every_case_says_what_its_file_expects_and_leaves_the_previous_site_whole() {
    let mut wrong = Vec::new();
    for name in cases() {
        let dir = portal();
        let dir = dir.path();
        assert_eq!(terang(dir, &["build"]).status.code(), Some(0), "the base of all cases builds");
        let before = public(dir);
        let own = root().join(&name);
        if own.join("content").is_dir() {
            copy(&own.join("content"), &dir.join("content"));
        }
        if let Some((_, make)) = BUATAN.iter().find(|(own, _)| *own == name) {
            make(&dir.join("content"));
        }
        let short = terang(dir, &["check", "--format", "short"]);
        expect(&own.join("pesan.txt"), &said(&short), &mut wrong);
        if own.join("manusia.txt").exists() {
            expect(&own.join("manusia.txt"), &said(&terang(dir, &["check"])), &mut wrong);
        }
        let built = terang(dir, &["build"]);
        assert_eq!(built.status.code(), short.status.code(), "{name}: build and check agree");
        if built.status.code() != Some(0) {
            assert_eq!(public(dir), before, "{name}: the previous site stays byte for byte");
        }
        let json = terang(dir, &["check", "--format", "json"]);
        let value: serde_json::Value = serde_json::from_slice(&json.stdout).expect("one JSON object on stdout");
        let lines = String::from_utf8_lossy(&short.stderr).lines().count();
        let count = |key: &str| value[key].as_array().map_or(0, Vec::len);
        assert_eq!(count("galat") + count("temuan"), lines, "{name}: JSON holds as many messages as short");
    }
    assert!(wrong.is_empty(), "{} differ (TERANG_PERBARUI=1 rewrites):\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn messages_come_in_english_too() {
    let dir = portal();
    copy(&root().join("kunci-tak-dikenal/content"), &dir.path().join("content"));
    let text = said(&terang(dir.path(), &["check", "--lang", "en", "--format", "short"]));
    assert!(text.contains("error[kunci-tak-dikenal]: unknown key `tem` (did you mean `tema`?)"), "{text}");
}

#[test]
fn colours_are_left_out_for_no_color_and_pipes() {
    let dir = portal();
    copy(&root().join("kunci-ganda/content"), &dir.path().join("content"));
    let output = Command::new(env!("CARGO_BIN_EXE_terang")).current_dir(dir.path()).arg("check").output().expect("run");
    assert!(!output.stderr.contains(&0x1b), "no escape codes into a pipe");
}

#[test]
fn a_broken_template_is_named_with_its_line_and_leaves_the_previous_site_whole() {
    let dir = portal();
    let dir = dir.path();
    assert_eq!(terang(dir, &["build"]).status.code(), Some(0));
    let before = public(dir);
    let theme = dir.join("themes/rusak");
    copy(&root().join("../tema/rusak"), &theme);
    for args in [&["check", "--theme", "themes/rusak"][..], &["build", "--theme", "themes/rusak"]] {
        let output = terang(dir, args);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.contains("themes/rusak/") && text.contains(".html"), "{text}");
        assert_eq!(public(dir), before);
    }
}

#[test]
fn an_output_folder_that_cannot_be_written_exits_with_2() {
    let dir = portal();
    let dir = dir.path();
    std::fs::write(dir.join("berkas"), "not a folder").expect("write");
    // A file in place of the folder, and (for those who are root here) a file system nobody can write to.
    for out in ["berkas", "berkas/public", "/proc/terang/public", "content", "content/public", ".", "/"] {
        let output = terang(dir, &["build", "--out", out]);
        let text = said(&output);
        assert_eq!(output.status.code(), Some(2), "{out}: {text}");
        assert!(text.contains(out), "{text}");
    }
    assert_eq!(std::fs::read_to_string(dir.join("berkas")).expect("read"), "not a folder");
}

#[test]
fn folders_that_do_not_exist_and_wrong_usage_exit_with_2() {
    let dir = tempfile::tempdir().expect("tempdir");
    for args in [&["check"][..], &["build", "--content", "x"], &["build", "--tema", "x"], &["terbang"], &[]] {
        assert_eq!(terang(dir.path(), args).status.code(), Some(2), "{args:?}");
    }
    let dir = portal();
    assert_eq!(terang(dir.path(), &["check", "--theme", "themes/x"]).status.code(), Some(2));
}
