//! Daftar: the manifest `.terang-berkas`, the list of what the last build wrote, with size and fingerprint of each file.
//!
//! It decides what may be replaced or removed, and spares reading back what did not change. It is believed as far as
//! it can be checked: a file is removed only when its bytes have the fingerprint of the list.
//!
//! The bytes of the manifest depend on the site alone. When its files were last known to be as listed stands in its
//! time of change: a file that the system has touched since is read again. So that no other program's rewriting of
//! the manifest passes for that, the last digits of the time are a fingerprint of its bytes.

use super::is_plain;
use super::sistem::{self, buka};
use std::fs::FileTimes;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

/// Name of the manifest in the output folder.
pub const NAMA: &str = ".terang-berkas";

const KEPALA: &str =
    "# terang-berkas 2: tulisan terang, yang boleh diganti atau dihapus oleh build berikutnya (sidik ukuran alamat)\n";
/// The manifests before fingerprints.
const KEPALA_LAMA: &str = "# Ditulis oleh terang: berkas yang boleh diganti atau dihapus oleh build berikutnya.\n";
/// The last line; without it the rest is cut off.
const AKHIR: &str = "# akhir\n";

/// First half of a blake3 hash.
pub type Sidik = [u8; 16];

/// The fingerprint of a file's bytes.
pub fn sidik(bytes: &[u8]) -> Sidik {
    separuh(&blake3::hash(bytes))
}

/// The fingerprint of what a reader gives, without holding it.
///
/// # Errors
/// What the reader says.
pub fn sidik_dari(isi: impl Read) -> io::Result<Sidik> {
    let mut hash = blake3::Hasher::new();
    hash.update_reader(isi)?;
    Ok(separuh(&hash.finalize()))
}

fn separuh(hash: &blake3::Hash) -> Sidik {
    let mut half = [0; 16];
    half.copy_from_slice(&hash.as_bytes()[..16]);
    half
}

/// What the manifest says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Catatan {
    pub ukuran: u64,
    /// `None` in manifests of the first form.
    pub sidik: Option<Sidik>,
}

/// The manifest of a folder.
#[derive(Debug, Default)]
pub struct Daftar {
    pub isi: Vec<u8>,
    catatan: Vec<(String, Catatan)>,
    /// Files touched after this moment are not known to be as listed.
    sejak: Option<i128>,
}

/// What reading a manifest gives.
pub enum Bacaan {
    Tidak,
    Rusak,
    Ada(Daftar),
}

impl Daftar {
    /// Of one file.
    pub fn get(&self, path: &str) -> Option<Catatan> {
        let at = self.catatan.binary_search_by(|(p, _)| p.as_str().cmp(path)).ok()?;
        Some(self.catatan[at].1)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, Catatan)> {
        self.catatan.iter().map(|(path, c)| (path.as_str(), *c))
    }

    /// Whether a file with this time of change is as it was when the manifest was written.
    pub fn sesudah(&self, ubah: i128) -> bool {
        self.sejak.is_some_and(|sejak| ubah < sejak)
    }

    /// Whether files of the manifest are below this folder.
    pub fn di_bawah(&self, folder: &str) -> bool {
        let prefix = format!("{folder}/");
        let at = self.catatan.partition_point(|(path, _)| path.as_str() < prefix.as_str());
        self.catatan.get(at).is_some_and(|(path, _)| path.starts_with(&prefix))
    }
}

/// How many lines a manifest has, about as many as the site has files.
pub fn panjang(root: &Path) -> usize {
    let path = root.join(NAMA);
    let plain = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file());
    let mut isi = Vec::new();
    let read = plain.then(|| buka(&path).and_then(|mut file| file.read_to_end(&mut isi)));
    if read.is_some_and(|r| r.is_ok()) { isi.iter().filter(|byte| **byte == b'\n').count() } else { 0 }
}

/// Reads the manifest of a folder; never waits, follows no link.
pub fn read(root: &Path) -> io::Result<Bacaan> {
    let path = root.join(NAMA);
    match std::fs::symlink_metadata(&path) {
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Bacaan::Tidak);
        }
        Err(e) => return Err(e),
        Ok(meta) if !meta.is_file() => return Ok(Bacaan::Rusak),
        Ok(_) => {}
    }
    let mut file = buka(&path)?;
    let mut isi = Vec::new();
    file.read_to_end(&mut isi)?;
    let sejak = cap(&file.metadata()?, &isi);
    Ok(parse(isi).map_or(Bacaan::Rusak, |daftar| Bacaan::Ada(Daftar { sejak, ..daftar })))
}

