//! Halter: the two sides of a contradiction as one row, printed against computed.

use super::bentuk::{self, Bahan};
use super::data::DataOpd;
use super::figure::{Deret, Figure, Jenis, Peran, Titik};
use crate::findings::Temuan;

/// Printed against computed, or the two printed values, as a row; nothing where a side has no number.
pub fn halter(d: &DataOpd<'_>, t: &Temuan) -> Option<Figure> {
    let lang = d.lang;
    let first = *t.tertulis.first()?;
    let (other, nama) = match (t.terhitung.first(), t.tertulis.iter().find(|v| **v != first)) {
        (Some(v), _) => (*v, lang.pilih("Terhitung", "Computed")),
        (None, Some(v)) => (*v, lang.pilih("Tertulis di tempat lain", "Printed elsewhere")),
        _ => return None,
    };
    let bentuk = bentuk::pilih(Bahan::Tertulis { baris: 1 })?;
    let titik = |v: rust_decimal::Decimal| {
        let teks = lang.grouped(crate::number::round(v, 2).normalize());
        vec![Titik { nilai: Some(v), lengkap: teks.clone(), teks, rentang: None, catatan: None }]
    };
    Some(Figure {
        lang,
        kode: format!("halter-{}-{}", t.aturan.kode, t.alamat),
        judul: t.perihal.in_lang(lang).to_string(),
        subjudul: String::new(),
        kalimat: String::new(),
        bentuk,
        jenis: Jenis::Angka,
        satuan: String::new(),
        kepala: String::new(),
        kategori: vec![t.perihal.in_lang(lang).to_string()],
        deret: vec![
            Deret { nama: lang.pilih("Tertulis", "Printed").into(), peran: Peran::Target, titik: titik(first) },
            Deret { nama: nama.into(), peran: Peran::Realisasi, titik: titik(other) },
        ],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: String::new(),
        keadaan: String::new(),
    })
}
