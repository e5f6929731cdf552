//! Ujung: the ends of what several owners print. The interval of one of them is no spread among them.

use crate::comparisons::{Anggota, Besaran};

/// The values with one number each, the one shown first, where a single owner would be both the lowest and the highest.
pub fn satuan_tunggal(own: &[&Anggota]) -> Option<Vec<Anggota>> {
    let low = own.iter().map(|a| a.nilai.besaran.rendah).min()?;
    let high = own.iter().map(|a| a.nilai.besaran.tinggi).max()?;
    let alone = |b: &Besaran| b.rentang() == Some((low, high));
    if !own.iter().any(|a| alone(&a.nilai.besaran)) {
        return None;
    }
    let one = |a: &&Anggota| {
        let mut one = (*a).clone();
        one.nilai.besaran = Besaran::satu(a.nilai.besaran.utama);
        one
    };
    Some(own.iter().map(one).collect())
}
