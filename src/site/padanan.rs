//! The pages of comparisons: one part for what can be compared, one for every padanan.

use super::{Gagal, Kerja, gabung};
use crate::comparisons::BandingPadanan;
use crate::number::Lang;
use crate::pages::Halaman;
use crate::pages::banding::{self, berkas};
use crate::pages::cari::{self, Entri};
use crate::simpanan::Kunci;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// What the portal needs of comparisons whose pages are written.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct IsiBanding {
    /// What can be found of them, by language.
    pub(super) entri: Vec<Vec<Entri>>,
    /// Pages in all languages.
    pub(super) halaman: usize,
    /// Charts in all languages.
    pub(super) grafik: usize,
}

impl Kerja<'_> {
    /// Every page of comparisons, in the order of their addresses.
    pub(super) fn semua_banding(&self) -> Result<Vec<IsiBanding>, Gagal> {
        let all: Vec<(&String, &BandingPadanan)> = self.banding.padanan.iter().collect();
        let kunci = Kunci::nilai(&(self.kunci, &self.kunci_padanan));
        let mut out =
            vec![self.satu_banding("banding/semua", &kunci, &|lang| banding::ikhtisar(&self.banding, lang), true)?];
        out.extend(self.setiap_padanan(&all)?);
        Ok(out)
    }

    /// The pages of some padanan.
    pub(super) fn setiap_padanan(&self, list: &[(&String, &BandingPadanan)]) -> Result<Vec<IsiBanding>, Gagal> {
        let one = |(kode, p): &(&String, &BandingPadanan)| {
            let kunci = Kunci::nilai(&(self.kunci, self.kunci_padanan.get(*kode)));
            let skala = &self.bahan.content.skala;
            self.satu_banding(&format!("banding/padanan/{kode}"), &kunci, &|lang| banding::satu(p, skala, lang), false)
        };
        gabung(list.par_iter().map(one).collect())
    }

    /// One part: its pages in every language, and for all of them together their data as files.
    fn satu_banding(
        &self,
        nama: &str,
        kunci: &Kunci,
        pages: &(dyn Fn(Lang) -> Vec<Halaman> + Sync),
        data: bool,
    ) -> Result<IsiBanding, Gagal> {
        self.bagian(nama, kunci, |catat| {
            let mut isi = IsiBanding::default();
            for umum in &self.umum {
                let pages = pages(umum.lang);
                isi.entri.push(cari::bersama(self.bahan.content, &pages, umum.lang));
                isi.halaman += pages.len();
                isi.grafik += pages.iter().map(|p| p.banyak_grafik()).sum::<usize>();
                gabung(pages.into_par_iter().map(|p| self.halaman(p, umum, catat)).collect())?;
                if data {
                    for (path, bytes) in berkas(umum.lang, &self.banding) {
                        self.berkas(&format!("{}{path}", umum.lang.folder()), &bytes, catat)?;
                    }
                }
            }
            Ok(isi)
        })
    }
}
