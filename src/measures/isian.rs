//! Isian: a derived figure with its inputs as data, and how a formula is filled in.

use super::pilihan::Pilihan;
use super::uang::{self, Uang};
use crate::diagnostic::Pesan;
use crate::number::{Lang, Satuan};
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
    /// The power of ten of the word such an amount is printed with; none for what is computed.
    pub pangkat: Option<u32>,
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

impl Masukan {
    /// The amount it is.
    pub fn uang(&self) -> Uang {
        Uang { nilai: self.nilai, selang: self.selang, pangkat: self.pangkat }
    }
}

impl Turunan {
    /// Whether it is only known between two ends, because an amount behind it is printed in round figures.
    pub fn dibulatkan(&self) -> bool {
        let open = self.masukan.iter().any(|m| m.selang.is_some()) && self.masukan.iter().all(|m| m.batas.is_none());
        open && self.batas.is_some()
    }

    /// As it is shown: what rests on round figures only as far as they are known.
    pub fn tulis(&self, lang: Lang) -> Option<String> {
        let value = self.nilai?;
        Some(match self.batas.filter(|_| self.dibulatkan()) {
            Some(ends) if self.jenis == Jenis::Persen => uang::persen(lang, value, ends),
            Some(ends) if self.jenis == Jenis::Uang => Uang::terhitung(value, Some(ends)).lengkap(lang),
            _ => tulis(lang, value, self.jenis),
        })
    }

    /// The two ends between which it lies or between which the documents leave it.
    pub fn tulis_batas(&self, lang: Lang) -> Option<(String, String)> {
        let rough = self.dibulatkan() && self.jenis == Jenis::Uang;
        let write = |v: Decimal| if rough { lang.rupiah_pas(v) } else { tulis(lang, v, self.jenis) };
        self.batas.map(|(low, high)| (write(low), write(high)))
    }
}

/// A derived value as it is shown: two decimals, percent or rupiah.
pub fn tulis(lang: Lang, nilai: Decimal, jenis: Jenis) -> String {
    match jenis {
        Jenis::Persen => lang.percent(nilai, 2),
        Jenis::Uang => lang.rupiah(nilai),
        _ => lang.decimal(nilai, nilai.scale().min(2)),
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
    let money = p.jenis() == Jenis::Uang || p.satuan == Some(Satuan::Rupiah);
    let percent = p.jenis() == Jenis::Persen || p.sel.angka().is_some_and(|a| a.persen);
    let amount = p.sel.angka().filter(|_| money).map(Uang::tercetak);
    Masukan {
        label,
        nilai,
        batas: None,
        selang: p.sel.angka().filter(|a| money && a.langkah > Decimal::ONE).map(|a| a.selang()),
        pangkat: p.sel.angka().filter(|a| money && a.langkah > Decimal::ONE).map(|a| a.pangkat),
        teks: Pesan::tiap(|lang| {
            let text = match amount {
                Some(amount) => amount.lengkap(lang),
                None if money => lang.rupiah(nilai),
                None => lang.grouped(nilai),
            };
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
