//! Masa: the quarter, half-year or month that the words above a column name.

use crate::number::bulan_ke;

/// A kind of period: its words, how many of it are in a year, and how a period of it is written.
struct Jenis {
    kata: &'static [&'static str],
    banyak: usize,
    tanda: &'static str,
}

const JENIS: [Jenis; 3] = [
    Jenis { kata: &["tw", "triwulan", "twl", "trw", "triw", "twln", "kuartal", "q"], banyak: 4, tanda: "tw" },
    Jenis { kata: &["semester", "smt", "sem", "smst"], banyak: 2, tanda: "s" },
    Jenis { kata: &["bulan", "bln"], banyak: 12, tanda: "" },
];

/// The period the words name: `2025-tw1`, `2025-10`; the lowest level that names one.
pub fn masa(tingkat: &[String], tahun: i32) -> Option<String> {
    let (at, part) = tingkat.iter().enumerate().rev().find_map(|(at, text)| {
        if let Some((_, end)) = rentang(text) {
            return Some((at, end));
        }
        let words = kata(text);
        let above = || tingkat[..at].iter().rev().find_map(|t| kata(t).iter().find_map(|w| jenis(w).map(|(j, _)| j)));
        // "Realisasi Triwulan" above, "II" below.
        let bare = |n: usize| above().filter(|j| n <= j.banyak).map(|j| tulis(j, n));
        let own = bernama(&words).or_else(|| match words.as_slice() {
            [only] => nomor(only).and_then(bare),
            _ => None,
        });
        own.map(|part| (at, part))
    })?;
    let named = tingkat[..=at].iter().rev().map(|t| tahun_dalam(t)).find(|list| list.len() == 1);
    Some(format!("{}-{part}", named.map_or(tahun, |list| list[0])))
}

/// The two periods that a text names as a stretch of the year: `januari sd desember`, `tw i - iv`; the second.
fn rentang(text: &str) -> Option<(String, String)> {
    let (first, last) = text.rsplit_once(" sd ").or_else(|| text.rsplit_once('-'))?;
    let (first, last) = (kata(first), kata(last));
    let begin = bernama(&first)?;
    let kind = first.iter().find_map(|w| jenis(w).map(|(kind, _)| kind));
    let bare =
        || last.first().and_then(|w| nomor(w)).zip(kind).filter(|(n, k)| *n <= k.banyak).map(|(n, k)| tulis(k, n));
    let end = bernama(&last).or_else(bare)?;
    (begin != end).then_some((begin, end))
}

/// Whether money of a period counts from the start of the year; nothing where the words do not say it.
pub fn kumulatif(tingkat: &[String], tahun: i32) -> Option<bool> {
    let all = tingkat.join(" / ");
    if let Some((begin, _)) = tingkat.iter().rev().find_map(|t| rentang(t)) {
        return ["01", "tw1", "s1"].contains(&begin.as_str()).then_some(true);
    }
    let words = kata(&all);
    if words.contains(&"sd") {
        return Some(true);
    }
    // On a day money is what was spent up to then: `per 31 desember`.
    let day =
        |pair: &[&str]| pair[0].parse::<u32>().is_ok_and(|n| (28..=31).contains(&n)) && bulan_ke(pair[1]).is_some();
    if words.windows(2).any(day) {
        return Some(true);
    }
    let month = masa(tingkat, tahun).is_some_and(|m| !m.contains("tw") && !m.contains("-s"));
    if month && words.contains(&"per") { None } else { Some(false) }
}

/// Whether a text is no more than a period: `TW II`, `Jan`, `III`.
pub fn hanya_masa(text: &str) -> bool {
    let words = kata(text);
    let roman =
        matches!(words.as_slice(), [only] if nomor(only).is_some() && !only.starts_with(|c: char| c.is_ascii_digit()));
    words.len() <= 3 && (roman || bernama(&words).is_some())
}

fn kata(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect()
}

fn bernama(words: &[&str]) -> Option<String> {
    for (index, word) in words.iter().enumerate() {
        if let Some((kind, glued)) = jenis(word) {
            let rest = words[index + 1..].iter().find(|w| **w != "ke");
            let n = glued.or_else(|| rest.and_then(|w| nomor(w)));
            if let Some(n) = n.filter(|n| *n <= kind.banyak) {
                return Some(tulis(kind, n));
            }
        }
        if let Some(n) = bulan_ke(word) {
            return Some(format!("{n:02}"));
        }
    }
    None
}

