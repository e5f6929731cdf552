//! Publishing where something is in the way: a damaged list, a full disk, a read-only folder, a mount point, links.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use terang::output::{Keluaran, OutputError, Terbitan, Tree, compare, publish, read_tree};

fn tree(pairs: &[(&str, &str)]) -> Tree {
    pairs.iter().map(|(p, t)| ((*p).to_string(), t.as_bytes().to_vec())).collect()
}

fn lama() -> Tree {
    tree(&[("index.html", "lama"), ("a/index.html", "lama a"), ("a/b/index.html", "lama b"), ("usang/x.html", "usang")])
}

fn baru() -> Tree {
    tree(&[("index.html", "baru"), ("a/index.html", "baru a"), ("a/b/index.html", "lama b"), ("segar/y.html", "segar")])
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("tempdir");
    let out = dir.path().join("public");
    (dir, out)
}

fn is(out: &Path, expected: &Tree) {
    assert_eq!(compare(expected, &read_tree(out).expect("read")), []);
}

fn names(dir: &Path) -> Vec<String> {
    let mut all: Vec<String> =
        std::fs::read_dir(dir).expect("read").map(|e| e.expect("entry").file_name().to_string_lossy().into()).collect();
    all.sort();
    all
}

/// Runs a program of the system; false, and the test is skipped by name, where it may not do that.
fn can(test: &str, program: &str, args: &[&str]) -> bool {
    let done = Command::new(program).args(args).output().is_ok_and(|o| o.status.success());
    if !done {
        println!("skipped: {test}: `{program} {}` is not possible here", args.join(" "));
    }
    done
}

/// A small file system of its own, taken away at the end.
struct Kecil(PathBuf);

impl Kecil {
    fn new(test: &str, at: &Path, options: &str) -> Option<Self> {
        std::fs::create_dir_all(at).expect("mkdir");
        let args = ["-t", "tmpfs", "-o", options, "tmpfs", &at.to_string_lossy()];
        can(test, "mount", &args).then(|| Self(at.to_path_buf()))
    }
}

