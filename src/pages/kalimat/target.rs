//! How a value lies to its target, as one clause: what may be said depends on what the target means, and whether both are
//! of one kind.

use super::{di_dalam, gabung, kata, satuan};
use crate::measures::{Halangan, letak, pilih, sewaktu, target_semasa, target_tercetak, tercapai, terhadap};
use crate::number::{Angka, Lang, Satuan};
use crate::pages::angka::sel_teks;
use crate::pages::data::DataOpd;
use crate::records::{Arah, Indikator, Nilai, Pernyataan, Skala};
use crate::teks;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A stated value with the precision it was printed in; its unit where the indicator's own does not say it.
pub fn tertulis(lang: Lang, def: &Indikator, p: &Pernyataan<'_>) -> String {
    let then = def.satuan_pada(p.tahun);
    let heading = def.satuan.as_deref();
    let text = sel_teks(lang, p.sel, p.jenis(), then);
    // What the heading calls percent and was counted in persons that year keeps its unit.
    match then.filter(|_| then != heading).map(|unit| (unit, Satuan::baca(unit))) {
        Some((unit, Some(Satuan::Lain(_)))) if p.sel.angka().is_some_and(|a| !a.persen) && !text.ends_with(unit) => {
            format!("{text} {unit}")
        }
        _ => text,
    }
}

/// The same as it can stand alone in a sentence: with its unit where that is neither printed beside it nor a sign.
pub fn bersatuan(lang: Lang, def: &Indikator, p: &Pernyataan<'_>) -> String {
    dengan_satuan(lang, def, p.tahun, tertulis(lang, def, p))
}

/// A written value of an indicator with its unit, unless it is a percentage, a score, or has a unit already.
pub fn dengan_satuan(lang: Lang, def: &Indikator, tahun: i32, text: String) -> String {
    let own = |c: char| c.is_alphabetic() || matches!(c, '%' | '‰');
    let unit = def.satuan_pada(tahun).filter(|_| def.satuan_disebut(tahun)).filter(|_| !text.contains(own));
    // What names several things as its unit is no unit of one number.
    let unit = unit.filter(|u| !u.contains(','));
    unit.map_or(text.clone(), |unit| format!("{text} {}", di_dalam(&satuan(lang, unit))))
}

/// The scale of an indicator's letters.
fn skala<'d>(d: &'d DataOpd<'_>, def: &Indikator) -> Option<&'d Skala> {
    d.content.skala.get(def.skala.as_ref()?)
}

/// Whether the target of a year is reached; nothing where the documents leave it open, or where a part of a year or another
/// unit stands against it.
pub fn dicapai(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>) -> Option<bool> {
    let target = target_tercetak(&d.kumpulan, realisasi.tahun, &def.kode)?;
    let open = |target: &Pernyataan<'_>| {
        kedua_sisi(d, def, realisasi, target).is_some() || target_beda(d, def, realisasi, target).is_some()
    };
    // What follows need promises nothing: twelve complaints of an expected none are no failure.
    if def.menurut_kebutuhan || terhadap(d.sumber, realisasi, target).is_some() || open(target) {
        return None;
    }
    tercapai(def.arah, skala(d, def), &realisasi.sel.nilai, &target.sel.nilai)
}

/// The same of a part of the year against what was promised for that part.
pub fn dicapai_semasa(
    d: &DataOpd<'_>,
    def: &Indikator,
    realisasi: &Pernyataan<'_>,
    target: &Pernyataan<'_>,
) -> Option<bool> {
    let open = kedua_sisi(d, def, realisasi, target).is_some() || target_beda(d, def, realisasi, target).is_some();
    if def.menurut_kebutuhan || tak_setara(d, realisasi, target) || open {
        return None;
    }
    tercapai(def.arah, skala(d, def), &realisasi.sel.nilai, &target.sel.nilai)
}

/// Whether two values of one period are of two kinds: that they cover a part of the year is no matter.
fn tak_setara(d: &DataOpd<'_>, realisasi: &Pernyataan<'_>, target: &Pernyataan<'_>) -> bool {
    !matches!(terhadap(d.sumber, realisasi, target), None | Some(Halangan::Sebagian(..)))
}

