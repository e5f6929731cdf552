//! Kode: codes of the national nomenclature, by segment and never by text: `1 06 04 2 01 0001` is `1.06.04.2.01.0001`.

/// What a code is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Jenis {
    /// Urusan or bidang urusan: above the tree of a record.
    Urusan,
    /// Program.
    Program,
    /// Kegiatan.
    Kegiatan,
    /// Sub kegiatan.
    SubKegiatan,
    /// An agency.
    Skpd,
    /// A kind of spending.
    Rekening,
}

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kode {
    /// In the form of the decree.
    pub kode: String,
    /// What it is about.
    pub jenis: Jenis,
    /// The name that stood behind it in the same cell.
    pub nama: String,
    /// Whether something in it was mended: `1.06.01.02.01` for `1.06.01.2.01`.
    pub diperbaiki: bool,
    /// The kind of spending, where a full account code names it behind its sub kegiatan.
    pub rekening: Option<String>,
}

impl Kode {
    /// The code of the node above: of a sub kegiatan its kegiatan.
    pub fn induk(&self) -> Option<String> {
        let segments: Vec<&str> = self.kode.split('.').collect();
        let keep = match self.jenis {
            Jenis::Kegiatan => 3,
            Jenis::SubKegiatan => 5,
            _ => return None,
        };
        Some(segments[..keep].join("."))
    }

    /// Depth in the tree of a record: 0 program, 1 kegiatan, 2 sub kegiatan.
    pub fn dalam(&self) -> Option<usize> {
        match self.jenis {
            Jenis::Program => Some(0),
            Jenis::Kegiatan => Some(1),
            Jenis::SubKegiatan => Some(2),
            _ => None,
        }
    }
}

/// Reads a code, alone or in front of a name: `[1.06.04] Program …`, `1.06.04 PROGRAM …`.
pub fn baca(text: &str) -> Option<Kode> {
    let text = text.trim();
    let (code, nama) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((code, rest)) => (code, rest),
        None => potong(text),
    };
    let cut = |c: char| matches!(c, '.' | '-' | ' ' | '_' | '/');
    let segments: Vec<&str> = code.split(cut).filter(|s| !s.is_empty()).collect();
    let fits = |s: &str| s.bytes().all(|b| b.is_ascii_digit()) || matches!(s, "X" | "XX" | "x" | "xx");
    if segments.is_empty() || !segments.iter().all(|s| fits(s)) || segments.iter().any(|s| s.len() > 6) {
        return None;
    }
    // `1,06,04` is a code that has been changed, not urusan 1 with a name.
    if nama.starts_with(',') {
        return None;
    }
    let nama = nama.trim_start_matches([' ', '-', ':', '.']).trim().to_string();
    susun(&segments).map(|k| {
        let mended = k.diperbaiki || (k.rekening.is_none() && segments.len() < 7 && code.trim() != k.kode);
        Kode { diperbaiki: mended, nama, ..k }
    })
}

/// Whether a text means to be a code of several segments: `1,06,04`, `1.06.04.2.O1.0003`, a code of an older list.
pub fn rusak(text: &str) -> bool {
    // The digits of a code without its dots.
    if matches!(text.len(), 5 | 8 | 12) && text.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let segments: Vec<&str> = text.split(['.', ',', '-', '/', '_']).collect();
    let first =
        segments[0].len() <= 2 && segments[0].bytes().all(|b| b.is_ascii_digit() || b.eq_ignore_ascii_case(&b'x'));
    let short = |s: &str| (1..=6).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric());
    !segments[0].is_empty()
        && first
        && segments.len() >= 3
        && segments.iter().filter(|s| !s.is_empty()).all(|s| short(s))
}

/// Where the code ends and the name begins: at the first letter that is no X of the decree.
fn potong(text: &str) -> (&str, &str) {
    let code = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | ' ' | '_' | '/' | 'X' | 'x');
    let end = text.find(|c| !code(c)).unwrap_or(text.len());
    // Back to the last blank: the X of `XYZ` belongs to the name.
    let end = if end == text.len() { end } else { text[..end].rfind([' ', '-']).map_or(end, |at| at + 1) };
    text.split_at(end)
}

