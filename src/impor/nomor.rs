//! Nomor: numbers of an outline, `1`, `1.1`, `1.1.1`, which are no codes: they tell only how deep a row stands.

use super::kisi::Lembar;
use super::makna::{Kolom, Makna};
use super::pecah::{kodean, sebagian_besar};
use std::ops::Range;

fn bagian(text: &str) -> Option<Vec<u32>> {
    let plain = text.trim().trim_end_matches(['.', ')']);
    let parts: Option<Vec<u32>> =
        plain.split('.').map(|p| p.parse().ok().filter(|n| *n > 0 && !p.starts_with('0'))).collect();
    parts.filter(|p| p.len() <= 3)
}

/// How deep a number says that its row stands.
pub fn tingkat(text: &str) -> Option<usize> {
    bagian(text).map(|parts| parts.len() - 1)
}

/// Whether the numbers of a column are those of an outline of three levels, each the next one of its level: codes skip, and
/// their segments have two digits.
fn bertingkat(lembar: &Lembar, isi: &Range<usize>, column: usize) -> bool {
    let texts = isi.clone().map(|row| lembar.sel(row, column).tulisan()).filter(|t| !t.is_empty());
    let Some(all) = texts.map(|t| bagian(&t)).collect::<Option<Vec<_>>>() else { return false };
    let mut before: Vec<u32> = Vec::new();
    for own in &all {
        let Some((last, above)) = own.split_last() else { return false };
        let fits = if own.len() > before.len() {
            own.len() == before.len() + 1 && above == before && *last == 1
        } else {
            above == &before[..above.len()] && *last == before[above.len()] + 1
        };
        if !fits {
            return false;
        }
        before.clone_from(own);
    }
    all.iter().any(|own| own.len() == 3)
}

/// Takes a column of such numbers for the levels of its rows, where no other column has official codes.
pub fn tetapkan(kolom: &mut [Kolom], lembar: &Lembar, isi: &Range<usize>, settled: &dyn Fn(&Kolom) -> bool) {
    let open = |k: &&mut Kolom| matches!(k.makna, Makna::Abaikan(_) | Makna::Kode) && !settled(k);
    let outline: Vec<usize> =
        kolom.iter_mut().filter(open).filter(|k| bertingkat(lembar, isi, k.indeks)).map(|k| k.indeks).collect();
    let coded = kolom.iter().any(|k| !outline.contains(&k.indeks) && kodean(lembar, isi, k.indeks));
    let named = |k: &Kolom| matches!(k.makna, Makna::Tingkat) && sebagian_besar(lembar, isi, k.indeks, &|_| true);
    if coded || kolom.iter().any(named) {
        return;
    }
    for k in kolom.iter_mut().filter(|k| outline.first() == Some(&k.indeks)) {
        k.makna = Makna::Nomor;
    }
}
