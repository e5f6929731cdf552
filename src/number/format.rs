//! Writing numbers for readers: `Rp1.234.567.890`, `Rp57,82 miliar`, `95,39%`, `−3,10 poin persen`; in English
//! `Rp1,234,567,890`, `Rp57.82 billion`, `95.39%`, `−3.10 percentage points`.

use super::{Lang, kata_besaran, round};
use rust_decimal::Decimal;

/// The minus sign of a page: U+2212.
const MINUS: &str = "−";

impl Lang {
    /// A number as it stands, grouped by thousands, nothing rounded.
    pub fn grouped(self, value: Decimal) -> String {
        let (ribuan, desimal) = self.pilih(('.', ','), (',', '.'));
        let text = value.abs().to_string();
        let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
        let mut out = String::with_capacity(text.len() + text.len() / 3 + 3);
        if value.is_sign_negative() && !value.is_zero() {
            out.push_str(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                out.push(ribuan);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push(desimal);
            out.push_str(fraction);
        }
        out
    }

    /// Rounded half away from zero to exactly `decimals` decimals.
    pub fn decimal(self, value: Decimal, decimals: u32) -> String {
        let mut rounded = round(value, decimals);
        rounded.rescale(decimals);
        self.grouped(rounded)
    }

    /// `95,39%`. What is not all or nothing is not rounded to it: 99,9975% with two decimals is `99,998%`.
    pub fn percent(self, value: Decimal, decimals: u32) -> String {
        let edge = |digits: &u32| {
            let shown = round(value, *digits);
            (shown == Decimal::ONE_HUNDRED || shown.is_zero()) && shown != value
        };
        let digits = (decimals..decimals.saturating_add(6)).find(|d| !edge(d)).unwrap_or(decimals);
        format!("{}%", self.decimal(value, digits))
    }

    /// A difference of two percentages: `+1,20 poin persen`.
    pub fn points(self, value: Decimal, decimals: u32) -> String {
        format!("{} {}", self.signed(value, decimals), self.pilih("poin persen", "percentage points"))
    }

    /// A unit as printed, its thousands grouped as the reader's language groups them: `per 100.000`, `per 100,000`.
    pub fn satuan(self, satuan: &str) -> String {
        let group = |word: &str| {
            let mut parts = word.split('.');
            let digits = |p: &str, n: std::ops::RangeInclusive<usize>| {
                n.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit())
            };
            let grouped = parts.next().is_some_and(|p| digits(p, 1..=3)) && parts.all(|p| digits(p, 3..=3));
            if self == Lang::En && grouped { word.replace('.', ",") } else { word.to_string() }
        };
        satuan.split(' ').map(group).collect::<Vec<_>>().join(" ")
    }

    /// With its sign, `+` included; zero has none.
    pub fn signed(self, value: Decimal, decimals: u32) -> String {
        let text = self.decimal(value, decimals);
        if value.is_sign_positive() && !round(value, decimals).is_zero() { format!("+{text}") } else { text }
    }

    /// Exact rupiah, cents only where there are any: `Rp5.046.629.436,54`.
    pub fn rupiah(self, value: Decimal) -> String {
        let value = value.normalize();
        let text = if value.scale() == 0 { self.grouped(value) } else { self.decimal(value, value.scale().max(2)) };
        match text.strip_prefix(MINUS) {
            Some(rest) => format!("{MINUS}Rp{rest}"),
            None => format!("Rp{text}"),
        }
    }

