//! Isi: what one cell can hold, and the units of numbers.

use super::Angka;
use super::satuan_kata::{BAKU, BILANGAN, CACAH, KELAS, singkatan};
use rust_decimal::Decimal;
use std::fmt;

/// What a printed text holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isi {
    /// One number: an amount, a percentage, a count.
    Satu(Angka),
    /// Several numbers in order, never added up.
    Komposit(Vec<Angka>),
    /// From one number to another.
    Rentang(Angka, Angka),
    /// At least, at most, more or less than a number.
    Batas(Batas, Angka),
    /// One to so many: `1 : 2.500`.
    Rasio(Angka, Angka),
    /// A time in several units; the first number is the whole of it in its first unit.
    Durasi(Angka, Vec<Angka>),
}

/// On which side of a number a bound lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batas {
    /// `≥ 90`, `min. 90`
    PalingSedikit,
    /// `> 90`
    LebihDari,
    /// `≤ 10`, `maks. 10`
    PalingBanyak,
    /// `< 10`
    KurangDari,
}

impl Batas {
    /// Bound and sign.
    pub const SEMUA: [(&'static str, Batas); 4] =
        [("≥", Batas::PalingSedikit), (">", Batas::LebihDari), ("≤", Batas::PalingBanyak), ("<", Batas::KurangDari)];

    /// Its sign.
    pub fn tanda(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, b)| *b == self).map_or("", |(t, _)| t)
    }

    /// Whether a value keeps it.
    pub fn dipenuhi(self, value: Decimal, batas: Decimal) -> bool {
        match self {
            Batas::PalingSedikit => value >= batas,
            Batas::LebihDari => value > batas,
            Batas::PalingBanyak => value <= batas,
            Batas::KurangDari => value < batas,
        }
    }

    /// Whether it bounds from below.
    pub fn bawah(self) -> bool {
        matches!(self, Batas::PalingSedikit | Batas::LebihDari)
    }
}

/// The unit of a number. Units are alike when they are equal here: `Orang`, `org` and `jiwa` are, `%` and `orang` are not.
#[derive(Debug, Clone)]
pub enum Satuan {
    /// Percent.
    Persen,
    /// Rupiah.
    Rupiah,
    /// Any other, in small letters as it is printed; abbreviations keep their capitals (`per 100.000 KH`).
    Lain(String),
}

impl PartialEq for Satuan {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.kunci(), other.kunci());
        a == b || laju_sama(&a, &b)
    }
}

impl Eq for Satuan {}

impl Satuan {
    /// A unit as printed; `None` for nothing.
    pub fn baca(text: &str) -> Option<Self> {
        let printed =
            text.trim().trim_end_matches('.').split(' ').map(|w| singkatan(w, text)).collect::<Vec<_>>().join(" ");
        let word = tanpa_kurung(&printed);
        match word.to_lowercase().as_str() {
            "" => None,
            "%" | "persen" | "persentase" | "percent" => Some(Self::Persen),
            "rp" | "rupiah" | "idr" => Some(Self::Rupiah),
            _ => Some(Self::Lain(word.split_whitespace().collect::<Vec<_>>().join(" "))),
        }
    }

    /// What two units must have in common to be one: abbreviations, signs and grouping of digits left aside.
    fn kunci(&self) -> String {
        match self {
            Self::Persen => "%".to_string(),
            Self::Rupiah => "rp".to_string(),
            Self::Lain(word) => satuan_baku(word),
        }
    }

    /// How many seconds a unit of time lasts; working days and months have no fixed length.
    pub fn detik(&self) -> Option<u32> {
        match self.kunci().as_str() {
            "detik" => Some(1),
            "menit" => Some(60),
            "jam" => Some(3_600),
            "hari" => Some(86_400),
            "minggu" => Some(604_800),
            _ => None,
        }
    }

    /// The factor a rate is stated for: 1.000 of `per 1.000 KH`, 100.000 of `orang/100.000 penduduk`.
    pub fn per(text: &str) -> Option<i32> {
        let word = satuan_baku(&text.to_lowercase());
        if matches!(word.as_str(), "‰" | "permil" | "per mil") {
            return Some(1000);
        }
        let mut words = word.split(' ').skip_while(|w| *w != "per").skip(1);
        words.next()?.parse().ok().filter(|n| *n >= 10)
    }

