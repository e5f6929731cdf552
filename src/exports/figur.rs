//! The table beside a figure: from the same value as the drawing.

use crate::pages::figure::Figure;
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
