//! Sama: whether two statements print the same value.

use super::bahan::Bahan;
use super::selang::bertemu;
use crate::number::{Angka, round};
use crate::records::{Jenis, Nilai};
use rust_decimal::Decimal;

/// Whether two statements print the same value, as far as the coarser print can tell.
pub fn sama(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    match (&b.p(i).sel.nilai, &b.p(j).sel.nilai) {
        // A percentage of a budget node is no other value of its count.
        (Nilai::Angka(x), Nilai::Angka(y)) if b.anggaran(i) && x.persen != y.persen && b.jenis_tetap(i) => true,
        // 45 dokumen and 45% are no two values of one fact: unlike units are held against nothing.
        (Nilai::Angka(_), Nilai::Angka(_)) if b.berlainan(i, j) => true,
        // 0,9692 without a sign is 96,92%.
        (Nilai::Angka(x), Nilai::Angka(y)) if b.jenis(i) == Jenis::Persen && (pecahan(x, y) || pecahan(y, x)) => true,
        (Nilai::Angka(x), Nilai::Angka(y)) if dua_skala(b, i, x, y) || dua_skala(b, i, y, x) => true,
        (Nilai::Angka(x), Nilai::Angka(y)) => {
            let low = x.desimal.min(y.desimal);
            let near = |v: Decimal| [round(v, low), crate::number::truncate(v, low)];
            let money = b.jenis(i) == Jenis::Uang;
            let coarse = x.langkah.max(y.langkah);
            if coarse > Decimal::ONE {
                // Printed in thousands or millions, rounded or cut off; a total of such rows carries the rounding of all.
                x.nilai.saturating_sub(y.nilai).abs() < coarse || money && bertemu(b.selang_uang(i), b.selang_uang(j))
            } else if money {
                round(x.nilai, low) == round(y.nilai, low)
            } else {
                near(x.nilai).iter().any(|v| near(y.nilai).contains(v))
            }
        }
        (Nilai::Komposit(x), Nilai::Komposit(y)) => {
            let sorted = |list: &[crate::number::Angka]| {
                let mut v: Vec<Decimal> = list.iter().map(|a| a.nilai).collect();
                v.sort();
                v
            };
            x.len() != y.len() || sorted(x) == sorted(y)
        }
        // A letter and the name of its class are one value.
        (Nilai::Huruf(x), Nilai::Huruf(y)) => {
            let scale = b.indikator(i).and_then(|x| b.skala.get(x.skala.as_ref()?));
            x == y || scale.is_some_and(|s| s.peringkat(x).is_some() && s.peringkat(x) == s.peringkat(y))
        }
        // A number against a letter or a list is no contradiction: they measure in different words.
        _ => true,
    }
}

/// Whether a score on a short scale is the same score on that of a hundred: 3,30 of 4 is 82,5, 0,66 of 1 is 66.
fn dua_skala(b: &Bahan<'_, '_>, i: usize, x: &Angka, y: &Angka) -> bool {
    let score = !b.anggaran(i) && b.jenis(i) == Jenis::Nilai && b.satuan(i).is_none_or(|s| s.nilai());
    let ((low, high), (a, z)) = (x.selang(), y.selang());
    let one = |(top, times): (i64, i64)| {
        let times = Decimal::from(times);
        x.nilai <= Decimal::from(top) && low.saturating_mul(times) <= z && a <= high.saturating_mul(times)
    };
    let apart = x.desimal > 1 && y.nilai > Decimal::TEN && y.nilai <= Decimal::ONE_HUNDRED;
    score && apart && [(1, 100), (4, 25), (5, 20)].into_iter().any(one)
}

/// Whether a number without a percent sign is the fraction of a percentage that has one.
fn pecahan(x: &Angka, y: &Angka) -> bool {
    let times = x.nilai.checked_mul(Decimal::ONE_HUNDRED).filter(|_| !x.persen && y.persen && x.desimal > 1);
    let low = x.desimal.saturating_sub(2).min(y.desimal);
    times.is_some_and(|v| round(v, low) == round(y.nilai, low))
}
