//! The first page and the pages of the daerah: find your kabupaten, see the newest figures.

use super::angka::Angka;
use super::bagian::Bagian;
use super::beranda_gambar as gambar;
use super::beranda_tabel::{self, Peringkat, TabelUang};
use super::capaian;
use super::data::DataOpd;
use super::figure::Figure;
use super::indeks::BANYAK_DAERAH;
use super::kalimat::cacah;
use super::kalimat::nama::{kepala, per_jenis};
use super::opd::Tahun;
use super::pintu::{self, Pintu};
use super::umum::dalam;
use crate::comparisons::Banding;
use crate::number::Lang;
use crate::records::{Content, Daerah, Rekaman};
use crate::teks;
use serde::{Deserialize, Serialize};

/// The view of the first page.
#[derive(Debug, Clone, Serialize)]
pub struct Beranda {
    /// Title.
    pub judul: String,
    /// One sentence about the portal.
    pub keterangan: String,
    /// Kabupaten and kota by province.
    pub provinsi: Vec<Provinsi>,
    /// What the daerah are called together: `kabupaten`, `daerah`.
    pub kata_daerah: String,
    /// Whether the provinces fold, because there are many daerah.
    pub lipat: bool,
    /// How many records, documents and figures stand behind the site.
    pub jumlah: Jumlah,
    /// Codes of its pictures, in their order.
    pub gambar: Vec<String>,
    /// The agencies by budget, where they are too many for a picture.
    pub uang: TabelUang,
    /// Why nobody is ranked.
    pub peringkat: Option<Peringkat>,
    /// Questions with their answers.
    pub pintu: Vec<Pintu>,
    /// How fresh the data are: agencies, the newest cut-off first.
    pub segar: Vec<Segar>,
    /// How many agencies `segar` leaves out.
    pub segar_sisa: usize,
}

/// How fresh the data of an OPD are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Segar {
    /// Short name of the OPD.
    pub nama: String,
    /// Its daerah.
    pub daerah: String,
    /// Its newest record, from the root.
    pub url: String,
    /// Cut-off of that record in words.
    pub keadaan: String,
    /// Its year.
    pub tahun: i32,
    /// Whether the data stop before the end of the year.
    pub belum_setahun: bool,
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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct KartuOpd {
    /// Name.
    pub nama: String,
    /// Address from the root.
    pub url: String,
    /// Newest sentence.
    pub kalimat: String,
    /// The main indicator of the newest record.
    pub utama: Option<capaian::Baris>,
    /// Share of the newest budget that was spent.
    pub serapan: Option<Angka>,
    /// Years with a record: year, address.
    pub tahun: Vec<(i32, String)>,
}

/// The size of what is published.
#[derive(Debug, Clone, Serialize)]
pub struct Jumlah {
    /// Daerah by kind: `1 provinsi, 1 kota, 1 kabupaten`.
    pub daerah: String,
    /// Agencies.
    pub dinas: usize,
    /// Records.
    pub rekaman: usize,
    /// Documents.
    pub dokumen: usize,
    /// Statements, written.
    pub pernyataan: String,
    /// Findings, written.
    pub temuan: String,
}

/// From how many agencies on the list of the freshest is cut.
const SEGAR_TERBANYAK: usize = 12;

