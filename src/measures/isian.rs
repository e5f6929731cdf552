//! Isian: a derived figure with its inputs as data, and how a formula is filled in.

use super::pilihan::Pilihan;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Dukungan, Jenis, Pernyataan};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One input of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masukan {
    /// What it is: `Realisasi`, `Pagu perubahan`.
    pub label: Pesan,
    /// Its exact value.
    pub nilai: Decimal,
    /// The lowest and the highest where the documents print several values for it.
    pub batas: Option<(Decimal, Decimal)>,
    /// What an amount printed in round figures leaves open: `Rp1,1 triliun` is known to 50 miliar.
    pub selang: Option<(Decimal, Decimal)>,
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
    /// The lowest and the highest it would be with the other values that the documents print for its inputs.
    pub batas: Option<(Decimal, Decimal)>,
    /// What it is.
    pub jenis: Jenis,
    /// The formula in words.
    pub rumus: Pesan,
    /// The formula with its inputs filled in.
    pub isi: Pesan,
    /// The inputs.
    pub masukan: Vec<Masukan>,
}

impl Turunan {
    /// Whether it is only known between two ends, because an amount behind it is printed in round figures.
    pub fn dibulatkan(&self) -> bool {
        let open = self.masukan.iter().any(|m| m.selang.is_some()) && self.masukan.iter().all(|m| m.batas.is_none());
        open && self.batas.is_some()
    }
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
        batas: None,
        selang: p.sel.angka().filter(|a| money && a.langkah > Decimal::ONE).map(|a| a.selang()),
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
    // An amount that the sums around it hold with has shown the others wrong: nothing is computed with them.
    let proven = pilihan.utama.dukungan.iter().any(|d| !matches!(d, Dukungan::Hitungan | Dukungan::Capaian));
    Masukan { batas: pilihan.rentang().filter(|_| !proven), ..dari(label, pilihan.utama) }
}

/// A formula of two inputs between the ends of what is printed for one of them; it only rises or only falls with it. Where
/// both are printed with several values nothing says which belong together.
pub(super) fn batas(
    a: &Masukan,
    b: &Masukan,
    rumus: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let (one, two) = match (a.batas, b.batas) {
        (Some((low, high)), None) => (rumus(low, b.nilai)?, rumus(high, b.nilai)?),
        (None, Some((low, high))) => (rumus(a.nilai, low)?, rumus(a.nilai, high)?),
        _ => return None,
    };
    (one != two).then(|| (one.min(two), one.max(two)))
}

/// A percentage of two amounts between the ends that their round figures leave open, where that is more than its own last
/// digit.
pub(super) fn lebar(
    a: &Masukan,
    b: &Masukan,
    rumus: impl Fn(Decimal, Decimal) -> Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    if a.selang.is_none() && b.selang.is_none() {
        return None;
    }
    let ends = |m: &Masukan| m.selang.map_or([m.nilai; 2], |(low, high)| [low, high]);
    let ([a, b], [c, d]) = (ends(a), ends(b));
    let (low, high) = (rumus(a, d)?, rumus(b, c)?);
    (high.checked_sub(low)? > Decimal::new(1, 2)).then_some((low, high))
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
