//! Uang: an amount with what its prints leave open. `Rp2,9 miliar` is known to 50 juta; a sum of four such amounts to
//! 200 juta. No text of an amount says more than that.

use crate::number::{Angka, Lang};
use crate::teks;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Between which ends a value lies.
pub type Selang = (Decimal, Decimal);

/// An amount of rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uang {
    /// Its value.
    pub nilai: Decimal,
    /// Between which ends it lies, where it was printed in round figures or computed from such.
    pub(super) selang: Option<Selang>,
    /// The power of ten of the word it is printed with; none for what is computed.
    pub(super) pangkat: Option<u32>,
}

impl Uang {
    /// A printed amount.
    pub fn tercetak(a: &Angka) -> Self {
        let round = a.langkah > Decimal::ONE;
        Self { nilai: a.nilai, selang: round.then(|| a.selang()), pangkat: round.then_some(a.pangkat) }
    }

    /// A computed amount.
    pub fn terhitung(nilai: Decimal, selang: Option<Selang>) -> Self {
        Self { nilai, selang, pangkat: None }
    }

    /// The sum of amounts; it is known as far as all of them are.
    pub fn jumlah(list: &[Self]) -> Option<Self> {
        if let [one] = list {
            return Some(*one);
        }
        list.first()?;
        let nilai = list.iter().try_fold(Decimal::ZERO, |sum, u| sum.checked_add(u.nilai))?;
        let end = |pick: fn(Selang) -> Decimal| {
            list.iter().try_fold(Decimal::ZERO, |sum, u| sum.checked_add(u.selang.map_or(u.nilai, pick)))
        };
        let open = list.iter().any(|u| u.selang.is_some());
        let selang = if open { end(|s| s.0).zip(end(|s| s.1)) } else { None };
        Some(Self::terhitung(nilai, selang))
    }

    /// What is left of it.
    pub fn kurang(self, other: Self) -> Option<Self> {
        let nilai = self.nilai.checked_sub(other.nilai)?;
        let ((a, b), (c, d)) = (self.ujung(), other.ujung());
        let open = self.selang.is_some() || other.selang.is_some();
        let selang = if open { a.checked_sub(d).zip(b.checked_sub(c)) } else { None };
        Some(Self::terhitung(nilai, selang))
    }

    /// The same amount without its sign.
    #[must_use]
    pub fn mutlak(self) -> Self {
        if !self.nilai.is_sign_negative() {
            return self;
        }
        let other = crate::number::balik;
        Self { nilai: other(self.nilai), selang: self.selang.map(|(a, b)| (other(b), other(a))), ..self }
    }

    /// Whether it is certainly above or below nothing.
    pub fn bertanda(self) -> bool {
        let (low, high) = self.ujung();
        low > Decimal::ZERO || high < Decimal::ZERO
    }

    /// The ends between which it lies.
    pub fn ujung(self) -> Selang {
        self.selang.unwrap_or((self.nilai, self.nilai))
    }

    /// The same with the sign of what is added.
    pub fn bertambah(self, lang: Lang, pendek: bool) -> String {
        let text = if pendek { self.label(lang) } else { self.lengkap(lang) };
        if self.nilai > Decimal::ZERO { text.replacen("Rp", "+Rp", 1) } else { text }
    }

    /// As it is printed, or as far as it is known: `Rp2,9 miliar`, `sekitar Rp171,9 miliar`, `Rp1.234.567`.
    pub fn lengkap(self, lang: Lang) -> String {
        match (self.selang, self.pangkat) {
            (None, _) => lang.rupiah(self.nilai),
            (Some(s), Some(pangkat)) => lang.rupiah_berkata(self.nilai, pangkat, lebar(s)),
            (Some(s), None) => kira(lang, &lang.rupiah_bulat(self.nilai, lebar(s))),
        }
    }

    /// Short, for sentences: `Rp17,22 miliar`, `sekitar Rp171,9 miliar`.
    pub fn singkat(self, lang: Lang) -> String {
        let text = self.label(lang);
        let rough = self.pangkat.is_none() && self.selang.is_some();
        if rough { kira(lang, &text) } else { text }
    }

    /// Short, for the label of a drawing: `Rp17,22 miliar`, `Rp171,9 miliar`.
    pub fn label(self, lang: Lang) -> String {
        match self.selang {
            None => lang.rupiah_short(self.nilai),
            Some(s) => lang.rupiah_bulat_singkat(self.nilai, lebar(s)),
        }
    }
}

fn lebar((low, high): Selang) -> Decimal {
    high.saturating_sub(low)
}

/// `sekitar Rp171,9 miliar`
pub(super) fn kira(lang: Lang, text: &str) -> String {
    teks!(lang, "sekitar {text}", "about {text}")
}

/// A percentage of which two ends are known: with as few decimals as still lie between them.
pub(super) fn persen(lang: Lang, nilai: Decimal, (low, high): Selang) -> String {
    let fits = |d: &u32| (low..=high).contains(&crate::number::round(nilai, *d));
    kira(lang, &lang.percent(nilai, (0..2).find(fits).unwrap_or(2)))
}
