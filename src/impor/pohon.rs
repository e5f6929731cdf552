//! Pohon: which node of the portal a node of the file is. Codes of the portal are addresses: what exists keeps its own.

use super::isian::{self, Anggaran};
use super::kisi::Lembar;
use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::peta::Peta;
use crate::diagnostic::{Jalur, Pesan};
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
    /// Whether it is of another agency.
    pub tetangga: bool,
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
                tetangga: false,
            });
            walk(&node.anak, dalam + 1, own.map(|j| j.kunci("anak")).as_ref(), out);
        }
    }
    let mut out = Vec::new();
    let root = Jalur::default().kunci("anggaran").kunci("pohon");
    walk(pohon, 0, sendiri.then_some(&root), &mut out);
    out
}

/// Finds the place of every node; what has no name, or may be two nodes, goes to `masalah`.
pub fn tempatkan(
    lembar: &Lembar,
    dibaca: &Anggaran,
    (sendiri, lain): (&[Ada], &[Ada]),
    peta: &Peta,
    masalah: &mut Vec<Masalah>,
) -> (BTreeMap<String, Letak>, Vec<Pesan>) {
    let resmi: BTreeSet<&str> = dibaca.simpul.values().filter_map(|n| n.resmi.as_deref()).collect();
    // A code is an address in every year: what it means in one year is taken in all of them.
    let own_years = sendiri.iter().chain(lain.iter().filter(|a| !a.tetangga));
    let mut work = Kerja {
        lembar,
        dibaca,
        sendiri,
        lain,
        peta,
        masalah,
        resmi,
        taken: own_years.map(|a| a.kode.clone()).collect(),
        used: BTreeSet::new(),
        pindah: BTreeSet::new(),
        catatan: Vec::new(),
        out: BTreeMap::new(),
    };
    for (key, node) in &dibaca.simpul {
        work.simpul(key, node);
    }
    (work.out, work.catatan)
}

struct Kerja<'a> {
    lembar: &'a Lembar,
    dibaca: &'a Anggaran,
    sendiri: &'a [Ada],
    lain: &'a [Ada],
    peta: &'a Peta,
    masalah: &'a mut Vec<Masalah>,
    /// The official codes of the file.
    resmi: BTreeSet<&'a str>,
    /// Codes of the portal that mean something in some year of this agency.
    taken: BTreeSet<String>,
    /// Codes that nodes of the file have by now.
    used: BTreeSet<String>,
    /// Nodes that the record has under another official code.
    pindah: BTreeSet<String>,
    catatan: Vec<Pesan>,
    out: BTreeMap<String, Letak>,
}

impl<'a> Kerja<'a> {
    fn simpul(&mut self, key: &'a String, node: &'a isian::Simpul) {
        let parent = self.dibaca.induk(key).filter(|k| self.dibaca.simpul.contains_key(k));
        let above = parent.as_ref().and_then(|k| self.out.get(k)).map(|l| l.kode.clone());
        // What is asked of the node above decides about those below it.
        if parent.is_some() && above.is_none() && node.nama.is_some() {
            return;
        }
        let moved = parent.is_some_and(|k| self.pindah.contains(&k));
        let name = self.peta.nama.get(key).or(node.nama.as_ref()).cloned();
        let answer = self.peta.simpul(key).map(ToString::to_string);
        let own = self.sendiri(node, name.as_deref(), above.as_deref());
        let known = match own {
            Some(Cocok::Kode(a)) => {
                self.beda_nama(key, node, name.as_deref(), a, answer.as_deref());
                Some(a)
            }
            Some(Cocok::Nama(a)) => Some(a),
            Some(Cocok::KodeLain(a)) => match answer.as_deref() {
                Some("sama") => Some(a),
                Some(_) => None,
                None if moved => Some(a),
                None => return self.masalah.push(kode_lain(self.lembar, node, key, a)),
            },
            None if self.peta.simpul.get(key).is_some_and(|a| a == "baru") => None,
            None => self.tahun_lain(key, node, name.as_deref(), above.as_deref(), answer.as_deref()),
        };
        if known.is_some() && matches!(own, Some(Cocok::KodeLain(_))) {
            self.pindah.insert(key.clone());
        }
        let Some(nama) = name.or_else(|| known.map(|a| a.tertulis.clone())) else {
            return self.masalah.push(tanpa_nama(self.lembar, key, node.baris));
        };
        let kode = match known {
            Some(a) => a.kode.clone(),
            None => baru(&nama, above.as_deref(), node.dalam, &self.taken),
        };
        self.taken.insert(kode.clone());
        self.used.insert(kode.clone());
        let jalur = known.and_then(|a| a.jalur.clone());
        let tanpa_resmi = jalur.is_some() && known.is_some_and(|a| a.resmi.is_none()) && node.resmi.is_some();
        self.out.insert(key.clone(), Letak { kode, nama, jalur, tanpa_resmi });
    }

