//! The whole build on one screen: content and theme in, a tree of files out. No clock, no randomness, no IO.

use crate::charts::{self, Lebar};
use crate::comparisons;
use crate::diagnostic::Diagnostic;
use crate::exports::{self, Gaya};
use crate::pages::banding::berkas;
use crate::pages::data::DataOpd;
use crate::pages::figure::Figure;
use crate::pages::semua::semua;
use crate::pages::{Halaman, data};
use crate::records::Content;
use crate::templates::{Theme, markdown};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a build is told besides content and theme.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Base address for canonical links.
    pub base_url: Option<String>,
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
}

/// Builds the site.
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
    let banding = comparisons::banding(content);
    let pages = semua(content, all, &banding);
    let umum = umum(content, options);
    let done = AtomicUsize::new(0);
    let rendered: Vec<Result<Vec<Berkas>, Box<Diagnostic>>> = pages
        .par_iter()
        .map(|page| {
            let files = halaman(page, theme, &umum);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
            files
        })
        .collect();
    let mut files: BTreeMap<String, Vec<u8>> =
        theme.statis.iter().map(|(name, bytes)| (format!("aset/{name}"), bytes.clone())).collect();
    let mut galat: Vec<Diagnostic> = Vec::new();
    for result in rendered {
        match result {
            Ok(list) => files.extend(list),
            // A mistake in a template breaks every page that uses it: it is said once.
            Err(d) if galat.contains(&d) => {}
            Err(d) => galat.push(*d),
        }
    }
    if !galat.is_empty() {
        return Err(galat);
    }
    files.extend(berkas(content, &banding));
    let exported: Vec<(String, Vec<u8>)> = all.par_iter().flat_map_iter(unduhan).collect();
    files.extend(exported);
    files.insert("data/temuan.csv".to_string(), exports::temuan_csv(all, Gaya::Baku));
    files.insert("data/temuan-excel.csv".to_string(), exports::temuan_csv(all, Gaya::Excel));
    let ringkasan = Ringkasan {
        rekaman: all.iter().map(|d| d.sumber.rekaman.len()).sum(),
        halaman: pages.len(),
        grafik: pages.iter().map(|p| p.figure.len()).sum(),
        temuan: all.iter().map(|d| d.hasil.temuan.len()).sum(),
    };
    Ok(Built { files, ringkasan })
}

/// A file of the site: its path and its bytes.
type Berkas = (String, Vec<u8>);

/// What every page sees.
fn umum(content: &Content, options: &Options) -> Value {
    let base = options.base_url.clone().or_else(|| content.portal.alamat_dasar.clone());
    let batas =
        content.daerah.iter().flat_map(|d| &d.opd).flat_map(|o| &o.rekaman).map(|r| r.batas_data.as_str()).max();
    json!({
        "judul": content.portal.judul,
        "keterangan": content.portal.keterangan,
        "bahasa": content.portal.bahasa,
        "lisensi": content.portal.lisensi,
        "alamat_dasar": base.map(|b| if b.ends_with('/') { b } else { format!("{b}/") }),
        "keadaan": batas.map(data::tanggal),
        "halaman": content.halaman.iter().map(|h| json!({"judul": h.judul, "url": format!("{}/", h.kode)})).collect::<Vec<_>>(),
    })
}

/// The files of one page: itself, and the CSV and SVG of its figures.
fn halaman(page: &Halaman, theme: &Theme, umum: &Value) -> Result<Vec<Berkas>, Box<Diagnostic>> {
    let mut files = Vec::new();
    let mut grafik = Map::new();
    for figure in &page.figure {
        let base = format!("{}grafik/{}", page.alamat, figure.kode);
        files.push((format!("{base}.csv"), exports::figure_csv(figure)));
        grafik.insert(figure.kode.clone(), grafik_view(figure));
    }
    let mut isi = page.isi.clone();
    if let Value::Object(map) = &mut isi {
        for key in ["markdown", "narasi"] {
            if let Some(Value::String(text)) = map.get(key) {
                let html = markdown(text);
                map.insert(key.to_string(), Value::String(html));
            }
        }
    }
    let mut context = tera::Context::new();
    context.insert("portal", umum);
    context.insert("akar", &page.akar());
    context.insert("alamat", &page.alamat);
    context.insert("judul", &page.judul);
    context.insert("kalimat", &page.kalimat);
    context.insert("remah", &page.remah);
    context.insert("grafik", &Value::Object(grafik));
    context.insert("h", &isi);
    let html = pendek(theme.render(page.templat, &context)?, page);
    files.push((format!("{}index.html", page.alamat), html.into_bytes()));
    Ok(files)
}

/// Links inside one OPD go through its own folder, not through the root: a fifth of the bytes of a page full of figures.
fn pendek(html: String, page: &Halaman) -> String {
    let mut parts = page.alamat.splitn(3, '/');
    let (Some(daerah), Some(opd), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return html };
    if page.templat == "daerah.html" {
        return html;
    }
    let up = "../".repeat(rest.matches('/').count());
    html.replace(&format!("href=\"{}{daerah}/{opd}/", page.akar()), &format!("href=\"{up}"))
}

/// A figure as a template sees it: two drawings, one table.
fn grafik_view(figure: &Figure) -> Value {
    json!({
        "kode": figure.kode,
        "judul": figure.judul,
        "subjudul": figure.subjudul,
        "kalimat": figure.kalimat,
        "sumber": figure.sumber,
        "keadaan": figure.keadaan,
        "lebar": charts::svg(figure, Lebar::Lebar),
        "sempit": charts::svg(figure, Lebar::Sempit),
        "tabel": exports::figure_tabel(figure),
    })
}

/// The downloads of one OPD.
fn unduhan(d: &DataOpd<'_>) -> Vec<(String, Vec<u8>)> {
    let base = format!("data/{}-{}", d.daerah.kode, d.sumber.opd.kode);
    vec![
        (format!("{base}.csv"), exports::opd_csv(d, Gaya::Baku)),
        (format!("{base}-excel.csv"), exports::opd_csv(d, Gaya::Excel)),
    ]
}