/// `, di bawah target 79% untuk masa itu`: a part of the year beside what was promised for it; nothing where nothing is printed.
pub fn terhadap_semasa(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>) -> Option<String> {
    let lang = d.lang;
    let target = target_semasa(d.sumber, &d.kumpulan, realisasi, &def.kode)?;
    let text = tertulis(lang, def, target);
    let text = teks!(lang, "{text} untuk masa itu", "{text} for that period");
    Some(match dicapai_semasa(d, def, realisasi, target) {
        Some(_) => hubungan(lang, def.arah, skala(d, def), &realisasi.sel.nilai, &target.sel.nilai, &text),
        None => teks!(lang, "targetnya {text}", "its target is {text}"),
    })
}

/// Whether the rate that the counts of a year give reaches its target; nothing where that is open.
pub fn dicapai_laju(d: &DataOpd<'_>, def: &Indikator, tahun: i32, laju: Decimal) -> Option<bool> {
    let target = target_tercetak(&d.kumpulan, tahun, &def.kode).filter(|_| !def.menurut_kebutuhan)?;
    let value = Nilai::Angka(Angka { persen: def.persen(), ..Angka::polos(laju) });
    tercapai(def.arah, skala(d, def), &value, &target.sel.nilai)
}

/// `di bawah target 100%`, `memenuhi target ≤ 15 menit`, `target setahun 100%`; nothing where no target is printed.
pub fn terhadap_target(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>) -> Option<String> {
    let lang = d.lang;
    let target = target_tercetak(&d.kumpulan, realisasi.tahun, &def.kode)?;
    let unit = |p: &Pernyataan<'_>| match &p.sel.nilai {
        Nilai::Rentang(a, b) => b.satuan_sel().or_else(|| a.satuan_sel()),
        other => other.wakil().and_then(Angka::satuan_sel),
    };
    let own = def.satuan.as_deref().filter(|_| !def.persen());
    let heading = own.and_then(Satuan::baca);
    let theirs =
        unit(realisasi).filter(|u| *u != unit(target).or_else(|| heading.clone()).unwrap_or_else(|| u.clone()));
    let text = tertulis(lang, def, target);
    let text = match own
        .filter(|own| theirs.is_some() && unit(target).is_none_or(|u| Some(u) == heading) && !text.ends_with(own))
    {
        // 900 detik beside a target of 15 that is counted in menit.
        Some(own) => format!("{text} {own}"),
        None => text,
    };
    Some(match terhadap(d.sumber, realisasi, target) {
        Some(Halangan::Sebagian(..)) if let Some(own) = terhadap_semasa(d, def, realisasi) => {
            teks!(lang, "{own}; target setahun {text}", "{own}; the target of the year is {text}")
        }
        Some(Halangan::Sebagian(..)) => {
            teks!(
                lang,
                "sedangkan target {text} berlaku untuk setahun penuh",
                "while the target of {text} is for the whole year"
            )
        }
        Some(other) => {
            let why = other.kata();
            let why = why.in_lang(lang);
            teks!(lang, "targetnya {text}, tidak dibandingkan: {why}", "its target is {text}, not compared: {why}")
        }
        None => match (kedua_sisi(d, def, realisasi, target), target_beda(d, def, realisasi, target)) {
            (Some(both), _) => teks!(
                lang,
                "targetnya {text}, dan dokumen mencetak nilai di kedua sisinya ({both})",
                "its target is {text}, and the documents print values on both sides of it ({both})"
            ),
            (None, Some(all)) if realisasi.nilai().is_none() => teks!(
                lang,
                "targetnya tercetak {all}, dan tidak semuanya tercapai",
                "its target is printed as {all}, and not all of them are reached"
            ),
            (None, Some(all)) => teks!(
                lang,
                "targetnya tercetak {all}, dan realisasinya berada di antaranya",
                "its target is printed as {all}, and the actual value lies between them"
            ),
            _ if def.menurut_kebutuhan => teks!(lang, "targetnya {text}", "its target is {text}"),
            _ => {
                let own = hubungan(lang, def.arah, skala(d, def), &realisasi.sel.nilai, &target.sel.nilai, &text);
                semula_tak_tercapai(d, def, realisasi).map_or(own.clone(), |other| format!("{own}; {other}"))
            }
        },
    })
}

/// The promises of a year that came before the one it is measured against.
const SEMULA: [&str; 6] =
    ["target.perjanjian", "target.murni", "target.renstra", "target.rpjmd", "target.rkt", "target.iku"];

