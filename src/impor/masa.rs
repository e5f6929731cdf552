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

#[cfg(test)]
mod tests {
    use super::*;

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
