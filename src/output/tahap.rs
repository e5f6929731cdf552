//! Tahap: the hidden folder in which a new site is assembled, beside the site or, where that is impossible, inside it.
//!
//! One build at a time has it: its lock is one of the operating system, which a dead process does not keep. What a
//! killed build left in it is put right or removed by the next.

use super::OutputError;
use super::galat::{failed, in_the_way, sibuk};
use super::pulih::pulihkan;
use super::sistem::{self, hapus};
use crate::simpanan::milik;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Name of the folder when it is inside the site.
pub const DI_DALAM: &str = ".terang-tahap";

/// From this many files on, the site before is kept as a spare: making as many folders and names anew at each build
/// would cost more than the change.
pub const BANYAK: usize = 5_000;

/// The staging folder of one build.
pub struct Tahap {
    root: PathBuf,
    /// The new site.
    pub situs: PathBuf,
    /// Inside the site: the site cannot be exchanged as a whole.
    pub di_dalam: bool,
    /// Whether `situs` began as a site before, of which most can stay.
    pub cadangan: bool,
    /// Done before the first file is written: the links of the spare are gone, so that nothing is written through one. Those of
    /// others come back with what is carried over.
    tanpa_tautan: OnceLock<Result<(), io::ErrorKind>>,
    /// What the process takes off the mode of new files and folders.
    topeng: u32,
    /// Held while it is open.
    _kunci: Option<File>,
}

impl Tahap {
    /// Takes the staging folder of `out`, a real path; `banyak` when a spare is worth keeping.
    pub fn buka(out: &Path, banyak: bool) -> Result<Self, OutputError> {
        let inside = out.join(DI_DALAM);
        let beside = out.parent().zip(out.file_name()).map(|(parent, name)| {
            let mut hidden = std::ffi::OsString::from(".");
            hidden.push(name);
            hidden.push(".terang");
            (parent, parent.join(hidden))
        });
        let (root, kunci) = match beside {
            Some((parent, root)) if !sistem::mount_point(out, parent) => match kunci(out, &root) {
                Err(Gagal::Tempat(_)) if out.is_dir() => (inside.clone(), kunci(out, &inside).map_err(Gagal::galat)?),
                other => (root, other.map_err(Gagal::galat)?),
            },
            _ => (inside.clone(), kunci(out, &inside).map_err(Gagal::galat)?),
        };
        let gagal = |e: io::Error| failed(&root, &e);
        let mut tahap = Self {
            situs: root.join("situs"),
            di_dalam: root == inside,
            cadangan: false,
            tanpa_tautan: OnceLock::new(),
            topeng: topeng(&root).map_err(gagal)?,
            _kunci: kunci,
            root,
        };
        pulihkan(out, &tahap.root)?;
        if !tahap.di_dalam && milik::folder(&inside) {
            sendiri(&inside)?;
            pulihkan(out, &inside)?;
            hapus(&inside).map_err(|e| failed(&inside, &e))?;
        }
        let lama = tahap.lama();
        if milik::folder(&lama) && !out.exists() {
            // Cut off between two renames, where folders cannot be exchanged.
            std::fs::rename(&lama, out).map_err(|e| failed(out, &e))?;
        }
        hapus(&lama).map_err(|e| failed(&lama, &e))?;
        if !banyak || tahap.di_dalam || !out.is_dir() || !milik::folder(&tahap.situs) {
            hapus(&tahap.situs).map_err(|e| failed(&tahap.situs, &e))?;
        }
        tahap.cadangan = milik::folder(&tahap.situs);
        Ok(tahap)
    }

    /// The folder itself, for messages.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the site before goes when folders cannot be exchanged, and its files when they are replaced one by one.
    pub fn lama(&self) -> PathBuf {
        self.root.join("lama")
    }

    /// Where it is told which files a replacing one by one makes anew.
    pub fn jurnal(&self) -> PathBuf {
        self.root.join("jurnal")
    }

