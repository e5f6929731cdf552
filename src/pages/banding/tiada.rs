//! Tiada: the list of those who have no value to compare in a year, each with its reason.

use super::view::HilangView;
use crate::comparisons::{BandingPadanan, BandingTahun, Pemilik, SebabHilang};
use crate::number::Lang;
use crate::pages::kalimat::hilang as kalimat_hilang;
use crate::pages::kalimat::nama::{besaran, lengkap};
use crate::teks;

/// The page of an OPD, or of its daerah.
pub(super) fn url_pemilik(p: &Pemilik) -> String {
    match &p.opd {
        Some(opd) => format!("{}/{opd}/", p.daerah),
        None => format!("{}/", p.daerah),
    }
}

/// Who has no value to compare: those whose figure is printed in another form, or those the portal holds none of.
pub(super) fn hilang(
    lang: Lang,
    p: &BandingPadanan,
    t: &BandingTahun,
    prov: Option<&str>,
    form: bool,
) -> Vec<HilangView> {
    let tahun = t.tahun;
    // Letters of the scale have a table of their own.
    let own = t.hilang.iter().filter(|h| h.tercetak() == form && h.huruf().is_none());
    let own = own.filter(|h| prov.is_none_or(|p| h.pemilik.provinsi.as_deref() == Some(p)));
    own.map(|h| {
        let own = || match h.sebab {
            SebabHilang::TanpaOpd => {
                teks!(
                    lang,
                    "dinas yang dibandingkan belum ada dalam portal ini",
                    "its agency is not in this portal yet"
                )
            }
            SebabHilang::TanpaRekaman => {
                teks!(lang, "belum ada rekaman {tahun} di portal ini", "this portal has no record of {tahun} yet")
            }
            SebabHilang::TanpaAngka => teks!(
                lang,
                "rekaman {tahun} ada di portal ini, angka ini belum",
                "the record of {tahun} is in this portal, this figure is not yet"
            ),
        };
        let mut sebab = kalimat_hilang::tercetak_lain(lang, h).unwrap_or_else(own);
        if let Some(last) = &h.terakhir {
            let unit = last.satuan.as_deref().or(p.padanan.satuan.as_deref()).unwrap_or("");
            let (text, year) = (besaran(lang, last.besaran, last.desimal, unit), last.tahun);
            sebab = teks!(lang, "{sebab}; terakhir {text} ({year})", "{sebab}; the last is {text} ({year})");
        }
        HilangView { nama: lengkap(&h.pemilik), url: url_pemilik(&h.pemilik), sebab }
    })
    .collect()
}
