//! Muat: reading `content/`: the shared files at once, the files of an OPD one OPD at a time. Nothing is skipped in silence.
//!
//! A build reads every OPD twice and holds none: [`Isi`] is what all of them share, [`Isi::baca`] takes the bytes of one
//! from the disk, [`Isi::muat_opd`] makes types of them.

use super::berkas::{self, Berkas, with_yaml};
use super::bersama::{self, Skala};
use super::content::{Content, OpdTahun, Tree};
use super::daerah;
use super::dwibahasa::Dwibahasa;
use super::ikut_padanan;
use super::jelajah;
use super::kode::is_kode;
use super::logo::{Gambar, is_gambar};
use super::luar_skala;
use super::nama::{self, bahasa, milik_opd, year_of};
use super::nasional;
use super::opd;
use super::padanan;
use super::penerus;
use super::pernyataan::Kumpulan;
use super::persen_pecahan;
use super::portal;
use super::ralat;
use super::rekaman::{self, Huruf, Rekaman};
use super::riwayat_opd;
use super::setara;
use super::tanggapan;
use super::wajar;
use super::{nomenklatur, sinonim};
use crate::diagnostic::{Diagnostic, Sources, Spot};
use crate::pesan;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A value with all that was found while reading it.
pub struct Muatan<T> {
    /// What was read.
    pub isi: T,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of files with diagnostics.
    pub sources: Sources,
}

/// What all OPD share, and where each of them is read from.
pub struct Isi {
    /// The shared content, its daerah without their OPD; `None` when it cannot be used at all.
    pub content: Option<Content>,
    /// Every OPD, in the order of the addresses.
    pub opd: Vec<BerkasOpd>,
    /// How many files there are.
    pub berkas: usize,
    /// Hash of the shared files, their names included.
    pub sidik: Sidik,
    /// Letters of every scale.
    huruf: Huruf,
    /// Codes of the padanan that have a file.
    padanan: BTreeSet<String>,
}

/// A hash of names and bytes: the same content has the same one.
pub type Sidik = [u8; 32];

/// The files of one OPD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BerkasOpd {
    /// Code of the daerah.
    pub daerah: String,
    /// Code of the OPD.
    pub opd: String,
    /// `opd.yaml`, the years and their narratives: name in the content and path, by name.
    pub berkas: Vec<(Arc<str>, PathBuf)>,
}

