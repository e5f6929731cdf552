//! The words of a Markdown text, for a list that is searched.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// The words of a Markdown text: without its signs and the targets of its links. What is a
/// block of its own ends like a sentence, so that a heading does not run into its text.
pub fn polos(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(t) | Event::Code(t) | Event::Html(t) | Event::InlineHtml(t) => out.push_str(&t),
            Event::SoftBreak | Event::HardBreak | Event::Rule | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead,
            ) => {
                out.truncate(out.trim_end().len());
                let ended = out.is_empty() || out.ends_with(['.', '?', '!', ':', ';']);
                out.push_str(if ended { " " } else { ". " });
            }
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::polos;

    #[test]
    fn markdown_leaves_its_words_and_the_signs_of_its_formulas() {
        assert_eq!(
            polos(
                "# Judul\n\n**Artinya.** Lihat [tabel](../2024/) `x`, a ÷ b = 3 − 1.\n\n- satu\n- dua.\n\n| a | b |\n|--|--|\n| 1 | 2 |\n"
            ),
            "Judul. Artinya. Lihat tabel x, a ÷ b = 3 − 1. satu. dua. a b. 1 2."
        );
    }
}
