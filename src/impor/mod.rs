//! Impor: what agencies hold (workbooks, CSV, pasted cells) to records: read, understood from its words, added in place.
//!
//! `baca` bytes to sheets, `kepala` finds tables and the meaning of their columns, `anggaran`, `kinerja`, `bebas` read their
//! rows, `pohon` finds the portal's nodes, `tulis` and `sunting` add to the YAML. Nothing is guessed: what is unclear is a
//! [`Masalah`] with sheet and cell, all of them in one run, and a file with one changes nothing. No IO.

mod anggaran;
mod angka;
mod arti;
mod baca;
mod balik;
mod baris;
mod batas;
mod bebas;
mod buku;
mod cara_capaian;
mod capaian;
mod html;
mod indikator;
mod isian;
mod jumlah;
mod kala;
mod kata;
mod kenal;
mod kepala;
mod kinerja;
mod kisi;
mod kode;
mod kolom;
mod kumulatif;
mod lanjut;
mod lembar;
mod makna;
mod masa;
mod masalah;
mod model;
mod nama;
mod panjang;
mod penjelasan;
mod persen;
mod peta;
mod pilih;
mod pohon;
mod rata;
mod rumus;
mod satuan;
mod sumber;
mod sunting;
mod susun;
mod tanpa_kode;
mod tanya_indikator;
mod teks;
mod tulis;
mod uang;
mod ukuran_kinerja;

pub use angka::Nilai;
pub use baca::baca;
pub use balik::{Balik, baca as balik, dikenal as is_lembar};
pub use batas::BESAR;
pub use bebas::Bebas;
pub use indikator::{Baru, Dikenal};
pub use isian::{Anggaran, Simpul};
pub use kenal::Kenal;
pub use kepala::Tabel;
pub use kinerja::Kinerja;
pub use kisi::{Isi, Lembar, Sel, alamat as alamat_sel, baca_alamat};
pub use lanjut::pohon as pohon_lalu;
pub use lembar::{Salah, Sampul, tulis as tulis_lembar};
pub use makna::{Bentuk, Kolom, Makna};
pub use masalah::Masalah;
pub use model::{Kartu, Rujukan, kartu};
pub use nama::lipat_nama;
pub use penjelasan::{Penjelasan, Ujung};
pub use peta::Peta;
pub use pohon::{Ada, daftar};
pub use sunting::Naskah;
pub use susun::{Hasil, Isian, Tujuan, impor};
pub use uang::Uang;
