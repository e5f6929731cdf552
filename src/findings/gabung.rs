//! Gabung: one cause is one finding. The same defect printed in five places, and what follows from a cell that is
//! printed twice with different values, are told once, with all places.

use super::bahan::Bahan;
use super::himpun::{Tujuan, bersama, dua, menunjuk, tempat};
use super::jenis::{Akibat, Golongan, Pemeriksaan, Rujukan, Sifat, Temuan};
use super::kata;
use super::salinan;
use super::{bertingkat, berulang, himpun, ikutan};
use crate::diagnostic::Pesan;
use crate::number::{round, truncate};
use crate::pesan;
use crate::records::Ukuran as U;

/// Joins the findings of one OPD.
pub fn semua(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], list: &mut Vec<Temuan>) {
    serupa(b, list);
    serap(list, true, &mut |t, all| pagu(b, t, all));
    serap(list, true, &mut |t, all| akibat(b, t, all));
    serap(list, true, &mut |t, all| turunan(b, t, all));
    serap(list, true, &mut |t, all| sefakta(b, t, all));
    serap(list, true, &mut |t, all| disalin(b, t, all));
    serap(list, true, &mut |t, all| sepasang(b, t, all));
    serap(list, false, &mut |t, all| ikutan::batas(b, t, all));
    serap(list, true, &mut |t, all| ikutan::mengikuti(b, checks, t, all));
    // What follows from what follows: each pass goes one step further.
    for _ in 0..2 {
        serap(list, false, &mut |t, all| ikutan::karena(b, checks, t, all));
    }
    bertingkat::semua(b, checks, list);
    serap(list, true, &mut |t, all| ikutan::kolomnya(b, checks, t, all));
    serap(list, false, &mut |t, all| ikutan::rencana(b, t, all));
    serap(list, true, &mut |t, all| berjalan(b, t, all));
    serap(list, false, &mut |t, all| ikutan::sengketa(t, all));
    berulang::semua(b, list);
    for t in list.iter_mut().filter(|t| dua(t)) {
        let own = t.rujukan.iter().filter_map(|r| r.pernyataan).find_map(|i| Some((i, salinan::cari(b, i)?)));
        if let Some((i, j)) = own {
            t.pesan.sambung(&salinan::kalimat(b, i, j));
            tempat(t, vec![b.rujukan(j)]);
        }
    }
}

/// A running total that falls and the sum of its column, when one value of that cell would mend both: told with the sum.
fn berjalan(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let places: Vec<usize> = own.rujukan.iter().filter_map(|r| r.pernyataan).collect();
    let (true, true, [i, j]) = (own.aturan.kode == "kumulatif-beda", own.terhitung.is_empty(), &places[..]) else {
        return None;
    };
    let (later, before) = (b.bukti(*i)?, b.bukti(*j)?);
    let summed = |n: &usize| all[*n].aturan.sifat == Sifat::Jumlah && all[*n].terhitung.len() == 1;
    for n in (0..all.len()).filter(|n| *n != t && summed(n)) {
        let mut parts = all[n].rujukan.iter().filter_map(|r| r.pernyataan);
        let Some(total) = parts.next() else { continue };
        let by = b.bukti(total)?.checked_sub(all[n].terhitung[0])?;
        let parts: Vec<usize> = parts.collect();
        for (k, value) in [(*i, later), (*j, before)] {
            let mended = value.checked_add(by)?;
            if parts.contains(&k) && if k == *i { mended >= before } else { mended <= later } {
                let (what, v) = (kata::apa(b, k), kata::bacaan(b, k, mended));
                let (x, a, y, z) = (kata::label(b, *i), kata::nilai(b, *i), kata::label(b, *j), kata::nilai(b, *j));
                let text = pesan!(
                    " Cocok bila {what} {v}; tertulis {x} {a}, lebih kecil daripada {y} {z}.",
                    " It agrees with a {what} of {v}; printed is a {x} of {a}, below the {y} of {z}.",
                    what,
                    v,
                    x,
                    a,
                    y,
                    z
                );
                return Some((n, text));
            }
        }
    }
    None
}

