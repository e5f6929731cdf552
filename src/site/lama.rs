//! Addresses that earlier editions published and that are no file any more: where each of them leads now.
//!
//! A static host cannot redirect, but it shows `404.html` for what it does not find: a page with these rules in a script, and
//! without scripts a way to the first page.

use super::Umum;
use super::opd::Jejak;
use serde_json::json;
use std::collections::BTreeMap;

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
pub const ATURAN: [Aturan; 21] = [
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
    aturan(r"/(\d{4})/grafik/(anggaran-[^/]+?)(?:\.svg|/)$", "/$1/uang/#grafik-$2", None),
    aturan(r"/(\d{4})/grafik/([^/]+?)(?:\.svg|/)$", "/$1/hasil/#grafik-$2", None),
    // A light record has no views of its own.
    aturan(r"/(\d{4})/(?:hasil|uang|isi)/$", "/$1/", None),
    aturan(r"/grafik/([^/]+?)(?:\.svg|/)$", "/#grafik-$1", None),
    // A year with a single value; an indicator and a list of findings that went away.
    aturan(r"/banding/([^/]+)/(\d{4})/(?:[^/]+/)?$", "/banding/$1/#tahun-$2", None),
    aturan(r"/indikator/([^/]+)/$", "/#indikator-$1", None),
    aturan(r"/temuan/(?:tahun|bobot)-[^/]+/(?:\d+/)?$", "/temuan/", None),
    aturan(r"/temuan/\d+/$", "/temuan/", None),
    aturan(r"/temuan/([^/]+?)-\d{4}/(?:\d+/)?$", "/temuan/$1/", None),
    aturan(r"/temuan/([^/]+)/\d+/$", "/temuan/$1/", None),
    // A rule that found nothing.
    aturan(r"/temuan/([^/]+)/$", "/temuan/aturan/#$1", None),
];

/// The page for what is not found.
pub(super) const BERKAS: &str = "404.html";

/// Where an agency stood before and stands now: `contoh/dinas-sosial/`, and each of its successors with its name.
pub(super) type Pindah = BTreeMap<String, Vec<(String, String)>>;

/// The old addresses of all agencies.
pub(super) fn pindah<'a>(opd: impl Iterator<Item = &'a Jejak>) -> Pindah {
    let mut out = Pindah::new();
    for jejak in opd {
        let Some(own) = jejak.isi.bagian.first() else { continue };
        for lama in &jejak.isi.lama {
            let kini = (own.alamat.clone(), own.nama_lengkap.clone());
            out.entry(format!("{}/{lama}/", own.daerah)).or_default().push(kini);
        }
    }
    out
}

/// The template of the page at an old address.
pub(super) const PINDAH: &str = "pindah.html";

/// The context of the page at an old address: the agency that took its place, or all of those it was split into.
pub(super) fn context_pindah(umum: &Umum, lama: &str, kini: &[(String, String)]) -> tera::Context {
    let mut context = tera::Context::new();
    // Both addresses are below the folder of the language.
    context.insert("akar", &"../".repeat(lama.matches('/').count()));
    context.insert("bahasa", umum.lang.kode());
    context.insert("ln", umum.tanda_id());
    context.insert("judul", &umum.judul);
    context.insert("kini", kini);
    context
}

/// Its context: the rules for the script, and the way home where the site knows its address.
pub(super) fn context(umum: &Umum, pindah: &Pindah) -> tera::Context {
    // What stood below an old folder stands below the new one, where there is one alone.
    let moved = pindah
        .iter()
        .filter(|(_, kini)| kini.len() == 1)
        .map(|(lama, kini)| json!([format!("/{}(.*)$", lama.replace('.', "\\.")), format!("/{}$1", kini[0].0), null]));
    let rules: Vec<_> = moved.chain(ATURAN.iter().map(|a| json!([a.pola, a.jadi, a.awalan]))).collect();
    let mut context = tera::Context::new();
    context.insert("judul", &umum.judul);
    context.insert("alamat", &umum.alamat);
    context.insert("aturan", &json!(rules).to_string().replace('<', "\\u003c"));
    context
}
