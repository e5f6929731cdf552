//! Satu: one file outside a site, such as a record made by `terang new`: made anew or replaced, each in one step.

use super::galat::failed_file;
use super::sistem::permit;
use super::{OutputError, guard};
use crate::pesan;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// Writes one new file; what exists is never overwritten.
///
/// # Errors
/// [`OutputError`] when the file exists or cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let mut made = Made::default();
    if let Some(parent) = path.parent() {
        make_dir(parent, &mut made).map_err(|e| failed_file(parent, &e))?;
    }
    let temp = stage(path, bytes).map_err(|e| failed_file(path, &e))?;
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
        _ => failed_file(path, &e.error),
    })?;
    made.keep();
    Ok(())
}

/// Replaces one file by a new text.
///
/// # Errors
/// [`OutputError`] when it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let temp = stage(path, bytes).map_err(|e| failed_file(path, &e))?;
    temp.persist(path).map_err(|e| failed_file(path, &e.error))
}

/// Writes one file piece by piece, in the place of what stands there: it is whole, or as it was. `sumber` is a folder that
/// is read meanwhile, in which nothing may be written.
///
/// # Errors
/// [`OutputError`] when it cannot be written, or what `isi` gives.
pub fn alirkan<T>(
    path: &Path,
    sumber: &Path,
    isi: impl FnOnce(&mut File) -> Result<T, OutputError>,
) -> Result<T, OutputError> {
    guard::di_luar(path, sumber)?;
    let gagal = |e: &io::Error| failed_file(path, e);
    let mut made = Made::default();
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_dir(parent, &mut made).map_err(|e| gagal(&e))?;
    let mut file = tempfile::Builder::new().prefix(".terang-").tempfile_in(parent).map_err(|e| gagal(&e))?;
    let done = isi(file.as_file_mut())?;
    permit(file.path(), 0o644).map_err(|e| gagal(&e))?;
    file.persist(path).map_err(|e| gagal(&e.error))?;
    made.keep();
    Ok(done)
}

/// Folders this run made: removed again when it fails.
#[derive(Default)]
pub(super) struct Made(Vec<PathBuf>);

impl Made {
    pub(super) fn keep(&mut self) {
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

pub(super) fn make_dir(dir: &Path, made: &mut Made) -> io::Result<()> {
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

/// Writes bytes beside their target; the temporary file vanishes unless it is persisted.
fn stage(target: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let parent = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".terang-").tempfile_in(parent)?;
    file.write_all(bytes)?;
    // A temporary file has mode 0600, which no web server could read.
    permit(file.path(), 0o644)?;
    Ok(file.into_temp_path())
}
