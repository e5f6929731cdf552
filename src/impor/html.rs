//! HTML: what many applications call "Download Excel". Tables, spans and entities; nothing else of HTML is known here.

use super::batas::{BARIS, KOLOM, terlalu_besar};
use super::kisi::{Lembar, Sel};
use super::masalah::Masalah;

/// Reads the tables of a page, one below the other.
pub fn baca(text: &str) -> Result<Lembar, Masalah> {
    let mut lembar = Lembar::default();
    let mut isi = String::new();
    // The cell that is open: row, column, rows and columns it spans.
    let mut buka: Option<(usize, usize, usize, usize)> = None;
    let (mut row, mut column, mut begun) = (0, 0, false);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        if buka.is_some() {
            isi.push_str(&rest[..at]);
        }
        rest = &rest[at..];
        if let Some(note) = rest.strip_prefix("<!--") {
            rest = note.find("-->").map_or("", |at| &note[at + 3..]);
            continue;
        }
        let end = penutup(rest);
        // A tag that the end of the file cuts off may end within a letter.
        let tag = rest[1..end].strip_suffix('>').unwrap_or(&rest[1..end]);
        rest = &rest[end..];
        let name: String =
            tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect::<String>().to_lowercase();
        let name = if name.len() > 1 { name.trim_end_matches('/') } else { &name };
        match name {
            "input" if buka.is_some() => isi.push_str(&atribut(tag, "value")),
            "style" | "script" => {
                let close = format!("</{name}");
                let mut places = rest.as_bytes().windows(close.len());
                rest = places.position(|w| w.eq_ignore_ascii_case(close.as_bytes())).map_or("", |at| &rest[at..]);
            }
            "br" | "/p" | "/div" => isi.push(' '),
            "tr" | "/tr" | "/table" | "td" | "th" | "/td" | "/th" => {
                tutup(&mut lembar, &mut buka, &mut isi)?;
                match name {
                    "tr" => {
                        row += usize::from(begun);
                        (column, begun) = (0, true);
                    }
                    "td" | "th" => {
                        while lembar.gabungan(row, column).is_some() {
                            column += 1;
                        }
                        let (rows, columns) = (rentang(tag, "rowspan"), rentang(tag, "colspan"));
                        if row + rows > BARIS || column + columns > KOLOM {
                            return Err(terlalu_besar());
                        }
                        if rows > 1 || columns > 1 {
                            lembar.gabungan.push((row, column, row + rows - 1, column + columns - 1));
                        }
                        buka = Some((row, column, rows, columns));
                        column += columns;
                        begun = true;
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    tutup(&mut lembar, &mut buka, &mut isi)?;
    Ok(lembar)
}

/// Where a tag ends: at the first `>` outside of quotes.
fn penutup(rest: &str) -> usize {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that nobody closed.
    rest.find('>').map_or(rest.len(), |end| end + 1)
}

/// The value of an attribute in quotes.
fn atribut(tag: &str, name: &str) -> String {
    let Some((_, rest)) = tag.split_once(&format!("{name}=")) else { return String::new() };
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next().unwrap_or_default().to_string(),
        _ => rest.split([' ', '/']).next().unwrap_or_default().to_string(),
    }
}

fn tutup(
    lembar: &mut Lembar,
    buka: &mut Option<(usize, usize, usize, usize)>,
    isi: &mut String,
) -> Result<(), Masalah> {
    if let Some((row, column, ..)) = buka.take() {
        // Spans are searched cell by cell: no table of an office has so many.
        if lembar.gabungan.len() > 5_000 {
            return Err(terlalu_besar());
        }
        lembar.taruh(row, column, Sel::teks(&entitas(isi)));
    }
    isi.clear();
    Ok(())
}

fn rentang(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let digits = lower.split_once(name).map(|(_, rest)| rest.trim_start_matches(['=', '"', '\'', ' ']));
    let digits: String = digits.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1).max(1)
}

/// The entities that stand in numbers and names.
fn entitas(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find(';').filter(|end| *end <= 8) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        let code = &rest[1..end];
        let number = code.strip_prefix("#x").or(code.strip_prefix("#X")).map(|n| u32::from_str_radix(n, 16).ok());
        let number = number.or_else(|| code.strip_prefix('#').map(|n| n.parse().ok())).flatten();
        let known = match code {
            "nbsp" => Some(' '),
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "le" => Some('≤'),
            "ge" => Some('≥'),
            "ndash" => Some('–'),
            _ => number.and_then(char::from_u32),
        };
        match known {
            Some(c) => out.push(c),
            None => out.push_str(&rest[..=end]),
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}
