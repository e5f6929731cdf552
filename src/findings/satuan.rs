//! Satuan: no rule divides, subtracts, adds or equates what `measures` refuses to hold against each other.

use super::bahan::Bahan;
use super::operasi::Operasi as O;
use crate::measures::sesatuan;
use crate::number::Satuan;

impl Bahan<'_, '_> {
    /// The unit of a statement.
    pub fn satuan(&self, i: usize) -> Option<Satuan> {
        self.p(i).satuan.clone()
    }

    /// Whether two statements are of one unit.
    pub fn sesatuan(&self, i: usize, j: usize) -> bool {
        sesatuan(self.satuan(i).as_ref(), self.satuan(j).as_ref())
    }

    /// Whether two statements are known to be of unlike units: neither confirms nor contradicts the other.
    pub fn berlainan(&self, i: usize, j: usize) -> bool {
        match (self.satuan(i), self.satuan(j)) {
            (Some(a), Some(z)) => !sesatuan(Some(&a), Some(&z)),
            _ => false,
        }
    }

    /// Whether a printed difference, sum or mean is in another unit than what it would be computed from.
    pub fn hasil_lain(&self, i: usize, operasi: O, masukan: &[usize]) -> bool {
        let same = matches!(operasi, O::Kurang | O::Jumlah | O::Rata | O::RataBatas(..));
        // A difference of percentages is printed in points.
        let poin = matches!(self.satuan(i), Some(Satuan::Lain(word)) if word.starts_with("poin"));
        same && !poin && masukan.first().is_some_and(|j| self.berlainan(i, *j))
    }

    /// Two inputs of a formula whose units keep it from being computed.
    pub fn satuan_lain(&self, operasi: O, masukan: &[usize]) -> Option<(usize, usize)> {
        let one = matches!(
            operasi,
            O::Persen
                | O::Capaian(..)
                | O::Kurang
                | O::Tumbuh
                | O::Susut
                | O::Jumlah
                | O::Rata
                | O::RataBatas(..)
                | O::SeratusKurangBagi
        );
        // A heading that lists several units says nothing about one number without unit.
        let unit = |i: usize| self.satuan(i).filter(|s| !matches!(s, Satuan::Lain(word) if word.contains(", ")));
        let head = *masukan.iter().filter(|_| one).find(|i| unit(**i).is_some_and(|s| !s.nilai()))?;
        masukan.iter().find(|j| !sesatuan(unit(head).as_ref(), unit(**j).as_ref())).map(|j| (head, *j))
    }
}
