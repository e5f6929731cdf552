//! The cut-off of a record: up to which day its data go, and whether that is its whole year.

use crate::number::Lang;
use crate::teks;
use jiff::civil::Date;

/// Whether data up to `batas` cover the year. Books are closed on 30 or 31 December, some in January of the next year.
pub fn setahun(batas: &str, tahun: i32) -> bool {
    tanggal(batas).is_some_and(|d| {
        i32::from(d.year()) > tahun || (i32::from(d.year()) == tahun && (d.month(), d.day()) >= (12, 30))
    })
}

/// How many whole months of the year lie before the cut-off; `None` inside a month.
pub fn bulan(batas: &str) -> Option<i8> {
    let d = tanggal(batas)?;
    (d == d.last_of_month()).then(|| d.month())
}

/// How far a year has been reported, in words: `baru 9 bulan`, `baru sampai 17 Mei 2025`.
pub fn baru(lang: Lang, batas: &str) -> String {
    match bulan(batas) {
        Some(1) => teks!(lang, "baru 1 bulan", "only 1 month"),
        Some(n) => teks!(lang, "baru {n} bulan", "only {n} months"),
        None => {
            let tanggal = lang.tanggal(batas);
            teks!(lang, "baru sampai {tanggal}", "only up to {tanggal}")
        }
    }
}

/// What is wrong with a cut-off for a year: it lies before it, or later than a report about it can know.
pub fn salah(batas: &str, tahun: i32) -> Option<Salah> {
    let year = i32::from(tanggal(batas)?.year());
    if year < tahun {
        return Some(Salah::SebelumTahunnya);
    }
    (year > tahun.saturating_add(1)).then_some(Salah::LamaSesudahnya)
}

/// What is wrong with a cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Salah {
    /// Before the year begins: the file of the year before was copied.
    SebelumTahunnya,
    /// More than a year after it ended.
    LamaSesudahnya,
}

fn tanggal(batas: &str) -> Option<Date> {
    batas.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_whole_from_the_thirtieth_of_december_and_when_its_books_close_in_january() {
        for batas in ["2024-12-30", "2024-12-31", "2025-01-31", "2025-03-31"] {
            assert!(setahun(batas, 2024), "{batas}");
        }
        for batas in ["2024-09-30", "2024-12-29", "2023-12-31"] {
            assert!(!setahun(batas, 2024), "{batas}");
        }
    }

    #[test]
    fn a_part_of_a_year_is_named_by_its_months() {
        assert_eq!(baru(Lang::Id, "2025-09-30"), "baru 9 bulan");
        assert_eq!(baru(Lang::En, "2024-02-29"), "only 2 months");
        assert_eq!(baru(Lang::Id, "2025-09-17"), "baru sampai 17 September 2025");
    }

    #[test]
    fn a_cut_off_belongs_to_its_year_or_the_next() {
        assert_eq!(salah("2023-12-31", 2024), Some(Salah::SebelumTahunnya));
        assert_eq!(salah("2031-01-31", 2024), Some(Salah::LamaSesudahnya));
        assert_eq!(salah("2025-01-31", 2024), None);
        assert_eq!(salah("2024-06-30", 2024), None);
    }
}
