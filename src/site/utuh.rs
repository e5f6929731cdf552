//! Utuh: a build of what was built before, theme and options included, keeps the whole site as it is.

use super::berat::{Berat, Timbangan};
use super::{Bahan, Hasil, Kerja, Ringkasan};
use crate::comparisons;
use crate::output::{Keluaran, Sidik};
use crate::simpanan::Kunci;
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;

/// Under which name it is kept.
const NAMA: &str = "utuh";

/// A whole site.
#[derive(Serialize, Deserialize)]
struct Utuh {
    ringkasan: Ringkasan,
    berkas: Vec<(String, Sidik)>,
    berat: Vec<Berat>,
    /// Padanan without a value.
    sepi: Vec<String>,
}

/// The site as it stands, if it is the one that would be made.
pub(super) fn kembali(bahan: &Bahan<'_>, kunci: &Kunci, keluar: &dyn Keluaran, timbangan: &Timbangan) -> Option<Hasil> {
    let lama: Utuh = bahan.simpanan.baca(NAMA, kunci)?;
    if !keluar.tetap(&lama.berkas) {
        return None;
    }
    bahan.simpanan.masih(None);
    lama.berat.iter().for_each(|b| timbangan.tambah(b));
    let mut peringatan = timbangan.peringatan();
    peringatan.extend(lama.sepi.iter().filter_map(|kode| bahan.content.padanan.get(kode)).map(comparisons::sepi_satu));
    Some(Hasil { ringkasan: lama.ringkasan, peringatan })
}

/// Keeps what a finished build made.
pub(super) fn simpan(kerja: &Kerja<'_>, kunci: &Kunci, ringkasan: Ringkasan) {
    let berkas = std::mem::take(&mut *kerja.semua.lock().unwrap_or_else(PoisonError::into_inner));
    let padanan = kerja.banding.padanan.iter();
    let sepi = padanan.filter(|(_, p)| p.tahun.is_empty()).map(|(kode, _)| kode.clone()).collect();
    let utuh = Utuh { ringkasan, berkas, berat: kerja.timbangan.semua(), sepi };
    kerja.bahan.simpanan.tulis(NAMA, kunci, &utuh);
}