    /// Whether the unit counts in thousands or millions, so that its numbers are rounded: `juta rupiah`, `ribu orang`.
    pub fn besaran(text: &str) -> bool {
        let words = text.to_lowercase();
        words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(2).any(|w| {
            ["ribu", "juta", "miliar", "milyar", "triliun"].iter().any(|b| w.strip_suffix("an").unwrap_or(w) == *b)
        })
    }

    /// Whether the unit counts what has no thousandths: people, documents, buildings.
    pub fn cacah(&self) -> bool {
        matches!(self, Self::Lain(word) if CACAH.contains(&satuan_baku(word).as_str()))
    }

    /// Whether it is a unit that documents put in brackets: what is counted, a time, a length, an area, a weight.
    pub fn dikenal(&self) -> bool {
        const UKURAN: [&str; 26] = [
            "detik", "menit", "jam", "hari", "minggu", "bulan", "tahun", "triwulan", "semester", "m", "m2", "m3", "km",
            "km2", "cm", "ha", "kilogram", "ton", "kuintal", "gram", "liter", "ekor", "batang", "poin", "nilai",
            "indeks",
        ];
        let known = |word: &str| {
            let word = satuan_baku(word);
            UKURAN.contains(&word.as_str()) || CACAH.contains(&word.as_str())
        };
        match self {
            Self::Lain(word) => {
                known(word) || word.split_once(' ').is_some_and(|(w, more)| known(w) && more == "kerja")
            }
            _ => true,
        }
    }

    /// Whether it is a score, of which there is no count: a million people are none. `angka` only says that a number stands there.
    pub fn skor(&self) -> bool {
        self.nilai() && !matches!(self, Self::Lain(word) if word == "angka")
    }

    /// Whether the unit only says that a number stands on a scale, so that a cell without unit is of it too.
    pub fn nilai(&self) -> bool {
        matches!(self, Self::Lain(word) if matches!(word.as_str(), "nilai" | "indeks" | "skor" | "angka" | "poin" | "predikat" | "opini" | "kategori"))
    }
}

impl fmt::Display for Satuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Persen => "%",
            Self::Rupiah => "Rp",
            Self::Lain(word) => word,
        })
    }
}

/// What stands behind a number without the bracket that only repeats the number in words: `(lima) dokumen`, `(lima ribu
/// rupiah)`.
pub(super) fn tanpa_terbilang(text: &str) -> &str {
    let Some((inner, rest)) = text.strip_prefix('(').and_then(|t| t.split_once(')')) else { return text };
    // `(juta)` alone multiplies; `(lima juta)` repeats the number.
    let mut words = 0;
    let said = inner.split_whitespace().all(|w| {
        let w = w.to_lowercase();
        words += usize::from(BILANGAN.contains(&w.as_str()) && super::besaran::pangkat(&w).is_none() && w != "persen");
        BILANGAN.contains(&w.as_str()) || w == "rupiah"
    });
    if said && words > 0 { rest.trim_start() } else { text }
}

/// A unit without what only repeats its number or names its class: `(lima) dokumen`, `(baik)`; `(orang)` is a unit.
fn tanpa_kurung(word: &str) -> &str {
    let Some((inner, rest)) = word.strip_prefix('(').and_then(|w| w.split_once(')')) else { return word };
    let all = |list: &[&str]| !inner.trim().is_empty() && inner.split_whitespace().all(|w| list.contains(&w));
    let rest = rest.trim();
    if all(&BILANGAN) {
        return rest;
    }
    match rest {
        "" if all(&KELAS) => "",
        "" => inner.trim(),
        _ => word,
    }
}

