//! Istilah: the first time a page uses a term of the glossary, the term leads to its meaning there.
//!
//! With scripts it explains itself in place: `terang.js` fetches the meanings of all terms, one file a language, and opens
//! them in the browser's own popover; then they also stand at the end of a printed page. A page carries links only: with
//! its meanings it would be a tenth heavier, and every page would repeat them.

use crate::pages::umum::IstilahView;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Elements whose running text may be explained.
const KALIMAT: [&str; 4] = ["p", "li", "dd", "dt"];
/// Elements in which it may not: a link inside a link or a heading helps nobody.
const BUKAN: [&str; 17] = [
    "a",
    "button",
    "code",
    "figcaption",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "label",
    "nav",
    "script",
    "select",
    "small",
    "style",
    "summary",
    "svg",
];
/// Classes whose words not everybody sees, and findings, which quote places as printed.
const BUKAN_KELAS: [&str; 3] = ["class=\"label\"", "class=\"baca\"", "class=\"temuan-daftar\""];
/// Elements that hold the name of something.
const BERNAMA: [&str; 7] = ["a", "h1", "h2", "h3", "h4", "summary", "th"];
/// Elements without an end.
const KOSONG: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// The terms of a portal, ready to be found.
pub struct Istilah {
    cari: Option<AhoCorasick>,
    daftar: Vec<IstilahView>,
}

impl Istilah {
    /// Prepares the terms of the glossary.
    pub fn baru(daftar: Vec<IstilahView>) -> Self {
        let names = daftar.iter().map(|i| i.istilah.as_str()).filter(|n| !n.is_empty());
        let cari =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(names);
        let cari = cari.ok().filter(|_| !daftar.is_empty() && daftar.iter().all(|i| !i.istilah.is_empty()));
        Self { cari, daftar }
    }

    /// All terms.
    pub fn daftar(&self) -> &[IstilahView] {
        &self.daftar
    }

    /// A page with its terms explained; `akar` leads from it to the folder of the glossary.
    pub fn jelaskan(&self, html: String, akar: &str) -> String {
        let Some(cari) = &self.cari else { return html };
        let (Some(from), Some(to)) = (html.find("<main"), html.rfind("</main>")) else { return html };
        let mut out = String::with_capacity(html.len() + 4096);
        let nama = self.nama(cari, &html[from..to]);
        out.push_str(&html[..from]);
        let mut dipakai: Vec<usize> = Vec::new();
        // Open elements, and whether nothing in them may be explained.
        let mut stack: Vec<(&str, bool)> = Vec::new();
        let mut rest = &html[from..to];
        while let Some(open) = rest.find('<') {
            let (text, tail) = rest.split_at(open);
            if stack.iter().any(|(t, _)| KALIMAT.contains(t)) && !stack.iter().any(|(_, no)| *no) {
                self.teks(cari, nama.as_ref(), text, akar, &mut dipakai, &mut out);
            } else {
                out.push_str(text);
            }
            let end = tail.find('>').map_or(tail.len(), |i| i + 1);
            let tag = &tail[..end];
            out.push_str(tag);
            rest = &tail[end..];
            let name =
                tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            if tag.starts_with("</") {
                // What is open below it ends with it.
                if let Some(at) = stack.iter().rposition(|(t, _)| *t == name) {
                    stack.truncate(at);
                }
            } else if !tag.ends_with("/>") && !tag.starts_with("<!") && !KOSONG.contains(&name) {
                stack.push((name, BUKAN.contains(&name) || BUKAN_KELAS.iter().any(|class| tag.contains(class))));
            }
        }
        out.push_str(rest);
        out.push_str(&html[to..]);
        out
    }

    /// The names a page gives to things, in which an everyday word means something else: `perubahan` in the name of an
    /// indicator on climate is no phase of a budget. They stand as headings, links and heads of rows.
    fn nama(&self, cari: &AhoCorasick, html: &str) -> Option<AhoCorasick> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            let tail = &rest[open..];
            let end = tail.find('>').map_or(tail.len(), |i| i + 1);
            let tag = tail[1..end].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            rest = &tail[end..];
            if BERNAMA.contains(&tag) {
                // A mark of the language may stand around the name.
                let inner = rest.trim_start();
                let inner = match inner.strip_prefix("<span").and_then(|s| s.split_once('>')) {
                    Some((_, text)) => text,
                    None => inner,
                };
                let text = inner.split('<').next().unwrap_or_default().trim();
                let word = |n: usize| self.daftar[n].istilah.chars().any(char::is_lowercase);
                if text.contains(' ')
                    && cari.find_iter(text).any(|m| word(m.pattern().as_usize()) && m.len() < text.len())
                {
                    names.insert(text);
                }
            }
        }
        if names.is_empty() {
            return None;
        }
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(names).ok()
    }

    /// Running text, with each term found for the first time on the page made a link.
    fn teks(
        &self,
        cari: &AhoCorasick,
        nama: Option<&AhoCorasick>,
        text: &str,
        akar: &str,
        dipakai: &mut Vec<usize>,
        out: &mut String,
    ) {
        let named: Vec<_> = nama.into_iter().flat_map(|n| n.find_iter(text)).map(|m| m.range()).collect();
        let mut done = 0;
        for found in cari.find_iter(text) {
            let n = found.pattern().as_usize();
            let word = &text[found.range()];
            if dipakai.contains(&n)
                || !sendiri(text, found.start(), found.end())
                || dalam_entitas(text, found.start())
                // An abbreviation means the same inside a name.
                || (self.daftar[n].istilah.chars().any(char::is_lowercase)
                    && named.iter().any(|name| name.contains(&found.start())))
                || !sama(&self.daftar[n].istilah, word)
            {
                continue;
            }
            dipakai.push(n);
            out.push_str(&text[done..found.start()]);
            let jangkar = &self.daftar[n].jangkar;
            let _ = write!(out, "<a class=\"istilah\" href=\"{akar}glosarium/index.html#{jangkar}\">{word}</a>");
            done = found.end();
        }
        out.push_str(&text[done..]);
    }
}

