//! Drafts: marked on every page, told to no machine, no edition, never over a published site; a checklist for every record
//! whose lines answer its findings.

use crate::perintah::{portal, terang};
use crate::situs_bantu::repositori;
use std::path::Path;
use terang::output::{Tree, compare, read_tree};

const REKAMAN: &str = "content/lumajang/dinas-sosial/2024.yaml";
const PERIKSA: &str = "lumajang/dinas-sosial/2024/periksa/index.html";

fn ganti(path: &Path, dari: &str, ke: &str) {
    let text = std::fs::read_to_string(path).expect("read");
    assert!(text.contains(dari), "{dari} in {text}");
    std::fs::write(path, text.replacen(dari, ke, 1)).expect("write");
}

/// A small portal with an address, in two languages, whose record prints a serapan that is not right.
fn dinas() -> tempfile::TempDir {
    let dir = portal();
    let portal = dir.path().join("content/portal.yaml");
    let text = std::fs::read_to_string(&portal).expect("read");
    std::fs::write(&portal, format!("{text}\nalamat_dasar: https://contoh.go.id/\nbahasa_lain: [en]\n"))
        .expect("write");
    ganti(&dir.path().join(REKAMAN), "\"94,01%\"", "\"49,01%\"");
    dir
}

fn bangun(dir: &Path, args: &[&str]) -> Tree {
    terang(dir).arg("build").args(args).assert().success();
    let out = if args.contains(&"--konsep") { "konsep" } else { "public" };
    read_tree(&dir.join(out)).expect("read")
}

fn teks<'t>(files: &'t Tree, path: &str) -> &'t str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

/// What is wrong with the pages of a draft.
fn salah(files: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    for path in files.keys().filter(|p| p.ends_with(".html")) {
        let html = teks(files, path);
        let words = if path.starts_with("en/") { "Draft: not published." } else { "Konsep: belum diterbitkan." };
        let body = html.split_once("<body").map_or("", |(_, body)| body);
        // The style page shows it once more, among the components.
        let often = if path.ends_with("gaya/index.html") { 2 } else { 1 };
        if body.matches("<aside class=\"konsep\"").count() != often || !body.contains(words) {
            out.push(format!("{path}: not marked"));
        }
        if html.matches("name=\"robots\"").count() != 1
            || !html.contains("<meta name=\"robots\" content=\"noindex, nofollow\">")
        {
            out.push(format!("{path}: may be indexed"));
        }
        for word in ["rel=\"canonical\"", "og:", "twitter:", "ld+json", "umpan.xml", "catalog.jsonld", "contoh.go.id"] {
            if html.contains(word) {
                out.push(format!("{path}: {word}"));
            }
        }
    }
    out
}

