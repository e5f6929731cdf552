//! Riwayat: what the folder of the edition before brings for those to come: its figures, and what it kept of earlier ones.
//! The folder is read like any that nobody vouches for.

use super::edisi::isi;
use crate::exports::edisi::{Edisi, NAMA, sha256};
use crate::exports::kenangan::{ANGKA, FOLDER, Kenangan, wajar};
use std::path::Path;

/// More than the figures of the largest portal.
const TERBESAR: u64 = 512 << 20;

/// The editions that a folder keeps, the newest first; what is none is left behind.
pub fn lama(dir: &Path) -> Vec<Kenangan> {
    let root = dir.join(FOLDER.trim_end_matches('/'));
    if root.is_symlink() {
        return Vec::new();
    }
    let names = std::fs::read_dir(root).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| wajar(name));
    let one = |name: String| {
        let file = |berkas: &str| isi(dir, &format!("{FOLDER}{name}/{berkas}"), TERBESAR).ok();
        Kenangan::lama(&name, file(NAMA)?, file(ANGKA)?).ok()
    };
    let mut out: Vec<Kenangan> = names.filter_map(one).collect();
    out.sort_by(|a, b| (&b.isi.tanggal, &b.folder).cmp(&(&a.isi.tanggal, &a.folder)));
    out
}

/// The edition of the folder itself. Only what still has the hash it published is kept: altered figures must not pass for
/// an edition, and `terang verify` names them.
pub fn terakhir(dir: &Path, edisi: &Edisi, lama: &[Kenangan]) -> Option<Kenangan> {
    let files = edisi.data.iter().filter(|d| d.angka.is_some()).map(|d| {
        let bytes = isi(dir, &d.berkas, TERBESAR).ok().filter(|bytes| sha256(bytes) == d.sha256)?;
        Some((d.berkas.strip_prefix("data/")?.to_string(), bytes))
    });
    let files = files.collect::<Option<Vec<_>>>()?;
    let used: Vec<&str> = lama.iter().map(|k| k.folder.as_str()).collect();
    Kenangan::baru(isi(dir, NAMA, TERBESAR).ok()?, &files, &used).ok()
}
