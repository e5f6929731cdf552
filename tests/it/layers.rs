//! The flow of `src/`: a layer imports only from layers declared before it in `src/lib.rs`; files are short and say
//! in their first line what lives there.

use std::collections::{BTreeMap, BTreeSet};
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
    items(group).iter().map(|item| ident(item)).collect()
}

/// The items of a group, up to its closing brace.
fn items(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut out) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => {
                out.push(std::mem::take(&mut item));
                continue;
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        item.push(c);
    }
    out.push(item);
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

/// Rooms whose files still import each other in a circle. This list only ever gets shorter.
const MELINGKAR: [&str; 5] = ["charts", "cli", "comparisons", "pages", "records"];

/// The files of a layer a file imports from: `use super::x`, `crate::layer::x`, down to the file that is meant.
fn imports(layer: &str, own: &str, text: &str, all: &BTreeSet<String>) -> BTreeSet<String> {
    let home = own.trim_end_matches(".rs").trim_end_matches("/mod");
    let code: Vec<&str> = text.split("#[cfg(test)]").next().unwrap_or_default().lines().collect();
    let code: String = code.into_iter().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let parent = if own.ends_with("mod.rs") { home } else { home.rsplit_once('/').map_or("", |(p, _)| p) };
    let above = parent.rsplit_once('/').map_or("", |(p, _)| p);
    let roots = [("super::super::", above), ("super::", parent), ("crate::", "")];
    let mut out = BTreeSet::new();
    for (word, base) in roots {
        for (at, _) in code.match_indices(word).filter(|(at, _)| !code[..*at].ends_with("super::")) {
            let rest = &code[at + word.len()..];
            // `super::` of a `mod.rs` is the room above it.
            let base = if word == "super::" && own.ends_with("mod.rs") { above } else { base };
            for path in paths(rest) {
                let steps = base.split('/').filter(|s| !s.is_empty()).chain(path.split("::"));
                if let Some(file) = meant(&steps.collect::<Vec<_>>(), all) {
                    out.insert(file);
                }
            }
        }
    }
    out.retain(|file| file.starts_with(&format!("{layer}/")) && file != own);
    out
}

/// The paths a use names: `a::b`, or each of `{a, b::c}`, two steps deep.
fn paths(rest: &str) -> Vec<String> {
    if let Some(group) = rest.strip_prefix('{') {
        return items(group).iter().flat_map(|item| paths(item.trim_start())).collect();
    }
    let head = ident(rest);
    match rest.get(head.len()..).and_then(|r| r.strip_prefix("::")) {
        Some(more) if !head.is_empty() => paths(more).iter().map(|p| format!("{head}::{p}")).collect(),
        _ => vec![head],
    }
}

/// The longest beginning of a path that is a file.
fn meant(steps: &[&str], all: &BTreeSet<String>) -> Option<String> {
    (1..=steps.len()).rev().find_map(|n| {
        let base = steps[..n].join("/");
        [format!("{base}.rs"), format!("{base}/mod.rs")].into_iter().find(|f| all.contains(f))
    })
}

#[test]
fn inside_a_layer_no_file_imports_from_one_that_imports_from_it() {
    let every = files(&src());
    let all: BTreeSet<String> = every.iter().map(|(f, _)| f.clone()).collect();
    let mut wrong = Vec::new();
    for layer in layers() {
        let own: Vec<_> = every.iter().filter(|(f, _)| f.starts_with(&format!("{layer}/"))).collect();
        let graph: BTreeMap<&str, BTreeSet<String>> =
            own.iter().map(|(f, t)| (f.as_str(), imports(&layer, f, t, &all))).collect();
        let round: Vec<&str> = graph.keys().copied().filter(|f| reaches(&graph, f, f)).collect();
        if !round.is_empty() && !MELINGKAR.contains(&layer.as_str()) {
            wrong.push(format!("{layer}: {}", round.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "files that import each other in a circle:\n{}", wrong.join("\n"));
}

/// Whether imports lead from one file to another.
fn reaches(graph: &BTreeMap<&str, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if next == to {
                return true;
            }
            if seen.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    false
}

#[test]
fn the_layers_are_the_ones_of_the_design() {
    let design = "number diagnostic simpanan records measures findings opd comparisons pages charts exports templates search \
                  output site bagian kemas serve impor cli";
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

#[test]
fn the_scan_of_a_room_follows_super_and_groups() {
    let all: BTreeSet<String> =
        ["findings/mod.rs", "findings/kata.rs", "findings/aturan/mod.rs", "findings/aturan/a.rs"]
            .map(String::from)
            .into();
    let of = |own: &str, text: &str| imports("findings", own, text, &all).into_iter().collect::<Vec<_>>();
    assert_eq!(of("findings/aturan/a.rs", "use super::SEMUA;"), ["findings/aturan/mod.rs"]);
    assert_eq!(
        of("findings/aturan/a.rs", "use crate::findings::{kata::x, aturan::{self}};"),
        ["findings/aturan/mod.rs", "findings/kata.rs"]
    );
    assert_eq!(of("findings/kata.rs", "use super::aturan::a::B;"), ["findings/aturan/a.rs"]);
    assert!(of("findings/kata.rs", "use crate::pages::x;").is_empty());
}