/// The serapan of a row whose figures are copied from another row: told with its realisasi.
fn disalin(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let share = |i: usize| b.anggaran(i) && b.kolom(i).is_some_and(|k| k.ukuran == U::Serapan);
    let i = own.rujukan.iter().filter_map(|r| r.pernyataan).find(|i| share(*i) && salinan::cari(b, *i).is_some())?;
    let row = b.sebaris(i);
    let money = |o: &Temuan| dua(o) && row.iter().any(|j| !share(*j) && menunjuk(o, *j));
    let into = all.iter().position(money).filter(|n| *n != t)?;
    Some((into, Pesan::new(format!(" {}", own.pesan.id), format!(" {}", own.pesan.en))))
}

/// Joins findings of one rule about one fact with the same written and computed values, in their order.
fn serupa(b: &Bahan<'_, '_>, list: &mut Vec<Temuan>) {
    let mut out: Vec<Temuan> = Vec::with_capacity(list.len());
    for t in list.drain(..) {
        let same = |o: &&mut Temuan| {
            o.aturan == t.aturan
                && !t.terhitung.is_empty()
                && o.tertulis == t.tertulis
                && o.terhitung == t.terhitung
                && o.akibat.is_empty()
                && t.akibat.is_empty()
                && (fakta(&o.alamat) == fakta(&t.alamat) || semasukan(b, o, &t))
        };
        match out.iter_mut().find(same) {
            Some(first) => satukan(first, t),
            None => out.push(t),
        }
    }
    *list = out;
}

/// Serapan and efisiensi of a sasaran are one fact, beside its budget or beside its indicators.
pub fn fakta(alamat: &str) -> String {
    match alamat.split_once("/indikator/sasaran:") {
        Some((year, rest)) => format!("{year}/anggaran/sasaran:{rest}"),
        None => alamat.to_string(),
    }
}

/// Whether two findings print the same quotient of the same inputs: the realisasi and the working behind it.
fn semasukan(b: &Bahan<'_, '_>, a: &Temuan, z: &Temuan) -> bool {
    let inputs = |t: &Temuan| t.rujukan.iter().skip(1).filter_map(|r| r.pernyataan).collect::<Vec<_>>();
    let subject = |t: &Temuan| {
        let i = t.rujukan.first().and_then(|r| r.pernyataan)?;
        b.indikator(i).map(|x| x.kode.as_str())
    };
    !a.rumus.id.is_empty()
        && a.rumus == z.rumus
        && subject(a).is_some()
        && subject(a) == subject(z)
        && !inputs(a).is_empty()
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
                && !text.contains(&format!("; {more}"))
            {
                text.insert_str(end, &format!("; {more}"));
            }
        }
    }
    himpun::sengketa(first, &other.sengketa);
    bersama(first, other);
}

/// Moves every finding that `pilih` sends elsewhere; with `naik` its weight and kind come along, without they fall away,
/// because the finding it goes under explains it.
fn serap(list: &mut Vec<Temuan>, naik: bool, pilih: &mut dyn FnMut(usize, &[Temuan]) -> Tujuan) {
    let goals: Vec<Tujuan> = (0..list.len()).map(|t| pilih(t, list)).collect();
    // Never into one that itself goes elsewhere.
    let free: Vec<bool> = goals.iter().map(Option::is_none).collect();
    let mut moved = Vec::new();
    for t in (0..list.len()).rev() {
        if let Some((into, text)) = goals[t].clone().filter(|(into, _)| free[*into]) {
            moved.push((into, list[t].clone(), text, t));
        }
    }
    let gone: Vec<usize> = moved.iter().map(|(.., t)| *t).collect();
    for (into, t, text, _) in moved.into_iter().rev() {
        let first = &mut list[into];
        first.pesan.sambung(&text);
        first.akibat.push(Akibat::dari(t.clone()));
        let own = (first.tingkat, first.golongan);
        // A computation that holds with the other value accuses nobody; of two printed values one is still wrong.
        if t.terhitung.is_empty() && t.golongan == Golongan::Pertentangan {
            himpun::sengketa(first, &t.sengketa);
        }
        bersama(first, t);
        if !naik {
            (first.tingkat, first.golongan) = own;
        }
    }
    let mut n = 0;
    list.retain(|_| {
        n += 1;
        !gone.contains(&(n - 1))
    });
}

