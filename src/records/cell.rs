//! Sel: one cell as printed, with the mark that says why it has no value, that it is doubted, or how it is read.

use super::node::Teks;
use super::reader::Reader;
use crate::diagnostic::{Jalur, Pesan};
use crate::number::{self, Angka, Lang, NumberError, Style};
use crate::pesan;
use rust_decimal::Decimal;

/// Why a cell has no value. Missing is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alasan {
    /// Not reported.
    BelumDilaporkan,
    /// Does not apply.
    TidakBerlaku,
    /// A division by zero.
    TidakTerhitung,
    /// Something is printed that nobody can read.
    TidakTerbaca,
}

impl Alasan {
    /// The words an author writes and a page shows.
    pub const SEMUA: [(&'static str, Alasan); 4] = [
        ("belum dilaporkan", Alasan::BelumDilaporkan),
        ("tidak berlaku", Alasan::TidakBerlaku),
        ("tidak terhitung", Alasan::TidakTerhitung),
        ("tidak terbaca", Alasan::TidakTerbaca),
    ];

    /// The reason in words.
    pub fn teks(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, a)| *a == self).map_or("", |(t, _)| t)
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// One exact number.
    Angka(Angka),
    /// Several numbers in order, never added up.
    Komposit(Vec<Angka>),
    /// A letter of a scale: `CC`.
    Huruf(String),
    /// Text.
    Teks(String),
    /// Nothing, and why.
    Kosong(Alasan),
}

/// One cell as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sel {
    /// The text as printed, without the mark.
    pub tercetak: String,
    /// What it means.
    pub nilai: Nilai,
    /// Scan damage makes it doubtful: shown, never evidence.
    pub ragu: bool,
    /// The author chose this reading of a malformed or ambiguous print.
    pub dibaca: bool,
    /// The author's reason for either mark.
    pub alasan: Option<String>,
}

impl Sel {
    /// The number, when the cell is one.
    pub fn angka(&self) -> Option<&Angka> {
        match &self.nilai {
            Nilai::Angka(angka) => Some(angka),
            _ => None,
        }
    }

    /// The exact value, when the cell is one number.
    pub fn desimal(&self) -> Option<Decimal> {
        self.angka().map(|a| a.nilai)
    }

    /// The value when it may stand as evidence: a number nobody doubts.
    pub fn bukti(&self) -> Option<&Angka> {
        if self.ragu { None } else { self.angka() }
    }

    /// Text or letter.
    pub fn teks(&self) -> Option<&str> {
        match &self.nilai {
            Nilai::Teks(text) | Nilai::Huruf(text) => Some(text),
            _ => None,
        }
    }
}

/// What a cell is expected to hold.
#[derive(Debug, Clone, Copy)]
pub struct Harapan<'a> {
    /// Text only: nothing is read as a number.
    pub teks: bool,
    /// The letters that count as values here.
    pub huruf: &'a [String],
    /// How the document writes numbers.
    pub style: Style,
}

/// The parts of a mark such as `(ragu, dibaca 120000000: spasi dari pemindaian)`.
struct Tanda {
    kosong: Option<Alasan>,
    ragu: bool,
    dibaca: Option<String>,
    alasan: Option<String>,
}

/// Reads one cell; every problem is reported at `jalur`.
pub fn read(r: &mut Reader, teks: &Teks, jalur: &Jalur, harapan: Harapan<'_>) -> Option<Sel> {
    let isi = teks.isi.trim();
    let (tercetak, tanda) = match split_mark(isi) {
        Some((printed, tanda)) => (printed, tanda),
        None => (isi, Tanda { kosong: None, ragu: false, dibaca: None, alasan: None }),
    };
    let sel = |nilai, tanda: Tanda| {
        Some(Sel {
            tercetak: tercetak.to_string(),
            nilai,
            ragu: tanda.ragu,
            dibaca: tanda.dibaca.is_some(),
            alasan: tanda.alasan,
        })
    };
    if let Some(alasan) = tanda.kosong {
        return sel(Nilai::Kosong(alasan), tanda);
    }
    if let Some(dibaca) = &tanda.dibaca {
        let nilai = match read_plain(dibaca) {
            Some(nilai) => nilai,
            None if harapan.teks => Nilai::Teks(dibaca.clone()),
            None => {
                r.galat(
                    "bacaan-salah",
                    jalur,
                    pesan!("bacaan `{dibaca}` bukan angka polos", "the reading `{dibaca}` is not a plain number"),
                )
                .help = Some(pesan!(
                    "tulis tanpa pemisah ribuan dan dengan titik desimal, misalnya `(dibaca 1497200.50)`",
                    "write without grouping and with a decimal point, for example `(dibaca 1497200.50)`"
                ));
                return None;
            }
        };
        return sel(nilai, tanda);
    }
    if tercetak.is_empty() || matches!(tercetak, "-" | "–" | "—" | "~") {
        let message = match tercetak {
            "" => pesan!("sel ini kosong, dan tidak mengatakan mengapa", "this cell is empty and does not say why"),
            _ => pesan!(
                "sel `{tercetak}` tidak mengatakan mengapa tidak ada angka",
                "the cell `{tercetak}` does not say why there is no number"
            ),
        };
        let ways =
            Alasan::SEMUA.map(|(word, _)| format!("\"{}\"", format!("{tercetak} ({word})").trim_start())).join(", ");
        r.galat("sel-kosong", jalur, message).help = Some(pesan!(
            "tulis alasannya, salah satu dari {ways}; nol ditulis \"0\"",
            "write the reason, one of {ways}; a true zero is \"0\""
        ));
        return None;
    }
    if harapan.teks {
        return sel(Nilai::Teks(tercetak.to_string()), tanda);
    }
    if let Some(huruf) = harapan.huruf.iter().find(|h| h.as_str() == tercetak) {
        return sel(Nilai::Huruf(huruf.clone()), tanda);
    }
    if teks.pecahan && three_decimals(tercetak) {
        report_number(r, tercetak, jalur, &NumberError::Ambigu(plain_readings(tercetak)));
        return None;
    }
    match number::parse_many(tercetak, harapan.style) {
        Ok(mut all) if all.len() == 1 => sel(Nilai::Angka(all.remove(0)), tanda),
        Ok(all) => sel(Nilai::Komposit(all), tanda),
        Err(error) => {
            report_number(r, tercetak, jalur, &error);
            None
        }
    }
}

