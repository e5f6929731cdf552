//! Rapat: how a page is written: without what HTML lets a writer leave out.
//!
//! End tags that the next tag implies, lines between blocks, and in `main` the quotation marks of values without spaces are a
//! tenth of a page of figures. What a browser builds from the page is the same. `pre`, `script`, `style` and `textarea` keep every
//! byte, drawings their quotation marks: they leave the page as XML.

/// Elements whose text is no markup, or whose white space is seen.
const UTUH: [&str; 4] = ["pre", "script", "style", "textarea"];

/// Elements beside which white space is not seen: blocks, and parts of tables, of the head and of drawings.
const BLOK: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "circle",
    "dd",
    "defs",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "option",
    "p",
    "path",
    "pattern",
    "polygon",
    "rect",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements that end a paragraph by beginning.
const SESUDAH_P: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
];
/// Elements that end the paragraph they hold by ending.
const WADAH_P: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "dd",
    "details",
    "div",
    "figure",
    "footer",
    "form",
    "header",
    "li",
    "main",
    "nav",
    "section",
    "td",
    "th",
];

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Potong<'a> {
    /// Text, as it stands; all of an element of [`UTUH`] but its tags.
    Teks(&'a str),
    /// A tag that opens an element: its name, and all of it.
    Buka(&'a str, &'a str),
    /// A tag that closes one.
    Tutup(&'a str, &'a str),
}

/// A page written without what the next tag says.
pub(super) fn rapat(html: &str) -> String {
    let parts = potong(html);
    let mut out = String::with_capacity(html.len());
    let (mut utama, mut gambar) = (false, false);
    for (at, part) in parts.iter().enumerate() {
        match *part {
            Potong::Teks(text) => {
                let blank = text.contains('\n') && text.bytes().all(|b| b.is_ascii_whitespace());
                let beside = [at.checked_sub(1).and_then(|b| parts.get(b)), parts.get(at + 1)];
                if !(blank && beside.into_iter().any(|p| p.is_none_or(blok))) {
                    out.push_str(text);
                }
            }
            Potong::Buka(name, tag) => {
                gambar |= name == "svg";
                if utama && !gambar && !UTUH.contains(&name) {
                    tanpa_kutip(tag, &mut out)
                } else {
                    out.push_str(tag)
                }
                utama |= name == "main";
            }
            Potong::Tutup(name, tag) => {
                gambar &= name != "svg";
                utama &= name != "main";
                let next = parts[at + 1..].iter().find(|p| !matches!(p, Potong::Teks(t) if t.trim_ascii().is_empty()));
                if !next.is_some_and(|next| tersirat(name, next)) {
                    out.push_str(tag);
                }
            }
        }
    }
    out
}

/// A tag without the quotation marks that HTML does not ask for.
fn tanpa_kutip(tag: &str, out: &mut String) {
    let mut rest = tag;
    while let Some((before, value, after)) = rest.split_once("=\"").and_then(|(before, tail)| {
        let (value, after) = tail.split_once('"')?;
        Some((before, value, after))
    }) {
        let special = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '`' | '=' | '<' | '>');
        let bare =
            !value.is_empty() && !value.contains(special) && after.starts_with([' ', '>']) && !value.ends_with('/');
        let quote = if bare { "" } else { "\"" };
        out.extend([before, "=", quote, value, quote]);
        rest = after;
    }
    out.push_str(rest);
}

/// Whether white space beside a tag is not seen.
fn blok(part: &Potong<'_>) -> bool {
    matches!(part, Potong::Buka(name, _) | Potong::Tutup(name, _) if BLOK.contains(name) || UTUH.contains(name))
}

/// Whether the end of an element follows from what comes next (HTML, "Optional tags").
fn tersirat(name: &str, next: &Potong<'_>) -> bool {
    let (opens, closes): (&[&str], &[&str]) = match name {
        "p" => (SESUDAH_P, WADAH_P),
        "li" => (&["li"], &["ol", "ul"]),
        "dt" => (&["dd", "dt"], &[]),
        "dd" => (&["dd", "dt"], &["div", "dl"]),
        "td" | "th" => (&["td", "th"], &["tr"]),
        "tr" => (&["tr"], &["tbody", "thead", "table"]),
        "thead" => (&["tbody"], &[]),
        "tbody" => (&["tbody"], &["table"]),
        "option" => (&["option"], &["select"]),
        _ => return false,
    };
    match next {
        Potong::Buka(next, _) => opens.contains(next),
        Potong::Tutup(next, _) => closes.contains(next),
        Potong::Teks(_) => false,
    }
}

