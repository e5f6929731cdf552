//! Hilang: who has no value in the portal. What an agency did or did not report, the portal cannot know.

use super::gabung;
use super::nama::{besaran, cacah, pemilik};
use crate::comparisons::{BandingTahun, Hilang};
use crate::number::Lang;
use crate::records::Padanan;
use crate::teks;

/// From how many names on the sentence counts instead of listing.
const NAMA_TERBANYAK: usize = 4;

/// Who has no value in the portal, with the last one known: what an agency did, the portal cannot know.
pub fn hilang(lang: Lang, padanan: &Padanan, t: &BandingTahun) -> Option<String> {
    let tahun = t.tahun;
    let last = |h: &Hilang| {
        let l = h.terakhir.as_ref()?;
        let text = besaran(lang, l.besaran, l.desimal, l.satuan.as_deref().or(padanan.satuan.as_deref()).unwrap_or(""));
        Some((text, l.tahun))
    };
    match t.hilang.as_slice() {
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
            let each = |h: &Hilang| match last(h) {
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
