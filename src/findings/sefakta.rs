//! Sefakta: two figures at one address that are nevertheless two facts: each follows from the base in its own row, or they are
//! parts that add up to the whole.

use super::bahan::Bahan;
use super::operasi::Operasi;
use crate::records::{Jenis, RumusCapaian, Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// Whether two capaian each follow from the target of their own row, and those are two targets: one of the year, one of its
/// part; one of the plan, one of the agreement. So too two shares: one of the budget, one of what was spent.
pub fn lain_dasar(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    match (dasar(b, i), dasar(b, j)) {
        (Some(x), Some(y)) => b.p(x).alamat != b.p(y).alamat && b.bukti(x) != b.bukti(y),
        _ => false,
    }
}

/// The amount in the row of a share that gives it with the total of its table: the budget, or what was spent.
fn dasar_bagian(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    let amounts =
        b.sebaris(i).iter().copied().filter(|j| {
            b.kolom(*j).is_some_and(|k| matches!(k.ukuran, U::Pagu | U::Realisasi)) && b.bukti(*j).is_some()
        });
    let whole = |j: usize| {
        let total = |k: &usize| b.ukur(*k).is_some_and(|(s, _)| *s == Subjek::Total) && b.kolom(*k) == b.kolom(j);
        b.setabel(j).iter().copied().find(total)
    };
    amounts.into_iter().find(|j| whole(*j).is_some_and(|w| b.selaras(i, &[*j, w], Operasi::Persen, &[])))
}

/// The target in the row of a capaian that agrees with it, the amount in that of a share.
fn dasar(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    if b.kolom(i).is_some_and(|k| k.ukuran == U::Bagian) {
        return dasar_bagian(b, i);
    }
    b.kolom(i).filter(|k| k.ukuran == U::Capaian)?;
    let row = b.sebaris(i);
    let actual = if b.anggaran(i) { U::RealisasiFisik } else { U::Realisasi };
    let real: Vec<usize> = b.pilih(row, actual).filter(|r| b.p(*r).masa == b.p(i).masa).collect();
    let formulas = RumusCapaian::SEMUA.map(|(_, rumus)| Operasi::Capaian(rumus, None, None));
    b.pilih(row, U::Target).find(|t| {
        let fits = |r: &usize| formulas.iter().any(|o| b.selaras(i, &[*r, *t], *o, &[]));
        real.iter().any(fits)
    })
}

/// The amounts that are the shares of several sasaran in one program: printed in tables of their own, they add up to the
/// amount of the whole to the last digit.
pub fn bagian_sasaran(b: &Bahan<'_, '_>, main: usize, list: &[usize]) -> bool {
    let Some(whole) = b.bukti(main).filter(|_| b.jenis(main) == Jenis::Uang) else { return false };
    let goals = b.simpul(main).map_or(0, |node| node.sasaran.len());
    if goals < 2 || list.len() < 2 || list.len() > goals {
        return false;
    }
    let apart = list.iter().enumerate().all(|(n, i)| list[..n].iter().all(|j| b.setabel(*i) != b.setabel(*j)));
    let sum = list.iter().try_fold(Decimal::ZERO, |s, i| s.checked_add(b.bukti(*i)?));
    apart && sum == Some(whole) && list.iter().all(|i| milik_sasaran(b, *i))
}

/// Whether a table is about a sasaran: it has a row of one, and none of the whole.
fn milik_sasaran(b: &Bahan<'_, '_>, i: usize) -> bool {
    let row = |want: fn(&Subjek) -> bool| b.setabel(i).iter().any(|j| b.ukur(*j).is_some_and(|(s, _)| want(s)));
    row(|s| matches!(s, Subjek::Sasaran(_))) && !row(|s| *s == Subjek::Total)
}

/// Whether a total is that of the rows of its own table, which holds only some of the programs; and of how many.
pub fn total_sebagian(b: &Bahan<'_, '_>, i: usize) -> Option<(usize, usize)> {
    let (subjek, kolom) = b.ukur(i)?;
    let tree = &b.pohon(i).filter(|_| *subjek == Subjek::Total && b.anggaran(i))?.pohon;
    let cell = |kode: &str| {
        let own = |j: &usize| matches!(b.ukur(*j), Some((Subjek::Kode(k), c)) if k == kode && c == kolom);
        b.setabel(i).iter().copied().find(own)
    };
    let printed: Vec<usize> = tree.iter().filter_map(|n| cell(&n.kode)).collect();
    let sum = printed.iter().try_fold(Decimal::ZERO, |s, j| s.checked_add(b.bukti(*j)?));
    let part = !printed.is_empty() && printed.len() < tree.len();
    (part && sum.is_some() && sum == b.bukti(i)).then_some((printed.len(), tree.len()))
}

/// The programs in the table of a total row that holds only some of them, where the amounts of that row are their sum.
pub fn program_tabel<'a>(b: &Bahan<'_, 'a>, i: usize) -> Option<Vec<&'a str>> {
    let tree = &b.pohon(i)?.pohon;
    b.sebaris(i).iter().find(|j| total_sebagian(b, **j).is_some())?;
    let own = |kode: &str| b.setabel(i).iter().any(|j| matches!(b.ukur(*j), Some((Subjek::Kode(k), _)) if k == kode));
    Some(tree.iter().map(|n| n.kode.as_str()).filter(|kode| own(kode)).collect())
}
