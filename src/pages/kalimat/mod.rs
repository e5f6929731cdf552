//! Kalimat: the one place where sentences are made. Plain templates with agreement of number, direction and comparison.
//!
//! A sentence says what the records state and never why: it knows values, not causes.

pub mod alasan;
pub mod banding;
pub mod rekaman;

pub use crate::pages::data::tanggal;

use crate::number;
use rust_decimal::Decimal;

/// `A`, `A dan B`, `A, B, dan C`.
pub fn gabung<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_string(),
        [a, b] => format!("{} dan {}", a.as_ref(), b.as_ref()),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{}, dan {}", init.join(", "), last.as_ref())
        }
    }
}

/// Names up to `terbanyak` of them, beyond that only how many: `12 kabupaten`.
pub fn sebut<S: AsRef<str>>(names: &[S], terbanyak: usize, kata: &str) -> String {
    if names.len() > terbanyak { format!("{} {kata}", names.len()) } else { gabung(names) }
}

/// `Kabupaten Blitar` is `Blitar` inside a sentence; a kota keeps its word, for many share a name with a kabupaten.
pub fn nama_pendek(nama: &str) -> &str {
    nama.strip_prefix("Kabupaten ").unwrap_or(nama)
}

/// What several daerah are called together.
pub fn kata_daerah<'a>(mut names: impl Iterator<Item = &'a str>) -> &'static str {
    if names.any(|n| n.starts_with("Kota ")) { "kabupaten/kota" } else { "kabupaten" }
}

/// A value with its unit: `95,39%`, `Rp57,82 miliar`, `48 orang`, `60,15`.
pub fn nilai(value: Decimal, desimal: u32, satuan: &str) -> String {
    match satuan {
        "%" | "persen" => number::percent(value, desimal),
        "Rp" | "rupiah" => number::rupiah_short(value),
        "" => number::decimal(value, desimal),
        // Points of a scale need no word behind each number.
        word if word.eq_ignore_ascii_case("nilai") || word.eq_ignore_ascii_case("indeks") => {
            number::decimal(value, desimal)
        }
        word => format!("{} {word}", number::decimal(value, desimal)),
    }
}

/// A difference with its unit, without sign: `6,32 poin persen`, `1,25 poin`, `15 orang`.
pub fn selisih(value: Decimal, desimal: u32, satuan: &str) -> String {
    let text = number::decimal(value.abs(), desimal);
    match satuan {
        "%" | "persen" => format!("{text} poin persen"),
        "Rp" | "rupiah" => number::rupiah_short(value.abs()),
        "" => text,
        word if word.eq_ignore_ascii_case("nilai") || word.eq_ignore_ascii_case("indeks") => format!("{text} poin"),
        word => format!("{text} {word}"),
    }
}

/// A name as it stands inside a sentence: `Nilai SAKIP` becomes `nilai SAKIP`, `PPKS yang tertangani` stays.
pub fn di_dalam(nama: &str) -> String {
    let first: String = nama.chars().take_while(|c| c.is_alphanumeric()).collect();
    if first.chars().filter(|c| c.is_uppercase()).count() > 1 {
        return nama.to_string();
    }
    let mut chars = nama.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

/// With a capital at the beginning.
pub fn kapital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
