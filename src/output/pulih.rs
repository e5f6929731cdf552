//! Pulih: putting back what a replacing file by file, which failed or was killed, had changed.

use super::galat::{campur, in_the_way};
use super::sistem::{buka, hapus};
use super::{OutputError, daftar, is_plain};
use crate::simpanan::milik;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

/// Puts back what a replacing that did not end had changed; nothing to do when it ended.
pub fn pulihkan(out: &Path, root: &Path) -> Result<(), OutputError> {
    let (jurnal, lama) = (root.join("jurnal"), root.join("lama"));
    let text = match buka(&jurnal).and_then(std::io::read_to_string) {
        Ok(text) => text,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(e) => return Err(campur(out, root, &jurnal, &e)),
    };
    if !milik::folder(&lama) && std::fs::symlink_metadata(&lama).is_ok() {
        return Err(in_the_way(&lama, "bukan folder", "not a folder"));
    }
    for path in text.lines().filter(|path| is_plain(path) || *path == daftar::NAMA) {
        let target = out.join(path);
        tanpa_tautan(out, path)?;
        hapus_berkas(&target).map_err(|e| campur(out, root, &target, &e))?;
    }
    for entry in walkdir::WalkDir::new(&lama) {
        let entry = entry.map_err(|e| campur(out, root, &lama, &e.into()))?;
        let Ok(path) = entry.path().strip_prefix(&lama) else { continue };
        if entry.file_type().is_dir() {
            continue;
        }
        tanpa_tautan(out, path)?;
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

/// Refuses a path with a link among its folders: what is put back stays in the site, whatever was laid there meanwhile.
fn tanpa_tautan(out: &Path, path: impl AsRef<Path>) -> Result<(), OutputError> {
    milik::sela(out, path).map_or(Ok(()), |at| Err(in_the_way(&at, "bukan folder", "not a folder")))
}

fn hapus_berkas(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(()),
        other => other,
    }
}

/// Removes the folders that taking these files away left empty.
pub fn kosong<'p>(out: &Path, paths: impl Iterator<Item = &'p str>) {
    let folders: BTreeSet<&str> = paths.flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    for folder in folders.iter().rev() {
        let _ = std::fs::remove_dir(out.join(folder));
    }
}

/// Makes the folders above a file.
pub fn parents(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)
}
