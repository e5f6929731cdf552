//! What stands below a strip: the words that explain the marks of its distribution, and who has no value.

use super::strip::{NAMED, Strip};
use super::text;
use crate::pages::kalimat::di_dalam;
use crate::teks;

/// What the marks under the axis mean, and who has no value.
pub fn notes(strip: &Strip, width: f64) -> Vec<String> {
    let figure = strip.figure;
    let mut out = Vec::new();
    let all = di_dalam(&figure.kepala);
    if let Some(sebaran) = &figure.sebaran {
        out.extend(text::wrap(&sebaran.arti, width, 4));
    }
    let points = figure.kategori.iter().enumerate();
    let without = |index: &usize| strip.known.iter().all(|(known, _)| known != index);
    let missing: Vec<&str> = points.filter(|(index, _)| without(index)).map(|(_, name)| name.as_str()).collect();
    let note = match missing.len() {
        0 => return out,
        1..=NAMED => format!("{}: {}.", figure.lang.pilih("Tanpa nilai", "Without a value"), missing.join(", ")),
        count => teks!(figure.lang, "Tanpa nilai: {count} {all}.", "Without a value: {count}."),
    };
    out.extend(text::wrap(&note, width, 4));
    out
}
