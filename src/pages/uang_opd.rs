//! What the first page says of the money and the checks of one agency: its newest record with a budget, by program.

use super::data::DataOpd;
use super::{tahap, temuan};
use crate::measures::{Uang, uang};
use crate::records::{Golongan, Rekaman};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Programs kept of one agency; the others are one part.
const PROGRAM: usize = 8;

/// A program: name as everybody prints it, budget, spent.
pub type Program = (String, Uang, Option<Uang>);

/// The money of the newest record that has any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UangOpd {
    /// Year.
    pub tahun: i32,
    /// `baru 9 bulan` where the record does not cover its year.
    pub sebagian: Option<String>,
    /// The year of a newer record that holds some of its budget, and not the whole.
    pub lebih_baru: Option<i32>,
    /// The phase of the budget, and the kind of place: of one phase and kind only budgets are alike.
    pub tahap: String,
    /// Kind of place.
    pub golongan: Golongan,
    /// Budget of the whole.
    pub pagu: Uang,
    /// What was spent of it.
    pub realisasi: Option<Uang>,
    /// The share of it in percent, as the pages of the record show it.
    pub laju: Option<Decimal>,
    /// Programs.
    pub program: Vec<Program>,
    /// Where it stands, from the root.
    pub url: String,
}

/// How many of the printed figures of the newest record that were recomputed do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CocokOpd {
    /// Year.
    pub tahun: i32,
    /// Do not agree.
    pub beda: usize,
    /// Recomputed.
    pub diperiksa: usize,
}

/// Acronyms in the names of programs and kegiatan (Permendagri 90/2019) that could be read as words.
const AKRONIM: [&str; 22] = [
    "ASN", "BLUD", "BMD", "BPBD", "DAK", "DAS", "DPRD", "IKM", "KB", "KIA", "NAPZA", "PAUD", "PSU", "RSUD", "SDA",
    "SDM", "SMA", "SPAM", "SPBE", "TIK", "UKM", "UPTD",
];

/// A name of a program without the word that says it is one, a capital first; an acronym keeps its capitals, also in a name
/// that is printed in capitals throughout: `Pengelolaan SPAM`, `Peningkatan kapasitas SDM kesehatan`.
pub fn nama_program(nama: &str) -> String {
    let loud = !nama.chars().any(char::is_lowercase);
    let capitals =
        |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase);
    let words = nama.split_whitespace().skip_while(|w| w.eq_ignore_ascii_case("program"));
    // Among capitals it is known by the list, or by having no vowel: PPKS, SPM.
    let acronym = |word: &str| {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mute = core.len() > 1 && core.chars().all(|c| c.is_ascii_uppercase() && !"AEIOU".contains(c));
        mute || AKRONIM.contains(&core)
    };
    let keep = |word: &str| if loud { acronym(word) } else { capitals(word) };
    let words: Vec<String> = words.map(|w| if keep(w) { w.to_string() } else { w.to_lowercase() }).collect();
    super::kalimat::kapital(&words.join(" "))
}

/// Whether two agencies print one name, whatever the letters.
pub fn sama_program(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// The newest budget of an agency.
pub fn dari(d: &DataOpd<'_>) -> Option<UangOpd> {
    d.sumber.rekaman.iter().rev().find_map(|r| satu(d, r))
}

fn satu(d: &DataOpd<'_>, r: &Rekaman) -> Option<UangOpd> {
    let amount = |subject: &str, real| uang(&d.turunan, &d.kumpulan, r.tahun, subject, real).map(|m| m.uang());
    let pagu = amount("total", false).filter(|v| v.nilai > Decimal::ZERO)?;
    // A program in another phase is no part of this whole.
    let phase = |subject: &str| tahap::tahap(d, r.tahun, subject).unwrap_or_default();
    let whole = phase("total");
    let of = |n: &crate::records::Simpul| Some((nama_program(&n.nama), amount(&n.kode, false)?, amount(&n.kode, true)));
    let mut program: Vec<_> = r.anggaran.pohon.iter().filter(|n| phase(&n.kode) == whole).filter_map(of).collect();
    program.sort_by(|a, b| b.1.nilai.cmp(&a.1.nilai).then_with(|| a.0.cmp(&b.0)));
    program.truncate(PROGRAM);
    Some(UangOpd {
        tahun: r.tahun,
        sebagian: (!r.setahun()).then(|| r.batas_data.baru(d.lang)),
        lebih_baru: d
            .sumber
            .rekaman
            .iter()
            .rev()
            .map(|n| n.tahun)
            .filter(|t| *t > r.tahun)
            .find(|t| beranggaran(d, *t)),
        tahap: whole,
        golongan: d.daerah.jenis.golongan(),
        pagu,
        realisasi: amount("total", true),
        laju: d.serapan(r.tahun, "total").and_then(|s| s.nilai()),
        program,
        url: super::tampilan::alamat_uang(d, r),
    })
}

/// Whether anything of a budget is printed for a year.
fn beranggaran(d: &DataOpd<'_>, tahun: i32) -> bool {
    let k = &d.kumpulan;
    k.urutan_di_bawah(&format!("{tahun}/anggaran/")).any(|(_, list)| list.iter().any(|i| k.semua[*i].nilai().is_some()))
}

/// The checks of the newest record that had any.
pub fn cocok(d: &DataOpd<'_>) -> Option<CocokOpd> {
    d.sumber.rekaman.iter().rev().find_map(|r| {
        let v = temuan::verifikasi(d, r.tahun);
        (v.diperiksa > 0).then_some(CocokOpd { tahun: r.tahun, beda: v.beda, diperiksa: v.diperiksa })
    })
}
