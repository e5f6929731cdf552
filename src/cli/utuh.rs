//! Utuh: a folder held against its `edisi.json`: files of data by their hashes, figures by the second place that holds them
//! (CSV and workbook), all other files by the list terang wrote. The folder is not trusted: nothing outside it is read.

use super::edisi::{self, Gagal, isi, sebab};
use super::riwayat;
use crate::diagnostic::Pesan;
use crate::exports::edisi::{Data, Edisi, NAMA, angka, jumlah, sha256_dari, situs};
use crate::exports::{Beda, TabelData, beda, setara};
use crate::{kemas, output, pesan};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::Path;

/// Of a larger CSV or workbook the figures are not read one by one.
const TERBESAR: u64 = 32 << 20;

/// What was found.
#[derive(Default)]
pub struct Laporan {
    /// The edition and the hash of its file, where they can be read.
    pub edisi: Option<(Edisi, String)>,
    /// Whatever is not as it was published.
    pub masalah: Vec<Masalah>,
    /// What could not be looked at.
    pub catatan: Vec<Pesan>,
    /// Files of data.
    pub data: usize,
    /// Figures in them.
    pub angka: usize,
    /// Other files that were looked at.
    pub situs: usize,
}

/// One thing that is not as it was published.
pub struct Masalah {
    /// Its kind.
    pub kode: &'static str,
    /// The file.
    pub berkas: String,
    /// The figure.
    pub alamat: Option<String>,
    /// Columns of its row: name, as published, as it is.
    pub kolom: Vec<(String, String, String)>,
    /// In words, without the file.
    pub pesan: Pesan,
}

impl Masalah {
    fn berkas(kode: &'static str, berkas: &str, pesan: Pesan) -> Self {
        Self { kode, berkas: berkas.to_string(), alamat: None, kolom: Vec::new(), pesan }
    }
}

/// Checks a folder, and whether it follows the edition of another one.
pub fn periksa(dir: &Path, lalu: Option<&Path>) -> Laporan {
    if riwayat::tersimpan(dir) {
        return tersimpan(dir, lalu);
    }
    let (isi, sha256) = match edisi::baca(dir) {
        Ok(found) => found,
        Err(why) => {
            let masalah = match why {
                Gagal::Tiada => Masalah::berkas(
                    "edisi-tak-ada",
                    NAMA,
                    pesan!(
                        "tidak ada; folder ini bukan situs terang, atau dibuat sebelum ada edisi",
                        "is not there; this folder is no site of terang, or is older than editions"
                    ),
                ),
                Gagal::Rusak(pesan) => Masalah::berkas("edisi-rusak", NAMA, pesan),
            };
            return Laporan { masalah: vec![masalah], ..Laporan::default() };
        }
    };
    let mut out = Laporan { data: isi.data.len(), angka: isi.angka.banyak, ..Laporan::default() };
    out.masalah.extend(bentuk(&isi));
    if let Some(lalu) = lalu {
        out.masalah.extend(rantai(&isi, &sha256, lalu));
    }
    // Only names of a plain form are looked for.
    let named: BTreeSet<&str> = isi.data.iter().map(|d| d.berkas.as_str()).filter(|n| wajar(n)).collect();
    let csv: Vec<&Data> = isi.data.iter().filter(|d| wajar(&d.berkas)).collect();
    let found: Vec<Vec<Masalah>> =
        csv.par_iter().filter(|d| d.berkas.ends_with(".csv")).map(|d| sepasang(dir, &isi, d)).collect();
    out.masalah.extend(found.into_iter().flatten());
    // A workbook without its CSV is looked at alone.
    for d in
        csv.iter().filter(|d| d.berkas.strip_suffix(".xlsx").is_some_and(|n| !named.contains(&*format!("{n}.csv"))))
    {
        out.masalah.extend(berkas(dir, d));
    }
    out.masalah.extend(asing(dir, &named));
    out.masalah.extend(terdahulu(dir, &isi));
    lain(dir, &isi, &named, &mut out);
    out.edisi = Some((isi, sha256));
    out
}

