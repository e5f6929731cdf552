//! The one place that draws diagnostics: like a compiler for people, one line each for scripts.

use super::{Diagnostic, Lang, Marks, Place, Severity, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Source lines with what is wrong underlined.
    Human,
    /// `berkas:baris:kolom: galat[kode]: pesan`, one line each.
    Short,
}

/// The texts of the files that diagnostics point into, by their relative path.
#[derive(Debug, Default)]
pub struct Sources(pub BTreeMap<Arc<str>, String>);

/// Line, column and bytes of a place.
pub fn line_of(sources: &Sources, place: &Place) -> Span {
    let text = sources.0.get(&place.berkas).map_or("", String::as_str);
    Marks::new(text).find(&place.spot)
}

fn marks(sources: &Sources) -> BTreeMap<&str, Marks<'_>> {
    sources.0.iter().map(|(name, text)| (name.as_ref(), Marks::new(text))).collect()
}

/// By file, line, code and message: the order of a run never depends on its threads.
fn sorted<'d>(list: &'d [Diagnostic], find: &dyn Fn(&Place) -> Span) -> Vec<(Span, &'d Diagnostic)> {
    let mut rows: Vec<(Span, &Diagnostic)> = list.iter().map(|d| (find(&d.place), d)).collect();
    rows.sort_by(|(a, x), (b, y)| {
        (&x.place.berkas, a, x.code, &x.message.id).cmp(&(&y.place.berkas, b, y.code, &y.message.id))
    });
    rows
}

/// Draws diagnostics sorted by file, line and code.
pub fn render(list: &[Diagnostic], sources: &Sources, format: Format, lang: Lang, color: bool) -> String {
    let marks = marks(sources);
    let empty = Marks::new("");
    let find = |place: &Place| marks.get(place.berkas.as_ref()).unwrap_or(&empty).find(&place.spot);
    let mut out = String::new();
    for (span, diagnostic) in sorted(list, &find) {
        match format {
            Format::Short => out.push_str(&short(diagnostic, span, lang)),
            Format::Human => {
                out.push_str(&human(diagnostic, sources, &find, lang, color));
                out.push_str("\n\n");
            }
        }
    }
    out
}

/// Diagnostics as a JSON list, in the order of [`render`].
pub fn json(list: &[Diagnostic], sources: &Sources, lang: Lang) -> serde_json::Value {
    let marks = marks(sources);
    let empty = Marks::new("");
    let find = |place: &Place| marks.get(place.berkas.as_ref()).unwrap_or(&empty).find(&place.spot);
    let rows = sorted(list, &find).into_iter().map(|(span, d)| {
        serde_json::json!({
            "kode": d.code,
            "tingkat": word(d.severity, Lang::Id),
            "berkas": d.place.berkas.as_ref(),
            "baris": span.line,
            "kolom": span.column,
            "pesan": d.message.in_lang(lang),
            "bantuan": d.help.as_ref().map(|h| h.in_lang(lang)),
        })
    });
    serde_json::Value::Array(rows.collect())
}

fn word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Galat, Lang::Id) => "galat",
        (Severity::Galat, Lang::En) => "error",
        (Severity::Peringatan, Lang::Id) => "peringatan",
        (Severity::Peringatan, Lang::En) => "warning",
    }
}

fn short(d: &Diagnostic, span: Span, lang: Lang) -> String {
    let help = d.help.as_ref().map(|h| format!(" ({})", h.in_lang(lang))).unwrap_or_default();
    let message = aman(&format!("{}{help}", d.message.in_lang(lang)).replace('\n', " "));
    format!(
        "{}:{}:{}: {}[{}]: {message}\n",
        aman(&d.place.berkas),
        span.line,
        span.column,
        word(d.severity, lang),
        d.code
    )
}

/// A text that cannot steer a terminal: what is a control character, or turns the line round, is spelled out.
pub fn aman(text: &str) -> String {
    let harm = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
    };
    text.chars().map(|c| if harm(c) && c != '\n' { format!("\\u{{{:x}}}", c as u32) } else { c.to_string() }).collect()
}

fn human(d: &Diagnostic, sources: &Sources, find: &dyn Fn(&Place) -> Span, lang: Lang, color: bool) -> String {
    let level = match d.severity {
        Severity::Galat => Level::ERROR,
        Severity::Peringatan => Level::WARNING,
    };
    let empty = String::new();
    let text = |place: &Place| sources.0.get(&place.berkas).unwrap_or(&empty).as_str();
    let title = level.with_name(word(d.severity, lang)).primary_title(aman(d.message.in_lang(lang))).id(d.code);
    let span = find(&d.place);
    let own = text(&d.place);
    let mut snippet = Snippet::source(own).path(aman(&d.place.berkas)).fold(true);
    snippet = snippet.annotation(AnnotationKind::Primary.span(clip(span, own)));
    let mut others = Vec::new();
    for (place, label) in &d.related {
        let label = aman(label.in_lang(lang));
        if place.berkas == d.place.berkas {
            snippet = snippet.annotation(AnnotationKind::Context.span(clip(find(place), own)).label(label.clone()));
        } else {
            let other = text(place);
            others.push(
                Snippet::source(other)
                    .path(aman(&place.berkas))
                    .fold(true)
                    .annotation(AnnotationKind::Context.span(clip(find(place), other)).label(label.clone())),
            );
        }
    }
    let mut group = title.element(snippet);
    for other in others {
        group = group.element(other);
    }
    if let Some(help) = &d.help {
        let name = match lang {
            Lang::Id => "bantuan",
            Lang::En => "help",
        };
        group = group.element(Level::HELP.with_name(name).message(aman(help.in_lang(lang))));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).render(&[group])
}

/// A byte range inside the text, on character borders.
fn clip(span: Span, text: &str) -> std::ops::Range<usize> {
    let fit = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    fit(span.bytes.0)..fit(span.bytes.1)
}
