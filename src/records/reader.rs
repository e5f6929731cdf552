//! Decoding a tree into types: every missing, unknown, repeated and ill-shaped key of a file is reported, not the first.

use super::dekat::{nama_dahulu, nearest};
use super::kode;
use super::node::{Node, Teks};
use crate::diagnostic::{Diagnostic, Jalur, Langkah, Pesan, Spot};
use crate::pesan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Collects what is wrong with one file.
pub struct Reader {
    /// The file, relative to `content/`.
    pub berkas: Arc<str>,
    /// What was found so far.
    pub found: Vec<Diagnostic>,
}

/// A node and the way to it.
#[derive(Clone)]
pub struct At<'a> {
    /// The node.
    pub node: &'a Node,
    /// The way to it.
    pub jalur: Jalur,
}

/// A map that is being read; `finish` reports the keys nobody asked for.
pub struct Obj<'a> {
    pairs: &'a [(String, Node)],
    /// The way to the map.
    pub jalur: Jalur,
    known: Vec<&'static str>,
}

const BENTUK: &str = "bentuk-salah";
/// No value of a record is longer: names stand on a hundred pages, so a megabyte of one is gigabytes of site.
const TERPANJANG: usize = 10_000;
/// No list or map of a record holds more: a table of a report has some hundred rows, and each is held against the others.
const TERBANYAK: usize = 10_000;

impl Reader {
    /// A reader for one file.
    pub fn new(berkas: Arc<str>) -> Self {
        Self { berkas, found: Vec::new() }
    }

