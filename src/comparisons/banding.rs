//! All comparisons of a portal: every padanan, every year, from the statements of every OPD.

use super::alasan::Relasi;
use super::kelompok::{Anggota, BandingTahun, Hilang, susun};
use super::kumpul::{Asal, nilai_opd};
use super::nilai::NilaiBanding;
use super::relasi::{Permintaan, relasi};
use crate::records::{Content, Kumpulan, Padanan, Toleransi};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// One padanan through the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandingPadanan {
    /// The definition.
    pub padanan: Padanan,
    /// By year.
    pub tahun: BTreeMap<i32, BandingTahun>,
}

impl BandingPadanan {
    /// The year shown first: the one with the most values on its axis, the latest of such.
    pub fn tahun_utama(&self) -> Option<&BandingTahun> {
        self.tahun.values().max_by_key(|t| (t.n(), t.anggota.len(), t.tahun))
    }

    /// For who is missing in a year: the value of a neighbouring year and its relation to the year's group, the reader
    /// having asked. Nothing where the padanan does not tolerate another year or nobody stands on the axis.
    pub fn tetangga(&self, tahun: i32) -> Vec<(&Anggota, Relasi)> {
        let Some(t) = self.tahun.get(&tahun).filter(|_| self.padanan.toleransi.contains(&Toleransi::Tahun)) else {
            return Vec::new();
        };
        let Some(acuan) = t.sebanding().find(|a| a.nilai.tangan_kedua.is_none()) else { return Vec::new() };
        let minta = Permintaan { tahun_tetangga: true };
        let near = |daerah: &str| [tahun - 1, tahun + 1].iter().find_map(|y| self.tahun.get(y)?.milik(daerah));
        t.hilang
            .iter()
            .filter_map(|h| near(&h.daerah))
            .filter(|a| a.nilai.tangan_kedua.is_none())
            .map(|a| (a, relasi(&self.padanan, &acuan.nilai, &a.nilai, minta)))
            .collect()
    }

    /// All values of all years.
    pub fn semua(&self) -> impl Iterator<Item = &Anggota> {
        self.tahun.values().flat_map(|t| &t.anggota)
    }

    /// The daerah with a value in any year, as code and name.
    pub fn daerah(&self) -> BTreeMap<&str, &str> {
        self.semua().map(|a| (a.nilai.pemilik.daerah.as_str(), a.nilai.pemilik.nama.as_str())).collect()
    }
}

/// All comparisons, by the code of the padanan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Banding {
    /// By code.
    pub padanan: BTreeMap<String, BandingPadanan>,
}

impl Banding {
    /// The comparisons an OPD takes part in, in one year or in any.
    pub fn milik<'a>(
        &'a self,
        daerah: &'a str,
        opd: &'a str,
    ) -> impl Iterator<Item = (&'a BandingPadanan, &'a BandingTahun)> {
        self.padanan.values().flat_map(|p| p.tahun.values().map(move |t| (p, t))).filter(move |(_, t)| {
            t.anggota.iter().any(|a| a.nilai.pemilik.daerah == daerah && a.nilai.pemilik.opd.as_deref() == Some(opd))
        })
    }
}

/// Compares everything in `content`.
pub fn banding(content: &Content) -> Banding {
    // Statements are collected once an OPD, whatever the number of padanan, and dropped at once.
    let values: Vec<Vec<(&str, NilaiBanding)>> = content
        .daerah
        .par_iter()
        .flat_map_iter(|daerah| daerah.opd.iter().map(move |opd| (daerah, opd)))
        .map(|(daerah, opd)| {
            let kumpulan = Kumpulan::dari(opd);
            let asal = Asal { daerah, opd, kumpulan: &kumpulan };
            let each = |p: &'_ Padanan| nilai_opd(p, asal);
            content.padanan.iter().flat_map(|(kode, p)| each(p).into_iter().map(move |n| (kode.as_str(), n))).collect()
        })
        .collect();
    let mut by_padanan: BTreeMap<&str, Vec<NilaiBanding>> = BTreeMap::new();
    for (kode, nilai) in values.into_iter().flatten() {
        by_padanan.entry(kode).or_default().push(nilai);
    }
    let jobs: Vec<(&Padanan, Vec<NilaiBanding>)> =
        content.padanan.values().map(|p| (p, by_padanan.remove(p.kode.as_str()).unwrap_or_default())).collect();
    let padanan = jobs.into_par_iter().map(|(p, nilai)| (p.kode.clone(), satu(content, p, nilai))).collect::<Vec<_>>();
    Banding { padanan: padanan.into_iter().collect() }
}

/// One padanan from its values.
pub fn satu(content: &Content, padanan: &Padanan, nilai: Vec<NilaiBanding>) -> BandingPadanan {
    let mut years: BTreeMap<i32, Vec<NilaiBanding>> = BTreeMap::new();
    for n in nilai {
        years.entry(n.tahun).or_default().push(n);
    }
    let tahun = years
        .into_iter()
        .map(|(tahun, list)| {
            let hilang = hilang(content, padanan, tahun, &list);
            (tahun, susun(padanan, tahun, list, hilang))
        })
        .collect();
    BandingPadanan { padanan: padanan.clone(), tahun }
}

/// The daerah of the portal that state no value for the year, by name.
fn hilang(content: &Content, padanan: &Padanan, tahun: i32, nilai: &[NilaiBanding]) -> Vec<Hilang> {
    let ada: BTreeSet<&str> =
        nilai.iter().filter(|n| n.tangan_kedua.is_none()).map(|n| n.pemilik.daerah.as_str()).collect();
    let mut out: Vec<Hilang> = content
        .daerah
        .iter()
        .filter(|d| !ada.contains(d.kode.as_str()))
        .map(|d| {
            let own = d.opd.iter().filter(|o| padanan.opd.as_ref().is_none_or(|kode| *kode == o.opd.kode));
            let ada_rekaman = own.flat_map(|o| &o.rekaman).any(|r| r.tahun == tahun);
            Hilang { daerah: d.kode.clone(), nama: d.nama.clone(), provinsi: d.provinsi.clone(), ada_rekaman }
        })
        .collect();
    out.sort_by(|a, b| (&a.nama, &a.daerah).cmp(&(&b.nama, &b.daerah)));
    out
}
