//! Sunting: a YAML file is changed by inserting text at known places. What stands there, comments too, stays byte for byte.

use saphyr_parser::{Event, Parser, Span};
use std::collections::BTreeMap;

/// A value and where it stands, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titik {
    /// Its first byte.
    pub awal: usize,
    /// Behind its last byte.
    pub akhir: usize,
    /// What it is.
    pub isi: Nilai,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// Text; empty where nothing is written.
    Skalar(String),
    /// A list.
    Daftar(Vec<Titik>),
    /// A map: key, place of the key, value.
    Peta(Vec<(String, Titik, Titik)>),
}

/// A file that is read for its places.
pub struct Naskah<'a> {
    /// Its text.
    pub teks: &'a str,
    /// Its value.
    pub akar: Titik,
}

/// A text to insert at a place, or to put in the place of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sisipan {
    /// Byte.
    pub tempat: usize,
    /// How many bytes it takes the place of.
    pub ganti: usize,
    /// Text.
    pub teks: String,
}

impl Sisipan {
    /// A text that takes no other's place.
    pub fn baru(tempat: usize, teks: String) -> Self {
        Self { tempat, ganti: 0, teks }
    }
}

impl<'a> Naskah<'a> {
    /// Reads the places of a file; nothing where it is no YAML.
    pub fn baca(teks: &'a str) -> Option<Self> {
        let mut lines = vec![0];
        lines.extend(teks.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1));
        let mut events = Parser::new_from_str(teks).map_while(Result::ok).filter(|(event, _)| {
            !matches!(event, Event::StreamStart | Event::DocumentStart(_) | Event::StreamEnd | Event::Nothing)
        });
        let (event, span) = events.next()?;
        let akar = build((teks, &lines), &mut BTreeMap::new(), event, span, &mut events)?;
        Some(Self { teks, akar })
    }

    /// Column of a byte, in bytes from 0.
    pub fn kolom(&self, byte: usize) -> usize {
        byte - self.teks[..byte].rfind('\n').map_or(0, |at| at + 1)
    }

    /// The byte behind the line in which a value ends.
    pub fn baris_akhir(&self, titik: &Titik) -> usize {
        let from = titik.akhir.max(titik.awal);
        self.teks[from..].find('\n').map_or(self.teks.len(), |at| from + at + 1)
    }

    /// Whether a list or map is written in brackets.
    pub fn sebaris(&self, titik: &Titik) -> bool {
        !matches!(titik.isi, Nilai::Skalar(_)) && self.teks[titik.awal..].starts_with(['[', '{'])
    }

    /// The column of the dashes of a list.
    pub fn strip(&self, first: &Titik) -> usize {
        let line = self.teks[..first.awal].rfind('\n').map_or(0, |at| at + 1);
        self.teks[line..first.awal].rfind('-').unwrap_or(0)
    }
}

impl Titik {
    /// The value under a key.
    pub fn kunci(&self, key: &str) -> Option<&Titik> {
        self.pasangan(key).map(|(_, value)| value)
    }

    /// A key and its value.
    pub fn pasangan(&self, key: &str) -> Option<(&Titik, &Titik)> {
        match &self.isi {
            Nilai::Peta(pairs) => pairs.iter().find(|(name, ..)| name == key).map(|(_, k, v)| (k, v)),
            _ => None,
        }
    }

    /// The n-th element.
    pub fn urutan(&self, n: usize) -> Option<&Titik> {
        match &self.isi {
            Nilai::Daftar(list) => list.get(n),
            _ => None,
        }
    }

    /// Whether nothing is written.
    pub fn kosong(&self) -> bool {
        match &self.isi {
            Nilai::Skalar(text) => matches!(text.as_str(), "" | "~" | "null"),
            Nilai::Daftar(list) => list.is_empty(),
            Nilai::Peta(pairs) => pairs.is_empty(),
        }
    }

    /// The value a way leads to.
    pub fn cari(&self, jalur: &crate::diagnostic::Jalur) -> Option<&Titik> {
        use crate::diagnostic::Langkah;
        jalur.0.iter().try_fold(self, |at, step| match step {
            Langkah::Kunci(key) => at.kunci(key),
            Langkah::Urutan(n) => at.urutan(*n),
        })
    }
}

/// The text with everything inserted; of several at one place the deepest stands first, then the first.
pub fn terapkan(teks: &str, mut sisipan: Vec<Sisipan>) -> String {
    // Lines belong to what stands above them by their depth alone: what is added to a node goes before what is added to
    // the list that the node is in, and an item of a list before a key in its column, which closes the list.
    let depth = |s: &Sisipan| {
        let text = s.teks.trim_start_matches('\n');
        let blank = text.len() - text.trim_start_matches(' ').len();
        if s.teks.ends_with('\n') { 2 * blank + usize::from(text[blank..].starts_with("- ")) } else { 0 }
    };
    sisipan.sort_by_key(|s| (s.tempat, std::cmp::Reverse(depth(s))));
    let mut out = String::with_capacity(teks.len());
    let mut from = 0;
    for s in sisipan {
        out.push_str(&teks[from..s.tempat]);
        from = s.tempat + s.ganti;
        // A line that is added needs the end of the line before it.
        if s.teks.ends_with('\n') && !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        out.push_str(&s.teks);
    }
    out.push_str(&teks[from..]);
    // A file with the line ends of Windows keeps them.
    if teks.contains("\r\n") { out.replace("\r\n", "\n").replace('\n', "\r\n") } else { out }
}