    /// Adds an error at a value.
    pub fn galat(&mut self, code: &'static str, jalur: &Jalur, message: Pesan) -> &mut Diagnostic {
        self.found.push(Diagnostic::galat(code, &self.berkas, Spot::Nilai(jalur.clone()), message));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// The node as a map.
    pub fn object<'a>(&mut self, at: &At<'a>) -> Option<Obj<'a>> {
        match at.node {
            Node::Peta(pairs) => {
                self.check_repeated(pairs, &at.jalur);
                Some(Obj { pairs, jalur: at.jalur.clone(), known: Vec::new() })
            }
            other => {
                self.wrong_shape(other, &at.jalur, "peta berisi `kunci: nilai`", "a map of `key: value`");
                None
            }
        }
    }

    /// The node as a list of nodes.
    pub fn list<'a>(&mut self, at: &At<'a>) -> Vec<At<'a>> {
        match at.node {
            Node::Daftar(list) => {
                self.check_banyak(list.len(), &at.jalur);
                let first = list.iter().take(TERBANYAK).enumerate();
                first.map(|(i, node)| At { node, jalur: at.jalur.urutan(i) }).collect()
            }
            other => {
                self.wrong_shape(other, &at.jalur, "daftar (`- ...` atau `[...]`)", "a list (`- ...` or `[...]`)");
                Vec::new()
            }
        }
    }

    /// The node as a map with free keys.
    pub fn entries<'a>(&mut self, at: &At<'a>) -> Vec<(&'a str, At<'a>)> {
        let Some(obj) = self.object(at) else { return Vec::new() };
        self.check_banyak(obj.pairs.len(), &at.jalur);
        let first = obj.pairs.iter().take(TERBANYAK);
        first.map(|(key, node)| (key.as_str(), At { node, jalur: at.jalur.kunci(key) })).collect()
    }

    /// The node as text; a missing value is an error.
    pub fn teks<'a>(&mut self, at: &At<'a>) -> Option<&'a Teks> {
        match at.node {
            Node::Teks(text) => Some(text),
            other => {
                self.wrong_shape(other, &at.jalur, "satu teks atau angka", "one text or number");
                None
            }
        }
    }

    /// The node as non-empty text.
    pub fn string(&mut self, at: &At<'_>) -> Option<String> {
        let text = self.teks(at)?.isi.trim();
        if text.is_empty() {
            let name = nama(&at.jalur);
            self.galat(
                "kosong",
                &at.jalur,
                Pesan::new(format!("{} kosong", name.id), format!("{} is empty", name.en)),
            )
            .help = Some(pesan!(
                "isi, atau hapus barisnya bila memang tidak ada",
                "fill it, or remove the line if there is nothing to write"
            ));
            return None;
        }
        let panjang = text.chars().take(TERPANJANG + 1).count();
        if panjang > TERPANJANG {
            let name = nama(&at.jalur);
            let message = Pesan::new(
                format!("{} lebih dari {TERPANJANG} huruf", name.id),
                format!("{} has more than {TERPANJANG} characters", name.en),
            );
            self.galat("terlalu-panjang", &at.jalur, message).help = Some(pesan!(
                "ringkas; uraian panjang ditulis dalam berkas .md di samping rekamannya",
                "make it shorter; long texts stand in the .md file beside the record"
            ));
            return None;
        }
        Some(text.to_string())
    }

    /// One of a closed list of words.
    pub fn word<T: Copy>(&mut self, at: &At<'_>, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.string(at)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let list = words.iter().map(|(w, _)| format!("`{w}`")).collect::<Vec<_>>().join(", ");
        let near = nearest(&text, words.iter().map(|(w, _)| *w));
        let d = self.galat(
            "kata-tak-dikenal",
            &at.jalur,
            pesan!("`{text}` tidak dikenal di sini", "`{text}` is not known here"),
        );
        d.help = Some(match near {
            Some(near) => {
                pesan!("mungkin maksudnya `{near}`; pilihannya: {list}", "did you mean `{near}`? one of: {list}")
            }
            None => pesan!("pilihannya: {list}", "one of: {list}"),
        });
        None
    }

    /// A whole number, written plainly: `+024` is not one.
    pub fn integer(&mut self, at: &At<'_>) -> Option<i32> {
        let text = self.string(at)?;
        let parsed = text.parse::<i32>().ok().filter(|n| n.to_string() == text);
        if parsed.is_none() {
            self.galat(
                "bukan-bilangan",
                &at.jalur,
                pesan!("`{text}` bukan bilangan bulat", "`{text}` is not a whole number"),
            )
            .help = Some(pesan!("tulis misalnya `100`", "write for example `100`"));
        }
        parsed
    }

    /// A year: four plain digits.
    pub fn tahun(&mut self, at: &At<'_>) -> Option<i32> {
        let text = self.string(at)?;
        let parsed = kode::tahun(&text);
        if parsed.is_none() {
            self.galat("bukan-tahun", &at.jalur, pesan!("`{text}` bukan tahun", "`{text}` is not a year")).help =
                Some(pesan!(
                    "tulis empat angka dari 1900 sampai 2999, misalnya `2024`",
                    "write four digits from 1900 to 2999, for example `2024`"
                ));
        }
        parsed
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, at: &At<'_>) -> Option<bool> {
        self.word(at, &[("true", true), ("false", false), ("ya", true), ("tidak", false)])
    }

    /// A calendar date `2024-12-31`, kept as text after it has been checked.
    pub fn date(&mut self, at: &At<'_>) -> Option<String> {
        let text = self.string(at)?;
        if text.parse::<jiff::civil::Date>().is_ok() && text.len() == 10 {
            return Some(text);
        }
        self.galat("tanggal-salah", &at.jalur, pesan!("`{text}` bukan tanggal", "`{text}` is not a date")).help = Some(
            pesan!("tulis tahun-bulan-hari, misalnya `2024-12-31`", "write year-month-day, for example `2024-12-31`"),
        );
        None
    }

    /// Text or a list of texts.
    pub fn strings(&mut self, at: &At<'_>) -> Vec<String> {
        match at.node {
            Node::Teks(_) => self.string(at).into_iter().collect(),
            _ => self.list(at).iter().filter_map(|at| self.string(at)).collect(),
        }
    }

    /// The elements of a list; nothing where it is one text.
    pub fn strings_at<'a>(&mut self, at: &At<'a>) -> Option<Vec<At<'a>>> {
        (!matches!(at.node, Node::Teks(_))).then(|| self.list(at))
    }

    /// A code: an address in the site, see [`kode`].
    pub fn kode(&mut self, at: &At<'_>) -> Option<String> {
        let text = self.string(at)?;
        let Some((message, help)) = kode::salah(&text) else { return Some(text) };
        self.galat("kode-salah", &at.jalur, message).help = Some(help);
        None
    }

    fn wrong_shape(&mut self, node: &Node, jalur: &Jalur, id: &str, en: &str) {
        let (is_id, is_en) = match node {
            Node::Kosong => ("kosong", "empty"),
            Node::Teks(_) => ("teks", "text"),
            Node::Daftar(_) => ("daftar", "a list"),
            Node::Peta(_) => ("peta", "a map"),
        };
        let name = nama(jalur);
        self.galat(
            BENTUK,
            jalur,
            Pesan::new(
                format!("{} di sini {is_id}, yang diharapkan {id}", name.id),
                format!("{} is {is_en} here, expected {en}", name.en),
            ),
        );
    }

    fn check_banyak(&mut self, banyak: usize, jalur: &Jalur) {
        if banyak > TERBANYAK {
            let name = nama(jalur);
            let message = Pesan::new(
                format!("{} berisi {banyak} butir, lebih dari {TERBANYAK}", name.id),
                format!("{} holds {banyak} items, more than {TERBANYAK}", name.en),
            );
            self.galat("terlalu-banyak", jalur, message).help = Some(pesan!(
                "pecah menjadi beberapa bagian, atau periksa apakah yang tersalin memang isi laporan",
                "split it into several parts, or check whether what was copied belongs to the report"
            ));
        }
    }

    fn check_repeated(&mut self, pairs: &[(String, Node)], jalur: &Jalur) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (key, _) in pairs {
            let count = seen.entry(key).or_default();
            let nth = *count;
            *count += 1;
            if nth > 0 {
                let way = jalur.kunci(key);
                self.found.push(
                    Diagnostic::galat(
                        "kunci-ganda",
                        &self.berkas,
                        Spot::Kunci(way.clone(), nth),
                        pesan!("kunci `{key}` tertulis dua kali", "the key `{key}` is written twice"),
                    )
                    .terkait(&self.berkas.clone(), Spot::Kunci(way, 0), pesan!("pertama di sini", "first here"))
                    .bantuan(pesan!("hapus salah satunya, atau beri kode lain", "remove one, or give it another code")),
                );
            }
        }
    }
}

