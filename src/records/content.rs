//! Loading `content/`: every file is read, checked and reported; nothing is skipped in silence.

use super::berkas::{self, Berkas, with_yaml};
use super::bersama::{self, Halaman, Istilah, Skala};
use super::dwibahasa::Dwibahasa;
use super::logo::{Gambar, is_gambar};
use super::nama::{self, bahasa, year_of};
use super::opd::{self, Opd};
use super::padanan::{self, Padanan};
use super::portal::{self, Portal};
use super::reader::is_kode;
use super::rekaman::{self, Huruf, Rekaman};
use super::setara;
use super::sinonim;
use super::tanggapan;
use crate::diagnostic::{Diagnostic, Jalur, Sources, Spot};
use crate::pesan;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

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
    /// A remark.
    pub catatan: Option<String>,
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
    /// Words that mean the same, for the search.
    pub sinonim: Vec<Vec<String>>,
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

/// The files by name.
pub type Tree<'a> = BTreeMap<&'a str, &'a Berkas>;

/// Loads a content folder.
pub fn load(root: &Path) -> Loaded {
    let mut diagnostics = Vec::new();
    let paths = berkas::walk(root, &mut diagnostics);
    let files: Vec<Berkas> = paths.into_par_iter().map(|(nama, path)| berkas::read(nama, &path)).collect();
    diagnostics.extend(files.iter().flat_map(|f| f.found.iter().cloned()));
    let tree: Tree<'_> = files.iter().map(|f| (f.nama.as_ref(), f)).collect();
    nama::check(&tree, &mut diagnostics);
    let content = assemble(&tree, &mut diagnostics);
    // What stands below a broken or missing parent is not decoded, but its YAML is checked all the same.
    for file in files.iter().filter(|f| f.nama.ends_with(".yaml") && !f.is_seen()) {
        with_yaml(file, &mut diagnostics, |_, _| Some(()));
    }
    let mut sources = Sources::default();
    for d in &diagnostics {
        for place in std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place)) {
            if let Some(text) = tree.get(place.berkas.as_ref()).and_then(|f| f.teks.as_ref().or(f.cuplikan.as_ref())) {
                sources.0.entry(Arc::clone(&place.berkas)).or_insert_with(|| text.clone());
            }
        }
    }
    Loaded { content, diagnostics, sources, berkas: files.len() }
}

