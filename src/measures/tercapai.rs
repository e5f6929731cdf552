//! Tercapai: whether a realisasi reaches its target, decided by what the target means: a number, a bound, a range, a
//! letter of a scale, a composite. `None` where the document leaves it open.

use super::predikat;
use crate::number::Angka;
use crate::records::{Arah, Nilai, Skala};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A value in the unit of time of another: `1 jam 5 menit` beside `≤ 10 menit` is 65 menit.
pub fn sewaktu(nilai: &Nilai, target: &Nilai) -> Option<Nilai> {
    // `30 – 60 menit` names its unit once, at its end.
    let named = |n: &Nilai| match n {
        Nilai::Rentang(a, b) => [b, a].into_iter().find(|a| a.satuan_sel().is_some()).cloned(),
        other => other.wakil().cloned(),
    };
    let unit = |n: &Nilai| named(n)?.satuan_sel()?.detik();
    let (from, to) = (unit(nilai)?, unit(target)?);
    let turn = |a: &Angka| {
        let value = a.nilai.checked_mul(Decimal::from(from))?.checked_div(Decimal::from(to))?;
        let satuan = named(target)?.satuan;
        Some(Angka { satuan, ..Angka::polos(crate::number::round(value, 4).normalize()) })
    };
    if from == to {
        return None;
    }
    match nilai {
        Nilai::Angka(a) | Nilai::Durasi(a, _) => turn(a).map(Nilai::Angka),
        Nilai::Batas(batas, a) => Some(Nilai::Batas(*batas, turn(a)?)),
        Nilai::Rentang(a, b) => Some(Nilai::Rentang(turn(a)?, turn(b)?)),
        _ => None,
    }
}

/// Whether two values print units of time that can be turned into each other.
pub fn sama_waktu(a: &Nilai, b: &Nilai) -> bool {
    sewaktu(a, b).is_some()
}

/// Where a realisasi lies to its target: less, equal or greater as printed, `None` where they cannot be ordered.
pub fn letak(skala: Option<&Skala>, realisasi: &Nilai, target: &Nilai) -> Option<Ordering> {
    let turned = sewaktu(realisasi, target);
    let realisasi = turned.as_ref().unwrap_or(realisasi);
    match (realisasi, target) {
        (Nilai::Rentang(..) | Nilai::Batas(..) | Nilai::Komposit(_) | Nilai::Rasio(..), _)
        | (_, Nilai::Rentang(..) | Nilai::Batas(..) | Nilai::Komposit(_) | Nilai::Rasio(..)) => None,
        (Nilai::Huruf(_), _) | (_, Nilai::Huruf(_)) => {
            // A scale stands highest first.
            let (r, t) = (peringkat(skala?, realisasi)?, peringkat(skala?, target)?);
            Some(t.cmp(&r))
        }
        _ => Some(realisasi.wakil()?.nilai.cmp(&target.wakil()?.nilai)),
    }
}

/// The place on the scale of a letter, or of the class a number falls into.
fn peringkat(skala: &Skala, nilai: &Nilai) -> Option<usize> {
    match nilai {
        Nilai::Huruf(kata) => skala.peringkat(kata),
        other => {
            let found = predikat(skala, other.wakil()?.nilai)?;
            skala.kelas.iter().position(|k| std::ptr::eq(k, found.kelas))
        }
    }
}

/// The step of a letter, or of the class a number falls into, counted from below, and how many steps the scale has.
pub fn jenjang(skala: &Skala, nilai: &Nilai) -> Option<(usize, usize)> {
    let all = skala.kelas.len();
    Some((all.checked_sub(peringkat(skala, nilai)?)?, all))
}

/// Whether a number in one direction is as good as another.
fn cukup(arah: Arah, nilai: Decimal, target: Decimal) -> bool {
    match arah {
        Arah::Naik => nilai >= target,
        Arah::Turun => nilai <= target,
    }
}

