//! Berulang: one thing that a document does several times is one entry: the same slip in target and realisasi of one row,
//! one column printed otherwise in another table, one statement about every row.

use super::bahan::Bahan;
use super::himpun::{self, bersama, dua};
use super::jenis::{Sifat, Temuan};
use super::kata;
use super::kelompok;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Bagian, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// From this many rows on, one written value that is right nowhere is a statement about all of them.
const PERNYATAAN: usize = 3;

/// Joins what repeats.
pub fn semua(b: &Bahan<'_, '_>, list: &mut Vec<Temuan>) {
    baris_kurang(b, list);
    gabungkan(list, 2, &|t| serumpun(b, t), &|t| butir(b, t, false));
    gabungkan(list, 2, &|t| sehitungan(b, t), &|t| butir(b, t, true));
    gabungkan(list, 2, &|t| secacah(b, t), &|t| cacah(b, t));
    gabungkan(list, 2, &|t| sekolom(b, t), &|t| butir(b, t, true));
    gabungkan(list, PERNYATAAN, &|t| sepernyataan(b, t), &|t| butir(b, t, true));
}

/// Joins findings with one key, the first keeping its place; each other is named by `butir`.
fn gabungkan(
    list: &mut Vec<Temuan>,
    least: usize,
    kunci: &dyn Fn(&Temuan) -> Option<String>,
    butir: &dyn Fn(&Temuan) -> Pesan,
) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, t) in list.iter().enumerate() {
        if let Some(key) = kunci(t) {
            groups.entry(key).or_default().push(n);
        }
    }
    let mut gone = Vec::new();
    for group in groups.into_values().filter(|g| g.len() >= least) {
        let parts: Vec<Pesan> = group[1..].iter().map(|n| butir(&list[*n])).collect();
        let parts = Pesan::gabung(&parts, &Pesan::sama("; "));
        let first = group[0];
        list[first].pesan.sambung(&pesan!(" Begitu pula {parts}.", " So too {parts}.", parts));
        for n in &group[1..] {
            let other = list[*n].clone();
            himpun::sengketa(&mut list[first], &other.sengketa);
            bersama(&mut list[first], other);
        }
        gone.extend_from_slice(&group[1..]);
    }
    let mut n = 0;
    list.retain(|_| {
        n += 1;
        !gone.contains(&(n - 1))
    });
}

/// A total that exceeds its rows in several columns: as much as one row that is missing, told once. Where another table prints
/// that row, `baris_kurang` has told it already.
fn baris_kurang(b: &Bahan<'_, '_>, list: &mut Vec<Temuan>) {
    let mut rows: BTreeMap<Option<usize>, Vec<(usize, usize, Decimal)>> = BTreeMap::new();
    for (n, t) in list.iter().enumerate().filter(|(_, t)| t.aturan.sifat == Sifat::Jumlah && t.akibat.is_empty()) {
        let Some(i) = t.rujukan.first().and_then(|r| r.pernyataan) else { continue };
        let (Bagian::Tabel { .. }, [printed], [sum]) = (b.p(i).bagian, &t.tertulis[..], &t.terhitung[..]) else {
            continue;
        };
        let by = printed.saturating_sub(*sum);
        rows.entry(b.sebaris(i).first().copied()).or_default().push((n, i, by));
    }
    let mut gone = Vec::new();
    for group in rows.into_values().filter(|g| g.iter().all(|(_, _, by)| *by > Decimal::ZERO)) {
        if group.len() < 2 {
            continue;
        }
        let part = |(_, i, by): &(usize, usize, Decimal)| {
            let (label, by) = (kata::label(b, *i), kata::bacaan(b, *i, *by));
            pesan!("{by} ({label})", "{by} ({label})", by, label)
        };
        let parts = Pesan::gabung(&group.iter().map(part).collect::<Vec<_>>(), &Pesan::sama("; "));
        let first = group[0].0;
        list[first].pesan.sambung(&pesan!(
            " Baris itu melebihi jumlah baris yang tercetak di beberapa kolom sekaligus: {parts}.",
            " The row exceeds the sum of the printed rows in several columns at once: {parts}.",
            parts
        ));
        for (n, ..) in &group[1..] {
            let other = list[*n].clone();
            himpun::sengketa(&mut list[first], &other.sengketa);
            bersama(&mut list[first], other);
            gone.push(*n);
        }
    }
    let mut n = 0;
    list.retain(|_| {
        n += 1;
        !gone.contains(&(n - 1))
    });
}

