//! Batas: how much of a file is read, and what is said of a file that is larger or damaged.

use super::masalah::Masalah;
use crate::pesan;

/// The largest file that is read.
pub const BESAR: usize = 32 << 20;
/// The most a packed file may unpack to.
pub const BONGKAR: u64 = 256 << 20;
/// Rows of a sheet that are read.
pub const BARIS: usize = 20_000;
/// Columns of a sheet that are read.
pub const KOLOM: usize = 512;

/// Too large to be read.
pub fn terlalu_besar() -> Masalah {
    Masalah::berkas(
        pesan!(
            "berkas ini terlalu besar: paling banyak 32 MB, {BARIS} baris dan {KOLOM} kolom",
            "this file is too large: at most 32 MB, {BARIS} rows and {KOLOM} columns"
        ),
        pesan!(
            "salin lembar yang perlu ke buku kerja baru, tanpa baris kosong di bawahnya",
            "copy the sheet that is needed into a new workbook, without empty rows below it"
        ),
    )
}

/// A file that claims to be a workbook and is none.
pub fn rusak() -> Masalah {
    Masalah::berkas(
        pesan!("berkas ini rusak, atau bukan buku kerja", "this file is damaged, or no workbook"),
        pesan!(
            "buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu ulangi",
            "open it in Excel or LibreOffice, save it as .xlsx, then try again"
        ),
    )
}
