//! Loading `content/`: every file is read, checked and reported; nothing is skipped in silence.

use super::bersama::{self, Halaman, Istilah, Padanan, Portal, Skala};
use super::node::{self, Node};
use super::opd::{self, Opd};
use super::reader::{At, Reader, is_kode};
use super::rekaman::{self, Huruf, Rekaman};
use crate::diagnostic::{Diagnostic, Jalur, Sources, Spot};
use crate::pesan;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// No record is this large: a larger file is a mistake, not data.
const TERBESAR: u64 = 10 * 1024 * 1024;

/// One kabupaten or kota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daerah {
    /// Folder name: its address.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Province.
    pub provinsi: String,
    /// Code of the Ministry of Home Affairs.
    pub kode_kemendagri: Option<String>,
    /// Code of Statistics Indonesia.
    pub kode_bps: Option<String>,
    /// Its agencies.
    pub opd: Vec<OpdTahun>,
}

/// An agency with its years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpdTahun {
    /// What lasts.
    pub opd: Opd,
    /// Records by year, the oldest first.
    pub rekaman: Vec<Rekaman>,
}

/// Everything in `content/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The portal.
    pub portal: Portal,
    /// Terms.
    pub glosarium: Vec<Istilah>,
    /// Scales by code.
    pub skala: BTreeMap<String, Skala>,
    /// Shared indicators by code.
    pub padanan: BTreeMap<String, Padanan>,
    /// Free pages.
    pub halaman: Vec<Halaman>,
    /// Kabupaten and kota, by code.
    pub daerah: Vec<Daerah>,
}

/// What loading gives: content where there is any, and all that was found on the way.
pub struct Loaded {
    /// The content; `None` when it cannot be used at all.
    pub content: Option<Content>,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of files with diagnostics.
    pub sources: Sources,
    /// How many files were read.
    pub berkas: usize,
}

/// One file as found on disk.
struct Berkas {
    nama: Arc<str>,
    teks: Option<String>,
    found: Vec<Diagnostic>,
}

type Tree<'a> = BTreeMap<&'a str, &'a Berkas>;

/// Loads a content folder.
pub fn load(root: &Path) -> Loaded {
    let mut diagnostics = Vec::new();
    let paths = walk(root, &mut diagnostics);
    let files: Vec<Berkas> = paths.into_par_iter().map(|(nama, path)| read_file(nama, &path)).collect();
    diagnostics.extend(files.iter().flat_map(|f| f.found.iter().cloned()));
    let tree: Tree<'_> = files.iter().map(|f| (f.nama.as_ref(), f)).collect();
    check_names(&tree, &mut diagnostics);
    let content = assemble(&tree, &mut diagnostics);
    let mut sources = Sources::default();
    for d in &diagnostics {
        for place in std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place)) {
            if let Some(text) = tree.get(place.berkas.as_ref()).and_then(|f| f.teks.as_ref()) {
                sources.0.entry(Arc::clone(&place.berkas)).or_insert_with(|| text.clone());
            }
        }
    }
    Loaded { content, diagnostics, sources, berkas: files.len() }
}

/// The text of one file as it was read, for messages that point into it.
///
/// # Errors
/// What the file system says.
pub fn read_text(root: &Path, nama: &str) -> std::io::Result<String> {
    let text = std::fs::read_to_string(root.join(nama))?;
    Ok(clean(&Arc::from(nama), text, &mut Vec::new()))
}

fn walk(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Arc<str>, std::path::PathBuf)> {
    let mut paths = Vec::new();
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walker = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name();
    for entry in walker.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                paths.push((relative(root, entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let berkas: Arc<str> = error.path().map_or_else(|| Arc::from("."), |p| relative(root, p));
                let (code, message) = if error.loop_ancestor().is_some() {
                    ("tautan-melingkar", pesan!("tautan simbolis `{berkas}` menunjuk ke folder induknya sendiri", "the symbolic link `{berkas}` points to a folder above it"))
                } else {
                    ("tak-terbaca", pesan!("`{berkas}` tidak bisa dibaca: {error}", "cannot read `{berkas}`: {error}"))
                };
                diagnostics.push(Diagnostic::galat(code, &berkas, Spot::Berkas, message));
            }
        }
    }
    paths
}

