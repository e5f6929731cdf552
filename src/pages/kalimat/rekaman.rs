//! The sentences that open a record, an indicator and a budget.

use crate::measures::{pilih, realisasi_indikator, target_acuan, tulis};
use crate::number::{decimal, grouped, percent, rupiah_short};
use crate::pages::data::{DataOpd, tanggal};
use crate::records::{Arah, Indikator, Jenis, Pernyataan, Rekaman};
use rust_decimal::Decimal;

/// `Pada 2024 Dinas Sosial Kabupaten Blitar menangani 105.582 dari 110.692 PMKS (95,38%), di bawah target 100%.`
pub fn pembuka(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let money = anggaran(d, rekaman);
    // A year in which the main indicator was not measured opens with another one that was.
    let opd = &d.sumber.opd;
    let mut order: Vec<&Indikator> = opd.indikator.values().collect();
    order.sort_by_key(|i| (!i.utama, !i.iku));
    let main = order.into_iter().find_map(|def| utama(d, rekaman, def));
    match (main, money) {
        (Some(main), Some(money)) => format!("{main} {money}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) if ada_anggaran(d, rekaman) => format!(
            "Anggaran {} {} tercetak per program; jumlah seluruhnya tidak tercetak dan tidak bisa dihitung.",
            d.nama(),
            rekaman.tahun
        ),
        (None, None) => format!(
            "{} belum mencetak realisasi maupun anggaran untuk {} dalam dokumen yang dimuat portal ini.",
            d.nama(),
            rekaman.tahun
        ),
    }
}

/// Whether a record prints money for any row of its budget.
fn ada_anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> bool {
    let below = |p: &&Pernyataan<'_>| p.alamat.starts_with(&format!("{}/anggaran/", rekaman.tahun));
    d.kumpulan.semua.iter().filter(below).any(|p| p.jenis() == Jenis::Uang && p.nilai().is_some())
}

/// `Pada 2024` or, for a report cut off before the year's end, `Sampai 30 September 2025`.
pub fn kapan(rekaman: &Rekaman) -> String {
    if rekaman.batas_data.ends_with("-12-31") {
        format!("Pada {}", rekaman.tahun)
    } else {
        format!("Sampai {}", tanggal(&rekaman.batas_data))
    }
}

fn utama(d: &DataOpd<'_>, rekaman: &Rekaman, def: &Indikator) -> Option<String> {
    let tahun = rekaman.tahun;
    let realisasi = realisasi_indikator(&d.kumpulan, tahun, &def.kode)?;
    let target = target_acuan(&d.kumpulan, tahun, &def.kode);
    let part = |name: &str| pilih(d.kumpulan.indikator(tahun, &def.kode, name)).and_then(|p| p.nilai());
    let hitungan = d.turunan.get(&format!("{tahun}/indikator/{}/hitungan", def.kode)).and_then(|t| t.nilai);
    let stated = tertulis(def, realisasi.utama);
    let when = kapan(rekaman);
    let comma = if when.starts_with("Sampai") { "," } else { "" };
    let name = d.nama();
    let phrase = def.kalimat.as_ref().and_then(|k| {
        isi(
            k.dalam(d.lang).0,
            part("pembilang"),
            part("penyebut"),
            &stated,
            target.as_ref().map(|t| tertulis(def, t.utama)).as_deref(),
        )
    });
    let body = match (phrase, hitungan) {
        (Some(phrase), Some(rate)) if def.kalimat.as_ref().is_some_and(|k| !k.id.contains("{realisasi}")) => {
            // A reader who meets another figure in the table below must be told here.
            let far = realisasi
                .nilai()
                .is_some_and(|r| (r - rate).abs() > Decimal::new(1, 2).max(satu_digit(realisasi.utama)));
            let other = if far { format!("; tertulis {stated}") } else { String::new() };
            format!("{when}{comma} {name} {phrase} ({}{other})", tulis(d.lang, rate, Jenis::Persen))
        }
        (Some(phrase), _) => format!("{when}{comma} {name} {phrase}"),
        (None, _) => format!("{when}{comma} {} {name} tercatat {stated}", def.nama),
    };
    let compared = hitungan.or_else(|| realisasi.nilai());
    let target = target.and_then(|t| Some((t.nilai()?, tertulis(def, t.utama))));
    let tail = match (target, compared) {
        (Some((t, text)), Some(r)) => format!(", {} target {text}", banding(r, t)),
        _ => ", tanpa target yang tercetak".to_string(),
    };
    Some(format!("{body}{tail}."))
}

