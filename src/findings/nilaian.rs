//! Nilaian: every value that a scale judges, with the predikat printed beside it.

use super::bahan::Bahan;
use crate::records::{Kelas, Skala, Ukuran as U};
use rust_decimal::Decimal;

/// A printed predikat with the value it judges.
pub struct Nilaian<'x> {
    /// The value's statement.
    pub nilai: usize,
    /// Its value.
    pub angka: Decimal,
    /// The scale.
    pub skala: &'x Skala,
    /// The printed predikat or letter, if one is printed in the row.
    pub tercetak: Option<usize>,
}

/// Every value a scale judges: with a predikat in its row, or of a main indicator or sasaran.
pub fn nilaian<'x>(b: &Bahan<'x, '_>) -> Vec<Nilaian<'x>> {
    let mut out = Vec::new();
    for i in b.semua(U::Capaian).into_iter().chain(b.semua(U::Realisasi)) {
        let p = b.p(i);
        let letters = b.indikator(i).and_then(|x| x.skala.as_ref()).filter(|_| !b.anggaran(i));
        let capaian = b.kolom(i).is_some_and(|k| k.ukuran == U::Capaian && k.himpunan.is_none());
        // Beside the letter of its value an indicator may have a rating of its capaian, by the scale of the record.
        let record = p.rekaman.and_then(|t| b.rekaman(t)).and_then(|r| r.skala.as_ref());
        let of_capaian = |j: usize| {
            let knows = |code: Option<&String>| {
                let scale = code.and_then(|c| b.skala.get(c));
                scale.is_some_and(|s| b.p(j).sel.teks().is_some_and(|w| s.kelas.iter().any(|k| bernama(k, w.trim()))))
            };
            letters.is_some() && !knows(letters) && knows(record)
        };
        let code = match (letters, capaian) {
            (Some(code), false) => code,
            (Some(_), true) => match record {
                Some(code) if b.sebaris(i).iter().any(|j| of_capaian(*j)) => code,
                _ => continue,
            },
            (None, true) => match p.rekaman.and_then(|t| b.rekaman(t)).and_then(|r| r.skala.as_ref()) {
                Some(code) => code,
                None => continue,
            },
            _ => continue,
        };
        let (Some(skala), Some(angka)) = (b.skala.get(code), b.bukti(i)) else { continue };
        // Beside a capaian the name of a class (Baik, Cukup) may rate either of the two; a letter is the value's own.
        let beside_capaian = b.sebaris(i).iter().any(|j| b.kolom(*j).is_some_and(|k| k.ukuran == U::Capaian));
        let own = |j: usize| {
            let letter = |w: &str| skala.kelas.iter().any(|k| k.huruf.as_deref() == Some(w.trim()));
            capaian || !beside_capaian || b.p(j).sel.teks().is_some_and(letter)
        };
        let marks: Vec<usize> = b
            .sebaris(i)
            .iter()
            .copied()
            .filter(|j| letters.is_none() || of_capaian(*j) == capaian)
            .filter(|j| b.p(*j).masa == p.masa && !b.p(*j).sel.ragu && b.p(*j).sel.teks().is_some())
            .filter(|j| {
                b.kolom(*j).is_some_and(|k| {
                    (k.ukuran == U::Predikat && own(*j)) || (k.ukuran == U::Huruf && letters.is_some())
                })
            })
            .collect();
        if marks.is_empty() {
            out.push(Nilaian { nilai: i, angka, skala, tercetak: None });
        }
        out.extend(marks.into_iter().map(|j| Nilaian { nilai: i, angka, skala, tercetak: Some(j) }));
    }
    out
}

/// Letters and digits only, lower case.
fn polos(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a printed word names a class.
pub fn bernama(kelas: &Kelas, word: &str) -> bool {
    // `Sangat Baik (SB)` is the class with its short form.
    let bare = word.split_once('(').map_or(word, |(name, _)| name);
    let named = |name: &str| polos(name) == polos(word) || polos(name) == polos(bare);
    let letter = kelas.huruf.as_deref();
    named(&kelas.nama)
        || kelas.alias.iter().any(|a| named(a))
        || letter.is_some_and(|l| l == word || l == bare.trim() && !word.contains(|c: char| c.is_ascii_digit()))
        // `BB - Sangat Baik`, `Predikat BB`
        || letter.is_some_and(|l| polos(word) == polos(&format!("{l}{}", kelas.nama)))
        || letter.is_some_and(|l| word.to_lowercase().starts_with("predikat ") && word.ends_with(&format!(" {l}")))
}
