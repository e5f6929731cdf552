//! The grammar of cells: one text is one thing, or an error that says what stands there. docs/rekaman.md §1 is its table.

use super::parse::{guesses, read};
use super::{Angka, Batas, Isi, NumberError, Reading, Style, besaran};
use rust_decimal::Decimal;

/// What a single number may be here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Satu {
    /// Rupiah: no other unit.
    Uang,
    /// A percentage: no other unit.
    Persen,
    /// A number with any unit.
    Apa,
}

/// What a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Boleh {
    /// What one number may be.
    pub satu: Satu,
    /// Whether ranges, bounds, ratios and times may stand here.
    pub lain: bool,
    /// Whether composites may stand here.
    pub komposit: bool,
    /// Whether a composite is expected, so that even `19, 114` is one.
    pub pasti_komposit: bool,
    /// The power of ten the table declares for amounts (`dalam: jutaan`).
    pub pangkat: u32,
}

impl Boleh {
    /// One number of any unit and nothing else.
    pub fn satu() -> Self {
        Self { satu: Satu::Apa, lain: false, komposit: false, pasti_komposit: false, pangkat: 0 }
    }

    /// Every kind.
    pub fn semua() -> Self {
        Self { lain: true, komposit: true, ..Self::satu() }
    }
}

/// A run of digits, where it stands, and the text behind it up to the next.
struct Potong<'a> {
    token: &'a str,
    behind: &'a str,
}

/// Reads one cell.
///
/// # Errors
/// [`NumberError`] says what is wrong and which readings there are.
pub fn baca(text: &str, style: Style, boleh: &Boleh) -> Result<Isi, NumberError> {
    let (text, tak_putus) = rapikan(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Kosong);
    }
    if let Some((batas, rest)) = batas(text) {
        if !boleh.lain {
            return Err(NumberError::TidakDiSini("batas", "a bound"));
        }
        return match baca(rest, style, &Boleh { lain: false, komposit: false, ..*boleh })? {
            Isi::Satu(angka) => Ok(Isi::Batas(batas, angka)),
            _ => Err(NumberError::BukanAngka),
        };
    }
    let (text, negative) = akuntansi(text);
    let (lead, parts) = potong(text);
    let Some(first) = parts.first() else { return Err(NumberError::BukanAngka) };
    let (minus, rupiah) = di_depan(lead).ok_or(NumberError::BukanAngka)?;
    let satu = |token: &str, behind: &str| -> Result<Angka, NumberError> {
        let angka = satu(token, behind, style, boleh, rupiah)?;
        Ok(if minus != negative { Angka { nilai: -angka.nilai, ..angka } } else { angka })
    };
    if let Some(readings) = ilmiah(text) {
        return Err(NumberError::Ilmiah(readings));
    }
    if tanggal(text) {
        return Err(NumberError::Tanggal);
    }
    // `per 1.000 penduduk` is a unit; the digits in it are no second number.
    if parts.len() == 1 || (parts.len() == 2 && per(first.behind)) {
        return satu(first.token, &text[sejak(text, first.behind)..]).map(Isi::Satu);
    }
    let joined = gabung_spasi(&parts);
    let one_only = !boleh.komposit || boleh.satu != Satu::Apa;
    if let Some(token) = joined.as_deref()
        && (one_only && !boleh.pasti_komposit || tak_putus || rupiah)
    {
        return satu(token, parts.last().map_or("", |p| p.behind)).map(Isi::Satu);
    }
    if let [a, b] = parts.as_slice()
        && !minus
        && !negative
    {
        if let Some(isi) = rasio(a, b, style)? {
            return if boleh.lain { Ok(isi) } else { Err(NumberError::TidakDiSini("rasio", "a ratio")) };
        }
        if let Some(isi) = rentang(lead, a, b, style, boleh, rupiah)? {
            return if boleh.lain { Ok(isi) } else { Err(NumberError::TidakDiSini("rentang", "a range")) };
        }
    }
    if boleh.lain
        && let Some(isi) = durasi(&parts, style)?
    {
        return Ok(isi);
    }
    let readings = || terkaan(text, joined.as_deref(), &parts);
    if one_only && !boleh.pasti_komposit {
        return Err(NumberError::Banyak(readings()));
    }
    komposit(&parts, joined.is_some(), style, boleh)
        .map_or_else(|| Err(NumberError::Banyak(readings())), |all| all.map(Isi::Komposit))
}

