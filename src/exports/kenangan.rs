//! Kenangan: what is kept of an earlier edition below `edisi/`: its `edisi.json`, and its figures without anything else, so
//! small that every edition of many years stays at hand, and so whole that its hash can be computed again.

use super::beda::TabelData;
use super::edisi::{Edisi, Lalu, NAMA, sha256};
use serde::Serialize;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The folder of all that are kept.
pub const FOLDER: &str = "edisi/";
/// The figures of one, in its folder.
pub const ANGKA: &str = "angka.zip";
/// What is kept of a row: where it stands, and what `edisi.json` hashes.
const KOLOM: [&str; 5] = ["alamat", "nilai", "tercetak", "satuan", "dihitung"];

/// What a build is told of its edition; of all pages only the list of editions depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Terbit {
    /// The date that was given.
    pub tanggal: Option<String>,
    /// The edition before.
    pub lalu: Option<Lalu>,
    /// The edition before, to be kept.
    pub terakhir: Option<Kenangan>,
    /// Those that it keeps itself, the newest first.
    pub lama: Vec<Kenangan>,
}

impl Terbit {
    /// What the new edition keeps, the newest first. One that says what the one before says is that one: it keeps no copy
    /// of itself.
    pub fn disimpan(&self, kini: &Edisi) -> Vec<&Kenangan> {
        let same = |e: &Edisi| {
            (&e.tanggal, &e.keadaan, &e.angka, &e.ralat, &e.data)
                == (&kini.tanggal, &kini.keadaan, &kini.angka, &kini.ralat, &kini.data)
        };
        self.terakhir.iter().filter(|k| !same(&k.isi)).chain(&self.lama).collect()
    }
}

/// An earlier edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kenangan {
    /// Its folder below `edisi/`: its date, or the beginning of its hash.
    pub folder: String,
    /// SHA-256 of its `edisi.json`: whatever else is kept of it follows from that.
    pub sha256: String,
    /// What it said of itself.
    #[serde(skip)]
    pub isi: Edisi,
    /// Its `edisi.json`, byte by byte.
    #[serde(skip)]
    pub edisi: Vec<u8>,
    /// Its figures.
    #[serde(skip)]
    pub angka: Vec<u8>,
}

impl Kenangan {
    /// An edition that was kept before.
    ///
    /// # Errors
    /// What is wrong with its `edisi.json`.
    pub fn lama(folder: &str, edisi: Vec<u8>, angka: Vec<u8>) -> Result<Self, String> {
        let isi = Edisi::baca(&edisi)?;
        Ok(Self { folder: folder.to_string(), sha256: sha256(&edisi), isi, edisi, angka })
    }

    /// The edition that is kept for the first time, from the files of its figures; `dipakai` are the folders of others.
    ///
    /// # Errors
    /// What is wrong with its `edisi.json`.
    pub fn baru(edisi: Vec<u8>, csv: &[(String, Vec<u8>)], dipakai: &[&str]) -> Result<Self, String> {
        let mut own = Self::lama("", edisi, kemas(csv))?;
        let short = own.sha256.get(..12).unwrap_or_default().to_string();
        let dated = own.isi.tanggal.clone().filter(|t| wajar(t));
        own.folder = match dated {
            Some(tanggal) if !dipakai.contains(&tanggal.as_str()) => tanggal,
            Some(tanggal) => format!("{tanggal}-{short}"),
            None => short,
        };
        Ok(own)
    }

    /// Its files, from the root of the site.
    pub fn berkas(&self) -> [(String, &[u8]); 2] {
        [NAMA, ANGKA].map(|name| {
            let bytes = if name == NAMA { &self.edisi } else { &self.angka };
            (format!("{FOLDER}{}/{name}", self.folder), bytes.as_slice())
        })
    }
}

