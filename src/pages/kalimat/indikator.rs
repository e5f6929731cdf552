//! The sentence of an indicator over its years, and the title of its chart.

use super::kata;
use super::target::{sebaran, semua, terhadap_semasa, tertulis};
use crate::measures::{
    masa_kalimat, per_masa, per_masa_kosong, pilih, realisasi_tercetak, sambung, sebagian, sebulat, target_kosong,
    target_per_masa, target_tercetak,
};
use crate::pages::data::DataOpd;
use crate::records::{Indikator, Nilai, Pernyataan, Tingkat};
use crate::teks;
use std::cmp::Ordering;

/// The sentence of an indicator over its years.
pub fn indikator(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32]) -> String {
    let lang = d.lang;
    // A figure of the whole kabupaten is not the agency's: the agency's document quotes it.
    let name = match def.tingkat {
        Tingkat::Kabupaten => {
            let (nama, daerah, opd) = (&def.nama, &d.daerah.nama, &d.sumber.opd.singkatan);
            teks!(lang, "{nama} {daerah} (dikutip dokumen {opd})", "{nama} of {daerah} (quoted by {opd})")
        }
        _ => format!("{}, {}", def.nama, d.nama()),
    };
    let values: Vec<&Pernyataan<'_>> =
        tahun.iter().filter_map(|t| realisasi_tercetak(&d.kumpulan, *t, &def.kode)).collect();
    let Some((last, earlier)) = values.split_last() else { return tanpa_realisasi(d, def, tahun, &name) };
    let (text, clause) = semua(d, def, last);
    let when = pada(d, last);
    let against = clause.map_or(String::new(), |clause| format!(", {clause}"));
    let trend = earlier.last().map_or(String::new(), |before| perubahan(d, def, before, last));
    let good = match def.menurut_kebutuhan {
        true => lang.pilih("angkanya mengikuti kebutuhan", "it follows need"),
        false => kata::arah(lang, Some(def.arah)),
    };
    // A later year of which only parts are printed is not left out.
    let later = tahun.iter().rev().filter(|t| **t > last.tahun).find_map(|t| sebagian_tahun(d, def, *t));
    let later = later.map_or(String::new(), |parts| format!("; {parts}"));
    teks!(
        lang,
        "{name} {when}: {text}{against}{trend} ({good}){later}.",
        "{name} {when}: {text}{against}{trend} ({good}){later}."
    )
}

