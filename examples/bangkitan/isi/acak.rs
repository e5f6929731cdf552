//! Acak: numbers from a seed, and how reports write numbers. No clock: the same seed gives the same content.

/// A linear congruential generator (Knuth's MMIX constants).
pub struct Acak(u64);

impl Acak {
    /// A generator of its own for one part of the content, so that parts do not depend on how many there are.
    pub fn new(benih: u64, bagian: usize) -> Self {
        let mut own = Self(benih ^ (bagian as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        own.next();
        own
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A number from `low` to `high`, both included.
    pub fn antara(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }
}

/// `1.234.567`
pub fn ribuan(n: i64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    out
}

/// a ÷ b in hundredths of a percent, rounded half up: `9876` is 98,76%.
pub fn perseratus(a: i64, b: i64) -> i64 {
    let (a, b) = (i128::from(a), i128::from(b));
    ((a * 20_000 + b) / (2 * b)) as i64
}

/// Hundredths as written: `98,76`.
pub fn dua_desimal(n: i64) -> String {
    format!("{},{:02}", n / 100, n % 100)
}

/// `98,76%`
pub fn persen(n: i64) -> String {
    format!("{}%", dua_desimal(n))
}
