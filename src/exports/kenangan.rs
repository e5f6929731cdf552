//! Kenangan: what is kept of an earlier edition below `edisi/`: its `edisi.json`, and its figures without anything else, so
//! small that every edition of many years stays at hand, and so whole that its hash can be computed again.

use super::beda::{TabelData, beda, isi_angka};
use super::edisi::{Edisi, Lalu, NAMA, PerubahanBerkas, angka, jumlah, sha256};
use serde::Serialize;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

/// The folder of all that are kept.
pub const FOLDER: &str = "edisi/";
/// The figures of one, in its folder.
pub const ANGKA: &str = "angka.zip";
/// What is kept of a row: where it stands, and what `edisi.json` hashes.
const KOLOM: [&str; 5] = ["alamat", "nilai", "tercetak", "satuan", "dihitung"];
/// More than the figures of one agency, unpacked.
const TERBESAR: u64 = 256 << 20;

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
    /// What the new edition keeps, the newest first. One that publishes the same data on the same day takes the place of the
    /// one before: that one is not kept beside it.
    pub fn disimpan(&self, kini: &Edisi) -> Vec<&Kenangan> {
        self.terakhir.iter().filter(|k| !sama(&k.isi, kini)).chain(&self.lama).collect()
    }

    /// The edition before, where the new one takes its place.
    pub fn digantikan(&self, kini: &Edisi) -> Option<&Kenangan> {
        self.terakhir.as_ref().filter(|k| sama(&k.isi, kini))
    }
}

/// Whether two editions publish the same data on the same day.
fn sama(a: &Edisi, b: &Edisi) -> bool {
    (&a.tanggal, &a.keadaan, &a.angka, &a.ralat, &a.data) == (&b.tanggal, &b.keadaan, &b.angka, &b.ralat, &b.data)
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

/// Why something is no edition that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rusak {
    /// What is wrong with its `edisi.json`.
    Edisi(String),
    /// The file whose figures are not those its `edisi.json` names.
    Angka(String),
}

impl Kenangan {
    /// An edition that was kept before, if its figures are those it published.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn lama(folder: &str, edisi: Vec<u8>, angka_zip: Vec<u8>) -> Result<Self, Rusak> {
        let isi = Edisi::baca(&edisi).map_err(Rusak::Edisi)?;
        let own = Self { folder: folder.to_string(), sha256: sha256(&edisi), isi, edisi, angka: angka_zip };
        if jumlah(&own.isi.data) != own.isi.angka {
            return Err(Rusak::Angka(NAMA.into()));
        }
        let mut zip = own.zip();
        for d in own.isi.data.iter().filter(|d| d.angka.is_some()) {
            let rows = zip.as_mut().and_then(|zip| ambil(zip, &d.berkas));
            if rows.and_then(|rows| angka(&rows)) != d.angka {
                return Err(Rusak::Angka(d.berkas.clone()));
            }
        }
        Ok(own)
    }

    /// The edition that is kept for the first time, with its figures as [`kemas`] made them; `dipakai` are the folders of others.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn baru(edisi: Vec<u8>, angka: Vec<u8>, dipakai: &[&str]) -> Result<Self, Rusak> {
        let mut own = Self::lama("", edisi, angka)?;
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
        [(NAMA, &self.edisi), (ANGKA, &self.angka)]
            .map(|(name, bytes)| (format!("{FOLDER}{}/{name}", self.folder), bytes.as_slice()))
    }

    /// The figures of one of its files, named as `edisi.json` names it.
    pub fn tabel(&self, berkas: &str) -> Option<TabelData> {
        TabelData::csv(&ambil(&mut self.zip()?, berkas)?)
    }

    fn zip(&self) -> Option<ZipArchive<Cursor<&[u8]>>> {
        ZipArchive::new(Cursor::new(self.angka.as_slice())).ok()
    }
}

/// A file of an archive, as `edisi.json` names it; nothing where there is none or it is larger than any.
fn ambil(zip: &mut ZipArchive<Cursor<&[u8]>>, berkas: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let name = berkas.strip_prefix("data/")?;
    zip.by_name(name).ok()?.take(TERBESAR).read_to_end(&mut out).ok()?;
    ((out.len() as u64) < TERBESAR).then_some(out)
}