fn assemble(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Content> {
    let gambar: Gambar<'_> =
        tree.iter().filter(|(name, _)| is_gambar(name)).map(|(name, file)| (*name, *file)).collect();
    let portal = match tree.get("portal.yaml") {
        Some(file) => with_yaml(file, diagnostics, |r, at| portal::read_portal(r, at, &gambar)),
        None => {
            diagnostics.push(
                Diagnostic::galat(
                    "berkas-hilang",
                    &Arc::from("portal.yaml"),
                    Spot::Berkas,
                    pesan!("portal.yaml tidak ada", "there is no portal.yaml"),
                )
                .bantuan(pesan!(
                    "buat dengan isi `judul: ...` dan `keterangan: ...`",
                    "make it with `judul: ...` and `keterangan: ...`"
                )),
            );
            None
        }
    };
    let mut glosarium = tree
        .get("glosarium.yaml")
        .and_then(|file| with_yaml(file, diagnostics, |r, at| Some(bersama::read_glosarium(r, at))))
        .unwrap_or_default();
    glosarium.sort_by_key(|i| i.istilah.id.to_lowercase());
    let sinonim = tree
        .get("sinonim.yaml")
        .and_then(|file| with_yaml(file, diagnostics, |r, at| Some(sinonim::read(r, at))))
        .unwrap_or_default();
    let mut skala = BTreeMap::new();
    let mut padanan = BTreeMap::new();
    let mut halaman = Vec::new();
    let en = |kode: &str| tree.get(format!("halaman/{kode}.en.md").as_str()).and_then(|f| f.teks.as_deref());
    for (name, file) in tree {
        match name.split('/').collect::<Vec<_>>().as_slice() {
            ["skala", own] => {
                if let Some(kode) = own.strip_suffix(".yaml") {
                    let value = with_yaml(file, diagnostics, |r, at| bersama::read_skala(r, at, kode));
                    skala.extend(value.map(|v| (kode.to_string(), v)));
                }
            }
            ["padanan", own] => {
                if let Some(kode) = own.strip_suffix(".yaml") {
                    let value = with_yaml(file, diagnostics, |r, at| padanan::read_padanan(r, at, kode));
                    padanan.extend(value.map(|v| (kode.to_string(), v)));
                }
            }
            ["halaman", own] => {
                if let (Some((kode, None)), Some(text)) = (own.strip_suffix(".md").map(bahasa), &file.teks) {
                    halaman.push(bersama::read_halaman(kode, text, en(kode)));
                }
            }
            _ => {}
        }
    }
    let mut huruf: Huruf = skala
        .iter()
        .map(|(kode, s): (&String, &Skala)| (kode.clone(), s.kelas.iter().filter_map(|k| k.huruf.clone()).collect()))
        .collect();
    // A scale that cannot be read exists all the same: its own file says what is wrong.
    for own in tree.keys().filter_map(|name| name.strip_prefix("skala/")?.strip_suffix(".yaml")) {
        huruf.entry(own.to_string()).or_default();
    }
    let daerah = read_all_daerah(tree, &huruf, diagnostics);
    check_padanan(tree, &daerah, &padanan, diagnostics);
    Some(Content { portal: portal?, glosarium, sinonim, skala, padanan, halaman, daerah })
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
        let catatan = obj.string(r, "catatan");
        obj.finish(r);
        Some(Daerah {
            kode: kode.to_string(),
            nama: nama?,
            provinsi: provinsi?,
            catatan,
            kode_kemendagri,
            kode_bps,
            opd: Vec::new(),
        })
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

fn read_opd(
    tree: &Tree<'_>,
    daerah: &str,
    kode: &str,
    file: &Berkas,
    huruf: &Huruf,
) -> (Option<OpdTahun>, Vec<Diagnostic>) {
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
            let text = |name: String| tree.get(name.as_str()).and_then(|f| f.teks.clone());
            let narasi = text(format!("{prefix}{year}.md"))
                .map(|id| Dwibahasa { id, en: text(format!("{prefix}{year}.en.md")) });
            (rekaman.map(|r| Rekaman { narasi, ..r }), found)
        })
        .collect();
    let mut rekaman = Vec::new();
    for (one, mut more) in results {
        found.append(&mut more);
        rekaman.extend(one);
    }
    let source = OpdTahun { opd, rekaman };
    let file = |year: i32| tree.get(format!("{prefix}{year}.yaml").as_str()).map(|f| f.nama.clone());
    setara::check(&source, &file, &mut found);
    tanggapan::check(&source, &file, &mut found);
    (Some(source), found)
}

/// Indicators may follow only a padanan that exists.
fn check_padanan(
    tree: &Tree<'_>,
    daerah: &[Daerah],
    padanan: &BTreeMap<String, Padanan>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for d in daerah {
        for o in &d.opd {
            for (kode, indikator) in &o.opd.indikator {
                let Some(name) =
                    indikator.padanan.as_ref().filter(|p| !tree.contains_key(format!("padanan/{p}.yaml").as_str()))
                else {
                    continue;
                };
                let path = format!("{}/{}/opd.yaml", d.kode, o.opd.kode);
                let Some(file) = tree.get(path.as_str()) else { continue };
                let way = Jalur::default().kunci("indikator").kunci(kode).kunci("padanan");
                let list = padanan.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
                diagnostics.push(
                    Diagnostic::galat(
                        "padanan-tak-dikenal",
                        &file.nama,
                        Spot::Nilai(way),
                        pesan!(
                            "padanan `{name}` tidak ada dalam folder padanan",
                            "there is no `{name}` in the folder padanan"
                        ),
                    )
                    .bantuan(if list.is_empty() {
                        pesan!(
                            "folder padanan masih kosong: buat padanan/{name}.yaml, atau hapus baris ini",
                            "the folder padanan is empty: make padanan/{name}.yaml, or remove this line"
                        )
                    } else {
                        pesan!("yang ada: {list}", "there are: {list}")
                    }),
                );
            }
        }
    }
}
