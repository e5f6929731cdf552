//! Arsip: all data in one archive, of a large portal in one for every daerah, each of the rows its agencies bring.

use super::opd::{self, Jejak};
use super::{Gagal, Kerja, gabung};
use crate::exports::Arsip;
use crate::exports::semua::{self, Isi, Milik};
use crate::pages::indeks;
use crate::records::Daerah;
use crate::simpanan::Kunci;
use rayon::prelude::*;

impl Kerja<'_> {
    /// Whether agencies are to hand on their rows: a draft has no archive, and some pages of a site have none.
    pub(super) fn berarsip(&self) -> bool {
        !self.bahan.options.konsep && self.bahan.lingkup == super::Lingkup::Semua
    }

    /// The archive of the whole portal, or of a daerah, from the traces of its agencies.
    pub(super) fn arsip(&self, daerah: Option<&Daerah>, jejak: &mut [&mut Jejak]) -> Result<Option<Arsip>, Gagal> {
        if !self.berarsip() {
            return Ok(None);
        }
        let path = daerah.map_or_else(|| indeks::ARSIP.to_string(), |d| indeks::arsip_daerah(&d.kode));
        let nama = format!("arsip/{}", daerah.map_or("", |d| &d.kode));
        let own = jejak.iter().map(|j| &j.kunci).chain([&self.kunci]).map(|k| &k.bytes()[..]);
        // What is compared is in it, whoever brought it.
        let kunci = Kunci::nilai(&(Kunci::dari(own), &self.kunci_padanan));
        let made = self.bagian(&nama, &kunci, |catat| {
            let milik: Vec<Milik> = gabung(jejak.par_iter_mut().map(|j| opd::data(self, j)).collect())?;
            let portal = self.paket();
            let akar = portal.alamat.unwrap_or_default();
            let isi = Isi {
                milik: milik.iter().collect(),
                padanan: semua::padanan(&self.banding, akar),
                banding: semua::banding(&self.banding, &self.bahan.content.skala, daerah.map(|d| d.kode.as_str())),
            };
            let judul = daerah.map_or_else(|| semua::JUDUL.to_string(), |d| format!("{} {}", semua::JUDUL, d.nama));
            let bytes = semua::arsip(&portal, &judul, &isi);
            self.berkas(&path, &bytes, catat)?;
            Ok(Arsip::dari(&path, &judul, &bytes))
        })?;
        jejak.iter_mut().for_each(|j| j.data = None);
        Ok(Some(made))
    }
}