/// One kind of space, one kind of dash and of comparison; and whether a no-break space grouped digits.
fn rapikan(text: &str) -> (String, bool) {
    let mut glued = false;
    let mut out = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    for (i, c) in chars.iter().enumerate() {
        match c {
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}' => {
                glued |= digit(i.checked_sub(1)) && digit(Some(i + 1));
                out.push(' ');
            }
            '−' | '–' | '‒' | '—' | '﹣' | '－' => out.push('-'),
            '\t' | '\n' => out.push(' '),
            c => out.push(*c),
        }
    }
    (out, glued)
}

/// Words and signs of a bound in front of a number, the longest first.
const DEPAN: [(&str, Batas); 41] = [
    (">=", Batas::PalingSedikit),
    ("=>", Batas::PalingSedikit),
    ("<=", Batas::PalingBanyak),
    ("=<", Batas::PalingBanyak),
    ("≥", Batas::PalingSedikit),
    ("≧", Batas::PalingSedikit),
    ("⩾", Batas::PalingSedikit),
    ("≤", Batas::PalingBanyak),
    ("≦", Batas::PalingBanyak),
    ("⩽", Batas::PalingBanyak),
    (">", Batas::LebihDari),
    ("<", Batas::KurangDari),
    ("sekurang-kurangnya", Batas::PalingSedikit),
    ("setidak-tidaknya", Batas::PalingSedikit),
    ("setidaknya", Batas::PalingSedikit),
    ("sedikitnya", Batas::PalingSedikit),
    ("paling sedikit", Batas::PalingSedikit),
    ("paling kurang", Batas::PalingSedikit),
    ("paling rendah", Batas::PalingSedikit),
    ("paling cepat", Batas::PalingSedikit),
    ("tidak kurang dari", Batas::PalingSedikit),
    ("minimum", Batas::PalingSedikit),
    ("minimal", Batas::PalingSedikit),
    ("min.", Batas::PalingSedikit),
    ("min", Batas::PalingSedikit),
    ("tidak lebih dari", Batas::PalingBanyak),
    ("tidak melebihi", Batas::PalingBanyak),
    ("paling banyak", Batas::PalingBanyak),
    ("paling tinggi", Batas::PalingBanyak),
    ("paling lama", Batas::PalingBanyak),
    ("paling lambat", Batas::PalingBanyak),
    ("maksimum", Batas::PalingBanyak),
    ("maksimal", Batas::PalingBanyak),
    ("maks.", Batas::PalingBanyak),
    ("maks", Batas::PalingBanyak),
    ("max.", Batas::PalingBanyak),
    ("max", Batas::PalingBanyak),
    ("lebih dari", Batas::LebihDari),
    ("di atas", Batas::LebihDari),
    ("kurang dari", Batas::KurangDari),
    ("di bawah", Batas::KurangDari),
];

/// Words of a bound behind a number.
const BELAKANG: [(&str, Batas); 6] = [
    (" ke atas", Batas::PalingSedikit),
    (" atau lebih", Batas::PalingSedikit),
    (" ke bawah", Batas::PalingBanyak),
    (" atau kurang", Batas::PalingBanyak),
    (" (minimal)", Batas::PalingSedikit),
    (" (maksimal)", Batas::PalingBanyak),
];

/// The bound a text states, and the number it bounds.
fn batas(text: &str) -> Option<(Batas, &str)> {
    let starts = |word: &str| text.get(..word.len()).is_some_and(|head| head.to_lowercase() == word);
    if let Some((word, batas)) = DEPAN.iter().find(|(word, _)| starts(word)) {
        let rest = text[word.len()..].trim_start().trim_start_matches(':').trim_start();
        // A word ends where the number begins, or with a space: `minyak 5` states no bound.
        let ends = !word.ends_with(char::is_alphabetic) || !text[word.len()..].starts_with(char::is_alphabetic);
        return ends.then_some((*batas, rest));
    }
    let ends = |word: &str| {
        text.len() > word.len() && text.get(text.len() - word.len()..).is_some_and(|t| t.to_lowercase() == word)
    };
    let (word, batas) = BELAKANG.iter().find(|(word, _)| ends(word))?;
    Some((*batas, text[..text.len() - word.len()].trim_end()))
}

