//! Ikutan: findings that follow from another one: they hold once its other value is taken, or only repeat its dispute.

use super::bahan::Bahan;
use super::himpun::{Tujuan, dua, menunjuk};
use super::jenis::{Golongan, HasilUji, Pemeriksaan, Sifat, Temuan};
use super::kata;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::Ukuran as U;
use rust_decimal::Decimal;

/// Below this a value may meet another by chance.
const KECIL: i64 = 1000;

/// A computation that holds with the other value of a disputed figure, or that was made from a figure that is disputed.
pub fn mengikuti(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let i = own.rujukan.first()?.pernyataan?;
    let check = checks.iter().find(|p| {
        p.pernyataan == i
            && match &p.hasil {
                HasilUji::Beda => p.aturan == own.aturan.kode,
                HasilUji::BasisLain(_) => own.aturan.kode == "basis-lain",
                _ => false,
            }
    })?;
    let masukan: Vec<usize> = check.masukan.iter().map(|m| m.pernyataan).collect();
    for (n, o) in all.iter().enumerate().filter(|(n, o)| *n != t && o.golongan == Golongan::Pertentangan) {
        let first = o.rujukan.first().and_then(|r| r.pernyataan);
        if let HasilUji::BasisLain(basis) = &check.hasil
            && o.aturan.sifat == Sifat::Hitungan
            && first.is_some_and(|f| f != i && basis.masukan.contains(&f))
        {
            let (name, value, place) = (kata::label(b, i), kata::nilai(b, i), kata::letak(b, i));
            let text = pesan!(
                " Tertulis {name} {value} ({place}), dihitung dari angka itu.",
                " Printed {name} {value} ({place}), computed from that figure.",
                name,
                value
            );
            return Some((n, text));
        }
        if !o.aturan.sifat.berpasangan() || o.tertulis.len() != 2 {
            continue;
        }
        for (x, y) in [(o.tertulis[0], o.tertulis[1]), (o.tertulis[1], o.tertulis[0])] {
            let large = x.abs() >= Decimal::from(KECIL);
            let same = |j: &&usize| {
                let fact = || o.rujukan.iter().filter_map(|r| r.pernyataan).any(|k| b.p(k).alamat == b.p(**j).alamat);
                b.bukti(**j).map(|v| v.normalize()) == Some(x) && (large || fact())
            };
            let Some(j) = masukan.iter().find(same) else { continue };
            if b.selaras(i, &masukan, check.operasi, &[(*j, y)]) {
                let (name, value, place) = (kata::label(b, i), kata::nilai(b, i), kata::letak(b, i));
                let other = kata::hitungan(b, *j, y);
                let text = pesan!(
                    " Tertulis {name} {value} ({place}): cocok dengan {other}.",
                    " Printed {name} {value} ({place}): it agrees with {other}.",
                    name,
                    value,
                    other
                );
                return Some((n, text));
            }
        }
    }
    None
}

/// A derived figure with two values, each right for its own value of an input that is told already.
pub fn karena(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    if !dua(own) || own.tertulis.len() != 2 {
        return None;
    }
    let i = own.rujukan.first()?.pernyataan?;
    let j = own.rujukan.iter().filter_map(|r| r.pernyataan).find(|j| b.bukti(*j) != b.bukti(i))?;
    let inputs = |i: usize| -> Vec<usize> {
        let fits = |p: &&Pemeriksaan| {
            p.pernyataan == i && matches!(p.hasil, HasilUji::Cocok | HasilUji::Terpotong) && p.masukan.len() > 1
        };
        checks.iter().filter(fits).flat_map(|p| p.masukan.iter().map(|m| m.pernyataan)).collect()
    };
    let (left, right) = (inputs(i), inputs(j));
    let value = |k: usize| b.bukti(k).map(|v| v.normalize()).unwrap_or_default();
    let into = all.iter().enumerate().position(|(n, o)| {
        n != t
            && o.aturan.sifat.berpasangan()
            && left.iter().any(|a| {
                right.iter().any(|z| {
                    let told = |k: usize| menunjuk(o, k);
                    let under = told(*a) && told(*z) && b.p(*a).alamat == b.p(*z).alamat;
                    value(*a) != value(*z) && under
                        || value(*a) != value(*z)
                            && o.tertulis.contains(&value(*a))
                            && o.tertulis.contains(&value(*z))
                            && [*a, *z].iter().any(|k| {
                                menunjuk(o, *k)
                                    || o.rujukan
                                        .iter()
                                        .filter_map(|r| r.pernyataan)
                                        .any(|x| b.p(x).alamat == b.p(*k).alamat)
                            })
                })
            })
    })?;
    let (name, v, w) = (kata::label(b, i), kata::nilai(b, i), kata::nilai(b, j));
    let (here, there) = (kata::letak(b, i), kata::tempat(b, j, i));
    let text = pesan!(
        " Karena itu {name} tertulis {v} ({here}) dan {w} ({there}); masing-masing cocok dengan salah satunya.",
        " So {name} is printed as {v} ({here}) and {w} ({there}); each agrees with one of them.",
        name,
        v,
        w
    );
    Some((into, text))
}

