//! Catatan: remarks below a table. They are no data and are not copied; what they say of the figures is not dropped in silence.

use super::kepala::Tabel;
use super::kisi::{Lembar, Sel};
use super::makna::lipat;
use super::muka;
use crate::diagnostic::Pesan;
use crate::pesan;

/// More of them are counted, not listed, and a longer one is cut.
const BANYAK: usize = 6;
const PANJANG: usize = 90;

/// The remarks of a table, with their cells.
pub fn di_bawah(lembar: &Lembar, tabel: &Tabel) -> Option<Pesan> {
    let first = tabel.kepala.1 + 1;
    let next = (first..lembar.baris.len()).find(|row| *row >= tabel.isi.end && muka::kepala(lembar, *row, true));
    let mut found = Vec::new();
    for row in first..next.unwrap_or(lembar.baris.len()) {
        let filled = || lembar.baris[row].iter().enumerate().filter(|(_, c)| !c.kosong());
        let alone = filled().count() <= 2;
        if let Some((column, text)) = filled().map(|(at, c)| (at, Sel::tulisan(c))).next().filter(|_| alone)
            && is_catatan(&text)
        {
            found.push(format!("{} “{}”", lembar.alamat(row, column), potong(&text)));
        }
    }
    let more = found.len().saturating_sub(BANYAK);
    found.truncate(BANYAK);
    if more > 0 {
        found.push(format!("… ({more})"));
    }
    let list = found.join("; ");
    (!list.is_empty()).then(|| {
        pesan!(
            "keterangan di bawah tabel tidak disalin: {list}; yang menerangkan angkanya ditulis sebagai `catatan`",
            "remarks below the table are not copied: {list}; write what explains its figures as `catatan`"
        )
    })
}

/// `*) dibatasi 120%`, `Sumber: ...`, `Catatan: ...`, `Ket. : ...`; never a signature.
fn is_catatan(text: &str) -> bool {
    let folded = lipat(text);
    let mark = text.starts_with(['*', '†', '¹', '²', '³']) && text.chars().any(char::is_alphabetic);
    let word = ["keterangan", "catatan", "sumber", "ket", "note", "penjelasan"];
    mark || (text.contains(':') && word.iter().any(|w| folded.split(' ').next() == Some(w)))
}

fn potong(text: &str) -> String {
    let short: String = text.chars().take(PANJANG).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
