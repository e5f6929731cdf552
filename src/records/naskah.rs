//! Naskah: the characters of a file, before anybody asks what they mean: what nobody can see, what turns a line round, how
//! deep it nests, whose numbers it holds.

use super::karakter::terabaikan;
use super::node::{Node, Teks};
use super::pribadi;
use crate::diagnostic::{Diagnostic, Jalur, Langkah, Spot};
use crate::pesan;
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// No record nests deeper; beyond it a bracket was not closed.
pub const TERDALAM: usize = 100;
/// Brackets from which on their depth is looked at before the file is parsed: the parser takes a square of it.
const KURUNG: usize = 2_000;
/// Messages of one kind that one file gets.
const TERBANYAK: usize = 50;

/// What a character is that must not stand in a text, in both languages.
fn terlarang(c: char, before: Option<char>, after: Option<char>) -> Option<(&'static str, &'static str)> {
    match c {
        '\t' | '\n' => None,
        c if c.is_control() => Some(("karakter kendali", "a control character")),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            Some(("pengubah arah tulisan", "a change of the direction of writing"))
        }
        '\u{2028}' | '\u{2029}' => Some(("pemisah baris", "a line separator")),
        // Joiners belong to letters of other scripts and to emoji; between plain letters they only hide.
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => {
            let plain = |c: Option<char>| c.is_none_or(|c| c.is_ascii());
            // A selector ends what it belongs to; a joiner stands between two.
            let selector = ('\u{fe00}'..='\u{fe0f}').contains(&c);
            (plain(before) || (plain(after) && !selector))
                .then_some(("karakter tak terlihat", "an invisible character"))
        }
        '\u{fff9}'..='\u{fffb}' => Some(("karakter tak terlihat", "an invisible character")),
        c => terabaikan(c).then_some(("karakter tak terlihat", "an invisible character")),
    }
}

/// The forbidden characters of a text, by their place in bytes.
fn semua_terlarang(text: &str) -> impl Iterator<Item = (usize, char, (&'static str, &'static str))> {
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        for (at, c) in chars.by_ref() {
            let what = if c.is_ascii() && !c.is_ascii_control() {
                None
            } else {
                terlarang(c, before, text[at + c.len_utf8()..].chars().next())
            };
            before = Some(c);
            if let Some(what) = what {
                return Some((at, c, what));
            }
        }
        None
    })
}

fn galat_karakter(nama: &Arc<str>, spot: Spot, c: char, what: (&str, &str)) -> Diagnostic {
    let (code, id, en) = (c as u32, what.0, what.1);
    Diagnostic::galat(
        "karakter-terlarang",
        nama,
        spot,
        pesan!("ada {id} U+{code:04X} di sini", "there is {en} here, U+{code:04X}"),
    )
    .bantuan(pesan!(
        "hapus karakter itu: ketik ulang bagian ini, atau tempel sebagai teks polos",
        "remove it: type this part again, or paste it as plain text"
    ))
}

pub(super) fn galat_pribadi(nama: &Arc<str>, spot: Spot, jenis: pribadi::Jenis) -> Diagnostic {
    let (id, en) = jenis.nama();
    Diagnostic::galat("data-pribadi", nama, spot, pesan!("ini berbentuk {id}", "this has the form of {en}")).bantuan(pesan!(
        "hapus: data pribadi tidak boleh terbit (UU 27/2022); sebut jabatannya saja. Bila bukan, tulis di belakangnya `(bukan data pribadi: alasannya)`; alasan itu ikut terbit",
        "remove it: personal data must not be published (UU 27/2022); name the office only. If it is none, write behind it `(bukan data pribadi: the reason)`; the reason is published"
    ))
}

