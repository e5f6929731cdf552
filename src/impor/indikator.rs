//! Indikator: an indicator that a table prints and `opd.yaml` does not have yet: what can be read off the table becomes its
//! entry there. Which way is better is read from a bound or from the printed capaian, never from the words of its name.

use super::angka::Nilai;
use super::makna::{lipat, punya};
use super::masalah::Masalah;
use super::nama::lipat_nama;
use super::penjelasan::{self, Penjelasan};
use super::sunting::{Naskah, Sisipan, kutip, tulis};
use crate::number::{self, Angka, Boleh, Isi, Satuan, Style};
use crate::pesan;
use crate::records::{RumusCapaian, slug};
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// Something the OPD or the portal has: its code and its names, folded.
pub type Dikenal = (String, Vec<String>);

/// An indicator as it would stand in `opd.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baru {
    /// Its code.
    pub kode: String,
    /// Its name as printed.
    pub nama: String,
    /// Its level.
    pub tingkat: String,
    /// Whether the table is one of main indicators.
    pub iku: bool,
    /// Code of its sasaran.
    pub induk: Option<String>,
    /// Its unit as printed.
    pub satuan: Option<String>,
    /// `naik` or `turun`.
    pub arah: String,
    /// What the direction was read from.
    pub alasan: Option<String>,
    /// Scale of its letters.
    pub skala: Option<String>,
    /// Definition or formula as printed.
    pub definisi: Option<String>,
}

/// Which way is better, and from what it is read.
pub struct Arah {
    /// `naik` or `turun`.
    pub kata: &'static str,
    /// In words for `alasan_arah`; nothing where it is printed.
    pub alasan: Option<String>,
}

/// The direction that the cells of one row prove: target, realisasi, capaian.
pub fn arah(target: &[&Nilai], realisasi: Option<&Nilai>, capaian: Option<&Nilai>, style: Style) -> Option<Arah> {
    let mut bounds = target.iter().filter_map(|cell| match isi(cell, style)? {
        Isi::Batas(batas, _) => Some(batas.bawah()),
        _ => None,
    });
    if let Some(bawah) = bounds.next() {
        let same = bounds.all(|other| other == bawah);
        return same.then_some(Arah { kata: if bawah { "naik" } else { "turun" }, alasan: None });
    }
    let (r, c) = (satu(realisasi?, style)?, satu(capaian?, style)?);
    // A figure that no formula gives proves nothing: it may be of another column, or a slip.
    let told = |cell: &&Nilai| {
        penjelasan::jelaskan((cell, realisasi?, capaian?), &penjelasan::BATAS, style).filter(|l| !l.is_empty())
    };
    if !target.iter().any(|cell| told(cell).is_some()) {
        return None;
    }
    let hundred = Decimal::ONE_HUNDRED;
    // Against which of several targets the report measured is known where one alone explains the printed figure.
    let mut proofs = target.iter().filter_map(|cell| {
        let t = satu(cell, style)?;
        let unit = |a: &Angka| a.satuan_sel();
        let alike = unit(&t) == unit(&r) || unit(&t).is_none() || unit(&r).is_none();
        // Near the target the formulas give nearly the same: there only one that alone gives the printed figure tells.
        let far = r.nilai.checked_sub(t.nilai)?.abs().checked_mul(hundred)? > t.nilai.abs()
            || (c.nilai != hundred && told(cell).is_some_and(|ways| satu_arah(&ways)));
        if !alike || t.nilai <= Decimal::ZERO || r.nilai < Decimal::ZERO || !far {
            return None;
        }
        let above = r.nilai > t.nilai;
        // A ceiling of 100 makes what is better than the target 100, in either direction.
        let better = c.nilai >= hundred;
        Some((above == better, cell))
    });
    let (naik, cell) = proofs.next()?;
    if proofs.any(|(other, _)| other != naik) {
        return None;
    }
    let (t, r, c) = (teks(cell), teks(realisasi?), teks(capaian?));
    let kata = if naik { "naik" } else { "turun" };
    Some(Arah { kata, alasan: Some(format!("dibaca dari capaian tercetak: target {t}, realisasi {r}, capaian {c}")) })
}

/// Whether the formulas that explain a figure are all of one direction.
fn satu_arah(ways: &[Penjelasan]) -> bool {
    let rising = |way: &Penjelasan| match way {
        Penjelasan::Rumus { rumus, .. } => Some(*rumus == RumusCapaian::RealisasiTarget),
        _ => None,
    };
    let first = ways.first().and_then(rising);
    first.is_some() && ways.iter().all(|way| rising(way) == first)
}

/// The direction that a column of directions prints.
pub fn kata_arah(text: &str) -> Option<&'static str> {
    let own = lipat(text);
    let any = |words: &[&str]| words.iter().any(|w| own.contains(w));
    let naik = any(&["naik", "meningkat", "tinggi", "positif", "maxim", "maksim", "maks"]);
    let turun = any(&["turun", "menurun", "rendah", "negatif", "minim"]);
    match (naik, turun) {
        (true, false) => Some("naik"),
        (false, true) => Some("turun"),
        _ => None,
    }
}

