//! The whole build on one screen: content and theme in, a tree of files out. No clock, no randomness, no IO.

mod bawa;
pub mod berat;
mod indeks;
mod istilah;
mod laman;

use crate::charts::Gaya as GayaGrafik;
use crate::comparisons::Banding;
use crate::diagnostic::Diagnostic;
use crate::exports::{self, Gaya};
use crate::number::Lang;
use crate::pages::bagian::Bagian;
use crate::pages::banding::berkas;
use crate::pages::cari::{self, Entri};
use crate::pages::data::DataOpd;
use crate::pages::{Halaman, gaya, semua, umum};
use crate::records::Content;
use crate::templates::Theme;
use istilah::Istilah;
use rayon::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// A built site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Relative path with `/`, and bytes.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Counts.
    pub ringkasan: Ringkasan,
    /// Warnings about what was built, not about the content; their places are files of the site.
    pub peringatan: Vec<Diagnostic>,
}

/// Builds the site: in Indonesian from `all`, and once more below its own folder for every further language of the portal.
///
/// # Errors
/// Whatever the templates say, of every page.
pub fn build(
    content: &Content,
    all: &[DataOpd<'_>],
    theme: &Theme,
    options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Vec<Diagnostic>> {
    let banding = semua::bandingkan(content, all);
    let languages: Vec<Lang> = std::iter::once(Lang::Id).chain(content.portal.bahasa_lain.iter().copied()).collect();
    let banyak: usize = all.par_iter().map(semua::banyak).sum();
    let done = AtomicUsize::new(0);
    let (mut halaman, mut grafik, mut entri) = (0, 0, Vec::new());
    let mut files: BTreeMap<String, Vec<u8>> =
        theme.statis.iter().map(|(name, bytes)| (format!("aset/{name}"), bytes.clone())).collect();
    if let Some(logo) = &content.portal.logo {
        files.insert(format!("aset/{}", logo.berkas), logo.isi.clone());
    }
    for lang in &languages {
        let own: Vec<DataOpd<'_>> = all.iter().map(|d| d.dalam(*lang)).collect();
        let all = own.as_slice();
        let bagian = Bagian::semua(all);
        let portal = halaman_portal(content, &bagian, &banding, options, *lang);
        halaman += portal.len() + banyak;
        let total = (portal.len() + banyak) * languages.len();
        let mut found = cari::portal(content, &portal, *lang);
        let selesai = || progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
        let built = bahasa(portal, all, &banding, theme, &umum(content, theme, options, *lang), &selesai)?;
        files.extend(built.files);
        files.extend(data_banding(&banding, *lang));
        grafik += built.grafik;
        found.extend(built.entri);
        entri.push((*lang, found));
    }
    if options.cari {
        files.extend(indeks::indeks(content, &entri).map_err(|d| vec![*d])?);
    }
    let exported: Vec<(String, Vec<u8>)> = all.par_iter().flat_map_iter(unduhan).collect();
    files.extend(exported);
    let rows: Vec<Vec<String>> = all.iter().flat_map(exports::baris_temuan).collect();
    files.insert("data/temuan.csv".to_string(), exports::temuan_csv(rows.iter(), Gaya::Baku));
    files.insert("data/temuan-excel.csv".to_string(), exports::temuan_csv(rows.iter(), Gaya::Excel));
    let ringkasan = Ringkasan {
        rekaman: all.iter().map(|d| d.sumber.rekaman.len()).sum(),
        halaman,
        grafik,
        temuan: all.iter().map(|d| d.hasil.temuan.len()).sum(),
    };
    let peringatan = berat::periksa(&files).iter().map(berat::peringatan).collect();
    Ok(Built { files, ringkasan, peringatan })
}

/// The pages that draw on the whole portal, and the style page where it is asked for.
fn halaman_portal(content: &Content, all: &[Bagian], banding: &Banding, options: &Options, lang: Lang) -> Vec<Halaman> {
    let mut pages = semua::portal(content, all, banding, lang);
    pages.extend(options.gaya.then(|| gaya::halaman(lang)));
    pages
}

/// What one language adds to the site.
struct SatuBahasa {
    /// Its files.
    files: Vec<Berkas>,
    /// How many charts its pages have.
    grafik: usize,
    /// What can be found of its pages.
    entri: Vec<Entri>,
}

/// Renders the pages of one language.
fn bahasa(
    portal: Vec<Halaman>,
    all: &[DataOpd<'_>],
    banding: &Banding,
    theme: &Theme,
    umum: &Umum,
    selesai: &(dyn Fn() + Sync),
) -> Result<SatuBahasa, Vec<Diagnostic>> {
    let grafik = AtomicUsize::new(0);
    let render = |mut page: Halaman| {
        grafik.fetch_add(page.figure.len(), Ordering::Relaxed);
        let found = std::mem::take(&mut page.entri);
        let files = laman::halaman(page, theme, umum).map(|files| (files, found));
        selesai();
        files
    };
    let mut rendered: Vec<Terbit> = portal.into_par_iter().map(render).collect();
    // The pages of an OPD are built and written one OPD at a time: their views are larger than what they become.
    let per_opd = all.par_iter().flat_map(|d| semua::satu_opd(d, banding).into_par_iter().map(render));
    rendered.par_extend(per_opd);
    let folder = umum.lang.folder();
    let (mut files, mut entri) = (Vec::new(), Vec::new());
    let mut galat: Vec<Diagnostic> = Vec::new();
    for result in rendered {
        match result {
            Ok((list, found)) => {
                files.extend(list.into_iter().map(|(path, bytes)| (format!("{folder}{path}"), bytes)));
                entri.extend(found);
            }
            // A mistake in a template breaks every page that uses it: it is said once.
            Err(d) if galat.contains(&d) => {}
            Err(d) => galat.push(*d),
        }
    }
    if galat.is_empty() { Ok(SatuBahasa { files, grafik: grafik.into_inner(), entri }) } else { Err(galat) }
}

/// A file of the site: its path and its bytes.
type Berkas = (String, Vec<u8>);

/// What one page becomes: its files, and what can be found of it.
type Terbit = Result<(Vec<Berkas>, Vec<Entri>), Box<Diagnostic>>;

/// What every page of one language shares.
struct Umum {
    /// The language.
    lang: Lang,
    /// As templates see it.
    view: Value,
    /// Title of the portal.
    judul: String,
    /// Newest cut-off of all data, in words: the edition.
    keadaan: Option<String>,
    /// Base address with a trailing slash.
    alamat: Option<String>,
    /// The style of charts outside their page.
    gaya: GayaGrafik,
    /// Whether cards were asked for.
    minta_kartu: bool,
    /// The terms that explain themselves.
    istilah: Istilah,
}

impl Umum {
    /// What marks text as Indonesian on a page in another language: names, quotations, summaries.
    fn tanda_id(&self) -> &'static str {
        self.lang.pilih("", " lang=\"id\"")
    }

    /// From a page to the root of the whole site, where what all languages share stands.
    fn pangkal(&self, page: &Halaman) -> String {
        format!("{}{}", page.akar(), "../".repeat(self.lang.folder().matches('/').count()))
    }

    /// The full address under which the pages of this language stand, when the site has one.
    fn akar(&self) -> Option<String> {
        self.alamat.as_ref().map(|root| format!("{root}{}", self.lang.folder()))
    }

    /// Whether pages get a card.
    fn kartu(&self) -> bool {
        cfg!(feature = "kartu") && self.minta_kartu && self.alamat.is_some()
    }
}

fn umum(content: &Content, theme: &Theme, options: &Options, lang: Lang) -> Umum {
    let base = options.base_url.clone().or_else(|| content.portal.alamat_dasar.clone());
    let alamat = base.map(|b| if b.ends_with('/') { b } else { format!("{b}/") });
    let batas =
        content.daerah.iter().flat_map(|d| &d.opd).flat_map(|o| &o.rekaman).map(|r| r.batas_data.as_str()).max();
    let keadaan = batas.map(|day| lang.tanggal(day));
    let css = theme.statis.get("charts.css").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let view = json!({
        "judul": content.portal.judul.dalam(lang).0,
        "keterangan": content.portal.keterangan.dalam(lang).0,
        "bahasa": lang.kode(),
        "bahasa_lain": content.portal.bahasa_lain.iter().map(|l| l.kode()).collect::<Vec<_>>(),
        "lisensi": content.portal.lisensi,
        "instansi": content.portal.instansi,
        "logo": content.portal.logo.as_ref().map(|l| json!({
            "berkas": l.berkas, "lebar": l.lebar, "tinggi": l.tinggi, "alt": l.alt.dalam(lang).0,
        })),
        "warna": content.portal.warna.map(|w| w.css()),
        "ppid": content.portal.ppid.as_ref().map(|p| umum::ppid(p, lang)),
        "alamat_dasar": alamat,
        "keadaan": keadaan,
        "cari": cfg!(feature = "cari") && options.cari,
        "halaman": content.halaman.iter().map(|h| json!({
            "judul": umum::dalam(lang, &h.judul), "bahasa": umum::bahasa(lang, &h.judul), "url": format!("{}/", h.kode),
        })).collect::<Vec<_>>(),
    });
    let judul = content.portal.judul.dalam(lang).0.to_string();
    let istilah = Istilah::baru(umum::glosarium(lang, &content.glosarium));
    Umum { lang, view, judul, keadaan, alamat, gaya: GayaGrafik::dari(&css), minta_kartu: options.kartu, istilah }
}

/// The data the picking script of comparisons reads, below the pages of its language.
fn data_banding(banding: &Banding, lang: Lang) -> impl Iterator<Item = Berkas> {
    berkas(lang, banding).into_iter().map(move |(path, bytes)| (format!("{}{path}", lang.folder()), bytes))
}

/// The downloads of one OPD.
fn unduhan(d: &DataOpd<'_>) -> Vec<(String, Vec<u8>)> {
    let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
    vec![
        (format!("{base}.csv"), exports::opd_csv(d, Gaya::Baku)),
        (format!("{base}-excel.csv"), exports::opd_csv(d, Gaya::Excel)),
    ]
}
