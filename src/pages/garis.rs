//! The line of an indicator: target and realisasi through the years, the Renstra path ahead, breaks where the definition broke.

use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::{rekaman as kalimat, satuan};
use crate::measures::{Pilihan, realisasi_indikator, target_acuan};
use crate::number::Lang;
use crate::records::Indikator;
use crate::teks;

/// Target and realisasi through the years, the path ahead dashed.
pub fn figure(d: &DataOpd<'_>, def: &Indikator, years: &[i32]) -> Option<Figure> {
    let (k, lang) = (&d.kumpulan, d.lang);
    let (first, last) = (*years.first()?, *years.last()?);
    let all: Vec<i32> = (first..=last).collect();
    let real: Vec<Option<Pilihan<'_, '_>>> = all.iter().map(|t| realisasi_indikator(k, *t, &def.kode)).collect();
    let target: Vec<Option<Pilihan<'_, '_>>> = all.iter().map(|t| target_acuan(k, *t, &def.kode)).collect();
    // Targets alone are a table: a line of them would promise a result.
    if real.iter().flatten().count() == 0 {
        return None;
    }
    // What lies behind the last reported year is a plan, not a target that was missed.
    let reported = all.iter().zip(&real).filter(|(_, r)| r.is_some()).map(|(t, _)| *t).max();
    let record = d.sumber.rekaman.iter().map(|r| r.tahun).max();
    let now = reported.max(record.filter(|r| *r <= last)).unwrap_or(first);
    let percent = def.persen();
    let point = |p: Option<&Pilihan<'_, '_>>| Titik {
        nilai: p.and_then(Pilihan::nilai),
        teks: p.map_or_else(|| "—".into(), |p| kalimat::tertulis(lang, def, p.utama)),
        lengkap: p.map_or_else(|| "—".into(), |p| kalimat::tertulis(lang, def, p.utama)),
        rentang: p.and_then(Pilihan::rentang),
        catatan: p.and_then(|p| p.utama.sel.ragu.then(|| lang.pilih("diragukan", "doubtful").to_string())),
    };
    let mut deret = Vec::new();
    if real.iter().any(Option::is_some) {
        deret.push(Deret {
            nama: lang.pilih("Realisasi", "Actual").into(),
            peran: Peran::Realisasi,
            titik: real.iter().map(|p| point(p.as_ref())).collect(),
        });
    }
    let split = |ahead: bool| -> Vec<Titik> {
        all.iter()
            .zip(&target)
            .map(|(t, p)| {
                // The dashed path begins at the last target of the past, so that the line is not cut.
                let shown = if ahead { *t >= now } else { *t <= now };
                point(p.as_ref().filter(|_| shown))
            })
            .collect()
    };
    let past = split(false);
    if past.iter().any(|t| t.nilai.is_some()) {
        deret.push(Deret { nama: "Target".into(), peran: Peran::Target, titik: past });
    }
    let ahead = split(true);
    if last > now
        && ahead.iter().filter(|t| t.nilai.is_some()).count() > 0
        && all.iter().zip(&ahead).any(|(t, p)| *t > now && p.nilai.is_some())
    {
        deret.push(Deret { nama: lang.pilih("Rencana", "Plan").into(), peran: Peran::Rencana, titik: ahead });
    }
    let newest = d.sumber.rekaman.iter().rfind(|r| r.tahun <= now);
    let judul = judul(lang, def, &all, &real, &target);
    let mut sumber: Vec<String> = Vec::new();
    for p in real.iter().chain(&target).flatten() {
        let text = d.sumber_teks(&p.utama.sumber.letak, &p.utama.sumber.dokumen);
        if !sumber.contains(&text) {
            sumber.push(text);
        }
    }
    sumber.truncate(4);
    Some(Figure {
        lang: d.lang,
        kode: format!("indikator-{}", def.kode),
        judul,
        subjudul: format!(
            "{}{}, {}",
            def.nama,
            def.satuan.as_ref().map_or(String::new(), |s| format!(" ({})", satuan(lang, s))),
            d.nama()
        ),
        kalimat: kalimat::indikator(d, def, &all),
        bentuk: Bentuk::Garis,
        jenis: if percent { JenisFigure::Persen } else { JenisFigure::Angka },
        satuan: def.satuan.as_ref().filter(|_| !percent).map(|s| satuan(lang, s)).unwrap_or_default(),
        kepala: lang.pilih("Tahun", "Year").into(),
        kategori: all.iter().map(ToString::to_string).collect(),
        deret,
        acuan: None,
        sebaran: None,
        putus: putus(lang, def, &all),
        sumber: sumber.join("; "),
        keadaan: newest.map_or(String::new(), |r| d.keadaan(&r.batas_data)),
    })
}

/// A break in the definition breaks the line: after a year whose unit or formula was another.
fn putus(lang: Lang, def: &Indikator, years: &[i32]) -> Vec<(usize, String)> {
    let changed = def.riwayat.iter().filter(|r| r.rumus.is_some() || r.satuan.is_some());
    changed
        .filter_map(|r| {
            let at = years.iter().position(|y| *y == r.tahun).filter(|i| i + 1 < years.len())?;
            let what = if r.rumus.is_some() { lang.pilih("rumus", "formula") } else { lang.pilih("satuan", "unit") };
            let tahun = r.tahun;
            Some((at, teks!(lang, "{what} berubah sesudah {tahun}", "the {what} changes after {tahun}")))
        })
        .collect()
}

/// At most ten words: the last value, and how it lies to its target.
fn judul(
    lang: Lang,
    def: &Indikator,
    years: &[i32],
    real: &[Option<Pilihan<'_, '_>>],
    target: &[Option<Pilihan<'_, '_>>],
) -> String {
    let last = years.iter().zip(real).zip(target).rfind(|((_, r), _)| r.is_some());
    match last {
        Some(((year, Some(r)), t)) => {
            let value = kalimat::tertulis(lang, def, r.utama);
            match (r.nilai(), t.as_ref().and_then(|t| t.nilai().map(|v| (v, kalimat::tertulis(lang, def, t.utama))))) {
                (Some(v), Some((tv, text))) => {
                    let against = kalimat::terhadap_target(lang, v, tv, &text);
                    teks!(lang, "{value} pada {year}, {against}", "{value} in {year}, {against}")
                }
                _ => teks!(lang, "{value} pada {year}", "{value} in {year}"),
            }
        }
        _ => {
            let known: Vec<&i32> = years.iter().zip(target).filter(|(_, t)| t.is_some()).map(|(y, _)| y).collect();
            match (known.first(), known.last()) {
                (Some(a), Some(b)) if a != b => {
                    teks!(lang, "Target {a} sampai {b}, belum ada realisasi", "Targets {a} to {b}, no result yet")
                }
                (Some(a), _) => teks!(lang, "Target {a}, belum ada realisasi", "Target {a}, no result yet"),
                _ => teks!(lang, "Belum ada angka", "No figure yet"),
            }
        }
    }
}
