//! Daftar: the manifest `.terang-berkas`, the list of what builds wrote, so that nothing else is ever removed.

use super::is_plain;
use std::collections::BTreeSet;
use std::path::Path;

/// Name of the manifest in the output folder.
pub const NAMA: &str = ".terang-berkas";

const KEPALA: &str = "# Ditulis oleh terang: berkas yang boleh diganti atau dihapus oleh build berikutnya.\n";

/// The paths earlier builds wrote; `None` when no build wrote here. Lines that lead elsewhere are not believed.
pub fn read(root: &Path) -> std::io::Result<Option<BTreeSet<String>>> {
    match std::fs::read_to_string(root.join(NAMA)) {
        Ok(text) => Ok(Some(
            text.lines().filter(|l| !l.starts_with('#')).filter(|l| is_plain(l)).map(ToString::to_string).collect(),
        )),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The text of a manifest.
pub fn text<'p>(paths: impl Iterator<Item = &'p String>) -> Vec<u8> {
    let mut out = String::from(KEPALA);
    for path in paths {
        out.push_str(path);
        out.push('\n');
    }
    out.into_bytes()
}
