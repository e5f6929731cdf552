//! The budgets of an agency through the years as one figure.

use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::rekaman as kata_rekaman;
use super::tahap;
use crate::measures::{kata::masa_kalimat, sejauh, uang};
use crate::teks;

/// Budget and spending through the years.
pub fn figure(d: &DataOpd<'_>) -> Option<Figure> {
    let lang = d.lang;
    let rows: Vec<_> = d
        .sumber
        .rekaman
        .iter()
        .filter_map(|r| {
            let amount = |real| uang(&d.turunan, &d.kumpulan, r.tahun, "total", real).map(|m| m.uang());
            Some((r, amount(false)?, amount(true)))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    // Years of several phases are named with them.
    let phase = |tahun: i32| tahap::sebut(d, tahun, "total");
    let mixed = rows.windows(2).any(|w| phase(w[0].0.tahun) != phase(w[1].0.tahun));
    let named = |tahun: i32| phase(tahun).filter(|_| mixed);
    let rate = |tahun: i32| kata_rekaman::laju_serapan(d, tahun, "total").map(|(text, _)| text);
    let note = |r: &crate::records::Rekaman| (!r.setahun()).then(|| r.batas_data.baru(lang));
    let parts: Vec<String> = rows
        .iter()
        .map(|(r, pagu, real)| {
            let (year, pagu) = (r.tahun, pagu.singkat(lang));
            let tahun = note(r).map_or(year.to_string(), |part| format!("{year} ({part})"));
            let Some(real) = real.map(|v| v.singkat(lang)) else {
                return match kata_rekaman::tanpa_realisasi(d, r) {
                    Ok((until, real)) => teks!(
                        lang,
                        "{tahun}: {real} dari {pagu} sampai {until}",
                        "{tahun}: {real} of {pagu} up to {until}"
                    ),
                    // The budget is that of the year: no months are said of it.
                    Err(why) => teks!(lang, "{year}: pagu {pagu}, {why}", "{year}: budget {pagu}, {why}"),
                };
            };
            let rate = rate(year).map_or(String::new(), |rate| format!(" ({rate})"));
            teks!(lang, "{tahun}: {real} dari {pagu}{rate}", "{tahun}: {real} of {pagu}{rate}")
        })
        .collect();
    let last = rows.last()?;
    let (tahun, pagu) = (last.0.tahun, last.1.singkat(lang));
    let judul = match rate(tahun) {
        Some(rate) => {
            let part = note(last.0).map_or(String::new(), |part| format!(" ({part})"));
            teks!(lang, "{rate} anggaran {tahun} dibelanjakan{part}", "{rate} of the {tahun} budget spent{part}")
        }
        None => teks!(lang, "Anggaran {tahun}: {pagu}", "Budget {tahun}: {pagu}"),
    };
    let (nama, parts) = (d.nama(), parts.join("; "));
    Some(Figure {
        lang,
        kode: "anggaran-tahun".into(),
        judul,
        subjudul: teks!(lang, "Pagu dan realisasi per tahun, {nama}", "Budget and spending by year, {nama}"),
        kalimat: teks!(lang, "Anggaran {nama}: {parts}.", "Budget of {nama}: {parts}."),
        bentuk: Bentuk::Kolom,
        jenis: JenisFigure::Rupiah,
        satuan: "Rp".into(),
        kepala: lang.pilih("Tahun", "Year").into(),
        kategori: rows.iter().map(|(r, _, _)| r.tahun.to_string()).collect(),
        deret: vec![
            Deret {
                nama: lang.pilih("Pagu", "Budget").into(),
                peran: Peran::Keseluruhan,
                titik: rows.iter().map(|(r, p, _)| Titik::uang(lang, Some(*p), named(r.tahun))).collect(),
            },
            Deret {
                nama: lang.pilih("Realisasi", "Spent").into(),
                peran: Peran::Realisasi,
                titik: rows
                    .iter()
                    .map(|(r, _, v)| match (v, sejauh(&d.kumpulan, r, "total")) {
                        (None, Some(so_far)) => {
                            let masa = masa_kalimat(lang, &so_far.masa);
                            let masa = teks!(lang, "sampai {masa}", "up to {masa}");
                            Titik::uang(lang, Some(so_far.uang), Some(masa))
                        }
                        _ => Titik::uang(lang, *v, note(r).filter(|_| v.is_some())),
                    })
                    .collect(),
            },
        ],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: teks!(
            lang,
            "Jumlah seluruh program; sumber tiap angka terbuka pada angkanya",
            "Total of all programs; each figure opens its source"
        ),
        keadaan: d.keadaan(last.0.batas_data),
    })
}