/// `target perjanjian dan Renstra 80 tidak tercapai`, beside a target that was reached because it is easier.
pub fn semula_tak_tercapai(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>) -> Option<String> {
    let lang = d.lang;
    if dicapai(d, def, realisasi) != Some(true) {
        return None;
    }
    let (tahun, kode) = (realisasi.tahun, &def.kode);
    let mut missed: Vec<(String, Vec<String>)> = Vec::new();
    for set in SEMULA {
        let Some(t) = pilih(d.kumpulan.indikator(tahun, kode, set)).map(|p| p.utama) else { continue };
        if terhadap(d.sumber, realisasi, t).is_some()
            || tercapai(def.arah, skala(d, def), &realisasi.sel.nilai, &t.sel.nilai) != Some(false)
        {
            continue;
        }
        let (text, name) = (tertulis(lang, def, t), kata::himpunan(lang, set.trim_start_matches("target.")));
        match missed.iter_mut().find(|(value, _)| *value == text) {
            Some((_, names)) => names.push(name),
            None => missed.push((text, vec![name])),
        }
    }
    let all: Vec<String> = missed
        .iter()
        .map(|(value, names)| {
            let names = gabung(lang, names);
            teks!(lang, "target {names} {value}", "the {names} target of {value}")
        })
        .collect();
    let list = gabung(lang, &all);
    (!all.is_empty()).then(|| teks!(lang, "{list} tidak tercapai", "{list}: not reached"))
}

/// How a value, or the range it is printed as, lies to a target that is a range. Only its worse side is called worse: beyond the
/// better end the range says nothing.
fn di_rentang(
    lang: Lang,
    arah: Arah,
    (low, high): (Decimal, Decimal),
    (from, to): (Decimal, Decimal),
    text: &str,
) -> String {
    if from <= low && high <= to {
        teks!(lang, "di dalam target {text}", "within the target of {text}")
    } else if high < from {
        teks!(lang, "di bawah target {text}", "below the target of {text}")
    } else if low <= to {
        teks!(lang, "sebagian di luar target {text}", "partly outside the target of {text}")
    } else if arah == Arah::Turun {
        teks!(lang, "lebih buruk daripada target {text}", "worse than the target of {text}")
    } else {
        teks!(lang, "di atas target {text}", "above the target of {text}")
    }
}

/// The clause of two values of one kind.
pub fn hubungan(lang: Lang, arah: Arah, skala: Option<&Skala>, r: &Nilai, t: &Nilai, text: &str) -> String {
    let turned = sewaktu(r, t);
    let r = turned.as_ref().unwrap_or(r);
    let reached = tercapai(arah, skala, r, t);
    match (t, r.wakil(), reached) {
        (Nilai::Batas(..), _, Some(true)) => {
            return teks!(lang, "memenuhi target {text}", "within the target of {text}");
        }
        (Nilai::Batas(..), _, Some(false)) => {
            return teks!(lang, "tidak memenuhi target {text}", "not within the target of {text}");
        }
        (Nilai::Rentang(from, to), Some(v), _) => {
            let (low, high) = match r {
                Nilai::Rentang(low, high) => (low.nilai, high.nilai),
                _ => (v.nilai, v.nilai),
            };
            return di_rentang(lang, arah, (low, high), (from.nilai, to.nilai), text);
        }
        _ => {}
    }
    if matches!(r, Nilai::Huruf(_)) != matches!(t, Nilai::Huruf(_)) && letak(skala, r, t) == Some(Ordering::Equal) {
        // 71,20 is in the class of the letter; it is not the letter.
        return teks!(lang, "di dalam kelas targetnya, {text}", "in the class of its target, {text}");
    }
    match (letak(skala, r, t), arah, reached) {
        (Some(Ordering::Equal), ..) => teks!(lang, "sama dengan target {text}", "equal to the target of {text}"),
        (Some(Ordering::Less), Arah::Naik, _) => teks!(lang, "di bawah target {text}", "below the target of {text}"),
        (Some(Ordering::Greater), Arah::Naik, _) => teks!(lang, "di atas target {text}", "above the target of {text}"),
        (Some(Ordering::Less), Arah::Turun, _) => {
            teks!(lang, "lebih baik daripada target {text}", "better than the target of {text}")
        }
        (Some(Ordering::Greater), Arah::Turun, _) => {
            teks!(lang, "lebih buruk daripada target {text}", "worse than the target of {text}")
        }
        (None, _, Some(true)) => teks!(lang, "mencapai target {text}", "reaching the target of {text}"),
        (None, _, Some(false)) => teks!(lang, "belum mencapai target {text}", "not reaching the target of {text}"),
        (None, _, None) => teks!(lang, "targetnya {text}", "its target is {text}"),
    }
}

