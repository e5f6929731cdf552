//! Usul: pairs of addresses that may be one quantity: the same name, unit, year, cut-off and role in two tables. A person
//! links them (`setara`) or declines them with a reason (`hubungan: bukan`); what was judged is not proposed again.

use super::bahan::Bahan;
use super::kata;
use super::sama::sama;
use crate::number::Satuan;
use crate::records::{Bagian, Daerah, Jenis, Kumpulan, OpdTahun, Skala, Ukuran as U};
use std::collections::BTreeMap;

/// A proposed pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usul {
    /// File of the record in which it would be written, relative to `content/`.
    pub berkas: String,
    /// What both are called.
    pub nama: String,
    /// Address, value and place of the one.
    pub kiri: (String, String, String),
    /// Of the other.
    pub kanan: (String, String, String),
    /// Whether both print the same value.
    pub sama: bool,
}

/// Words that tell no quantity from another.
const PENGISI: [&str; 13] = [
    "jumlah",
    "yang",
    "dan",
    "di",
    "ke",
    "untuk",
    "banyaknya",
    "total",
    "persentase",
    "pada",
    "oleh",
    "dari",
    "dengan",
];

/// Record, year, unit, role, words of the name.
type Kunci = (i32, i32, String, String, Vec<String>);

/// Proposes pairs for one OPD, in the order of its files.
pub fn usul(daerah: &Daerah, source: &OpdTahun, kumpulan: &Kumpulan<'_>, skala: &BTreeMap<String, Skala>) -> Vec<Usul> {
    let b = Bahan::new(daerah, source, kumpulan, skala);
    let mut groups: BTreeMap<Kunci, Vec<usize>> = BTreeMap::new();
    for i in 0..b.k.semua.len() {
        if let Some(key) = kunci(&b, i) {
            groups.entry(key).or_default().push(i);
        }
    }
    let mut out = Vec::new();
    for ((rekaman, ..), list) in groups {
        let Some((first, rest)) = list.split_first() else { continue };
        let mut seen = vec![b.p(*first).alamat.as_str()];
        for j in rest {
            let alamat = b.p(*j).alamat.as_str();
            if seen.contains(&alamat) || subjek(alamat) == subjek(seen[0]) {
                continue;
            }
            seen.push(alamat);
            if !dinilai(source, seen[0], alamat) {
                let side = |i: usize| (b.p(i).alamat.clone(), kata::nilai(&b, i).id, kata::letak(&b, i).to_string());
                out.push(Usul {
                    berkas: format!("{}/{}/{rekaman}.yaml", daerah.kode, source.opd.kode),
                    nama: nama(&b, *first),
                    kiri: side(*first),
                    kanan: side(*j),
                    sama: sama(&b, *first, *j),
                });
            }
        }
    }
    out
}

/// Year, section and subject of an address: two measures of one row are no pair, nor two cells of one table.
fn subjek(alamat: &str) -> Vec<&str> {
    alamat.split('/').take(3).collect()
}

/// Whether a record links or declines the pair.
fn dinilai(source: &OpdTahun, a: &str, z: &str) -> bool {
    source.rekaman.iter().flat_map(|r| &r.setara).any(|s| {
        let holds = |list: &[String], x: &str| list.iter().any(|l| l == x);
        (holds(&s.kiri, a) && holds(&s.kanan, z)) || (holds(&s.kiri, z) && holds(&s.kanan, a))
    })
}

fn kunci(b: &Bahan<'_, '_>, i: usize) -> Option<Kunci> {
    let p = b.p(i);
    let rekaman = p.rekaman?;
    let jenis = b.jenis(i);
    if b.bukti(i).is_none() || !b.setahun(i) || matches!(jenis, Jenis::Persen | Jenis::Teks) {
        return None;
    }
    let unit = match p.satuan.clone() {
        Some(unit) => unit.to_string().to_lowercase(),
        None if jenis == Jenis::Uang => Satuan::Rupiah.to_string(),
        // A bare number may count anything.
        None => return None,
    };
    let words: Vec<String> = nama(b, i)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !PENGISI.contains(w))
        .map(str::to_string)
        .collect();
    (!words.is_empty()).then(|| (rekaman, p.tahun, unit, peran(b, i), words))
}

/// What a figure is called: its row, or the count of a formula.
fn nama(b: &Bahan<'_, '_>, i: usize) -> String {
    let rumus = b.indikator(i).and_then(|x| x.rumus.as_ref());
    let part = b.kolom(i).and_then(|k| match k.ukuran {
        U::Pembilang => rumus?.pembilang.as_ref(),
        U::Penyebut => rumus?.penyebut.as_ref(),
        _ => None,
    });
    part.map_or_else(|| kata::subjek(b, i).id, |h| h.nama.clone())
}

/// The role of a figure: planned, reached, or what its own column says.
fn peran(b: &Bahan<'_, '_>, i: usize) -> String {
    let word = match b.p(i).bagian {
        Bagian::Tabel { kolom, .. } => kolom.ukuran.as_str(),
        _ => b.kolom(i).map_or("", |k| k.ukuran.kata()),
    };
    match word.split(['-', '_']).next().unwrap_or(word) {
        "target" | "rencana" => "rencana",
        "realisasi" | "pembilang" | "tertangani" | "ditangani" | "terlayani" => "hasil",
        "terdata" | "penyebut" => "keadaan",
        other => other,
    }
    .to_string()
}
