//! Where a kabupaten stands among the setara: one line for the pages of an indicator and a record.

use super::alamat_tahun;
use super::grafik;
use super::matriks::kelompok_dari;
use crate::comparisons::{Anggota, Banding, BandingPadanan, BandingTahun, Kedudukan};
use crate::number::Lang;
use crate::pages::bentuk::{self, Bahan};
use crate::pages::figure::{Deret, Figure, Peran};
use crate::pages::kalimat::nama::pemilik;
use crate::pages::kalimat::{banding as kalimat, letak};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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
    /// Code of its dot strip, where others are comparable.
    pub titik: Option<String>,
    /// The strip: the own value among those of the others. What is kept of a page depends on it too.
    pub strip: Option<Figure>,
}

/// With more dots than this nobody finds the own one.
const TITIK: usize = 40;

/// The own value filled, the others grey; nothing where none may be compared.
fn strip(lang: Lang, p: &BandingPadanan, t: &BandingTahun, own: &Anggota) -> Option<Figure> {
    // A part of a year stands beside no whole one, nor beside another part.
    if !own.kedudukan.sebanding() || !own.nilai.setahun() {
        return None;
    }
    let same = |a: &&Anggota| a.nilai.pemilik.kunci() == own.nilai.pemilik.kunci();
    let others: Vec<&Anggota> = t.sebanding().filter(|a| a.nilai.setahun() && !same(a)).collect();
    let values: BTreeSet<_> = others.iter().map(|a| a.nilai.besaran.utama).chain([own.nilai.besaran.utama]).collect();
    let bentuk = bentuk::pilih(Bahan::Sejawat { nilai: values.len() }).filter(|_| others.len() <= TITIK)?;
    let deret = |a: &Anggota, peran| Deret {
        nama: pemilik(&a.nilai.pemilik),
        peran,
        titik: vec![grafik::titik(lang, &p.padanan, a)],
    };
    let nama = kalimat::nama(lang, &p.padanan).to_string();
    let (jenis, satuan) = grafik::jenis(lang, &p.padanan);
    Some(Figure {
        lang,
        kode: format!("letak-{}-{}", p.padanan.kode, t.tahun),
        judul: nama.clone(),
        subjudul: String::new(),
        kalimat: String::new(),
        bentuk,
        jenis,
        satuan,
        kepala: String::new(),
        kategori: vec![nama],
        deret: std::iter::once(deret(own, Peran::Realisasi))
            .chain(others.into_iter().map(|a| deret(a, Peran::Lain)))
            .collect(),
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: String::new(),
        keadaan: String::new(),
    })
}

/// What the pages of one OPD say of its place among others: all they take from the rest of the portal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Letak {
    /// Of every year with a record: of each padanan that has something to compare it with.
    tahun: BTreeMap<i32, Vec<Tempat>>,
    /// Of every padanan its indicators follow: the newest year.
    padanan: BTreeMap<String, Vec<Tempat>>,
    /// Those of its padanan that have a page, because anyone has a value.
    berhalaman: BTreeSet<String>,
}

impl Letak {
    /// The place of an OPD with these years and these padanan of its indicators.
    pub fn dari<'p>(
        lang: Lang,
        banding: &Banding,
        milik: (&str, &str),
        tahun: &[i32],
        padanan: impl Iterator<Item = &'p str>,
    ) -> Self {
        let mut out = Self::default();
        // As on the index: outcomes first.
        let mut listed: Vec<&BandingPadanan> = banding.padanan.values().collect();
        listed.sort_by_key(|p| kelompok_dari(&p.padanan.isi));
        for p in listed {
            for year in tahun {
                let found = p.tahun.get(year).and_then(|t| Some((t, anggota(t, milik)?)));
                // A record lists only what has something to be compared with.
                if let Some((t, a)) = found.filter(|(_, a)| a.kedudukan != Kedudukan::Tunggal) {
                    out.tahun.entry(*year).or_default().push(tempat(lang, p, t, a));
                }
            }
        }
        for kode in padanan {
            let Some(p) = banding.padanan.get(kode).filter(|p| !p.tahun.is_empty()) else { continue };
            out.berhalaman.insert(kode.to_string());
            let newest = p.tahun.values().rev().find_map(|t| Some((t, anggota(t, milik)?)));
            out.padanan.insert(kode.to_string(), newest.map(|(t, a)| tempat(lang, p, t, a)).into_iter().collect());
        }
        out
    }

    /// The lines of a year.
    pub fn tahun(&self, tahun: i32) -> &[Tempat] {
        self.tahun.get(&tahun).map_or(&[], Vec::as_slice)
    }

    /// The line of a padanan, in the newest year it has of the OPD.
    pub fn padanan(&self, kode: &str) -> &[Tempat] {
        self.padanan.get(kode).map_or(&[], Vec::as_slice)
    }

    /// Whether a padanan has a page to lead to: a measure without any value has none.
    pub fn berhalaman(&self, kode: &str) -> bool {
        self.berhalaman.contains(kode)
    }
}

fn tempat(lang: Lang, p: &BandingPadanan, t: &BandingTahun, a: &Anggota) -> Tempat {
    let strip = strip(lang, p, t, a);
    Tempat {
        titik: strip.as_ref().map(|f| f.kode.clone()),
        strip,
        nama: kalimat::nama(lang, &p.padanan).to_string(),
        url: alamat_tahun(p, t),
        tahun: t.tahun,
        kalimat: letak::tempat(lang, &p.padanan, t, a),
    }
}

/// The value of an OPD: they stand in the order of their owners.
fn anggota<'a>(t: &'a BandingTahun, milik: (&str, &str)) -> Option<&'a Anggota> {
    let at = t.anggota.partition_point(|a| a.nilai.pemilik.kunci() < milik);
    t.anggota.get(at).filter(|a| a.nilai.pemilik.kunci() == milik)
}
