//! Pindai: everything that is in a folder, in one look, without following links.

use super::sistem::{self, Identitas};
use rayon::prelude::*;
use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::io;
use std::path::Path;

/// One entry.
#[derive(Debug, Clone)]
pub struct Rupa {
    pub jenis: Jenis,
    pub ukuran: u64,
    pub identitas: Identitas,
    /// When the system last saw it change.
    pub ubah: i128,
    pub mode: u32,
    pub pemilik: (u32, u32),
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    Berkas,
    Folder,
    Tautan,
    /// A pipe, a socket, a device.
    Lain,
}

impl Rupa {
    pub fn dari(meta: &Metadata) -> Self {
        let jenis = match meta.file_type() {
            t if t.is_symlink() => Jenis::Tautan,
            t if t.is_dir() => Jenis::Folder,
            t if t.is_file() => Jenis::Berkas,
            _ => Jenis::Lain,
        };
        let (identitas, ubah) = (sistem::identitas(meta), sistem::ubah(meta));
        Self { jenis, ukuran: meta.len(), identitas, ubah, mode: sistem::mode(meta), pemilik: sistem::pemilik(meta) }
    }
}

/// All entries below a folder by their path from there, with `/`; a folder stands before what is in it.
#[derive(Debug, Default)]
pub struct Pindaian(Vec<(OsString, Rupa)>);

impl Pindaian {
    /// Looks at a folder, except for one entry of it.
    pub fn dari(root: &Path, kecuali: &str) -> io::Result<Self> {
        let mut all = folder(root, OsStr::new(""))?;
        all.retain(|(path, _)| !below(path, kecuali));
        all.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(Self(all))
    }

    pub fn get(&self, path: impl AsRef<OsStr>) -> Option<&Rupa> {
        let path = path.as_ref();
        let at = self.0.binary_search_by(|(p, _)| p.as_os_str().cmp(path)).ok()?;
        Some(&self.0[at].1)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&OsStr, &Rupa)> {
        self.0.iter().map(|(path, rupa)| (path.as_os_str(), rupa))
    }
}

fn below(path: &OsStr, top: &str) -> bool {
    let rest = path.as_encoded_bytes().strip_prefix(top.as_bytes());
    !top.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
}

fn folder(root: &Path, path: &OsStr) -> io::Result<Vec<(OsString, Rupa)>> {
    let dir = if path.is_empty() { root.to_path_buf() } else { root.join(path) };
    let mut all = Vec::new();
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let mut inner = path.to_os_string();
        if !inner.is_empty() {
            inner.push("/");
        }
        inner.push(entry.file_name());
        match entry.metadata() {
            Ok(meta) => all.push((inner, Rupa::dari(&meta))),
            // Gone since: others may work in the folder too.
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => return Err(e),
        }
    }
    let folders: Vec<&OsString> = all.iter().filter(|(_, r)| r.jenis == Jenis::Folder).map(|(p, _)| p).collect();
    let inner: Vec<Option<Vec<_>>> = folders
        .par_iter()
        .map(|path| match folder(root, path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Some(Vec::new())),
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => Ok(None),
            other => other.map(Some),
        })
        .collect::<io::Result<_>>()?;
    // A folder that may not be read can only stay where it is, like a device.
    let closed: Vec<OsString> =
        folders.iter().zip(&inner).filter(|(_, i)| i.is_none()).map(|(p, _)| (*p).clone()).collect();
    for (path, rupa) in &mut all {
        if closed.contains(path) {
            rupa.jenis = Jenis::Lain;
        }
    }
    all.extend(inner.into_iter().flatten().flatten());
    Ok(all)
}
