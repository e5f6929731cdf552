//! Where a kabupaten stands among the setara: one line for the pages of an indicator and a record.

use super::alamat_tahun;
use crate::comparisons::{Anggota, Banding, BandingTahun, Kedudukan};
use crate::number::Lang;
use crate::pages::kalimat::{banding as kalimat, letak};
use serde::Serialize;

/// Where a kabupaten stands in a padanan: the line on its own pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tempat {
    /// Name of the padanan.
    pub nama: String,
    /// Page of the year, from the root.
    pub url: String,
    /// Year.
    pub tahun: i32,
    /// One sentence.
    pub kalimat: String,
}

/// The lines of an OPD: of one year, or of the newest year each padanan has of it; of one indicator, or of all.
pub fn tempat(
    lang: Lang,
    banding: &Banding,
    (daerah, opd): (&str, &str),
    tahun: Option<i32>,
    padanan: Option<&str>,
) -> Vec<Tempat> {
    let mut out: Vec<Tempat> = Vec::new();
    for p in banding.padanan.values().filter(|p| padanan.is_none_or(|kode| kode == p.padanan.kode)) {
        let own = |t: &&BandingTahun| tahun.is_none_or(|year| year == t.tahun) && milik(t, daerah, opd).is_some();
        let Some(t) = p.tahun.values().rev().find(own) else { continue };
        let Some(a) = milik(t, daerah, opd) else { continue };
        // A record lists only what has something to be compared with.
        if padanan.is_none() && a.kedudukan == Kedudukan::Tunggal {
            continue;
        }
        out.push(Tempat {
            nama: kalimat::nama(lang, &p.padanan).to_string(),
            url: alamat_tahun(p, t),
            tahun: t.tahun,
            kalimat: letak::tempat(lang, &p.padanan, t, a),
        });
    }
    out
}

/// The value of an OPD: they stand in the order of their owners.
fn milik<'a>(t: &'a BandingTahun, daerah: &str, opd: &str) -> Option<&'a Anggota> {
    let at = t.anggota.partition_point(|a| a.nilai.pemilik.kunci() < (daerah, opd));
    t.anggota.get(at).filter(|a| a.nilai.pemilik.kunci() == (daerah, opd))
}