fn relative(root: &Path, path: &Path) -> Arc<str> {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inner.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    Arc::from(if parts.is_empty() { ".".to_string() } else { parts.join("/") })
}

fn read_file(nama: Arc<str>, path: &Path) -> Berkas {
    let mut found = Vec::new();
    let mut fail = |code, message, help: Option<crate::diagnostic::Pesan>, spot| {
        let mut d = Diagnostic::galat(code, &nama, spot, message);
        d.help = help;
        found.push(d);
    };
    let size = std::fs::metadata(path).map_or(0, |m| m.len());
    if size > TERBESAR {
        let mb = size / 1024 / 1024;
        fail("terlalu-besar", pesan!("berkas ini {mb} MB, lebih besar dari 10 MB", "this file has {mb} MB, more than 10 MB"),
            Some(pesan!("satu rekaman berisi satu tahun satu OPD; periksa isinya", "one record holds one year of one OPD; check what is in it")), Spot::Berkas);
        return Berkas { nama, teks: None, found };
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            fail("tak-terbaca", pesan!("berkas ini tidak bisa dibaca: {error}", "cannot read this file: {error}"), None, Spot::Berkas);
            return Berkas { nama, teks: None, found };
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = clean(&nama, text, &mut found);
            Berkas { nama, teks: Some(text), found }
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
            let byte = error.as_bytes()[valid];
            fail("bukan-utf8", pesan!("byte 0x{byte:02X} pada baris {line} kolom {column} bukan UTF-8", "byte 0x{byte:02X} at line {line} column {column} is not UTF-8"),
                Some(pesan!("simpan berkas sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)", "save the file as UTF-8")), Spot::Baris(line, column));
            let teks = Some(before.into_owned());
            Berkas { nama, teks: teks.filter(|_| false), found }
        }
    }
}

/// Takes off what Windows editors add, and says so.
fn clean(nama: &Arc<str>, text: String, found: &mut Vec<Diagnostic>) -> String {
    let mut text = text;
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        found.push(Diagnostic::peringatan("bom", nama, Spot::Berkas, pesan!("berkas ini diawali tanda BOM; tanda itu diabaikan", "this file begins with a byte order mark; it is ignored"))
            .bantuan(pesan!("simpan sebagai \"UTF-8\" tanpa BOM", "save as \"UTF-8\" without BOM")));
        text = rest.to_string();
    }
    if text.contains("\r\n") {
        found.push(Diagnostic::peringatan("crlf", nama, Spot::Berkas, pesan!("akhir baris berkas ini gaya Windows (CRLF); dibaca sebagai LF", "this file has Windows line ends (CRLF); read as LF"))
            .bantuan(pesan!("tidak perlu diubah; simpan dengan akhir baris LF agar perbandingan versi tetap bersih", "no need to change it; save with LF to keep version diffs clean")));
        text = text.replace("\r\n", "\n");
    }
    found.extend(private_data(nama, &text));
    text
}

/// NIP (18 digits) and NIK (16 digits) never enter the content (UU 27/2022).
fn private_data(nama: &Arc<str>, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            let start = at;
            let mut groups = vec![0usize];
            while at < bytes.len() && (bytes[at].is_ascii_digit() || (bytes[at] == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))) {
                if bytes[at] == b' ' {
                    groups.push(0);
                } else if let Some(last) = groups.last_mut() {
                    *last += 1;
                }
                at += 1;
            }
            let kind = match groups.as_slice() {
                [18] | [8, 6, 1, 3] => "NIP",
                [16] => "NIK",
                _ => continue,
            };
            found.push(
                Diagnostic::galat("data-pribadi", nama, Spot::Baris(index + 1, line[..start].chars().count() + 1),
                    pesan!("deretan angka ini berbentuk {kind}", "this run of digits has the form of a {kind}"))
                .bantuan(pesan!("hapus: nomor pribadi tidak boleh terbit (UU 27/2022); sebut jabatannya saja", "remove it: personal numbers must not be published (UU 27/2022); name the office only")),
            );
        }
    }
    found
}

