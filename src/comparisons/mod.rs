//! Comparisons: which values of which kabupaten may stand on one axis, and why not.
//!
//! ```text
//! statements → kumpul (values of a padanan) → relasi (pair by pair) → kelompok (a year) → peringkat, sebaran
//! ```
//!
//! A value enters with everything that decides about it: formula by its named counts, unit, direction, year, cut-off,
//! budget phase. Nothing is imputed, nothing is composed; second-hand values are shown and never ranked.

mod alasan;
mod banding;
mod kelompok;
mod kuadran;
mod kumpul;
mod kumpul_anggaran;
mod kumpul_tabel;
mod nilai;
mod peringkat;
mod relasi;
mod sebaran;

pub use alasan::{Alasan, JenisAlasan, Relasi, Sisi};
pub use banding::{Banding, BandingPadanan, banding, satu};
pub use kelompok::{Anggota, BandingTahun, CUKUP, Hilang, Kedudukan, susun};
pub use kuadran::{CapaianSerapan, capaian_serapan};
pub use kumpul::{Asal, nilai_opd};
pub use nilai::{Besaran, Hitung, NilaiBanding, Pemilik, RumusBanding, Tahap, Tertulis};
pub use peringkat::{Peringkat, peringkat};
pub use relasi::{PADANAN_INI, Permintaan, relasi, terhadap_padanan};
pub use sebaran::{Sebaran, sebaran};
