//! Dana: names of sources of funds: one of them in any spelling, the sum of several, a column of them.

use super::kata::{DANA, lipat, salah_satu};
use super::kisi::Lembar;
use super::total::total;
use crate::records::nama_sumber;
use std::ops::Range;

/// A source of funds as two spellings of it are compared.
pub fn kunci(text: &str) -> String {
    nama_sumber(text).unwrap_or_else(|| lipat(text))
}

/// Whether a text is a source of funds and nothing else: `DAU`, `DAK Fisik`, `Dana Alokasi Umum (DAU)`.
pub fn is_dana(text: &str) -> bool {
    mulai(text, &DANA)
}

fn mulai(text: &str, words: &[&str]) -> bool {
    let Some(code) = nama_sumber(text).filter(|c| c.split('-').count() <= 6) else { return false };
    words.iter().map(|w| w.replace(' ', "-")).any(|w| code == w || code.starts_with(&format!("{w}-")))
}

/// Words of sources that are other things too where no head says what they are.
const LAIN: [&str; 10] = ["hibah", "apbn", "apbd", "bk", "bkk", "otsus", "bok", "bos", "jkn", "pajak rokok"];

/// Whether what stands in the place of a source is the sum of several: `JUMLAH`, `Total`, or `DAU + DAK` beside rows of both.
pub fn is_jumlah(text: &str, semua: &[String]) -> bool {
    if nama_sumber(text).is_none() || total(text) {
        return true;
    }
    let joined = lipat(text).replace(" dan ", "+").replace([',', '&', '/', ';'], "+");
    let parts: Vec<String> = joined.split('+').map(|p| kunci(p.trim())).filter(|p| !p.is_empty()).collect();
    let own = kunci(text);
    let beside = |p: &String| {
        semua.iter().map(|s| kunci(s)).any(|s: String| s != own && (s == *p || s.starts_with(&format!("{p}-"))))
    };
    parts.len() > 1 && parts.iter().all(beside)
}

/// Whether the cells of a column without a known meaning are sources of funds: all of them, or most where its head says so.
pub fn is_kolom(lembar: &Lembar, isi: &Range<usize>, column: usize, head: &str) -> bool {
    let texts: Vec<String> =
        isi.clone().map(|row| lembar.sel(row, column).tulisan()).filter(|t| !t.is_empty() && t != "-").collect();
    let sums = texts.iter().filter(|t| total(t)).count();
    let said = salah_satu(&lipat(head), &["sumber", "dana"]);
    let funds = texts.iter().filter(|t| is_dana(t) || (said && mulai(t, &LAIN))).count();
    funds > 0 && (funds + sums == texts.len() || (said && (funds + sums) * 10 >= texts.len() * 6))
}

/// The source that a row of a sum is of: `Jumlah DAU`, `Total DAK Fisik`.
pub fn jumlah_sumber(text: &str) -> Option<String> {
    let words = text.trim();
    let (first, rest) = words.split_once(' ')?;
    let sum = matches!(lipat(first).as_str(), "jumlah" | "total" | "subtotal" | "jml");
    let rest = rest.trim().trim_start_matches("sumber dana").trim_start_matches("Sumber Dana").trim_matches([':', ' ']);
    (sum && is_dana(rest)).then(|| rest.to_string())
}
