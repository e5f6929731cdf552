//! Laju: which word says how much of a budget was spent, or how far a target was reached: the printed or the computed one.

use super::Opd;
use crate::findings::Golongan;
use crate::measures::{self, Pilihan};
use crate::number::Angka;
use rust_decimal::Decimal;

impl<'a> Opd<'a> {
    /// How the share of a budget that was spent is known; nothing where its amounts are not.
    pub fn serapan(&self, tahun: i32, kode: &str) -> Option<Serapan<'_, 'a>> {
        let t = self.turunan.get(&format!("{tahun}/anggaran/{kode}/serapan-terhitung"))?;
        let rate = t.nilai?;
        let printed = measures::pilih(self.kumpulan.anggaran(tahun, kode, "serapan"));
        let holds = |fits: &dyn Fn(&Angka) -> bool| printed.clone().filter(|p| p.utama.sel.bukti().is_some_and(fits));
        if self.dipersoalkan(&t.alamat).is_some()
            && let Some(other) = holds(&|a| !measures::memuat(a, rate))
        {
            return Some(Serapan::Tercetak(other));
        }
        Some(match t.batas.filter(|_| t.dibulatkan()) {
            None => Serapan::Terhitung(rate),
            Some((low, high)) => match holds(&|a| low <= a.nilai && a.nilai <= high) {
                Some(known) => Serapan::Tercetak(known),
                None => Serapan::Antara(low, high),
            },
        })
    }

    /// How the capaian of a year is known. A method of its own is the report's: where the portal computes another value than the
    /// printed one, the printed one is said first.
    pub fn capaian(&self, tahun: i32, kode: &str) -> Option<Capaian<'_, 'a>> {
        let t = self.turunan.get(&format!("{tahun}/indikator/{kode}/capaian-terhitung"));
        let value = t.and_then(|t| t.nilai);
        let agrees =
            |p: &Pilihan<'_, '_>| value.is_some_and(|v| p.utama.sel.bukti().is_some_and(|a| measures::memuat(a, v)));
        // A capaian of a part of the year that may not be computed (fewer deaths in nine months) is not held up either.
        let whole = |p: &Pilihan<'_, '_>| t.is_some() || measures::sebagian(self.sumber, p.utama).is_none();
        let printed = measures::pilih(self.kumpulan.indikator(tahun, kode, "capaian")).filter(whole);
        match printed.filter(|p| p.utama.bukti().is_some() && !agrees(p)) {
            Some(printed) => {
                let disanggah = self.temuan(&printed.utama.alamat).any(|t| t.golongan == Golongan::Pertentangan)
                    || t.is_some_and(|t| self.dipersoalkan(&t.alamat).is_some());
                Some(Capaian::Tercetak { printed, disanggah: disanggah && value.is_some() })
            }
            None => t.map(|_| Capaian::Terhitung(value)),
        }
    }
}

/// How far a target was reached, in percent.
pub enum Capaian<'k, 'a> {
    /// Computed; nothing where the formula has no value.
    Terhitung(Option<Decimal>),
    /// As printed, and not what the portal computes.
    Tercetak {
        /// What is printed.
        printed: Pilihan<'k, 'a>,
        /// Whether it, or what it rests on, is contradicted: no verdict rests on it then.
        disanggah: bool,
    },
}

/// The share of a budget that was spent, in percent.
pub enum Serapan<'k, 'a> {
    /// Computed from its amounts.
    Terhitung(Decimal),
    /// As printed: an amount behind it is in dispute and this holds with what the amount does not, or the amounts are round
    /// figures that leave more open than it does.
    Tercetak(Pilihan<'k, 'a>),
    /// Between two ends: its amounts are round figures, and nothing better is printed.
    Antara(Decimal, Decimal),
}

impl Serapan<'_, '_> {
    /// The one value, where there is one.
    pub fn nilai(&self) -> Option<Decimal> {
        match self {
            Self::Terhitung(value) => Some(*value),
            Self::Tercetak(printed) => printed.nilai(),
            Self::Antara(..) => None,
        }
    }
}
