//! The lists of everything there is, the index of pages and the downloads: one page each, or one per daerah or province.

use super::bagian::Bagian;
use super::data::DataOpd;
use super::umum::{bahasa, dalam, glosarium};
use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{Content, Daerah, Rekaman, slug};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// An index with more entries than this has a page for each daerah.
const ISI_TERBANYAK: usize = 800;

/// A table of downloads with more rows than this has a page for each province.
const UNDUHAN_TERBANYAK: usize = 60;

/// The archive of all data, from the root of the site.
pub const ARSIP: &str = "data/semua.zip";

/// The archive of one daerah of a portal too large for a single one.
pub fn arsip_daerah(kode: &str) -> String {
    format!("data/{kode}.zip")
}

/// From this many daerah on, lists of all of them fold by province.
pub const BANYAK_DAERAH: usize = 40;

/// One row of the downloads page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Unduhan {
    /// What it holds.
    pub nama: String,
    /// CSV for programs: comma, decimal point.
    pub csv: String,
    /// The same as a workbook.
    pub xlsx: String,
    /// How many rows.
    pub baris: usize,
}

/// The downloads of one page.
#[derive(Debug, Clone, Serialize)]
pub struct HalamanUnduhan {
    /// Address from the root.
    #[serde(skip)]
    pub alamat: String,
    /// Province, on the page of one.
    pub provinsi: Option<String>,
    /// One pair of files per OPD.
    pub unduhan: Vec<Unduhan>,
    /// Pages of the provinces: name, address, number of files; empty when all stand on one page.
    pub bagian: Vec<(String, String, usize)>,
    /// The archives of all data: what each holds, and its file; a large portal has one for every daerah.
    pub arsip: Vec<(String, String)>,
    /// Licence.
    pub lisensi: String,
}

/// The row of one OPD.
pub fn unduhan_opd(d: &DataOpd<'_>) -> Unduhan {
    let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
    Unduhan {
        nama: d.nama(),
        csv: format!("{base}.csv"),
        xlsx: format!("{base}.xlsx"),
        baris: d.kumpulan.semua.len() + d.turunan.len(),
    }
}

/// The pages of downloads.
pub fn unduhan(content: &Content, all: &[Bagian], terbagi: bool) -> Vec<HalamanUnduhan> {
    let place: BTreeMap<&str, &str> = content.daerah.iter().map(|d| (d.kode.as_str(), d.provinsi.as_str())).collect();
    let mut provinsi: BTreeMap<&str, Vec<Unduhan>> = BTreeMap::new();
    for b in all {
        let own = place.get(b.daerah.as_str()).copied().unwrap_or_default();
        provinsi.entry(own).or_default().push(b.unduhan.clone());
    }
    let held: BTreeSet<&str> = all.iter().map(|b| b.daerah.as_str()).collect();
    let arsip = |provinsi: Option<&str>, bagian: &[_]| match terbagi {
        false => vec![(String::new(), ARSIP.to_string())],
        // They stand on the pages of the provinces.
        true if !bagian.is_empty() => Vec::new(),
        true => {
            let own = content.daerah.iter().filter(|d| held.contains(d.kode.as_str()));
            let own = own.filter(|d| provinsi.is_none_or(|p| p == d.provinsi));
            own.map(|d| (d.nama.clone(), arsip_daerah(&d.kode))).collect()
        }
    };
    let page = |alamat: String, provinsi: Option<String>, unduhan, bagian: Vec<_>| HalamanUnduhan {
        alamat,
        arsip: arsip(provinsi.as_deref(), &bagian),
        provinsi,
        unduhan,
        bagian,
        lisensi: content.portal.lisensi.clone(),
    };
    if all.len() <= UNDUHAN_TERBANYAK {
        let mut rows: Vec<Unduhan> = provinsi.into_values().flatten().collect();
        rows.sort_by(|a, b| a.csv.cmp(&b.csv));
        return vec![page("data/".into(), None, rows, Vec::new())];
    }
    let address = |nama: &str| format!("data/provinsi/{}/", slug(nama));
    let parts = provinsi.iter().map(|(nama, rows)| ((*nama).to_string(), address(nama), rows.len())).collect();
    let mut out = vec![page("data/".into(), None, Vec::new(), parts)];
    out.extend(provinsi.into_iter().map(|(nama, rows)| page(address(nama), Some(nama.to_string()), rows, Vec::new())));
    out
}

/// One line of the index of all pages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Isi {
    /// Title.
    pub judul: String,
    /// Address from the root.
    pub url: String,
    /// What kind of page, in words.
    pub jenis: Cow<'static, str>,
    /// Whether the title is a printed name, Indonesian on every page; the others are terms in the language of the page.
    pub asli: bool,
}

