//! Lang: the two languages of messages and pages. Numbers (see `format`) and dates are written by it.

use super::bulan::BULAN;

/// The language of a message or a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The tag in HTML and in `portal.yaml`: `id`, `en`.
    pub fn kode(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// The language with a tag.
    pub fn dari_kode(kode: &str) -> Option<Self> {
        [Lang::Id, Lang::En].into_iter().find(|l| l.kode() == kode)
    }

    /// The text in this language.
    pub fn pilih<T>(self, id: T, en: T) -> T {
        match self {
            Lang::Id => id,
            Lang::En => en,
        }
    }

    /// The name of a month, 1 to 12.
    pub fn bulan(self, n: usize) -> Option<&'static str> {
        let (id, en, _) = BULAN.get(n.checked_sub(1)?)?;
        Some(self.pilih(id, en))
    }

    /// The short name of a month: `Agt`, `Aug`.
    pub fn bulan_pendek(self, n: usize) -> Option<&'static str> {
        // August alone is not cut to its first three letters in Indonesian.
        self.bulan(n).map(|name| if name == "Agustus" { "Agt" } else { &name[..3] })
    }

    /// `31 Desember 2024`, `31 December 2024` of `2024-12-31`; any other text as it is.
    pub fn tanggal(self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        match (year, month.and_then(|m| self.bulan(m.parse().ok()?)), day) {
            (Some(year), Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
            (Some(year), Some(month), None) => format!("{month} {year}"),
            _ => iso.to_string(),
        }
    }

    /// Where the pages of this language stand, from the root of the site: nothing, or `en/`.
    pub fn folder(self) -> &'static str {
        self.pilih("", "en/")
    }
}

/// One text of two, in the language of the page: `teks!(lang, "{n} temuan", "{n} findings")`. Both may capture the same
/// variables.
#[macro_export]
macro_rules! teks {
    ($lang:expr, $id:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::number::Lang::Id => format!($id),
            $crate::number::Lang::En => format!($en),
        }
    };
}
