//! Small portals that once were read or said wrongly: `tests/kasus/<name>/content` and, in `harus.yaml`, what must stand.
//!
//! ```yaml
//! keluar: 1                       # exit code of `terang check`; 0 when not written
//! pesan: [angka-menyimpang]       # codes of messages that must come, in this order when one comes twice write it twice
//! kata: ["`95, 39`"]              # what stands in some message or help
//! temuan: [capaian-beda]          # codes of findings that must come
//! tanpa_temuan: [tanpa-target]    # codes of findings that must not come; `semua` for none at all
//! halaman:                        # text of a page (no markup, white space as one space), or a file as it is
//!   contoh/dinas-contoh/2024/index.html:
//!     ada: ["mencapai target"]
//!     tidak: ["tidak ada target"]
//!     tautan: ["https://contoh.go.id/lkjip-2024.pdf"]   # some link of the page leads there
//! tidak_di_mana_pun: ["185"]      # on no page at all
//! ```

#![allow(clippy::disallowed_methods, reason = "tests read and write the files they are about")]

use crate::situs_bantu::teks::{Potong, potong};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use terang::output::{Tree, read_tree};

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Harus {
    keluar: i32,
    pesan: Vec<String>,
    kata: Vec<String>,
    temuan: Vec<String>,
    tanpa_temuan: Vec<String>,
    halaman: BTreeMap<String, Isi>,
    tidak_di_mana_pun: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Isi {
    ada: Vec<String>,
    tidak: Vec<String>,
    tautan: Vec<String>,
}

fn terang(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_terang"))
        .current_dir(dir)
        .args(args)
        .env("NO_COLOR", "1")
        .output()
        .expect("terang runs")
}

/// A page as text, its pieces joined by one space; titles and descriptions of figures are text too.
fn tampak(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if !path.ends_with(".html") {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut code = false;
    for piece in potong(&text) {
        match piece {
            Potong::Tanda(name, _) => {
                code = matches!(name.as_str(), "script" | "style");
                // Inline elements do not part words.
                if !matches!(
                    name.trim_start_matches('/'),
                    "a" | "b" | "strong" | "em" | "span" | "button" | "abbr" | "wbr"
                ) {
                    out.push(' ');
                }
            }
            Potong::Teks(text) if !code => out.push_str(&text),
            Potong::Teks(_) => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn codes(json: &serde_json::Value, key: &str, field: &str) -> Vec<String> {
    let list = json[key].as_array().map_or(&[][..], Vec::as_slice);
    list.iter().filter_map(|d| d[field].as_str().map(str::to_string)).collect()
}

/// One case: what does not stand as it must.
fn periksa(case: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(case.join("harus.yaml")).expect("harus.yaml");
    let harus: Harus = serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", case.display()));
    let dir = tempfile::tempdir().expect("tempdir");
    let content = case.join("content");
    let content = content.to_str().expect("path");
    let mut wrong = Vec::new();
    let checked = terang(dir.path(), &["check", "--content", content, "--format", "json"]);
    let stderr = String::from_utf8_lossy(&checked.stderr);
    if checked.status.code() != Some(harus.keluar) {
        wrong.push(format!("exit code {:?}, expected {}: {stderr}", checked.status.code(), harus.keluar));
    }
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    let Ok(json) = serde_json::from_str::<serde_json::Value>(&said) else {
        wrong.push(format!("no JSON: {said} {stderr}"));
        return wrong;
    };
    let mut messages = codes(&json, "galat", "kode");
    for kode in &harus.pesan {
        match messages.iter().position(|k| k == kode) {
            Some(at) => drop(messages.remove(at)),
            None => wrong.push(format!("no message `{kode}`")),
        }
    }
    if !messages.is_empty() {
        wrong.push(format!("messages nobody expects: {messages:?}\n{:#}", json["galat"]));
    }
    let all = json["galat"].to_string().replace("\\\"", "\"");
    wrong.extend(
        harus.kata.iter().filter(|k| !all.contains(k.as_str())).map(|k| format!("no message says `{k}`: {all}")),
    );
    let found = codes(&json, "temuan", "aturan");
    wrong.extend(harus.temuan.iter().filter(|k| !found.contains(k)).map(|k| format!("no finding `{k}`: {found:?}")));
    for kode in &harus.tanpa_temuan {
        let bad: Vec<&String> = found.iter().filter(|f| *f == kode || kode == "semua").collect();
        if !bad.is_empty() {
            wrong.push(format!("findings {bad:?}: {:#}", json["temuan"]));
        }
    }
    if harus.halaman.is_empty() && harus.tidak_di_mana_pun.is_empty() {
        return wrong;
    }
    let built = terang(dir.path(), &["build", "--content", content, "--out", "public"]);
    if built.status.code() != Some(0) {
        wrong.push(format!("does not build: {}", String::from_utf8_lossy(&built.stderr)));
        return wrong;
    }
    let tree: Tree = read_tree(&dir.path().join("public")).expect("site");
    for (path, isi) in &harus.halaman {
        let Some(bytes) = tree.get(path.as_str()) else {
            wrong.push(format!("there is no {path}"));
            continue;
        };
        let text = tampak(path, bytes);
        let source = String::from_utf8_lossy(bytes);
        let leads = |t: &&String| !source.contains(&format!("href=\"{t}\""));
        wrong.extend(isi.tautan.iter().filter(leads).map(|t| format!("{path} does not lead to {t}")));
        wrong.extend(
            isi.ada.iter().filter(|w| !text.contains(w.as_str())).map(|w| format!("{path} lacks `{w}`:\n{text}")),
        );
        wrong.extend(
            isi.tidak.iter().filter(|w| text.contains(w.as_str())).map(|w| format!("{path} says `{w}`:\n{text}")),
        );
    }
    for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = tampak(path, bytes);
        wrong.extend(
            harus.tidak_di_mana_pun.iter().filter(|w| text.contains(w.as_str())).map(|w| format!("{path} says `{w}`")),
        );
    }
    wrong
}

#[test]
fn every_case_says_what_is_so_and_nothing_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kasus");
    // `KASUS=tahap cargo test --test it kasus::` runs those whose name holds a word.
    let only = std::env::var("KASUS").unwrap_or_default();
    let mut cases: Vec<_> = std::fs::read_dir(root).expect("cases").map(|e| e.expect("entry").path()).collect();
    cases.retain(|c| c.is_dir() && c.to_string_lossy().contains(&only));
    cases.sort();
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        wrong.extend(periksa(case).into_iter().map(|text| format!("{name}: {text}")));
    }
    assert!(wrong.is_empty(), "{} wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
}
