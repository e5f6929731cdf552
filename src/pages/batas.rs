//! Batas: bounds and ranges that a cell prints in words, or around a middle.

use crate::number::Angka;
use crate::records::{Nilai, Sel};
use rust_decimal::Decimal;

/// Whether a bound or a range is printed in words: `maks. 3 hari`, `antara 5 dan 6`, `90% ke atas`. Its remark stands apart.
pub fn berkata(sel: &Sel) -> bool {
    const ANTARA: [&str; 7] = ["antara ", "dari ", "sampai ", "hingga ", "s.d", "s/d", " sd "];
    let text = sel.tercetak.trim().to_lowercase();
    let words = match sel.nilai {
        Nilai::Batas(..) => !text.starts_with(['≥', '≤', '>', '<', '=', '≧', '≦', '⩾', '⩽']),
        Nilai::Rentang(..) => ANTARA.iter().any(|word| text.contains(word)),
        _ => false,
    };
    words && !sel.dibaca && sel.keterangan.is_none()
}

/// The middle of `3 ± 1%`, and how far it may be off.
pub fn sekitar(sel: &Sel, a: &Angka, b: &Angka) -> Option<[Angka; 2]> {
    let sign = ["±", "+/-", "+/−"].iter().any(|sign| sel.tercetak.contains(sign)) && !sel.dibaca;
    let half = |v: Decimal| v.checked_div(Decimal::TWO).map(|v| v.normalize());
    let (mid, apart) = (half(a.nilai.checked_add(b.nilai)?)?, half(b.nilai.checked_sub(a.nilai)?)?);
    let of = |nilai: Decimal| Angka { nilai, desimal: nilai.scale(), ..b.clone() };
    sign.then(|| [of(mid), of(apart)])
}
