//! Edisi: where editions meet the command line: the date and the edition before that a build is told of, and reading the
//! `edisi.json` of a folder nobody vouches for.

use super::{Henti, riwayat};
use crate::diagnostic::{Pesan, aman};
use crate::exports::edisi::{Edisi, Lalu, NAMA, sha256};
use crate::exports::kenangan::Terbit;
use crate::{output, pesan};
use std::io::{self, Read};
use std::path::Path;

/// More than the `edisi.json` of the largest portal.
const TERBESAR: u64 = 64 << 20;

/// Why a folder has no edition that can be read.
pub enum Gagal {
    /// It has no such file.
    Tiada,
    /// What is wrong with it.
    Rusak(Pesan),
}

/// The edition of a folder, and the hash of its file.
pub fn baca(dir: &Path) -> Result<(Edisi, String), Gagal> {
    let isi = isi(dir, NAMA, TERBESAR).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Gagal::Tiada,
        _ => Gagal::Rusak(sebab(&e)),
    })?;
    match Edisi::baca(&isi) {
        Ok(edisi) => Ok((edisi, sha256(&isi))),
        Err(said) => Err(Gagal::Rusak(pesan!("bukan edisi.json terang: {said}", "no edisi.json of terang: {said}"))),
    }
}

/// The bytes of a file of a site, unless there are more than a file of its kind has.
pub fn isi(dir: &Path, path: &str, terbesar: u64) -> io::Result<Vec<u8>> {
    let (file, ukuran) = output::buka(dir, path)?;
    if ukuran > terbesar {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut out = Vec::new();
    file.take(terbesar).read_to_end(&mut out)?;
    Ok(out)
}

/// Why a file of a site cannot be read.
pub fn sebab(e: &io::Error) -> Pesan {
    match e.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => pesan!("tidak ada", "is not there"),
        io::ErrorKind::InvalidInput => pesan!(
            "bukan berkas biasa di dalam folder (tautan, folder, atau nama yang keluar dari folder)",
            "is no plain file inside the folder (a link, a folder, or a name that leads out of it)"
        ),
        io::ErrorKind::FileTooLarge => pesan!("terlalu besar", "is too large"),
        _ => pesan!("tidak bisa dibaca: {e}", "cannot be read: {e}"),
    }
}

/// Text of a folder nobody vouches for, as one line of a terminal may show it.
pub fn polos(text: &str) -> String {
    aman(text).replace('\n', "\\n")
}

/// What a build is told of its edition.
pub fn terbit(tanggal: Option<&str>, published: Option<&Path>) -> Result<Terbit, Henti> {
    if let Some(text) = tanggal.filter(|t| t.len() != 10 || t.parse::<jiff::civil::Date>().is_err()) {
        return Err(Henti::new(
            pesan!("`{text}` bukan tanggal", "`{text}` is no date"),
            pesan!("tulis misalnya `--tanggal-edisi 2026-03-31`", "write for example `--tanggal-edisi 2026-03-31`"),
        ));
    }
    let tanggal = tanggal.map(str::to_string);
    // An edition of an older terang has none: this one begins the chain. That there is an edition is checked elsewhere.
    let Some(dir) = published else { return Ok(Terbit { tanggal, ..Terbit::default() }) };
    let (edisi, sha256) = match baca(dir) {
        Ok(found) => found,
        Err(Gagal::Tiada) => return Ok(Terbit { tanggal, ..Terbit::default() }),
        Err(Gagal::Rusak(why)) => {
            return Err(riwayat::henti(dir, (NAMA.into(), why)));
        }
    };
    if let (Some(kini), Some(dulu)) = (&tanggal, &edisi.tanggal)
        && kini < dulu
    {
        let dulu = polos(dulu);
        return Err(Henti::new(
            pesan!(
                "tanggal edisi {kini} lebih awal daripada edisi sebelumnya, {dulu}",
                "the date {kini} is before that of the earlier edition, {dulu}"
            ),
            pesan!("periksa `--tanggal-edisi` dan `--published`", "check `--tanggal-edisi` and `--published`"),
        ));
    }
    let (lama, salah) = riwayat::lama(dir);
    if let Some(why) = salah.into_iter().next().or_else(|| riwayat::hilang(&edisi, &lama)) {
        return Err(riwayat::henti(dir, why));
    }
    let terakhir = riwayat::terakhir(dir, &edisi, &lama).map_err(|why| riwayat::henti(dir, why))?;
    Ok(Terbit { tanggal, lalu: Some(Lalu { sha256, sebelumnya: edisi.sebelumnya }), terakhir: Some(terakhir), lama })
}

/// The edition of a folder that was just published, as the summary of a build names it.
pub fn sebut(dir: &Path) -> Option<Pesan> {
    let (edisi, sha256) = baca(dir).ok()?;
    let mut text = kepala(&edisi, &sha256);
    if edisi.tanggal.is_none() {
        text.sambung(&pesan!(
            "; tanggalnya ditulis dengan `--tanggal-edisi YYYY-MM-DD`",
            "; its date is given with `--tanggal-edisi YYYY-MM-DD`"
        ));
    }
    Some(text)
}

/// `edisi 2026-03-31, sha256 …`
pub fn kepala(edisi: &Edisi, sha256: &str) -> Pesan {
    match edisi.tanggal.as_deref().map(polos) {
        Some(tanggal) => pesan!("edisi {tanggal}, sha256 {sha256}", "edition {tanggal}, sha256 {sha256}"),
        None => pesan!("edisi tanpa tanggal, sha256 {sha256}", "edition without a date, sha256 {sha256}"),
    }
}
