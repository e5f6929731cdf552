//! The checks beside a figure on its page: formula, numbers, result, and whether an input is in dispute.

use super::asal::{Kelompok, Tercetak};
use super::data::DataOpd;
use super::kalimat::kata;
use super::temuan::Baris;
use crate::findings::Pemeriksaan;
use crate::teks;
use serde::Serialize;
use std::collections::BTreeMap;

/// One recomputation of a printed figure.
#[derive(Debug, Clone, Serialize)]
pub struct Periksa {
    /// The formula in words.
    pub rumus: String,
    /// With its numbers.
    pub isian: String,
    /// Whether it holds two statements of one fact against each other.
    pub sama: bool,
    /// Its result at the printed precision and beyond.
    pub terhitung: String,
    /// Table and document of the statement it checks; empty where that is the only one of its figure.
    pub asal: String,
    /// `cocok`, `dipersoalkan`, `terpotong`, `basis-lain`, `beda`.
    pub hasil: &'static str,
    /// The same in words.
    pub hasil_kata: &'static str,
}

/// Checks of one figure: what is computed alike for several places is said once.
pub(super) fn ringkas(checks: impl Iterator<Item = Periksa>) -> Vec<Periksa> {
    let mut out: Vec<Periksa> = Vec::new();
    for c in checks {
        let same = |o: &&mut Periksa| {
            (o.hasil, &o.rumus, &o.isian, &o.terhitung) == (c.hasil, &c.rumus, &c.isian, &c.terhitung)
        };
        match out.iter_mut().find(same) {
            Some(first) if first.asal.split("; ").any(|a| a == c.asal) => {}
            Some(first) => first.asal = format!("{}; {}", first.asal, c.asal),
            None => out.push(c),
        }
    }
    out
}

/// A check that stands wherever its figure stands need not say so again.
pub(super) fn tanpa_asal_sendiri(mut checks: Vec<Periksa>, pernyataan: &[Tercetak]) -> Vec<Periksa> {
    let mut own: Vec<&str> = pernyataan.iter().map(|p| p.asal.as_str()).collect();
    own.sort_unstable();
    own.dedup();
    let everywhere = |c: &&mut Periksa| {
        let mut places: Vec<&str> = c.asal.split("; ").collect();
        places.sort_unstable();
        places == own
    };
    checks.iter_mut().filter(everywhere).for_each(|c| c.asal.clear());
    checks
}

/// One check in words.
pub(super) fn periksa(d: &DataOpd<'_>, c: &Pemeriksaan) -> Periksa {
    let p = &d.kumpulan.semua[c.pernyataan];
    let value = crate::number::round(c.terhitung, c.desimal.max(2)).normalize();
    // One fact against another statement of it is no formula: it says where the other stands.
    let same = c.masukan.len() == 1 && c.masukan[0].alamat == c.alamat;
    let (rumus, isian) = match c.masukan.first().filter(|_| same) {
        Some(m) => (
            match c.hasil.cocok() {
                true => teks!(d.lang, "sama dengan yang tertulis di", "equal to what is printed in"),
                false => teks!(d.lang, "berbeda dari yang tertulis di", "differs from what is printed in"),
            },
            d.sumber_teks(&m.letak, &m.sumber),
        ),
        None => {
            let (rumus, isian) = (c.rumus.in_lang(d.lang).to_string(), c.isian.in_lang(d.lang).to_string());
            // What is multiplied on one side is multiplied on the other.
            let isian = match isian.split_once(", ") {
                _ if !rumus.contains(" × 100") || isian.contains(" × 100") => isian,
                Some((quotient, bound)) => format!("{quotient} × 100, {bound}"),
                None => format!("{isian} × 100"),
            };
            (rumus, isian)
        }
    };
    // The parts of a sum that is right are named by their number: their values stand beside it.
    let parts = c.masukan.len();
    let rumus = if c.hasil.cocok() && c.jumlah && parts > 2 {
        teks!(d.lang, "jumlah {parts} bagian", "sum of {parts} parts")
    } else {
        rumus
    };
    Periksa {
        rumus,
        isian,
        sama: same,
        terhitung: match p.jenis() {
            crate::records::Jenis::Uang => d.lang.rupiah(value),
            crate::records::Jenis::Persen => d.lang.percent(value, value.scale()),
            _ if p.sel.angka().is_some_and(|a| a.persen) => d.lang.percent(value, value.scale()),
            _ => d.lang.grouped(value),
        },
        asal: d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen),
        hasil: if c.sengketa.is_some() { "dipersoalkan" } else { c.hasil.kata() },
        hasil_kata: match c.sengketa {
            Some(_) => d.lang.pilih("Cocok dengan masukan yang dipersoalkan", "Agrees with an input in dispute"),
            None => kata::hasil(d.lang, &c.hasil),
        },
    }
}

/// A finding that several figures of a page belong to is told at the one it is about, where that stands on the page, else at the
/// first; the others lead there.
pub(super) fn sekali_saja(kelompok: &mut [Kelompok]) {
    let key = |t: &Baris| (t.aturan.to_string(), t.pesan.clone());
    let mut told: BTreeMap<(String, String), String> = BTreeMap::new();
    for angka in kelompok.iter().flat_map(|k| &k.subjek).flat_map(|s| &s.angka) {
        for t in &angka.temuan {
            if t.url.rsplit('#').next() == Some(angka.jangkar.as_str()) {
                told.insert(key(t), angka.jangkar.clone());
            } else {
                told.entry(key(t)).or_insert_with(|| angka.jangkar.clone());
            }
        }
    }
    for angka in kelompok.iter_mut().flat_map(|k| &mut k.subjek).flat_map(|s| &mut s.angka) {
        for t in &mut angka.temuan {
            if let Some(home) = told.get(&key(t)).filter(|home| **home != angka.jangkar) {
                t.url = format!("#{home}");
                t.pesan.clear();
            }
        }
    }
}
