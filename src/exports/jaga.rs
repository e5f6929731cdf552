//! Jaga: no cell of a CSV runs as a formula, and no value is another for it.

/// A spreadsheet runs a cell that begins like a formula: such text gets an apostrophe in front. Numbers stay, and so does
/// what is only a sign or a sign before a printed number, which nothing runs. Excel splits at the separator of its own
/// language and at line ends, whatever stands in quotes behind the first comma: where a new cell would begin for it inside a
/// text, the same holds.
pub fn aman(cell: String) -> String {
    if !cell.contains(RUMUS) || angka(&cell) {
        return cell;
    }
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    for c in cell.chars() {
        if begins && RUMUS.contains(&c) {
            out.push('\'');
        }
        begins = PISAH.contains(&c);
        out.push(c);
    }
    out
}

/// The text of a cell without what `aman` put in.
pub fn tanpa_jaga(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let (mut begins, mut rest) = (true, cell.chars().peekable());
    while let Some(c) = rest.next() {
        if begins && c == '\'' && rest.peek().is_some_and(|next| RUMUS.contains(next)) {
            begins = false;
            continue;
        }
        begins = PISAH.contains(&c);
        out.push(c);
    }
    out
}

/// A number, a sign, or a sign before a number as it is printed: `-5`, `-`, `-2,5 %`.
fn angka(cell: &str) -> bool {
    let rest = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ' '))
        || cell.parse::<rust_decimal::Decimal>().is_ok()
}

/// What a formula begins with.
const RUMUS: [char; 6] = ['=', '+', '@', '-', '\t', '\r'];
/// Where a program that expects another separator lets a new cell begin.
const PISAH: [char; 5] = [';', '|', '\t', '\n', '\r'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_under_any_separator() {
        let cells = [
            "=1+1",
            "abc;=cmd|'/C calc'!A0",
            "a\tb\t@x",
            "a\n-1+2",
            "-5",
            "-5,25",
            "-2,5 %",
            "-",
            "9.029.033.415,-",
            "a; -b",
            "x|+1",
            "a = b",
            "-1-2",
        ];
        let row: Vec<String> = cells.iter().map(ToString::to_string).collect();
        let text = String::from_utf8(super::super::tulis([row].into_iter())).unwrap_or_default();
        for separator in [',', ';', '|', '\t'] {
            for cell in text.split([separator, '\n']) {
                let bare = cell.trim_start_matches('"');
                let harmless = angka(bare.trim_end_matches('"'));
                // What a comma ends stands in quotes for whoever splits at commas.
                assert!(separator == ',' || harmless || !bare.starts_with(RUMUS), "{separator}: {cell} in {text}");
            }
        }
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let row: Vec<String> =
            rows.records().flatten().flat_map(|r| r.iter().map(str::to_string).collect::<Vec<_>>()).collect();
        assert!(row.iter().all(|cell| !cell.starts_with(RUMUS) || angka(cell)), "{row:?}");
        for same in ["-5", "-5,25", "-2,5 %", "-", "9.029.033.415,-", "a; -b", "a = b"] {
            assert!(row.iter().any(|cell| cell == same), "{same} is changed: {row:?}");
        }
        let back: Vec<String> = row.iter().map(|cell| tanpa_jaga(cell)).collect();
        assert_eq!(back, cells, "what was put in can be taken out");
    }
}
