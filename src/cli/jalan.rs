//! Jalan: files as a person in this folder would name them, on every system.

use crate::diagnostic::{Diagnostic, Place};
use std::path::Path;
use std::sync::Arc;

/// Every place a diagnostic names.
pub fn places(d: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&d.place).chain(d.related.iter().map(|(place, _)| place))
}

/// Puts a folder in front of every place.
pub fn prefix(list: &mut [Diagnostic], dir: &Path) {
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
