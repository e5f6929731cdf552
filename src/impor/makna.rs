//! Makna: what a column may mean, and what is known of one before its meaning is told.

pub use super::kata::{lipat, punya, tingkat};
use crate::diagnostic::Pesan;

/// What a column is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Makna {
    /// A whole code.
    Kode,
    /// A piece of a code: 0 urusan, 1 bidang, 2 program, 3 kegiatan, 4 sub kegiatan.
    Bagian(usize),
    /// The code of a kind of spending.
    Rekening,
    /// The name of what the row is about.
    Nama,
    /// The level of the row: program, kegiatan, sub kegiatan.
    Tingkat,
    /// Numbers of an outline, `1`, `1.1`, `1.1.1`: how deep a row stands.
    Nomor,
    /// The name of a level: 2 program, 3 kegiatan, 4 sub kegiatan.
    NamaTingkat(usize),
    /// The name of an indicator.
    Indikator,
    /// A column of the record: `pagu.murni`, `realisasi 2025-tw1`.
    Ukuran(String),
    /// Money beside indicators: a column of a budget table, `realisasi 2025-tw1`.
    Uang(String),
    /// Money paid back, taken off the realisasi.
    Setoran,
    /// Long form: which measure the row gives.
    Kategori,
    /// Long form: its value.
    Panjang,
    /// The year of the row.
    Tahun,
    /// Not needed, and why.
    Abaikan(Pesan),
    /// Names and numbers of persons: never read.
    Orang,
    /// Unclear: the question, and meanings it may have.
    Tanya(Pesan, String),
}

impl Makna {
    /// A question, and meanings it may have.
    pub fn tanya(question: Pesan, may: impl Into<String>) -> Self {
        Makna::Tanya(question, may.into())
    }
}

/// From here on pieces of codes are of spending, never of a node.
pub const BELANJA: usize = 100;

/// The kind of table a sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// Budget.
    Anggaran,
    /// Indicators.
    Kinerja,
    /// Anything else.
    Bebas,
}

/// The words at the head of a column, from the top, the column's place in time, and what the title says.
pub struct Kepala<'a> {
    /// Levels, folded.
    pub tingkat: &'a [String],
    /// The title above the table, folded.
    pub judul: &'a str,
    /// Whether most cells below are short codes.
    pub pendek: bool,
    /// Whether most cells below are numbers.
    pub angka: bool,
    /// Whether most of those are amounts of money, not percentages.
    pub besar: bool,
    /// Whether its cells name levels: program, kegiatan, sub kegiatan.
    pub tingkatan: bool,
    /// Whether another column says which measure a row gives.
    pub panjang: bool,
    /// The year of the record.
    pub tahun: i32,
    /// What the sheet holds.
    pub bentuk: Bentuk,
}

/// One column of a table that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolom {
    /// Its place on the sheet.
    pub indeks: usize,
    /// The words above it, as printed.
    pub kepala: String,
    /// The lowest of them, folded.
    pub akhir: String,
    /// What it is taken for.
    pub makna: Makna,
}