impl<'a> Obj<'a> {
    /// The value of a key, if it is there and not empty.
    pub fn get(&mut self, key: &'static str) -> Option<At<'a>> {
        self.known.push(key);
        let (_, node) = self.pairs.iter().find(|(name, _)| name == key)?;
        (*node != Node::Kosong).then(|| At { node, jalur: self.jalur.kunci(key) })
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, r: &mut Reader, key: &'static str, help: (&str, &str)) -> Option<At<'a>> {
        let value = self.get(key);
        if value.is_none() {
            let written = self.pairs.iter().any(|(name, _)| name == key);
            let (code, message) = if written {
                ("kosong", pesan!("`{key}` kosong", "`{key}` is empty"))
            } else {
                ("kunci-hilang", pesan!("`{key}` belum ditulis", "`{key}` is missing"))
            };
            let way = if written { self.jalur.kunci(key) } else { self.jalur.clone() };
            r.galat(code, &way, message).help = Some(pesan!("tulis {id}", "write {en}", id = help.0, en = help.1));
        }
        value
    }

    /// Required text.
    pub fn need_string(&mut self, r: &mut Reader, key: &'static str, example: &str) -> Option<String> {
        let help = format!("`{key}: {example}`");
        let at = self.need(r, key, (&help, &help))?;
        r.string(&at)
    }

    /// Optional text.
    pub fn string(&mut self, r: &mut Reader, key: &'static str) -> Option<String> {
        self.get(key).and_then(|at| r.string(&at))
    }

    /// Optional list of texts (or one text).
    pub fn strings(&mut self, r: &mut Reader, key: &'static str) -> Vec<String> {
        self.get(key).map(|at| r.strings(&at)).unwrap_or_default()
    }

    /// Optional list, each element read by `f`.
    pub fn list<T>(
        &mut self,
        r: &mut Reader,
        key: &'static str,
        mut f: impl FnMut(&mut Reader, &At<'a>) -> Option<T>,
    ) -> Vec<T> {
        let Some(at) = self.get(key) else { return Vec::new() };
        r.list(&at).iter().filter_map(|at| f(r, at)).collect()
    }

    /// Reports keys nobody asked for, with the nearest that exists.
    pub fn finish(self, r: &mut Reader) {
        for (key, value) in self.pairs {
            if self.known.contains(&key.as_str()) {
                continue;
            }
            if let Some(d) = kunci_semu(&r.berkas, &self.jalur.kunci(key), key, value) {
                r.found.push(d);
                continue;
            }
            let near = nearest(key, self.known.iter().copied());
            let list = self.known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
            let d = Diagnostic::galat(
                "kunci-tak-dikenal",
                &r.berkas,
                Spot::Kunci(self.jalur.kunci(key), 0),
                pesan!("kunci `{key}` tidak dikenal", "unknown key `{key}`"),
            );
            r.found.push(d.bantuan(match near {
                _ if nama_dahulu(key) && self.known.contains(&"riwayat") => {
                    let time = if self.known.contains(&"alamat_lama") { "sampai" } else { "tahun" };
                    pesan!(
                        "nama yang dahulu ditulis pada `riwayat`: `riwayat: [{{{time}: 2021, nama: ...}}]`",
                        "a former name is written under `riwayat`: `riwayat: [{{{time}: 2021, nama: ...}}]`"
                    )
                }
                Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
                None => pesan!("yang dikenal di sini: {list}", "known here: {list}"),
            }));
        }
    }
}

/// A key that was not meant as one: a part of a text behind a comma, or a key with a space nobody can tell from another.
fn kunci_semu(berkas: &Arc<str>, way: &Jalur, key: &str, value: &Node) -> Option<Diagnostic> {
    let galat = |message, help| {
        Diagnostic::galat("kunci-tak-dikenal", berkas, Spot::Kunci(way.clone(), 0), message).bantuan(help)
    };
    if let Some(c) = key.chars().find(|c| !c.is_ascii() && c.is_whitespace()) {
        let code = c as u32;
        return Some(galat(
            pesan!(
                "kunci `{key}` memuat spasi khusus U+{code:04X}, bukan spasi biasa",
                "the key `{key}` holds a special space U+{code:04X}, not a plain one"
            ),
            pesan!("ganti dengan spasi biasa", "replace it by a plain space"),
        ));
    }
    (*value == Node::Kosong && key.contains(' ')).then(|| {
        galat(
            pesan!(
                "`{key}` dibaca sebagai kunci: koma di depannya memisahkannya",
                "`{key}` is read as a key: the comma before it cuts it off"
            ),
            pesan!(
                "teks yang memuat koma di dalam `{{...}}` ditulis dalam tanda kutip: `nama: \"A, B\"`",
                "text that holds a comma within `{{...}}` is written in quotes: `nama: \"A, B\"`"
            ),
        )
    })
}

/// A value as a message names it.
fn nama(jalur: &Jalur) -> Pesan {
    match jalur.0.last() {
        Some(Langkah::Kunci(key)) => pesan!("`{key}`", "`{key}`"),
        Some(Langkah::Urutan(n)) => pesan!("butir ke-{urutan}", "item {urutan}", urutan = n + 1),
        None => pesan!("berkas ini", "this file"),
    }
}