/// The value an alias stands for; every part of it stands where the alias does.
fn di_alias(titik: &Titik, (awal, akhir): (usize, usize)) -> Titik {
    let part = |t: &Titik| di_alias(t, (awal, akhir));
    let isi = match &titik.isi {
        Nilai::Skalar(text) => Nilai::Skalar(text.clone()),
        Nilai::Daftar(list) => Nilai::Daftar(list.iter().map(part).collect()),
        Nilai::Peta(pairs) => Nilai::Peta(pairs.iter().map(|(name, k, v)| (name.clone(), part(k), part(v))).collect()),
    };
    Titik { awal, akhir, isi }
}

fn build<'a>(
    (teks, lines): (&str, &[usize]),
    jangkar: &mut BTreeMap<usize, Titik>,
    event: Event<'a>,
    span: Span,
    events: &mut impl Iterator<Item = (Event<'a>, Span)>,
) -> Option<Titik> {
    let byte = |line: usize, column: usize| {
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(teks.len());
        let rest = &teks[start..];
        start + rest.char_indices().nth(column).map_or(rest.len(), |(i, _)| i)
    };
    let awal = byte(span.start.line(), span.start.col());
    let flow = teks[awal..].starts_with(['[', '{']);
    let anchor = match &event {
        Event::Scalar(_, _, id, _) | Event::SequenceStart(id, _) | Event::MappingStart(id, _) => *id,
        _ => 0,
    };
    if let Event::Alias(id) = &event {
        let akhir = byte(span.end.line(), span.end.col());
        return jangkar.get(id).map(|t| di_alias(t, (awal, akhir)));
    }
    let (isi, akhir) = match event {
        Event::SequenceStart(..) => {
            let mut list = Vec::new();
            loop {
                let (event, end) = events.next()?;
                if matches!(event, Event::SequenceEnd) {
                    let last = list.last().map_or(awal, |t: &Titik| t.akhir);
                    let akhir = if flow { byte(end.end.line(), end.end.col()) } else { last };
                    break (Nilai::Daftar(list), akhir);
                }
                list.push(build((teks, lines), jangkar, event, end, events)?);
            }
        }
        Event::MappingStart(..) => {
            let mut pairs = Vec::new();
            loop {
                let (event, end) = events.next()?;
                if matches!(event, Event::MappingEnd) {
                    let last = pairs.last().map_or(awal, |(_, k, v): &(String, Titik, Titik)| v.akhir.max(k.akhir));
                    let akhir = if flow { byte(end.end.line(), end.end.col()) } else { last };
                    break (Nilai::Peta(pairs), akhir);
                }
                let key = build((teks, lines), jangkar, event, end, events)?;
                let name = match &key.isi {
                    Nilai::Skalar(text) => text.clone(),
                    _ => String::new(),
                };
                let (event, span) = events.next()?;
                let mut value = build((teks, lines), jangkar, event, span, events)?;
                // Nothing behind a key stands where the parser met the next thing: it belongs to its key.
                if value.kosong() && matches!(value.isi, Nilai::Skalar(_)) {
                    (value.awal, value.akhir) = (key.akhir, key.akhir);
                }
                pairs.push((name, key, value));
            }
        }
        Event::Scalar(text, ..) => {
            let end = byte(span.end.line(), span.end.col());
            let akhir = awal + teks[awal..end.max(awal)].trim_end().len();
            (Nilai::Skalar(text.to_string()), akhir)
        }
        _ => (Nilai::Skalar(String::new()), awal),
    };
    let titik = Titik { awal, akhir, isi };
    if anchor > 0 {
        jangkar.insert(anchor, titik.clone());
    }
    Some(titik)
}

/// A text as YAML writes it: bare where it can be, else in quotes.
pub fn tulis(text: &str) -> String {
    let flow = |t: &str| serde_yaml::from_str::<Vec<String>>(&format!("[{t}]")).is_ok_and(|v| v == [t]);
    let whole =
        matches!(serde_yaml::from_str::<serde_yaml::Value>(text), Ok(serde_yaml::Value::String(s)) if s == text);
    let number = text.starts_with(|c: char| c.is_ascii_digit());
    if whole && !number && flow(text) { text.to_string() } else { kutip(text) }
}

/// A text in quotes.
pub fn kutip(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
