//! Edisi: the page that lists all editions of the portal, this one first, and what changed from each to the next.

use super::Halaman;
use super::kalimat::{cacah, gabung};
use crate::number::Lang;
use crate::teks;
use serde::Serialize;
use serde_json::json;

/// Its address.
pub const ALAMAT: &str = "edisi/";

/// How many figures came, went and say something else.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cacah {
    /// Came.
    pub ditambah: usize,
    /// Went.
    pub dihapus: usize,
    /// Say something else.
    pub berubah: usize,
}

/// What changed in the figures of an agency.
#[derive(Debug, Clone)]
pub struct Dinas {
    /// `Dinas Sosial Kabupaten Jember`; the name of its file, where it has no page any more.
    pub nama: String,
    /// Its page, from the root of its language.
    pub url: Option<String>,
    /// How much.
    pub cacah: Cacah,
}

/// What changed since the edition before.
#[derive(Debug, Clone)]
pub struct Beda {
    /// The date of that one.
    pub sejak: Option<String>,
    /// In all.
    pub cacah: Cacah,
    /// Corrections that came.
    pub ralat: usize,
    /// By agency.
    pub dinas: Vec<Dinas>,
}

/// An edition.
#[derive(Debug, Clone)]
pub struct Baris {
    /// Its date, ISO; nothing where it has none.
    pub hari: Option<String>,
    /// Until when its data are, ISO.
    pub keadaan: Option<String>,
    /// Figures.
    pub angka: usize,
    /// Corrections so far.
    pub ralat: usize,
    /// What changed; nothing where it is the first of its chain.
    pub beda: Option<Beda>,
    /// Its `edisi.json`, from the root of the whole site.
    pub edisi: String,
    /// SHA-256 of it; of this edition it cannot stand on a page, which is a part of what is hashed.
    pub sha256: Option<String>,
    /// Its figures: an archive, or the page that leads to several.
    pub data: String,
}

/// An edition as shown.
#[derive(Serialize)]
struct Tampil<'b> {
    tempat: Option<&'b str>,
    hari: &'b Option<String>,
    tanggal: Option<String>,
    isi: String,
    beda: Option<String>,
    dinas: Vec<TampilDinas<'b>>,
    edisi: &'b str,
    data: &'b str,
    arsip: bool,
    sha256: &'b Option<String>,
}

/// What changed in the figures of an agency, as shown.
#[derive(Serialize)]
struct TampilDinas<'b> {
    nama: &'b str,
    url: Option<&'b str>,
    isi: String,
}

/// The page of all editions, the newest first.
pub fn halaman(lang: Lang, semua: &[Baris]) -> Halaman {
    let kalimat = match semua.len().saturating_sub(1) {
        0 => teks!(
            lang,
            "Edisi pertama yang tercatat di sini. Setiap edisi berikutnya menyebut sidik edisi sebelumnya.",
            "The first edition noted here. Every edition after it names the hash of the one before."
        ),
        n => {
            let n = cacah(lang, n, "edisi sebelumnya", "edition before it", "editions before it");
            teks!(
                lang,
                "Edisi ini dan {n}, dengan angkanya seperti ketika terbit.",
                "This edition and {n}, with their figures as they were published."
            )
        }
    };
    Halaman {
        alamat: ALAMAT.into(),
        templat: "edisi.html",
        judul: lang.pilih("Edisi", "Editions").into(),
        kalimat,
        remah: vec![("Data".to_string(), "data/".to_string())],
        isi: json!({ "baris": semua.iter().map(|b| tampil(lang, b)).collect::<Vec<_>>() }),
        ..Halaman::default()
    }
}

fn tampil<'b>(lang: Lang, b: &'b Baris) -> Tampil<'b> {
    let dinas = |d: &'b Dinas| TampilDinas { nama: &d.nama, url: d.url.as_deref(), isi: rinci(lang, d.cacah) };
    let angka = cacah(lang, b.angka, "angka", "figure", "figures");
    let ralat = cacah(lang, b.ralat, "ralat", "correction", "corrections");
    let isi = match b.keadaan.as_ref().map(|hari| lang.tanggal(hari)) {
        Some(hari) => teks!(lang, "{angka}, data sampai {hari}, {ralat}.", "{angka}, data until {hari}, {ralat}."),
        None => teks!(lang, "{angka}, {ralat}.", "{angka}, {ralat}."),
    };
    Tampil {
        // Its own folder; what is not kept yet will stand in that of its date.
        tempat: b.edisi.split('/').nth(1).or(b.hari.as_deref()),
        hari: &b.hari,
        tanggal: b.hari.as_ref().map(|hari| lang.tanggal(hari)),
        isi,
        beda: b.beda.as_ref().map(|beda| kalimat_beda(lang, beda)),
        dinas: b.beda.iter().flat_map(|beda| &beda.dinas).map(dinas).collect(),
        edisi: &b.edisi,
        data: &b.data,
        arsip: b.data.ends_with(".zip"),
        sha256: &b.sha256,
    }
}

/// `3 berubah dan 1.203 ditambah`; empty where nothing did.
fn rinci(lang: Lang, c: Cacah) -> String {
    let parts =
        [(c.berubah, "berubah", "changed"), (c.ditambah, "ditambah", "added"), (c.dihapus, "dihapus", "removed")];
    let parts = parts.into_iter().filter(|(n, ..)| *n > 0);
    gabung(lang, &parts.map(|(n, id, en)| cacah(lang, n, id, en, en)).collect::<Vec<_>>())
}

fn kalimat_beda(lang: Lang, b: &Beda) -> String {
    let sejak = match b.sejak.as_ref().map(|hari| lang.tanggal(hari)) {
        Some(hari) => teks!(lang, "Sejak edisi {hari}", "Since the edition of {hari}"),
        None => teks!(lang, "Sejak edisi sebelumnya", "Since the edition before"),
    };
    let angka = match rinci(lang, b.cacah) {
        none if none.is_empty() => teks!(lang, "tidak ada angka yang berubah", "no figure changed"),
        some => teks!(lang, "angka: {some}", "figures: {some}"),
    };
    match b.ralat {
        0 => format!("{sejak}, {angka}."),
        n => {
            let n = cacah(lang, n, "ralat baru", "new correction", "new corrections");
            format!("{sejak}, {angka}; {n}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_said_in_words_and_what_did_not_is_left_out() {
        let beda = |cacah, ralat, sejak: Option<&str>| {
            let b = Beda { sejak: sejak.map(Into::into), cacah, ralat, dinas: Vec::new() };
            (kalimat_beda(Lang::Id, &b), kalimat_beda(Lang::En, &b))
        };
        let (id, en) = beda(Cacah { ditambah: 1203, dihapus: 0, berubah: 3 }, 1, Some("2026-01-02"));
        assert_eq!(id, "Sejak edisi 2 Januari 2026, angka: 3 berubah dan 1.203 ditambah; 1 ralat baru.");
        assert_eq!(en, "Since the edition of 2 January 2026, figures: 3 changed and 1,203 added; 1 new correction.");
        let (id, en) = beda(Cacah::default(), 0, None);
        assert_eq!(id, "Sejak edisi sebelumnya, tidak ada angka yang berubah.");
        assert_eq!(en, "Since the edition before, no figure changed.");
    }
}
