//! Kala: of which part of the year the columns about indicators are, and what a dash in such a column means.

use super::angka::Nilai;
use super::masa::bulan;
use super::penjelasan;
use super::sunting::Naskah;
use crate::number::Style;

/// The month with which the data of a record end; December where it does not say.
pub fn batas(naskah: &Naskah<'_>) -> u32 {
    let text = match naskah.akar.kunci("batas_data").map(|t| &t.isi) {
        Some(super::sunting::Nilai::Skalar(text)) => text.as_str(),
        _ => "",
    };
    text.split('-').nth(1).and_then(|m| m.parse().ok()).unwrap_or(12)
}

/// The period of a column: `2025-tw2` of `realisasi 2025-tw2`.
pub fn masa(name: &str) -> Option<&str> {
    name.split_once(' ').map(|(_, masa)| masa).filter(|m| m.contains('-'))
}

fn dasar(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// A report of one quarter prints that quarter above its figures: where it ends with the data of the record, it says up to
/// when they are, as the record does. Where the capaian is of the quarter's own target, they are of the quarter alone.
pub fn setahun(names: &mut [String], rows: &[Vec<Nilai>], batas: u32, style: Style) {
    if sendiri(names, rows, style) {
        return;
    }
    let bases: Vec<String> = names.iter().map(|n| dasar(n).to_string()).collect();
    for (name, base) in names.iter_mut().zip(&bases) {
        let alone = bases.iter().filter(|b| *b == base).count() == 1;
        let whole = masa(name).and_then(bulan) == Some(batas);
        let kind = matches!(base.as_str(), "realisasi" | "capaian" | "predikat" | "keterangan" | "serapan");
        if alone && whole && kind {
            name.clone_from(base);
        } else if alone && whole && base == "realisasi_kumulatif" && !bases.iter().any(|b| b == "realisasi") {
            *name = "realisasi".to_string();
        }
    }
}

/// Whether some row proves that its figures are measured against the target of their own period and not of the year.
fn sendiri(names: &[String], rows: &[Vec<Nilai>], style: Style) -> bool {
    let at = |ok: &dyn Fn(&str) -> bool| names.iter().position(|n| ok(n));
    let part = |base: &'static str| at(&move |n| dasar(n) == base && masa(n).is_some());
    let (Some(r), Some(c)) = (part("realisasi"), part("capaian")) else { return false };
    let (Some(period), true) = (masa(&names[r]), masa(&names[r]) == masa(&names[c])) else { return false };
    let own = at(&|n| n.starts_with("target.") && masa(n) == Some(period));
    let year = at(&|n| n.starts_with("target.") && !n.contains(' '));
    let (Some(own), Some(year)) = (own, year) else { return false };
    let fits = |row: &Vec<Nilai>, t: usize| {
        penjelasan::jelaskan((&row[t], &row[r], &row[c]), &penjelasan::BATAS, style).is_some_and(|l| !l.is_empty())
    };
    rows.iter().any(|row| row[own] != row[year] && fits(row, own) && !fits(row, year))
}

/// The realisasi and the targets that a column of capaian compares: of its own period.
pub fn pasangan(names: &[String], capaian: &str) -> Option<(usize, Vec<usize>)> {
    let of = |n: &str| n.split_once(' ').map(|(_, m)| m.to_string());
    let same = |n: &String| of(n) == of(capaian);
    let r = names.iter().position(|n| dasar(n) == "realisasi" && same(n))?;
    let targets = names.iter().enumerate().filter(|(_, n)| n.starts_with("target.") && same(n));
    Some((r, targets.map(|(at, _)| at).collect()))
}

/// What a dash means where it can mean one thing only: a quarter without a target of its own has none, and what lies behind
/// the data of the record has not come yet.
pub fn strip(name: &str, batas: u32) -> Option<&'static str> {
    if matches!(dasar(name), "predikat" | "keterangan" | "penanggung_jawab" | "jadwal") {
        return Some("tidak tercetak");
    }
    let end = bulan(masa(name)?)?;
    if name.starts_with("target.") {
        return Some("tidak berlaku");
    }
    (end > batas).then_some("tidak tercetak")
}
