//! Jam: times of day, which look like numbers: `07.30 WIB`, `08.00 - 14.00`.

use super::Style;
use super::potong::Potong;

/// Words around a time of day.
const ZONA: [&str; 3] = ["wib", "wita", "wit"];

/// Whether a text is a time of day or from one to another.
pub(super) fn jam(text: &str, lead: &str, parts: &[Potong<'_>], style: Style) -> bool {
    let lower = text.to_lowercase();
    let zone = lower.split(|c: char| !c.is_alphabetic()).any(|w| ZONA.contains(&w));
    let pukul = matches!(lead.trim().to_lowercase().trim_end_matches(':').trim(), "pukul" | "pkl" | "pkl." | "jam");
    // `08:00` stands as two runs.
    let colon = parts.len() >= 2
        && parts.chunks(2).all(|p| matches!(p, [a, b] if a.behind == ":" && menit(b.token) && a.token.len() == 2));
    let points = !parts.is_empty() && parts.iter().all(|p| pukul_menit(p.token));
    if zone || pukul {
        return points || colon || (zone && parts.len() <= 4);
    }
    if colon {
        return true;
    }
    let bare = !text.contains(['%', '‰']) && !text.contains(char::is_alphabetic);
    let zero = parts.iter().any(|p| p.token.len() == 5 && p.token.starts_with('0'));
    let quarter =
        parts.len() == 2 && parts.iter().all(|p| ["00", "15", "30", "45"].iter().any(|m| p.token.ends_with(m)));
    let to = |p: &Potong<'_>| matches!(p.behind.trim(), "-" | "s.d." | "s/d" | "s.d" | "sd");
    // `07.30` is no number with decimals; `14.00 - 16.00` is one only where points open them.
    bare && points && (zero || (quarter && style != Style::Inggris && parts.first().is_some_and(to)))
}

/// `07.30`
fn pukul_menit(token: &str) -> bool {
    token.split_once('.').is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len()) && hour.parse().is_ok_and(|h: u32| h <= 24) && menit(minute)
    })
}

fn menit(token: &str) -> bool {
    token.len() == 2 && token.parse().is_ok_and(|m: u32| m < 60)
}
