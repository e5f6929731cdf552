//! Keterangan: what a print says beside its number and is neither its value nor its unit: a source, a class, a breakdown, a
//! note. `15,1% (SSGI)`, `98,3 (Tuntas Utama)`, `500 orang*)`, `100% tercapai`.

use super::batas::taksiran_di_belakang;
use super::besaran::menyebut_besaran;
use super::isi::{Satuan, tanpa_terbilang};

/// A print and what it says beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kupas<'a> {
    /// The print without the remark.
    pub angka: &'a str,
    /// The remark as printed.
    pub keterangan: &'a str,
}

/// Words that say something about a number and are the unit of none.
const KATA: [&str; 44] = [
    "tercapai",
    "terlampaui",
    "terpenuhi",
    "melampaui",
    "memenuhi",
    "tuntas",
    "sementara",
    "final",
    "valid",
    "nihil",
    "estimasi",
    "perkiraan",
    "prognosis",
    "proyeksi",
    "tetap",
    "baik",
    "cukup",
    "sedang",
    "kurang",
    "tinggi",
    "rendah",
    "buruk",
    "memuaskan",
    "berhasil",
    "unaudited",
    "audited",
    "provisional",
    "naik",
    "turun",
    "terealisasi",
    "lunas",
    "selesai",
    "tepat",
    "capai",
    "ssgi",
    "ski",
    "riskesdas",
    "bps",
    "susenas",
    "ppgbm",
    "eppgbm",
    "sakernas",
    "dtks",
    "dapodik",
];

/// Words that may stand before one of them.
const PENGUAT: [&str; 10] =
    ["sangat", "tidak", "belum", "sudah", "telah", "angka", "data", "amat", "kategori", "predikat"];

/// Letters of classes.
const KELAS: [&str; 9] = ["AA", "A", "BB", "B", "CC", "C", "D", "E", "WTP"];

/// Where money comes from, as it stands in brackets behind an amount.
const DANA: [&str; 18] = [
    "dau", "dak", "pad", "dbh", "dbhcht", "did", "blud", "apbd", "apbn", "bok", "bos", "jkn", "silpa", "hibah", "bkk",
    "otsus", "dif", "pajak",
];

/// Whether a bracket names a source of funds: `DAU`, `DAK Non Fisik`.
pub fn sumber_dana(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|w| DANA.contains(&w))
}

/// Parts a remark from the end of a print; `None` where there is none. What repeats the number in words, a unit in brackets,
/// a bound and a word of magnitude are part of what is read.
pub fn kupas(text: &str) -> Option<Kupas<'_>> {
    if let Some(parted) = kelas_di_depan(text.trim()) {
        return Some(parted);
    }
    let mut rest = text.trim();
    // The `kurang` of `90% lebih kurang` is no class of a scale.
    if taksiran_di_belakang(rest).is_some() {
        return None;
    }
    while let Some(shorter) =
        kurung(rest).or_else(|| catatan_kaki(rest)).or_else(|| predikat(rest)).or_else(|| kata(rest))
    {
        rest = shorter.trim_end();
    }
    (rest.len() < text.trim().len()).then(|| Kupas { angka: rest, keterangan: text.trim()[rest.len()..].trim() })
}

