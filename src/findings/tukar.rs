//! Tukar: two amounts that changed places, in one row or in one column of a table, are one cause: with both exchanged
//! every identity around them holds.

use super::bahan::Bahan;
use super::identitas::Identitas;
use super::jenis::Temuan;
use super::operasi::Operasi;
use super::{himpun, kata};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::Jenis;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// More amounts than this in broken identities of one table are not tried in pairs.
const TERBANYAK: usize = 120;

/// Joins findings that the exchange of two amounts explains.
pub fn semua(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    per_sel: &BTreeMap<usize, Vec<usize>>,
    list: &mut [Temuan],
    done: &mut BTreeSet<usize>,
) {
    let amounts: BTreeSet<usize> = all
        .iter()
        .filter(|x| x.temuan.is_some())
        .flat_map(Identitas::sel)
        .filter(|i| b.anggaran(*i) && b.jenis(*i) == Jenis::Uang)
        .collect();
    if amounts.len() > TERBANYAK {
        return;
    }
    let pairs = amounts.iter().flat_map(|i| amounts.range(i + 1..).map(move |j| (*i, *j)));
    let near = |(i, j): &(usize, usize)| {
        b.sebaris(*i).contains(j) || (b.kolom(*i) == b.kolom(*j) && b.setabel(*i).contains(j))
    };
    let mut found: Vec<(usize, usize, BTreeSet<usize>)> =
        pairs.filter(near).filter_map(|(i, j)| Some((i, j, bertukar(b, all, per_sel, i, j)?))).collect();
    found.sort_by_key(|(i, j, t)| (std::cmp::Reverse(t.len()), *i, *j));
    for (i, j, temuan) in found {
        if temuan.iter().all(|t| !done.contains(t)) {
            done.extend(temuan.iter().copied());
            tulis(b, list, (i, j), &temuan);
        }
    }
}

/// The findings that fall away when two cells change places, where all around them hold then.
fn bertukar(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    per_sel: &BTreeMap<usize, Vec<usize>>,
    i: usize,
    j: usize,
) -> Option<BTreeSet<usize>> {
    let (v, w): (Decimal, Decimal) = (b.bukti(i)?, b.bukti(j)?);
    let exchanged = [(i, w), (j, v)];
    let around: BTreeSet<usize> = [i, j].iter().flat_map(|k| per_sel.get(k).into_iter().flatten().copied()).collect();
    let mut out = BTreeSet::new();
    let (mut left, mut right, mut exact) = (false, false, 0);
    for x in around.into_iter().map(|n| &all[n]) {
        if !b.selaras(x.utama, &x.masukan, x.operasi, &exchanged) {
            return None;
        }
        if let Some(t) = x.temuan {
            exact += usize::from(out.insert(t) && matches!(x.operasi, Operasi::Jumlah | Operasi::Kurang));
            left |= x.sel().any(|k| k == i);
            right |= x.sel().any(|k| k == j);
        }
    }
    // Two sums or differences that hold to the rupiah are no chance, nor are three identities; two percentages may be.
    (v != w && left && right && (exact > 1 || out.len() > 2)).then_some(out)
}

fn tulis(b: &Bahan<'_, '_>, list: &mut [Temuan], (i, j): (usize, usize), temuan: &BTreeSet<usize>) {
    let own = |n: &usize| list[*n].rujukan.first().and_then(|r| r.pernyataan);
    let order = |n: &usize| (own(n) != Some(i), list[*n].golongan, list[*n].tingkat, *n);
    let Some(first) = temuan.iter().copied().min_by_key(order) else { return };
    let rest: Vec<usize> = temuan.iter().copied().filter(|n| *n != first).collect();
    let mut speakers: Vec<usize> = Vec::new();
    for k in temuan.iter().filter_map(own).filter(|k| *k != i && *k != j) {
        if !speakers.contains(&k) {
            speakers.push(k);
        }
    }
    let items: Vec<Pesan> = speakers.iter().map(|k| kata::butir(b, *k, i)).collect();
    let items = match items.is_empty() {
        true => Pesan::default(),
        false => {
            let items = Pesan::gabung(&items, &Pesan::sama("; "));
            pesan!(" Antara lain: {items}.", " Among them: {items}.", items)
        }
    };
    let (a, v, z, w) = (kata::apa(b, i), kata::nilai(b, i), kata::apa(b, j), kata::nilai(b, j));
    let (place, n) = (kata::letak(b, i), temuan.len());
    let t = &mut list[first];
    t.pesan = pesan!(
        "Tertulis {a} {v} dan {z} {w} ({place}); {n} angka yang terkait tidak cocok, dan semuanya cocok bila kedua angka itu bertukar tempat.{items}",
        "Printed {a} {v} and {z} {w} ({place}); {n} figures tied to them do not agree, and all agree when the two change places.{items}",
        a,
        v,
        z,
        w,
        items
    );
    t.alamat.clone_from(&b.p(i).alamat);
    t.tahun = b.p(i).tahun;
    t.perihal = kata::perihal(b, i);
    for place in [b.rujukan(j), b.rujukan(i)] {
        t.rujukan.retain(|r| *r != place);
        t.rujukan.insert(0, place);
    }
    let value = |k: usize| b.bukti(k).map(|v| v.normalize()).into_iter().collect::<Vec<_>>();
    (t.tertulis, t.terhitung) = (value(i), value(j));
    t.sengketa = vec![i, j];
    himpun::di_bawah(list, first, &rest);
}
