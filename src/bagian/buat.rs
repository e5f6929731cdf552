//! Buat: a part on its way into a folder: the files of its pages, and what the rest of the site needs of them.

use super::tanda::{Asal, TANDA, Tanda};
use super::{SITUS, simpanan};
use crate::output::{Keluaran, OutputError, Sidik};
use crate::simpanan::{Kunci, Simpanan, bungkus};
use crate::site::Jatah;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Takes the files of a part and what a build keeps of them.
pub struct Pembuat<'a> {
    tujuan: &'a dyn Keluaran,
    /// The names of what is kept, or why it could not be.
    nama: Mutex<Result<BTreeSet<String>, OutputError>>,
}

impl<'a> Pembuat<'a> {
    /// Into a folder.
    pub fn baru(tujuan: &'a dyn Keluaran) -> Self {
        Self { tujuan, nama: Mutex::new(Ok(BTreeSet::new())) }
    }

    /// The last file: what this part is.
    ///
    /// # Errors
    /// [`OutputError`] when anything of it could not be written.
    pub fn selesai(self, jatah: Jatah, asal: Asal) -> Result<(), OutputError> {
        let nama = self.nama.into_inner().unwrap_or_else(PoisonError::into_inner)?;
        let tanda = Tanda::baru(jatah, asal, nama.into_iter().collect());
        self.tujuan.tulis(TANDA, &tanda.teks()).map(|_| ())
    }
}

impl Keluaran for Pembuat<'_> {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, OutputError> {
        self.tujuan.tulis(&format!("{SITUS}/{path}"), isi)
    }

    fn tetap(&self, _: &[(String, Sidik)]) -> bool {
        false
    }
}

impl Simpanan for Pembuat<'_> {
    fn ambil(&self, _: &str) -> Option<(Kunci, Vec<u8>)> {
        None
    }

    fn taruh(&self, nama: &str, kunci: &Kunci, isi: Vec<u8>) {
        let written = self.tujuan.tulis(&simpanan(nama), &bungkus(kunci, &isi));
        let mut own = self.nama.lock().unwrap_or_else(PoisonError::into_inner);
        match (written, own.as_mut()) {
            (Ok(_), Ok(list)) => drop(list.insert(nama.to_string())),
            (Err(error), Ok(_)) => *own = Err(error),
            (_, Err(_)) => {}
        }
    }
}
