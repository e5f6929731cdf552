//! Output: everything a build writes passes here, as one tree of paths and bytes, to a folder or to nowhere.
//!
//! A tree in memory ([`Tree`]) is what tests compare. [`publish`] brings a folder to that state: unchanged files are left
//! alone, the others replaced in one go, and only what an earlier build wrote is ever removed.

mod compare;
#[cfg(test)]
mod cadangan_uji;
mod daftar;
mod galat;
mod guard;
mod keluaran;
mod pindai;
mod pulih;
mod satu;
mod setempat;
mod sistem;
mod situs;
mod tahap;
mod terbitan;
mod tukar;

pub use compare::{Difference, compare, read_tree};
pub use daftar::NAMA as BERKAS_DAFTAR;
pub use daftar::text as daftar_teks;
pub use daftar::{Sidik, sidik, sidik_dari};
pub use galat::{failed_file as tak_tertulis, tak_terbaca};
pub use keluaran::{Keluaran, Kosong, Pohon};
pub use satu::{alirkan, create, replace};
pub use situs::{Daftar, Situs, baca_daftar};
pub use terbitan::{Laporan, Penjaga, Terbitan, publish};

use crate::diagnostic::Pesan;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;

/// More than the manifest of the largest site.
const DAFTAR_TERBESAR: u64 = 512 << 20;

/// A built site: relative path with `/`, and bytes.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Why nothing was published; the previous site is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputError {
    /// What is wrong.
    pub message: Pesan,
    /// What to do.
    pub help: Pesan,
}

impl OutputError {
    pub(crate) fn new(message: Pesan, help: Pesan) -> Self {
        Self { message, help }
    }
}

/// Whether a site has a file, by its path in the site.
pub fn ada(situs: &Path, path: &str) -> bool {
    is_plain(path) && situs.join(path).is_file()
}

/// The bytes of a file of a site, by its path in the site.
pub fn baca(situs: &Path, path: &str) -> Option<Vec<u8>> {
    if !is_plain(path) {
        return None;
    }
    let mut file = sistem::buka(&situs.join(path)).ok()?;
    let mut isi = Vec::new();
    // Not of a pipe or a device: they need not end.
    file.metadata().ok()?.is_file().then(|| file.read_to_end(&mut isi).ok()).flatten()?;
    Some(isi)
}

/// Opens a file of a site, by its path in the site, and says how large it is. Unlike [`baca`] it passes no link, on the way
/// neither: the folder may be somebody else's.
///
/// # Errors
/// `NotFound` where there is none, `InvalidInput` where it is no plain file below the folder, or what the system says.
pub fn buka(situs: &Path, path: &str) -> io::Result<(std::fs::File, u64)> {
    if !is_plain(path) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut way = situs.to_path_buf();
    for part in path.split('/') {
        way.push(part);
        if way.symlink_metadata()?.is_symlink() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
    }
    let file = sistem::buka(&way)?;
    let meta = file.metadata()?;
    if meta.is_file() { Ok((file, meta.len())) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The files of a site as its manifest lists them, with size and fingerprint; none where it has no manifest.
///
/// # Errors
/// Where the manifest is damaged, has no fingerprints, is larger than any, or cannot be read.
pub fn terdaftar(situs: &Path) -> io::Result<Option<Vec<(String, u64, Sidik)>>> {
    if situs.join(daftar::NAMA).symlink_metadata().is_ok_and(|meta| meta.len() > DAFTAR_TERBESAR) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    match daftar::read(situs)? {
        daftar::Bacaan::Ada(list) => {
            let all = list.iter().map(|(path, c)| Some((path.to_string(), c.ukuran, c.sidik?)));
            all.collect::<Option<Vec<_>>>().map(Some).ok_or_else(|| io::ErrorKind::InvalidData.into())
        }
        daftar::Bacaan::Tidak => Ok(None),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Whether a path stays inside the output folder on every system, and is not one of terang's own names.
fn is_plain(path: &str) -> bool {
    let fits =
        |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\0', '\n', '\r']);
    let own = path == daftar::NAMA || path.split('/').next() == Some(tahap::DI_DALAM);
    !own && path.split('/').all(fits)
}
