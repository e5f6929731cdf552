//! A record of a small portal: it has errors, or its figures are computed and held against each other.
#![no_main]
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::OnceLock;
use terang::{opd::Opd, records};

static PORTAL: OnceLock<PathBuf> = OnceLock::new();

/// A copy of a small portal of the tests, whose record is replaced each time.
fn portal() -> &'static PathBuf {
    PORTAL.get_or_init(|| {
        let dir = tempfile::tempdir().expect("folder").keep();
        let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/situs/satu-dinas/content");
        let mut open = vec![from.clone()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).expect("portal").flatten() {
                let to = dir.join(entry.path().strip_prefix(&from).expect("inside"));
                if entry.path().is_dir() {
                    std::fs::create_dir_all(&to).expect("folder");
                    open.push(entry.path());
                } else {
                    std::fs::create_dir_all(to.parent().expect("parent")).expect("folder");
                    std::fs::copy(entry.path(), &to).expect("copied");
                }
            }
        }
        dir
    })
}

fuzz_target!(|data: &[u8]| {
    let root = portal();
    std::fs::write(root.join("lumajang/dinas-sosial/2024.yaml"), data).expect("record");
    let loaded = records::load(root);
    let wrong = loaded.diagnostics.iter().any(|d| d.severity == terang::diagnostic::Severity::Galat);
    let _ = terang::diagnostic::render(
        &loaded.diagnostics,
        &loaded.sources,
        terang::diagnostic::Format::Short,
        terang::diagnostic::Lang::Id,
        false,
    );
    if let (false, Some(content)) = (wrong, &loaded.content) {
        for daerah in &content.daerah {
            for sumber in &daerah.opd {
                let opd = Opd::new(content, daerah, sumber);
                let _ = terang::site::Ringkas::dari(&opd);
            }
        }
    }
});
