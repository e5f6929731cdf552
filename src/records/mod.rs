//! The records: what `content/` holds, as types, each figure with its document and table.
//!
//! A table is written the way it is printed: columns with a meaning, rows with a subject. `docs/rekaman.md` is the
//! format. Loading reports everything that is wrong, in every file, in one run.

mod alamat;
mod anggaran;
mod bebas;
mod berkas;
mod bersama;
mod cell;
mod content;
mod daftar;
mod debris;
mod dwibahasa;
mod galat_angka;
mod indikator;
mod jelajah;
mod kode;
mod kolom;
mod kutip;
mod logo;
mod muat;
mod nama;
mod naskah;
mod node;
mod opd;
mod padanan;
mod pernyataan;
mod portal;
mod pribadi;
mod prosa;
mod reader;
mod rekaman;
mod setara;
mod sinonim;
mod sumber_opd;
mod svg;
mod tabel;
mod tanda;
mod tanggapan;
mod warna;
mod yaml;

pub use anggaran::{Anggaran, Simpul};
pub use bebas::{BarisBebas, Fungsi, KolomBebas, Rumus, TabelBebas};
pub use berkas::read_text;
pub use bersama::{Halaman, Istilah, Kelas, Skala};
pub use cell::{Alasan, Nilai, Sel};
pub use content::{Content, Daerah, OpdTahun};
pub use daftar::{Butir, Daftar, JENIS as JENIS_DAFTAR, PihakLain, Tanggapan};
pub use dwibahasa::Dwibahasa;
pub use indikator::{Arah, Hitungan, Indikator, Penerus, Riwayat, RumusIndikator, Tingkat};
pub use jelajah::walk;
pub use kode::slug;
pub use kolom::{Jenis, Kolom, Masa, Ukuran};
pub use logo::Logo;
pub use muat::{BerkasOpd, Isi, Loaded, Mentah, Muatan, Sidik, load, muat};
pub use nama::periksa_baru;
pub use opd::{Dokumen, Opd, Pimpinan, Renstra, Sasaran, Tujuan};
pub use padanan::{IsiPadanan, IsiTabel, Padanan, Toleransi, UkuranAnggaran};
pub use pernyataan::{Bagian, Baris, Kumpulan, Pernyataan, Tempat};
pub use portal::{KelompokTabel, Portal, Ppid};
pub use reader::nearest;
pub use rekaman::{Efisiensi, Rekaman};
pub use setara::{Hubungan, Setara};
pub use sumber_opd::{DariBerkas, SumberOpd, Termuat};
pub use tabel::{Cetakan, Subjek, Sumber, TabelUkur};
pub use warna::{LATAR_GELAP, LATAR_TERANG, Nada, Rgb, Warna, kontras};
