//! Publish: brings a folder to the state of a tree: stage everything first, then rename, then remove what is stale.

use super::keluaran::{Keluaran, periksa_nama, tidak_bisa};
use super::{OutputError, Tree, daftar, guard};
use crate::diagnostic::Pesan;
use crate::pesan;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempPath;

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Laporan {
    /// Files written because they were new or different.
    pub ditulis: usize,
    /// Files left alone.
    pub tetap: usize,
    /// Files of an earlier build that this one no longer has.
    pub dihapus: usize,
}

/// A folder that is brought to the state of a new site: [`Keluaran`] for `build`.
///
/// All changed content is on the disk under temporary names before the first file is replaced. Dropped before
/// [`Terbitan::selesai`], it leaves the previous site and no temporary file.
pub struct Terbitan {
    dir: PathBuf,
    known: Option<BTreeSet<String>>,
    /// Before `made`: a folder is empty again once its temporary files are gone.
    files: Mutex<BTreeMap<String, Option<TempPath>>>,
    made: Mutex<Made>,
}

impl Terbitan {
    /// Begins a build into `dir`; `sources` are folders the build reads and must not be written to.
    ///
    /// # Errors
    /// [`OutputError`] when the folder is refused or cannot be written.
    pub fn new(dir: &Path, sources: &[&Path]) -> Result<Self, OutputError> {
        guard::check(dir, sources)?;
        let mut made = Made::default();
        make_dir(dir, &mut made).map_err(|e| failed(dir, &e))?;
        let known = daftar::read(dir).map_err(|e| failed(&dir.join(daftar::NAMA), &e))?;
        Ok(Self { dir: dir.to_path_buf(), known, made: Mutex::new(made), files: Mutex::default() })
    }

    /// The old site becomes the new one.
    ///
    /// # Errors
    /// [`OutputError`] when that is not possible.
    pub fn selesai(self) -> Result<Laporan, OutputError> {
        let Self { dir, known, made, files } = self;
        let files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let also_folder = |path: &str| path.match_indices('/').any(|(at, _)| files.contains_key(&path[..at]));
        if let Some(path) = files.keys().find(|path| also_folder(path)) {
            return Err(tidak_bisa(path));
        }
        let stale: Vec<String> = known.iter().flatten().filter(|path| !files.contains_key(*path)).cloned().collect();
        let total = files.len();
        let ditulis = files.values().filter(|temp| temp.is_some()).count();
        let laporan = Laporan { ditulis, tetap: total - ditulis, dihapus: stale.len() };
        if ditulis == 0 && stale.is_empty() && known.as_ref().is_some_and(|k| k.len() == total) {
            return Ok(laporan);
        }
        // The manifest names old and new files while both may exist: a run that is cut off leaves nothing unowned.
        let union: BTreeSet<&String> = known.iter().flatten().chain(files.keys()).collect();
        let first = stage_manifest(&dir, daftar::text(union.into_iter()))?;
        let last = stage_manifest(&dir, daftar::text(files.keys()))?;
        let manifest = dir.join(daftar::NAMA);
        persist(first, &manifest)?;
        made.into_inner().unwrap_or_else(PoisonError::into_inner).keep();
        for (path, temp) in files {
            if let Some(temp) = temp {
                persist(temp, &dir.join(path))?;
            }
        }
        for path in &stale {
            remove(&dir, path)?;
        }
        persist(last, &manifest)?;
        Ok(laporan)
    }

    /// Stages what differs from the disk; `None` when it does not.
    fn siapkan(&self, path: &str, isi: &[u8]) -> Result<Option<TempPath>, OutputError> {
        if !changed(&self.dir, path, isi, self.known.as_ref())? {
            return Ok(None);
        }
        let target = self.dir.join(path);
        if let Some(parent) = target.parent() {
            make_dir(parent, &mut self.made.lock().unwrap_or_else(PoisonError::into_inner))
                .map_err(|e| failed(parent, &e))?;
        }
        stage(&target, isi).map(Some).map_err(|e| failed(&target, &e))
    }
}

