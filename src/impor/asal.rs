//! Asal: the cells of a sheet that a value of the YAML made from it was read from: an error is of the file somebody has, and
//! not of one that was never written.

use super::angka::tulis;
use super::kisi::{Isi, Lembar, Sel};
use super::makna::lipat;
use super::sunting::{Naskah, Nilai};
use crate::diagnostic::Jalur;
use crate::number::Style;
use rust_decimal::Decimal;

/// The addresses of the cells that hold a stretch of a line: line and column from 1, and how many characters.
pub fn asal_bagian(lembar: &Lembar, teks: &str, (baris, kolom, banyak): (usize, usize, usize)) -> Vec<String> {
    let line = teks.lines().nth(baris.saturating_sub(1)).unwrap_or_default();
    let part: String = line.chars().skip(kolom.saturating_sub(1)).take(banyak).collect();
    let part = part.trim_matches(['"', ' ']);
    alamat(lembar, &|cell| part.chars().count() > 2 && cell.tulisan().contains(part))
}

fn alamat(lembar: &Lembar, fits: &dyn Fn(&Sel) -> bool) -> Vec<String> {
    let rows = lembar.baris.iter().enumerate();
    let all = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(column, cell)| (row, column, cell)));
    all.filter(|(.., cell)| fits(cell)).map(|(row, column, _)| lembar.alamat(row, column)).collect()
}

/// The addresses of the cells that hold the value a way leads to; none where it was written here.
pub fn asal(lembar: &Lembar, teks: &str, jalur: &Jalur) -> Vec<String> {
    let naskah = Naskah::baca(teks);
    let Some(Nilai::Skalar(text)) = naskah.as_ref().and_then(|n| n.akar.cari(jalur)).map(|t| &t.isi) else {
        return Vec::new();
    };
    // A reason and a unit stand behind what the cell holds.
    let plain = text.split(" (").next().unwrap_or_default().trim();
    let styles = [Style::Indonesia, Style::Inggris];
    let fits = |cell: &Sel| match &cell.isi {
        Isi::Teks(own) => lipat(own) == lipat(text) || lipat(own) == lipat(plain),
        Isi::Angka(value) => {
            let whole = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
            styles.iter().any(|s| plain == tulis(*value, *s) || plain == format!("{}%", tulis(whole, *s)))
        }
        _ => false,
    };
    alamat(lembar, &|cell| !plain.is_empty() && fits(cell))
}
