//! Pages in English: what they say in words of ours holds no Indonesian but names and what documents print.
//!
//! The same net is cast over the Indonesian pages: a field in which it finds nothing there would prove nothing here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use crate::situs_bantu::teks::tanpa_kutipan;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use terang::number::Lang;
use terang::pages::Halaman;
use terang::pages::data::DataOpd;
use terang::pages::semua::{bandingkan, letak, satu_opd, semua_portal};
use terang::records::{Bagian, Content, Simpul};

/// Keys of views whose texts are ours, wherever they stand.
const KUNCI: [&str; 20] = [
    "alasan",
    "arah",
    "bobot",
    "catatan_peringkat",
    "celah",
    "hasil_kata",
    "jawab",
    "kalimat",
    "kata",
    "kedudukan",
    "kuadran",
    "nama_aturan",
    "perihal",
    "pesan",
    "rentang",
    "rumus",
    "sebab",
    "tanya",
    "toleransi",
    "kosong",
];

/// Fields that also quote headings of columns, rows and classes of one word, such as “Jumlah”.
const TERCETAK: [&str; 6] = ["figure.deret", "figure.kalimat.tabel", "figure.titik", "perihal", "pesan", "rumus"];

/// Indonesian words no sentence of ours holds in English. Terms that stand behind their translation in parentheses are
/// taken out before.
const KATA: &str = "yang dan tidak dari sampai di pada untuk dengan belum menurut makin tinggi rendah sedang tahun keadaan \
    setara nilai tertulis tercetak terhitung dihitung dibaca cocok seluruh semua jumlah daerah jenis angka pagu realisasi \
    capaian serapan sisa kegiatan indikator anggaran laporan temuan rencana rumus satuan pembilang penyebut dibelanjakan \
    berbobot antara lain berapa apakah mana bagaimana kelas bersisa habis hitungan berbeda dua beda sama nama sesudah rumusnya berubah";

fn content() -> Content {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    terang::records::load(&root).content.expect("content")
}

/// Every page of the portal in one language.
fn halaman(content: &Content, lang: Lang) -> Vec<Halaman> {
    let all: Vec<DataOpd<'_>> = DataOpd::semua(content).iter().map(|d| d.dalam(lang)).collect();
    let banding = bandingkan(content, &all);
    let mut pages = semua_portal(content, &all, &banding, lang);
    pages.extend(all.iter().flat_map(|d| satu_opd(d, &letak(d, &banding))));
    pages
}

/// What the documents, or the regulations behind them, write.
struct Nama {
    /// Of several words, the longest first.
    panjang: Vec<String>,
    /// Of one word, in lower case.
    satu: BTreeSet<String>,
}

fn nama(content: &Content) -> Nama {
    let mut all: BTreeSet<String> = BTreeSet::new();
    let mut add = |text: &str| {
        all.insert(text.to_string());
        all.insert(text.to_lowercase());
    };
    for p in content.padanan.values() {
        add(&p.kode);
        if let terang::records::IsiPadanan::Indikator { pembilang, penyebut, .. } = &p.isi {
            pembilang.iter().chain(penyebut).for_each(|kode| add(&kode.replace('-', " ")));
        }
    }
    for s in content.skala.values() {
        add(&s.nama);
        s.kelas.iter().for_each(|k| add(&k.nama));
    }
    for d in DataOpd::semua(content) {
        for p in &d.kumpulan.semua {
            add(&p.sumber.letak);
            add(&p.sel.tercetak);
            match p.bagian {
                Bagian::Tabel { tabel, baris, kolom } => {
                    [&tabel.judul, &baris.nama, &kolom.nama].into_iter().for_each(|n| add(n));
                }
                Bagian::PihakLain { pihak, .. } => pihak.alias.iter().chain([&pihak.nama]).for_each(|n| add(n)),
                _ => {}
            }
        }
        for dok in d.sumber.opd.dokumen.values() {
            add(&dok.judul);
            add(&dok.jenis);
        }
        d.sumber
            .opd
            .tujuan
            .iter()
            .flat_map(|t| t.sasaran.iter().map(|s| &s.nama).chain([&t.nama]))
            .for_each(|n| add(n));
        for i in d.sumber.opd.indikator.values() {
            i.letak.iter().chain(i.riwayat.iter().filter_map(|r| r.letak.as_ref())).for_each(|n| add(n));
            i.alias.iter().chain([&i.nama]).chain(&i.satuan).for_each(|n| add(n));
            let Some(r) = &i.rumus else { continue };
            for text in [&r.pembilang, &r.penyebut].into_iter().flatten().map(|h| &h.nama).chain(&r.teks) {
                add(text);
                let short = text.strip_prefix("Jumlah ").unwrap_or(text);
                add(short.strip_suffix(" pada tahun (n)").unwrap_or(short));
            }
        }
        for r in &d.sumber.rekaman {
            r.anggaran.pohon.iter().flat_map(Simpul::semua).for_each(|(_, n)| {
                add(&n.nama);
                // As the first page writes it, whoever printed it.
                add(&terang::pages::uang_opd::nama_program(&n.nama));
            });
            r.setara.iter().for_each(|s| add(&s.nama));
            r.kinerja.iter().flat_map(|t| &t.judul).for_each(|n| add(n));
            r.anggaran.tabel.iter().flat_map(|t| &t.judul).for_each(|n| add(n));
        }
    }
    let (mut panjang, satu): (Vec<String>, Vec<String>) = all.into_iter().partition(|n| n.contains(' '));
    panjang.sort_by_key(|n| (std::cmp::Reverse(n.chars().count()), n.clone()));
    Nama { panjang, satu: satu.into_iter().map(|n| n.to_lowercase()).collect() }
}

