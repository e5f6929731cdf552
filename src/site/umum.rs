//! What every page of one language shares: the portal as templates see it, the style of charts, the terms.

use super::Options;
use super::istilah::Istilah;
use super::kebijakan::KEBIJAKAN;
use crate::charts::Gaya as GayaGrafik;
use crate::number::Lang;
use crate::pages::{Halaman, umum};
use crate::records::{BatasData, Content};
use crate::templates::Theme;
use serde_json::{Value, json};

/// Free pages that the foot of every page lists; with thousands, listing all on each would be a square of them.
const DI_KAKI: usize = 12;

/// What every page of one language shares.
pub(super) struct Umum {
    /// The language.
    pub(super) lang: Lang,
    /// As templates see it.
    pub(super) view: Value,
    /// Title of the portal.
    pub(super) judul: String,
    /// Newest cut-off of all data, in words: the edition.
    pub(super) keadaan: Option<String>,
    /// Base address with a trailing slash.
    pub(super) alamat: Option<String>,
    /// The style of charts outside their page.
    pub(super) gaya: GayaGrafik,
    /// Licence of the data.
    pub(super) lisensi: String,
    /// Who publishes: the agency, or the portal itself.
    pub(super) penerbit: String,
    /// Whether it is a draft.
    pub(super) konsep: bool,
    /// Whether cards were asked for.
    minta_kartu: bool,
    /// The terms that explain themselves.
    pub(super) istilah: Istilah,
}

impl Umum {
    /// What marks text as Indonesian on a page in another language: names, quotations, summaries.
    pub(super) fn tanda_id(&self) -> &'static str {
        self.lang.pilih("", " lang=\"id\"")
    }

    /// From a page to the root of the whole site, where what all languages share stands.
    pub(super) fn pangkal(&self, page: &Halaman) -> String {
        format!("{}{}", page.akar(), "../".repeat(self.lang.folder().matches('/').count()))
    }

    /// From a page to the folder of the files it shares with the other languages; empty where that is its own.
    pub(super) fn sini(&self, page: &Halaman) -> String {
        if self.lang == Lang::Id { String::new() } else { format!("{}{}", self.pangkal(page), page.alamat) }
    }

    /// The full address under which the pages of this language stand, when the site has one.
    pub(super) fn akar(&self) -> Option<String> {
        self.alamat.as_ref().map(|root| format!("{root}{}", self.lang.folder()))
    }

    /// Whether pages get a card.
    pub(super) fn kartu(&self) -> bool {
        cfg!(feature = "kartu") && self.minta_kartu && self.alamat.is_some()
    }
}

pub(super) fn umum(
    content: &Content,
    (batas, sebanding): (Option<BatasData>, bool),
    theme: &Theme,
    options: &Options,
    lang: Lang,
) -> Umum {
    let base = options.base_url.clone().or_else(|| content.portal.alamat_dasar.clone());
    // A draft stands at no address: nothing on its pages leads machines, or a citation, to the public site.
    let base = base.filter(|_| !options.konsep);
    let alamat = base.map(|b| if b.ends_with('/') { b } else { format!("{b}/") });
    let keadaan = batas.map(|day| day.kata(lang));
    let css = theme.statis.get("charts.css").map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let view = json!({
        "judul": content.portal.judul.dalam(lang).0,
        "keterangan": content.portal.keterangan.dalam(lang).0,
        "bahasa": lang.kode(),
        "bahasa_lain": content.portal.bahasa_lain.iter().map(|l| l.kode()).collect::<Vec<_>>(),
        "lisensi": content.portal.lisensi,
        "instansi": content.portal.instansi,
        "logo": content.portal.logo.as_ref().map(|l| json!({
            "berkas": l.berkas, "lebar": l.lebar, "tinggi": l.tinggi, "alt": l.alt.dalam(lang).0,
        })),
        "warna": content.portal.warna.is_some(),
        "kebijakan": KEBIJAKAN,
        "konsep": options.konsep,
        "ppid": content.portal.ppid.as_ref().map(|p| umum::ppid(p, lang)),
        "alamat_dasar": alamat,
        "keadaan": keadaan,
        "cari": cfg!(feature = "cari") && options.cari,
        // The foot of every page lists them: the first few, and where all are.
        "halaman_lain": content.halaman.len() > DI_KAKI,
        // Pages that would be empty are in no menu.
        "banding": sebanding,
        "glosarium": !content.glosarium.is_empty(),
        "halaman": content.halaman.iter().take(DI_KAKI).map(|h| json!({
            "judul": umum::dalam(lang, &h.judul), "bahasa": umum::bahasa(lang, &h.judul), "url": format!("{}/", h.kode),
        })).collect::<Vec<_>>(),
    });
    let mut judul = content.portal.judul.dalam(lang).0.to_string();
    let istilah = Istilah::baru(umum::glosarium(lang, &content.glosarium));
    let (lisensi, gaya) = (content.portal.lisensi.clone(), GayaGrafik::dari(&css));
    let penerbit = content.portal.instansi.clone().unwrap_or_else(|| judul.clone());
    // What leaves the site with a figure says what it was taken from.
    if options.konsep {
        judul.push_str(lang.pilih(" (konsep, belum diterbitkan)", " (draft, not published)"));
    }
    let (konsep, minta_kartu) = (options.konsep, options.kartu);
    Umum { lang, view, judul, keadaan, alamat, gaya, lisensi, penerbit, konsep, minta_kartu, istilah }
}
