//! Jelajah: all files below a folder, and never one beside it: a link that leads out, a loop, a pipe is refused by name.
//!
//! What is read here is published. A build of somebody else's pull request must not carry `/etc/passwd` or the secrets of
//! its machine into the site, so links are followed only to files and folders that lie in the folder themselves.

use super::debris::is_debris;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::pesan;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// A file: its name relative to the folder, and the path to read it by, links resolved.
pub type Ada = (Arc<str>, PathBuf);

/// All files below a folder in the order of their names; hidden ones and debris are left out. `ikut` says of the first
/// step below the folder whether it belongs to it. The folder itself may be reached through a link.
pub fn walk(root: &Path, ikut: impl Fn(&str) -> bool, diagnostics: &mut Vec<Diagnostic>) -> Vec<Ada> {
    // Without a real path nothing can be shown to lie inside: then no link is followed.
    let real = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let mut walk = Walk { root, real, found: Vec::new(), diagnostics };
    let wanted = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(is_hidden(&name) || is_debris(&name) || (entry.depth() == 1 && !ikut(&name)))
    };
    for entry in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(wanted) {
        walk.entry(entry, false);
    }
    walk.found.sort();
    walk.found
}

/// Whether a path below a folder is a plain file of that folder, so that its text may be shown.
pub fn milik(root: &Path, nama: &str) -> Option<PathBuf> {
    let real = root.canonicalize().ok()?;
    let path = root.join(nama).canonicalize().ok()?;
    (path.starts_with(&real) && path.is_file()).then_some(path)
}

/// One walk: where it began, and what came of it.
struct Walk<'a> {
    root: &'a Path,
    /// The same folder with its links resolved.
    real: PathBuf,
    found: Vec<Ada>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Walk<'_> {
    /// One entry; below a linked folder no further folder is linked, so the walk ends.
    fn entry(&mut self, entry: walkdir::Result<DirEntry>, linked: bool) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let berkas = error.path().map_or_else(|| Arc::from("."), |p| relative(self.root, p));
                self.diagnostics.push(tak_terbaca(&berkas, &error));
                return;
            }
        };
        let kind = entry.file_type();
        let nama = relative(self.root, entry.path());
        if entry.depth() == 0 {
            // The folder where a walk begins, itself perhaps reached through a link.
        } else if entry.path_is_symlink() {
            self.link(&entry, nama, linked);
        } else if kind.is_file() {
            self.found.push((nama, entry.into_path()));
        } else if !kind.is_dir() {
            self.refuse(&nama, "bukan-berkas", bukan_berkas());
        }
    }

    fn link(&mut self, entry: &DirEntry, nama: Arc<str>, linked: bool) {
        let target = match entry.path().canonicalize() {
            Ok(target) => target,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let message = pesan!(
                    "tautan simbolis ini menunjuk ke berkas yang tidak ada",
                    "this symbolic link points to a file that does not exist"
                );
                return self.refuse(&nama, "tautan-putus", message);
            }
            Err(_) => return self.refuse(&nama, "tautan-melingkar", melingkar()),
        };
        let Ok(inner) = target.strip_prefix(&self.real) else {
            let message = pesan!(
                "tautan simbolis `{nama}` menunjuk ke luar folder ini; isinya tidak dibaca",
                "the symbolic link `{nama}` leads out of this folder; what it points to is not read"
            );
            return self.refuse(&nama, "tautan-keluar", message);
        };
        if inner.components().any(|c| is_hidden(&c.as_os_str().to_string_lossy())) {
            let message = pesan!(
                "tautan simbolis `{nama}` menunjuk ke berkas tersembunyi; isinya tidak dibaca",
                "the symbolic link `{nama}` leads to a hidden file; what it points to is not read"
            );
            return self.refuse(&nama, "tautan-keluar", message);
        }
        if target.is_file() {
            self.found.push((nama, target));
        } else if !target.is_dir() {
            self.refuse(&nama, "bukan-berkas", bukan_berkas());
        } else if linked
            || entry.path().parent().and_then(|p| p.canonicalize().ok()).is_none_or(|p| p.starts_with(&target))
        {
            self.refuse(&nama, "tautan-melingkar", melingkar());
        } else {
            let wanted = |entry: &DirEntry| {
                let name = entry.file_name().to_string_lossy();
                entry.depth() == 0 || !(is_hidden(&name) || is_debris(&name))
            };
            for entry in WalkDir::new(entry.path()).sort_by_file_name().into_iter().filter_entry(wanted) {
                self.entry(entry, true);
            }
        }
    }

    fn refuse(&mut self, nama: &Arc<str>, code: &'static str, message: Pesan) {
        let help = pesan!(
            "hapus tautan itu, atau ganti dengan berkas aslinya",
            "remove the link, or put the file itself in its place"
        );
        let help =
            if code == "bukan-berkas" { pesan!("hapus dari folder ini", "remove it from this folder") } else { help };
        self.diagnostics.push(Diagnostic::galat(code, nama, Spot::Berkas, message).bantuan(help));
    }
}

fn bukan_berkas() -> Pesan {
    pesan!(
        "ini bukan berkas biasa (pipa, soket atau perangkat); tidak dibaca",
        "this is no plain file (a pipe, a socket or a device); it is not read"
    )
}

fn melingkar() -> Pesan {
    pesan!(
        "tautan simbolis ini menunjuk ke folder di atasnya sendiri, atau berputar lewat tautan lain",
        "this symbolic link points to a folder above itself, or goes round through another link"
    )
}

fn tak_terbaca(berkas: &Arc<str>, error: &walkdir::Error) -> Diagnostic {
    let message = pesan!("tidak bisa dibaca: {error}", "cannot be read: {error}");
    Diagnostic::galat("tak-terbaca", berkas, Spot::Berkas, message)
        .bantuan(pesan!("periksa izin berkas dan foldernya", "check the permissions of the file and its folder"))
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

fn relative(root: &Path, path: &Path) -> Arc<str> {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inner.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    Arc::from(if parts.is_empty() { ".".to_string() } else { parts.join("/") })
}
