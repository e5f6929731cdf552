//! Tanda: the mark in parentheses behind a printed text, such as `(ragu, dibaca 120000000: spasi dari pemindaian)`.

use serde::{Deserialize, Serialize};

/// Why a cell has no value. Missing is never zero, and what is missing is said as it is: the document prints nothing, or
/// this portal does not hold it, or there is nothing to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Alasan {
    /// The document leaves it blank.
    TidakTercetak,
    /// The document prints it, but it was not copied into the portal.
    BelumDisalin,
    /// Does not apply.
    TidakBerlaku,
    /// A division by zero.
    TidakTerhitung,
    /// Something is printed that nobody can read.
    TidakTerbaca,
}

impl Alasan {
    /// The words an author writes and a page shows.
    pub const SEMUA: [(&'static str, Alasan); 5] = [
        ("tidak tercetak", Alasan::TidakTercetak),
        ("belum disalin", Alasan::BelumDisalin),
        ("tidak berlaku", Alasan::TidakBerlaku),
        ("tidak terhitung", Alasan::TidakTerhitung),
        ("tidak terbaca", Alasan::TidakTerbaca),
    ];

    /// All words an author may write: a document that leaves a cell blank says nothing about who reported what.
    pub const KATA: [(&'static str, Alasan); 6] = [
        ("tidak tercetak", Alasan::TidakTercetak),
        ("belum dilaporkan", Alasan::TidakTercetak),
        ("belum disalin", Alasan::BelumDisalin),
        ("tidak berlaku", Alasan::TidakBerlaku),
        ("tidak terhitung", Alasan::TidakTerhitung),
        ("tidak terbaca", Alasan::TidakTerbaca),
    ];

    /// The reason with a word.
    pub fn dari(word: &str) -> Option<Self> {
        Self::KATA.iter().find(|(known, _)| *known == word).map(|(_, a)| *a)
    }

    /// The reason in words.
    pub fn teks(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, a)| *a == self).map_or("", |(t, _)| t)
    }
}

/// The parts of a mark.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tanda {
    /// Why there is no value.
    pub kosong: Option<Alasan>,
    /// Whether the print is doubted.
    pub ragu: bool,
    /// The reading the author chose.
    pub dibaca: Option<String>,
    /// The author's reason.
    pub alasan: Option<String>,
}

/// What stands at the end of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Terbaca<'a> {
    /// The printed text and its mark.
    Tanda(&'a str, Tanda),
    /// No mark: a bracket, if there is one, is part of the print.
    Tanpa,
    /// A bracket that begins like a mark and is none, with the form that was probably meant.
    Salah(String),
    /// A mark with text behind it, and the cell with its mark at the end.
    DiTengah(String),
    /// A word of a mark without its brackets, and the cell as it is written.
    Telanjang(String),
}

/// Splits `printed (mark)`; text in parentheses that does not begin like a mark stays part of the print.
pub fn split_mark(isi: &str) -> Terbaca<'_> {
    let Some(open) = isi.strip_suffix(')').and_then(buka) else { return di_tengah(isi) };
    let inner = isi[open + 1..isi.len() - 1].trim();
    let printed = isi[..open].trim_end();
    match tanda(inner) {
        Some(tanda) => match split_mark(printed) {
            Terbaca::Tanda(_, lain) => Terbaca::Salah(gabung(&lain, &tanda)),
            _ => Terbaca::Tanda(printed, tanda),
        },
        None => mirip(inner).map_or_else(|| di_tengah(isi), Terbaca::Salah),
    }
}

/// A mark that something follows: `1.234 (ragu) orang`. The doubt must not be lost with it.
fn di_tengah(isi: &str) -> Terbaca<'_> {
    for (open, _) in isi.match_indices('(') {
        let Some(close) = isi[open..].find(')').map(|n| open + n) else { break };
        let (before, behind) = (isi[..open].trim_end(), isi[close + 1..].trim_start());
        let Some(mark) = tanda(isi[open + 1..close].trim()).filter(|_| !behind.is_empty()) else { continue };
        let printed = format!("{before} {behind}");
        // A unit behind the mark belongs to the reading as well.
        let mark = Tanda { dibaca: mark.dibaca.map(|d| format!("{d} {behind}")), ..mark };
        return Terbaca::DiTengah(format!("{} {}", printed.trim(), gabung(&mark, &Tanda::default())));
    }
    telanjang(isi).map_or(Terbaca::Tanpa, Terbaca::Telanjang)
}

/// Words that say that a print is doubted, the longest first.
const RAGU: [&str; 9] = [
    "ragu-ragu",
    "ragu ragu",
    "diragukan",
    "meragukan",
    "tidak jelas",
    "kurang jelas",
    "tidak yakin",
    "kurang yakin",
    "ragu",
];

