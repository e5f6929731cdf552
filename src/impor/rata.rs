//! Rata: rows that print the mean of what stands above them, of a sasaran or of the whole table.

use super::kepala::Tabel;
use super::kisi::Lembar;
use super::makna::lipat;

const KATA: [&str; 8] = [
    "rata-rata",
    "rata rata",
    "rerata",
    "rata2",
    "capaian rata-rata",
    "nilai rata-rata",
    "jumlah rata-rata",
    "total rata-rata",
];

/// Whether a text opens a row of means.
pub fn awal(text: &str) -> bool {
    let folded = lipat(text);
    KATA.iter().any(|w| folded == *w || folded.starts_with(&format!("{w} ")))
        // The name of an indicator may be a mean too, with a unit and a target of its own: `Rata-rata lama sekolah`.
        && (folded.split(' ').count() <= 1 || ["capaian", "kinerja", "sasaran", "total", "keseluruhan", "tujuan"].iter().any(|w| folded.contains(w)))
}

/// The first words of a row.
pub fn awal_baris(lembar: &Lembar, row: usize) -> Option<String> {
    lembar.baris[row].iter().map(|c| c.tulisan()).find(|t| t.chars().any(char::is_alphabetic))
}

/// The rows of means of a table.
pub fn baris(lembar: &Lembar, tabel: &Tabel) -> Vec<usize> {
    tabel.isi.clone().filter(|row| awal_baris(lembar, *row).is_some_and(|t| awal(&t))).collect()
}

/// What a row of means may say it is of: `Rata-rata capaian sasaran satu` is of "sasaran satu", or of "satu".
pub fn tentang(text: &str) -> Vec<&str> {
    let folded = text.to_lowercase();
    let at = |w: &str| folded.find(w).map(|at| [at, at + w.len()]);
    let starts = ["sasaran", "kinerja", "capaian"].iter().filter_map(|w| at(w)).flatten();
    let rest = starts.filter_map(|at| text.get(at..));
    rest.map(|rest| rest.trim_start_matches([':', ' ', '"']).trim_end_matches('"')).filter(|t| !t.is_empty()).collect()
}

/// Whether it is of all that stands in the table.
pub fn semua(text: &str) -> bool {
    let folded = lipat(text);
    ["seluruh", "keseluruhan", "semua", "total"].iter().any(|w| folded.contains(w))
}
