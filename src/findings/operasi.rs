//! Operasi: one formula that computes, names itself in words and shows itself filled with numbers.

use crate::diagnostic::Pesan;
use crate::measures;
use crate::number::Lang;
use crate::pesan;
use crate::records::{Arah, Metode, RumusCapaian};
use rust_decimal::Decimal;

/// A formula over inputs in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operasi {
    /// a ÷ b × 100
    Persen,
    /// a ÷ b × the multiplier of the indicator's own formula
    Bagi(i32),
    /// Capaian of a = realisasi against b = target, not above or below the bounds of the report
    Capaian(RumusCapaian, Option<i32>, Option<i32>),
    /// a − b
    Kurang,
    /// (b − a) ÷ a × 100
    Tumbuh,
    /// (a − b) ÷ a × 100
    Susut,
    /// a + b + …
    Jumlah,
    /// a × b ÷ 100 as often as said: a percentage counts in hundredths
    Kali(u8),
    /// (a + b + …) ÷ n
    Rata,
    /// The mean of values that count at most, and at least, this much
    RataBatas(Option<i32>, Option<i32>),
    /// (a × weight of a + b × weight of b + …) ÷ sum of the weights; inputs are value, weight, value, weight, …
    Tertimbang,
    /// 100 − a ÷ b × 100
    SeratusKurangBagi,
    /// 100 − a
    SeratusKurang,
    /// a ÷ b × 100 − c ÷ d × 100
    BagiKurangBagi,
    /// a − b ÷ c × 100
    KurangBagi,
    /// a itself: the same fact elsewhere
    Sama,
    /// A count of rows, given by the rule
    Cacah,
}

impl Operasi {
    /// The formula of capaian for a direction, by the method of a report.
    pub fn capaian(metode: &Metode, arah: Arah) -> Self {
        Operasi::Capaian(metode.rumus(arah), metode.atas, metode.bawah)
    }

    /// The exact value, or nothing where it is undefined.
    pub fn hitung(self, v: &[Decimal]) -> Option<Decimal> {
        use Operasi as O;
        let sum = || v.iter().try_fold(Decimal::ZERO, |sum, x| sum.checked_add(*x));
        match (self, v) {
            (O::Persen, [a, b]) => measures::bagian(*a, *b),
            (O::Bagi(times), [a, b]) => a.checked_mul(Decimal::from(times))?.checked_div(*b),
            (O::Capaian(rumus, atas, bawah), [a, b]) => measures::capaian_menurut(rumus, (atas, bawah), *a, *b),
            (O::Kurang, [a, b]) => a.checked_sub(*b),
            (O::Tumbuh, [a, b]) => measures::pertumbuhan(*a, *b),
            (O::Susut, [a, b]) => measures::bagian(a.checked_sub(*b)?, *a),
            (O::Jumlah, [_, ..]) => sum(),
            (O::Kali(times), [a, b]) => {
                (0..times).try_fold(a.checked_mul(*b)?, |v, _| v.checked_div(Decimal::ONE_HUNDRED))
            }
            (O::Rata, [_, ..]) => measures::rata(v),
            (O::RataBatas(atas, bawah), [_, ..]) => {
                let within = |x: &Decimal| {
                    let x = atas.map_or(*x, |top| (*x).min(Decimal::from(top)));
                    bawah.map_or(x, |floor| x.max(Decimal::from(floor)))
                };
                measures::rata(&v.iter().map(within).collect::<Vec<_>>())
            }
            (O::Tertimbang, [_, _, ..]) => {
                let mut sums = (Decimal::ZERO, Decimal::ZERO);
                for pair in v.chunks(2) {
                    let [x, weight] = pair else { return None };
                    sums.0 = sums.0.checked_add(x.checked_mul(*weight)?)?;
                    sums.1 = sums.1.checked_add(*weight)?;
                }
                sums.0.checked_div(sums.1)
            }
            (O::SeratusKurangBagi, [a, b]) => Decimal::ONE_HUNDRED.checked_sub(measures::serapan(*a, *b)?),
            (O::SeratusKurang, [a]) => Decimal::ONE_HUNDRED.checked_sub(*a),
            (O::BagiKurangBagi, [a, b, c, d]) => measures::bagian(*a, *b)?.checked_sub(measures::bagian(*c, *d)?),
            (O::KurangBagi, [a, b, c]) => a.checked_sub(measures::bagian(*b, *c)?),
            (O::Sama, [a]) => Some(*a),
            _ => None,
        }
    }

    /// The formula over texts: the labels of its inputs, or their numbers.
    pub fn tulis(self, t: &[&Pesan]) -> Pesan {
        Pesan::tiap(|lang| self.dalam(&t.iter().map(|p| p.in_lang(lang)).collect::<Vec<_>>(), lang))
    }

