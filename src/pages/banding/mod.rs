//! The pages of comparisons: `/banding/` (what can be compared, kabupaten by kabupaten) and one page per padanan.

mod baris;
mod batang;
mod data;
pub(super) mod grafik;
mod lembar;
mod matriks;
mod padanan;
mod sel_matriks;
mod tempat;
mod terbaru;
mod tiada;
mod view;

pub use baris::{BarisBanding, url_angka};
pub use data::{DataBanding, berkas, data_portal};
pub use lembar::semua as tabel_padanan;
pub use matriks::{Matriks, matriks};
pub use tempat::{Letak, Tempat};
pub use view::HalamanPadanan;

use super::Halaman;
use super::figure::Bentuk;
use super::semua::satu_csv;
use crate::comparisons::{Banding, BandingPadanan, BandingTahun};
use crate::number::Lang;
use crate::records::{Skala, slug};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many values a page shows before it is split by province.
pub const TERBANYAK: usize = 60;

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tautan {
    /// Shown text.
    pub nama: String,
    /// From the root of the site.
    pub url: String,
    /// Whether it is the page shown.
    pub ini: bool,
}

/// Every page of comparisons.
pub fn halaman(banding: &Banding, skala: &BTreeMap<String, Skala>, lang: Lang) -> Vec<Halaman> {
    let mut pages = ikhtisar(banding, lang);
    let all: Vec<_> = banding.padanan.values().collect();
    let rest: Vec<Vec<Halaman>> = all.into_par_iter().map(|p| satu(p, skala, lang)).collect();
    pages.extend(rest.into_iter().flatten());
    pages
}

/// The pages of what can be compared, kabupaten by kabupaten.
pub fn ikhtisar(banding: &Banding, lang: Lang) -> Vec<Halaman> {
    matriks::semua(banding, lang)
        .into_iter()
        .map(|mut view| {
            let sel = std::mem::take(&mut view.batang);
            let isi = serde_json::to_value(&view).unwrap_or_default();
            let remah = if view.provinsi.is_some() { vec![akar(lang)] } else { Vec::new() };
            Halaman {
                alamat: view.alamat,
                templat: "banding.html",
                judul: view.judul,
                kalimat: view.kalimat,
                remah,
                isi,
                sel,
                ..Halaman::default()
            }
        })
        .collect()
}

fn akar(lang: Lang) -> (String, String) {
    (lang.pilih("Perbandingan", "Comparisons").to_string(), "banding/".to_string())
}

/// `banding/ppks-tertangani/`
pub fn alamat(kode: &str) -> String {
    format!("banding/{kode}/")
}

/// Where a year of a padanan stands, from the root: on a page of its own when it compares anything and the first page does
/// not show it, else on the first.
pub fn alamat_tahun(p: &BandingPadanan, t: &BandingTahun) -> String {
    let (root, tahun) = (alamat(&p.padanan.kode), t.tahun);
    if berhalaman(p, t) { format!("{root}{tahun}/") } else { format!("{root}#tahun-{tahun}") }
}

/// Whether a year has a page: two values to set side by side, beside the year in front. A year of many provinces has one,
/// because their pages stand below it.
pub(super) fn berhalaman(p: &BandingPadanan, t: &BandingTahun) -> bool {
    let depan = p.tahun_utama().is_some_and(|main| main.tahun == t.tahun);
    t.anggota.len() > TERBANYAK || ((t.anggota.len() > 1 || t.berhuruf()) && !depan)
}

/// The pages of one padanan: the year with the most values in front, every year that compares anything under its own address.
pub fn satu(p: &BandingPadanan, skala: &BTreeMap<String, Skala>, lang: Lang) -> Vec<Halaman> {
    let root = alamat(&p.padanan.kode);
    let Some(main) = p.tahun_utama() else {
        // A measure nobody follows has nothing to show; `check` says so to its author.
        return Vec::new();
    };
    let sumber = padanan::Sumber { lang, p, skala };
    let mut out = vec![padanan::halaman(&sumber, main, root.clone(), None)];
    for t in p.tahun.values().filter(|t| berhalaman(p, t)) {
        let own = alamat_tahun(p, t);
        out.push(padanan::halaman(&sumber, t, own.clone(), None));
        for provinsi in provinsi(t, lang) {
            out.push(padanan::halaman(&sumber, t, format!("{own}{}/", slug(&provinsi)), Some(&provinsi)));
        }
    }
    out[0].lembar.extend(lembar::semua(lang, p, skala));
    // Strips and small multiples draw the rows of that file; quadrants draw what it does not hold.
    if out.iter().flat_map(|page| &page.figure).any(|f| f.bentuk == Bentuk::Kuadran) {
        satu_csv(&mut out);
    } else {
        out.iter_mut().for_each(|page| page.csv = Some(format!("{root}{}", lembar::BERKAS)));
    }
    out
}

/// The provinces a year is split into; none while its values fit one page.
fn provinsi(t: &BandingTahun, lang: Lang) -> Vec<String> {
    if t.anggota.len() <= TERBANYAK {
        return Vec::new();
    }
    let mut names: Vec<String> =
        t.anggota.iter().map(|a| nama_provinsi(lang, a.nilai.pemilik.provinsi.as_deref())).collect();
    names.extend(t.hilang.iter().filter_map(|h| h.pemilik.provinsi.clone()));
    names.sort_unstable();
    names.dedup();
    names
}

/// Where a value belongs that names no province: quoted from the report of another.
fn nama_provinsi(lang: Lang, provinsi: Option<&str>) -> String {
    provinsi.unwrap_or(lang.pilih("Di luar portal", "Outside the portal")).to_string()
}
