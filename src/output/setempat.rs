//! Setempat: replacing file by file inside the folder, where it cannot be exchanged as a whole: a mount point, a parent
//! folder without write permission, a file system without hard links.
//!
//! A reader may see old and new files for the moment it takes. An error on the way, and the next build after a kill,
//! put everything back: what is replaced waits in `lama`, what is made anew stands in `jurnal`, and taking the `jurnal`
//! away is the moment from which the site is the new one.

use super::OutputError;
use super::galat::{campur, failed};
use super::pulih::{kosong, parents, pulihkan};
use super::tahap::Tahap;
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
