//! The table beside a figure and its CSV: from the same value as the drawing.

use super::{Gaya, tulis};
use crate::pages::figure::{Figure, Jenis};
use serde::Serialize;

/// The table of a figure as a page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct Tabel {
    /// Headings.
    pub kepala: Vec<String>,
    /// Rows: category, then the full text of each series.
    pub baris: Vec<Vec<String>>,
}

/// The table of a figure.
pub fn tabel(f: &Figure) -> Tabel {
    let mut kepala = vec![f.kepala.clone()];
    kepala.extend(f.deret.iter().map(|d| d.nama.clone()));
    let baris = f
        .kategori
        .iter()
        .enumerate()
        .map(|(i, kategori)| {
            let mut row = vec![kategori.clone()];
            row.extend(f.deret.iter().map(|d| match d.titik.get(i) {
                Some(t) => match &t.catatan {
                    Some(note) => format!("{} ({note})", t.lengkap),
                    None => t.lengkap.clone(),
                },
                None => "—".to_string(),
            }));
            row
        })
        .collect();
    Tabel { kepala, baris }
}

/// One row for every observation: category, series, value, unit, note, source; headed in the language of the figure.
pub fn csv(f: &Figure) -> Vec<u8> {
    let satuan = match f.jenis {
        Jenis::Persen => "%",
        Jenis::Rupiah => "Rp",
        Jenis::Angka => f.satuan.as_str(),
    };
    let words =
        f.lang.pilih(["deret", "nilai", "satuan", "catatan", "sumber"], ["series", "value", "unit", "note", "source"]);
    let head = std::iter::once(f.kepala.to_lowercase()).chain(words.map(str::to_string)).collect();
    let rows = f.kategori.iter().enumerate().flat_map(|(i, kategori)| {
        f.deret.iter().filter_map(move |d| {
            let t = d.titik.get(i)?;
            Some(vec![
                kategori.clone(),
                d.nama.clone(),
                t.nilai.map(|v| v.normalize().to_string()).unwrap_or_default(),
                satuan.to_string(),
                t.catatan.clone().unwrap_or_default(),
                f.sumber.clone(),
            ])
        })
    });
    tulis(Gaya::Baku, std::iter::once(head).chain(rows))
}