/// Whether a folder may be one of an edition.
pub fn wajar(folder: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || c == '-';
    (1..=40).contains(&folder.len())
        && folder.chars().all(plain)
        && folder.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// What changed between two states of a file of figures; nothing where nothing did.
pub fn perubahan(berkas: &str, lama: &TabelData, baru: &TabelData) -> Option<PerubahanBerkas> {
    let mut out = PerubahanBerkas { berkas: berkas.to_string(), ..PerubahanBerkas::default() };
    let found = beda(lama, baru, &isi_angka);
    for b in &found {
        let of = match (b.lama, b.baru) {
            (None, _) => &mut out.ditambah,
            (_, None) => &mut out.dihapus,
            _ => &mut out.berubah,
        };
        *of += 1;
    }
    (!found.is_empty()).then_some(out)
}

/// The figures of some files in one archive, one file at a time: the same files give the same bytes.
///
/// # Errors
/// The first that a file brings.
pub fn kemas<E>(csv: impl Iterator<Item = Result<(String, Vec<u8>), E>>) -> Result<Vec<u8>, E> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .compression_level(Some(9));
    for file in csv {
        let (nama, isi) = file?;
        let Some(rows) = ringkas(&isi) else { continue };
        // Writing into memory does not fail; were it to, the hashes of its figures would tell.
        let _ = zip.start_file(nama, options);
        let _ = zip.write_all(&rows);
    }
    Ok(zip.finish().map(Cursor::into_inner).unwrap_or_default())
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
    use super::super::edisi::Data;
    use super::*;

    const CSV: &[u8] = b"alamat,nama,nilai,satuan,tercetak,dihitung\nb/2,x,1,Rp,'-1-2,tidak\na/1,y,2,,\"2\n\",ya\n";

    fn edisi(tanggal: Option<&str>) -> Vec<u8> {
        let data = Data { berkas: "data/a.csv".into(), ukuran: 1, sha256: sha256(CSV), angka: angka(CSV) };
        Edisi::baru(tanggal.map(String::from), None, vec![data], Vec::new()).sambung(None)
    }

    fn files(csv: &[u8]) -> Vec<u8> {
        let all = [("a.csv".to_string(), csv.to_vec()), ("temuan.csv".to_string(), b"aturan\nx\n".to_vec())];
        kemas::<()>(all.into_iter().map(Ok)).expect("an archive")
    }

    #[test]
    fn what_is_kept_of_an_edition_has_the_hash_it_published_and_nothing_else_is_kept() {
        let kept = Kenangan::baru(edisi(Some("2026-01-02")), files(CSV), &[]).expect("an edition");
        assert_eq!((kept.folder.as_str(), kept.zip().expect("zip").len()), ("2026-01-02", 1));
        assert_eq!(Kenangan::baru(edisi(Some("2026-01-02")), files(CSV), &[]), Ok(kept.clone()), "the same bytes");
        let table = kept.tabel("data/a.csv").expect("its figures");
        assert_eq!(perubahan("data/a.csv", &table, &TabelData::csv(CSV).expect("a table")), None);
        let altered = files(&String::from_utf8_lossy(CSV).replace(",1,", ",3,").into_bytes());
        let rusak = Err(Rusak::Angka("data/a.csv".into()));
        assert_eq!(Kenangan::baru(edisi(None), altered, &[]), rusak);
        assert_eq!(Kenangan::lama("x", edisi(None), b"PK".to_vec()), rusak);
    }

    #[test]
    fn folders_of_editions_are_told_apart_and_lead_nowhere() {
        let of = |tanggal, used: &[&str]| Kenangan::baru(edisi(tanggal), files(CSV), used).expect("an edition").folder;
        assert_eq!(of(None, &[]).len(), 12);
        assert!(of(Some("2026-01-02"), &["2026-01-02"]).starts_with("2026-01-02-"));
        assert_eq!(of(Some("../../x"), &[]).len(), 12, "what is no date is no folder");
        for bad in ["", "..", "a/b", "A", "a\\b", "-x", "con.txt"] {
            assert!(!wajar(bad), "{bad}");
        }
    }

    #[test]
    fn an_edition_that_says_the_same_keeps_no_copy_of_itself() {
        let keep = |tanggal| Kenangan::baru(edisi(tanggal), files(CSV), &[]).expect("an edition");
        let old = keep(Some("2025-01-02"));
        let terbit = Terbit { terakhir: Some(keep(Some("2026-01-02"))), lama: vec![old], ..Terbit::default() };
        let kini = |tanggal| Edisi::baca(&edisi(tanggal)).expect("an edition");
        let names = |e: &Edisi| terbit.disimpan(e).into_iter().map(|k| k.folder.clone()).collect::<Vec<_>>();
        assert_eq!(names(&kini(Some("2026-01-02"))), ["2025-01-02"]);
        assert_eq!(names(&kini(Some("2026-03-01"))), ["2026-01-02", "2025-01-02"]);
    }

    #[test]
    fn what_came_went_and_changed_is_counted_by_its_address() {
        let of = |rows: &str| {
            TabelData::csv(format!("alamat,nilai,tercetak,satuan,dihitung\n{rows}").as_bytes()).expect("a table")
        };
        let found = perubahan(
            "x",
            &of("a,1,1,,tidak\nb,2,2,,tidak\nc,3,3,,tidak\n"),
            &of("a,1,1,,tidak\nb,2,2,%,tidak\nd,1,1,,ya\ne,1,1,,ya\n"),
        );
        assert_eq!(found, Some(PerubahanBerkas { berkas: "x".into(), ditambah: 2, dihapus: 1, berubah: 1 }));
        assert_eq!(perubahan("x", &TabelData::kosong(), &of("a,1,1,,ya\n")).map(|p| p.ditambah), Some(1));
    }
}
