//! Kutip: cells without quotes. In `[100%, 95,39%]` YAML sees three texts where the author wrote two.

/// Line, column (both from 1) and text of each `95,39` that stands without quotes in a list on one line: a comma between
/// two digits, without a space, is a decimal comma or groups thousands, and parts them all the same.
pub fn hilang(text: &str) -> Vec<(usize, usize, String)> {
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if line.contains('[') && line.contains(',') {
            baris(line, n + 1, &mut out);
        }
    }
    out
}

fn baris(line: &str, nomor: usize, out: &mut Vec<(usize, usize, String)>) {
    let chars: Vec<char> = line.chars().collect();
    let (mut depth, mut quote, mut at) = (0_usize, None, 0);
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    while at < chars.len() {
        let c = chars[at];
        match quote {
            Some(q) => {
                if q == '"' && c == '\\' {
                    at += 1;
                } else if c == q {
                    quote = None;
                }
            }
            None => match c {
                // A list begins where a value begins; a bracket inside a plain text is text.
                '[' if depth > 0 || awal(&chars[..at]) => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                '"' | '\'' if !at.checked_sub(1).is_some_and(|i| chars[i].is_alphanumeric()) => quote = Some(c),
                '#' if at == 0 || chars[at - 1] == ' ' => return,
                ',' if depth > 0 && at > 0 && digit(at - 1) && digit(at + 1) => {
                    let own = |c: &char| !matches!(c, ' ' | '[' | ']');
                    let start = at - chars[..at].iter().rev().take_while(|c| own(c)).count();
                    let end = at + chars[at..].iter().take_while(|c| own(c)).count();
                    let word: String = chars[start..end].iter().collect();
                    if !tahun(&word) {
                        out.push((nomor, start + 1, word.trim_end_matches(',').to_string()));
                    }
                    at = end;
                    continue;
                }
                _ => {}
            },
        }
        at += 1;
    }
}

/// Whether a value begins behind these characters.
fn awal(before: &[char]) -> bool {
    let text: String = before.iter().collect();
    let trimmed = text.trim_end();
    trimmed.is_empty()
        || trimmed.ends_with([':', '-', '{', ',', '['])
            && (text.len() > trimmed.len() || trimmed.ends_with(['{', '[', ',']))
}

/// `2023,2024` is a list of years.
fn tahun(word: &str) -> bool {
    word.trim_end_matches(',').split(',').all(|part| part.len() == 4 && part.starts_with(['1', '2']))
}

#[cfg(test)]
mod tests {
    use super::hilang;

    fn words(text: &str) -> Vec<String> {
        hilang(text).into_iter().map(|(_, _, word)| word).collect()
    }

    #[test]
    fn a_comma_inside_a_number_without_quotes_is_seen() {
        assert_eq!(words("a: [100%, 95,39%]"), ["95,39%"]);
        assert_eq!(hilang("x: 1\n  a: [100%, 95,39%]"), [(2, 13, "95,39%".to_string())]);
        assert_eq!(words("b: [5,046,629,436, \"1\"]"), ["5,046,629,436"]);
    }

    #[test]
    fn what_is_in_quotes_a_comment_a_text_or_a_list_of_codes_is_not() {
        for text in [
            "a: [\"95,39%\", '1,2']",
            "a: 95,39 [1,2]",
            "# a: [1,2]",
            "a: [s1,s2]",
            "a: [2023,2024]",
            "a: [1, 2]",
            "a: \"x [1,2]\"",
        ] {
            assert_eq!(words(text), Vec::<String>::new(), "{text}");
        }
    }
}
