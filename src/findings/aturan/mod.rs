//! The table of rules: one rule, one file, one row. Adding a rule: the file, the row, a case in `tests/findings/`.

mod antar_dokumen;
mod bagian_beda;
mod basis_lain;
mod capaian_beda;
mod dua_nilai;
mod efisiensi_beda;
mod hasil_beda;
mod induk_beda;
mod jumlah_beda;
mod pertumbuhan_beda;
mod prosa_beda;
mod realisasi_beda;
mod saji_ulang;
mod selisih_beda;
mod serapan_beda;
mod sisa_beda;
mod terpotong;

use super::bahan::Bahan;
use super::jenis::{Bobot, Hasil};
use std::fmt;

/// One rule: what it is called, what it means, and the function that finds it.
pub struct Aturan {
    /// Code: its address in the site. It names the defect, never the cure.
    pub kode: &'static str,
    /// Name in Indonesian.
    pub nama: &'static str,
    /// Name in English.
    pub nama_en: &'static str,
    /// Weight of its findings, unless one of them says otherwise.
    pub tingkat: Bobot,
    /// Whether it reads the checks of the other rules, and so runs after them.
    pub lanjutan: bool,
    /// The regulation behind it, if one is.
    pub dasar: Option<&'static str>,
    /// What it means, in Markdown for laypeople: the public page.
    pub dokumentasi: &'static str,
    /// Finds.
    pub periksa: fn(&Bahan<'_, '_>, &mut Hasil),
}

impl PartialEq for Aturan {
    fn eq(&self, other: &Self) -> bool {
        self.kode == other.kode
    }
}

impl Eq for Aturan {}

impl fmt::Debug for Aturan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kode)
    }
}

/// All rules, by code.
pub static SEMUA: &[&Aturan] = &[
    &antar_dokumen::ATURAN,
    &bagian_beda::ATURAN,
    &basis_lain::ATURAN,
    &capaian_beda::ATURAN,
    &dua_nilai::ATURAN,
    &efisiensi_beda::ATURAN,
    &hasil_beda::ATURAN,
    &induk_beda::ATURAN,
    &jumlah_beda::ATURAN,
    &pertumbuhan_beda::ATURAN,
    &prosa_beda::ATURAN,
    &realisasi_beda::ATURAN,
    &saji_ulang::ATURAN,
    &selisih_beda::ATURAN,
    &serapan_beda::ATURAN,
    &sisa_beda::ATURAN,
    &terpotong::ATURAN,
];

/// A rule by its code.
pub fn aturan(kode: &str) -> Option<&'static Aturan> {
    SEMUA.iter().copied().find(|a| a.kode == kode)
}
