//! Terbitan: one build's way into a folder. Files come one by one; what is new or changed is staged; the end is one step.

use super::daftar::{self, Bacaan, Catatan, Daftar, Sidik, sidik};
use super::galat::{berubah, dihentikan, failed, foreign, in_the_way, tanpa_daftar};
use super::guard;
use super::keluaran::{Keluaran, dua_isi, periksa_nama, tidak_bisa};
use super::pindai::{Jenis, Pindaian, Rupa};
use super::satu::{Made, make_dir};
use super::setempat;
use super::tahap::{BANYAK, DI_DALAM, Tahap};
use super::tukar::{Gagal, Rencana};
use super::{OutputError, Tree, sistem};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// What publishing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Laporan {
    /// Files written because they were new or different.
    pub ditulis: usize,
    /// Files left alone.
    pub tetap: usize,
    /// Files of an earlier build that this one no longer has.
    pub dihapus: usize,
    /// The site is published, but something of the staging could not be removed; the next build tries again.
    pub sisa: bool,
}

/// A folder that is brought to the state of a new site. Dropped before [`Terbitan::selesai`], it leaves the previous
/// site and no temporary file.
pub struct Terbitan {
    /// The folder as it was asked for.
    dir: PathBuf,
    /// The real one.
    out: PathBuf,
    meta: Option<std::fs::Metadata>,
    pindai: Pindaian,
    daftar: Option<Daftar>,
    rusak: bool,
    files: Mutex<BTreeMap<String, Berkas>>,
    /// Files whose bytes had to be read.
    dibaca: AtomicUsize,
    /// From how many files on a spare is kept.
    banyak: usize,
    jaga: Arc<Jaga>,
    /// Last, so that it goes when the rest is gone.
    made: Made,
}

/// One file of the new site.
#[derive(Clone, Copy)]
struct Berkas {
    ukuran: u64,
    sidik: Sidik,
    baru: bool,
}

/// The staging folder, shared with whoever may stop the build.
struct Jaga {
    tahap: Tahap,
    keadaan: RwLock<Keadaan>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Keadaan {
    Disiapkan,
    Terbit,
    Batal,
}

/// Stops a build from outside, such as a signal.
pub struct Penjaga(Arc<Jaga>);

impl Penjaga {
    /// Stops the build and removes what it staged, after the writes under way. False when it is too late: the new site
    /// is published, or will be in a moment.
    #[must_use]
    pub fn batal(&self) -> bool {
        let mut keadaan = self.0.keadaan.write().unwrap_or_else(PoisonError::into_inner);
        if *keadaan == Keadaan::Terbit {
            return false;
        }
        *keadaan = Keadaan::Batal;
        // What cannot be removed now is removed by the next build.
        let _ = self.0.tahap.bersihkan(self.0.tahap.cadangan);
        true
    }
}

impl Drop for Terbitan {
    fn drop(&mut self) {
        let mut keadaan = self.jaga.keadaan.write().unwrap_or_else(PoisonError::into_inner);
        if *keadaan == Keadaan::Disiapkan {
            *keadaan = Keadaan::Batal;
            // What cannot be removed now is removed by the next build.
            let _ = self.jaga.tahap.bersihkan(self.jaga.tahap.cadangan);
        }
    }
}

impl Terbitan {
    /// Begins a build into `dir`; `sources` are folders the build reads and must not be written to.
    ///
    /// # Errors
    /// [`OutputError`] when the folder is refused, cannot be written, or another build has it.
    pub fn new(dir: &Path, sources: &[&Path]) -> Result<Self, OutputError> {
        Self::dengan_cadangan(dir, sources, BANYAK)
    }

