//! All comparisons of a portal: every padanan, every year, from the statements of every OPD.

use super::alasan::Relasi;
use super::bahan::{BahanOpd, DaerahBanding};
use super::bentuk::BentukLain;
use super::hilang::{beri_nama, hilang, tandai_kembar};
use super::kelompok::{Anggota, BandingTahun, Hilang, susun};
use super::kuadran::CapaianSerapan;
use super::nilai::NilaiBanding;
use super::relasi::{Permintaan, relasi};
use crate::records::{Padanan, Toleransi};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// One padanan through the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandingPadanan {
    /// The definition.
    pub padanan: Padanan,
    /// By year.
    pub tahun: BTreeMap<i32, BandingTahun>,
    /// Outcome beside money, by year and owner.
    pub serapan: Vec<CapaianSerapan>,
}

impl BandingPadanan {
    /// The year shown first: the one with the most values on its axis; of such the one with the most whole years, then the latest.
    pub fn tahun_utama(&self) -> Option<&BandingTahun> {
        let huruf = |t: &BandingTahun| t.hilang.iter().filter(|h| h.huruf().is_some()).count();
        let whole = |t: &BandingTahun| t.anggota.iter().filter(|a| a.nilai.setahun()).count();
        self.tahun.values().max_by_key(|t| (t.n(), t.anggota.len(), huruf(t), whole(t), t.tahun))
    }

    /// For who is missing in a year: the value of a neighbouring year and its relation to the year's group, the reader
    /// having asked. Nothing where the padanan does not tolerate another year or nobody stands on the axis.
    pub fn tetangga(&self, tahun: i32) -> Vec<(&Anggota, Relasi)> {
        let Some(t) = self.tahun.get(&tahun).filter(|_| self.padanan.toleransi.contains(&Toleransi::Tahun)) else {
            return Vec::new();
        };
        let Some(acuan) = t.sebanding().find(|a| a.nilai.tangan_kedua.is_none()) else { return Vec::new() };
        let minta = Permintaan { tahun_tetangga: true };
        let own = |h: &Hilang, a: &Anggota| {
            let (p, o) = (&h.pemilik, &a.nilai.pemilik);
            p.daerah == o.daerah && (p.opd.is_none() || p.opd == o.opd)
        };
        let near = |h: &Hilang| {
            [tahun - 1, tahun + 1].iter().find_map(|y| self.tahun.get(y)?.anggota.iter().find(|a| own(h, a)))
        };
        t.hilang
            .iter()
            .filter_map(near)
            .filter(|a| a.nilai.tangan_kedua.is_none())
            .map(|a| (a, relasi(&self.padanan, &acuan.nilai, &a.nilai, minta)))
            .collect()
    }

    /// All values of all years.
    pub fn semua(&self) -> impl Iterator<Item = &Anggota> {
        self.tahun.values().flat_map(|t| &t.anggota)
    }
}

/// All comparisons, by the code of the padanan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Banding {
    /// By code.
    pub padanan: BTreeMap<String, BandingPadanan>,
    /// Every daerah of the portal with its OPD, also those without any value.
    pub daerah: Vec<DaerahBanding>,
}

/// Compares what all OPD bring, given in the order of their addresses. `daerah` names everybody the portal holds.
pub fn banding(
    padanan: &BTreeMap<String, Padanan>,
    mut daerah: Vec<DaerahBanding>,
    bahan: impl IntoIterator<Item = BahanOpd>,
) -> Banding {
    let mut nilai: BTreeMap<String, Vec<NilaiBanding>> = BTreeMap::new();
    let mut serapan: BTreeMap<String, Vec<CapaianSerapan>> = BTreeMap::new();
    let nomor: BTreeMap<String, usize> = daerah.iter().enumerate().map(|(i, d)| (d.kode.clone(), i)).collect();
    for own in bahan {
        if let Some(d) = nomor.get(&own.daerah).and_then(|i| daerah.get_mut(*i)) {
            d.opd.push(own.opd);
        }
        own.nilai.into_iter().for_each(|(kode, n)| nilai.entry(kode).or_default().push(n));
        own.serapan.into_iter().for_each(|(kode, c)| serapan.entry(kode).or_default().push(c));
    }
    tandai_kembar(&mut daerah);
    let jobs: Vec<_> = padanan
        .values()
        .map(|p| (p, nilai.remove(&p.kode).unwrap_or_default(), serapan.remove(&p.kode).unwrap_or_default()))
        .collect();
    let padanan: Vec<_> =
        jobs.into_par_iter().map(|(p, nilai, serapan)| (p.kode.clone(), satu(&daerah, p, nilai, serapan))).collect();
    Banding { padanan: padanan.into_iter().collect(), daerah }
}

/// One padanan from its values.
fn satu(
    daerah: &[DaerahBanding],
    padanan: &Padanan,
    mut nilai: Vec<NilaiBanding>,
    mut serapan: Vec<CapaianSerapan>,
) -> BandingPadanan {
    beri_nama(daerah, padanan, &mut nilai, &mut serapan);
    let mut years: BTreeMap<i32, Vec<NilaiBanding>> = BTreeMap::new();
    for n in nilai {
        years.entry(n.tahun).or_default().push(n);
    }
    // A year of letters alone has no number and is a year all the same.
    for o in daerah.iter().flat_map(|d| &d.opd) {
        let own = o
            .bentuk_lain
            .iter()
            .filter(|(kode, _, form)| *kode == padanan.kode && matches!(form, BentukLain::Huruf { .. }));
        own.for_each(|(_, tahun, _)| {
            years.entry(*tahun).or_default();
        });
    }
    let mut missing: BTreeMap<i32, Vec<Hilang>> =
        years.keys().map(|tahun| (*tahun, hilang(daerah, padanan, *tahun, &years))).collect();
    let tahun = years
        .into_iter()
        .map(|(tahun, list)| {
            let hilang = missing.remove(&tahun).unwrap_or_default();
            (tahun, susun(padanan, tahun, list, hilang))
        })
        .collect();
    serapan.sort_by(|a, b| (a.tahun, a.pemilik.kunci()).cmp(&(b.tahun, b.pemilik.kunci())));
    BandingPadanan { padanan: padanan.clone(), tahun, serapan }
}
