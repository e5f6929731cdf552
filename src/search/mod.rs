//! Search: from what can be found to the files of a search index. No IO; the same entries give the same bytes.

mod pagefind;
mod sinonim;

pub use sinonim::Sinonim;

use crate::number::Lang;
use crate::pages::cari::Entri;
use std::collections::BTreeMap;

/// The folder of the index in the site; all languages share it.
pub const FOLDER: &str = "cari/pagefind/";

/// Entries in one file of texts (about 12 kB): ten results then cost a few requests, and an index is not a thousand files.
const SEBERKAS: usize = 64;

/// One document of the index.
#[cfg_attr(not(feature = "cari"), allow(dead_code, reason = "only the indexer reads it"))]
struct Dokumen {
    lang: Lang,
    url: String,
    isi: String,
    meta: BTreeMap<String, String>,
    saringan: BTreeMap<String, Vec<String>>,
}

/// The files of the index with their paths in the site; none without entries.
///
/// # Errors
/// What the indexer says.
pub fn indeks(entri: &[(Lang, Vec<Entri>)], sinonim: &Sinonim) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut list = Vec::new();
    for (lang, entri) in entri {
        let mut order: Vec<&Entri> = entri.iter().collect();
        // The bytes must not depend on who was ready first; the newest year stands in front.
        order.sort_by(|a, b| b.tahun.last().cmp(&a.tahun.last()).then_with(|| a.url.cmp(&b.url)));
        list.extend(order.into_iter().map(|e| dokumen(e, sinonim, *lang)));
    }
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let texts = list.len().div_ceil(SEBERKAS * entri.len());
    let files = pagefind::files(list, texts)?;
    Ok(files.into_iter().map(|(name, bytes)| (format!("{FOLDER}{name}"), bytes)).collect())
}

/// An entry as the index holds it. Besides what is shown: what it is called (`pendek`, `sedang` or `panjang`), everything
/// it goes by (`kunci`), and what the things in its text are also called (`lain`).
fn dokumen(e: &Entri, sinonim: &Sinonim, lang: Lang) -> Dokumen {
    let years: Vec<String> = e.tahun.iter().map(ToString::to_string).collect();
    let jenis = e.jenis.kata(lang);
    let sebutan = disebut(e.judul.clone(), sinonim);
    let mut kunci = vec![e.judul.as_str()];
    kunci.extend(e.kabupaten.as_deref());
    kunci.extend(years.iter().map(String::as_str));
    kunci.push(jenis);
    kunci.extend(e.kata.iter().map(String::as_str));
    let ket = [jenis.to_string(), e.kabupaten.clone().unwrap_or_default(), tahun(&e.tahun)];
    let ket = ket.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ");
    let meta = [
        ("title", e.judul.clone()),
        (panjang(&e.judul), sebutan),
        ("kunci", disebut(kunci.join(" "), sinonim)),
        ("bagian", e.bagian.join(" › ")),
        ("lain", sinonim.lain(&format!("{} {}", e.bagian.join(" "), e.isi)).join(" ")),
        ("ket", ket),
        // A name as printed stands on an English page too.
        ("bahasa", if lang == Lang::En && e.jenis.bernama() { Lang::Id.kode().to_string() } else { String::new() }),
    ];
    let filters = [
        ("kabupaten", e.kabupaten.iter().cloned().collect()),
        ("tahun", years),
        ("jenis", vec![e.jenis.saringan(lang).to_string()]),
    ];
    Dokumen {
        lang,
        // From the root of the whole site: the index takes two entries of one address for one.
        url: format!("{}{}", lang.folder(), e.url),
        // The indexer leaves out what has no text.
        isi: bersih(if e.isi.is_empty() { &e.judul } else { &e.isi }),
        meta: meta.into_iter().filter(|(_, v)| !v.is_empty()).map(|(k, v)| (k.to_string(), bersih(&v))).collect(),
        saringan: filters
            .into_iter()
            .filter(|(_, v): &(&str, Vec<String>)| !v.is_empty())
            .map(|(k, v)| (k.to_string(), v))
            .collect(),
    }
}

/// A text and what the things in it are also called.
fn disebut(teks: String, sinonim: &Sinonim) -> String {
    let other = sinonim.lain(&teks).join(" ");
    if other.is_empty() { teks } else { format!("{teks} {other}") }
}

/// The indexer does not weigh how much else a title says: a word of a short one says more about the thing.
fn panjang(judul: &str) -> &'static str {
    match judul.split_whitespace().count() {
        0..=2 => "pendek",
        3..=5 => "sedang",
        _ => "panjang",
    }
}

/// `2024` or `2021–2025`.
fn tahun(list: &[i32]) -> String {
    match list {
        [] => String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    }
}

/// The indexer reads words of three underscores as orders to itself.
fn bersih(teks: &str) -> String {
    if teks.contains("___") { teks.replace("___", "_") } else { teks.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_one_or_a_span() {
        assert_eq!(
            (tahun(&[]), tahun(&[2024]), tahun(&[2021, 2023, 2025])),
            ("".into(), "2024".into(), "2021–2025".into())
        );
    }

    #[test]
    fn text_gives_the_indexer_no_orders() {
        assert_eq!(bersih("a ___PAGEFIND_WEIGHT___9 b"), "a _PAGEFIND_WEIGHT_9 b");
    }
}