/// A range is reached inside it and missed on its worse side. What lies beyond its better end is open: 92% of a promised 80 to
/// 90% is no failure, but of beds in use, or of inflation, more than the range is none of the good that was promised.
fn dalam_rentang(arah: Arah, (low, high): (Decimal, Decimal), (from, to): (Decimal, Decimal)) -> Option<bool> {
    if from <= low && high <= to {
        return Some(true);
    }
    let missed = match arah {
        Arah::Naik => high < from,
        Arah::Turun => low > to,
    };
    missed.then_some(false)
}

/// Whether the target is reached.
pub fn tercapai(arah: Arah, skala: Option<&Skala>, realisasi: &Nilai, target: &Nilai) -> Option<bool> {
    let turned = sewaktu(realisasi, target);
    let realisasi = turned.as_ref().unwrap_or(realisasi);
    match (realisasi, target) {
        (Nilai::Angka(r) | Nilai::Durasi(r, _), Nilai::Batas(batas, t)) => Some(batas.dipenuhi(r.nilai, t.nilai)),
        (Nilai::Angka(r) | Nilai::Durasi(r, _), Nilai::Rentang(a, b)) => {
            dalam_rentang(arah, (r.nilai, r.nilai), (a.nilai, b.nilai))
        }
        (Nilai::Rentang(a, b), Nilai::Angka(t)) => {
            let ends = [cukup(arah, a.nilai, t.nilai), cukup(arah, b.nilai, t.nilai)];
            (ends[0] == ends[1]).then_some(ends[0])
        }
        (Nilai::Batas(batas, r), Nilai::Angka(t)) => match (arah, batas.bawah()) {
            (Arah::Naik, true) => cukup(arah, r.nilai, t.nilai).then_some(true),
            (Arah::Turun, false) => cukup(arah, r.nilai, t.nilai).then_some(true),
            _ => None,
        },
        // A bound on the same side: at least 95 of at least 90.
        (Nilai::Batas(a, r), Nilai::Batas(b, t)) if a.bawah() == b.bawah() => {
            let within = if b.bawah() { r.nilai >= t.nilai } else { r.nilai <= t.nilai };
            (within && (a == b || r.nilai != t.nilai)).then_some(true)
        }
        (Nilai::Rentang(a, b), Nilai::Rentang(c, d)) => dalam_rentang(arah, (a.nilai, b.nilai), (c.nilai, d.nilai)),
        (Nilai::Rentang(a, b), Nilai::Batas(batas, t)) => {
            let ends = [batas.dipenuhi(a.nilai, t.nilai), batas.dipenuhi(b.nilai, t.nilai)];
            (ends[0] == ends[1]).then_some(ends[0])
        }
        (Nilai::Komposit(r), Nilai::Komposit(t)) => komposit(arah, r, t),
        (a, b) if a == b => Some(true),
        _ => letak(skala, realisasi, target).map(|order| match arah {
            Arah::Naik => order != Ordering::Less,
            Arah::Turun => order != Ordering::Greater,
        }),
    }
}

