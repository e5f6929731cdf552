//! Dekat: what a message offers in the place of a word it does not know, without looking longer than anybody reads.

/// Messages of one file for which it is looked for: of each kind the first fifty are shown.
const PESAN: usize = 400;
/// Words a message lists.
const SEBUT: usize = 20;
/// Letters of a word that is compared with others.
const HURUF: usize = 200;

/// The word most like `text`, if any is like enough.
pub fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let own = text.chars().take(HURUF + 1).count();
    if own > HURUF {
        return None;
    }
    words
        .filter_map(|word| {
            // A third of a short word; a long address may be off by a word's end, not by a third of itself.
            let long = word.chars().take(HURUF + 1).count();
            let most = (long.max(3) / 3).min((long / 6).max(3));
            let possible = long <= HURUF && long.abs_diff(own) <= most;
            let distance = possible.then(|| strsim::damerau_levenshtein(text, word))?;
            (distance <= most).then_some((distance, word))
        })
        .min()
        .map(|(_, word)| word)
}

/// [`nearest`] for the next message of a file that has `found` already: among many words only where it will be read.
pub fn usul<'w>(found: usize, text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    (found < PESAN).then(|| nearest(text, words)).flatten()
}

/// Words as a message lists them: the first of many, and that there are more.
pub fn sebut<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut list: Vec<String> = words.take(SEBUT + 1).map(|w| format!("`{w}`")).collect();
    if list.len() > SEBUT {
        list.truncate(SEBUT);
        list.push("...".into());
    }
    list.join(", ")
}

/// Whether a key asks for a former name: `nama_lama`, `nama_sebelumnya`, `former_name`.
pub fn nama_dahulu(key: &str) -> bool {
    let has = |words: &[&str]| key.to_lowercase().split(['_', '-']).any(|w| words.contains(&w));
    has(&["nama", "name"])
        && has(&["lama", "dulu", "dahulu", "sebelum", "sebelumnya", "semula", "asal", "former", "old", "previous"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_like_enough_or_none() {
        let words = ["realisasi", "target", "pagu"];
        for (text, expected) in [
            ("realisai", Some("realisasi")),
            ("tagret", Some("target")),
            ("pag", Some("pagu")),
            ("sisa", None),
            ("", None),
        ] {
            assert_eq!(nearest(text, words.into_iter()), expected, "{text}");
        }
        assert_eq!(nearest(&"a".repeat(1_000_000), words.into_iter()), None);
        assert_eq!(usul(PESAN, "pag", words.into_iter()), None);
    }

    #[test]
    fn a_long_list_is_cut_where_nobody_reads_on() {
        assert_eq!(sebut(["a", "b"].into_iter()), "`a`, `b`");
        assert!(sebut(std::iter::repeat_n("a", 100_000)).ends_with("`a`, ..."));
    }
}
