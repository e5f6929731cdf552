//! Isian: a derived figure with its inputs as data, and how a formula is filled in.

use super::pilihan::Pilihan;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Jenis, Pernyataan};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One input of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masukan {
    /// What it is: `Realisasi`, `Pagu perubahan`.
    pub label: Pesan,
    /// Its exact value.
    pub nilai: Decimal,
    /// As written: `Rp5.046.629.436,54`.
    pub teks: Pesan,
    /// Address of the fact.
    pub alamat: String,
    /// `Tabel 3.17` and the code of its document; none for an input that is itself derived.
    pub letak: Option<(String, String)>,
}

/// One derived figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turunan {
    /// Address: `2024/anggaran/penunjang/serapan`.
    pub alamat: String,
    /// Year.
    pub tahun: i32,
    /// Exact, unrounded; `None` where it is undefined (division by zero).
    pub nilai: Option<Decimal>,
    /// What it is.
    pub jenis: Jenis,
    /// The formula in words.
    pub rumus: Pesan,
    /// The formula with its inputs filled in.
    pub isi: Pesan,
    /// The inputs.
    pub masukan: Vec<Masukan>,
}

/// All derived figures of one OPD by address.
pub type Daftar = BTreeMap<String, Turunan>;

pub(super) fn add(out: &mut Daftar, turunan: Turunan) {
    out.insert(turunan.alamat.clone(), turunan);
}

/// The input a statement gives.
fn dari(label: Pesan, p: &Pernyataan<'_>) -> Masukan {
    let nilai = p.nilai().unwrap_or_default();
    let money = p.jenis() == Jenis::Uang;
    let percent = p.jenis() == Jenis::Persen || p.sel.angka().is_some_and(|a| a.persen);
    Masukan {
        label,
        nilai,
        teks: Pesan::tiap(|lang| {
            let text = if money { lang.rupiah(nilai) } else { lang.grouped(nilai) };
            if percent { format!("{text}%") } else { text }
        }),
        alamat: p.alamat.clone(),
        letak: Some((p.sumber.letak.clone(), p.sumber.dokumen.clone())),
    }
}

/// A doubted figure is shown, but nothing is derived from it.
pub(super) fn pasti<'k, 'a>(pilihan: Option<Pilihan<'k, 'a>>) -> Option<Pilihan<'k, 'a>> {
    pilihan.filter(|p| !p.utama.sel.ragu)
}

pub(super) fn masukan(label: Pesan, pilihan: &Pilihan<'_, '_>) -> Masukan {
    dari(label, pilihan.utama)
}

/// `a ÷ b × 100`, over texts.
pub(super) fn bagi(a: &Pesan, b: &Pesan) -> Pesan {
    pesan!("{a} ÷ {b} × 100", "{a} ÷ {b} × 100", a, b)
}

/// `a ÷ b × 100.000`, over texts.
pub(super) fn kali(a: &Pesan, b: &Pesan, times: i32) -> Pesan {
    Pesan::tiap(|lang| format!("{} ÷ {} × {}", a.in_lang(lang), b.in_lang(lang), lang.grouped(Decimal::from(times))))
}

/// `a − b`, over texts.
pub(super) fn kurang(a: &Pesan, b: &Pesan) -> Pesan {
    pesan!("{a} − {b}", "{a} − {b}", a, b)
}
