//! Addresses that earlier editions published and that are no file any more: where each of them leads now.
//!
//! A static host cannot redirect, but it shows `404.html` for what it does not find: a page with these rules in a script, and
//! without scripts a way to the first page.

use super::Umum;
use serde_json::json;

/// A rule: a pattern of an old path, its new address, and what an old fragment gets in front of it there.
///
/// Patterns are read by the browser's `RegExp` and, in tests, by the crate `regex`; both know what is used here. The first
/// rule that fits and changes anything is the one; `index.html` is cut off before.
pub struct Aturan {
    /// The old path, from anywhere in front of it.
    pub pola: &'static str,
    /// What it becomes.
    pub jadi: &'static str,
    /// What stands before an old fragment; none where old fragments are dropped.
    pub awalan: Option<&'static str>,
}

const fn aturan(pola: &'static str, jadi: &'static str, awalan: Option<&'static str>) -> Aturan {
    Aturan { pola, jadi, awalan }
}

/// All rules.
pub const ATURAN: [Aturan; 14] = [
    // A page of figures for every program, table and indicator.
    aturan(r"/angka/(\d{4})/(anggaran|tabel)-([^/]+)/$", "/angka/$1/#$2-$3", Some("$2-")),
    aturan(r"/angka/(\d{4})/([a-z-]+)/$", "/angka/$1/#$2", Some("$2-")),
    aturan(r"/angka/indikator-([^/]+)/$", "/angka/indikator/#indikator-$1", Some("$1-")),
    // A CSV for one kind of Excel is a workbook.
    aturan(r"/data/([^/]+)-excel\.csv$", "/data/$1.xlsx", None),
    // Data of a chart, of a table; once in every language.
    aturan(r"^(.*/)en/(.*\.csv)$", "$1$2", None),
    aturan(r"/banding/([^/]+)/(?:\d{4}/)?(?:[^/]+/)?grafik/[^/]+\.csv$", "/banding/$1/banding.csv", None),
    aturan(r"/banding/([^/]+)/\d{4}/(?:[^/]+/)?banding\.csv$", "/banding/$1/banding.csv", None),
    aturan(r"/(?:\d{4}/|indikator/[^/]+/)?grafik/[^/]+\.csv$", "/grafik.csv", None),
    aturan(r"/([^/]+)/([^/]+)/(?:\d{4}/)?tabel/[^/]+\.csv$", "/data/$1-$2.csv", None),
    // Drawing and frame of a chart.
    aturan(r"/(\d{4})/grafik/tabel-([^/]+?)(?:\.svg|/)$", "/$1/tabel/#tabel-$2", None),
    aturan(r"/grafik/([^/]+?)(?:\.svg|/)$", "/#grafik-$1", None),
    // A year with a single value; an indicator and a list of findings that went away.
    aturan(r"/banding/([^/]+)/(\d{4})/(?:[^/]+/)?$", "/banding/$1/#tahun-$2", None),
    aturan(r"/indikator/([^/]+)/$", "/#indikator-$1", None),
    aturan(r"/temuan/(?:tahun|bobot)-[^/]+/(?:\d+/)?$", "/temuan/", None),
];

/// The page for what is not found.
pub(super) const BERKAS: &str = "404.html";

/// Its context: the rules for the script, and the way home where the site knows its address.
pub(super) fn context(umum: &Umum) -> tera::Context {
    let rules: Vec<_> = ATURAN.iter().map(|a| json!([a.pola, a.jadi, a.awalan])).collect();
    let mut context = tera::Context::new();
    context.insert("judul", &umum.judul);
    context.insert("alamat", &umum.alamat);
    context.insert("aturan", &json!(rules).to_string().replace('<', "\\u003c"));
    context
}
