//! Daerah: `daerah.yaml` of every place, before its OPD are read.

use super::berkas::{Berkas, with_yaml};
use super::content::{Daerah, Tree};
use super::kode::is_kode;
use super::kode_wilayah;
use super::wilayah::JenisDaerah;
use crate::diagnostic::Diagnostic;

/// Every daerah of `content/`, without OPD; addresses and codes that stand twice are errors.
pub fn baca(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Daerah> {
    let files: Vec<(&Berkas, Daerah)> = tree
        .iter()
        .filter_map(|(name, file)| Some((name.strip_suffix("/daerah.yaml")?, *file)))
        .filter(|(kode, _)| is_kode(kode))
        .filter_map(|(kode, file)| Some((file, read_daerah(kode, file, diagnostics)?)))
        .collect();
    kode_wilayah::check(&files.iter().map(|(file, d)| (*file, d)).collect::<Vec<_>>(), diagnostics);
    files.into_iter().map(|(_, d)| d).collect()
}

/// A daerah, its OPD still to come.
fn read_daerah(kode: &str, file: &Berkas, diagnostics: &mut Vec<Diagnostic>) -> Option<Daerah> {
    with_yaml(file, diagnostics, |r, at| {
        let mut obj = r.object(at)?;
        let nama = obj.need_string(r, "nama", "Kabupaten Blitar");
        let jenis = obj.get("jenis").and_then(|at| r.word(&at, &JenisDaerah::SEMUA));
        let provinsi = obj.need_string(r, "provinsi", "Jawa Timur");
        let kode_kemendagri = obj.string(r, "kode_kemendagri");
        let kode_bps = obj.string(r, "kode_bps");
        let catatan = obj.string(r, "catatan");
        obj.finish(r);
        let nama = nama?;
        let jenis = jenis.or_else(|| JenisDaerah::dari_nama(&nama)).unwrap_or(JenisDaerah::Pemda);
        Some(Daerah {
            kode: kode.to_string(),
            nama,
            jenis,
            provinsi: provinsi?,
            catatan,
            kode_kemendagri,
            kode_bps,
            opd: Vec::new(),
        })
    })
}