/// What repeats, in words.
fn butir(b: &Bahan<'_, '_>, t: &Temuan, subjek: bool) -> Pesan {
    let Some(i) = t.rujukan.first().and_then(|r| r.pernyataan) else { return t.perihal.clone() };
    if !subjek {
        return kata::label(b, i);
    }
    let (label, what) = (kata::label(b, i), kata::subjek(b, i));
    let mut values: Vec<Pesan> = Vec::new();
    for j in t.rujukan.iter().filter_map(|r| r.pernyataan) {
        let value = kata::nilai(b, j);
        if t.terhitung.is_empty() && !values.contains(&value) {
            values.push(value);
        }
    }
    if let Some(v) = t.terhitung.first() {
        let v = kata::hitungan(b, i, *v);
        values.push(pesan!("terhitung {v}", "computed {v}", v));
    }
    let values = kata::bersama(&values);
    pesan!("{label} {what} ({values})", "{label} of {what} ({values})", label, what, values)
}

/// Place of a finding.
fn letak(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    let i = t.rujukan.first()?.pernyataan?;
    Some(format!("{}/{}", b.p(i).sumber.dokumen, kata::letak(b, i)))
}

/// The same values in two measures of one row.
fn serumpun(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    let (subject, _) = t.alamat.rsplit_once('/')?;
    // A total says nothing about another column of its table.
    let sum = t.aturan.sifat == Sifat::Jumlah;
    let known = !t.tertulis.is_empty() && !sum;
    // What the column beside it confirms is not so of this one.
    let backed = t.akibat.len();
    known.then(|| format!("{} {subject} {:?} {:?} {:?} {backed}", t.aturan.kode, letak(b, t), t.tertulis, t.terhitung))
}

/// How many programs, kegiatan and sub kegiatan one place says there are: one count of one table.
fn secacah(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    let i = t.rujukan.first()?.pernyataan?;
    let count = matches!(b.kolom(i)?.ukuran, U::JumlahProgram | U::JumlahKegiatan | U::JumlahSubKegiatan);
    let (subject, _) = t.alamat.rsplit_once('/')?;
    count.then(|| format!("{} {subject} {:?}", t.aturan.kode, letak(b, t)))
}

/// A count that repeats, with both of its numbers.
fn cacah(b: &Bahan<'_, '_>, t: &Temuan) -> Pesan {
    let Some(i) = t.rujukan.first().and_then(|r| r.pernyataan) else { return t.perihal.clone() };
    let (label, value) = (kata::label(b, i), kata::nilai(b, i));
    let counted = t.terhitung.first().map(|v| kata::hitungan(b, i, *v)).unwrap_or_default();
    pesan!("{label}: {value}, dalam tabel {counted}", "{label}: {value}, in the table {counted}", label, value, counted)
}

/// The same computation for a row and its only part.
fn sehitungan(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    let same = t.aturan.sifat == Sifat::Hitungan && !t.rumus.id.is_empty() && t.rujukan.first()?.pernyataan.is_some();
    same.then(|| format!("{} {} {:?} {:?}", t.aturan.kode, t.rumus.id, letak(b, t), t.tertulis))
}

/// One column that another table prints otherwise: the same measure, the same two places, one of the values always the
/// same.
fn sekolom(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    if !dua(t) || t.tertulis.len() != 2 || !t.terhitung.is_empty() {
        return None;
    }
    let i = t.rujukan.first()?.pernyataan?;
    let j = t.rujukan.iter().filter_map(|r| r.pernyataan).find(|j| b.bukti(*j) != b.bukti(i))?;
    let ukuran = b.kolom(i)?.nama();
    // Two shares of two budgets, row by row: one choice of a table, whatever the amounts.
    if let Some((x, y)) = kelompok::dua_pagu(b, i, j) {
        let phase = |k: usize| b.kolom(k).map(|k| k.nama()).unwrap_or_default();
        let (place, other) = (letak(b, t), kata::letak(b, j));
        return Some(format!("{} {} {place:?} {other} {} {}", t.aturan.kode, b.p(i).tahun, phase(x), phase(y)));
    }
    let (other, value) = (kata::letak(b, j), b.bukti(j)?.normalize());
    Some(format!("{} {} {ukuran} {:?} {other} {value}", t.aturan.kode, b.p(i).tahun, letak(b, t)))
}

/// One written value for every row of one place.
fn sepernyataan(b: &Bahan<'_, '_>, t: &Temuan) -> Option<String> {
    let i = t.rujukan.first()?.pernyataan?;
    let ukuran = b.kolom(i)?.ukuran;
    let same = t.aturan.sifat == Sifat::Hitungan && t.tertulis.len() == 1;
    same.then(|| format!("{} {ukuran:?} {:?} {:?}", t.aturan.kode, letak(b, t), t.tertulis))
}
