//! `terang new portal`: a portal of one's own that builds at once: national scales, general terms, schemas for editors, and
//! workflows that publish it. Its files are those of the folder `portal` beside this one.

use super::kerangka;
use super::{Akhir, Henti, lapor};
use crate::diagnostic::Lang;
use crate::{output, pesan};
use include_dir::{Dir, DirEntry, include_dir};
use std::path::Path;

static ISI: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/portal");

/// Writes a new portal into a folder; nothing that exists is overwritten.
pub fn run(folder: &Path, judul: Option<&str>, lang: Lang) -> Result<Akhir, Henti> {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let judul = match judul {
        Some(judul) => judul.to_string(),
        None if name.is_empty() => "Portal Transparansi".to_string(),
        None => kerangka::judul(&name),
    };
    let mut files = vec![("content/portal.yaml".to_string(), kerangka::portal(&judul).into_bytes())];
    kumpul(&ISI, &mut files);
    files.sort();
    // All or nothing: a folder that holds a part of a portal already is somebody's work.
    if let Some((path, _)) = files.iter().find(|(path, _)| folder.join(path).exists()) {
        let shown = folder.join(path).display().to_string();
        return Err(Henti::new(
            pesan!("`{shown}` sudah ada", "`{shown}` exists already"),
            pesan!(
                "pilih folder lain: `terang new portal portal-kami`; isi portal yang ada tidak pernah ditimpa",
                "choose another folder: `terang new portal our-portal`; an existing portal is never overwritten"
            ),
        ));
    }
    for (path, bytes) in &files {
        output::create(&folder.join(path), bytes)?;
    }
    let (shown, n) = (folder.display(), files.len());
    lapor::print(pesan!("Dibuat: {shown} ({n} berkas)", "Created: {shown} ({n} files)").in_lang(lang))?;
    let enter = if name.is_empty() { String::new() } else { format!("`cd {shown}`, ") };
    lapor::print(
        pesan!(
            "Berikutnya: {enter}`terang build`, lalu `terang new daerah lumajang --provinsi \"Jawa Timur\"`",
            "Next: {enter}`terang build`, then `terang new daerah lumajang --provinsi \"Jawa Timur\"`"
        )
        .in_lang(lang),
    )?;
    Ok(Akhir::Baik)
}

fn kumpul(dir: &Dir<'_>, out: &mut Vec<(String, Vec<u8>)>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(below) => kumpul(below, out),
            DirEntry::File(file) => {
                out.push((file.path().to_string_lossy().replace('\\', "/"), file.contents().to_vec()));
            }
        }
    }
}

/// The first line by which an editor knows what a file may hold, where the portal has its schemas beside `content/`.
pub fn modeline(content: &Path, dalam: usize, skema: &str) -> String {
    let beside = content.parent().unwrap_or(Path::new("")).join("skema").join(format!("{skema}.json"));
    if !beside.is_file() {
        return String::new();
    }
    format!("# yaml-language-server: $schema={}skema/{skema}.json\n", "../".repeat(dalam + 1))
}
