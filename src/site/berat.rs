//! Berat: which pages are heavier than a phone on a slow network should have to wait for, and what in them is heavy.

use crate::diagnostic::{Diagnostic, Spot};
use crate::number::Lang;
use crate::pesan;
use crate::templates::Theme;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

/// What one page may weigh: its HTML with the drawings in it and the CSS it loads, compressed, in bytes.
pub const ANGGARAN: usize = 60_000;
/// The style sheet that holds the heading face and nothing else: a font, fetched once for the whole site.
const HURUF: &str = "huruf.css";
/// What gzip puts around bytes that cannot be made smaller, and more.
const BINGKAI: usize = 200;
/// How many parts of a heavy page are named.
const BAGIAN: usize = 3;

/// A page beyond its budget.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Berat {
    /// Its file, relative to the site.
    pub berkas: String,
    /// Compressed size of its HTML and CSS.
    pub ukuran: usize,
    /// Its heaviest parts, each with its own compressed size, the heaviest first.
    pub bagian: Vec<(Bagian, usize)>,
}

/// A part of a page that can be named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Bagian {
    /// The drawing of a figure, by the id of the figure.
    Gambar(String),
    /// A table, by its caption, or else by the id or the heading before it.
    Tabel(String),
    /// Data for a script, by its id.
    Data(String),
    /// All style sheets.
    Gaya,
    /// Everything else.
    Selebihnya,
}

/// Weighs pages as they are made. What is below the budget uncompressed is below it compressed, so few are compressed.
pub struct Timbangan {
    /// What every style sheet of the theme weighs compressed, by its path in the site.
    css: BTreeMap<String, usize>,
    berat: Mutex<Vec<Berat>>,
}

impl Timbangan {
    /// Scales that know the style sheets pages load.
    pub fn baru(theme: &Theme) -> Self {
        let css = theme.statis.iter().filter(|(name, _)| name.ends_with(".css") && *name != HURUF);
        Self::dengan(css.map(|(name, bytes)| (format!("aset/{name}"), bytes.clone())).collect())
    }

    /// Scales that know these style sheets, by their path in the site.
    pub fn dengan(css: BTreeMap<String, Vec<u8>>) -> Self {
        let weigh = |(path, isi): (String, Vec<u8>)| (path, padat(&isi, Compression::default()));
        Self { css: css.into_iter().map(weigh).collect(), berat: Mutex::default() }
    }

    /// Weighs one file, if it is a page; gives it back when it is heavy.
    pub fn timbang(&self, path: &str, isi: &[u8]) -> Option<Berat> {
        let berat = path.ends_with("index.html").then(|| timbang(path, isi, &self.css)).flatten()?;
        self.tambah(&berat);
        Some(berat)
    }

    /// A page that was weighed before.
    pub fn tambah(&self, berat: &Berat) {
        self.berat.lock().unwrap_or_else(PoisonError::into_inner).push(berat.clone());
    }

