//! Measures: what is derived from inputs, exact and pure, each with its formula and source.
//!
//! | measure | formula | source |
//! |---|---|---|
//! | capaian, arah naik | realisasi ÷ target × 100 | LKjIP Jember 2025, Bab III.A 2.a; PermenPANRB 53/2014 |
//! | capaian, arah turun | (2 × target − realisasi) ÷ target × 100 | LKjIP Jember 2025, Bab III.A 2.b |
//! | serapan | realisasi ÷ pagu × 100 | every report's budget table |
//! | sisa | pagu − realisasi | LKjIP Mojokerto 2023, pohon anggaran |
//! | efisiensi | capaian − serapan | LKjIP Mojokerto 2023, Tabel 3.7 |
//! | efisiensi | 100 − serapan | LKjIP Blitar 2024, Tabel 3.13 and 3.17 |
//! | predikat | the class of the record's own scale | scale files in `content/skala/` |
//!
//! Nothing is rounded here: rounding happens where a figure is shown or held against a printed one.

mod anggaran;
mod dukungan;
mod identitas;
mod isian;
pub mod kata;
mod pilihan;
mod predikat;
mod rumus;
mod sebab;
mod sepanjang;
mod sumber_dana;
mod tercapai;
mod tercetak;
mod turunan;
mod uang;

pub use anggaran::{dasar_serapan, pagu_awal, tahap_pagu, uang};
pub use dukungan::timbang;
pub use identitas::{
    Halangan, masa as masa_kalimat, putus, rumus_dulu, rumus_terpotong, sambung, sampai, sebagian, serumus, sesatuan,
    terhadap,
};
pub use isian::{Daftar as DaftarTurunan, Masukan, Turunan, tulis};
pub use pilihan::{
    KESEPAKATAN, Pilihan, RENCANA, TAHAP_PAGU, TARGET, babak, dibelanjakan, dihapus, disepakati, kesepakatan_baru,
    pagu_akhir, pilih, realisasi_indikator, sebulat, selaras, target_acuan, target_angka, target_kosong,
};
pub use predikat::{Predikat, predikat};
pub use rumus::{
    bagian, capaian, capaian_menurut, efisiensi, kemajuan, memuat, pecahan, pertumbuhan, rata, serapan, sisa,
};
pub use sebab::{Sebab, per_sasaran, sebab};
pub use sepanjang::{Sampai, sejauh};
pub use tercapai::{jenjang, letak, sama_waktu, sewaktu, tercapai};
pub use tercetak::{
    bagian_kosong, dibelanjakan_per_masa, per_masa, per_masa_kosong, realisasi_tercetak, target_per_masa,
    target_semasa, target_tercetak,
};
pub use turunan::turunan;
pub use uang::Uang;
