//! One padanan in one year: the values that are setara, those that are not and why, and who is missing.

use super::alasan::{Alasan, Relasi};
use super::bentuk::BentukLain;
use super::nilai::{Besaran, NilaiBanding, Pemilik};
use super::peringkat::{Peringkat, peringkat};
use super::relasi::{Kunci, Permintaan, kunci, relasi, terhadap_padanan};
use super::sebaran::{Sebaran, sebaran};
use super::sekitar::{Pembanding, Sekitar};
use crate::records::{IsiPadanan, Padanan};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// From how many values on ranks, median and quartiles are shown without being asked for.
pub const CUKUP: usize = 5;

/// Where a value stands in its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kedudukan {
    /// In the group, without a remark.
    Setara,
    /// In the group, with remarks.
    DenganCatatan(Vec<Alasan>),
    /// The only value of its year that follows the padanan: there is nothing to compare it with.
    Tunggal,
    /// Beside the group, with the reasons.
    TidakSetara(Vec<Alasan>),
}

impl Kedudukan {
    /// The remarks or reasons.
    pub fn alasan(&self) -> &[Alasan] {
        match self {
            Kedudukan::Setara | Kedudukan::Tunggal => &[],
            Kedudukan::DenganCatatan(list) | Kedudukan::TidakSetara(list) => list,
        }
    }

    /// Whether it shares the axis.
    pub fn sebanding(&self) -> bool {
        !matches!(self, Kedudukan::TidakSetara(_))
    }
}

/// A value with its place in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anggota {
    /// The value.
    pub nilai: NilaiBanding,
    /// Its relation to the group.
    pub kedudukan: Kedudukan,
    /// Number of its group: values with one number may be compared with each other; 0 is the group on the axis.
    pub kelompok: Option<usize>,
    /// Whether it counts for rank and distribution: on the axis, first-hand, with the cut-off and phase of the others.
    pub dihitung: bool,
    /// Its rank among those that count; none where no direction is better and where nothing else counts.
    pub peringkat: Option<Peringkat>,
}

/// Who has no value in a year: an OPD that has one in another, or a daerah of which the portal has none at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hilang {
    /// Who.
    pub pemilik: Pemilik,
    /// Where the gap lies, as far as the portal knows.
    pub sebab: SebabHilang,
    /// Its last value of an earlier year.
    pub terakhir: Option<Terakhir>,
    /// What is printed for the year in a form that cannot be compared, or why its cell holds nothing.
    pub bentuk: Option<BentukLain>,
}

impl Hilang {
    /// Whether its figure is printed in another form: then it is not absent.
    pub fn tercetak(&self) -> bool {
        matches!(self.bentuk, Some(BentukLain::Huruf { .. } | BentukLain::Tercetak(_) | BentukLain::PerMasa))
    }

    /// Its letter on the padanan's scale, with the place of it.
    pub fn huruf(&self) -> Option<(usize, &str)> {
        match &self.bentuk {
            Some(BentukLain::Huruf { urutan, huruf }) => Some((*urutan, huruf)),
            _ => None,
        }
    }
}

/// Where a gap lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SebabHilang {
    /// The portal holds no agency of the daerah that the padanan is about.
    TanpaOpd,
    /// It holds no record of the year.
    TanpaRekaman,
    /// It holds a record of the year without this figure.
    TanpaAngka,
}

/// A value of an earlier year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terakhir {
    /// The year.
    pub tahun: i32,
    /// The value.
    pub besaran: Besaran,
    /// Decimals worth showing.
    pub desimal: u32,
    /// Unit as printed.
    pub satuan: Option<Arc<str>>,
}

/// One year of a padanan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandingTahun {
    /// The year.
    pub tahun: i32,
    /// All values, by the code of their daerah.
    pub anggota: Vec<Anggota>,
    /// Who is missing, by name.
    pub hilang: Vec<Hilang>,
    /// Median and quartiles of the group, when it is large enough.
    pub sebaran: Option<Sebaran>,
    /// How many count for rank and distribution.
    dihitung: usize,
    pembanding: Pembanding,
}

impl BandingTahun {
    /// How the other values stand to one of this year.
    pub fn sekitar(&self, milik: &Anggota) -> Sekitar {
        self.pembanding.sekitar(milik, &self.anggota)
    }

    /// The values on the axis.
    pub fn sebanding(&self) -> impl Iterator<Item = &Anggota> + Clone {
        self.anggota.iter().filter(|a| a.kedudukan.sebanding())
    }