/// What the documents print of the realisasi on both sides of the target, so that no side may be named; nothing where all
/// that may be held against it, and decides, says one thing.
fn kedua_sisi(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>, target: &Pernyataan<'_>) -> Option<String> {
    let skala = skala(d, def);
    let one = |p: &Pernyataan<'_>| tercapai(def.arah, skala, &p.sel.nilai, &target.sel.nilai);
    let first = one(realisasi)?;
    let printed: Vec<_> = d
        .kumpulan
        .di(&realisasi.alamat)
        .filter(|p| terhadap(d.sumber, p, target).is_none())
        .filter_map(|p| Some((p, one(p)?)))
        .collect();
    if printed.iter().all(|(_, verdict)| *verdict == first) {
        return None;
    }
    let printed: Vec<&Pernyataan<'_>> = printed.into_iter().map(|(p, _)| p).collect();
    Some(rentang(d, def, &printed).unwrap_or_else(|| {
        let mut all: Vec<String> = Vec::new();
        for text in printed.iter().map(|p| tertulis(d.lang, def, p)) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        gabung(d.lang, &all)
    }))
}

/// The several values a document prints for the target, where one is reached and another is not.
fn target_beda(
    d: &DataOpd<'_>,
    def: &Indikator,
    realisasi: &Pernyataan<'_>,
    target: &Pernyataan<'_>,
) -> Option<String> {
    let one = |t: &Pernyataan<'_>| tercapai(def.arah, skala(d, def), &realisasi.sel.nilai, &t.sel.nilai);
    let first = one(target)?;
    let all: Vec<&Pernyataan<'_>> = d.kumpulan.di(&target.alamat).filter(|t| !t.sel.ragu && one(t).is_some()).collect();
    if all.iter().all(|t| one(t) == Some(first)) {
        return None;
    }
    let mut texts: Vec<String> = Vec::new();
    for text in all.iter().map(|t| tertulis(d.lang, def, t)) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Some(gabung(d.lang, &texts))
}

/// The different printed values of a fact: `67% dan 76%`, of more than two `antara 67% dan 76%`; nothing where there is one.
pub fn sebaran(d: &DataOpd<'_>, def: &Indikator, p: &Pernyataan<'_>) -> Option<String> {
    let numbers: Vec<_> = d.kumpulan.di(&p.alamat).filter(|p| p.nilai().is_some()).collect();
    rentang(d, def, &numbers)
}

/// The different ones of some statements that are all numbers, as printed.
fn rentang(d: &DataOpd<'_>, def: &Indikator, list: &[&Pernyataan<'_>]) -> Option<String> {
    if list.iter().any(|p| p.nilai().is_none()) {
        return None;
    }
    let all = pilih(list.iter().copied())?;
    let all = all.berbeda();
    let [low, .., high] = all.as_slice() else { return None };
    Some(kata::beberapa(d.lang, all.len(), &tertulis(d.lang, def, low), &tertulis(d.lang, def, high)))
}

/// The values that documents print for one fact, with what may be said of all of them: `tercetak 90% dan 100%`, `targetnya 90%`.
pub fn semua(d: &DataOpd<'_>, def: &Indikator, p: &Pernyataan<'_>) -> (String, Option<String>) {
    let lang = d.lang;
    let one = || (bersatuan(lang, def, p), terhadap_target(d, def, p));
    let numbers: Vec<_> = d.kumpulan.di(&p.alamat).filter(|p| p.nilai().is_some()).collect();
    let Some(text) = rentang(d, def, &numbers) else { return one() };
    let all = pilih(numbers.iter().copied());
    let mut clauses: Vec<String> =
        all.iter().flat_map(|all| all.berbeda()).filter_map(|p| terhadap_target(d, def, p)).collect();
    clauses.dedup();
    let clause = match clauses.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        // What holds of one of them is not said of the other.
        _ => target_tercetak(&d.kumpulan, p.tahun, &def.kode).map(|target| {
            let target = tertulis(lang, def, target);
            teks!(lang, "targetnya {target}", "its target is {target}")
        }),
    };
    (teks!(lang, "tercetak {text}", "printed {text}"), clause)
}
