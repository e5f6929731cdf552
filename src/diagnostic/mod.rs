//! A diagnostic is data: code, severity, place, message, help. Only `render` draws it, only `locate` knows lines.

mod locate;
mod render;

pub use locate::{Marks, Span};
pub use render::{Format, Sources, aman, json, line_of, render};

pub use crate::number::Lang;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A text in both languages: a message, or a name or value as each of them writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pesan {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Pesan {
    /// A message from its two texts.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// A text that is the same in both: a name, a place.
    pub fn sama(text: impl Into<String>) -> Self {
        let id: String = text.into();
        Self { en: id.clone(), id }
    }

    /// A text made once for each language.
    pub fn tiap(make: impl Fn(Lang) -> String) -> Self {
        Self { id: make(Lang::Id), en: make(Lang::En) }
    }

    /// Several texts with a mark between them.
    pub fn gabung(list: &[Pesan], mark: &Pesan) -> Self {
        Self::tiap(|lang| list.iter().map(|p| p.in_lang(lang)).collect::<Vec<_>>().join(mark.in_lang(lang)))
    }

    /// Appends another message.
    pub fn sambung(&mut self, lagi: &Pesan) {
        self.id.push_str(&lagi.id);
        self.en.push_str(&lagi.en);
    }

    /// The text in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// Builds a [`Pesan`] from two format strings that may capture the same variables.
///
/// A variable that is itself a [`Pesan`] is named after the strings, and each string takes it in its own language:
/// `pesan!("tertulis {nilai}", "printed {nilai}", nilai)`.
#[macro_export]
macro_rules! pesan {
    ($id:literal, $en:literal, $($pair:ident),+ $(,)?) => {
        $crate::diagnostic::Pesan {
            id: {
                $(let $pair = $pair.in_lang($crate::number::Lang::Id);)+
                format!($id)
            },
            en: {
                $(let $pair = $pair.in_lang($crate::number::Lang::En);)+
                format!($en)
            },
        }
    };
    ($id:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
            $(#[allow(unused_variables)] let $name = &$value;)*
            $crate::diagnostic::Pesan::new(format!($id), format!($en))
    }};
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content cannot be published: exit code 1.
    Galat,
    /// Published all the same.
    Peringatan,
}

/// One step of the way to a value in a YAML file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Langkah {
    /// The value under a key.
    Kunci(String),
    /// The n-th element, from 0.
    Urutan(usize),
}

/// The way to a value in a YAML file: `anggaran.tabel[2].baris.penunjang[1]`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Jalur(pub Vec<Langkah>);

impl Jalur {
    /// The way one key further.
    #[must_use]
    pub fn kunci(&self, key: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(Langkah::Kunci(key.to_string()));
        Self(steps)
    }

    /// The way to the n-th element.
    #[must_use]
    pub fn urutan(&self, index: usize) -> Self {
        let mut steps = self.0.clone();
        steps.push(Langkah::Urutan(index));
        Self(steps)
    }
}

impl fmt::Display for Jalur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Langkah::Kunci(key) if index == 0 => write!(f, "{key}")?,
                Langkah::Kunci(key) => write!(f, ".{key}")?,
                Langkah::Urutan(n) => write!(f, "[{n}]")?,
            }
        }
        Ok(())
    }
}

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    Berkas,
    /// The value at the end of a way.
    Nilai(Jalur),
    /// The key at the end of a way; of several equal keys the n-th, from 0.
    Kunci(Jalur, usize),
    /// A line and a column, both from 1.
    Baris(usize, usize),
    /// A line and a column, both from 1, and how many characters from there.
    Rentang(usize, usize, usize),
}

/// A place: a file (relative to the content or theme folder) and a spot in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path with `/`, relative to the folder it was read from.
    pub berkas: Arc<str>,
    /// Where in it.
    pub spot: Spot,
}

/// One problem of a run, complete: it can be rendered, counted or turned into JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, in Indonesian with hyphens: `kunci-tak-dikenal`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, with the offending text.
    pub message: Pesan,
    /// How to write it.
    pub help: Option<Pesan>,
    /// Other places that belong to it, with what they say.
    pub related: Vec<(Place, Pesan)>,
}

impl Diagnostic {
    /// An error.
    pub fn galat(code: &'static str, berkas: &Arc<str>, spot: Spot, message: Pesan) -> Self {
        let place = Place { berkas: Arc::clone(berkas), spot };
        Self { code, severity: Severity::Galat, place, message, help: None, related: Vec::new() }
    }

    /// A warning.
    pub fn peringatan(code: &'static str, berkas: &Arc<str>, spot: Spot, message: Pesan) -> Self {
        Self { severity: Severity::Peringatan, ..Self::galat(code, berkas, spot, message) }
    }

    /// With how to write it.
    #[must_use]
    pub fn bantuan(mut self, help: Pesan) -> Self {
        self.help = Some(help);
        self
    }

    /// With another place.
    #[must_use]
    pub fn terkait(mut self, berkas: &Arc<str>, spot: Spot, label: Pesan) -> Self {
        self.related.push((Place { berkas: Arc::clone(berkas), spot }, label));
        self
    }

    /// Whether it stops publishing.
    pub fn is_galat(&self) -> bool {
        self.severity == Severity::Galat
    }
}

/// Messages of one kind that are shown in full of one file.
const TERBANYAK: usize = 50;

/// The list with an end to it: of each kind in each file the first fifty, then how many more there are. A generated file
/// with one mistake in every line says it once a screen, not once a line.
pub fn ringkas(list: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(Arc<str>, &'static str), usize> = BTreeMap::new();
    let mut out: Vec<Diagnostic> = Vec::new();
    let mut more: BTreeMap<(Arc<str>, &'static str), Diagnostic> = BTreeMap::new();
    for d in list {
        let key = (Arc::clone(&d.place.berkas), d.code);
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        if *count <= TERBANYAK {
            out.push(d);
        } else {
            more.entry(key).or_insert(d);
        }
    }
    for (key, first) in more {
        let lagi = seen.get(&key).map_or(0, |n| n.saturating_sub(TERBANYAK));
        let message = pesan!(
            "masih ada {lagi} pesan seperti ini dalam berkas ini, mulai dari sini",
            "there are {lagi} more messages like this in this file, from here on"
        );
        let help =
            pesan!("perbaiki yang sudah disebut, lalu jalankan lagi", "mend those that are named, then run again");
        out.push(Diagnostic { message, help: Some(help), related: Vec::new(), ..first });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_one_kind_end_with_how_many_more_there_are() {
        let one =
            |n: usize, code| Diagnostic::galat(code, &Arc::from("a.yaml"), Spot::Baris(n + 1, 1), pesan!("x", "x"));
        let list = (0..1_000).map(|n| one(n, "satu")).chain([one(0, "lain")]).collect();
        let all = ringkas(list);
        assert_eq!(all.len(), TERBANYAK + 2);
        let last = &all[TERBANYAK + 1];
        assert!(last.message.id.contains("950") && last.place.spot == Spot::Baris(TERBANYAK + 1, 1), "{last:?}");
    }
}
