//! Gabung: parts become the whole: their pages are taken as they are, and nothing of them is ever made again in silence.

use super::tanda::{Asal, TANDA, Tanda};
use super::{SITUS, simpanan};
use crate::output::{self, Keluaran, OutputError, Sidik, sidik};
use crate::pesan;
use crate::simpanan::{Kunci, Simpanan, buka_bungkus};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// All parts of one whole.
pub struct Kumpulan {
    dir: Vec<PathBuf>,
    /// By the name of a value, the part that keeps it.
    milik: BTreeMap<String, usize>,
}

impl Kumpulan {
    /// Looks at folders that must be the parts of the whole that `asal` makes, each once.
    ///
    /// # Errors
    /// [`OutputError`] that says which is none, missing, there twice, or made of something else.
    pub fn buka(dir: &[PathBuf], asal: &Asal) -> Result<Self, OutputError> {
        let parts: Vec<Tanda> = dir.iter().map(|d| tanda(d)).collect::<Result<_, _>>()?;
        let Some(first) = parts.first() else { return Ok(Self { dir: Vec::new(), milik: BTreeMap::new() }) };
        let dari = first.jatah().dari;
        let mut ada: BTreeMap<usize, &Path> = BTreeMap::new();
        for (dir, part) in dir.iter().zip(&parts) {
            let (own, shown) = (part.jatah(), dir.display().to_string());
            if own.dari != dari {
                let (ke, n) = (own.ke, own.dari);
                return Err(OutputError::new(
                    pesan!(
                        "`{shown}` adalah bagian {ke} dari {n}, bukan dari {dari}",
                        "`{shown}` is part {ke} of {n}, not of {dari}"
                    ),
                    pesan!(
                        "buat semua bagian dengan banyak yang sama: 1/{dari}, 2/{dari} dan seterusnya",
                        "make all parts of the same number: 1/{dari}, 2/{dari} and so on"
                    ),
                ));
            }
            if let Some(other) = ada.insert(own.ke, dir) {
                let (other, ke) = (other.display(), own.ke);
                return Err(OutputError::new(
                    pesan!(
                        "`{other}` dan `{shown}` sama-sama bagian {ke} dari {dari}",
                        "`{other}` and `{shown}` are both part {ke} of {dari}"
                    ),
                    pesan!("sebut setiap bagian satu kali", "name every part once"),
                ));
            }
            if let Some(error) = asal.beda(&shown, &part.asal) {
                return Err(error);
            }
        }
        if let Some(ke) = (1..=dari).find(|ke| !ada.contains_key(ke)) {
            return Err(OutputError::new(
                pesan!("bagian {ke} dari {dari} tidak disebut", "part {ke} of {dari} is not named"),
                pesan!(
                    "buat dengan `terang build --bagian {ke}/{dari}`, lalu sebut foldernya juga",
                    "make it with `terang build --bagian {ke}/{dari}`, then name its folder too"
                ),
            ));
        }
        let names = parts.into_iter().enumerate().flat_map(|(n, p)| p.simpanan.into_iter().map(move |nama| (nama, n)));
        Ok(Self { milik: names.collect(), dir: dir.to_vec() })
    }
}

/// What a folder says it is.
fn tanda(dir: &Path) -> Result<Tanda, OutputError> {
    let shown = dir.display();
    let help = || {
        pesan!(
            "sebut folder yang ditulis `terang build --bagian`, utuh seperti ditulisnya",
            "name a folder that `terang build --bagian` wrote, whole as it wrote it"
        )
    };
    let isi = baca(dir, TANDA).map_err(|_| {
        OutputError::new(
            pesan!(
                "`{shown}` bukan bagian situs: tidak ada `{TANDA}` di dalamnya",
                "`{shown}` is no part of a site: there is no `{TANDA}` in it"
            ),
            help(),
        )
    })?;
    Tanda::baca(&isi).ok_or_else(|| {
        let said = pesan!(
            "`{shown}/{TANDA}` rusak, atau dari versi terang yang lain",
            "`{shown}/{TANDA}` is damaged, or of another version of terang"
        );
        OutputError::new(said, help())
    })
}

