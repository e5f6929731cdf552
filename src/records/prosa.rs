//! Prosa: what is wrong in a Markdown file once it is read as Markdown: entities are characters then, emphasis is gone.

use super::naskah;
use crate::diagnostic::{Diagnostic, Spot};
use crate::pesan;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;
use std::sync::Arc;

/// Lists and quotations inside each other that one line may open: the parser takes a square of them.
const TERDALAM: usize = 40;
/// Letters of the longest heading: that of a free page stands in the foot of every page.
const JUDUL: usize = 300;
/// Messages one file gets.
const TERBANYAK: usize = 50;

/// The text of one block, and where in the file each stretch of it stands.
#[derive(Default)]
struct Blok {
    text: String,
    /// From which byte of the text on a stretch of the file begins.
    asal: Vec<(usize, Range<usize>)>,
}

impl Blok {
    fn tambah(&mut self, text: &str, range: Range<usize>) {
        self.asal.push((self.text.len(), range));
        self.text.push_str(text);
    }

    /// Where in the file a place of the text stands; inside an entity, the entity.
    fn tempat(&self, at: usize) -> usize {
        let n = self.asal.partition_point(|(from, _)| *from <= at).saturating_sub(1);
        self.asal.get(n).map_or(0, |(from, range)| (range.start + (at - from)).min(range.end.saturating_sub(1)))
    }
}

/// What a Markdown file says that its text does not show.
pub fn periksa(nama: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    if let Some(spot) = terlalu_dalam(text) {
        let message = pesan!(
            "baris ini membuka lebih dari {TERDALAM} daftar atau kutipan bersarang",
            "this line opens more than {TERDALAM} lists or quotations inside each other"
        );
        let help =
            pesan!("tulis dengan lebih sedikit `>`, `-` atau `*` di depan", "write fewer `>`, `-` or `*` in front");
        return vec![Diagnostic::galat("bersarang", nama, spot, message).bantuan(help)];
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut found = Vec::new();
    let mut blok = Blok::default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Text(t) | Event::Code(t) => blok.tambah(&t, range),
            // Tags part no number: `<b>3505</b>1041...`; what stands in a tag is looked at by itself.
            Event::Html(t) | Event::InlineHtml(t) => {
                let mut own = Blok::default();
                own.tambah(&t, range);
                selesai(nama, text, &own, &mut found);
            }
            Event::SoftBreak | Event::HardBreak => blok.tambah("\n", range),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                for part in [dest_url, title] {
                    let mut own = Blok::default();
                    own.tambah(&part, range.start..range.start + 1);
                    selesai(nama, text, &own, &mut found);
                }
            }
            Event::End(end) if !sebaris(&end) => {
                if matches!(end, TagEnd::Heading(_)) && blok.text.chars().take(JUDUL + 1).count() > JUDUL {
                    found.push(judul_panjang(nama, text, range.start));
                }
                selesai(nama, text, &std::mem::take(&mut blok), &mut found);
            }
            _ => {}
        }
        if found.len() > TERBANYAK {
            break;
        }
    }
    selesai(nama, text, &blok, &mut found);
    found
}

fn judul_panjang(nama: &Arc<str>, text: &str, at: usize) -> Diagnostic {
    let message = pesan!("judul ini lebih dari {JUDUL} huruf", "this heading has more than {JUDUL} characters");
    let help = pesan!(
        "ringkas judulnya; uraiannya ditulis di paragraf sesudahnya",
        "make it shorter; what it says more stands in the paragraph below it"
    );
    Diagnostic::galat("terlalu-panjang", nama, naskah::rentang(text, &(at..at + 1)), message).bantuan(help)
}

