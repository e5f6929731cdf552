//! Gabung: the same defect of one fact, printed in five places, is one finding with five places.

use super::jenis::Temuan;

/// Joins findings of one rule about one address with the same written and computed values, in their order.
pub fn semua(list: &mut Vec<Temuan>) {
    let mut out: Vec<Temuan> = Vec::with_capacity(list.len());
    for t in list.drain(..) {
        let same = |o: &&mut Temuan| {
            o.aturan == t.aturan
                && o.alamat == t.alamat
                && o.tertulis == t.tertulis
                && o.terhitung == t.terhitung
                && !t.terhitung.is_empty()
        };
        match out.iter_mut().find(same) {
            Some(first) => satukan(first, t),
            None => out.push(t),
        }
    }
    *list = out;
}

/// Adds the places of `other` to `first`; the sentence names both.
fn satukan(first: &mut Temuan, other: Temuan) {
    let place = |t: &Temuan| t.rujukan.first().map(|r| r.letak.clone());
    if let (Some(own), Some(more)) = (place(first), place(&other))
        && own != more
    {
        for text in [&mut first.pesan.id, &mut first.pesan.en] {
            // The places are the first parentheses that open with the finding's own place.
            let open = format!("({own}");
            if let Some(end) =
                text.find(&open).and_then(|at| text[at..].find(')').map(|n| at + n).filter(|_| !own.contains(')')))
            {
                text.insert_str(end, &format!("; {more}"));
            }
        }
    }
    for r in other.rujukan {
        if !first.rujukan.contains(&r) {
            first.rujukan.push(r);
        }
    }
}
