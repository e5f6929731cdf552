//! Cutting a cell into its runs of digits, and what is no number although it has digits.

use super::parse::{guesses, read};
use super::{Reading, Style, bulan_ke};
use rust_decimal::Decimal;

/// A run of digits, where it stands, and the text behind it up to the next.
pub(super) struct Potong<'a> {
    pub token: &'a str,
    pub behind: &'a str,
}

/// One kind of space, one kind of dash and of comparison; and whether a no-break space grouped digits.
pub(super) fn rapikan(text: &str) -> (String, bool) {
    let mut glued = false;
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    for (i, c) in chars.iter().enumerate() {
        match c {
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => {
                glued |= digit(i.checked_sub(1)) && digit(Some(i + 1));
                out.push(' ');
            }
            '−' | '–' | '‒' | '—' | '﹣' | '－' => out.push('-'),
            '\t' | '\n' => out.push(' '),
            c => out.push(*c),
        }
    }
    (out, glued)
}

/// Cuts a text into what stands before the first number and the numbers with what follows each. Digits inside a word
/// (`m2`, `TW3`) are no number.
pub(super) fn potong(text: &str) -> (&str, Vec<Potong<'_>>) {
    let bytes = text.as_bytes();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let before = text[..at].chars().next_back();
        if !bytes[at].is_ascii_digit() {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        }
        let word = before.is_some_and(char::is_alphabetic) && !kata_rp(&text[..at]);
        // `.50` is a half: its separator belongs to the number, that of `Rp.500` to the word.
        let start = if pecahan_saja(&text[..at]) { at - 1 } else { at };
        while at < bytes.len() && (bytes[at].is_ascii_digit() || is_inner_separator(bytes, at)) {
            at += 1;
        }
        if !word {
            spans.push((start, at));
        }
    }
    let lead = &text[..spans.first().map_or(text.len(), |s| s.0)];
    let parts = spans
        .iter()
        .enumerate()
        .map(|(n, (start, end))| Potong {
            token: &text[*start..*end],
            behind: &text[*end..spans.get(n + 1).map_or(text.len(), |s| s.0)],
        })
        .collect();
    (lead, parts)
}

/// Where in a text a part of it begins.
pub(super) fn sejak(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A dot or comma belongs to the number only when a digit follows it at once.
pub(super) fn is_inner_separator(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// Whether the text before the first digit ends in a separator that opens a fraction without a whole.
pub(super) fn pecahan_saja(before: &str) -> bool {
    before
        .strip_suffix(['.', ','])
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(['-', '+', '(', '>', '<', '≥', '≤']))
}

pub(super) fn kata_rp(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.eq_ignore_ascii_case("rp") || word.eq_ignore_ascii_case("idr")
}

/// Readings to offer for several runs of digits: joined, and with the last as decimals.
pub(super) fn terkaan(text: &str, joined: Option<&str>, parts: &[Potong<'_>]) -> Vec<Reading> {
    if let Some(token) = joined {
        return guesses(token);
    }
    let only_marks = parts
        .split_last()
        .is_some_and(|(_, init)| init.iter().all(|p| p.behind.chars().all(|c| " .,_'’‘`´".contains(c))));
    if !only_marks || text.len() > 40 {
        return Vec::new();
    }
    let mut token = String::new();
    for (n, part) in parts.iter().enumerate() {
        token.push_str(part.token);
        if n + 1 < parts.len()
            && let Some(mark) = part.behind.trim().chars().next().filter(|c| matches!(c, '.' | ','))
        {
            token.push(mark);
        }
    }
    let one = [Style::Indonesia, Style::Inggris].map(|s| read(&token, s).ok());
    let mut out: Vec<Reading> = Vec::new();
    for nilai in one.into_iter().flatten() {
        if !out.iter().any(|r| r.nilai == nilai) {
            out.push(Reading { nilai, sebab: ("spasi dalam angka diabaikan", "spaces inside the number are ignored") });
        }
    }
    if out.is_empty() { guesses(&token) } else { out }
}

/// `5,36E+09`, `1e5`
pub(super) fn ilmiah(text: &str) -> Option<Vec<Reading>> {
    let at = text.find(['e', 'E'])?;
    let (mantissa, exponent) = (text[..at].trim(), &text[at + 1..]);
    // `Rp 5,36E+09`
    let lead =
        ["rp.", "rp", "idr"].iter().find(|lead| mantissa.get(..lead.len()).is_some_and(|t| t.to_lowercase() == **lead));
    let mantissa = lead.map_or(mantissa, |lead| mantissa[lead.len()..].trim_start());
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let numeric = |t: &str| t.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if mantissa.is_empty() || digits.is_empty() || !numeric(mantissa) || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let value = Decimal::from_scientific(&format!("{}e{exponent}", mantissa.replace(',', "."))).ok();
    let value = value.filter(|v| v.scale() <= 10).map(|v| v.normalize());
    Some(
        value
            .map(|nilai| Reading {
                nilai,
                sebab: (
                    "ditulis kalkulator: angka kali pangkat sepuluh",
                    "written by a calculator: a number times a power of ten",
                ),
            })
            .into_iter()
            .collect(),
    )
}

/// `2024-12-31`, `31/12/2024`, `31.12.2024`, `31/12/24`, `12/2024`, `2024-12`, and days and months in words: `31 Maret 2025`
pub(super) fn tanggal(text: &str) -> bool {
    dengan_angka(text) || dengan_kata(text)
}

fn dengan_angka(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let one = |sign: char| text.matches(sign).count() + 1 == parts.len();
    if !(one('-') || one('/') || one('.'))
        || !parts.iter().all(|t| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()))
    {
        return false;
    }
    let within = |t: &str, low: u32, high: u32| t.parse().is_ok_and(|n: u32| (low..=high).contains(&n));
    let short = |t: &str, high: u32| t.len() <= 2 && within(t, 1, high);
    let year = |t: &str| t.len() == 4 && within(t, 1900, 2200);
    match parts.as_slice() {
        [a, b, c] => {
            (year(a) && short(b, 12) && short(c, 31))
                || (short(a, 31) && short(b, 12) && (year(c) || (c.len() == 2 && one('/'))))
        }
        [a, b] if !text.contains('.') => (short(a, 12) && year(b)) || (year(a) && b.len() == 2 && short(b, 12)),
        _ => false,
    }
}

fn dengan_kata(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | ',' | '.'))
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let number = |at: Option<usize>, least: usize, most: usize| {
        at.and_then(|at| words.get(at))
            .is_some_and(|w| (least..=most).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit()))
    };
    words.iter().enumerate().any(|(n, word)| {
        let (day, year) = (number(n.checked_sub(1), 1, 2), number(Some(n + 1), 4, 4));
        bulan_ke(word).is_some() && (year || (day && (n + 1 == words.len())))
    })
}
