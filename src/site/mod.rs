//! The whole build on one screen: content and theme in, files out, one OPD at a time. No clock, no randomness, no IO.
//!
//! ```text
//! pass 1  (whoever loads)  each OPD → checked → Ringkas; the OPD is dropped
//! between                  all Ringkas → comparisons
//! pass 2  (here)           each OPD read again → its pages, written at once → Jejak; the OPD is dropped
//! end                      all Jejak → the pages of the portal, the search index
//! ```

mod arsip;
mod bawa;
pub mod berat;
mod catatan;
mod daerah;
mod edisi;
mod hemat;
mod indeks;
pub mod istilah;
pub mod kebijakan;
pub mod konsep;
mod laman;
pub mod lama;
mod lingkup;
mod opd;
mod padanan;
mod pohon;
mod ringkas;
pub mod sebagian;
mod terbuka;
mod umum;
mod utuh;

pub use lingkup::{Jatah, Lingkup, Sasaran};
pub use pohon::{Built, build};
pub use ringkas::Ringkas;

use crate::comparisons::{self, Banding, DaerahBanding};
use crate::diagnostic::Diagnostic;
use crate::exports;
use crate::number::Lang;
use crate::output::{Keluaran, OutputError, Sidik};
use crate::pages::bagian::Bagian;
use crate::pages::cari;
use crate::pages::semua::Bersama;
use crate::pages::temuan::Ikhtisar;
use crate::pages::{gaya, indeks as indeks_halaman, semua};
use crate::records::{BatasData, Content, Daerah, SumberOpd};
use crate::simpanan::{Kunci, Simpanan};
use crate::templates::Theme;
use catatan::Pencatat;
use daerah::JejakDaerah;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use umum::Umum;

/// What a build is told besides content and theme.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Options {
    /// Base address for canonical links.
    pub base_url: Option<String>,
    /// Whether to draw the cards of link previews; only with a base address, which they must name.
    pub kartu: bool,
    /// Whether to make the search index; without it the list of pages is filtered instead.
    pub cari: bool,
    /// Whether to build the style page, which shows every component of the theme in every state.
    pub gaya: bool,
    /// Whether it is a draft for the agencies: marked on every page, told to no machine, no edition.
    pub konsep: bool,
    /// What `edisi.json` says of the edition; only the list of editions depends on it.
    #[serde(skip)]
    pub edisi: exports::kenangan::Terbit,
}

/// What a build counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    /// Which of its pages are made.
    pub lingkup: Lingkup,
    /// What earlier builds worked out.
    pub simpanan: &'a dyn Simpanan,
    /// Of the program and the shared content.
    pub kunci: Kunci,
    /// Of the content of every OPD, by number; the shared content and the program are part of it.
    pub kunci_opd: Vec<Kunci>,
}

/// Which OPD it is, and what decides its place among others.
struct Milik {
    daerah: String,
    opd: String,
    tahun: Vec<i32>,
    padanan: BTreeSet<String>,
    /// All padanan it brings values to or follows.
    nilai: BTreeSet<String>,
    /// Records, findings, and pages in one language.
    rekaman: usize,
    temuan: usize,
    halaman: usize,
}

impl Milik {
    fn dari(r: &Ringkas, options: &Options) -> Self {
        Self {
            daerah: r.bahan.daerah.clone(),
            opd: r.bahan.opd.kode.clone(),
            tahun: r.bahan.opd.tahun.clone(),
            padanan: r.padanan.clone(),
            nilai: r.padanan.iter().chain(r.sidik_nilai.keys()).cloned().collect(),
            rekaman: r.rekaman,
            temuan: r.temuan.jumlah,
            halaman: r.halaman_dalam(options),
        }
    }
}

