//! `terang pack`: what a host is given, what it is not, and that an earlier pack and the new one make the whole.

use crate::perintah::{portal, terang};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use std::process::Output;
use terang::kemas::{BATAS, DAFTAR};
use terang::number::Lang;
use terang::output::{Tree, publish, read_tree};

const HALAMAN: &str = "<link rel=\"canonical\" href=\"https://contoh.go.id/portal/\"><p>satu</p>";

/// A small site of a build: pages, a style sheet, a table, a piece of the search.
fn situs(dir: &Path) -> Tree {
    let mut files: Tree = [
        ("index.html", HALAMAN.to_string()),
        ("404.html", "<style>p{}</style>".to_string()),
        ("blitar/index.html", format!("<p>{}</p>", "panjang ".repeat(400))),
        ("aset/gaya.css", "p{}".to_string()),
        ("data/angka.csv", "a,b\r\n1,2\r\n".to_string()),
        ("cari/pagefind/fragment/id_1.pf_fragment", "potongan".to_string()),
    ]
    .map(|(path, text)| (path.to_string(), text.into_bytes()))
    .into();
    files.insert("kartu/a.png".into(), vec![0x89, b'P', b'N', b'G', 0, 255]);
    publish(&dir.join("public"), &files, &[]).expect("publish");
    files
}

fn ganti(dir: &Path, files: &Tree) {
    publish(&dir.join("public"), files, &[]).expect("publish");
}

fn jalankan(dir: &Path, args: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = terang(dir).arg("pack").args(args).output().expect("run");
    (status.code(), format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr)))
}

fn baik(dir: &Path, args: &[&str]) -> String {
    let (code, said) = jalankan(dir, args);
    assert_eq!(code, Some(0), "{said}");
    said
}

/// The files of a zip.
fn buka(path: &Path) -> Tree {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).expect("open")).expect("zip");
    let mut out = Tree::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).expect("entry");
        let mut isi = Vec::new();
        entry.read_to_end(&mut isi).expect("read");
        assert_eq!(entry.unix_mode().map(|mode| mode & 0o7777), Some(0o644));
        assert!(out.insert(entry.name().expect("name").to_string(), isi).is_none());
    }
    out
}

/// The files of a tree that are not of the host.
fn tanpa(mut files: Tree, punya_host: &[&str]) -> Tree {
    for path in punya_host {
        assert!(files.remove(*path).is_some(), "{path} is missing");
    }
    files
}

#[test]
fn a_zip_holds_the_files_of_the_site_and_two_zips_are_the_same_bytes() {
    let dir = tempfile::tempdir().expect("tempdir");
    let files = situs(dir.path());
    let before = read_tree(&dir.path().join("public")).expect("read");
    let said = baik(dir.path(), &["--untuk", "cpanel"]);
    assert!(said.contains("Ditulis: terang-cpanel.zip (9 berkas)") && said.contains("public_html/portal/"), "{said}");
    let first = std::fs::read(dir.path().join("terang-cpanel.zip")).expect("read");
    // Another day, another umask, other folders before it: the bytes are of the site alone.
    std::thread::sleep(std::time::Duration::from_millis(20));
    baik(dir.path(), &["public", "--untuk", "cpanel", "--out", "lain/b.zip"]);
    assert_eq!(std::fs::read(dir.path().join("lain/b.zip")).expect("read"), first);
    let packed = buka(&dir.path().join("terang-cpanel.zip"));
    assert_eq!(tanpa(packed, &[".htaccess", DAFTAR]), files);
    baik(dir.path(), &["--untuk", "zip", "--out", "semua.zip"]);
    assert_eq!(tanpa(buka(&dir.path().join("semua.zip")), &[DAFTAR]), files);
    assert_eq!(read_tree(&dir.path().join("public")).expect("read"), before, "the site is as it was");
}

#[test]
fn a_file_that_changed_has_another_time_in_the_zip_though_its_size_is_the_same() {
    let dir = tempfile::tempdir().expect("tempdir");
    let mut files = situs(dir.path());
    let waktu = |out: &str| {
        baik(dir.path(), &["--untuk", "cpanel", "--out", out]);
        let mut zip = zip::ZipArchive::new(std::fs::File::open(dir.path().join(out)).expect("open")).expect("zip");
        ["data/angka.csv", "index.html"].map(|path| zip.by_name(path).expect("entry").last_modified().expect("time"))
    };
    let before = waktu("a.zip");
    files.insert("data/angka.csv".into(), b"a,b\r\n1,3\r\n".to_vec());
    ganti(dir.path(), &files);
    let after = waktu("b.zip");
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1], after[1]);
    assert!(before.iter().chain(&after).all(|time| (1981..2021).contains(&time.year())), "never in the future");
}