#[test]
fn every_page_of_a_draft_is_marked_and_kept_out_of_every_index_and_none_of_the_files_of_an_edition_is_there() {
    let dir = dinas();
    let files = bangun(dir.path(), &["--konsep", "--gaya"]);
    assert!(files.keys().filter(|p| p.ends_with(".html")).count() > 30);
    assert_eq!(salah(&files), Vec::<String>::new());
    assert_eq!(teks(&files, "robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(teks(&files, "KONSEP.txt").starts_with("Konsep: belum diterbitkan."));
    for gone in ["edisi.json", "sitemap.xml", "umpan.xml", "catalog.jsonld"] {
        assert!(!files.contains_key(gone), "{gone}");
    }
    assert!(!files.keys().any(|p| p.ends_with("kartu.png")));
    let plain: Vec<&String> = files.keys().filter(|p| p.ends_with("ringkasan.txt")).collect();
    assert!(!plain.is_empty());
    assert!(plain.iter().all(|p| teks(&files, p).starts_with("KONSEP: ") || teks(&files, p).starts_with("DRAFT: ")));
    assert!(!dir.path().join("public").exists());
}

#[test]
fn a_theme_that_has_pages_of_its_own_cannot_leave_the_mark_out() {
    let dir = dinas();
    let tema = dir.path().join("themes/polos/templates");
    std::fs::create_dir_all(&tema).expect("mkdir");
    let own =
        "<!doctype html><html lang=\"id\"><head><title>{{ judul }}</title></head><body>{{ h.judul }}</body></html>";
    std::fs::write(tema.join("temuan.html"), own).expect("write");
    for theme in [dir.path().join("themes/polos"), Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/ringkas")] {
        let files = bangun(dir.path(), &["--konsep", "--theme", theme.to_str().expect("path")]);
        assert_eq!(salah(&files), Vec::<String>::new(), "{}", theme.display());
    }
}

#[test]
fn what_is_no_draft_has_nothing_of_one() {
    let dir = dinas();
    let first = bangun(dir.path(), &[]);
    for (path, bytes) in first.iter().filter(|(p, _)| p.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("periksa/index.html") && !html.contains("class=\"konsep\""), "{path}");
        assert!(!html.contains("aset/konsep.css"), "{path}");
    }
    assert!(!first.contains_key("aset/konsep.css") && !first.contains_key("KONSEP.txt"));
    assert!(first.contains_key("edisi.json") && first.contains_key("sitemap.xml"));
    // A draft in between, from the same store, changes no byte of it.
    let store: &[&str] = &["--simpanan", "bersama"];
    bangun(dir.path(), &[&["--konsep"], store].concat());
    assert!(compare(&first, &bangun(dir.path(), store)).is_empty());
}

#[test]
fn a_draft_after_an_edit_is_the_draft_made_from_nothing() {
    let dir = dinas();
    bangun(dir.path(), &["--konsep"]);
    ganti(&dir.path().join(REKAMAN), "95,39%\", \"95,39%", "95,39%\", \"59,39%");
    let after = bangun(dir.path(), &["--konsep"]);
    let differences = compare(&after, &bangun(dir.path(), &["--konsep", "--bersih"]));
    assert!(differences.is_empty(), "{differences:?}");
}

/// The lines to paste that a page shows.
fn tempelan(html: &str) -> Vec<String> {
    let plain = |t: &str| t.replace("&quot;", "\"").replace("&#x2F;", "/").replace("&#x27;", "'").replace("&amp;", "&");
    html.split("<pre><code>").skip(1).map(|rest| plain(rest.split_once("</code>").expect("end").0)).collect()
}

#[test]
fn the_lines_of_the_checklist_pasted_into_the_record_answer_its_findings() {
    let dir = dinas();
    let files = bangun(dir.path(), &["--konsep"]);
    let page = teks(&files, PERIKSA);
    assert!(teks(&files, "lumajang/dinas-sosial/2024/index.html").contains("periksa/index.html"));
    assert!(page.contains("49,01%") && page.contains("butir-pilihan") && !page.contains("Sudah ditanggapi:"));
    let lines = tempelan(page);
    assert!(!lines.is_empty());
    let record = dir.path().join(REKAMAN);
    let before = std::fs::read_to_string(&record).expect("read");
    // As pasted it is no answer yet: whoever forgets date and text is told.
    std::fs::write(&record, format!("{before}\ntanggapan:\n{}\n", lines.join("\n"))).expect("write");
    let said = terang(dir.path()).arg("check").assert().code(1).get_output().clone();
    assert!(String::from_utf8_lossy(&said.stderr).contains("tanggal"), "{}", String::from_utf8_lossy(&said.stderr));
    let filled: Vec<String> = lines
        .iter()
        .map(|l| format!("{} Salah ketik di laporan; sudah diperbaiki.", l.replace("TTTT-BB-TT", "2026-01-02")))
        .collect();
    std::fs::write(&record, format!("{before}\ntanggapan:\n{}\n", filled.join("\n"))).expect("write");
    let page = teks(&bangun(dir.path(), &["--konsep"]), PERIKSA).to_string();
    assert_eq!(page.matches("Sudah ditanggapi:").count(), lines.len());
    assert!(tempelan(&page).is_empty() && !page.contains("butir-pilihan"), "what is answered asks nothing");
}

#[test]
fn every_finding_of_the_content_stands_on_one_checklist() {
    use terang::pages::{data::DataOpd, semua};
    let content = crate::situs_bantu::muat(&repositori());
    for d in DataOpd::semua(&content) {
        let rows = semua::periksa(&d).into_iter().flat_map(|p| {
            let groups = p.isi["kelompok"].as_array().cloned().unwrap_or_default();
            groups.into_iter().flat_map(|k| k["butir"].as_array().cloned().unwrap_or_default()).collect::<Vec<_>>()
        });
        let mut listed: Vec<String> = rows.map(|b| b["alamat"].to_string()).collect();
        let mut all: Vec<String> =
            d.hasil.temuan.iter().map(|t| serde_json::Value::from(t.alamat.clone()).to_string()).collect();
        listed.sort();
        all.sort();
        assert_eq!(listed, all, "{}", d.alamat());
    }
}

#[test]
fn a_draft_is_never_written_over_a_published_site_and_is_no_edition() {
    let dir = dinas();
    let first = bangun(dir.path(), &[]);
    let said = terang(dir.path()).args(["build", "--konsep", "--out", "public"]).assert().code(2).get_output().clone();
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("`public` memuat situs yang terbit") && said.contains("--out konsep"), "{said}");
    assert!(compare(&first, &read_tree(&dir.path().join("public")).expect("read")).is_empty());
    // A site of an older terang has no edisi.json.
    std::fs::remove_file(dir.path().join("public/edisi.json")).expect("remove");
    terang(dir.path()).args(["build", "--konsep", "--out", "public"]).assert().code(2);
    // Where a draft was, the next one goes.
    bangun(dir.path(), &["--konsep"]);
    bangun(dir.path(), &["--konsep"]);
    let refused: [&[&str]; 3] = [
        &["build", "--published", "konsep"],
        &["check", "--published", "konsep"],
        &["pack", "konsep", "--untuk", "cpanel"],
    ];
    for published in refused {
        let said = terang(dir.path()).args(published).assert().code(2).get_output().clone();
        assert!(String::from_utf8_lossy(&said.stderr).contains("`konsep` adalah konsep, bukan terbitan"));
    }
    for other in [&["--published", "public"][..], &["--tanggal-edisi", "2026-01-02"]] {
        let said = terang(dir.path()).args(["build", "--konsep"]).args(other).assert().code(2).get_output().clone();
        assert!(String::from_utf8_lossy(&said.stderr).contains("tidak bisa dipakai bersama"));
    }
    terang(dir.path()).args(["verify", "konsep"]).assert().code(1);
}