impl Keluaran for Terbitan {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<(), OutputError> {
        periksa_nama(path)?;
        let temp = self.siapkan(path, isi)?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_string(), temp);
        Ok(())
    }

    fn tetap(&self, paths: &[String]) -> bool {
        let there = |path: &String| {
            self.known.as_ref().is_some_and(|known| known.contains(path))
                && std::fs::symlink_metadata(self.dir.join(path)).is_ok_and(|meta| meta.is_file())
        };
        if !paths.iter().all(there) {
            return false;
        }
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.extend(paths.iter().map(|path| (path.clone(), None)));
        true
    }
}

/// Publishes a whole tree into `dir`.
///
/// # Errors
/// [`OutputError`] when the folder is refused or cannot be written.
pub fn publish(dir: &Path, files: &Tree, sources: &[&Path]) -> Result<Laporan, OutputError> {
    let terbitan = Terbitan::new(dir, sources)?;
    files.par_iter().try_for_each(|(path, isi)| terbitan.tulis(path, isi))?;
    terbitan.selesai()
}

/// Whether the bytes differ from what is on the disk; refuses to replace what no build wrote.
fn changed(dir: &Path, path: &str, bytes: &[u8], known: Option<&BTreeSet<String>>) -> Result<bool, OutputError> {
    let target = dir.join(path);
    check_parents(dir, path)?;
    let meta = match std::fs::symlink_metadata(&target) {
        Ok(meta) => meta,
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(true),
        Err(e) => return Err(failed(&target, &e)),
    };
    if meta.is_dir() {
        return Err(in_the_way(&target, "folder", "a folder"));
    }
    let same_size = meta.is_file() && meta.len() == bytes.len() as u64;
    if same_size && std::fs::read(&target).map_err(|e| failed(&target, &e))? == *bytes {
        return Ok(false);
    }
    if known.is_some_and(|known| known.contains(path)) { Ok(true) } else { Err(foreign(&target)) }
}