/// What a site keeps of an earlier edition, in its own folder.
fn tersimpan(dir: &Path, lalu: Option<&Path>) -> Laporan {
    let kept = match riwayat::kenangan(dir) {
        Ok(kept) => kept,
        Err((berkas, why)) => {
            return Laporan { masalah: vec![Masalah::berkas("edisi-lama-rusak", &berkas, why)], ..Laporan::default() };
        }
    };
    let data = kept.isi.data.iter().filter(|d| d.angka.is_some()).count();
    let masalah = lalu.and_then(|lalu| rantai(&kept.isi, &kept.sha256, lalu)).into_iter().collect();
    let catatan = vec![pesan!(
        "edisi yang disimpan: angkanya diperiksa; halaman dan buku kerjanya tidak ada di sini",
        "an edition that is kept: its figures were checked; its pages and workbooks are not here"
    )];
    Laporan { data, angka: kept.isi.angka.banyak, masalah, catatan, edisi: Some((kept.isi, kept.sha256)), situs: 0 }
}

/// What a site keeps of earlier editions: each with the figures it published, and the one before among them.
fn terdahulu(dir: &Path, isi: &Edisi) -> Vec<Masalah> {
    let (kept, salah) = riwayat::lama(dir);
    let mut out: Vec<Masalah> =
        salah.into_iter().map(|(berkas, why)| Masalah::berkas("edisi-lama-rusak", &berkas, why)).collect();
    if out.is_empty() {
        let gone = riwayat::hilang(isi, &kept);
        out.extend(gone.map(|(berkas, why)| Masalah::berkas("edisi-lama-hilang", &berkas, why)));
    }
    out
}

/// A file of data: `data/name.csv` or `data/name.xlsx`.
fn wajar(berkas: &str) -> bool {
    let name = berkas.strip_prefix("data/").and_then(|n| n.strip_suffix(".csv").or_else(|| n.strip_suffix(".xlsx")));
    name.is_some_and(|n| !n.is_empty() && !n.contains(['/', '\\', ':', '\0']))
}

/// What an `edisi.json` that terang wrote never says.
fn bentuk(isi: &Edisi) -> Vec<Masalah> {
    let mut out = Vec::new();
    for d in isi.data.iter().filter(|d| !wajar(&d.berkas)) {
        let nama = &d.berkas;
        let text = pesan!(
            "menyebut `{nama}`, yang bukan berkas data; tidak dibaca",
            "names `{nama}`, which is no file of data; it was not read"
        );
        out.push(Masalah::berkas("edisi-rusak", NAMA, text));
    }
    if !isi.data.is_sorted_by(|a, b| a.berkas < b.berkas) {
        let text = pesan!(
            "daftar datanya tidak berurut, atau bernama ganda",
            "its list of data is not in order, or names one twice"
        );
        out.push(Masalah::berkas("edisi-rusak", NAMA, text));
    }
    if jumlah(&isi.data) != isi.angka {
        let text = pesan!(
            "sidik seluruh angka tidak cocok dengan sidik per berkas di bawahnya",
            "the hash of all figures does not agree with those of the files below it"
        );
        out.push(Masalah::berkas("edisi-rusak", NAMA, text));
    }
    out
}

/// Whether an edition follows the one of another folder, or is that one.
fn rantai(isi: &Edisi, sha256: &str, lalu: &Path) -> Option<Masalah> {
    let shown = edisi::polos(&lalu.display().to_string());
    let text = match edisi::baca(lalu) {
        Ok((_, before)) if before == sha256 || isi.sebelumnya.as_ref() == Some(&before) => return None,
        Ok((_, before)) => {
            let named = isi.sebelumnya.as_deref().unwrap_or("—");
            pesan!(
                "menyebut edisi sebelumnya {named}, sedangkan yang di `{shown}` adalah {before}",
                "names {named} as the edition before, and that of `{shown}` is {before}"
            )
        }
        Err(Gagal::Tiada) => pesan!("`{shown}` tidak punya edisi.json", "`{shown}` has no edisi.json"),
        Err(Gagal::Rusak(why)) => {
            let shown = Pesan::sama(shown);
            pesan!("`{shown}/edisi.json` {why}", "`{shown}/edisi.json` {why}", shown, why)
        }
    };
    Some(Masalah::berkas("rantai-putus", NAMA, text))
}

/// What is wrong with a file of data: its size and its hash are to be those of the edition.
fn berkas(dir: &Path, d: &Data) -> Option<Masalah> {
    let own = output::buka(dir, &d.berkas).and_then(|(file, ukuran)| {
        if ukuran == d.ukuran { sha256_dari(file.take(ukuran)).map(Some) } else { Ok(None) }
    });
    match own {
        Ok(own) if own.as_ref() == Some(&d.sha256) => None,
        Ok(_) => Some(berubah(&d.berkas)),
        Err(e) => Some(hilang(&d.berkas, &e)),
    }
}

