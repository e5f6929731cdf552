//! Sistem: what differs between operating systems: modes, owners, identity of a file, exchanging two folders.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// Device and number of a file: two names with the same are one file. `None` where the system does not tell.
pub type Identitas = Option<(u64, u64)>;

#[cfg(unix)]
mod khusus {
    use super::{Identitas, Metadata, Path, io};
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};

    pub fn identitas(meta: &Metadata) -> Identitas {
        Some((meta.dev(), meta.ino()))
    }

    /// When content, mode or names last changed, in nanoseconds; nobody can set it back.
    pub fn ubah(meta: &Metadata) -> i128 {
        i128::from(meta.ctime()) * 1_000_000_000 + i128::from(meta.ctime_nsec())
    }

    pub fn mode(meta: &Metadata) -> u32 {
        meta.mode() & 0o7777
    }

    pub fn pemilik(meta: &Metadata) -> (u32, u32) {
        (meta.uid(), meta.gid())
    }

    pub fn permit(path: &Path, mode: u32) -> io::Result<()> {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
    }

    /// Mode and owner of a folder that another one replaces. Giving a folder away needs rights; without them it stays ours.
    pub fn seperti(path: &Path, meta: &Metadata) -> io::Result<()> {
        let own = std::fs::symlink_metadata(path)?;
        if (own.uid(), own.gid()) != (meta.uid(), meta.gid()) {
            let _ = std::os::unix::fs::lchown(path, Some(meta.uid()), Some(meta.gid()));
        }
        if mode(&own) == mode(meta) { Ok(()) } else { permit(path, mode(meta)) }
    }

    pub fn make_dir(path: &Path, mode: u32) -> io::Result<()> {
        std::fs::DirBuilder::new().mode(mode).create(path)
    }

    /// Opens for reading without waiting for the other end of a pipe and without following a link.
    pub fn buka(path: &Path) -> io::Result<std::fs::File> {
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        std::fs::OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
    }

    /// A new file that everybody may read; never one that exists, never through a link.
    pub fn baru(path: &Path) -> io::Result<std::fs::File> {
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o644).open(path)
    }

    /// Opens a file of ours for reading and writing, or makes it; never through a link, never waiting for a pipe.
    pub fn buka_tulis(path: &Path) -> io::Result<std::fs::File> {
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        let mut options = std::fs::OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(0o600);
        options.custom_flags(flags.bits().cast_signed()).open(path)
    }

    pub fn tautan(target: &Path, path: &Path) -> io::Result<()> {
        std::os::unix::fs::symlink(std::fs::read_link(target)?, path)
    }
}

#[cfg(not(unix))]
mod khusus {
    use super::{Identitas, Metadata, Path, io};

    pub fn identitas(_: &Metadata) -> Identitas {
        None
    }

    pub fn ubah(meta: &Metadata) -> i128 {
        let since = meta.modified().ok().and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
        since.and_then(|d| i128::try_from(d.as_nanos()).ok()).unwrap_or(i128::MAX)
    }

    pub fn mode(_: &Metadata) -> u32 {
        0
    }

    pub fn pemilik(_: &Metadata) -> (u32, u32) {
        (0, 0)
    }

    pub fn permit(_: &Path, _: u32) -> io::Result<()> {
        Ok(())
    }

    pub fn seperti(_: &Path, _: &Metadata) -> io::Result<()> {
        Ok(())
    }

    pub fn make_dir(path: &Path, _: u32) -> io::Result<()> {
        std::fs::create_dir(path)
    }

    pub fn buka(path: &Path) -> io::Result<std::fs::File> {
        std::fs::File::open(path)
    }

    pub fn baru(path: &Path) -> io::Result<std::fs::File> {
        std::fs::OpenOptions::new().write(true).create_new(true).open(path)
    }

    pub fn buka_tulis(path: &Path) -> io::Result<std::fs::File> {
        std::fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
    }

    pub fn tautan(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

pub use khusus::{baru, buka, buka_tulis, identitas, make_dir, mode, pemilik, permit, seperti, tautan, ubah};

/// Exchanges two folders in one step: whoever looks sees the one or the other.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub fn tukar(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub fn tukar(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a folder is a mount point, also a bound one: it cannot be exchanged, nor files renamed into it.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn mount_point(dir: &Path, parent: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    let mount = |path: &Path| statx(CWD, path, AtFlags::empty(), StatxFlags::MNT_ID).ok().map(|s| s.stx_mnt_id);
    mount(dir).is_some() && mount(dir) != mount(parent)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn mount_point(dir: &Path, parent: &Path) -> bool {
    let device = |path: &Path| std::fs::metadata(path).ok().and_then(|m| identitas(&m)).map(|(device, _)| device);
    device(dir).is_some() && device(dir) != device(parent)
}

/// Brings a folder's own entries to the disk; where that is not possible the file system must do it by itself.
pub fn sync_dir(dir: &Path) {
    if let Ok(file) = std::fs::File::open(dir) {
        let _ = file.sync_all();
    }
}

/// Removes a file, or a folder of terang's own with all that is in it; never follows a link.
#[allow(clippy::disallowed_methods, reason = "a staging folder is terang's own; nothing foreign is only there")]
pub fn hapus(path: &Path) -> io::Result<()> {
    let result = match std::fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => std::fs::remove_dir_all(path),
        Ok(_) => std::fs::remove_file(path),
        Err(e) => Err(e),
    };
    match result {
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(()),
        other => other,
    }
}