fn baca(dir: &Path, path: &str) -> io::Result<Vec<u8>> {
    let (mut file, _) = output::buka(dir, path)?;
    let mut isi = Vec::new();
    file.read_to_end(&mut isi)?;
    Ok(isi)
}

/// Parts on their way into the whole: what a build asks for is taken from them, what it makes goes beside it.
pub struct Gabungan<'a> {
    kumpulan: &'a Kumpulan,
    tujuan: &'a dyn Keluaran,
    /// The first thing that was not as its part said; from then on nothing is taken.
    rusak: Mutex<Option<OutputError>>,
}

impl<'a> Gabungan<'a> {
    /// Into a folder.
    pub fn baru(kumpulan: &'a Kumpulan, tujuan: &'a dyn Keluaran) -> Self {
        Self { kumpulan, tujuan, rusak: Mutex::default() }
    }

    /// Whether everything was as the parts said.
    ///
    /// # Errors
    /// [`OutputError`] with the first thing that was not.
    pub fn selesai(self) -> Result<(), OutputError> {
        self.rusak.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(Ok(()), Err)
    }

    fn rusak(&self) -> MutexGuard<'_, Option<OutputError>> {
        self.rusak.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file of a part is not what the part said.
    fn berubah(&self, dir: &Path, path: &str) {
        let shown = dir.join(path);
        let shown = shown.display();
        self.rusak().get_or_insert(OutputError::new(
            pesan!(
                "`{shown}` hilang, rusak atau berubah sejak bagian itu dibuat",
                "`{shown}` is gone, damaged or changed since that part was made"
            ),
            pesan!(
                "bawa folder bagian itu sekali lagi secara utuh, atau buat lagi dengan `terang build --bagian`",
                "carry the folder of that part again, whole, or make it again with `terang build --bagian`"
            ),
        ));
    }

    /// A file of the site, and the part that has it; `dugaan` is the one where the file before was.
    fn berkas(&self, path: &str, dugaan: usize) -> Option<(usize, Vec<u8>)> {
        let path = format!("{SITUS}/{path}");
        let others = (0..self.kumpulan.dir.len()).filter(|n| *n != dugaan);
        std::iter::once(dugaan).chain(others).find_map(|n| Some((n, baca(self.kumpulan.dir.get(n)?, &path).ok()?)))
    }
}

impl Keluaran for Gabungan<'_> {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, OutputError> {
        if let Some(error) = self.rusak().as_ref() {
            return Err(error.clone());
        }
        self.tujuan.tulis(path, isi)
    }

    fn tetap(&self, files: &[(String, Sidik)]) -> bool {
        let mut part = 0;
        for (path, wanted) in files {
            let isi = match self.berkas(path, part) {
                Some((n, isi)) if sidik(&isi) == *wanted => {
                    part = n;
                    isi
                }
                Some((n, _)) => {
                    self.berubah(&self.kumpulan.dir[n], &format!("{SITUS}/{path}"));
                    return false;
                }
                None => {
                    // The part that has the others had it too.
                    let near = files.iter().find_map(|(path, _)| self.berkas(path, part));
                    let part = near.map_or(part, |(n, _)| n);
                    self.berubah(&self.kumpulan.dir[part], &format!("{SITUS}/{path}"));
                    return false;
                }
            };
            if let Err(error) = self.tulis(path, &isi) {
                self.rusak().get_or_insert(error);
                return false;
            }
        }
        true
    }
}

impl Simpanan for Gabungan<'_> {
    fn ambil(&self, nama: &str) -> Option<(Kunci, Vec<u8>)> {
        let dir = &self.kumpulan.dir[*self.kumpulan.milik.get(nama)?];
        let found = baca(dir, &simpanan(nama)).ok().and_then(buka_bungkus);
        if found.is_none() {
            self.berubah(dir, &simpanan(nama));
        }
        found
    }

    fn taruh(&self, nama: &str, _: &Kunci, _: Vec<u8>) {
        // Nobody makes anew what a part has, unless it is not that of this whole.
        if let Some(n) = self.kumpulan.milik.get(nama) {
            self.berubah(&self.kumpulan.dir[*n], &simpanan(nama));
        }
    }
}
