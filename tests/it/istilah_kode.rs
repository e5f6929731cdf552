//! docs/istilah-kode.md says where each word of the domain lives: it does, and every folder of `src` is explained.

use regex::Regex;
use std::path::Path;

#[test]
fn every_word_of_the_list_lives_where_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/istilah-kode.md")).expect("the list");
    let quoted = Regex::new("`([^`]+)`").expect("a pattern");
    let mut words = 0;
    for row in text.lines().filter(|line| line.starts_with("| ") && line.contains("`src/")) {
        let place = row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap_or_default();
        let mut names = quoted.captures_iter(place).map(|found| found[1].to_string());
        let file = names.next().expect("a file");
        let code = std::fs::read_to_string(root.join(&file)).unwrap_or_else(|_| panic!("no {file}: {row}"));
        for name in names {
            let own = Regex::new(&format!(r"\b(struct|enum|type|trait|fn) {name}\b")).expect("a pattern");
            assert!(own.is_match(&code), "{file} has no {name}: {row}");
        }
        words += 1;
    }
    assert!(words > 60, "{words} words");
    for folder in std::fs::read_dir(root.join("src")).expect("src").flatten().filter(|e| e.path().is_dir()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        assert!(text.contains(&format!("src/{name}/mod.rs`")) || text.contains(&format!("`{name}`")), "{name}");
    }
}
