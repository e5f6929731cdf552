//! Tukar: two amounts that changed places, in one row or in one column of a table, and two rows that did, are one cause: with
//! both exchanged every identity around them holds.

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

/// Cells that change places, two by two.
type Pasangan = Vec<(usize, usize)>;

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
    let cells = pairs.filter(near).map(|(i, j)| vec![(i, j)]);
    let rows: BTreeSet<usize> = amounts.iter().filter_map(|i| b.sebaris(*i).first().copied()).collect();
    let pairs = rows.iter().flat_map(|i| rows.range(i + 1..).map(move |j| (*i, *j)));
    let rows = pairs.filter(|(i, j)| b.setabel(*i).contains(j)).map(|(i, j)| sekolom(b, i, j)).filter(|p| p.len() > 1);
    let one = |pairs: Pasangan| bertukar(b, all, per_sel, &pairs).map(|t| (pairs, t));
    let mut found: Vec<(Pasangan, BTreeSet<usize>)> = cells.chain(rows).filter_map(one).collect();
    found.sort_by_key(|(pairs, t)| (std::cmp::Reverse(t.len()), pairs.clone()));
    for (pairs, temuan) in found {
        if temuan.iter().all(|t| !done.contains(t)) {
            done.extend(temuan.iter().copied());
            tulis(b, list, &pairs, &temuan);
        }
    }
}

/// The cells of two rows of one table, column by column.
fn sekolom(b: &Bahan<'_, '_>, i: usize, j: usize) -> Vec<(usize, usize)> {
    let evidence = |k: &&usize| b.bukti(**k).is_some();
    let same = |x: &usize| {
        b.sebaris(j)
            .iter()
            .copied()
            .find(|y| b.kolom(*x).is_some() && b.kolom(*x) == b.kolom(*y) && b.bukti(*y).is_some())
    };
    b.sebaris(i).iter().filter(evidence).filter_map(|x| Some((*x, same(x)?))).collect()
}

/// The findings that fall away when cells change places, where all around them hold then.
fn bertukar(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    per_sel: &BTreeMap<usize, Vec<usize>>,
    pairs: &[(usize, usize)],
) -> Option<BTreeSet<usize>> {
    let mut exchanged: Vec<(usize, Decimal)> = Vec::new();
    for (i, j) in pairs {
        exchanged.extend([(*i, b.bukti(*j)?), (*j, b.bukti(*i)?)]);
    }
    let sides: (BTreeSet<usize>, BTreeSet<usize>) = pairs.iter().copied().unzip();
    let of = |k: &usize| per_sel.get(k).into_iter().flatten().copied();
    let around: BTreeSet<usize> = sides.0.iter().chain(&sides.1).flat_map(of).collect();
    let apart = pairs.iter().filter(|(i, j)| b.bukti(*i) != b.bukti(*j)).count();
    let mut out = BTreeSet::new();
    let (mut left, mut right, mut exact) = (false, false, 0);
    for x in around.into_iter().map(|n| &all[n]) {
        if !b.selaras(x.utama, &x.masukan, x.operasi, &exchanged) {
            return None;
        }
        if let Some(t) = x.temuan {
            let told =
                matches!(x.operasi, Operasi::Jumlah | Operasi::Kurang) || pairs.len() > 1 && x.operasi == Operasi::Sama;
            exact += usize::from(out.insert(t) && told);
            left |= x.sel().any(|k| sides.0.contains(&k));
            right |= x.sel().any(|k| sides.1.contains(&k));
        }
    }
    // Two sums or differences that hold to the rupiah are no chance, nor are three identities; two percentages may be.
    (apart >= pairs.len().min(2) && left && right && (exact > 1 || out.len() > 2)).then_some(out)
}

fn tulis(b: &Bahan<'_, '_>, list: &mut [Temuan], pairs: &[(usize, usize)], temuan: &BTreeSet<usize>) {
    let Some((i, j)) = pairs.first().copied() else { return };
    let cells: Vec<usize> = pairs.iter().flat_map(|(i, j)| [*i, *j]).collect();
    let own = |n: &usize| list[*n].rujukan.first().and_then(|r| r.pernyataan);
    let order = |n: &usize| (own(n) != Some(i), list[*n].golongan, list[*n].tingkat, *n);
    let Some(first) = temuan.iter().copied().min_by_key(order) else { return };
    let rest: Vec<usize> = temuan.iter().copied().filter(|n| *n != first).collect();
    let mut speakers: Vec<usize> = Vec::new();
    for k in temuan.iter().filter_map(own).filter(|k| !cells.contains(k)) {
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
    let (one, other) = (kata::subjek(b, i), kata::subjek(b, j));
    let t = &mut list[first];
    t.pesan = if pairs.len() > 1 {
        pesan!(
            "Baris {one} dan {other} ({place}): {n} angka yang terkait tidak cocok, dan semuanya cocok bila kedua baris itu bertukar isi.{items}",
            "Rows {one} and {other} ({place}): {n} figures tied to them do not agree, and all agree when the two rows change contents.{items}",
            one,
            other,
            items
        )
    } else {
        pesan!(
            "Tertulis {a} {v} dan {z} {w} ({place}); {n} angka yang terkait tidak cocok, dan semuanya cocok bila kedua angka itu bertukar tempat.{items}",
            "Printed {a} {v} and {z} {w} ({place}); {n} figures tied to them do not agree, and all agree when the two change places.{items}",
            a,
            v,
            z,
            w,
            items
        )
    };
    t.alamat.clone_from(&b.p(i).alamat);
    t.tahun = b.p(i).tahun;
    t.perihal = kata::perihal(b, i);
    for place in cells.iter().rev().map(|k| b.rujukan(*k)) {
        t.rujukan.retain(|r| *r != place);
        t.rujukan.insert(0, place);
    }
    let value = |k: usize| b.bukti(k).map(|v| v.normalize()).into_iter().collect::<Vec<_>>();
    (t.tertulis, t.terhitung) = (value(i), value(j));
    t.sengketa = cells;
    himpun::di_bawah(list, first, &rest);
}
