//! Pribadi: numbers and addresses that belong to a person, in whatever way they are written, told from those that only
//! look alike. UU 27/2022 keeps them out of the content.
//!
//! A number counts when its parts can be what they would have to be: the province and the birthday of a NIK, the two
//! dates of a NIP. What is no such number all the same is marked where it stands, and the reason is published with it:
//! `3505100101900001 (bukan data pribadi: nomor SP2D)`.

use super::karakter::terabaikan;
use super::surel::surel;
use std::collections::BTreeSet;
use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// Number of a civil servant.
    Nip,
    /// Number of a resident, or of a family.
    Nik,
    /// A mobile telephone.
    Ponsel,
    /// An address at a provider of private mail.
    Surel,
}

impl Jenis {
    /// Whether it must not stand anywhere in a file, contacts of an office included.
    pub fn di_mana_pun(self) -> bool {
        matches!(self, Jenis::Nip | Jenis::Nik)
    }

    /// As a message names it, in both languages.
    pub fn nama(self) -> (&'static str, &'static str) {
        match self {
            Jenis::Nip => ("nomor NIP", "a NIP"),
            Jenis::Nik => ("NIK atau nomor KK", "a NIK or a number of a KK"),
            Jenis::Ponsel => ("nomor telepon seluler", "a number of a mobile telephone"),
            Jenis::Surel => ("alamat surel pribadi", "a private e-mail address"),
        }
    }
}

/// The mark of a false alarm, with its reason behind the colon.
const BUKAN: &str = "(bukan data pribadi:";
/// Codes of the provinces, the first two digits of every NIK.
const PROVINSI: [(u32, u32); 7] = [(11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 97)];
/// Words before a number that say it is something else.
const LAIN: [&str; 6] = ["npwp", "sp2d", "rekening", "nop", "va", "isbn"];
/// Words that say it is one, whatever other word stands beside them.
const MILIK: [&str; 5] = ["nik", "ktp", "kk", "keluarga", "penduduk"];

/// Words before a number that say it is a telephone: twelve bare digits from 62 on are an amount of a budget as well.
const TELEPON: [&str; 14] = [
    "wa",
    "whatsapp",
    "wa.me",
    "hp",
    "handphone",
    "telp",
    "tlp",
    "telepon",
    "ponsel",
    "seluler",
    "sms",
    "kontak",
    "hubungi",
    "phone",
];

/// Some digits without anything between them.
struct Deret {
    digits: String,
    range: Range<usize>,
}

/// Everything in a text that belongs to a person, by its place in bytes.
pub fn cari(text: &str) -> Vec<(Range<usize>, Jenis)> {
    let mut found: Vec<(Range<usize>, Jenis)> = surel(text).into_iter().map(|range| (range, Jenis::Surel)).collect();
    for run in deret(text) {
        found.extend(dalam(text, &run));
    }
    found.retain(|(range, _)| !bukan(&text[range.end..]));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The digits of every number of a person in a text, to tell whether one was found there already.
pub fn nomor(text: &str) -> BTreeSet<String> {
    let own = cari(text).into_iter().filter(|(_, jenis)| jenis.di_mana_pun());
    own.map(|(range, _)| digit(&text[range])).collect()
}

/// The digits of a text, in plain width.
pub fn digit(text: &str) -> String {
    text.chars().filter_map(angka).collect()
}

/// Whether the author says right behind it that it is none, and why.
fn bukan(behind: &str) -> bool {
    let reason = behind.trim_start().strip_prefix(BUKAN).and_then(|rest| rest.split_once(')'));
    reason.is_some_and(|(reason, _)| reason.chars().filter(|c| c.is_alphanumeric()).count() >= 3)
}

/// A digit, in whichever width it is printed.
fn angka(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10),
        '\u{b9}' => Some('1'),
        '\u{b2}' | '\u{b3}' => char::from_digit(c as u32 - 0xb0, 10),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => char::from_digit(c as u32 - 0x2070, 10),
        '\u{2080}'..='\u{2089}' => char::from_digit(c as u32 - 0x2080, 10),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10),
        '\u{1d7ce}'..='\u{1d7ff}' => char::from_digit((c as u32 - 0x1d7ce) % 10, 10),
        _ => None,
    }
}

/// Characters nobody sees, or that only change the look of the one before.
fn tak_terlihat(c: char) -> bool {
    terabaikan(c) || matches!(c, '\u{300}'..='\u{36f}' | '\u{20d0}'..='\u{20ff}')
}

/// What may stand between the groups of one number.
fn pemisah(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ':' | '|' | '+' | '.' | '-' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '/' | '_' | '*' | '(' | ')' | '\u{b7}'
        )
}

