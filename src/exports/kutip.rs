//! What stands under a figure for whoever takes it along: the citation and the code of the frame.

use crate::pages::figure::Figure;
use crate::teks;

/// Longest sentence of a citation, in characters.
const KALIMAT: usize = 320;

/// What a citation says beside the figure.
#[derive(Debug, Clone, Copy)]
pub struct Terbitan<'a> {
    /// Title of the portal.
    pub portal: &'a str,
    /// Newest cut-off of all its data: the edition. Builds have no clock.
    pub keadaan: Option<&'a str>,
    /// Where the figure stands: a full address, or the path in the folder.
    pub alamat: &'a str,
}

/// Title, value, document and table, edition and address as one text, in the language of the figure.
pub fn kutipan(figure: &Figure, t: &Terbitan<'_>) -> String {
    let (lang, portal) = (figure.lang, t.portal);
    let mut parts = vec![format!("“{}”", figure.judul), figure.subjudul.clone()];
    parts.push(pendek(&figure.kalimat, KALIMAT));
    if !figure.sumber.is_empty() {
        parts.push(format!("{}: {}", lang.pilih("Sumber", "Source"), figure.sumber));
    }
    parts.push(figure.keadaan.clone());
    parts.push(match t.keadaan {
        Some(day) => teks!(lang, "Dalam: {portal}, data keadaan {day}", "In: {portal}, data as of {day}"),
        None => teks!(lang, "Dalam: {portal}", "In: {portal}"),
    });
    let said: Vec<&str> = parts.iter().map(|p| p.trim().trim_end_matches('.')).filter(|p| !p.is_empty()).collect();
    format!("{}. {}", said.join(". "), t.alamat)
}

/// The code that shows the embed page in another site.
pub fn sematan(judul: &str, alamat: &str, tinggi: u32) -> String {
    let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{tinggi}\" style=\"border:0\" loading=\"lazy\"></iframe>",
        quoted(alamat),
        quoted(judul)
    )
}

/// A text of at most so many characters, ended at a clause, else at a word.
pub fn pendek(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_string() };
    let head = &text[..end];
    // A number is never cut: its parts hold no space.
    let cut = head.rfind("; ").filter(|at| *at > end / 2).or_else(|| head.rfind(' ')).unwrap_or(end);
    format!("{} …", head[..cut].trim_end_matches([' ', ',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_ends_at_a_clause() {
        let text = "Dua dari tiga: Rehabilitasi 95,39%; Jaminan 100%; Perlindungan 88%.";
        assert_eq!(pendek(text, 200), text);
        assert_eq!(pendek(text, 50), "Dua dari tiga: Rehabilitasi 95,39%; Jaminan 100% …");
        assert_eq!(pendek(text, 24), "Dua dari tiga …");
        assert_eq!(pendek("Éééééé", 3), "Ééé …");
    }

    #[test]
    fn the_frame_quotes_its_title() {
        let code = sematan("A \"B\" <c>", "https://x/y/", 300);
        assert!(code.contains("title=\"A &quot;B&quot; &lt;c>\"") && code.contains("height=\"300\""), "{code}");
    }
}