/// A target below what was reached, in a plan that is told to run down.
pub fn rencana(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let i = own.rujukan.first()?.pernyataan?;
    let subject = |t: &Temuan| t.alamat.split('/').nth(2).map(str::to_string);
    let observed = |t: &Temuan| t.golongan == Golongan::Pengamatan && t.aturan.sifat == Sifat::Lain;
    let target = b.kolom(i).is_some_and(|k| k.ukuran == U::Target);
    let angka = |t: &Temuan| t.rujukan.iter().filter(|r| r.pernyataan.is_some()).count();
    if !target || !observed(own) {
        return None;
    }
    let into = all.iter().enumerate().position(|(n, o)| {
        n != t
            && observed(o)
            && o.aturan != own.aturan
            && subject(o) == subject(own)
            && angka(o) > angka(own)
            && menunjuk(o, i)
    })?;
    Some((into, Pesan::new(format!(" {}", own.pesan.id), format!(" {}", own.pesan.en))))
}

/// An observation about a figure whose own value is disputed: it holds only if that value does.
pub fn sengketa(t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    if own.golongan != Golongan::Pengamatan || own.aturan.sifat != Sifat::Pasangan {
        return None;
    }
    let i = own.rujukan.first()?.pernyataan?;
    let disputed =
        |o: &Temuan| o.golongan == Golongan::Pertentangan && dua(o) && o.alamat == own.alamat && menunjuk(o, i);
    let into = all.iter().enumerate().position(|(n, o)| n != t && disputed(o))?;
    Some((into, Pesan::default()))
}

/// A figure above its bound only because one of the two is printed otherwise than its identities say.
pub fn batas(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let [i, j] = [own.rujukan.first()?.pernyataan?, own.rujukan.get(1)?.pernyataan?];
    if own.aturan.sifat != Sifat::Batas {
        return None;
    }
    let within = |o: &Temuan| {
        let cell = o.rujukan.first().and_then(|r| r.pernyataan);
        let [reading] = o.terhitung[..] else { return false };
        // Of two exchanged cells the other one has the value of the first.
        let other = o.sengketa.get(1).copied().filter(|k| b.bukti(*k).map(|v| v.normalize()) == Some(reading));
        let value = |k: usize| match k {
            k if cell == Some(k) => Some(reading),
            k if other == Some(k) => o.tertulis.first().copied(),
            k => b.bukti(k),
        };
        let touched = [i, j].iter().any(|k| cell == Some(*k) || other == Some(*k));
        touched && value(i).zip(value(j)).is_some_and(|(part, whole)| part <= whole)
    };
    let into = all.iter().enumerate().position(|(n, o)| n != t && o.golongan == Golongan::Pertentangan && within(o))?;
    Some((into, Pesan::new(format!(" {}", own.pesan.id), format!(" {}", own.pesan.en))))
}

/// A row of a table that differs from its own parts as much as one of the rows it adds up does: the column agrees, so the total only
/// repeats that row.
pub fn kolomnya(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], t: usize, all: &[Temuan]) -> Tujuan {
    let by = |t: &Temuan| match (&t.tertulis[..], &t.terhitung[..]) {
        ([a], [z]) => a.checked_sub(*z),
        _ => None,
    };
    let cell = |t: &Temuan| t.rujukan.first().and_then(|r| r.pernyataan);
    let own = &all[t];
    let (i, more) = (cell(own)?, by(own)?);
    let sums = |p: &&Pemeriksaan| p.pernyataan == i && p.jumlah && p.hasil == HasilUji::Cocok;
    let rows: Vec<usize> = checks.iter().filter(sums).flat_map(|p| p.masukan.iter().map(|m| m.pernyataan)).collect();
    let into = all.iter().enumerate().position(|(n, o)| {
        n != t
            && o.aturan == own.aturan
            && o.aturan.sifat == Sifat::Hitungan
            && by(o) == Some(more)
            && cell(o).is_some_and(|j| rows.contains(&j) && b.sebaris(j) != b.sebaris(i))
    })?;
    let (what, value, computed) = (kata::apa(b, i), kata::nilai(b, i), kata::hitungan(b, i, *own.terhitung.first()?));
    let text = pesan!(
        " {what}, {value}, cocok dengan kolomnya; menurut barisnya {computed}.",
        " {what}, {value}, agrees with its column; by its row it is {computed}.",
        what,
        value,
        computed
    );
    Some((into, text))
}
