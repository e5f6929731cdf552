//! `Lembar`: a table of a page to take away. The cells are those of the page, with their exact values.

use super::angka::Angka;
use super::capaian;
use super::rekaman::Tema;
use super::tabel::{Baris, Tabel};
use crate::number::{Lang, round};
use rust_decimal::Decimal;

/// A table as a file below its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lembar {
    /// Path below the folder of the page: `tabel/ppks-jenis.csv`.
    pub berkas: String,
    /// Headings.
    pub kepala: Vec<String>,
    /// Rows.
    pub baris: Vec<Vec<String>>,
}

/// The free tables of a page.
pub fn tabel(lang: Lang, themes: &[Tema]) -> impl Iterator<Item = Lembar> + '_ {
    themes.iter().flat_map(|t| &t.tabel).map(move |t| bebas(lang, t))
}

/// A free table: as printed, one row for a row.
fn bebas(lang: Lang, t: &Tabel) -> Lembar {
    let own_unit = t.baris.iter().any(|b| b.satuan.is_some());
    let unit = |name: &str, satuan: &Option<String>| match satuan {
        Some(satuan) => format!("{name} ({satuan})"),
        None => name.to_string(),
    };
    let mut kepala = vec!["uraian".to_string()];
    kepala.extend(own_unit.then(|| "satuan".to_string()));
    kepala.extend(t.kolom.iter().map(|k| unit(&k.nama, &k.satuan)));
    kepala.extend(["catatan", "sumber"].map(str::to_string));
    let baris = t
        .baris
        .iter()
        .map(|b| {
            let mut row = vec![b.nama.clone()];
            row.extend(own_unit.then(|| b.satuan.clone().unwrap_or_default()));
            row.extend(b.sel.iter().map(isi));
            row.extend([catatan(lang, t, b), t.sumber.clone()]);
            row
        })
        .collect();
    Lembar { berkas: format!("tabel/{}.csv", t.kode), kepala, baris }
}

/// The exact value; text where there is no number; nothing where nothing is printed.
fn isi(angka: &Angka) -> String {
    match (&angka.mentah, angka.kelas) {
        // A quotient has no end; ten decimals are what the other downloads write.
        (Some(value), _) => {
            value.parse::<Decimal>().map_or_else(|_| value.clone(), |v| round(v, 10).normalize().to_string())
        }
        (None, "kosong") => String::new(),
        (None, _) => angka.teks.clone(),
    }
}

/// What stands beside the cells of a row: doubts and why nothing is printed.
fn catatan(lang: Lang, t: &Tabel, b: &Baris) -> String {
    let remarks = t.kolom.iter().zip(&b.sel).filter_map(|(k, angka)| {
        let doubt = (angka.kelas == "ragu").then_some(lang.pilih("diragukan", "doubtful"));
        let words: Vec<&str> = doubt.into_iter().chain(angka.catatan.as_deref()).collect();
        (!words.is_empty()).then(|| format!("{}: {}", k.nama, words.join(", ")))
    });
    remarks.collect::<Vec<_>>().join("; ")
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
        "capaian_terhitung_persen",
        "predikat",
        "catatan",
        "sumber_target",
        "sumber_realisasi",
    ];
    let baris = rows.map(|b| {
        let remarks = [&b.target, &b.realisasi, &b.capaian].into_iter().filter_map(|a| a.catatan.clone());
        let remarks = remarks.chain(b.predikat_catatan.clone()).collect::<Vec<_>>();
        vec![
            b.nama.clone(),
            b.tingkat.clone(),
            if b.iku { lang.pilih("ya", "yes") } else { lang.pilih("tidak", "no") }.to_string(),
            match b.arah {
                "turun" => lang.pilih("turun", "down"),
                _ => lang.pilih("naik", "up"),
            }
            .to_string(),
            b.satuan.clone().unwrap_or_default(),
            isi(&b.target),
            b.himpunan.clone(),
            isi(&b.realisasi),
            b.huruf.as_ref().map(isi).unwrap_or_default(),
            isi(&b.capaian),
            b.predikat.clone().unwrap_or_default(),
            remarks.join("; "),
            b.target.asal.clone(),
            b.realisasi.asal.clone(),
        ]
    });
    Lembar { berkas: "capaian.csv".into(), kepala: kepala.map(str::to_string).to_vec(), baris: baris.collect() }
}
