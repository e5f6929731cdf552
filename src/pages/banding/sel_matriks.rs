//! A cell of the matrix: what every agency of a daerah has under a padanan.

use super::baris::kelas;
use super::batang::{berbatang, kode_batang};
use super::data::nama_opd;
use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, NilaiBanding};
use crate::number::Lang;
use crate::pages::kalimat::nama;
use crate::pages::kalimat::{alasan, banding as kalimat, cacah, hilang as kalimat_hilang, kata};
use crate::teks;
use serde::Serialize;
use std::collections::BTreeSet;

/// A cell: one value an OPD, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SelMatriks {
    /// What stands in it; nothing where it is told in short.
    pub isi: Vec<IsiSel>,
    /// `20 dinas: 60,74 sampai 66,72`, where more agencies stand in it than one glance takes: each stands on the page of the
    /// padanan.
    pub ringkas: Option<String>,
}

/// So many agencies stand in a cell one by one.
const SEPANDANG: usize = 3;

/// One value in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct IsiSel {
    /// The agency, where several stand beside each other.
    pub opd: Option<String>,
    /// Class for the style sheet.
    pub kelas: &'static str,
    /// The relation in words.
    pub kata: String,
    /// The value; none where the portal holds none.
    pub teks: Option<String>,
    /// Remarks and reasons.
    pub alasan: Vec<String>,
    /// What its months are, where it is no whole year.
    pub masa: Option<String>,
    /// Its year, where it is not the year of the row.
    pub tahun: Option<i32>,
    /// `terbaru 97,38% (2024)`: a newer value of the same agency than that of the row's year.
    pub terbaru: Option<String>,
    /// Code of its bar, from zero to the largest of its row.
    pub batang: Option<String>,
}

impl SelMatriks {
    /// The cell of a daerah.
    pub fn dari(lang: Lang, p: &BandingPadanan, main: Option<&BandingTahun>, daerah: &str) -> Self {
        let isi = isi(lang, p, main, daerah);
        if isi.len() <= SEPANDANG {
            return Self { isi, ringkas: None };
        }
        Self { ringkas: Some(ringkas(lang, p, main, daerah, isi.len())), isi: Vec::new() }
    }
}

/// How many agencies, and between which two the values on the axis lie.
fn ringkas(lang: Lang, p: &BandingPadanan, main: Option<&BandingTahun>, daerah: &str, n: usize) -> String {
    let many = cacah(lang, n, "dinas", "agency", "agencies");
    let own = main.into_iter().flat_map(|t| t.milik(daerah)).filter(|a| a.kedudukan.sebanding() && !a.nilai.ragu);
    let own: Vec<&NilaiBanding> = own.map(|a| &a.nilai).collect();
    let low = own.iter().min_by_key(|n| n.besaran.rendah);
    let high = own.iter().max_by_key(|n| n.besaran.tinggi);
    let (Some(low), Some(high)) = (low, high) else { return many };
    let ranges = low.besaran.rentang().is_some() || high.besaran.rentang().is_some();
    if ranges || low.besaran == high.besaran {
        return many;
    }
    let [a, b] = [low, high].map(|n| kalimat::teks(lang, &p.padanan, n));
    teks!(lang, "{many}: {a} sampai {b}", "{many}: {a} to {b}")
}