/// Every file must have a place; what has none is reported.
fn check_names(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (name, file) in tree {
        let parts: Vec<&str> = name.split('/').collect();
        let fits = match parts.as_slice() {
            ["portal.yaml" | "glosarium.yaml"] => true,
            ["skala" | "padanan", file] => stem(file, ".yaml").is_some_and(is_kode),
            ["halaman", file] => stem(file, ".md").is_some_and(is_kode),
            [daerah, "daerah.yaml"] => is_kode(daerah),
            [daerah, opd, file] => is_kode(daerah) && is_kode(opd) && (*file == "opd.yaml" || year_of(file).is_some()),
            _ => false,
        };
        if !fits {
            let help = if name.ends_with(".yml") {
                pesan!("ganti akhiran `.yml` menjadi `.yaml`", "rename `.yml` to `.yaml`")
            } else {
                pesan!(
                    "isi yang dikenal: portal.yaml, glosarium.yaml, skala/<kode>.yaml, padanan/<kode>.yaml, halaman/<nama>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml, <daerah>/<opd>/<tahun>.yaml dan .md; nama folder huruf kecil, angka, tanda hubung",
                    "known: portal.yaml, glosarium.yaml, skala/<code>.yaml, padanan/<code>.yaml, halaman/<name>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml, <daerah>/<opd>/<year>.yaml and .md; folder names in lower case, digits, hyphens"
                )
            };
            diagnostics.push(
                Diagnostic::galat("berkas-tak-dikenal", &file.nama, Spot::Berkas, pesan!("berkas `{name}` tidak punya tempat dalam portal", "the file `{name}` has no place in the portal")).bantuan(help),
            );
        }
        // A narrative without its record, a record without its OPD, an OPD without its daerah.
        let needs = match parts.as_slice() {
            [daerah, opd, file] if file.ends_with(".md") => Some(format!("{daerah}/{opd}/{}", file.replace(".md", ".yaml"))),
            [daerah, opd, file] if year_of(file).is_some() => Some(format!("{daerah}/{opd}/opd.yaml")),
            [daerah, _, "opd.yaml"] => Some(format!("{daerah}/daerah.yaml")),
            _ => None,
        };
        if let Some(needs) = needs.filter(|n| fits && !tree.contains_key(n.as_str())) {
            diagnostics.push(
                Diagnostic::galat("berkas-hilang", &file.nama, Spot::Berkas, pesan!("`{name}` membutuhkan `{needs}`, yang tidak ada", "`{name}` needs `{needs}`, which does not exist"))
                    .bantuan(pesan!("buat dengan `terang baru`, atau lihat docs/rekaman.md", "make it with `terang new`, or see docs/rekaman.md")),
            );
        }
    }
}

fn stem<'a>(file: &'a str, suffix: &str) -> Option<&'a str> {
    file.strip_suffix(suffix)
}

/// The year of `2024.yaml` or `2024.md`.
fn year_of(file: &str) -> Option<i32> {
    let stem = stem(file, ".yaml").or_else(|| stem(file, ".md"))?;
    (stem.len() == 4).then(|| stem.parse().ok()).flatten()
}

/// Parses one YAML file and hands its tree to `read`.
fn with_yaml<T>(
    file: &Berkas,
    diagnostics: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Reader, &At<'_>) -> Option<T>,
) -> Option<T> {
    let text = file.teks.as_ref()?;
    let node = match node::parse(text) {
        Ok(node) => node,
        Err(error) => {
            diagnostics.push(yaml_error(&file.nama, &error));
            return None;
        }
    };
    if node == Node::Kosong {
        diagnostics.push(Diagnostic::galat("berkas-kosong", &file.nama, Spot::Berkas, pesan!("berkas ini kosong", "this file is empty"))
            .bantuan(pesan!("isi menurut docs/rekaman.md, atau hapus berkasnya", "fill it as docs/rekaman.md says, or delete it")));
        return None;
    }
    let mut reader = Reader::new(Arc::clone(&file.nama));
    let value = read(&mut reader, &At { node: &node, jalur: Jalur::default() });
    diagnostics.append(&mut reader.found);
    value
}

