//! Huruf: the word of a class as its cell prints it.

use crate::records::Sel;

/// The word of a class as it is printed: an alias stands as itself, a letter among other words as the letter.
pub fn tercetak<'a>(sel: &'a Sel, huruf: &'a str) -> &'a str {
    let words = |text: &str| {
        let all = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        all.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (printed, class) = (words(&sel.tercetak), words(huruf));
    let alias =
        printed.iter().all(|w| !w.contains(|c: char| c.is_ascii_digit())) && !class.iter().all(|w| printed.contains(w));
    if alias && !sel.dibaca && !printed.is_empty() { sel.tercetak.trim() } else { huruf }
}
