//! Comparing two trees file by file: missing, surplus and changed files are all differences.

use super::{Tree, daftar};
use std::fmt;
use std::path::Path;

/// One way two trees differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Expected and not there.
    Missing(String),
    /// There and not expected.
    Surplus(String),
    /// Different from this line on (from 1).
    Changed(String, usize),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::Missing(path) => write!(f, "- {path}"),
            Difference::Surplus(path) => write!(f, "+ {path}"),
            Difference::Changed(path, line) => write!(f, "~ {path}:{line}"),
        }
    }
}

/// Every difference between two trees, by path; empty when they are equal.
pub fn compare(expected: &Tree, actual: &Tree) -> Vec<Difference> {
    let mut out: Vec<(&String, Difference)> = Vec::new();
    for (path, bytes) in expected {
        match actual.get(path) {
            None => out.push((path, Difference::Missing(path.clone()))),
            Some(other) if other != bytes => {
                out.push((path, Difference::Changed(path.clone(), first_line(bytes, other))))
            }
            Some(_) => {}
        }
    }
    let surplus = actual.keys().filter(|path| !expected.contains_key(*path));
    out.extend(surplus.map(|path| (path, Difference::Surplus(path.clone()))));
    out.sort_by_key(|(path, _)| *path);
    out.into_iter().map(|(_, difference)| difference).collect()
}

fn first_line(a: &[u8], b: &[u8]) -> usize {
    let equal = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    a[..equal].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// Reads a folder as a tree, without the manifest.
///
/// # Errors
/// What the file system says.
pub fn read_tree(root: &Path) -> std::io::Result<Tree> {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry?;
        if !entry.file_type().is_file() {
            continue;
        }
        let inner = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = inner.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if path != daftar::NAMA {
            tree.insert(path, std::fs::read(entry.path())?);
        }
    }
    Ok(tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_surplus_and_changed_files_are_each_a_difference() {
        let tree = |pairs: &[(&str, &str)]| -> Tree {
            pairs.iter().map(|(p, t)| ((*p).to_string(), t.as_bytes().to_vec())).collect()
        };
        let expected = tree(&[("a", "1\n2\n"), ("b", "x"), ("c", "same")]);
        let actual = tree(&[("a", "1\n3\n"), ("c", "same"), ("d", "new")]);
        let texts: Vec<String> = compare(&expected, &actual).iter().map(ToString::to_string).collect();
        assert_eq!(texts, ["~ a:2", "- b", "+ d"]);
        assert!(compare(&expected, &expected).is_empty());
    }
}
