//! Kolom: the columns of a table that a record keeps; what is unclear about them is asked.

use super::angka::Nilai;
use super::kepala::Tabel;
use super::kisi::{Lembar, huruf};
use super::makna::{Kolom, Makna};
use super::masalah::Masalah;
use super::ulang::kepala_lagi;
use crate::pesan;

/// The columns of a table that a record keeps: place on the sheet and name.
pub fn kolom(lembar: &Lembar, tabel: &Tabel, masalah: &mut Vec<Masalah>) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    for column in terisi(lembar, tabel) {
        let at = column.indeks;
        match &column.makna {
            Makna::Tanya(question) => {
                let letter = huruf(at);
                masalah.push(Masalah::sel(
                    lembar,
                    tabel.kepala.1,
                    at,
                    question.clone(),
                    pesan!(
                        "tulis dalam peta, misalnya `kolom: {{{letter}: pagu.murni}}` atau `{letter}: abaikan`",
                        "write in the map, for example `kolom: {{{letter}: pagu.murni}}` or `{letter}: abaikan`"
                    ),
                ));
            }
            Makna::Ukuran(name) => taruh(lembar, tabel, (at, name), &mut out, masalah),
            _ => {}
        }
    }
    // A difference needs both of its ends.
    let has = |name: &str| out.iter().any(|(_, n)| n == name);
    let ends = has("pagu.murni") && has("pagu.perubahan");
    out.retain(|(_, name)| ends || !(name.starts_with("kenaikan") || name.starts_with("pertumbuhan")));
    out
}

/// The columns with a cell in them: one without says nothing.
fn terisi<'t>(lembar: &Lembar, tabel: &'t Tabel) -> impl Iterator<Item = &'t Kolom> {
    let rows: Vec<usize> = tabel.isi.clone().filter(|row| !kepala_lagi(lembar, tabel.kepala, *row)).collect();
    tabel.kolom.iter().filter(move |k| rows.iter().any(|row| !lembar.sel(*row, k.indeks).kosong()))
}

/// Leaves the amounts of rows that were added: a percentage or a word of one part says nothing of the whole.
pub fn hanya_uang<'n>(cells: &mut [Nilai], names: impl Iterator<Item = &'n String>) {
    for (cell, name) in cells.iter_mut().zip(names) {
        if !uang(name) || persen(name) {
            *cell = Nilai::Tiada;
        }
    }
}

/// The columns of money beside indicators.
pub fn uang_kinerja(lembar: &Lembar, tabel: &Tabel, masalah: &mut Vec<Masalah>) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for column in terisi(lembar, tabel) {
        if let Makna::Uang(name) = &column.makna {
            taruh(lembar, tabel, (column.indeks, name), &mut out, masalah);
        }
    }
    out
}

fn taruh(
    lembar: &Lembar,
    tabel: &Tabel,
    (at, name): (usize, &String),
    out: &mut Vec<(usize, String)>,
    masalah: &mut Vec<Masalah>,
) {
    if let Some((other, _)) = out.iter().find(|(_, known)| known == name) {
        masalah.push(sama(lembar, tabel, name, *other, at));
    }
    out.push((at, name.clone()));
}

/// Two columns that read the same: which one counts?
fn sama(lembar: &Lembar, tabel: &Tabel, name: &str, other: usize, at: usize) -> Masalah {
    let (a, b) = (huruf(other), huruf(at));
    let help = if name.starts_with("pagu") {
        pesan!(
            "tulis dalam peta, misalnya `kolom: {{{a}: pagu.murni, {b}: pagu.perubahan}}` atau `{b}: abaikan`",
            "write in the map, for example `kolom: {{{a}: pagu.murni, {b}: pagu.perubahan}}` or `{b}: abaikan`"
        )
    } else {
        pesan!(
            "tulis dalam peta, misalnya `kolom: {{{b}: abaikan}}`, atau arti masing-masing",
            "write in the map, for example `kolom: {{{b}: abaikan}}`, or what each of them means"
        )
    };
    let message = pesan!("kolom {a} dan {b} sama-sama terbaca `{name}`", "columns {a} and {b} both read as `{name}`");
    Masalah::sel(lembar, tabel.kepala.1, at, message, help)
}

/// Whether a column holds percentages.
pub fn persen(name: &str) -> bool {
    ["serapan", "realisasi_fisik", "pertumbuhan", "efisiensi"].iter().any(|w| name.starts_with(w))
}

/// Whether a column holds numbers only.
pub fn uang(name: &str) -> bool {
    !matches!(name, "sumber_dana" | "penanggung_jawab" | "keterangan" | "predikat" | "jadwal")
}
