//! Publishing is all or nothing, also for who reads the folder meanwhile: killed, without room, twice at once, with
//! links, foreign files and a damaged list in it, the folder holds the old site or the new one.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests write the files they are about, and wait")]

use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use terang::output::{Keluaran, Sidik, Terbitan, Tree, compare, publish, read_tree, sidik};

/// A synthetic site; every second page differs from version to version, and some pages come and go.
fn situs(versi: usize) -> Tree {
    let mut tree = Tree::new();
    for n in 0..200 {
        let isi = if n % 2 == 0 { format!("halaman {n}") } else { format!("halaman {n} versi {versi}") };
        tree.insert(format!("daerah-{}/halaman-{n}/index.html", n % 7), isi.into_bytes());
    }
    for n in 0..20 {
        tree.insert(format!("hanya-{}/{n}.html", versi % 3), format!("{versi}").into_bytes());
    }
    tree
}

fn kecil(pairs: &[(&str, &str)]) -> Tree {
    pairs.iter().map(|(p, t)| ((*p).to_string(), t.as_bytes().to_vec())).collect()
}

/// What is in a folder, hidden entries too.
fn isi(dir: &Path) -> Vec<String> {
    let mut all: Vec<String> =
        std::fs::read_dir(dir).expect("read").map(|e| e.expect("entry").file_name().to_string_lossy().into()).collect();
    all.sort();
    all
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    (dir, out)
}

/// Not a test by itself: the process that the tests kill. Publishes one version, into a folder told by the environment.
#[test]
#[ignore = "started by other tests as a process of its own"]
fn anak() {
    let Ok(dir) = std::env::var("TERANG_ANAK_DIR") else { return };
    let versi: usize = std::env::var("TERANG_ANAK_VERSI").expect("version").parse().expect("number");
    if let Err(error) = publish(Path::new(&dir), &situs(versi), &[]) {
        println!("{}", error.message.en);
        std::process::exit(3);
    }
}

