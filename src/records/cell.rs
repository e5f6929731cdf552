//! Sel: one cell as printed, with the mark that says why it has no value, that it is doubted, or how it is read.

use super::galat_angka::{
    angka_ditiadakan, angka_ganda, bacaan_ganda, bacaan_tanpa_besaran, report_number, tanda_di_tengah, tanda_salah,
    tanda_telanjang,
};
use super::ganda::{dua_bacaan, ganda, tepat_tiga};
pub use super::harapan::Harapan;
use super::hiasan::{hiasan, tanpa_besaran, terbaca, terbaca_sama};
use super::kata_skala::{letter, letter_with_words};
use super::kosong::{report_empty, tanpa_isi};
use super::node::Teks;
use super::reader::Reader;
pub use super::tanda::Alasan;
use super::tanda::{Tanda, Terbaca, split_mark};
use crate::diagnostic::Jalur;
use crate::number::{self, Angka, Batas, Boleh, Isi, Kurung, NumberError, Style};
use crate::pesan;
use rust_decimal::Decimal;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nilai {
    /// One exact number.
    Angka(Angka),
    /// Several numbers in order, never added up.
    Komposit(Vec<Angka>),
    /// From one number to another.
    Rentang(Angka, Angka),
    /// At least, at most, more or less than a number.
    Batas(Batas, Angka),
    /// One to so many: `1 : 2.500`.
    Rasio(Angka, Angka),
    /// A time in several units: the whole of it in its first unit, and its parts.
    Durasi(Angka, Vec<Angka>),
    /// A letter or word of a scale: `CC`, `Paripurna`.
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
    /// What the print says beside its number: `(SSGI)`, `(Tuntas Utama)`.
    pub keterangan: Option<String>,
}

impl Nilai {
    /// The kind in one word, as the CSV says it.
    pub fn jenis(&self) -> &'static str {
        match self {
            Nilai::Angka(a) if a.persen => "persen",
            Nilai::Angka(_) => "angka",
            Nilai::Komposit(_) => "komposit",
            Nilai::Rentang(..) => "rentang",
            Nilai::Batas(..) => "batas",
            Nilai::Rasio(..) => "rasio",
            Nilai::Durasi(..) => "durasi",
            Nilai::Huruf(_) => "huruf",
            Nilai::Teks(_) => "teks",
            Nilai::Kosong(_) => "kosong",
        }
    }

    /// Lower and upper end of what may be meant, where it is a range or a bound.
    pub fn ujung(&self) -> (Option<Decimal>, Option<Decimal>) {
        match self {
            Nilai::Rentang(a, b) => (Some(a.nilai), Some(b.nilai)),
            Nilai::Batas(batas, a) if batas.bawah() => (Some(a.nilai), None),
            Nilai::Batas(_, a) => (None, Some(a.nilai)),
            _ => (None, None),
        }
    }

    /// The number whose unit is the unit of the whole, if there is one.
    pub fn wakil(&self) -> Option<&Angka> {
        match self {
            Nilai::Angka(a) | Nilai::Durasi(a, _) | Nilai::Batas(_, a) | Nilai::Rentang(a, _) => Some(a),
            _ => None,
        }
    }

    /// Whether something is printed that can be held against a target: not text, not nothing.
    pub fn bernilai(&self) -> bool {
        !matches!(self, Nilai::Teks(_) | Nilai::Kosong(_))
    }
}

