//! The sentences that open a record, an indicator and a budget.

use super::kata;
use crate::measures::{pilih, realisasi_indikator, target_acuan, tulis, uang};
use crate::number::Lang;
use crate::pages::data::DataOpd;
use crate::records::{Indikator, Jenis, Pernyataan, Rekaman};
use crate::teks;
use rust_decimal::Decimal;

/// `Pada 2024 Dinas Sosial Kabupaten Blitar menangani 105.582 dari 110.692 PMKS (95,38%), di bawah target 100%.`; in
/// English `In 2024 Dinas Sosial Kabupaten Blitar served 105,582 of 110,692 PMKS (95.38%), below the target of 100%.`
pub fn pembuka(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let money = anggaran(d, rekaman);
    // A year in which the main indicator was not measured opens with another one that was.
    let opd = &d.sumber.opd;
    let mut order: Vec<&Indikator> = opd.indikator.values().collect();
    order.sort_by_key(|i| (!i.utama, !i.iku));
    let main = order.into_iter().find_map(|def| utama(d, rekaman, def));
    let (nama, tahun) = (d.nama(), rekaman.tahun);
    match (main, money) {
        (Some(main), Some(money)) => format!("{main} {money}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) if ada_anggaran(d, rekaman) => teks!(
            d.lang,
            "Anggaran {nama} {tahun} tercetak per program; jumlah seluruhnya tidak tercetak dan tidak bisa dihitung.",
            "The {tahun} budget of {nama} is printed by program; its total is neither printed nor computable."
        ),
        (None, None) => teks!(
            d.lang,
            "{nama} belum mencetak realisasi maupun anggaran untuk {tahun} dalam dokumen yang dimuat portal ini.",
            "{nama} prints neither results nor a budget for {tahun} in the documents this portal holds."
        ),
    }
}

/// Whether a record prints money for any row of its budget.
fn ada_anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> bool {
    let below = |p: &&Pernyataan<'_>| p.alamat.starts_with(&format!("{}/anggaran/", rekaman.tahun));
    d.kumpulan.semua.iter().filter(below).any(|p| p.jenis() == Jenis::Uang && p.nilai().is_some())
}

/// `Pada 2024` or, for a report cut off before the year's end, `Sampai 30 September 2025,`.
pub fn kapan(lang: Lang, rekaman: &Rekaman) -> String {
    let tahun = rekaman.tahun;
    if rekaman.batas_data.ends_with("-12-31") {
        teks!(lang, "Pada {tahun}", "In {tahun}")
    } else {
        let tanggal = lang.tanggal(&rekaman.batas_data);
        teks!(lang, "Sampai {tanggal},", "Up to {tanggal},")
    }
}

fn utama(d: &DataOpd<'_>, rekaman: &Rekaman, def: &Indikator) -> Option<String> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let realisasi = realisasi_indikator(&d.kumpulan, tahun, &def.kode)?;
    let target = target_acuan(&d.kumpulan, tahun, &def.kode);
    let part = |name: &str| pilih(d.kumpulan.indikator(tahun, &def.kode, name)).and_then(|p| p.nilai());
    let hitungan = d.turunan.get(&format!("{tahun}/indikator/{}/hitungan", def.kode)).and_then(|t| t.nilai);
    let stated = tertulis(lang, def, realisasi.utama);
    let (when, name) = (kapan(lang, rekaman), d.nama());
    let written = target.as_ref().map(|t| tertulis(lang, def, t.utama));
    let pola = kalimat_indikator(lang, def);
    let phrase = pola.and_then(|k| isi(lang, k, part("pembilang"), part("penyebut"), &stated, written.as_deref()));
    let body = match (phrase, hitungan) {
        (Some(phrase), Some(rate)) if pola.is_some_and(|k| !k.contains("{realisasi}")) => {
            // A reader who meets another figure in the table below must be told here.
            let far = realisasi
                .nilai()
                .is_some_and(|r| r.saturating_sub(rate).abs() > Decimal::new(1, 2).max(satu_digit(realisasi.utama)));
            let other = if far { teks!(lang, "; tertulis {stated}", "; printed {stated}") } else { String::new() };
            format!("{when} {name} {phrase} ({}{other})", tulis(lang, rate, Jenis::Persen))
        }
        (Some(phrase), _) => format!("{when} {name} {phrase}"),
        (None, _) => {
            let indikator = &def.nama;
            teks!(
                lang,
                "{when} {indikator} {name} tercatat {stated}",
                "{when} {name} recorded {stated} for {indikator}"
            )
        }
    };
    let compared = hitungan.or_else(|| realisasi.nilai());
    let target = target.and_then(|t| Some((t.nilai()?, tertulis(lang, def, t.utama))));
    let tail = match (target, compared) {
        (Some((t, text)), Some(r)) => terhadap_target(lang, r, t, &text),
        _ => lang.pilih("tanpa target yang tercetak", "without a printed target").to_string(),
    };
    Some(format!("{body}, {tail}."))
}

/// The phrase of an indicator in the language; none where nobody wrote one.
fn kalimat_indikator(lang: Lang, def: &Indikator) -> Option<&str> {
    // A phrase in the other language would break the sentence in two.
    def.kalimat.as_ref().map(|k| k.dalam(lang)).filter(|(_, other)| !other).map(|(text, _)| text)
}