    /// Every page beyond the budget, as it was weighed.
    pub fn semua(&self) -> Vec<Berat> {
        self.berat.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A warning for every page beyond the budget.
    pub fn peringatan(&self) -> Vec<Diagnostic> {
        self.berat().iter().map(peringatan).collect()
    }

    /// Every page beyond the budget; in another language only where the Indonesian one is not named.
    pub fn berat(&self) -> Vec<Berat> {
        let mut heavy = self.berat.lock().unwrap_or_else(PoisonError::into_inner).clone();
        heavy.sort_by(|a, b| a.berkas.cmp(&b.berkas));
        let twin = |b: &Berat| b.berkas.strip_prefix(Lang::En.folder()).map(str::to_string);
        let named: Vec<String> = heavy.iter().map(|b| b.berkas.clone()).collect();
        heavy.into_iter().filter(|b| twin(b).is_none_or(|id| !named.contains(&id))).collect()
    }
}

/// A heavy page as a warning; the site is published all the same, unless `--strict`.
fn peringatan(berat: &Berat) -> Diagnostic {
    let parts = |lang: Lang| {
        let name = |(bagian, ukuran): &(Bagian, usize)| format!("{} {} kB", bagian.nama(lang), kb(*ukuran, lang));
        berat.bagian.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let (id, en) = (parts(Lang::Id), parts(Lang::En));
    let (ukuran, size) = (kb(berat.ukuran, Lang::Id), kb(berat.ukuran, Lang::En));
    let batas = ANGGARAN / 1000;
    Diagnostic::peringatan(
        "halaman-berat",
        &Arc::from(berat.berkas.as_str()),
        Spot::Berkas,
        pesan!(
            "halaman ini {ukuran} kB terkompresi (HTML dan CSS), anggarannya {batas} kB; terberat: {id}",
            "this page is {size} kB compressed (HTML and CSS), its budget is {batas} kB; heaviest: {en}"
        ),
    )
    .bantuan(pesan!(
        "halaman tetap terbit; pecah tabel yang panjang, atau kelompokkan tabelnya supaya tidak `terbuka` di halaman rekaman",
        "the page is published all the same; split the long table, or group it so that it is not `terbuka` on the page of the record"
    ))
}

impl Bagian {
    fn nama(&self, lang: Lang) -> String {
        match self {
            Self::Gambar(id) => lang.pilih(format!("gambar `{id}`"), format!("drawing `{id}`")),
            Self::Tabel(id) => lang.pilih(format!("tabel `{id}`"), format!("table `{id}`")),
            Self::Data(id) => lang.pilih(format!("data `{id}`"), format!("data `{id}`")),
            Self::Gaya => "CSS".to_string(),
            Self::Selebihnya => lang.pilih("selebihnya", "the rest").to_string(),
        }
    }
}

/// kB of 1000 bytes with one decimal, cut, not rounded: what is over a budget never reads as the budget.
fn kb(bytes: usize, lang: Lang) -> String {
    format!("{}{}{}", bytes / 1000, lang.pilih(',', '.'), bytes % 1000 / 100)
}

/// Weighs one page; most are not compressed at all, because they are below the budget as they are.
fn timbang(path: &str, html: &[u8], sheets: &BTreeMap<String, usize>) -> Option<Berat> {
    // What the sheets weigh is known, and a page never grows by compressing but for its frame.
    if html.len() + BINGKAI + sheets.values().sum::<usize>() <= ANGGARAN {
        return None;
    }
    let text = std::str::from_utf8(html).ok()?;
    let css: usize = lembar_gaya(path, text).iter().filter_map(|p| sheets.get(p)).sum();
    if html.len() + BINGKAI + css <= ANGGARAN {
        return None;
    }
    // The quick compression is never the smaller one: a page it brings below the budget needs no second look.
    if padat(html, Compression::fast()) + css <= ANGGARAN {
        return None;
    }
    let ukuran = padat(html, Compression::default()) + css;
    if ukuran <= ANGGARAN {
        return None;
    }
    let mut bagian = bagian(text);
    bagian.push((Bagian::Gaya, css));
    bagian.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    bagian.truncate(BAGIAN);
    Some(Berat { berkas: path.to_string(), ukuran, bagian })
}

/// Compressed size.
fn padat(bytes: &[u8], level: Compression) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    // Writing into memory does not fail; were it to, the page would only not be warned about.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(0, |out| out.len())
}

/// The style sheets a page loads, as paths of the site.
fn lembar_gaya(path: &str, html: &str) -> Vec<String> {
    let head = html.split("</head>").next().unwrap_or_default();
    let links = head.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
    let sheets = links.filter(|tag| atribut(tag, "rel") == Some("stylesheet"));
    sheets.filter_map(|tag| atribut(tag, "href")).map(|href| dari(path, href)).collect()
}

/// A relative link from a file, as a path of the site.
fn dari(path: &str, href: &str) -> String {
    let mut steps: Vec<&str> = path.split('/').collect();
    steps.pop();
    for step in href.split(['?', '#']).next().unwrap_or_default().split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            name => steps.push(name),
        }
    }
    steps.join("/")
}

/// The value of an attribute of a tag.
fn atribut<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.match_indices(name).map(|(at, _)| &tag[at + name.len()..]).find(|rest| rest.starts_with("=\""))?;
    start[2..].split('"').next()
}

/// The parts of a page with their own compressed sizes; parts of one name are weighed together.
fn bagian(html: &str) -> Vec<(Bagian, usize)> {
    let mut parts: BTreeMap<Bagian, String> = BTreeMap::new();
    let mut rest = html;
    let mut before = String::new();
    while let Some((at, end)) = berikut(rest) {
        let (text, part) = (&rest[..at], &rest[at..end]);
        before.push_str(text);
        parts.entry(nama(part, &before)).or_default().push_str(part);
        rest = &rest[end..];
    }
    before.push_str(rest);
    parts.insert(Bagian::Selebihnya, before);
    parts.into_iter().map(|(name, text)| (name, padat(text.as_bytes(), Compression::default()))).collect()
}

/// Where the next drawing, table or block of data starts and ends.
fn berikut(html: &str) -> Option<(usize, usize)> {
    let kinds = [("<svg", "</svg>"), ("<table", "</table>"), ("<script type=\"application/json\"", "</script>")];
    // One walk over the tags: a search for each kind would look through the whole rest for a kind that is not there.
    let mut tags = html.match_indices('<').map(|(at, _)| at);
    let (at, close) = tags.find_map(|at| {
        // The strip of a budget is as small as a word.
        let strip = html[at..].starts_with("<svg class=\"pita\"");
        let kind = kinds.iter().find(|(open, _)| !strip && html[at..].starts_with(open))?;
        Some((at, kind.1))
    })?;
    let end = html[at..].find(close)? + at + close.len();
    Some((at, end))
}

/// What to call a part: its own id or caption, or else the id that stands before it.
fn nama(part: &str, before: &str) -> Bagian {
    let tag = part.split('>').next().unwrap_or_default();
    let last = || before.rfind(" id=\"").and_then(|at| before[at + 5..].split('"').next()).unwrap_or("?").to_string();
    if part.starts_with("<svg") {
        return Bagian::Gambar(last());
    }
    let own = atribut(tag, " id").map(str::to_string);
    if part.starts_with("<script") {
        return Bagian::Data(own.unwrap_or_else(last));
    }
    let caption = part.split_once("<caption").and_then(|(_, rest)| rest.split_once('>'));
    let caption = caption.and_then(|(_, rest)| rest.split('<').next()).map(|text| text.trim().to_string());
    Bagian::Tabel(caption.filter(|text| !text.is_empty()).or(own).unwrap_or_else(last))
}
