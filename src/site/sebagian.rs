//! Sebagian: some pages of a site, each as it is in the whole: all content was summarised, and only these are made. What
//! speaks of everything (the first page, lists, search, `edisi.json`) is not, because of a part it would not be true.

use super::daerah;
use super::laman;
use super::opd::{self, Jejak};
use super::umum::Umum;
use super::{Gagal, Hasil, Kerja, Lingkup, Ringkasan, gabung};
use crate::comparisons::BandingPadanan;
use crate::number::Lang;
use crate::pages::Halaman;
use crate::records::Daerah;
use crate::simpanan::Kunci;
use rayon::prelude::*;

/// By this file a folder is known as some pages of a site; it says so to whoever is handed the folder.
pub const TANDA: &str = "SEBAGIAN.txt";

const ISI_TANDA: &str = "Sebagian situs saja: untuk dilihat, bukan untuk diunggah.
Folder ini ditulis oleh `terang build --only`. Beranda, perbandingan, pencarian dan edisi.json tidak ada di dalamnya;
tautan ke sana tidak berujung. Halaman yang ada sama dengan halaman di situs utuhnya.

Some pages of a site only: to look at, not to upload.
";

impl Kerja<'_> {
    /// Makes the pages of some OPD, and what else the build was asked for.
    pub(super) fn sebagian(&self, dipilih: &[usize], mut ringkasan: Ringkasan) -> Result<Hasil, Gagal> {
        let hanya = matches!(self.bahan.lingkup, Lingkup::Hanya(_));
        if hanya {
            self.statis()?;
        }
        let work = |d| self.daerah_sebagian(d, dipilih);
        for (halaman, grafik) in gabung(self.bahan.content.daerah.par_iter().map(work).collect())? {
            ringkasan.halaman += halaman;
            ringkasan.grafik += grafik;
        }
        let padanan = self.padanan_sebagian();
        for isi in self.setiap_padanan(&padanan)? {
            ringkasan.halaman += isi.halaman;
            ringkasan.grafik += isi.grafik;
        }
        if hanya {
            self.konsep()?;
            self.tulis(TANDA, ISI_TANDA.as_bytes())?;
        }
        Ok(Hasil { ringkasan, peringatan: self.timbangan.peringatan() })
    }

    /// The chosen OPD of a daerah, and the pages about all of it where they are asked for: how many pages and charts.
    fn daerah_sebagian(&self, d: &Daerah, dipilih: &[usize]) -> Result<(usize, usize), Gagal> {
        let own: Vec<usize> = dipilih.iter().copied().filter(|n| self.milik[*n].daerah == d.kode).collect();
        let work = |n: &usize| {
            let mut jejak = opd::tulis(self, *n)?;
            jejak.entri = None;
            Ok(jejak)
        };
        let mut jejak: Vec<Jejak> = gabung(own.par_iter().map(work).collect())?;
        let mut halaman = jejak.iter().map(|j| j.isi.halaman).sum();
        if self.bahan.lingkup.sedaerah(&d.kode) {
            halaman += daerah::halaman(self, d, &mut jejak, &Kunci::default())?.halaman;
        }
        Ok((halaman, jejak.iter().map(|j| j.isi.grafik).sum()))
    }

    /// The padanan that belong to this part.
    fn padanan_sebagian(&self) -> Vec<(&String, &BandingPadanan)> {
        let Lingkup::Bagian(jatah) = self.bahan.lingkup else { return Vec::new() };
        let all: Vec<(&String, &BandingPadanan)> = self.banding.padanan.iter().collect();
        let berat: Vec<usize> = all.iter().map(|(_, p)| p.semua().count()).collect();
        jatah.milik(&berat).into_iter().map(|n| all[n]).collect()
    }

    /// Of the pages of an OPD, keeps those that are asked for. The data of its charts, which stand beside its first page,
    /// belong to every year.
    pub(super) fn saring(&self, n: usize, umum: &Umum, pages: &mut Vec<Halaman>) -> Result<(), Gagal> {
        let m = &self.milik[n];
        let Some(tahun) = self.bahan.lingkup.tahun(&m.daerah, &m.opd) else { return Ok(()) };
        let root = format!("{}/{}/", m.daerah, m.opd);
        let kept: Vec<String> =
            tahun.iter().flat_map(|t| [format!("{root}{t}/"), format!("{root}angka/{t}/")]).collect();
        let (own, rest): (Vec<_>, Vec<_>) =
            std::mem::take(pages).into_iter().partition(|p| kept.iter().any(|k| p.alamat.starts_with(k)));
        *pages = own;
        let first = rest.iter().filter(|p| p.alamat == root && umum.lang == Lang::Id);
        for (path, isi) in first.flat_map(laman::lembar) {
            self.tulis(&path, &isi)?;
        }
        Ok(())
    }
}