fn berangka(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// `15,1% (SSGI)`, `500 orang [L: 200, P: 300]`
fn kurung(text: &str) -> Option<&str> {
    let (open, close) = if text.ends_with(')') { ('(', ')') } else { ('[', ']') };
    let body = text.strip_suffix(close)?;
    let mut depth = 0_usize;
    let at = body.char_indices().rev().find(|(_, c)| {
        depth += usize::from(*c == close);
        let own = *c == open && depth == 0;
        depth -= usize::from(*c == open && depth > 0);
        own
    })?;
    let (before, inner) = (text[..at.0].trim_end(), body[at.0 + 1..].trim());
    if !berangka(before) || before.is_empty() {
        return None;
    }
    (keterangan(inner) && tanpa_terbilang(&text[at.0..]) == &text[at.0..]).then_some(before)
}

/// Whether what stands in a bracket is a remark.
fn keterangan(inner: &str) -> bool {
    if inner.is_empty() {
        return true;
    }
    let letters = inner.contains(char::is_alphabetic);
    let lower = inner.to_lowercase();
    if !letters {
        // A mark of a footnote; a number of its own is asked about.
        return !berangka(inner) && !inner.contains(['%', '‰', '?', '-', '−', '–', '+']);
    }
    let part_of = matches!(lower.as_str(), "minimal" | "maksimal")
        || lower.starts_with("per ")
        || lower.starts_with('/')
        || menyebut_besaran(inner)
        || ragu(&lower);
    let unit = Satuan::baca(inner).is_some_and(|u| u.dikenal());
    // `1.250 orang (98%)`, `500 orang (125 KK)`: a second number, not a remark; `(n=1.200)` and `(L: 200, P: 300)` are one.
    let number = inner.starts_with(|c: char| c.is_ascii_digit() || "-+±≥≤<>".contains(c))
        || lower.starts_with("rp") && berangka(inner);
    !part_of && !unit && !number
}

/// `B (85,00)`, `Baik (86,12)`, `Sangat Tinggi: 97,5%`: the class before its number.
fn kelas_di_depan(text: &str) -> Option<Kupas<'_>> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (lead, open) = text[..start].split_at(text[..start].trim_end_matches(['(', ' ', ':', '/']).len());
    let known = |w: &str| {
        KELAS.contains(&w) || [&KATA[..], &PENGUAT[..]].iter().any(|l| l.contains(&w.to_lowercase().as_str()))
    };
    let mut words = lead.split(' ').filter(|w| !w.is_empty()).peekable();
    let class = words.peek().is_some() && words.all(known);
    let number = match open.contains('(') {
        true => text[start..].trim_end().strip_suffix(')').filter(|t| !t.contains(['(', ')']))?,
        false if open.contains([':', '/']) => &text[start..],
        false => return None,
    };
    class.then_some(Kupas { angka: number.trim(), keterangan: lead.trim() })
}

/// Whether a text says that something is doubted.
fn ragu(lower: &str) -> bool {
    ["ragu", "diragukan", "meragukan", "tidak jelas", "kurang jelas", "tidak yakin", "dibaca"]
        .iter()
        .any(|w| lower.contains(w))
}

/// Units of length, whose squares and cubes are units too.
const PANJANG: [&str; 9] = ["m", "km", "hm", "dm", "cm", "mm", "meter", "kilometer", "sentimeter"];

/// `500 orang*)`, `95,39%**`, `12 ¹`, `12 a)`
fn catatan_kaki(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(')');
    // A letter as a mark: its bracket was never opened.
    let letter = bare.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|_| bare.len() + 1 == text.len());
    if let Some(star) =
        letter.filter(|s| !s.contains('(') && s.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '%'))
    {
        return Some(star.trim_end());
    }
    let star = bare.trim_end_matches(['*', '†', '‡', '¹', '²', '³', ' ']);
    // `m²` is a unit, `10²` may be a hundred.
    let sign = &bare[star.len()..];
    let word = star.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let power = sign.starts_with(['²', '³']) && star.ends_with(|c: char| c.is_ascii_digit());
    let raised = (power || PANJANG.contains(&word.as_str())) && sign.contains(['²', '³']) && bare.len() == text.len();
    (!sign.trim().is_empty() && berangka(star) && !raised && text.len() - bare.len() <= 1).then_some(star)
}

/// `72,50 dengan predikat BB`, `72,5 / BB`
fn predikat(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    let said = ["dengan predikat ", "predikat ", "dengan kategori ", "kategori ", "dengan nilai ", "mutu "];
    let at = said.iter().find_map(|w| lower.find(w)).filter(|_| lower.len() == text.len());
    let before = match at {
        Some(at) if !berangka(&text[at..]) => &text[..at],
        Some(_) => return None,
        None => {
            let (before, word) = text.rsplit_once(['/', ' '])?;
            KELAS.contains(&word.trim()).then_some(before)?
        }
    };
    let before = before.trim_end_matches([' ', '/', ',', '-', '–', '(']);
    // `12 B` may be a unit of its own; a class stands behind a sign or a number with decimals.
    let plain = before.bytes().all(|b| b.is_ascii_digit()) && !text[before.len()..].contains('/') && at.is_none();
    (before.ends_with(|c: char| c.is_ascii_digit() || c == '%') && !plain).then_some(before)
}