    /// Rupiah in words for reading: `Rp57,82 miliar`; below a million the exact amount.
    pub fn rupiah_short(self, value: Decimal) -> String {
        const STEPS: [(i64, i64, &str, &str); 3] = [
            (1_000_000_000_000, 1_000_000_000, "triliun", "trillion"),
            (1_000_000_000, 1_000_000, "miliar", "billion"),
            (1_000_000, 1, "juta", "million"),
        ];
        for (size, below, id, en) in STEPS {
            let (size, below) = (Decimal::from(size), Decimal::from(below));
            let per = |unit: Decimal| value.checked_div(unit).unwrap_or(value);
            let least = size.checked_div(below).unwrap_or(size);
            // What the smaller unit would show decides: 999.999.999 reads "Rp1,00 miliar" and not "Rp1.000,00 juta", but
            // 995.000.000 stays "Rp995,00 juta".
            if round(per(below).abs(), if below == Decimal::ONE { 0 } else { 2 }) >= least {
                let (text, word) = (self.decimal(per(size), 2), self.pilih(id, en));
                return match text.strip_prefix(MINUS) {
                    Some(rest) => format!("{MINUS}Rp{rest} {word}"),
                    None => format!("Rp{text} {word}"),
                };
            }
        }
        self.rupiah(round(value, 0))
    }

    /// With its word of magnitude, as many decimals as `langkah` has in it: `Rp117,4 miliar`.
    pub fn rupiah_berkata(self, value: Decimal, pangkat: u32, langkah: Decimal) -> String {
        let per = |v: Decimal| 10_u64.checked_pow(pangkat).and_then(|size| v.checked_div(size.into())).unwrap_or(v);
        let text = self.decimal(per(value), per(langkah).normalize().scale());
        let text = kata_besaran(self, pangkat).map_or_else(|| text.clone(), |word| format!("{text} {word}"));
        match text.strip_prefix(MINUS) {
            Some(rest) => format!("{MINUS}Rp{rest}"),
            None => format!("Rp{text}"),
        }
    }

    /// An amount that is only known to `lebar`: no digit below it. `Rp171,9 miliar` of 171.900.000.000 and 400 juta.
    pub fn rupiah_bulat(self, value: Decimal, lebar: Decimal) -> String {
        let places = tempat(lebar);
        let word = BESAR.into_iter().find(|p| value.abs() >= sepuluh(*p) && p.saturating_sub(places) <= 3);
        match word {
            Some(pangkat) => {
                // `Rp7 miliar` and not `Rp7,000 miliar`: a third zero reads as thousands.
                let zeros = nol(round_to(value, places));
                self.rupiah_berkata(value, pangkat, sepuluh(places.max(zeros).min(pangkat)))
            }
            None => self.rupiah(round(value, 0)),
        }
    }

    /// The same in short, with two decimals at most.
    pub fn rupiah_bulat_singkat(self, value: Decimal, lebar: Decimal) -> String {
        let word = BESAR.into_iter().find(|p| value.abs() >= sepuluh(*p));
        match word {
            Some(pangkat) => self.rupiah_berkata(value, pangkat, sepuluh(tempat(lebar).clamp(pangkat - 2, pangkat))),
            None => self.rupiah_short(value),
        }
    }

    /// An exact amount in words where three decimals say all of it: `Rp171,7 miliar`.
    pub fn rupiah_pas(self, value: Decimal) -> String {
        self.rupiah_bulat(value, sepuluh(nol(value)))
    }
}

/// The powers of ten with a word for amounts that are read.
const BESAR: [u32; 3] = [12, 9, 6];

fn sepuluh(pangkat: u32) -> Decimal {
    Decimal::from(10_u64.saturating_pow(pangkat))
}

/// How many of the last digits of an amount lie below a width.
fn tempat(lebar: Decimal) -> u32 {
    (0..18).take_while(|n| sepuluh(*n) <= lebar).last().unwrap_or(0)
}

/// How many zeros an amount ends with.
fn nol(value: Decimal) -> u32 {
    (0..18).take_while(|n| value.checked_rem(sepuluh(*n)).is_some_and(|r| r.is_zero())).last().unwrap_or(0)
}

/// Rounded to a power of ten.
fn round_to(value: Decimal, places: u32) -> Decimal {
    let step = sepuluh(places);
    value.checked_div(step).and_then(|v| round(v, 0).checked_mul(step)).unwrap_or(value)
}
