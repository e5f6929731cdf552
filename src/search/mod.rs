//! Search: from what can be found to the files of a search index. No IO; the same entries give the same bytes.

mod pagefind;
mod sinonim;

pub use sinonim::Sinonim;

use crate::number::Lang;
use crate::pages::cari::Entri;
use std::collections::BTreeMap;

/// The folder of the index in the site; all languages share it.
pub const FOLDER: &str = "cari/pagefind/";

/// Entries in one file of texts: ten results then cost a few requests, and an index is not a thousand files.
const SEBERKAS: usize = 12;

/// One document of the index.
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

/// An entry as the index holds it. `kunci` is what it is called, `lain` what its text is also called; neither is shown.
fn dokumen(e: &Entri, sinonim: &Sinonim, lang: Lang) -> Dokumen {
    let years: Vec<String> = e.tahun.iter().map(ToString::to_string).collect();
    let jenis = e.jenis.kata(lang);
    let mut kunci = vec![e.judul.clone()];
    kunci.extend(e.kabupaten.clone());
    kunci.extend(years.iter().cloned());
    kunci.push(jenis.to_string());
    kunci.extend(e.kata.iter().cloned());
    let mut kunci = kunci.join(" ");
    for other in sinonim.lain(&kunci.clone()) {
        kunci.push(' ');
        kunci.push_str(other);
    }
    let meta = [
        ("title", e.judul.clone()),
        ("kunci", kunci),
        ("lain", sinonim.lain(&e.isi).join(" ")),
        ("jenis", jenis.to_string()),
        ("kabupaten", e.kabupaten.clone().unwrap_or_default()),
        ("tahun", tahun(&e.tahun)),
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