/// `100% tercapai`, `85 (baik)`, `95% angka sementara`, also with a sign between: `82 - Baik`.
fn kata(text: &str) -> Option<&str> {
    let last = text.rfind(|c: char| c.is_ascii_digit() || c == '%' || c == '‰')?;
    let end = last + text[last..].chars().next()?.len_utf8();
    let behind = &text[end..];
    let words: Vec<(usize, &str)> = behind
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .map(|w| (end + (w.as_ptr() as usize - behind.as_ptr() as usize), w))
        .collect();
    let known = |w: &str, list: &[&str]| list.contains(&w.to_lowercase().as_str());
    let (last_word, init) = words.split_last()?;
    if !known(last_word.1, &KATA) || text[last_word.0 + last_word.1.len()..].contains(char::is_alphanumeric) {
        return None;
    }
    // Only from the last word backwards: `5 dokumen tercapai` keeps its unit.
    let start =
        init.iter().rev().take_while(|(_, w)| known(w, &PENGUAT) || known(w, &KATA)).last().unwrap_or(last_word);
    let before = text[..start.0].trim_end_matches([' ', '-', '–', '—', ',', ';', '/', '(', '[', ':']);
    (berangka(before) && text[before.len()..].len() > start.1.len()).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::kupas;

    #[test]
    fn a_remark_is_parted_from_the_number_and_its_unit() {
        let cases = [
            ("15,1% (SSGI)", "15,1%", "(SSGI)"),
            ("15,1% (SSGI 2023)", "15,1%", "(SSGI 2023)"),
            ("98,3 (Tuntas Utama)", "98,3", "(Tuntas Utama)"),
            ("86,50 (Baik)", "86,50", "(Baik)"),
            ("95% (sementara)", "95%", "(sementara)"),
            ("95% (angka sementara)*)", "95%", "(angka sementara)*)"),
            ("95% (tidak termasuk RS swasta)", "95%", "(tidak termasuk RS swasta)"),
            ("500 orang*)", "500 orang", "*)"),
            ("500 orang *", "500 orang", "*"),
            ("500**", "500", "**"),
            ("12 a)", "12", "a)"),
            ("500 orang²", "500 orang", "²"),
            ("0 (nihil)", "0", "(nihil)"),
            ("100% tercapai", "100%", "tercapai"),
            ("100% (Tercapai)", "100%", "(Tercapai)"),
            ("5 Dokumen tercapai", "5 Dokumen", "tercapai"),
            ("82,5 - Sangat Baik", "82,5", "- Sangat Baik"),
            ("95% angka sementara", "95%", "angka sementara"),
            ("500 orang (L: 200, P: 300)", "500 orang", "(L: 200, P: 300)"),
            ("72,5 / BB", "72,5", "/ BB"),
            ("72,5/BB", "72,5", "/BB"),
            ("72/BB", "72", "/BB"),
            ("72,50 dengan predikat BB", "72,50", "dengan predikat BB"),
            ("15,1% SSGI", "15,1%", "SSGI"),
            ("B (85,00)", "85,00", "B"),
            ("Sangat Baik (86,12)", "86,12", "Sangat Baik"),
            ("Tercapai: 97,5%", "97,5%", "Tercapai"),
            ("500 orang [L: 200, P: 300]", "500 orang", "[L: 200, P: 300]"),
            ("97,5% (n=1.200)", "97,5%", "(n=1.200)"),
            ("1.234 (e-PPGBM (Agustus))", "1.234", "(e-PPGBM (Agustus))"),
        ];
        for (text, number, remark) in cases {
            let parted = kupas(text).map(|k| (k.angka, k.keterangan));
            assert_eq!(parted, Some((number, remark)), "{text}");
        }
        let whole = [
            "(1.234)",
            "Rp(1.234)",
            "5 (lima) dokumen",
            "5 (lima)",
            "5 (orang)",
            "1.500 (juta)",
            "1.500 (juta rupiah)",
            "90 (minimal)",
            "5% (per tahun)",
            "12 m²",
            "10²",
            "5 (-)",
            "12 m2",
            "1.250 orang (98%)",
            "500 orang (125 KK)",
            "100 (95)",
            "95% (ragu)",
            "95% [ragu]",
            "95% ragu",
            "2 Dokumen",
            "5 dokumen perencanaan",
            "12,5 per 1.000",
            "12 (Rp5)",
            "2 hari kerja",
            "Rp. 9.029.033.415,-",
            "tercapai",
            "(SSGI)",
            "B 12",
            "Rp (1.234)",
            "naik 20 (5)",
        ];
        for text in whole {
            assert_eq!(kupas(text), None, "{text}");
        }
    }
}
