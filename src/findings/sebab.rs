//! Sebab: the smallest explanation of several broken identities: one cell that, read as one other value, makes all of them
//! hold and breaks none that holds now. They become one finding about that cell, and what follows stands under it.

use super::bahan::Bahan;
use super::bobot;
use super::identitas::{self, Identitas};
use super::jenis::{Golongan, Hasil, Temuan};
use super::operasi::Operasi;
use super::{himpun, kata, rambat, tukar};
use crate::diagnostic::Pesan;
use crate::number::round;
use crate::pesan;
use crate::records::{Jenis, RumusCapaian};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// One reading of one cell that repairs findings.
struct Bacaan {
    sel: usize,
    nilai: Decimal,
    temuan: BTreeSet<usize>,
    /// How many identities hold because of it.
    bukti: usize,
}

/// A cell with this many identities is a hub of a large table: more are not tried.
const TERBANYAK: usize = 400;

/// Joins findings that one cell explains.
pub fn semua(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let all = identitas::semua(b, hasil);
    let mut per_sel: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, x) in all.iter().enumerate() {
        for i in x.sel().collect::<BTreeSet<_>>() {
            per_sel.entry(i).or_default().push(n);
        }
    }
    let mut done: BTreeSet<usize> = BTreeSet::new();
    tukar::semua(b, &all, &per_sel, &mut hasil.temuan, &mut done);
    loop {
        let free = |x: &Identitas| x.temuan.filter(|t| !done.contains(t));
        let mut best: Vec<Bacaan> = Vec::new();
        let cells: BTreeSet<usize> = all.iter().filter(|x| free(x).is_some()).flat_map(Identitas::sel).collect();
        for sel in cells {
            let own = &per_sel[&sel];
            if own.len() > TERBANYAK || own.iter().filter(|n| free(&all[**n]).is_some()).count() < 2 {
                continue;
            }
            for bacaan in bacaan(b, &all, own, sel, &free) {
                let rank = |x: &Bacaan| (x.temuan.len(), x.bukti);
                match best.first().map(|first| rank(&bacaan).cmp(&rank(first))) {
                    Some(std::cmp::Ordering::Less) => {}
                    Some(std::cmp::Ordering::Equal) => best.push(bacaan),
                    _ => best = vec![bacaan],
                }
            }
        }
        let Some(first) = best.first() else { break };
        done.extend(first.temuan.iter().copied());
        satukan(b, &mut hasil.temuan, &best);
    }
    rambat::semua(b, &all, &per_sel, &mut hasil.temuan, &mut done);
    hasil.temuan.retain(|t| !t.rujukan.is_empty());
}

/// The values of a cell that repair at least two findings and break nothing.
fn bacaan(
    b: &Bahan<'_, '_>,
    all: &[Identitas],
    own: &[usize],
    sel: usize,
    free: &dyn Fn(&Identitas) -> Option<usize>,
) -> Vec<Bacaan> {
    let mut values: BTreeSet<Decimal> = BTreeSet::new();
    for x in own.iter().map(|n| &all[*n]).filter(|x| free(x).is_some()) {
        values.extend(nilai(b, x, sel).map(|v| v.normalize()));
    }
    let now = b.bukti(sel).map(|v| v.normalize());
    values.retain(|v| Some(*v) != now);
    let mut out: Vec<Bacaan> = Vec::new();
    'values: for nilai in values {
        let mut fixed = BTreeSet::new();
        let mut bukti = 0;
        for x in own.iter().map(|n| &all[*n]) {
            let holds = b.selaras(x.utama, &x.masukan, x.operasi, &[(sel, nilai)]);
            match (free(x), holds) {
                (Some(t), true) => {
                    fixed.insert(t);
                    bukti += 1;
                }
                // A copy printed elsewhere with the value of now speaks against the reading.
                (None, false) if x.temuan.is_none() => continue 'values,
                _ => {}
            }
        }
        if fixed.len() > 1 {
            out.push(Bacaan { sel, nilai, temuan: fixed, bukti });
        }
    }
    out
}

/// What a cell would have to be for an identity to hold, where that is one value.
fn nilai(b: &Bahan<'_, '_>, x: &Identitas, sel: usize) -> Option<Decimal> {
    let written = b.bukti(x.utama)?;
    let values: Vec<Decimal> = x.masukan.iter().map(|i| b.bukti(*i)).collect::<Option<_>>()?;
    if sel == x.utama {
        let decimals = b.p(sel).sel.angka()?.desimal;
        return Some(round(x.operasi.hitung(&values)?, decimals));
    }
    let at = x.masukan.iter().position(|i| *i == sel)?;
    match (x.operasi, values.as_slice(), at) {
        (Operasi::Jumlah, ..) => {
            let sum = values.iter().try_fold(Decimal::ZERO, |s, v| s.checked_add(*v))?;
            written.checked_sub(sum.checked_sub(values[at])?)
        }
        (Operasi::Sama, ..) => Some(written),
        (Operasi::Kurang, [_, z], 0) => written.checked_add(*z),
        (Operasi::Kurang, [a, _], 1) => a.checked_sub(written),
        // A quotient leaves a range; the value with the decimals of the cell is tried.
        (Operasi::Persen | Operasi::Bagi(100) | Operasi::Capaian(RumusCapaian::RealisasiTarget, ..), [a, z], _) => {
            let decimals = b.p(sel).sel.angka()?.desimal;
            let exact = match at {
                0 => written.checked_mul(*z)?.checked_div(Decimal::ONE_HUNDRED)?,
                _ => a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(written)?,
            };
            Some(round(exact, decimals))
        }
        (Operasi::Kali(times), [a, z], _) => {
            let whole = (0..times).try_fold(written, |v, _| v.checked_mul(Decimal::ONE_HUNDRED))?;
            whole.checked_div(if at == 0 { *z } else { *a })
        }
        _ => None,
    }
}

