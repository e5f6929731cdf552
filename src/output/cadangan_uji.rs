//! Cadangan: tests of the spare, the site before that a large site keeps to assemble the next one from.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use super::terbitan::Laporan;
use super::{Keluaran, OutputError, Terbitan, Tree, compare, read_tree};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

fn publish(out: &Path, files: &Tree) -> Result<Laporan, OutputError> {
    let terbitan = Terbitan::dengan_cadangan(out, &[], 10)?;
    files.iter().try_for_each(|(path, isi)| terbitan.tulis(path, isi).map(drop))?;
    terbitan.selesai()
}

fn situs(versi: usize) -> Tree {
    let mut tree = Tree::new();
    for n in 0..30 {
        let isi = if n % 5 == versi % 5 { format!("{n} versi {versi}") } else { format!("{n}") };
        tree.insert(format!("d{}/h{n}/index.html", n % 4), isi.into_bytes());
    }
    tree.insert(format!("hanya{}/x.html", versi % 2), versi.to_string().into_bytes());
    tree
}

fn folder() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let dir = tempfile::tempdir().expect("tempdir");
    let (out, spare) = (dir.path().join("public"), dir.path().join(".public.terang/situs"));
    (dir, out, spare)
}

fn is(out: &Path, expected: &Tree) {
    let mut tree = read_tree(out).expect("read");
    tree.remove("CNAME");
    assert_eq!(compare(expected, &tree), []);
}

#[test]
fn sites_made_from_a_spare_are_the_sites_they_should_be() {
    let (_dir, out, spare) = folder();
    publish(&out, &situs(0)).expect("first");
    assert!(spare.is_dir(), "ready for the next build");
    std::fs::write(out.join("CNAME"), "x").expect("foreign");
    for versi in [1, 2, 2, 7, 1, 0] {
        publish(&out, &situs(versi)).expect("publish");
        is(&out, &situs(versi));
        assert_eq!(std::fs::read(out.join("CNAME")).expect("foreign"), b"x");
    }
    let few: Tree = situs(0).into_iter().take(3).collect();
    publish(&out, &few).expect("a small site");
    is(&out, &few);
    assert!(!spare.exists(), "a small site keeps no spare");
    let links = std::fs::metadata(out.join("CNAME")).expect("stat").nlink();
    assert_eq!(links, 1);
}

#[test]
fn a_spare_is_not_trusted() {
    let (_dir, out, spare) = folder();
    publish(&out, &situs(0)).expect("first");
    publish(&out, &situs(1)).expect("second");
    std::fs::remove_file(spare.join("d1/h1/index.html")).expect("remove");
    std::fs::write(spare.join("d1/h1/index.html"), "diubah di cadangan").expect("write");
    std::fs::write(spare.join("d1/tambahan.html"), "bukan bagian situs").expect("write");
    std::fs::remove_dir_all(spare.join("d2")).expect("remove");
    std::fs::write(spare.join("d2"), "berkas di tempat folder").expect("write");
    std::fs::remove_file(spare.join("d3/h3/index.html")).expect("remove");
    std::fs::create_dir_all(spare.join("d3/h3/index.html/dalam")).expect("folder in the place of a file");
    publish(&out, &situs(2)).expect("third");
    is(&out, &situs(2));
    std::fs::remove_dir_all(out.parent().expect("parent").join(".public.terang")).expect("it may be deleted");
    publish(&out, &situs(3)).expect("fourth");
    is(&out, &situs(3));
}

#[test]
fn writing_a_page_into_the_spare_never_writes_through_to_the_site_that_is_shown() {
    let (_dir, out, _) = folder();
    publish(&out, &situs(0)).expect("first");
    let terbitan = Terbitan::dengan_cadangan(&out, &[], 10).expect("begin");
    for (path, isi) in &situs(4) {
        terbitan.tulis(path, isi).expect("write");
    }
    is(&out, &situs(0));
    drop(terbitan);
    is(&out, &situs(0));
    publish(&out, &situs(3)).expect("next");
    is(&out, &situs(3));
}

#[test]
fn a_folder_made_anew_takes_nothing_from_a_spare_of_another_time() {
    let (_dir, out, _) = folder();
    publish(&out, &situs(0)).expect("first");
    publish(&out, &situs(1)).expect("second");
    std::fs::remove_dir_all(&out).expect("remove");
    publish(&out, &situs(2)).expect("third");
    is(&out, &situs(2));
}
