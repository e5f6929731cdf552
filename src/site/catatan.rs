//! Catatan: which files a part of the site became, page by page, so that the next build keeps what would be the same.

use super::berat::Berat;
use crate::output::Sidik;
use crate::simpanan::Kunci;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What one page became.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct CatatanLaman {
    /// Of everything its files depend on.
    pub(super) kunci: Kunci,
    /// Its files with their fingerprints.
    pub(super) berkas: Vec<(String, Sidik)>,
    /// Whether it is beyond its budget.
    pub(super) berat: Option<Berat>,
}

/// What the pages of a part of the site became, by their address.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Catatan(pub(super) BTreeMap<String, CatatanLaman>);

impl Catatan {
    /// All files.
    pub(super) fn berkas(&self) -> Vec<(String, Sidik)> {
        self.0.values().flat_map(|l| l.berkas.iter().cloned()).collect()
    }
}

/// A part of the site as it is kept: what the rest of the build needs of it, and its files.
#[derive(Serialize, Deserialize)]
pub(super) struct Disimpan<T> {
    pub(super) isi: T,
    pub(super) catatan: Catatan,
}

/// Notes what pages become, beside what they became the last time.
#[derive(Default)]
pub(super) struct Pencatat {
    lama: Catatan,
    baru: Mutex<Catatan>,
}

impl Pencatat {
    /// Beside notes of another build, if there are any.
    pub(super) fn sesudah(lama: Option<Catatan>) -> Self {
        Self { lama: lama.unwrap_or_default(), baru: Mutex::default() }
    }

    /// What a page became the last time, if it was the same page.
    pub(super) fn lama(&self, alamat: &str, kunci: &Kunci) -> Option<&CatatanLaman> {
        self.lama.0.get(alamat).filter(|l| l.kunci == *kunci)
    }

    /// Notes a page.
    pub(super) fn catat(&self, alamat: &str, laman: CatatanLaman) {
        self.baru.lock().unwrap_or_else(PoisonError::into_inner).0.insert(alamat.to_string(), laman);
    }

    /// The new notes.
    pub(super) fn selesai(self) -> Catatan {
        self.baru.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