/// A value as it is read where entities, escapes and tags are no letters; nothing where it holds none of them.
pub fn polos(text: &str) -> Option<String> {
    let mut out = String::new();
    if text.contains(['&', '\\', '<', '*']) {
        for event in Parser::new(text) {
            match event {
                Event::Text(t) | Event::Code(t) => out.push_str(&t),
                Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => out.push('\n'),
                _ => {}
            }
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether text goes on behind the end of an element.
fn sebaris(end: &TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    matches!(end, Emphasis | Strong | Strikethrough | Link | Image)
}

fn selesai(nama: &Arc<str>, source: &str, blok: &Blok, found: &mut Vec<Diagnostic>) {
    let spot = |range: &Range<usize>| {
        let (from, to) = (blok.tempat(range.start), blok.tempat(range.end.saturating_sub(1)) + 1);
        let fit = |mut at: usize| {
            at = at.min(source.len());
            while !source.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        naskah::rentang(source, &(fit(from)..fit(to.max(from))))
    };
    // Characters that stand in the file as they are were said of its text.
    let new = naskah::periksa_bagian(nama, &blok.text, &spot).into_iter();
    found.extend(new.filter(|d| d.code != "karakter-terlarang" || !terlihat(source, &d.place.spot)));
}

/// Whether a place of the file holds the character itself and not an entity.
fn terlihat(source: &str, spot: &Spot) -> bool {
    let Spot::Rentang(line, column, _) = spot else { return false };
    let c = source.split('\n').nth(line - 1).and_then(|l| l.chars().nth(column - 1));
    c.is_some_and(|c| c != '&' && !c.is_ascii()) || c.is_some_and(|c| c.is_ascii_control())
}

/// The first line that opens too many blocks at once.
fn terlalu_dalam(text: &str) -> Option<Spot> {
    text.split('\n').enumerate().find_map(|(n, line)| {
        let mut rest = line.trim_start();
        let mut depth = 0;
        loop {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let next = match rest[digits..].chars().next() {
                Some('>') if digits == 0 => &rest[1..],
                Some('-' | '*' | '+') if digits == 0 && rest[1..].starts_with([' ', '\t']) => &rest[1..],
                Some('.' | ')') if digits > 0 && rest[digits + 1..].starts_with([' ', '\t']) => &rest[digits + 1..],
                _ => return None,
            };
            rest = next.trim_start();
            depth += 1;
            if depth > TERDALAM {
                return Some(Spot::Baris(n + 1, 1));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kode(text: &str) -> Vec<(&'static str, Spot)> {
        periksa(&Arc::from("a.md"), text).into_iter().map(|d| (d.code, d.place.spot)).collect()
    }

    #[test]
    fn entities_and_emphasis_hide_nothing() {
        assert_eq!(kode("a &#x202e; b"), [("karakter-terlarang", Spot::Rentang(1, 3, 3))]);
        for text in [
            "350510410190&#48;001",
            "**350510**4101900001",
            "x &#51;505104101900001",
            "350510410190\n0001",
            "[a](mailto:x@gmail.com)",
            "<b>3505</b>104101900001",
            "350510<!-- x -->4101900001",
            "<i title=\"3505104101900001\">x</i>",
        ] {
            let found = kode(text);
            assert_eq!(found.len(), 1, "{text} {found:?}");
            assert_eq!(found[0].0, "data-pribadi", "{text}");
        }
        assert_eq!(kode("# Uji\n\n- 3505\n- 1041\n- 0190\n- 0001\n\nhalo &amp; &lt; **tebal**"), []);
    }

    #[test]
    fn a_heading_of_a_megabyte_is_none() {
        let long = "abc ".repeat(250_000);
        assert_eq!(kode(&format!("# {long}\n\nisi")), [("terlalu-panjang", Spot::Rentang(1, 1, 1))]);
        assert_eq!(kode(&format!("isi\n\n{long}\n---\n")), [("terlalu-panjang", Spot::Rentang(3, 1, 1))]);
        assert_eq!(kode(&format!("# Judul\n\n{long}")), []);
    }

    #[test]
    fn a_line_that_opens_too_much_is_named() {
        for text in [">".repeat(1_000_000), "- ".repeat(200_000), "1. ".repeat(1_000), "> - * ".repeat(100)] {
            assert_eq!(kode(&text), [("bersarang", Spot::Baris(1, 1))]);
        }
        assert_eq!(kode("> a\n> > b\n- - c\n---\n***\n"), []);
    }
}