fn yaml_error(nama: &Arc<str>, error: &serde_yaml::Error) -> Diagnostic {
    let spot = error.location().map_or(Spot::Berkas, |l| Spot::Baris(l.line().max(1), l.column().max(1)));
    Diagnostic::galat("yaml-salah", nama, spot, pesan!("YAML tidak terbaca: {error}", "cannot read the YAML: {error}")).bantuan(pesan!(
        "periksa indentasi (spasi, bukan tab), tanda kutip yang belum ditutup, dan `: ` di dalam teks tanpa kutip",
        "check the indentation (spaces, no tabs), unclosed quotes, and `: ` inside unquoted text"
    ))
}

fn assemble(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Content> {
    let portal = match tree.get("portal.yaml") {
        Some(file) => with_yaml(file, diagnostics, bersama::read_portal),
        None => {
            diagnostics.push(Diagnostic::galat("berkas-hilang", &Arc::from("portal.yaml"), Spot::Berkas, pesan!("portal.yaml tidak ada", "there is no portal.yaml"))
                .bantuan(pesan!("buat dengan isi `judul: ...` dan `keterangan: ...`", "make it with `judul: ...` and `keterangan: ...`")));
            None
        }
    };
    let mut glosarium = tree
        .get("glosarium.yaml")
        .and_then(|file| with_yaml(file, diagnostics, |r, at| Some(bersama::read_glosarium(r, at))))
        .unwrap_or_default();
    glosarium.sort_by_key(|i| i.istilah.to_lowercase());
    let mut skala = BTreeMap::new();
    let mut padanan = BTreeMap::new();
    let mut halaman = Vec::new();
    for (name, file) in tree {
        match name.split('/').collect::<Vec<_>>().as_slice() {
            ["skala", own] => {
                if let Some(kode) = stem(own, ".yaml") {
                    let value = with_yaml(file, diagnostics, |r, at| bersama::read_skala(r, at, kode));
                    skala.extend(value.map(|v| (kode.to_string(), v)));
                }
            }
            ["padanan", own] => {
                if let Some(kode) = stem(own, ".yaml") {
                    let value = with_yaml(file, diagnostics, |r, at| bersama::read_padanan(r, at, kode));
                    padanan.extend(value.map(|v| (kode.to_string(), v)));
                }
            }
            ["halaman", own] => {
                if let (Some(kode), Some(text)) = (stem(own, ".md"), &file.teks) {
                    halaman.push(bersama::read_halaman(kode, text));
                }
            }
            _ => {}
        }
    }
    let huruf: Huruf = skala
        .iter()
        .map(|(kode, s): (&String, &Skala)| (kode.clone(), s.kelas.iter().filter_map(|k| k.huruf.clone()).collect()))
        .collect();
    let daerah = read_all_daerah(tree, &huruf, diagnostics);
    check_padanan(tree, &daerah, &padanan, diagnostics);
    Some(Content { portal: portal?, glosarium, skala, padanan, halaman, daerah })
}

fn read_all_daerah(tree: &Tree<'_>, huruf: &Huruf, diagnostics: &mut Vec<Diagnostic>) -> Vec<Daerah> {
    let roots: Vec<(&str, &Berkas)> = tree
        .iter()
        .filter_map(|(name, file)| Some((name.strip_suffix("/daerah.yaml")?, *file)))
        .filter(|(kode, _)| is_kode(kode))
        .collect();
    let results: Vec<(Option<Daerah>, Vec<Diagnostic>)> =
        roots.into_par_iter().map(|(kode, file)| read_daerah(tree, kode, file, huruf)).collect();
    let mut all = Vec::new();
    for (daerah, mut found) in results {
        diagnostics.append(&mut found);
        all.extend(daerah);
    }
    all
}

fn read_daerah(tree: &Tree<'_>, kode: &str, file: &Berkas, huruf: &Huruf) -> (Option<Daerah>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let daerah = with_yaml(file, &mut found, |r, at| {
        let mut obj = r.object(at)?;
        let nama = obj.need_string(r, "nama", "Kabupaten Blitar");
        let provinsi = obj.need_string(r, "provinsi", "Jawa Timur");
        let kode_kemendagri = obj.string(r, "kode_kemendagri");
        let kode_bps = obj.string(r, "kode_bps");
        let _ = obj.string(r, "catatan");
        obj.finish(r);
        Some(Daerah { kode: kode.to_string(), nama: nama?, provinsi: provinsi?, kode_kemendagri, kode_bps, opd: Vec::new() })
    });
    let prefix = format!("{kode}/");
    let opds: Vec<(&str, &Berkas)> = tree
        .range(prefix.as_str()..)
        .take_while(|(name, _)| name.starts_with(&prefix))
        .filter_map(|(name, file)| Some((name[prefix.len()..].strip_suffix("/opd.yaml")?, *file)))
        .collect();
    let results: Vec<_> = opds.into_par_iter().map(|(opd, file)| read_opd(tree, kode, opd, file, huruf)).collect();
    let mut all = Vec::new();
    for (opd, mut more) in results {
        found.append(&mut more);
        all.extend(opd);
    }
    (daerah.map(|d| Daerah { opd: all, ..d }), found)
}

