//! Dwibahasa: a text of ours in Indonesian, and in English where somebody wrote it.

use super::reader::{At, Obj, Reader};
use crate::number::Lang;
use crate::pesan;

/// A text in both languages of the site; English is optional, Indonesian is what it falls back to.
///
/// `id` is what the files of `content/` said before there was English, and what a page in Indonesian shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dwibahasa {
    /// Indonesian.
    pub id: String,
    /// English, if written.
    pub en: Option<String>,
}

impl Dwibahasa {
    /// The text in one language, and whether it is Indonesian in the place of that language: a page then marks it
    /// `lang="id"`.
    ///
    /// ```
    /// use terang::number::Lang;
    /// use terang::records::Dwibahasa;
    /// let arti = Dwibahasa { id: "pagu dikurangi realisasi".into(), en: None };
    /// assert_eq!(arti.dalam(Lang::En), ("pagu dikurangi realisasi", true));
    /// assert_eq!(arti.dalam(Lang::Id), ("pagu dikurangi realisasi", false));
    /// ```
    pub fn dalam(&self, lang: Lang) -> (&str, bool) {
        match (lang, &self.en) {
            (Lang::Id, _) => (&self.id, false),
            (Lang::En, Some(en)) => (en, false),
            (Lang::En, None) => (&self.id, true),
        }
    }
}

impl From<&str> for Dwibahasa {
    fn from(id: &str) -> Self {
        Self { id: id.to_string(), en: None }
    }
}

impl Obj<'_> {
    /// Required text with its optional English under `<key>_en`.
    pub fn need_dwibahasa(
        &mut self,
        r: &mut Reader,
        keys: (&'static str, &'static str),
        example: &str,
    ) -> Option<Dwibahasa> {
        let id = self.need_string(r, keys.0, example);
        let en = self.string(r, keys.1);
        Some(Dwibahasa { id: id?, en })
    }

    /// Optional text with its English; English alone is an error, because a page in Indonesian would stay empty.
    pub fn dwibahasa(&mut self, r: &mut Reader, keys: (&'static str, &'static str)) -> Option<Dwibahasa> {
        let (id, en) = (self.get(keys.0), self.get(keys.1));
        if let (None, Some(at)) = (&id, &en) {
            tanpa_asal(r, at, keys);
        }
        let id = id.and_then(|at| r.string(&at));
        let en = en.and_then(|at| r.string(&at));
        Some(Dwibahasa { id: id?, en })
    }
}

/// Reports English without the Indonesian it translates.
pub fn tanpa_asal(r: &mut Reader, at: &At<'_>, keys: (&str, &str)) {
    let (id, en) = keys;
    r.galat(
        "terjemahan-tanpa-asal",
        &at.jalur,
        pesan!("`{en}` ditulis tanpa `{id}`", "`{en}` is written without `{id}`"),
    )
    .help = Some(pesan!(
        "tulis juga `{id}` dalam bahasa Indonesia, atau hapus `{en}`",
        "write `{id}` in Indonesian too, or remove `{en}`"
    ));
}