    /// The node of the record itself: by its official code wherever it stands, by its name below the same node.
    fn sendiri(&self, node: &isian::Simpul, name: Option<&str>, above: Option<&str>) -> Option<Cocok<'a>> {
        let fits = |a: &&Ada| a.dalam == node.dalam && !self.used.contains(&a.kode);
        if let Some(a) = self.sendiri.iter().filter(fits).find(|a| resmi_sama(a, node)) {
            return Some(Cocok::Kode(a));
        }
        let named = |a: &&Ada| di_bawah(a, above) && senama(a, name);
        let mut found = self.sendiri.iter().filter(fits).filter(named);
        if let Some(a) = found.clone().find(|a| a.resmi.is_none() || node.resmi.is_none()) {
            return Some(Cocok::Nama(a));
        }
        // Two official codes of one name: two nodes where the file prints both of them.
        found.find(|a| !a.resmi.as_deref().is_some_and(|r| self.resmi.contains(r))).map(Cocok::KodeLain)
    }

    /// The node of another year or, for programs, of another agency.
    fn tahun_lain(
        &mut self,
        key: &str,
        node: &isian::Simpul,
        name: Option<&str>,
        above: Option<&str>,
        answer: Option<&str>,
    ) -> Option<&'a Ada> {
        let here = |kode: &str| self.sendiri.iter().any(|a| a.kode == kode);
        let fits =
            |a: &&Ada| a.dalam == node.dalam && di_bawah(a, above) && !self.used.contains(&a.kode) && !here(&a.kode);
        // A program of this agency has taken what another one calls so.
        let mut list = self.lain.iter().filter(fits).filter(|a| !a.tetangga || !self.taken.contains(&a.kode));
        let like = |a: &Ada| name.is_none_or(|n| a.nama.iter().any(|own| serupa(own, &lipat_nama(n))));
        let coded = list.clone().find(|a| resmi_sama(a, node) && (!a.tetangga || like(a)));
        if let Some(a) = coded {
            // `*: baru` is of those that would be asked about.
            if answer == Some("baru") && !like(a) {
                return None;
            }
            self.beda_nama(key, node, name, a, answer);
            return Some(a);
        }
        let free = |a: &&Ada| a.resmi.is_none() || node.resmi.is_none();
        if let Some(a) = list.clone().filter(|a| senama(a, name)).find(free) {
            return Some(a);
        }
        // A list of codes that was numbered anew: the same name below the same node.
        let gone = |a: &Ada| !a.tetangga && !a.resmi.as_deref().is_some_and(|r| self.resmi.contains(r));
        let a = list.find(|a| senama(a, name) && gone(a))?;
        let (nama, kode, lama) = (&a.tertulis, &a.kode, a.resmi.clone().unwrap_or_default());
        self.catatan.push(pesan!(
            "{key} {nama}: pada tahun lain berkode {lama}; dibaca sebagai simpul yang sama, `{kode}` (bila bukan: `simpul: {{\"{key}\": baru}}` dalam peta)",
            "{key} {nama}: its code is {lama} in another year; read as the same node, `{kode}` (if it is not: `simpul: {{\"{key}\": baru}}` in the map)"
        ));
        Some(a)
    }

    /// One official code with two names: spellings of one are said, two that have nothing in common are asked about.
    fn beda_nama(&mut self, key: &str, node: &isian::Simpul, name: Option<&str>, a: &Ada, answer: Option<&str>) {
        let Some(printed) = name.filter(|n| !a.nama.contains(&lipat_nama(n))) else { return };
        let known = &a.tertulis;
        if answer == Some("sama") || a.nama.iter().any(|own| serupa(own, &lipat_nama(printed))) {
            let place = self.lembar.alamat(node.baris, 0);
            self.catatan.push(pesan!(
                "{place}: {key} tercetak “{printed}”, di portal “{known}”: dibaca sebagai simpul yang sama, nama di portal tetap",
                "{place}: {key} is printed “{printed}”, in the portal “{known}”: read as the same node, its name in the portal stays"
            ));
            return;
        }
        let message = pesan!(
            "{key} di sini “{printed}”, di portal “{known}”: simpul yang sama?",
            "{key} is “{printed}” here and “{known}” in the portal: the same node?"
        );
        let help = if a.jalur.is_some() {
            pesan!(
                "bila sama, tulis dalam peta `simpul: {{\"{key}\": sama}}`; bila bukan, perbaiki kodenya di berkas ini atau `kode_resmi` di rekaman",
                "if so, write in the map `simpul: {{\"{key}\": sama}}`; if not, mend the code in this file or `kode_resmi` in the record"
            )
        } else {
            pesan!(
                "tulis dalam peta `simpul: {{\"{key}\": sama}}` bila hanya berganti nama, atau `simpul: {{\"{key}\": baru}}` bila kode itu kini berarti lain",
                "write in the map `simpul: {{\"{key}\": sama}}` if only its name has changed, or `simpul: {{\"{key}\": baru}}` if the code means something else now"
            )
        };
        self.masalah.push(Masalah::sel(self.lembar, node.baris, 0, message, help));
    }
}