/// `pada 2024`; of a part of a year `sampai 30 September 2025 (baru 9 bulan)`.
pub fn pada(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> String {
    let (lang, tahun) = (d.lang, p.tahun);
    match sebagian(d.sumber, p) {
        None => teks!(lang, "pada {tahun}", "in {tahun}"),
        Some(batas) => {
            let (tanggal, baru) = (batas.kata(lang), batas.baru(lang));
            if baru.ends_with(&tanggal) {
                teks!(lang, "{baru}", "{baru}")
            } else {
                teks!(lang, "sampai {tanggal} ({baru})", "up to {tanggal} ({baru})")
            }
        }
    }
}

/// `; naik dari 90% pada 2023`: against the neighbour year, where both are of one kind and no printed value contradicts.
fn perubahan(d: &DataOpd<'_>, def: &Indikator, before: &Pernyataan<'_>, last: &Pernyataan<'_>) -> String {
    let lang = d.lang;
    let (from, year) = (tertulis(lang, def, before), before.tahun);
    if let Some(why) = sambung(d.sumber, def, before, last) {
        let why = why.kata();
        let why = why.in_lang(lang);
        return teks!(
            lang,
            "; {from} pada {year} tidak dibandingkan dengannya: {why}",
            "; not compared with {from} in {year}: {why}"
        );
    }
    let (Some(a), Some(b)) = (before.nilai(), last.nilai()) else { return String::new() };
    // Not the neighbour year: background, no direction.
    if year != last.tahun - 1 {
        return teks!(lang, "; angka sebelumnya {from} pada {year}", "; the figure before it was {from} in {year}");
    }
    if a != b && sebulat(before, last) {
        return teks!(
            lang,
            "; pada {year} {from}, bedanya di dalam pembulatan",
            "; {from} in {year}, the difference lies within the rounding"
        );
    }
    let all = |p: &Pernyataan<'_>| -> Vec<_> { d.kumpulan.di(&p.alamat).filter_map(Pernyataan::bukti).collect() };
    let (old, new) = (all(before), all(last));
    let one_way = old.iter().all(|x| new.iter().all(|y| y.cmp(x) == b.cmp(&a)));
    if !one_way {
        let spread = |p: &Pernyataan<'_>| sebaran(d, def, p).unwrap_or_else(|| tertulis(lang, def, p));
        let (x, y, now) = (spread(before), spread(last), last.tahun);
        return teks!(
            lang,
            "; dokumen mencetak {x} untuk {year} dan {y} untuk {now}, sehingga naik atau turunnya tidak pasti",
            "; the documents print {x} for {year} and {y} for {now}, so whether it rose or fell is open"
        );
    }
    // Of two equal parts of a year the earlier one is no year either.
    let when = match sebagian(d.sumber, before) {
        None => teks!(lang, "pada {year}", "in {year}"),
        Some(batas) => {
            let tanggal = batas.kata(lang);
            teks!(lang, "sampai {tanggal}", "up to {tanggal}")
        }
    };
    match b.cmp(&a) {
        Ordering::Greater => teks!(lang, "; naik dari {from} {when}", "; up from {from} {when}"),
        Ordering::Less => teks!(lang, "; turun dari {from} {when}", "; down from {from} {when}"),
        Ordering::Equal => teks!(lang, "; sama seperti {when}", "; the same as {when}"),
    }
}

/// What the documents held here print instead of a realisasi of a year: parts of it, or targets only.
fn tanpa_realisasi(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32], name: &str) -> String {
    let lang = d.lang;
    if let Some(parts) = tahun.iter().rev().find_map(|t| sebagian_tahun(d, def, *t)) {
        return teks!(lang, "{name}: {parts}.", "{name}: {parts}.");
    }
    let targets: Vec<i32> =
        tahun.iter().copied().filter(|t| target_tercetak(&d.kumpulan, *t, &def.kode).is_some()).collect();
    let awal = kondisi_awal(d, def, tahun);
    let said = sel_kosong(d, def, tahun, "realisasi");
    let none = lang.pilih("belum ada di portal ini", "not in this portal yet");
    let unprinted = tahun.iter().rev().find(|t| d.tak_tercetak(**t, &def.kode));
    let none = unprinted.map_or_else(
        || none.to_string(),
        |t| teks!(lang, "tidak tercetak dalam laporan {t}", "not printed in the report of {t}"),
    );
    let why = said.clone().unwrap_or(none);
    match (targets.first(), targets.last()) {
        (Some(a), Some(b)) if a != b => teks!(
            lang,
            "{name}: ada target {a} sampai {b}{awal}; realisasinya {why}.",
            "{name}: targets for {a} to {b}{awal}; its result: {why}."
        ),
        (Some(a), _) => teks!(
            lang,
            "{name}: ada target {a}{awal}; realisasinya {why}.",
            "{name}: a target for {a}{awal}; its result: {why}."
        ),
        _ if let Some(parts) = tahun.iter().rev().find_map(|t| target_bagian(d, def, *t)) => {
            teks!(lang, "{name}: {parts}{awal}; realisasinya {why}.", "{name}: {parts}{awal}; its result: {why}.")
        }
        _ if !awal.is_empty() => {
            let awal = awal.trim_start_matches(", ");
            teks!(
                lang,
                "{name}: {awal}; target dan realisasinya belum ada di portal ini.",
                "{name}: {awal}; this portal holds neither a target nor a result yet."
            )
        }
        _ if said.is_some() => match sel_kosong(d, def, tahun, "target") {
            Some(target) if target == why => {
                teks!(lang, "{name}: target dan realisasinya {why}.", "{name}: its target and result: {why}.")
            }
            Some(target) => teks!(
                lang,
                "{name}: targetnya {target}; realisasinya {why}.",
                "{name}: its target: {target}; its result: {why}."
            ),
            None => teks!(lang, "{name}: realisasinya {why}.", "{name}: its result: {why}."),
        },
        _ => teks!(
            lang,
            "{name}: belum ada target maupun realisasi di portal ini.",
            "{name}: this portal holds neither a target nor a result yet."
        ),
    }
}

