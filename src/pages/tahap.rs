//! Tahap: where one page shows budgets of several phases, each is named with its own.

use super::data::DataOpd;
use super::kalimat::kata;
use crate::measures::tahap_pagu;
use crate::records::Rekaman;
use std::collections::BTreeSet;

/// The phase of the budget that is shown of a row: `pagu.perubahan`.
pub fn tahap(d: &DataOpd<'_>, tahun: i32, subjek: &str) -> Option<String> {
    tahap_pagu(&d.turunan, &d.kumpulan, tahun, subjek).map(|(phase, _)| phase)
}

/// The same in words: `perubahan`.
pub fn sebut(d: &DataOpd<'_>, tahun: i32, subjek: &str) -> Option<String> {
    tahap(d, tahun, subjek).map(|phase| kata::tahap_pagu(d.lang, &phase))
}

/// Whether the rows of a record show budgets of more than one phase, the whole counted among them.
pub fn campur(d: &DataOpd<'_>, rekaman: &Rekaman) -> bool {
    let nodes = rekaman.anggaran.semua();
    let rows = nodes.iter().map(|(_, n)| n.kode.as_str()).chain(["total"]);
    rows.filter_map(|kode| tahap(d, rekaman.tahun, kode)).collect::<BTreeSet<_>>().len() > 1
}