/// Places, each once, without the one that is told already.
fn letak<'x>(list: impl Iterator<Item = &'x Rujukan>, kecuali: Option<&str>) -> String {
    let mut out: Vec<&str> = Vec::new();
    for r in list.filter(|r| Some(r.letak.as_str()) != kecuali) {
        if !out.contains(&r.letak.as_str()) {
            out.push(&r.letak);
        }
    }
    out.join("; ")
}

/// A budget of one phase against another, already told as one fact with the same two values.
fn pagu(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    if own.aturan.sifat != Sifat::Tahap {
        return None;
    }
    let [i, j] = [own.rujukan.first()?.pernyataan?, own.rujukan.get(1)?.pernyataan?];
    let same = |o: &Temuan| dua(o) && menunjuk(o, i) && own.tertulis.iter().all(|v| o.tertulis.contains(v));
    let into = all.iter().position(same)?;
    let (name, value, place) = (kata::label(b, j), kata::nilai(b, j), kata::tempat(b, j, i));
    Some((into, pesan!(" Tertulis {name} {value} ({place}).", " Printed {name} {value} ({place}).", name, value)))
}

/// A figure that follows from the other value of a fact already told.
fn akibat(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let told = |(j, k): &(usize, usize)| {
        let value = b.bukti(*k)?.normalize();
        let names = |o: &Temuan| menunjuk(o, *k) || o.tertulis.contains(&value) || o.terhitung.contains(&value);
        let other = |n: usize| n != t && all[n].golongan == Golongan::Pertentangan;
        (0..all.len()).find(|n| {
            other(*n)
                && all[*n].rujukan.iter().filter_map(|r| r.pernyataan).any(|i| b.p(i).alamat == b.p(*j).alamat)
                && names(&all[*n])
        })
    };
    // A sum that two disputed terms explain is told with the first of them.
    if own.pengganti.len() > 1 && own.pengganti.iter().all(|p| told(p).is_some()) {
        let into = own.pengganti.first().and_then(told)?;
        return Some((into, Pesan::new(format!(" {}", own.pesan.id), format!(" {}", own.pesan.en))));
    }
    let [(j, k)] = own.pengganti[..] else { return None };
    let value = b.bukti(k)?.normalize();
    let source = |o: &Temuan| {
        (dua(o) || o.aturan.sifat == Sifat::Tahap) && menunjuk(o, j) && (menunjuk(o, k) || o.tertulis.contains(&value))
    };
    let into = all.iter().position(source)?;
    let i = own.rujukan.first()?.pernyataan?;
    if i == j {
        // The figure itself is the cell that is printed twice: its rows say which.
        let (other, rumus) = (kata::nilai(b, k), &own.rumus);
        return Some((
            into,
            pesan!(" Rinciannya berjumlah {other} = {rumus}.", " Its parts add up to {other} = {rumus}.", other, rumus),
        ));
    }
    let name = kata::label(b, i);
    let named = b.ukur(i).map(|u| u.0) == b.ukur(j).map(|u| u.0);
    let what = match named {
        true => Pesan::default(),
        false => {
            let subjek = kata::subjek(b, i);
            pesan!(" {subjek}", " of {subjek}", subjek)
        }
    };
    let (written, place, other) = (kata::nilai(b, i), kata::letak(b, i), kata::nilai(b, k));
    Some((
        into,
        pesan!(
            " Tertulis {name}{what} {written} ({place}): cocok dengan {other}.",
            " Printed {name}{what} {written} ({place}): it agrees with {other}.",
            name,
            written,
            other,
            what
        ),
    ))
}