impl Sel {
    /// The number, when the cell is one.
    pub fn angka(&self) -> Option<&Angka> {
        match &self.nilai {
            Nilai::Angka(angka) | Nilai::Durasi(angka, _) => Some(angka),
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

/// Reads one cell; every problem is reported at `jalur`.
pub fn read(r: &mut Reader, teks: &Teks, jalur: &Jalur, harapan: Harapan<'_>) -> Option<Sel> {
    let isi = teks.isi.trim();
    let (tercetak, tanda) = match split_mark(isi) {
        Terbaca::Tanda(printed, tanda) => (printed, tanda),
        Terbaca::Tanpa => (isi, Tanda::default()),
        // Where text is expected, a bracket is only a bracket.
        Terbaca::Salah(_) | Terbaca::DiTengah(_) | Terbaca::Telanjang(_) if harapan.teks => (isi, Tanda::default()),
        Terbaca::Telanjang(benar) => {
            tanda_telanjang(r, isi, &benar, jalur);
            return None;
        }
        Terbaca::DiTengah(benar) => {
            tanda_di_tengah(r, isi, &benar, jalur);
            return None;
        }
        Terbaca::Salah(benar) => {
            tanda_salah(r, isi, &benar, jalur);
            return None;
        }
    };
    let (hiasan, keterangan) = hiasan(tercetak, harapan);
    let sel = |nilai, tanda: Tanda| {
        Some(Sel {
            tercetak: tercetak.to_string(),
            // A reading that only leaves the words beside the number away is no other form of it.
            dibaca: tanda.dibaca.is_some() && !satu(&nilai).is_some_and(|a| terbaca_sama(hiasan, a, harapan)),
            nilai,
            ragu: tanda.ragu,
            alasan: tanda.alasan,
            keterangan: keterangan.map(ToString::to_string),
        })
    };
    if let Some(alasan) = tanda.kosong {
        let told = alasan == Alasan::TidakBerlaku || alasan == Alasan::TidakTerhitung;
        if !(harapan.teks || told && tanda.alasan.is_some()) && terbaca(hiasan, harapan) {
            angka_ditiadakan(r, isi, tercetak, jalur);
            return None;
        }
        return sel(Nilai::Kosong(alasan), tanda);
    }
    if let Some(dibaca) = &tanda.dibaca {
        if let Some(readings) = dua_bacaan(dibaca).filter(|_| !harapan.teks) {
            bacaan_ganda(r, dibaca, tercetak, &readings, jalur, &harapan);
            return None;
        }
        let nilai = match read_plain(dibaca, harapan) {
            Some(nilai) => nilai,
            None if harapan.teks => Nilai::Teks(dibaca.clone()),
            None => {
                r.galat(
                    "bacaan-salah",
                    jalur,
                    pesan!("bacaan `{dibaca}` bukan angka polos", "the reading `{dibaca}` is not a plain number"),
                )
                .help = Some(if dibaca.contains('/') && !harapan.boleh.komposit {
                    pesan!(
                        "sel ini berisi satu angka: tulis satu bacaan, atau \"(ragu)\" bila tidak dapat dipilih",
                        "this cell holds one number: write one reading, or \"(ragu)\" where none can be chosen"
                    )
                } else {
                    pesan!(
                        "tulis tanpa pemisah ribuan dan dengan titik desimal, misalnya `(dibaca 1497200.50)`; beberapa angka dipisahkan garis miring, `(dibaca 19 / 114)`",
                        "write without grouping and with a decimal point, for example `(dibaca 1497200.50)`; several numbers are parted by slashes, `(dibaca 19 / 114)`"
                    )
                });
                return None;
            }
        };
        if let Some((kata, penuh)) = satu(&nilai).and_then(|a| tanpa_besaran(dibaca, tercetak, a, harapan)) {
            bacaan_tanpa_besaran(r, dibaca, tercetak, kata, &penuh, jalur);
            return None;
        }
        return sel(nilai, tanda);
    }
    // "Tidak ada" says nothing, unless it is what the scale of the indicator counts.
    if tanpa_isi(tercetak)
        && letter_with_words(tercetak, harapan.huruf).is_none()
        && (!harapan.teks || tercetak.is_empty() || matches!(tercetak, "-" | "–" | "—" | "~"))
    {
        report_empty(r, tercetak, jalur, harapan);
        return None;
    }
    if harapan.teks {
        return sel(Nilai::Teks(tercetak.to_string()), tanda);
    }
    // `Predikat B`, `A (Memuaskan)`, `≥ BB`: the letter with its words is the letter.
    if let Some(huruf) = letter_with_words(tercetak, harapan.huruf) {
        return sel(Nilai::Huruf(huruf.nilai().to_string()), tanda);
    }
    // `60,70 (B)`: the number with its letter is the number; `15,1% (SSGI)` with its remark.
    let angka = hiasan;
    if teks.pecahan && three_decimals(tercetak) {
        let readings = plain_readings(tercetak);
        if !readings.is_empty() {
            report_number(r, tercetak, jalur, &NumberError::Ambigu(readings), &harapan);
            return None;
        }
    }
    match number::baca(angka, harapan.style, &harapan.boleh) {
        // `(97,5%)` beside a number of people is in brackets, or below zero.
        Ok(Isi::Satu(a)) if harapan.boleh.kurung == Kurung::Tanya && angka.starts_with('(') && angka.contains(')') => {
            let readings = [
                number::Reading { nilai: a.nilai.abs(), sebab: ("tercetak dalam kurung", "printed in brackets") },
                number::Reading {
                    nilai: Decimal::ZERO.saturating_sub(a.nilai.abs()),
                    sebab: ("kurung sebagai tanda minus", "brackets as a minus"),
                },
            ];
            angka_ganda(r, tercetak, &readings, false, jalur, &harapan);
            None
        }
        Ok(Isi::Satu(a)) => match ganda(angka, &a, &harapan) {
            Some((readings, gaya)) => {
                angka_ganda(r, tercetak, &readings, gaya, jalur, &harapan);
                None
            }
            None => sel(Nilai::Angka(a), tanda),
        },
        Ok(isi) => sel(isi.into(), tanda),
        Err(error) => {
            report_number(r, tercetak, jalur, &error, &harapan);
            None
        }
    }
}

/// The number of a value that is one.
fn satu(nilai: &Nilai) -> Option<&Angka> {
    match nilai {
        Nilai::Angka(a) => Some(a),
        _ => None,
    }
}

impl From<Isi> for Nilai {
    fn from(isi: Isi) -> Self {
        match isi {
            Isi::Satu(a) => Nilai::Angka(a),
            Isi::Komposit(all) => Nilai::Komposit(all),
            Isi::Rentang(a, b) => Nilai::Rentang(a, b),
            Isi::Batas(batas, a) => Nilai::Batas(batas, a),
            Isi::Rasio(a, b) => Nilai::Rasio(a, b),
            Isi::Durasi(a, all) => Nilai::Durasi(a, all),
        }
    }
}

/// A reading: a plain number, perhaps with its unit, or several of them parted by slashes; or a letter of the scale.
fn read_plain(text: &str, harapan: Harapan<'_>) -> Option<Nilai> {
    if let Some(huruf) = letter(text, harapan.huruf) {
        return Some(Nilai::Huruf(huruf.nilai().to_string()));
    }
    // A comma inside a number groups or opens decimals: it says nothing by itself.
    let digit = |c: char| c.is_ascii_digit();
    if text.as_bytes().windows(3).any(|w| w[1] == b',' && digit(w[0].into()) && digit(w[2].into())) {
        return None;
    }
    let boleh = Boleh { pasti_komposit: harapan.boleh.komposit, pangkat: 0, ..harapan.boleh };
    let isi = number::baca(text, Style::Inggris, &boleh).ok()?;
    Some(match isi {
        // Three decimals are written with a zero behind them, so that they are not taken for thousands.
        Isi::Satu(a) if tepat_tiga(text, 4) && a.pangkat == 0 && a.nilai.scale() == 4 => {
            let mut nilai = a.nilai;
            nilai.rescale(3);
            Nilai::Angka(Angka { persen: a.persen, satuan: a.satuan, ..Angka::polos(nilai) })
        }
        Isi::Satu(a) if tepat_tiga(text, 4) && a.pangkat > 0 => {
            let ten = Decimal::TEN;
            Nilai::Angka(Angka { langkah: a.langkah.checked_mul(ten)?, desimal: a.desimal.saturating_sub(1), ..a })
        }
        isi => isi.into(),
    })
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
