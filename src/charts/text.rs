//! Text in a chart: how wide it will be, where it wraps, how it is escaped.
//!
//! No font is loaded. The widths are those of a common sans-serif, a little on the wide side, so
//! that a reader's own font fits too.

/// Font size of all chart text, in units. A 320-unit chart in a 288 px column still shows 12.6 px.
pub const SIZE: f64 = 14.0;
/// Distance of two baselines.
pub const LINE: f64 = 18.0;

/// Estimated width of a glyph, in em.
fn glyph(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' => 0.25,
        'I' | '.' | ',' | ':' | ';' | '!' | ' ' | 'f' | 't' | '/' | '\u{a0}' => 0.31,
        'r' | '(' | ')' | '-' | '"' | '[' | ']' | '*' => 0.37,
        'm' | '%' | '&' | '@' => 0.88,
        'w' | 'M' | 'W' | '—' | '…' => 0.94,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.53,
        c if c.is_ascii_uppercase() => 0.72,
        c if c.is_ascii() => 0.58,
        // Other scripts: a full em, so that nothing runs out of the frame.
        c if c as u32 >= 0x2e80 => 1.0,
        _ => 0.62,
    }
}

/// Estimated width of a text in units.
pub fn width(text: &str) -> f64 {
    text.chars().map(glyph).sum::<f64>() * SIZE
}

/// Estimated width of a bold text in units.
pub fn width_bold(text: &str) -> f64 {
    width(text) * 1.08
}

/// The widest of some lines.
pub fn widest<S: AsRef<str>>(lines: &[S]) -> f64 {
    lines.iter().map(|line| width(line.as_ref())).fold(0.0, f64::max)
}

/// Wraps at spaces into at most `max_lines`, cutting a word that is wider than a line, and ends
/// with `…` what does not fit. The whole text stands in the description of the chart.
pub fn wrap(text: &str, max_width: f64, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| pieces(word, max_width)) {
        if line.is_empty() {
            line = word;
        } else if width(&line) + width(" ") + width(&word) <= max_width {
            line.push(' ');
            line.push_str(&word);
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(last) + width("…") > max_width {
                last.pop();
            }
            while last.ends_with([' ', ',', ';', '-']) {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// A word, or its pieces where it is wider than a line.
fn pieces(word: &str, max_width: f64) -> Vec<String> {
    if width(word) <= max_width {
        return vec![word.to_string()];
    }
    let mut out = vec![String::new()];
    let mut used = 0.0;
    for c in word.chars() {
        let wide = glyph(c) * SIZE;
        if used + wide > max_width && used > 0.0 {
            out.push(String::new());
            used = 0.0;
        }
        used += wide;
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out
}

/// Appends text for an element or an attribute. Labels come from records: they are never trusted.
/// Control characters that XML forbids become a space.
pub fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_within_the_width_and_marks_what_is_cut() {
        let name = "Persentase penyandang masalah kesejahteraan sosial";
        let lines = wrap(name, 140.0, 4);
        assert_eq!(lines.join(" "), name);
        assert!(lines.iter().all(|line| width(line) <= 140.0), "{lines:?}");
        let cut = wrap(name, 130.0, 2);
        assert!(cut[1].ends_with('…') && width(&cut[1]) <= 130.0, "{cut:?}");
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_into_pieces() {
        let lines = wrap("Pertanggungjawabanpelaksanaankegiatan", 80.0, 9);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line) <= 80.0), "{lines:?}");
        assert!(wrap("", 80.0, 3).is_empty());
    }

    #[test]
    fn markup_is_escaped() {
        let mut out = String::new();
        escape_into(&mut out, "<b>\"A & B\"</b>\u{1}");
        assert_eq!(out, "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt; ");
    }
}