/// A derived figure printed right elsewhere: its computation already says so.
fn turunan(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    if !dua(own) || own.tertulis.len() != 2 {
        return None;
    }
    let into = all.iter().position(|o| {
        let Some(i) = o.rujukan.first().and_then(|r| r.pernyataan) else { return false };
        let Some(value) = b.bukti(i).map(|v| v.normalize()) else { return false };
        let fits = |v: &rust_decimal::Decimal| {
            o.terhitung.iter().any(|c| round(*c, v.scale()) == *v || truncate(*c, v.scale()) == *v)
        };
        o.aturan.sifat == Sifat::Hitungan
            && fakta(&o.alamat) == fakta(&own.alamat)
            && menunjuk(own, i)
            && own.tertulis.contains(&value)
            && own.tertulis.iter().all(|v| *v == value || fits(v))
    })?;
    let first = all[into].rujukan.first()?.pernyataan?;
    // Both sides are told with all their places: the reader weighs four against one.
    let value = |r: &&Rujukan| r.pernyataan.and_then(|i| b.bukti(i));
    let (same, others): (Vec<_>, Vec<_>) = own.rujukan.iter().partition(|r| value(r) == b.bukti(first));
    let other = others.first()?;
    let text = other.pernyataan.map_or_else(|| Pesan::sama(&other.tertulis), |i| kata::tercetak(b, i));
    let places = letak(others.iter().filter(|r| value(r) == value(other)).copied(), None);
    let mut more =
        pesan!(" Di tempat lain tertulis {text} ({places}).", " Printed elsewhere: {text} ({places}).", text);
    let own_place = letak(same.into_iter(), Some(&all[into].rujukan.first()?.letak));
    if !own_place.is_empty() {
        let text = kata::tercetak(b, first);
        more.sambung(&pesan!(" {text} tertulis juga di {own_place}.", " {text} is also printed in {own_place}.", text));
    }
    Some((into, more))
}

/// The computation of a figure that is printed with several values, none of which it gives: told with them.
fn sefakta(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let i = own.rujukan.first()?.pernyataan?;
    if own.aturan.sifat != Sifat::Hitungan || own.terhitung.is_empty() {
        return None;
    }
    let several = |o: &Temuan| {
        dua(o)
            && o.golongan == Golongan::Pertentangan
            && o.terhitung.is_empty()
            && fakta(&o.alamat) == fakta(&own.alamat)
    };
    let into = all.iter().position(|o| several(o) && menunjuk(o, i)).filter(|n| *n != t)?;
    // Each of the values is computed alike: told once.
    let same = |o: &Temuan| o.rumus == own.rumus && o.terhitung == own.terhitung && o.alamat == own.alamat;
    if all[..t].iter().any(same) {
        return Some((into, Pesan::default()));
    }
    let (computed, isian) = (kata::hitungan(b, i, *own.terhitung.first()?), &own.rumus);
    Some((into, pesan!(" Terhitung {computed} = {isian}.", " Computed {computed} = {isian}.", computed, isian)))
}

/// Two rules that hold the same two values of one subject against each other, at one cell: the heavier tells it.
fn sepasang(b: &Bahan<'_, '_>, t: usize, all: &[Temuan]) -> Tujuan {
    let own = &all[t];
    let subject = |t: &Temuan| t.alamat.rsplit_once('/').map(|(head, _)| head.to_string());
    let values = |t: &Temuan| {
        let mut list = t.tertulis.clone();
        list.sort();
        list
    };
    if own.tertulis.len() != 2 || !own.terhitung.is_empty() {
        return None;
    }
    let rank = |n: usize| (all[n].golongan, all[n].tingkat, n);
    let into = all.iter().position(|o| {
        o.terhitung.is_empty()
            && subject(o) == subject(own)
            && values(o) == values(own)
            && own.rujukan.iter().filter_map(|r| r.pernyataan).any(|i| menunjuk(o, i))
    })?;
    let more = own.rujukan.iter().filter(|r| !all[into].rujukan.contains(r)).filter_map(|r| r.pernyataan);
    let part = |i: usize| {
        let (name, value, place) = (kata::label(b, i), kata::nilai(b, i), kata::letak(b, i));
        pesan!("{name} {value} ({place})", "{name} {value} ({place})", name, value)
    };
    let parts: Vec<Pesan> = more.map(part).collect();
    let text = match parts.is_empty() {
        true => Pesan::default(),
        false => {
            let parts = kata::bersama(&parts);
            pesan!(" Tertulis pula {parts}.", " Also printed: {parts}.", parts)
        }
    };
    (into != t && rank(into) < rank(t)).then_some((into, text))
}
