//! Bulan: the months, and how documents write them.

/// The months in both languages, all ASCII, and spellings beside their name and its first three letters, in small letters.
pub(super) const BULAN: [(&str, &str, &[&str]); 12] = [
    ("Januari", "January", &[]),
    ("Februari", "February", &["pebruari", "peb"]),
    ("Maret", "March", &["mrt"]),
    ("April", "April", &[]),
    ("Mei", "May", &[]),
    ("Juni", "June", &[]),
    ("Juli", "July", &[]),
    ("Agustus", "August", &["agt", "ags", "agst"]),
    ("September", "September", &["sept"]),
    ("Oktober", "October", &[]),
    ("November", "November", &["nopember", "nop"]),
    ("Desember", "December", &[]),
];

/// The month, 1 to 12, that a word in small letters names as an Indonesian document writes it: `maret`, `mar`, `mrt`.
pub fn bulan_ke(word: &str) -> Option<usize> {
    let names = |(id, _, more): &(&str, &str, &[&str])| {
        word.eq_ignore_ascii_case(id) || word.eq_ignore_ascii_case(&id[..3]) || more.contains(&word)
    };
    BULAN.iter().position(names).map(|n| n + 1)
}

#[cfg(test)]
mod tests {
    use super::bulan_ke;

    #[test]
    fn a_month_is_known_by_its_name_and_by_its_short_ones() {
        for (word, month) in [("januari", 1), ("peb", 2), ("mei", 5), ("agu", 8), ("agt", 8), ("sept", 9), ("des", 12)]
        {
            assert_eq!(bulan_ke(word), Some(month), "{word}");
        }
        assert_eq!(bulan_ke("may"), None);
    }
}
