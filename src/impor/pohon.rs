//! Pohon: which node of the portal a node of the file is. Codes of the portal are addresses: what exists keeps its own.

use super::isian::Anggaran;
use super::kisi::Lembar;
use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::peta::Peta;
use crate::diagnostic::Jalur;
use crate::pesan;
use crate::records::{Simpul, slug};
use std::collections::{BTreeMap, BTreeSet};

/// A node the portal knows already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ada {
    /// Its code.
    pub kode: String,
    /// Its official code.
    pub resmi: Option<String>,
    /// Its names, folded.
    pub nama: Vec<String>,
    /// Its name as written.
    pub tertulis: String,
    /// Depth.
    pub dalam: usize,
    /// The way to it in the record that is written to; none in other records.
    pub jalur: Option<Jalur>,
}

/// A node of the file with its place in the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letak {
    /// Code of the portal.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// The way to it, when the record has it.
    pub jalur: Option<Jalur>,
    /// Whether the record has it, but not its official code.
    pub tanpa_resmi: bool,
}

/// The nodes of a tree, in order; with ways when it is the tree that is written to.
pub fn daftar(pohon: &[Simpul], sendiri: bool) -> Vec<Ada> {
    fn walk(list: &[Simpul], dalam: usize, jalur: Option<&Jalur>, out: &mut Vec<Ada>) {
        for (index, node) in list.iter().enumerate() {
            let own = jalur.map(|j| j.urutan(index));
            out.push(Ada {
                kode: node.kode.clone(),
                resmi: node.kode_resmi.clone(),
                nama: std::iter::once(&node.nama).chain(&node.alias).map(|n| lipat_nama(n)).collect(),
                tertulis: node.nama.clone(),
                dalam,
                jalur: own.clone(),
            });
            walk(&node.anak, dalam + 1, own.map(|j| j.kunci("anak")).as_ref(), out);
        }
    }
    let mut out = Vec::new();
    let root = Jalur::default().kunci("anggaran").kunci("pohon");
    walk(pohon, 0, sendiri.then_some(&root), &mut out);
    out
}

/// Finds the place of every node; what has no name goes to `masalah`.
pub fn tempatkan(
    lembar: &Lembar,
    dibaca: &Anggaran,
    sendiri: &[Ada],
    lain: &[Ada],
    peta: &Peta,
    masalah: &mut Vec<Masalah>,
) -> BTreeMap<String, Letak> {
    let mut out: BTreeMap<String, Letak> = BTreeMap::new();
    let mut taken: BTreeSet<String> = sendiri.iter().map(|a| a.kode.clone()).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for (key, node) in &dibaca.simpul {
        let above = dibaca.induk(key).and_then(|k| out.get(&k)).map(|l| l.kode.clone());
        let name = peta.nama.get(key).or(node.nama.as_ref());
        let fits = |a: &&Ada| {
            let below = above.as_ref().is_none_or(|p| a.kode.starts_with(&format!("{p}.")));
            a.dalam == node.dalam && (below || a.jalur.is_some())
        };
        let by_code = |a: &&Ada| node.resmi.is_some() && a.resmi == node.resmi;
        // A node that has another official code is another node, whatever its name.
        let folded = name.map(|n| lipat_nama(n));
        let by_name = |a: &&Ada| {
            let free = a.resmi.is_none() || node.resmi.is_none();
            free && folded.as_ref().is_some_and(|n| a.nama.contains(n)) && !used.contains(&a.kode)
        };
        let under = |a: &&Ada| above.as_ref().is_none_or(|p| a.kode.starts_with(&format!("{p}.")));
        let own = sendiri.iter().filter(fits).find(by_code);
        let own = own.or_else(|| sendiri.iter().filter(fits).filter(under).find(by_name));
        let other = || lain.iter().filter(fits).find(|a| (by_code(a) || by_name(a)) && !taken.contains(&a.kode));
        let known = own.or_else(other);
        let Some(nama) = name.cloned().or_else(|| known.map(|a| a.tertulis.clone())) else {
            masalah.push(tanpa_nama(lembar, key, node.baris));
            continue;
        };
        let kode = match known {
            Some(a) => a.kode.clone(),
            None => baru(&nama, above.as_deref(), node.dalam, &taken),
        };
        taken.insert(kode.clone());
        used.insert(kode.clone());
        let jalur = own.and_then(|a| a.jalur.clone());
        let tanpa_resmi = own.is_some_and(|a| a.resmi.is_none()) && node.resmi.is_some();
        out.insert(key.clone(), Letak { kode, nama, jalur, tanpa_resmi });
    }
    out
}

/// A new code: a program by its name, below it `k1`, `s1` as everywhere in the portal.
fn baru(nama: &str, above: Option<&str>, dalam: usize, taken: &BTreeSet<String>) -> String {
    let numbered = |prefix: &str| {
        let free = |n: &usize| !taken.contains(&format!("{prefix}{n}"));
        let n = (1..).find(free).unwrap_or(1);
        format!("{prefix}{n}")
    };
    match (above, dalam) {
        (Some(above), 1) => numbered(&format!("{above}.k")),
        (Some(above), _) => numbered(&format!("{above}.s")),
        (None, _) => {
            let folded = lipat_nama(nama);
            // The supporting program of every agency has one code everywhere, so that agencies can be compared.
            let whole = if folded.starts_with("penunjang urusan pemerintahan daerah") {
                "penunjang".to_string()
            } else {
                slug(&folded)
            };
            let mut short = String::new();
            for word in whole.replace('.', "-").split('-') {
                if !short.is_empty() && short.len() + word.len() > 40 {
                    break;
                }
                short = if short.is_empty() { word.to_string() } else { format!("{short}-{word}") };
            }
            if taken.contains(&short) { numbered(&format!("{short}-")) } else { short }
        }
    }
}

fn tanpa_nama(lembar: &Lembar, key: &str, row: usize) -> Masalah {
    Masalah::sel(
        lembar,
        row,
        0,
        pesan!(
            "`{key}` tidak bernama: berkas ini hanya memuat kodenya",
            "`{key}` has no name: this file has only its code"
        ),
        pesan!("tulis dalam peta: `nama: {{\"{key}\": \"...\"}}`", "write in the map: `nama: {{\"{key}\": \"...\"}}`"),
    )
}