/// `(1.234)` and `Rp(1.234)` are negative in accounts.
fn akuntansi(text: &str) -> (&str, bool) {
    let inner = text.strip_prefix("Rp").map_or(text, |t| t.trim_start_matches(['.', ' ']));
    let body = inner.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    match body.map(str::trim) {
        Some(body) if body.contains(|c: char| c.is_ascii_digit()) && !body.contains(['(', ')', ':']) => {
            let plain = body.chars().all(|c| c.is_ascii_digit() || " .,%Rrp".contains(c));
            if plain { (body, true) } else { (text, false) }
        }
        _ => (text, false),
    }
}

/// Cuts a text into what stands before the first number and the numbers with what follows each. Digits inside a word
/// (`m2`, `TW3`) are no number.
fn potong(text: &str) -> (&str, Vec<Potong<'_>>) {
    let bytes = text.as_bytes();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let before = text[..at].chars().next_back();
        if !bytes[at].is_ascii_digit() {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        }
        let word = before.is_some_and(char::is_alphabetic) && !kata_rp(&text[..at]);
        // `.50` is a half: its separator belongs to the number, that of `Rp.500` to the word.
        let start = if pecahan_saja(&text[..at]) { at - 1 } else { at };
        while at < bytes.len() && (bytes[at].is_ascii_digit() || is_inner_separator(bytes, at)) {
            at += 1;
        }
        if !word {
            spans.push((start, at));
        }
    }
    let lead = &text[..spans.first().map_or(text.len(), |s| s.0)];
    let parts = spans
        .iter()
        .enumerate()
        .map(|(n, (start, end))| Potong {
            token: &text[*start..*end],
            behind: &text[*end..spans.get(n + 1).map_or(text.len(), |s| s.0)],
        })
        .collect();
    (lead, parts)
}

/// Where in a text a part of it begins.
fn sejak(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A dot or comma belongs to the number only when a digit follows it at once.
fn is_inner_separator(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at], b'.' | b',') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// Whether the text before the first digit ends in a separator that opens a fraction without a whole.
fn pecahan_saja(before: &str) -> bool {
    before
        .strip_suffix(['.', ','])
        .is_some_and(|rest| rest.is_empty() || rest.ends_with(['-', '+', '(', '>', '<', '≥', '≤']))
}

fn kata_rp(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.eq_ignore_ascii_case("rp") || word.eq_ignore_ascii_case("idr")
}

/// What may stand before the first digit: nothing, a sign, `Rp`, `Rp.`, `Rp:`, `-Rp`. Says whether it is negative and
/// whether rupiah; `None` when something else stands there.
fn di_depan(before: &str) -> Option<(bool, bool)> {
    let trimmed = before.trim();
    let negative = trimmed.ends_with('-') || trimmed.starts_with('-');
    let rest = trimmed.trim_end_matches(['-', '+', ':', '.', ' ']).trim_start_matches(['-', '+', ' ']);
    let rupiah = rest.eq_ignore_ascii_case("rp") || rest.eq_ignore_ascii_case("idr");
    // A separator alone before a number is no number's own.
    let stray = rest.is_empty() && trimmed.contains(['.', ':']);
    ((rest.is_empty() && !stray) || rupiah || rest.eq_ignore_ascii_case("antara")).then_some((negative, rupiah))
}