/// Runs of groups of digits that may be one number, over line breaks too.
fn deret(text: &str) -> Vec<Vec<Deret>> {
    let mut runs: Vec<Vec<Deret>> = Vec::new();
    let mut between = String::new();
    for (at, c) in text.char_indices() {
        if let Some(digit) = angka(c) {
            let joined = between.is_empty() || menyambung(&between);
            match runs.last_mut().filter(|run| joined && !run.is_empty()) {
                Some(run) => match run.last_mut().filter(|_| between.is_empty()) {
                    Some(last) => {
                        last.digits.push(digit);
                        last.range.end = at + c.len_utf8();
                    }
                    None => run.push(Deret { digits: digit.to_string(), range: at..at + c.len_utf8() }),
                },
                None => runs.push(vec![Deret { digits: digit.to_string(), range: at..at + c.len_utf8() }]),
            }
            between.clear();
        } else if !tak_terlihat(c) {
            between.push(c);
        }
    }
    runs
}

/// Whether what stands between two groups leaves them one number: no item of a list, no second line break.
fn menyambung(between: &str) -> bool {
    between.chars().count() <= 24
        && between.chars().all(pemisah)
        && between.matches('\n').count() <= 1
        && !between.contains("\n- ")
        && between.chars().filter(|c| !c.is_whitespace()).count() <= 3
        && !(between.contains('\n') && between.trim_start().starts_with('-'))
}

/// The numbers of persons in one run of groups.
fn dalam(text: &str, run: &[Deret]) -> Vec<(Range<usize>, Jenis)> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < run.len() {
        match terpanjang(text, &run[from..]) {
            Some((banyak, jenis)) => {
                found.push((run[from].range.start..run[from + banyak - 1].range.end, jenis));
                from += banyak;
            }
            None => from += 1,
        }
    }
    found
}

/// The number that begins with the first group: how many groups it has.
fn terpanjang(text: &str, groups: &[Deret]) -> Option<(usize, Jenis)> {
    let start = groups[0].range.start;
    // Far enough for an address of the web, and no further: a file may be one long word.
    let mut near = start.saturating_sub(400);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    let before = &text[near..start];
    let desimal = desimal(before.trim_end_matches(tak_terlihat));
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let label = sebelum(before);
    let url = (token.contains("://") || token.starts_with("www."))
        && !["nik=", "nip=", "ktp", "wa.me/", "whatsapp", "phone="].iter().any(|l| token.contains(l));
    if url {
        return None;
    }
    let mut digits = String::new();
    let mut best = None;
    for (n, group) in groups.iter().enumerate() {
        digits.push_str(&group.digits);
        if digits.len() > 18 || n > 18 {
            break;
        }
        if digits.len() < 9 {
            continue;
        }
        let lengths: Vec<usize> = groups[..=n].iter().map(|g| g.digits.len()).collect();
        let between = &text[start..group.range.end];
        // `1.234.567.890.123.456` is an amount, `5.1.02.01.01.0024` a code of an account.
        let ribuan = between.contains(['.', ','])
            && n > 0
            && lengths[1..].iter().all(|l| *l == 3)
            && lengths[0] <= 3
            && !digits.starts_with('0');
        // Marks that separate the numbers of a list as well join only the groups a card prints.
        let daftar = between.contains([',', ':', '|', '+'])
            && !matches!(lengths.as_slice(), [4, 4, 4, 4] | [6, 6, 4] | [8, 6, 1, 3]);
        let kode = between.contains('.') && lengths.contains(&1) && !between.contains(' ');
        let name = label.trim_end_matches([' ', ':', '.']).trim_end_matches(" lama");
        let lama = digits.len() == 9 && name.ends_with("nip");
        if desimal || daftar || (ribuan && !lama) || (digits.len() > 14 && uang(&label, &text[group.range.end..])) {
            continue;
        }
        let jenis = match digits.len() {
            18 if nip(&digits) || (label.contains("nip") && !kode) => Some(Jenis::Nip),
            16 if !kode => {
                let named = kata(&label, &MILIK);
                ((nik(&digits) && !kata(&label, &LAIN)) || named).then_some(Jenis::Nik)
            }
            9 if lama => Some(Jenis::Nip),
            10..=14 if ponsel(before, &digits, &lengths, between) => Some(Jenis::Ponsel),
            _ => None,
        };
        if let Some(jenis) = jenis {
            best = Some((n + 1, jenis));
        }
    }
    best
}

/// The words just before a number, in lower case.
fn sebelum(before: &str) -> String {
    let start = before.char_indices().rev().nth(23).map_or(0, |(at, _)| at);
    let near = &before[start..];
    // What is said of another number, in a mark behind it, is not said of this one.
    near.rsplit(['\n', ';', ')']).next().unwrap_or(near).to_lowercase()
}

