//! Edisi: `edisi.json`, what an edition of the site published: the hash of every file of data and of the figures in it, the
//! corrections, and the hash of the edition before. Its form, and how anybody verifies it, is in docs/data.md.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::{self, Read};

/// Its file, in the root of the site.
pub const NAMA: &str = "edisi.json";
/// The form described in docs/data.md.
const VERSI: u32 = 1;

/// What an edition says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edisi {
    /// The form of the file.
    pub edisi: u32,
    /// Its date, where one was given.
    pub tanggal: Option<String>,
    /// Newest cut-off of the data.
    pub keadaan: Option<String>,
    /// SHA-256 of the `edisi.json` of the edition before.
    pub sebelumnya: Option<String>,
    /// All figures.
    pub angka: Jumlah,
    /// All files of the site but this one.
    pub situs: Jumlah,
    /// What changed since the newest edition that is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub perubahan: Option<Perubahan>,
    /// The corrections of all editions so far.
    #[serde(default)]
    pub ralat: Vec<RalatTerbit>,
    /// The files of data, by name.
    pub data: Vec<Data>,
}

/// How many, and their hash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jumlah {
    /// How many.
    pub banyak: usize,
    /// SHA-256 of their canonical form.
    pub sha256: String,
}

/// A file of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// From the root of the site.
    pub berkas: String,
    /// Bytes.
    pub ukuran: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its figures, where it is a CSV of figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub angka: Option<Jumlah>,
}

/// What changed between two editions: the sums, and the files of figures in which something did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perubahan {
    /// SHA-256 of the `edisi.json` of the earlier one.
    pub sejak: String,
    /// Figures that came.
    pub ditambah: usize,
    /// Figures that went.
    pub dihapus: usize,
    /// Figures that say something else.
    pub berubah: usize,
    /// By file, by name.
    pub berkas: Vec<PerubahanBerkas>,
}

/// What changed in a file of figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerubahanBerkas {
    /// From the root of the site.
    pub berkas: String,
    /// Figures that came.
    pub ditambah: usize,
    /// Figures that went.
    pub dihapus: usize,
    /// Figures that say something else.
    pub berubah: usize,
}

impl Perubahan {
    /// Of some files, since an edition.
    pub fn dari(sejak: String, berkas: Vec<PerubahanBerkas>) -> Self {
        let sum = |of: fn(&PerubahanBerkas) -> usize| berkas.iter().map(of).sum();
        Self { ditambah: sum(|b| b.ditambah), dihapus: sum(|b| b.dihapus), berubah: sum(|b| b.berubah), sejak, berkas }
    }
}

/// A correction, as the edition publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RalatTerbit {
    /// Full address of the figure.
    pub alamat: String,
    /// What was published.
    pub lama: String,
    /// What it is now; nothing where it was taken out.
    pub baru: Option<String>,
    /// Day, ISO.
    pub tanggal: String,
    /// Why it was wrong.
    pub alasan: String,
}

/// The edition before: its own hash, and the one it names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Lalu {
    /// SHA-256 of its `edisi.json`.
    pub sha256: String,
    /// The edition before that.
    pub sebelumnya: Option<String>,
}

impl Edisi {
    /// The edition of some files and corrections; those of the whole site are not known yet.
    pub fn baru(
        tanggal: Option<String>,
        keadaan: Option<String>,
        mut data: Vec<Data>,
        ralat: Vec<RalatTerbit>,
    ) -> Self {
        data.sort_by(|a, b| a.berkas.cmp(&b.berkas));
        let (angka, situs) = (jumlah(&data), Jumlah::default());
        Self { edisi: VERSI, tanggal, keadaan, sebelumnya: None, angka, situs, perubahan: None, ralat, data }
    }

    /// As a link of the chain, in the bytes of its file. An edition that says what the one before says is that one: building
    /// twice makes no two editions.
    pub fn sambung(mut self, lalu: Option<&Lalu>) -> Vec<u8> {
        let Some(lalu) = lalu else { return self.tulis() };
        self.sebelumnya.clone_from(&lalu.sebelumnya);
        let same = self.tulis();
        if sha256(&same) == lalu.sha256 {
            return same;
        }
        self.sebelumnya = Some(lalu.sha256.clone());
        self.tulis()
    }

    /// One line for each key, each correction and each file, so that two editions can be read beside each other.
    fn tulis(&self) -> Vec<u8> {
        let mut out = format!("{{\n\"edisi\": {}", self.edisi);
        let said = [("tanggal", &self.tanggal), ("keadaan", &self.keadaan), ("sebelumnya", &self.sebelumnya)];
        let text = said.into_iter().filter_map(|(key, text)| Some((key, json!(text.as_ref()?))));
        let sums = [("angka", json!(self.angka)), ("situs", json!(self.situs))];
        for (key, value) in text.chain(sums).chain(self.perubahan.iter().map(|p| ("perubahan", json!(p)))) {
            let _ = write!(out, ",\n\"{key}\": {value}");
        }
        let lists: [(&str, Vec<Value>); 2] = [
            ("ralat", self.ralat.iter().map(|r| json!(r)).collect()),
            ("data", self.data.iter().map(|d| json!(d)).collect()),
        ];
        for (key, list) in lists {
            let lines: Vec<String> = list.iter().map(Value::to_string).collect();
            let _ = write!(out, ",\n\"{key}\": [\n{}\n]", lines.join(",\n"));
        }
        out.push_str("\n}\n");
        out.into_bytes()
    }

