//! `terang new portal`: a portal of one's own that builds at once, whatever its agencies are about.

use super::{kata, terang};
use std::path::Path;

fn semua(dir: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("folder").map(|e| e.expect("entry").path()) {
        if entry.is_dir() {
            semua(&entry, out);
        } else {
            out.push(entry);
        }
    }
}

#[test]
fn a_new_portal_builds_without_error_and_says_nothing_of_any_agency() {
    let dir = tempfile::tempdir().expect("tempdir");
    let made = terang(dir.path(), &["new", "portal", "kinerja-lumajang"], b"");
    assert!(made.status.success(), "{}", kata(&made));
    let own = dir.path().join("kinerja-lumajang");
    let portal = std::fs::read_to_string(own.join("content/portal.yaml")).expect("portal");
    assert!(portal.contains("judul: Kinerja Lumajang\n"), "{portal}");
    let check = terang(&own, &["check", "--strict"], b"");
    assert!(check.status.success(), "{}", kata(&check));
    let build = terang(&own, &["build"], b"");
    assert!(build.status.success(), "{}", kata(&build));
    let mut files = Vec::new();
    semua(&own, &mut files);
    for file in files.iter().filter(|f| f.starts_with(own.join("content"))) {
        let text = std::fs::read_to_string(file).expect("text").to_lowercase();
        assert!(!text.contains("sosial") && !text.contains("ppks"), "{}", file.display());
    }
    let first = std::fs::read_to_string(own.join("public/index.html")).expect("first page");
    assert!(!first.contains("0 dokumen") && first.contains("Belum ada rekaman"), "{first}");
    // A second time nothing is overwritten, and nothing is left half done.
    std::fs::write(own.join("content/portal.yaml"), "judul: Punya saya\nketerangan: K.\n").expect("write");
    let again = terang(dir.path(), &["new", "portal", "kinerja-lumajang"], b"");
    assert_eq!(again.status.code(), Some(2));
    assert!(std::fs::read_to_string(own.join("content/portal.yaml")).expect("portal").contains("Punya saya"));
}

#[test]
fn files_of_such_a_portal_name_their_schema_and_an_old_portal_gets_none() {
    let dir = tempfile::tempdir().expect("tempdir");
    assert!(terang(dir.path(), &["new", "portal", "."], b"").status.success());
    for args in [
        &["new", "daerah", "kota-contoh", "--provinsi", "Jawa Timur"][..],
        &["new", "opd", "kota-contoh/dinas-kesehatan"],
        &["new", "tahun", "kota-contoh/dinas-kesehatan", "2025"],
    ] {
        let made = terang(dir.path(), args, b"");
        assert!(made.status.success(), "{}", kata(&made));
    }
    for (file, schema) in [
        ("kota-contoh/daerah.yaml", "../../skema/daerah.json"),
        ("kota-contoh/dinas-kesehatan/opd.yaml", "../../../skema/opd.json"),
        ("kota-contoh/dinas-kesehatan/2025.yaml", "../../../skema/rekaman.json"),
        ("skala/akip.yaml", "../../skema/skala.json"),
        ("glosarium.yaml", "../skema/glosarium.json"),
    ] {
        let path = dir.path().join("content").join(file);
        let text = std::fs::read_to_string(&path).expect("text");
        assert!(text.starts_with(&format!("# yaml-language-server: $schema={schema}\n")), "{file}: {text}");
        assert!(path.parent().expect("parent").join(schema).is_file(), "{schema} leads to a schema");
    }
    let check = terang(dir.path(), &["check", "--strict"], b"");
    assert!(check.status.success(), "{}", kata(&check));
    let plain = tempfile::tempdir().expect("tempdir");
    terang(plain.path(), &["new", "daerah", "lumajang", "--provinsi", "Jawa Timur"], b"");
    let text = std::fs::read_to_string(plain.path().join("content/lumajang/daerah.yaml")).expect("text");
    assert!(!text.contains("$schema"), "{text}");
}

#[test]
fn skeletons_are_of_no_agency_short_names_stay_short_and_help_speaks_one_language() {
    let dir = tempfile::tempdir().expect("tempdir");
    for args in [
        &["new", "daerah", "kota-contoh", "--provinsi", "Jawa Timur"][..],
        &["new", "opd", "kota-contoh/dinas-pupr"],
        &["new", "tahun", "kota-contoh/dinas-pupr", "2025"],
    ] {
        let made = terang(dir.path(), args, b"");
        assert!(made.status.success(), "{}", kata(&made));
    }
    let text = |name: &str| {
        std::fs::read_to_string(dir.path().join("content/kota-contoh/dinas-pupr").join(name)).expect("text")
    };
    assert!(text("opd.yaml").contains("nama: Dinas PUPR Kota Contoh\n"), "{}", text("opd.yaml"));
    for name in ["opd.yaml", "2025.yaml"] {
        let own = text(name).to_lowercase();
        assert!(!own.contains("sosial") && !own.contains("ppks"), "{own}");
    }
    let help = kata(&terang(dir.path(), &["new", "daerah", "--help"], b""));
    assert!(help.contains("Pemakaian:") && help.contains("[bawaan: content]"), "{help}");
    assert!(!["Usage", "Arguments", "default", "possible"].iter().any(|w| help.contains(w)), "{help}");
}