    /// The same, with a spare from another number of files on.
    pub(super) fn dengan_cadangan(dir: &Path, sources: &[&Path], banyak: usize) -> Result<Self, OutputError> {
        guard::check(dir, sources)?;
        let gagal = |e| failed(dir, &e);
        let out = guard::resolve(dir);
        let mut made = Made::default();
        if let Some(parent) = out.parent() {
            make_dir(parent, &mut made).map_err(|e| failed(dir, &e))?;
        }
        let tahap = Tahap::buka(&out, daftar::panjang(&out) >= banyak)?;
        let jaga = Arc::new(Jaga { tahap, keadaan: RwLock::new(Keadaan::Disiapkan) });
        let mut baru = Self {
            dir: dir.to_path_buf(),
            meta: None,
            pindai: Pindaian::default(),
            daftar: None,
            rusak: false,
            files: Mutex::default(),
            dibaca: AtomicUsize::new(0),
            banyak,
            jaga,
            made,
            out,
        };
        match std::fs::symlink_metadata(&baru.out) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(baru),
            Err(e) => return Err(gagal(e)),
            Ok(meta) if !meta.is_dir() => return Err(in_the_way(dir, "bukan folder", "not a folder")),
            Ok(meta) => baru.meta = Some(meta),
        }
        baru.pindai = Pindaian::dari(&baru.out, DI_DALAM).map_err(gagal)?;
        match daftar::read(&baru.out).map_err(|e| failed(&dir.join(daftar::NAMA), &e))? {
            Bacaan::Ada(daftar) => baru.daftar = Some(daftar),
            Bacaan::Rusak => baru.rusak = true,
            Bacaan::Tidak => {}
        }
        Ok(baru)
    }

    /// What may stop this build.
    #[must_use]
    pub fn penjaga(&self) -> Penjaga {
        Penjaga(Arc::clone(&self.jaga))
    }

    /// The old site becomes the new one, in one step where the file system can.
    ///
    /// # Errors
    /// [`OutputError`] when that is not possible.
    pub fn selesai(mut self) -> Result<Laporan, OutputError> {
        let mut keadaan = self.jaga.keadaan.write().unwrap_or_else(PoisonError::into_inner);
        if *keadaan == Keadaan::Batal {
            return Err(dihentikan());
        }
        let files = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        let also_folder = |path: &str| path.match_indices('/').any(|(at, _)| files.contains_key(&path[..at]));
        if let Some(path) = files.keys().find(|path| also_folder(path)) {
            return Err(tidak_bisa(path));
        }
        let stale = self.stale(&files);
        let ditulis = files.values().filter(|b| b.baru).count();
        let mut laporan = Laporan { ditulis, tetap: files.len() - ditulis, dihapus: stale.len(), sisa: false };
        let manifest = daftar::text(files.iter().map(|(path, b)| (path.as_str(), b.ukuran, b.sidik)));
        let tahap = &self.jaga.tahap;
        let same = self.daftar.as_ref().is_some_and(|d| d.isi == manifest);
        if ditulis == 0 && stale.is_empty() && same {
            if self.dibaca.load(Ordering::Relaxed) > BANYAK / 10 {
                let _ = daftar::tandai(&self.out, &manifest);
            }
            laporan.sisa = tahap.bersihkan(tahap.cadangan).is_err();
            *keadaan = Keadaan::Terbit;
            return Ok(laporan);
        }
        self.ganti(&files, &stale, &manifest)?;
        *keadaan = Keadaan::Terbit;
        self.made.keep();
        laporan.sisa = self.akhiri(files.len()).is_err();
        // Last: giving files a name and taking one away touches them.
        let _ = daftar::tandai(&self.out, &manifest);
        Ok(laporan)
    }

    /// The old site becomes the new one.
    fn ganti(&self, files: &BTreeMap<String, Berkas>, stale: &[&str], manifest: &[u8]) -> Result<(), OutputError> {
        let tahap = &self.jaga.tahap;
        let mut baru: Vec<&str> = files.iter().filter(|(_, b)| b.baru).map(|(path, _)| path.as_str()).collect();
        self.tulis_daftar(manifest)?;
        baru.push(daftar::NAMA);
        if !tahap.di_dalam {
            let rencana = self.rencana(&baru, stale);
            match rencana.jalankan(tahap) {
                Ok(()) => {
                    let own =
                        |path: &str| path == daftar::NAMA || files.contains_key(path) || self.tercatat(path).is_some();
                    rencana.susulan(tahap, &own);
                    return Ok(());
                }
                Err(Gagal::Galat(error)) => return Err(error),
                Err(Gagal::Cara) => {}
            }
        }
        let now = std::fs::symlink_metadata(&self.out).map_err(|e| failed(&self.dir, &e))?;
        if self.meta.as_ref().map(sistem::identitas) != Some(sistem::identitas(&now)) {
            return Err(berubah(&self.dir));
        }
        setempat::jalankan(&self.out, tahap, &baru, stale)
    }

