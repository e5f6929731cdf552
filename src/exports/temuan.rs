//! All findings as CSV: one row per finding. One file for all languages, in Indonesian: programs read it.

use super::tulis;
use crate::pages::data::DataOpd;

pub const KEPALA: [&str; 14] = [
    "aturan",
    "sifat",
    "tingkat",
    "kemendagri_kode_kabupaten_kota",
    "nama_kabupaten_kota",
    "opd",
    "tahun",
    "alamat",
    "perihal",
    "dokumen",
    "letak",
    "tertulis",
    "terhitung",
    "pesan",
];

/// The findings of one OPD, a row each.
pub fn baris(d: &DataOpd<'_>) -> Vec<Vec<String>> {
    let join =
        |list: &[rust_decimal::Decimal]| list.iter().map(|v| v.normalize().to_string()).collect::<Vec<_>>().join(" | ");
    let row = |t: &crate::findings::Temuan| {
        let own = t.tempat();
        vec![
            t.aturan.kode.to_string(),
            t.golongan.kata().to_string(),
            t.tingkat.kata().to_string(),
            d.daerah.kode_kemendagri.clone().unwrap_or_default(),
            d.daerah.nama.clone(),
            d.sumber.opd.nama.clone(),
            t.tahun.to_string(),
            format!("{}{}", d.alamat(), t.alamat),
            t.perihal.id.clone(),
            own.and_then(|r| d.sumber.opd.dokumen.get(&r.sumber)).map(|dok| dok.judul.clone()).unwrap_or_default(),
            own.map(|r| r.letak.clone()).unwrap_or_default(),
            join(&t.tertulis),
            join(&t.terhitung),
            t.utuh.id.clone(),
        ]
    };
    d.hasil.temuan.iter().map(row).collect()
}

/// The file of all findings from the rows of every OPD.
pub fn csv<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> Vec<u8> {
    tulis(berkepala(rows))
}

/// The same as a workbook.
pub fn xlsx<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> Vec<u8> {
    super::xlsx::xlsx(berkepala(rows))
}

fn berkepala<'r>(rows: impl Iterator<Item = &'r Vec<String>>) -> impl Iterator<Item = Vec<String>> {
    std::iter::once(KEPALA.map(str::to_string).to_vec()).chain(rows.cloned())
}
