//! Pecahan: 0,95 in a column of percentages is 95% in a sheet whose cells do not say so, and 0,95% in another. Where target
//! and realisasi prove it, it is read; else it is asked.

use super::angka::{Nilai, tulis};
use super::bukti;
use super::isian::Anggaran;
use super::kala;
use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::kolom::persen;
use super::masalah::Masalah;
use super::penjelasan::{self, Penjelasan};
use super::peta::Peta;
use crate::number::Style;
use crate::pesan;
use rust_decimal::Decimal;

/// The rows of a table with the columns they stand in: place on the sheet and name.
pub struct Isi<'a> {
    pub lembar: &'a Lembar,
    pub tabel: &'a Tabel,
    pub peta: &'a Peta,
    pub kolom: &'a [(usize, String)],
    /// Rows on the sheet.
    pub baris: &'a [usize],
    pub style: Style,
}

/// Turns fractions among indicators into percentages, or asks.
pub fn kinerja(isi: &Isi<'_>, cells: &mut [Vec<Nilai>], masalah: &mut Vec<Masalah>) {
    let names: Vec<String> = isi.kolom.iter().map(|(_, name)| name.clone()).collect();
    let base = |name: &String| name.split(' ').next().unwrap_or_default().to_string();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| base(name) == "capaian") {
        let all: Vec<usize> = (0..cells.len()).collect();
        let answer = isi.peta.pecahan(&isi.tabel.kolom, isi.kolom[n].0);
        let pairs = kala::pasangan(&names, name);
        let explained = |row: &[Nilai], cell: &Nilai| {
            let Some((r, targets)) = &pairs else { return false };
            let one = |t: &usize| penjelasan::jelaskan((&row[*t], &row[*r], cell), &penjelasan::BATAS, isi.style);
            let plain = |list: Vec<Penjelasan>| list.iter().any(|p| matches!(p, Penjelasan::Rumus { .. }));
            targets.iter().filter_map(one).any(plain)
        };
        let (mut fraction, mut percent) = (0, 0);
        for row in cells.iter().filter(|row| kecil(&row[n])) {
            let whole = explained(row, &row[n]);
            percent += usize::from(whole);
            fraction += usize::from(!whole && kali(&row[n], isi.style).is_some_and(|c| explained(row, &c)));
        }
        let proven = fraction > percent;
        match answer {
            Some(true) => ubah(cells, n, &all, isi.style),
            None if proven => ubah(cells, n, &all, isi.style),
            None if percent == 0 && semua_kecil(cells, n, &all) => masalah.push(tanya(isi, n, &all, cells)),
            _ => {}
        }
    }
    // Targets and what was reached, in the rows whose unit is a percentage.
    let unit = isi.tabel.kolom.iter().find(|k| k.akhir.starts_with("satuan")).map(|k| k.indeks);
    let Some(unit) = unit else { return };
    let percent = |row: usize| {
        let text = isi.lembar.sel(row, unit).tulisan().to_lowercase();
        text.trim() == "%" || text.trim().starts_with("persen")
    };
    let own: Vec<usize> = (0..cells.len()).filter(|n| percent(isi.baris[*n])).collect();
    let measured: Vec<usize> =
        (0..names.len()).filter(|n| names[*n].starts_with("target.") || base(&names[*n]) == "realisasi").collect();
    let answers: Vec<Option<bool>> =
        measured.iter().map(|n| isi.peta.pecahan(&isi.tabel.kolom, isi.kolom[*n].0)).collect();
    // One percentage that is none of a fraction tells how the table writes them.
    let whole = measured.iter().any(|n| own.iter().any(|row| besar(&cells[*row][*n])));
    for (n, answer) in measured.iter().zip(&answers) {
        match answer {
            Some(true) => ubah(cells, *n, &own, isi.style),
            None if !whole && semua_kecil(cells, *n, &own) => masalah.push(tanya(isi, *n, &own, cells)),
            _ => {}
        }
    }
}

