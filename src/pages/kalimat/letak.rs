//! Letak: where one value stands among the setara, in one line and without a rank.

use super::banding::{banding, teks};
use super::nama::{cacah, pemilik};
use super::{alasan, gabung};
use crate::comparisons::{Alasan, Anggota, BandingTahun, JenisAlasan};
use crate::number::Lang;
use crate::records::{Arah, Padanan};
use crate::teks;
use std::cmp::Ordering;

/// From how many names on a side is counted instead of listed.
const NAMA_TERBANYAK: usize = 3;

/// `Blitar 60,15 pada 2023: di bawah Jember (76), di atas Seruyan (58,30).`
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
    let like = |a: &&Anggota| {
        a.nilai.tangan_kedua.is_none()
            && a.nilai.pemilik != milik.nilai.pemilik
            && a.nilai.hari_batas() == milik.nilai.hari_batas()
            && a.nilai.tahap == milik.nilai.tahap
    };
    let others: Vec<&Anggota> = t.sebanding().filter(like).collect();
    // Another name of the same count may stay on the comparison's page; another cut-off or phase may not.
    let keep = |a: &&Alasan| matches!(a.jenis, JenisAlasan::BatasData | JenisAlasan::Tahap);
    let mut notes: Vec<String> =
        milik.kedudukan.alasan().iter().filter(keep).map(|a| alasan::alasan(lang, a)).collect();
    let side = |want: Option<Ordering>, id: &str, en: &str| {
        let own: Vec<&Anggota> =
            others.iter().copied().filter(|o| banding(milik.nilai.besaran, o.nilai.besaran) == want).collect();
        let each = |a: &&Anggota| format!("{} ({})", pemilik(&a.nilai.pemilik), teks(lang, padanan, &a.nilai));
        let names = match own.len() {
            0 => return None,
            n if n > NAMA_TERBANYAK => cacah(lang, own.iter().map(|a| &a.nilai.pemilik)),
            _ => gabung(lang, &own.iter().map(each).collect::<Vec<_>>()),
        };
        Some(format!("{} {names}", lang.pilih(id, en)))
    };
    let parts: Vec<String> = [
        side(Some(Ordering::Less), "di bawah", "below"),
        side(Some(Ordering::Equal), "sama dengan", "the same as"),
        side(Some(Ordering::Greater), "di atas", "above"),
        side(None, "tidak dapat dipastikan terhadap", "not certain against"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let text = teks(lang, padanan, &milik.nilai);
    let parts = parts.join(", ");
    let place = if others.is_empty() {
        teks!(
            lang,
            "Belum ada nilai lain yang setara dengan {nama} untuk {tahun} ({text}).",
            "No other value is comparable with that of {nama} for {tahun} yet ({text})."
        )
    } else {
        teks!(lang, "{nama} {text} pada {tahun}: {parts}.", "{nama} {text} in {tahun}: {parts}.")
    };
    if padanan.arah == Some(Arah::Turun) && !others.is_empty() {
        notes.insert(0, teks!(lang, "Makin rendah makin baik.", "Lower is better."));
    }
    std::iter::once(place).chain(notes).collect::<Vec<_>>().join(" ")
}
