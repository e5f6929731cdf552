//! Identitas: whether two figures are of one kind, so that they may be joined, subtracted, compared or called a rise.
//!
//! One rule for all: what a chart refuses to join, no sentence, difference or finding joins.

use super::kata;
use super::tercapai::sama_waktu;
use crate::diagnostic::Pesan;
use crate::number::{Lang, Satuan};
use crate::pesan;
use crate::records::{Bagian, BatasData, Indikator, OpdTahun, Pernyataan, Ukuran};

/// Why two figures are not of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Halangan {
    /// One of them is doubted.
    Ragu,
    /// Their units differ.
    Satuan(Option<Satuan>, Option<Satuan>),
    /// They are of two data sources: SSGI and e-PPGBM.
    Sumber(String, String),
    /// The formula changed after a year.
    Rumus(i32),
    /// The unit changed after a year.
    SatuanBerubah(i32),
    /// One covers a part of its year only: the year and its cut-off.
    Sebagian(i32, BatasData),
    /// They are about periods of different length.
    Masa,
}

impl Halangan {
    /// In words, as the reason of a sentence: `rumusnya berubah sesudah 2022`.
    pub fn kata(&self) -> Pesan {
        let unit = |s: &Option<Satuan>| {
            Pesan::tiap(|lang| {
                s.as_ref().map_or_else(|| lang.pilih("tanpa satuan", "no unit").to_string(), ToString::to_string)
            })
        };
        match self {
            Halangan::Ragu => pesan!("salah satu angkanya diragukan", "one of the figures is doubted"),
            Halangan::Satuan(a, b) => {
                let (a, b) = (unit(a), unit(b));
                pesan!("satuannya berbeda ({a} dan {b})", "their units differ ({a} and {b})", a, b)
            }
            Halangan::Sumber(a, b) => {
                pesan!("sumber datanya berbeda ({a} dan {b})", "their data sources differ ({a} and {b})")
            }
            Halangan::Rumus(t) => pesan!("rumusnya berubah sesudah {t}", "the formula changed after {t}"),
            Halangan::SatuanBerubah(t) => pesan!("satuannya berubah sesudah {t}", "the unit changed after {t}"),
            Halangan::Sebagian(t, batas) => {
                let far = Pesan::tiap(|lang| batas.baru(lang));
                pesan!("{t} {far}", "{t} covers {far}", far)
            }
            Halangan::Masa => pesan!("masanya tidak sama panjang", "they cover periods of different length"),
        }
    }
}

/// The cut-off of a figure that covers only a part of its year.
pub fn sebagian(source: &OpdTahun, p: &Pernyataan<'_>) -> Option<BatasData> {
    // A target or a budget holds for its year, whenever the report that prints it was closed.
    if let Bagian::Kinerja { kolom, .. } | Bagian::Anggaran { kolom, .. } = p.bagian
        && matches!(kolom.ukuran, Ukuran::Target | Ukuran::Baseline | Ukuran::Pagu | Ukuran::Rencana)
    {
        return None;
    }
    let own = source.rekaman.iter().find(|r| p.rekaman == Some(r.tahun) && r.tahun == p.tahun)?;
    (!own.setahun()).then_some(own.batas_data)
}

/// The same, to the end of its own quarter or month where that lies before the cut-off of its record.
pub fn sampai(source: &OpdTahun, p: &Pernyataan<'_>) -> Option<BatasData> {
    let end = p.masa.bulan_akhir().map(|bulan| BatasData::akhir_bulan(p.tahun, bulan));
    sebagian(source, p).map(|batas| end.filter(|end| end.hari() < batas.hari()).unwrap_or(batas))
}

/// Whether two units are one.
pub fn sesatuan(a: Option<&Satuan>, b: Option<&Satuan>) -> bool {
    let unit = |s: Option<&Satuan>| s.filter(|s| !s.nilai()).cloned();
    match (unit(a), unit(b)) {
        (Some(a), Some(b)) => a == b,
        // A bare number beside one with its unit is of that unit; beside a percentage it is not.
        // Beside a score no count of people, of documents or of time is one.
        (Some(one), None) => one != Satuan::Persen && !(b.is_some_and(Satuan::skor) && one.dikenal()),
        (None, Some(one)) => one != Satuan::Persen && !(a.is_some_and(Satuan::skor) && one.dikenal()),
        (None, None) => true,
    }
}

/// Why the values of an indicator in two years may not be joined; nothing when they may.
pub fn sambung(source: &OpdTahun, def: &Indikator, a: &Pernyataan<'_>, b: &Pernyataan<'_>) -> Option<Halangan> {
    let (first, last) = if a.tahun <= b.tahun { (a, b) } else { (b, a) };
    putus(def, first.tahun, last.tahun)
        .or_else(|| {
            let units = (first.satuan.clone(), last.satuan.clone());
            (!sesatuan(units.0.as_ref(), units.1.as_ref())).then_some(Halangan::Satuan(units.0, units.1))
        })
        .or_else(|| {
            let (a, b) = (sumber_data(def, first)?, sumber_data(def, last)?);
            (a.to_lowercase() != b.to_lowercase()).then(|| Halangan::Sumber(a.to_string(), b.to_string()))
        })
        .or_else(|| banding(source, first, last))
}

