//! Pages as plain views: one file per kind of page, no HTML, no drawing.

pub mod alur_uang;
pub mod angka;
mod angka_uang;
pub mod asal;
mod asal_periksa;
mod batas;
pub mod bagian;
pub mod banding;
pub mod bentuk;
pub mod beranda;
mod beranda_baris;
pub mod beranda_gambar;
pub mod beranda_tabel;
pub mod capaian;
mod capaian_gambar;
pub mod cari;
pub mod contoh_grafik;
pub mod data;
pub mod edisi;
pub mod figure;
pub mod garis;
pub mod gaya;
pub mod halter;
mod huruf;
pub mod indeks;
pub mod indikator;
pub mod kalimat;
pub mod lembar;
pub mod opd;
mod opd_anggaran;
mod pasangan;
pub mod periksa;
pub mod pintu;
pub mod pohon;
pub mod program;
pub mod ralat;
pub mod rekaman;
pub mod ringkasan;
pub mod semua;
mod sepasang;
pub mod tabel;
mod tahap;
pub mod tampilan;
pub mod temuan;
mod temuan_baris;
mod temuan_kelompok;
pub mod uang_opd;
pub mod umum;

use cari::Entri;
use figure::Figure;
use lembar::Lembar;
use serde::Serialize;

/// One page: where it stands, what it says, which template shows it.
#[derive(Serialize, Default)]
pub struct Halaman {
    /// Address from the root with a trailing slash; empty for the first page.
    pub alamat: String,
    /// Template.
    pub templat: &'static str,
    /// Title.
    pub judul: String,
    /// One sentence: meta description and link preview.
    pub kalimat: String,
    /// The way back: title and address of each page above.
    pub remah: Vec<(String, String)>,
    /// The view, as the template sees it.
    pub isi: serde_json::Value,
    /// Its figures.
    pub figure: Vec<Figure>,
    /// Figures of one row, drawn into cells of its tables: by code.
    pub sel: Vec<Figure>,
    /// Its tables to take away.
    pub lembar: Vec<Lembar>,
    /// What it says as plain text, in a file beside it.
    pub teks: Option<String>,
    /// The file with the data of its figures, from the root of the site; pages of one agency or comparison share it.
    pub csv: Option<String>,
    /// What the search finds of it.
    #[serde(skip)]
    pub entri: Vec<Entri>,
}

impl Halaman {
    /// How many charts it shows whole: the first rows of one that stands on another page are none of its own.
    pub fn banyak_grafik(&self) -> usize {
        self.figure.iter().filter(|f| !tampilan::cuplikan(f)).count()
    }

    /// `../` for every folder between the page and the root.
    pub fn akar(&self) -> String {
        "../".repeat(self.alamat.matches('/').count())
    }
}