    /// The values beside it.
    pub fn tidak_setara(&self) -> impl Iterator<Item = &Anggota> + Clone {
        self.anggota.iter().filter(|a| !a.kedudukan.sebanding())
    }

    /// How many values count for rank and distribution.
    pub fn n(&self) -> usize {
        self.dihitung
    }

    /// Whether ranks are shown without being asked for.
    pub fn peringkat_tampil(&self) -> bool {
        self.n() >= CUKUP
    }

    /// The letters printed without a number, the highest class first, with those who have them.
    pub fn huruf(&self) -> Vec<(&str, Vec<&Pemilik>)> {
        let mut by_class: BTreeMap<usize, (&str, Vec<&Pemilik>)> = BTreeMap::new();
        for (h, (urutan, huruf)) in self.hilang.iter().filter_map(|h| Some((h, h.huruf()?))) {
            by_class.entry(urutan).or_insert((huruf, Vec::new())).1.push(&h.pemilik);
        }
        by_class.into_values().collect()
    }

    /// Whether the year holds letters of a scale and no number at all.
    pub fn berhuruf(&self) -> bool {
        self.anggota.is_empty() && self.hilang.iter().any(|h| h.huruf().is_some())
    }

    /// The values of a daerah, one an OPD.
    pub fn milik(&self, daerah: &str) -> impl Iterator<Item = &Anggota> {
        self.anggota.iter().filter(move |a| a.nilai.pemilik.daerah == daerah)
    }
}

/// Sorts the values of one year into the group on the axis and those beside it.
pub fn susun(padanan: &Padanan, tahun: i32, mut nilai: Vec<NilaiBanding>, hilang: Vec<Hilang>) -> BandingTahun {
    // A second-hand value gives way to the daerah's own; of two quotations both stay.
    let own: BTreeSet<String> =
        nilai.iter().filter(|n| n.tangan_kedua.is_none()).map(|n| n.pemilik.daerah.clone()).collect();
    nilai.retain(|n| n.tangan_kedua.is_none() || !own.contains(&n.pemilik.daerah));
    sebut_perihal(&mut nilai);
    nilai.sort_by(|a, b| (a.pemilik.kunci(), &a.alamat).cmp(&(b.pemilik.kunci(), &b.alamat)));
    let mut groups: BTreeMap<Kunci, Vec<usize>> = BTreeMap::new();
    for (index, n) in nilai.iter().enumerate() {
        if let Some(key) = kunci(padanan, n) {
            groups.entry(key).or_default().push(index);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    let declared = matches!(&padanan.isi, IsiPadanan::Indikator { pembilang: Some(_), penyebut: Some(_), .. });
    let follows = |g: &Vec<usize>| g.first().is_some_and(|i| terhadap_padanan(padanan, &nilai[*i]).is_empty());
    // How many of a kind of place print anything: a province among kabupaten is not what they are held against.
    let kin = |g: &Vec<usize>| {
        let kind = g.first().map(|i| nilai[*i].pemilik.jenis.golongan());
        let same = |p: &Pemilik| Some(p.jenis.golongan()) == kind;
        let letters = hilang.iter().filter(|h| h.huruf().is_some() && same(&h.pemilik)).count();
        nilai.iter().filter(|n| same(&n.pemilik)).count() + letters
    };
    // What the padanan defines comes first; then the larger group, the kind of place of most, the later cut-off, the first
    // daerah by code.
    groups.sort_by(|a, b| {
        let own = |g: &Vec<usize>| g.iter().filter(|i| nilai[**i].tangan_kedua.is_none()).count();
        let cut = |g: &Vec<usize>| g.iter().map(|i| nilai[*i].batas_data).max();
        (follows(b), own(b), kin(b), cut(b)).cmp(&(follows(a), own(a), kin(a), cut(a))).then_with(|| a.cmp(b))
    });
    let axis: Vec<usize> = groups.first().filter(|g| !declared || follows(g)).cloned().unwrap_or_default();
    let shift = usize::from(axis.is_empty());
    let mut numbers: Vec<Option<usize>> = vec![None; nilai.len()];
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|index| numbers[*index] = Some(number + shift));
    }
    let group_of = |index: usize| numbers[index];
    let acuan = acuan(padanan, &nilai, &axis);
    let on_axis: BTreeSet<usize> = axis.iter().copied().collect();
    let kedudukan: Vec<Kedudukan> = (0..nilai.len())
        .map(|index| match acuan {
            Some(acuan) if on_axis.contains(&index) => di_sumbu(padanan, &nilai, &axis, acuan, index),
            _ => {
                let mut alasan = terhadap_padanan(padanan, &nilai[index]);
                if let Some(acuan) = acuan {
                    let pair = relasi(padanan, &nilai[acuan], &nilai[index], Permintaan::default());
                    if !pair.alasan().is_empty() {
                        alasan = pair.alasan().to_vec();
                    }
                }
                Kedudukan::TidakSetara(alasan)
            }
        })
        .collect();
    let counts = |i: &usize| acuan.is_some_and(|acuan| dihitung(&nilai[acuan], &nilai[*i]));
    let ranked: Vec<usize> = axis.iter().copied().filter(counts).collect();
    let sizes: Vec<_> = ranked.iter().map(|i| nilai[*i].besaran).collect();
    let ranks = padanan.arah.filter(|_| sizes.len() > 1).map(|arah| peringkat(&sizes, arah)).unwrap_or_default();
    let place: BTreeMap<usize, usize> = ranked.iter().enumerate().map(|(p, i)| (*i, p)).collect();
    let rank_of = |index: usize| place.get(&index).and_then(|p| ranks.get(*p).copied());
    let sebaran = if ranked.len() >= CUKUP { sebaran(&sizes) } else { None };
    let numbers: Vec<_> = (0..nilai.len()).map(|i| (group_of(i), place.contains_key(&i), rank_of(i))).collect();
    let anggota: Vec<Anggota> = nilai
        .into_iter()
        .zip(kedudukan)
        .zip(numbers)
        .map(|((nilai, kedudukan), (kelompok, dihitung, peringkat))| Anggota {
            nilai,
            kedudukan,
            kelompok,
            dihitung,
            peringkat,
        })
        .collect();
    let pembanding = Pembanding::dari(&anggota);
    BandingTahun { tahun, anggota, hilang, sebaran, dihitung: ranked.len(), pembanding }
}

