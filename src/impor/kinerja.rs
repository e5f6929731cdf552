//! Kinerja: tables about indicators. An indicator is one that `opd.yaml` has: its direction cannot be read off a table.

use super::anggaran::kolom;
use super::angka::{self, Cara, Nilai};
use super::baris::total;
use super::kepala::Tabel;
use super::kisi::{Isi, Lembar};
use super::makna::Makna;
use super::masalah::Masalah;
use super::peta::Peta;
use super::pohon::lipat_nama;
use crate::number::Style;
use crate::pesan;

/// An indicator of the OPD: its code and its names, folded.
pub type Dikenal = (String, Vec<String>);

/// A table of indicators that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kinerja {
    /// Columns of the record.
    pub kolom: Vec<String>,
    /// Rows: code and cells.
    pub baris: Vec<(String, Vec<Nilai>)>,
    /// The style of the texts.
    pub style: Style,
}

/// Reads a table of indicators.
pub fn susun(lembar: &Lembar, tabel: &Tabel, peta: &Peta, dikenal: &[Dikenal], masalah: &mut Vec<Masalah>) -> Kinerja {
    let mut columns = kolom(lembar, tabel, masalah);
    satu_masa(&mut columns);
    let Some(name) = tabel.kolom.iter().find(|k| k.makna == Makna::Indikator).map(|k| k.indeks) else {
        let message = pesan!("tabel ini tidak punya kolom indikator", "this table has no column of indicators");
        let help = pesan!(
            "tulis dalam peta, misalnya `kolom: {{C: indikator}}`",
            "write in the map, for example `kolom: {{C: indikator}}`"
        );
        masalah.push(Masalah::sel(lembar, tabel.kepala.1, 0, message, help));
        return Kinerja { kolom: Vec::new(), baris: Vec::new(), style: Style::Indonesia };
    };
    let rows: Vec<usize> = tabel
        .isi
        .clone()
        .filter(|row| matches!(&lembar.sel(*row, name).isi, Isi::Teks(text) if !total(text)))
        .filter(|row| columns.iter().any(|(at, _)| !lembar.sel(*row, *at).kosong()))
        .filter(|row| !super::kepala::nomor_kolom(lembar, *row))
        .collect();
    let cells: Vec<(usize, usize)> = rows.iter().flat_map(|r| columns.iter().map(|(at, _)| (*r, *at))).collect();
    let style = angka::gaya(lembar, &cells, peta).unwrap_or_else(|m| {
        masalah.push(m);
        Style::Indonesia
    });
    let cara = Cara { style, kali: 1, strip: peta.strip.as_deref() };
    let mut baris: Vec<(String, Vec<Nilai>)> = Vec::new();
    for row in rows {
        let printed = lembar.sel(row, name).tulisan();
        let folded = lipat_nama(&printed);
        let mapped = peta.indikator.iter().find(|(n, _)| lipat_nama(n) == folded).map(|(_, kode)| kode.clone());
        let known = dikenal.iter().find(|(_, names)| names.contains(&folded)).map(|(kode, _)| kode.clone());
        let Some(kode) = mapped.or(known) else {
            masalah.push(Masalah::sel(
                lembar,
                row,
                name,
                pesan!("indikator `{printed}` tidak ada dalam opd.yaml", "the indicator `{printed}` is not in opd.yaml"),
                pesan!(
                    "daftarkan di opd.yaml (nama, tingkat, arah, definisi), atau tulis dalam peta: `indikator: {{\"{printed}\": <kode>}}`",
                    "list it in opd.yaml (nama, tingkat, arah, definisi), or write in the map: `indikator: {{\"{printed}\": <code>}}`"
                ),
            ));
            continue;
        };
        if baris.iter().any(|(other, _)| *other == kode) {
            masalah.push(Masalah::sel(
                lembar,
                row,
                name,
                pesan!(
                    "indikator `{kode}` tercetak dua kali dalam tabel ini",
                    "the indicator `{kode}` is printed twice in this table"
                ),
                pesan!(
                    "beri nama yang berbeda dalam peta, di bawah `indikator:`",
                    "give them different names in the map, below `indikator:`"
                ),
            ));
            continue;
        }
        let mut out = Vec::new();
        for (at, _) in &columns {
            out.push(angka::baca(lembar, (row, *at), cara, false).unwrap_or_else(|m| {
                masalah.push(m);
                Nilai::Tiada
            }));
        }
        baris.push((kode, out));
    }
    Kinerja { kolom: columns.into_iter().map(|(_, n)| n).collect(), baris, style }
}

/// A report of one quarter prints that quarter above its figures: it says up to when they are, as the record does.
fn satu_masa(columns: &mut [(usize, String)]) {
    let base = |name: &str| name.split(' ').next().unwrap_or_default().to_string();
    let names: Vec<String> = columns.iter().map(|(_, n)| base(n)).collect();
    for (index, (_, name)) in columns.iter_mut().enumerate() {
        let alone = names.iter().filter(|n| **n == names[index]).count() == 1;
        if alone && matches!(names[index].as_str(), "realisasi" | "capaian") {
            name.clone_from(&names[index]);
        }
    }
}
