//! Isi: everything `content/` holds, as types; how it is read stands in `muat`.

use super::berkas::Berkas;
use super::bersama::{Halaman, Istilah, Skala};
use super::metode::Metode;
use super::nomenklatur::Nomenklatur;
use super::opd::Opd;
use super::padanan::Padanan;
use super::portal::Portal;
use super::ralat::Ralat;
use super::rekaman::Rekaman;
use super::wilayah::JenisDaerah;
use std::collections::BTreeMap;

/// One kabupaten, kota or provinsi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daerah {
    /// Folder name: its address.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// What it is.
    pub jenis: JenisDaerah,
    /// Province.
    pub provinsi: String,
    /// Code of the Ministry of Home Affairs.
    pub kode_kemendagri: Option<String>,
    /// Code of Statistics Indonesia.
    pub kode_bps: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Its agencies.
    pub opd: Vec<OpdTahun>,
}

/// An agency with its years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpdTahun {
    /// What lasts.
    pub opd: Opd,
    /// Records by year, the oldest first.
    pub rekaman: Vec<Rekaman>,
    /// Corrections of what was published, in the order of the file.
    pub ralat: Vec<Ralat>,
}

impl OpdTahun {
    /// How the report of a year computes its capaian: as its record states, else, or without a record, as the agency does.
    pub fn metode(&self, tahun: Option<i32>) -> Metode {
        let own = self.rekaman.iter().find(|r| Some(r.tahun) == tahun).and_then(|r| r.metode.as_ref());
        own.or(self.opd.metode.as_ref()).cloned().unwrap_or_default()
    }
}

/// Everything in `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The portal.
    pub portal: Portal,
    /// Terms.
    pub glosarium: Vec<Istilah>,
    /// Words that mean the same, for the search.
    pub sinonim: Vec<Vec<String>>,
    /// English of the national names of programs, kegiatan and sub kegiatan.
    pub nomenklatur: Nomenklatur,
    /// Scales by code.
    pub skala: BTreeMap<String, Skala>,
    /// Shared indicators by code.
    pub padanan: BTreeMap<String, Padanan>,
    /// Free pages.
    pub halaman: Vec<Halaman>,
    /// Kabupaten and kota, by code.
    pub daerah: Vec<Daerah>,
}

/// The files by name.
pub type Tree<'a> = BTreeMap<&'a str, &'a Berkas>;
