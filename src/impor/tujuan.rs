//! Tujuan: where an import goes, and what comes of it.

use super::bebas::Bebas;
use super::isian::Anggaran;
use super::kenal::Kenal;
use super::kinerja::Kinerja;
use super::kisi::Lembar;
use super::pohon::Ada;
use super::uang::Uang;
use crate::diagnostic::Pesan;

/// Where the import goes.
pub struct Tujuan<'a> {
    /// Year of the record.
    pub tahun: i32,
    /// The record's YAML.
    pub teks: &'a str,
    /// Nodes of the record.
    pub sendiri: &'a [Ada],
    /// Nodes of other records: the same code in every year.
    pub lain: &'a [Ada],
    /// The text of `opd.yaml`.
    pub opd: &'a str,
    /// Indicators and sasaran of the OPD, scales of the portal.
    pub kenal: Kenal<'a>,
    /// Name of the file, for `letak`.
    pub berkas: &'a str,
    /// The place as printed, if the author says it.
    pub letak: Option<&'a str>,
    /// The code of the document it is of, if the author says it.
    pub dokumen: Option<&'a str>,
}

/// One table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isian {
    /// A budget.
    Anggaran(Anggaran),
    /// Indicators.
    Kinerja(Kinerja),
    /// Money beside indicators.
    Uang(Uang),
    /// Anything else.
    Bebas(Bebas),
}

/// What an import gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hasil {
    /// The record's YAML with everything added.
    pub teks: String,
    /// `opd.yaml` with the indicators that were new.
    pub opd: String,
    /// The sheet that was read.
    pub lembar: Lembar,
    /// What was read.
    pub isian: Vec<Isian>,
    /// What was taken for what, and what should be known.
    pub laporan: Vec<Pesan>,
}
