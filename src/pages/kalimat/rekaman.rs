//! The sentences that open a record, an indicator and a budget.

use super::indikator::{sebagian_tahun, sel_kosong, target_bagian};
use super::target::{bersatuan, dicapai, dicapai_laju, terhadap_target, tertulis};
use super::{gabung, kata, sebab};
use crate::measures::{
    dasar_serapan, dibelanjakan_per_masa, kata::masa_kalimat, memuat, pilih, realisasi_tercetak, sejauh, target_kosong,
    target_tercetak, tulis, uang,
};
use crate::number::{Lang, Satuan};
use crate::opd::Serapan;
use crate::pages::data::DataOpd;
use crate::records::{Alasan, Indikator, Jenis, Nilai, Pernyataan, Rekaman};
use crate::teks;
use rust_decimal::Decimal;

/// `Pada 2024 Dinas Sosial Kabupaten Blitar menangani 105.582 dari 110.692 PMKS (95,38%), di bawah target 100%.`; in
/// English `In 2024 Dinas Sosial Kabupaten Blitar served 105,582 of 110,692 PMKS (95.38%), below the target of 100%.`
pub fn pembuka(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let money = anggaran(d, rekaman);
    // A year in which the main indicator was not measured opens with another one that was.
    let opd = &d.sumber.opd;
    let mut order: Vec<&Indikator> = opd.indikator.values().collect();
    order.sort_by_key(|i| opd.giliran(i, rekaman.tahun));
    let bagian = |def: &Indikator| {
        let parts = sebagian_tahun(d, def, rekaman.tahun)?;
        Some(format!("{}, {}: {parts}.", def.nama, d.nama_pada(rekaman.tahun)))
    };
    // The main one is spoken of before all others, whatever is printed of it; where nothing is, that is said beside another one.
    let chief = order.first().filter(|def| !opd.giliran(def, rekaman.tahun).1).copied();
    let own = chief.and_then(|def| utama(d, rekaman, def).or_else(|| bagian(def)));
    let other = || {
        let found = order.iter().find_map(|def| utama(d, rekaman, def))?;
        Some(
            chief
                .and_then(|def| tanpa_utama(d, def, rekaman.tahun))
                .map_or(found.clone(), |why| format!("{found} {why}")),
        )
    };
    let main = own.or_else(other).or_else(|| order.iter().find_map(|def| bagian(def)));
    let (nama, tahun) = (d.nama_pada(rekaman.tahun), rekaman.tahun);
    match (main, money) {
        (Some(main), Some(money)) => format!("{main} {money}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) if ada_anggaran(d, rekaman) => sebab::kalimat(d, rekaman),
        (None, None) if tanpa_angka(d, &order, tahun) => {
            let first = order.iter().find(|def| sel_kosong(d, def, &[tahun], "realisasi").is_some());
            first.map_or_else(String::new, |def| super::indikator::indikator(d, def, &[tahun]))
        }
        (None, None) => teks!(
            d.lang,
            "Realisasi dan anggaran {nama} untuk {tahun} belum ada di portal ini.",
            "This portal holds neither results nor a budget of {nama} for {tahun} yet."
        ),
    }
}

/// That the main indicator has no result in a year in which it was promised; nothing where it was no part of that year.
fn tanpa_utama(d: &DataOpd<'_>, def: &Indikator, tahun: i32) -> Option<String> {
    let lang = d.lang;
    let said = sel_kosong(d, def, &[tahun], "realisasi");
    if said.is_none() && target_tercetak(&d.kumpulan, tahun, &def.kode).is_none() {
        return None;
    }
    let none = match d.tak_tercetak(tahun, &def.kode) {
        true => kata::alasan(lang, Alasan::TidakTercetak),
        false => lang.pilih("belum ada di portal ini", "not in this portal yet"),
    };
    let why = said.unwrap_or_else(|| none.to_string());
    let nama = &def.nama;
    Some(teks!(
        lang,
        "Realisasi indikator utamanya, {nama}, {why}.",
        "The result of its main indicator, {nama}: {why}."
    ))
}

/// Whether indicators have cells in a year that all say why they hold no number.
fn tanpa_angka(d: &DataOpd<'_>, order: &[&Indikator], tahun: i32) -> bool {
    order.iter().any(|def| sel_kosong(d, def, &[tahun], "realisasi").is_some())
}

/// Whether a record prints money for any row of its budget.
fn ada_anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> bool {
    let below = |p: &&Pernyataan<'_>| p.alamat.starts_with(&format!("{}/anggaran/", rekaman.tahun));
    d.kumpulan.semua.iter().filter(below).any(|p| p.jenis() == Jenis::Uang && p.nilai().is_some())
}

/// `Pada 2024` or, for a report cut off before the year's end, `Sampai 30 September 2025,`.
pub fn kapan(lang: Lang, rekaman: &Rekaman) -> String {
    let tahun = rekaman.tahun;
    if rekaman.setahun() {
        teks!(lang, "Pada {tahun}", "In {tahun}")
    } else {
        let tanggal = rekaman.batas_data.kata(lang);
        teks!(lang, "Sampai {tanggal},", "Up to {tanggal},")
    }
}

fn utama(d: &DataOpd<'_>, rekaman: &Rekaman, def: &Indikator) -> Option<String> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let realisasi = realisasi_tercetak(&d.kumpulan, tahun, &def.kode)?;
    let target = target_tercetak(&d.kumpulan, tahun, &def.kode);
    // A count in doubt is not said as if it were known.
    let part = |name: &str| {
        let p = pilih(d.kumpulan.indikator(tahun, &def.kode, name))?.utama;
        p.bukti().map(|v| bagian_kalimat(lang, p, v))
    };
    let hitungan = d.turunan.get(&format!("{tahun}/indikator/{}/hitungan", def.kode)).and_then(|t| t.nilai);
    let stated = bersatuan(lang, def, realisasi);
    let (when, name) = (kapan(lang, rekaman), d.nama_pada(tahun));
    let written = target.map(|t| tertulis(lang, def, t));
    let pola = kalimat_indikator(lang, def);
    let phrase = pola.and_then(|k| isi(k, part("pembilang"), part("penyebut"), &stated, written.as_deref()));
    let mut shown = None;
    let body = match (phrase, hitungan) {
        (Some(phrase), Some(rate)) if pola.is_some_and(|k| !k.contains("{realisasi}")) => {
            // A reader who meets another figure in the table below must be told here.
            let differs = |p: &Pernyataan<'_>| p.sel.angka().is_some_and(|a| !memuat(a, rate));
            let far = differs(realisasi) || d.kumpulan.di(&realisasi.alamat).any(|p| !p.sel.ragu && differs(p));
            let all = semua_tercetak(d, def, realisasi);
            let other = if far { teks!(lang, "; tertulis {all}", "; printed {all}") } else { String::new() };
            // What is printed stands first; what the counts give only where it says something else.
            let value = if far { laju(lang, def, rate) } else { stated.clone() };
            shown = far.then_some(rate);
            format!("{when} {name} {phrase} ({value}{other})")
        }
        (Some(phrase), _) => format!("{when} {name} {phrase}"),
        (None, _) => {
            let indikator = &def.nama;
            teks!(
                lang,
                "{when} {name} mencatat {indikator}: {stated}",
                "{when} {name} recorded {stated} for {indikator}"
            )
        }
    };
    // Where the computed rate lies on the other side of the target than the printed one, neither side is named.
    let open = shown
        .zip(dicapai(d, def, realisasi))
        .is_some_and(|(rate, printed)| dicapai_laju(d, def, tahun, rate).is_some_and(|computed| computed != printed));
    let tail = match (terhadap_target(d, def, realisasi), written) {
        (Some(_), Some(text)) if open => teks!(lang, "targetnya {text}", "its target is {text}"),
        (Some(clause), _) => clause,
        (None, _) => tanpa_target(d, tahun, def),
    };
    Some(format!("{body}, {tail}."))
}

/// Why no target stands beside a result: as its cell says, else that the portal holds none.
fn tanpa_target(d: &DataOpd<'_>, tahun: i32, def: &Indikator) -> String {
    let lang = d.lang;
    match target_kosong(&d.kumpulan, tahun, &def.kode).map(|p| &p.sel.nilai) {
        Some(Nilai::Kosong(why)) => {
            let why = kata::alasan(lang, *why);
            teks!(lang, "targetnya {why}", "its target is {why}")
        }
        _ if let Some(parts) = target_bagian(d, def, tahun) => parts,
        _ => teks!(lang, "targetnya belum ada di portal ini", "its target is not in this portal yet"),
    }
}

/// The phrase of an indicator in the language; none where nobody wrote one.
fn kalimat_indikator(lang: Lang, def: &Indikator) -> Option<&str> {
    // A phrase in the other language would break the sentence in two.
    def.kalimat.as_ref().map(|k| k.dalam(lang)).filter(|(_, other)| !other).map(|(text, _)| text)
}

/// `95,39%`, `95,40 per 100.000 KH`: what the counts of an indicator give, in its unit.
fn laju(lang: Lang, def: &Indikator, rate: Decimal) -> String {
    match def.satuan.as_deref() {
        _ if def.persen() => tulis(lang, rate, Jenis::Persen),
        Some(unit) => format!("{} {unit}", tulis(lang, rate, Jenis::Nilai)),
        None => tulis(lang, rate, Jenis::Nilai),
    }
}

/// A numerator or denominator within a phrase that names what is counted: a length, an area or an amount keeps its unit.
fn bagian_kalimat(lang: Lang, p: &Pernyataan<'_>, nilai: Decimal) -> String {
    match &p.satuan {
        Some(Satuan::Rupiah) => lang.rupiah(nilai),
        Some(Satuan::Persen) => lang.percent(nilai, nilai.scale()),
        Some(unit @ Satuan::Lain(word)) if !unit.cacah() && p.sel.angka().is_some_and(|a| a.satuan.is_some()) => {
            format!("{} {word}", lang.grouped(nilai))
        }
        _ => lang.grouped(nilai),
    }
}

/// Fills the phrase of an indicator; `None` when a place has no number.
fn isi(
    kalimat: &str,
    pembilang: Option<String>,
    penyebut: Option<String>,
    realisasi: &str,
    target: Option<&str>,
) -> Option<String> {
    let mut text = kalimat.to_string();
    for (place, value) in [
        ("{pembilang}", pembilang),
        ("{penyebut}", penyebut),
        ("{realisasi}", Some(realisasi.to_string())),
        ("{target}", target.map(str::to_string)),
    ] {
        if text.contains(place) {
            text = text.replace(place, &value?);
        }
    }
    Some(text)
}

/// Every value the documents print for a result, the one printed most often first: `76% dan 67%`.
fn semua_tercetak(d: &DataOpd<'_>, def: &Indikator, realisasi: &Pernyataan<'_>) -> String {
    let mut values: Vec<(Decimal, String, usize)> = Vec::new();
    for p in d.kumpulan.di(&realisasi.alamat) {
        let Some(value) = p.bukti() else { continue };
        match values.iter_mut().find(|(v, ..)| *v == value) {
            Some((_, _, times)) => *times += 1,
            None => values.push((value, tertulis(d.lang, def, p), 1)),
        }
    }
    values.sort_by_key(|(_, _, times)| std::cmp::Reverse(*times));
    let all: Vec<String> = values.into_iter().map(|(_, text, _)| text).collect();
    if all.is_empty() { tertulis(d.lang, def, realisasi) } else { gabung(d.lang, &all) }
}

/// `; tertulis 93,94%`: what the report prints as absorption where that is not what its amounts give.
pub fn serapan_tercetak(d: &DataOpd<'_>, tahun: i32, rate: Decimal) -> String {
    let lang = d.lang;
    let printed = pilih(d.kumpulan.anggaran(tahun, "total", "serapan")).map(|p| p.utama);
    let Some((p, value)) = printed.and_then(|p| p.bukti().map(|v| (p, v))) else { return String::new() };
    let far = p.sel.angka().is_some_and(|a| !memuat(a, rate));
    let value = lang.percent(value, value.scale());
    if let Some(phase) = dasar_serapan(&d.kumpulan, tahun, "total", p) {
        let phase = kata::tahap_pagu(lang, phase);
        return teks!(lang, "; tertulis {value} dari pagu {phase}", "; printed {value} of the {phase} budget");
    }
    if far { teks!(lang, "; tertulis {value}", "; printed {value}") } else { String::new() }
}

/// The share of a budget that was spent, with its exact value; of amounts in round figures only what is printed, or the two
/// ends between which it lies.
pub fn laju_serapan(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Option<(String, Option<Decimal>)> {
    let lang = d.lang;
    Some(match d.serapan(tahun, kode)? {
        // What is printed and holds stands as it is printed.
        Serapan::Terhitung(rate) => {
            let printed = pilih(d.kumpulan.anggaran(tahun, kode, "serapan")).and_then(|p| p.utama.sel.bukti());
            match printed.filter(|a| memuat(a, rate)) {
                Some(a) => (lang.percent(a.nilai, a.desimal), Some(rate)),
                None => (lang.percent(rate, 2), Some(rate)),
            }
        }
        Serapan::Tercetak(printed) => printed.nilai().map(|v| (lang.percent(v, v.scale()), None))?,
        Serapan::Antara(low, high) => {
            let (low, high) = (lang.percent(low, 2), lang.percent(high, 2));
            (teks!(lang, "{low} sampai {high}", "{low} to {high}"), None)
        }
    })
}

/// `Dari anggaran Rp17,22 miliar dibelanjakan Rp16,16 miliar (93,84%).`
pub fn anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<String> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let amount = |real| uang(&d.turunan, &d.kumpulan, tahun, "total", real).map(|m| m.uang().singkat(lang));
    let pagu = amount(false)?;
    let Some(real) = amount(true) else {
        return Some(match tanpa_realisasi(d, rekaman) {
            Ok((until, real)) => {
                let key = format!("{tahun}/anggaran/total/serapan-sampai-terhitung");
                let share = d.turunan.get(&key).filter(|t| t.batas.is_none()).and_then(|t| t.nilai);
                let share = share.map_or(String::new(), |rate| format!(" ({})", lang.percent(rate, 2)));
                teks!(
                    lang,
                    "Dari anggaran {pagu} dibelanjakan {real} sampai {until}{share}.",
                    "Of a budget of {pagu} it spent {real} up to {until}{share}."
                )
            }
            Err(why) => teks!(lang, "Anggarannya {pagu}; {why}.", "Its budget is {pagu}; {why}."),
        });
    };
    // Two amounts of which none is a share of the other do not stand in one clause.
    if !d.turunan.contains_key(&format!("{tahun}/anggaran/total/serapan-terhitung")) {
        return Some(teks!(
            lang,
            "Anggarannya {pagu}; belanjanya {real}, yang menurut laporan dihitung terhadap pagu lain.",
            "Its budget is {pagu}; it spent {real}, which the report measures against another budget."
        ));
    }
    // Quoted alone, nine months must not read as a year.
    let until = if rekaman.setahun() {
        String::new()
    } else {
        let day = rekaman.batas_data.kata(lang);
        teks!(lang, " sampai {day}", " up to {day}")
    };
    let rate = laju_serapan(d, tahun, "total").map_or(String::new(), |(text, rate)| match rate {
        Some(rate) => format!(" ({text}{})", serapan_tercetak(d, tahun, rate)),
        None => format!(" ({text})"),
    });
    Some(teks!(
        lang,
        "Dari anggaran {pagu} dibelanjakan {real}{until}{rate}.",
        "Of a budget of {pagu} it spent {real}{until}{rate}."
    ))
}

/// What stands where the whole realisasi is not known: what was spent up to the last part of the year that prints a running
/// total (`triwulan III 2024`, `Rp500,00 juta`), else in a clause what the portal holds instead.
pub fn tanpa_realisasi(d: &DataOpd<'_>, rekaman: &Rekaman) -> Result<(String, String), String> {
    let lang = d.lang;
    if let Some(so_far) = sejauh(&d.kumpulan, rekaman, "total") {
        return Ok((masa_kalimat(lang, &so_far.masa), so_far.uang.singkat(lang)));
    }
    let mut printed = d.kumpulan.anggaran(rekaman.tahun, "total", "realisasi");
    Err(match printed.any(|p| p.sel.ragu && p.sel.nilai.bernilai()) {
        true => lang.pilih("realisasi yang tercetak diragukan", "what is printed as spent is in doubt").to_string(),
        false if dibelanjakan_per_masa(&d.kumpulan, rekaman.tahun) => lang
            .pilih("realisasinya tercetak per bagian tahun", "what was spent is printed by parts of the year")
            .to_string(),
        false => {
            let why = sebab::ringkas(d, rekaman, "total", true);
            teks!(lang, "realisasi seluruhnya {why}", "what was spent in all: {why}")
        }
    })
}