/// A file or a symbolic link where a folder of the site must be: writing through it could leave the folder.
fn check_parents(dir: &Path, path: &str) -> Result<(), OutputError> {
    let mut at = dir.to_path_buf();
    let parts: Vec<&str> = path.split('/').collect();
    for part in &parts[..parts.len() - 1] {
        at.push(part);
        match std::fs::symlink_metadata(&at) {
            Ok(meta) if meta.is_symlink() => return Err(in_the_way(&at, "tautan simbolis", "a symbolic link")),
            Ok(meta) if !meta.is_dir() => return Err(in_the_way(&at, "berkas", "a file")),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    Ok(())
}

fn in_the_way(path: &Path, id: &str, en: &str) -> OutputError {
    let path = path.display();
    OutputError::new(
        pesan!("`{path}` adalah {id}, padahal situs butuh tempat itu", "`{path}` is {en}, where the site needs room"),
        pesan!("pindahkan atau hapus `{path}`, lalu ulangi", "move or remove `{path}`, then try again"),
    )
}

fn foreign(path: &Path) -> OutputError {
    let path = path.display();
    OutputError::new(
        pesan!("`{path}` sudah ada dan bukan tulisan terang", "`{path}` exists and was not written by terang"),
        pesan!(
            "pilih folder lain dengan `--out`, atau pindahkan berkas itu; terang hanya mengganti tulisannya sendiri",
            "choose another folder with `--out`, or move the file; terang replaces only what it wrote"
        ),
    )
}

fn failed(path: &Path, error: &io::Error) -> OutputError {
    let path = path.display();
    let (id, en): (String, String) = match error.kind() {
        io::ErrorKind::PermissionDenied => ("tidak ada izin menulis".into(), "permission denied".into()),
        io::ErrorKind::ReadOnlyFilesystem => ("sistem berkasnya hanya-baca".into(), "read-only file system".into()),
        io::ErrorKind::StorageFull => ("penyimpanan penuh".into(), "the disk is full".into()),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            ("ada berkas di tempat folder".into(), "a file is where a folder should be".into())
        }
        _ => (error.to_string(), error.to_string()),
    };
    OutputError::new(
        Pesan::new(format!("tidak bisa menulis `{path}`: {id}"), format!("cannot write `{path}`: {en}")),
        pesan!(
            "periksa izin folder dan ruang penyimpanan, atau pilih folder lain dengan `--out`; situs yang sebelumnya tidak diubah",
            "check the permissions and the free space, or choose another folder with `--out`; the previous site is unchanged"
        ),
    )
}

/// Folders this run made: removed again when it fails before anything was published.
#[derive(Default)]
struct Made(Vec<PathBuf>);

impl Made {
    fn keep(&mut self) {
        self.0.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for dir in self.0.iter().rev() {
            let _ = std::fs::remove_dir(dir);
        }
    }
}

fn make_dir(dir: &Path, made: &mut Made) -> io::Result<()> {
    if dir.as_os_str().is_empty() || dir.is_dir() {
        return Ok(());
    }
    if let Some(parent) = dir.parent() {
        make_dir(parent, made)?;
    }
    std::fs::create_dir(dir)?;
    made.0.push(dir.to_path_buf());
    permit(dir, 0o755)
}

#[cfg(unix)]
fn permit(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn permit(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// Writes bytes beside their target; the temporary file vanishes unless it is persisted.
fn stage(target: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let parent = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".terang-").tempfile_in(parent)?;
    file.write_all(bytes)?;
    // A temporary file has mode 0600, which no web server could read.
    permit(file.path(), 0o644)?;
    Ok(file.into_temp_path())
}

fn stage_manifest(dir: &Path, bytes: Vec<u8>) -> Result<TempPath, OutputError> {
    stage(&dir.join(daftar::NAMA), &bytes).map_err(|e| failed(dir, &e))
}

fn persist(temp: TempPath, target: &Path) -> Result<(), OutputError> {
    temp.persist(target).map_err(|e| failed(target, &e.error))
}

/// Removes a stale file and the folders it leaves empty, up to the output folder.
fn remove(dir: &Path, path: &str) -> Result<(), OutputError> {
    // A link on the way would lead out of the folder; what lies behind it is not ours.
    if check_parents(dir, path).is_err() {
        return Ok(());
    }
    let target = dir.join(path);
    match std::fs::remove_file(&target) {
        Ok(()) => {}
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => return Ok(()),
        Err(e) => return Err(failed(&target, &e)),
    }
    let mut parent = target.parent();
    while let Some(folder) = parent.filter(|folder| *folder != dir) {
        if std::fs::remove_dir(folder).is_err() {
            break;
        }
        parent = folder.parent();
    }
    Ok(())
}

/// Writes one new file outside a site, such as a record made by `terang new`; what exists is never overwritten.
///
/// # Errors
/// [`OutputError`] when the file exists or cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let mut made = Made::default();
    if let Some(parent) = path.parent() {
        make_dir(parent, &mut made).map_err(|e| failed(parent, &e))?;
    }
    let temp = stage(path, bytes).map_err(|e| failed(path, &e))?;
    temp.persist_noclobber(path).map_err(|e| match e.error.kind() {
        io::ErrorKind::AlreadyExists => {
            let path = path.display();
            OutputError::new(
                pesan!("`{path}` sudah ada", "`{path}` already exists"),
                pesan!(
                    "sunting berkas itu, atau hapus dahulu; terang tidak menimpanya",
                    "edit that file, or remove it first; terang does not overwrite it"
                ),
            )
        }
        _ => failed(path, &e.error),
    })?;
    made.keep();
    Ok(())
}

/// Replaces one file outside a site by a new text, in one step.
///
/// # Errors
/// [`OutputError`] when it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let temp = stage(path, bytes).map_err(|e| failed(path, &e))?;
    persist(temp, path)
}