/// Line, column and width of a stretch of a text.
pub fn rentang(text: &str, range: &Range<usize>) -> Spot {
    let before = &text[..range.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    let shown = text[range.clone()].split('\n').next().unwrap_or_default();
    Spot::Rentang(line, column, shown.chars().count().max(1))
}

/// What is wrong in the characters of a text as it stands in the file, and in the name of the file.
pub fn periksa(nama: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = semua_terlarang(text)
        .take(TERBANYAK)
        .map(|(at, c, what)| galat_karakter(nama, rentang(text, &(at..at + c.len_utf8())), c, what))
        .collect();
    found.extend(pribadi::cari(nama).into_iter().take(1).map(|(_, jenis)| galat_pribadi(nama, Spot::Berkas, jenis)));
    if nama.ends_with(".md") {
        found.extend(super::prosa::periksa(nama, text));
    } else {
        // Comments are not published by the site, but the content is; what values hold is looked at once they are decoded.
        let komentar = |range: &Range<usize>| {
            let line = text[..range.start].rsplit('\n').next().unwrap_or_default();
            line.trim_start().starts_with('#') || line.contains(" #")
        };
        let all = pribadi::cari(text).into_iter();
        let numbers = all.filter(|(range, jenis)| jenis.di_mana_pun() || komentar(range));
        found.extend(numbers.take(TERBANYAK).map(|(range, jenis)| galat_pribadi(nama, rentang(text, &range), jenis)));
    }
    found
}

/// What is wrong in a stretch of a text after it was decoded; `at` says where that stretch stands.
pub fn periksa_bagian(nama: &Arc<str>, text: &str, at: &dyn Fn(&Range<usize>) -> Spot) -> Vec<Diagnostic> {
    let chars = semua_terlarang(text)
        .take(TERBANYAK)
        .map(|(n, c, what)| galat_karakter(nama, at(&(n..n + c.len_utf8())), c, what));
    let own = pribadi::cari(text).into_iter().map(|(range, jenis)| galat_pribadi(nama, at(&range), jenis));
    chars.chain(own).collect()
}

/// What only the decoded values show: characters and numbers written as `\x33`, over folded lines, addresses of persons.
/// What stands in the text as it is was said of the text, and is not said twice.
pub fn periksa_nilai(nama: &Arc<str>, text: &str, root: &Node, found: &mut Vec<Diagnostic>) {
    let mut rest = vec![(root, Jalur::default())];
    // Looked through once, and only where a value holds one.
    let said = LazyCell::new(|| pribadi::nomor(text));
    let most = found.len() + TERBANYAK;
    while let Some((node, way)) = rest.pop().filter(|_| found.len() < most) {
        match node {
            Node::Kosong => {}
            Node::Teks(Teks { isi, .. }) => {
                // The contact of the PPID is that of an office, whatever it looks like.
                let ppid = nama.as_ref() == "portal.yaml" && way.0.first() == Some(&Langkah::Kunci("ppid".into()));
                satu_nilai(nama, (text, &said), isi, ppid, &|| Spot::Nilai(way.clone()), found);
            }
            Node::Daftar(list) => rest.extend(list.iter().enumerate().map(|(n, node)| (node, way.urutan(n)))),
            Node::Peta(pairs) => {
                for (key, node) in pairs {
                    let own = way.kunci(key);
                    satu_nilai(nama, (text, &said), key, false, &|| Spot::Kunci(own.clone(), 0), found);
                    rest.push((node, own));
                }
            }
        }
    }
}

fn satu_nilai(
    nama: &Arc<str>,
    (text, said): (&str, &dyn Deref<Target = BTreeSet<String>>),
    isi: &str,
    ppid: bool,
    at: &dyn Fn() -> Spot,
    found: &mut Vec<Diagnostic>,
) {
    let new = semua_terlarang(isi).filter(|(_, c, _)| !text.contains(*c));
    found.extend(new.take(1).map(|(_, c, what)| galat_karakter(nama, at(), c, what)));
    // What only entities and escapes hide is found once they are read.
    let polos = super::prosa::polos(isi).filter(|_| pribadi::cari(isi).is_empty());
    let isi = polos.as_deref().unwrap_or(isi);
    for (range, jenis) in pribadi::cari(isi) {
        let known = jenis.di_mana_pun() && said.contains(&pribadi::digit(&isi[range]));
        if !ppid && !known {
            found.push(galat_pribadi(nama, at(), jenis));
        }
    }
}

/// Where a file nests deeper than any record, found without building anything.
pub fn terlalu_dalam(text: &str) -> Option<Spot> {
    if text.bytes().filter(|b| matches!(b, b'[' | b'{' | b'?' | b'-')).take(KURUNG).count() < KURUNG {
        return None;
    }
    let mut depth = 0usize;
    for next in Parser::new_from_str(text) {
        let (event, span) = match next {
            Ok(next) => next,
            // It looks ahead, and gives up by itself where brackets follow brackets.
            Err(error) if error.info().contains("recursion") => {
                return Some(Spot::Baris(error.marker().line().max(1), error.marker().col() + 1));
            }
            Err(_) => return None,
        };
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > TERDALAM {
            return Some(Spot::Baris(span.start.line().max(1), span.start.col() + 1));
        }
    }
    None
}

/// Values in the quotes of a word processor, which YAML takes for letters: `“95,39%”`.
pub fn kutip_lengkung(nama: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let curly = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»');
    if !text.contains(curly) {
        return Vec::new();
    }
    let events = Parser::new_from_str(text).map_while(Result::ok).filter_map(|(event, span)| match event {
        Event::Scalar(value, ScalarStyle::Plain, ..) if value.starts_with(curly) => Some((value.to_string(), span)),
        _ => None,
    });
    let found = events.take(TERBANYAK).map(|(value, span)| {
        let shown: String = value.chars().take(40).collect();
        let inner = value.trim_matches(curly);
        let inner: String = inner.chars().take(40).collect();
        let spot = Spot::Rentang(span.start.line().max(1), span.start.col() + 1, value.chars().count().max(1));
        Diagnostic::galat(
            "kutip-lengkung",
            nama,
            spot,
            pesan!(
                "`{shown}` memakai tanda kutip lengkung, yang bagi YAML hanya huruf",
                "`{shown}` has curly quotes, which are only letters to YAML"
            ),
        )
        .bantuan(pesan!(
            "ganti dengan tanda kutip lurus: \"{inner}\"; kutipan yang memang bagian dari teks ditulis '“...”'",
            "use straight quotes: \"{inner}\"; a quotation that belongs to the text is written '“...”'"
        ))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kode(nama: &str, text: &str) -> Vec<&'static str> {
        periksa(&Arc::from(nama), text).into_iter().map(|d| d.code).collect()
    }

    #[test]
    fn characters_nobody_can_see_are_named() {
        for c in [
            '\0', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{200b}', '\u{ad}', '\u{feff}',
            '\r',
        ] {
            assert_eq!(kode("a.yaml", &format!("a: x{c}y")), ["karakter-terlarang"], "{c:?}");
        }
        assert_eq!(kode("a.yaml", "a: x\ty\n\u{a0}é “b” – ½ 👨\u{200d}👩 می\u{200c}خواهم"), [""; 0]);
    }

    #[test]
    fn depth_is_seen_before_anything_is_built() {
        for shape in ["[", "- ", "? ", "{a: ", "[{a: "] {
            assert!(terlalu_dalam(&shape.repeat(20_000)).is_some(), "{shape}");
        }
        assert!(terlalu_dalam(&"- [1, {a: b}]\n".repeat(5_000)).is_none());
    }

    #[test]
    fn curly_quotes_are_found_where_they_should_be_straight() {
        let found = |text: &str| kutip_lengkung(&Arc::from("a.yaml"), text).len();
        assert_eq!(found("a: “x”\nb: [“1,5”, ‘2’]"), 3);
        assert_eq!(found("a: '“x”'\nb: kata “x”\nc: |\n  “x”\n"), 0);
    }
}