/// A page of the index.
#[derive(Debug, Clone, Serialize)]
pub struct HalamanIsi {
    /// Address from the root.
    #[serde(skip)]
    pub alamat: String,
    /// The daerah, on the page of one.
    pub daerah: Option<String>,
    /// Its lines.
    pub isi: Vec<Isi>,
    /// Whether the lines of a daerah stand on a page of its own.
    pub terbagi: bool,
    /// Folder of the search index of this daerah, from the root of the site; none for the index of the whole portal.
    pub indeks: Option<String>,
}

/// Whether the lines of every daerah stand on a page of their own: `baris` is how many all OPD have together.
pub fn terbagi(content: &Content, baris: usize) -> bool {
    content.daerah.len() + baris > ISI_TERBANYAK
}

/// How many lines an OPD has, without making them.
pub fn banyak_baris(d: &Opd<'_>) -> usize {
    let rows = |r: &Rekaman| 1 + r.anggaran.semua().len();
    1 + d.sumber.rekaman.iter().map(rows).sum::<usize>() + d.sumber.opd.indikator.len()
}

/// The index of all pages a reader may look for; where it is split, of daerah and terms.
pub fn isi(content: &Content, all: &[Bagian], lang: Lang, terbagi: bool) -> HalamanIsi {
    let mut isi = Vec::new();
    for d in &content.daerah {
        let url = if terbagi { format!("isi/{}/", d.kode) } else { format!("{}/", d.kode) };
        isi.push(baris(&d.nama, url, jenis(lang, "daerah")));
        if !terbagi {
            isi.extend(all.iter().filter(|b| b.daerah == d.kode).flat_map(|b| b.isi.iter().cloned()));
        }
    }
    let istilah = glosarium(lang, &content.glosarium);
    isi.extend(
        istilah.into_iter().map(|i| baris(&i.istilah, format!("glosarium/#{}", i.jangkar), jenis(lang, "istilah"))),
    );
    isi.extend(content.halaman.iter().map(|h| {
        let asli = bahasa(lang, &h.judul) == Some(Lang::Id.kode());
        Isi { asli, ..baris(&dalam(lang, &h.judul), format!("{}/", h.kode), jenis(lang, "halaman")) }
    }));
    HalamanIsi { alamat: "isi/".into(), daerah: None, isi, terbagi, indeks: None }
}

/// The index of one daerah.
pub fn isi_daerah(d: &Daerah, own: &[Bagian], lang: Lang) -> HalamanIsi {
    let mut isi = vec![baris(&d.nama, format!("{}/", d.kode), jenis(lang, "daerah"))];
    isi.extend(own.iter().flat_map(|b| b.isi.iter().cloned()));
    let alamat = format!("isi/{}/", d.kode);
    HalamanIsi {
        indeks: Some(format!("{alamat}cari/pagefind/")),
        alamat,
        daerah: Some(d.nama.clone()),
        isi,
        terbagi: false,
    }
}

/// The kind of a page in words.
fn jenis(lang: Lang, kode: &'static str) -> &'static str {
    let en = match kode {
        "daerah" => "region",
        "istilah" => "term",
        "dinas" => "agency",
        "rekaman" => "record",
        "anggaran" => "budget",
        "indikator" => "indicator",
        "halaman" => "page",
        other => other,
    };
    lang.pilih(kode, en)
}

fn baris(judul: &str, url: String, jenis: &'static str) -> Isi {
    let asli = !url.starts_with("glosarium/");
    Isi { judul: judul.to_string(), url, jenis: jenis.into(), asli }
}

/// The lines of one OPD.
pub fn baris_opd(d: &DataOpd<'_>) -> Vec<Isi> {
    let mut out = Vec::new();
    out.push(baris(&d.nama(), d.alamat(), jenis(d.lang, "dinas")));
    for r in &d.sumber.rekaman {
        out.push(baris(
            &format!("{} {}", d.nama_pada(r.tahun), r.tahun),
            format!("{}{}/", d.alamat(), r.tahun),
            jenis(d.lang, "rekaman"),
        ));
        for (_, node) in r.anggaran.semua() {
            let judul = format!("{} ({} {})", node.nama, d.daerah.nama, r.tahun);
            out.push(baris(
                &judul,
                format!("{}#{}", super::tampilan::alamat_uang(d, r), node.kode),
                jenis(d.lang, "anggaran"),
            ));
        }
    }
    for i in d.sumber.opd.indikator.values() {
        let judul = format!("{} ({})", i.nama, d.daerah.nama);
        out.push(baris(&judul, format!("{}indikator/{}/", d.alamat(), i.kode), jenis(d.lang, "indikator")));
    }
    out
}
