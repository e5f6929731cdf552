//! Milik: whose a folder is that a build keeps for itself. What came with a copy or a repository is not believed, and no link
//! in it is followed.

use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

#[cfg(unix)]
mod khusus {
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
    use std::path::Path;

    /// Makes a folder that nobody else may look into.
    pub fn buat(root: &Path) -> io::Result<()> {
        std::fs::DirBuilder::new().mode(0o700).create(root)
    }

    /// Whether a folder was made so.
    pub fn sendiri(root: &Path) -> io::Result<bool> {
        Ok(std::fs::symlink_metadata(root)?.mode() & 0o077 == 0)
    }

    /// Makes a folder one that nobody else may look into.
    pub fn tutup(root: &Path) -> io::Result<()> {
        std::fs::set_permissions(root, std::fs::Permissions::from_mode(0o700))
    }
}

#[cfg(not(unix))]
mod khusus {
    use std::io;
    use std::path::Path;

    pub fn buat(root: &Path) -> io::Result<()> {
        std::fs::create_dir(root)
    }

    pub fn sendiri(_: &Path) -> io::Result<bool> {
        Ok(true)
    }

    pub fn tutup(_: &Path) -> io::Result<()> {
        Ok(())
    }
}

pub use khusus::{sendiri, tutup};

/// Makes a folder that nobody else may look into, unless something of that name is there.
pub fn buat(root: &Path) -> io::Result<()> {
    match khusus::buat(root) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

/// Whether a path is a folder itself, not a name that leads to one.
pub fn folder(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
}

/// What stands in the place of a folder on the way from `root` to a path below it: a link, a file.
pub fn sela(root: &Path, path: impl AsRef<Path>) -> Option<PathBuf> {
    let mut at = root.to_path_buf();
    path.as_ref().parent()?.components().find_map(|part| {
        at.push(part);
        std::fs::symlink_metadata(&at).is_ok_and(|meta| !meta.is_dir()).then(|| at.clone())
    })
}

/// Removes every link in a folder, and every file that `pick` names.
pub fn buang(root: &Path, pick: impl Fn(&DirEntry) -> bool) -> io::Result<()> {
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.path_is_symlink() || (entry.file_type().is_file() && pick(&entry)) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
