//! Bilangan: an amount as records read it, with its magnitude.

use crate::number::{self, Angka, Boleh, Isi, Satu, Style};

/// An amount as records read it: one reader of magnitudes, so that `12,5 M` is the same here and there.
pub fn baca(text: &str, style: Style) -> Option<Angka> {
    match number::baca(text, style, &Boleh { satu: Satu::Uang, ..Boleh::satu() }).ok()? {
        Isi::Satu(angka) => Some(angka),
        _ => None,
    }
}