fn berubah(berkas: &str) -> Masalah {
    Masalah::berkas("berkas-berubah", berkas, pesan!("berubah sejak terbit", "changed since it was published"))
}

/// A file that cannot be looked at.
fn hilang(berkas: &str, e: &io::Error) -> Masalah {
    let kode = match e.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "berkas-hilang",
        io::ErrorKind::InvalidInput => "berkas-bukan-biasa",
        _ => "berkas-tak-terbaca",
    };
    Masalah::berkas(kode, berkas, sebab(e))
}

/// A CSV and its workbook: each by its hash, and row by row against each other.
fn sepasang(dir: &Path, semua: &Edisi, d: &Data) -> Vec<Masalah> {
    let nama = d.berkas.replace(".csv", ".xlsx");
    let buku = semua.data.iter().find(|o| o.berkas == nama);
    let (csv, xlsx) = (berkas(dir, d), buku.and_then(|b| berkas(dir, b)));
    let (csv_utuh, xlsx_utuh) = (csv.is_none(), xlsx.is_none());
    let tiada = csv.as_ref().is_some_and(|m| m.kode == "berkas-hilang");
    let mut out: Vec<Masalah> = [csv, xlsx].into_iter().flatten().collect();
    let bytes = isi(dir, &d.berkas, TERBESAR).ok();
    if let Some(bytes) = bytes.as_ref().filter(|_| csv_utuh)
        && angka(bytes) != d.angka
    {
        let file = &d.berkas;
        let text = pesan!(
            "menyebut banyak atau sidik angka yang bukan milik {file}",
            "names a count or hash of figures that is not that of {file}"
        );
        out.push(Masalah::berkas("edisi-rusak", NAMA, text));
    }
    let tables =
        (bytes.and_then(|b| TabelData::csv(&b)), isi(dir, &nama, TERBESAR).ok().and_then(|b| TabelData::xlsx(&b)));
    let (Some(csv), Some(xlsx)) = tables else {
        if !csv_utuh && !tiada {
            let text = pesan!(
                "tidak bisa dibandingkan dengan buku kerjanya (salah satunya hilang, rusak, atau lebih dari 32 MB), jadi angka mana yang berubah tidak bisa disebut dari folder ini; bandingkan dengan salinan lain: `terang diff`",
                "cannot be held against its workbook (one of them is missing, damaged, or over 32 MB), so this folder alone cannot name the altered figures; hold it against another copy: `terang diff`"
            );
            out.push(Masalah::berkas("angka-tak-tersebut", &d.berkas, text));
        }
        return out;
    };
    // Of the two, the one with its hash is what was published.
    let (terbit, kini, berkas) = if csv_utuh && !xlsx_utuh { (&csv, &xlsx, &nama) } else { (&xlsx, &csv, &d.berkas) };
    let named = baris(terbit, kini, berkas);
    if named.is_empty() && !csv_utuh {
        let text = match xlsx_utuh {
            true => pesan!(
                "semua angkanya sama dengan buku kerjanya; yang berubah hanya bentuk berkasnya",
                "all its figures are those of its workbook; only the form of the file changed"
            ),
            false => pesan!(
                "berubah bersama buku kerjanya dengan cara yang sama, jadi angka mana yang berubah tidak bisa disebut dari folder ini; bandingkan dengan salinan lain: `terang diff`",
                "changed together with its workbook and in the same way, so this folder alone cannot name the altered figures; hold it against another copy: `terang diff`"
            ),
        };
        out.push(Masalah::berkas(if xlsx_utuh { "bentuk-berubah" } else { "angka-tak-tersebut" }, &d.berkas, text));
    }
    out.extend(named);
    out
}

