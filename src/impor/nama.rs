//! Nama: names of programs and indicators as they are compared: capitals, abbreviations and marks do not count.

use super::makna::lipat;

/// A name as it is compared: `PROGRAM PENUNJANG … KAB/KOTA` is `Penunjang … Kabupaten/Kota`.
pub fn lipat_nama(nama: &str) -> String {
    let folded = lipat(tanpa_nomor(nama));
    let plain: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").replace("kabupaten kota", "kab kota");
    ["program ", "sub kegiatan ", "kegiatan "]
        .iter()
        .find_map(|w| plain.strip_prefix(w))
        .map(ToString::to_string)
        .unwrap_or(plain)
}

/// A name without the number that a list puts in front of it: `1.1 Persentase ...`, `a. Jumlah ...`, `2) Program ...`.
pub fn tanpa_nomor(nama: &str) -> &str {
    let Some((first, rest)) = nama.split_once(' ') else { return nama };
    let plain = first.trim_end_matches(['.', ')']);
    let numbers = plain.contains('.') || first.len() > plain.len();
    let digits = plain.split('.').all(|p| (1..=2).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
    let letter = first.len() > plain.len() && plain.len() == 1 && plain.bytes().all(|b| b.is_ascii_lowercase());
    let word = rest.trim_start().starts_with(|c: char| c.is_alphabetic());
    if word && ((numbers && digits) || letter) { rest.trim_start() } else { nama }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_list_is_no_part_of_a_name() {
        for (printed, name) in [
            ("1.1 Persentase PPKS terlayani", "Persentase PPKS terlayani"),
            ("1. Program Penunjang", "Program Penunjang"),
            ("a. Jumlah lansia", "Jumlah lansia"),
            ("12) Angka kemiskinan", "Angka kemiskinan"),
            ("1000 HPK terlayani", "1000 HPK terlayani"),
            ("5 Pilar STBM", "5 Pilar STBM"),
            ("1.06.04 Program", "Program"),
        ] {
            assert_eq!(tanpa_nomor(printed), name);
        }
    }
}
