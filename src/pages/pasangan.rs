//! Pasangan: what a figure of two columns of a free table draws and says: a part and its whole, row by row.

use super::figure::Jenis as JenisFigure;
use crate::measures::{self, sesatuan};
use crate::number::Lang;
use crate::records::{BarisBebas, Fungsi, KolomBebas, Sel, TabelBebas};
use crate::teks;
use rust_decimal::Decimal;

/// Leaves the rows that one axis can hold: a row whose cells print other units than the first one's is read in the table.
pub(super) fn seporos(rows: &mut Vec<&BarisBebas>, (whole, part): (usize, usize)) {
    let own = |r: &BarisBebas, k: usize| {
        let sel = r.nilai.get(k).and_then(Option::as_ref);
        sel.and_then(|sel| sel.nilai.wakil()).and_then(crate::number::Angka::satuan_sel)
    };
    let alike = |r: &BarisBebas| sesatuan(own(r, whole).as_ref(), own(r, part).as_ref());
    let axis = rows.iter().find(|r| alike(r)).and_then(|r| own(r, whole));
    rows.retain(|r| alike(r) && sesatuan(own(r, whole).as_ref(), axis.as_ref()));
}

/// The sentence of a pair of columns: name, part and whole of each row shown.
pub(super) fn pasangan(
    lang: Lang,
    judul: &str,
    jenis: JenisFigure,
    (part_name, whole_name): (&str, &str),
    rows: &[(&str, Option<Decimal>, Option<Decimal>)],
) -> String {
    let both: Vec<(Decimal, Decimal)> = rows.iter().filter_map(|(_, a, b)| Some(((*a)?, (*b)?))).collect();
    match (jenis, rows.first()) {
        // To stay within a budget is no shortfall: of money the largest row is said.
        (JenisFigure::Rupiah, Some((nama, Some(a), Some(b)))) => {
            let (a, b) = (lang.rupiah(*a), lang.rupiah(*b));
            teks!(
                lang,
                "{judul}: terbesar {nama}, {part_name} {a} dari {whole_name} {b}.",
                "{judul}: the largest is {nama}, {part_name} {a} of {whole_name} {b}."
            )
        }
        (JenisFigure::Rupiah, _) => format!("{judul}."),
        _ => {
            let (full, known) = (both.iter().filter(|(part, whole)| part >= whole).count(), both.len());
            // Rows that lack one of both are no success: of a table with such rows nothing is counted.
            if known < rows.len() {
                return format!("{judul}.");
            }
            if full == 0 {
                return teks!(
                    lang,
                    "{judul}: di semua {known} baris {part_name} kurang dari {whole_name}.",
                    "{judul}: in all {known} rows {part_name} is less than {whole_name}."
                );
            }
            if full == known {
                return teks!(
                    lang,
                    "{judul}: di semua {known} baris {part_name} sama dengan atau lebih dari {whole_name}.",
                    "{judul}: in all {known} rows {part_name} equals or exceeds {whole_name}."
                );
            }
            teks!(
                lang,
                "{judul}: di {full} dari {known} baris yang digambar, {part_name} sama dengan atau lebih dari {whole_name}.",
                "{judul}: in {full} of the {known} rows drawn, {part_name} equals or exceeds {whole_name}."
            )
        }
    }
}

/// The largest group, where it is more than four fifths of all, with part and whole of the others.
pub(super) fn tanpa_terbesar<'a>(
    rows: &[&'a BarisBebas],
    pair: impl Fn(&BarisBebas) -> Option<(Decimal, Decimal)>,
) -> Option<(&'a BarisBebas, (Decimal, Decimal))> {
    let all: Option<Vec<_>> = rows.iter().map(|r| Some((*r, pair(r)?))).collect();
    let all = all?;
    let sum = |pick: fn(&(Decimal, Decimal)) -> Decimal| {
        all.iter().try_fold(Decimal::ZERO, |s, row| s.checked_add(pick(&row.1)))
    };
    let largest = all.iter().max_by_key(|(_, (_, whole))| *whole)?;
    let (part, whole) = (sum(|pair| pair.0)?, sum(|pair| pair.1)?);
    let most = largest.1.1.checked_mul(5.into())? > whole.checked_mul(4.into())?;
    // A title holds ten words: a long name would leave no room.
    let short = largest.0.nama.split_whitespace().count() <= 4;
    (most && short && all.len() > 2).then_some(())?;
    Some((largest.0, (part.checked_sub(largest.1.0)?, whole.checked_sub(largest.1.1)?)))
}

/// The share of a part in its whole as the row prints it: in the column derived from both, or in another that holds with them.
pub(super) fn tercetak(
    lang: Lang,
    table: &TabelBebas,
    row: &BarisBebas,
    (part, whole): (usize, usize),
) -> Option<String> {
    let cell = |k: usize| row.nilai.get(k).and_then(Option::as_ref).and_then(Sel::bukti);
    let rate = || measures::bagian(cell(part)?.nilai, cell(whole)?.nilai);
    let from = |k: &KolomBebas| {
        let codes = [part, whole].map(|k| table.kolom[k].kode.as_str());
        k.rumus.as_ref().is_some_and(|r| r.fungsi == Fungsi::Persen && r.dari == codes)
    };
    let percent = |k: &KolomBebas| matches!(k.satuan.as_deref(), Some("%" | "persen"));
    let columns = || table.kolom.iter().enumerate().filter(|(_, k)| percent(k));
    let own = columns().find(|(_, k)| from(k)).and_then(|(k, _)| cell(k));
    let holds = |k: usize| cell(k).filter(|a| rate().is_some_and(|rate| measures::memuat(a, rate)));
    let shown = own.or_else(|| columns().find_map(|(k, _)| holds(k)))?;
    Some(lang.percent(shown.nilai, shown.desimal))
}

/// `44%`; more digits where a rounded one would say all or none of what is neither.
pub(super) fn persen(lang: Lang, part: Option<Decimal>, whole: Option<Decimal>) -> Option<String> {
    let (part, whole) = (part?, whole?);
    let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let edge = |decimals| {
        let shown = crate::number::round(share, decimals);
        (shown.is_zero() && !part.is_zero()) || (shown == Decimal::ONE_HUNDRED && part != whole)
    };
    (0..4).find(|decimals| !edge(*decimals)).map(|decimals| lang.percent(share, decimals))
}
