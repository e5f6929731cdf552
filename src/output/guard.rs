//! Guard: refusing an output folder in which publishing could destroy something that is not a site.

use super::OutputError;
use crate::pesan;
use std::path::{Component, Path, PathBuf};

/// Checks that `dir` may become a site; `sources` are folders the build reads (content, theme).
pub fn check(dir: &Path, sources: &[&Path]) -> Result<(), OutputError> {
    let shown = dir.display();
    let out = resolve(dir);
    let help = || {
        pesan!(
            "pilih folder tersendiri, misalnya `--out public`",
            "choose a folder of its own, for example `--out public`"
        )
    };
    if out.parent().is_none() {
        return Err(OutputError::new(
            pesan!("`{shown}` adalah akar sistem berkas", "`{shown}` is the root of the file system"),
            help(),
        ));
    }
    if std::env::home_dir().is_some_and(|home| !home.as_os_str().is_empty() && resolve(&home).starts_with(&out)) {
        return Err(OutputError::new(
            pesan!("`{shown}` adalah folder rumah, atau memuatnya", "`{shown}` is your home folder, or contains it"),
            help(),
        ));
    }
    for source in sources {
        let name = source.display();
        let source = resolve(source);
        if source == out {
            return Err(OutputError::new(
                pesan!(
                    "`{shown}` dibaca oleh build, jadi tidak bisa menjadi folder hasilnya",
                    "`{shown}` is read by the build, so it cannot be its output"
                ),
                help(),
            ));
        }
        if source.starts_with(&out) {
            return Err(OutputError::new(
                pesan!(
                    "`{shown}` memuat `{name}`, yang dibaca oleh build",
                    "`{shown}` contains `{name}`, which the build reads"
                ),
                help(),
            ));
        }
        if out.starts_with(&source) {
            return Err(OutputError::new(
                pesan!(
                    "`{shown}` berada di dalam `{name}`, yang dibaca oleh build",
                    "`{shown}` lies inside `{name}`, which the build reads"
                ),
                help(),
            ));
        }
    }
    Ok(())
}

/// Checks that a file is not written into a folder that is read meanwhile.
pub fn di_luar(file: &Path, source: &Path) -> Result<(), OutputError> {
    if !resolve(file).starts_with(resolve(source)) {
        return Ok(());
    }
    let (shown, name) = (file.display(), source.display());
    Err(OutputError::new(
        pesan!(
            "`{shown}` berada di dalam `{name}`, yang sedang dibaca",
            "`{shown}` lies inside `{name}`, which is being read"
        ),
        pesan!("tulis di luar folder itu", "write it outside that folder"),
    ))
}

/// The real path, also of a folder that does not exist yet: what exists is resolved, the rest is appended.
pub fn resolve(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut rest = Vec::new();
    let mut base = absolute.as_path();
    loop {
        if let Ok(real) = base.canonicalize() {
            let mut full = real;
            for part in rest.iter().rev() {
                match part {
                    Component::ParentDir => {
                        full.pop();
                    }
                    other => full.push(other),
                }
            }
            return full;
        }
        let Some(last) = base.components().next_back() else { return absolute };
        rest.push(last);
        match base.parent() {
            Some(parent) => base = parent,
            None => return absolute,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_home_and_folders_around_or_inside_the_content_are_refused() {
        let dir = tempfile::tempdir().expect("tempdir");
        let content = dir.path().join("portal/content");
        std::fs::create_dir_all(&content).expect("mkdir");
        let refused = |out: &Path| check(out, &[&content]).is_err();
        assert!(refused(Path::new("/")));
        assert!(refused(&std::env::home_dir().expect("home")));
        assert!(refused(&content));
        assert!(refused(&content.join("new/public")));
        assert!(refused(&dir.path().join("portal")));
        assert!(refused(&dir.path().join("portal/public/..")));
        assert!(refused(&dir.path().join("portal/none/../content")));
        assert!(!refused(&dir.path().join("portal/public")));
        assert!(!refused(&dir.path().join("portal/content-public")));
    }
}
