//! Identitas: everything that ought to hold between printed figures: each computation, each pair of equals, broken or not.

use super::bahan::Bahan;
use super::jenis::{Hasil, HasilUji, Temuan};
use super::operasi::Operasi;
use crate::records::Hubungan;
use std::collections::BTreeMap;

/// One identity: what is printed, the formula and its inputs, and the finding that says it is broken.
pub struct Identitas {
    /// The printed figure.
    pub utama: usize,
    /// Its inputs.
    pub masukan: Vec<usize>,
    /// The formula.
    pub operasi: Operasi,
    /// The finding that says it is broken.
    pub temuan: Option<usize>,
}

impl Identitas {
    /// The printed figure and its inputs.
    pub fn sel(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.utama).chain(self.masukan.iter().copied())
    }
}

/// Every identity of the checks, and every finding that holds two statements against each other.
pub fn semua(b: &Bahan<'_, '_>, hasil: &Hasil) -> Vec<Identitas> {
    let mut out = Vec::new();
    let own = |t: &Temuan| t.rujukan.first().and_then(|r| r.pernyataan);
    let mut by_place: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, t) in hasil.temuan.iter().enumerate() {
        t.rujukan.iter().filter_map(|r| r.pernyataan).for_each(|i| by_place.entry(i).or_default().push(n));
    }
    for p in hasil.pemeriksaan.iter().filter(|p| !p.masukan.is_empty() && p.operasi != Operasi::Cacah) {
        let code = if matches!(p.hasil, HasilUji::BasisLain(_)) { "basis-lain" } else { p.aturan };
        let broken = matches!(p.hasil, HasilUji::BasisLain(_) | HasilUji::Beda);
        let found = by_place.get(&p.pernyataan).into_iter().flatten().copied().find(|n| {
            let t = &hasil.temuan[*n];
            broken && t.aturan.kode == code && (own(t) == Some(p.pernyataan) || p.operasi == Operasi::Sama)
        });
        if broken && found.is_none() {
            continue;
        }
        let masukan = p.masukan.iter().map(|m| m.pernyataan).collect();
        out.push(Identitas { utama: p.pernyataan, masukan, operasi: p.operasi, temuan: found });
    }
    for (n, t) in hasil.temuan.iter().enumerate().filter(|(_, t)| t.aturan.sifat.berpasangan()) {
        let places: Vec<usize> = t.rujukan.iter().filter_map(|r| r.pernyataan).collect();
        if let [utama, other] = places[..]
            && t.terhitung.is_empty()
        {
            out.push(Identitas { utama, masukan: vec![other], operasi: Operasi::Sama, temuan: Some(n) });
        }
    }
    out.extend(dikukuhkan(b));
    out
}

/// Figures that another table confirms, because the record declares the two equal and they are.
pub fn dikukuhkan<'x>(b: &'x Bahan<'_, '_>) -> impl Iterator<Item = Identitas> + 'x {
    let pairs = b.opd.rekaman.iter().flat_map(|r| &r.setara).filter(|s| s.hubungan == Hubungan::Sama);
    let pairs = pairs.filter(|s| s.kurang.iter().all(Vec::is_empty));
    pairs.flat_map(|s| {
        let ([left], [right]) = (s.kiri.as_slice(), s.kanan.as_slice()) else { return Vec::new() };
        let held = |i: usize, j: usize| b.bukti(i).is_some() && b.bukti(i) == b.bukti(j);
        let rights = b.di(right);
        let all = b.di(left).iter().flat_map(|i| rights.iter().map(|j| (*i, *j)));
        all.filter(|(i, j)| held(*i, *j))
            .map(|(i, j)| Identitas { utama: i, masukan: vec![j], operasi: Operasi::Sama, temuan: None })
            .collect()
    })
}
