//! The second pass over one daerah: its OPD, then the pages that list them; in a large portal its own search index.

use super::opd::{self, Jejak};
use super::{Gagal, Kerja, gabung};
use crate::pages::bagian::Bagian;
use crate::pages::cari::{self, Entri, Jenis};
use crate::pages::semua;
use crate::records::Daerah;
use rayon::prelude::*;

/// In a large portal the lists of all findings hold this many of each OPD; the lists of its daerah hold all.
const TERBERAT: usize = 20;

/// What the portal needs of a daerah whose pages are written.
pub(super) struct JejakDaerah {
    /// Of its OPD.
    pub(super) opd: Vec<Jejak>,
    /// What can be found of the pages about all of it, by language.
    pub(super) entri: Vec<Vec<Entri>>,
    /// How many pages are about all of it, in all languages.
    pub(super) halaman: usize,
}

/// Makes and writes everything of one daerah, `opd` being the numbers of its OPD.
pub(super) fn tulis(kerja: &Kerja<'_>, d: &Daerah, opd: &[usize]) -> Result<JejakDaerah, Gagal> {
    let results: Vec<Result<Jejak, Gagal>> = opd.par_iter().map(|n| opd::tulis(kerja, *n)).collect();
    let mut jejak = gabung(results)?;
    let (mut entri, mut halaman) = (Vec::new(), 0);
    for (n, umum) in kerja.umum.iter().enumerate() {
        let own: Vec<Bagian> = jejak.iter().map(|j| j.bagian[n].clone()).collect();
        let pages = semua::daerah(&kerja.bersama(umum.lang), d, &own);
        entri.push((umum.lang, cari::bersama(kerja.bahan.content, &pages, umum.lang)));
        halaman += pages.len();
        let results: Vec<Result<(), Gagal>> = pages.into_iter().map(|page| kerja.halaman(page, umum)).collect();
        gabung(results)?;
    }
    if kerja.terbagi {
        for (n, (_, list)) in entri.iter_mut().enumerate() {
            jejak.iter_mut().for_each(|j| list.append(&mut j.entri[n]));
        }
        if kerja.bahan.options.cari {
            kerja.indeks(&format!("isi/{}/", d.kode), &entri)?;
        }
        // The whole portal is searched for places and agencies; what they hold, in the index of their daerah.
        for (_, list) in &mut entri {
            list.retain(|e| matches!(e.jenis, Jenis::Daerah | Jenis::Dinas));
        }
        jejak.iter_mut().for_each(ringkaskan);
    }
    let entri = entri.into_iter().map(|(_, list)| list).collect();
    Ok(JejakDaerah { opd: jejak, entri, halaman })
}

/// Drops what only the pages of the daerah needed.
fn ringkaskan(j: &mut Jejak) {
    for b in &mut j.bagian {
        b.isi = Vec::new();
        b.per_tahun = Vec::new();
        b.temuan.sort_by_key(|(bobot, _)| *bobot);
        b.temuan.truncate(TERBERAT);
        b.temuan.shrink_to_fit();
    }
}