    /// Reads the file; what is wrong with it, as the reader of JSON says it.
    ///
    /// # Errors
    /// The message, where it is no `edisi.json` of this form.
    pub fn baca(isi: &[u8]) -> Result<Self, String> {
        let edisi: Self = serde_json::from_slice(isi).map_err(|e| e.to_string())?;
        if edisi.edisi == VERSI { Ok(edisi) } else { Err(format!("edisi: {} (1)", edisi.edisi)) }
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(isi: &[u8]) -> String {
    hex(&Sha256::digest(isi))
}

/// SHA-256 of what a reader gives, without holding it.
///
/// # Errors
/// What the reader says.
pub fn sha256_dari(mut isi: impl Read) -> io::Result<String> {
    let (mut hash, mut part) = (Sha256::new(), vec![0; 64 << 10]);
    loop {
        match isi.read(&mut part) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(n) => hash.update(&part[..n]),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The figures of a CSV in canonical form: a line `address TAB value TAB printed LF` for each row, sorted by their bytes.
/// Nothing where it is no CSV of figures.
pub fn angka(csv: &[u8]) -> Option<Jumlah> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(csv);
    let head = reader.headers().ok()?.clone();
    let column = |name: &str| head.iter().position(|h| h == name);
    column("dihitung")?;
    let columns = [column("alamat")?, column("nilai")?, column("tercetak")?];
    let mut lines = Vec::new();
    for row in reader.records() {
        let row = row.ok()?;
        let mut line = String::new();
        for (n, at) in columns.into_iter().enumerate() {
            lolos(&mut line, row.get(at)?);
            line.push(if n == 2 { '\n' } else { '\t' });
        }
        lines.push(line);
    }
    lines.sort_unstable();
    let mut hash = Sha256::new();
    lines.iter().for_each(|line| hash.update(line));
    Some(Jumlah { banyak: lines.len(), sha256: hex(&hash.finalize()) })
}

/// A cell in one line.
fn lolos(out: &mut String, cell: &str) {
    for c in cell.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
}

/// All figures of some files: a line `hash, two spaces, file` for each file of figures, in their order.
pub fn jumlah(data: &[Data]) -> Jumlah {
    let mut hash = Sha256::new();
    let mut banyak = 0;
    for (file, own) in data.iter().filter_map(|d| Some((&d.berkas, d.angka.as_ref()?))) {
        hash.update(format!("{}  {file}\n", own.sha256));
        banyak += own.banyak;
    }
    Jumlah { banyak, sha256: hex(&hash.finalize()) }
}

/// All files of a site: a line `fingerprint, space, file` for each but `edisi.json`, sorted by name, as `.terang-berkas`
/// lists them.
pub fn situs<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Jumlah {
    let mut hash = Sha256::new();
    let mut banyak = 0;
    for (path, sidik) in files.filter(|(path, _)| *path != NAMA) {
        hash.update(format!("{} {path}\n", hex(sidik)));
        banyak += 1;
    }
    Jumlah { banyak, sha256: hex(&hash.finalize()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edisi(nilai: &str) -> Edisi {
        let csv = format!("alamat,nilai,tercetak,dihitung\nb/2,1,\"1\n\",tidak\na/1,{nilai},x\\y,tidak\n");
        let data = Data { berkas: "data/a.csv".into(), ukuran: 1, sha256: sha256(b"x"), angka: angka(csv.as_bytes()) };
        Edisi::baru(Some("2026-01-02".into()), None, vec![data], Vec::new())
    }

    #[test]
    fn figures_have_one_form_whatever_the_order_of_their_rows() {
        let csv = b"alamat,nilai,tercetak,dihitung\nb/2,1,\"1\n\",tidak\na/1,3,x\\y,tidak\n";
        // printf 'a/1\t3\tx\\\\y\nb/2\t1\t1\\n\n' | sha256sum
        let expected = sha256(b"a/1\t3\tx\\\\y\nb/2\t1\t1\\n\n");
        assert_eq!(angka(csv), Some(Jumlah { banyak: 2, sha256: expected }));
        let other = b"nama,alamat,dihitung,tercetak,nilai\n?,a/1,ya,x\\y,3\n?,b/2,tidak,\"1\n\",1\n";
        assert_eq!(angka(csv), angka(other));
        assert_eq!(angka(b"aturan,alamat,pesan\na,b,c\n"), None, "findings are no figures");
    }

    #[test]
    fn an_edition_that_says_the_same_is_the_same_and_another_names_the_one_before() {
        let first = edisi("1").sambung(None);
        let lalu = Lalu { sha256: sha256(&first), sebelumnya: None };
        assert_eq!(edisi("1").sambung(Some(&lalu)), first);
        let second = edisi("2").sambung(Some(&lalu));
        let read = Edisi::baca(&second).expect("reads back");
        assert_eq!(read.sebelumnya.as_deref(), Some(lalu.sha256.as_str()));
        assert_eq!(read.tulis(), second);
        let next = Lalu { sha256: sha256(&second), sebelumnya: read.sebelumnya };
        assert_eq!(edisi("2").sambung(Some(&next)), second, "built again beside itself");
    }

    #[test]
    fn what_is_no_edition_is_told() {
        for wrong in ["", "{}", "[1", "{\"edisi\": 2, \"angka\": {\"banyak\": 0, \"sha256\": \"\"}}", "\u{0}"] {
            assert!(Edisi::baca(wrong.as_bytes()).is_err(), "{wrong}");
        }
        let deep = "[".repeat(100_000);
        assert!(Edisi::baca(deep.as_bytes()).is_err());
    }
}