/// What the cells of the last year say that hold no number: `tidak berlaku`, or as printed, `tercetak “belum dirilis BPS”`.
pub fn sel_kosong(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32], ukuran: &str) -> Option<String> {
    let lang = d.lang;
    let cell = |t: &i32| match ukuran {
        "target" => target_kosong(&d.kumpulan, *t, &def.kode),
        _ => {
            let parts = || per_masa_kosong(&d.kumpulan, &format!("{t}/indikator/{}/{ukuran}", def.kode));
            d.kumpulan.indikator(*t, &def.kode, ukuran).next().or_else(parts)
        }
    };
    let p = tahun.iter().rev().find_map(cell)?;
    let Nilai::Kosong(why) = p.sel.nilai else { return None };
    Some(kata::kosong(lang, why, &p.sel.tercetak))
}

/// `, kondisi awal 10% (2024)`: the starting point of a plan is no result.
fn kondisi_awal(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32]) -> String {
    let lang = d.lang;
    let found = tahun.iter().rev().find_map(|t| Some((t, pilih(d.kumpulan.indikator(*t, &def.kode, "baseline"))?)));
    let Some((year, p)) = found else { return String::new() };
    let text = sebaran(d, def, p.utama).unwrap_or_else(|| tertulis(lang, def, p.utama));
    teks!(lang, ", kondisi awal {text} ({year})", ", starting point {text} ({year})")
}

/// `triwulan I 20; triwulan II 30`, of the parts of one year.
pub fn daftar_bagian(d: &DataOpd<'_>, def: &Indikator, parts: &[&Pernyataan<'_>]) -> String {
    let one = |p: &&Pernyataan<'_>| {
        let year = format!(" {}", p.tahun);
        format!("{} {}", masa_kalimat(d.lang, p).trim_end_matches(&year), tertulis(d.lang, def, p))
    };
    parts.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// `target 2024 tercetak per bagian tahun (triwulan I 20%; triwulan II 40%)`, where nothing is promised for the year.
pub fn target_bagian(d: &DataOpd<'_>, def: &Indikator, tahun: i32) -> Option<String> {
    let (_, parts) = target_per_masa(&d.kumpulan, tahun, &def.kode)?;
    let list = daftar_bagian(d, def, &parts);
    Some(teks!(
        d.lang,
        "target {tahun} tercetak per bagian tahun ({list})",
        "the targets of {tahun} are printed by parts of the year ({list})"
    ))
}

/// `realisasi 2024 hanya tercetak per bagian tahun: triwulan I 20; triwulan II 30`, where no whole year is printed.
pub fn sebagian_tahun(d: &DataOpd<'_>, def: &Indikator, tahun: i32) -> Option<String> {
    let lang = d.lang;
    let parts = per_masa(&d.kumpulan, &format!("{tahun}/indikator/{}/realisasi", def.kode));
    if parts.is_empty() || pilih(d.kumpulan.indikator(tahun, &def.kode, "realisasi")).is_some() {
        return None;
    }
    let one = |p: &&Pernyataan<'_>| {
        let text = daftar_bagian(d, def, &[*p]);
        terhadap_semasa(d, def, p).map_or_else(|| text.clone(), |clause| format!("{text}, {clause}"))
    };
    let list = parts.iter().map(one).collect::<Vec<_>>().join("; ");
    // The promise of the year stands beside, and nothing is held against it yet.
    let goal = target_tercetak(&d.kumpulan, tahun, &def.kode).map(|t| tertulis(lang, def, t));
    if let Some(goal) = goal {
        return Some(teks!(
            lang,
            "realisasi {tahun} tercetak per bagian tahun ({list}); target setahun {goal}",
            "the results of {tahun} are printed by parts of the year ({list}); the target of the year is {goal}"
        ));
    }
    Some(teks!(
        lang,
        "realisasi {tahun} tercetak per bagian tahun ({list})",
        "the results of {tahun} are printed by parts of the year ({list})"
    ))
}