/// The direction that a sentence says: `semakin rendah semakin baik`, `makin kecil nilainya makin baik`.
pub fn kalimat_arah(text: &str) -> Option<&'static str> {
    let own = lipat(text);
    let (_, rest) = own.split_once("makin ").filter(|(_, rest)| rest.contains("baik") || rest.contains("bagus"))?;
    let first = rest.split("makin").next().unwrap_or_default();
    let any = |words: &[&str]| words.iter().any(|w| first.contains(w));
    let up = any(&["tinggi", "besar", "banyak", "naik", "meningkat", "panjang"]);
    let down = any(&["rendah", "kecil", "sedikit", "turun", "pendek", "cepat", "singkat", "menurun"]);
    match (up, down) {
        (true, false) => Some("naik"),
        (false, true) => Some("turun"),
        _ => None,
    }
}

/// The one scale of the portal that has every word of a row; of several the one that the name calls, `Nilai SAKIP`.
pub fn skala(nama: &str, cells: &[&Nilai], skala: &[Dikenal], style: Style) -> Option<String> {
    let words: Vec<String> = cells
        .iter()
        .filter(|cell| matches!(cell, Nilai::Tulis(_)) && isi(cell, style).is_none())
        .map(|cell| teks(cell))
        .filter(|text| !text.starts_with(['(', '-', '–', '#']))
        .map(|text| lipat(text.split('(').next().unwrap_or_default()))
        .collect();
    let has = |known: &[String]| words.iter().all(|w| known.iter().any(|k| lipat(k) == *w));
    let fits: Vec<&Dikenal> = skala.iter().filter(|(_, known)| !words.is_empty() && has(known)).collect();
    let nama = lipat(nama);
    let called = |code: &str| nama.split(' ').any(|w| w.ends_with(code));
    let mut named = fits.iter().filter(|(code, _)| fits.len() == 1 || called(code));
    named.next().filter(|_| named.next().is_none()).map(|(code, _)| code.clone())
}

fn isi(cell: &Nilai, style: Style) -> Option<Isi> {
    number::baca(&teks(cell), style, &Boleh::semua()).ok()
}

fn satu(cell: &Nilai, style: Style) -> Option<Angka> {
    match isi(cell, style)? {
        Isi::Satu(value) => Some(value),
        _ => None,
    }
}

fn teks(cell: &Nilai) -> String {
    match cell {
        Nilai::Tiada => String::new(),
        Nilai::Angka(_, text) | Nilai::Tulis(text) => text.clone(),
    }
}

/// The level that the words of the table name.
pub fn tingkat(kepala: &str, sasaran: &str, judul: &str) -> Option<&'static str> {
    let own = lipat(kepala);
    let named =
        [("sub kegiatan", "sub_kegiatan"), ("kegiatan", "kegiatan"), ("program", "program"), ("tujuan", "tujuan")];
    if punya(judul, "spm") || judul.contains("standar pelayanan minimal") {
        return Some("spm");
    }
    if punya(&own, "ikk") || own.contains("kinerja kunci") {
        return Some("ikk");
    }
    // "Tujuan / Sasaran / Program": each row is of a level of its own.
    let several = |text: &str| {
        let levels = ["tujuan", "sasaran", "program", "kegiatan"].iter().filter(|w| punya(text, w)).count();
        levels > 1 && (text.contains(['/', ',']) || punya(text, "dan"))
    };
    let above = lipat(sasaran);
    if several(&own) || several(&above) {
        return None;
    }
    if own.contains("sasaran") {
        return Some("sasaran");
    }
    if let Some((_, level)) = named.iter().find(|(word, _)| punya(&own, word)) {
        return Some(level);
    }
    if above.contains("sasaran") {
        return Some("sasaran");
    }
    named.iter().find(|(word, _)| punya(&above, word)).map(|(_, level)| *level)
}

/// A known indicator whose name is nearly the same: then it is not known which of both is meant.
pub fn mirip<'a>(nama: &str, dikenal: &'a [Dikenal]) -> Option<&'a str> {
    let own = lipat_nama(nama);
    let near = |other: &String| {
        let count = |text: &str| text.split(' ').count();
        let diff = similar::TextDiff::from_words(own.as_str(), other.as_str());
        diff.ratio() > 0.8 && count(&own) > 2 && count(other) > 2
    };
    dikenal.iter().find(|(_, names)| names.iter().any(near)).map(|(kode, _)| kode.as_str())
}

/// A code of a name: whole words, at most 48 letters, not taken.
pub fn kode(nama: &str, taken: &dyn Fn(&str) -> bool) -> String {
    let whole = slug(nama).replace('.', "-");
    let mut short = String::new();
    for word in whole.split('-').filter(|w| !w.is_empty()) {
        if !short.is_empty() && short.len() + word.len() > 47 {
            break;
        }
        short = if short.is_empty() { word.chars().take(48).collect() } else { format!("{short}-{word}") };
    }
    (1..).map(|n| if n == 1 { short.clone() } else { format!("{short}-{n}") }).find(|k| !taken(k)).unwrap_or(short)
}

