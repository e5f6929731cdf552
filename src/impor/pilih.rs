//! Pilih: which sheet of a workbook is read.

use super::kepala;
use super::kisi::Lembar;
use super::makna::Bentuk;
use super::masalah::Masalah;
use super::peta::Peta;
use crate::diagnostic::Pesan;
use crate::pesan;

/// The sheet to read: the one the map names, else the first visible one with a table.
///
/// # Errors
/// No sheet with a table.
pub fn pilih(sheets: Vec<Lembar>, peta: &Peta, tahun: i32, laporan: &mut Vec<Pesan>) -> Result<Lembar, Masalah> {
    let names = sheets.iter().map(|s| format!("`{}`", s.nama)).collect::<Vec<_>>().join(", ");
    let wanted = match &peta.lembar {
        Some(name) => sheets.iter().position(|s| s.nama == *name),
        None => {
            let score = |s: &Lembar| {
                let tables = if s.tersembunyi { Vec::new() } else { kepala::cari(s, peta, tahun) };
                tables.iter().map(|t| if t.bentuk == Bentuk::Bebas { 1 } else { 2 }).max().unwrap_or(0)
            };
            let scores: Vec<i32> = sheets.iter().map(score).collect();
            let best = scores.iter().copied().max().unwrap_or(0);
            scores.iter().position(|s| *s == best && best > 0)
        }
    };
    let Some(at) = wanted else {
        // Text and what was pasted have no sheets.
        if sheets.iter().all(|s| s.nama.is_empty()) {
            return Err(Masalah::berkas(
                pesan!("tidak ada kepala tabel yang dikenal di sini", "no head of a table that is known stands here"),
                pesan!(
                    "salinlah bersama baris kepalanya (Kode, Uraian, Pagu, Realisasi …), atau tulis dalam peta barisnya, `kepala: 1`, dan arti kolomnya",
                    "copy it with the row of its head (Kode, Uraian, Pagu, Realisasi …), or write its row in the map, `kepala: 1`, and what its columns mean"
                ),
            ));
        }
        return Err(Masalah::berkas(
            pesan!(
                "tidak ada lembar dengan tabel yang dikenal; yang ada: {names}",
                "no sheet with a table that is known; there are: {names}"
            ),
            pesan!(
                "tulis dalam peta: `lembar: ...` dan `kepala: 5`",
                "write in the map: `lembar: ...` and `kepala: 5`"
            ),
        ));
    };
    let hidden: Vec<String> = sheets.iter().filter(|s| s.tersembunyi).map(|s| format!("`{}`", s.nama)).collect();
    if !hidden.is_empty() {
        let list = hidden.join(", ");
        laporan.push(pesan!("lembar tersembunyi tidak dibaca: {list}", "hidden sheets are not read: {list}"));
    }
    let others: Vec<String> = sheets
        .iter()
        .enumerate()
        .filter(|(i, s)| *i != at && !s.tersembunyi && !s.baris.is_empty())
        .map(|(_, s)| format!("`{}`", s.nama))
        .collect();
    if !others.is_empty() {
        let list = others.join(", ");
        laporan.push(pesan!(
            "lembar lain tidak dibaca: {list}; pilih dengan `lembar:` dalam peta",
            "other sheets are not read: {list}; choose with `lembar:` in the map"
        ));
    }
    sheets.into_iter().nth(at).ok_or_else(super::batas::rusak)
}
