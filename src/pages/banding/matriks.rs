//! `/banding/`: padanan by daerah, each cell with the values of its OPD: setara, dengan catatan, tidak setara, or not held.

use super::baris::kelas;
use super::batang::batang;
use super::data::{data_portal, json_dalam_html};
use super::sel_matriks::SelMatriks;
use super::{TERBANYAK, Tautan, alamat};
use crate::comparisons::{Banding, BandingPadanan, BandingTahun, DaerahBanding};
use crate::number::Lang;
use crate::pages::figure::Figure;
use crate::pages::kalimat::nama::{self, per_jenis};
use crate::pages::kalimat::{banding as kalimat, cacah, gabung};
use crate::records::{IsiPadanan, slug};
use crate::teks;
use serde::Serialize;
use std::collections::BTreeMap;

/// The view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matriks {
    /// Address from the root.
    pub alamat: String,
    /// Title.
    pub judul: String,
    /// What the page shows, in one sentence.
    pub kalimat: String,
    /// The province or the daerah shown, when the portal is split.
    pub provinsi: Option<String>,
    /// Pages of the parts; empty while everything fits one page.
    pub halaman: Vec<Tautan>,
    /// Kabupaten of the page.
    pub daerah: Vec<KepalaDaerah>,
    /// Padanan by kind.
    pub kelompok: Vec<KelompokPadanan>,
    /// The values of the page as JSON for the picking script; none when they stand in files of their own.
    pub data_json: Option<String>,
    /// The bars of the cells.
    #[serde(skip)]
    pub batang: Vec<Figure>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KepalaDaerah {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Name for a narrow column.
    pub pendek: String,
    /// Page from the root.
    pub url: String,
}

/// Padanan of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KelompokPadanan {
    /// Heading.
    pub judul: &'static str,
    /// Rows.
    pub baris: Vec<BarisMatriks>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarisMatriks {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// The question it answers.
    pub pertanyaan: Option<String>,
    /// Page from the root.
    pub url: String,
    /// The year shown.
    pub tahun: Option<i32>,
    /// How many values count.
    pub n: usize,
    /// What it shows.
    pub kalimat: String,
    /// One cell per kabupaten of the page; empty on the front page of a split portal.
    pub sel: Vec<SelMatriks>,
    /// How many cells of each kind, over all kabupaten.
    pub jumlah: Jumlah,
}

/// How many kabupaten stand how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Jumlah {
    /// Setara or the only value.
    pub setara: usize,
    /// With a remark.
    pub catatan: usize,
    /// Not setara.
    pub tidak_setara: usize,
    /// Printed in a form that cannot be compared.
    pub bentuk_lain: usize,
    /// Not in the portal.
    pub belum: usize,
}

/// A part of a matrix that does not fit one page: a province, or a daerah of one that does not fit either.
struct Potongan<'b> {
    nama: &'b str,
    alamat: String,
    daerah: Vec<&'b DaerahBanding>,
}

/// The parts of the matrix; none while it fits one page.
fn potongan(banding: &Banding) -> Vec<Potongan<'_>> {
    // A column is a daerah; in it stand the values of its agencies.
    let besar = |list: &[&DaerahBanding]| list.iter().map(|d| d.opd.len().max(1)).sum::<usize>() > TERBANYAK;
    let all: Vec<&DaerahBanding> = banding.daerah.iter().collect();
    if !besar(&all) || all.len() < 2 {
        return Vec::new();
    }
    let mut provinces: BTreeMap<&str, Vec<&DaerahBanding>> = BTreeMap::new();
    all.iter().for_each(|d| provinces.entry(d.provinsi.as_str()).or_default().push(d));
    let mut out = Vec::new();
    for (nama, own) in provinces {
        let alamat = format!("banding/provinsi/{}/", slug(nama));
        match besar(&own) && own.len() > 1 {
            true => out.extend(own.into_iter().map(|d| Potongan {
                nama: &d.nama,
                alamat: format!("{alamat}{}/", d.kode),
                daerah: vec![d],
            })),
            false => out.push(Potongan { nama, alamat, daerah: own }),
        }
    }
    out
}

/// The matrix on one page, or split by province, and where that is not enough by daerah.
pub fn semua(banding: &Banding, lang: Lang) -> Vec<Matriks> {
    let parts = potongan(banding);
    if parts.is_empty() {
        return vec![matriks(lang, banding, &banding.daerah.iter().collect::<Vec<_>>(), (None, Vec::new()))];
    }
    let links = |ini: Option<usize>| -> Vec<Tautan> {
        let link = |(n, p): (usize, &Potongan<'_>)| Tautan {
            nama: p.nama.to_string(),
            url: p.alamat.clone(),
            ini: ini == Some(n),
        };
        parts.iter().enumerate().map(link).collect()
    };
    let mut out = vec![matriks(lang, banding, &[], (None, links(None)))];
    for (n, p) in parts.iter().enumerate() {
        out.push(matriks(lang, banding, &p.daerah, (Some((p.nama, &p.alamat)), links(Some(n)))));
    }
    out
}