/// Where the pages of one build go, and what every part of it is told.
struct Kerja<'a> {
    bahan: Bahan<'a>,
    banding: Banding,
    /// All findings, counted.
    ikhtisar: Ikhtisar,
    /// Whether every daerah has an index of its own, to read and to search.
    terbagi: bool,
    /// Newest cut-off of all data.
    batas: Option<BatasData>,
    /// By language, Indonesian first.
    umum: Vec<Umum>,
    /// Every OPD by number.
    milik: Vec<Milik>,
    /// Of everything all pages depend on.
    kunci: Kunci,
    /// Of what lists of findings say of all of them.
    kunci_ikhtisar: Kunci,
    /// Of all values of every padanan.
    kunci_padanan: BTreeMap<String, Kunci>,
    /// Every file of the site.
    semua: Mutex<Vec<(String, Sidik)>>,
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
    let batas = ringkas.iter().filter_map(|r| r.batas).max();
    // One agency is beside nobody.
    let sebanding = ringkas.len() > 1;
    let languages = std::iter::once(Lang::Id).chain(content.portal.bahasa_lain.iter().copied());
    let umum: Vec<Umum> = languages.map(|lang| umum::umum(content, (batas, sebanding), theme, options, lang)).collect();
    let milik: Vec<Milik> = ringkas.iter().map(|r| Milik::dari(r, options)).collect();
    let dipilih = bahan.lingkup.opd(&milik);
    let jumlah = |of: &dyn Fn(&Milik) -> usize| dipilih.iter().map(|n| of(&milik[*n])).sum::<usize>();
    let (done, total) = (AtomicUsize::new(0), umum.len() * jumlah(&|m| m.halaman));
    let selesai = || progress((done.fetch_add(1, Ordering::Relaxed) + 1).min(total), total);
    let timbangan = berat::Timbangan::baru(theme);
    let ikhtisar = Ikhtisar::dari(content, ringkas.iter().map(|r| (r.bahan.daerah.as_str(), &r.temuan)));
    let terbagi = indeks_halaman::terbagi(content, ringkas.iter().map(|r| r.isi).sum());
    let (rekaman, temuan) = (jumlah(&|m| m.rekaman), jumlah(&|m| m.temuan));
    let ada = bahan.simpanan.ada();
    let (mut kunci, mut kunci_ikhtisar) = (Kunci::default(), Kunci::default());
    if ada {
        kunci = Kunci::nilai(&(bahan.kunci, theme.kunci(), options, batas, terbagi, sebanding));
        kunci_ikhtisar = Kunci::nilai(&ikhtisar);
    }
    let kunci_semua = Kunci::nilai(&(kunci, &bahan.kunci_opd, &options.edisi));
    if let Some(hasil) = utuh::kembali(&bahan, &kunci_semua, keluar, &timbangan) {
        return Ok(hasil);
    }
    let kunci_padanan = if ada { kunci_padanan(content, &ringkas) } else { BTreeMap::new() };
    let daerah: Vec<DaerahBanding> = content.daerah.iter().map(DaerahBanding::dari).collect();
    let banding = comparisons::banding(&content.padanan, daerah, ringkas.into_iter().map(|r| r.bahan));
    let kerja = Kerja {
        bahan,
        banding,
        ikhtisar,
        terbagi,
        batas,
        umum,
        milik,
        kunci,
        kunci_ikhtisar,
        kunci_padanan,
        semua: Mutex::default(),
        keluar,
        timbangan,
        selesai: &selesai,
    };
    if kerja.bahan.lingkup != Lingkup::Semua {
        return kerja.sebagian(&dipilih, Ringkasan { rekaman, temuan, ..Ringkasan::default() });
    }
    kerja.statis()?;
    let mut jejak = kerja.semua_daerah()?;
    let mut arsip: Vec<exports::Arsip> = jejak.iter().filter_map(|d| d.arsip.clone()).collect();
    if !kerja.terbagi {
        arsip.extend(kerja.arsip(None, &mut jejak.iter_mut().flat_map(|d| &mut d.opd).collect::<Vec<_>>())?);
    }
    let opd = || jejak.iter().flat_map(|d| &d.opd);
    let halaman = jejak.iter().map(|d| d.isi.halaman).sum::<usize>() + opd().map(|j| j.isi.halaman).sum::<usize>();
    let grafik = opd().map(|j| j.isi.grafik).sum::<usize>();
    let temuan_csv = kerja.unduhan(&jejak)?;
    let edisi = kerja.isi_edisi(&jejak, &temuan_csv)?;
    kerja.terbuka(&jejak, temuan_csv, &arsip)?;
    let pindah = lama::pindah(opd());
    kerja.pindah(&pindah)?;
    let portal = kerja.portal(jejak, &edisi)?;
    kerja.peta(&pindah)?;
    kerja.konsep()?;
    if !options.konsep {
        kerja.edisi(edisi)?;
    }
    let ringkasan = Ringkasan { rekaman, halaman: halaman + portal.0, grafik: grafik + portal.1, temuan };
    let mut peringatan = kerja.timbangan.peringatan();
    peringatan.extend(comparisons::sepi(&kerja.banding));
    utuh::simpan(&kerja, &kunci_semua, ringkasan);
    Ok(Hasil { ringkasan, peringatan })
}

/// Of all values of every padanan, and of everybody who could have one.
fn kunci_padanan(content: &Content, ringkas: &[Ringkas]) -> BTreeMap<String, Kunci> {
    let names: Vec<_> = ringkas.iter().map(|r| (&r.bahan.daerah, &r.bahan.opd)).collect();
    let names = Kunci::nilai(&names);
    let of = |kode: &String| {
        let own: Vec<_> = ringkas.iter().enumerate().filter_map(|(n, r)| Some((n, r.sidik_nilai.get(kode)?))).collect();
        (kode.clone(), Kunci::nilai(&(names, own)))
    };
    content.padanan.keys().map(of).collect()
}

