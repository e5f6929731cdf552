//! Arsip: a zip of a site, always the same bytes for the same files; and an earlier one read again.

use crate::output::{self, Daftar, OutputError, baca_daftar, sidik};
use crate::pesan;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Endings of what is compressed already.
const PADAT: [&str; 9] = ["gz", "pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta", "png", "xlsx", "zip"];

/// Writes an archive. Files come sorted, each for everybody to read and of a time made of its bytes.
pub struct Arsip<'a> {
    zip: ZipWriter<BufWriter<&'a mut File>>,
    path: &'a Path,
}

impl<'a> Arsip<'a> {
    pub fn baru(file: &'a mut File, path: &'a Path) -> Self {
        Self { zip: ZipWriter::new(BufWriter::new(file)), path }
    }

    pub fn tulis(&mut self, nama: &str, isi: &[u8]) -> Result<(), OutputError> {
        let padat = nama.rsplit_once('.').is_some_and(|(_, ending)| PADAT.contains(&ending));
        let cara = if padat { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .last_modified_time(waktu(isi))
            .unix_permissions(0o644)
            .large_file(isi.len() >= 0xffff_ffff)
            .compression_method(cara);
        self.zip
            .start_file(nama, options)
            .map_err(io::Error::from)
            .and_then(|()| self.zip.write_all(isi))
            .map_err(|e| output::tak_tertulis(self.path, &e))
    }

    pub fn selesai(self) -> Result<(), OutputError> {
        let done = self.zip.finish().map_err(io::Error::from).and_then(|mut out| out.flush());
        done.map_err(|e| output::tak_tertulis(self.path, &e))
    }
}

/// A time in the past that is another when the bytes are. Where the archive is extracted, servers tell by time and size whether
/// a browser has a file already: with one time for all, a corrected digit would never reach those who saw the old one.
fn waktu(isi: &[u8]) -> DateTime {
    let [a, b, c, d, e, f, ..] = sidik(isi);
    let year = 1981 + u16::from(a) % 40;
    // Seconds are even in this format.
    DateTime::from_date_and_time(year, 1 + b % 12, 1 + c % 28, d % 24, e % 60, f % 30 * 2).unwrap_or_default()
}

/// Opens an archive that somebody names.
fn buka(path: &Path) -> Result<ZipArchive<BufReader<File>>, OutputError> {
    let file = File::open(path).map_err(|e| output::tak_terbaca(path, &e))?;
    ZipArchive::new(BufReader::new(file)).map_err(|e| {
        let shown = path.display();
        OutputError::new(
            pesan!("`{shown}` tidak bisa dibaca sebagai zip: {e}", "`{shown}` cannot be read as a zip: {e}"),
            pesan!("sebut zip atau folder yang utuh", "name a zip or a folder that is whole"),
        )
    })
}

/// The list that a pack of terang carries; `None` when the archive has none.
pub fn daftar(path: &Path, nama: &str) -> Result<Option<Daftar>, OutputError> {
    let mut zip = buka(path)?;
    Ok(zip.by_name(nama).ok().and_then(|entry| isi(entry).ok()).and_then(baca_daftar))
}

/// Everything in an archive, by path and fingerprint; one that somebody made of a site by hand may have it in a folder.
pub fn semua(path: &Path) -> Result<Daftar, OutputError> {
    let mut zip = buka(path)?;
    let mut found = Vec::new();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).map_err(|e| output::tak_terbaca(path, &e.into()))?;
        if !entry.is_file() {
            continue;
        }
        // A name that cannot be read is none of a site.
        let Ok(nama) = entry.name().map(|nama| nama.replace('\\', "/")) else { continue };
        let isi = isi(entry).map_err(|e| output::tak_terbaca(path, &e))?;
        found.push((nama, isi.len() as u64, sidik(&isi)));
    }
    let atas = found.iter().filter_map(|(nama, ..)| nama.strip_suffix("index.html")).min_by_key(|atas| atas.len());
    let atas = atas.unwrap_or_default().to_string();
    let mut list: Vec<_> = found.iter().filter_map(|(n, u, s)| Some((n.strip_prefix(&atas)?, *u, *s))).collect();
    list.sort_unstable();
    list.dedup_by(|a, b| a.0 == b.0);
    // Through the text of a list, which believes no path that leads elsewhere.
    Ok(baca_daftar(output::daftar_teks(list.into_iter())).unwrap_or_default())
}

/// The bytes of an entry, never more than it says it has.
fn isi<R: Read>(entry: ZipFile<'_, R>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let size = entry.size();
    entry.take(size).read_to_end(&mut out)?;
    Ok(out)
}
