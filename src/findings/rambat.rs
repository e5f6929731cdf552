//! Rambat: a wrong amount goes on. A total that its parts disprove takes part in the sums above it, and its percentage and
//! its rest were computed from it. Sums that hold once the total has the value of its parts tell of the same cause: they
//! stand under it, and nobody is accused twice.

use super::bahan::Bahan;
use super::identitas::Identitas;
use super::jenis::Temuan;
use super::operasi::Operasi;
use super::{himpun, kata};
use crate::diagnostic::Pesan;
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// How many levels an amount is followed upwards.
const TINGKAT: usize = 4;

/// Below this a difference meets another one by chance.
const KECIL: i64 = 1000;

/// More figures than this help no reader.
const TERBANYAK: usize = 5;

/// Other values of some cells, and what becomes of the identities around them.
struct Geser {
    /// The cells, the disproved total first, each with its other value.
    sel: Vec<(usize, Decimal)>,
    /// Findings that fall away.
    temuan: BTreeSet<usize>,
    /// Printed figures that were computed from the value of now.
    ikut: Vec<usize>,
}

/// Puts sums that a disproved total explains under its finding.
pub fn semua(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    per_sel: &BTreeMap<usize, Vec<usize>>,
    list: &mut [Temuan],
    done: &mut BTreeSet<usize>,
) {
    let sums: Vec<(&Identitas, usize)> =
        all.iter().filter(|x| x.operasi == Operasi::Jumlah).filter_map(|x| Some((x, x.temuan?))).collect();
    loop {
        let free = |t: &usize| !done.contains(t);
        let found = sums.iter().filter(|(_, t)| free(t) && list[*t].terhitung.len() == 1);
        let best = found
            .filter_map(|(x, t)| Some((*t, geser(b, all, per_sel, x, &free)?)))
            .filter(|(t, g)| g.temuan.iter().any(|n| n != t))
            .max_by_key(|(t, g)| (g.temuan.len(), std::cmp::Reverse((g.sel.len(), *t))));
        let Some((first, g)) = best else { return };
        done.extend(g.temuan.iter().copied());
        done.insert(first);
        tulis(b, list, first, &g);
    }
}

/// What holds and what breaks when a total has the value of its parts, and the totals above it move with it.
fn geser(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    per_sel: &BTreeMap<usize, Vec<usize>>,
    x: &Identitas,
    free: &dyn Fn(&usize) -> bool,
) -> Option<Geser> {
    let written = b.bukti(x.utama)?;
    let parts = x.masukan.iter().map(|i| b.bukti(*i)).collect::<Option<Vec<_>>>()?;
    let value = x.operasi.hitung(&parts)?;
    let by = value.checked_sub(written)?;
    if by.abs() < Decimal::from(KECIL) {
        return None;
    }
    let mut sel = vec![(x.utama, value)];
    let around = |sel: &[(usize, Decimal)]| -> BTreeSet<usize> {
        sel.iter().flat_map(|(i, _)| per_sel.get(i).into_iter().flatten().copied()).collect()
    };
    let holds = |y: &Identitas, sel: &[(usize, Decimal)]| b.selaras(y.utama, &y.masukan, y.operasi, sel);
    // A sum that holds now goes on with the total it takes.
    for _ in 0..TINGKAT {
        let above: BTreeSet<usize> = around(&sel)
            .into_iter()
            .map(|n| &all[n])
            .filter(|y| y.operasi == Operasi::Jumlah && y.temuan.is_none() && !holds(y, &sel))
            .map(|y| y.utama)
            .filter(|i| sel.iter().all(|(j, _)| j != i))
            .collect();
        if above.is_empty() {
            break;
        }
        for i in above {
            sel.push((i, b.bukti(i)?.checked_add(by)?));
        }
    }
    let (mut temuan, mut ikut) = (BTreeSet::new(), Vec::new());
    for y in around(&sel).into_iter().map(|n| &all[n]) {
        match (y.temuan, holds(y, &sel)) {
            (Some(t), true) if free(&t) => {
                temuan.insert(t);
            }
            // Another sum, or a copy elsewhere, that holds only with the value of now speaks for it.
            (None, false) if matches!(y.operasi, Operasi::Jumlah | Operasi::Sama) => return None,
            (None, false) if !ikut.contains(&y.utama) => ikut.push(y.utama),
            _ => {}
        }
    }
    Some(Geser { sel, temuan, ikut })
}

/// The finding of the total says what else holds with its other value, and what was computed from the printed one.
fn tulis(b: &Bahan<'_, '_>, list: &mut [Temuan], first: usize, g: &Geser) {
    let rest: Vec<usize> = g.temuan.iter().copied().filter(|n| *n != first).collect();
    let Some((own, value)) = g.sel.first().copied() else { return };
    let join = |list: &[usize]| {
        let items: Vec<Pesan> = list.iter().take(TERBANYAK).map(|i| kata::butir(b, *i, own)).collect();
        Pesan::gabung(&items, &Pesan::sama("; "))
    };
    let mut speakers: Vec<usize> = Vec::new();
    for i in rest.iter().filter_map(|n| list[*n].rujukan.first()?.pernyataan) {
        if !speakers.contains(&i) && g.sel.iter().all(|(j, _)| *j != i) {
            speakers.push(i);
        }
    }
    let more: Vec<Pesan> = g.sel[1..]
        .iter()
        .map(|(i, v)| {
            let (what, v) = (kata::apa(b, *i), kata::bacaan(b, *i, *v));
            pesan!(", dan {what} {v}", ", and {what} of {v}", what, v)
        })
        .collect();
    let (v, more, items) = (kata::bacaan(b, own, value), Pesan::gabung(&more, &Pesan::default()), join(&speakers));
    let t = &mut list[first];
    if !speakers.is_empty() {
        t.pesan.sambung(&pesan!(
            " Dengan {v}{more} cocok pula: {items}.",
            " With {v}{more} these agree too: {items}.",
            v,
            more,
            items
        ));
    }
    if !g.ikut.is_empty() {
        let items = join(&g.ikut);
        t.pesan.sambung(&pesan!(
            " Mengikuti angka yang tertulis: {items}.",
            " These follow the figure as printed: {items}.",
            items
        ));
    }
    t.sengketa = g.sel.iter().map(|(i, _)| *i).collect();
    himpun::di_bawah(list, first, &rest);
}
