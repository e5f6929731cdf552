//! Predikat: the class of a scale a value falls into, and whether the printed scale decides it at all.

use crate::records::{Kelas, Skala};
use rust_decimal::Decimal;

/// The predikat of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predikat<'a> {
    /// The class, by the reading the scale file states.
    pub kelas: &'a Kelas,
    /// The value lies in no printed class: it lies in a gap.
    pub celah: bool,
    /// The value lies in two printed classes at once: the second of them.
    pub ganda: Option<&'a Kelas>,
}

/// The predikat of `value` on `skala`.
///
/// Printed scales have gaps (76–90, then 91–100: where is 90,5?). A value in a gap is read as the scale file says
/// (`celah: bawah` or `atas`) and marked. A value in two classes is read as the higher and marked.
/// `None` when the value lies outside the whole scale.
pub fn predikat(skala: &Skala, value: Decimal) -> Option<Predikat<'_>> {
    let mut fitting = skala.kelas.iter().filter(|k| k.memuat(value));
    if let Some(kelas) = fitting.next() {
        return Some(Predikat { kelas, celah: false, ganda: fitting.next() });
    }
    // Classes stand highest first: the first whose lower bound is passed lies below the value.
    let below = skala.kelas.iter().position(|k| k.dari.map_or(k.sampai.is_some(), |dari| value >= dari))?;
    let above = below.checked_sub(1)?;
    let kelas = &skala.kelas[if skala.celah_ke_bawah { below } else { above }];
    Some(Predikat { kelas, celah: true, ganda: None })
}
