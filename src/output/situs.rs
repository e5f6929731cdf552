//! Situs: a built site read back for whoever carries it elsewhere: only what the build listed, only with the bytes it wrote.

use super::daftar::{self, Bacaan, Sidik, sidik};
use super::galat::tak_terbaca;
use super::pindai::{Jenis, Pindaian};
use super::tahap::DI_DALAM;
use super::{OutputError, sistem};
use crate::pesan;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Size and fingerprint of files, by their path in a site.
pub type Daftar = BTreeMap<String, (u64, Sidik)>;

/// Reads a list as `daftar_teks` writes it. A line that leads out of the site is none.
pub fn baca_daftar(isi: Vec<u8>) -> Option<Daftar> {
    let list = daftar::parse(isi)?;
    list.iter().map(|(path, c)| Some((path.to_string(), (c.ukuran, c.sidik?)))).collect()
}

/// A site as a build left it.
pub struct Situs {
    dir: PathBuf,
    berkas: Daftar,
    pindai: Pindaian,
}

impl Situs {
    /// Looks at a folder that must be a site, whole and as it was built. No link in it is followed.
    ///
    /// # Errors
    /// [`OutputError`] when it is none, or was changed since.
    pub fn buka(dir: &Path) -> Result<Self, OutputError> {
        let gagal = |e| tak_terbaca(dir, &e);
        let shown = dir.display();
        let bangun = || {
            pesan!(
                "sebut folder yang ditulis `terang build`, atau bangun lagi",
                "name the folder that `terang build` wrote, or build again"
            )
        };
        if !dir.is_dir() {
            return Err(OutputError::new(
                pesan!("folder `{shown}` tidak ada", "there is no folder `{shown}`"),
                bangun(),
            ));
        }
        let nama = daftar::NAMA;
        let berkas = match daftar::read(dir).map_err(gagal)? {
            Bacaan::Tidak => {
                let said = pesan!(
                    "`{shown}` bukan situs terang: tidak ada `{nama}` di dalamnya",
                    "`{shown}` is no site of terang: there is no `{nama}` in it"
                );
                return Err(OutputError::new(said, bangun()));
            }
            Bacaan::Rusak => None,
            Bacaan::Ada(list) => baca_daftar(list.isi),
        };
        let Some(berkas) = berkas.filter(|list| !list.is_empty()) else {
            let said = pesan!(
                "`{shown}/{nama}` rusak, kosong atau dari versi terang yang lama",
                "`{shown}/{nama}` is damaged, empty or of an older terang"
            );
            return Err(OutputError::new(said, bangun()));
        };
        let situs = Self { pindai: Pindaian::dari(dir, DI_DALAM).map_err(gagal)?, berkas, dir: dir.to_path_buf() };
        match situs.berkas.iter().find(|(path, (ukuran, _))| !situs.utuh(path, *ukuran)) {
            Some((path, _)) => Err(situs.berubah(path)),
            None => Ok(situs),
        }
    }

    /// Its files.
    pub fn berkas(&self) -> &Daftar {
        &self.berkas
    }

    /// The bytes of one of its files.
    ///
    /// # Errors
    /// [`OutputError`] when they are not what the build wrote.
    pub fn baca(&self, path: &str) -> Result<Vec<u8>, OutputError> {
        let at = self.dir.join(path);
        let mut isi = Vec::new();
        sistem::buka(&at).and_then(|mut file| file.read_to_end(&mut isi)).map_err(|e| tak_terbaca(&at, &e))?;
        match self.berkas.get(path) {
            Some((_, known)) if *known == sidik(&isi) => Ok(isi),
            _ => Err(self.berubah(path)),
        }
    }

    /// What others put into the folder, sorted.
    pub fn lain(&self) -> Vec<String> {
        let files = self.pindai.iter().filter(|(_, rupa)| rupa.jenis != Jenis::Folder);
        let names = files.map(|(path, _)| path.to_string_lossy().into_owned());
        names.filter(|path| path != daftar::NAMA && !self.berkas.contains_key(path)).collect()
    }

    fn utuh(&self, path: &str, ukuran: u64) -> bool {
        self.pindai.get(path).is_some_and(|rupa| rupa.jenis == Jenis::Berkas && rupa.ukuran == ukuran)
    }

    fn berubah(&self, path: &str) -> OutputError {
        let path = self.dir.join(path);
        let shown = path.display();
        OutputError::new(
            pesan!(
                "`{shown}` hilang, diubah atau diganti tautan sejak situs dibangun",
                "`{shown}` is gone, changed or replaced by a link since the site was built"
            ),
            pesan!("bangun lagi dengan `terang build`", "build again with `terang build`"),
        )
    }
}
