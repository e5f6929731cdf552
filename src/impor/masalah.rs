//! Masalah: what stops an import, with sheet and cell; all of a run at once.

use super::kisi::Lembar;
use crate::diagnostic::Pesan;
use crate::pesan;

/// One thing that is unclear or wrong in the file that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masalah {
    /// `Anggaran!F17`, or nothing where it is about the whole file.
    pub tempat: String,
    /// What is wrong, with the offending text.
    pub pesan: Pesan,
    /// What to do.
    pub bantuan: Pesan,
}

impl Masalah {
    /// A problem of the whole file.
    pub fn berkas(pesan: Pesan, bantuan: Pesan) -> Self {
        Self { tempat: String::new(), pesan, bantuan }
    }

    /// A problem of one cell.
    pub fn sel(lembar: &Lembar, baris: usize, kolom: usize, pesan: Pesan, bantuan: Pesan) -> Self {
        Self { tempat: lembar.alamat(baris, kolom), pesan, bantuan }
    }

    /// The problem and its remedy on two lines, as a terminal shows it.
    pub fn tulis(&self, lang: crate::diagnostic::Lang) -> String {
        let place = if self.tempat.is_empty() { String::new() } else { format!("{}: ", self.tempat) };
        let help = pesan!("bantuan", "help");
        format!("{place}{}\n  {}: {}", self.pesan.in_lang(lang), help.in_lang(lang), self.bantuan.in_lang(lang))
    }
}