/// Percentages: whether a column is one at all, and whether its cells are fractions.
pub fn uji(
    (lembar, tabel, peta): (&Lembar, &Tabel, &Peta),
    mut at: Vec<usize>,
    out: &mut Anggaran,
    masalah: &mut Vec<Masalah>,
) {
    let own = out.kolom.iter().position(|k| k == "serapan");
    bukti::serapan(out, tabel, peta, &at);
    if let Some(own) = own.filter(|_| !out.kolom.iter().any(|k| k == "serapan")) {
        at.remove(own);
    }
    super::persen::pulihkan(out);
    let kolom: Vec<(usize, String)> = at.into_iter().zip(out.kolom.iter().cloned()).collect();
    let isi = Isi { lembar, tabel, peta, kolom: &kolom, baris: &[], style: out.style };
    let mut rows: Vec<&mut Vec<Nilai>> = out.semua_baris().collect();
    anggaran(&isi, &mut rows, masalah);
}

/// Asks about columns of percentages of a budget that hold nothing but fractions.
fn anggaran(isi: &Isi<'_>, rows: &mut [&mut Vec<Nilai>], masalah: &mut Vec<Masalah>) {
    for (n, _) in isi.kolom.iter().enumerate().filter(|(_, (_, name))| persen(name)) {
        let answer = isi.peta.pecahan(&isi.tabel.kolom, isi.kolom[n].0);
        let mut values: Vec<Vec<Nilai>> = rows.iter().map(|r| r.to_vec()).collect();
        let all: Vec<usize> = (0..values.len()).collect();
        if answer == Some(true) {
            ubah(&mut values, n, &all, isi.style);
            rows.iter_mut().zip(values).for_each(|(row, own)| **row = own);
        } else if answer.is_none() && semua_kecil(&values, n, &all) {
            masalah.push(tanya(isi, n, &[], &values));
        }
    }
}

/// A number that says not of itself that it is a percentage and may be a fraction.
fn kecil(cell: &Nilai) -> bool {
    matches!(cell, Nilai::Angka(v, text) if !text.contains('%') && !v.is_zero() && v.abs() <= Decimal::TWO)
}

fn besar(cell: &Nilai) -> bool {
    matches!(cell, Nilai::Angka(v, text) if text.contains('%') || v.abs() > Decimal::TWO)
}

/// Whether a column of the rows holds fractions and nothing else: one that is no whole number at least.
fn semua_kecil(cells: &[Vec<Nilai>], n: usize, rows: &[usize]) -> bool {
    let own = || rows.iter().map(|row| &cells[*row][n]);
    let part = |c: &Nilai| c.angka().is_some_and(|v| !v.fract().is_zero());
    own().any(|c| kecil(c) && part(c)) && !own().any(besar)
}

fn kali(cell: &Nilai, style: Style) -> Option<Nilai> {
    let value = cell.angka()?.checked_mul(Decimal::ONE_HUNDRED)?.normalize();
    Some(Nilai::Angka(value, format!("{}%", tulis(value, style))))
}

fn ubah(cells: &mut [Vec<Nilai>], n: usize, rows: &[usize], style: Style) {
    for row in rows {
        let cell = &cells[*row][n];
        if let Some(whole) = kali(cell, style).filter(|_| !besar(cell)) {
            cells[*row][n] = whole;
        }
    }
}

fn tanya(isi: &Isi<'_>, n: usize, rows: &[usize], cells: &[Vec<Nilai>]) -> Masalah {
    let at = isi.kolom[n].0;
    let first = rows.iter().find(|row| kecil(&cells[**row][n])).and_then(|row| isi.baris.get(*row));
    let row = first.copied().unwrap_or(isi.tabel.kepala.1);
    let sample = cells.iter().map(|row| &row[n]).find(|c| kecil(c)).and_then(Nilai::angka).unwrap_or_default();
    let text = tulis(sample, isi.style);
    let whole = tulis(sample.saturating_mul(Decimal::ONE_HUNDRED), isi.style);
    let letter = huruf(at);
    Masalah::sel(
        isi.lembar,
        row,
        at,
        pesan!(
            "`{text}` dalam kolom persen: {text}%, atau {whole}%?",
            "`{text}` in a column of percentages: {text}%, or {whole}%?"
        ),
        pesan!(
            "tulis dalam peta `satuan: {{{letter}: pecahan}}` bila {whole}%, atau `satuan: {{{letter}: persen}}` bila {text}%; begitu juga kolom lain yang sama bentuknya",
            "write in the map `satuan: {{{letter}: pecahan}}` for {whole}%, or `satuan: {{{letter}: persen}}` for {text}%; likewise other columns of that form"
        ),
    )
}
