//! The second pass over one OPD: read again, its pages in every language written, and only a trace of it kept.

use super::{Gagal, Kerja, gabung};
use crate::exports;
use crate::opd::Opd;
use crate::pages::bagian::Bagian;
use crate::pages::cari::Entri;
use crate::pages::data::DataOpd;
use crate::pages::semua;
use rayon::prelude::*;
use std::sync::Arc;

/// What the portal needs of an OPD whose pages are written.
pub(super) struct Jejak {
    /// What lists say of it, by language.
    pub(super) bagian: Vec<Bagian>,
    /// What can be found of its pages, by language.
    pub(super) entri: Vec<Vec<Entri>>,
    /// Its rows of the file of all findings, in Indonesian.
    pub(super) csv_temuan: Vec<Vec<String>>,
    /// Pages in all languages.
    pub(super) halaman: usize,
    /// Charts in all languages.
    pub(super) grafik: usize,
}

/// Makes and writes everything of one OPD.
pub(super) fn tulis(kerja: &Kerja<'_>, n: usize) -> Result<Jejak, Gagal> {
    let sumber = kerja.bahan.sumber.muat(n).map_err(Gagal::Berubah)?;
    let kode = kerja.bahan.sumber.daerah(n);
    let content = kerja.bahan.content;
    let daerah = content.daerah.iter().find(|d| d.kode == kode).ok_or_else(|| Gagal::Berubah(kode.to_string()))?;
    let opd = Arc::new(Opd::new(content, daerah, &sumber));
    let mut jejak = Jejak { bagian: Vec::new(), entri: Vec::new(), csv_temuan: Vec::new(), halaman: 0, grafik: 0 };
    for umum in &kerja.umum {
        let d = DataOpd::baru(umum.lang, Arc::clone(&opd));
        let mut pages = semua::satu_opd(&d, &kerja.banding);
        jejak.halaman += pages.len();
        jejak.grafik += pages.iter().map(|p| p.figure.len()).sum::<usize>();
        jejak.entri.push(pages.iter_mut().flat_map(|p| std::mem::take(&mut p.entri)).collect());
        jejak.bagian.push(Bagian::dari(&d));
        let results: Vec<Result<(), Gagal>> = pages
            .into_par_iter()
            .map(|page| {
                let done = kerja.halaman(page, umum);
                (kerja.selesai)();
                done
            })
            .collect();
        gabung(results)?;
    }
    let d = DataOpd::baru(kerja.umum[0].lang, opd);
    jejak.csv_temuan = exports::baris_temuan(&d);
    let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
    kerja.tulis(&format!("{base}.csv"), &exports::opd_csv(&d))?;
    kerja.tulis(&format!("{base}.xlsx"), &exports::opd_xlsx(&d))?;
    Ok(jejak)
}
