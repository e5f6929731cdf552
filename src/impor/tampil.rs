//! Tampil: what the format of a cell makes of its number: a percentage, decimals, a unit in quotes, thousands cut off.

/// How a number is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tampil {
    /// Times a hundred, with its sign.
    pub persen: bool,
    /// Figures behind the point, where the format fixes them.
    pub desimal: Option<u32>,
    /// How often it is divided by a thousand: `#,##0,,` shows millions.
    pub ribuan: u32,
    /// The words behind it: `0" Dokumen"`.
    pub akhiran: String,
}

impl Tampil {
    /// Reads a number format; only its first section, which is that of what is above zero.
    pub fn baca(code: &str) -> Self {
        let mut out = Self::default();
        let (mut digits, mut point, mut behind, mut commas) = (false, None, String::new(), 0);
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => behind.extend(chars.by_ref().take_while(|c| *c != '"')),
                '\\' => behind.extend(chars.next()),
                // A blank as wide as a letter, a letter that fills the cell, a colour or a currency.
                '_' | '*' => drop(chars.next()),
                '[' => drop(chars.by_ref().find(|c| *c == ']')),
                '%' => out.persen = true,
                '0' | '#' | '?' => {
                    digits = true;
                    behind.clear();
                    commas = 0;
                    point = point.map(|n: u32| n + 1);
                }
                '.' if digits => point = Some(0),
                ',' if digits => commas += 1,
                // `General`, dates, fractions, powers: nothing is known of their figures.
                _ if c.is_alphabetic() || c == '/' || c == '@' => {
                    return Self { persen: out.persen, ..Self::default() };
                }
                c => behind.push(c),
            }
        }
        out.ribuan = commas;
        out.desimal = digits.then(|| point.unwrap_or(0));
        let words = behind.trim();
        if digits && words.starts_with(char::is_alphabetic) {
            out.akhiran = words.to_string();
        }
        out
    }
}

/// By what a table multiplies, the word of a cell, the word of a table.
pub const BESARAN: [(i64, &str, &str); 4] = [
    (1_000, "ribu", "ribuan rupiah"),
    (1_000_000, "juta", "jutaan rupiah"),
    (1_000_000_000, "miliar", "miliaran rupiah"),
    (1_000_000_000_000, "triliun", "triliunan rupiah"),
];

/// A printed amount with the word of its magnitude.
pub fn tercetak(text: &str, kali: i64) -> String {
    BESARAN.iter().find(|(n, ..)| *n == kali).map_or_else(|| text.to_string(), |(_, word, _)| format!("{text} {word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_says_what_is_shown_of_a_number() {
        let read = |code: &str| {
            let t = Tampil::baca(code);
            (t.persen, t.desimal, t.ribuan, t.akhiran)
        };
        let word = |text: &str| text.to_string();
        assert_eq!(read("0.00%"), (true, Some(2), 0, word("")));
        assert_eq!(read("0\" %\""), (false, Some(0), 0, word("")));
        assert_eq!(read("#,##0.00;[Red]-#,##0.00"), (false, Some(2), 0, word("")));
        assert_eq!(read("#,##0,,"), (false, Some(0), 2, word("")));
        assert_eq!(read("0\" Dokumen\""), (false, Some(0), 0, word("Dokumen")));
        assert_eq!(read("0.0\\ \\h\\a\\r\\i"), (false, Some(1), 0, word("hari")));
        assert_eq!(read("_-\"Rp\"* #,##0_-"), (false, Some(0), 0, word("")));
        assert_eq!(read("General"), (false, None, 0, word("")));
    }
}
