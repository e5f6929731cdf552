//! Edisi: the last file of a build: what this edition published, once everything is written.

use super::daerah::JejakDaerah;
use super::opd::Jejak;
use super::{Gagal, Kerja};
use crate::exports::Sumber;
use crate::exports::edisi::{Edisi, NAMA, situs};
use std::sync::PoisonError;

impl Kerja<'_> {
    /// What is known of the edition before the pages of the portal are made; `temuan` is the file of all findings.
    pub(super) fn isi_edisi(&self, jejak: &[JejakDaerah], temuan: &Sumber) -> Edisi {
        let opd = || jejak.iter().flat_map(|d| &d.opd).map(|j: &Jejak| &j.isi);
        let sumber = opd().flat_map(|isi| &isi.sumber).chain([temuan]);
        let data = sumber.flat_map(|s| s.edisi.iter().cloned()).collect();
        let ralat = opd().flat_map(|isi| isi.ralat.iter().cloned()).collect();
        let keadaan = self.batas.map(|b| b.hari().to_string());
        Edisi::baru(self.bahan.options.edisi.tanggal.clone(), keadaan, data, ralat)
    }

    /// `edisi.json`, when every other file of the site is written.
    pub(super) fn edisi(&self, mut edisi: Edisi) -> Result<(), Gagal> {
        edisi.situs = {
            let mut all = self.semua.lock().unwrap_or_else(PoisonError::into_inner);
            all.sort();
            all.dedup();
            situs(all.iter().map(|(path, sidik)| (path.as_str(), &sidik[..])))
        };
        self.tulis(NAMA, &edisi.sambung(self.bahan.options.edisi.lalu.as_ref())).map(|_| ())
    }
}
