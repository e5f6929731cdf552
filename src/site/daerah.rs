//! The second pass over one daerah: its OPD, then the pages that list them; in a large portal its own search index.

use super::opd::{self, Jejak};
use super::{Gagal, Kerja, gabung};
use crate::exports::Arsip;
use crate::findings::Golongan;
use crate::number::Lang;
use crate::pages::bagian::Bagian;
use crate::pages::cari::{self, Entri, Jenis};
use crate::pages::semua;
use crate::records::Daerah;
use crate::simpanan::Kunci;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// In a large portal the lists of all findings hold this many of each OPD; the lists of its daerah hold all.
const TERBERAT: usize = 20;

/// What the portal needs of a daerah whose pages are written.
pub(super) struct JejakDaerah {
    /// Of its OPD.
    pub(super) opd: Vec<Jejak>,
    /// All its data, in a portal too large for one archive.
    pub(super) arsip: Option<Arsip>,
    /// What is kept of it.
    pub(super) isi: IsiDaerah,
}

/// The part of the trace of a daerah that is kept for the next build.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct IsiDaerah {
    /// What can be found of the pages about all of it, by language.
    pub(super) entri: Vec<Vec<Entri>>,
    /// How many pages are about all of it, in all languages.
    pub(super) halaman: usize,
}

/// Makes and writes everything of one daerah, `opd` being the numbers of its OPD.
pub(super) fn tulis(kerja: &Kerja<'_>, d: &Daerah, opd: &[usize]) -> Result<JejakDaerah, Gagal> {
    let results: Vec<Result<Jejak, Gagal>> = opd.par_iter().map(|n| opd::tulis(kerja, *n)).collect();
    let mut jejak = gabung(results)?;
    let own = kerja.kunci_bersama(&jejak);
    let mut isi = halaman(kerja, d, &mut jejak, &own)?;
    let mut arsip = None;
    if kerja.terbagi {
        if !jejak.is_empty() {
            arsip = kerja.arsip(Some(d), &mut jejak.iter_mut().collect::<Vec<_>>())?;
        }
        if kerja.bahan.options.cari {
            let kunci = Kunci::dari([own.bytes(), Kunci::nilai(&isi.entri).bytes()].map(|k| &k[..]));
            let all = || semua_entri(kerja, isi.entri.clone(), &mut jejak);
            kerja.indeks(&format!("isi/{}/", d.kode), &kunci, all)?;
        }
        // The whole portal is searched for places and agencies; what they hold, in the index of their daerah.
        for (n, list) in isi.entri.iter_mut().enumerate() {
            list.retain(|e| matches!(e.jenis, Jenis::Daerah | Jenis::Dinas));
            jejak.iter().for_each(|j| list.extend(j.isi.dinas[n].iter().cloned()));
        }
        jejak.iter_mut().for_each(ringkaskan);
    }
    Ok(JejakDaerah { opd: jejak, arsip, isi })
}

/// The pages about all of a daerah.
pub(super) fn halaman(kerja: &Kerja<'_>, d: &Daerah, jejak: &mut [Jejak], own: &Kunci) -> Result<IsiDaerah, Gagal> {
    let kunci = Kunci::dari([&own.bytes()[..], kerja.kunci_ikhtisar.bytes()]);
    kerja.bagian(&format!("daerah/{}", d.kode), &kunci, |catat| {
        let mut isi = IsiDaerah::default();
        for (n, umum) in kerja.umum.iter().enumerate() {
            // Lent to the pages of this language, and given back.
            let own: Vec<Bagian> = jejak.iter_mut().map(|j| std::mem::take(&mut j.isi.bagian[n])).collect();
            let pages = semua::daerah(&kerja.bersama(umum.lang), d, &own);
            jejak.iter_mut().zip(own).for_each(|(j, b)| j.isi.bagian[n] = b);
            isi.entri.push(cari::bersama(kerja.bahan.content, &pages, umum.lang));
            isi.halaman += pages.len();
            gabung(pages.into_iter().map(|page| kerja.halaman(page, umum, catat)).collect())?;
        }
        Ok(isi)
    })
}

/// What can be found of some OPD and of the pages they share, by language.
pub(super) fn semua_entri(
    kerja: &Kerja<'_>,
    bersama: Vec<Vec<Entri>>,
    jejak: &mut [Jejak],
) -> Result<Vec<(Lang, Vec<Entri>)>, Gagal> {
    let found: Vec<Vec<Vec<Entri>>> = gabung(jejak.par_iter_mut().map(|j| opd::entri(kerja, j)).collect())?;
    let mut out: Vec<(Lang, Vec<Entri>)> = kerja.umum.iter().map(|u| u.lang).zip(bersama).collect();
    for one in found {
        out.iter_mut().zip(one).for_each(|((_, list), own)| list.extend(own));
    }
    Ok(out)
}

/// Drops what only the pages of the daerah needed.
fn ringkaskan(j: &mut Jejak) {
    j.entri = None;
    j.isi.dinas = Vec::new();
    for b in &mut j.isi.bagian {
        b.isi = Default::default();
        b.per_tahun = Vec::new();
        b.belum = Vec::new();
        b.temuan.sort_by_key(|(bobot, row)| (row.golongan != Golongan::Pertentangan.kata(), *bobot));
        b.temuan.truncate(TERBERAT);
        b.temuan.shrink_to_fit();
    }
}
