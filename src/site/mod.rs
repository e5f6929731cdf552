//! The whole build on one screen: content and theme in, files out, one OPD at a time. No clock, no randomness, no IO.
//!
//! ```text
//! pass 1  (whoever loads)  each OPD → checked → Ringkas; the OPD is dropped
//! between                  all Ringkas → comparisons
//! pass 2  (here)           each OPD read again → its pages, written at once → Jejak; the OPD is dropped
//! end                      all Jejak → the pages of the portal, the search index
//! ```

mod bawa;
pub mod berat;
mod daerah;
mod indeks;
mod istilah;
mod laman;
pub mod lama;
mod opd;
mod ringkas;
mod umum;

pub use ringkas::Ringkas;

use crate::comparisons::{self, Banding, DaerahBanding};
use crate::diagnostic::Diagnostic;
use crate::exports;
use crate::number::Lang;
use crate::output::{Keluaran, OutputError, Pohon, Tree};
use crate::pages::bagian::Bagian;
use crate::pages::banding::berkas;
use crate::pages::cari::{self, Entri};
use crate::pages::data::DataOpd;
use crate::pages::semua::Bersama;
use crate::pages::temuan::Ikhtisar;
use crate::pages::{gaya, indeks as indeks_halaman, semua};
use crate::records::{Content, SumberOpd, Termuat};
use crate::templates::Theme;
use daerah::JejakDaerah;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use umum::Umum;

/// What a build is told besides content and theme.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Base address for canonical links.
    pub base_url: Option<String>,
    /// Whether to draw the cards of link previews; only with a base address, which they must name.
    pub kartu: bool,
    /// Whether to make the search index; without it the list of pages is filtered instead.
    pub cari: bool,
    /// Whether to build the style page, which shows every component of the theme in every state.
    pub gaya: bool,
}

/// What a build counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ringkasan {
    /// Records.
    pub rekaman: usize,
    /// Pages.
    pub halaman: usize,
    /// Charts.
    pub grafik: usize,
    /// Findings.
    pub temuan: usize,
}

/// What a build made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hasil {
    /// Counts.
    pub ringkasan: Ringkasan,
    /// Warnings about what was built, not about the content; their places are files of the site.
    pub peringatan: Vec<Diagnostic>,
}

/// Why a build ended without a site.
#[derive(Debug)]
pub enum Gagal {
    /// Whatever the templates say, of every page.
    Templat(Vec<Diagnostic>),
    /// A file could not be handed over.
    Keluaran(OutputError),
    /// Files of this OPD are no longer those that were checked.
    Berubah(String),
}

/// What a build is made of.
pub struct Bahan<'a> {
    /// The shared content.
    pub content: &'a Content,
    /// What the first pass kept of every OPD, in their order.
    pub ringkas: Vec<Ringkas>,
    /// Where each OPD is read again.
    pub sumber: &'a dyn SumberOpd,
    /// The theme.
    pub theme: &'a Theme,
    /// Options.
    pub options: &'a Options,
}

/// Where the pages of one build go, and what every part of it is told.
struct Kerja<'a> {
    bahan: Bahan<'a>,
    banding: Banding,
    /// All findings, counted.
    ikhtisar: Ikhtisar,
    /// Whether every daerah has an index of its own, to read and to search.
    terbagi: bool,
    /// By language, Indonesian first.
    umum: Vec<Umum>,
    keluar: &'a dyn Keluaran,
    timbangan: berat::Timbangan,
    selesai: &'a (dyn Fn() + Sync),
}

