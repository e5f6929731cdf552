//! Pohon: a site built from content at hand into memory, for tests and tools.

use super::{Bahan, Gagal, Hasil, Lingkup, Options, Ringkas, Ringkasan, bangun};
use crate::diagnostic::Diagnostic;
use crate::output::{Pohon, Tree};
use crate::pages::data::DataOpd;
use crate::records::{Content, Termuat};
use crate::simpanan::{Kunci, Tanpa};
use crate::templates::Theme;
use rayon::prelude::*;

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
    let (kunci, kunci_opd) = (Kunci::default(), vec![Kunci::default(); all.len()]);
    let lingkup = Lingkup::Semua;
    let bahan =
        Bahan { content, ringkas, sumber: &sumber, theme, options, lingkup, simpanan: &Tanpa, kunci, kunci_opd };
    let Hasil { ringkasan, peringatan } = bangun(bahan, &pohon, progress)?;
    Ok(Built { files: pohon.selesai(), ringkasan, peringatan })
}
