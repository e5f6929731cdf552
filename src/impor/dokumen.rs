//! Dokumen: of which document a file is. What a DPA, an RFK or a Perjanjian Kinerja prints is never published as if the
//! yearly report had printed it: the title of the sheet says what it is, or the author.

use super::kisi::Lembar;
use super::makna::lipat;
use super::masalah::Masalah;
use super::sunting::{Naskah, Nilai, Sisipan, Titik, tulis};
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::slug;

/// How the title of a document begins, its kind, and its whole name; the longer beginning first.
const JENIS: [(&str, &str, &str); 15] = [
    ("dokumen pelaksanaan perubahan anggaran", "DPPA", "Dokumen Pelaksanaan Perubahan Anggaran"),
    ("dokumen pelaksanaan pergeseran anggaran", "DPPA", "Dokumen Pelaksanaan Pergeseran Anggaran"),
    ("dokumen perubahan pelaksanaan anggaran", "DPPA", "Dokumen Perubahan Pelaksanaan Anggaran"),
    ("dppa", "DPPA", "Dokumen Pelaksanaan Perubahan Anggaran"),
    ("dokumen pelaksanaan anggaran", "DPA", "Dokumen Pelaksanaan Anggaran"),
    ("dpa", "DPA", "Dokumen Pelaksanaan Anggaran"),
    ("rencana kerja dan anggaran", "RKA", "Rencana Kerja dan Anggaran"),
    ("perjanjian kinerja perubahan", "Perjanjian Kinerja Perubahan", "Perjanjian Kinerja Perubahan"),
    ("perubahan perjanjian kinerja", "Perjanjian Kinerja Perubahan", "Perjanjian Kinerja Perubahan"),
    ("perjanjian kinerja", "Perjanjian Kinerja", "Perjanjian Kinerja"),
    ("rencana aksi", "Rencana Aksi", "Rencana Aksi"),
    ("laporan realisasi fisik dan keuangan", "RFK", "Realisasi Fisik dan Keuangan"),
    ("realisasi fisik dan keuangan", "RFK", "Realisasi Fisik dan Keuangan"),
    ("rfk", "RFK", "Realisasi Fisik dan Keuangan"),
    ("laporan realisasi anggaran", "LRA", "Laporan Realisasi Anggaran"),
];

/// A document that a file is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dokumen {
    /// Its code in `opd.yaml`.
    pub kode: String,
    /// Its entry, where `opd.yaml` has none.
    pub baru: Option<(String, String, i32)>,
    /// What is said of it.
    pub catatan: Option<Pesan>,
}