/// Builds the first page.
pub fn beranda(content: &Content, all: &[Bagian], banding: &Banding, lang: Lang) -> (Beranda, Vec<Figure>) {
    let terbaru = terbaru(all);
    let order = urut_padanan(content);
    let mut figures = gambar::uang(lang, all);
    figures.extend(gambar::tidak_cocok(lang, all));
    figures.extend(gambar::perjalanan(lang, banding, &order));
    let mut provinsi: Vec<Provinsi> = Vec::new();
    for daerah in &content.daerah {
        let kartu = kartu(daerah, all);
        match provinsi.iter_mut().find(|p| p.nama == daerah.provinsi) {
            Some(p) => p.daerah.push(kartu),
            None => provinsi.push(Provinsi { nama: daerah.provinsi.clone(), daerah: vec![kartu] }),
        }
    }
    provinsi.sort_by(|a, b| a.nama.cmp(&b.nama));
    let view = Beranda {
        gambar: figures.iter().map(|f| f.kode.clone()).collect(),
        uang: beranda_tabel::tabel(lang, all),
        peringkat: beranda_tabel::peringkat(lang, banding, &order),
        judul: dalam(lang, &content.portal.judul),
        keterangan: dalam(lang, &content.portal.keterangan),
        provinsi,
        // In a portal of one government its agencies are what one looks for.
        kata_daerah: match content.daerah.len() {
            1 if all.len() > 1 => lang.pilih("dinas", "agency").to_string(),
            _ => kepala(lang, content.daerah.iter().map(|d| d.jenis)).to_lowercase(),
        },
        lipat: content.daerah.len() > BANYAK_DAERAH,
        jumlah: Jumlah {
            daerah: per_jenis(lang, content.daerah.iter().map(|d| d.jenis)).join(", "),
            dinas: all.len(),
            rekaman: all.iter().map(|b| b.jumlah.rekaman).sum(),
            dokumen: all.iter().map(|b| b.jumlah.dokumen).sum(),
            pernyataan: lang.grouped(all.iter().map(|b| b.jumlah.pernyataan).sum::<usize>().into()),
            temuan: lang.grouped(all.iter().map(|b| b.jumlah.temuan).sum::<usize>().into()),
        },
        pintu: pintu::pintu(lang, &terbaru, banding, &order),
        segar: terbaru.iter().filter_map(|b| Some(b.segar.as_ref()?.1.clone())).take(SEGAR_TERBANYAK).collect(),
        segar_sisa: terbaru.len().saturating_sub(SEGAR_TERBANYAK),
    };
    (view, figures)
}

/// Every OPD that has a record, the newest cut-off first.
fn terbaru(all: &[Bagian]) -> Vec<&Bagian> {
    let batas = |b: &Bagian| b.segar.as_ref().map(|(batas, _)| *batas);
    let mut list: Vec<_> = all.iter().filter(|b| b.segar.is_some()).collect();
    // A stable sort: of one day, in the order of the addresses.
    list.sort_by_key(|b| std::cmp::Reverse(batas(b)));
    list
}

impl Segar {
    /// An OPD by its newest record.
    pub fn dari(d: &DataOpd<'_>, r: &Rekaman) -> Self {
        Self {
            nama: d.sumber.opd.singkatan.clone(),
            daerah: d.daerah.nama.clone(),
            url: format!("{}{}/", d.alamat(), r.tahun),
            keadaan: r.batas_data.kata(d.lang),
            tahun: r.tahun,
            belum_setahun: !r.setahun(),
        }
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

fn kartu(daerah: &Daerah, all: &[Bagian]) -> Kartu {
    Kartu {
        nama: daerah.nama.clone(),
        url: format!("{}/", daerah.kode),
        opd: all.iter().filter(|b| b.daerah == daerah.kode).map(|b| b.kartu.clone()).collect(),
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
pub fn daerah(daerah: &Daerah, own: &[Bagian], lang: Lang) -> HalamanDaerah {
    let years: Vec<i32> = own.iter().flat_map(|b| b.tahun.iter().copied()).collect();
    let span = match (years.iter().min(), years.iter().max()) {
        (Some(a), Some(b)) if a == b => teks!(lang, "tahun {a}", "{a}"),
        (Some(a), Some(b)) => teks!(lang, "tahun {a} sampai {b}", "{a} to {b}"),
        _ => teks!(lang, "belum ada tahun", "no year yet"),
    };
    let (nama, dinas) = (&daerah.nama, cacah(lang, own.len(), "dinas", "agency", "agencies"));
    HalamanDaerah {
        nama: daerah.nama.clone(),
        catatan: daerah.catatan.clone(),
        provinsi: daerah.provinsi.clone(),
        kode: [
            (lang.pilih("Kode Kemendagri", "Code of the Ministry of Home Affairs"), &daerah.kode_kemendagri),
            (lang.pilih("Kode BPS", "Code of Statistics Indonesia (BPS)"), &daerah.kode_bps),
        ]
        .into_iter()
        .filter_map(|(label, kode)| kode.clone().map(|k| (label, k)))
        .collect(),
        kalimat: teks!(
            lang,
            "Portal ini memuat {dinas} {nama} ({span}).",
            "This portal holds {dinas} of {nama} ({span})."
        ),
        opd: own
            .iter()
            .map(|b| OpdDaerah { nama: b.nama_lengkap.clone(), url: b.alamat.clone(), tahun: b.per_tahun.clone() })
            .collect(),
    }
}