/// Splits `printed (mark)`; text in parentheses that is no mark stays part of the print.
fn split_mark(isi: &str) -> Option<(&str, Tanda)> {
    let open = isi.strip_suffix(')')?.rfind('(')?;
    let inner = isi[open + 1..isi.len() - 1].trim();
    let (head, alasan) = match inner.split_once(':') {
        Some((head, reason)) => (head.trim(), Some(reason.trim().to_string()).filter(|r| !r.is_empty())),
        None => (inner, None),
    };
    let mut tanda = Tanda { kosong: None, ragu: false, dibaca: None, alasan };
    // A decimal comma never occurs inside a mark: a reading is written with a point.
    for part in head.split(", ") {
        let part = part.trim();
        if part == "ragu" || part == "diragukan" {
            tanda.ragu = true;
        } else if let Some(reading) = part.strip_prefix("dibaca ") {
            tanda.dibaca = Some(reading.trim().to_string());
        } else if let Some((_, alasan)) = Alasan::SEMUA.iter().find(|(word, _)| *word == part) {
            tanda.kosong = Some(*alasan);
        } else {
            return None;
        }
    }
    Some((isi[..open].trim_end(), tanda))
}

/// A reading: a plain number, or a composite of plain numbers with units.
fn read_plain(text: &str) -> Option<Nilai> {
    let number = text.strip_suffix('%').unwrap_or(text).trim();
    if let Ok(value) = Decimal::from_str_exact(number) {
        let mut angka = Angka::polos(value);
        angka.persen = text.ends_with('%');
        return Some(Nilai::Angka(angka));
    }
    match number::parse_many(text, Style::Inggris) {
        Ok(mut all) if all.len() == 1 => Some(Nilai::Angka(all.remove(0))),
        Ok(all) => Some(Nilai::Komposit(all)),
        Err(_) => None,
    }
}

fn three_decimals(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(_, fraction)| fraction.len() == 3)
}

/// The two readings of an unquoted `820.205`.
fn plain_readings(text: &str) -> Vec<number::Reading> {
    match number::parse(text, Style::TidakDinyatakan) {
        Err(NumberError::Ambigu(readings)) => readings,
        _ => Vec::new(),
    }
}

/// Reports a number that cannot be read, with its readings and how to write each.
pub fn report_number(r: &mut Reader, text: &str, jalur: &Jalur, error: &NumberError) {
    let ways = |readings: &[number::Reading]| -> Pesan {
        let mut id = Vec::new();
        let mut en = Vec::new();
        for reading in readings {
            let plain = reading.nilai;
            let value = Lang::Id.grouped(plain);
            id.push(format!("{value} ({}) ditulis \"{text} (dibaca {plain})\"", reading.sebab.0));
            let value = Lang::En.grouped(plain);
            en.push(format!("{value} ({}) is written \"{text} (dibaca {plain})\"", reading.sebab.1));
        }
        Pesan::new(id.join("; atau "), en.join("; or "))
    };
    let (code, message, help) = match error {
        NumberError::Ambigu(readings) => {
            let mut help = ways(readings);
            help.id.push_str("; atau nyatakan `angka: indonesia` / `angka: inggris` pada dokumen atau tabelnya");
            help.en.push_str("; or state `angka: indonesia` / `angka: inggris` on its document or table");
            ("angka-ambigu", pesan!("`{text}` punya dua bacaan", "`{text}` has two readings"), help)
        }
        NumberError::Menyimpang(readings) => (
            "angka-menyimpang",
            pesan!(
                "pemisah dalam `{text}` tidak cocok dengan bentuk angka mana pun",
                "the separators in `{text}` fit no number format"
            ),
            ways(readings),
        ),
        NumberError::TerlaluPanjang => (
            "angka-terlalu-panjang",
            pesan!("`{text}` lebih dari 28 digit", "`{text}` has more than 28 digits"),
            pesan!("periksa apakah dua angka tersambung", "check whether two numbers were joined"),
        ),
        NumberError::Kosong | NumberError::BukanAngka | NumberError::Banyak => (
            "bukan-angka",
            pesan!("`{text}` bukan angka", "`{text}` is not a number"),
            pesan!(
                "tulis misalnya \"57.817.764.115\", \"95,39%\", \"2 Dokumen\" atau \"{text} (tidak terbaca)\"",
                "write for example \"57.817.764.115\", \"95,39%\", \"2 Dokumen\" or \"{text} (tidak terbaca)\""
            ),
        ),
    };
    r.galat(code, jalur, message).help = Some(help);
}
