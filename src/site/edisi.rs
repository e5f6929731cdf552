//! Edisi: the last file of a build: what this edition published, once everything is written; what it keeps of those before,
//! and the page that lists them all.

use super::daerah::JejakDaerah;
use super::opd::{self, Jejak};
use super::{Gagal, Kerja, Milik};
use crate::exports::edisi::{Edisi, NAMA, Perubahan, PerubahanBerkas, situs};
use crate::exports::kenangan::{Kenangan, perubahan};
use crate::exports::{Sumber, TabelData};
use crate::number::Lang;
use crate::pages::edisi::{Baris, Beda, Cacah, Dinas};
use crate::pages::{Halaman, edisi, indeks};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

impl Kerja<'_> {
    /// What is known of the edition before the pages of the portal are made; `temuan` is the file of all findings.
    pub(super) fn isi_edisi(&self, jejak: &[JejakDaerah], temuan: &Sumber) -> Result<Edisi, Gagal> {
        let opd = || jejak.iter().flat_map(|d| &d.opd);
        let sumber = opd().flat_map(|j| &j.isi.sumber).chain([temuan]);
        let data = sumber.flat_map(|s| s.edisi.iter().cloned()).collect();
        let ralat = opd().flat_map(|j| j.isi.ralat.iter().cloned()).collect();
        let keadaan = self.batas.map(|b| b.hari().to_string());
        let mut edisi = Edisi::baru(self.bahan.options.edisi.tanggal.clone(), keadaan, data, ralat);
        edisi.perubahan = match self.bahan.options.edisi.digantikan(&edisi) {
            Some(lama) => lama.isi.perubahan.clone(),
            None => self.bahan.options.edisi.terakhir.as_ref().map(|k| self.perubahan(k, &edisi, opd())).transpose()?,
        };
        Ok(edisi)
    }

    /// What changed since an edition. Only agencies whose figures have another hash are looked at.
    fn perubahan<'j>(
        &self,
        lama: &Kenangan,
        kini: &Edisi,
        jejak: impl Iterator<Item = &'j Jejak>,
    ) -> Result<Perubahan, Gagal> {
        let hash = |e: &Edisi| -> BTreeMap<String, String> {
            e.data.iter().filter_map(|d| Some((d.berkas.clone(), d.angka.as_ref()?.sha256.clone()))).collect()
        };
        let (old, new) = (hash(&lama.isi), hash(kini));
        let milik: BTreeMap<&str, usize> =
            jejak.flat_map(|j| j.isi.sumber.iter().map(|s| (s.edisi[0].berkas.as_str(), j.n))).collect();
        let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let mut found: Vec<PerubahanBerkas> = Vec::new();
        for berkas in all.into_iter().filter(|b| old.get(*b) != new.get(*b)) {
            let dulu = lama.tabel(berkas).unwrap_or_else(TabelData::kosong);
            let csv = milik.get(berkas.as_str()).map(|n| opd::csv(self, *n)).transpose()?;
            let sekarang = csv.and_then(|csv| TabelData::csv(&csv)).unwrap_or_else(TabelData::kosong);
            found.extend(perubahan(berkas, &dulu, &sekarang));
        }
        Ok(Perubahan::dari(lama.sha256.clone(), found))
    }

    /// The list of editions, in one language; a draft is none.
    pub(super) fn halaman_edisi(&self, kini: &Edisi, jejak: &[JejakDaerah], lang: Lang) -> Option<Halaman> {
        if self.bahan.options.konsep {
            return None;
        }
        let nama: BTreeMap<&str, (&str, &Milik)> = jejak
            .iter()
            .flat_map(|d| &d.opd)
            .flat_map(|j| {
                j.isi.sumber.iter().map(|s| (s.edisi[0].berkas.as_str(), (s.judul.as_str(), &self.milik[j.n])))
            })
            .collect();
        let disimpan = self.bahan.options.edisi.disimpan(kini);
        // A large portal has one archive for every daerah.
        let data = if self.terbagi { "data/index.html" } else { indeks::ARSIP };
        let own = (kini, NAMA.to_string(), None, data.to_string());
        let lama = disimpan.iter().map(|k| {
            let [edisi, data] = k.berkas().map(|(path, _)| path);
            (&k.isi, edisi, Some(k.sha256.clone()), data)
        });
        let baris = |(e, edisi, sha256, data): (&Edisi, String, Option<String>, String)| Baris {
            hari: e.tanggal.clone(),
            keadaan: e.keadaan.clone(),
            angka: e.angka.banyak,
            ralat: e.ralat.len(),
            beda: e
                .perubahan
                .as_ref()
                .map(|p| beda(e, p, disimpan.iter().find(|k| k.sha256 == p.sejak).copied(), &nama)),
            edisi,
            sha256,
            data,
        };
        Some(edisi::halaman(lang, &std::iter::once(own).chain(lama).map(baris).collect::<Vec<_>>()))
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

/// What changed up to an edition, as its page says it; `lama` is the one before, where it is kept.
fn beda(e: &Edisi, p: &Perubahan, lama: Option<&Kenangan>, nama: &BTreeMap<&str, (&str, &Milik)>) -> Beda {
    let dinas = |b: &PerubahanBerkas| {
        let own = nama.get(b.berkas.as_str());
        Dinas {
            nama: own.map_or(b.berkas.as_str(), |(judul, _)| judul).to_string(),
            url: own.map(|(_, m)| format!("{}/{}/", m.daerah, m.opd)),
            cacah: Cacah { ditambah: b.ditambah, dihapus: b.dihapus, berubah: b.berubah },
        }
    };
    Beda {
        sejak: lama.and_then(|k| k.isi.tanggal.clone()),
        cacah: Cacah { ditambah: p.ditambah, dihapus: p.dihapus, berubah: p.berubah },
        ralat: lama.map_or(0, |k| e.ralat.iter().filter(|r| !k.isi.ralat.contains(r)).count()),
        dinas: p.berkas.iter().map(dinas).collect(),
    }
}