/// The document of a file: what the author says, else what its title says; nothing where it is the record's own.
///
/// # Errors
/// A code that `opd.yaml` does not have.
pub fn cari(
    lembar: &Lembar,
    sebelum: usize,
    (opd, sendiri): (&Naskah<'_>, &str),
    (dinyatakan, tahun): (Option<&str>, i32),
) -> Result<Option<Dokumen>, Masalah> {
    let list: &[(String, Titik, Titik)] = match opd.akar.kunci("dokumen").map(|t| &t.isi) {
        Some(Nilai::Peta(pairs)) => pairs,
        _ => &[],
    };
    if let Some(kode) = dinyatakan {
        if !list.iter().any(|(own, ..)| own == kode) {
            let known = list.iter().map(|(own, ..)| format!("`{own}`")).collect::<Vec<_>>().join(", ");
            return Err(Masalah::berkas(
                pesan!("dokumen `{kode}` tidak terdaftar di opd.yaml", "the document `{kode}` is not in opd.yaml"),
                pesan!("daftarkan dahulu, atau pilih dari: {known}", "add it there first, or choose from: {known}"),
            ));
        }
        let other = kode != sendiri;
        return Ok(other.then(|| Dokumen { kode: kode.to_string(), baru: None, catatan: None }));
    }
    let cells = (0..sebelum.min(lembar.baris.len())).flat_map(|row| {
        lembar.baris[row].iter().enumerate().map(move |(column, c)| (lembar.alamat(row, column), c.tulisan()))
    });
    let titles: Vec<(String, String)> = cells.filter(|(_, text)| !text.is_empty()).collect();
    // A table of the report names what it quotes: `Tabel 2.1 Perjanjian Kinerja`, `Laporan Kinerja 2024`.
    let report = |text: &str| {
        let own = lipat(text);
        own.starts_with("tabel") || ["laporan kinerja", "lkjip", "lakip", "lkip"].iter().any(|w| own.contains(w))
    };
    if titles.iter().any(|(_, text)| report(text)) {
        return Ok(None);
    }
    let kind = |text: &str| {
        let own = lipat(text);
        let own = own.strip_prefix("formulir ").unwrap_or(&own).to_string();
        JENIS
            .iter()
            .find(|(words, ..)| own.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    let Some(((place, title), (_, jenis, nama))) = titles.iter().find_map(|t| Some((t, kind(&t.1)?))) else {
        return Ok(None);
    };
    let word = |titik: &Titik, key: &str| match titik.kunci(key).map(|t| &t.isi) {
        Some(Nilai::Skalar(text)) => text.clone(),
        _ => String::new(),
    };
    let year = tahun.to_string();
    let same = |(kode, _, entry): &&(String, Titik, Titik)| {
        let of = word(entry, "tahun");
        word(entry, "jenis").eq_ignore_ascii_case(jenis) && (of == year || (of.is_empty() && kode.contains(&year)))
    };
    let known = list.iter().find(same).map(|(kode, ..)| kode.clone());
    let taken = |kode: &str| list.iter().any(|(own, ..)| own == kode);
    let fresh = || {
        let base = format!("{}-{year}", slug(jenis));
        (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") }).find(|k| !taken(k)).unwrap_or_default()
    };
    let baru = known.is_none().then(|| (format!("{nama} Tahun {year}"), (*jenis).to_string(), tahun));
    let kode = known.unwrap_or_else(fresh);
    let catatan = pesan!(
        "{place} “{title}”: dibaca sebagai isi dokumen `{kode}` ({jenis}), bukan `{sendiri}`; bila keliru, pakai `--dokumen {sendiri}`",
        "{place} “{title}”: read as part of the document `{kode}` ({jenis}), not of `{sendiri}`; if that is wrong, use `--dokumen {sendiri}`"
    );
    Ok(Some(Dokumen { kode, baru, catatan: Some(catatan) }))
}

/// The entry of a new document in `opd.yaml`.
///
/// # Errors
/// A list of documents that is written in brackets.
pub fn sisipan(
    opd: &Naskah<'_>,
    kode: &str,
    (judul, jenis, tahun): &(String, String, i32),
) -> Result<Sisipan, Masalah> {
    let entry = format!("{}: {{judul: {}, jenis: {}, tahun: {tahun}}}", tulis(kode), tulis(judul), tulis(jenis));
    let wrong = || {
        Masalah::berkas(
            pesan!(
                "opd.yaml belum punya dokumen `{kode}`, dan daftar `dokumen` di sana tidak bisa ditambah dari sini",
                "opd.yaml has no document `{kode}` yet, and its list `dokumen` cannot be added to from here"
            ),
            pesan!(
                "tulis di bawah `dokumen:` di opd.yaml: `{entry}`, lalu ulangi dengan `--dokumen {kode}`",
                "write below `dokumen:` in opd.yaml: `{entry}`, then try again with `--dokumen {kode}`"
            ),
        )
    };
    let (_, map) = opd.akar.pasangan("dokumen").filter(|(_, map)| !opd.sebaris(map)).ok_or_else(wrong)?;
    let Nilai::Peta(pairs) = &map.isi else { return Err(wrong()) };
    let depth = pairs.first().map(|(_, key, _)| opd.kolom(key.awal)).ok_or_else(wrong)?;
    Ok(Sisipan::baru(opd.baris_akhir(map), format!("{:depth$}{entry}\n", "")))
}

/// A table with the document it is of, as an item of a list.
pub fn bubuhi(item: &str, depth: usize, kode: Option<&str>) -> String {
    match (kode, item.split_once('\n')) {
        (Some(kode), Some((first, rest))) => format!("{first}\n{:depth$}  dokumen: {}\n{rest}", "", tulis(kode)),
        _ => item.to_string(),
    }
}
