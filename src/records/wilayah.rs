//! Wilayah: the kinds of place a portal holds.

use serde::{Deserialize, Serialize};

/// What a daerah is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JenisDaerah {
    /// A province.
    Provinsi,
    /// A city.
    Kota,
    /// A regency.
    Kabupaten,
    /// A government as a whole that is none of these by its name.
    Pemda,
}

impl JenisDaerah {
    /// Word and kind.
    pub const SEMUA: [(&'static str, JenisDaerah); 4] = [
        ("provinsi", JenisDaerah::Provinsi),
        ("kota", JenisDaerah::Kota),
        ("kabupaten", JenisDaerah::Kabupaten),
        ("pemda", JenisDaerah::Pemda),
    ];

    /// The word.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, j)| *j == self).map_or("", |(word, _)| word)
    }

    /// The kind an official name begins with.
    pub fn dari_nama(nama: &str) -> Option<Self> {
        let first = |words: &[&str]| words.iter().any(|w| nama.starts_with(w));
        if first(&["Kabupaten "]) {
            Some(JenisDaerah::Kabupaten)
        } else if first(&["Kota "]) {
            Some(JenisDaerah::Kota)
        } else if first(&["Provinsi ", "Daerah Istimewa ", "Daerah Khusus "]) {
            Some(JenisDaerah::Provinsi)
        } else {
            None
        }
    }

    /// Kinds whose figures may stand on one axis: a province does other work than the kabupaten and kota in it.
    pub fn golongan(self) -> Golongan {
        match self {
            JenisDaerah::Kabupaten | JenisDaerah::Kota => Golongan::KabupatenKota,
            JenisDaerah::Provinsi => Golongan::Provinsi,
            JenisDaerah::Pemda => Golongan::Pemda,
        }
    }
}

/// Kinds of place of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Golongan {
    /// Kabupaten and kota.
    KabupatenKota,
    /// Provinces.
    Provinsi,
    /// Governments of no other kind.
    Pemda,
}

/// A name without the word of its kind: of `Kabupaten Blitar` and of `Kota Blitar` the same.
pub fn tanpa_jenis(nama: &str) -> &str {
    ["Kabupaten ", "Kota ", "Provinsi "].iter().find_map(|word| nama.strip_prefix(word)).unwrap_or(nama)
}