/// How a node of the record was found.
enum Cocok<'a> {
    Kode(&'a Ada),
    Nama(&'a Ada),
    /// By its name, while it has another official code.
    KodeLain(&'a Ada),
}

fn di_bawah(a: &Ada, above: Option<&str>) -> bool {
    above.is_none_or(|p| a.kode.starts_with(&format!("{p}.")))
}

fn senama(a: &Ada, name: Option<&str>) -> bool {
    name.is_some_and(|n| a.nama.contains(&lipat_nama(n)))
}

fn resmi_sama(a: &Ada, node: &isian::Simpul) -> bool {
    a.resmi.as_deref().zip(node.resmi.as_deref()).is_some_and(|(a, b)| sekode(a, b))
}

/// Whether two official codes are one: the `X.XX` of the decree stands for the urusan of any agency.
pub fn sekode(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('.').collect(), b.split('.').collect());
    let any = |s: &str| s.bytes().all(|c| c.eq_ignore_ascii_case(&b'x'));
    let same = |(n, (a, b)): (usize, (&&str, &&str))| a == b || (n < 2 && (any(a) || any(b)));
    a.len() == b.len() && a.iter().zip(&b).enumerate().all(same)
}

/// Whether two folded names may be spellings of one: most of their words are the same, or all of those of the shorter.
fn serupa(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let own = text.split(' ').filter(|w| !matches!(*w, "dan" | "serta" | "di" | "atau" | "untuk" | "yang"));
        own.map(ToString::to_string).collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    common > 0 && (common == a.len().min(b.len()) || 4 * common > a.len() + b.len())
}

fn kode_lain(lembar: &Lembar, node: &isian::Simpul, key: &str, a: &Ada) -> Masalah {
    let (nama, resmi) = (&a.tertulis, a.resmi.clone().unwrap_or_default());
    Masalah::sel(
        lembar,
        node.baris,
        0,
        pesan!(
            "{key} “{nama}” bernama sama dengan {resmi} di rekaman: simpul yang sama?",
            "{key} “{nama}” has the name of {resmi} in the record: the same node?"
        ),
        pesan!(
            "tulis dalam peta `simpul: {{\"{key}\": sama}}`, atau `simpul: {{\"{key}\": baru}}` bila keduanya berdiri sendiri",
            "write in the map `simpul: {{\"{key}\": sama}}`, or `simpul: {{\"{key}\": baru}}` if they are two"
        ),
    )
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
            let short = short.trim_end_matches("-dan").trim_end_matches("-di").to_string();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_urusan_of_the_decree_is_that_of_any_agency() {
        for (a, b, same) in [
            ("X.XX.01", "1.02.01", true),
            ("X.XX.01.2.01.0001", "2.08.01.2.01.0001", true),
            ("1.02.01", "2.08.01", false),
            ("X.XX.01", "1.02.02", false),
            ("X.XX.01", "1.02.01.2.01", false),
        ] {
            assert_eq!(sekode(a, b), same, "{a} {b}");
        }
    }

    #[test]
    fn spellings_of_one_name_are_told_from_two_names() {
        let folded = |a: &str, b: &str| serupa(&lipat_nama(a), &lipat_nama(b));
        assert!(folded("Program Pemenuhan Upaya Kesehatan", "Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat"));
        assert!(folded("Penyediaan Gaji dan Tunjangan ASN", "Penyediaan gaji & tunjangan A.S.N"));
        assert!(!folded("Program Rehabilitasi Sosial", "Program Perlindungan dan Jaminan Sosial"));
        assert!(!folded("Program Pemenuhan Upaya Kesehatan", "Program Penanggulangan Bencana"));
    }
}
