//! Letak: where one value stands among the setara, in one line and without a rank.

use super::banding::{masa, teks};
use super::nama::{cacah_bersama, pemilik};
use super::{alasan, gabung};
use crate::comparisons::{Alasan, Anggota, BandingTahun, JenisAlasan, Sebelah, dihitung};
use crate::number::Lang;
use crate::records::{Arah, Padanan};
use crate::teks;

/// `Pada 2023 Blitar 60,15: di bawah Jember (76), di atas Seruyan (58,30).`
pub fn tempat(lang: Lang, padanan: &Padanan, t: &BandingTahun, milik: &Anggota) -> String {
    let nama = pemilik(&milik.nilai.pemilik);
    let tahun = t.tahun;
    if !milik.kedudukan.sebanding() {
        let reasons = alasan::semua(lang, milik.kedudukan.alasan()).join(" ");
        let text = teks!(
            lang,
            "Nilai {nama} tahun {tahun} tidak setara dengan daerah lain. {reasons}",
            "The value of {nama} for {tahun} is not comparable with others. {reasons}"
        );
        return text.trim_end().to_string();
    }
    // Nothing is above or below what covers another part of the year or another budget.
    let around = t.sekitar(milik);
    // Another name of the same count may stay on the comparison's page; another cut-off or phase may not.
    let keep = |a: &&Alasan| matches!(a.jenis, JenisAlasan::BatasData | JenisAlasan::Tahap);
    let mut notes: Vec<String> =
        milik.kedudukan.alasan().iter().filter(keep).map(|a| alasan::alasan(lang, a)).collect();
    notes.extend(dihitung(&milik.nilai).map(|a| alasan::alasan(lang, &a)));
    let side = |own: &Sebelah, id: &str, en: &str| {
        let each = |at: &usize| {
            let a = t.anggota.get(*at)?;
            Some(format!("{} ({})", pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai)))
        };
        let names = match own.jumlah {
            0 => return None,
            _ if own.pertama.is_empty() => cacah_bersama(lang, &own.daerah, own.opd, own.bernama),
            _ => gabung(lang, &own.pertama.iter().filter_map(each).collect::<Vec<_>>()),
        };
        Some(format!("{} {names}", lang.pilih(id, en)))
    };
    let parts: Vec<String> = [
        side(&around.di_bawah, "di bawah", "below"),
        side(&around.sama, "sama dengan", "the same as"),
        side(&around.di_atas, "di atas", "above"),
        side(&around.tak_pasti, "tidak dapat dipastikan terhadap", "not certain against"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let text = teks(lang, padanan, &milik.nilai);
    let alone = parts.is_empty();
    let text = masa(lang, &milik.nilai).map_or(text.clone(), |part| format!("{text}, {part}"));
    let parts = parts.join(", ");
    let place = if alone && t.anggota.len() < 2 {
        teks!(
            lang,
            "Belum ada nilai lain yang setara dengan {nama} untuk {tahun} ({text}).",
            "No other value is comparable with that of {nama} for {tahun} yet ({text})."
        )
    } else if alone {
        teks!(
            lang,
            "Belum ada nilai lain yang setara tanpa catatan dengan {nama} untuk {tahun} ({text}).",
            "No other value is comparable without a remark with that of {nama} for {tahun} yet ({text})."
        )
    } else {
        teks!(lang, "Pada {tahun} {nama} {text}: {parts}.", "In {tahun} {nama} {text}: {parts}.")
    };
    if padanan.arah == Some(Arah::Turun) && !alone {
        notes.insert(0, teks!(lang, "Makin rendah makin baik.", "Lower is better."));
    }
    std::iter::once(place).chain(notes).collect::<Vec<_>>().join(" ")
}
