//! The lists of everything there is, the index of pages and the downloads: one page each, or one per daerah or province.

use super::bagian::Bagian;
use super::data::DataOpd;
use super::umum::{bahasa, dalam, glosarium};
use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{Content, Daerah, Rekaman, Simpul, slug};
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
    /// What kind of page, in words; none below a fold, whose title says it.
    pub jenis: Cow<'static, str>,
    /// Whether the title is a printed name, Indonesian on every page; the others are terms in the language of the page.
    pub asli: bool,
}

/// Lines that stand together: those a reader looks for first stand open, the long rest folds by kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KelompokIsi {
    /// Heading: an agency, or what the lines are.
    pub judul: String,
    /// Address of the agency from the root.
    pub url: Option<String>,
    /// Lines that stand open.
    pub isi: Vec<Isi>,
    /// Folded lines: what they are, and they.
    pub lipatan: Vec<(String, Vec<Isi>)>,
}

impl KelompokIsi {
    fn banyak(&self) -> usize {
        usize::from(self.url.is_some()) + self.isi.len() + self.lipatan.iter().map(|(_, own)| own.len()).sum::<usize>()
    }
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
    pub kelompok: Vec<KelompokIsi>,
    /// How many lines there are.
    pub banyak: usize,
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
    let url = |d: &Daerah| if terbagi { format!("isi/{}/", d.kode) } else { format!("{}/", d.kode) };
    let daerah = content.daerah.iter().map(|d| baris(&d.nama, url(d), jenis(lang, "daerah"))).collect();
    let mut kelompok = vec![kelompok(lang.pilih("Daerah", "Regions"), daerah, Vec::new())];
    if !terbagi {
        for d in &content.daerah {
            kelompok.extend(all.iter().filter(|b| b.daerah == d.kode).map(|b| b.isi.clone()));
        }
    }
    let istilah: Vec<Isi> = glosarium(lang, &content.glosarium)
        .into_iter()
        .map(|i| Isi { asli: false, ..baris(&i.istilah, format!("glosarium/#{}", i.jangkar), "") })
        .collect();
    let halaman: Vec<Isi> = content
        .halaman
        .iter()
        .map(|h| {
            let asli = bahasa(lang, &h.judul) == Some(Lang::Id.kode());
            Isi { asli, ..baris(&dalam(lang, &h.judul), format!("{}/", h.kode), jenis(lang, "halaman")) }
        })
        .collect();
    let istilah = lipat(lang.pilih("Istilah", "Terms").to_string(), istilah);
    kelompok.push(self::kelompok(lang.pilih("Halaman lain", "Other pages"), halaman, istilah.into_iter().collect()));
    halaman_isi("isi/".into(), None, kelompok, terbagi, None)
}

/// The index of one daerah.
pub fn isi_daerah(d: &Daerah, own: &[Bagian], lang: Lang) -> HalamanIsi {
    let first = vec![baris(&d.nama, format!("{}/", d.kode), jenis(lang, "daerah"))];
    let mut kelompok = vec![kelompok(lang.pilih("Daerah", "Regions"), first, Vec::new())];
    kelompok.extend(own.iter().map(|b| b.isi.clone()));
    let alamat = format!("isi/{}/", d.kode);
    let indeks = Some(format!("{alamat}cari/pagefind/"));
    halaman_isi(alamat, Some(d.nama.clone()), kelompok, false, indeks)
}

fn halaman_isi(
    alamat: String,
    daerah: Option<String>,
    mut kelompok: Vec<KelompokIsi>,
    terbagi: bool,
    indeks: Option<String>,
) -> HalamanIsi {
    kelompok.retain(|k| k.banyak() > 0);
    let banyak = kelompok.iter().map(KelompokIsi::banyak).sum();
    HalamanIsi { alamat, daerah, kelompok, banyak, terbagi, indeks }
}

fn kelompok(judul: &str, isi: Vec<Isi>, lipatan: Vec<(String, Vec<Isi>)>) -> KelompokIsi {
    KelompokIsi { judul: judul.to_string(), url: None, isi, lipatan }
}

/// A fold, where it holds something.
fn lipat(judul: String, isi: Vec<Isi>) -> Option<(String, Vec<Isi>)> {
    (!isi.is_empty()).then_some((judul, isi))
}

/// The kind of a page in words.
fn jenis(lang: Lang, kode: &'static str) -> &'static str {
    let en = match kode {
        "daerah" => "region",
        "rekaman" => "record",
        "halaman" => "page",
        other => other,
    };
    lang.pilih(kode, en)
}

fn baris(judul: &str, url: String, jenis: &'static str) -> Isi {
    Isi { judul: judul.to_string(), url, jenis: jenis.into(), asli: true }
}

/// The lines of one OPD: its records open, its indicators and the budget of every year folded.
pub fn baris_opd(d: &DataOpd<'_>) -> KelompokIsi {
    let record = |r: &Rekaman| {
        let judul = format!("{} {}", d.nama_pada(r.tahun), r.tahun);
        baris(&judul, format!("{}{}/", d.alamat(), r.tahun), jenis(d.lang, "rekaman"))
    };
    let budget = |r: &Rekaman| {
        let url = super::tampilan::alamat_uang(d, r);
        let line = |node: &Simpul| baris(&node.nama, format!("{url}#{}", node.kode), "");
        let judul = format!("{} {}", d.lang.pilih("Anggaran", "Budget"), r.tahun);
        lipat(judul, r.anggaran.semua().into_iter().map(|(_, node)| line(node)).collect())
    };
    let indikator = d.sumber.opd.indikator.values();
    let indikator = indikator.map(|i| baris(&i.nama, format!("{}indikator/{}/", d.alamat(), i.kode), "")).collect();
    let first = lipat(d.lang.pilih("Indikator", "Indicators").to_string(), indikator);
    KelompokIsi {
        judul: d.nama(),
        url: Some(d.alamat()),
        isi: d.sumber.rekaman.iter().map(record).collect(),
        lipatan: first.into_iter().chain(d.sumber.rekaman.iter().filter_map(budget)).collect(),
    }
}
