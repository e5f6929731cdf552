//! The first page and the pages of the daerah: find your kabupaten, see the newest figures.

use super::data::DataOpd;
use super::indeks::BANYAK_DAERAH;
use super::kalimat::rekaman as kalimat;
use super::opd::{self, Tahun};
use crate::records::{Content, Daerah};
use serde::Serialize;

/// The view of the first page.
#[derive(Debug, Clone, Serialize)]
pub struct Beranda {
    /// Title.
    pub judul: String,
    /// One sentence about the portal.
    pub keterangan: String,
    /// Kabupaten and kota by province.
    pub provinsi: Vec<Provinsi>,
    /// Whether the provinces fold, because there are many daerah.
    pub lipat: bool,
    /// How many records, documents and figures stand behind the site.
    pub jumlah: Jumlah,
    /// Shared indicators to compare by: name, question, address.
    pub padanan: Vec<(String, String, String)>,
}

/// The daerah of one province.
#[derive(Debug, Clone, Serialize)]
pub struct Provinsi {
    /// Name.
    pub nama: String,
    /// Its daerah.
    pub daerah: Vec<Kartu>,
}

/// A daerah as a card.
#[derive(Debug, Clone, Serialize)]
pub struct Kartu {
    /// Name.
    pub nama: String,
    /// Address from the root.
    pub url: String,
    /// Its OPD with the newest sentence.
    pub opd: Vec<KartuOpd>,
}

/// An OPD as a card.
#[derive(Debug, Clone, Serialize)]
pub struct KartuOpd {
    /// Name.
    pub nama: String,
    /// Address from the root.
    pub url: String,
    /// Newest sentence.
    pub kalimat: String,
    /// Years with a record: year, address.
    pub tahun: Vec<(i32, String)>,
}

/// The size of what is published.
#[derive(Debug, Clone, Serialize)]
pub struct Jumlah {
    /// Daerah.
    pub daerah: usize,
    /// Records.
    pub rekaman: usize,
    /// Documents.
    pub dokumen: usize,
    /// Statements, written.
    pub pernyataan: String,
}

/// Builds the first page.
pub fn beranda(content: &Content, all: &[DataOpd<'_>]) -> Beranda {
    let mut provinsi: Vec<Provinsi> = Vec::new();
    for daerah in &content.daerah {
        let kartu = kartu(daerah, all);
        match provinsi.iter_mut().find(|p| p.nama == daerah.provinsi) {
            Some(p) => p.daerah.push(kartu),
            None => provinsi.push(Provinsi { nama: daerah.provinsi.clone(), daerah: vec![kartu] }),
        }
    }
    provinsi.sort_by(|a, b| a.nama.cmp(&b.nama));
    Beranda {
        judul: content.portal.judul.id.clone(),
        keterangan: content.portal.keterangan.id.clone(),
        provinsi,
        lipat: content.daerah.len() > BANYAK_DAERAH,
        jumlah: Jumlah {
            daerah: content.daerah.len(),
            rekaman: all.iter().map(|d| d.sumber.rekaman.len()).sum(),
            dokumen: all.iter().map(|d| d.sumber.opd.dokumen.len()).sum(),
            pernyataan: crate::number::grouped(all.iter().map(|d| d.kumpulan.semua.len()).sum::<usize>().into()),
        },
        padanan: urut_padanan(content)
            .into_iter()
            .filter_map(|p| {
                Some((p.nama.id.clone(), p.pertanyaan.as_ref()?.id.clone(), format!("banding/{}/", p.kode)))
            })
            .collect(),
    }
}

/// Outcomes before money, the whole before its programs.
fn urut_padanan(content: &Content) -> Vec<&crate::records::Padanan> {
    use crate::records::IsiPadanan as I;
    let mut list: Vec<_> = content.padanan.values().collect();
    list.sort_by_key(|p| match &p.isi {
        I::Indikator { .. } => 0,
        I::Anggaran { program: None, .. } => 1,
        I::Tabel { .. } => 2,
        I::Anggaran { .. } => 3,
    });
    list
}

fn kartu(daerah: &Daerah, all: &[DataOpd<'_>]) -> Kartu {
    Kartu {
        nama: daerah.nama.clone(),
        url: format!("{}/", daerah.kode),
        opd: all
            .iter()
            .filter(|d| d.daerah.kode == daerah.kode)
            .map(|d| KartuOpd {
                nama: d.sumber.opd.singkatan.clone(),
                url: d.alamat(),
                kalimat: d
                    .sumber
                    .rekaman
                    .last()
                    .map_or_else(|| "Belum ada rekaman tahunan.".into(), |r| kalimat::pembuka(d, r)),
                tahun: d
                    .sumber
                    .rekaman
                    .iter()
                    .rev()
                    .map(|r| (r.tahun, format!("{}{}/", d.alamat(), r.tahun)))
                    .collect(),
            })
            .collect(),
    }
}

/// The view of a daerah.
#[derive(Debug, Clone, Serialize)]
pub struct HalamanDaerah {
    /// Name.
    pub nama: String,
    /// Province.
    pub provinsi: String,
    /// Codes: label and code.
    pub kode: Vec<(&'static str, String)>,
    /// Its OPD.
    pub opd: Vec<OpdDaerah>,
    /// One sentence.
    pub kalimat: String,
    /// A remark.
    pub catatan: Option<String>,
}

/// An OPD of a daerah, year by year.
#[derive(Debug, Clone, Serialize)]
pub struct OpdDaerah {
    /// Name.
    pub nama: String,
    /// Address from the root.
    pub url: String,
    /// Years, the newest first.
    pub tahun: Vec<Tahun>,
}

/// Builds the page of a daerah.
pub fn daerah(daerah: &Daerah, all: &[DataOpd<'_>]) -> HalamanDaerah {
    let own: Vec<&DataOpd<'_>> = all.iter().filter(|d| d.daerah.kode == daerah.kode).collect();
    let years: Vec<i32> = own.iter().flat_map(|d| d.sumber.rekaman.iter().map(|r| r.tahun)).collect();
    let span = match (years.iter().min(), years.iter().max()) {
        (Some(a), Some(b)) if a == b => format!("tahun {a}"),
        (Some(a), Some(b)) => format!("tahun {a} sampai {b}"),
        _ => "belum ada tahun".into(),
    };
    HalamanDaerah {
        nama: daerah.nama.clone(),
        catatan: daerah.catatan.clone(),
        provinsi: daerah.provinsi.clone(),
        kode: [("Kode Kemendagri", &daerah.kode_kemendagri), ("Kode BPS", &daerah.kode_bps)]
            .into_iter()
            .filter_map(|(label, kode)| kode.clone().map(|k| (label, k)))
            .collect(),
        kalimat: format!("Portal ini memuat {} dinas {} ({span}).", own.len(), daerah.nama),
        opd: own
            .iter()
            .map(|d| OpdDaerah {
                nama: d.sumber.opd.nama.clone(),
                url: d.alamat(),
                tahun: d.sumber.rekaman.iter().rev().map(|r| opd::tahun(d, r)).collect(),
            })
            .collect(),
    }
}
