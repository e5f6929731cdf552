//! Temuan: where `findings` joins the command line: what `check` and `--strict` look at.

use super::jalan::join;
use super::muat::Hasil;
use crate::diagnostic::{Lang, Sources};
use crate::findings::{self, Temuan, Usul};
use crate::opd::Opd;
use crate::records::{self, Kumpulan};
use serde_json::{Value, json};
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

/// Pairs that may be one quantity, of every OPD; none while the content cannot be read.
pub fn calon(content: &Path) -> Vec<Usul> {
    let loaded = records::load(content);
    let Some(content) = loaded.content else { return Vec::new() };
    let mut out = Vec::new();
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            out.extend(findings::usul(daerah, opd, &Kumpulan::dari(opd), &content.skala));
        }
    }
    out
}

/// A proposal as a line to paste, with what both sides print.
pub fn calon_teks(u: &Usul, lang: Lang) -> String {
    let (nama, berkas) = (&u.nama, &u.berkas);
    let ((a, x, p), (z, y, q)) = (&u.kiri, &u.kanan);
    let word = if u.sama { lang.pilih("sama", "equal") } else { lang.pilih("berbeda", "different") };
    format!("# {berkas}: {x} ({p}), {y} ({q}): {word}\n  - {{nama: \"{nama}\", kiri: [{a}], kanan: [{z}]}}\n")
}

/// The same for programs.
pub fn calon_json(u: &Usul) -> Value {
    let side =
        |(alamat, nilai, letak): &(String, String, String)| json!({"alamat": alamat, "nilai": nilai, "letak": letak});
    json!({"berkas": u.berkas, "nama": u.nama, "kiri": side(&u.kiri), "kanan": side(&u.kanan), "sama": u.sama})
}

fn rename(object: &mut Value, content: &Path) {
    if let Some(name) = object["berkas"].as_str() {
        object["berkas"] = Value::from(join(content, name));
    }
}
