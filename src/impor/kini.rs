//! Kini: heads that count from the day a report was made: `bulan ini`, `s.d. bulan lalu`, `s.d. triwulan ini`. The title
//! says which month or quarter that is.

use super::kata::punya;

/// A period as such words name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kini {
    /// Whether it is this one, and not the last.
    pub ini: bool,
    /// Whether it counts from the start of the year.
    pub sejak_awal: bool,
    /// Of which kind it is.
    pub jenis: Jenis,
}

/// A kind of period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// A month.
    Bulan,
    /// A quarter.
    Triwulan,
    /// Half a year.
    Semester,
    /// Whatever the title says.
    Periode,
    /// None that a record has.
    Lain,
}

impl Jenis {
    /// Whether a period as columns write it is of this kind.
    pub fn cocok(self, masa: &str) -> bool {
        let part = masa.split_once('-').map_or("", |(_, part)| part);
        match self {
            Jenis::Bulan => part.bytes().all(|b| b.is_ascii_digit()) && !part.is_empty(),
            Jenis::Triwulan => part.starts_with("tw"),
            Jenis::Semester => part.starts_with('s'),
            Jenis::Periode => !part.is_empty(),
            Jenis::Lain => false,
        }
    }
}

/// What the lowest of the words above a column that names such a period says.
pub fn kini(tingkat: &[String]) -> Option<Kini> {
    let kinds = [
        ("bulan", Jenis::Bulan),
        ("bln", Jenis::Bulan),
        ("triwulan", Jenis::Triwulan),
        ("tw", Jenis::Triwulan),
        ("semester", Jenis::Semester),
        ("periode", Jenis::Periode),
        ("minggu", Jenis::Lain),
        ("saat", Jenis::Lain),
    ];
    tingkat.iter().rev().find_map(|text| {
        let named = |end: &str| kinds.iter().find(|(word, _)| punya(text, &format!("{word} {end}"))).map(|k| k.1);
        let (ini, jenis) = match (named("ini"), named("lalu")) {
            (Some(jenis), None) => (true, jenis),
            (None, Some(jenis)) => (false, jenis),
            _ => return None,
        };
        Some(Kini { ini, sejak_awal: punya(text, "sd"), jenis })
    })
}

/// The period before one; none before the first of a year.
pub fn sebelum(masa: Option<String>) -> Option<String> {
    let masa = masa?;
    let (tahun, part) = masa.split_once('-')?;
    let kind = part.trim_end_matches(|c: char| c.is_ascii_digit());
    let n = part[kind.len()..].parse::<u32>().ok()?.checked_sub(1).filter(|n| *n > 0)?;
    Some(if kind.is_empty() { format!("{tahun}-{n:02}") } else { format!("{tahun}-{kind}{n}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_count_from_now_are_told_from_those_that_do_not() {
        for (levels, expected) in [
            (&["realisasi keuangan", "sd bulan lalu"][..], Some((false, true, Jenis::Bulan))),
            (&["realisasi", "bulan ini", "rp"], Some((true, false, Jenis::Bulan))),
            (&["realisasi sd triwulan ini"], Some((true, true, Jenis::Triwulan))),
            (&["realisasi tahun ini"], None),
            (&["realisasi bulan ini dan bulan lalu"], None),
        ] {
            let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
            let read = kini(&levels).map(|k| (k.ini, k.sejak_awal, k.jenis));
            assert_eq!(read, expected, "{levels:?}");
        }
        let before = |m: &str| sebelum(Some(m.to_string()));
        assert_eq!(
            [before("2025-12"), before("2025-tw2"), before("2025-01")],
            [Some("2025-11".to_string()), Some("2025-tw1".to_string()), None]
        );
    }
}