/// The rows in which two tables differ.
fn baris(terbit: &TabelData, kini: &TabelData, berkas: &str) -> Vec<Masalah> {
    let names: BTreeSet<&String> = terbit.kepala().iter().chain(kini.kepala()).collect();
    let key = |t: &TabelData, row: &[String]| names.iter().map(|n| setara(n, t.sel(row, n))).collect();
    let one = |b: Beda<'_>| {
        let kolom: Vec<(String, String, String)> = match (b.lama, b.baru) {
            (Some(old), Some(new)) => names
                .iter()
                .map(|n| ((*n).clone(), terbit.sel(old, n).to_string(), kini.sel(new, n).to_string()))
                .filter(|(n, a, b)| setara(n, a) != setara(n, b))
                .collect(),
            _ => Vec::new(),
        };
        let alamat = b.alamat;
        let shown = kolom.iter().map(|(n, a, b)| format!("{n} “{a}” → “{b}”")).collect::<Vec<_>>().join(", ");
        let (kode, pesan) = match (b.lama, b.baru) {
            (Some(_), Some(_)) => ("angka-berubah", pesan!("{alamat}: {shown}", "{alamat}: {shown}")),
            (Some(_), None) => ("angka-hilang", pesan!("{alamat}: dihapus", "{alamat}: removed")),
            _ => ("angka-ditambah", pesan!("{alamat}: ditambahkan", "{alamat}: added")),
        };
        Masalah { kode, berkas: berkas.to_string(), alamat: Some(alamat.to_string()), kolom, pesan }
    };
    beda(terbit, kini, &key).into_iter().map(one).collect()
}

/// Files of data that the edition does not name.
fn asing(dir: &Path, named: &BTreeSet<&str>) -> Vec<Masalah> {
    let data = dir.join("data");
    if data.is_symlink() {
        return Vec::new();
    }
    let entries = std::fs::read_dir(data).into_iter().flatten().flatten();
    let names: BTreeSet<String> = entries.map(|e| format!("data/{}", e.file_name().to_string_lossy())).collect();
    let other = names.iter().filter(|n| (n.ends_with(".csv") || n.ends_with(".xlsx")) && !named.contains(n.as_str()));
    other
        .map(|n| {
            Masalah::berkas("berkas-ditambah", n, pesan!("tidak termasuk edisi ini", "is no part of this edition"))
        })
        .collect()
}

/// Every other file that terang wrote, by the list beside it.
fn lain(dir: &Path, edisi: &Edisi, named: &BTreeSet<&str>, out: &mut Laporan) {
    let nama = output::BERKAS_DAFTAR;
    // A pack that was extracted has a list of its own.
    let paket = || kemas::daftar_paket(dir).ok().flatten();
    let files = match output::terdaftar(dir) {
        Ok(Some(files)) => files,
        Ok(None) if let Some(list) = paket() => {
            list.into_iter().map(|(path, (ukuran, sidik))| (path, ukuran, sidik)).collect()
        }
        Ok(None) => {
            out.catatan.push(pesan!(
                "`{nama}` tidak ada di folder ini: halaman dan berkas di luar data/ tidak diperiksa",
                "`{nama}` is not in this folder: pages and files outside data/ were not checked"
            ));
            return;
        }
        Err(e) if e.kind() == io::ErrorKind::InvalidData => {
            let text = pesan!("rusak; halaman tidak diperiksa", "is damaged; pages were not checked");
            return out.masalah.push(Masalah::berkas("daftar-berubah", nama, text));
        }
        Err(e) => return out.masalah.push(hilang(nama, &e)),
    };
    let semua: BTreeSet<&str> = files.iter().map(|(path, _, _)| path.as_str()).collect();
    let milik = files.iter().filter(|(path, _, _)| !kemas::tambahan(path, &semua));
    if situs(milik.map(|(path, _, sidik)| (path.as_str(), &sidik[..]))) != edisi.situs {
        let text = pesan!("bukan daftar yang disebut edisi ini", "is not the list this edition names");
        out.masalah.push(Masalah::berkas("daftar-berubah", nama, text));
    }
    let bare: Vec<_> = files.iter().filter(|(path, _, _)| !named.contains(path.as_str())).collect();
    let check = |(path, ukuran, sidik): &&(String, u64, output::Sidik)| {
        let own = output::buka(dir, path).and_then(|(file, own)| {
            if own == *ukuran { output::sidik_dari(file.take(own)).map(Some) } else { Ok(None) }
        });
        match own {
            Ok(own) if own == Some(*sidik) => None,
            Ok(_) => Some(berubah(path)),
            Err(e) => Some(hilang(path, &e)),
        }
    };
    out.situs = bare.len();
    let found: Vec<Option<Masalah>> = bare.par_iter().map(check).collect();
    out.masalah.extend(found.into_iter().flatten());
}