#[test]
fn each_host_gets_its_own_files_beside_those_of_the_site() {
    let dir = tempfile::tempdir().expect("tempdir");
    let files = situs(dir.path());
    let punya: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("cloudflare", &["_headers"][..]),
        ("netlify", &["_headers"]),
        ("github", &[".nojekyll"]),
        ("gitlab", &["blitar/index.html.gz"]),
        ("cpanel", &[".htaccess"]),
        ("zip", &[]),
    ]);
    for (host, own) in punya {
        baik(dir.path(), &["--untuk", host, "--out", host]);
        let mut packed = read_tree(&dir.path().join(host)).expect("read");
        packed.remove(".terang-berkas");
        assert_eq!(tanpa(packed, &[own, &[DAFTAR]].concat()), files, "{host}");
    }
    let gz = std::fs::read(dir.path().join("gitlab/blitar/index.html.gz")).expect("read");
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(gz.as_slice()).read_to_end(&mut text).expect("gzip");
    assert_eq!(text, files["blitar/index.html"]);
    let text = std::fs::read_to_string(dir.path().join("cpanel/.htaccess")).expect("read");
    assert!(text.ends_with("ErrorDocument 404 /portal/404.html\n"), "{text}");
    baik(dir.path(), &["--untuk", "cpanel", "--out", "cpanel", "--jalur", "terang"]);
    let text = std::fs::read_to_string(dir.path().join("cpanel/.htaccess")).expect("read");
    assert!(text.ends_with("ErrorDocument 404 /terang/404.html\n"), "{text}");
}

#[test]
fn a_bundle_of_changes_and_its_list_make_the_old_upload_the_new_site() {
    let dir = tempfile::tempdir().expect("tempdir");
    let mut files = situs(dir.path());
    let unggah = dir.path().join("september.zip");
    baik(dir.path(), &["--untuk", "cpanel", "--out", "september.zip"]);
    let mut hosting = buka(&unggah);
    let mut lama = "september.zip".to_string();
    for bulan in ["oktober", "november"] {
        let bundle = format!("{bulan}.zip");
        let said = baik(dir.path(), &["--untuk", "cpanel", "--sejak", &lama, "--out", &bundle]);
        assert!(said.contains("Tidak ada yang berubah") && !dir.path().join(&bundle).exists(), "{said}");
        files.insert("blitar/index.html".into(), bulan.into());
        files.insert(format!("{bulan}/index.html"), b"baru".to_vec());
        files.remove(if bulan == "oktober" { "data/angka.csv" } else { "oktober/index.html" });
        ganti(dir.path(), &files);
        baik(dir.path(), &["--untuk", "cpanel", "--sejak", &lama, "--out", &bundle]);
        let packed = buka(&dir.path().join(&bundle));
        let names: BTreeSet<&str> = packed.keys().map(String::as_str).collect();
        assert_eq!(names, BTreeSet::from([DAFTAR, "blitar/index.html", &format!("{bulan}/index.html")]));
        let hapus = std::fs::read_to_string(dir.path().join(format!("{bulan}-HAPUS.txt"))).expect("list");
        hosting.extend(packed);
        for path in hapus.lines().filter(|line| !line.starts_with('#')) {
            assert!(hosting.remove(path).is_some(), "{path} is not there");
        }
        assert_eq!(tanpa(hosting.clone(), &[".htaccess", DAFTAR]), files, "{bulan}");
        // The bundle knows the whole: the next one begins with it.
        lama = bundle;
    }
    baik(dir.path(), &["--untuk", "cpanel", "--out", "semua.zip"]);
    assert_eq!(buka(&dir.path().join("semua.zip")), hosting);
}

