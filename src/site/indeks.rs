//! The search index of the site: every language's entries, and the words that stand for each other.

use super::Berkas;
use crate::diagnostic::{Diagnostic, Spot};
use crate::number::Lang;
use crate::pages::cari::Entri;
use crate::pesan;
use crate::records::Content;
use crate::search::{self, Sinonim};
use std::sync::Arc;

/// An abbreviation, what it stands for and their English are found by each other, as are the words of `sinonim.yaml`.
pub fn indeks(content: &Content, entri: &[(Lang, Vec<Entri>)]) -> Result<Vec<Berkas>, Diagnostic> {
    let mut groups: Vec<Vec<String>> = content.sinonim.clone();
    groups.extend(content.glosarium.iter().map(|i| {
        let texts = std::iter::once(&i.istilah).chain(&i.kepanjangan);
        texts.flat_map(|t| std::iter::once(&t.id).chain(&t.en)).cloned().collect()
    }));
    search::indeks(entri, &Sinonim::new(&groups)).map_err(|error| {
        Diagnostic::galat(
            "indeks-gagal",
            &Arc::from("."),
            Spot::Berkas,
            pesan!("indeks pencarian tidak bisa dibuat: {error}", "the search index cannot be made: {error}"),
        )
    })
}