fn proses(out: &Path, versi: usize) -> Command {
    let name = format!("{}::anak", module_path!().split_once("::").map_or("terbit", |(_, m)| m));
    let mut command = Command::new(std::env::current_exe().expect("own path"));
    command.args(["--exact", &name, "--ignored", "--nocapture"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.env("TERANG_ANAK_DIR", out).env("TERANG_ANAK_VERSI", versi.to_string());
    command
}

/// The same numbers at every run.
fn acak(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_and_the_next_build_leaves_nothing_behind() {
    let (dir, out) = folder();
    let kali: usize = std::env::var("TERANG_BUNUH").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    publish(&out, &situs(0), &[]).expect("first");
    std::fs::write(out.join("CNAME"), "contoh.go.id").expect("foreign");
    let start = Instant::now();
    assert!(proses(&out, 1).status().expect("run").success());
    let lama = u64::try_from(start.elapsed().as_micros()).expect("short");
    let (mut seed, mut ada, mut terbunuh) = (7, 1, 0);
    for ke in 0..kali {
        let mut child = proses(&out, ke + 2).spawn().expect("start");
        std::thread::sleep(Duration::from_micros(acak(&mut seed) % (lama * 5 / 4)));
        let _ = child.kill();
        terbunuh += usize::from(!child.wait().expect("wait").success());
        let mut tree = read_tree(&out).expect("read");
        assert_eq!(tree.remove("CNAME").as_deref(), Some(&b"contoh.go.id"[..]), "foreign files stay");
        if tree != situs(ada) {
            let wrong = compare(&situs(ke + 2), &tree);
            assert!(wrong.is_empty(), "kill {ke}: neither old nor new: {} files differ from the new", wrong.len());
            ada = ke + 2;
        }
    }
    assert!(terbunuh > kali / 4, "only {terbunuh} of {kali} were killed on the way");
    publish(&out, &situs(ada), &[]).expect("the next build, with nothing to do");
    assert_eq!(isi(dir.path()), ["public"], "nothing is left over");
    publish(&out, &situs(999), &[]).expect("and one with much to do");
    assert_eq!(isi(dir.path()), ["public"], "nothing is left over");
    let mut tree = read_tree(&out).expect("read");
    tree.remove("CNAME");
    assert_eq!(compare(&situs(999), &tree), []);
    println!("{kali} starts, {terbunuh} killed on the way, 0 mixed");
}

#[test]
fn a_second_build_of_the_same_folder_is_refused_and_says_what_to_do() {
    let (dir, out) = folder();
    let first = Terbitan::new(&out, &[]).expect("first");
    first.tulis("index.html", b"1").expect("write");
    let Err(error) = Terbitan::new(&dir.path().join("x/../public"), &[]) else { panic!("two builds at once") };
    let pid = std::process::id().to_string();
    assert!(error.message.en.contains("another build") && error.message.en.contains(&pid), "{error:?}");
    assert!(error.help.id.contains("tunggu") && error.help.en.contains("wait"), "{error:?}");
    first.selesai().expect("the first is not disturbed");
    publish(&out, &kecil(&[("index.html", "2")]), &[]).expect("free again");
    assert_eq!(isi(dir.path()), ["public"]);
}

#[test]
fn many_builds_at_once_leave_one_whole_site() {
    let (dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    for _ in 0..3 {
        let children: Vec<_> = (1..5).map(|v| (v, proses(&out, v).spawn().expect("start"))).collect();
        let ended: Vec<_> = children.into_iter().map(|(v, mut c)| (v, c.wait().expect("wait").success())).collect();
        let tree = read_tree(&out).expect("read");
        assert!(ended.iter().any(|(v, ok)| *ok && situs(*v) == tree), "{ended:?}");
        assert_eq!(isi(dir.path()), ["public"]);
    }
}

#[test]
fn a_build_that_gives_up_leaves_the_old_site_and_no_file() {
    let (dir, out) = folder();
    let fresh = Terbitan::new(&dir.path().join("a/b/public"), &[]).expect("begin");
    fresh.tulis("index.html", b"1").expect("write");
    drop(fresh);
    assert!(isi(dir.path()).is_empty(), "folders made on the way are gone too");
    publish(&out, &situs(0), &[]).expect("first");
    let half = Terbitan::new(&out, &[]).expect("begin");
    half.tulis("daerah-0/halaman-0/index.html", b"other").expect("write");
    drop(half);
    assert_eq!(isi(dir.path()), ["public"]);
    assert_eq!(compare(&situs(0), &read_tree(&out).expect("read")), []);
}

#[test]
fn a_stopped_build_takes_no_more_files_and_leaves_the_old_site() {
    let (dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    let terbitan = Terbitan::new(&out, &[]).expect("begin");
    let penjaga = terbitan.penjaga();
    terbitan.tulis("baru.html", b"1").expect("write");
    assert!(penjaga.batal());
    assert!(terbitan.tulis("lagi.html", b"1").is_err());
    assert!(terbitan.selesai().is_err());
    assert_eq!(isi(dir.path()), ["public"]);
    assert_eq!(compare(&situs(0), &read_tree(&out).expect("read")), []);
    let late = Terbitan::new(&out, &[]).expect("begin");
    let penjaga = late.penjaga();
    late.tulis("index.html", b"1").expect("write");
    late.selesai().expect("publish");
    assert!(!penjaga.batal(), "what is published is published");
}

/// Identity and times of all files: writing, renaming or giving a name would change them.
fn jejak(out: &Path) -> BTreeMap<PathBuf, (u64, i64, i64)> {
    walkdir::WalkDir::new(out)
        .into_iter()
        .map(|e| {
            let e = e.expect("entry");
            let meta = e.metadata().expect("stat");
            (e.path().to_path_buf(), (meta.ino(), meta.ctime(), meta.ctime_nsec()))
        })
        .collect()
}

#[test]
fn an_unchanged_site_is_not_touched_and_a_changed_page_is_the_only_one_written() {
    let (_dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    let before = jejak(&out);
    let laporan = publish(&out, &situs(0), &[]).expect("second");
    assert_eq!((laporan.ditulis, laporan.tetap, laporan.dihapus), (0, 220, 0));
    assert_eq!(before, jejak(&out));
    let mut one = situs(0);
    one.insert("daerah-0/halaman-0/index.html".into(), b"diubah".to_vec());
    let laporan = publish(&out, &one, &[]).expect("third");
    assert_eq!((laporan.ditulis, laporan.tetap, laporan.dihapus), (1, 219, 0));
    for (path, (ino, ..)) in jejak(&out) {
        let same = before.get(&path).is_some_and(|(old, ..)| *old == ino);
        let page =
            path.is_file() && !path.ends_with(".terang-berkas") && !path.ends_with("daerah-0/halaman-0/index.html");
        assert!(same || !page, "{} is another file", path.display());
        let links = std::fs::metadata(&path).expect("stat").nlink();
        assert!(!path.is_file() || links == 1, "{} has {links} names", path.display());
    }
}

#[test]
fn an_edit_of_the_same_size_with_an_old_date_is_seen_and_mended() {
    let (_dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    std::thread::sleep(Duration::from_millis(20));
    let page = out.join("daerah-1/halaman-1/index.html");
    let old = std::fs::metadata(&page).expect("stat").modified().expect("time");
    let text = std::fs::read_to_string(&page).expect("read").replace("versi 0", "versi 9");
    std::fs::write(&page, text).expect("edit");
    let file = std::fs::File::options().write(true).open(&page).expect("open");
    file.set_modified(old).expect("set back");
    let half = Terbitan::new(&out, &[]).expect("begin");
    let sama = |path: &str| [(path.to_string(), sidik(&situs(0)[path]))];
    assert!(half.tetap(&sama("daerah-0/halaman-0/index.html")), "as the last build left it");
    assert!(!half.tetap(&sama("daerah-1/halaman-1/index.html")), "not as the last build left it");
    drop(half);
    // A program that rewrites the list too must not make the edit look like ours.
    let list = out.join(".terang-berkas");
    std::fs::write(&list, std::fs::read(&list).expect("read")).expect("write");
    let laporan = publish(&out, &situs(0), &[]).expect("second");
    assert_eq!(laporan.ditulis, 1);
    assert_eq!(compare(&situs(0), &read_tree(&out).expect("read")), []);
}

#[test]
fn pages_as_last_time_need_no_bytes_and_are_carried_into_the_new_site() {
    let (_dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    let next = Terbitan::new(&out, &[]).expect("begin");
    let all: Vec<(String, Sidik)> = situs(0).into_iter().map(|(path, isi)| (path, sidik(&isi))).collect();
    assert!(next.tetap(&all));
    assert!(!next.tetap(&[("tidak-ada.html".into(), sidik(b""))]));
    assert!(!next.tetap(&[(all[0].0.clone(), sidik(b"other"))]), "this site never had that content");
    next.tulis("tambahan.html", b"1").expect("write");
    let laporan = next.selesai().expect("publish");
    assert_eq!((laporan.ditulis, laporan.tetap, laporan.dihapus), (1, 220, 0));
    let mut tree = situs(0);
    tree.insert("tambahan.html".into(), b"1".to_vec());
    assert_eq!(compare(&tree, &read_tree(&out).expect("read")), []);
}

#[test]
fn what_is_not_terangs_is_carried_over_as_it_is() {
    let (dir, out) = folder();
    publish(&out, &situs(0), &[]).expect("first");
    std::fs::create_dir_all(out.join(".well-known/acme/kosong")).expect("mkdir");
    std::fs::write(out.join(".well-known/acme/token"), "x").expect("write");
    std::fs::write(out.join("daerah-0/halaman-0/catatan.txt"), "milik orang").expect("write");
    std::fs::write(out.join(".htaccess"), "y").expect("write");
    std::fs::write(dir.path().join("luar.txt"), "luar").expect("write");
    symlink("../luar.txt", out.join("tautan")).expect("link");
    symlink("/tidak/ada", out.join("putus")).expect("link");
    assert!(Command::new("mkfifo").arg(out.join("pipa")).status().expect("mkfifo").success());
    std::fs::set_permissions(out.join(".well-known"), std::fs::Permissions::from_mode(0o711)).expect("mode");
    std::fs::set_permissions(&out, std::fs::Permissions::from_mode(0o2775)).expect("mode");
    let terbitan = Terbitan::new(&out, &[]).expect("begin");
    std::fs::create_dir_all(out.join("baru/di")).expect("mkdir");
    std::fs::write(out.join("baru/di/sini.txt"), "menyusul").expect("written by others meanwhile");
    let one = kecil(&[("index.html", "satu-satunya halaman")]);
    for (path, bytes) in &one {
        terbitan.tulis(path, bytes).expect("write");
    }
    terbitan.selesai().expect("publish");
    let text = |path: &str| std::fs::read_to_string(out.join(path)).expect(path);
    assert_eq!(text(".well-known/acme/token"), "x");
    assert_eq!(text("daerah-0/halaman-0/catatan.txt"), "milik orang");
    assert_eq!(text(".htaccess"), "y");
    assert_eq!(text("tautan"), "luar");
    assert_eq!(text("baru/di/sini.txt"), "menyusul");
    assert_eq!(text("index.html"), "satu-satunya halaman");
    assert!(out.join(".well-known/acme/kosong").is_dir() && out.join("pipa").exists());
    assert_eq!(std::fs::read_link(out.join("putus")).expect("link"), Path::new("/tidak/ada"));
    assert!(!out.join("daerah-1").exists() && !out.join("daerah-0/halaman-0/index.html").exists());
    let mode = |path: &Path| std::fs::metadata(path).expect("stat").mode() & 0o7777;
    assert_eq!((mode(&out), mode(&out.join(".well-known"))), (0o2775, 0o711));
    assert_eq!(std::fs::metadata(dir.path().join("luar.txt")).expect("stat").nlink(), 1);
}

#[test]
fn a_build_stopped_by_a_signal_takes_its_staging_away_and_says_that_the_old_site_stands() {
    let (dir, out) = folder();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/galat/dasar/content");
    let build = |title: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_terang"));
        command.current_dir(dir.path()).args(["build", "--lang", "en"]).env("NO_COLOR", "1");
        std::fs::write(dir.path().join("content/portal.yaml"), format!("judul: {title}\nketerangan: Uji.\n"))
            .expect("write");
        command.stdout(Stdio::null()).stderr(Stdio::piped());
        command
    };
    for (path, bytes) in read_tree(&content).expect("read") {
        terang::output::create(&dir.path().join("content").join(path), &bytes).expect("copy");
    }
    assert!(build("Lama").status().expect("run").success());
    let mut old = read_tree(&out).expect("read");
    let start = Instant::now();
    assert!(build("Ukur").status().expect("run").success());
    let lama = u64::try_from(start.elapsed().as_micros()).expect("short");
    assert!(build("Lama").status().expect("run").success());
    assert_eq!(compare(&old, &read_tree(&out).expect("read")), []);
    let (mut seed, mut stopped) = (3, 0);
    for ke in 0..12 {
        let child = build(&format!("Baru {ke}")).spawn().expect("start");
        std::thread::sleep(Duration::from_micros(acak(&mut seed) % lama));
        let signal = if ke % 2 == 0 { "-INT" } else { "-TERM" };
        let _ = Command::new("kill").args([signal, &child.id().to_string()]).status();
        let output = child.wait_with_output().expect("wait");
        let now = read_tree(&out).expect("read");
        assert_eq!(isi(dir.path()), [".terang", "content", "public"], "nothing is left over, without another build");
        let kept = walkdir::WalkDir::new(dir.path().join(".terang/content")).into_iter().flatten();
        let odd: Vec<_> =
            kept.filter(|e| e.file_type().is_file() && !e.path().to_string_lossy().ends_with(".simpan")).collect();
        assert_eq!(odd.len(), 2, "the note for version control and the one for copies: {odd:?}");
        if output.status.success() {
            old = now;
            continue;
        }
        assert_eq!(compare(&old, &now), [], "{signal} {ke}: the old site");
        if output.status.code() == Some(130) {
            stopped += 1;
            assert!(String::from_utf8_lossy(&output.stderr).contains("Stopped; `public` is unchanged."));
        } else {
            assert_eq!(output.status.code(), None, "ended by the signal before anything was staged");
        }
    }
    println!("12 signals, {stopped} while files were staged");
}
