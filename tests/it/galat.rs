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
        // A line of 16 kB each: the pass that looks for line numbers must survive them too.
        std::fs::write(content.join("sinonim.yaml"), "- ".repeat(8_218)).expect("write");
        std::fs::write(content.join("glosarium.yaml"), "? ".repeat(20_000)).expect("write");
        std::fs::create_dir_all(content.join("halaman")).expect("mkdir");
        std::fs::write(content.join("halaman/uji.md"), "> ".repeat(20_000)).expect("write");
    }),
    // Names that a repository for Windows could not hold.
    ("nama-windows", |content| {
        let write = |path: &str, text: &str| {
            std::fs::create_dir_all(content.join(path).parent().expect("parent")).expect("mkdir");
            std::fs::write(content.join(path), text).expect("write");
        };
        for daerah in ["con", "nul.txt", "index.html", &"a".repeat(200)] {
            write(&format!("{daerah}/daerah.yaml"), "nama: Kabupaten Uji\nprovinsi: Jawa Timur\n");
        }
        write("lumajang/com1/opd.yaml", "nama: Dinas Uji\n");
        write("halaman/prn.md", "# Uji\n\nUji\n");
        write("skala/aux.yaml", "nama: Uji\n");
    }),
    // What systems and editors leave behind is ignored; what a file was meant to be called is said.
    ("berkas-windows", |content| {
        for name in [
            "Thumbs.db",
            "lumajang/desktop.ini",
            "lumajang/dinas-sosial/~$2024.yaml",
            "lumajang/dinas-sosial/2024.yaml.bak",
            "lumajang/dinas-sosial/2024.yaml~",
            "lumajang/dinas-sosial/.~lock.2024.yaml#",
            "._portal.yaml",
            "ehthumbs.db",
        ] {
            std::fs::write(content.join(name), b"\xD0\xCF\x11").expect("write");
        }
        for name in [
            "2023.yaml.txt",
            "2022.YAML",
            "2021.yml",
            "2020.yaml.yaml",
            "2024 - Salinan.yaml",
            "0024.yaml",
            "+024.yaml",
            "-001.yaml",
        ] {
            std::fs::write(content.join("lumajang/dinas-sosial").join(name), "tahun: 2023\n").expect("write");
        }
        std::fs::write(content.join("Glosarium.yaml"), "[]\n").expect("write");
    }),
    // What nobody can see, or what would steer a terminal, in every way it can get into a file.
    ("karakter-terlarang", |content| {
        let write = |path: &str, text: &str| std::fs::write(content.join(path), text).expect("write");
        std::fs::create_dir_all(content.join("halaman")).expect("mkdir");
        write("portal.yaml", "judul: Portal \u{202e}ijU\nketerangan: \"a\\x1b]0;judul\\x07b\"\n\"\\e[2Jkunci\": x\n");
        write("halaman/uji.md", "# Uji\n\nsatu\u{1b}[31mdua &#x202e; tiga\u{200b}\n");
        write("sinonim.yaml", "- [\"a\\u200fb\", c]\n");
        write("lumajang/daerah.yaml", "nama: Kabupaten\u{1}Uji\nprovinsi: Jawa Timur\n");
        write("halaman/a\u{1b}[2Jb.md", "x");
    }),
    ("pesan-terlalu-banyak", |content| {
        let keys: String = (0..40_000).map(|n| format!("kunci-{n}: 1\n")).collect();
        std::fs::write(content.join("lumajang/daerah.yaml"), keys).expect("write");
    }),
    // More than any report holds: what would cost a square of it is told so, and where.
    ("terlalu-banyak", |content| {
        let write = |path: &str, text: &str| std::fs::write(content.join(path), text).expect("write");
        let many = |banyak: u32, line: &dyn Fn(u32) -> String| (0..banyak).map(line).collect::<String>();
        std::fs::create_dir_all(content.join("halaman")).expect("mkdir");
        write("halaman/uji.md", &format!("# {}\n\nisi\n", "panjang ".repeat(100_000)));
        write("glosarium.yaml", &many(20_000, &|n| format!("- {{istilah: Kata{n}x, arti: a}}\n")));
        // No group is large, but each shares a word with the next.
        write("sinonim.yaml", &many(300, &|n| format!("- [kata{n}, kata{}]\n", n + 1)));
        let record = "lumajang/dinas-sosial/2024.yaml";
        let text = std::fs::read_to_string(content.join(record)).expect("read");
        let rows = many(10_001, &|n| format!("      - {{kode: b{n}, nama: B, nilai: [1]}}\n"));
        let table = "tabel:\n  - kode: t\n    tema: lain\n    judul: T\n    letak: T\n    kolom:\n      - {kode: j, nama: J, satuan: orang}\n    baris:\n";
        write(record, &(text + table + &rows));
    }),
    ("logo-terlalu-besar", |content| {
        let portal = content.join("portal.yaml");
        let text = std::fs::read_to_string(&portal).expect("read");
        std::fs::write(&portal, text + "logo: logo.png\nlogo_alt: Lambang\n").expect("write");
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x40";
        std::fs::write(content.join("logo.png"), [&head[..], &[0; 61_000]].concat()).expect("write");
    }),
    #[cfg(unix)]
    ("tautan-keluar", |content| {
        use std::os::unix::fs::symlink;
        let outside = content.parent().expect("parent").join("rahasia");
        std::fs::create_dir_all(outside.join("dinas")).expect("mkdir");
        std::fs::write(outside.join("id_rsa"), "kunci rahasia").expect("write");
        std::fs::write(outside.join("daerah.yaml"), "nama: Rahasia\nprovinsi: Rahasia\n").expect("write");
        std::fs::create_dir_all(content.join("halaman")).expect("mkdir");
        std::fs::create_dir_all(content.join(".git")).expect("mkdir");
        std::fs::write(content.join(".git/config"), "token rahasia").expect("write");
        for (target, name) in [
            ("/etc/passwd", "halaman/sandi.md"),
            ("/proc/self/environ", "halaman/lingkungan.md"),
            ("/", "halaman/akar"),
            ("/dev/zero", "halaman/nol.md"),
            ("../../rahasia/id_rsa", "halaman/kunci.md"),
            ("../.git/config", "halaman/git.md"),
            ("../rahasia", "bocor"),
            ("../rahasia/id_rsa", "logo.svg"),
            ("../rahasia/id_rsa", "sinonim.yaml"),
            // A link to a file of the content itself is read like the file.
            ("../skala/uji.yaml", "skala/sama.yaml"),
        ] {
            symlink(target, content.join(name)).expect("symlink");
        }
        std::os::unix::net::UnixListener::bind(content.join("halaman/soket.md")).expect("socket");
        assert!(Command::new("mkfifo").arg(content.join("lumajang/pipa.yaml")).status().expect("mkfifo").success());
    }),
    #[cfg(unix)]
    ("tautan-melingkar", |content| {
        std::os::unix::fs::symlink("..", content.join("lumajang/lagi")).expect("symlink");
        std::os::unix::fs::symlink("tidak-ada.yaml", content.join("lumajang/dinas-sosial/2022.yaml")).expect("symlink");
        std::os::unix::fs::symlink("b.md", content.join("lumajang/a.md")).expect("symlink");
        std::os::unix::fs::symlink("a.md", content.join("lumajang/b.md")).expect("symlink");
        // Folders that link to each other would be walked in every order.
        for n in 0..3 {
            std::fs::create_dir_all(content.join(format!("x{n}"))).expect("mkdir");
            std::os::unix::fs::symlink(format!("../x{}", (n + 1) % 3), content.join(format!("x{n}/y")))
                .expect("symlink");
        }
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
    // `TERANG_KASUS=data-pribadi` runs one case alone.
    if let Ok(one) = std::env::var("TERANG_KASUS") {
        names.retain(|name| one.split(',').any(|o| o == name));
    }
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

#[test]
#[cfg(unix)]
fn content_reached_through_a_link_is_read_like_any_other() {
    let dir = portal();
    let dir = dir.path();
    std::os::unix::fs::symlink("content", dir.join("isi")).expect("symlink");
    let output = terang(dir, &["build", "--content", "isi"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
#[cfg(unix)]
fn a_theme_publishes_nothing_from_outside_and_nothing_hidden() {
    let dir = portal();
    let dir = dir.path();
    let theme = dir.join("themes/uji/static");
    std::fs::create_dir_all(theme.join(".git")).expect("mkdir");
    for (name, text) in [(".git/config", "token"), (".env", "rahasia"), ("Thumbs.db", "x"), ("a.css", "a{}")] {
        std::fs::write(theme.join(name), text).expect("write");
    }
    assert_eq!(terang(dir, &["build", "--theme", "themes/uji"]).status.code(), Some(0));
    let (files, _) = public(dir);
    assert!(files.contains_key("aset/a.css"));
    let hidden: Vec<_> =
        files.keys().filter(|p| p.starts_with("aset/") && p.contains("/.") || p.contains("Thumbs")).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
    std::os::unix::fs::symlink("/etc/passwd", theme.join("sandi.txt")).expect("symlink");
    std::os::unix::fs::symlink("/etc", dir.join("themes/uji/templates")).expect("symlink");
    let text = said(&terang(dir, &["build", "--theme", "themes/uji", "--lang", "en"]));
    for name in ["themes/uji/static/sandi.txt", "themes/uji/templates"] {
        assert!(text.contains(name), "{text}");
    }
    assert!(text.starts_with("keluar 1") && text.matches("leads out of this folder").count() == 2, "{text}");
    assert!(!text.contains("root:"), "{text}");
}

#[test]
#[cfg(unix)]
fn a_theme_named_by_the_content_lies_beside_the_content() {
    let dir = portal();
    let dir = dir.path();
    let outside = tempfile::tempdir().expect("tempdir");
    std::fs::create_dir_all(outside.path().join("static")).expect("mkdir");
    std::fs::create_dir_all(dir.join("themes")).expect("mkdir");
    std::os::unix::fs::symlink(outside.path(), dir.join("themes/luar")).expect("symlink");
    let portal = std::fs::read_to_string(dir.join("content/portal.yaml")).expect("read");
    std::fs::write(dir.join("content/portal.yaml"), portal + "tema: luar\n").expect("write");
    let text = said(&terang(dir, &["check", "--format", "short"]));
    assert!(text.contains("galat[tautan-keluar]"), "{text}");
    assert_eq!(terang(dir, &["check", "--theme", "themes/luar"]).status.code(), Some(0));
}