/// Whether a place of a text lies inside an entity: `x27` of `&#x27;` is nobody's word.
fn dalam_entitas(text: &str, at: usize) -> bool {
    text[..at].rfind('&').is_some_and(|amp| {
        let inner = &text[amp + 1..at];
        inner.len() < 12 && inner.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

/// Whether a stretch of a text is a word of its own.
fn sendiri(text: &str, from: usize, to: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '-' || c == '&';
    !text[..from].chars().next_back().is_some_and(letter) && !text[to..].chars().next().is_some_and(letter)
}

/// `Serapan` is `serapan` at the beginning of a sentence; `SPM` is never `spm`.
fn sama(istilah: &str, word: &str) -> bool {
    let tail = |s: &str| s.chars().skip(1).collect::<String>();
    istilah == word
        || (istilah.eq_ignore_ascii_case(word)
            && tail(istilah) == tail(word)
            && tail(word).chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::{Istilah, IstilahView};

    fn istilah(nama: &str) -> IstilahView {
        let jangkar = nama.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        IstilahView { istilah: nama.into(), jangkar, kepanjangan: None, arti: String::new(), bahasa: None }
    }

    fn halaman(isi: &str) -> String {
        let daftar = Istilah::baru(vec![istilah("SPM"), istilah("Serapan")]);
        daftar.jelaskan(format!("<p>SPM</p><main>{isi}</main><p>SPM</p>"), "../")
    }

    #[test]
    fn a_term_is_explained_the_first_time_it_stands_in_a_sentence() {
        let out =
            halaman("<h1>SPM</h1><p>Apa <a>SPM</a>? <span>SPM itu</span>, lalu SPM.</p><p>serapan, SPMX, spm</p>");
        assert_eq!(out.matches("<a class").count(), 2, "{out}");
        assert!(out.contains("<span><a class=\"istilah\" href=\"../glosarium/index.html#spm\">SPM</a> itu"), "{out}");
        assert!(out.contains("#serapan\">serapan</a>, SPMX, spm"), "{out}");
    }

    #[test]
    fn an_everyday_word_inside_the_name_of_something_is_not_that_term() {
        let out = halaman("<h1>Serapan tenaga kerja</h1><p>Serapan tenaga kerja, SPM: 80%.</p><p>Nilai SPM</p>");
        assert_eq!(out.matches("<a class").count(), 1, "{out}");
        let out = halaman("<h1>Serapan tenaga kerja</h1><p>Serapan tenaga kerja 80%, serapan 95%.</p>");
        assert!(out.contains("kerja 80%, <a class"), "{out}");
    }

    #[test]
    fn a_term_is_a_link_once_on_a_page() {
        let out = halaman("<ul><li>SPM dan serapan</li><li>SPM</li></ul>");
        assert!(out.ends_with(">serapan</a></li><li>SPM</li></ul></main><p>SPM</p>"), "{out}");
    }

    #[test]
    fn a_quotation_mark_of_a_term_stands_in_no_attribute() {
        let evil = "x\" onfocus=\"alert(1)\" autofocus y=\"";
        let daftar = Istilah::baru(vec![istilah(evil), istilah("x27")]);
        let out = daftar.jelaskan(format!("<main><p>isi {evil} dan &#x27;</p></main>"), "");
        assert!(out.contains(&format!("-\">{evil}</a> dan")), "{out}");
        assert_eq!(out.matches("<a class=\"istilah\" href=\"glosarium/index.html#x").count(), 1, "{out}");
        assert!(out.ends_with("</a> dan &#x27;</p></main>"), "{out}");
    }

    #[test]
    fn a_page_without_terms_stays_as_it_is() {
        assert_eq!(halaman("<p>apa</p>"), "<p>SPM</p><main><p>apa</p></main><p>SPM</p>");
    }
}
