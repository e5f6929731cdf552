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
            Makna::Tanya(question, may) => {
                let letter = huruf(at);
                let first = may.split(", ").next().unwrap_or_default();
                let help = if may == "abaikan" {
                    pesan!(
                        "tulis dalam peta `kolom: {{{letter}: abaikan}}` bila tidak dibaca, atau artinya: pagu.murni, pagu.perubahan, realisasi, rencana, sisa",
                        "write in the map `kolom: {{{letter}: abaikan}}` if it is not read, or what it means: pagu.murni, pagu.perubahan, realisasi, rencana, sisa"
                    )
                } else {
                    pesan!(
                        "tulis artinya dalam peta, misalnya `kolom: {{{letter}: {first}}}` (mungkin: {may}), atau `{letter}: abaikan`",
                        "write what it means in the map, for example `kolom: {{{letter}: {first}}}` (it may be: {may}), or `{letter}: abaikan`"
                    )
                };
                masalah.push(Masalah::sel(lembar, tabel.kepala.1, at, question.clone(), help));
            }
            Makna::Ukuran(name) => taruh(lembar, tabel, (at, name), &mut out, masalah),
            _ => {}
        }
    }
    // A growth needs both of its ends; a difference is proven by its figures.
    let has = |name: &str| out.iter().any(|(_, n)| n == name);
    let ends = has("pagu.murni") && has("pagu.perubahan");
    out.retain(|(_, name)| ends || !name.starts_with("pertumbuhan"));
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
        // What stands there once more with the same figures says nothing new.
        let cell = |row: usize, at: usize| lembar.sel(row, at);
        let rows = tabel.isi.clone().filter(|row| !kepala_lagi(lembar, tabel.kepala, *row));
        let mut pairs = rows.map(|row| (cell(row, *other), cell(row, at))).filter(|(a, b)| !a.kosong() || !b.kosong());
        if pairs.all(|(a, b)| a.isi == b.isi && a.tampil.persen == b.tampil.persen) {
            return;
        }
        masalah.push(sama(lembar, tabel, name, *other, at));
    }
    out.push((at, name.clone()));
}

/// Two columns that read the same: which one counts?
fn sama(lembar: &Lembar, tabel: &Tabel, name: &str, other: usize, at: usize) -> Masalah {
    let (a, b) = (huruf(other), huruf(at));
    let head = |at: usize| tabel.kolom.iter().find(|k| k.indeks == at).map_or("", |k| k.kepala.as_str());
    let (one, two) = (head(other), head(at));
    let may = if name.starts_with("pagu") {
        "pagu.murni, pagu.pergeseran, pagu.perubahan, rencana, abaikan"
    } else {
        "realisasi, realisasi_kumulatif, target, capaian, abaikan"
    };
    let help = pesan!(
        "tulis arti masing-masing dalam peta, seperti `kolom: {{{a}: ..., {b}: ...}}`: {a} ialah `{one}`, {b} ialah `{two}`; pilihannya antara lain {may}",
        "write what each of them means in the map, as `kolom: {{{a}: ..., {b}: ...}}`: {a} is `{one}`, {b} is `{two}`; among the meanings are {may}"
    );
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
