//! Setempat: replacing file by file inside the folder, where it cannot be exchanged as a whole: a mount point, a parent
//! folder without write permission, a file system without hard links.
//!
//! A reader may see old and new files for the moment it takes. An error on the way, and the next build after a kill,
//! put everything back: what is replaced waits in `lama`, what is made anew stands in `jurnal`, and taking the `jurnal`
//! away is the moment from which the site is the new one.

use super::OutputError;
use super::galat::{campur, failed};
use super::tahap::{Tahap, hapus};
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

/// Brings the staged files and the manifest to their places and takes the stale ones away.
pub fn jalankan(out: &Path, tahap: &Tahap, staged: &[&str], stale: &[&str]) -> Result<(), OutputError> {
    let lama = tahap.lama();
    let fresh = staged.iter().filter(|path| std::fs::symlink_metadata(out.join(path)).is_err());
    let jurnal: String = fresh.map(|path| format!("{path}\n")).collect();
    let begun = (|| {
        std::fs::create_dir(&lama)?;
        // Whole or not at all: a line cut off could be the name of another file.
        let draft = tahap.jurnal().with_extension("baru");
        let mut file = super::sistem::baru(&draft)?;
        file.write_all(jurnal.as_bytes())?;
        file.sync_all()?;
        std::fs::rename(draft, tahap.jurnal())
    })();
    begun.map_err(|e| failed(tahap.root(), &e))?;
    // Stale first: a page may have become a folder.
    let moved = stale.iter().map(|path| (path, false)).chain(staged.iter().map(|path| (path, true)));
    for (path, replaced) in moved {
        let target = out.join(path);
        if let Err(error) = satu(tahap, &lama, &target, path, replaced) {
            // An error of going back says so itself.
            pulihkan(out, tahap.root()).map_err(|_| campur(out, tahap.root(), &target, &error))?;
            return Err(failed(&target, &error));
        }
    }
    std::fs::remove_file(tahap.jurnal()).map_err(|e| campur(out, tahap.root(), &tahap.jurnal(), &e))?;
    kosong(out, stale.iter().copied());
    Ok(())
}

/// One file: the old one to `lama`, the new one to its place.
fn satu(tahap: &Tahap, lama: &Path, target: &Path, path: &str, replaced: bool) -> io::Result<()> {
    if std::fs::symlink_metadata(target).is_ok() {
        let kept = lama.join(path);
        parents(&kept)?;
        // With a second name the old file is there until the new one takes its place.
        if !replaced || std::fs::hard_link(target, &kept).is_err() {
            std::fs::rename(target, &kept)?;
        }
    }
    if !replaced {
        return Ok(());
    }
    let mut above: Vec<&Path> = target.ancestors().skip(1).take(path.matches('/').count()).collect();
    above.reverse();
    above.into_iter().try_for_each(|dir| tahap.buat(dir))?;
    std::fs::rename(tahap.situs.join(path), target)
}

fn parents(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)
}

/// Puts back what a replacing that did not end had changed; nothing to do when it ended.
pub fn pulihkan(out: &Path, root: &Path) -> Result<(), OutputError> {
    let (jurnal, lama) = (root.join("jurnal"), root.join("lama"));
    let text = match std::fs::read_to_string(&jurnal) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(campur(out, root, &jurnal, &e)),
    };
    for path in text.lines().filter(|path| super::is_plain(path) || *path == super::daftar::NAMA) {
        let target = out.join(path);
        hapus_berkas(&target).map_err(|e| campur(out, root, &target, &e))?;
    }
    for entry in walkdir::WalkDir::new(&lama) {
        let entry = entry.map_err(|e| campur(out, root, &lama, &e.into()))?;
        let Ok(path) = entry.path().strip_prefix(&lama) else { continue };
        if entry.file_type().is_dir() {
            continue;
        }
        let target = out.join(path);
        parents(&target)
            .and_then(|()| std::fs::rename(entry.path(), &target))
            .map_err(|e| campur(out, root, &target, &e))?;
        // Renaming onto another name of the same file does nothing.
        hapus_berkas(entry.path()).map_err(|e| campur(out, root, &target, &e))?;
    }
    kosong(out, text.lines());
    hapus(&lama).and_then(|()| std::fs::remove_file(&jurnal)).map_err(|e| campur(out, root, &jurnal, &e))
}

fn hapus_berkas(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(()),
        other => other,
    }
}

/// Removes the folders that taking these files away left empty.
fn kosong<'p>(out: &Path, paths: impl Iterator<Item = &'p str>) {
    let folders: BTreeSet<&str> = paths.flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    for folder in folders.iter().rev() {
        let _ = std::fs::remove_dir(out.join(folder));
    }
}