fn read_opd(tree: &Tree<'_>, daerah: &str, kode: &str, file: &Berkas, huruf: &Huruf) -> (Option<OpdTahun>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let Some(opd) = with_yaml(file, &mut found, |r, at| opd::read(r, at, kode, huruf)) else {
        return (None, found);
    };
    let prefix = format!("{daerah}/{kode}/");
    let years: Vec<(i32, &Berkas)> = tree
        .range(prefix.as_str()..)
        .take_while(|(name, _)| name.starts_with(&prefix))
        .filter_map(|(name, file)| {
            let own = &name[prefix.len()..];
            own.ends_with(".yaml").then(|| year_of(own)).flatten().map(|year| (year, *file))
        })
        .collect();
    let results: Vec<_> = years
        .into_par_iter()
        .map(|(year, file)| {
            let mut found = Vec::new();
            let rekaman = with_yaml(file, &mut found, |r, at| rekaman::read(r, at, year, &opd, huruf));
            let narasi = tree.get(format!("{prefix}{year}.md").as_str()).and_then(|f| f.teks.clone());
            (rekaman.map(|r| Rekaman { narasi, ..r }), found)
        })
        .collect();
    let mut rekaman = Vec::new();
    for (one, mut more) in results {
        found.append(&mut more);
        rekaman.extend(one);
    }
    (Some(OpdTahun { opd, rekaman }), found)
}

/// Indicators may follow only a padanan that exists.
fn check_padanan(tree: &Tree<'_>, daerah: &[Daerah], padanan: &BTreeMap<String, Padanan>, diagnostics: &mut Vec<Diagnostic>) {
    for d in daerah {
        for o in &d.opd {
            for (kode, indikator) in &o.opd.indikator {
                let Some(name) = indikator.padanan.as_ref().filter(|p| !padanan.contains_key(*p)) else { continue };
                let path = format!("{}/{}/opd.yaml", d.kode, o.opd.kode);
                let Some(file) = tree.get(path.as_str()) else { continue };
                let way = Jalur::default().kunci("indikator").kunci(kode).kunci("padanan");
                let list = padanan.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
                diagnostics.push(
                    Diagnostic::galat("padanan-tak-dikenal", &file.nama, Spot::Nilai(way), pesan!("padanan `{name}` tidak ada dalam folder padanan", "there is no `{name}` in the folder padanan"))
                        .bantuan(pesan!("yang ada: {list}", "there are: {list}")),
                );
            }
        }
    }
}