#[test]
fn what_was_uploaded_before_may_be_a_folder_or_a_zip_made_by_hand() {
    let dir = tempfile::tempdir().expect("tempdir");
    let mut files = situs(dir.path());
    let mut zip = zip::ZipWriter::new(std::fs::File::create(dir.path().join("tangan.zip")).expect("create"));
    for (path, isi) in files.iter().chain([(&"../../luar.txt".to_string(), &b"x".to_vec())]) {
        zip.start_file(format!("public/{path}"), zip::write::SimpleFileOptions::default()).expect("entry");
        std::io::Write::write_all(&mut zip, isi).expect("write");
    }
    zip.finish().expect("zip");
    std::fs::rename(dir.path().join("public"), dir.path().join("lama")).expect("rename");
    files.remove("aset/gaya.css");
    files.insert("blitar/index.html".into(), b"baru".to_vec());
    ganti(dir.path(), &files);
    for lama in ["lama", "tangan.zip"] {
        baik(dir.path(), &["--untuk", "zip", "--sejak", lama, "--out", "beda.zip"]);
        let packed: Vec<String> = buka(&dir.path().join("beda.zip")).into_keys().collect();
        assert_eq!(packed, [DAFTAR, "blitar/index.html"], "{lama}");
        let hapus = std::fs::read_to_string(dir.path().join("beda-HAPUS.txt")).expect("list");
        // A path out of the site is nothing anybody should be told to delete.
        assert_eq!(hapus.lines().filter(|l| !l.starts_with('#')).collect::<Vec<_>>(), ["aset/gaya.css"], "{lama}");
    }
}