/// The unit as an indicator states it.
pub fn satuan(text: &str) -> Option<String> {
    match Satuan::baca(text)? {
        Satuan::Persen => Some("%".to_string()),
        _ if matches!(text, "-" | "–") => None,
        _ => Some(text.to_string()),
    }
}

/// The insertion of indicators into `opd.yaml`.
///
/// # Errors
/// An `indikator:` that is written in brackets.
pub fn sisipan(naskah: &Naskah<'_>, blok: &[impl Fn(usize) -> String]) -> Result<Sisipan, Masalah> {
    let block = |depth: usize| blok.iter().map(|b| b(depth)).collect::<String>();
    match naskah.akar.pasangan("indikator") {
        Some((_, map)) if naskah.sebaris(map) => Err(Masalah::berkas(
            pesan!(
                "`indikator` dalam opd.yaml ditulis dalam satu baris dengan kurung",
                "`indikator` in opd.yaml is written on one line in brackets"
            ),
            pesan!(
                "tulis masing-masing di baris sendiri, lalu ulangi",
                "write each on a line of its own, then try again"
            ),
        )),
        Some((_, map)) if !map.kosong() => Ok(Sisipan::baru(naskah.baris_akhir(map), block(naskah.kolom(map.awal)))),
        Some((key, _)) => Ok(Sisipan::baru(naskah.baris_akhir(key), block(2))),
        None => Ok(Sisipan::baru(naskah.teks.len(), format!("\nindikator:\n{}", block(2)))),
    }
}

/// Indicators of one table as entries of `opd.yaml`; `dokumen` and `letak` say where they are printed.
pub fn blok<'b>(baru: &'b [Baru], dokumen: Option<&'b str>, letak: &'b str) -> impl Fn(usize) -> String + use<'b> {
    move |depth| baru.iter().map(|b| satu_blok(depth, b, dokumen, letak)).collect()
}

fn satu_blok(depth: usize, b: &Baru, dokumen: Option<&str>, letak: &str) -> String {
    let mut out = format!("{:depth$}{}:\n", "", tulis(&b.kode));
    let optional = |key: &str, value: &Option<String>| value.as_ref().map(|v| format!("{key}: {}", tulis(v)));
    let definisi = b.definisi.as_deref().map_or_else(|| "(tidak tercetak)".to_string(), tulis);
    let lines = [
        Some(format!("nama: {}", tulis(&b.nama))),
        Some(format!("tingkat: {}", b.tingkat)),
        b.iku.then(|| "iku: true".to_string()),
        optional("induk", &b.induk),
        b.satuan.as_ref().map(|v| format!("satuan: {}", kutip(v))),
        Some(format!("arah: {}", b.arah)),
        optional("alasan_arah", &b.alasan),
        Some(format!("definisi: {definisi}")),
        optional("skala", &b.skala),
        dokumen.map(|d| format!("dokumen: {}", tulis(d))),
        dokumen.map(|_| format!("letak: {}", tulis(letak))),
    ];
    for line in lines.into_iter().flatten() {
        let _ = writeln!(out, "{:depth$}  {line}", "");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Nilai {
        Nilai::Tulis(text.to_string())
    }

    fn read(target: &str, realisasi: &str, capaian: &str) -> Option<&'static str> {
        let (t, r, c) = (cell(target), cell(realisasi), cell(capaian));
        arah(&[&t], Some(&r), Some(&c), Style::Indonesia).map(|a| a.kata)
    }

    #[test]
    fn a_direction_is_read_from_a_bound_or_from_the_printed_capaian() {
        for (target, realisasi, capaian, kata) in [
            ("92,50", "90,10", "97,41%", Some("naik")),
            ("4,00", "5,00", "75,00%", Some("turun")),
            ("4,00", "5,00", "80,00%", Some("turun")),
            ("80", "100", "100%", Some("naik")),
            ("80", "100", "120%", Some("naik")),
            ("10", "8", "100%", Some("turun")),
            ("≤ 30", "25", "", Some("turun")),
            ("min. 80%", "", "", Some("naik")),
            // What says nothing: equal, nearly equal, unlike units, nothing printed, letters.
            ("72,50", "72,50", "100,00%", None),
            ("100", "99,9", "100%", None),
            ("100%", "45 dokumen", "100%", None),
            ("100", "90", "", None),
            ("BB", "A", "100%", None),
            ("0", "5", "0%", None),
        ] {
            assert_eq!(read(target, realisasi, capaian), kata, "{target} {realisasi} {capaian}");
        }
    }

    #[test]
    fn a_code_keeps_whole_words_and_is_not_taken_twice() {
        let none = |_: &str| false;
        assert_eq!(kode("Persentase PPKS yang terlayani (%)", &none), "persentase-ppks-yang-terlayani");
        assert_eq!(kode("Nilai SAKIP", &|k| k == "nilai-sakip"), "nilai-sakip-2");
        assert!(kode(&"panjang sekali ".repeat(12), &none).len() <= 48);
    }
}