impl Kerja<'_> {
    /// The files of the theme, the style of its charts outside a page, the page for what is not found, and the logo.
    fn statis(&self) -> Result<(), Gagal> {
        let Bahan { content, theme, options, .. } = self.bahan;
        for (name, bytes) in theme.statis.iter().filter(|(name, _)| options.konsep || *name != konsep::GAYA) {
            self.tulis(&format!("aset/{name}"), bytes)?;
        }
        if let Some(umum) = self.umum.first() {
            self.tulis(bawa::GAYA, &bawa::gaya(&umum.gaya))?;
        }
        for umum in self.umum.iter().filter(|u| !u.istilah.daftar().is_empty()) {
            let (path, bytes) = bawa::istilah(theme, umum).map_err(|d| Gagal::Templat(vec![*d]))?;
            self.tulis(&path, &bytes)?;
        }
        if let Some(warna) = content.portal.warna {
            self.tulis("aset/warna.css", warna.css().as_bytes())?;
        }
        if let Some(logo) = &content.portal.logo {
            self.tulis(&format!("aset/{}", logo.berkas), &logo.isi)?;
        }
        Ok(())
    }

    /// The page for what is not found, and one at every address an agency left.
    fn pindah(&self, pindah: &lama::Pindah) -> Result<(), Gagal> {
        let Some(first) = self.umum.first() else { return Ok(()) };
        let theme = self.bahan.theme;
        let lost = theme.render(first.lang, lama::BERKAS, &lama::context(first, pindah));
        let lost = lost.and_then(|html| konsep::tandai(html, first, theme, None));
        let lost = kebijakan::sisip(&lost.map_err(|d| Gagal::Templat(vec![*d]))?);
        self.tulis(lama::BERKAS, lost.as_bytes())?;
        for (lama, kini) in pindah {
            for umum in &self.umum {
                let page = theme.render(umum.lang, lama::PINDAH, &lama::context_pindah(umum, lama, kini));
                let page = page.and_then(|html| konsep::tandai(html, umum, theme, None));
                let path = format!("{}{lama}index.html", umum.lang.folder());
                let page = kebijakan::sisip(&page.map_err(|d| Gagal::Templat(vec![*d]))?);
                self.tulis(&path, page.as_bytes())?;
            }
        }
        Ok(())
    }

    /// The second pass: every daerah with its OPD, in every language.
    fn semua_daerah(&self) -> Result<Vec<JejakDaerah>, Gagal> {
        let mut milik: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        (0..self.milik.len()).for_each(|n| milik.entry(&self.milik[n].daerah).or_default().push(n));
        let work = |d: &Daerah| daerah::tulis(self, d, milik.get(d.kode.as_str()).map_or(&[], Vec::as_slice));
        gabung(self.bahan.content.daerah.par_iter().map(work).collect())
    }

    /// What pages of more than one OPD share.
    fn bersama(&self, lang: Lang) -> Bersama<'_> {
        let Self { banding, ikhtisar, terbagi, .. } = self;
        Bersama { content: self.bahan.content, banding, ikhtisar, terbagi: *terbagi, lang }
    }

    /// The pages that draw on the whole portal, the style page where it is asked for, and the search index.
    fn portal(&self, mut jejak: Vec<JejakDaerah>, edisi: &exports::edisi::Edisi) -> Result<(usize, usize), Gagal> {
        let Bahan { content, options, simpanan, .. } = &self.bahan;
        let all = self.kunci_bersama(jejak.iter().flat_map(|d| &d.opd));
        let (mut halaman, mut grafik, mut entri) = (0, 0, Vec::new());
        let catat = Pencatat::sesudah(simpanan.baca_lama("portal").map(|(_, lama)| lama));
        for (n, umum) in self.umum.iter().enumerate() {
            let lang = umum.lang;
            let opd = jejak.iter_mut().flat_map(|d| &mut d.opd);
            let bagian: Vec<Bagian> = opd.map(|j| std::mem::take(&mut j.isi.bagian[n])).collect();
            let mut pages = semua::daftar(&self.bersama(lang), &bagian);
            pages.extend(options.gaya.then(|| gaya::halaman(lang)));
            pages.extend(self.halaman_edisi(edisi, &jejak, lang));
            entri.push(cari::bersama(content, &pages, lang));
            halaman += pages.len();
            grafik += pages.iter().map(|p| p.banyak_grafik()).sum::<usize>();
            gabung(pages.into_par_iter().map(|p| self.halaman(p, umum, &catat)).collect())?;
        }
        simpanan.tulis("portal", &self.kunci, &catat.selesai());
        let banding = self.semua_banding()?;
        grafik += banding.iter().map(|b| b.grafik).sum::<usize>();
        halaman += banding.iter().map(|b| b.halaman).sum::<usize>();
        for (n, (umum, list)) in self.umum.iter().zip(&mut entri).enumerate() {
            banding.iter().for_each(|b| list.extend(b.entri[n].iter().cloned()));
            list.extend(cari::istilah(content, umum.lang));
        }
        if options.cari {
            self.indeks_portal(&all, entri, &mut jejak)?;
        }
        Ok((halaman, grafik))
    }
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
