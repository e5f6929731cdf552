//! Terbit: what an earlier edition of the site published, held against the content of now: no printed figure changes
//! or goes without a correction in `ralat.yaml`.

use super::beda::TabelData;
use super::edisi::RalatTerbit;
use super::jaga::tanpa_jaga;
use crate::diagnostic::{Diagnostic, Spot};
use crate::opd::Opd;
use crate::pesan;
use crate::records::Pernyataan;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Reports figures of the earlier edition, `lama` its CSV of this OPD, that the content no longer prints and no
/// correction names.
pub fn periksa(d: &Opd<'_>, lama: &[u8]) -> Vec<Diagnostic> {
    let (daerah, opd) = (&d.daerah.kode, &d.sumber.opd.kode);
    let own = format!("{daerah}/{opd}/");
    let Some(old) = baca(lama, &own) else {
        let (nama, berkas) = (crate::opd::csv(daerah, opd), Arc::from(format!("{own}opd.yaml").as_str()));
        let said = pesan!(
            "`{nama}` pada terbitan lama tidak terbaca sebagai data terang",
            "`{nama}` of the earlier edition cannot be read as data of terang"
        );
        let help = pesan!("sebut folder situs yang utuh", "name the folder of a whole site");
        return vec![Diagnostic::galat("terbitan-rusak", &berkas, Spot::Berkas, said).bantuan(help)];
    };
    let mut out = Vec::new();
    for (alamat, texts) in old {
        let now: Vec<&Pernyataan<'_>> = d.kumpulan.di(&alamat).collect();
        let printed: Vec<&str> = now.iter().map(|p| p.sel.tercetak.as_str()).collect();
        let noted = |text: &str| d.sumber.ralat.iter().any(|r| r.alamat == alamat && sama(&r.lama, text));
        for text in texts.iter().filter(|t| !printed.iter().any(|p| sama(p, t)) && !noted(t)) {
            out.push(tanpa_ralat(&own, &alamat, text, &now));
        }
    }
    out
}

/// Whether a CSV is one of figures, with a row at least.
pub fn memuat_angka(csv: &[u8]) -> bool {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    let named = reader.headers().is_ok_and(|head| {
        let has = |name: &str| head.iter().any(|h| h.trim_start_matches('\u{feff}') == name);
        ["alamat", "tercetak", "dihitung"].into_iter().all(has)
    });
    named && reader.records().next().is_some()
}

/// The printed texts of every address of an OPD; nothing where it is no such file.
fn baca(csv: &[u8], own: &str) -> Option<BTreeMap<String, BTreeSet<String>>> {
    if !memuat_angka(csv) {
        return None;
    }
    let tabel = TabelData::csv(csv)?;
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (alamat, row) in tabel.semua() {
        let place = alamat.strip_prefix(own)?;
        // What is computed follows from what is printed.
        if tabel.sel(row, "dihitung") == "tidak" {
            out.entry(place.to_string()).or_default().insert(tabel.sel(row, "tercetak").to_string());
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether a text is what a CSV holds, with the apostrophe that keeps it from running or without.
fn sama(text: &str, cell: &str) -> bool {
    text == cell || tanpa_jaga(text) == tanpa_jaga(cell)
}

/// The correction that says a figure was published so, its text as a CSV holds it.
pub fn ralat<'r>(list: &'r [RalatTerbit], alamat: &str, tercetak: &str) -> Option<&'r RalatTerbit> {
    list.iter().rev().find(|r| r.alamat == alamat && sama(&r.lama, tercetak))
}

fn tanpa_ralat(own: &str, alamat: &str, lama: &str, now: &[&Pernyataan<'_>]) -> Diagnostic {
    let first = now.first();
    let (berkas, spot) = match first {
        Some(p) => {
            let file = p.rekaman.map_or_else(|| "opd.yaml".to_string(), |year| format!("{year}.yaml"));
            (format!("{own}{file}"), Spot::Nilai(p.jalur()))
        }
        None => (format!("{own}opd.yaml"), Spot::Berkas),
    };
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let entry = first.map_or_else(String::new, |p| format!(", baru: {}", quoted(&p.sel.tercetak)));
    let entry = format!("- {{alamat: {}, lama: {}{entry}, alasan: ..., tanggal: ...}}", quoted(alamat), quoted(lama));
    let said = match first {
        Some(p) => {
            let baru = &p.sel.tercetak;
            pesan!(
                "`{alamat}` terbit sebagai “{lama}”, kini “{baru}”, dan tidak ada ralatnya",
                "`{alamat}` was published as “{lama}”, is now “{baru}”, and no correction says so"
            )
        }
        None => pesan!(
            "`{alamat}` terbit sebagai “{lama}”, kini tidak ada, dan tidak ada ralatnya",
            "`{alamat}` was published as “{lama}”, is gone now, and no correction says so"
        ),
    };
    let file = format!("{own}ralat.yaml");
    let help = pesan!(
        "tambahkan pada {file}, dengan sebab dan tanggalnya: {entry}",
        "add to {file}, with reason and date: {entry}"
    );
    Diagnostic::galat("tanpa-ralat", &Arc::from(berkas.as_str()), spot, said).bantuan(help)
}
