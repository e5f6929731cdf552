//! `Asal`: an OPD with its statements, from which values are collected.

use crate::measures::DaftarTurunan;
use crate::records::{BatasData, Daerah, Kumpulan, OpdTahun, Skala};
use std::collections::BTreeMap;

/// An OPD with its statements.
#[derive(Clone, Copy)]
pub struct Asal<'a, 'k> {
    /// Its daerah.
    pub daerah: &'a Daerah,
    /// Its records.
    pub opd: &'a OpdTahun,
    /// Their statements.
    pub kumpulan: &'k Kumpulan<'a>,
    /// What is derived from them: the figures of the pages.
    pub turunan: &'k DaftarTurunan,
    /// Scales of letters by code.
    pub skala: &'k BTreeMap<String, Skala>,
}

impl Asal<'_, '_> {
    /// Up to which day a value of a year goes: as its record says, or the end of a year reported later.
    pub fn batas(&self, tahun: i32) -> BatasData {
        let rekaman = self.opd.rekaman.iter().find(|r| r.tahun == tahun);
        rekaman.map_or_else(|| BatasData::akhir_tahun(tahun), |r| r.batas_data)
    }

    /// `blitar/dinas-sosial`.
    pub fn alamat(&self) -> String {
        format!("{}/{}", self.daerah.kode, self.opd.opd.kode)
    }
}