/// A code of its segments.
fn susun(segments: &[&str]) -> Option<Kode> {
    let first = segments[0];
    let make = |kode: String, jenis| Some(Kode { kode, jenis, nama: String::new(), diperbaiki: false, rekening: None });
    // 5.1 is a kind of spending, 5.01 a field of government.
    if matches!(first, "4" | "5" | "6") && segments.get(1).is_some_and(|s| s.len() == 1) {
        return make(rekening(segments), Jenis::Rekening);
    }
    if segments.len() >= 7 {
        return panjang(segments);
    }
    // No segment is wider than the decree has it: `2.01.0001` is a piece of a code, not a program.
    let wide = segments.iter().enumerate().any(|(n, s)| s.len() > if n == 5 { 4 } else { 2 });
    if first.len() > 1 || segments.len() == 4 || wide {
        return None;
    }
    let mut out = vec![first.to_uppercase()];
    for (index, segment) in segments.iter().enumerate().skip(1) {
        let segment = segment.to_uppercase();
        out.push(match index {
            // The level digit: 1 province, 2 kabupaten and kota. Spreadsheets and seeders write 02.
            3 => segment.strip_prefix('0').map_or(segment.clone(), ToString::to_string),
            5 if segment.len() == 2 => segment,
            5 => format!("{segment:0>4}"),
            _ => format!("{segment:0>2}"),
        });
    }
    if out.get(3).is_some_and(|s| s.len() != 1) {
        return None;
    }
    let jenis = match out.len() {
        1 | 2 => Jenis::Urusan,
        3 => Jenis::Program,
        5 => Jenis::Kegiatan,
        _ => Jenis::SubKegiatan,
    };
    make(out.join("."), jenis)
}

/// Codes of seven segments and more: of an agency, of a node behind that of its agency, and of spending behind its node.
fn panjang(segments: &[&str]) -> Option<Kode> {
    // `1.06.0.00.0.00.01.0000`: up to three bidang, of which the third segment is one digit; a program has two.
    let agency = [1, 2, 1, 2, 1, 2].iter().zip(segments).all(|(width, s)| s.len() == *width);
    if agency && segments.len() <= 8 {
        let kode = segments.join(".");
        return Some(Kode { kode, jenis: Jenis::Skpd, nama: String::new(), diperbaiki: false, rekening: None });
    }
    if agency {
        return susun(&segments[8..]).filter(|k| k.dalam().is_some());
    }
    let (node, spent) = segments.split_at(6);
    let node = susun(node).filter(|k| k.jenis == Jenis::SubKegiatan && segments[5].len() > 1)?;
    let known = matches!(spent[0], "4" | "5" | "6") && spent.get(1).is_none_or(|s| s.len() == 1);
    known.then(|| Kode { rekening: Some(rekening(spent)), ..node })
}

/// A code of spending with the widths of the decree: 1, 1, 2, 2, 2, 4; what stands below its six levels is left as it is.
pub fn rekening(segments: &[&str]) -> String {
    let widths = [1, 1, 2, 2, 2, 4].into_iter().chain(std::iter::repeat(1));
    segments.iter().zip(widths).map(|(s, w)| format!("{s:0>w$}")).collect::<Vec<_>>().join(".")
}

/// A piece of a code: its place (0 urusan, 1 bidang, 2 program, 3 kegiatan, 4 sub kegiatan, or the place of its column),
/// its text, and whether that was a number.
pub type Potong = (usize, String, bool);

/// Whether a text is nothing but pieces of a code.
pub fn potongan(text: &str) -> bool {
    let fits = |s: &str| s.bytes().all(|b| b.is_ascii_digit()) || matches!(s, "X" | "XX");
    text.starts_with(|c: char| c.is_ascii_digit() || c == 'X')
        && text.split(['.', ' ', '-', ',']).filter(|s| !s.is_empty()).all(fits)
}