/// Makes one finding of those a reading repairs: the first keeps its place, the others are emptied.
fn satukan(b: &Bahan<'_, '_>, list: &mut [Temuan], best: &[Bacaan]) {
    let chosen = &best[0];
    let sel = chosen.sel;
    let of = |t: &Temuan| t.rujukan.first().and_then(|r| r.pernyataan);
    // The cell's own finding, else the heaviest contradiction.
    let order = |n: &usize| {
        let t = &list[*n];
        (of(t) != Some(sel), t.golongan != Golongan::Pertentangan, t.tingkat, *n)
    };
    let Some(first) = chosen.temuan.iter().copied().min_by_key(order) else { return };
    let rest: Vec<usize> = chosen.temuan.iter().copied().filter(|n| *n != first).collect();
    let own = of(&list[first]) == Some(sel);
    let told: Vec<usize> = if own { rest.clone() } else { chosen.temuan.iter().copied().collect() };
    // Of two statements of one fact the other one speaks for the reading.
    let speaker = |t: &Temuan| {
        let mut places = t.rujukan.iter().filter_map(|r| r.pernyataan);
        match places.next()? {
            i if i != sel => Some(i),
            _ if t.terhitung.is_empty() => places.next(),
            _ => None,
        }
    };
    let mut speakers: Vec<usize> = Vec::new();
    for i in told.iter().filter_map(|n| speaker(&list[*n])) {
        if !speakers.contains(&i) {
            speakers.push(i);
        }
    }
    let items: Vec<Pesan> = speakers.iter().map(|i| kata::butir(b, *i, sel)).collect();
    let items = Pesan::gabung(&items, &Pesan::sama("; "));
    let value = |x: &Bacaan| kata::bacaan(b, x.sel, x.nilai);
    let other: Vec<Pesan> = best[1..]
        .iter()
        .filter(|x| x.sel != sel && x.temuan == chosen.temuan)
        .take(2)
        .map(|x| {
            let (what, place, v) = (kata::apa(b, x.sel), kata::letak(b, x.sel), value(x));
            pesan!("{what} dibaca {v} ({place})", "{what} is read as {v} ({place})", what, v)
        })
        .collect();
    let v = value(chosen);
    let mut pesan = if own && speakers.is_empty() {
        list[first].pesan.clone()
    } else if own {
        let mut text = list[first].pesan.clone();
        text.sambung(&pesan!(" Dengan {v} cocok pula: {items}.", " With {v} these agree too: {items}.", v, items));
        text
    } else {
        let (what, now, place, n) = (kata::apa(b, sel), kata::nilai(b, sel), kata::letak(b, sel), speakers.len());
        pesan!(
            "Tertulis {what} {now} ({place}); {n} angka yang terkait dengannya tidak cocok, dan semuanya cocok bila {v}: {items}.",
            "Printed {what} {now} ({place}); {n} figures tied to it do not agree, and all agree with {v}: {items}.",
            what,
            now,
            v,
            items
        )
    };
    if !other.is_empty() {
        let other = Pesan::gabung(&other, &pesan!(", atau ", ", or "));
        pesan.sambung(&pesan!(" Cocok pula bila {other}.", " They also agree when {other}.", other));
    }
    let t = &mut list[first];
    t.pesan = pesan;
    if !own {
        t.alamat.clone_from(&b.p(sel).alamat);
        t.tahun = b.p(sel).tahun;
        t.perihal = kata::perihal(b, sel);
        let place = b.rujukan(sel);
        t.rujukan.retain(|r| *r != place);
        t.rujukan.insert(0, place);
        t.tertulis = b.bukti(sel).map(|v| v.normalize()).into_iter().collect();
        t.terhitung = vec![chosen.nilai];
    }
    t.sengketa = vec![sel];
    himpun::di_bawah(list, first, &rest);
    let t = &mut list[first];
    if matches!(b.jenis(sel), Jenis::Uang | Jenis::Nilai)
        && let Some(now) = b.bukti(sel)
        && let Some((limit, why)) = bobot::menurut_besar(now, chosen.nilai).filter(|(limit, _)| *limit > t.tingkat)
    {
        t.tingkat = limit;
        t.alasan_bobot = Some(why);
    }
}