/// The data source a cell names beside its value: `13,2% (SSGI)`. An indicator may list its sources; else it is one or two words of
/// which one is an abbreviation. A class beside its number (`84,90 (B)`, `88 (WTP)`) is none.
fn sumber_data<'p>(def: &Indikator, p: &'p Pernyataan<'_>) -> Option<&'p str> {
    let note = p.sel.keterangan.as_deref()?.trim().trim_start_matches('(').trim_end_matches(')').trim();
    let listed = def.sumber_data.iter().any(|s| s.to_lowercase().contains(&note.to_lowercase()));
    let abbreviation = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 2 && word.chars().filter(|c| c.is_uppercase()).count() > 2
    };
    let words: Vec<&str> = note.split_whitespace().collect();
    let named = def.skala.is_none()
        && words.len() < 3
        && words.iter().any(|w| abbreviation(w))
        && !note.contains(|c: char| c.is_ascii_digit());
    (!note.is_empty() && (listed || named)).then_some(note)
}

/// Why a realisasi may not be held against a target; nothing when it may.
pub fn terhadap(source: &OpdTahun, realisasi: &Pernyataan<'_>, target: &Pernyataan<'_>) -> Option<Halangan> {
    let units = (realisasi.satuan.clone(), target.satuan.clone());
    let times = sama_waktu(&realisasi.sel.nilai, &target.sel.nilai);
    if !times && !sesatuan(units.0.as_ref(), units.1.as_ref()) {
        return Some(Halangan::Satuan(units.0, units.1));
    }
    if realisasi.sel.ragu || target.sel.ragu {
        return Some(Halangan::Ragu);
    }
    sebagian(source, realisasi).map(|batas| Halangan::Sebagian(realisasi.tahun, batas))
}

/// What stands between two figures apart from unit and definition: doubt, cut-off, period.
fn banding(source: &OpdTahun, a: &Pernyataan<'_>, b: &Pernyataan<'_>) -> Option<Halangan> {
    if a.sel.ragu || b.sel.ragu {
        return Some(Halangan::Ragu);
    }
    if a.masa.setahun() != b.masa.setahun() {
        return Some(Halangan::Masa);
    }
    let (x, y) = (sebagian(source, a), sebagian(source, b));
    // Two years cut off on the same day are of one length.
    let day = |batas: Option<BatasData>, tahun: i32| batas.map(|d| d.sampai(tahun));
    if day(x, a.tahun) == day(y, b.tahun) {
        return None;
    }
    let (p, batas) = x.map(|batas| (a, batas)).or_else(|| y.map(|batas| (b, batas)))?;
    Some(Halangan::Sebagian(p.tahun, batas))
}

/// The break of definition between two years: after a year whose formula or unit was another.
pub fn putus(def: &Indikator, dari: i32, sampai: i32) -> Option<Halangan> {
    let changed = def.riwayat.iter().filter(|r| dari <= r.tahun && r.tahun < sampai);
    let mut found = changed.filter_map(|r| match (&r.rumus, &r.satuan) {
        // A formula noted in the words it has today is no other one.
        (Some(rumus), _) if !serumus(def, rumus) && !rumus_terpotong(rumus) => Some(Halangan::Rumus(r.tahun)),
        (_, Some(satuan)) if Some(satuan) != def.satuan.as_ref() => Some(Halangan::SatuanBerubah(r.tahun)),
        _ => None,
    });
    found.next()
}

/// The formula of an indicator in a year, where it was another than today's: `riwayat` holds up to its year.
pub fn rumus_dulu(def: &Indikator, tahun: i32) -> Option<&str> {
    let then = def.riwayat.iter().filter(|r| tahun <= r.tahun && r.rumus.is_some()).min_by_key(|r| r.tahun)?;
    then.rumus.as_deref().filter(|rumus| !serumus(def, rumus) && !rumus_terpotong(rumus))
}

/// A period that is not a whole year, in words: `triwulan III 2024`.
pub fn masa(lang: Lang, p: &Pernyataan<'_>) -> String {
    kata::masa_kalimat(lang, p.masa)
}

/// Whether a formula in words is the formula of the indicator: the same words in the same order.
pub fn serumus(x: &Indikator, lama: &str) -> bool {
    let own = x.rumus_teks();
    let more = x.rumus.iter().flat_map(|r| &r.alias);
    own.iter().chain(more).any(|now| kata_rumus(now) == kata_rumus(lama))
}

/// The words of a formula, without signs and multiplier.
fn kata_rumus(rumus: &str) -> Vec<String> {
    rumus
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "x" | "X" | "X100" | "100"))
        .map(str::to_lowercase)
        .collect()
}

/// Whether a printed formula divides something by itself: shortened by whoever quotes it, it says nothing about a change.
pub fn rumus_terpotong(rumus: &str) -> bool {
    let parts: Vec<_> = rumus.split([':', '÷', '/']).map(kata_rumus).collect();
    matches!(parts.as_slice(), [a, z] if !a.is_empty() && a == z)
}
