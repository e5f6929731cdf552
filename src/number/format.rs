//! Writing numbers for readers: `Rp1.234.567.890`, `Rp57,82 miliar`, `95,39%`, `−3,10 poin persen`; in English
//! `Rp1,234,567,890`, `Rp57.82 billion`, `95.39%`, `−3.10 percentage points`.

use super::{Lang, round};
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
}