/// Builds the site into `keluar`: in Indonesian, and below its own folder in every further language of the portal.
///
/// # Errors
/// [`Gagal`]; what was handed over until then is no site.
pub fn bangun(
    mut bahan: Bahan<'_>,
    keluar: &dyn Keluaran,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Hasil, Gagal> {
    let Bahan { content, theme, options, .. } = bahan;
    let ringkas = std::mem::take(&mut bahan.ringkas);
    let batas = ringkas.iter().filter_map(|r| r.batas.as_deref()).max();
    let languages = std::iter::once(Lang::Id).chain(content.portal.bahasa_lain.iter().copied());
    let umum: Vec<Umum> = languages.map(|lang| umum::umum(content, batas, theme, options, lang)).collect();
    let (done, total) = (AtomicUsize::new(0), umum.len() * ringkas.iter().map(|r| r.halaman).sum::<usize>());
    let selesai = || progress((done.fetch_add(1, Ordering::Relaxed) + 1).min(total), total);
    let timbangan = berat::Timbangan::baru(theme);
    let ikhtisar = Ikhtisar::dari(content, ringkas.iter().map(|r| (r.bahan.daerah.as_str(), &r.temuan)));
    let terbagi = indeks_halaman::terbagi(content, ringkas.iter().map(|r| r.isi).sum());
    let (rekaman, temuan) = (ringkas.iter().map(|r| r.rekaman).sum(), ringkas.iter().map(|r| r.temuan.jumlah).sum());
    let daerah: Vec<DaerahBanding> = content.daerah.iter().map(DaerahBanding::dari).collect();
    let banding = comparisons::banding(&content.padanan, daerah, ringkas.into_iter().map(|r| r.bahan));
    let kerja = Kerja { bahan, banding, ikhtisar, terbagi, umum, keluar, timbangan, selesai: &selesai };
    kerja.statis()?;
    let jejak = kerja.semua_daerah()?;
    let opd = || jejak.iter().flat_map(|d| &d.opd);
    let halaman = jejak.iter().map(|d| d.halaman).sum::<usize>() + opd().map(|j| j.halaman).sum::<usize>();
    let grafik = opd().map(|j| j.grafik).sum::<usize>();
    kerja.unduhan(&jejak)?;
    let portal = kerja.portal(jejak)?;
    let ringkasan = Ringkasan { rekaman, halaman: halaman + portal.0, grafik: grafik + portal.1, temuan };
    let mut peringatan = kerja.timbangan.peringatan();
    peringatan.extend(comparisons::sepi(&kerja.banding));
    Ok(Hasil { ringkasan, peringatan })
}

impl Kerja<'_> {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<(), Gagal> {
        self.keluar.tulis(path, isi).map_err(Gagal::Keluaran)
    }

    /// The files of the theme, the style of its charts outside a page, the page for what is not found, and the logo.
    fn statis(&self) -> Result<(), Gagal> {
        let Bahan { content, theme, .. } = self.bahan;
        for (name, bytes) in &theme.statis {
            self.tulis(&format!("aset/{name}"), bytes)?;
        }
        if let Some(umum) = self.umum.first() {
            self.tulis(bawa::GAYA, &bawa::gaya(&umum.gaya))?;
            let lost = theme.render(umum.lang, lama::BERKAS, &lama::context(umum));
            self.tulis(lama::BERKAS, lost.map_err(|d| Gagal::Templat(vec![*d]))?.as_bytes())?;
        }
        content.portal.logo.as_ref().map_or(Ok(()), |logo| self.tulis(&format!("aset/{}", logo.berkas), &logo.isi))
    }

    /// The second pass: every daerah with its OPD, in every language.
    fn semua_daerah(&self) -> Result<Vec<JejakDaerah>, Gagal> {
        let sumber = self.bahan.sumber;
        let mut milik: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        (0..sumber.banyak()).for_each(|n| milik.entry(sumber.daerah(n)).or_default().push(n));
        let work = |d| daerah::tulis(self, d, milik.get(d.kode.as_str()).map_or(&[], Vec::as_slice));
        gabung(self.bahan.content.daerah.par_iter().map(work).collect())
    }

    /// What pages of more than one OPD share.
    fn bersama(&self, lang: Lang) -> Bersama<'_> {
        let Self { banding, ikhtisar, terbagi, .. } = self;
        Bersama { content: self.bahan.content, banding, ikhtisar, terbagi: *terbagi, lang }
    }

    /// The pages that draw on the whole portal, the style page where it is asked for, and the search index.
    fn portal(&self, jejak: Vec<JejakDaerah>) -> Result<(usize, usize), Gagal> {
        let Bahan { content, options, .. } = self.bahan;
        let (mut halaman, mut grafik, mut entri) = (0, 0, Vec::new());
        for (umum, (bagian, own)) in self.umum.iter().zip(per_bahasa(jejak, self.umum.len())) {
            let lang = umum.lang;
            let mut pages = semua::portal(&self.bersama(lang), &bagian);
            pages.extend(options.gaya.then(|| gaya::halaman(lang)));
            let mut found = cari::portal(content, &pages, lang);
            halaman += pages.len();
            grafik += pages.iter().map(|p| p.figure.len()).sum::<usize>();
            let results: Vec<Result<(), Gagal>> = pages.into_par_iter().map(|p| self.halaman(p, umum)).collect();
            gabung(results)?;
            for (path, bytes) in berkas(lang, &self.banding) {
                self.tulis(&format!("{}{path}", lang.folder()), &bytes)?;
            }
            found.extend(own);
            entri.push((lang, found));
        }
        if options.cari {
            self.indeks("", &entri)?;
        }
        Ok((halaman, grafik))
    }

    /// A search index in its folder below `awalan`; the engine is that of the whole portal.
    fn indeks(&self, awalan: &str, entri: &[(Lang, Vec<Entri>)]) -> Result<(), Gagal> {
        let files = indeks::indeks(self.bahan.content, entri).map_err(|d| Gagal::Templat(vec![*d]))?;
        let own = |path: &&(String, Vec<u8>)| awalan.is_empty() || !path.0.ends_with(".js");
        files.iter().filter(own).try_for_each(|(path, bytes)| self.tulis(&format!("{awalan}{path}"), bytes))
    }

    /// The files of all findings.
    fn unduhan(&self, jejak: &[JejakDaerah]) -> Result<(), Gagal> {
        let rows = || jejak.iter().flat_map(|d| &d.opd).flat_map(|j| &j.csv_temuan);
        self.tulis("data/temuan.csv", &exports::temuan_csv(rows()))?;
        self.tulis("data/temuan.xlsx", &exports::temuan_xlsx(rows()))
    }

    /// One page: rendered, weighed, handed over.
    fn halaman(&self, page: crate::pages::Halaman, umum: &Umum) -> Result<(), Gagal> {
        let folder = umum.lang.folder();
        let files = laman::halaman(page, self.bahan.theme, umum).map_err(|d| Gagal::Templat(vec![*d]))?;
        for (path, bytes) in files {
            let path = format!("{folder}{path}");
            self.timbangan.timbang(&path, &bytes);
            self.tulis(&path, &bytes)?;
        }
        Ok(())
    }
}

