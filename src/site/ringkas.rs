//! Ringkas: what the first pass keeps of an OPD: enough to know what the pages of others say of it.

use crate::comparisons::{self, BahanOpd, BentukLain, CapaianSerapan, Gudang, NilaiBanding};
use crate::opd::Opd;
use crate::pages::temuan::CacahTemuan;
use crate::pages::{indeks, semua};
use crate::records::BatasData;
use crate::simpanan::Kunci;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One OPD after the first pass. Everything else of it is dropped and read again when its pages are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ringkas {
    /// What it brings to comparisons; its names and years among it.
    pub bahan: BahanOpd,
    /// Newest cut-off of its records.
    pub batas: Option<BatasData>,
    /// Records.
    pub rekaman: usize,
    /// Its findings, counted.
    pub temuan: CacahTemuan,
    /// Lines of the index.
    pub isi: usize,
    /// Pages in one language.
    pub halaman: usize,
    /// Codes of the padanan its indicators follow.
    pub padanan: BTreeSet<String>,
    /// Of the values it brings to every padanan.
    pub sidik_nilai: BTreeMap<String, Kunci>,
}

/// What an OPD brings to one padanan: its values, outcome beside money, and what is printed in another form.
type Dibandingkan<'b> = (Vec<&'b NilaiBanding>, Vec<&'b CapaianSerapan>, Vec<(i32, &'b BentukLain)>);

impl Ringkas {
    /// How many pages it gets in one language: a draft has a checklist for every record.
    pub(super) fn halaman_dalam(&self, options: &super::Options) -> usize {
        self.halaman + if options.konsep { self.rekaman } else { 0 }
    }

    /// The same with what it shares with other OPD kept once.
    pub fn hemat(self, gudang: &Gudang) -> Self {
        Self { bahan: self.bahan.hemat(gudang), ..self }
    }

    /// Summarises one OPD.
    pub fn dari(d: &Opd<'_>) -> Self {
        let bahan = comparisons::bahan(d);
        let mut nilai: BTreeMap<&str, Dibandingkan<'_>> = BTreeMap::new();
        bahan.nilai.iter().for_each(|(kode, n)| nilai.entry(kode).or_default().0.push(n));
        bahan.serapan.iter().for_each(|(kode, c)| nilai.entry(kode).or_default().1.push(c));
        let forms = &bahan.opd.bentuk_lain;
        forms.iter().for_each(|(kode, tahun, f)| nilai.entry(kode).or_default().2.push((*tahun, f)));
        Self {
            sidik_nilai: nilai.into_iter().map(|(kode, own)| (kode.to_string(), Kunci::nilai(&own))).collect(),
            bahan,
            batas: d.sumber.rekaman.iter().map(|r| r.batas_data).max(),
            rekaman: d.sumber.rekaman.len(),
            temuan: CacahTemuan::dari(d),
            isi: indeks::banyak_baris(d),
            halaman: semua::banyak(d),
            padanan: d.sumber.opd.indikator.values().filter_map(|i| i.padanan.clone()).collect(),
        }
    }
}
