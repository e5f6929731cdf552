//! Cells of more than one number: spaced digits, ranges, ratios, times, composites.

use super::parse::read;
use super::potong::Potong;
use super::tunggal::satu;
use super::{Angka, Boleh, Isi, NumberError, Style};
use rust_decimal::Decimal;

/// Digits grouped by spaces: `5 368 142 655`, also with decimals behind them.
pub(super) fn gabung_spasi(parts: &[Potong<'_>]) -> Option<String> {
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
pub(super) fn rasio(a: &Potong<'_>, b: &Potong<'_>, style: Style) -> Result<Option<Isi>, NumberError> {
    let between = a.behind.trim();
    // `2023: 500` is a year with its number, `1: 15` a ratio.
    if !(between == ":" && ((a.behind.starts_with(' ') && !tahun(a.token)) || a.token == "1")
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

/// A year, as it stands before the number of its year.
pub(super) fn tahun(token: &str) -> bool {
    token.len() == 4 && token.parse().is_ok_and(|n: u32| (1990..=2100).contains(&n))
}

/// `1 x 24 jam` is 24 jam. Days and longer are repeated, not multiplied: `2 x 1 tahun`.
pub(super) fn kali_waktu(text: &str) -> Option<Result<Isi, NumberError>> {
    let at = text.find(['x', 'X', '×'])?;
    let sign = text[at..].chars().next()?.len_utf8();
    let (left, right) = (text[..at].trim(), text[at + sign..].trim());
    let many: u32 = left.parse().ok().filter(|n| *n > 0 && !left.starts_with('0'))?;
    let end = right.find(|c: char| !c.is_ascii_digit()).filter(|end| *end > 0)?;
    let each: u32 = right[..end].parse().ok()?;
    let word = super::isi::satuan_baku(&right[end..].trim().trim_end_matches('.').to_lowercase());
    let satuan = ["jam", "menit", "detik"].into_iter().find(|w| *w == word)?;
    let total = many.checked_mul(each).ok_or(NumberError::TerlaluPanjang);
    Some(total.map(|n| Isi::Satu(Angka { satuan: Some(satuan.to_string()), ..Angka::polos(n.into()) })))
}

/// Words between the ends of a range; a unit may stand before them.
const SAMPAI: [&str; 11] = ["±", "+/-", "+/−", "-", "s.d.", "s/d", "s.d", "sd", "sampai dengan", "sampai", "hingga"];

/// `3 ± 1` and `3 +/- 1`: what may be off on either side.
const SIMPANGAN: [&str; 3] = ["±", "+/-", "+/−"];

/// What stands between two numbers, and whether the minus at its end is the sign of the second: ` s.d. -`, not ` - `.
fn tanda(behind: &str) -> (&str, bool) {
    match behind.strip_suffix('-').filter(|rest| rest.ends_with(' ') && !rest.trim().is_empty()) {
        Some(rest) => (rest, true),
        None => (behind, false),
    }
}

pub(super) fn rentang(
    lead: &str,
    a: &Potong<'_>,
    b: &Potong<'_>,
    style: Style,
    boleh: &Boleh,
    (minus, rupiah): (bool, bool),
) -> Result<Option<Isi>, NumberError> {
    // `-3 s.d. -2%`, `-3 – -2%`: the second end has a sign of its own.
    let (behind, kurang) = tanda(a.behind);
    let between = behind.trim_end().trim_end_matches("Rp.").trim_end_matches("Rp").trim_end();
    let lower = between.to_lowercase();
    let antara = lead.trim().eq_ignore_ascii_case("antara");
    let word =
        if antara { lower.ends_with("dan").then_some("dan") } else { SAMPAI.into_iter().find(|w| lower.ends_with(w)) };
    let Some(word) = word.filter(|w| lower.len() == between.len() && between.is_char_boundary(between.len() - w.len()))
    else {
        return Ok(None);
    };
    // `-3 – 2` leaves open whose the second dash is.
    if word == "-" && minus && !kurang {
        return Ok(None);
    }
    let unit = between[..between.len() - word.len()].trim();
    // `sd` at the end of a unit is part of it.
    if !unit.is_empty() && !between[..between.len() - word.len()].ends_with([' ', '%']) && word != "-" {
        return Ok(None);
    }
    let end = satu(b.token, b.behind, style, boleh, rupiah)?;
    let start = satu(a.token, unit, style, boleh, rupiah)?;
    let sign = |a: Angka, minus: bool| if minus { Angka { nilai: super::balik(a.nilai), ..a } } else { a };
    let (start, end) = (sign(start, minus), sign(end, kurang));
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
    if SIMPANGAN.contains(&word) {
        let (low, high) = (start.nilai.checked_sub(end.nilai), start.nilai.checked_add(end.nilai));
        let (Some(low), Some(high)) = (low, high) else { return Err(NumberError::TerlaluPanjang) };
        let (desimal, langkah) = (start.desimal.max(end.desimal), start.langkah.min(end.langkah));
        let at = |nilai: Decimal| Angka { nilai, desimal, langkah, ..start.clone() };
        return Ok(Some(Isi::Rentang(at(low), at(high))));
    }
    // Where lower is better plans print the greater end first: `5,2 – 4,8`.
    Ok(Some(if start.nilai > end.nilai { Isi::Rentang(end, start) } else { Isi::Rentang(start, end) }))
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
pub(super) fn durasi(parts: &[Potong<'_>], style: Style) -> Result<Option<Isi>, NumberError> {
    let unit = |p: &Potong<'_>| {
        let word = p.behind.trim().trim_end_matches([',', '.']).trim_end_matches(" dan").to_lowercase();
        let word = super::isi::satuan_baku(&word);
        WAKTU.iter().position(|(w, _)| *w == word)
    };
    let Some(units) = parts.iter().map(unit).collect::<Option<Vec<usize>>>() else { return Ok(None) };
    if !units.windows(2).all(|w| w[0] < w[1]) {
        // `30 detik 5 menit` is no list of times; `2 hari, 3 hari` may be one.
        let falls = units.len() > 1 && units.windows(2).all(|w| w[0] > w[1]);
        return if falls { Err(NumberError::Waktu) } else { Ok(None) };
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

/// Words between two numbers that say how the second belongs to the first: then they are no list.
const HUBUNGAN: [&str; 25] = [
    "naik",
    "turun",
    "meningkat",
    "menurun",
    "bertambah",
    "berkurang",
    "menjadi",
    "dari",
    "dibanding",
    "dibandingkan",
    "dengan",
    "selisih",
    "target",
    "realisasi",
    "capaian",
    "x",
    "×",
    "kali",
    "atau",
    "tahun",
    "sebanyak",
    "sebesar",
    "sisanya",
    "termasuk",
    "yaitu",
];

/// Whether what stands between two numbers binds them to one: `12 dari 15`, `500 orang, naik 20`, `15,3 / 1000`.
fn terikat(p: &Potong<'_>, next: &Potong<'_>) -> bool {
    let between = p.behind.to_lowercase();
    let words: Vec<&str> =
        between.split(|c: char| !c.is_alphanumeric() && c != '×').filter(|w| !w.is_empty()).collect();
    let digits: String = next.token.chars().filter(char::is_ascii_digit).collect();
    let ten = digits.len() > 3 && digits.trim_end_matches('0') == "1";
    // The first word may be the unit: `2 kali, 3 kali`, `5 tahun, 6 tahun`.
    let bound = words.iter().enumerate().any(|(n, w)| {
        let unit = n == 0 && (matches!(*w, "kali" | "tahun") || (*w == "x" && p.behind.contains([',', ';', '/'])));
        HUBUNGAN.contains(w) && !unit
    });
    bound || (between.trim() == "/" && ten)
}

/// Several numbers in order. `None` when it is open whether they are several or one.
pub(super) fn komposit(
    parts: &[Potong<'_>],
    minus: bool,
    joined: bool,
    style: Style,
    boleh: &Boleh,
) -> Option<Result<Vec<Angka>, NumberError>> {
    let (_, init) = parts.split_last()?;
    if !boleh.pasti_komposit && parts.windows(2).any(|w| terikat(&w[0], &w[1])) {
        return None;
    }
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
    let mut minus = minus;
    Some(
        parts
            .iter()
            .map(|p| {
                let (behind, next) = tanda(p.behind);
                let own = std::mem::replace(&mut minus, next);
                let behind = behind.trim().trim_end_matches([',', ';', '/', '&', '+', '|', ' ']);
                let behind = behind.strip_suffix(" dan").unwrap_or(if behind == "dan" { "" } else { behind });
                let one = satu(p.token, behind, style, boleh, false)?;
                Ok(if own { Angka { nilai: super::balik(one.nilai), ..one } } else { one })
            })
            .collect(),
    )
}
