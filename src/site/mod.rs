//! STUB of the cli helper, to be replaced by the lead's `site`: same signatures, two plain kinds of pages.

use crate::diagnostic::Diagnostic;
use crate::records::Content;
use crate::templates::Theme;
use std::collections::BTreeMap;

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
/// Whatever the templates say.
pub fn build(
    content: &Content,
    _theme: &Theme,
    _options: &Options,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Built, Vec<Diagnostic>> {
    let mut files = BTreeMap::new();
    let html = |title: &str| format!("<!doctype html><html><body><h1>{title}</h1></body></html>").into_bytes();
    files.insert("index.html".to_string(), html(&content.portal.judul));
    let mut ringkasan = Ringkasan { halaman: 1, ..Ringkasan::default() };
    let total = content.daerah.iter().flat_map(|d| &d.opd).map(|o| o.rekaman.len()).sum::<usize>();
    for d in &content.daerah {
        for o in &d.opd {
            for r in &o.rekaman {
                let path = format!("{}/{}/{}/index.html", d.kode, o.opd.kode, r.tahun);
                files.insert(path, html(&format!("{} {}", o.opd.nama, r.tahun)));
                ringkasan.rekaman += 1;
                ringkasan.halaman += 1;
                progress(ringkasan.rekaman, total);
            }
        }
    }
    Ok(Built { files, ringkasan })
}
