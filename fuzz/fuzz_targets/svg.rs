//! A logo: what is accepted holds no script, no handler and no address of elsewhere.
#![no_main]
use libfuzzer_sys::fuzz_target;
use std::path::PathBuf;
use std::sync::OnceLock;
use terang::{diagnostic::Severity, records};

static PORTAL: OnceLock<PathBuf> = OnceLock::new();

fuzz_target!(|text: &str| {
    let root = PORTAL.get_or_init(|| {
        let dir = tempfile::tempdir().expect("folder").keep();
        let portal = "judul: Portal\nsubjudul: Uji\nlisensi: CC BY 4.0\nbatas_data: 2025-12-31\nlogo: logo.svg\n";
        std::fs::write(dir.join("portal.yaml"), portal).expect("portal");
        dir
    });
    std::fs::write(root.join("logo.svg"), text).expect("logo");
    let loaded = records::load(root);
    let wrong = |d: &terang::diagnostic::Diagnostic| d.severity == Severity::Galat && d.place.berkas.ends_with(".svg");
    if loaded.diagnostics.iter().any(wrong) {
        return;
    }
    let low = text.to_lowercase();
    for bad in ["<script", "<foreignobject", "javascript:"] {
        assert!(!low.contains(bad) || low.contains("<!--") || low.contains("cdata"), "{bad} was accepted in {text}");
    }
});