#[test]
fn every_class_that_only_drafts_have_stands_on_the_style_page() {
    let dir = dinas();
    let files = bangun(dir.path(), &["--konsep", "--gaya"]);
    let classes = regex::Regex::new(r"\.([a-z][a-z-]+)").expect("pattern");
    let css = teks(&files, "aset/konsep.css").split("*/").nth(1).expect("rules");
    let page = teks(&files, "gaya/index.html");
    let found: Vec<&str> = classes.captures_iter(css).map(|c| c.get(1).expect("name").as_str()).collect();
    assert!(found.len() > 6, "{found:?}");
    for class in found {
        assert!(page.contains(&format!("\"{class}")) || page.contains(&format!(" {class}")), "{class}");
    }
}

#[test]
fn the_commands_of_the_guide_for_a_report_before_it_is_printed_do_what_they_say() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/panduan.md");
    let text = std::fs::read_to_string(guide).expect("guide");
    let (_, chapter) = text.split_once("### Laporan yang belum dicetak").expect("chapter");
    let (chapter, _) = chapter.split_once("\n## ").expect("the next chapter");
    let dir = dinas();
    let name = dir.path().join("content/lumajang");
    std::fs::rename(&name, dir.path().join("content/blitar")).expect("rename");
    std::fs::write(
        dir.path().join("rancangan.csv"),
        "Kode;Uraian;Pagu;Realisasi;%\n1.06.04;Program Rehabilitasi Sosial;1.000.000;500.000;50,00%\n;Jumlah;1.000.000;500.000;50,00%\n",
    )
    .expect("write");
    let commands: Vec<&str> = chapter.lines().filter(|l| l.starts_with("terang ")).collect();
    assert_eq!(commands.len(), 4, "{commands:?}");
    for line in commands {
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        let output = terang(dir.path()).args(words).output().expect("run");
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(dir.path().join("konsep/blitar/dinas-sosial/2024/periksa/index.html").is_file());
}
