//! Lingkup: which pages a build makes: all of them, those of some addresses, or the share of one of several machines.

use super::Milik;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Which pages a build makes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lingkup {
    /// All.
    #[default]
    Semua,
    /// Those of some addresses, to be looked at.
    Hanya(Vec<Sasaran>),
    /// One of the parts that together are the whole.
    Bagian(Jatah),
}

/// An address: `blitar`, `blitar/dinas-sosial`, `blitar/dinas-sosial/2024`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sasaran {
    /// Code of the daerah.
    pub daerah: String,
    /// Code of one of its OPD; without it, all of the daerah.
    pub opd: Option<String>,
    /// A year of that OPD; without it, all of the OPD.
    pub tahun: Option<i32>,
}

/// One of several parts: the second of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jatah {
    /// Which, from 1.
    pub ke: usize,
    /// Of how many.
    pub dari: usize,
}

impl Jatah {
    /// Which of some things belong to this part, by what each weighs. Everything belongs to one part; all parts must be
    /// told the same weights.
    pub(super) fn milik(self, berat: &[usize]) -> Vec<usize> {
        let part = bagi(berat, self.dari);
        (0..berat.len()).filter(|n| part[*n] + 1 == self.ke).collect()
    }
}

/// Deals things out, the heaviest first, each to the part that has least so far: which part gets each.
fn bagi(berat: &[usize], dari: usize) -> Vec<usize> {
    let mut urut: Vec<usize> = (0..berat.len()).collect();
    urut.sort_by_key(|n| (Reverse(berat[*n]), *n));
    let mut isi = vec![0_usize; dari.max(1)];
    let mut out = vec![0; berat.len()];
    for n in urut {
        let part = (0..isi.len()).min_by_key(|k| isi[*k]).unwrap_or_default();
        isi[part] += berat[n].max(1);
        out[n] = part;
    }
    out
}

impl Lingkup {
    /// The numbers of the OPD whose pages are made.
    pub(super) fn opd(&self, milik: &[Milik]) -> Vec<usize> {
        match self {
            Self::Semua => (0..milik.len()).collect(),
            Self::Hanya(list) => {
                let asked = |m: &Milik| list.iter().any(|s| s.memuat(&m.daerah, &m.opd));
                (0..milik.len()).filter(|n| asked(&milik[*n])).collect()
            }
            Self::Bagian(jatah) => jatah.milik(&milik.iter().map(|m| m.halaman).collect::<Vec<_>>()),
        }
    }

    /// Whether the pages about all of a daerah are asked for.
    pub(super) fn sedaerah(&self, daerah: &str) -> bool {
        matches!(self, Self::Hanya(list) if list.iter().any(|s| s.daerah == daerah && s.opd.is_none()))
    }

    /// The years of an OPD that are asked for, where not all of it is.
    pub(super) fn tahun(&self, daerah: &str, opd: &str) -> Option<BTreeSet<i32>> {
        let Self::Hanya(list) = self else { return None };
        list.iter().filter(|s| s.memuat(daerah, opd)).map(|s| s.tahun).collect()
    }
}

impl Sasaran {
    fn memuat(&self, daerah: &str, opd: &str) -> bool {
        self.daerah == daerah && self.opd.as_deref().is_none_or(|own| own == opd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_belongs_to_one_part_and_parts_weigh_about_the_same() {
        let berat = [90, 10, 20, 30, 80, 5, 5, 60];
        let parts: Vec<Vec<usize>> = (1..=3).map(|ke| Jatah { ke, dari: 3 }.milik(&berat)).collect();
        let mut all: Vec<usize> = parts.concat();
        all.sort_unstable();
        assert_eq!(all, (0..berat.len()).collect::<Vec<_>>());
        let sums: Vec<usize> = parts.iter().map(|p| p.iter().map(|n| berat[*n]).sum()).collect();
        assert_eq!(sums, [100, 100, 100]);
    }

    #[test]
    fn more_parts_than_things_leave_some_empty_and_what_weighs_nothing_is_dealt_out_too() {
        assert_eq!(bagi(&[1, 1], 4), [0, 1]);
        assert_eq!(bagi(&[0, 0, 0], 3), [0, 1, 2]);
        assert_eq!(Jatah { ke: 4, dari: 4 }.milik(&[1, 1]), Vec::<usize>::new());
    }

    #[test]
    fn of_an_agency_asked_for_whole_and_by_year_all_is_made() {
        let s = |opd: Option<&str>, tahun| Sasaran { daerah: "a".into(), opd: opd.map(str::to_string), tahun };
        let year = Lingkup::Hanya(vec![s(Some("x"), Some(2024)), s(Some("x"), Some(2023))]);
        assert_eq!(year.tahun("a", "x"), Some([2023, 2024].into()));
        assert_eq!(Lingkup::Hanya(vec![s(Some("x"), Some(2024)), s(None, None)]).tahun("a", "x"), None);
        assert_eq!(Lingkup::Semua.tahun("a", "x"), None);
    }
}
