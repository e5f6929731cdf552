//! Edisi: the last file of a build: what this edition published, once everything is written.

use super::daerah::JejakDaerah;
use super::opd::Jejak;
use super::{Gagal, Kerja};
use crate::exports::Sumber;
use crate::exports::edisi::{Edisi, NAMA, situs};
use crate::exports::kenangan::Kenangan;
use crate::number::Lang;
use crate::pages::{Halaman, edisi, indeks};
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

    /// The list of editions, in one language; a draft is none.
    pub(super) fn halaman_edisi(&self, kini: &Edisi, lang: Lang) -> Option<Halaman> {
        if self.bahan.options.konsep {
            return None;
        }
        let baris = |e: &Edisi, edisi: String, sha256: Option<String>, data: String| edisi::Baris {
            hari: e.tanggal.clone(),
            keadaan: e.keadaan.clone(),
            angka: e.angka.banyak,
            ralat: e.ralat.len(),
            edisi,
            sha256,
            data,
        };
        // A large portal has one archive for every daerah.
        let data = if self.terbagi { "data/index.html".into() } else { indeks::ARSIP.into() };
        let own = baris(kini, NAMA.into(), None, data);
        let lama = self.bahan.options.edisi.disimpan(kini).into_iter().map(|k: &Kenangan| {
            let [edisi, angka] = k.berkas().map(|(path, _)| path);
            baris(&k.isi, edisi, Some(k.sha256.clone()), angka)
        });
        Some(edisi::halaman(lang, &own, &lama.collect::<Vec<_>>()))
    }

    /// `edisi.json`, when every other file of the site is written.
    pub(super) fn edisi(&self, mut edisi: Edisi) -> Result<(), Gagal> {
        for k in self.bahan.options.edisi.disimpan(&edisi) {
            k.berkas().iter().try_for_each(|(path, bytes)| self.tulis(path, bytes).map(|_| ()))?;
        }
        edisi.situs = {
            let mut all = self.semua.lock().unwrap_or_else(PoisonError::into_inner);
            all.sort();
            all.dedup();
            situs(all.iter().map(|(path, sidik)| (path.as_str(), &sidik[..])))
        };
        self.tulis(NAMA, &edisi.sambung(self.bahan.options.edisi.lalu.as_ref())).map(|_| ())
    }
}