/// Whether two rates have one factor and one of them only leaves unsaid what it counts or of whom: `per 1.000` beside
/// `per 1.000 penduduk` and `kasus per 1.000`.
fn laju_sama(a: &str, b: &str) -> bool {
    let parts = |t: &str| -> Option<(String, String, String)> {
        let (counted, rest) = t.strip_prefix("per ").map(|r| ("", r)).or_else(|| t.split_once(" per "))?;
        let (factor, of) = rest.split_once(' ').unwrap_or((rest, ""));
        let ten = factor.len() > 1 && factor.bytes().all(|c| c.is_ascii_digit());
        ten.then(|| (counted.to_string(), factor.to_string(), of.to_string()))
    };
    let (Some(a), Some(b)) = (parts(a), parts(b)) else { return false };
    let open = |x: &str, y: &str| x == y || x.is_empty() || y.is_empty();
    a.1 == b.1 && open(&a.0, &b.0) && open(&a.2, &b.2)
}

/// The one spelling of a unit.
pub(super) fn satuan_baku(word: &str) -> String {
    let mut text = String::with_capacity(word.len());
    let chars: Vec<char> = word
        .to_lowercase()
        .replace("seratus ribu", "seratus-ribu")
        .replace("sepuluh ribu", "sepuluh-ribu")
        .replace("kepala keluarga", "keluarga")
        .chars()
        .collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    for (i, c) in chars.iter().enumerate() {
        match c {
            // 1.000 and 1000 are one number.
            '.' | ',' if digit(i.checked_sub(1)) && digit(Some(i + 1)) => {}
            '.' => text.push(' '),
            // `orang/100.000` is `orang per 100.000`.
            '/' if digit(Some(i + 1)) => text.push_str(" per "),
            c => text.push(*c),
        }
    }
    let one =
        |w: &str| BAKU.iter().find(|(other, _)| *other == w).map_or(w.to_string(), |(_, word)| (*word).to_string());
    text.split_whitespace().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Satuan;

    #[test]
    fn a_unit_is_one_unit_however_it_is_spelled() {
        let alike = [
            ("(lima) dokumen", "dokumen"),
            ("(satu) Unit", "Unit"),
            ("Dok.", "Dokumen"),
            ("Org", "jiwa"),
            ("m²", "m2"),
            ("per 1.000 KH", "per 1000 KH"),
            ("per seribu penduduk", "per 1.000 penduduk"),
            ("(orang)", "orang"),
            ("per 1.000", "per 1000 penduduk"),
            ("kasus per 100.000 KH", "per 100.000 KH"),
            ("x", "kali"),
            ("KK", "keluarga"),
            ("Kepala Keluarga", "KK"),
        ];
        for (a, b) in alike {
            assert_eq!(Satuan::baca(a), Satuan::baca(b), "{a} and {b}");
        }
        let unlike = [
            ("hari", "hari kerja"),
            ("bulan", "tahun"),
            ("%", "orang"),
            ("% per tahun", "%"),
            ("orang", "KK"),
            ("per 1.000 KH", "per 1.000 penduduk"),
            ("per 1.000", "per 100.000"),
            ("kasus per 1.000", "orang per 1.000"),
            ("per tahun", "per bulan"),
        ];
        for (a, b) in unlike {
            assert_ne!(Satuan::baca(a), Satuan::baca(b), "{a} and {b}");
        }
        assert_eq!(Satuan::baca("(Sangat Baik)"), None);
        // What a page writes is the unit as it is printed.
        for (printed, shown) in [
            ("Jiwa", "jiwa"),
            ("per 100.000 KH", "per 100.000 KH"),
            ("KK", "KK"),
            ("Pegawai ASN", "pegawai ASN"),
            ("ORANG", "orang"),
            ("PERSEN", "%"),
        ] {
            assert_eq!(Satuan::baca(printed).map(|s| s.to_string()).as_deref(), Some(shown), "{printed}");
        }
    }

    #[test]
    fn a_rate_states_its_factor() {
        let cases = [
            ("per 100.000 KH", Some(100_000)),
            ("per 1000 penduduk", Some(1000)),
            ("per seribu penduduk", Some(1000)),
            ("orang/100.000", Some(100_000)),
            ("orang per 10.000 penduduk", Some(10_000)),
            ("‰", Some(1000)),
            ("per tahun", None),
            ("orang", None),
        ];
        for (unit, factor) in cases {
            assert_eq!(Satuan::per(unit), factor, "{unit}");
        }
    }
}
