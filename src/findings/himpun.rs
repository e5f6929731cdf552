//! Himpun: what joining findings rests on: whether one points to a statement, and taking in what another one holds.

use super::jenis::{Akibat, Rujukan, Sifat, Temuan};
use crate::diagnostic::Pesan;

/// Where a finding goes: into which other one, with which sentence.
pub type Tujuan = Option<(usize, Pesan)>;

/// Whether a rule tells one fact with two values.
pub fn dua(t: &Temuan) -> bool {
    t.aturan.sifat == Sifat::DuaNilai
}

pub fn menunjuk(t: &Temuan, i: usize) -> bool {
    t.rujukan.iter().any(|r| r.pernyataan == Some(i))
}

/// Adds places to a finding.
pub fn tempat(first: &mut Temuan, lagi: Vec<Rujukan>) {
    for r in lagi {
        if !first.rujukan.contains(&r) {
            first.rujukan.push(r);
        }
    }
}

/// Adds to a finding what another one disputes.
pub fn sengketa(first: &mut Temuan, lagi: &[usize]) {
    for i in lagi {
        if !first.sengketa.contains(i) {
            first.sengketa.push(*i);
        }
    }
}

/// Makes one finding of two: what is disputed, places, weight, answers.
pub fn satukan(first: &mut Temuan, other: Temuan) {
    sengketa(first, &other.sengketa);
    bersama(first, other);
}

/// Adds the places, the weight and the answers of a finding to another.
pub fn bersama(first: &mut Temuan, other: Temuan) {
    first.tingkat = first.tingkat.min(other.tingkat);
    first.golongan = first.golongan.min(other.golongan);
    tempat(first, other.rujukan);
    first.akibat.extend(other.akibat);
    for a in other.tanggapan {
        if !first.tanggapan.contains(&a) {
            first.tanggapan.push(a);
        }
    }
}

/// Puts findings under one of their list: their places, weight and answers come along. A finding without places is one that
/// has gone under another.
pub fn di_bawah(list: &mut [Temuan], first: usize, rest: &[usize]) {
    let moved: Vec<Temuan> = rest.iter().map(|n| list[*n].clone()).collect();
    rest.iter().for_each(|n| list[*n].rujukan.clear());
    let t = &mut list[first];
    for m in moved {
        t.tingkat = t.tingkat.min(m.tingkat);
        t.golongan = t.golongan.min(m.golongan);
        tempat(t, m.rujukan.clone());
        t.tanggapan.extend(m.tanggapan.clone());
        let below = m.akibat.clone();
        t.akibat.push(Akibat::dari(m));
        t.akibat.extend(below);
    }
}
