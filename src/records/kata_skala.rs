//! Kata skala: the letters and words of a scale, and the forms in which documents print them: `Predikat B`, `A (Memuaskan)`,
//! `WTP Opini`, `≥ BB`.

/// A letter or word that is a value on a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KataSkala {
    /// As the scale writes it.
    pub teks: String,
    /// The class it names, 0 for the highest.
    pub kelas: usize,
    /// The letter or name of its class, where it is another word for it: `TMP` of `Disclaimer`.
    pub baku: Option<String>,
}

impl KataSkala {
    /// The value of a cell that prints it.
    pub fn nilai(&self) -> &str {
        self.baku.as_deref().unwrap_or(&self.teks)
    }
}

/// Words before a letter that say what it is.
const DI_DEPAN: [&str; 16] = [
    "dengan predikat",
    "dengan kategori",
    "dengan nilai",
    "dengan opini",
    "predikat",
    "kategori",
    "opini dari bpk",
    "opini bpk",
    "opini",
    "peringkat",
    "nilai",
    "kelas",
    "tipe",
    "level",
    "tingkat",
    "mutu",
];

/// Words behind it.
const DI_BELAKANG: [&str; 12] =
    ["opini", "bpk", "ri", "dari", "oleh", "predikat", "kategori", "nilai", "peringkat", "mutu", "atas", "lkpd"];

/// Signs and words of "at least" before and behind it. The target of a scale that stands highest first is always at least that.
const SEDIKITNYA: [&str; 12] = [
    "≥",
    ">=",
    "min.",
    "minimal",
    "minimum",
    "min",
    "paling rendah",
    "serendah-rendahnya",
    "sekurang-kurangnya",
    "sedikitnya",
    "paling sedikit",
    "paling kurang",
];
const KE_ATAS: [&str; 4] = ["ke atas", "keatas", "atau lebih", "atau lebih tinggi"];

/// The letter or word of the scale that a text is.
pub(super) fn letter<'h>(text: &str, huruf: &'h [KataSkala]) -> Option<&'h KataSkala> {
    let lower = || text.to_lowercase();
    huruf.iter().find(|h| h.teks == text).or_else(|| huruf.iter().find(|h| h.teks.to_lowercase() == lower()))
}

/// `Predikat B`, `Opini WTP`, `A (Memuaskan)`, `BB - Sangat Baik`, `WTP Opini`, `≥ BB`
pub(super) fn letter_with_words<'h>(text: &str, huruf: &'h [KataSkala]) -> Option<&'h KataSkala> {
    let text = text.trim();
    if let Some(known) = letter(text, huruf) {
        return Some(known);
    }
    if huruf.is_empty() || text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let sign = |w: &&&str| !w.ends_with(char::is_alphabetic);
    let behind = |list: &[&'static str]| {
        let rest = list.iter().find_map(|w| {
            let rest = lower.strip_prefix(w)?;
            (sign(&w) || rest.starts_with([' ', ':'])).then_some(rest)
        })?;
        Some(text[text.len() - rest.len()..].trim_start_matches([' ', ':']))
    };
    if let Some(rest) = behind(&DI_DEPAN).or_else(|| behind(&SEDIKITNYA)) {
        return letter_with_words(rest, huruf);
    }
    // More than a class is at least the class above it.
    if let Some(rest) = lower.strip_prefix('>') {
        let below = letter_with_words(&text[text.len() - rest.len()..], huruf)?.kelas;
        return huruf.iter().find(|h| h.kelas + 1 == below);
    }
    if let Some(rest) = KE_ATAS.iter().find_map(|w| lower.strip_suffix(w)).filter(|rest| rest.ends_with(' ')) {
        return letter_with_words(&text[..rest.len()], huruf);
    }
    if let Some((a, b)) = text.strip_suffix(')').and_then(|t| t.split_once('(')) {
        return match (letter_with_words(a, huruf), letter_with_words(b, huruf)) {
            (Some(a), Some(b)) if a.kelas != b.kelas => None,
            (a, b) => a.or(b),
        };
    }
    dua_kata(text, huruf)
}

/// A letter with the name of its own class, or with words that say what it is.
fn dua_kata<'h>(text: &str, huruf: &'h [KataSkala]) -> Option<&'h KataSkala> {
    let marks = text.char_indices().filter(|(_, c)| " /,:-–—".contains(*c));
    let mut parts = marks.map(|(at, c)| {
        (text[..at].trim_end(), text[at + c.len_utf8()..].trim_start_matches([' ', '-', '–', '—', '/', ':']))
    });
    parts.find_map(|(a, b)| {
        let a = letter(a.trim_end_matches(['-', '–', '—', '/', ',', ':', ' ']), huruf)?;
        let alike = letter(b, huruf).is_some_and(|b| b.kelas == a.kelas);
        let only_words = b.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let said = only_words.map(str::to_lowercase).all(|w| DI_BELAKANG.contains(&w.as_str()));
        (alike || said && !b.is_empty()).then_some(a)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skala() -> Vec<KataSkala> {
        let kelas = [
            (0, &["AA", "Sangat Memuaskan"][..]),
            (1, &["A", "Memuaskan"]),
            (2, &["BB", "Sangat Baik"]),
            (3, &["B", "Baik"]),
            (4, &["WTP", "Wajar Tanpa Pengecualian"]),
            (5, &["TMP", "Tidak Memberikan Pendapat"]),
        ];
        let all = kelas
            .iter()
            .flat_map(|(n, list)| list.iter().map(|t| KataSkala { teks: (*t).into(), kelas: *n, baku: None }));
        all.chain([KataSkala { teks: "Disclaimer".into(), kelas: 5, baku: Some("TMP".into()) }]).collect()
    }

    #[test]
    fn a_class_is_known_in_the_forms_documents_print() {
        let skala = skala();
        let cases = [
            ("BB", "BB"),
            ("Predikat B", "B"),
            ("A (Memuaskan)", "A"),
            ("Memuaskan (A)", "Memuaskan"),
            ("BB - Sangat Baik", "BB"),
            ("BB/Sangat Baik", "BB"),
            ("BB Sangat Baik", "BB"),
            ("Sangat Baik", "Sangat Baik"),
            ("≥ BB", "BB"),
            (">=BB", "BB"),
            ("minimal BB", "BB"),
            ("Min. BB (Sangat Baik)", "BB"),
            ("> B", "BB"),
            ("BB ke atas", "BB"),
            ("WTP Opini", "WTP"),
            ("WTP dari BPK RI", "WTP"),
            ("Opini WTP (Wajar Tanpa Pengecualian)", "WTP"),
            ("Wajar Tanpa Pengecualian (WTP)", "Wajar Tanpa Pengecualian"),
            ("WTP – Wajar Tanpa Pengecualian", "WTP"),
            ("disclaimer", "TMP"),
            ("A (hasil evaluasi)", "A"),
        ];
        for (text, want) in cases {
            assert_eq!(letter_with_words(text, &skala).map(KataSkala::nilai), Some(want), "{text}");
        }
        for text in ["A (Baik)", "BB tidak tercapai", "> AA", "B - Memuaskan", "< B", "Opini", "BBB", "minimal", ""] {
            assert_eq!(letter_with_words(text, &skala), None, "{text}");
        }
    }
}
