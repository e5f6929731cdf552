//! Pecah: what the cells of a column say of it whatever its head says: pieces of a code under one head, whole codes, names
//! that stand in further in three columns, the sign of the rupiah alone.

use super::kisi::Lembar;
use super::kode;
use super::makna::{BELANJA, Kolom, Makna};
use super::ulang::nomor_kolom;
use std::ops::Range;

/// Whether words head a column of codes.
pub fn kepala_kode(folded: Option<&String>) -> bool {
    folded.is_some_and(|t| t == "kd" || t == "kode" || t.starts_with("kode ") || t.starts_with("no rek"))
}

/// Several narrow columns under one "Kode" are the pieces of one code, merged above or without a head of their own; three
/// columns of names under one head, without codes, are the names of three levels.
pub fn pecah(kolom: &mut [Kolom], lembar: &Lembar, kepala: (usize, usize), isi: &Range<usize>) {
    let own = |at: usize| (kepala.0..=kepala.1).any(|row| !lembar.sel(row, at).kosong());
    let piece = |at: usize| sebagian_besar(lembar, isi, at, &|t| t.len() <= 30 && kode::potongan(t));
    let mut start = 0;
    while start < kolom.len() {
        let first = &kolom[start];
        let same = |k: &&Kolom| k.kepala == first.kepala && k.makna == first.makna;
        let more = kolom[start + 1..].iter().take_while(|k| same(k) && !own(k.indeks));
        let code = matches!(first.makna, Makna::Kode | Makna::Rekening);
        let run = 1 + more.take_while(|k| !code || piece(k.indeks)).count();
        if run >= 2 && code {
            let base = if first.makna == Makna::Rekening { BELANJA } else { 0 };
            for (n, column) in kolom[start..start + run].iter_mut().enumerate() {
                column.makna = Makna::Bagian(base + n);
            }
        } else if run == 3 && first.makna == Makna::Nama && !kolom.iter().any(|k| berkode(&k.makna)) {
            for (n, column) in kolom[start..start + run].iter_mut().enumerate() {
                column.makna = Makna::NamaTingkat(2 + n);
            }
        }
        start += run;
    }
}

fn berkode(makna: &Makna) -> bool {
    matches!(makna, Makna::Kode | Makna::Rekening | Makna::Bagian(_))
}

/// Whether the cells of a column are whole codes of nodes, whatever stands above them.
pub fn kodean(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    sebagian_besar(lembar, isi, column, &|t| {
        kode::baca(t).is_some_and(|k| k.nama.is_empty() && k.dalam().is_some()) && t.len() >= 6
    })
}

/// Whether the cells of a column hold nothing but the sign of the rupiah.
pub fn hanya_rp(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    sebagian_besar(lembar, isi, column, &|t| matches!(super::makna::lipat(t).as_str(), "rp" | "rp -" | "idr"))
}

/// Whether most cells of a column that hold anything are of a kind.
pub fn sebagian_besar(lembar: &Lembar, isi: &Range<usize>, column: usize, kind: &dyn Fn(&str) -> bool) -> bool {
    let texts: Vec<String> =
        isi.clone().take(300).map(|row| lembar.sel(row, column).tulisan()).filter(|t| !t.is_empty()).collect();
    let fits = texts.iter().filter(|t| kind(t)).count();
    fits > 0 && fits * 10 >= texts.len() * 6
}

/// Whether most cells of a column are pieces of a code.
pub fn pendek(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let texts: Vec<String> = isi
        .clone()
        .take(300)
        .filter(|row| !nomor_kolom(lembar, *row))
        .map(|row| lembar.sel(row, column).tulisan())
        .filter(|t| !t.is_empty())
        .collect();
    let short = |t: &&String| t.len() <= 7 && t.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'X'));
    let fits = texts.iter().filter(short).count();
    fits > 0 && fits * 10 >= texts.len() * 6
}
