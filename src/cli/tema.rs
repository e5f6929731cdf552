//! Tema: which theme folder a build takes, and how its files are named.

use super::Masukan;
use super::jalan::join;
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use crate::records::Content;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The theme named on the command line, or by `tema:` in portal.yaml as a folder of `themes` beside the content.
pub fn theme_dir(masukan: &Masukan, content: &Content, diagnostics: &mut Vec<Diagnostic>) -> Option<PathBuf> {
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
    let spot = Spot::Nilai(Jalur::default().kunci("tema"));
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

/// The file of a template, named as a person would open it; those built into terang have no file here.
pub fn theme_file(dir: Option<&Path>, name: &str) -> String {
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