    fn dalam(self, t: &[&str], lang: Lang) -> String {
        use Operasi as O;
        // A sum of dozens of rows is not read; the first and the last say what it runs over.
        let join = |sign: &str| match t {
            [first, second, .., last] if t.len() > 8 => {
                let rest = t.len() - 3;
                format!("{first}{sign}{second}{sign}… ({rest} {}){sign}{last}", lang.pilih("lagi", "more"))
            }
            _ => t.join(sign),
        };
        match (self, t) {
            (O::Cacah, _) => lang.pilih("cacah baris", "count of rows").to_string(),
            (O::Bagi(times), [a, b]) if !matches!(times, 1 | 100) => {
                format!("{a} ÷ {b} × {}", lang.grouped(times.into()))
            }
            (O::Persen | O::Bagi(_), [a, b]) => format!("{a} ÷ {b}"),
            (O::Capaian(rumus, ..), [a, b]) => match rumus {
                RumusCapaian::RealisasiTarget => format!("{a} ÷ {b}"),
                RumusCapaian::TargetRealisasi => format!("{b} ÷ {a}"),
                RumusCapaian::DuaTarget => format!("(2 × {b} − {a}) ÷ {b}"),
            },
            (O::Kurang, [a, b]) => format!("{a} − {b}"),
            (O::Tumbuh, [a, b]) => format!("({b} − {a}) ÷ {a}"),
            (O::Susut, [a, b]) => format!("({a} − {b}) ÷ {a}"),
            (O::Jumlah, _) => join(" + "),
            (O::Kali(_), [a, b]) => format!("{a} × {b}"),
            (O::Rata | O::RataBatas(..), _) => format!("({}) ÷ {}", join(" + "), t.len()),
            (O::Tertimbang, _) => {
                let terms: Vec<String> = t.chunks(2).map(|pair| pair.join(" × ")).collect();
                let weights: Vec<&str> = t.iter().skip(1).step_by(2).copied().collect();
                format!("({}) ÷ ({})", terms.join(" + "), weights.join(" + "))
            }
            (O::SeratusKurangBagi, [a, b]) => format!("100% − {a} ÷ {b}"),
            (O::SeratusKurang, [a]) => format!("100% − {a}"),
            (O::BagiKurangBagi, [a, b, c, d]) => format!("{a} ÷ {b} − {c} ÷ {d}"),
            (O::KurangBagi, [a, b, c]) => format!("{a} − {b} ÷ {c}"),
            _ => t.join(", "),
        }
    }

    /// The formula with its numbers; a bound that acts is told, because without it the equation would not hold.
    pub fn isian(self, values: &[Decimal], texts: &[&Pesan]) -> Pesan {
        let mut body = self.tulis(texts);
        let free = match self {
            Operasi::Capaian(rumus, ..) => Operasi::Capaian(rumus, None, None),
            Operasi::RataBatas(..) => Operasi::Rata,
            _ => return body,
        };
        if free.hitung(values) != self.hitung(values) {
            body.sambung(&self.batas());
        }
        body
    }

    /// The bounds in words.
    pub fn batas(self) -> Pesan {
        let mut out = Pesan::default();
        match self {
            Operasi::Capaian(_, atas, bawah) => {
                if let Some(top) = atas {
                    out.sambung(&pesan!(", paling tinggi {top}%", ", at most {top}%"));
                }
                if let Some(floor) = bawah {
                    out.sambung(&pesan!(", paling rendah {floor}%", ", at least {floor}%"));
                }
            }
            Operasi::RataBatas(atas, bawah) => {
                if let Some(top) = atas {
                    out.sambung(&pesan!(", masing-masing paling tinggi {top}%", ", each at most {top}%"));
                }
                if let Some(floor) = bawah {
                    out.sambung(&pesan!(", masing-masing paling rendah {floor}%", ", each at least {floor}%"));
                }
            }
            _ => {}
        }
        out
    }

    /// The formula in words.
    pub fn rumus(self, label: &[&Pesan]) -> Pesan {
        use Operasi as O;
        let mut body = self.tulis(label);
        match self {
            O::Capaian(..) => {
                body.sambung(&Pesan::sama(" × 100"));
                body.sambung(&self.batas());
            }
            O::RataBatas(..) => body.sambung(&self.batas()),
            O::Persen | O::Tumbuh | O::Susut => body.sambung(&Pesan::sama(" × 100")),
            O::Bagi(100) => body.sambung(&Pesan::sama(" × 100")),
            _ => {}
        }
        body
    }
}