/// Component by component, in order and of one unit; the same numbers in another order are the same.
fn komposit(arah: Arah, r: &[Angka], t: &[Angka]) -> Option<bool> {
    let sorted = |list: &[Angka]| {
        let mut all: Vec<_> = list.iter().map(|a| (a.satuan_sel().map(|s| s.to_string()), a.nilai)).collect();
        all.sort();
        all
    };
    if sorted(r) == sorted(t) {
        return Some(true);
    }
    let alike =
        |a: &Angka, b: &Angka| a.satuan_sel().is_none() || b.satuan_sel().is_none() || a.satuan_sel() == b.satuan_sel();
    (r.len() == t.len() && r.iter().zip(t).all(|(a, b)| alike(a, b)))
        .then(|| r.iter().zip(t).all(|(a, b)| cukup(arah, a.nilai, b.nilai)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Boleh, Style, baca};
    use crate::records::Kelas;

    fn isi(text: &str) -> Nilai {
        match baca(text, Style::Indonesia, &Boleh::semua()) {
            Ok(isi) => isi.into(),
            Err(_) => Nilai::Huruf(text.to_string()),
        }
    }

    fn skala() -> Skala {
        let kelas = [("A", Some(80)), ("BB", Some(70)), ("B", Some(60)), ("CC", Some(0))].map(|(huruf, dari)| Kelas {
            nama: format!("Kelas {huruf}"),
            huruf: Some(huruf.to_string()),
            alias: Vec::new(),
            tertulis: None,
            dari: dari.map(Decimal::from),
            sampai: None,
            dari_termasuk: true,
            sampai_termasuk: true,
        });
        Skala {
            kode: "uji".into(),
            nama: "Uji".into(),
            dasar: None,
            dokumen: None,
            letak: None,
            catatan: None,
            celah_ke_bawah: true,
            bawaan: false,
            kelas: kelas.to_vec(),
        }
    }

    #[test]
    fn each_kind_of_target_decides_by_its_own_meaning() {
        let skala = skala();
        let cases = [
            (Arah::Naik, "95", "90", Some(true)),
            (Arah::Turun, "8,76", "9,19", Some(true)),
            (Arah::Turun, "9,20", "9,19", Some(false)),
            (Arah::Naik, "-0,50%", "-1,00%", Some(true)),
            (Arah::Naik, "90%", "≥ 90%", Some(true)),
            (Arah::Naik, "90%", "> 90%", Some(false)),
            // A bound decides, whichever way is read as better.
            (Arah::Naik, "12 menit", "≤ 15 menit", Some(true)),
            (Arah::Naik, "92%", "80 – 90%", None),
            (Arah::Turun, "75%", "80 – 90%", None),
            (Arah::Naik, "85 – 95%", "80 – 90%", None),
            (Arah::Naik, "79%", "80 – 90%", Some(false)),
            (Arah::Turun, "85%", "80 – 90%", Some(true)),
            (Arah::Naik, "72,50", "BB", Some(true)),
            (Arah::Naik, "BB", "A", Some(false)),
            (Arah::Naik, "kelas a", "BB", Some(true)),
            (Arah::Naik, "50 orang, 18 lembaga", "50 orang, 17 lembaga", Some(true)),
            (Arah::Naik, "50 orang, 16 lembaga", "50 orang, 17 lembaga", Some(false)),
            (Arah::Naik, "50 orang, 16 lembaga", "50", None),
            (Arah::Naik, "181 orang, 23 orang, 50 orang", "181 orang, 50 orang, 23 orang", Some(true)),
            (Arah::Naik, "≥ 95", "90", Some(true)),
            (Arah::Naik, "≤ 95", "90", None),
            (Arah::Naik, "85 – 95", "90", None),
            (Arah::Naik, "≥ 95%", "≥ 90%", Some(true)),
            (Arah::Naik, "≥ 85%", "≥ 90%", None),
            (Arah::Naik, "≥ 90%", "> 90%", None),
            (Arah::Turun, "≤ 8 menit", "≤ 10 menit", Some(true)),
            (Arah::Naik, "5,2 – 5,4%", "5,5 – 6,0%", Some(false)),
            (Arah::Naik, "5,2 – 5,8%", "5,5 – 6,0%", None),
            (Arah::Naik, "92 – 95%", "≥ 90%", Some(true)),
            (Arah::Naik, "88 – 95%", "≥ 90%", None),
            (Arah::Turun, "1 jam 5 menit", "≤ 10 menit", Some(false)),
            (Arah::Turun, "1 jam 5 menit", "2 jam", Some(true)),
            (Arah::Turun, "90 menit", "2 jam", Some(true)),
            (Arah::Turun, "1 hari", "20 jam", Some(false)),
        ];
        for (arah, realisasi, target, expected) in cases {
            assert_eq!(
                tercapai(arah, Some(&skala), &isi(realisasi), &isi(target)),
                expected,
                "{realisasi} against {target}"
            );
        }
    }
}
