//! What the program is built from: `deny.toml` says what may be, `Cargo.lock` what is. `cargo deny` looks at licences too.

use std::path::Path;

fn baca(file: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect(file)
}

#[test]
fn every_dependency_comes_from_the_registry_and_none_is_denied() {
    let lock = baca("Cargo.lock");
    let sources: Vec<&str> = lock.lines().filter_map(|l| l.strip_prefix("source = ")).collect();
    assert!(sources.len() > 100, "{}", sources.len());
    let registry = "\"registry+https://github.com/rust-lang/crates.io-index\"";
    assert_eq!(sources.iter().filter(|s| **s != registry).collect::<Vec<_>>(), Vec::<&&str>::new());
    let deny = baca("deny.toml");
    let denied: Vec<&str> = deny.lines().filter_map(|l| l.split_once("{ crate = \"")?.1.split('"').next()).collect();
    assert!(denied.len() >= 3, "{denied:?}");
    for name in denied {
        assert!(!lock.contains(&format!("\nname = \"{name}\"\n")), "{name} is denied and there");
    }
}