/// Where one OPD has several values in the year, each says what it is about.
fn sebut_perihal(nilai: &mut [NilaiBanding]) {
    let mut owners: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    for n in nilai.iter() {
        *owners.entry((n.pemilik.daerah.clone(), n.pemilik.opd.clone())).or_default() += 1;
    }
    for n in nilai.iter_mut() {
        let own = (n.pemilik.daerah.clone(), n.pemilik.opd.clone());
        let twice = n.pemilik.opd.is_some() && owners.get(&own).is_some_and(|n| *n > 1);
        n.pemilik.perihal = Some(n.nama.clone()).filter(|nama| twice && !nama.is_empty());
    }
}

/// The value the others of the axis are held against: the one most others agree with entirely, the first of such.
fn acuan(padanan: &Padanan, nilai: &[NilaiBanding], axis: &[usize]) -> Option<usize> {
    let own: Vec<usize> = axis.iter().copied().filter(|i| nilai[*i].tangan_kedua.is_none()).collect();
    let candidates = if own.is_empty() { axis } else { &own };
    // Beyond a few dozen values the first hundred stand for all: agreement is then common, and pairs grow as n².
    let sample = &candidates[..candidates.len().min(100)];
    let setuju = |i: usize| {
        sample
            .iter()
            .filter(|j| relasi(padanan, &nilai[i], &nilai[**j], Permintaan::default()) == Relasi::Setara)
            .count()
    };
    sample.iter().rev().copied().max_by_key(|i| setuju(*i))
}

/// A value half a year younger, of another budget phase or from a foreign report is shown on the axis, with its remark,
/// but neither ranked nor counted into a median.
fn dihitung(acuan: &NilaiBanding, n: &NilaiBanding) -> bool {
    n.tangan_kedua.is_none() && n.hari_batas() == acuan.hari_batas() && n.tahap == acuan.tahap
}

fn di_sumbu(padanan: &Padanan, nilai: &[NilaiBanding], axis: &[usize], acuan: usize, index: usize) -> Kedudukan {
    if axis.len() == 1 {
        return Kedudukan::Tunggal;
    }
    let pair = |a: usize, b: usize| relasi(padanan, &nilai[a], &nilai[b], Permintaan::default());
    // The reference itself carries a remark when nobody agrees with it entirely.
    let other = if index == acuan {
        let mut others = axis.iter().copied().filter(|i| *i != acuan);
        let first = others.clone().next();
        others.find(|i| pair(acuan, *i) == Relasi::Setara).or(first)
    } else {
        Some(acuan)
    };
    match other.map(|o| pair(o, index)) {
        Some(Relasi::DenganCatatan(list)) => Kedudukan::DenganCatatan(list),
        Some(Relasi::TidakSetara(list)) => Kedudukan::TidakSetara(list),
        Some(Relasi::Setara) | None => Kedudukan::Setara,
    }
}
