//! Besaran: words of magnitude behind a number (`2,9 miliar`, `500 jt`) and over a table (`dalam jutaan rupiah`).

use super::Lang;

/// Word, power of ten, and whether it may also be a unit (`5 m`, `5 t`) where no money is meant.
pub const BESARAN: [(&str, u32, bool); 17] = [
    ("ribu", 3, false),
    ("rb", 3, false),
    ("juta", 6, false),
    ("jt", 6, false),
    ("miliar", 9, false),
    ("milyar", 9, false),
    ("miliyar", 9, false),
    ("mlr", 9, false),
    ("milliar", 9, false),
    ("m", 9, true),
    ("triliun", 12, false),
    ("trilyun", 12, false),
    ("triliyun", 12, false),
    ("trilliun", 12, false),
    ("tn", 12, true),
    ("tr", 12, true),
    ("t", 12, true),
];

/// What a table may declare about its amounts: `dalam: jutaan`.
pub const PANGKAT_TABEL: [(&str, u32); 9] = [
    ("rupiah", 0),
    ("ribuan", 3),
    ("ribuan rupiah", 3),
    ("jutaan", 6),
    ("jutaan rupiah", 6),
    ("miliaran", 9),
    ("miliaran rupiah", 9),
    ("triliunan", 12),
    ("triliunan rupiah", 12),
];

/// The power of ten of the word at the beginning of a text, and what follows it. A word that may be a unit counts only
/// where `uang` says that money is meant.
pub(super) fn di_depan(text: &str, uang: bool) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = text[..end].to_lowercase();
    let (_, pangkat, _) = BESARAN.iter().find(|(known, _, unit)| *known == word && (uang || !unit))?;
    // `500 jt.` is an abbreviation with its full stop; a word that goes on (`ribu-an`) is none.
    let rest = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    (rest.is_empty() || rest.starts_with([' ', ',', '%', '/'])).then_some((*pangkat, rest.trim_start()))
}

/// The power of ten of a word that is nothing but a word of magnitude.
pub(super) fn pangkat(word: &str) -> Option<u32> {
    BESARAN.iter().find(|(known, _, unit)| *known == word && !unit).map(|(_, pangkat, _)| *pangkat)
}

/// Whether a text in a bracket counts in thousands or millions: `juta`, `dalam jutaan rupiah`.
pub fn menyebut_besaran(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|w| pangkat(w.strip_suffix("an").unwrap_or(w)).is_some())
}

/// The word of a power of ten in the language of a page.
pub fn kata_besaran(lang: Lang, pangkat: u32) -> Option<&'static str> {
    let (id, en) = match pangkat {
        3 => ("ribu", "thousand"),
        6 => ("juta", "million"),
        9 => ("miliar", "billion"),
        12 => ("triliun", "trillion"),
        _ => return None,
    };
    Some(lang.pilih(id, en))
}