    /// One file of the new site.
    pub fn tulis(&self, path: &str, isi: &[u8]) -> io::Result<()> {
        if self.cadangan {
            let cut = || milik::buang(&self.situs, |_| false).map_err(|e| e.kind());
            self.tanpa_tautan.get_or_init(cut).as_ref().map_err(|kind| io::Error::from(*kind))?;
        }
        let target = self.situs.join(path);
        let mut file = match sistem::baru(&target) {
            Ok(file) => file,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                self.folder(path)?;
                sistem::baru(&target)?
            }
            Err(_) if self.cadangan => {
                self.longgarkan(path)?;
                self.folder(path)?;
                sistem::baru(&target)?
            }
            Err(e) => return Err(e),
        };
        file.write_all(isi)?;
        if self.topeng & 0o644 != 0 { sistem::permit(&target, 0o644) } else { Ok(()) }
    }

    /// Makes a folder of the new site.
    pub fn buat(&self, dir: &Path) -> io::Result<()> {
        match sistem::make_dir(dir, 0o755) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && milik::folder(dir) => Ok(()),
            Err(e) => Err(e),
            Ok(()) if self.topeng & 0o755 != 0 => sistem::permit(dir, 0o755),
            Ok(()) => Ok(()),
        }
    }

    /// The folders above a file of the new site.
    fn folder(&self, path: &str) -> io::Result<()> {
        self.buat(&self.situs)?;
        path.match_indices('/').try_for_each(|(at, _)| self.buat(&self.situs.join(&path[..at])))
    }

    /// Takes what the spare has in the place of a file of the new site; a name, never the bytes behind it.
    fn longgarkan(&self, path: &str) -> io::Result<()> {
        for (at, _) in path.match_indices('/') {
            let folder = self.situs.join(&path[..at]);
            if std::fs::symlink_metadata(&folder).is_ok_and(|meta| !meta.is_dir()) {
                std::fs::remove_file(folder)?;
            }
        }
        hapus(&self.situs.join(path))
    }

    /// Removes the folder, or leaves the spare alone in it.
    pub fn bersihkan(&self, cadangan: bool) -> io::Result<()> {
        if self.jurnal().exists() {
            // Going back failed: the next build needs all of it.
            return Ok(());
        }
        hapus(&self.lama())?;
        hapus(&self.jurnal().with_extension("baru"))?;
        if !cadangan {
            hapus(&self.situs)?;
        }
        hapus(&self.root.join(KUNCI))?;
        // Still there with a spare, or with something of others in it.
        let _ = std::fs::remove_dir(&self.root);
        Ok(())
    }
}

const KUNCI: &str = "kunci";
/// How often a lock is tried anew, because the build before took its name away at that moment.
const PERCOBAAN: usize = 1_000;

/// Why there is no lock.
enum Gagal {
    /// The folder cannot be made or used here.
    Tempat(OutputError),
    Lain(OutputError),
}

impl Gagal {
    fn galat(self) -> OutputError {
        match self {
            Self::Tempat(e) | Self::Lain(e) => e,
        }
    }
}

/// Makes the folder and locks it; `None` where the file system has no locks.
fn kunci(out: &Path, root: &Path) -> Result<Option<File>, Gagal> {
    let path = root.join(KUNCI);
    let gagal = |e: io::Error| Gagal::Tempat(failed(out, &e));
    for _ in 0..PERCOBAAN {
        milik::buat(root).map_err(gagal)?;
        if !std::fs::symlink_metadata(root).map_err(gagal)?.is_dir() {
            return Err(Gagal::Lain(in_the_way(root, "bukan folder", "not a folder")));
        }
        sendiri(root).map_err(Gagal::Lain)?;
        let mut file = match sistem::buka_tulis(&path) {
            Err(_) if std::fs::symlink_metadata(&path).is_ok_and(|meta| !meta.is_file()) => {
                return Err(Gagal::Lain(in_the_way(&path, "bukan berkas", "not a file")));
            }
            // The build before removed the folder at this moment.
            Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
            other => other.map_err(gagal)?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut proses = String::new();
                let _ = file.take(80).read_to_string(&mut proses);
                // Only what a build writes there is told: a number.
                let proses = proses.trim().strip_prefix("PID ").filter(|n| n.chars().all(|c| c.is_ascii_digit()));
                return Err(Gagal::Lain(sibuk(out, &proses.map_or(String::new(), |n| format!("PID {n}")))));
            }
            Err(TryLockError::Error(_)) => return Ok(None),
        }
        // Locked, but perhaps after the build before had removed the name.
        let here = std::fs::symlink_metadata(&path).ok().map(|meta| sistem::identitas(&meta));
        if here != file.metadata().ok().map(|meta| sistem::identitas(&meta)) {
            continue;
        }
        let told =
            file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "PID {}", std::process::id()));
        told.map_err(gagal)?;
        return Ok(Some(file));
    }
    Err(Gagal::Lain(sibuk(out, "")))
}

/// Whether a staging folder was made by a build: nobody else may look into it. One that came with a copy of the folder, or
/// with a repository, is not believed: what stands in it could lead out of the site.
fn sendiri(root: &Path) -> Result<(), OutputError> {
    match milik::sendiri(root).map_err(|e| failed(root, &e))? {
        true => Ok(()),
        false => Err(in_the_way(root, "bukan buatan build di mesin ini", "not made by a build on this machine")),
    }
}

/// What the process takes off modes; asked of the file system, since asking the process would change it.
fn topeng(root: &Path) -> io::Result<u32> {
    let probe = root.join("topeng");
    hapus(&probe)?;
    sistem::make_dir(&probe, 0o777)?;
    let mode = sistem::mode(&std::fs::symlink_metadata(&probe)?);
    std::fs::remove_dir(&probe)?;
    Ok(0o777 & !mode)
}
