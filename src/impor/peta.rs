//! Peta: the small YAML that settles what a file leaves open, kept by its author for the next file of the same shape.

use super::kisi::nomor_kolom;
use super::makna::{Bentuk, Kolom, Makna, lipat};
use super::masalah::Masalah;
use super::nama::lipat_nama;
use crate::number::Style;
use crate::pesan;
use crate::records::{Tingkat, Ukuran, nearest};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Answers. Everything may be missing.
#[derive(Debug, Clone, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Peta {
    /// The sheet to read.
    pub lembar: Option<String>,
    /// `anggaran`, `kinerja` or `tabel`.
    pub jenis: Option<String>,
    /// The row of the head, from 1.
    pub kepala: Option<usize>,
    /// Meaning of columns, by letter or by the words of their head.
    pub kolom: BTreeMap<String, String>,
    /// `indonesia` or `inggris`.
    pub angka: Option<String>,
    /// `rupiah`, `ribuan`, `jutaan`, `miliar`, `triliun`: of all, or by column as in `kolom`.
    pub satuan: Option<Satuan>,
    /// The year of the record, where the file prints another one by mistake.
    pub tahun: Option<i32>,
    /// The agency whose rows are read; `semua` where all of them are of the record's.
    pub skpd: Option<String>,
    /// What a dash in an amount means: `0` or a reason.
    pub strip: Option<String>,
    /// `tercetak`: sums are copied as they are printed, though what stands beside them adds up to something else.
    pub jumlah: Option<String>,
    /// What a row without figures below a name is: `nama`, the rest of it, or `judul`.
    pub sambungan: Option<String>,
    /// Names of nodes that the file gives only as codes.
    pub nama: BTreeMap<String, String>,
    /// By official code, `sama` or `baru`: whether a node is the one of the portal that it may be; `*` for all others.
    pub simpul: BTreeMap<String, String>,
    /// Codes of indicators by their printed name; `baru` for one that is like no other.
    pub indikator: BTreeMap<String, String>,
    /// `naik` or `turun` by the printed name of an indicator; `*` for all others.
    pub arah: BTreeMap<String, String>,
    /// The group a free table belongs to, as in `kelompok_tabel`.
    pub tema: Option<String>,
    /// The level of new indicators.
    pub tingkat: Option<String>,
}

/// The unit of amounts.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
#[serde(untagged)]
pub enum Satuan {
    /// Of all columns.
    Semua(String),
    /// Of some, by letter or by the words of their head.
    Kolom(BTreeMap<String, String>),
}

/// Units and what they multiply by.
pub const SATUAN: [(&str, i64); 5] = [
    ("rupiah", 1),
    ("ribuan", 1_000),
    ("jutaan", 1_000_000),
    ("miliar", 1_000_000_000),
    ("triliun", 1_000_000_000_000),
];

/// Whether a key of the map is of a column: its letter, or the words of its head.
fn cocok(key: &str, indeks: usize, joined: &str, last: &str) -> bool {
    let letter = key.len() <= 3 && key.chars().all(|c| c.is_ascii_uppercase());
    let words = lipat(key);
    if letter { nomor_kolom(key) == Some(indeks) } else { words == joined || words == last }
}

impl Peta {
    /// Reads the YAML of a map.
    ///
    /// # Errors
    /// What is not known in it.
    pub fn baca(text: &str) -> Result<Self, Masalah> {
        let peta: Self = if text.trim().is_empty() {
            Self::default()
        } else {
            serde_yaml::from_str(text).map_err(|e| salah(&e.to_string()))?
        };
        let word = |value: &Option<String>, known: &[&str]| match value {
            Some(text) if !known.contains(&text.as_str()) => Err(salah(&format!("`{text}` ≠ {}", known.join(", ")))),
            _ => Ok(()),
        };
        word(&peta.jenis, &["anggaran", "kinerja", "tabel"])?;
        word(&peta.angka, &Style::SEMUA.map(|(kata, _)| kata))?;
        let units: Vec<&String> = match &peta.satuan {
            Some(Satuan::Semua(unit)) => vec![unit],
            Some(Satuan::Kolom(columns)) => columns.values().collect(),
            None => Vec::new(),
        };
        for unit in units {
            let known: Vec<&str> = SATUAN.iter().map(|(kata, _)| *kata).chain(["persen", "pecahan"]).collect();
            word(&Some(unit.clone()), &known)?;
        }
        word(&peta.strip, &["0", "tidak tercetak", "belum dilaporkan", "tidak berlaku"])?;
        word(&peta.jumlah, &["tercetak"])?;
        word(&peta.sambungan, &["nama", "judul"])?;
        word(&peta.tingkat, &Tingkat::SEMUA.map(|(kata, _)| kata))?;
        for value in peta.arah.values() {
            word(&Some(value.clone()), &["naik", "turun"])?;
        }
        for value in peta.simpul.values() {
            word(&Some(value.clone()), &["sama", "baru"])?;
        }
        for value in peta.kolom.values() {
            makna(value)?;
        }
        Ok(peta)
    }

    /// What it says of a column: by its letter, its last words or all of its words.
    pub fn kolom(&self, indeks: usize, tingkat: &[String]) -> Option<Makna> {
        let joined = tingkat.join(" / ");
        let last = tingkat.last().map_or("", String::as_str);
        let fits = |key: &str| cocok(key, indeks, &joined, last);
        self.kolom.iter().find_map(|(key, value)| fits(key).then(|| makna(value).ok()).flatten())
    }

