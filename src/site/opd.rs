//! The second pass over one OPD: read again, its pages in every language written, and only a trace of it kept. What an
//! earlier build wrote of the same content, with the same place among others, is kept instead.

use super::catatan::{Catatan, Pencatat};
use super::{Gagal, Kerja, gabung};
use crate::exports::edisi::RalatTerbit;
use crate::exports::semua::Milik;
use crate::exports::{self, Kabar, Sumber};
use crate::number::Lang;
use crate::opd::Opd;
use crate::pages::bagian::Bagian;
use crate::pages::banding::Letak;
use crate::pages::cari::{Entri, Jenis};
use crate::pages::data::DataOpd;
use crate::pages::{Halaman, semua};
use crate::records::{Ralat, Rekaman};
use crate::simpanan::Kunci;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What the portal needs of an OPD whose pages are written.
pub(super) struct Jejak {
    /// Its number.
    pub(super) n: usize,
    /// Of everything its pages depend on.
    pub(super) kunci: Kunci,
    /// What can be found of its pages, by language; none where it is kept or was handed on.
    pub(super) entri: Option<Vec<Vec<Entri>>>,
    /// Its rows of the archive of all data; none where it is kept or was handed on.
    pub(super) data: Option<Milik>,
    /// What is kept of it.
    pub(super) isi: IsiJejak,
}

/// The part of a trace that is kept for the next build.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct IsiJejak {
    /// What lists say of it, by language.
    pub(super) bagian: Vec<Bagian>,
    /// Its rows of the file of all findings, in Indonesian.
    pub(super) csv_temuan: Vec<Vec<String>>,
    /// What finds the agency itself, by language.
    pub(super) dinas: Vec<Vec<Entri>>,
    /// Pages in all languages.
    pub(super) halaman: usize,
    /// Charts in all languages.
    pub(super) grafik: usize,
    /// Of its content and its place among others: what its pages are made of.
    letak: Kunci,
    /// Its files.
    catatan: Catatan,
    /// Its CSV as the data package names it.
    pub(super) sumber: Vec<Sumber>,
    /// Its records as the feed tells of them.
    pub(super) kabar: Vec<Kabar>,
    /// Its corrections as the edition names them.
    pub(super) ralat: Vec<RalatTerbit>,
    /// Old folders of it in its daerah.
    pub(super) lama: Vec<String>,
}

/// Makes and writes everything of one OPD, or keeps it as it is.
pub(super) fn tulis(kerja: &Kerja<'_>, n: usize) -> Result<Jejak, Gagal> {
    let simpanan = kerja.bahan.simpanan;
    let (nama, kunci) = (kerja.nama("opd", n), kerja.kunci_opd(n));
    let mut lama = simpanan.baca_lama::<IsiJejak>(&nama);
    if let Some((own, isi)) = lama.as_mut().filter(|(own, isi)| *own == kunci && kerja.kembali(&isi.catatan)) {
        return Ok(kerja.tetap(n, *own, std::mem::take(isi)));
    }
    // Another value somewhere need not change what the pages of this OPD say of it.
    let letak: Vec<Letak> = kerja.umum.iter().map(|u| kerja.letak(n, u.lang)).collect();
    let kunci_letak = kerja.kunci_letak(n, &letak);
    if let Some((_, isi)) = lama.as_mut().filter(|(_, isi)| isi.letak == kunci_letak && kerja.kembali(&isi.catatan)) {
        simpanan.tulis(&nama, &kunci, isi);
        return Ok(kerja.tetap(n, kunci, std::mem::take(isi)));
    }
    let lama = lama.map(|(_, isi)| isi.catatan);
    let catat = Pencatat::sesudah(lama);
    let mut isi = IsiJejak { letak: kunci_letak, ..IsiJejak::default() };
    let (mut entri, mut data) = (Vec::new(), None);
    baca(kerja, n, |opd| {
        for (umum, letak) in kerja.umum.iter().zip(&letak) {
            let d = DataOpd::baru(umum.lang, Arc::clone(&opd));
            let mut pages = semua::satu_opd(&d, letak);
            if umum.konsep {
                pages.extend(semua::periksa(&d));
            }
            let found = ambil_entri(&mut pages);
            if umum.lang == Lang::Id {
                isi.kabar = kabar(&pages, &d);
            }
            kerja.saring(n, umum, &mut pages)?;
            isi.halaman += pages.len();
            isi.grafik += pages.iter().map(|p| p.banyak_grafik()).sum::<usize>();
            isi.dinas.push(found.iter().filter(|e| e.jenis == Jenis::Dinas).cloned().collect());
            entri.push(found);
            isi.bagian.push(Bagian::dari(&d));
            let write = |page| {
                let done = kerja.halaman(page, umum, &catat);
                (kerja.selesai)();
                done
            };
            gabung(pages.into_par_iter().map(write).collect())?;
        }
        isi.lama.clone_from(&opd.sumber.opd.alamat_lama);
        let d = DataOpd::baru(kerja.umum[0].lang, opd);
        isi.csv_temuan = exports::baris_temuan(&d);
        let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
        let (csv, xlsx) = (exports::opd_csv(&d), exports::opd_xlsx(&d));
        let nama = format!("{}-{}.csv", d.daerah.kode, d.sumber.opd.kode);
        isi.sumber.push(Sumber::dari(&nama, &d.nama(), &csv, &xlsx));
        isi.ralat = ralat(&d);
        data = kerja.berarsip().then(|| Milik::dari(&d, kerja.dasar()));
        kerja.berkas(&format!("{base}.csv"), &csv, &catat)?;
        kerja.berkas(&format!("{base}.xlsx"), &xlsx, &catat)
    })?;
    isi.catatan = catat.selesai();
    simpanan.tulis(&nama, &kunci, &isi);
    simpanan.tulis(&kerja.nama("entri", n), &kunci_letak, &entri);
    isi.catatan = Catatan::default();
    Ok(Jejak { n, kunci, entri: Some(entri), data, isi })
}