impl Drop for Kecil {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn unchanged(error: &OutputError) {
    assert!(error.help.en.contains("the previous site is unchanged"), "{error:?}");
    assert!(error.help.id.contains("situs yang sebelumnya tidak diubah"), "{error:?}");
}

#[test]
fn a_disk_that_fills_up_leaves_the_old_site_and_room() {
    let (dir, _) = folder();
    let disk = dir.path().join("disk");
    let Some(_disk) = Kecil::new("a_disk_that_fills_up", &disk, "size=1m") else { return };
    let out = disk.join("public");
    publish(&out, &lama(), &[]).expect("first");
    let mut big = baru();
    (0..40).for_each(|n| drop(big.insert(format!("besar/{n}.bin"), vec![n; 50_000])));
    let error = publish(&out, &big, &[]).expect_err("no room");
    assert!(error.message.en.contains("the disk is full"), "{error:?}");
    unchanged(&error);
    is(&out, &lama());
    assert_eq!(names(&disk), ["public"]);
    publish(&out, &baru(), &[]).expect("there is room for this");
    is(&out, &baru());
}

#[test]
fn a_file_system_that_became_read_only_leaves_the_old_site() {
    let (dir, _) = folder();
    let disk = dir.path().join("disk");
    let Some(_disk) = Kecil::new("a_file_system_that_became_read_only", &disk, "size=1m") else { return };
    let out = disk.join("public");
    publish(&out, &lama(), &[]).expect("first");
    let half = Terbitan::new(&out, &[]).expect("begin");
    half.tulis("index.html", b"baru").expect("write");
    if !can("a_file_system_that_became_read_only", "mount", &["-o", "remount,ro", &disk.to_string_lossy()]) {
        return;
    }
    unchanged(&half.tulis("a/index.html", b"baru").expect_err("read-only"));
    unchanged(&half.selesai().expect_err("read-only"));
    is(&out, &lama());
    unchanged(&publish(&out, &baru(), &[]).expect_err("read-only"));
    assert!(can("", "mount", &["-o", "remount,rw", &disk.to_string_lossy()]));
    publish(&out, &baru(), &[]).expect("writable again");
    is(&out, &baru());
    assert_eq!(names(&disk), ["public"], "what the build before could not remove is gone");
}

#[test]
fn a_mount_point_is_published_file_by_file() {
    let (dir, out) = folder();
    let Some(_disk) = Kecil::new("a_mount_point_is_published", &out, "size=1m") else { return };
    publish(&out, &lama(), &[]).expect("first");
    std::fs::write(out.join("CNAME"), "x").expect("foreign");
    let laporan = publish(&out, &baru(), &[]).expect("second");
    assert_eq!((laporan.ditulis, laporan.tetap, laporan.dihapus), (3, 1, 1));
    let mut expected = baru();
    expected.insert("CNAME".into(), b"x".to_vec());
    is(&out, &expected);
    assert_eq!(names(&out), [".terang-berkas", "CNAME", "a", "index.html", "segar"]);
    assert_eq!(names(dir.path()), ["public"]);
}

#[test]
fn replacing_file_by_file_that_fails_half_way_puts_everything_back_and_says_so() {
    let (dir, out) = folder();
    let test = "replacing_file_by_file_that_fails_half_way";
    let Some(_disk) = Kecil::new(test, &out, "size=1m") else { return };
    publish(&out, &lama(), &[]).expect("first");
    // A file mounted over the last page to be replaced.
    let (page, from) = (out.join("index.html"), dir.path().join("lain"));
    std::fs::write(&from, "lama").expect("write");
    if !can(test, "mount", &["--bind", &from.to_string_lossy(), &page.to_string_lossy()]) {
        return;
    }
    let error = publish(&out, &baru(), &[]).expect_err("index.html is held");
    let (held, left) = (read_tree(&out).expect("read"), names(&out));
    assert!(can(test, "umount", &[&page.to_string_lossy()]));
    unchanged(&error);
    assert_eq!(compare(&lama(), &held), []);
    assert_eq!(left, [".terang-berkas", "a", "index.html", "usang"]);
    publish(&out, &baru(), &[]).expect("free again");
    is(&out, &baru());
}

#[test]
fn replacing_file_by_file_that_was_killed_half_way_is_undone_by_the_next_build() {
    let (_dir, out) = folder();
    let Some(_disk) = Kecil::new("replacing_that_was_killed", &out, "size=1m") else { return };
    publish(&out, &lama(), &[]).expect("first");
    // As a kill leaves it: one page replaced, one new, the others still to come.
    let tahap = out.join(".terang-tahap");
    sendiri(&tahap);
    std::fs::create_dir_all(tahap.join("lama/a")).expect("mkdir");
    std::fs::rename(out.join("a/index.html"), tahap.join("lama/a/index.html")).expect("rename");
    std::fs::write(out.join("a/index.html"), "baru a").expect("write");
    std::fs::create_dir(out.join("segar")).expect("mkdir");
    std::fs::write(out.join("segar/y.html"), "segar").expect("write");
    std::fs::write(tahap.join("jurnal"), "segar/y.html\n").expect("write");
    drop(Terbitan::new(&out, &[]).expect("begin"));
    is(&out, &lama());
    assert_eq!(names(&out), [".terang-berkas", "a", "index.html", "usang"]);
}

#[test]
fn a_file_held_in_the_old_site_hinders_only_its_removal_and_the_next_build_finishes_it() {
    let (dir, out) = folder();
    let test = "a_file_held_in_the_old_site";
    publish(&out, &lama(), &[]).expect("first");
    if !can(test, "chattr", &["+i", &out.join("a/index.html").to_string_lossy()]) {
        return;
    }
    let result = publish(&out, &baru(), &[]);
    let held = read_tree(&out).expect("read");
    let old = dir.path().join(".public.terang/situs/a/index.html");
    assert!(can(test, "chattr", &["-i", &old.to_string_lossy()]));
    assert!(result.expect("published").sisa, "the caller can say that something is left");
    assert_eq!(compare(&baru(), &held), []);
    publish(&out, &baru(), &[]).expect("next");
    assert_eq!(names(dir.path()), ["public"]);
}

#[test]
fn an_unchanged_page_that_may_get_no_second_name_is_worked_around() {
    let (dir, out) = folder();
    let test = "an_unchanged_page_that_may_get_no_second_name";
    publish(&out, &lama(), &[]).expect("first");
    let page = out.join("a/b/index.html");
    if !can(test, "chattr", &["+i", &page.to_string_lossy()]) {
        return;
    }
    let result = publish(&out, &baru(), &[]);
    assert!(can(test, "chattr", &["-i", &page.to_string_lossy()]));
    result.expect("file by file");
    is(&out, &baru());
    assert_eq!(names(dir.path()), ["public"]);
}

#[test]
fn a_lost_or_damaged_list_is_said_with_its_cure_and_nothing_is_changed() {
    type Rusak = fn(&Path);
    let ways: [(&str, Rusak); 8] = [
        ("gone", |p| std::fs::remove_file(p).expect("remove")),
        ("empty", |p| std::fs::write(p, "").expect("write")),
        ("cut", |p| {
            let all = std::fs::read(p).expect("read");
            std::fs::write(p, &all[..all.len() / 2]).expect("write");
        }),
        ("not UTF-8", |p| std::fs::write(p, b"\xff\xfe\n").expect("write")),
        ("a pipe", |p| {
            std::fs::remove_file(p).expect("remove");
            assert!(Command::new("mkfifo").arg(p).status().expect("mkfifo").success());
        }),
        ("a folder", |p| {
            std::fs::remove_file(p).expect("remove");
            std::fs::create_dir(p).expect("mkdir");
        }),
        ("a link", |p| {
            std::fs::rename(p, p.with_extension("asli")).expect("rename");
            symlink(p.with_extension("asli"), p).expect("link");
        }),
        ("paths only", |p| std::fs::write(p, "index.html\na/index.html\n").expect("write")),
    ];
    for (way, damage) in ways {
        let (_dir, out) = folder();
        publish(&out, &lama(), &[]).expect("first");
        damage(&out.join(".terang-berkas"));
        let error = publish(&out, &baru(), &[]).expect_err(way);
        assert!(error.message.en.contains(".terang-berkas"), "{way}: {error:?}");
        assert!(error.help.id.contains("mv ") && error.help.en.contains("mv "), "{way}: {error:?}");
        assert_eq!(std::fs::read(out.join("index.html")).expect("read"), b"lama", "{way}");
        // The cure.
        std::fs::rename(&out, out.with_extension("lama")).expect("mv");
        publish(&out, &baru(), &[]).expect("after the cure");
        is(&out, &baru());
    }
}

#[test]
fn a_list_that_was_tampered_with_removes_nothing_foreign_and_nothing_outside() {
    let (dir, out) = folder();
    publish(&out, &lama(), &[]).expect("first");
    let outside = dir.path().join("luar.txt");
    std::fs::write(&outside, "luar").expect("write");
    std::fs::write(out.join("CNAME"), "contoh").expect("write");
    symlink(dir.path(), out.join("keluar")).expect("link");
    let list = out.join(".terang-berkas");
    let text = std::fs::read_to_string(&list).expect("read");
    let hex = "0".repeat(32);
    let more =
        format!("CNAME\n{hex} 6 CNAME\n{hex} 4 ../luar.txt\n{hex} 4 keluar/luar.txt\n{hex} 4 /etc/hostname\n# akhir\n");
    std::fs::write(&list, text.replace("# akhir\n", &more)).expect("write");
    publish(&out, &baru(), &[]).expect("second");
    assert_eq!(std::fs::read_to_string(&outside).expect("read"), "luar");
    assert_eq!(std::fs::read_to_string(out.join("CNAME")).expect("read"), "contoh");
    assert_eq!(std::fs::read_link(out.join("keluar")).expect("read"), dir.path());
    assert!(!out.join("usang").exists(), "what is stale by the true lines is gone");
    assert_eq!(std::fs::read(out.join("index.html")).expect("read"), b"baru");
}

#[test]
fn a_page_of_an_earlier_build_that_somebody_edited_is_not_removed() {
    let (_dir, out) = folder();
    publish(&out, &lama(), &[]).expect("first");
    std::fs::write(out.join("usang/x.html"), "disunting orang").expect("edit");
    assert_eq!(publish(&out, &baru(), &[]).expect("second").dihapus, 0);
    assert_eq!(std::fs::read_to_string(out.join("usang/x.html")).expect("read"), "disunting orang");
}

#[test]
fn a_folder_swapped_for_a_link_meanwhile_sends_nothing_outside() {
    let (dir, out) = folder();
    publish(&out, &lama(), &[]).expect("first");
    let outside = dir.path().join("luar");
    std::fs::create_dir(&outside).expect("mkdir");
    std::fs::write(outside.join("index.html"), "luar").expect("write");
    let terbitan = Terbitan::new(&out, &[]).expect("begin");
    terbitan.tulis("index.html", b"baru").expect("write");
    std::fs::rename(&out, dir.path().join("pindah")).expect("rename");
    symlink(&outside, &out).expect("link");
    terbitan.selesai().expect_err("not the folder it began with");
    assert_eq!(names(&outside), ["index.html"]);
    assert_eq!(std::fs::read_to_string(outside.join("index.html")).expect("read"), "luar");
    assert_eq!(std::fs::read_link(&out).expect("still the link"), outside);
    is(&dir.path().join("pindah"), &lama());
    assert_eq!(names(dir.path()), ["luar", "pindah", "public"]);
}

/// A staging folder as a build makes it: nobody else may look into it.
fn sendiri(path: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(path).expect("mkdir");
}

#[test]
fn what_was_laid_into_the_staging_folder_reaches_nothing_outside() {
    let cases: [fn(&Path, &Path); 6] = [
        // A journal and a file to put back, through a link in the site.
        |tahap, _| {
            std::fs::create_dir_all(tahap.join("lama/tautan")).expect("mkdir");
            std::fs::write(tahap.join("lama/tautan/ditulis"), "JAHAT").expect("write");
            std::fs::write(tahap.join("jurnal"), "tautan/berharga.txt\n").expect("write");
        },
        |tahap, luar| {
            symlink(luar, tahap.join("lama")).expect("link");
            std::fs::write(tahap.join("jurnal"), "index.html\n").expect("write");
        },
        |tahap, luar| symlink(luar.join("berharga.txt"), tahap.join("jurnal")).expect("link"),
        |tahap, luar| symlink(luar, tahap.join("situs")).expect("link"),
        |tahap, luar| symlink(luar.join("berharga.txt"), tahap.join("kunci")).expect("link"),
        |tahap, luar| symlink(luar.join("belum-ada"), tahap.join("kunci")).expect("link"),
    ];
    for lay in cases {
        let (dir, out) = folder();
        publish(&out, &lama(), &[]).expect("first");
        let luar = dir.path().join("luar");
        std::fs::create_dir(&luar).expect("mkdir");
        std::fs::write(luar.join("berharga.txt"), "RAHASIA").expect("write");
        symlink(&luar, out.join("tautan")).expect("link");
        let tahap = dir.path().join(".public.terang");
        sendiri(&tahap);
        lay(&tahap, &luar);
        // Refused, or done without what was laid there.
        if let Err(e) = publish(&out, &baru(), &[]) {
            assert!(!e.message.id.contains("RAHASIA"), "{}", e.message.id);
        }
        assert_eq!(names(&luar), ["berharga.txt"]);
        assert_eq!(std::fs::read_to_string(luar.join("berharga.txt")).expect("read"), "RAHASIA");
        assert!(!std::fs::symlink_metadata(&out).expect("there").is_symlink());
    }
}

#[test]
fn a_staging_folder_that_came_with_a_copy_is_not_believed() {
    let (dir, out) = folder();
    publish(&out, &lama(), &[]).expect("first");
    let tahap = dir.path().join(".public.terang");
    std::fs::create_dir(&tahap).expect("mkdir");
    std::fs::write(tahap.join("jurnal"), "index.html\n").expect("write");
    let error = publish(&out, &baru(), &[]).expect_err("not ours");
    assert!(error.message.id.contains("bukan buatan build di mesin ini"), "{}", error.message.id);
    is(&out, &lama());
}

#[test]
fn a_folder_that_is_a_link_is_published_where_it_leads() {
    let (dir, out) = folder();
    std::fs::create_dir(dir.path().join("www")).expect("mkdir");
    symlink("www", &out).expect("link");
    publish(&out, &lama(), &[]).expect("first");
    publish(&out, &baru(), &[]).expect("second");
    assert_eq!(std::fs::read_link(&out).expect("still a link"), Path::new("www"));
    is(&dir.path().join("www"), &baru());
    assert_eq!(names(dir.path()), ["public", "www"]);
}

#[test]
fn a_page_may_become_a_folder() {
    let (_dir, out) = folder();
    publish(&out, &tree(&[("a", "1"), ("b/c", "2")]), &[]).expect("first");
    let next = tree(&[("a/index.html", "3"), ("b/c", "2")]);
    publish(&out, &next, &[]).expect("second");
    is(&out, &next);
}

#[test]
fn a_site_published_before_lists_had_fingerprints_is_taken_over() {
    let (_dir, out) = folder();
    publish(&out, &lama(), &[]).expect("first");
    let old = "# Ditulis oleh terang: berkas yang boleh diganti atau dihapus oleh build berikutnya.\n\
               a/b/index.html\na/index.html\nindex.html\nusang/x.html\n";
    std::fs::write(out.join(".terang-berkas"), old).expect("write");
    publish(&out, &baru(), &[]).expect("second");
    is(&out, &baru());
}
