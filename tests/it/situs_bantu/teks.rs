//! A page as its reader meets it: text line by line, links with their addresses, titles of figures; no markup.

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Potong {
    /// Text between tags, entities resolved.
    Teks(String),
    /// A tag: its name (`/p` when it closes) and its attributes.
    Tanda(String, Vec<(String, String)>),
}

/// Cuts a page into tags and text. What stands in a script or a style is one text.
pub fn potong(html: &str) -> Vec<Potong> {
    let mut out = Vec::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        if open > 0 {
            out.push(Potong::Teks(entitas(&rest[..open])));
        }
        let end = tutup(&rest[open..]).map_or(rest.len(), |n| open + n);
        let (name, attributes) = tanda(rest[open + 1..end].trim_end_matches('/'));
        rest = rest.get(end + 1..).unwrap_or("");
        if matches!(name.as_str(), "script" | "style") {
            let close = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            let body = Potong::Teks(rest[..close].to_string());
            rest = &rest[close..];
            out.extend([Potong::Tanda(name, attributes), body]);
        } else {
            out.push(Potong::Tanda(name, attributes));
        }
    }
    out.push(Potong::Teks(entitas(rest)));
    out
}

/// Where a tag ends: the first `>` outside quotes.
fn tutup(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    None
}

fn tanda(text: &str) -> (String, Vec<(String, String)>) {
    let (name, mut rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 && !rest.starts_with('=') {
            return (name.to_lowercase(), attributes);
        }
        let key = rest[..end].to_lowercase();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (own, more) = match quote {
                Some(q) => after[1..].split_once(q).unwrap_or((&after[1..], "")),
                None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            value = entitas(own);
            rest = more;
        }
        attributes.push((key, value));
    }
}

fn entitas(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_string(), |t, (from, to)| t.replace(from, to))
}

/// Tags that do not end a line.
const SEBARIS: [&str; 16] = [
    "a", "span", "strong", "em", "small", "b", "i", "code", "abbr", "label", "td", "th", "tspan", "button", "sup",
    "summary",
];

/// The text of a page, from its title to the end of its main part.
pub fn teks(html: &str) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    let mut link: Vec<Option<String>> = Vec::new();
    let (mut skip, mut seen) = (0, false);
    for piece in potong(html) {
        match piece {
            Potong::Tanda(name, attributes) => {
                let bare = name.trim_start_matches('/');
                let value = |key: &str| attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone());
                match name.as_str() {
                    // A chart is drawn twice; its numbers stand in the table below it.
                    "svg" | "script" | "style" => skip += 1,
                    "/svg" | "/script" | "/style" => skip -= 1,
                    "main" | "title" if skip == 0 => seen = true,
                    "/main" | "/title" if skip == 0 => {
                        seen = false;
                        lines.push(String::new());
                    }
                    "a" => link.push(value("href").map(|h| match value("title") {
                        Some(title) => format!(" <{h} \"{title}\">"),
                        None => format!(" <{h}>"),
                    })),
                    "/a" => {
                        if let (Some(Some(address)), true) = (link.pop(), seen && skip == 0) {
                            tambah(&mut lines, &address);
                        }
                    }
                    "td" | "th" if seen && skip == 0 => tambah(&mut lines, " | "),
                    _ => {}
                }
                if seen && skip == 0 && !SEBARIS.contains(&bare) && !lines.last().is_none_or(String::is_empty) {
                    lines.push(String::new());
                }
            }
            Potong::Teks(text) if seen && skip == 0 => tambah(&mut lines, &text),
            Potong::Teks(_) => {}
        }
    }
    let shown = lines.iter().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    shown.filter(|l| !l.is_empty() && l != "|").map(|l| l + "\n").collect()
}

fn tambah(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// A text without what it quotes.
pub fn tanpa_kutipan(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            c if !quoted => out.push(c),
            _ => {}
        }
    }
    out
}