    /// The manifest, durable before the site of which it tells.
    fn tulis_daftar(&self, manifest: &[u8]) -> Result<(), OutputError> {
        let tahap = &self.jaga.tahap;
        let path = tahap.situs.join(daftar::NAMA);
        let gagal = |e| failed(&path, &e);
        sistem::hapus(&path).map_err(gagal)?;
        tahap.tulis(daftar::NAMA, manifest).map_err(gagal)?;
        std::fs::File::open(&path).and_then(|file| file.sync_all()).map_err(gagal)
    }

    fn rencana<'a>(&'a self, baru: &[&'a str], stale: &[&str]) -> Rencana<'a> {
        let baru: std::collections::BTreeSet<&str> = baru.iter().copied().collect();
        let own = |path: &OsStr| {
            // A folder is terang's own when the manifest has a file in it.
            path.to_str().is_some_and(|p| self.daftar.as_ref().is_some_and(|d| d.di_bawah(p)))
        };
        let carried = |path: &OsStr, rupa: &Rupa| match rupa.jenis {
            Jenis::Folder => !own(path),
            _ => !path.to_str().is_some_and(|p| baru.contains(p) || stale.binary_search(&p).is_ok()),
        };
        let bawa = self.pindai.iter().filter(|(path, rupa)| carried(path, rupa)).collect();
        let pindai = self.meta.as_ref().map(|_| &self.pindai);
        Rencana { out: &self.out, pindai, meta: self.meta.as_ref(), bawa, baru }
    }

    /// After the step: the old site goes, or is kept as a spare.
    fn akhiri(&self, jumlah: usize) -> std::io::Result<()> {
        let tahap = &self.jaga.tahap;
        if jumlah < self.banyak || tahap.di_dalam {
            return tahap.bersihkan(false);
        }
        if self.meta.is_none() {
            let pindai = Pindaian::dari(&self.out, "")?;
            let bawa = pindai.iter().filter(|(path, _)| *path != OsStr::new(daftar::NAMA)).collect();
            let rencana = Rencana { out: &self.out, pindai: Some(&pindai), meta: None, bawa, baru: Default::default() };
            // A spare that is not whole serves as well.
            let _ = rencana.susun(tahap);
        }
        tahap.bersihkan(true)
    }

    /// What earlier builds wrote and this one did not; only what still has the bytes they wrote.
    fn stale(&self, files: &BTreeMap<String, Berkas>) -> Vec<&str> {
        let list: Vec<(&str, Catatan)> =
            self.daftar.iter().flat_map(Daftar::iter).filter(|(path, _)| !files.contains_key(*path)).collect();
        list.into_par_iter().filter(|(path, catatan)| self.milik(path, *catatan)).map(|(path, _)| path).collect()
    }

    /// Whether a file still has the bytes that a build wrote; what is behind a link was not looked at, so it has not.
    fn milik(&self, path: &str, catatan: Catatan) -> bool {
        let Some(rupa) = self.pindai.get(path).filter(|rupa| rupa.jenis == Jenis::Berkas) else { return false };
        catatan.sidik.is_none_or(|s| rupa.ukuran == catatan.ukuran && self.baca(path).is_ok_and(|isi| sidik(&isi) == s))
    }

    fn baca(&self, path: &str) -> std::io::Result<Vec<u8>> {
        self.dibaca.fetch_add(1, Ordering::Relaxed);
        let mut isi = Vec::new();
        sistem::buka(&self.out.join(path))?.read_to_end(&mut isi)?;
        Ok(isi)
    }

    /// Whether the bytes are what is on the disk; refuses to replace what no build wrote.
    fn sama(&self, path: &str, isi: &[u8], sidik: Sidik) -> Result<bool, OutputError> {
        if self.meta.is_none() {
            return Ok(false);
        }
        let shown = self.dir.join(path);
        let known = self.tercatat(path);
        let Some(rupa) = self.pindai.get(path) else {
            for folder in path.match_indices('/').map(|(at, _)| &path[..at]) {
                match self.pindai.get(folder).map(|rupa| rupa.jenis) {
                    Some(Jenis::Folder) | None => {}
                    // A page of the site before may become a folder.
                    Some(Jenis::Berkas) if self.tercatat(folder).is_some_and(|c| self.milik(folder, c)) => {}
                    Some(Jenis::Tautan) => {
                        return Err(in_the_way(&self.dir.join(folder), "tautan simbolis", "a symbolic link"));
                    }
                    Some(_) => return Err(in_the_way(&self.dir.join(folder), "berkas", "a file")),
                }
            }
            return Ok(false);
        };
        if rupa.jenis == Jenis::Folder {
            return Err(in_the_way(&shown, "folder", "a folder"));
        }
        if rupa.jenis == Jenis::Berkas && rupa.ukuran == isi.len() as u64 {
            let listed = known.is_some_and(|k| k.sidik == Some(sidik)) && self.tak_disentuh(rupa);
            if listed || self.baca(path).map_err(|e| failed(&shown, &e))? == isi {
                return Ok(true);
            }
        }
        match known {
            Some(_) => Ok(false),
            None if self.daftar.is_none() => Err(tanpa_daftar(&self.dir, daftar::NAMA, self.rusak, Some(&shown))),
            None => Err(foreign(&shown)),
        }
    }

    fn tercatat(&self, path: &str) -> Option<Catatan> {
        self.daftar.as_ref()?.get(path)
    }

    fn tak_disentuh(&self, rupa: &Rupa) -> bool {
        self.daftar.as_ref().is_some_and(|d| d.sesudah(rupa.ubah))
    }
}

impl Keluaran for Terbitan {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, OutputError> {
        periksa_nama(path)?;
        let keadaan = self.jaga.keadaan.read().unwrap_or_else(PoisonError::into_inner);
        if *keadaan == Keadaan::Batal {
            return Err(dihentikan());
        }
        let sidik = sidik(isi);
        {
            let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            match files.get(path) {
                Some(other) if other.sidik == sidik => return Ok(sidik),
                Some(_) => return Err(dua_isi(path)),
                None => files.insert(path.to_string(), Berkas { ukuran: isi.len() as u64, sidik, baru: false }),
            };
        }
        if self.sama(path, isi, sidik)? {
            return Ok(sidik);
        }
        self.jaga.tahap.tulis(path, isi).map_err(|e| failed(&self.dir.join(path), &e))?;
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.entry(path.to_string()).and_modify(|b| b.baru = true);
        Ok(sidik)
    }