/// A code of the pieces of several columns, each of one or several segments (`1.06` | `04` | `2.01.0001`), or of the whole
/// code in the last of them. Pieces that leave a hole give none.
pub fn dari_bagian(bagian: &[Potong]) -> Option<Kode> {
    let (last, text, _) = bagian.last()?;
    // Alone in its column a whole code may have its name behind it.
    if bagian.len() == 1
        && let Some(whole) = baca(text).filter(|k| k.dalam().is_some() || k.jenis == Jenis::Skpd)
    {
        return Some(whole);
    }
    // `2,1` is the number 2.1 as a sheet in Indonesian writes it to text: all of its row were numbers.
    let comma = bagian.iter().any(|(_, text, _)| text.contains(','));
    let mut segments: Vec<String> = Vec::new();
    let (mut mended, mut mixed) = (comma, false);
    for (_, text, number) in bagian {
        let (text, number) = (text.replace(',', "."), *number || comma);
        if !potongan(&text) {
            return None;
        }
        let own: Vec<String> = match text.split_once('.') {
            // 2.1 as a number has lost its zero and is 2.10, `2.1` as text is 2.01.
            Some((level, rest)) if number && rest.len() == 1 => {
                mended = true;
                vec![level.to_string(), format!("{rest}0")]
            }
            // A number has no zeros in front: 10 is 0010, while the text `10` is of the older list of two digits.
            None if number && segments.len() == 5 => vec![format!("{text:0>4}")],
            _ => text.split(['.', ' ', '-']).filter(|s| !s.is_empty()).map(ToString::to_string).collect(),
        };
        mixed |= own.len() > 1;
        // The whole code up to here, once more.
        let same = |(a, b): (&String, &String)| a.trim_start_matches('0') == b.trim_start_matches('0');
        if own.len() > segments.len() && !segments.is_empty() && segments.iter().zip(&own).all(same) {
            segments = own;
        } else {
            segments.extend(own);
        }
    }
    let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
    let whole = bagian.iter().enumerate().all(|(index, (n, ..))| index == *n);
    let levels = [1, 2, 3, 5, 6].get(*last) == Some(&parts.len());
    let joined = bagian.iter().map(|(_, text, _)| text.as_str()).collect::<Vec<_>>().join(".");
    let code = susun(&parts).filter(|_| whole || levels);
    code.map(|k| Kode { diperbaiki: mended || (!mixed && k.rekening.is_none() && joined != k.kode), ..k })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_do_to_codes_is_undone_by_segment() {
        let code = |text: &str| baca(text).map(|k| (k.kode, k.jenis, k.nama));
        let sub = |text: &str| Some((text.to_string(), Jenis::SubKegiatan, String::new()));
        assert_eq!(code("1.06.01.02.01.0001"), sub("1.06.01.2.01.0001"));
        assert_eq!(code("1-06.01.2.02.0001"), sub("1.06.01.2.02.0001"));
        assert_eq!(code("1.06.01.2.10.0001."), sub("1.06.01.2.10.0001"));
        assert_eq!(code("1 06 04 2 01 0001"), sub("1.06.04.2.01.0001"));
        assert_eq!(code("X.XX.01.2.01.0001"), sub("X.XX.01.2.01.0001"));
        assert_eq!(code("1.06.01.2.01.01"), sub("1.06.01.2.01.01"));
        let program = Some(("1.06.04".to_string(), Jenis::Program, "Program Rehabilitasi Sosial".to_string()));
        assert_eq!(code("[1.06.04] Program Rehabilitasi Sosial"), program);
        assert_eq!(code("1.06.04 Program Rehabilitasi Sosial"), program);
        assert_eq!(code("5.1.2.01.01.0024").map(|k| (k.0, k.1)), Some(("5.1.02.01.01.0024".into(), Jenis::Rekening)));
        assert_eq!(code("5.01.02").map(|k| k.1), Some(Jenis::Program));
        assert_eq!(code("1.06.0.00.0.00.01.0000 Dinas Sosial").map(|k| k.1), Some(Jenis::Skpd));
        assert_eq!((code("Program Rehabilitasi"), code("2024-05-06"), code("1.06.04.2")), (None, None, None));
    }

    #[test]
    fn an_account_behind_its_sub_kegiatan_is_no_agency() {
        let read = |text: &str| baca(text).map(|k| (k.kode, k.jenis, k.rekening));
        let sub = "1.06.04.2.01.0001".to_string();
        let spent = Some("5.1.02.01.01.0024".to_string());
        let whole = Some((sub.clone(), Jenis::SubKegiatan, spent));
        assert_eq!(read("1.06.04.2.01.0001.5.1.02.01.01.0024"), whole);
        assert_eq!(read("X.XX.01.2.01.0001.5 Belanja").and_then(|k| k.2).as_deref(), Some("5"));
        assert_eq!(read("1.06.0.00.0.00.01.0000.1.06.04.2.01.0001"), Some((sub, Jenis::SubKegiatan, None)));
        assert_eq!(read("1.06.0.00.0.00.01.0000.1.06.04.2.01.0001.5.1.02.01.01.0024"), whole);
        assert_eq!((read("2.01.0001"), read("1.06.04.02.01.001.1.1")), (None, None));
    }

    #[test]
    fn pieces_of_any_number_of_segments_are_joined_and_never_over_a_hole() {
        let code = |parts: &[(usize, &str, bool)]| {
            dari_bagian(&parts.iter().map(|(n, t, b)| (*n, (*t).to_string(), *b)).collect::<Vec<_>>()).map(|k| k.kode)
        };
        let number = [(0, "1", true), (1, "6", true), (2, "1", true), (3, "2.1", true), (4, "1", true)];
        assert_eq!(code(&number).as_deref(), Some("1.06.01.2.10.0001"));
        let comma = [(0, "1", false), (1, "6", false), (2, "1", false), (3, "2,1", false), (4, "10", false)];
        assert_eq!(code(&comma).as_deref(), Some("1.06.01.2.10.0010"));
        for parts in [
            &[(0, "1", false), (1, "06", false), (2, "04", false), (3, "2.01", false)][..],
            &[(2, "1.06.04", false), (3, "2.01", false)],
            &[(1, "1.06", false), (2, "04", false), (3, "2.01", false)],
            &[(0, "1.06.04", false), (1, "2.01", false)],
            &[(2, "1.06.04", false), (3, "1.06.04.2.01", false)],
        ] {
            assert_eq!(code(parts).as_deref(), Some("1.06.04.2.01"), "{parts:?}");
        }
        assert_eq!(code(&[(0, "1.06.04", false), (1, "2.01.0001", false)]).as_deref(), Some("1.06.04.2.01.0001"));
        assert_eq!(code(&[(2, "04", false), (3, "2.01", false)]), None, "whose program?");
        assert_eq!(code(&[(2, "1.06.04", false), (4, "0001", false)]), None, "which kegiatan?");
    }
}