/// Whether one of these words stands in a label, as a word.
fn kata(label: &str, words: &[&str]) -> bool {
    label.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether what stands before a number makes it decimals: of a percentage, of a coordinate. A whole number of one digit is the
/// number of a row, one of sixteen the number of another person.
fn desimal(before: &str) -> bool {
    let Some(whole) = before.strip_suffix([',', '.']) else { return false };
    let digits = whole.chars().rev().take_while(|c| angka(*c).is_some()).count();
    let sign = whole.chars().rev().nth(digits).is_some_and(|c| matches!(c, '-' | '\u{2212}'));
    (2..=12).contains(&digits) || (digits == 1 && (sign || whole.ends_with('0')))
}

/// Whether what stands around a number makes it an amount of money, however many digits it has.
fn uang(label: &str, behind: &str) -> bool {
    label.trim_end_matches([' ', '.', '\u{a0}']).ends_with("rp") || behind.trim_start().starts_with("rupiah")
}

fn bagian(digits: &str, range: Range<usize>) -> u32 {
    digits.get(range).and_then(|part| part.parse().ok()).unwrap_or(0)
}

/// Province, then the birthday (a woman's with 40 added to the day), then a number that is never nought.
fn nik(digits: &str) -> bool {
    let day = bagian(digits, 6..8);
    PROVINSI.iter().any(|(from, to)| (*from..=*to).contains(&bagian(digits, 0..2)))
        && (1..=79).contains(&bagian(digits, 2..4))
        && bagian(digits, 4..6) > 0
        && ((1..=31).contains(&day) || (41..=71).contains(&day))
        && (1..=12).contains(&bagian(digits, 8..10))
        && bagian(digits, 12..16) > 0
        // A row of one digit stands for any number, not for a person.
        && digits.bytes().any(|b| !digits.starts_with(char::from(b)))
}

/// Birthday, month of the appointment (21 for a contract), sex, number.
fn nip(digits: &str) -> bool {
    let (born, since, month) = (bagian(digits, 0..4), bagian(digits, 8..12), bagian(digits, 12..14));
    (1930..=2015).contains(&born)
        && (1..=12).contains(&bagian(digits, 4..6))
        && (1..=31).contains(&bagian(digits, 6..8))
        && (born + 14..=born + 70).contains(&since)
        && ((1..=12).contains(&month) || month == 21)
        && (1..=2).contains(&bagian(digits, 14..15))
}

/// Whether one of the words that announce a telephone stands just before.
fn bertelepon(label: &str) -> bool {
    let word = |w: &str| TELEPON.contains(&w.trim_matches(|c: char| !c.is_alphanumeric()));
    label.split(|c: char| c.is_whitespace() || matches!(c, ':' | '/' | '(' | '=' | '?')).any(word)
}

/// `0812-3456-7890`, `+62 812 3456 7890`: never the number of an office, which has its area in front.
fn ponsel(before: &str, digits: &str, lengths: &[usize], text: &str) -> bool {
    let plus = before.trim_end_matches(['(', ' ']).ends_with('+');
    let named = bertelepon(&sebelum(before));
    let digits = digits.strip_prefix("00").filter(|rest| rest.starts_with("62")).unwrap_or(digits);
    let own = match digits.strip_prefix("62") {
        // `+62 (0)812…`
        Some(rest) if plus || named => rest.strip_prefix('0').unwrap_or(rest),
        // `62812-3456-7890`; `628 123 456 789` is an amount.
        Some(rest) if text.contains('-') && lengths.iter().all(|l| *l >= 3) && lengths.contains(&4) => rest,
        _ => match digits.strip_prefix('0') {
            Some(rest) => rest,
            None if named && digits.starts_with('8') => digits,
            None => return false,
        },
    };
    let prefix = own.starts_with('8') && own[1..].starts_with(['1', '2', '3', '5', '7', '8', '9']);
    // A code of dots has short groups; a telephone has long ones.
    let grouped = !text.contains('.') || lengths.iter().all(|l| *l >= 3);
    prefix
        && (9..=12).contains(&own.len())
        && grouped
        && (lengths.iter().enumerate().all(|(n, l)| *l >= 2 || (n == 1 && digits.starts_with("620")))
            // `0 8 1 2 3 4 5 6 7 8 9 0`: digit by digit, with nothing but blanks.
            || (lengths.iter().all(|l| *l == 1) && text.chars().all(|c| c.is_whitespace() || angka(c).is_some())))
}

#[cfg(test)]
#[path = "pribadi_uji.rs"]
mod tests;
