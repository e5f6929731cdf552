//! Muat: from folders to a built site and all that was found on the way; what `build`, `check` and `serve` share.

use super::temuan::{self, Semua};
use super::{Henti, Masukan};
use crate::diagnostic::{Diagnostic, Place, Sources, Spot};
use crate::findings;
use crate::pages::data::DataOpd;
use crate::records::{self, Content};
use crate::site::{self, Built};
use crate::templates::Theme;
use crate::{pesan, records::Loaded};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What one run found and made.
pub struct Hasil {
    /// The site, unless there are errors.
    pub built: Option<Built>,
    /// Errors and warnings; paths as a person in this folder would write them.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings: figures that do not agree; empty when they were not asked for.
    pub temuan: Semua,
    /// The findings as diagnostics.
    pub temuan_tampil: Vec<Diagnostic>,
    /// The texts all of them point into.
    pub sources: Sources,
    /// How many files were read.
    pub berkas: usize,
    /// The theme folder, if there is one.
    pub theme: Option<PathBuf>,
}

/// What takes time and not every run needs.
#[derive(Debug, Clone, Copy)]
pub struct Tambahan {
    /// The cards of link previews.
    pub kartu: bool,
    /// The search index.
    pub cari: bool,
}

impl Hasil {
    /// Whether any diagnostic stops publishing.
    pub fn ada_galat(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_galat)
    }

    /// Whether the content may be published: under `strict` only without any warning or finding.
    pub fn lolos(&self, strict: bool) -> bool {
        !self.ada_galat() && !(strict && (!self.temuan.temuan.is_empty() || !self.diagnostics.is_empty()))
    }
}

