//! Publish: brings a folder to the state of a tree: stage everything first, then rename, then remove what is stale.

use super::{OutputError, Tree, daftar, guard, is_plain};
use crate::diagnostic::Pesan;
use crate::pesan;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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

/// Publishes a tree into `dir`; `sources` are folders the build reads and must not be written to.
///
/// All changed content is on the disk under temporary names before the first file is replaced: a full disk or a
/// missing permission leaves the previous site whole.
///
/// # Errors
/// [`OutputError`] when the folder is refused or cannot be written.
pub fn publish(dir: &Path, files: &Tree, sources: &[&Path]) -> Result<Laporan, OutputError> {
    guard::check(dir, sources)?;
    let also_folder = |path: &str| path.match_indices('/').any(|(at, _)| files.contains_key(&path[..at]));
    if let Some(path) = files.keys().find(|path| !is_plain(path) || also_folder(path)) {
        return Err(OutputError::new(
            pesan!("`{path}` tidak bisa menjadi nama berkas dalam situs", "`{path}` cannot be a file of the site"),
            pesan!("laporkan ini sebagai kesalahan terang", "please report this as a bug of terang"),
        ));
    }
    let mut made = Made::default();
    make_dir(dir, &mut made).map_err(|e| failed(dir, &e))?;
    let known = daftar::read(dir).map_err(|e| failed(&dir.join(daftar::NAMA), &e))?;
    let changed = changed(dir, files, known.as_ref())?;
    let stale: Vec<&String> = known.iter().flatten().filter(|path| !files.contains_key(*path)).collect();
    if changed.is_empty() && stale.is_empty() && known.as_ref().is_some_and(|k| k.len() == files.len()) {
        return Ok(Laporan { tetap: files.len(), ..Laporan::default() });
    }
    for path in &changed {
        if let Some(parent) = dir.join(path).parent() {
            make_dir(parent, &mut made).map_err(|e| failed(parent, &e))?;
        }
    }
    // The manifest names old and new files while both may exist: a run that is cut off leaves nothing unowned.
    let union: BTreeSet<&String> = known.iter().flatten().chain(files.keys()).collect();
    let first = stage_manifest(dir, daftar::text(union.into_iter()))?;
    let last = stage_manifest(dir, daftar::text(files.keys()))?;
    let staged: Vec<(TempPath, PathBuf)> = changed
        .par_iter()
        .map(|path| {
            let target = dir.join(path);
            let bytes = files.get(path.as_str()).map_or(&[][..], Vec::as_slice);
            stage(&target, bytes).map(|temp| (temp, target.clone())).map_err(|e| failed(&target, &e))
        })
        .collect::<Result<_, OutputError>>()?;
    let laporan = Laporan { ditulis: staged.len(), tetap: files.len() - staged.len(), dihapus: stale.len() };
    let manifest = dir.join(daftar::NAMA);
    persist(first, &manifest)?;
    made.keep();
    for (temp, target) in staged {
        persist(temp, &target)?;
    }
    for path in stale {
        remove(dir, path)?;
    }
    persist(last, &manifest)?;
    Ok(laporan)
}

/// Paths whose bytes differ from what is on the disk; refuses to replace what no build wrote.
fn changed<'t>(dir: &Path, files: &'t Tree, known: Option<&BTreeSet<String>>) -> Result<Vec<&'t String>, OutputError> {
    let states: Vec<Option<&String>> = files
        .par_iter()
        .map(|(path, bytes)| {
            let target = dir.join(path);
            check_parents(dir, path)?;
            let meta = match std::fs::symlink_metadata(&target) {
                Ok(meta) => meta,
                Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                    return Ok(Some(path));
                }
                Err(e) => return Err(failed(&target, &e)),
            };
            if meta.is_dir() {
                return Err(in_the_way(&target, "folder", "a folder"));
            }
            let same_size = meta.is_file() && meta.len() == bytes.len() as u64;
            if same_size && std::fs::read(&target).map_err(|e| failed(&target, &e))? == *bytes {
                return Ok(None);
            }
            if known.is_some_and(|known| known.contains(path)) { Ok(Some(path)) } else { Err(foreign(&target)) }
        })
        .collect::<Result<_, OutputError>>()?;
    Ok(states.into_iter().flatten().collect())
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
