//! The style of a chart that leaves its page: the rules of the theme's `charts.css` with its colours written out.
//!
//! The style sheet stays the only place that knows a colour; a theme that changes it changes every download.

use std::collections::BTreeMap;

/// Rules without variables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaya {
    /// Every rule, in the colours of a light page.
    pub terang: String,
    /// The rules with a colour, in those of a dark page.
    pub gelap: String,
}

/// What stands around the drawing: ground, title, quiet text.
const BINGKAI: &str =
    ".m-alas { fill: var(--c-latar) } .m-judul { fill: var(--c-kuat) } .m-teks { fill: var(--c-lemah) }";

/// Written for a variable that no sheet declares.
const TIADA: &str = "#767676";

type Warna = BTreeMap<String, String>;

impl Gaya {
    /// Reads the style sheet of a theme.
    pub fn dari(css: &str) -> Self {
        let css = tanpa_komentar(css);
        let mut terang = Warna::new();
        let mut gelap = Warna::new();
        let mut rules = String::new();
        for (selector, body) in blok(&css) {
            if selector == ":root" {
                warna(body, &mut terang);
            } else if selector.starts_with("@media") && selector.contains("prefers-color-scheme: dark") {
                blok(body).into_iter().for_each(|(_, inner)| warna(inner, &mut gelap));
            } else if !selector.starts_with(['@', ':'])
                && !selector.contains("c-lebar")
                && !selector.contains("c-sempit")
            {
                // Which of the two drawings shows is the page's business.
                rules.push_str(&format!("{} {{ {} }} ", rapat(selector), rapat(body)));
            }
        }
        rules.push_str(BINGKAI);
        let dark = Warna::from_iter(terang.clone().into_iter().chain(gelap));
        let coloured = blok(&rules).into_iter().filter(|(_, body)| body.contains("var("));
        let coloured: String = coloured.map(|(selector, body)| format!("{selector} {{{body}}} ")).collect();
        Self { terang: isi(&rules, &terang), gelap: isi(&coloured, &dark).trim_end().to_string() }
    }
}

fn tanpa_komentar(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    out + rest
}

/// `selector { body }`, as deep as the outermost braces.
fn blok(css: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let (mut depth, mut start, mut open) = (0usize, 0, 0);
    for (at, c) in css.char_indices() {
        match c {
            '{' => {
                if depth == 0 {
                    open = at;
                }
                depth += 1;
            }
            '}' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    out.push((css[start..open].trim(), &css[open + 1..at]));
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    out
}

fn warna(body: &str, into: &mut Warna) {
    for declaration in body.split(';') {
        if let Some((name, value)) = declaration.split_once(':')
            && name.trim().starts_with("--")
        {
            into.insert(name.trim().to_string(), value.trim().to_string());
        }
    }
}

fn rapat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a colour for every `var(--name)`.
fn isi(css: &str, warna: &Warna) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("var(") {
        let (name, tail) = after.split_once(')').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(warna.get(name.trim()).map_or(TIADA, String::as_str));
        rest = tail;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "/* a { } */ :root { --c-latar: #fff; --c-kuat: #111; }
@media (prefers-color-scheme: dark) { :root:not([x]) { --c-latar: #000; } }
.c-lebar { max-width: 3rem; }
.c-grafik { display: block;
  height: auto; }
.c-nama { color: var(--c-kuat); }
@media print { .c-nama { color: #000; } }";

    #[test]
    fn colours_are_written_out_and_the_dark_ones_override() {
        let gaya = Gaya::dari(CSS);
        assert!(gaya.terang.starts_with(".c-grafik { display: block; height: auto; } .c-nama { color: #111; }"));
        assert!(gaya.terang.contains(".m-alas { fill: #fff }") && gaya.terang.contains(".m-teks { fill: #767676 }"));
        assert!(gaya.gelap.starts_with(".c-nama { color: #111; } .m-alas { fill: #000 }"), "{}", gaya.gelap);
        assert!(!gaya.terang.contains("var(") && !gaya.gelap.contains("var(") && !gaya.terang.contains('@'));
    }

    #[test]
    fn a_broken_sheet_is_no_reason_to_stop() {
        let gaya = Gaya::dari("} .a { color: var(--x /* ");
        assert!(gaya.terang.ends_with(".m-teks { fill: #767676 }"));
    }
}
