//! Dukungan: what speaks for the printed figure of a computation that does not agree. A total that is printed again elsewhere, as
//! the record says, is told with those places: the reader sees both sides.

use super::bahan::Bahan;
use super::identitas::dikukuhkan;
use super::jenis::{Golongan, Sifat, Temuan};
use super::kata;
use crate::diagnostic::Pesan;
use crate::pesan;

/// More places than these help no reader.
const TERBANYAK: usize = 4;

/// Adds to every contradiction of a computation the declared equals of the printed figure that print the same.
pub fn semua(b: &Bahan<'_, '_>, list: &mut [Temuan]) {
    let pairs: Vec<(usize, usize)> =
        dikukuhkan(b).flat_map(|x| x.masukan.iter().map(|j| (x.utama, *j)).collect::<Vec<_>>()).collect();
    if pairs.is_empty() {
        return;
    }
    let heavy = |t: &&mut Temuan| {
        t.golongan == Golongan::Pertentangan
            && matches!(t.aturan.sifat, Sifat::Hitungan | Sifat::Jumlah)
            && !t.terhitung.is_empty()
    };
    for t in list.iter_mut().filter(heavy) {
        let Some(own) = t.rujukan.first().and_then(|r| r.pernyataan) else { continue };
        let mut known = vec![own];
        let mut n = 0;
        while let Some(i) = known.get(n).copied() {
            n += 1;
            let next = pairs.iter().filter_map(|(x, y)| if *x == i { Some(*y) } else { (*y == i).then_some(*x) });
            let fresh: Vec<usize> = next.filter(|j| !known.contains(j)).collect();
            known.extend(fresh);
        }
        // One place that prints a figure in several tables says it once.
        let mut told: Vec<usize> = t.rujukan.iter().filter_map(|r| r.pernyataan).collect();
        let mut more: Vec<usize> = Vec::new();
        for i in known {
            if more.len() < TERBANYAK && told.iter().all(|j| !b.secetak(*j, i)) {
                told.push(i);
                more.push(i);
            }
        }
        if more.is_empty() {
            continue;
        }
        let item = |i: &usize| {
            let (what, place) = (kata::apa(b, *i), kata::tempat(b, *i, own));
            pesan!("{what} ({place})", "{what} ({place})", what)
        };
        let items = Pesan::gabung(&more.iter().map(item).collect::<Vec<_>>(), &Pesan::sama("; "));
        let v = kata::nilai(b, own);
        t.pesan.sambung(&pesan!(" {v} tercetak pula sebagai {items}.", " {v} is also printed as {items}.", v, items));
        t.rujukan.extend(more.into_iter().map(|i| b.rujukan(i)));
    }
}
