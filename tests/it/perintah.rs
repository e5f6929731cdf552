//! The commands as a person uses them: build twice, new files, JSON, languages, exit codes.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::path::Path;
use terang::output::{Tree, compare, publish, read_tree};

pub fn terang(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
    command.current_dir(dir).env("NO_COLOR", "1");
    command
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The small right content of the error cases, in a folder of its own.
pub fn portal() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("tempdir");
    for (path, bytes) in read_tree(&repository().join("tests/galat/dasar")).expect("read") {
        if path.starts_with("content/") {
            let target = dir.path().join(path);
            std::fs::create_dir_all(target.parent().expect("parent")).expect("mkdir");
            std::fs::write(target, bytes).expect("write");
        }
    }
    dir
}

fn tree(pairs: &[(&str, &str)]) -> Tree {
    pairs.iter().map(|(p, t)| ((*p).to_string(), t.as_bytes().to_vec())).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_content_of_this_repository_passes_check_and_builds_the_same_with_one_thread_and_with_many() {
    let dir = tempfile::tempdir().expect("tempdir");
    let build = |out: &str, threads: &str| {
        let out = dir.path().join(out);
        terang(repository()).env("RAYON_NUM_THREADS", threads).args(["build", "--out"]).arg(&out).assert().success();
        read_tree(&out).expect("read")
    };
    let differences = compare(&build("satu", "1"), &build("banyak", "4"));
    assert!(differences.is_empty(), "{differences:?}");
    terang(repository()).arg("check").assert().success();
}

#[test]
fn a_second_build_writes_nothing() {
    let dir = portal();
    let times = |dir: &Path| -> BTreeMap<String, std::time::SystemTime> {
        let read =
            |path: &str| std::fs::metadata(dir.join("public").join(path)).and_then(|m| m.modified()).expect("time");
        read_tree(&dir.join("public")).expect("read").into_keys().map(|p| (p.clone(), read(&p))).collect()
    };
    terang(dir.path()).arg("build").assert().success();
    let before = times(dir.path());
    let output = terang(dir.path()).arg("build").assert().success().get_output().clone();
    assert!(text(&output.stdout).contains("0 berkas ditulis"), "{}", text(&output.stdout));
    assert_eq!(times(dir.path()), before);
}

#[test]
fn the_summary_counts_records_pages_charts_findings_and_seconds() {
    let dir = portal();
    let output = terang(dir.path()).args(["build", "--lang", "en"]).assert().success().get_output().clone();
    let out = text(&output.stdout);
    for word in ["1 records", "pages", "charts", "findings", "seconds", "files written"] {
        assert!(out.contains(word), "{word} in {out}");
    }
}

#[test]
fn publishing_removes_what_it_wrote_before_and_nothing_else() {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    publish(&out, &tree(&[("index.html", "1"), ("a/b/index.html", "2"), ("a/c.css", "3")]), &[]).expect("first");
    std::fs::write(out.join("CNAME"), "contoh.go.id").expect("write");
    std::fs::write(out.join("a/mine.txt"), "mine").expect("write");
    let laporan = publish(&out, &tree(&[("index.html", "1"), ("a/c.css", "4")]), &[]).expect("second");
    assert_eq!((laporan.ditulis, laporan.tetap, laporan.dihapus), (1, 1, 1));
    let expected = tree(&[("index.html", "1"), ("a/c.css", "4"), ("CNAME", "contoh.go.id"), ("a/mine.txt", "mine")]);
    assert_eq!(compare(&expected, &read_tree(&out).expect("read")), []);
    assert!(!out.join("a/b").exists(), "the folder it made is gone when empty");
}

#[test]
fn a_file_nobody_published_is_not_replaced_and_the_rest_stays() {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    publish(&out, &tree(&[("index.html", "1")]), &[]).expect("first");
    std::fs::write(out.join("tentang.html"), "mine").expect("write");
    let error = publish(&out, &tree(&[("index.html", "2"), ("tentang.html", "ours")]), &[]).expect_err("refused");
    assert!(error.message.id.contains("tentang.html"), "{error:?}");
    assert_eq!(compare(&tree(&[("index.html", "1"), ("tentang.html", "mine")]), &read_tree(&out).expect("read")), []);
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_never_written_or_removed() {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    std::fs::write(dir.path().join("mine.txt"), "mine").expect("write");
    assert!(publish(&out, &tree(&[("../mine.txt", "x")]), &[]).is_err());
    assert!(!out.exists(), "a refused build leaves no folder behind");
    publish(&out, &tree(&[("index.html", "1")]), &[]).expect("first");
    let head = "# Ditulis oleh terang: berkas yang boleh diganti atau dihapus oleh build berikutnya.";
    std::fs::write(out.join(".terang-berkas"), format!("{head}\n../mine.txt\n/etc/hostname\nindex.html\n"))
        .expect("write");
    publish(&out, &tree(&[("index.html", "2")]), &[]).expect("second");
    assert_eq!(std::fs::read_to_string(dir.path().join("mine.txt")).expect("read"), "mine");
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_folder_is_not_followed_out_of_it() {
    let dir = tempfile::tempdir().expect("tempdir");
    let (out, other) = (dir.path().join("public"), dir.path().join("other"));
    std::fs::create_dir_all(&out).expect("mkdir");
    std::fs::create_dir_all(&other).expect("mkdir");
    std::os::unix::fs::symlink(&other, out.join("a")).expect("symlink");
    assert!(publish(&out, &tree(&[("a/index.html", "x")]), &[]).is_err());
    assert_eq!(read_tree(&other).expect("read"), Tree::new());
}

#[test]
fn a_tree_that_cannot_be_published_leaves_the_previous_site_whole_and_no_temporary_files() {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    let old = tree(&[("index.html", "1"), ("z/index.html", "1")]);
    publish(&out, &old, &[]).expect("first");
    // Longer than any file system takes; a file that is a folder too; a folder where a file must go.
    std::fs::create_dir_all(out.join("y/mine")).expect("mkdir");
    let long = format!("z/{}.html", "x".repeat(300));
    for wrong in [&[long.as_str()][..], &["b", "b/index.html"], &["y"], &["index.html/x"]] {
        let mut new = tree(&[("index.html", "2"), ("z/index.html", "2"), ("c/index.html", "2")]);
        new.extend(wrong.iter().map(|path| ((*path).to_string(), b"3".to_vec())));
        assert!(publish(&out, &new, &[]).is_err(), "{wrong:?}");
        assert_eq!(compare(&old, &read_tree(&out).expect("read")), []);
        assert!(!out.join("c").exists() && !out.join("b").exists(), "folders made on the way are gone");
    }
}

#[cfg(unix)]
#[test]
fn published_files_can_be_read_by_a_web_server() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    publish(&out, &tree(&[("a/index.html", "1")]), &[]).expect("publish");
    let mode = |path: &Path| std::fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
    assert_eq!((mode(&out.join("a/index.html")), mode(&out.join("a")), mode(&out)), (0o644, 0o755, 0o755));
}

#[test]
fn what_new_creates_passes_check_as_it_is_and_with_every_example_uncommented() {
    let dir = tempfile::tempdir().expect("tempdir");
    let dir = dir.path();
    let new = |args: &[&str]| terang(dir).arg("new").args(args).assert().success();
    let check = || terang(dir).args(["check", "--strict"]).assert().success();
    new(&[
        "daerah",
        "lumajang",
        "--nama",
        "Kabupaten Lumajang",
        "--provinsi",
        "Jawa Timur",
        "--kode-kemendagri",
        "35.10",
    ]);
    check();
    new(&["opd", "lumajang/dinas-sosial"]);
    check();
    uncomment(&dir.join("content/lumajang/dinas-sosial/opd.yaml"));
    check();
    new(&["tahun", "lumajang/dinas-sosial", "2024"]);
    terang(dir).args(["baru", "tahun", "lumajang/dinas-sosial", "2025"]).assert().success();
    check();
    for file in
        ["portal.yaml", "lumajang/daerah.yaml", "lumajang/dinas-sosial/2024.yaml", "lumajang/dinas-sosial/2025.yaml"]
    {
        uncomment(&dir.join("content").join(file));
    }
    terang(dir).arg("check").assert().success();
    let opd = std::fs::read_to_string(dir.join("content/lumajang/dinas-sosial/opd.yaml")).expect("read");
    assert!(opd.contains("nama: Dinas Sosial Kabupaten Lumajang") && opd.contains("  lkjip-2025:\n"), "{opd}");
}

/// The word of a kind comes from the code, from `--jenis`, or is Kabupaten; a name that does not say its kind gets `jenis:`.
#[test]
fn new_names_a_daerah_by_its_kind() {
    let dir = tempfile::tempdir().expect("tempdir");
    let cases: [(&[&str], &str); 6] = [
        (&["kota-blitar"], "nama: Kota Blitar\nprovinsi"),
        (&["kab-blitar"], "nama: Kabupaten Blitar\nprovinsi"),
        (&["lumajang"], "nama: Kabupaten Lumajang\nprovinsi"),
        (&["madiun", "--jenis", "kota"], "nama: Kota Madiun\nprovinsi"),
        (&["provinsi-jawa-timur"], "nama: Provinsi Jawa Timur\nprovinsi"),
        (&["diy", "--jenis", "provinsi", "--nama", "DI Yogyakarta"], "nama: DI Yogyakarta\njenis: provinsi\nprovinsi"),
    ];
    for (args, expected) in cases {
        terang(dir.path()).args(["new", "daerah"]).args(args).args(["--provinsi", "Jawa Timur"]).assert().success();
        let path = dir.path().join("content").join(args[0]).join("daerah.yaml");
        let made = std::fs::read_to_string(path).expect("read");
        assert!(made.contains(expected), "{args:?}: {made}");
    }
}

/// Takes the `# ` off example lines, as an editor does; `## ` lines stay comments.
fn uncomment(path: &Path) {
    let text = std::fs::read_to_string(path).expect("read");
    let lines: Vec<&str> = text.lines().map(|l| l.strip_prefix("# ").unwrap_or(l)).collect();
    std::fs::write(path, lines.join("\n")).expect("write");
}

#[test]
fn new_never_overwrites_and_says_what_is_missing() {
    let dir = portal();
    let before = read_tree(dir.path()).expect("read");
    let refused: [(&[&str], &str); 13] = [
        (&["daerah", "aceh"], "terang new daerah --provinsi <PROVINSI> <KODE>"),
        (&["daerah", "lumajang", "--provinsi", "x"], "sudah ada"),
        (&["opd", "lumajang/dinas-sosial"], "sudah ada"),
        (&["tahun", "lumajang/dinas-sosial", "2024"], "sudah ada"),
        (&["opd", "jember/dinas-sosial"], "terang new daerah jember"),
        (&["tahun", "lumajang/bpbd", "2024"], "terang new opd lumajang/bpbd"),
        (&["daerah", "Kabupaten Blitar", "--provinsi", "x"], "kabupaten-blitar"),
        // What `check` would refuse is not made in the first place.
        (&["daerah", "temuan", "--provinsi", "x"], "sudah dipakai bagian lain situs"),
        (&["daerah", "skala", "--provinsi", "x"], "folder portal"),
        (&["daerah", "nul", "--provinsi", "x"], "peranti"),
        (&["daerah", "daerah", "--provinsi", "x"], "sudah dipakai"),
        (&["opd", "lumajang/dinas-sosial-excel"], "alamat yang sama"),
        (&["opd", "lumajang/../../x"], "bukan alamat OPD"),
    ];
    for (args, expected) in refused {
        let output = terang(dir.path()).arg("new").args(args).assert().code(2).get_output().clone();
        assert!(text(&output.stderr).contains(expected), "{args:?}: {}", text(&output.stderr));
    }
    assert_eq!(compare(&before, &read_tree(dir.path()).expect("read")), []);
}

#[test]
fn a_code_that_is_the_name_of_its_province_makes_a_province() {
    let dir = portal();
    for (kode, provinsi, nama) in [
        ("bali", "Bali", "nama: Provinsi Bali\n"),
        ("di-yogyakarta", "DI Yogyakarta", "nama: Daerah Istimewa Yogyakarta\n"),
        ("dki-jakarta", "DKI Jakarta", "nama: Provinsi DKI Jakarta\n"),
        ("bangli", "Bali", "nama: Kabupaten Bangli\n"),
    ] {
        terang(dir.path()).args(["new", "daerah", kode, "--provinsi", provinsi]).assert().success();
        let text = std::fs::read_to_string(dir.path().join(format!("content/{kode}/daerah.yaml"))).expect("read");
        assert!(text.contains(nama), "{text}");
    }
}

#[test]
fn json_is_one_object_with_code_file_line_column_message_and_help() {
    let dir = portal();
    let path = dir.path().join("content/portal.yaml");
    std::fs::write(&path, "judul: A\nketerangan: B\ntem: c\n").expect("write");
    let output = terang(dir.path()).args(["check", "--format", "json"]).assert().code(1).get_output().clone();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
    let expected = serde_json::json!({
        "versi": 2,
        "berkas": 5,
        "diperiksa": 0,
        "galat": [{
            "kode": "kunci-tak-dikenal", "tingkat": "galat", "berkas": "content/portal.yaml", "baris": 3, "kolom": 1,
            "pesan": "kunci `tem` tidak dikenal", "bantuan": "mungkin maksudnya `tema`",
        }],
        "temuan": [],
    });
    assert_eq!(value, expected);
    assert!(output.stderr.is_empty(), "nothing beside the object");
}

#[test]
fn findings_point_into_the_yaml_and_fail_only_under_strict() {
    let dir = portal();
    let path = dir.path().join("content/lumajang/dinas-sosial/2024.yaml");
    let own = std::fs::read_to_string(&path).expect("read").replace("94,01%", "67,20%");
    std::fs::write(&path, own).expect("write");
    let output = terang(dir.path()).args(["check", "--format", "json"]).assert().success().get_output().clone();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("json");
    let temuan = &value["temuan"][0];
    assert_eq!(temuan["berkas"], "content/lumajang/dinas-sosial/2024.yaml", "{value:#}");
    assert_eq!((temuan["baris"].as_u64(), temuan["kolom"].as_u64()), (Some(13), Some(58)), "{value:#}");
    assert_eq!(temuan["tertulis"], "67.2");
    assert_eq!(temuan["sifat"], "pertentangan");
    assert_eq!(temuan["sebab"], "lumajang/dinas-sosial/2024/anggaran/penunjang/serapan#serapan-beda");
    assert_eq!(temuan["bobot"]["kata"], temuan["tingkat"]);
    assert!(temuan["bukti"][0]["tempat"][0]["letak"].is_string(), "{value:#}");
    assert!(value["diperiksa"].as_u64() > Some(0));
    let human = terang(dir.path()).arg("check").assert().success().get_output().clone();
    assert!(text(&human.stderr).contains("peringatan[serapan-beda]"), "{}", text(&human.stderr));
    let en = terang(dir.path()).args(["check", "--lang", "en"]).assert().success().get_output().clone();
    let en = text(&en.stderr);
    assert!(
        en.contains("warning[serapan-beda]: Absorption of ")
            && en.contains(": printed 67.20% (")
            && en.contains("= Rp5,046,629,436.54 ÷"),
        "{en}"
    );
    terang(dir.path()).args(["check", "--strict"]).assert().code(1);
    terang(dir.path()).args(["build", "--strict"]).assert().code(1);
    terang(dir.path()).arg("build").assert().success();
}

#[test]
fn explain_lists_the_rules_and_prints_the_docs_of_one() {
    let dir = tempfile::tempdir().expect("tempdir");
    let list = terang(dir.path()).arg("explain").assert().success().get_output().clone();
    assert!(text(&list.stdout).contains("serapan-beda"));
    let one = terang(dir.path()).args(["jelaskan", "serapan-beda"]).assert().success().get_output().clone();
    assert!(text(&one.stdout).contains("Artinya."));
    let list = terang(dir.path()).args(["explain", "--lang", "en"]).assert().success().get_output().clone();
    assert!(text(&list.stdout).contains("Absorption (serapan) differs from its computation"));
    assert!(!text(&list.stdout).contains("Serapan berbeda"));
    let one =
        terang(dir.path()).args(["explain", "capaian-beda", "--lang", "en"]).assert().success().get_output().clone();
    let one = text(&one.stdout);
    assert!(one.starts_with("Achievement (capaian) differs from its computation [capaian-beda]"), "{one}");
    assert!(one.contains("Meaning.") && one.contains("performance is measured"), "{one}");
    assert!(!one.contains("Artinya.") && !one.contains("pengukuran kinerja"), "{one}");
    let none = terang(dir.path()).args(["explain", "serapan-bed"]).assert().code(2).get_output().clone();
    assert!(text(&none.stderr).contains("serapan-beda"));
}

#[test]
fn strict_turns_warnings_into_exit_code_1_and_keeps_the_site_unwritten() {
    let dir = portal();
    let path = dir.path().join("content/portal.yaml");
    std::fs::write(&path, "judul: A\r\nketerangan: B\r\n").expect("write");
    terang(dir.path()).arg("check").assert().success();
    terang(dir.path()).args(["check", "--strict"]).assert().code(1);
    terang(dir.path()).args(["build", "--strict"]).assert().code(1);
    assert!(!dir.path().join("public").exists());
    terang(dir.path()).arg("build").assert().success();
}

#[test]
fn help_has_examples_in_both_languages() {
    let dir = tempfile::tempdir().expect("tempdir");
    for command in ["", "build", "check", "serve", "new", "explain"] {
        let args: Vec<&str> = [command, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        let id = terang(dir.path()).args(&args).assert().success().get_output().clone();
        assert!(text(&id.stdout).contains("Pemakaian: terang") && text(&id.stdout).contains("Contoh:"), "{command}");
        let en = terang(dir.path()).args(&args).args(["--lang", "en"]).assert().success().get_output().clone();
        assert!(text(&en.stdout).contains("Usage: terang") && text(&en.stdout).contains("Examples:"), "{command}");
        assert!(!text(&en.stdout).contains("Menampilkan"), "{command}: {}", text(&en.stdout));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_said_and_is_exit_code_2() {
    for args in [&["explain"][..], &["--help"], &["check", "--help"], &["--version"], &["check", "--format", "json"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_terang"))
            .current_dir(repository())
            .args(args)
            .args(["--lang", "en"])
            .stdout(full)
            .output()
            .expect("run");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains("the result cannot be written"), "{args:?}: {}", text(&output.stderr));
    }
}

#[test]
#[cfg(unix)]
fn whoever_closed_the_pipe_has_read_enough() {
    for args in [&["--help"][..], &["explain"], &["check", "--format", "json"]] {
        let (reader, writer) = std::io::pipe().expect("pipe");
        drop(reader);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_terang"))
            .current_dir(repository())
            .args(args)
            .stdout(writer)
            .output()
            .expect("run");
        assert_eq!((output.status.code(), text(&output.stderr).contains("panicked")), (Some(0), false), "{args:?}");
    }
}

#[test]
fn a_wrong_command_line_is_answered_in_the_language_it_asks_for() {
    let dir = portal();
    let cases: [(&[&str], &str, &str); 5] = [
        (&["build", "--base-url", "contoh.go.id"], "bukan alamat lengkap", "is not a full address"),
        (&["build", "--otu", "x"], "tidak dikenal di sini", "is not known here"),
        (&["periska"], "perintah `periska` tidak dikenal", "there is no command `periska`"),
        (&["check", "--format", "xml"], "tidak bisa dipakai untuk", "cannot be used for"),
        (&["new", "tahun", "lumajang/dinas-sosial", "24"], "tidak bisa dipakai untuk", "cannot be used for"),
    ];
    for (args, id, en) in cases {
        for (lang, expected, other) in [("id", id, en), ("en", en, id)] {
            let output = terang(dir.path()).args(args).args(["--lang", lang]).assert().code(2).get_output().clone();
            let said = text(&output.stderr);
            assert!(said.contains(expected) && !said.contains(other), "{args:?} {lang}: {said}");
            assert!(!said.contains("For more information") && !said.contains("Usage:"), "{said}");
        }
    }
}
