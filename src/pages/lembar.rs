//! `Lembar`: a table of a page to take away. The cells are those of the page, with their exact values.

use super::Halaman;
use super::angka::{Angka, Kelas};
use super::capaian;
use super::figure::{Figure, Jenis};
use super::tampilan;
use crate::number::{Lang, round};
use crate::records::Arah;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeSet;

/// A table as a file below its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lembar {
    /// Path below the folder of the page: `tabel.csv`.
    pub berkas: String,
    /// Headings.
    pub kepala: Vec<String>,
    /// Rows.
    pub baris: Vec<Vec<String>>,
}

/// The name of the file with the data of charts.
pub const GRAFIK: &str = "grafik.csv";

/// The data of all charts of some pages in one file: a row for every value, each chart once. Same names in all languages,
/// because programs read it.
pub fn grafik(pages: &[Halaman]) -> Option<Lembar> {
    // What is drawn on two pages has one code and one title; what shows the first rows of another has none of its own.
    let mut seen = BTreeSet::new();
    let figures = pages.iter().flat_map(|page| page.figure.iter().map(move |figure| (page, figure)));
    let figures = figures.filter(|(_, figure)| !tampilan::cuplikan(figure));
    let once: Vec<_> = figures.filter(|(_, figure)| seen.insert((&figure.kode, &figure.judul))).collect();
    let kepala = ["halaman", "grafik", "judul", "kategori", "deret", "nilai", "satuan", "catatan", "sumber"];
    let baris: Vec<Vec<String>> = once.iter().flat_map(|(page, figure)| satu_grafik(page, figure)).collect();
    (!baris.is_empty()).then(|| Lembar { berkas: GRAFIK.into(), kepala: kepala.map(str::to_string).to_vec(), baris })
}

fn satu_grafik<'a>(page: &'a Halaman, f: &'a Figure) -> impl Iterator<Item = Vec<String>> + 'a {
    let satuan = match f.jenis {
        Jenis::Persen => "%",
        Jenis::Rupiah => "Rp",
        Jenis::Angka => f.satuan.as_str(),
    };
    let points = f.kategori.iter().enumerate().flat_map(|(i, kategori)| {
        f.deret.iter().filter_map(move |d| Some((kategori, d.nama.as_str(), d.titik.get(i)?)))
    });
    points.map(move |(kategori, deret, t)| {
        vec![
            page.alamat.clone(),
            f.kode.clone(),
            f.judul.clone(),
            kategori.clone(),
            deret.to_string(),
            t.nilai.map(|v| v.normalize().to_string()).unwrap_or_default(),
            satuan.to_string(),
            t.catatan.clone().unwrap_or_default(),
            f.sumber.clone(),
        ]
    })
}

/// The exact value; text where there is no number; nothing where nothing is printed.
fn isi(angka: &Angka) -> String {
    match (&angka.mentah, angka.kelas) {
        // A quotient has no end; ten decimals are what the other downloads write.
        (Some(value), _) => {
            value.parse::<Decimal>().map_or_else(|_| value.clone(), |v| round(v, 10).normalize().to_string())
        }
        (None, Kelas::Kosong) => String::new(),
        (None, _) => angka.teks.clone(),
    }
}

/// The indicators of a record against their targets; those without a realisasi too.
pub fn capaian<'a>(lang: Lang, rows: impl Iterator<Item = &'a capaian::Baris>) -> Lembar {
    let kepala = [
        "indikator",
        "tingkat",
        "iku",
        "arah",
        "satuan",
        "target",
        "himpunan_target",
        "realisasi",
        "huruf",
        "capaian_tercetak_persen",
        "capaian_terhitung_persen",
        "predikat",
        "catatan",
        "sumber_target",
        "sumber_realisasi",
    ];
    let baris = rows.map(|b| {
        let remarks = [&b.target, &b.realisasi, &b.capaian].into_iter().filter_map(|a| a.catatan.clone());
        // Nine months are no year here either.
        let part = b.realisasi.masa.clone().into_iter();
        let remarks = part.chain(remarks).chain(b.predikat_catatan.clone()).collect::<Vec<_>>();
        let sendiri = |at: usize, a: &Angka| if b.lain_satuan[at] { a.teks.clone() } else { isi(a) };
        vec![
            b.nama.clone(),
            b.tingkat.clone(),
            if b.iku { lang.pilih("ya", "yes") } else { lang.pilih("tidak", "no") }.to_string(),
            match b.arah {
                Some(Arah::Turun) => lang.pilih("turun", "down"),
                Some(Arah::Naik) => lang.pilih("naik", "up"),
                None => lang.pilih("menurut kebutuhan", "follows need"),
            }
            .to_string(),
            b.satuan.clone().unwrap_or_default(),
            sendiri(0, &b.target),
            b.himpunan.clone(),
            sendiri(1, &b.realisasi),
            b.huruf.as_ref().map(isi).unwrap_or_default(),
            b.tercetak.clone().unwrap_or_default(),
            b.terhitung.clone().unwrap_or_default(),
            b.predikat.clone().unwrap_or_default(),
            remarks.join("; "),
            b.target.asal.clone(),
            b.realisasi.asal.clone(),
        ]
    });
    Lembar { berkas: "capaian.csv".into(), kepala: kepala.map(str::to_string).to_vec(), baris: baris.collect() }
}