/// The matrix of some kabupaten: all, or those of a province, with the pages of the provinces.
pub fn matriks(
    lang: Lang,
    banding: &Banding,
    daerah: &[&DaerahBanding],
    (bagian, halaman): (Option<(&str, &str)>, Vec<Tautan>),
) -> Matriks {
    let mut kelompok: Vec<KelompokPadanan> = Vec::new();
    let mut bars = Vec::new();
    // Outcomes before money, money before counts.
    for (nomor, (id, en)) in KELOMPOK.into_iter().enumerate() {
        // A measure without any value says nothing.
        let own = banding.padanan.values().filter(|p| kelompok_dari(&p.padanan.isi) == nomor && !p.tahun.is_empty());
        let own: Vec<&BandingPadanan> = own.collect();
        let baris: Vec<BarisMatriks> = own.iter().map(|p| baris(lang, p, daerah, banding.daerah.len())).collect();
        for (p, row) in own.into_iter().zip(&baris) {
            let told = daerah.iter().zip(&row.sel).filter(|(_, sel)| !sel.isi.is_empty());
            bars.extend(batang(lang, p, &told.map(|(d, _)| *d).collect::<Vec<_>>()));
        }
        if !baris.is_empty() {
            kelompok.push(KelompokPadanan { judul: lang.pilih(id, en), baris });
        }
    }
    let ukuran = banding.padanan.values().filter(|p| !p.tahun.is_empty()).count();
    // Of one government its agencies stand beside each other.
    let satu = banding.daerah.first().filter(|d| banding.daerah.len() == 1 && d.opd.len() > 1);
    let tempat = match satu {
        Some(d) => format!("{} {}", cacah(lang, d.opd.len(), "dinas", "agency of", "agencies of"), d.nama),
        None => gabung(lang, &per_jenis(lang, banding.daerah.iter().map(|d| d.jenis))),
    };
    let kata_ukuran = cacah(lang, ukuran, "ukuran", "measure", "measures");
    let alamat = bagian.map_or("banding/", |(_, alamat)| alamat).to_string();
    let provinsi = bagian.map(|(nama, _)| nama);
    Matriks {
        alamat,
        judul: provinsi.map_or_else(
            || match satu {
                Some(_) => lang.pilih("Perbandingan antardinas", "Comparison of agencies").to_string(),
                None => lang.pilih("Perbandingan antardaerah", "Comparison of regions").to_string(),
            },
            |p| teks!(lang, "Perbandingan: {p}", "Comparison: {p}"),
        ),
        kalimat: teks!(
            lang,
            "{kata_ukuran} untuk {tempat}; hanya angka yang dihitung dengan cara yang sama berdiri pada satu sumbu.",
            "{kata_ukuran} for {tempat}; only figures computed in the same way share an axis."
        ),
        provinsi: provinsi.map(str::to_string),
        daerah: daerah
            .iter()
            .map(|d| KepalaDaerah {
                kode: d.kode.clone(),
                nama: d.nama.clone(),
                pendek: nama::daerah(&d.nama, d.kembar).to_string(),
                url: format!("{}/", d.kode),
            })
            .collect(),
        kelompok,
        batang: bars,
        data_json: (halaman.is_empty() && daerah.len() > 1)
            .then(|| json_dalam_html(&data_portal(lang, banding, daerah))),
        halaman,
    }
}

/// Headings of the kinds, in their order.
const KELOMPOK: [(&str, &str); 3] = [
    ("Hasil kerja", "Results"),
    ("Anggaran", "Budget"),
    ("Layanan, sasaran dan sumber daya", "Services, people served and resources"),
];

/// Which of them a padanan belongs to.
pub(super) fn kelompok_dari(isi: &IsiPadanan) -> usize {
    match isi {
        IsiPadanan::Indikator { .. } => 0,
        IsiPadanan::Anggaran { .. } => 1,
        IsiPadanan::Tabel(_) => 2,
    }
}

fn baris(lang: Lang, p: &BandingPadanan, daerah: &[&DaerahBanding], semua: usize) -> BarisMatriks {
    let main = p.tahun_utama();
    BarisMatriks {
        kode: p.padanan.kode.clone(),
        nama: kalimat::nama(lang, &p.padanan).to_string(),
        pertanyaan: kalimat::pertanyaan(lang, &p.padanan).map(str::to_string),
        url: alamat(&p.padanan.kode),
        tahun: main.map(|t| t.tahun),
        n: main.map_or(0, BandingTahun::n),
        kalimat: main.map_or_else(
            || lang.pilih("Belum ada angka.", "No figures yet.").to_string(),
            |t| kalimat::tahun(lang, &p.padanan, t),
        ),
        sel: daerah.iter().map(|d| SelMatriks::dari(lang, p, main, &d.kode)).collect(),
        jumlah: main.map_or_else(|| Jumlah { belum: semua, ..Jumlah::default() }, jumlah),
    }
}

fn jumlah(t: &BandingTahun) -> Jumlah {
    let belum = t.hilang.iter().filter(|h| !h.tercetak()).count();
    let mut out = Jumlah { belum, bentuk_lain: t.hilang.len() - belum, ..Jumlah::default() };
    for a in t.anggota.iter().filter(|a| a.nilai.tangan_kedua.is_none()) {
        match kelas(a) {
            "catatan" => out.catatan += 1,
            "tidak-setara" => out.tidak_setara += 1,
            _ => out.setara += 1,
        }
    }
    out
}
