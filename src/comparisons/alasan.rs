//! `Alasan` and `Relasi`: why two values may not, or only with a remark, stand on one axis.

use super::nilai::{Hitungan, Pemilik, Tahap};
use crate::records::{Arah, BatasData, JenisDaerah};
use std::sync::Arc;

/// One side of a reason: who, and what holds there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sisi {
    /// Who.
    pub siapa: Siapa,
    /// What holds there.
    pub isi: Isi,
}

/// Whose side it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Siapa {
    /// That of a value.
    Pemilik(Box<Pemilik>),
    /// That of the definition itself.
    Padanan,
}

/// What holds on a side; words for it are made by the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isi {
    /// Nothing to be said.
    Kosong,
    /// Text of a document: a name, a unit, a formula.
    Teks(Arc<str>),
    /// A count by its printed name.
    Hitungan(String),
    /// A count by its code.
    Kode(String),
    /// A number: a multiplier, a year.
    Angka(i32),
    /// A cut-off.
    Tanggal(BatasData),
    /// Which way is better.
    Arah(Option<Arah>),
    /// A scale of letters by its code.
    Skala(Option<Arc<str>>),
    /// A phase of the budget.
    Tahap(Option<Tahap>),
    /// A kind of place.
    Tempat(JenisDaerah),
    /// Who reports it.
    Oleh(Box<Pemilik>),
    /// What stands where the realisasi would.
    Hitungannya(Hitungan),
}

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisAlasan {
    /// The scan leaves a value in doubt.
    Ragu,
    /// No document prints the formula.
    RumusTakTercetak,
    /// The formula is not in the portal, and nobody says that no document prints it.
    RumusBelumAda,
    /// Other numerators.
    Pembilang,
    /// Other denominators.
    Penyebut,
    /// Other multipliers.
    Pengali,
    /// Other scales of letters.
    Skala,
    /// A value outside its own scale.
    LuarSkala,
    /// Other units.
    Satuan,
    /// Other directions.
    Arah,
    /// Kinds of place of different levels: a province beside a kabupaten.
    Tempat,
    /// Other years.
    Tahun,
    /// Other cut-off days.
    BatasData,
    /// Other phases of the budget.
    Tahap,
    /// Other printed names of the same thing.
    Nama,
    /// Quoted from the report of somebody else.
    TanganKedua,
    /// Only what its counts give.
    Dihitung,
}

impl JenisAlasan {
    /// The word used in case files and JSON.
    pub fn kata(self) -> &'static str {
        match self {
            JenisAlasan::Ragu => "ragu",
            JenisAlasan::RumusTakTercetak => "rumus_tak_tercetak",
            JenisAlasan::RumusBelumAda => "rumus_belum_ada",
            JenisAlasan::Pembilang => "pembilang",
            JenisAlasan::Penyebut => "penyebut",
            JenisAlasan::Pengali => "pengali",
            JenisAlasan::Skala => "skala",
            JenisAlasan::LuarSkala => "luar_skala",
            JenisAlasan::Satuan => "satuan",
            JenisAlasan::Arah => "arah",
            JenisAlasan::Tempat => "tempat",
            JenisAlasan::Tahun => "tahun",
            JenisAlasan::BatasData => "batas_data",
            JenisAlasan::Tahap => "tahap",
            JenisAlasan::Nama => "nama",
            JenisAlasan::TanganKedua => "tangan_kedua",
            JenisAlasan::Dihitung => "dihitung",
        }
    }
}

/// A reason with its sides: two where two values differ, one where one value alone is the matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alasan {
    /// What differs.
    pub jenis: JenisAlasan,
    /// Who and what.
    pub sisi: Vec<Sisi>,
}

/// How two values relate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relasi {
    /// All agree.
    Setara,
    /// They agree but for what the padanan declares tolerable.
    DenganCatatan(Vec<Alasan>),
    /// They must not share an axis.
    TidakSetara(Vec<Alasan>),
}

impl Relasi {
    /// The word used in case files and JSON.
    pub fn kata(&self) -> &'static str {
        match self {
            Relasi::Setara => "setara",
            Relasi::DenganCatatan(_) => "dengan catatan",
            Relasi::TidakSetara(_) => "tidak setara",
        }
    }

    /// The reasons, none for `Setara`.
    pub fn alasan(&self) -> &[Alasan] {
        match self {
            Relasi::Setara => &[],
            Relasi::DenganCatatan(list) | Relasi::TidakSetara(list) => list,
        }
    }

    /// Whether the values may share an axis.
    pub fn sebanding(&self) -> bool {
        !matches!(self, Relasi::TidakSetara(_))
    }
}
