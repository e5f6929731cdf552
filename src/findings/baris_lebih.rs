//! Baris lebih: how much a total row differs from its rows, column by column; and a total that leaves out exactly one of the rows
//! printed above it.

use super::bahan::Bahan;
use super::himpun;
use super::jenis::{HasilUji, Pemeriksaan, Temuan};
use super::kata;
use super::operasi::Operasi;
use crate::diagnostic::Pesan;
use crate::pesan;
use rust_decimal::Decimal;

/// A cell of a total row and by how much it exceeds its rows.
pub struct Lebih {
    /// Its finding, in the list.
    pub temuan: usize,
    /// The cell.
    pub sel: usize,
    /// By how much; below zero where the rows are more.
    pub sebesar: Decimal,
}

/// The one row that a total leaves out in every column: without it the sum is what is printed.
pub fn cari(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], list: &[Temuan], group: &[Lebih]) -> Option<Vec<usize>> {
    let first = group.first()?;
    let parts = |x: &Lebih| list[x.temuan].rujukan.iter().skip(1).filter_map(|r| r.pernyataan).collect::<Vec<_>>();
    let inputs: Vec<Vec<usize>> = group.iter().map(parts).collect();
    let agreed: Vec<usize> = b.sebaris(first.sel).iter().copied().filter(|i| cocok(checks, *i)).collect();
    // A column whose total holds with all rows has no room for a row that is left out.
    let digits = group.iter().map(|x| angka_penting(x.sebesar)).max().unwrap_or_default();
    if !agreed.is_empty() || inputs.first()?.len() < 2 || group.len() < 2 && digits < 4 {
        return None;
    }
    let whole = |row: &[usize]| -> Option<Vec<usize>> {
        let cell = |(x, list): (&Lebih, &Vec<usize>)| {
            list.iter().copied().find(|k| {
                row.contains(k) && b.bukti(*k).is_some_and(|v| v.checked_add(x.sebesar) == Some(Decimal::ZERO))
            })
        };
        group.iter().zip(&inputs).map(cell).collect()
    };
    let mut found = inputs.first()?.iter().filter_map(|k| whole(b.sebaris(*k)));
    let row = found.next()?;
    found.next().is_none().then_some(row)
}

/// Tells the row that a total leaves out, all columns at once.
pub fn tulis(b: &Bahan<'_, '_>, list: &mut [Temuan], group: &[Lebih], row: &[usize]) {
    let others: Vec<Temuan> = group[1..].iter().map(|x| list[x.temuan].clone()).collect();
    let Some(k) = row.first().copied() else { return };
    let what = kata::subjek(b, k);
    let t = &mut list[group[0].temuan];
    if !others.is_empty() {
        let part = |x: &Lebih| {
            let (label, printed) = (kata::label(b, x.sel), kata::nilai(b, x.sel));
            pesan!("{label} {printed}", "{label} {printed}", label, printed)
        };
        kolom_lain(t, group[1..].iter().map(part));
    }
    t.pesan.sambung(&pesan!(
        " Tanpa baris {what} jumlahnya sama dengan yang tertulis.",
        " Without the row {what} the sum equals what is printed.",
        what
    ));
    others.into_iter().for_each(|other| himpun::satukan(t, other));
}

/// Says of a total row that its other columns differ too, each in words.
pub fn kolom_lain(t: &mut Temuan, kolom: impl Iterator<Item = Pesan>) {
    let parts = kata::bersama(&kolom.collect::<Vec<_>>());
    t.pesan.sambung(&pesan!(
        " Begitu pula kolom lain pada baris itu: {parts}.",
        " So too other columns of that row: {parts}.",
        parts
    ));
}

/// Whether a printed total agrees with its rows.
pub fn cocok(checks: &[Pemeriksaan], i: usize) -> bool {
    checks.iter().any(|p| p.pernyataan == i && p.operasi == Operasi::Jumlah && p.hasil == HasilUji::Cocok)
}

/// How many digits of an amount are not trailing zeros.
pub fn angka_penting(v: Decimal) -> usize {
    v.normalize().mantissa().to_string().trim_start_matches('-').trim_end_matches('0').len()
}

/// Joins two columns of a total row that miss their sums by the same amount, one above and one below: one shift between them.
pub fn seimbang(b: &Bahan<'_, '_>, list: &mut [Temuan], group: &[Lebih]) -> bool {
    let [x, y] = group else { return false };
    if x.sebesar.checked_add(y.sebesar) != Some(Decimal::ZERO) || b.jenis(x.sel) != b.jenis(y.sel) {
        return false;
    }
    let other = list[y.temuan].clone();
    let (label, rest) = (kata::label(b, y.sel), kata::nilai(b, y.sel));
    let (sum, by) = (other.terhitung.first().copied().unwrap_or_default(), kata::bacaan(b, x.sel, x.sebesar.abs()));
    let sum = kata::bacaan(b, y.sel, sum);
    let t = &mut list[x.temuan];
    t.pesan.sambung(&pesan!(
        " Begitu pula {label}: tertulis {rest}, terhitung {sum}; yang satu lebih {by}, yang lain kurang {by}.",
        " So too {label}: printed {rest}, computed {sum}; one is {by} too many, the other {by} too few.",
        label,
        rest,
        sum,
        by
    ));
    himpun::satukan(t, other);
    true
}
