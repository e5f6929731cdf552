//! STUB of the cli helper, to be replaced by the lead's `templates`: checks that the templates of a folder parse.

use crate::diagnostic::{Diagnostic, Sources, Spot};
use crate::pesan;
use std::path::Path;
use std::sync::Arc;

/// The theme.
#[derive(Debug, Default)]
pub struct Theme;

impl Theme {
    /// Loads the built-in theme, overridden by a folder.
    ///
    /// # Errors
    /// Templates that do not parse.
    pub fn load(dir: Option<&Path>) -> Result<Theme, (Vec<Diagnostic>, Sources)> {
        let Some(dir) = dir else { return Ok(Theme) };
        let mut found = Vec::new();
        let mut sources = Sources::default();
        for entry in walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().filter_map(Result::ok) {
            if !entry.path().extension().is_some_and(|e| e == "html") {
                continue;
            }
            let name: Arc<str> = Arc::from(entry.path().strip_prefix(dir).unwrap_or(entry.path()).to_string_lossy().as_ref());
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            let mut tera = tera::Tera::default();
            if let Err(error) = tera.add_raw_template(&name, &text) {
                found.push(Diagnostic::galat("templat-salah", &name, Spot::Berkas, pesan!("templat tidak terbaca: {error}", "cannot read the template: {error}")));
                sources.0.insert(name, text);
            }
        }
        if found.is_empty() { Ok(Theme) } else { Err((found, sources)) }
    }
}