/// Loads, checks and builds; `temuan` asks for the findings too, `tambahan` for what only a site that is
/// shown needs.
///
/// # Errors
/// [`Henti`] when a folder named on the command line does not exist.
pub fn run(
    masukan: &Masukan,
    temuan: bool,
    tambahan: Tambahan,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Hasil, Henti> {
    check_dirs(masukan)?;
    let Loaded { content, diagnostics, sources, berkas } = records::load(&masukan.content);
    let mut hasil = Hasil {
        built: None,
        diagnostics,
        temuan: Semua::default(),
        temuan_tampil: Vec::new(),
        sources,
        berkas,
        theme: None,
    };
    // Findings about content that did not read whole would blame figures for errors of the file.
    let all = content.as_ref().filter(|_| !hasil.ada_galat()).map(DataOpd::semua).unwrap_or_default();
    if let Some(content) = &content {
        if temuan {
            hasil.temuan = temuan::periksa(&all);
            hasil.temuan_tampil = hasil.temuan.temuan.iter().map(findings::Temuan::diagnostic).collect();
        }
        hasil.theme = theme_dir(masukan, content, &mut hasil.diagnostics);
    } else {
        hasil.theme.clone_from(&masukan.theme);
    }
    // Content and theme are checked in the same run, so that all errors appear at once.
    let mut theme_found = None;
    let theme =
        Theme::load(hasil.theme.as_deref()).map_err(|(found, sources)| theme_found = Some((sources, found))).ok();
    if let (Some(content), Some(theme), false) = (&content, &theme, hasil.ada_galat()) {
        let options = site::Options {
            base_url: masukan.base_url.clone(),
            kartu: tambahan.kartu,
            cari: tambahan.cari,
            gaya: masukan.gaya,
        };
        match site::build(content, &all, theme, &options, progress) {
            Ok(built) => hasil.built = Some(built),
            Err(found) => theme_found = Some((theme.sources(&found), found)),
        }
    }
    name_files(&mut hasil, &masukan.content);
    // Named after files of the site, which are not in the content folder.
    hasil.diagnostics.extend(hasil.built.iter().flat_map(|b| b.peringatan.clone()));
    if let Some((sources, mut found)) = theme_found {
        let dir = hasil.theme.as_deref();
        for d in &mut found {
            d.place.berkas = Arc::from(theme_file(dir, &d.place.berkas));
        }
        hasil.diagnostics.extend(found);
        let named = |name: &str| Arc::from(theme_file(dir, name));
        hasil.sources.0.extend(sources.0.into_iter().map(|(name, text)| (named(&name), text)));
    }
    Ok(hasil)
}

fn check_dirs(masukan: &Masukan) -> Result<(), Henti> {
    let content = &masukan.content;
    if !content.is_dir() {
        let shown = content.display();
        return Err(Henti::new(
            pesan!("folder isi `{shown}` tidak ada", "there is no content folder `{shown}`"),
            pesan!(
                "jalankan terang di folder portal, atau sebut tempatnya: `--content DIR`",
                "run terang in the portal's folder, or name it: `--content DIR`"
            ),
        ));
    }
    if let Some(theme) = masukan.theme.as_ref().filter(|t| !t.is_dir()) {
        let shown = theme.display();
        return Err(Henti::new(
            pesan!("folder tema `{shown}` tidak ada", "there is no theme folder `{shown}`"),
            pesan!("periksa nama foldernya, atau hapus `--theme`", "check the name, or leave `--theme` out"),
        ));
    }
    Ok(())
}

/// The theme named on the command line, or by `tema:` in portal.yaml as a folder of `themes` beside the content.
fn theme_dir(masukan: &Masukan, content: &Content, diagnostics: &mut Vec<Diagnostic>) -> Option<PathBuf> {
    if let Some(dir) = &masukan.theme {
        return Some(dir.clone());
    }
    let name = content.portal.tema.as_ref()?;
    let beside = match masukan.content.parent() {
        Some(parent) if masukan.content.file_name().is_some() => parent.to_path_buf(),
        _ => masukan.content.join(".."),
    };
    let dir = beside.join("themes").join(name);
    let shown = dir.display();
    let spot = Spot::Nilai(crate::diagnostic::Jalur::default().kunci("tema"));
    if dir.is_dir() {
        // What the content names must lie beside the content: only the command line may lead elsewhere.
        if dir
            .canonicalize()
            .ok()
            .zip(Path::new(".").join(&beside).canonicalize().ok())
            .is_some_and(|(own, all)| own.starts_with(all))
        {
            return Some(dir);
        }
        diagnostics.push(
            Diagnostic::galat(
                "tautan-keluar",
                &Arc::from("portal.yaml"),
                spot,
                pesan!(
                    "folder tema `{shown}` adalah tautan ke luar folder portal",
                    "the theme folder `{shown}` is a link out of the portal's folder"
                ),
            )
            .bantuan(pesan!(
                "salin temanya ke sini, atau sebut dengan `--theme DIR`",
                "copy the theme here, or name it with `--theme DIR`"
            )),
        );
        return None;
    }
    diagnostics.push(
        Diagnostic::galat(
            "tema-tak-ada",
            &Arc::from("portal.yaml"),
            spot,
            pesan!("folder tema `{shown}` tidak ada", "there is no theme folder `{shown}`"),
        )
        .bantuan(pesan!(
            "buat folder itu, sebut tema lain, atau hapus baris `tema:` untuk memakai tema bawaan",
            "make that folder, name another theme, or remove the line `tema:` to use the built-in theme"
        )),
    );
    None
}

/// Gives every place the path a person here would open, and the text of its file.
fn name_files(hasil: &mut Hasil, content: &Path) {
    let Hasil { diagnostics, temuan_tampil: temuan, sources, .. } = hasil;
    for place in diagnostics.iter().chain(temuan.iter()).flat_map(places) {
        if !sources.0.contains_key(&place.berkas)
            && let Ok(text) = records::read_text(content, &place.berkas)
        {
            sources.0.insert(Arc::clone(&place.berkas), text);
        }
    }
    prefix(diagnostics, content);
    prefix(temuan, content);
    let own = std::mem::take(&mut sources.0);
    sources.0 = own.into_iter().map(|(name, text)| (Arc::from(join(content, &name)), text)).collect();
}

/// The file of a template, named as a person would open it; those built into terang have no file here.
fn theme_file(dir: Option<&Path>, name: &str) -> String {
    let below = format!("templates/{name}");
    match dir {
        Some(dir) if ada(&dir.join(&below)) => join(dir, &below),
        Some(dir) if ada(&dir.join(name)) => join(dir, name),
        _ => join(Path::new("tema-bawaan"), &below.replace("bawaan/", "")),
    }
}

/// Whether there is anything of that name, a link that leads nowhere too.
fn ada(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn places(d: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place))
}

fn prefix(list: &mut [Diagnostic], dir: &Path) {
    for d in list {
        d.place.berkas = Arc::from(join(dir, &d.place.berkas));
        for (place, _) in &mut d.related {
            place.berkas = Arc::from(join(dir, &place.berkas));
        }
    }
}

/// A path below a folder, with `/` on every system.
pub fn join(dir: &Path, name: &str) -> String {
    let dir = dir.to_string_lossy().replace('\\', "/");
    let dir = dir.strip_prefix("./").unwrap_or(&dir).trim_end_matches('/');
    if dir == "." || dir.is_empty() { name.to_string() } else { format!("{dir}/{name}") }
}
