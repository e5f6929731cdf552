//! One OPD as its pages in one language see it, and how its pages name it.

use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{BatasData, Content, Rekaman, Skala};
use rayon::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// One OPD as its pages in one language see it. The computed part is shared by the languages.
#[derive(Clone)]
pub struct DataOpd<'a> {
    /// The language its pages are written in.
    pub lang: Lang,
    opd: Arc<Opd<'a>>,
}

impl<'a> Deref for DataOpd<'a> {
    type Target = Opd<'a>;

    fn deref(&self) -> &Opd<'a> {
        &self.opd
    }
}

impl<'a> DataOpd<'a> {
    /// Our English of the name of a program, kegiatan or sub kegiatan, for a page in English.
    pub fn nama_en(&self, nama: &str) -> Option<String> {
        self.content.nomenklatur.en(nama).filter(|_| self.lang == Lang::En).map(str::to_string)
    }

    /// The file with all its statements and derived figures, from the root of the site.
    pub fn csv(&self) -> String {
        crate::opd::csv(&self.daerah.kode, &self.sumber.opd.kode)
    }

    /// All OPD of the content, in the order of their addresses, for pages in Indonesian.
    pub fn semua(content: &'a Content) -> Vec<Self> {
        let pairs: Vec<_> = content.daerah.iter().flat_map(|d| d.opd.iter().map(move |o| (d, o))).collect();
        pairs.into_par_iter().map(|(d, o)| Self { lang: Lang::Id, opd: Arc::new(Opd::new(content, d, o)) }).collect()
    }

    /// A computed OPD as its pages in one language see it.
    pub fn baru(lang: Lang, opd: Arc<Opd<'a>>) -> Self {
        Self { lang, opd }
    }

    /// The same for pages in another language; nothing is computed again.
    #[must_use]
    pub fn dalam(&self, lang: Lang) -> Self {
        Self { lang, opd: Arc::clone(&self.opd) }
    }

    /// `blitar/dinas-sosial/`
    pub fn alamat(&self) -> String {
        format!("{}/{}/", self.daerah.kode, self.sumber.opd.kode)
    }

    /// `Dinas Sosial Kabupaten Blitar`: the short name with its daerah.
    pub fn nama(&self) -> String {
        self.lengkap(&self.sumber.opd.singkatan)
    }

    /// The name it had in a year: the page of a record says it as its document does.
    pub fn nama_pada(&self, tahun: i32) -> String {
        self.lengkap(self.sumber.opd.singkatan_pada(tahun))
    }

    fn lengkap(&self, singkatan: &str) -> String {
        if singkatan.contains(&self.daerah.nama) {
            singkatan.to_string()
        } else {
            format!("{singkatan} {}", self.daerah.nama)
        }
    }

    /// `Keadaan 31 Desember 2024`: up to when data go, under a figure.
    pub fn keadaan(&self, batas: BatasData) -> String {
        keadaan(self.lang, batas)
    }

    /// The scale a record uses.
    pub fn skala(&self, rekaman: &Rekaman) -> Option<&'a Skala> {
        self.content.skala.get(rekaman.skala.as_ref()?)
    }

    /// Where a document can be opened.
    pub fn tautan(&self, dokumen: &str) -> Option<String> {
        self.sumber.opd.dokumen.get(dokumen)?.tautan.clone()
    }

    /// `Tabel 3.17, LKjIP 2024`: place and short name of the document.
    pub fn sumber_teks(&self, letak: &str, dokumen: &str) -> String {
        let Some(d) = self.sumber.opd.dokumen.get(dokumen) else { return letak.to_string() };
        let nama = match d.tahun {
            Some(tahun) => format!("{} {tahun}", d.jenis),
            None => d.jenis.clone(),
        };
        // Some places are called like their document.
        if letak.contains(&nama) { letak.to_string() } else { format!("{letak}, {nama}") }
    }
}

/// `Keadaan 31 Desember 2024`, in English `As of 31 December 2024`.
pub fn keadaan(lang: Lang, batas: BatasData) -> String {
    format!("{} {}", lang.pilih("Keadaan", "As of"), batas.kata(lang))
}