/// Reads the text of a manifest.
pub fn parse(isi: Vec<u8>) -> Option<Daftar> {
    let text = std::str::from_utf8(&isi).ok()?;
    let mut catatan: Vec<(String, Catatan)> = if let Some(rest) = text.strip_prefix(KEPALA) {
        // A line that is none of ours, or leads out of the folder, is not believed; the others are.
        rest.strip_suffix(AKHIR)?.lines().filter_map(line).collect()
    } else {
        let old = text.strip_prefix(KEPALA_LAMA)?.lines().filter(|l| is_plain(l));
        old.map(|l| (l.to_string(), Catatan { ukuran: 0, sidik: None })).collect()
    };
    catatan.sort_by(|a, b| a.0.cmp(&b.0));
    Some(Daftar { catatan, sejak: None, isi })
}

fn line(line: &str) -> Option<(String, Catatan)> {
    let (hex, rest) = line.split_once(' ')?;
    let (ukuran, path) = rest.split_once(' ')?;
    let mut sidik = [0; 16];
    if hex.len() != 32 || !is_plain(path) {
        return None;
    }
    for (at, byte) in sidik.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some((path.to_string(), Catatan { ukuran: ukuran.parse().ok()?, sidik: Some(sidik) }))
}

/// The text of a manifest; the paths come sorted.
pub fn text<'p>(files: impl Iterator<Item = (&'p str, u64, Sidik)>) -> Vec<u8> {
    let mut out = String::from(KEPALA);
    for (path, ukuran, sidik) in files {
        let digits = sidik.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        out.extend(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)));
        out.push_str(&format!(" {ukuran} {path}\n"));
    }
    out.push_str(AKHIR);
    out.into_bytes()
}

const MILI: i128 = 1_000_000;

/// The moment told by a manifest's time of change, when this is what [`tandai`] set.
fn cap(meta: &std::fs::Metadata, isi: &[u8]) -> Option<i128> {
    let time = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    let time = i128::try_from(time).ok()?;
    (time % MILI == ekor(isi)).then_some(time)
}

/// Six digits from the bytes of a manifest.
fn ekor(isi: &[u8]) -> i128 {
    let s = sidik(isi);
    i128::from(u32::from_le_bytes([s[0], s[1], s[2], s[3]])) % MILI
}

/// Sets the moment from which on a touched file is looked at again: now, by the clock of the file system.
pub fn tandai(root: &Path, isi: &[u8]) -> io::Result<()> {
    let file = std::fs::OpenOptions::new().write(true).open(root.join(NAMA))?;
    // Setting any time tells the system's own time of change, a clock of its own that may run a little behind.
    file.set_times(FileTimes::new())?;
    sistem::permit(&root.join(NAMA), 0o644)?;
    let now = sistem::ubah(&file.metadata()?);
    let cap = now / MILI * MILI - MILI + ekor(isi);
    let since = Duration::from_nanos(u64::try_from(cap).unwrap_or_default());
    file.set_times(FileTimes::new().set_modified(UNIX_EPOCH + since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_reads_back_and_a_cut_or_foreign_one_is_damaged() {
        let text = text([("a/b c", 3, sidik(b"xyz")), ("d", 0, sidik(b""))].into_iter());
        let daftar = parse(text.clone()).expect("whole");
        assert_eq!(daftar.get("a/b c"), Some(Catatan { ukuran: 3, sidik: Some(sidik(b"xyz")) }));
        assert_eq!(daftar.iter().count(), 2);
        for cut in [0, 20, text.len() / 2, text.len() - 1] {
            assert!(parse(text[..cut].to_vec()).is_none(), "{cut}");
        }
        assert!(parse(b"index.html\n".to_vec()).is_none());
    }

    #[test]
    fn a_line_without_a_fingerprint_or_out_of_the_folder_is_not_believed() {
        let hex = "0".repeat(32);
        let text = format!("{KEPALA}CNAME\n{hex} 1 ../x\n{hex} 1 /etc/hostname\nzz 1 a\n{hex} 1 b\n{AKHIR}");
        let daftar = parse(text.into_bytes()).expect("read");
        assert_eq!(daftar.iter().map(|(p, _)| p).collect::<Vec<_>>(), ["b"]);
    }
}
