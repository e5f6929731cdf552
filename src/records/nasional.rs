//! Nasional: scales of national regulations, and the plainest ones in words, that ship with the program. A portal that writes `skala: permendagri-86-2017`
//! needs no file for it; a file of that name in its own `skala/` comes first.

use super::bersama::{Skala, read_skala};
use super::node;
use super::reader::{At, Reader};
use crate::diagnostic::Jalur;
use std::sync::Arc;

/// Code and text.
const SKALA: [(&str, &str); 5] = [
    ("ada-tidak", include_str!("nasional/ada-tidak.yaml")),
    ("opini-bpk", include_str!("nasional/opini-bpk.yaml")),
    ("permendagri-86-2017", include_str!("nasional/permendagri-86-2017.yaml")),
    ("permenpanrb-88-2021", include_str!("nasional/permenpanrb-88-2021.yaml")),
    ("ya-tidak", include_str!("nasional/ya-tidak.yaml")),
];

/// All of them.
pub fn skala() -> impl Iterator<Item = (String, Skala)> {
    SKALA.iter().filter_map(|(kode, text)| {
        let node = node::parse(text).ok()?;
        let mut r = Reader::new(Arc::from(*kode));
        let skala = read_skala(&mut r, &At { node: &node, jalur: Jalur::default() }, kode)?;
        Some(((*kode).to_string(), Skala { bawaan: true, ..skala }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_national_scale_reads_whole_and_without_a_word() {
        assert_eq!(skala().count(), SKALA.len());
        for (kode, text) in SKALA {
            let node = node::parse(text).expect("yaml");
            let mut r = Reader::new(Arc::from(kode));
            let skala = read_skala(&mut r, &At { node: &node, jalur: Jalur::default() }, kode).expect("scale");
            assert!(r.found.is_empty() && skala.kelas.len() >= 2, "{:?}", r.found);
        }
    }
}