/// Whether a folder may be one of an edition.
pub fn wajar(folder: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || c == '-';
    (1..=40).contains(&folder.len())
        && folder.chars().all(plain)
        && folder.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// The figures of some files in one archive: the same files give the same bytes.
fn kemas(csv: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .compression_level(Some(9));
    for (nama, isi) in csv {
        let Some(rows) = ringkas(isi) else { continue };
        // Writing into memory does not fail.
        let _ = zip.start_file(nama, options);
        let _ = zip.write_all(&rows);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A file of figures with the columns that count alone, in the order of addresses, every cell as it was published; nothing
/// where it is none.
fn ringkas(csv: &[u8]) -> Option<Vec<u8>> {
    let tabel = TabelData::csv(csv)?;
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(KOLOM).ok()?;
    for (_, row) in tabel.semua() {
        out.write_record(KOLOM.map(|k| tabel.sel(row, k))).ok()?;
    }
    out.into_inner().ok()
}

#[cfg(test)]
mod tests {
    use super::super::edisi::{Data, angka};
    use super::*;
    use std::io::Read;

    const CSV: &[u8] = b"alamat,nama,nilai,satuan,tercetak,dihitung\nb/2,x,1,Rp,'-1-2,tidak\na/1,y,2,,\"2\n\",ya\n";

    fn edisi(tanggal: Option<&str>) -> Vec<u8> {
        let data = Data { berkas: "data/a.csv".into(), ukuran: 1, sha256: sha256(CSV), angka: angka(CSV) };
        Edisi::baru(tanggal.map(String::from), None, vec![data], Vec::new()).sambung(None)
    }

    #[test]
    fn what_is_kept_of_an_edition_has_the_hash_it_published() {
        let files = [("a.csv".to_string(), CSV.to_vec()), ("temuan.csv".to_string(), b"aturan\nx\n".to_vec())];
        let kept = Kenangan::baru(edisi(Some("2026-01-02")), &files, &[]).expect("an edition");
        assert_eq!(kept.folder, "2026-01-02");
        let mut zip = zip::ZipArchive::new(Cursor::new(kept.angka.as_slice())).expect("zip");
        assert_eq!(zip.len(), 1, "figures only");
        let mut own = Vec::new();
        zip.by_name("a.csv").expect("its file").read_to_end(&mut own).expect("read");
        assert_eq!(angka(&own), angka(CSV));
        assert_eq!(angka(&own), kept.isi.data[0].angka);
        assert_eq!(Kenangan::baru(edisi(Some("2026-01-02")), &files, &[]), Ok(kept));
    }

    #[test]
    fn folders_of_editions_are_told_apart_and_lead_nowhere() {
        let of = |tanggal, used: &[&str]| Kenangan::baru(edisi(tanggal), &[], used).expect("an edition").folder;
        assert_eq!(of(None, &[]).len(), 12);
        assert!(of(Some("2026-01-02"), &["2026-01-02"]).starts_with("2026-01-02-"));
        assert_eq!(of(Some("../../x"), &[]).len(), 12, "what is no date is no folder");
        for bad in ["", "..", "a/b", "A", "a\\b", "-x", "con.txt"] {
            assert!(!wajar(bad), "{bad}");
        }
    }

    #[test]
    fn an_edition_that_says_the_same_keeps_no_copy_of_itself() {
        let keep = |tanggal| Kenangan::baru(edisi(tanggal), &[], &[]).expect("an edition");
        let old = keep(Some("2025-01-02"));
        let terbit = Terbit { terakhir: Some(keep(Some("2026-01-02"))), lama: vec![old], ..Terbit::default() };
        let kini = |tanggal| Edisi::baca(&edisi(tanggal)).expect("an edition");
        let names = |e: &Edisi| terbit.disimpan(e).into_iter().map(|k| k.folder.clone()).collect::<Vec<_>>();
        assert_eq!(names(&kini(Some("2026-01-02"))), ["2025-01-02"]);
        assert_eq!(names(&kini(Some("2026-03-01"))), ["2026-01-02", "2025-01-02"]);
    }
}
