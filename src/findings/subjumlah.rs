//! Subjumlah: which rows of a free table a total row adds up: all of its level, or the block above it. A table with totals in
//! its middle does not count them twice, whether they are marked as totals or only printed among the other rows.

use crate::records::{BarisBebas, TabelBebas};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// How the columns of a row fare with some rows: whether the sum agrees, and whether that says anything: the sum of two rows
/// and more that is not zero.
pub type Uji<'f> = &'f dyn Fn(&[&BarisBebas]) -> Vec<(bool, bool)>;

/// Tables with more rows than this are read as they are marked.
const TERBANYAK: usize = 120;

/// The rows that `total` adds up; nothing where it is none. Of several readings that one whose sums agree in most columns; where
/// none agrees, the nearest: the block above a total in the middle, all rows for the last one.
pub fn suku<'t>(tabel: &'t TabelBebas, total: &'t BarisBebas, uji: Uji<'_>) -> Option<Vec<&'t BarisBebas>> {
    let level: Vec<&BarisBebas> = tabel.baris.iter().filter(|r| r.induk == total.induk).collect();
    if !total.selisih_dari.is_empty() {
        return None;
    }
    if !total.jumlah_dari.is_empty() {
        let named = tabel.baris.iter().filter(|r| total.jumlah_dari.contains(&r.kode));
        return total.jumlah.then(|| named.collect());
    }
    let at = level.iter().position(|r| std::ptr::eq(*r, total))?;
    let plain: Vec<&BarisBebas> = level.iter().copied().filter(|r| !r.jumlah).collect();
    if level.len() > TERBANYAK || !(total.jumlah || bernama(total)) {
        return total.jumlah.then_some(plain);
    }
    let own = |r: &&BarisBebas| !std::ptr::eq(*r, total);
    let without = |list: Vec<&'t BarisBebas>| list.into_iter().filter(own).collect::<Vec<_>>();
    let marked = |r: &BarisBebas| r.jumlah || bernama(r);
    let above = |end: fn(&BarisBebas) -> bool| {
        let start = level[..at].iter().rposition(|r| end(r)).map_or(0, |n| n + 1);
        without(level[start..at].iter().copied().filter(|r| !end(r)).collect())
    };
    let block = above(|r| r.jumlah || bernama(r));
    let stop = level[at + 1..].iter().position(|r| marked(r)).map_or(level.len(), |n| at + 1 + n);
    let below = level[at + 1..stop].to_vec();
    let before = level[..at].iter().copied().filter(|r| !marked(r)).collect::<Vec<_>>();
    let last = !level[at + 1..].iter().any(|r| r.jumlah);
    let all = without(plain.clone());
    let leaves = without(plain.iter().copied().filter(|r| !bernama(r)).collect());
    let mut readings = match (total.jumlah, last) {
        (true, true) => vec![all, leaves, block, before, below],
        (true, false) => vec![block, all, leaves, before, below],
        // A row that only calls itself a total may as well be a figure: `Jumlah kunjungan`.
        (false, _) => vec![block],
    };
    readings.retain(|rows| !rows.is_empty());
    let score = |rows: &Vec<&BarisBebas>| uji(rows).iter().filter(|(fits, _)| *fits).count();
    if total.jumlah && readings.first().is_some_and(|rows| uji(rows).iter().any(|(fits, _)| !fits)) {
        // Rows that add up to a part of the rows around them, though nothing calls them a total.
        readings.push(without(tanpa_rangkuman(&plain, tabel)));
    }
    let mut best: Option<(usize, Vec<&BarisBebas>)> = None;
    for rows in readings {
        let n = score(&rows);
        if best.as_ref().is_none_or(|(most, _)| n > *most) {
            best = Some((n, rows));
        }
    }
    let (_, rows) = best?;
    let proven = |rows: &[&BarisBebas]| uji(rows).iter().any(|(fits, tells)| *fits && *tells);
    (total.jumlah || rows.len() > 1 && proven(&rows)).then_some(rows)
}

/// Whether a row calls itself a total.
fn bernama(r: &BarisBebas) -> bool {
    let name = r.nama.trim().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    matches!(words.next(), Some("jumlah" | "jml" | "total" | "subtotal" | "subjumlah" | "sub"))
}

/// Rows without those that are the sum of the two and more rows right above or right below them in every column that adds up,
/// and of one row that repeats the one above where there are others.
fn tanpa_rangkuman<'t>(rows: &[&'t BarisBebas], tabel: &TabelBebas) -> Vec<&'t BarisBebas> {
    let values = |r: &BarisBebas| -> Vec<Option<Decimal>> {
        r.nilai.iter().map(|s| s.as_ref().and_then(|s| s.bukti()).filter(|a| !a.persen).map(|a| a.nilai)).collect()
    };
    let all: Vec<Vec<Option<Decimal>>> = rows.iter().map(|r| values(r)).collect();
    let columns: Vec<usize> = (0..tabel.kolom.len()).filter(|k| all.iter().all(|r| r.get(*k).is_some())).collect();
    // A column counts where the sum of the rows meets it; a ratio beside the amounts never does.
    let holds = |n: usize, block: &[usize]| {
        let fits = |k: &&usize| {
            let own = all[n][**k].filter(|v| !v.is_zero());
            let sum = block.iter().try_fold(Decimal::ZERO, |s, m| s.checked_add(all[*m][**k]?));
            own.is_some() && own == sum
        };
        columns.iter().filter(fits).count()
    };
    let amounts = columns.iter().filter(|k| all.iter().any(|r| r[**k].is_some())).count();
    let enough = amounts.min(2);
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    let mut start = 0;
    for n in 0..rows.len() {
        let block: Vec<usize> = (start..n).collect();
        let up = (0..block.len()).find(|from| block.len() - from > 1 && holds(n, &block[*from..]) >= enough);
        if enough > 0 && up.is_some() {
            gone.insert(n);
            start = n + 1;
        }
    }
    for n in (0..rows.len()).rev() {
        let behind: Vec<usize> = (n + 1..rows.len()).take_while(|m| !gone.contains(m)).collect();
        if enough > 0 && (2..=behind.len()).any(|len| holds(n, &behind[..len]) >= enough) {
            gone.insert(n);
        }
    }
    for n in 1..rows.len() {
        let free = !gone.contains(&n) && !gone.contains(&(n - 1));
        if !gone.is_empty() && free && enough > 1 && holds(n, &[n - 1]) >= enough {
            gone.insert(n);
        }
    }
    rows.iter().enumerate().filter(|(n, _)| !gone.contains(n)).map(|(_, r)| *r).collect()
}
