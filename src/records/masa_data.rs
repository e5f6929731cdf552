//! The cut-off of a record: up to which day or month its data go, and whether that is its whole year.

use crate::number::Lang;
use crate::teks;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// Up to when data go, as precisely as the document says it: a day, or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BatasData {
    hari: Date,
    bulan_saja: bool,
}

impl BatasData {
    /// `2025-09-30`, or `2025-09` where the document names the month only.
    pub fn baca(text: &str) -> Option<Self> {
        match text.len() {
            10 => Some(Self { hari: text.parse().ok()?, bulan_saja: false }),
            7 => {
                let first: Date = format!("{text}-01").parse().ok()?;
                Some(Self { hari: first.last_of_month(), bulan_saja: true })
            }
            _ => None,
        }
    }

    /// The end of a year.
    pub fn akhir_tahun(tahun: i32) -> Self {
        Self::akhir_bulan(tahun, 12)
    }

    /// The end of a month.
    pub fn akhir_bulan(tahun: i32, bulan: u8) -> Self {
        // Years of records are 1900 to 2999, months 1 to 12: the other branch is never taken.
        let first = i16::try_from(tahun).ok().zip(i8::try_from(bulan).ok());
        let first = first.and_then(|(y, m)| Date::new(y, m, 1).ok()).unwrap_or(date(1900, 1, 1));
        Self { hari: first.last_of_month(), bulan_saja: false }
    }

    /// Its last day.
    pub fn hari(self) -> Date {
        self.hari
    }

    /// Its year.
    pub fn tahun(self) -> i32 {
        i32::from(self.hari.year())
    }

    /// `30 September 2025`, or `September 2025`.
    pub fn kata(self, lang: Lang) -> String {
        lang.tanggal(&self.to_string())
    }

    /// Whether data up to it cover the year. Books are closed on 30 or 31 December, some in January of the next year.
    pub fn setahun(self, tahun: i32) -> bool {
        self.tahun() > tahun || (self.tahun() == tahun && (self.hari.month(), self.hari.day()) >= (12, 30))
    }

    /// Month and day up to which it covers a year: those of its end where it covers the whole.
    pub fn sampai(self, tahun: i32) -> (i8, i8) {
        if self.setahun(tahun) { (12, 31) } else { (self.hari.month(), self.hari.day()) }
    }

    /// How many whole months of the year lie before it; `None` inside a month.
    pub fn bulan(self) -> Option<i8> {
        (self.hari == self.hari.last_of_month()).then(|| self.hari.month())
    }

    /// How far a year has been reported, in words: `baru 9 bulan`, `baru sampai 17 Mei 2025`.
    pub fn baru(self, lang: Lang) -> String {
        match self.bulan() {
            Some(1) => teks!(lang, "baru 1 bulan", "only 1 month"),
            Some(n) => teks!(lang, "baru {n} bulan", "only {n} months"),
            None => {
                let tanggal = self.kata(lang);
                teks!(lang, "baru sampai {tanggal}", "only up to {tanggal}")
            }
        }
    }

    /// What is wrong with it for a year: it lies before it, or later than a report about it can know.
    pub fn salah(self, tahun: i32) -> Option<Salah> {
        if self.tahun() < tahun {
            return Some(Salah::SebelumTahunnya);
        }
        (self.tahun() > tahun.saturating_add(1)).then_some(Salah::LamaSesudahnya)
    }
}

impl fmt::Display for BatasData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bulan_saja {
            true => write!(f, "{:04}-{:02}", self.hari.year(), self.hari.month()),
            false => write!(f, "{}", self.hari),
        }
    }
}

impl Ord for BatasData {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.hari, self.bulan_saja).cmp(&(other.hari, other.bulan_saja))
    }
}

impl PartialOrd for BatasData {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl TryFrom<String> for BatasData {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::baca(&text).ok_or(text)
    }
}

impl From<BatasData> for String {
    fn from(batas: BatasData) -> Self {
        batas.to_string()
    }
}

/// What is wrong with a cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Salah {
    /// Before the year begins: the file of the year before was copied.
    SebelumTahunnya,
    /// More than a year after it ended.
    LamaSesudahnya,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batas(text: &str) -> BatasData {
        BatasData::baca(text).unwrap_or_else(|| panic!("{text} is a cut-off"))
    }

    #[test]
    fn a_year_is_whole_from_the_thirtieth_of_december_and_when_its_books_close_in_january() {
        for text in ["2024-12-30", "2024-12-31", "2024-12", "2025-01-31", "2025-03-31"] {
            assert!(batas(text).setahun(2024), "{text}");
        }
        for text in ["2024-09-30", "2024-09", "2024-12-29", "2023-12-31"] {
            assert!(!batas(text).setahun(2024), "{text}");
        }
    }

    #[test]
    fn a_part_of_a_year_is_named_by_its_months() {
        assert_eq!(batas("2025-09-30").baru(Lang::Id), "baru 9 bulan");
        assert_eq!(batas("2024-02-29").baru(Lang::En), "only 2 months");
        assert_eq!(batas("2024-02").baru(Lang::En), "only 2 months");
        assert_eq!(batas("2025-09-17").baru(Lang::Id), "baru sampai 17 September 2025");
    }

    #[test]
    fn a_month_is_said_as_a_month_and_ends_on_its_last_day() {
        let month = batas("2025-09");
        assert_eq!((month.kata(Lang::Id), month.to_string()), ("September 2025".into(), "2025-09".into()));
        assert_eq!(month.sampai(2025), batas("2025-09-30").sampai(2025));
        assert_eq!(batas("2025-09-30").kata(Lang::Id), "30 September 2025");
    }

    #[test]
    fn what_is_no_day_and_no_month_is_no_cut_off() {
        for text in ["2025", "2025-13", "2025-9", "2025-02-30", "2025-09-", "akhir 2025", ""] {
            assert_eq!(BatasData::baca(text), None, "{text}");
        }
    }

    #[test]
    fn a_cut_off_belongs_to_its_year_or_the_next() {
        assert_eq!(batas("2023-12-31").salah(2024), Some(Salah::SebelumTahunnya));
        assert_eq!(batas("2031-01-31").salah(2024), Some(Salah::LamaSesudahnya));
        assert_eq!(batas("2025-01-31").salah(2024), None);
        assert_eq!(batas("2024-06").salah(2024), None);
    }
}