#[test]
fn a_limit_is_named_with_its_source_and_nothing_is_written_beyond_it() {
    let dir = tempfile::tempdir().expect("tempdir");
    let mut files = situs(dir.path());
    files.insert("data/besar.csv".into(), vec![b'1'; 26 << 20]);
    let panjang = format!("{}/index.html", ["bagian-panjang"; 14].join("/"));
    files.insert(panjang.clone(), b"x".to_vec());
    ganti(dir.path(), &files);
    let (code, said) = jalankan(dir.path(), &["--untuk", "cloudflare", "--out", "unggah"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("melebihi batas Cloudflare Pages: berkas terbesar: 27,3 MB dari 26,2 MB (Cloudflare workers-sdk#5537, 2024): data/besar.csv"),
        "{said}"
    );
    assert!(said.contains("yang cukup untuk situs ini: github, gitlab, netlify"), "{said}");
    let (code, said) = jalankan(dir.path(), &["--untuk", "zip", "--lang", "en"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("beyond a limit of zip: longest path: 220 characters of 200") && said.contains(&panjang),
        "{said}"
    );
    assert!(!dir.path().join("unggah").exists() && !dir.path().join("terang-zip.zip").exists());
    files.remove(&panjang);
    files.insert("data/besar.csv".into(), vec![b'1'; 22 << 20]);
    ganti(dir.path(), &files);
    let said = baik(dir.path(), &["--untuk", "cloudflare", "--out", "unggah"]);
    assert!(said.contains("peringatan: mendekati batas Cloudflare Pages: berkas terbesar: 23,1 MB"), "{said}");
}

#[test]
fn a_folder_that_is_no_whole_site_is_refused() {
    let dir = tempfile::tempdir().expect("tempdir");
    let henti = |args: &[&str], word: &str| {
        let (code, said) = jalankan(dir.path(), &[args, &["--untuk", "zip", "--out", "hasil.zip"]].concat());
        assert!(code == Some(2) && said.contains(word), "{args:?}: {code:?} {said}");
        assert!(!dir.path().join("hasil.zip").exists());
    };
    henti(&[], "folder `public` tidak ada");
    std::fs::create_dir_all(dir.path().join("biasa")).expect("mkdir");
    std::fs::write(dir.path().join("biasa/index.html"), "x").expect("write");
    henti(&["biasa"], "bukan situs terang");
    let files = situs(dir.path());
    baik(dir.path(), &["--untuk", "cloudflare", "--out", "paket"]);
    henti(&["paket"], "bukan situs yang utuh");
    let public = dir.path().join("public");
    std::fs::write(public.join("aset/gaya.css"), "q{}").expect("write");
    henti(&[], "`public/aset/gaya.css` hilang, diubah atau diganti tautan");
    ganti(dir.path(), &files);
    std::fs::remove_file(public.join("aset/gaya.css")).expect("remove");
    henti(&[], "`public/aset/gaya.css` hilang");
    #[cfg(unix)]
    {
        // The right bytes behind a link, of the file and of its folder, are not looked at.
        std::fs::write(dir.path().join("gaya.css"), "p{}").expect("write");
        std::os::unix::fs::symlink(dir.path().join("gaya.css"), public.join("aset/gaya.css")).expect("link");
        henti(&[], "diganti tautan");
        std::fs::remove_file(public.join("aset/gaya.css")).expect("remove");
        std::fs::remove_dir(public.join("aset")).expect("remove");
        std::os::unix::fs::symlink(dir.path(), public.join("aset")).expect("link");
        henti(&[], "diganti tautan");
    }
}

#[test]
fn what_others_put_beside_the_site_is_named_and_not_packed() {
    let dir = tempfile::tempdir().expect("tempdir");
    let files = situs(dir.path());
    std::fs::write(dir.path().join("public/CNAME"), "contoh.go.id").expect("write");
    let list = dir.path().join("public/.terang-berkas");
    let text = std::fs::read_to_string(&list).expect("read");
    let hex = "0".repeat(32);
    // A list that somebody tampered with leads nowhere.
    std::fs::write(&list, text.replace("# akhir", &format!("{hex} 1 ../../etc/passwd\n# akhir"))).expect("write");
    let said = baik(dir.path(), &["--untuk", "zip", "--out", "semua.zip"]);
    assert!(said.contains("tidak ikut: CNAME"), "{said}");
    assert_eq!(tanpa(buka(&dir.path().join("semua.zip")), &[DAFTAR]), files);
}

#[test]
fn what_terang_pack_did_not_write_is_never_replaced() {
    let dir = tempfile::tempdir().expect("tempdir");
    situs(dir.path());
    let path = |name: &str| dir.path().join(name);
    std::fs::write(path("foto.zip"), "bukan zip").expect("write");
    std::fs::create_dir_all(path("dokumen")).expect("mkdir");
    std::fs::write(path("dokumen/surat.txt"), "penting").expect("write");
    std::fs::create_dir_all(path("folder.zip")).expect("mkdir");
    std::fs::write(path("berkas"), "x").expect("write");
    std::fs::rename(path("public"), path("situs-lain")).expect("rename");
    situs(dir.path());
    let before = read_tree(dir.path()).expect("read");
    for (host, out, word) in [
        ("cpanel", "foto.zip", "bukan tulisan terang pack"),
        ("cpanel", "folder.zip", "bukan tulisan terang pack"),
        ("zip", "dokumen", "bukan tulisan terang pack"),
        ("github", "berkas", "bukan tulisan terang pack"),
        ("github", "situs-lain", "bukan tulisan terang pack"),
        ("github", "public", "bukan tulisan terang pack"),
        ("github", "public/paket", "di dalam `public`"),
        ("cpanel", "public/paket.zip", "di dalam `public`"),
        ("cloudflare", "unggah.zip", "menerima folder"),
    ] {
        let (code, said) = jalankan(dir.path(), &["--untuk", host, "--out", out]);
        assert!(code == Some(2) && said.contains(word), "{out}: {code:?} {said}");
        assert_eq!(read_tree(dir.path()).expect("read"), before, "{out}");
    }
    let (code, said) = jalankan(dir.path(), &["--untuk", "netlify", "--sejak", "situs-lain"]);
    assert!(code == Some(2) && said.contains("`--sejak` tidak berlaku untuk Netlify"), "{said}");
    baik(dir.path(), &["--untuk", "cpanel", "--out", "a.zip"]);
    let (code, said) = jalankan(dir.path(), &["--untuk", "cpanel", "--sejak", "a.zip", "--out", "./a.zip"]);
    assert!(code == Some(2) && said.contains("paket yang lalu"), "{said}");
    let (code, said) = jalankan(dir.path(), &["--untuk", "cpanel", "--jalur", "/a b/"]);
    assert!(code == Some(2) && said.contains("bukan letak"), "{said}");
    // Its own it replaces.
    baik(dir.path(), &["--untuk", "cpanel", "--out", "a.zip", "--jalur", "/"]);
    baik(dir.path(), &["--untuk", "github", "--out", "b"]);
    std::fs::write(path("b/CNAME"), "contoh.go.id").expect("write");
    baik(dir.path(), &["--untuk", "github", "--out", "b"]);
    assert!(path("b/CNAME").exists(), "what others put there stays");
}

#[test]
fn the_guide_of_publishing_shows_the_files_that_are_written() {
    let dir = portal();
    terang(dir.path()).args(["build", "--bersih"]).assert().success();
    let docs = include_str!("../../docs/penerbitan.md");
    for (host, path) in [("cpanel", ".htaccess"), ("cloudflare", "_headers"), ("netlify", "_headers")] {
        baik(dir.path(), &["--untuk", host, "--out", host, "--jalur", "/portal/"]);
        let text = std::fs::read_to_string(dir.path().join(host).join(path)).expect("read");
        assert!(docs.contains(&format!("\n{text}```")), "docs/penerbitan.md should show {path}:\n{text}");
    }
}

#[test]
fn a_pack_and_what_is_extracted_of_it_are_the_edition_that_was_built() {
    let dir = portal();
    terang(dir.path()).args(["build", "--bersih"]).assert().success();
    let periksa = |folder: &str, code: i32, word: &str| {
        let output = terang(dir.path()).args(["verify", folder]).output().expect("run");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.code() == Some(code) && said.contains(word), "{folder}: {said}");
        assert!(!said.contains("tidak diperiksa"), "{folder}: {said}");
    };
    for host in ["cpanel", "cloudflare", "github", "gitlab", "zip"] {
        baik(dir.path(), &["--untuk", host, "--out", host]);
        periksa(host, 0, "");
    }
    baik(dir.path(), &["--untuk", "cpanel"]);
    for (path, isi) in buka(&dir.path().join("terang-cpanel.zip")) {
        let path = dir.path().join("hosting").join(path);
        std::fs::create_dir_all(path.parent().expect("folder")).expect("mkdir");
        std::fs::write(path, isi).expect("write");
    }
    periksa("hosting", 0, "");
    std::fs::write(dir.path().join("hosting/metodologi/index.html"), "lain").expect("write");
    periksa("hosting", 1, "metodologi/index.html");
}

#[test]
fn the_workflows_and_the_guides_run_commands_that_do_what_they_say() {
    let dir = portal();
    let bab = |text: &'static str, awal: &str, akhir: &str| {
        text.split_once(awal).expect("chapter").1.split_once(akhir).expect("end").0
    };
    let guide = include_str!("../../docs/panduan.md");
    let mut commands = 0;
    for text in [
        bab(guide, "\n## 8. ", "\n## 10. "),
        bab(include_str!("../../docs/penerbitan.md"), "\n## Mengemas", "\n### Batas"),
        include_str!("../../docs/alur/github-pages.yml"),
        include_str!("../../docs/alur/gitlab-pages.yml"),
    ] {
        for line in text.lines().map(|l| l.trim_start().trim_start_matches("- ").trim_start_matches("run: ")) {
            // What a chapter says of editions needs one that was published before; it has its own test.
            let Some(words) = line.strip_prefix("terang ").filter(|l| !l.contains("lalu")) else { continue };
            terang(dir.path()).args(words.split(' ')).assert().success();
            commands += 1;
        }
    }
    assert_eq!(commands, 14);
    // What the guide shows of it is what is said.
    let said = baik(dir.path(), &["--untuk", "cpanel"]);
    let shape =
        |text: &str| text.lines().map(|l| l.split(':').next().unwrap_or_default().to_string()).collect::<Vec<_>>();
    let shown = bab(guide, "terang pack --untuk cpanel\n```\n\n```\n", "```");
    assert_eq!(shape(shown), shape(&said), "{said}");
}

#[test]
fn the_guide_of_publishing_lists_every_limit_as_the_program_holds_it() {
    let docs = include_str!("../../docs/penerbitan.md");
    for batas in &BATAS {
        let (nama, apa) = (batas.host.nama(), batas.besaran.nama().id);
        let [nilai, dekat] = [batas.nilai, batas.dekat].map(|n| batas.besaran.tulis(n, Lang::Id));
        let row = format!("| {nama} | {apa} | {nilai} | {dekat} | {} | {} |", batas.sumber, batas.tahun);
        assert!(docs.contains(&row), "docs/penerbitan.md should have the row\n{row}");
    }
    let rows = docs.lines().filter(|line| line.matches('|').count() == 7).count();
    assert_eq!(rows, BATAS.len() + 2, "and no other");
}
