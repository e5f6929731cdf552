//! Which padanan an indicator may follow: one that has a file and is about indicators.

use super::opd::Opd;
use super::padanan::{IsiPadanan, Padanan};
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Indicators may follow only a padanan that exists; one of another form never meets them, and that is said.
pub fn check(
    files: &BTreeSet<String>,
    read: Option<&BTreeMap<String, Padanan>>,
    berkas: &Arc<str>,
    opd: &Opd,
    found: &mut Vec<Diagnostic>,
) {
    for (kode, indikator) in &opd.indikator {
        let Some(name) = &indikator.padanan else { continue };
        let spot = Spot::Nilai(Jalur::default().kunci("indikator").kunci(kode).kunci("padanan"));
        if !files.contains(name) {
            found.push(tak_dikenal(files, name, berkas, spot));
            continue;
        }
        let form = match read.and_then(|all| all.get(name)).map(|p| &p.isi) {
            Some(IsiPadanan::Anggaran { .. }) => ("anggaran", "budgets"),
            Some(IsiPadanan::Tabel(_)) => ("tabel", "tables"),
            Some(IsiPadanan::Indikator { .. }) | None => continue,
        };
        let (isi, what) = form;
        found.push(
            Diagnostic::peringatan(
                "padanan-bentuk-lain",
                berkas,
                spot,
                pesan!(
                    "padanan `{name}` membandingkan {isi}, jadi indikator ini tidak akan ada di dalamnya",
                    "the padanan `{name}` compares {what}, so this indicator will not be in it"
                ),
            )
            .bantuan(pesan!(
                "tulis padanan yang berisi `indikator`, atau hapus baris ini",
                "write a padanan that holds `indikator`, or remove this line"
            )),
        );
    }
}

fn tak_dikenal(files: &BTreeSet<String>, name: &str, berkas: &Arc<str>, spot: Spot) -> Diagnostic {
    let list = files.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
    Diagnostic::galat(
        "padanan-tak-dikenal",
        berkas,
        spot,
        pesan!("padanan `{name}` tidak ada dalam folder padanan", "there is no `{name}` in the folder padanan"),
    )
    .bantuan(if list.is_empty() {
        pesan!(
            "folder padanan masih kosong: buat padanan/{name}.yaml, atau hapus baris ini",
            "the folder padanan is empty: make padanan/{name}.yaml, or remove this line"
        )
    } else {
        pesan!("yang ada: {list}", "there are: {list}")
    })
}
