//! Lang: the two languages of messages and pages. Numbers are written by it (see `format`).

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
