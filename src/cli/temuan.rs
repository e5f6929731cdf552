//! Temuan: where `findings` joins the command line: what `check` and `--strict` look at.

use super::muat::{Hasil, join};
use crate::diagnostic::{Lang, Sources};
use crate::findings::{self, Temuan};
use crate::opd::Opd;
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;

/// What the rules say about the whole content.
#[derive(Default)]
pub struct Semua {
    /// All findings, OPD by OPD.
    pub temuan: Vec<Temuan>,
    /// How many printed figures were held against a recomputation.
    pub diperiksa: usize,
}

/// What the rules said about one OPD.
pub fn periksa(d: &Opd<'_>) -> Semua {
    Semua { diperiksa: d.hasil.diperiksa(), temuan: d.hasil.temuan.clone() }
}

/// The findings as a JSON list, their files named as a person in this folder would open them.
pub fn json(hasil: &Hasil, content: &Path, lang: Lang) -> Value {
    let mut sources = Sources::default();
    for name in hasil.temuan.temuan.iter().filter_map(|t| t.tempat()).map(|r| r.berkas.as_str()) {
        if let Some(text) = hasil.sources.0.get(join(content, name).as_str()) {
            sources.0.entry(Arc::from(name)).or_insert_with(|| text.clone());
        }
    }
    let list: Vec<&Temuan> = hasil.temuan.temuan.iter().collect();
    let mut value = findings::laporan(&list, hasil.temuan.diperiksa, &sources, lang)["temuan"].take();
    for one in value.as_array_mut().into_iter().flatten() {
        rename(one, content);
        one["rujukan"].as_array_mut().into_iter().flatten().for_each(|r| rename(r, content));
    }
    value
}

fn rename(object: &mut Value, content: &Path) {
    if let Some(name) = object["berkas"].as_str() {
        object["berkas"] = Value::from(join(content, name));
    }
}
