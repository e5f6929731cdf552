//! Edisi: the page that lists all editions of the portal, this one first.

use super::Halaman;
use crate::number::Lang;
use crate::teks;
use serde::Serialize;
use serde_json::json;

/// Its address.
pub const ALAMAT: &str = "edisi/";

/// An edition as shown.
#[derive(Debug, Clone, Serialize)]
pub struct Baris {
    /// Its date, ISO; nothing where it has none.
    pub hari: Option<String>,
    /// Until when its data are, ISO.
    pub keadaan: Option<String>,
    /// Figures.
    pub angka: usize,
    /// Corrections so far.
    pub ralat: usize,
    /// Its `edisi.json`, from the root of the whole site.
    pub edisi: String,
    /// SHA-256 of it; of this edition it cannot stand on a page, which is a part of what is hashed.
    pub sha256: Option<String>,
    /// Its figures.
    pub data: String,
}

/// The page; `kini` is this edition, `lama` those before, the newest first.
pub fn halaman(lang: Lang, kini: &Baris, lama: &[Baris]) -> Halaman {
    let n = lama.len();
    let kalimat = match n {
        0 => teks!(
            lang,
            "Edisi pertama yang tercatat di sini. Setiap edisi berikutnya menyebut sidik edisi sebelumnya.",
            "The first edition noted here. Every edition after it names the hash of the one before."
        ),
        _ => teks!(
            lang,
            "Edisi ini dan {n} edisi sebelumnya, dengan angkanya seperti ketika terbit.",
            "This edition and {n} before it, with their figures as they were published."
        ),
    };
    let rows: Vec<_> = std::iter::once(kini)
        .chain(lama)
        .map(|b| {
            let words = |day: &Option<String>| day.as_ref().map(|day| lang.tanggal(day));
            json!({ "tanggal": words(&b.hari), "sampai": words(&b.keadaan), "edisi": b })
        })
        .collect();
    Halaman {
        alamat: ALAMAT.into(),
        templat: "edisi.html",
        judul: lang.pilih("Edisi", "Editions").into(),
        kalimat,
        remah: vec![("Data".to_string(), "data/".to_string())],
        isi: json!({ "baris": rows }),
        figure: Vec::new(),
        sel: Vec::new(),
        lembar: Vec::new(),
        csv: None,
        entri: Vec::new(),
    }
}
