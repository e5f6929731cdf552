//! Masa judul: the part of the year that stands above a table, or on the tab of its sheet: what `bulan ini` in a head means.

use super::kata::salah_satu;
use super::kisi::Lembar;
use super::makna::lipat;
use super::masa::{hanya_masa, masa};

/// The first cell above a row, or the tab, that names a part of the year, and which.
pub fn bernama(
    lembar: &Lembar,
    first: usize,
    tahun: i32,
    wanted: &dyn Fn(&str) -> bool,
) -> Option<(usize, usize, String, String)> {
    let part = |(row, column, text): (usize, usize, String)| {
        let period = bagian(&text, tahun)?;
        wanted(&period).then_some((row, column, text, period))
    };
    let tab = hanya_masa(&lipat(&lembar.nama)).then(|| (first, 0, lembar.nama.clone()));
    let found = di_atas(lembar, first).into_iter().filter(|(.., t)| laporan(t) && !cetak(t)).find_map(part);
    found.or_else(|| part(tab?))
}

/// The month, quarter or half-year that stands above a row: what `bulan ini` in a head means.
pub fn masa_judul(lembar: &Lembar, first: usize, tahun: i32) -> Option<String> {
    bernama(lembar, first, tahun, &|_| true).map(|(.., period)| period)
}

/// The cells above a row.
pub fn di_atas(lembar: &Lembar, first: usize) -> Vec<(usize, usize, String)> {
    let cells = (0..first)
        .flat_map(|row| lembar.baris[row].iter().enumerate().map(move |(column, c)| (row, column, c.tulisan())));
    cells.filter(|(.., text)| !text.is_empty()).collect()
}

/// Whether a text says when or where something was printed or signed, and not of when its figures are.
pub fn cetak(text: &str) -> bool {
    let folded = lipat(text);
    let said =
        ["dicetak", "tanggal cetak", "tgl cetak", "diunduh", "print", "printed", "ditetapkan", "tanggal dokumen"];
    salah_satu(&folded, &said) || super::tanda_tangan::tempat_tanggal(text)
}

/// Whether a title says of what its figures are, and not when or by whom it was signed.
fn laporan(text: &str) -> bool {
    let folded = lipat(text);
    let about =
        ["realisasi", "laporan", "sd", "triwulan", "tw", "semester", "periode", "keadaan", "kondisi", "posisi", "per"];
    (salah_satu(&folded, &about) || hanya_masa(&folded))
        && !salah_satu(&folded, &["nomor", "tanggal", "tgl", "dicetak", "perda", "peraturan"])
}

/// The latest part of the year that a title names.
fn bagian(text: &str, tahun: i32) -> Option<String> {
    let folded = lipat(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let parts = (0..words.len()).filter_map(|n| masa(&[words[n..].join(" ")], tahun));
    parts.filter(|p| p.starts_with(&tahun.to_string())).max_by_key(|p| super::masa::bulan(p))
}
