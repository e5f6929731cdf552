//! The grammar of cells: one text is one thing, or an error that says what stands there. docs/rekaman.md §1 is its table.

use super::batas::{batas, taksiran_di_belakang};
use super::jam::jam;
use super::majemuk::{durasi, gabung_spasi, kali_waktu, komposit, rasio, rentang, tahun};
use super::potong::{ilmiah, potong, rapikan, sejak, tanggal, terkaan};
use super::tunggal::satu;
use super::{Angka, Boleh, Isi, Kurung, NumberError, Reading, Satu, Style};

/// Reads one number with its sign, `Rp`, `%` and unit.
///
/// # Errors
/// [`NumberError`] says what is wrong and which readings there are.
pub fn parse(text: &str, style: Style) -> Result<Angka, NumberError> {
    match baca(text, style, &Boleh::satu())? {
        Isi::Satu(angka) => Ok(angka),
        _ => Err(NumberError::BukanAngka),
    }
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
    if taksiran_di_belakang(text).is_some() {
        return Err(NumberError::BukanAngka);
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
    if boleh.satu == Satu::Apa
        && let Some(isi) = kali_waktu(text)
    {
        return isi;
    }
    if let Some(level) = bertingkat(text, style, boleh) {
        return level;
    }
    let closed = tutup_persen(text);
    let (text, negative) = akuntansi(closed.as_deref().unwrap_or(text));
    // A share of a budget that is spent is never negative: `(97,5%)` stands in its brackets beside the amount.
    let negative = negative && boleh.kurung != Kurung::Biasa;
    let (lead, parts) = potong(text);
    let Some(first) = parts.first() else { return Err(NumberError::BukanAngka) };
    if jam(text, lead, &parts, style) {
        return Err(NumberError::Jam);
    }
    let (minus, rupiah) = di_depan(lead).ok_or(NumberError::BukanAngka)?;
    let satu = |token: &str, behind: &str| -> Result<Angka, NumberError> {
        let angka = satu(token, behind, style, boleh, rupiah)?;
        Ok(if minus != negative { Angka { nilai: super::balik(angka.nilai), ..angka } } else { angka })
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
        && !negative
    {
        if !minus && let Some(isi) = rasio(a, b, style)? {
            return if boleh.lain { Ok(isi) } else { Err(NumberError::TidakDiSini("rasio", "a ratio")) };
        }
        if let Some(isi) = rentang(lead, a, b, style, boleh, (minus, rupiah))? {
            return if boleh.lain { Ok(isi) } else { Err(NumberError::TidakDiSini("rentang", "a range")) };
        }
    }
    if boleh.lain
        && let Some(isi) = durasi(&parts, style)?
    {
        return Ok(isi);
    }
    // `2023: 500`: the year is not the number.
    if let [a, b] = parts.as_slice()
        && tahun(a.token)
        && a.behind.trim() == ":"
        && let Ok(one) = satu(b.token, b.behind)
    {
        let sebab = ("tahun di depannya bukan angkanya", "the year before it is not the number");
        return Err(NumberError::Banyak(vec![Reading { nilai: one.nilai, sebab }]));
    }
    let readings = || terkaan(text, joined.as_deref(), &parts);
    if one_only && !boleh.pasti_komposit {
        return Err(NumberError::Banyak(readings()));
    }
    // `12 KK (48 jiwa)` is one figure with its explanation, `12 + 3` a sum: neither is several figures in order.
    let explained = |p: &super::potong::Potong<'_>| p.behind.trim_end().ends_with('(') || p.behind.trim() == "+";
    match komposit(&parts, minus, joined.is_some(), style, boleh) {
        Some(Ok(_)) if !boleh.pasti_komposit && parts.iter().any(explained) => Err(NumberError::Banyak(readings())),
        Some(all) => all.map(Isi::Komposit),
        None => Err(NumberError::Banyak(readings())),
    }
}

/// Words before a number that name its step: `Level 3`, `Tingkat III`. Those that only say that it is a number leave no unit.
const TINGKAT: [&str; 7] = ["level", "tingkat", "peringkat", "bintang", "grade", "strata", "skala"];
const SEBUTAN: [&str; 5] = ["nilai", "skor", "indeks", "angka", "sebesar"];
const ROMAWI: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// `Level 3`, `Level III`, `Nilai 82,50`
fn bertingkat(text: &str, style: Style, boleh: &Boleh) -> Option<Result<Isi, NumberError>> {
    let end = text.find(|c: char| !c.is_alphabetic()).filter(|end| *end > 0 && boleh.satu == Satu::Apa)?;
    let (word, rest) = (&text[..end], text[end..].trim_start_matches([' ', ':', '-', '.']).trim_end());
    let lower = word.to_lowercase();
    let step = TINGKAT.contains(&lower.as_str());
    if !step && !SEBUTAN.contains(&lower.as_str()) {
        return None;
    }
    if step && let Some(n) = ROMAWI.iter().position(|r| *r == rest) {
        let satuan = Some(word.to_string());
        return Some(Ok(Isi::Satu(Angka { satuan, ..Angka::polos(rust_decimal::Decimal::from(n + 1)) })));
    }
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let one = Boleh { lain: false, komposit: false, pasti_komposit: false, ..*boleh };
    Some(match baca(rest, style, &one) {
        Ok(Isi::Satu(a)) if step && a.satuan.is_none() && !a.persen => {
            Ok(Isi::Satu(Angka { satuan: Some(word.to_string()), ..a }))
        }
        Ok(Isi::Satu(_)) if step => Err(NumberError::BukanAngka),
        other => other,
    })
}

/// `(12,5)%` is `(12,5%)`.
fn tutup_persen(text: &str) -> Option<String> {
    let inner = text.strip_suffix('%')?.trim_end().strip_prefix('(')?.strip_suffix(')')?;
    Some(format!("({inner}%)"))
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

/// What may stand before the first digit: nothing, a sign, `Rp`, `Rp.`, `Rp:`, `-Rp`. Says whether it is negative and
/// whether rupiah; `None` when something else stands there.
fn di_depan(before: &str) -> Option<(bool, bool)> {
    let trimmed = before.trim();
    let negative = trimmed.ends_with('-') || trimmed.starts_with('-');
    let rest = trimmed.trim_end_matches(['-', '+', ':', '.', ' ']).trim_start_matches(['-', '+', ' ']);
    let rupiah = rest.eq_ignore_ascii_case("rp") || rest.eq_ignore_ascii_case("idr");
    // A separator alone before a number is no number's own.
    // So too one that stands apart from `Rp`: of `Rp .500.000` a first digit may be lost.
    let apart = trimmed.strip_suffix(['.', ',']).is_some_and(|word| word.ends_with(' '));
    let stray = (rest.is_empty() && trimmed.contains(['.', ':'])) || apart;
    (((rest.is_empty() || rupiah) && !stray) || rest.eq_ignore_ascii_case("antara")).then_some((negative, rupiah))
}

/// Whether the text between two numbers makes the second a part of the unit: `12,5 per 1.000`.
fn per(between: &str) -> bool {
    let word = between.trim();
    word.split_whitespace().next_back().is_some_and(|w| w.eq_ignore_ascii_case("per"))
}
