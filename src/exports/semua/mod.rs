//! Semua: all data of the portal, or of one daerah of a large one, in one archive: every table in every form, what they mean,
//! the licence and how to cite them. What stands in it in another form than in the site weighs nothing beside the pages.

mod banding;
mod baris;
mod bentuk;
mod ekor;
mod keadaan;
mod rinci;
mod tabel;
mod teks;

pub use banding::{banding, padanan};
pub use baris::Milik;
pub use tabel::{SEMUA, Tabel};

use super::edisi::hex;
use super::paket::{Paket, paket_isi};
use super::xlsx::{self, Lembar};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// What it is called in lists.
pub const JUDUL: &str = "Semua data";

/// What goes into an archive.
pub struct Isi<'m> {
    /// What agencies bring, in the order of their addresses.
    pub milik: Vec<&'m Milik>,
    /// The shared indicators, as plain CSV.
    pub padanan: Vec<u8>,
    /// The comparisons, as plain CSV.
    pub banding: Vec<u8>,
}

impl Isi<'_> {
    /// The rows of a table, part by part.
    fn bagian(&self, t: &Tabel) -> Vec<&[u8]> {
        match t.nama {
            "padanan" => vec![&self.padanan],
            "banding" => vec![&self.banding],
            _ => self.milik.iter().map(|m| m.baris(t)).collect(),
        }
    }
}

/// A file of the archive.
struct Berkas {
    nama: String,
    tabel: Option<&'static Tabel>,
    baris: usize,
    ukuran: usize,
    sha256: String,
}

/// The archive: the same rows give the same bytes.
pub fn arsip(portal: &Paket<'_>, judul: &str, isi: &Isi<'_>) -> Vec<u8> {
    // Writing into memory does not fail.
    susun(portal, judul, isi).unwrap_or_default()
}

fn susun(portal: &Paket<'_>, judul: &str, isi: &Isi<'_>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut semua: Vec<Berkas> = Vec::new();
    for t in SEMUA {
        let parts = isi.bagian(t);
        let rows = bentuk::baris(&parts).count();
        let mut own = |ending: &str, write: &dyn Fn(&mut dyn Write) -> io::Result<()>| -> io::Result<()> {
            let nama = format!("{}{ending}", t.nama);
            let (ukuran, sha256) = tulis(&mut zip, &nama, write)?;
            let tabel = (ending == ".csv").then_some(t);
            semua.push(Berkas { nama, tabel, baris: rows, ukuran, sha256 });
            Ok(())
        };
        own(".csv", &|out| bentuk::csv(t, &parts, out))?;
        // The two that are worked with most.
        if matches!(t.nama, "angka" | "anggaran") {
            own("-excel.csv", &|out| bentuk::excel(t, &parts, out))?;
        }
        if matches!(t.nama, "angka" | "temuan") {
            own(".jsonl", &|out| bentuk::jsonl(t, &parts, out))?;
        }
    }
    let buku = buku(isi);
    let nama = "data.xlsx".to_string();
    let (ukuran, sha256) = tulis(&mut zip, &nama, &|out| out.write_all(&buku))?;
    semua.push(Berkas { nama, tabel: None, baris: 0, ukuran, sha256 });
    let mut paket = paket_isi(portal, judul);
    paket["resources"] = semua.iter().filter_map(sumber).collect();
    // What is the same in another form is no table of its own.
    paket["bentuk_lain"] = semua.iter().filter(|b| b.tabel.is_none()).map(lain).collect();
    let text = |value: &str| -> Vec<u8> { value.as_bytes().to_vec() };
    let rest = [
        ("BACA-SAYA.md", text(&teks::baca(portal, judul, &semua.iter().map(Berkas::ringkas).collect::<Vec<_>>()))),
        ("CITATION.cff", text(&teks::kutipan(portal, judul))),
        ("LISENSI.txt", text(&teks::lisensi(portal))),
        ("datapackage.json", format!("{paket:#}\n").into_bytes()),
    ];
    for (nama, bytes) in &rest {
        tulis(&mut zip, nama, &|out| out.write_all(bytes))?;
    }
    Ok(zip.finish()?.into_inner())
}

impl Berkas {
    /// Name, table, rows: what the readme says of it.
    fn ringkas(&self) -> (&str, Option<&'static Tabel>, usize) {
        (&self.nama, self.tabel, self.baris)
    }
}

/// A table of the archive as its package names it.
fn sumber(b: &Berkas) -> Option<Value> {
    let t = b.tabel?;
    Some(json!({
        "name": t.nama,
        "title": t.judul,
        "path": b.nama,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": b.ukuran,
        "hash": format!("sha256:{}", b.sha256),
        "schema": t.skema(),
    }))
}

/// A table in another form.
fn lain(b: &Berkas) -> Value {
    json!({ "path": b.nama, "bytes": b.ukuran, "hash": format!("sha256:{}", b.sha256) })
}

/// All tables as one workbook.
fn buku(isi: &Isi<'_>) -> Vec<u8> {
    let parts: Vec<(&'static Tabel, Vec<&[u8]>)> = SEMUA.iter().map(|t| (*t, isi.bagian(t))).collect();
    let angka: Vec<_> = parts.iter().map(|(t, _)| berangka(t)).collect();
    let sheets = parts.iter().zip(&angka).map(|((t, parts), angka)| {
        let rows = bentuk::baris(parts).map(|row| row.iter().map(str::to_string).collect());
        Lembar { nama: t.nama, angka, baris: Box::new(std::iter::once(t.kepala()).chain(rows)) }
    });
    xlsx::buku(sheets.collect())
}

/// Which columns of a table hold numbers.
fn berangka(t: &'static Tabel) -> impl Fn(&str) -> bool {
    |nama| t.kolom.iter().any(|k| k.nama == nama && bentuk::berangka(k.nama, k.tipe))
}

/// Writes a file, and tells how many bytes it has and their hash.
fn tulis(
    zip: &mut ZipWriter<Cursor<Vec<u8>>>,
    nama: &str,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> io::Result<(usize, String)> {
    let padat = nama.ends_with(".xlsx");
    let cara = if padat { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .compression_method(cara)
        .compression_level((!padat).then_some(9));
    zip.start_file(nama, options)?;
    let mut out = Hitung { keluar: zip, hash: Sha256::new(), banyak: 0 };
    write(&mut out)?;
    Ok((out.banyak, hex(&out.hash.finalize())))
}

/// Counts and hashes what passes.
struct Hitung<'w, W> {
    keluar: &'w mut W,
    hash: Sha256,
    banyak: usize,
}

impl<W: Write> Write for Hitung<'_, W> {
    fn write(&mut self, isi: &[u8]) -> io::Result<usize> {
        let n = self.keluar.write(isi)?;
        self.hash.update(&isi[..n]);
        self.banyak += n;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.keluar.flush()
    }
}
