//! Opd: one agency, computed once and without a language: statements, derived figures, checks and findings.
//!
//! The middle of the program: comparisons, pages, exports and the command line read what stands here; none computes its
//! own.

use crate::findings::{self, Golongan, Hasil, Temuan};
use crate::measures::{self, DaftarTurunan};
use crate::records::{Content, Daerah, Kumpulan, OpdTahun};
use std::collections::BTreeMap;

/// One OPD with everything computed from it; no language.
pub struct Opd<'a> {
    /// All content.
    pub content: &'a Content,
    /// Its kabupaten or kota.
    pub daerah: &'a Daerah,
    /// Records as read.
    pub sumber: &'a OpdTahun,
    /// Statements by address.
    pub kumpulan: Kumpulan<'a>,
    /// Derived figures by address.
    pub turunan: DaftarTurunan,
    /// Checks and findings.
    pub hasil: Hasil,
    /// Findings by the address of every statement they point to.
    per_alamat: BTreeMap<String, Vec<usize>>,
    /// Derived figures that rest on a figure in dispute, with the contradiction.
    akibat: BTreeMap<String, usize>,
}

impl<'a> Opd<'a> {
    /// Collects one OPD.
    pub fn new(content: &'a Content, daerah: &'a Daerah, sumber: &'a OpdTahun) -> Self {
        let mut kumpulan = Kumpulan::dari(sumber);
        measures::timbang(&mut kumpulan, sumber);
        let turunan = measures::turunan(sumber, &kumpulan);
        let hasil = findings::periksa(daerah, sumber, &kumpulan, &content.skala);
        let mut per_alamat: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut dipersoalkan: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, temuan) in hasil.temuan.iter().enumerate() {
            // A total that does not add up is marked at the total, not at each of its rows.
            for p in temuan.sengketa.iter().filter_map(|i| kumpulan.semua.get(*i)) {
                for list in [&mut per_alamat, &mut dipersoalkan].map(|m| m.entry(p.alamat.clone()).or_default()) {
                    if !list.contains(&index) {
                        list.push(index);
                    }
                }
            }
            // What follows from a finding is marked with it.
            for akibat in &temuan.akibat {
                let list = per_alamat.entry(akibat.alamat.clone()).or_default();
                if !list.contains(&index) {
                    list.push(index);
                }
            }
        }
        let akibat = akibat(&turunan, &hasil, &dipersoalkan);
        Self { content, daerah, sumber, kumpulan, turunan, hasil, per_alamat, akibat }
    }

    /// The contradiction about a figure that a derived figure rests on.
    pub fn dipersoalkan(&self, alamat: &str) -> Option<&Temuan> {
        self.akibat.get(alamat).map(|i| &self.hasil.temuan[*i])
    }

    /// The findings about a fact.
    pub fn temuan(&self, alamat: &str) -> impl Iterator<Item = &Temuan> {
        self.per_alamat.get(alamat).into_iter().flatten().map(|i| &self.hasil.temuan[*i])
    }
}

/// A derived figure may rest on another derived one: this many steps are followed.
const LANGKAH: usize = 3;

/// Derived figures computed from a figure in dispute.
fn akibat(
    turunan: &DaftarTurunan,
    hasil: &Hasil,
    dipersoalkan: &BTreeMap<String, Vec<usize>>,
) -> BTreeMap<String, usize> {
    let disputed = |alamat: &str| {
        let own = dipersoalkan.get(alamat)?.iter().copied();
        own.filter(|i| hasil.temuan[*i].golongan == Golongan::Pertentangan)
            .min_by_key(|i| (hasil.temuan[*i].tingkat, *i))
    };
    let mut out: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..LANGKAH {
        let found: Vec<(String, usize)> = turunan
            .iter()
            .filter(|(alamat, _)| !out.contains_key(alamat.as_str()))
            .filter_map(|(alamat, t)| {
                let cause =
                    t.masukan.iter().find_map(|m| disputed(&m.alamat).or_else(|| out.get(&m.alamat).copied()))?;
                Some((alamat.clone(), cause))
            })
            .collect();
        if found.is_empty() {
            break;
        }
        out.extend(found);
    }
    out
}

/// The file of a site with all statements and derived figures of an OPD, from the root.
pub fn csv(daerah: &str, opd: &str) -> String {
    format!("data/{daerah}-{opd}.csv")
}
