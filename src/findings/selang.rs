//! Selang: every printed figure stands for the interval its digits allow, and an identity is broken only when the intervals
//! of its two sides cannot meet.
//!
//! What is printed whole is exact: a count of people, rupiah without cents, a target. Rounded are percentages that are
//! quotients, amounts in juta or miliar, and terms of a sum printed with fewer decimals than their total. Both ends belong
//! to an interval, because half up and half to even are both in use.

use super::bahan::{Bahan, menyembunyikan};
use super::operasi::Operasi;
use super::uji::{Banding, Calon, banding};
use crate::number::{Satuan, round};
use crate::records::{Bagian, Jenis, Simpul, Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// The lowest and the highest value something may have.
pub type Selang = (Decimal, Decimal);

/// More inputs than this are not tried in all combinations; sums need none.
const BANYAK: usize = 4;

/// Whether two intervals have a value in common.
pub fn bertemu(a: Selang, b: Selang) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

impl Bahan<'_, '_> {
    /// The interval of a printed figure, itself when it is exact.
    fn selang(&self, i: usize, halus: Decimal) -> Option<Selang> {
        let angka = self.p(i).sel.bukti()?;
        if self.jenis(i) == Jenis::Uang && (angka.langkah > Decimal::ONE || self.bersen(i)) {
            return Some(self.selang_uang(i));
        }
        let coarse = angka.langkah > Decimal::ONE || angka.langkah > halus;
        Some(if coarse || self.hasil_bagi(i) || self.dalam_besaran(i) {
            angka.selang()
        } else {
            (angka.nilai, angka.nilai)
        })
    }

    /// The interval of an amount: that of its digits; the sum of rounded rows is known only as well as those rows together;
    /// whole rupiah whose cents another table prints are known to the cent.
    pub fn selang_uang(&self, i: usize) -> Selang {
        let Some(angka) = self.p(i).sel.bukti() else { return (Decimal::ONE, Decimal::ZERO) };
        if angka.langkah > Decimal::ONE {
            let wide = self.lebar(i).unwrap_or_default();
            return (angka.nilai.saturating_sub(wide), angka.nilai.saturating_add(wide));
        }
        match self.sen(i) {
            Some(exact) => (exact, exact),
            None if self.bersen(i) => angka.selang(),
            None => (angka.nilai, angka.nilai),
        }
    }

    /// How far an amount in thousands or millions may be off: half its last digit, or the halves of all rows it adds up.
    fn lebar(&self, i: usize) -> Option<Decimal> {
        let angka = self.p(i).sel.bukti()?;
        let half = angka.langkah.checked_div(Decimal::TWO)?;
        let parts = self.anak(i);
        let sum = parts.iter().try_fold(Decimal::ZERO, |s, j| s.checked_add(self.bukti(*j)?));
        if parts.len() < 2 || sum != Some(angka.nilai) {
            return match parts[..] {
                // The only part is the whole under another name.
                [one] if sum == Some(angka.nilai) => self.lebar(one),
                _ => Some(half),
            };
        }
        parts.iter().try_fold(Decimal::ZERO, |s, j| s.checked_add(self.lebar(*j)?))
    }

    /// The cells below a total, a sasaran or a node, in its own table and column.
    fn anak(&self, i: usize) -> Vec<usize> {
        let (Some((subjek, kolom)), Some(tree)) = (self.ukur(i), self.pohon(i)) else { return Vec::new() };
        let below: Vec<&Simpul> = match subjek {
            Subjek::Total => tree.pohon.iter().collect(),
            Subjek::Sasaran(kode) => tree.pohon.iter().filter(|n| n.sasaran.contains(kode)).collect(),
            Subjek::Kode(_) => self.simpul(i).map_or_else(Vec::new, |n| n.anak.iter().collect()),
        };
        let cell = |node: &&Simpul| {
            let own = |j: &usize| matches!(self.ukur(*j), Some((Subjek::Kode(k), c)) if *k == node.kode && c == kolom);
            self.setabel(i).iter().copied().find(own)
        };
        below.iter().filter_map(cell).collect()
    }

    /// The amount with its cents, where another statement of the same fact prints them and this one rounds or cuts it.
    fn sen(&self, i: usize) -> Option<Decimal> {
        let own = self.p(i).sel.bukti()?;
        let fine = |j: &usize| self.p(*j).sel.bukti().map(|a| a.nilai).filter(|v| menyembunyikan(own.nilai, *v));
        self.di(&self.p(i).alamat).iter().filter(|j| **j != i).find_map(fine)
    }

    /// Whether the table of a whole amount rounds to rupiah what another table prints with cents.
    fn bersen(&self, i: usize) -> bool {
        self.tabel_bersen(i) && self.p(i).sel.bukti().is_some_and(|a| a.langkah == Decimal::ONE)
    }

    /// Whether the intervals of a printed figure and of its recomputation meet because something in it is rounded.
    pub fn dalam_pembulatan(&self, i: usize, calon: &Calon) -> bool {
        let Some(angka) = self.p(i).sel.bukti() else { return false };
        let sum = matches!(calon.operasi, Operasi::Jumlah | Operasi::Rata | Operasi::RataBatas(..));
        // Money whose cents are never printed is whole: only a sum that prints cents tells that its terms are rounded.
        let money = self.jenis(i) == Jenis::Uang;
        let whole =
            |j: &usize| self.p(*j).sel.angka().is_none_or(|a| a.langkah <= Decimal::ONE && a.nilai.fract().is_zero());
        let exact = money && calon.masukan.iter().all(whole);
        let halus = if sum && !exact { angka.langkah } else { Decimal::ONE };
        let parts: Option<Vec<Selang>> = calon.masukan.iter().map(|j| self.selang(*j, halus)).collect();
        // Something is rounded: an input, what an input is known as elsewhere, or the figure itself.
        let loose = |parts: &Vec<Selang>| {
            let own = |(part, j): (&Selang, &usize)| part.0 < part.1 || self.bukti(*j) != Some(part.0);
            parts.iter().zip(&calon.masukan).any(own) || angka.langkah > Decimal::ONE
        };
        let Some(parts) = parts.filter(loose) else { return false };
        let Some(computed) = hasil(calon.operasi, &parts) else { return false };
        let written = if money && angka.langkah > Decimal::ONE { self.selang_uang(i) } else { angka.selang() };
        bertemu(written, computed)
    }

    /// Whether the rounding of the inputs leaves so much open that nearly every result agrees: more than a tenth of the
    /// value itself.
    pub fn terlalu_lebar(&self, calon: &Calon) -> bool {
        let parts: Option<Vec<Selang>> = calon.masukan.iter().map(|j| self.selang(*j, Decimal::ONE)).collect();
        let computed = parts.and_then(|parts| hasil(calon.operasi, &parts));
        let (Some((low, high)), Some(value)) = (computed, self.hitung(calon)) else { return false };
        high.saturating_sub(low).saturating_mul(Decimal::TEN) > value.abs()
    }

    /// Whether an identity holds when some cells, `ganti`, have other values than those printed.
    pub fn selaras(&self, i: usize, masukan: &[usize], operasi: Operasi, ganti: &[(usize, Decimal)]) -> bool {
        let value = |j: usize| ganti.iter().find(|(k, _)| *k == j).map(|(_, v)| *v).or_else(|| self.bukti(j));
        let Some(angka) = self.p(i).sel.bukti() else { return false };
        let (Some(written), Some(values)) = (value(i), masukan.iter().map(|j| value(*j)).collect::<Option<Vec<_>>>())
        else {
            return false;
        };
        let Some(computed) = operasi.hitung(&values) else { return false };
        if operasi == Operasi::Sama {
            let low = masukan.iter().filter_map(|j| Some(self.p(*j).sel.angka()?.desimal)).min().unwrap_or(0);
            let low = low.min(angka.desimal);
            return round(computed, low) == round(written, low);
        }
        if banding(written, angka.desimal, computed) != Banding::Lain {
            return true;
        }
        // Rounded inputs stand for intervals, moved with the value that is tried.
        let moved = |j: usize| {
            let (low, high) = self.selang(j, Decimal::ONE)?;
            let by = value(j)?.checked_sub(self.bukti(j)?)?;
            Some((low.checked_add(by)?, high.checked_add(by)?))
        };
        let parts: Option<Vec<Selang>> = masukan.iter().map(|j| moved(*j)).collect();
        let Some(parts) = parts.filter(|p| p.iter().any(|(low, high)| low < high)) else { return false };
        let half = angka.langkah.checked_div(Decimal::TWO).unwrap_or_default();
        let (Some(low), Some(high)) = (written.checked_sub(half), written.checked_add(half)) else { return false };
        hasil(operasi, &parts).is_some_and(|c| bertemu((low, high), c))
    }

    /// Whether a cell of a free table stands under a unit of magnitude: `1.234` in juta rupiah is known to half a juta.
    fn dalam_besaran(&self, i: usize) -> bool {
        let Bagian::Tabel { baris, kolom, .. } = self.p(i).bagian else { return false };
        baris.satuan.as_deref().or(kolom.satuan.as_deref()).is_some_and(|unit| !kolom.teks && Satuan::besaran(unit))
    }

    /// Whether a statement is a quotient: printed rounded.
    fn hasil_bagi(&self, i: usize) -> bool {
        let Some(kolom) = self.kolom(i) else { return false };
        match kolom.ukuran {
            U::Capaian | U::Serapan | U::Hasil | U::Efisiensi | U::Bagian => true,
            // The realisasi of a percentage or an index, printed with the decimals there was room for; a target is set,
            // not measured.
            U::Realisasi => {
                let fine = self.p(i).sel.angka().is_some_and(|a| a.desimal > 0);
                !self.anggaran(i) && (fine || self.jenis(i) == Jenis::Persen)
            }
            _ => false,
        }
    }
}

/// The interval of a formula over intervals.
fn hasil(operasi: Operasi, parts: &[Selang]) -> Option<Selang> {
    let ends = |pick: &dyn Fn(&Selang) -> Decimal| operasi.hitung(&parts.iter().map(pick).collect::<Vec<_>>());
    if matches!(operasi, Operasi::Jumlah | Operasi::Rata | Operasi::RataBatas(..)) {
        return Some((ends(&|s| s.0)?, ends(&|s| s.1)?));
    }
    if parts.len() > BANYAK {
        return None;
    }
    // Every formula is monotone in each of its inputs: its extremes lie at the corners.
    let corners = (0..1usize << parts.len()).map(|mask| {
        let values: Vec<Decimal> =
            parts.iter().enumerate().map(|(n, s)| if mask >> n & 1 == 1 { s.1 } else { s.0 }).collect();
        operasi.hitung(&values)
    });
    let values: Vec<Decimal> = corners.collect::<Option<Vec<_>>>()?;
    Some((*values.iter().min()?, *values.iter().max()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_meet_at_their_ends_and_formulas_take_the_extremes() {
        let d = |text: &str| text.parse::<Decimal>().expect("number");
        assert!(bertemu((d("1"), d("2")), (d("2"), d("3"))) && !bertemu((d("1"), d("2")), (d("2.1"), d("3"))));
        let quotient = hasil(Operasi::Persen, &[(d("66.5"), d("67.5")), (d("80"), d("80"))]);
        assert_eq!(quotient, Some((d("83.125"), d("84.375"))));
        let sum = hasil(Operasi::Jumlah, &[(d("0.5"), d("1.5")), (d("1.5"), d("2.5"))]);
        assert_eq!(sum, Some((d("2.0"), d("4.0"))));
        // An input that may be zero leaves a quotient unknown.
        assert_eq!(hasil(Operasi::Persen, &[(d("1"), d("1")), (d("0"), d("1"))]), None);
    }
}
