//! Nama: names of programs and indicators as they are compared: capitals, abbreviations and marks do not count.

use super::makna::lipat;

/// A name as it is compared: `PROGRAM PENUNJANG … KAB/KOTA` is `Penunjang … Kabupaten/Kota`.
pub fn lipat_nama(nama: &str) -> String {
    let folded = lipat(nama).replace("kabupaten/kota", "kab/kota");
    let plain: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    ["program ", "sub kegiatan ", "kegiatan "]
        .iter()
        .find_map(|w| plain.strip_prefix(w))
        .map(ToString::to_string)
        .unwrap_or(plain)
}
