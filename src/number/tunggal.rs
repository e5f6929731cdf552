//! One number with its unit: what may stand where, and what is left over.

use super::parse::read;
use super::{Angka, NumberError, Reading, Style, besaran};

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

/// What brackets around a number mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kurung {
    /// A minus, as in accounts.
    Minus,
    /// Nothing: what is measured is never negative.
    Biasa,
    /// One or the other.
    Tanya,
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
    /// What brackets around a number mean here.
    pub kurung: Kurung,
}

impl Boleh {
    /// One number of any unit and nothing else.
    pub fn satu() -> Self {
        Self { satu: Satu::Apa, lain: false, komposit: false, pasti_komposit: false, pangkat: 0, kurung: Kurung::Minus }
    }

    /// Every kind.
    pub fn semua() -> Self {
        Self { lain: true, komposit: true, ..Self::satu() }
    }
}

/// One number with what stands behind it.
pub(super) fn satu(token: &str, behind: &str, style: Style, boleh: &Boleh, rupiah: bool) -> Result<Angka, NumberError> {
    // `0x10` and `5e9` are numbers of programs, not a number with a unit.
    let mut glued = behind.chars();
    if glued.next().is_some_and(|c| "xXoObBeE".contains(c)) && glued.next().is_some_and(|c| c.is_ascii_digit()) {
        return Err(NumberError::BukanAngka);
    }
    let nilai = read(token, style)?;
    // `3,10-%`: a minus behind a number is never left out; that of `Rp 250.000-` closes an amount.
    if let Some(after) = behind.trim_start().strip_prefix('-').filter(|_| !rupiah)
        && matches!(after.trim_start().chars().next(), None | Some('%'))
    {
        let (minus, dash) =
            (("minus di belakang angka", "a minus behind the number"), ("tanda penutup", "a closing dash"));
        return Err(NumberError::Menyimpang(vec![
            Reading { nilai: super::balik(nilai), sebab: minus },
            Reading { nilai, sebab: dash },
        ]));
    }
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
    let unit = super::isi::tanpa_terbilang(rest).trim_end_matches([',', ';', '/', ' ', '.']).trim();
    angka.persen = persen;
    let known_rupiah = unit.eq_ignore_ascii_case("rupiah") || unit.eq_ignore_ascii_case("rp");
    match boleh.satu {
        Satu::Uang if persen => return Err(NumberError::Sisa("%".into())),
        Satu::Uang if !unit.is_empty() && !known_rupiah => return Err(NumberError::Sisa(unit.into())),
        Satu::Uang => {}
        Satu::Persen if rupiah => return Err(NumberError::Sisa("Rp".into())),
        Satu::Persen if !unit.is_empty() && !poin(unit) => return Err(NumberError::Sisa(unit.into())),
        Satu::Persen => {}
        Satu::Apa if persen && rupiah => return Err(NumberError::Sisa("%".into())),
        Satu::Apa if known_rupiah || (rupiah && unit.is_empty()) => angka.satuan = Some("Rp".into()),
        Satu::Apa if rupiah => angka.satuan = Some(format!("Rp {unit}")),
        Satu::Apa if unit.is_empty() || (persen && poin(unit)) => {}
        Satu::Apa if unit == "‰" => angka.satuan = Some(unit.to_string()),
        Satu::Apa if !unit.contains(char::is_alphabetic) || bukan_satuan(unit) => {
            return Err(NumberError::Sisa(unit.into()));
        }
        Satu::Apa => angka.satuan = Some(unit.to_string()),
    }
    Ok(angka)
}

/// Whether what stands behind a number is no unit although it has letters: a class behind a slash, a word of magnitude in
/// brackets, a second clause.
fn bukan_satuan(unit: &str) -> bool {
    let lower = unit.to_lowercase();
    let class = lower.strip_prefix('/').is_some_and(|w| super::Satuan::baca(w).is_some_and(|u| !u.dikenal()));
    // `1 ratus ribu` is no single of a unit, `50-an` no exact number.
    let first = lower.trim_start_matches('-').split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let many = ["belas", "puluh", "ratus", "an", "puluhan", "belasan", "ratusan", "ribuan", "jutaan", "miliaran"];
    class
        || many.contains(&first)
        || (unit.starts_with('(') && besaran::menyebut_besaran(unit))
        || ["dengan ", "dari ", "atau ", "dan "].iter().any(|w| lower.starts_with(w))
}

/// Whether a unit only says that percentages were subtracted.
fn poin(unit: &str) -> bool {
    unit.eq_ignore_ascii_case("poin persen") || unit.eq_ignore_ascii_case("poin")
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