/// The kind a word names, and the number that is glued to it: `tw2`, `twiv`.
fn jenis(word: &str) -> Option<(&'static Jenis, Option<usize>)> {
    JENIS.iter().find_map(|kind| {
        let fits = |k: &&str| {
            let rest = word.strip_prefix(*k)?;
            if rest.is_empty() {
                return (*k != "q").then_some(None);
            }
            nomor(rest).map(Some)
        };
        kind.kata.iter().find_map(fits).map(|n| (kind, n))
    })
}

fn tulis(kind: &Jenis, n: usize) -> String {
    if kind.tanda.is_empty() { format!("{n:02}") } else { format!("{}{n}", kind.tanda) }
}

/// A number as words count periods: `2`, `II`, `kedua`.
fn nomor(word: &str) -> Option<usize> {
    let listed =
        [["i", "pertama", "kesatu"], ["ii", "kedua", "dua"], ["iii", "ketiga", "tiga"], ["iv", "keempat", "empat"]];
    let roman = ["v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let named = listed.iter().position(|l| l.contains(&word)).map(|n| n + 1);
    let higher = || roman.iter().position(|r| *r == word).map(|n| n + 5);
    named.or_else(higher).or_else(|| word.parse().ok().filter(|n| (1..=12).contains(n) && word.len() <= 2))
}

/// Another year than the record's that the words name: the lowest level with one year decides.
pub fn tahun(tingkat: &[String], sendiri: i32) -> Option<String> {
    let named = tingkat.iter().rev().map(|t| tahun_dalam(t)).find(|list| list.len() == 1)?;
    (named[0] != sendiri).then(|| named[0].to_string())
}

/// The years that a text names.
pub fn tahun_dalam(text: &str) -> Vec<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4);
    words.filter_map(|w| w.parse().ok()).filter(|y| (1990..2100).contains(y)).collect()
}

/// The month in which a period as columns write it ends; none of a whole year.
pub fn bulan(masa: &str) -> Option<u32> {
    let (_, part) = masa.split_once('-')?;
    let times = |rest: &str, months: u32| rest.parse::<u32>().ok().map(|n| n * months);
    match (part.strip_prefix("tw"), part.strip_prefix('s')) {
        (Some(n), _) => times(n, 3),
        (_, Some(n)) => times(n, 6),
        _ => times(part, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_the_year_and_a_day_count_from_its_start() {
        for (text, period, sofar) in [
            ("realisasi sd tanggal 31 desember 2025", "2025-12", Some(true)),
            ("realisasi 1 januari sd 31 desember 2025", "2025-12", Some(true)),
            ("realisasi januari - juni", "2025-06", Some(true)),
            ("realisasi tw i-iv", "2025-tw4", Some(true)),
            ("realisasi per 30 september", "2025-09", Some(true)),
            ("realisasi per september", "2025-09", None),
            ("realisasi april - juni", "2025-06", None),
            ("realisasi desember", "2025-12", Some(false)),
            ("realisasi sd tw ii", "2025-tw2", Some(true)),
        ] {
            let levels = [text.to_string()];
            assert_eq!(masa(&levels, 2025).as_deref(), Some(period), "{text}");
            assert_eq!(kumulatif(&levels, 2025), sofar, "{text}");
        }
    }

    #[test]
    fn periods_are_read_however_a_head_writes_them() {
        for (levels, period) in [
            (&["target kinerja", "tw i"][..], Some("2025-tw1")),
            (&["realisasi triwulan ke-2"], Some("2025-tw2")),
            (&["tw-iii"], Some("2025-tw3")),
            (&["twiv"], Some("2025-tw4")),
            (&["tw 4 2024"], Some("2024-tw4")),
            (&["triwulan kedua"], Some("2025-tw2")),
            (&["target triwulan", "iii"], Some("2025-tw3")),
            (&["target per semester", "ii"], Some("2025-s2")),
            (&["realisasi semester i"], Some("2025-s1")),
            (&["bulan", "realisasi", "11"], Some("2025-11")),
            (&["bulan ke 3"], Some("2025-03")),
            (&["pebruari"], Some("2025-02")),
            (&["nopember", "r"], Some("2025-11")),
            (&["target", "i"], None),
            (&["target triwulan", "5"], None),
            (&["semester iii"], None),
            (&["marka jalan"], None),
            (&["target 2025"], None),
        ] {
            let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
            assert_eq!(masa(&levels, 2025).as_deref(), period, "{levels:?}");
        }
    }
}