/// The traces of all OPD by language.
fn per_bahasa(jejak: Vec<JejakDaerah>, languages: usize) -> Vec<(Vec<Bagian>, Vec<Entri>)> {
    let mut out: Vec<(Vec<Bagian>, Vec<Entri>)> = (0..languages).map(|_| Default::default()).collect();
    for daerah in jejak {
        out.iter_mut().zip(daerah.entri).for_each(|((_, entri), found)| entri.extend(found));
        for one in daerah.opd {
            for ((bagian, entri), (own, found)) in out.iter_mut().zip(one.bagian.into_iter().zip(one.entri)) {
                bagian.push(own);
                entri.extend(found);
            }
        }
    }
    out
}

/// A file of the site: its path and its bytes.
type Berkas = (String, Vec<u8>);

/// All results, or everything the templates say, each mistake once; what is no mistake of a template comes first.
fn gabung<T>(results: Vec<Result<T, Gagal>>) -> Result<Vec<T>, Gagal> {
    let mut good = Vec::with_capacity(results.len());
    let mut galat: Vec<Diagnostic> = Vec::new();
    for result in results {
        match result {
            Ok(value) => good.push(value),
            // A mistake in a template breaks every page that uses it: it is said once.
            Err(Gagal::Templat(list)) => list.into_iter().for_each(|d| {
                if !galat.contains(&d) {
                    galat.push(d);
                }
            }),
            Err(other) => return Err(other),
        }
    }
    if galat.is_empty() { Ok(good) } else { Err(Gagal::Templat(galat)) }
}

/// A site in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Relative path with `/`, and bytes.
    pub files: Tree,
    /// Counts.
    pub ringkasan: Ringkasan,
    /// Warnings about what was built.
    pub peringatan: Vec<Diagnostic>,
}

/// Builds content that was loaded whole into memory; `all` are its OPD.
///
/// # Errors
/// [`Gagal`].
pub fn build(
    content: &Content,
    all: &[DataOpd<'_>],
    theme: &Theme,
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Gagal> {
    let ringkas: Vec<Ringkas> = all.par_iter().map(|d| Ringkas::dari(d)).collect();
    let sumber = Termuat::baru(content);
    let pohon = Pohon::default();
    let bahan = Bahan { content, ringkas, sumber: &sumber, theme, options };
    let Hasil { ringkasan, peringatan } = bangun(bahan, &pohon, progress)?;
    Ok(Built { files: pohon.selesai(), ringkasan, peringatan })
}