/// The records among some pages, as the feed tells of them.
fn kabar(pages: &[Halaman], d: &DataOpd<'_>) -> Vec<Kabar> {
    // A record has several views: its news is the first.
    let first = |r: &Rekaman| {
        let alamat = format!("{}{}/", d.alamat(), r.tahun);
        pages.iter().find(|p| p.alamat == alamat)
    };
    let kabar = |r: &Rekaman| {
        first(r).map(|p| Kabar {
            alamat: p.alamat.clone(),
            judul: p.judul.clone(),
            kalimat: p.kalimat.clone(),
            batas: r.batas_data,
        })
    };
    d.sumber.rekaman.iter().filter_map(kabar).collect()
}

/// The corrections of an OPD, as its edition names them.
fn ralat(d: &DataOpd<'_>) -> Vec<RalatTerbit> {
    let one = |r: &Ralat| RalatTerbit {
        alamat: format!("{}{}", d.alamat(), r.alamat),
        lama: r.lama.clone(),
        baru: r.baru.clone(),
        tanggal: r.tanggal.clone(),
        alasan: r.alasan.clone(),
    };
    d.sumber.ralat.iter().map(one).collect()
}

impl Kerja<'_> {
    /// An OPD whose pages are as they were.
    fn tetap(&self, n: usize, kunci: Kunci, mut isi: IsiJejak) -> Jejak {
        (0..isi.halaman).for_each(|_| (self.selesai)());
        self.bahan.simpanan.masih(Some(&self.nama("entri", n)));
        isi.catatan = Catatan::default();
        Jejak { n, kunci, entri: None, data: None, isi }
    }
}

/// What can be found of the pages of an OPD: at hand, kept, or made again.
pub(super) fn entri(kerja: &Kerja<'_>, jejak: &mut Jejak) -> Result<Vec<Vec<Entri>>, Gagal> {
    let kept = || kerja.bahan.simpanan.baca(&kerja.nama("entri", jejak.n), &jejak.isi.letak);
    if let Some(found) = jejak.entri.take().or_else(kept) {
        return Ok(found);
    }
    baca(kerja, jejak.n, |opd| {
        let per_bahasa = kerja.umum.iter().map(|umum| {
            let d = DataOpd::baru(umum.lang, Arc::clone(&opd));
            ambil_entri(&mut semua::satu_opd(&d, &kerja.letak(jejak.n, umum.lang)))
        });
        Ok(per_bahasa.collect())
    })
}

/// The rows of an OPD for the archive: at hand, or made again.
pub(super) fn data(kerja: &Kerja<'_>, jejak: &mut Jejak) -> Result<Milik, Gagal> {
    match jejak.data.take() {
        Some(found) => Ok(found),
        None => baca(kerja, jejak.n, |opd| Ok(Milik::dari(&DataOpd::baru(kerja.umum[0].lang, opd), kerja.dasar()))),
    }
}

/// The file of figures of an OPD, made again.
pub(super) fn csv(kerja: &Kerja<'_>, n: usize) -> Result<Vec<u8>, Gagal> {
    baca(kerja, n, |opd| Ok(exports::opd_csv(&DataOpd::baru(kerja.umum[0].lang, opd))))
}

fn ambil_entri(pages: &mut [Halaman]) -> Vec<Entri> {
    pages.iter_mut().flat_map(|p| std::mem::take(&mut p.entri)).collect()
}

/// Reads an OPD and hands it over.
fn baca<T>(kerja: &Kerja<'_>, n: usize, work: impl FnOnce(Arc<Opd<'_>>) -> Result<T, Gagal>) -> Result<T, Gagal> {
    let sumber = kerja.bahan.sumber.muat(n).map_err(Gagal::Berubah)?;
    let kode = kerja.bahan.sumber.daerah(n);
    let content = kerja.bahan.content;
    let daerah = content.daerah.iter().find(|d| d.kode == kode).ok_or_else(|| Gagal::Berubah(kode.to_string()))?;
    work(Arc::new(Opd::new(content, daerah, &sumber)))
}