    /// The direction it states of an indicator.
    pub fn arah(&self, nama: &str) -> Option<String> {
        let own = lipat_nama(nama);
        self.arah.iter().find(|(n, _)| lipat_nama(n) == own).map(|(_, a)| a).cloned()
    }

    /// The direction of all that it does not name and whose table does not tell.
    pub fn arah_lain(&self) -> Option<String> {
        self.arah.get("*").cloned()
    }

    /// Whether a node is the one of the portal that it may be: `sama` or `baru`.
    pub fn simpul(&self, kode: &str) -> Option<&str> {
        self.simpul.get(kode).or_else(|| self.simpul.get("*")).map(String::as_str)
    }

    /// The style of numbers it states.
    pub fn style(&self) -> Option<Style> {
        Style::dari_kata(self.angka.as_deref()?)
    }

    /// By what amounts are multiplied where the map says one unit for all.
    pub fn kali(&self) -> Option<i64> {
        match self.satuan.as_ref()? {
            Satuan::Semua(unit) => SATUAN.iter().find(|(kata, _)| kata == unit).map(|(_, n)| *n),
            Satuan::Kolom(_) => Some(1),
        }
    }

    /// By what the amounts of one column are multiplied.
    pub fn kali_di(&self, kolom: &[Kolom], at: usize) -> i64 {
        if let Some(all) = self.kali().filter(|_| matches!(self.satuan, Some(Satuan::Semua(_)))) {
            return all;
        }
        let unit = self.satuan_di(kolom, at);
        unit.and_then(|u| SATUAN.iter().find(|(kata, _)| *kata == u)).map_or(1, |(_, n)| *n)
    }

    /// The unit it states of one column alone.
    fn satuan_di(&self, kolom: &[Kolom], at: usize) -> Option<&str> {
        let Some(Satuan::Kolom(columns)) = &self.satuan else { return None };
        let own = kolom.iter().find(|k| k.indeks == at)?;
        let joined = lipat(&own.kepala);
        columns.iter().find(|(key, _)| cocok(key, at, &joined, &own.akhir)).map(|(_, unit)| unit.as_str())
    }

    /// Whether the percentages of a column stand there as fractions.
    pub fn pecahan(&self, kolom: &[Kolom], at: usize) -> Option<bool> {
        match self.satuan_di(kolom, at)? {
            "pecahan" => Some(true),
            "persen" => Some(false),
            _ => None,
        }
    }

    /// Whether it says of money in what unit it is.
    pub fn satuan_uang(&self) -> bool {
        match &self.satuan {
            Some(Satuan::Semua(_)) => true,
            Some(Satuan::Kolom(columns)) => columns.values().any(|u| SATUAN.iter().any(|(kata, _)| kata == u)),
            None => false,
        }
    }

    /// The kind of table it states.
    pub fn bentuk(&self) -> Option<Bentuk> {
        Some(match self.jenis.as_deref()? {
            "anggaran" => Bentuk::Anggaran,
            "kinerja" => Bentuk::Kinerja,
            _ => Bentuk::Bebas,
        })
    }
}

/// The meaning a word of the map stands for.
fn makna(word: &str) -> Result<Makna, Masalah> {
    let base = word.split([' ', '.']).next().unwrap_or_default();
    Ok(match word {
        "kode" => Makna::Kode,
        "rekening" => Makna::Rekening,
        "nama" => Makna::Nama,
        "urusan" => Makna::Bagian(0),
        "bidang" => Makna::Bagian(1),
        "program" => Makna::Bagian(2),
        "kegiatan" => Makna::Bagian(3),
        "sub_kegiatan" => Makna::Bagian(4),
        "nama_program" => Makna::NamaTingkat(2),
        "nama_kegiatan" => Makna::NamaTingkat(3),
        "nama_sub_kegiatan" => Makna::NamaTingkat(4),
        "tingkat" => Makna::Tingkat,
        "indikator" => Makna::Indikator,
        "setoran" => Makna::Setoran,
        "abaikan" => Makna::Abaikan(pesan!("menurut peta", "by the map")),
        _ if Ukuran::SEMUA.iter().any(|(known, _, _)| *known == base) => Makna::Ukuran(word.to_string()),
        _ => {
            let own = ["kode", "nama", "abaikan", "indikator", "setoran", "rekening"];
            let known = own.into_iter().chain(Ukuran::SEMUA.iter().map(|(word, _, _)| *word));
            let near = nearest(base, known).unwrap_or("pagu.perubahan");
            return Err(Masalah::berkas(
                pesan!("peta: `{word}` bukan makna kolom", "map: `{word}` is no meaning of a column"),
                pesan!(
                    "mungkin maksudnya `{near}`; yang dikenal: kode, nama, indikator, setoran, rekening, abaikan, dan ukuran kolom di docs/rekaman.md",
                    "did you mean `{near}`? known: kode, nama, indikator, setoran, rekening, abaikan, and the measures of docs/rekaman.md"
                ),
            ));
        }
    })
}

fn salah(reason: &str) -> Masalah {
    Masalah::berkas(
        pesan!("peta tidak bisa dibaca: {reason}", "cannot read the map: {reason}"),
        pesan!(
            "yang dikenal: lembar, jenis, kepala, kolom, angka, satuan, tahun, skpd, strip, jumlah, sambungan, nama, simpul, indikator, arah, tingkat, tema; contohnya di docs/panduan.md",
            "known: lembar, jenis, kepala, kolom, angka, satuan, tahun, skpd, strip, jumlah, sambungan, nama, simpul, indikator, arah, tingkat, tema; see docs/panduan.md"
        ),
    )
}