fn potong(html: &str) -> Vec<Potong<'_>> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at(at);
        if !text.is_empty() {
            out.push(Potong::Teks(text));
        }
        let end = akhir(tail);
        let (tag, after) = tail.split_at(end);
        rest = after;
        match nama(tag) {
            (true, name) => out.push(Potong::Tutup(name, tag)),
            // A comment or the kind of document: kept, and nothing follows from it.
            (false, "") => out.push(Potong::Teks(tag)),
            (false, name) => {
                out.push(Potong::Buka(name, tag));
                if UTUH.contains(&name) && !tag.ends_with("/>") {
                    let until =
                        rest.match_indices("</").map(|(at, _)| at).find(|at| nama(&rest[*at..]) == (true, name));
                    let (inner, after) = rest.split_at(until.unwrap_or(rest.len()));
                    out.push(Potong::Teks(inner));
                    rest = after;
                }
            }
        }
    }
    if !rest.is_empty() {
        out.push(Potong::Teks(rest));
    }
    out
}

/// Where a tag or comment ends: past the first `>` outside quotation marks.
fn akhir(tail: &str) -> usize {
    if tail.starts_with("<!--") {
        return tail.find("-->").map_or(tail.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, c) in tail.bytes().enumerate() {
        match (quote, c) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    tail.len()
}

/// Whether a tag closes, and the name of its element; no name for what is no tag.
fn nama(tag: &str) -> (bool, &str) {
    let own = tag.strip_prefix('<').unwrap_or(tag);
    let (closes, own) = own.strip_prefix('/').map_or((false, own), |own| (true, own));
    let end = own.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(own.len());
    (closes, &own[..end])
}

#[cfg(test)]
mod tests {
    use super::rapat;

    #[test]
    fn ends_that_the_next_tag_implies_are_left_out_and_others_stay() {
        for (whole, short) in [
            (
                "<table>\n<thead><tr><th scope=\"col\">a</th></tr></thead><tbody>\n<tr><th>b</th><td>1</td></tr>\n<tr><td>2</td></tr>\n</tbody></table>",
                "<table><thead><tr><th scope=\"col\">a<tbody><tr><th>b<td>1<tr><td>2</table>",
            ),
            ("<ul><li>a</li>\n<li><p>b</p></li></ul>", "<ul><li>a<li><p>b</ul>"),
            ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", "<dl><dt>a<dd>b<dt>c</dt></dl>"),
            ("<div><p>a</p>\n<p>b</p><a>c</a></div>", "<div><p>a<p>b</p><a>c</a></div>"),
            ("<section><p>a</p></section><p>b</p> c", "<section><p>a</section><p>b</p> c"),
            (
                "<p>a</p><svg><g><title>b</title>\n<path d=\"M0 0\"/></g>\n</svg>",
                "<p>a</p><svg><g><title>b</title><path d=\"M0 0\"/></g></svg>",
            ),
            ("<a><p>a</p></a>", "<a><p>a</p></a>"),
        ] {
            assert_eq!(rapat(whole), short);
        }
    }

    #[test]
    fn in_main_a_value_without_spaces_needs_no_quotation_marks() {
        let head = "<a class=\"x\">a</a>";
        let whole = "<a id=\"a.b-1\" href=\"../x/#y\" title=\"a b\" alt=\"\" rel=\"a=b\">a</a> <a href=\"x/\" lang=\"id\">b</a>\
            <svg class=\"x\"><path d=\"M0\"/></svg><input value=\"1\"><script src=\"a\">b=\"c\"</script>";
        let short = "<a id=a.b-1 href=../x/#y title=\"a b\" alt=\"\" rel=\"a=b\">a</a> <a href=\"x/\" lang=id>b</a>\
            <svg class=\"x\"><path d=\"M0\"/></svg><input value=1><script src=\"a\">b=\"c\"</script>";
        assert_eq!(
            rapat(&format!("{head}<main id=\"isi\">{whole}</main>{head}")),
            format!("{head}<main id=\"isi\">{short}</main>{head}")
        );
    }

    #[test]
    fn white_space_that_is_seen_and_text_that_is_no_markup_stay() {
        for text in [
            "<p><a>a</a>\n<a>b</a></p> ",
            "<pre>\n <b>a</b>\n\n</pre>x",
            "<script>if (a < b) {\n\n}</p>\n<p></script>x",
            "<p>a \n b</p> x <b title=\"</p>\n<p>\">c</b>",
            "<!-- </li><li> --> x",
            "a < b",
        ] {
            assert_eq!(rapat(text), text);
        }
    }
}