/// One number with what stands behind it.
fn satu(token: &str, behind: &str, style: Style, boleh: &Boleh, rupiah: bool) -> Result<Angka, NumberError> {
    // `0x10` and `5e9` are numbers of programs, not a number with a unit.
    let mut glued = behind.chars();
    if glued.next().is_some_and(|c| "xXoObBeE".contains(c)) && glued.next().is_some_and(|c| c.is_ascii_digit()) {
        return Err(NumberError::BukanAngka);
    }
    let nilai = read(token, style)?;
    let uang = rupiah || boleh.satu == Satu::Uang;
    // ",-", ".-" and a full stop close an amount.
    let rest = behind.trim();
    let rest = match rest.trim_start_matches([',', '.', '-', '=']) {
        "" => "",
        more if rest.len() > more.len() && more.starts_with(' ') && uang => more.trim_start(),
        _ => rest,
    };
    let mut angka = Angka::polos(nilai);
    let (pangkat, rest) = match besaran::di_depan(rest, uang) {
        Some((pangkat, rest)) => (pangkat, rest),
        None => (if uang && boleh.satu == Satu::Uang { boleh.pangkat } else { 0 }, rest),
    };
    if pangkat > 0 {
        angka = angka.kali_pangkat(pangkat).ok_or(NumberError::TerlaluPanjang)?;
    }
    let rest = rest.trim_start_matches([',', '.', '-']).trim_start();
    let (persen, rest) = persen(rest);
    let unit = rest.trim_end_matches([',', ';', '/', ' ', '.']).trim();
    angka.persen = persen;
    let known_rupiah = unit.eq_ignore_ascii_case("rupiah") || unit.eq_ignore_ascii_case("rp");
    match boleh.satu {
        Satu::Uang if persen => return Err(NumberError::Sisa("%".into())),
        Satu::Uang if !unit.is_empty() && !known_rupiah => return Err(NumberError::Sisa(unit.into())),
        Satu::Uang => {}
        Satu::Persen if rupiah => return Err(NumberError::Sisa("Rp".into())),
        Satu::Persen
            if !unit.is_empty() && !unit.eq_ignore_ascii_case("poin persen") && !unit.eq_ignore_ascii_case("poin") =>
        {
            return Err(NumberError::Sisa(unit.into()));
        }
        Satu::Persen => {}
        Satu::Apa if persen && rupiah => return Err(NumberError::Sisa("%".into())),
        Satu::Apa if known_rupiah || (rupiah && unit.is_empty()) => angka.satuan = Some("Rp".into()),
        Satu::Apa if rupiah => angka.satuan = Some(format!("Rp {unit}")),
        Satu::Apa if persen || unit.is_empty() => {}
        Satu::Apa if !unit.contains(char::is_alphabetic) => return Err(NumberError::Sisa(unit.into())),
        Satu::Apa => angka.satuan = Some(unit.to_string()),
    }
    Ok(angka)
}

/// Whether a percent sign follows, and what follows it.
fn persen(rest: &str) -> (bool, &str) {
    if let Some(more) = rest.strip_prefix('%') {
        return (true, more.trim_start());
    }
    match rest.get(..6) {
        Some(word) if word.eq_ignore_ascii_case("persen") && !rest[6..].starts_with(char::is_alphabetic) => {
            (true, rest[6..].trim_start())
        }
        _ => (false, rest),
    }
}

/// Whether the text between two numbers makes the second a part of the unit: `12,5 per 1.000`.
fn per(between: &str) -> bool {
    let word = between.trim();
    word.split_whitespace().next_back().is_some_and(|w| w.eq_ignore_ascii_case("per"))
}