/// `95% ragu`, `95% [ragu]`, `95% ?`, `95, 39 dibaca 95.39`: a word of doubt is never a unit.
fn telanjang(isi: &str) -> Option<String> {
    let text = isi.trim_end_matches([')', ']', '}', '.', ' ']);
    let lower = text.to_lowercase();
    let digit = |t: &str| t.contains(|c: char| c.is_ascii_digit());
    let before = |at: usize| text[..at].trim_end_matches(['(', '[', '{', ' ', ',', ';', ':', '-', '/', '=']).trim();
    if lower.len() != text.len() || !digit(text) {
        return None;
    }
    // A letter before or behind makes it a part of a word.
    let word = |w: &str| {
        lower.match_indices(w).map(|(at, _)| at).find(|at| {
            !lower[..*at].ends_with(char::is_alphanumeric) && !lower[at + w.len()..].starts_with(char::is_alphanumeric)
        })
    };
    if let Some(at) = word("dibaca").filter(|at| digit(before(*at))) {
        let reading = text[at + 6..].trim_matches([' ', ':', '=', '(', '[']);
        let (reading, reason) = reading.split_once(':').unwrap_or((reading, ""));
        let reason = if reason.trim().is_empty() { String::new() } else { format!(": {}", reason.trim()) };
        return digit(reading).then(|| format!("{} (dibaca {}{reason})", before(at), reading.trim()));
    }
    if let Some((w, at)) = RAGU.iter().find_map(|w| word(w).map(|at| (*w, at))).filter(|(_, at)| digit(before(*at))) {
        let behind = text[at + w.len()..].trim_matches([' ', ':', ',', ';', '-', ')', ']', '(', '[']);
        let own = if w.starts_with("ragu") || w.ends_with("ragukan") { "" } else { w };
        let reason = [own, behind].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        return Some(format!("{} (ragu{reason})", before(at)));
    }
    let asked = text.strip_suffix('?').map(|t| t.trim_end_matches(['?', '(', '[', ' ']))?;
    (digit(asked) && !asked.contains('?')).then(|| format!("{asked} (ragu)"))
}

/// Where the last bracket opens, brackets inside it counted.
fn buka(body: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in body.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' if depth == 0 => return Some(at),
            '(' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn tanda(inner: &str) -> Option<Tanda> {
    let (head, alasan) = match inner.split_once(':') {
        Some((head, reason)) => (head.trim(), Some(reason.trim().to_string()).filter(|r| !r.is_empty())),
        None => (inner, None),
    };
    let mut tanda = Tanda { alasan, ..Tanda::default() };
    // A decimal comma never occurs inside a mark: a reading is written with a point.
    for part in head.split(", ") {
        let part = part.trim();
        let word = part.to_lowercase();
        if word == "ragu" || word == "diragukan" {
            tanda.ragu = true;
        } else if let Some(reading) = word.strip_prefix("dibaca ").map(str::trim).filter(|r| !r.is_empty()) {
            tanda.dibaca = Some(part[part.len() - reading.len()..].to_string());
        } else {
            tanda.kosong = Some(Alasan::dari(&word)?);
        }
    }
    Some(tanda)
}

/// The form an author probably meant by a bracket that begins with a word of a mark.
fn mirip(inner: &str) -> Option<String> {
    let lower = inner.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let value = || inner[first.len()..].trim_start_matches([':', '=', ' ', ',', '-']).trim();
    match first {
        "dibaca" | "baca" | "bacaan" if value().is_empty() => Some("(dibaca 1234)".into()),
        "dibaca" | "baca" | "bacaan" => {
            let (reading, reason) = value()
                .split_once(':')
                .map_or((value(), String::new()), |(a, b)| (a.trim(), format!(": {}", b.trim())));
            Some(format!("(dibaca {reading}{reason})"))
        }
        "ragu" | "diragukan" | "meragukan" => Some(ragu_dengan(value().trim_start_matches([';', '.', '/', ' ']))),
        _ if RAGU.iter().any(|w| lower.contains(w)) && !lower.starts_with("tidak terbaca") => {
            Some(if first == "agak" { "(ragu)".into() } else { format!("(ragu: {inner})") })
        }
        _ if !inner.is_empty() && inner.chars().all(|c| c == '?' || c == ' ') => Some("(ragu)".into()),
        _ => {
            let near = Alasan::KATA.iter().find(|(word, _)| {
                let edits = strsim::damerau_levenshtein(word, &lower);
                edits <= 2 && edits > 0 || lower.starts_with(word)
            });
            near.map(|(word, _)| {
                match inner.get(word.len()..).map(|r| r.trim_start_matches([':', ',', ';', '-', ' '])) {
                    Some(reason) if lower.starts_with(word) && !reason.is_empty() => format!("({word}: {reason})"),
                    _ => format!("({word})"),
                }
            })
        }
    }
}

/// A mark of doubt with what stands behind its word: a reading, a reason, or the word once more.
fn ragu_dengan(rest: &str) -> String {
    let lower = rest.to_lowercase();
    let read = ["dibaca", "bacaan", "baca"].iter().find_map(|w| lower.find(w).map(|at| (at, w.len())));
    if let Some((at, len)) = read.filter(|_| lower.len() == rest.len()) {
        let reading = rest[at + len..].trim_matches([' ', ':', '=', ',', ';']);
        let (reading, more) = reading.split_once([':', ';']).unwrap_or((reading, ""));
        let before = rest[..at].trim_matches([' ', ':', ';', ',', '-', '/']);
        let reason =
            [before, more.trim()].into_iter().filter(|t| !t.is_empty() && *t != "dan").collect::<Vec<_>>().join("; ");
        let reason = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        if reading.contains(|c: char| c.is_alphanumeric()) {
            return format!("(ragu, dibaca {}{reason})", reading.trim());
        }
    }
    match lower.trim_matches([' ', '!', '?']) {
        "" | "ragu" | "sekali" => "(ragu)".into(),
        _ => format!("(ragu: {rest})"),
    }
}

/// Two marks as one.
fn gabung(a: &Tanda, b: &Tanda) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(a.kosong.or(b.kosong).map(|k| k.teks().to_string()));
    if a.ragu || b.ragu {
        parts.push("ragu".into());
    }
    parts.extend(a.dibaca.as_ref().or(b.dibaca.as_ref()).map(|d| format!("dibaca {d}")));
    let reasons: Vec<&str> = [&a.alasan, &b.alasan].into_iter().flatten().map(String::as_str).collect();
    let reason = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
    format!("({}{reason})", parts.join(", "))
}
