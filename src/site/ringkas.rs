//! Ringkas: what the first pass keeps of an OPD: enough to know what the pages of others say of it.

use crate::comparisons::{self, BahanOpd};
use crate::opd::Opd;
use crate::pages::temuan::CacahTemuan;
use crate::pages::{indeks, semua};
use serde::{Deserialize, Serialize};

/// One OPD after the first pass. Everything else of it is dropped and read again when its pages are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ringkas {
    /// What it brings to comparisons; its names and years among it.
    pub bahan: BahanOpd,
    /// Newest cut-off of its records.
    pub batas: Option<String>,
    /// Records.
    pub rekaman: usize,
    /// Its findings, counted.
    pub temuan: CacahTemuan,
    /// Lines of the index.
    pub isi: usize,
    /// Pages in one language.
    pub halaman: usize,
}

impl Ringkas {
    /// Summarises one OPD.
    pub fn dari(d: &Opd<'_>) -> Self {
        Self {
            bahan: comparisons::bahan(d),
            batas: d.sumber.rekaman.iter().map(|r| r.batas_data.clone()).max(),
            rekaman: d.sumber.rekaman.len(),
            temuan: CacahTemuan::dari(d),
            isi: indeks::banyak_baris(d),
            halaman: semua::banyak(d),
        }
    }
}
