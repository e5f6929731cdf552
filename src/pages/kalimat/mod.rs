//! Kalimat: the one place where sentences are made. Plain templates with agreement of number, direction and comparison.
//!
//! A sentence says what the records state and never why: it knows values, not causes. Both languages of a sentence stand
//! beside each other; the English puts the name of what is measured before a colon, because a printed name is neither
//! singular nor plural.

pub mod alasan;
pub mod banding;
pub mod hilang;
pub mod indikator;
pub mod kata;
pub mod letak;
pub mod nama;
pub mod rekaman;
pub mod sebab;
pub mod target;
mod ujung;

use crate::comparisons::Pemilik;
use crate::number::Lang;
use crate::teks;
use rust_decimal::Decimal;

/// `A`, `A dan B`, `A, B, dan C`; in English `A and B`, `A, B and C`.
pub fn gabung<S: AsRef<str>>(lang: Lang, items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_string(),
        [a, b] => format!("{} {} {}", a.as_ref(), lang.pilih("dan", "and"), b.as_ref()),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{}{} {}", init.join(", "), lang.pilih(", dan", " and"), last.as_ref())
        }
    }
}

/// Owners by name up to `terbanyak` of them, beyond that only how many: `12 kabupaten`.
pub fn sebut(lang: Lang, owners: &[&Pemilik], terbanyak: usize) -> String {
    if owners.len() > terbanyak {
        return nama::cacah(lang, owners.iter().copied());
    }
    gabung(lang, &owners.iter().map(|p| nama::pemilik(p)).collect::<Vec<_>>())
}

/// `Kabupaten Blitar` is `Blitar` inside a sentence; a kota keeps its word, for many share a name with a kabupaten.
pub fn nama_pendek(nama: &str) -> &str {
    nama.strip_prefix("Kabupaten ").unwrap_or(nama)
}

/// `1 finding`, `2 findings`; Indonesian has one form.
pub fn cacah(lang: Lang, n: usize, id: &str, satu: &str, banyak: &str) -> String {
    let word = if n == 1 { satu } else { banyak };
    format!("{} {}", lang.grouped(n.into()), lang.pilih(id, word))
}

/// A value with its unit: `95,39%`, `Rp57,82 miliar`, `48 orang`, `60,15`.
pub fn nilai(lang: Lang, value: Decimal, desimal: u32, satuan: &str) -> String {
    match satuan {
        "%" | "persen" => lang.percent(value, desimal),
        "Rp" | "rupiah" => lang.rupiah_short(value),
        "" => lang.decimal(value, desimal),
        // Points of a scale need no word behind each number.
        word if skala(word) => lang.decimal(value, desimal),
        word => format!("{} {}", lang.decimal(value, desimal), satuan_untuk(lang, value, word)),
    }
}

/// A difference with its unit, without sign: `6,32 poin persen`, `1,25 poin`, `15 orang`.
pub fn selisih(lang: Lang, value: Decimal, desimal: u32, satuan: &str) -> String {
    let text = lang.decimal(value.abs(), desimal);
    match satuan {
        "%" | "persen" => teks!(lang, "{text} poin persen", "{text} percentage points"),
        "Rp" | "rupiah" => lang.rupiah_short(value.abs()),
        "" => text,
        word if skala(word) => teks!(lang, "{text} poin", "{text} points"),
        word => format!("{text} {}", satuan_untuk(lang, value.abs(), word)),
    }
}

/// Whether a unit only says that a number stands on a scale.
fn skala(satuan: &str) -> bool {
    satuan.eq_ignore_ascii_case("nilai") || satuan.eq_ignore_ascii_case("indeks")
}

/// Common units in English, one and many; what is not listed stays as printed.
const SATUAN: [(&str, &str, &str); 13] = [
    ("orang", "person", "people"),
    ("jiwa", "person", "people"),
    ("pegawai", "employee", "employees"),
    ("keluarga", "family", "families"),
    ("bulan", "month", "months"),
    ("laporan", "report", "reports"),
    ("dokumen", "document", "documents"),
    ("lembaga", "institution", "institutions"),
    ("kelompok", "group", "groups"),
    ("paket", "package", "packages"),
    ("unit", "unit", "units"),
    ("nilai", "score", "scores"),
    ("persen", "percent", "percent"),
];

/// A unit behind a number.
fn satuan_untuk(lang: Lang, value: Decimal, satuan: &str) -> String {
    let known = SATUAN.iter().find(|(id, ..)| lang == Lang::En && satuan.eq_ignore_ascii_case(id));
    known.map_or_else(
        || lang.satuan(satuan),
        |(_, one, many)| (if value == Decimal::ONE { *one } else { *many }).to_string(),
    )
}

/// A unit by itself: `orang`, `people`.
pub fn satuan(lang: Lang, satuan: &str) -> String {
    satuan_untuk(lang, Decimal::TWO, satuan)
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
