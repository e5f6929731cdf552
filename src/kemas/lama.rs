//! Lama: what is on the host now, told by what was uploaded last: a pack, a site, or a zip somebody made of one.

use super::{arsip, paket};
use crate::output::{self, Daftar, OutputError, Situs};
use crate::pesan;
use std::path::Path;

/// Files on the host, with their fingerprints.
pub fn baca(path: &Path) -> Result<Daftar, OutputError> {
    if let Err(e) = std::fs::metadata(path) {
        return Err(output::tak_terbaca(path, &e));
    }
    if let Some(list) = paket::daftar(path)? {
        return Ok(list);
    }
    if path.is_dir() {
        return Ok(Situs::buka(path)?.berkas().clone());
    }
    let list = arsip::semua(path)?;
    if list.contains_key("index.html") {
        return Ok(list);
    }
    let shown = path.display();
    Err(OutputError::new(
        pesan!("tidak ada situs dalam `{shown}`: tidak ada index.html", "there is no site in `{shown}`: no index.html"),
        pesan!(
            "sebut zip, paket atau folder situs yang terakhir diunggah",
            "name the zip, the pack or the folder of the site that was uploaded last"
        ),
    ))
}

/// What differs between what is there and what should be.
pub struct Beda<'d> {
    /// New or changed.
    pub baru: Vec<&'d str>,
    /// No longer there.
    pub hapus: Vec<&'d str>,
}

/// Holds two lists against each other.
pub fn beda<'d>(lama: &'d Daftar, kini: &'d Daftar) -> Beda<'d> {
    let baru = kini.iter().filter(|(path, (_, sidik))| lama.get(*path).is_none_or(|(_, old)| old != sidik));
    let hapus = lama.keys().filter(|path| !kini.contains_key(*path) && *path != paket::DAFTAR);
    Beda { baru: baru.map(|(path, _)| path.as_str()).collect(), hapus: hapus.map(String::as_str).collect() }
}