/// The files of one OPD as bytes.
pub struct Mentah {
    /// Code of the daerah.
    daerah: String,
    /// Code of the OPD.
    opd: String,
    /// Hash of the bytes.
    pub sidik: Sidik,
    files: Vec<Berkas>,
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

/// Loads a content folder whole: for tests and tools. A build reads one OPD at a time.
pub fn load(root: &Path) -> Loaded {
    let Muatan { isi, mut diagnostics, mut sources } = muat(root);
    let read: Vec<_> = isi.opd.par_iter().map(|b| isi.muat_opd(&isi.baca(b))).collect();
    let mut content = isi.content;
    for (b, one) in isi.opd.iter().zip(read) {
        diagnostics.extend(one.diagnostics);
        sources.0.extend(one.sources.0);
        let place = content.as_mut().and_then(|c| c.daerah.iter_mut().find(|d| d.kode == b.daerah));
        if let (Some(daerah), Some(opd)) = (place, one.isi) {
            daerah.opd.push(opd);
        }
    }
    Loaded { content, diagnostics, sources, berkas: isi.berkas }
}

/// Reads what all OPD share and lists the files of each.
pub fn muat(root: &Path) -> Muatan<Isi> {
    let mut diagnostics = Vec::new();
    let paths = jelajah::walk(root, |_| true, &mut diagnostics);
    let berkas = paths.len();
    let (opd, shared) = pisah(paths);
    let mut files: Vec<Berkas> = shared.into_par_iter().map(|(nama, path)| berkas::read(nama, &path)).collect();
    diagnostics.extend(files.iter().flat_map(|f| f.found.iter().cloned()));
    let sidik = sidik(files.iter().map(|f| (f.nama.as_ref(), f.sidik)));
    // The names of all files are checked together; those of an OPD are read later.
    let names = opd.iter().flat_map(|o| &o.berkas).map(|(nama, _)| Berkas::nama_saja(Arc::clone(nama)));
    let shared = files.len();
    files.extend(names);
    let tree: Tree<'_> = files.iter().map(|f| (f.nama.as_ref(), f)).collect();
    nama::check(&tree, &mut diagnostics);
    let (content, huruf) = assemble(&tree, &mut diagnostics);
    // What stands below a broken or missing parent is not decoded, but its YAML is checked all the same.
    check_rest(&files[..shared], &mut diagnostics);
    let sources = sources(&tree, &diagnostics);
    let padanan = tree.keys().filter_map(|n| n.strip_prefix("padanan/")?.strip_suffix(".yaml")).map(str::to_string);
    let padanan = padanan.collect();
    Muatan { isi: Isi { content, opd, berkas, sidik, huruf, padanan }, diagnostics, sources }
}

/// A file with its name in the content.
type Jalan = (Arc<str>, PathBuf);

/// The OPD that have a daerah and an `opd.yaml`, each with its files; and all other files.
fn pisah(paths: Vec<Jalan>) -> (Vec<BerkasOpd>, Vec<Jalan>) {
    let names: BTreeSet<&str> = paths.iter().map(|(nama, _)| nama.as_ref()).collect();
    let owner = |nama: &str| -> Option<(String, String)> {
        let [daerah, opd, file] = nama.split('/').collect::<Vec<_>>().try_into().ok()?;
        let own = is_kode(daerah) && is_kode(opd) && (milik_opd(file) || year_of(file).is_some());
        let rooted = own
            && names.contains(format!("{daerah}/daerah.yaml").as_str())
            && names.contains(format!("{daerah}/{opd}/opd.yaml").as_str());
        rooted.then(|| (daerah.to_string(), opd.to_string()))
    };
    let owners: Vec<Option<(String, String)>> = paths.iter().map(|(nama, _)| owner(nama)).collect();
    let mut opd: BTreeMap<(String, String), Vec<Jalan>> = BTreeMap::new();
    let mut rest = Vec::new();
    for (jalan, owner) in paths.into_iter().zip(owners) {
        match owner {
            Some(kunci) => opd.entry(kunci).or_default().push(jalan),
            None => rest.push(jalan),
        }
    }
    let opd = opd.into_iter().map(|((daerah, opd), berkas)| BerkasOpd { daerah, opd, berkas }).collect();
    (opd, rest)
}

fn sidik<'f>(files: impl Iterator<Item = (&'f str, Sidik)>) -> Sidik {
    let mut hash = blake3::Hasher::new();
    for (nama, own) in files {
        hash.update(&(nama.len() as u64).to_le_bytes());
        hash.update(nama.as_bytes());
        hash.update(&own);
    }
    hash.finalize().into()
}

fn check_rest(files: &[Berkas], diagnostics: &mut Vec<Diagnostic>) {
    for file in files.iter().filter(|f| f.nama.ends_with(".yaml") && !f.is_seen()) {
        with_yaml(file, diagnostics, |_, _| Some(()));
    }
}

fn sources(tree: &Tree<'_>, diagnostics: &[Diagnostic]) -> Sources {
    let mut sources = Sources::default();
    for d in diagnostics {
        for place in std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place)) {
            if let Some(text) = tree.get(place.berkas.as_ref()).and_then(|f| f.teks.as_ref().or(f.cuplikan.as_ref())) {
                sources.0.entry(Arc::clone(&place.berkas)).or_insert_with(|| text.clone());
            }
        }
    }
    sources
}

impl Isi {
    /// Codes of the OPD of a daerah: all that reading one of them knows of the others.
    pub fn sedaerah(&self, daerah: &str) -> impl Iterator<Item = &str> {
        let from = self.opd.partition_point(|b| b.daerah.as_str() < daerah);
        self.opd[from..].iter().take_while(move |b| b.daerah == daerah).map(|b| b.opd.as_str())
    }

    /// The hash that [`Isi::baca`] would find, without looking at what the bytes say.
    pub fn sidik_opd(&self, b: &BerkasOpd) -> Sidik {
        sidik(b.berkas.iter().map(|(nama, path)| (nama.as_ref(), berkas::sidik(path))))
    }

    /// Takes the bytes of one OPD from the disk.
    pub fn baca(&self, b: &BerkasOpd) -> Mentah {
        let files: Vec<Berkas> = b.berkas.iter().map(|(nama, path)| berkas::read(Arc::clone(nama), path)).collect();
        Mentah {
            daerah: b.daerah.clone(),
            opd: b.opd.clone(),
            sidik: sidik(files.iter().map(|f| (f.nama.as_ref(), f.sidik))),
            files,
        }
    }

