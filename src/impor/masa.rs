//! Masa: the quarter, half-year or month that the words above a column name.

const BULAN: [&str; 12] = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/// The period the words name: `2025-tw1`, `2025-10`; the lowest level that names one.
pub fn masa(tingkat: &[String], tahun: i32) -> Option<String> {
    let roman = |w: &str| match w {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    };
    tingkat.iter().rev().find_map(|text| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        for (index, word) in words.iter().enumerate() {
            let next = words.get(index + 1).and_then(|w| roman(w));
            if let Some(n) = next.filter(|_| matches!(*word, "tw" | "triwulan" | "twl" | "trw")) {
                return Some(format!("{tahun}-tw{n}"));
            }
            if let Some(n) = next.filter(|n| *n < 3 && matches!(*word, "semester" | "smt")) {
                return Some(format!("{tahun}-s{n}"));
            }
            let month = BULAN.iter().position(|m| word.starts_with(m) || (*m == "agu" && word.starts_with("ags")));
            let full = [
                "januari",
                "februari",
                "maret",
                "april",
                "juni",
                "juli",
                "agustus",
                "september",
                "oktober",
                "november",
                "desember",
                "nopember",
                "agt",
                "ags",
                "sept",
            ];
            if let Some(n) = month.filter(|_| word.len() == 3 || full.contains(word)) {
                return Some(format!("{tahun}-{:02}", n + 1));
            }
            if *word == "nopember" {
                return Some(format!("{tahun}-11"));
            }
        }
        None
    })
}

/// Another year than the record's that the words name: the lowest level with one year decides.
pub fn tahun(tingkat: &[String], sendiri: i32) -> Option<String> {
    let years = |text: &String| -> Vec<i32> {
        let words = text.split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4);
        words.filter_map(|w| w.parse().ok()).filter(|y| (1990..2100).contains(y)).collect()
    };
    let named = tingkat.iter().rev().map(years).find(|list| list.len() == 1)?;
    (named[0] != sendiri).then(|| named[0].to_string())
}
