//! Hilang: who has no value in the portal. What an agency did or did not report, the portal cannot know.

use super::nama::{besaran, cacah, pemilik};
use super::{gabung, kata, sebut};
use crate::comparisons::{BandingTahun, BentukLain, Hilang, Pemilik};
use crate::number::Lang;
use crate::records::Padanan;
use crate::teks;

/// From how many names on the sentence counts instead of listing.
const NAMA_TERBANYAK: usize = 4;

/// Who has no value in the portal, with the last one known: what an agency did, the portal cannot know.
pub fn hilang(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> Option<String> {
    // Letters that nothing else stands beside are what the year is about, and named first.
    let list = t.hilang.iter().filter(|h| h.huruf().is_none());
    let (other, none): (Vec<&Hilang>, Vec<&Hilang>) = list.partition(|h| h.bentuk.is_some());
    let (other, empty): (Vec<&Hilang>, Vec<&Hilang>) = other.into_iter().partition(|h| h.tercetak());
    let parts = [
        huruf_saja(lang, t),
        bentuk_lain(lang, t.tahun, &other),
        sel_kosong(lang, t.tahun, &empty),
        tanpa_angka(lang, padanan, t.tahun, &none),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Who prints a letter alone in a year of numbers: `Hanya huruf yang tercetak: Kudus BB; Demak B.`
fn huruf_saja(lang: Lang, t: &BandingTahun) -> Option<String> {
    let list = huruf(lang, t);
    let text = teks!(lang, "Hanya huruf yang tercetak: {list}.", "Only a letter is printed: {list}.");
    (!list.is_empty() && !t.berhuruf()).then_some(text)
}

/// The letters of a year with those who have them, the highest class first: `Blitar dan Malang WTP; Jember WDP`.
pub fn huruf(lang: Lang, t: &BandingTahun) -> String {
    let each = |(huruf, siapa): &(&str, Vec<&Pemilik>)| format!("{} {huruf}", sebut(lang, siapa, NAMA_TERBANYAK));
    t.huruf().iter().map(each).collect::<Vec<_>>().join("; ")
}

/// Who prints the figure in a form that cannot be compared: it is not absent.
fn bentuk_lain(lang: Lang, tahun: i32, list: &[&Hilang]) -> Option<String> {
    let each = |h: &&Hilang| {
        let (nama, form) = (pemilik(&h.pemilik), bentuk(lang, h.bentuk.as_ref()?));
        Some(format!("{nama} ({form})"))
    };
    let names = match list.len() {
        0 => return None,
        n if n > NAMA_TERBANYAK => cacah(lang, list.iter().map(|h| &h.pemilik)),
        _ => gabung(lang, &list.iter().filter_map(each).collect::<Vec<_>>()),
    };
    let figures = if list.len() == 1 { "figure" } else { "figures" };
    let are = if list.len() == 1 { "is" } else { "are" };
    Some(teks!(
        lang,
        "Angka {tahun} {names} tercetak dalam bentuk lain dan tidak dibandingkan.",
        "The {tahun} {figures} of {names} {are} printed in another form and not compared."
    ))
}

/// Whose cell holds no value and says why: `Tanpa angka 2024: Baru (tidak tercetak) dan Kota Cerah (tidak berlaku).`
fn sel_kosong(lang: Lang, tahun: i32, list: &[&Hilang]) -> Option<String> {
    let each = |h: &&Hilang| Some(format!("{} ({})", pemilik(&h.pemilik), bentuk(lang, h.bentuk.as_ref()?)));
    let names = match list.len() {
        0 => return None,
        n if n > NAMA_TERBANYAK => cacah(lang, list.iter().map(|h| &h.pemilik)),
        _ => gabung(lang, &list.iter().filter_map(each).collect::<Vec<_>>()),
    };
    Some(teks!(lang, "Tanpa angka {tahun}: {names}.", "Without a figure for {tahun}: {names}."))
}

/// The form in which a figure is printed: `CC`, `per bagian tahun`; why its cell is empty: `tidak berlaku`.
pub(super) fn bentuk(lang: Lang, form: &BentukLain) -> String {
    match form {
        BentukLain::Huruf { huruf: text, .. } | BentukLain::Tercetak(text) => text.clone(),
        BentukLain::PerMasa => lang.pilih("per bagian tahun", "by parts of the year").to_string(),
        BentukLain::HanyaPersen(text) => {
            teks!(lang, "hanya persennya yang tercetak: {text}", "only the percentage is printed: {text}")
        }
        BentukLain::Ragu => lang.pilih("diragukan", "in doubt").to_string(),
        BentukLain::PembagiNol => lang.pilih("pembaginya nol", "its divisor is zero").to_string(),
        BentukLain::BukanPos => {
            lang.pilih("anggarannya tidak memuat program ini", "its budget holds no such program").to_string()
        }
        BentukLain::Kosong(alasan) => kata::alasan(lang, *alasan).to_string(),
    }
}

/// The same as a remark beside the name: `tercetak dalam bentuk lain: CC`.
pub fn tercetak_lain(lang: Lang, h: &Hilang) -> Option<String> {
    let form = bentuk(lang, h.bentuk.as_ref()?);
    if !h.tercetak() {
        return Some(form);
    }
    Some(teks!(lang, "tercetak dalam bentuk lain: {form}", "printed in another form: {form}"))
}

fn tanpa_angka(lang: Lang, padanan: &Padanan, tahun: i32, list: &[&Hilang]) -> Option<String> {
    let last = |h: &Hilang| {
        let l = h.terakhir.as_ref()?;
        let text = besaran(lang, l.besaran, l.desimal, l.satuan.as_deref().or(padanan.satuan.as_deref()).unwrap_or(""));
        Some((text, l.tahun))
    };
    match list {
        [] => None,
        [one] => {
            let nama = pemilik(&one.pemilik);
            Some(match last(one) {
                Some((text, year)) => teks!(
                    lang,
                    "Angka {tahun} {nama} belum ada di portal ini; terakhir {text} ({year}).",
                    "The {tahun} figure of {nama} is not in this portal yet; the last is {text} ({year})."
                ),
                None => teks!(
                    lang,
                    "Angka {tahun} {nama} belum ada di portal ini.",
                    "The {tahun} figure of {nama} is not in this portal yet."
                ),
            })
        }
        many if many.len() <= NAMA_TERBANYAK => {
            let each = |h: &&Hilang| match last(h) {
                Some((text, year)) => {
                    let nama = pemilik(&h.pemilik);
                    teks!(lang, "{nama} (terakhir {text}, {year})", "{nama} (last {text}, {year})")
                }
                None => pemilik(&h.pemilik),
            };
            let names = gabung(lang, &many.iter().map(each).collect::<Vec<_>>());
            Some(teks!(
                lang,
                "Angka {tahun} {names} belum ada di portal ini.",
                "The {tahun} figures of {names} are not in this portal yet."
            ))
        }
        many => {
            let names = cacah(lang, many.iter().map(|h| &h.pemilik));
            Some(teks!(
                lang,
                "Angka {tahun} dari {names} belum ada di portal ini.",
                "The {tahun} figures of {names} are not in this portal yet."
            ))
        }
    }
}
