//! The list of all pages of a site, in the order of their addresses.

use super::bagian::Bagian;
use super::banding::Letak;
use super::data::DataOpd;
use super::figure::Figure;
use super::tampilan::{self, Tampilan};
use super::temuan::{CacahTemuan, Ikhtisar};
use super::{Halaman, asal, banding, beranda, cari, indeks, indikator, lembar, opd, periksa, rekaman, ringkasan, umum};
use crate::comparisons::{self, Banding, DaerahBanding};
use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{Content, Daerah, Rekaman};
use crate::teks;
use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

/// Compares what all OPD bring.
pub fn bandingkan(content: &Content, all: &[DataOpd<'_>]) -> Banding {
    let bring = |d: &DataOpd<'_>| comparisons::bahan(d);
    let bahan: Vec<_> = all.par_iter().map(bring).collect();
    comparisons::banding(&content.padanan, content.daerah.iter().map(DaerahBanding::dari).collect(), bahan)
}

/// Builds every page, in Indonesian.
pub fn semua(content: &Content, all: &[DataOpd<'_>], banding: &Banding) -> Vec<Halaman> {
    let mut pages = semua_portal(content, all, banding, Lang::Id);
    let per_opd: Vec<Vec<Halaman>> = all.par_iter().map(|d| satu_opd(d, &letak(d, banding))).collect();
    pages.extend(per_opd.into_iter().flatten());
    pages.sort_by(|a, b| a.alamat.cmp(&b.alamat));
    pages
}

/// The place of an OPD that is at hand.
pub fn letak(d: &DataOpd<'_>, banding: &Banding) -> Letak {
    let milik = (d.daerah.kode.as_str(), d.sumber.opd.kode.as_str());
    let tahun: Vec<i32> = d.sumber.rekaman.iter().map(|r| r.tahun).collect();
    let padanan = d.sumber.opd.indikator.values().filter_map(|i| i.padanan.as_deref());
    Letak::dari(d.lang, banding, milik, &tahun, padanan)
}

/// Builds the pages of the portal and of every daerah from OPD that are all at hand.
pub fn semua_portal(content: &Content, all: &[DataOpd<'_>], banding: &Banding, lang: Lang) -> Vec<Halaman> {
    let bagian = Bagian::semua(all);
    let cacah: Vec<CacahTemuan> = all.iter().map(|d| CacahTemuan::dari(d)).collect();
    let ikhtisar = Ikhtisar::dari(content, all.iter().map(|d| d.daerah.kode.as_str()).zip(&cacah));
    let terbagi = indeks::terbagi(content, all.iter().map(|d| indeks::banyak_baris(d)).sum());
    let bersama = Bersama { content, banding, ikhtisar: &ikhtisar, terbagi, lang };
    let mut pages = portal(&bersama, &bagian);
    for d in &content.daerah {
        let own: Vec<Bagian> = bagian.iter().filter(|b| b.daerah == d.kode).cloned().collect();
        pages.extend(daerah(&bersama, d, &own));
    }
    pages
}

/// What pages of more than one OPD share.
#[derive(Clone, Copy)]
pub struct Bersama<'a> {
    /// The shared content.
    pub content: &'a Content,
    /// All comparisons.
    pub banding: &'a Banding,
    /// All findings, counted.
    pub ikhtisar: &'a Ikhtisar,
    /// Whether the index of every daerah stands on its own page.
    pub terbagi: bool,
    /// The language.
    pub lang: Lang,
}

/// Builds the pages that draw on the whole portal.
pub fn portal(b: &Bersama<'_>, all: &[Bagian]) -> Vec<Halaman> {
    let mut pages = daftar(b, all);
    pages.extend(banding::halaman(b.banding, &b.content.skala, b.lang));
    pages
}

/// Builds the pages of one daerah from what its OPD left behind.
pub fn daerah(b: &Bersama<'_>, d: &Daerah, own: &[Bagian]) -> Vec<Halaman> {
    let view = beranda::daerah(d, own, b.lang);
    let kalimat = view.kalimat.clone();
    let mut pages =
        vec![page(format!("{}/", d.kode), "daerah.html", d.nama.clone(), kalimat, Vec::new(), &view, Vec::new())];
    if b.terbagi {
        pages.push(isi(b.lang, indeks::isi_daerah(d, own, b.lang)));
    }
    if !own.is_empty() {
        pages.extend(super::temuan::daerah(d, own, b.ikhtisar, b.lang).into_iter().map(|list| temuan(b.lang, &list)));
    }
    pages
}

/// A page of the index.
fn isi(lang: Lang, list: indeks::HalamanIsi) -> Halaman {
    let (judul, up) = di_bawah(list.daerah.as_deref(), lang.pilih("Daftar isi", "Contents"), "isi/");
    let kalimat = teks!(lang, "Semua halaman portal ini dalam satu daftar.", "All pages of this portal in one list.");
    page(list.alamat.clone(), "isi.html", judul, kalimat, up, &list, Vec::new())
}

/// A list of findings.
fn temuan(lang: Lang, list: &super::temuan::Halaman) -> Halaman {
    let (judul, kalimat) = (list.judul.clone(), list.kalimat.clone());
    let above = (lang.pilih("Temuan", "Findings").to_string(), "temuan/".to_string());
    let up = if list.alamat == "temuan/" { Vec::new() } else { vec![above] };
    let made = page(list.alamat.clone(), "temuan.html", judul, kalimat, up, list, Vec::new());
    Halaman { sel: list.halter.clone(), ..made }
}

/// How many pages one OPD will have, without building them.
pub fn banyak(d: &Opd<'_>) -> usize {
    let per_tahun = |r: &Rekaman| {
        let money = usize::from(!r.anggaran.pohon.is_empty());
        let views = if tampilan::terbagi(r) { 3 + money } else { 1 };
        views + usize::from(!r.tabel.is_empty())
    };
    let tahun: usize = d.sumber.rekaman.iter().map(per_tahun).sum();
    1 + tahun + d.sumber.opd.indikator.len() + asal::banyak(d)
}

fn page(
    alamat: String,
    templat: &'static str,
    judul: String,
    kalimat: String,
    remah: Vec<(String, String)>,
    view: &impl Serialize,
    figure: Vec<Figure>,
) -> Halaman {
    // A view is made of maps with text keys: it always serialises.
    let isi = serde_json::to_value(view).unwrap_or(Value::Null);
    Halaman { alamat, templat, judul, kalimat, remah, isi, figure, ..Halaman::default() }
}

/// Gives the page last added its lines about the place of the kabupaten among the setara.
fn bertempat(pages: &mut [Halaman], list: &[banding::Tempat]) {
    if let Some(page) = pages.last_mut() {
        page.sel.extend(list.iter().filter_map(|t| t.strip.clone()));
    }
    if let (Some(Value::Object(isi)), false) = (pages.last_mut().map(|p| &mut p.isi), list.is_empty()) {
        isi.insert("tempat".to_string(), json!(list));
    }
}

/// Builds the pages of one OPD.
pub fn satu_opd(d: &DataOpd<'_>, letak: &Letak) -> Vec<Halaman> {
    let root = d.alamat();
    let up = vec![(d.daerah.nama.clone(), format!("{}/", d.daerah.kode))];
    let mut below = up.clone();
    below.push((d.sumber.opd.singkatan.clone(), root.clone()));
    let (view, figure, sel) = opd::halaman(d);
    let kalimat = view.kalimat.clone();
    let entri = cari::dinas(d, &view);
    let mut pages =
        vec![Halaman { entri, sel, ..page(root.clone(), "opd.html", d.nama(), kalimat, up, &view, figure) }];
    for r in &d.sumber.rekaman {
        let (view, figure) = rekaman::halaman(d, r);
        // Of the free tables only those a citizen asks for are drawn on the record's own page, the others beside their table.
        let (figure, beside) = rekaman::pisah(&view.tema, figure);
        let kalimat = view.kalimat.clone();
        let judul = format!("{} {}", d.nama_pada(r.tahun), r.tahun);
        if !view.tema.is_empty() {
            let mut up = below.clone();
            up.push((r.tahun.to_string(), format!("{root}{}/", r.tahun)));
            let (nama, tahun) = (d.nama_pada(r.tahun), r.tahun);
            let judul = teks!(d.lang, "Semua tabel {nama} {tahun}", "All tables, {nama} {tahun}");
            let kalimat = teks!(
                d.lang,
                "Tabel-tabel laporan {nama} {tahun} seperti tercetak, dengan sumbernya.",
                "The tables of the {tahun} report of {nama} as printed, with their sources."
            );
            let isi = json!({
                "nama": view.nama,
                "tahun": view.tahun,
                "tema": rekaman::di_samping(&view.tema),
                "csv": d.csv(),
            });
            let entri = cari::tabel(d, r.tahun, &view.tema);
            let alamat = format!("{root}{}/tabel/", r.tahun);
            pages.push(Halaman { entri, ..page(alamat, "tabel.html", judul, kalimat, up, &isi, beside) });
        }
        let mut lembar = Vec::new();
        if view.hasil().chain(&view.belum).next().is_some() {
            lembar.push(lembar::capaian(d.lang, view.hasil().chain(&view.belum)));
        }
        let mut entri = cari::laporan(d, r, &view);
        let mut teks = Some(ringkasan::teks(d, &view, &figure));
        let own = format!("{root}{}/", r.tahun);
        let mut halter = view.verifikasi.halter.clone();
        for (t, view, figure) in tampilan::pecah(d, r, view, figure) {
            let mut up = below.clone();
            let mut name = judul.clone();
            if !matches!(t, Tampilan::Satu | Tampilan::Sekilas) {
                up.push((r.tahun.to_string(), own.clone()));
                name = format!("{}: {judul}", t.nama(d.lang));
            }
            let page = page(format!("{own}{}", t.alamat()), "rekaman.html", name, kalimat.clone(), up, &view, figure);
            // What is found of a record, its table and its text belong to its first view.
            let sel = if t == Tampilan::Hasil { Vec::new() } else { std::mem::take(&mut halter) };
            let (lembar, entri) = (std::mem::take(&mut lembar), std::mem::take(&mut entri));
            pages.push(Halaman { lembar, entri, sel, teks: teks.take(), ..page });
            if matches!(t, Tampilan::Satu | Tampilan::Hasil) {
                bertempat(&mut pages, letak.tahun(r.tahun));
            }
        }
    }
    for def in d.sumber.opd.indikator.values() {
        let (mut view, figure) = indikator::halaman(d, def);
        if !def.padanan.as_ref().is_some_and(|kode| letak.berhalaman(kode)) {
            view.padanan = None;
        }
        let kalimat = view.kalimat.clone();
        let judul = format!("{}, {}", def.nama, d.daerah.nama);
        let alamat = format!("{root}indikator/{}/", def.kode);
        let entri = vec![cari::indikator(d, def, &view)];
        let figure = figure.into_iter().collect();
        let page = page(alamat, "indikator.html", judul, kalimat, below.clone(), &view, figure);
        pages.push(Halaman { entri, ..page });
        if let Some(padanan) = &def.padanan {
            bertempat(&mut pages, letak.padanan(padanan));
        }
    }
    for view in asal::semua(d) {
        let (perihal, nama) = (&view.judul, d.nama());
        let judul =
            teks!(d.lang, "Dari mana angka ini? {perihal}, {nama}", "Where is this figure from? {perihal}, {nama}");
        let kalimat = teks!(
            d.lang,
            "Sumber, rumus dan masukan setiap angka: {perihal}, {nama}.",
            "Source, formula and inputs of every figure: {perihal}, {nama}."
        );
        let alamat = format!("{root}angka/{}/", view.kode);
        pages.push(page(alamat, "angka.html", judul, kalimat, below.clone(), &view, Vec::new()));
    }
    satu_csv(&mut pages);
    pages
}

/// The checklists of an OPD, one a record: pages only a draft has.
pub fn periksa(d: &DataOpd<'_>) -> Vec<Halaman> {
    let list = d.sumber.rekaman.iter().map(|r| {
        let view = periksa::halaman(d, r);
        let (nama, tahun) = (d.nama_pada(r.tahun), r.tahun);
        let judul = teks!(d.lang, "Daftar periksa {nama} {tahun}", "Checklist of {nama} {tahun}");
        let up = vec![
            (d.daerah.nama.clone(), format!("{}/", d.daerah.kode)),
            (d.sumber.opd.singkatan.clone(), d.alamat()),
            (tahun.to_string(), format!("{}{tahun}/", d.alamat())),
        ];
        page(periksa::alamat(d, tahun), "periksa.html", judul, view.kalimat.clone(), up, &view, Vec::new())
    });
    list.collect()
}

/// The data of the charts of some pages as one file below the first of them, which all of them name.
pub(super) fn satu_csv(pages: &mut [Halaman]) {
    let (Some(sheet), Some(root)) = (lembar::grafik(pages), pages.first().map(|p| p.alamat.clone())) else { return };
    for page in pages.iter_mut().filter(|p| p.figure.iter().any(|f| !tampilan::cuplikan(f))) {
        page.csv = Some(format!("{root}{}", lembar::GRAFIK));
    }
    pages[0].lembar.push(sheet);
}

/// Builds the pages that list all OPD, and those about the portal itself; comparisons are apart.
pub fn daftar(b: &Bersama<'_>, all: &[Bagian]) -> Vec<Halaman> {
    let Bersama { content, banding, lang, .. } = *b;
    let portal = &content.portal;
    let plain = |alamat: &str, templat, judul: &str, kalimat: &str, view: Value| {
        page(alamat.to_string(), templat, judul.to_string(), kalimat.to_string(), Vec::new(), &view, Vec::new())
    };
    let (view, figure) = beranda::beranda(content, all, banding, lang);
    let mut pages = vec![
        page(
            String::new(),
            "beranda.html",
            umum::dalam(lang, &portal.judul),
            umum::dalam(lang, &portal.keterangan),
            Vec::new(),
            &view,
            figure,
        ),
        plain(
            "metodologi/",
            "metodologi.html",
            lang.pilih("Metodologi", "Method"),
            lang.pilih(
                "Bagaimana angka di portal ini dihitung, dibaca dan dibandingkan.",
                "How the figures of this portal are computed, read and compared.",
            ),
            json!({ "ukuran": umum::ukuran(lang), "aturan": super::temuan::semua_aturan(b.ikhtisar, lang) }),
        ),
        plain(
            "glosarium/",
            "glosarium.html",
            lang.pilih("Glosarium", "Glossary"),
            lang.pilih(
                "Istilah dalam laporan kinerja, masing-masing satu kalimat.",
                "Terms of performance reports, one sentence each.",
            ),
            json!({ "istilah": umum::glosarium(lang, &content.glosarium) }),
        ),
        plain(
            "ralat/",
            "ralat.html",
            lang.pilih("Ralat", "Corrections"),
            lang.pilih("Perbaikan atas angka yang pernah terbit.", "Corrections of figures that were published."),
            json!({
                "ppid": portal.ppid.as_ref().map(|p| umum::ppid(p, lang)),
                "ralat": super::ralat::terbaru(all.iter().flat_map(|b| b.ralat.iter().cloned()).collect()),
            }),
        ),
    ];
    // The pictures of the first page have their data beside it.
    satu_csv(&mut pages[..1]);
    pages.extend(indeks::unduhan(content, all, b.terbagi).into_iter().map(|list| {
        let (judul, up) = di_bawah(list.provinsi.as_deref(), "Data", "data/");
        let kalimat = teks!(
            lang,
            "Unduh semua angka portal ini beserta sumbernya.",
            "Download all figures of this portal with their sources."
        );
        page(list.alamat.clone(), "data.html", judul, kalimat, up, &list, Vec::new())
    }));
    pages.push(isi(lang, indeks::isi(content, all, lang, b.terbagi)));
    pages.extend(super::temuan::portal(all, b.ikhtisar, lang).iter().map(|list| temuan(lang, list)));
    for h in &content.halaman {
        let (judul, isi) = (umum::dalam(lang, &h.judul), umum::dalam(lang, &h.isi));
        let view = json!({ "markdown": isi, "bahasa": umum::bahasa(lang, &h.isi) });
        pages.push(plain(&format!("{}/", h.kode), "halaman.html", &judul, &judul, view));
    }
    pages
}

/// Title and way back of a list, or of its part about one place.
fn di_bawah(bagian: Option<&str>, judul: &str, alamat: &str) -> (String, Vec<(String, String)>) {
    match bagian {
        Some(nama) => (format!("{judul}: {nama}"), vec![(judul.to_string(), alamat.to_string())]),
        None => (judul.to_string(), Vec::new()),
    }
}
