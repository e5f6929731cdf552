//! Exports: the same figures and statements as files to take away.

mod beda;
pub mod edisi;
mod figur;
mod jaga;
#[cfg(feature = "kartu")]
pub mod kartu;
pub mod kenangan;
mod kutip;
mod lembar;
mod mesin;
mod paket;
mod pernyataan;
mod qr;
pub mod semua;
mod temuan;
mod terbit;
mod xlsx;

pub use beda::{Beda, TabelData, beda, isi_angka};
pub use figur::{Tabel, tabel as figure_tabel};
pub use jaga::tanpa_jaga;
pub use kutip::{Terbitan, kutipan, pendek, sematan};
pub use lembar::csv as lembar_csv;
pub use mesin::{Kabar, katalog, peta, robot, umpan};
pub use paket::{Arsip, Paket, SKEMA, Sumber, alamat_lisensi, paket};
pub use pernyataan::{csv as opd_csv, xlsx as opd_xlsx};
pub use qr::qr;
pub use temuan::{baris as baris_temuan, csv as temuan_csv, xlsx as temuan_xlsx};
pub use terbit::{memuat_angka, periksa as periksa_terbitan, periksa_ralat, ralat as ralat_terbit};
pub use xlsx::setara;

use jaga::aman;

/// Writes rows as CSV in UTF-8, with commas and decimal points; every file has the same quoting and line ends.
fn tulis(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        let safe: Vec<String> = row.into_iter().map(aman).collect();
        // Writing into memory cannot fail.
        let _ = writer.write_record(&safe);
    }
    writer.into_inner().unwrap_or_default()
}
