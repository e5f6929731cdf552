//! Comparisons: which values of which kabupaten may stand on one axis, and why not.
//!
//! ```text
//! statements of an OPD → kumpul (values of a padanan) → bahan (all of one OPD, owned)
//! bahan of all OPD → banding → relasi (pair by pair) → kelompok (a year) → peringkat, sebaran
//! ```
//!
//! A value enters with everything that decides about it: formula by its named counts, unit, direction, year, cut-off,
//! budget phase. Nothing is imputed, nothing is composed; second-hand values are shown and never ranked.

mod alasan;
mod asal;
mod bahan;
mod banding;
mod bentuk;
mod hilang;
mod kelompok;
mod kuadran;
mod kumpul;
mod kumpul_anggaran;
mod kumpul_tabel;
mod nilai;
mod peringkat;
mod relasi;
mod sebaran;
mod sekitar;
mod sepi;

pub use alasan::{Alasan, Isi, JenisAlasan, Relasi, Siapa, Sisi};
pub use bahan::{BahanOpd, DaerahBanding, Gudang, OpdBanding, bahan};
pub use banding::{Banding, BandingPadanan, banding};
pub use bentuk::BentukLain;
pub use kelompok::{Anggota, BandingTahun, CUKUP, Hilang, Kedudukan, SebabHilang, Terakhir, susun};
pub use kuadran::CapaianSerapan;
pub use nilai::{Besaran, Hitung, Hitungan, Identitas, NilaiBanding, Pemilik, RumusBanding, Tahap, Tertulis};
pub use peringkat::{Peringkat, peringkat};
pub use relasi::{Permintaan, dihitung, relasi, terhadap_padanan};
pub use sebaran::{Sebaran, sebaran};
pub use sekitar::{Sebelah, Sekitar, urut};
pub use sepi::{sepi, sepi_satu};
