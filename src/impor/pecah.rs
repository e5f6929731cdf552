//! Pecah: what the cells of a column say of it whatever its head says: pieces of a code under one head, whole codes, names
//! that stand in further in three columns, the sign of the rupiah alone.

use super::kisi::{Isi, Lembar, Sel};
use super::kode;
use super::makna::{BELANJA, Kolom, Makna, lipat};
use super::ulang::nomor_kolom;
use crate::number::{self, Style};
use crate::pesan;
use rust_decimal::Decimal;
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

/// Whether the cells of a column are codes of revenue, spending and financing, and of nothing else.
pub fn rekening(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let account = |t: &str| {
        let parts: Vec<&str> = t.trim_end_matches('.').split('.').collect();
        matches!(parts[0], "4" | "5" | "6")
            && parts.iter().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()))
            && parts.get(1).is_none_or(|p| p.len() == 1)
    };
    let texts: Vec<String> =
        isi.clone().map(|row| lembar.sel(row, column).tulisan()).filter(|t| !t.is_empty()).collect();
    texts.iter().filter(|t| t.contains('.')).count() >= 2 && texts.iter().all(|t| account(t))
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

/// Whether most cells of a column are levels of a tree, or names that begin with them: of two levels at least.
pub fn bertingkat(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let level = |text: &str| {
        let first =
            || ["program", "kegiatan", "sub kegiatan"].iter().position(|w| lipat(text).starts_with(&format!("{w} ")));
        super::makna::tingkat(text).or_else(first)
    };
    let found: std::collections::BTreeSet<usize> =
        isi.clone().take(300).filter_map(|row| level(&lembar.sel(row, column).tulisan())).collect();
    found.len() > 1 && sebagian_besar(lembar, isi, column, &|text| level(text).is_some())
}

/// Whether a column holds names that stand further in: words, in rows where the column before it is empty.
pub fn menjorok(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let rows: Vec<usize> = isi.clone().take(300).filter(|row| !lembar.sel(*row, column).kosong()).collect();
    let inside = |row: &usize| {
        let text = lembar.sel(*row, column).tulisan();
        text.chars().any(char::is_alphabetic) && lembar.sel(*row, column - 1).kosong()
    };
    column > 0 && !rows.is_empty() && rows.iter().all(inside)
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

/// The number of a cell in either style, as near as telling columns apart needs it.
pub fn kasar(sel: &Sel) -> Option<Decimal> {
    match &sel.isi {
        Isi::Angka(value) => Some(*value),
        Isi::Teks(text) => {
            let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
            let text = inner.unwrap_or(text);
            let read = |style| match number::parse(text, style).ok()? {
                a if a.satuan.is_some() => Some(super::bilangan::baca(text, style).map_or(a.nilai, |a| a.nilai)),
                a => Some(a.nilai),
            };
            let value = read(Style::Indonesia).or_else(|| read(Style::Inggris))?;
            Some(if inner.is_some() { Decimal::ZERO.saturating_sub(value) } else { value })
        }
        _ => None,
    }
}

/// Whether a cell holds an amount of money.
pub fn uang(sel: &Sel) -> bool {
    let digits = |t: &str| t.bytes().filter(u8::is_ascii_digit).count() >= 6 && super::muka::jumlah(t);
    match &sel.isi {
        Isi::Angka(value) => value.abs() >= Decimal::from(100_000),
        Isi::Teks(text) => digits(text),
        _ => false,
    }
}

/// Whether most cells of a column are numbers, and most of these above a thousand.
pub fn angka(lembar: &Lembar, isi: &Range<usize>, column: usize) -> (bool, bool) {
    let rows = isi.clone().take(300).filter(|row| !nomor_kolom(lembar, *row));
    let cells: Vec<&Sel> = rows.map(|row| lembar.sel(row, column)).filter(|c| !c.kosong()).collect();
    let values: Vec<Decimal> = cells.iter().filter_map(|c| kasar(c)).filter(|v| !v.is_zero()).collect();
    let numbers = cells.iter().filter(|c| kasar(c).is_some() || c.rumus.is_some()).count();
    let large = values.iter().filter(|v| v.abs() >= Decimal::ONE_THOUSAND).count();
    (numbers * 10 >= cells.len() * 6 && numbers > 0, large * 2 > values.len())
}

/// A column without a head that holds money beside most rows is asked about.
pub fn tanpa_kepala(kolom: &mut Vec<Kolom>, lembar: &Lembar, isi: &Range<usize>) {
    let filled = |row: &usize| lembar.baris[*row].iter().filter(|c| !c.kosong()).count() >= 3;
    let rows: Vec<usize> = isi.clone().filter(filled).collect();
    for column in 0..lembar.lebar() {
        let money = rows.iter().filter(|row| uang(lembar.sel(**row, column))).count();
        if money == 0 || money * 10 < rows.len() * 6 || kolom.iter().any(|k| k.indeks == column) {
            continue;
        }
        let question = pesan!("kolom tanpa kepala ini berisi uang", "this column without a head holds money");
        let makna = Makna::tanya(question, "abaikan");
        kolom.push(Kolom { indeks: column, kepala: String::new(), akhir: String::new(), makna });
    }
    kolom.sort_by_key(|k| k.indeks);
}

/// Below one merged head a column of figures and one of the words they are counted in: the second measures nothing.
pub fn satuan_di_samping(kolom: &mut [Kolom], lembar: &Lembar, kepala: (usize, usize), isi: &Range<usize>) {
    let own = |at: usize| (kepala.0..=kepala.1).any(|row| !lembar.sel(row, at).kosong());
    for n in 1..kolom.len() {
        let (before, this) = (&kolom[n - 1], &kolom[n]);
        let same = before.makna == this.makna && before.kepala == this.kepala && !own(this.indeks);
        let words = isi.clone().all(|row| {
            let text = lembar.sel(row, this.indeks).tulisan();
            text.is_empty() || (kasar(lembar.sel(row, this.indeks)).is_none() && !super::muka::is_huruf(&text))
        });
        if same && words && angka(lembar, isi, before.indeks).0 {
            kolom[n].makna = Makna::Abaikan(pesan!("satuan", "unit"));
        }
    }
}
