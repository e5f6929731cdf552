//! Tanya indikator: what an author is asked about an indicator that a table prints.

use super::kisi::Lembar;
use super::masalah::Masalah;
use crate::pesan;

/// Whether a name that is nearly the same is the same indicator.
pub fn sangat_mirip(lembar: &Lembar, row: usize, column: usize, printed: &str, near: &str) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "indikator `{printed}` tidak ada dalam opd.yaml, tetapi namanya mirip dengan `{near}`",
            "the indicator `{printed}` is not in opd.yaml, but its name is near that of `{near}`"
        ),
        pesan!(
            "tulis dalam peta: `indikator: {{\"{printed}\": {near}}}` bila sama, atau `\"{printed}\": baru` bila lain",
            "write in the map: `indikator: {{\"{printed}\": {near}}}` if it is the same, or `\"{printed}\": baru` if it is another"
        ),
    )
}

/// Which way is better.
pub fn tanpa_arah(lembar: &Lembar, row: usize, column: usize, printed: &str) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "indikator `{printed}` belum ada dalam opd.yaml, dan arahnya tidak terbaca dari tabel ini",
            "the indicator `{printed}` is not in opd.yaml yet, and this table does not tell its direction"
        ),
        pesan!(
            "tulis dalam peta: `arah: {{\"{printed}\": naik}}` (makin tinggi makin baik) atau `turun`; `\"*\": naik` untuk semua yang lain",
            "write in the map: `arah: {{\"{printed}\": naik}}` (higher is better) or `turun`; `\"*\": naik` for all others"
        ),
    )
}

/// The level of its indicators.
pub fn tanpa_tingkat(lembar: &Lembar, row: usize, column: usize) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        column,
        pesan!(
            "tabel ini tidak mengatakan tingkat indikatornya",
            "this table does not say the level of its indicators"
        ),
        pesan!(
            "tulis dalam peta: `tingkat: sasaran`, atau tujuan, program, kegiatan, sub_kegiatan, ikk, spm",
            "write in the map: `tingkat: sasaran`, or tujuan, program, kegiatan, sub_kegiatan, ikk, spm"
        ),
    )
}
