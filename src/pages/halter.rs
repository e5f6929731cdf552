//! Halter: the two sides of a contradiction as one row, printed against computed.

use super::bentuk::{self, Bahan};
use super::figure::{Deret, Figure, Jenis, Peran, Titik};
use crate::findings::Temuan;
use crate::number::Lang;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A difference below one of so many parts of the larger number is too small to be seen.
const BERBANDING: Decimal = Decimal::from_parts(25, 0, 0, false, 0);

/// The two numbers that do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sisi {
    /// As printed.
    pub tertulis: Decimal,
    /// As computed, or as printed elsewhere.
    pub lain: Decimal,
    /// Whether the second is computed.
    pub terhitung: bool,
}

impl Sisi {
    /// Those of a finding: printed and computed, or exactly two that are printed. A finding with more numbers is about their
    /// relation, which one line does not show.
    pub fn dari(t: &Temuan) -> Option<Self> {
        let mut printed = t.tertulis.clone();
        printed.dedup();
        match (t.terhitung.first(), printed.as_slice()) {
            (Some(lain), [tertulis, ..]) => Some(Self { tertulis: *tertulis, lain: *lain, terhitung: true }),
            (None, [tertulis, lain]) => Some(Self { tertulis: *tertulis, lain: *lain, terhitung: false }),
            _ => None,
        }
    }

    /// Whether the two stand apart in a drawing from zero; of 93,94% and 93,84% an eye sees one dot.
    pub fn tampak(self) -> bool {
        let apart = self.tertulis.checked_sub(self.lain).map(|d| d.abs());
        let whole = self.tertulis.abs().max(self.lain.abs());
        apart.and_then(|d| d.checked_mul(BERBANDING)).is_some_and(|d| d >= whole)
    }

    /// Both as a row.
    pub fn halter(self, lang: Lang, kode: String, perihal: &str) -> Option<Figure> {
        let nama = match self.terhitung {
            true => lang.pilih("Terhitung", "Computed"),
            false => lang.pilih("Tertulis di tempat lain", "Printed elsewhere"),
        };
        let bentuk = bentuk::pilih(Bahan::Tertulis { baris: 1 })?;
        let titik = |v: Decimal| {
            let teks = lang.grouped(crate::number::round(v, 2).normalize());
            vec![Titik { nilai: Some(v), lengkap: teks.clone(), teks, rentang: None, catatan: None, jenjang: None }]
        };
        Some(Figure {
            lang,
            kode,
            judul: perihal.to_string(),
            subjudul: String::new(),
            kalimat: String::new(),
            bentuk,
            jenis: Jenis::Angka,
            satuan: String::new(),
            kepala: String::new(),
            kategori: vec![perihal.to_string()],
            deret: vec![
                Deret {
                    nama: lang.pilih("Tertulis", "Printed").into(),
                    peran: Peran::Target,
                    titik: titik(self.tertulis),
                },
                Deret { nama: nama.into(), peran: Peran::Realisasi, titik: titik(self.lain) },
            ],
            acuan: None,
            sebaran: None,
            putus: Vec::new(),
            sumber: String::new(),
            keadaan: String::new(),
        })
    }
}