    /// One OPD with its years, as far as it can be read.
    pub fn muat_opd(&self, mentah: &Mentah) -> Muatan<Option<OpdTahun>> {
        let tree: Tree<'_> = mentah.files.iter().map(|f| (f.nama.as_ref(), f)).collect();
        let mut diagnostics: Vec<Diagnostic> = mentah.files.iter().flat_map(|f| f.found.iter().cloned()).collect();
        let opd = tree
            .get(format!("{}/{}/opd.yaml", mentah.daerah, mentah.opd).as_str())
            .and_then(|file| read_opd(&tree, &mentah.daerah, &mentah.opd, file, &self.huruf, &mut diagnostics));
        if let Some(opd) = &opd {
            let own = format!("{}/{}/opd.yaml", mentah.daerah, mentah.opd);
            let shared = self.content.as_ref().map(|c| &c.padanan);
            let skala = self.content.as_ref().map(|c| &c.skala);
            let folder = own.trim_end_matches("opd.yaml");
            skala.into_iter().for_each(|skala| luar_skala::check(opd, skala, folder, &mut diagnostics));
            ikut_padanan::check(&self.padanan, shared, &Arc::from(own.as_str()), &opd.opd, &mut diagnostics);
            let taken = |lama: &String| self.sedaerah(&mentah.daerah).any(|opd| opd == lama);
            let list = opd.opd.alamat_lama.iter().enumerate().filter(|(_, lama)| taken(lama));
            diagnostics.extend(list.map(|(n, lama)| riwayat_opd::terpakai(&Arc::from(own.as_str()), n, lama)));
        }
        check_rest(&mentah.files, &mut diagnostics);
        let sources = sources(&tree, &diagnostics);
        Muatan { isi: opd, diagnostics, sources }
    }
}

fn assemble(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) -> (Option<Content>, Huruf) {
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
    let nomenklatur = tree
        .get("nomenklatur.yaml")
        .and_then(|file| with_yaml(file, diagnostics, |r, at| Some(nomenklatur::read(r, at))))
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
                if let Some(text) = file.teks.as_deref().filter(|t| !t.trim().is_empty())
                    && own.ends_with(".md")
                {
                    diagnostics.extend(bersama::tanpa_judul(&file.nama, text));
                }
                if let (Some((kode, None)), Some(text)) = (own.strip_suffix(".md").map(bahasa), &file.teks) {
                    halaman.push(bersama::read_halaman(kode, text, en(kode)));
                }
            }
            _ => {}
        }
    }
    for (kode, own) in nasional::skala() {
        skala.entry(kode).or_insert(own);
    }
    let mut huruf: Huruf = skala.iter().map(|(kode, s): (&String, &Skala)| (kode.clone(), s.kata())).collect();
    // A scale that cannot be read exists all the same: its own file says what is wrong.
    for own in tree.keys().filter_map(|name| name.strip_prefix("skala/")?.strip_suffix(".yaml")) {
        huruf.entry(own.to_string()).or_default();
    }
    let daerah = daerah::baca(tree, diagnostics);
    let content =
        portal.map(|portal| Content { portal, glosarium, sinonim, nomenklatur, skala, padanan, halaman, daerah });
    (content, huruf)
}

fn read_opd(
    tree: &Tree<'_>,
    daerah: &str,
    kode: &str,
    file: &Berkas,
    huruf: &Huruf,
    found: &mut Vec<Diagnostic>,
) -> Option<OpdTahun> {
    let opd = with_yaml(file, found, |r, at| opd::read(r, at, kode, huruf))?;
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
        .into_iter()
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
    let corrections = tree.get(format!("{prefix}ralat.yaml").as_str());
    let ralat = corrections.and_then(|f| with_yaml(f, found, |r, at| Some(ralat::read(r, at)))).unwrap_or_default();
    let source = OpdTahun { opd, rekaman, ralat };
    let file = |year: i32| tree.get(format!("{prefix}{year}.yaml").as_str()).map(|f| f.nama.clone());
    setara::check(&source, &file, found);
    tanggapan::check(&source, &file, found);
    let agency: Arc<str> = Arc::from(format!("{prefix}opd.yaml"));
    let kumpulan = Kumpulan::dari(&source);
    wajar::check(&source, &kumpulan, &agency, &file, found);
    persen_pecahan::check(&kumpulan, &agency, &file, found);
    penerus::check_riwayat(&source, &agency, found);
    if let Some(f) = corrections {
        ralat::check(&source, &f.nama, found);
    }
    Some(source)
}