/// One unit of the last digit printed.
fn satu_digit(p: &Pernyataan<'_>) -> Decimal {
    Decimal::new(1, p.sel.angka().map_or(0, |a| a.desimal))
}

/// The word between a value and its target: it says where the value lies, not whether that is good.
pub fn banding(value: Decimal, target: Decimal) -> &'static str {
    match value.cmp(&target) {
        std::cmp::Ordering::Less => "di bawah",
        std::cmp::Ordering::Equal => "sama dengan",
        std::cmp::Ordering::Greater => "di atas",
    }
}

/// Fills the phrase of an indicator; `None` when a place has no number.
fn isi(
    kalimat: &str,
    pembilang: Option<Decimal>,
    penyebut: Option<Decimal>,
    realisasi: &str,
    target: Option<&str>,
) -> Option<String> {
    let mut text = kalimat.to_string();
    for (place, value) in [
        ("{pembilang}", pembilang.map(grouped)),
        ("{penyebut}", penyebut.map(grouped)),
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
pub fn tertulis(def: &Indikator, p: &Pernyataan<'_>) -> String {
    let Some(a) = p.sel.angka() else { return p.sel.tercetak.clone() };
    if def.persen() || a.persen { percent(a.nilai, a.desimal) } else { decimal(a.nilai, a.desimal) }
}

/// `Dari anggaran Rp17,22 miliar dibelanjakan Rp16,16 miliar (93,84%).`
pub fn anggaran(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<String> {
    let tahun = rekaman.tahun;
    let amount = |real| crate::measures::uang(&d.turunan, &d.kumpulan, tahun, "total", real, d.lang).map(|m| m.nilai);
    let pagu = amount(false)?;
    let rate = d.turunan.get(&format!("{tahun}/anggaran/total/serapan-terhitung")).and_then(|t| t.nilai);
    Some(match (amount(true), rate) {
        (Some(real), Some(rate)) => {
            format!("Dari anggaran {} dibelanjakan {} ({}).", rupiah_short(pagu), rupiah_short(real), percent(rate, 2))
        }
        _ => format!("Anggarannya {}; realisasinya tidak tercetak dalam dokumen yang dimuat.", rupiah_short(pagu)),
    })
}

/// The sentence of an indicator over its years.
pub fn indikator(d: &DataOpd<'_>, def: &Indikator, tahun: &[i32]) -> String {
    let values: Vec<(i32, Decimal, String)> = tahun
        .iter()
        .filter_map(|t| {
            let p = realisasi_indikator(&d.kumpulan, *t, &def.kode)?;
            Some((*t, p.nilai()?, tertulis(def, p.utama)))
        })
        .collect();
    let name = format!("{}, {}", def.nama, d.nama());
    let Some((last, value, text)) = values.last() else {
        let targets: Vec<i32> =
            tahun.iter().copied().filter(|t| target_acuan(&d.kumpulan, *t, &def.kode).is_some()).collect();
        return match (targets.first(), targets.last()) {
            (Some(a), Some(b)) if a != b => {
                format!("{name}: ada target {a} sampai {b}, belum ada realisasi yang dilaporkan.")
            }
            (Some(a), _) => format!("{name}: ada target {a}, belum ada realisasi yang dilaporkan."),
            _ => format!("{name}: belum ada target maupun realisasi berupa angka dalam dokumen yang dimuat."),
        };
    };
    let target = target_acuan(&d.kumpulan, *last, &def.kode).and_then(|t| Some((t.nilai()?, tertulis(def, t.utama))));
    let against = target.map_or(String::new(), |(t, text)| format!(", {} target {text}", banding(*value, t)));
    let trend = match values.len() {
        1 => String::new(),
        _ => {
            let (first, before, before_text) = &values[0];
            let change = match value.cmp(before) {
                std::cmp::Ordering::Greater => format!("naik dari {before_text}"),
                std::cmp::Ordering::Less => format!("turun dari {before_text}"),
                std::cmp::Ordering::Equal => "sama seperti".to_string(),
            };
            format!("; {change} pada {first}")
        }
    };
    let good = match def.arah {
        Arah::Naik => "makin tinggi makin baik",
        Arah::Turun => "makin rendah makin baik",
    };
    format!("{name} pada {last}: {text}{against}{trend} ({good}).")
}