/// The Indonesian words in a text, quotations and terms in parentheses left out.
fn asing(field: &str, text: &str, nama: &Nama) -> Vec<String> {
    let found = |text: &str| -> Vec<String> {
        let words: Vec<&str> = KATA.split_whitespace().collect();
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| words.contains(w)).map(str::to_string).collect()
    };
    if found(text).is_empty() {
        return Vec::new();
    }
    let mut out = tanpa_kutipan(text);
    for term in ["pagu", "realisasi", "capaian", "serapan", "sisa", "indikator"] {
        out = out.replace(&format!("({term})"), "");
    }
    for n in &nama.panjang {
        if out.contains(n.as_str()) {
            out = out.replace(n.as_str(), "·");
        }
    }
    let printed = TERCETAK.contains(&field);
    found(&out).into_iter().filter(|word| !printed || !nama.satu.contains(word)).collect()
}

/// The texts of ours in a page by the field they stand in.
fn teks(page: &Halaman) -> Vec<(String, String)> {
    let mut out = vec![("judul".to_string(), page.judul.clone()), ("halaman.kalimat".into(), page.kalimat.clone())];
    out.extend(page.remah.iter().map(|(text, _)| ("remah".to_string(), text.clone())));
    for f in &page.figure {
        for (key, text) in [
            ("judul", &f.judul),
            ("subjudul", &f.subjudul),
            ("kalimat", &f.kalimat),
            ("kepala", &f.kepala),
            ("keadaan", &f.keadaan),
            ("sumber", &f.sumber),
        ] {
            // The sentence of a free table names two of its columns.
            let of_table = key == "kalimat" && f.kode.starts_with("tabel-");
            out.push((format!("figure.{key}{}", if of_table { ".tabel" } else { "" }), text.clone()));
        }
        out.extend(f.deret.iter().map(|d| ("figure.deret".to_string(), d.nama.clone())));
        out.extend(
            f.deret.iter().flat_map(|d| &d.titik).filter_map(|t| Some(("figure.titik".into(), t.catatan.clone()?))),
        );
        out.extend(f.putus.iter().map(|(_, text)| ("figure.putus".to_string(), text.clone())));
    }
    telusur(&page.isi, &mut out);
    out
}

fn telusur(value: &Value, out: &mut Vec<(String, String)>) {
    match value {
        Value::Array(list) => list.iter().for_each(|v| telusur(v, out)),
        Value::Object(map) => {
            for (key, v) in map {
                let texts: Vec<&str> = match v {
                    Value::String(text) => vec![text],
                    Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
                    _ => Vec::new(),
                };
                // Why a figure is missing; other remarks are those of whoever copied the document.
                let missing = key == "catatan" && map.get("kelas").and_then(Value::as_str) == Some("kosong");
                // The direction of a row is a code; in words it is longer.
                let code = key == "arah" && texts.iter().all(|t| !t.contains(' '));
                if (KUNCI.contains(&key.as_str()) && !code) || missing {
                    let key = if missing { "kosong" } else { key };
                    out.extend(texts.into_iter().map(|t| (key.to_string(), t.to_string())));
                }
                telusur(v, out);
            }
        }
        _ => {}
    }
}

#[test]
fn english_pages_speak_english() {
    let content = content();
    let nama = nama(&content);
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for page in halaman(&content, Lang::En) {
        for (field, text) in teks(&page) {
            let found = asing(&field, &text, &nama);
            if !found.is_empty() {
                wrong.insert(format!("{field}: {found:?} in {text}"), page.alamat.clone());
            }
            seen.insert(field);
        }
    }
    let mut caught: BTreeSet<String> = BTreeSet::new();
    for page in halaman(&content, Lang::Id) {
        for (field, text) in teks(&page) {
            if !caught.contains(&field) && !asing(&field, &text, &nama).is_empty() {
                caught.insert(field);
            }
        }
    }
    let list: Vec<String> = wrong.iter().map(|(text, page)| format!("{page} {text}")).collect();
    assert!(list.is_empty(), "{} texts:\n{}", list.len(), list.join("\n"));
    assert_eq!(seen, caught, "a field in which the net catches no Indonesian proves nothing");
    let missing: Vec<&&str> = KUNCI.iter().filter(|key| !seen.contains(**key)).collect();
    assert!(missing.is_empty(), "no page has {missing:?}");
}

#[test]
fn the_net_catches_what_it_should() {
    let nama = Nama {
        panjang: vec!["Program Rehabilitasi dan Jaminan".to_string()],
        satu: BTreeSet::from(["jumlah".to_string()]),
    };
    let text = "93.84% of the budget (pagu) of Program Rehabilitasi dan Jaminan, “jumlah baris”";
    assert!(asing("kalimat", text, &nama).is_empty());
    assert_eq!(asing("kalimat", "At most di bawah target of Program, Jumlah", &nama), ["di", "jumlah"]);
    assert_eq!(asing("rumus", "Jumlah ÷ angka", &nama), ["angka"]);
}
