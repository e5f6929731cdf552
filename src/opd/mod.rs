//! Opd: one agency, computed once and without a language: statements, derived figures, checks and findings.
//!
//! The middle of the program: comparisons, pages, exports and the command line read what stands here; none computes its
//! own.

mod laju;

pub use laju::{Capaian, Serapan};

use crate::findings::{self, Golongan, Hasil, Temuan};
use crate::measures::{self, DaftarTurunan};
use crate::records::{Content, Daerah, Kumpulan, OpdTahun, Pernyataan};
use std::collections::{BTreeMap, BTreeSet};

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
        kembar(&kumpulan, &hasil, [&mut per_alamat, &mut dipersoalkan]);
        let akibat = akibat(&kumpulan, &turunan, &hasil, &dipersoalkan);
        Self { content, daerah, sumber, kumpulan, turunan, hasil, per_alamat, akibat }
    }

    /// The contradiction about a figure that a derived figure, or a printed quotient, rests on.
    pub fn dipersoalkan(&self, alamat: &str) -> Option<&Temuan> {
        self.akibat.get(alamat).map(|i| &self.hasil.temuan[*i])
    }

    /// Whether a printed figure was found right, be it by the way of its own report.
    pub fn terjelaskan(&self, p: &Pernyataan<'_>) -> bool {
        let own = |i: usize| self.kumpulan.semua.get(i).is_some_and(|q| std::ptr::eq(q, p));
        self.hasil.pemeriksaan.iter().any(|check| check.cocok() && own(check.pernyataan))
    }

    /// Whether the report of a year, copied whole, prints no realisasi of an indicator that was agreed for it: what the rule of
    /// that name says, and every page after it.
    pub fn tak_tercetak(&self, tahun: i32, kode: &str) -> bool {
        let target = format!("{tahun}/indikator/{kode}/target");
        let own = self.per_alamat.range(target.clone()..).take_while(|(alamat, _)| alamat.starts_with(&target));
        own.flat_map(|(_, list)| list).any(|i| self.hasil.temuan[*i].aturan.kode == "tanpa-realisasi")
    }

    /// The findings about a fact.
    pub fn temuan(&self, alamat: &str) -> impl Iterator<Item = &Temuan> {
        self.per_alamat.get(alamat).into_iter().flatten().map(|i| &self.hasil.temuan[*i])
    }
}

/// With fewer digits two cells of one table hold the same number by chance.
const BERARTI: usize = 4;

/// One print may stand at two addresses: as the numerator of an indicator and as a cell of the table that explains it.
/// What disputes the one disputes the other. Two rows of one table are two facts, however alike their values.
fn kembar(k: &Kumpulan<'_>, hasil: &Hasil, daftar: [&mut BTreeMap<String, Vec<usize>>; 2]) {
    let [per_alamat, dipersoalkan] = daftar;
    let disputed = |list: &[usize]| list.iter().copied().find(|i| hasil.temuan[*i].golongan == Golongan::Pertentangan);
    // Most agencies have nothing in dispute.
    if !dipersoalkan.values().any(|list| disputed(list).is_some()) {
        return;
    }
    let mut prints: BTreeMap<(&str, &str, &str), BTreeMap<&str, &str>> = BTreeMap::new();
    for p in k.semua.iter().filter(|p| p.bukti().is_some()) {
        let digits = p.sel.tercetak.chars().filter(char::is_ascii_digit).count();
        if digits >= BERARTI {
            let key = (p.sumber.dokumen.as_str(), p.sumber.letak.as_str(), p.sel.tercetak.as_str());
            prints.entry(key).or_default().insert(&p.alamat, p.tempat.bagian);
        }
    }
    let twins = |places: &BTreeMap<&str, &str>| places.values().collect::<BTreeSet<_>>().len() == 2;
    for places in prints.into_values().filter(|places| places.len() == 2 && twins(places)) {
        let cause = places.keys().find_map(|a| disputed(dipersoalkan.get(*a)?));
        let Some(cause) = cause else { continue };
        for alamat in places.into_keys() {
            for list in [&mut *per_alamat, &mut *dipersoalkan].map(|m| m.entry(alamat.to_string()).or_default()) {
                if disputed(list).is_none() {
                    list.push(cause);
                }
            }
        }
    }
}

/// A derived figure may rest on another derived one: this many steps are followed.
const LANGKAH: usize = 3;

/// Derived figures computed from a figure in dispute, and the printed realisasi that its numerator and denominator give.
fn akibat(
    k: &Kumpulan<'_>,
    turunan: &DaftarTurunan,
    hasil: &Hasil,
    dipersoalkan: &BTreeMap<String, Vec<usize>>,
) -> BTreeMap<String, usize> {
    let disputed = |alamat: &str| {
        // A budget whose phase a report leaves unsaid is the one its other figures speak of.
        let unsaid = alamat.split_once("/pagu.").map(|(own, _)| format!("{own}/pagu.laporan"));
        let unsaid = unsaid.and_then(|alamat| dipersoalkan.get(&alamat));
        let own = dipersoalkan.get(alamat).into_iter().chain(unsaid).flatten().copied();
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
        for (alamat, cause) in found {
            let rate = turunan.get(&alamat).and_then(|t| t.nilai);
            if let Some((printed, rate)) = alamat.strip_suffix("/hitungan").map(|a| format!("{a}/realisasi")).zip(rate)
                && k.di(&printed).any(|p| p.sel.bukti().is_some_and(|a| measures::memuat(a, rate)))
            {
                out.insert(printed, cause);
            }
            out.insert(alamat, cause);
        }
    }
    out
}

/// The file of a site with all statements and derived figures of an OPD, from the root.
pub fn csv(daerah: &str, opd: &str) -> String {
    format!("data/{daerah}-{opd}.csv")
}
