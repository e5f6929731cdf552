//! Pengganti: another printed value of a cell that makes a sum fit. It names the row that differs.

use super::bahan::Bahan;
use super::kata;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Bagian, Jenis, Kolom, Ukuran as U};
use rust_decimal::Decimal;

/// A cell and the statement that prints the other value of its fact.
pub type Pengganti = (usize, usize);

/// With more rows than this a fit of two values may be chance.
const BARIS_TERBANYAK: usize = 13;

/// What would make the sum of `masukan` fit the printed value of `i`: one cell, or two, read as printed elsewhere.
pub fn cari(b: &Bahan<'_, '_>, i: usize, masukan: &[usize]) -> Vec<Pengganti> {
    let values: Option<Vec<Decimal>> = masukan.iter().map(|j| b.bukti(*j)).collect();
    let (Some(written), Some(values)) = (b.bukti(i), values) else { return Vec::new() };
    let Some(sum) = values.iter().try_fold(Decimal::ZERO, |s, v| s.checked_add(*v)) else { return Vec::new() };
    let value = |j: usize| b.bukti(j).unwrap_or_default();
    let gap = written.saturating_sub(sum);
    let moved: Vec<(usize, usize, Decimal, bool)> = masukan
        .iter()
        .flat_map(|j| {
            lain(b, *j, true).into_iter().map(|k| (*j, k, value(k).saturating_sub(value(*j)), sefakta(b, *j, k)))
        })
        .collect();
    if let Some((j, k, _, _)) = moved.iter().find(|(_, _, d, _)| *d == gap) {
        return vec![(*j, *k)];
    }
    if let Some(k) = lain(b, i, false).into_iter().find(|k| value(*k) == sum) {
        return vec![(i, k)];
    }
    if masukan.len() > BARIS_TERBANYAK {
        return Vec::new();
    }
    for (n, (j, k, d, own)) in moved.iter().enumerate() {
        let other =
            moved[n + 1..].iter().find(|(x, _, e, same)| *own && *same && x != j && d.saturating_add(*e) == gap);
        if let Some((x, y, _, _)) = other {
            return vec![(*j, *k), (*x, *y)];
        }
    }
    Vec::new()
}

/// Whether two statements stand at one address.
fn sefakta(b: &Bahan<'_, '_>, j: usize, k: usize) -> bool {
    b.p(j).alamat == b.p(k).alamat
}

/// Other printed values of one amount: the same fact, and another phase of the same budget when `tahap` allows it.
fn lain(b: &Bahan<'_, '_>, j: usize, tahap: bool) -> Vec<usize> {
    let Bagian::Anggaran { subjek, kolom } = b.p(j).bagian else { return Vec::new() };
    let own = b.bukti(j);
    let fits = |k: &usize| *k != j && b.bukti(*k).is_some() && b.bukti(*k) != own && b.jenis(*k) == Jenis::Uang;
    let mut out: Vec<usize> = b.di(&b.p(j).alamat).iter().copied().filter(fits).collect();
    if tahap && kolom.ukuran == U::Pagu {
        let awal = format!("{}/anggaran/{subjek}/pagu.", b.p(j).tahun);
        let more: Vec<usize> = b.di_bawah(&awal).flat_map(|(_, l)| l.iter().copied()).filter(fits).collect();
        out.extend(more.into_iter().filter(|k| b.kolom(*k).is_none_or(|c: &Kolom| c.masa == kolom.masa)));
    }
    out
}

/// The sentence that names the row: `Cocok bila pagu Program A dibaca Rp860.400.000 (Tabel 2.1), bukan Rp840.600.000.`
pub fn kalimat(b: &Bahan<'_, '_>, i: usize, list: &[Pengganti]) -> Option<Pesan> {
    let part = |(j, k): &Pengganti| {
        let (name, what) = (kata::label(b, *j), kata::subjek(b, *j));
        let (now, other, place) = (kata::nilai(b, *j), kata::nilai(b, *k), kata::tempat(b, *k, i));
        pesan!(
            "{name} {what} memakai {other} ({place}), bukan {now}",
            "the {name} of {what} is taken as {other} ({place}) instead of {now}",
            name,
            what,
            other,
            now
        )
    };
    let parts: Vec<Pesan> = list.iter().map(part).collect();
    if parts.is_empty() {
        return None;
    }
    let parts = Pesan::gabung(&parts, &pesan!(", dan ", ", and "));
    Some(pesan!(" Cocok bila {parts}.", " It agrees when {parts}.", parts))
}

/// Pairs of digits that printing and scanning mix up.
const MIRIP: [(char, char); 12] = [
    ('0', '6'),
    ('0', '8'),
    ('0', '9'),
    ('1', '4'),
    ('1', '7'),
    ('3', '5'),
    ('3', '8'),
    ('3', '9'),
    ('5', '6'),
    ('5', '8'),
    ('6', '8'),
    ('8', '9'),
];

/// A remark when two numbers differ in exactly one digit, one that is easily mistaken for the other.
pub fn satu_angka(a: Decimal, z: Decimal) -> Option<Pesan> {
    let digits = |v: Decimal| v.normalize().to_string().chars().collect::<Vec<char>>();
    let (x, y) = (digits(a), digits(z));
    if x.len() != y.len() || x.len() < 3 {
        return None;
    }
    let mut apart = x.iter().zip(&y).filter(|(p, q)| p != q);
    let (p, q) = apart.next().map(|(p, q)| (*p.min(q), *p.max(q)))?;
    if apart.next().is_some() || !MIRIP.contains(&(p, q)) {
        return None;
    }
    Some(pesan!(" Keduanya berbeda tepat satu angka, {p} dan {q}.", " They differ in exactly one digit, {p} and {q}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_similar_digit_is_told_from_others() {
        let told = |a: i64, z: i64| satu_angka(Decimal::from(a), Decimal::from(z)).is_some();
        assert!(told(185, 165) && told(80_464_600, 88_464_600));
        assert!(!told(185, 125) && !told(185, 166) && !told(67, 87) && !told(1850, 185));
    }
}
