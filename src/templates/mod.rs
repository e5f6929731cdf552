//! Templates: the theme (built into the binary, overridable file by file) and Markdown.

mod markdown;

pub use markdown::html as markdown;

use crate::diagnostic::{Diagnostic, Sources, Spot};
use crate::number::Lang;
use crate::simpanan::Kunci;
use crate::{pesan, records};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera};

static BAWAAN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/terang");

/// Where the built-in templates stand when a theme overrides one: `{% extends "bawaan/rekaman.html" %}`.
const AWALAN: &str = "bawaan/";

/// A theme: templates and static files.
pub struct Theme {
    id: Tera,
    en: Tera,
    texts: BTreeMap<String, String>,
    /// Static files by their path below the root of the site.
    pub statis: BTreeMap<String, Vec<u8>>,
}

impl Theme {
    /// The built-in theme, with every file of `dir` in the place of the built-in file of the same name.
    ///
    /// # Errors
    /// Files that cannot be read and templates that do not parse, all of them.
    pub fn load(dir: Option<&Path>) -> Result<Theme, (Vec<Diagnostic>, Sources)> {
        let mut found = Vec::new();
        let mut texts = BTreeMap::new();
        let mut statis = BTreeMap::new();
        collect_built_in(&BAWAAN, &mut texts, &mut statis);
        if let Some(dir) = dir {
            collect_folder(dir, &mut texts, &mut statis, &mut found);
        }
        match (mesin(&texts, Lang::Id), mesin(&texts, Lang::En)) {
            (Ok(id), Ok(en)) if found.is_empty() => return Ok(Theme { id, en, texts, statis }),
            // What one language cannot parse, the other cannot either: it is said once.
            (Err(error), _) | (_, Err(error)) => found.push(galat(&error)),
            _ => {}
        }
        let sources = sources(&found, &texts);
        Err((found, sources))
    }

    /// The fingerprint of its templates and files.
    pub fn kunci(&self) -> Kunci {
        let texts = self.texts.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
        let files = self.statis.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        Kunci::dari(texts.chain(files))
    }

    /// Renders one page.
    ///
    /// # Errors
    /// What the template engine says, with the template's file and line.
    pub fn render(&self, lang: Lang, template: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        lang.pilih(&self.id, &self.en).render(template, context).map_err(|error| Box::new(galat(&error)))
    }

    /// The texts of the templates that diagnostics point into.
    pub fn sources(&self, found: &[Diagnostic]) -> Sources {
        sources(found, &self.texts)
    }
}

/// The engine for one language: `{{ t(id="Tahun", en="Year") }}` stands for the one of the two that is read. English has
/// a form for one: `{{ t(id="baris", en="rows", satu="row", n=jumlah) }}`.
fn mesin(texts: &BTreeMap<String, String>, lang: Lang) -> Result<Tera, tera::Error> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html", ".xml"]);
    tera.set_fallback_prefixes([AWALAN])?;
    tera.register_function("t", move |kwargs: Kwargs, _: &State| -> tera::TeraResult<String> {
        let one = lang == Lang::En && kwargs.get::<u64>("n")? == Some(1);
        match kwargs.get::<String>("satu")?.filter(|_| one) {
            Some(text) => Ok(text),
            None => kwargs.must_get::<String>(lang.kode()),
        }
    });
    // A count as a reader writes it: `1.006`, in English `1,006`.
    tera.register_filter("cacah", move |n: u64, _: Kwargs, _: &State| lang.grouped(n.into()));
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

/// The name of a template as its author knows it: without the prefix of the built-in ones.
fn sources(found: &[Diagnostic], texts: &BTreeMap<String, String>) -> Sources {
    let mut sources = Sources::default();
    for d in found {
        let name = d.place.berkas.as_ref();
        if let Some(text) = texts.get(name) {
            sources.0.insert(Arc::clone(&d.place.berkas), text.clone());
        }
    }
    sources
}

fn galat(error: &tera::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let name: Arc<str> = Arc::from(report.filename());
            let span = report.span();
            let message = report.message().to_string();
            Diagnostic::galat(
                "templat-salah",
                &name,
                Spot::Baris(span.start_line.max(1), span.start_col + 1),
                pesan!("templat ini tidak bisa dipakai: {message}", "this template cannot be used: {message}"),
            )
        }
        other => {
            let text = error.to_string();
            let name: Arc<str> = Arc::from(match other {
                ErrorKind::MissingParent { current, .. } => current.as_str(),
                ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => tpl.as_str(),
                ErrorKind::TemplateNotFound(name) => name.as_str(),
                _ => "templates",
            });
            Diagnostic::galat(
                "templat-salah",
                &name,
                Spot::Berkas,
                pesan!("templat tidak bisa dipakai: {text}", "the template cannot be used: {text}"),
            )
        }
    }
}

fn collect_built_in(dir: &Dir<'_>, texts: &mut BTreeMap<String, String>, statis: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let Some(name) = path.strip_prefix("templates/") {
            texts.insert(format!("{AWALAN}{name}"), String::from_utf8_lossy(file.contents()).into_owned());
        } else if let Some(name) = path.strip_prefix("static/") {
            statis.insert(name.to_string(), file.contents().to_vec());
        }
    }
    for inner in dir.dirs() {
        collect_built_in(inner, texts, statis);
    }
}

fn collect_folder(
    root: &Path,
    texts: &mut BTreeMap<String, String>,
    statis: &mut BTreeMap<String, Vec<u8>>,
    found: &mut Vec<Diagnostic>,
) {
    // Only what is published or rendered is walked; beside it a theme may keep what it likes.
    for (path, file) in records::walk(root, |first| matches!(first, "templates" | "static"), found) {
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                found.push(Diagnostic::galat(
                    "tak-terbaca",
                    &path,
                    Spot::Berkas,
                    pesan!("berkas ini tidak bisa dibaca: {error}", "cannot read this file: {error}"),
                ));
                continue;
            }
        };
        if let Some(name) = path.strip_prefix("templates/") {
            match String::from_utf8(bytes) {
                Ok(text) => {
                    texts.insert(name.to_string(), text);
                }
                Err(_) => found.push(Diagnostic::galat(
                    "bukan-utf8",
                    &path,
                    Spot::Berkas,
                    pesan!("templat ini bukan UTF-8", "this template is not UTF-8"),
                )),
            }
        } else if let Some(name) = path.strip_prefix("static/") {
            statis.insert(name.to_string(), bytes);
        }
    }
}
