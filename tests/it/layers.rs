//! The flow of `src/`: a layer imports only from layers declared before it in `src/lib.rs`; files are short and say
//! in their first line what lives there.

use std::path::{Path, PathBuf};

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The layers in the order of `src/lib.rs`.
fn layers() -> Vec<String> {
    let text = std::fs::read_to_string(src().join("lib.rs")).expect("lib.rs");
    text.lines().filter_map(|l| l.strip_prefix("pub mod ")?.strip_suffix(';')).map(ToString::to_string).collect()
}

fn files(dir: &Path) -> Vec<(String, String)> {
    let entries = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().map(|e| e.expect("entry"));
    entries
        .filter(|e| e.path().extension().is_some_and(|x| x == "rs"))
        .map(|e| {
            let name = e.path().strip_prefix(src()).expect("below src").display().to_string();
            (name, std::fs::read_to_string(e.path()).expect("read"))
        })
        .collect()
}

/// Every layer a line names: `crate::x`, `use crate::{x, y::z}`, `terang::x`.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut out = Vec::new();
    for (at, word) in code.match_indices("crate::").chain(code.match_indices("terang::")) {
        let rest = &code[at + word.len()..];
        match rest.strip_prefix('{') {
            Some(group) => out.extend(heads(group)),
            None => out.push(ident(rest)),
        }
    }
    out
}

/// The first word of each item of a group, up to its closing brace.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut out) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => out.push(ident(&std::mem::take(&mut item))),
            _ if depth == 0 => item.push(c),
            _ => {}
        }
    }
    out.push(ident(&item));
    out
}

fn ident(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn a_layer_imports_only_from_layers_before_it() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (rank, layer) in layers.iter().enumerate() {
        for (file, text) in files(&src().join(layer)) {
            for other in named(&text) {
                if layers.iter().position(|l| *l == other).is_some_and(|r| r > rank) {
                    wrong.push(format!("{file} uses {other}, which comes after {layer}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_layers_are_the_ones_of_the_design() {
    let design = "number diagnostic records measures findings comparisons pages charts exports templates search \
                  output site serve cli";
    assert_eq!(layers().join(" "), design);
}

#[test]
fn every_file_of_src_belongs_to_a_layer() {
    let layers = layers();
    for (file, _) in files(&src()) {
        let top = file.split('/').next().unwrap_or_default();
        assert!(
            matches!(top, "lib.rs" | "main.rs") || layers.iter().any(|l| l == top),
            "{file} stands outside the layers"
        );
    }
}

#[test]
fn every_file_says_in_its_first_line_what_lives_there() {
    let wrong: Vec<String> =
        files(&src()).into_iter().filter(|(_, t)| !t.starts_with("//! ")).map(|(f, _)| f).collect();
    assert!(wrong.is_empty(), "no `//!` in the first line: {}", wrong.join(", "));
}

#[test]
fn no_file_is_longer_than_400_lines() {
    let long = |(file, text): (String, String)| {
        let lines = text.lines().count();
        (lines > 400).then(|| format!("{file}: {lines}"))
    };
    let wrong: Vec<String> = files(&src()).into_iter().filter_map(long).collect();
    assert!(wrong.is_empty(), "split these: {}", wrong.join(", "));
}

#[test]
fn the_scan_sees_groups_and_paths() {
    let text =
        "use crate::{pesan, output::{self, Tree}, cli::x};\n// use crate::serve;\nfn f() { crate::site::build(); }";
    assert_eq!(named(text), ["pesan", "output", "cli", "site"]);
}