/// Digits grouped by spaces: `5 368 142 655`, also with decimals behind them.
fn gabung_spasi(parts: &[Potong<'_>]) -> Option<String> {
    let (last, init) = parts.split_last()?;
    let plain = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let first = init.first()?;
    let spaces = init.iter().all(|p| p.behind == " ");
    let middle = init.iter().skip(1).all(|p| p.token.len() == 3 && plain(p.token));
    let (whole, fraction) = last.token.find(['.', ',']).map_or((last.token, ""), |at| last.token.split_at(at));
    let end = whole.len() == 3 && fraction.len() <= 3 && !fraction.get(1..).is_some_and(|f| f.contains(['.', ',']));
    if !(spaces && plain(first.token) && first.token.len() <= 3 && !first.token.starts_with('0') && middle && end) {
        return None;
    }
    Some(parts.iter().map(|p| p.token).collect())
}

/// `1 : 2.500`
fn rasio(a: &Potong<'_>, b: &Potong<'_>, style: Style) -> Result<Option<Isi>, NumberError> {
    let between = a.behind.trim();
    if !(between == ":" && (a.behind.contains(' ') || a.token == "1")
        || between == "banding"
        || between == "berbanding")
    {
        return Ok(None);
    }
    let left = Angka::polos(read(a.token, style)?);
    let unit = b.behind.trim().trim_end_matches(['.', ',']);
    let satuan = Some(unit.to_string()).filter(|u| !u.is_empty());
    Ok(Some(Isi::Rasio(left, Angka { satuan, ..Angka::polos(read(b.token, style)?) })))
}

/// Words between the ends of a range; a unit may stand before them.
const SAMPAI: [&str; 8] = ["-", "s.d.", "s/d", "s.d", "sd", "sampai dengan", "sampai", "hingga"];

fn rentang(
    lead: &str,
    a: &Potong<'_>,
    b: &Potong<'_>,
    style: Style,
    boleh: &Boleh,
    rupiah: bool,
) -> Result<Option<Isi>, NumberError> {
    let between = a.behind.trim_end().trim_end_matches("Rp.").trim_end_matches("Rp").trim_end();
    let lower = between.to_lowercase();
    let antara = lead.trim().eq_ignore_ascii_case("antara");
    let word =
        if antara { lower.ends_with("dan").then_some("dan") } else { SAMPAI.into_iter().find(|w| lower.ends_with(w)) };
    let Some(word) = word.filter(|w| lower.len() == between.len() && between.is_char_boundary(between.len() - w.len()))
    else {
        return Ok(None);
    };
    let unit = between[..between.len() - word.len()].trim();
    // `sd` at the end of a unit is part of it.
    if !unit.is_empty() && !between[..between.len() - word.len()].ends_with([' ', '%']) && word != "-" {
        return Ok(None);
    }
    let end = satu(b.token, b.behind, style, boleh, rupiah)?;
    let start = satu(a.token, unit, style, boleh, rupiah)?;
    // A unit printed once belongs to both ends.
    let start = if unit.is_empty() || start.pangkat == 0 && end.pangkat > 0 {
        let start =
            Angka { persen: start.persen || end.persen, satuan: start.satuan.or_else(|| end.satuan.clone()), ..start };
        if start.pangkat == 0 && end.pangkat > 0 {
            start.kali_pangkat(end.pangkat).ok_or(NumberError::TerlaluPanjang)?
        } else {
            start
        }
    } else {
        start
    };
    let end = Angka { persen: start.persen || end.persen, satuan: end.satuan.or_else(|| start.satuan.clone()), ..end };
    if start.satuan_sel() != end.satuan_sel() {
        return Err(NumberError::Banyak(Vec::new()));
    }
    if start.nilai > end.nilai {
        return Err(NumberError::Terbalik);
    }
    Ok(Some(Isi::Rentang(start, end)))
}

/// Units of time, from the longest, with how many of the next one make it; months and days do not.
const WAKTU: [(&str, Option<u32>); 7] = [
    ("tahun", Some(12)),
    ("bulan", None),
    ("minggu", Some(7)),
    ("hari", Some(24)),
    ("jam", Some(60)),
    ("menit", Some(60)),
    ("detik", None),
];

/// `12 menit 30 detik` is 12,5 menit.
fn durasi(parts: &[Potong<'_>], style: Style) -> Result<Option<Isi>, NumberError> {
    let unit = |p: &Potong<'_>| {
        let word = p.behind.trim().trim_end_matches([',', '.']).trim_end_matches(" dan").to_lowercase();
        WAKTU.iter().position(|(w, _)| *w == word)
    };
    let Some(units) = parts.iter().map(unit).collect::<Option<Vec<usize>>>() else { return Ok(None) };
    if !units.windows(2).all(|w| w[0] < w[1]) {
        return Ok(None);
    }
    let Some(first) = units.first() else { return Ok(None) };
    let mut all = Vec::new();
    let mut total = Decimal::ZERO;
    for (part, unit) in parts.iter().zip(&units) {
        let nilai = read(part.token, style)?;
        let mut in_first = nilai;
        for (_, many) in &WAKTU[*first..*unit] {
            let many = Decimal::from(many.ok_or(NumberError::Waktu)?);
            in_first = in_first.checked_div(many).ok_or(NumberError::Waktu)?;
        }
        total = total.checked_add(in_first).ok_or(NumberError::TerlaluPanjang)?;
        all.push(Angka { satuan: Some(WAKTU[*unit].0.to_string()), ..Angka::polos(nilai) });
    }
    let total = Angka { satuan: Some(WAKTU[*first].0.to_string()), ..Angka::polos(super::round(total, 4).normalize()) };
    Ok(Some(Isi::Durasi(total, all)))
}

/// Several numbers in order. `None` when it is open whether they are several or one.
fn komposit(
    parts: &[Potong<'_>],
    joined: bool,
    style: Style,
    boleh: &Boleh,
) -> Option<Result<Vec<Angka>, NumberError>> {
    let (_, init) = parts.split_last()?;
    let unit = |p: &Potong<'_>| p.behind.contains(char::is_alphabetic) || p.behind.contains('%');
    let apart = |p: &Potong<'_>| {
        let between = p.behind.trim();
        unit(p)
            || (matches!(between, "/" | ";" | "&" | "+" | "|") && p.behind.contains(' '))
            || between == ";"
            || (matches!(between, "," | "") && p.behind.ends_with(' '))
    };
    // `95, 39` may be one number; three or more numbers, or one with a unit, may not. `. ` never parts numbers.
    let signs = init.iter().any(|p| unit(p) || p.behind.contains(['/', ';', '&', '+', '|']));
    let open = !signs && (joined || (init.len() == 1 && init[0].behind.trim() == ","));
    if !init.iter().all(apart) || (open && !boleh.pasti_komposit) {
        return None;
    }
    Some(
        parts
            .iter()
            .map(|p| {
                let behind = p.behind.trim().trim_end_matches([',', ';', '/', '&', '+', '|', ' ']);
                let behind = behind.strip_suffix(" dan").unwrap_or(if behind == "dan" { "" } else { behind });
                satu(p.token, behind, style, boleh, false)
            })
            .collect(),
    )
}

/// Readings to offer for several runs of digits: joined, and with the last as decimals.
fn terkaan(text: &str, joined: Option<&str>, parts: &[Potong<'_>]) -> Vec<Reading> {
    if let Some(token) = joined {
        return guesses(token);
    }
    let only_marks =
        parts.split_last().is_some_and(|(_, init)| init.iter().all(|p| !p.behind.contains(char::is_alphabetic)));
    if !only_marks || text.len() > 40 {
        return Vec::new();
    }
    let mut token = String::new();
    for (n, part) in parts.iter().enumerate() {
        token.push_str(part.token);
        if n + 1 < parts.len()
            && let Some(mark) = part.behind.trim().chars().next().filter(|c| matches!(c, '.' | ','))
        {
            token.push(mark);
        }
    }
    let one = [Style::Indonesia, Style::Inggris].map(|s| read(&token, s).ok());
    let mut out: Vec<Reading> = Vec::new();
    for nilai in one.into_iter().flatten() {
        if !out.iter().any(|r| r.nilai == nilai) {
            out.push(Reading { nilai, sebab: ("spasi dalam angka diabaikan", "spaces inside the number are ignored") });
        }
    }
    if out.is_empty() { guesses(&token) } else { out }
}

/// `5,36E+09`, `1e5`
fn ilmiah(text: &str) -> Option<Vec<Reading>> {
    let at = text.find(['e', 'E'])?;
    let (mantissa, exponent) = (text[..at].trim(), &text[at + 1..]);
    let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let numeric = |t: &str| t.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if mantissa.is_empty() || digits.is_empty() || !numeric(mantissa) || !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let value = Decimal::from_scientific(&format!("{}e{exponent}", mantissa.replace(',', "."))).ok();
    let value = value.filter(|v| v.scale() <= 10).map(|v| v.normalize());
    Some(
        value
            .map(|nilai| Reading {
                nilai,
                sebab: (
                    "ditulis kalkulator: angka kali pangkat sepuluh",
                    "written by a calculator: a number times a power of ten",
                ),
            })
            .into_iter()
            .collect(),
    )
}

/// `2024-12-31`, `31/12/2024`, `31-12-2024`
fn tanggal(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let number = |t: &str, n: usize| t.len() <= n && !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [a, b, c] => {
            (a.len() == 4 && number(a, 4) && number(b, 2) && number(c, 2))
                || (c.len() == 4 && number(a, 2) && number(b, 2) && number(c, 4))
        }
        _ => false,
    }
}
