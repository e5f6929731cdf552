//! Ralat: corrections of what was published, for their page, for the origin of the figure and for the data.

use super::data::DataOpd;
use super::{angka, asal};
use crate::records::Ralat;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The place of a correction on the page of all: of its address and day. `dahulu` are the places of those before it in the
/// file: two of one figure on one day are told apart.
pub fn jangkar(alamat: &str, hari: &str, dahulu: &mut BTreeMap<String, usize>) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' };
    let name = format!("{}-{hari}", alamat.chars().map(plain).collect::<String>());
    let n = dahulu.entry(name.clone()).or_default();
    *n += 1;
    if *n == 1 { name } else { format!("{name}-{n}") }
}

/// One correction as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baris {
    /// Its place on the page of all.
    #[serde(default)]
    pub jangkar: String,
    /// Day, ISO: the order of the list.
    pub hari: String,
    /// Day in words.
    pub tanggal: String,
    /// `Dinas Sosial Kabupaten Blitar`.
    pub nama: String,
    /// What the figure is: `Realisasi · Program …, 2024`; nothing where it was taken out.
    pub perihal: Option<String>,
    /// Full address of the figure.
    pub alamat: String,
    /// From the root, where the figure is still there.
    pub url: Option<String>,
    /// What the portal showed.
    pub lama: String,
    /// What it shows now.
    pub baru: Option<String>,
    /// Why it was wrong.
    pub alasan: String,
    /// Language of the reason.
    pub alasan_bahasa: String,
}

/// The corrections of one OPD, in the order of its file.
pub fn milik(d: &DataOpd<'_>) -> Vec<Baris> {
    d.sumber.ralat.iter().map(|r| baris(d, r)).collect()
}

/// The corrections of one figure.
pub fn tentang(d: &DataOpd<'_>, alamat: &str) -> Vec<Baris> {
    d.sumber.ralat.iter().filter(|r| r.alamat == alamat).map(|r| baris(d, r)).collect()
}

/// Corrections, the newest first; those of one day by their address.
pub fn terbaru(mut all: Vec<Baris>) -> Vec<Baris> {
    let mut dahulu = BTreeMap::new();
    all.iter_mut().for_each(|r| r.jangkar = jangkar(&r.alamat, &r.hari, &mut dahulu));
    all.sort_by(|a, b| b.hari.cmp(&a.hari).then_with(|| a.alamat.cmp(&b.alamat)));
    all
}

fn baris(d: &DataOpd<'_>, r: &Ralat) -> Baris {
    let there = d.kumpulan.di(&r.alamat).next();
    let computed = d.turunan.get(&r.alamat).map(|t| {
        let (subjek, nama) = asal::nama_turunan(d, &r.alamat);
        format!("{nama} · {subjek}, {}", t.tahun)
    });
    let perihal = there.map(|p| asal::perihal(d, p)).or(computed);
    let english = d.lang.pilih(None, r.alasan_en.as_ref());
    Baris {
        jangkar: String::new(),
        hari: r.tanggal.clone(),
        tanggal: d.lang.tanggal(&r.tanggal),
        nama: d.nama(),
        alamat: format!("{}{}", d.alamat(), r.alamat),
        url: perihal.is_some().then(|| angka::url(d, &r.alamat)),
        perihal,
        lama: r.lama.clone(),
        baru: r.baru.clone(),
        alasan: english.unwrap_or(&r.alasan).clone(),
        alasan_bahasa: if english.is_some() { "en" } else { "id" }.to_string(),
    }
}
