//! The newest value of every agency with its year, beside the one year that a page is about.

use super::TERBANYAK;
use super::baris::{BarisBanding, baris, kelas};
use crate::comparisons::{Anggota, BandingPadanan};
use crate::number::Lang;
use crate::pages::kalimat::banding as kalimat;
use crate::records::Skala;
use serde::Serialize;
use std::collections::BTreeMap;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terbaru {
    /// The value.
    pub baris: BarisBanding,
    /// `2025, baru 9 bulan`.
    pub kapan: String,
    /// Whether it is counted unlike the others of its year.
    pub tidak_setara: bool,
}

/// The newest value of each, by the name of the place: years differ, so nothing is ordered by value. Nothing where all are
/// of the year shown, or where they are too many for a line.
pub fn terbaru(lang: Lang, p: &BandingPadanan, tahun: i32, skala: Option<&Skala>) -> Vec<Terbaru> {
    let mut newest: BTreeMap<_, &Anggota> = BTreeMap::new();
    for a in p.tahun.values().flat_map(|t| &t.anggota).filter(|a| a.nilai.tangan_kedua.is_none()) {
        newest.insert((&a.nilai.pemilik.nama, a.nilai.pemilik.kunci(), &a.nilai.pemilik.perihal), a);
    }
    if newest.len() < 2 || newest.len() > TERBANYAK || newest.values().all(|a| a.nilai.tahun == tahun) {
        return Vec::new();
    }
    let each = |a: &&Anggota| Terbaru {
        baris: baris(lang, &p.padanan, skala, a),
        kapan: kalimat::masa(lang, &a.nilai)
            .map_or_else(|| a.nilai.tahun.to_string(), |masa| format!("{}, {masa}", a.nilai.tahun)),
        tidak_setara: kelas(a) == "tidak-setara",
    };
    newest.values().map(each).collect()
}