    fn tetap(&self, files: &[(String, Sidik)]) -> bool {
        let there = |(path, wanted): &(String, Sidik)| {
            let (ukuran, s) = self.tercatat(path).and_then(|c| Some((c.ukuran, c.sidik?)))?;
            if s != *wanted {
                return None;
            }
            let rupa = self.pindai.get(path).filter(|r| r.jenis == Jenis::Berkas && r.ukuran == ukuran)?;
            let same = self.tak_disentuh(rupa) || self.baca(path).is_ok_and(|isi| sidik(&isi) == s);
            same.then(|| (path.clone(), Berkas { ukuran, sidik: s, baru: false }))
        };
        let Some(found) = files.iter().map(there).collect::<Option<Vec<_>>>() else { return false };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if found.iter().any(|(path, b)| files.get(path).is_some_and(|other| other.sidik != b.sidik)) {
            return false;
        }
        for (path, berkas) in found {
            files.entry(path).or_insert(berkas);
        }
        true
    }
}

/// Publishes a whole tree into `dir`.
///
/// # Errors
/// [`OutputError`] when the folder is refused or cannot be written.
pub fn publish(dir: &Path, files: &Tree, sources: &[&Path]) -> Result<Laporan, OutputError> {
    let terbitan = Terbitan::new(dir, sources)?;
    files.par_iter().try_for_each(|(path, isi)| terbitan.tulis(path, isi).map(drop))?;
    terbitan.selesai()
}
