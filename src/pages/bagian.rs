//! Bagian: what the lists of the portal need of one OPD, made while its own pages are made, in one language.
//!
//! A build goes OPD by OPD and holds no OPD after its pages are written; what the first page, the page of its daerah,
//! the index, the findings and the downloads say of it is kept here, small and ready.

use super::angka::{Angka, Kelas};
use super::beranda::{KartuOpd, Segar};
use super::capaian;
use super::data::DataOpd;
use super::indeks::{self, KelompokIsi, Unduhan};
use super::kalimat::rekaman as kalimat;
use super::opd::{self, Tahun};
use super::pintu::{self, Pintu};
use super::ralat;
use super::temuan::{self, Baris};
use super::uang_opd::{self, CocokOpd, UangOpd};
use crate::findings::Bobot;
use crate::records::BatasData;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// What the lists of the portal need of one OPD.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Bagian {
    /// Code of the daerah.
    pub daerah: String,
    /// Code of the OPD.
    pub opd: String,
    /// `Dinas Sosial Kabupaten Blitar`.
    pub nama: String,
    /// Full name of the OPD.
    pub nama_lengkap: String,
    /// Address from the root.
    pub alamat: String,
    /// Years with a record, ascending.
    pub tahun: Vec<i32>,
    /// Counts.
    pub jumlah: JumlahOpd,
    /// Cut-off of the newest record, and how it is listed among the freshest.
    pub segar: Option<(BatasData, Segar)>,
    /// Questions its newest record answers, each with its answer.
    pub pintu: PintuOpd,
    /// Its card on the first page.
    pub kartu: KartuOpd,
    /// The money of its newest record with a budget.
    pub uang: Option<UangOpd>,
    /// The checks of its newest record.
    pub cocok: Option<CocokOpd>,
    /// Its years on the page of its daerah, the newest first.
    pub per_tahun: Vec<Tahun>,
    /// Its lines of the index.
    pub isi: KelompokIsi,
    /// Its findings, as its records list them.
    pub temuan: Vec<(Bobot, Baris)>,
    /// Derived figures that could not be checked: the record, why, what, and where it stands.
    pub belum: Vec<(i32, String, String, String)>,
    /// Corrections of its figures.
    pub ralat: Vec<ralat::Baris>,
    /// Its row of the downloads.
    pub unduhan: Unduhan,
}

/// How much an OPD adds to the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JumlahOpd {
    /// Records.
    pub rekaman: usize,
    /// Documents.
    pub dokumen: usize,
    /// Statements.
    pub pernyataan: usize,
    /// Findings of both kinds.
    pub temuan: usize,
    /// Contradictions among them.
    pub pertentangan: usize,
    /// Printed figures that were recomputed.
    pub diperiksa: usize,
}

/// The questions of one OPD.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PintuOpd {
    /// How large the budget was.
    pub anggaran: Option<Pintu>,
    /// Whether the main target was reached.
    pub target: Option<Pintu>,
    /// What does not agree.
    pub cocok: Option<Pintu>,
}

impl Bagian {
    /// The part of one OPD.
    pub fn dari(d: &DataOpd<'_>) -> Self {
        let newest = d.sumber.rekaman.last();
        Self {
            daerah: d.daerah.kode.clone(),
            opd: d.sumber.opd.kode.clone(),
            nama: d.nama(),
            nama_lengkap: d.sumber.opd.nama.clone(),
            alamat: d.alamat(),
            tahun: d.sumber.rekaman.iter().map(|r| r.tahun).collect(),
            jumlah: JumlahOpd {
                rekaman: d.sumber.rekaman.len(),
                dokumen: d.sumber.opd.dokumen.len(),
                pernyataan: d.kumpulan.semua.len(),
                temuan: d.hasil.temuan.len(),
                pertentangan: d.hasil.pertentangan(),
                diperiksa: d.hasil.diperiksa(),
            },
            segar: newest.map(|r| (r.batas_data, Segar::dari(d, r))),
            pintu: newest.map(|r| pintu::milik(d, r)).unwrap_or_default(),
            kartu: kartu(d),
            uang: uang_opd::dari(d),
            cocok: uang_opd::cocok(d),
            per_tahun: d.sumber.rekaman.iter().rev().map(|r| opd::tahun(d, r)).collect(),
            isi: indeks::baris_opd(d),
            temuan: d.hasil.temuan.iter().map(|t| (t.tingkat, temuan::baris(d, t))).collect(),
            belum: temuan::belum(d),
            ralat: ralat::milik(d),
            unduhan: indeks::unduhan_opd(d),
        }
    }

    /// The parts of all OPD, in their order.
    pub fn semua(all: &[DataOpd<'_>]) -> Vec<Self> {
        all.par_iter().map(Self::dari).collect()
    }
}

fn kartu(d: &DataOpd<'_>) -> KartuOpd {
    let newest = d.sumber.rekaman.last();
    KartuOpd {
        nama: d.sumber.opd.singkatan.clone(),
        url: d.alamat(),
        // The first row is the main indicator; where it has no value, the sentence tells of another.
        utama: newest
            .and_then(|r| capaian::baris(d, r).into_iter().next().filter(|b| b.realisasi.kelas != Kelas::Kosong)),
        serapan: newest.and_then(|r| {
            let rate = Angka::serapan(d, r.tahun, "total")?;
            Some(rate.bagian_tahun(d.lang, r))
        }),
        kalimat: newest.map_or_else(
            || d.lang.pilih("Belum ada rekaman tahunan.", "No yearly record yet.").into(),
            |r| kalimat::pembuka(d, r),
        ),
        tahun: d.sumber.rekaman.iter().rev().map(|r| (r.tahun, format!("{}{}/", d.alamat(), r.tahun))).collect(),
    }
}