fn isi(lang: Lang, p: &BandingPadanan, main: Option<&BandingTahun>, daerah: &str) -> Vec<IsiSel> {
    let own: Vec<IsiSel> = main
        .into_iter()
        .flat_map(|t| t.milik(daerah))
        .map(|a| IsiSel {
            opd: nama_opd(&a.nilai.pemilik),
            kelas: kelas(a),
            kata: kata::kedudukan(lang, &a.kedudukan).to_string(),
            teks: Some(kalimat::teks(lang, &p.padanan, &a.nilai)),
            alasan: alasan::semua(lang, a.kedudukan.alasan()),
            masa: kalimat::masa(lang, &a.nilai),
            tahun: None,
            terbaru: terbaru(lang, p, a),
            batang: main.filter(|t| berbatang(t, a)).map(|_| kode_batang(&p.padanan.kode, a)),
        })
        .collect();
    // Of several agencies each stands in the cell, whatever the others print.
    let mut isi = own;
    let mut told: BTreeSet<&str> =
        main.into_iter().flat_map(|t| t.milik(daerah)).filter_map(|a| a.nilai.pemilik.opd.as_deref()).collect();
    let quoted = !isi.is_empty() && told.is_empty();
    for h in main.into_iter().flat_map(|t| t.hilang.iter().filter(|h| h.pemilik.daerah == daerah)) {
        if quoted || !isi.is_empty() && h.pemilik.opd.is_none() {
            continue;
        }
        if let Some((_, huruf)) = h.huruf() {
            let kata = lang.pilih("huruf, tanpa angka", "a letter, no number").to_string();
            let (opd, teks) = (nama_opd(&h.pemilik), Some(huruf.to_string()));
            isi.push(IsiSel { opd, kelas: "setara", kata, teks, ..IsiSel::default() });
        } else if let Some(kata) = kalimat_hilang::tercetak_lain(lang, h) {
            let kelas = if h.tercetak() { "tahun-lain" } else { "belum" };
            isi.push(IsiSel { opd: nama_opd(&h.pemilik), kelas, kata, ..IsiSel::default() });
        } else {
            continue;
        }
        told.extend(h.pemilik.opd.as_deref());
    }
    if quoted {
        return isi;
    }
    // The newest value an agency has, with its year: worth knowing, not compared.
    for t in p.tahun.values().rev() {
        let (mut now, first) = (BTreeSet::new(), isi.is_empty());
        for a in t.milik(daerah) {
            let opd = a.nilai.pemilik.opd.as_deref();
            if opd.is_some_and(|o| told.contains(o)) || opd.is_none() && !first {
                continue;
            }
            now.extend(opd);
            isi.push(tahun_lain(lang, p, t.tahun, a));
        }
        told.extend(now);
    }
    if !isi.is_empty() {
        return isi;
    }
    let kata = lang.pilih("belum ada di portal", "not in the portal yet").to_string();
    vec![IsiSel { kelas: "belum", kata, ..IsiSel::default() }]
}

/// A value of another year than that of the row.
fn tahun_lain(lang: Lang, p: &BandingPadanan, tahun: i32, a: &Anggota) -> IsiSel {
    IsiSel {
        opd: nama_opd(&a.nilai.pemilik),
        kelas: "tahun-lain",
        kata: match &a.nilai.tangan_kedua {
            Some(oleh) => {
                let oleh = nama::pemilik(oleh);
                teks!(lang, "tahun lain, dikutip laporan {oleh}", "another year, quoted by the report of {oleh}")
            }
            None => lang.pilih("tahun lain", "another year").to_string(),
        },
        teks: Some(kalimat::teks(lang, &p.padanan, &a.nilai)),
        masa: kalimat::masa(lang, &a.nilai),
        tahun: Some(tahun),
        ..IsiSel::default()
    }
}

/// The newest value of the owner of `a`, where it is newer than `a`.
fn terbaru(lang: Lang, p: &BandingPadanan, a: &Anggota) -> Option<String> {
    let same = |b: &&Anggota| {
        let (x, y) = (&b.nilai.pemilik, &a.nilai.pemilik);
        b.nilai.tangan_kedua.is_none() && x.kunci() == y.kunci() && x.perihal == y.perihal
    };
    let newer =
        p.tahun.range(a.nilai.tahun + 1..).rev().find_map(|(tahun, t)| Some((*tahun, t.anggota.iter().find(same)?)));
    newer.map(|(tahun, b)| {
        let teks = kalimat::teks(lang, &p.padanan, &b.nilai);
        let kapan = kalimat::masa(lang, &b.nilai).map_or_else(|| tahun.to_string(), |masa| format!("{tahun}, {masa}"));
        teks!(lang, "terbaru {teks} ({kapan})", "latest {teks} ({kapan})")
    })
}
