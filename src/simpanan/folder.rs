//! A store in a folder: a file for every name, whole or not there, whatever was killed and whoever writes beside us.

use super::{Kunci, Simpanan, milik};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// The first bytes of every file; another form has another number.
const KEPALA: &[u8; 16] = b"terang-simpan 1\n";
/// Behind the name of every file, which so is no folder of other names.
const AKHIRAN: &str = ".simpan";
/// The mark of a store; programs that make copies leave the folder alone because of it.
const TANDA: &str = "CACHEDIR.TAG";
const ISI_TANDA: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# Simpanan terang, dibuat ulang bila perlu; boleh dihapus kapan saja.\n";

/// A value as a file: one that is cut off, or written by two at once, does not have the fingerprint in it.
pub fn bungkus(kunci: &Kunci, isi: &[u8]) -> Vec<u8> {
    [KEPALA, &kunci.bytes()[..], blake3::hash(isi).as_bytes(), isi].concat()
}

/// The value of a file, if it is whole.
pub fn buka_bungkus(mut bytes: Vec<u8>) -> Option<(Kunci, Vec<u8>)> {
    let (kunci, sidik) = {
        let rest = bytes.strip_prefix(KEPALA)?;
        let kunci: [u8; 32] = rest.get(..32)?.try_into().ok()?;
        let sidik: [u8; 32] = rest.get(32..64)?.try_into().ok()?;
        (kunci, sidik)
    };
    bytes.drain(..KEPALA.len() + 64);
    (*blake3::hash(&bytes).as_bytes() == sidik).then_some((Kunci(kunci), bytes))
}

/// A store in a folder.
pub struct Folder {
    root: PathBuf,
    /// The names this run asked for or wrote.
    dipakai: Mutex<BTreeSet<String>>,
    /// Whether all names are good.
    semua: AtomicBool,
}

impl Folder {
    /// Opens a store, made when it is not there, with a note for those who find it. A folder that holds anything else is
    /// none: what is in it is removed when it is no longer needed.
    ///
    /// # Errors
    /// When the folder cannot be made or written, is a link, or holds files of others.
    pub fn buka(root: PathBuf) -> io::Result<Self> {
        if let Some(parent) = root.parent() {
            std::fs::create_dir_all(parent)?;
        }
        milik::buat(&root)?;
        let own = || std::fs::read_to_string(root.join(TANDA)).is_ok_and(|text| text == ISI_TANDA);
        if std::fs::symlink_metadata(&root)?.is_symlink() || (std::fs::read_dir(&root)?.next().is_some() && !own()) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if !milik::sendiri(&root)? {
            milik::buang(&root, |entry| entry.file_name().to_str().is_some_and(|name| name.ends_with(AKHIRAN)))?;
            milik::tutup(&root)?;
        }
        if !own() {
            tulis(&root.join(TANDA), ISI_TANDA.as_bytes())?;
            tulis(&root.join(".gitignore"), b"*\n")?;
        }
        Ok(Self { root, dipakai: Mutex::default(), semua: AtomicBool::new(false) })
    }

    fn path(&self, nama: &str) -> PathBuf {
        self.dipakai.lock().unwrap_or_else(PoisonError::into_inner).insert(nama.to_string());
        self.root.join(format!("{nama}{AKHIRAN}"))
    }

    fn simpan(&self, nama: &str, kunci: &Kunci, isi: &[u8]) -> io::Result<()> {
        let path = self.path(nama);
        if milik::sela(&self.root, nama).is_some() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        tulis(&path, &bungkus(kunci, isi))
    }

    /// Removes what this run neither asked for nor wrote: values of agencies that are gone.
    pub fn rapikan(&self) {
        if self.semua.load(Ordering::Relaxed) {
            return;
        }
        let used = self.dipakai.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in walkdir::WalkDir::new(&self.root).contents_first(true).into_iter().flatten() {
            let Ok(own) = entry.path().strip_prefix(&self.root) else { continue };
            let nama = own.to_string_lossy().replace('\\', "/");
            if entry.file_type().is_dir() {
                // A folder that still holds something stays.
                let _ = std::fs::remove_dir(entry.path());
            } else if nama.strip_suffix(AKHIRAN).is_some_and(|n| !used.contains(n)) {
                // What cannot be removed is removed by a later run.
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes a file of the store; a link of that name goes, and not what it leads to.
#[allow(clippy::disallowed_methods, reason = "no file of the site: what is kept may be lost or torn at any moment")]
fn tulis(path: &Path, isi: &[u8]) -> io::Result<()> {
    if std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink()) {
        std::fs::remove_file(path)?;
    }
    std::fs::write(path, isi)
}

impl Simpanan for Folder {
    fn ambil(&self, nama: &str) -> Option<(Kunci, Vec<u8>)> {
        let path = self.path(nama);
        milik::sela(&self.root, nama).is_none().then(|| std::fs::read(path).ok()).flatten().and_then(buka_bungkus)
    }

    fn taruh(&self, nama: &str, kunci: &Kunci, isi: Vec<u8>) {
        // A store that cannot be written only costs time.
        let _ = self.simpan(nama, kunci, &isi);
    }

    fn masih(&self, nama: Option<&str>) {
        match nama {
            Some(nama) => drop(self.path(nama)),
            None => self.semua.store(true, Ordering::Relaxed),
        }
    }
}