/// One unit of the last digit printed.
fn satu_digit(p: &Pernyataan<'_>) -> Decimal {
    Decimal::new(1, p.sel.angka().map_or(0, |a| a.desimal))
}

/// How a value lies to its target: `di bawah target 100%`. It says where it lies, not whether that is good.
pub fn terhadap_target(lang: Lang, value: Decimal, target: Decimal, text: &str) -> String {
    match value.cmp(&target) {
        std::cmp::Ordering::Less => teks!(lang, "di bawah target {text}", "below the target of {text}"),
        std::cmp::Ordering::Equal => teks!(lang, "sama dengan target {text}", "equal to the target of {text}"),
        std::cmp::Ordering::Greater => teks!(lang, "di atas target {text}", "above the target of {text}"),
    }
}

/// Fills the phrase of an indicator; `None` when a place has no number.
fn isi(
    lang: Lang,
    kalimat: &str,
    pembilang: Option<Decimal>,
    penyebut: Option<Decimal>,
    realisasi: &str,
    target: Option<&str>,
) -> Option<String> {
    let mut text = kalimat.to_string();
    for (place, value) in [
        ("{pembilang}", pembilang.map(|v| lang.grouped(v))),
        ("{penyebut}", penyebut.map(|v| lang.grouped(v))),
        ("{realisasi}", Some(realisasi.to_string())),
        ("{target}", target.map(str::to_string)),
    ] {
        if text.contains(place) {
            text = text.replace(place, &value?);
        }
    }
    Some(text)
}

/// A stated value with the precision it was printed in and the unit of its indicator.
pub fn tertulis(lang: Lang, def: &Indikator, p: &Pernyataan<'_>) -> String {
    let Some(a) = p.sel.angka() else { return p.sel.tercetak.clone() };
    if def.persen() || a.persen { lang.percent(a.nilai, a.desimal) } else { lang.decimal(a.nilai, a.desimal) }
}

/// `Dari anggaran Rp17,22 miliar dibelanjakan Rp16,16 miliar (93,84%).`
pub fn anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<String> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let amount = |real| uang(&d.turunan, &d.kumpulan, tahun, "total", real).map(|m| m.nilai);
    let pagu = lang.rupiah_short(amount(false)?);
    let rate = d.turunan.get(&format!("{tahun}/anggaran/total/serapan-terhitung")).and_then(|t| t.nilai);
    Some(match (amount(true), rate) {
        (Some(real), Some(rate)) => {
            let (real, rate) = (lang.rupiah_short(real), lang.percent(rate, 2));
            teks!(
                lang,
                "Dari anggaran {pagu} dibelanjakan {real} ({rate}).",
                "Of a budget of {pagu} it spent {real} ({rate})."
            )
        }
        _ => teks!(
            lang,
            "Anggarannya {pagu}; realisasinya tidak tercetak dalam dokumen yang dimuat.",
            "Its budget is {pagu}; what was spent is not printed in the documents held here."
        ),
    })
}

/// The sentence of an indicator over its years.
pub fn indikator(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32]) -> String {
    let lang = d.lang;
    let values: Vec<(i32, Decimal, String)> = tahun
        .iter()
        .filter_map(|t| {
            let p = realisasi_indikator(&d.kumpulan, *t, &def.kode)?;
            Some((*t, p.nilai()?, tertulis(lang, def, p.utama)))
        })
        .collect();
    let name = format!("{}, {}", def.nama, d.nama());
    let Some((last, value, text)) = values.last() else {
        let targets: Vec<i32> =
            tahun.iter().copied().filter(|t| target_acuan(&d.kumpulan, *t, &def.kode).is_some()).collect();
        return match (targets.first(), targets.last()) {
            (Some(a), Some(b)) if a != b => teks!(
                lang,
                "{name}: ada target {a} sampai {b}, belum ada realisasi yang dilaporkan.",
                "{name}: targets for {a} to {b}, no result reported yet."
            ),
            (Some(a), _) => teks!(
                lang,
                "{name}: ada target {a}, belum ada realisasi yang dilaporkan.",
                "{name}: a target for {a}, no result reported yet."
            ),
            _ => teks!(
                lang,
                "{name}: belum ada target maupun realisasi berupa angka dalam dokumen yang dimuat.",
                "{name}: neither a target nor a result as a number in the documents held here."
            ),
        };
    };
    let target =
        target_acuan(&d.kumpulan, *last, &def.kode).and_then(|t| Some((t.nilai()?, tertulis(lang, def, t.utama))));
    let against = target.map_or(String::new(), |(t, text)| format!(", {}", terhadap_target(lang, *value, t, &text)));
    let trend = match values.len() {
        1 => String::new(),
        _ => {
            let (first, before, from) = &values[0];
            match value.cmp(before) {
                std::cmp::Ordering::Greater => {
                    teks!(lang, "; naik dari {from} pada {first}", "; up from {from} in {first}")
                }
                std::cmp::Ordering::Less => {
                    teks!(lang, "; turun dari {from} pada {first}", "; down from {from} in {first}")
                }
                std::cmp::Ordering::Equal => teks!(lang, "; sama seperti pada {first}", "; the same as in {first}"),
            }
        }
    };
    let good = kata::arah(lang, Some(def.arah));
    teks!(
        lang,
        "{name} pada {last}: {text}{against}{trend} ({good}).",
        "{name} in {last}: {text}{against}{trend} ({good})."
    )
}
