//! Paket: `datapackage.json` (Data Package 2.0) over the CSV of `data/`: what each holds, how large it is, and its SHA-256,
//! so that a copy can be told from the original anywhere.

use super::edisi::{self, Data, sha256};
use super::{pernyataan, temuan};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// One CSV of `data/`, with the workbook of the same rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sumber {
    /// Its file, beside `datapackage.json`.
    pub berkas: String,
    /// What it holds.
    pub judul: String,
    /// Bytes.
    pub ukuran: usize,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Both files as the edition names them.
    pub edisi: [Data; 2],
}

impl Sumber {
    /// A CSV and its workbook as they are published.
    pub fn dari(berkas: &str, judul: &str, csv: &[u8], xlsx: &[u8]) -> Self {
        let data = |end: &str, isi: &[u8], angka| Data {
            berkas: format!("data/{}{end}", berkas.trim_end_matches(".csv")),
            ukuran: isi.len() as u64,
            sha256: sha256(isi),
            angka,
        };
        let edisi = [data(".csv", csv, edisi::angka(csv)), data(".xlsx", xlsx, None)];
        let hex = edisi[0].sha256.clone();
        Self { berkas: berkas.into(), judul: judul.into(), ukuran: csv.len(), sha256: hex, edisi }
    }
}

/// An archive as package and catalogue name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arsip {
    /// Its file, beside `datapackage.json`.
    pub berkas: String,
    /// What it holds.
    pub judul: String,
    /// Bytes.
    pub ukuran: usize,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

impl Arsip {
    /// An archive as it is published.
    pub fn dari(berkas: &str, judul: &str, isi: &[u8]) -> Self {
        let nama = berkas.strip_prefix("data/").unwrap_or(berkas);
        Self { berkas: nama.into(), judul: judul.into(), ukuran: isi.len(), sha256: sha256(isi) }
    }
}

/// What the package says of the portal.
pub struct Paket<'a> {
    /// Title.
    pub judul: &'a str,
    /// One sentence.
    pub keterangan: &'a str,
    /// Who publishes it.
    pub instansi: Option<&'a str>,
    /// Code of the licence.
    pub lisensi: &'a str,
    /// Base address, if there is one.
    pub alamat: Option<&'a str>,
    /// Newest cut-off of the data: the version of this edition.
    pub keadaan: Option<String>,
}

/// The file of a schema, and what makes it.
pub type Skema = (&'static str, fn() -> Value);

/// The schema of the CSV of an agency, and of all findings: their files beside `datapackage.json`.
pub const SKEMA: [Skema; 2] = [("skema-angka.json", skema_angka), ("skema-temuan.json", skema_temuan)];

fn skema(fields: Vec<Value>) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "fieldsMatch": "exact",
        "missingValues": [""],
    })
}

fn skema_angka() -> Value {
    let jenis = ["angka", "persen", "komposit", "rentang", "batas", "rasio", "durasi", "huruf", "teks", "kosong"];
    skema(
        pernyataan::kepala_opd()
            .into_iter()
            .map(|name| match name {
                "tahun" | "rekaman" => json!({ "name": name, "type": "integer" }),
                "bawah" | "atas" => json!({ "name": name, "type": "number" }),
                "jenis" => {
                    json!({ "name": name, "type": "string", "constraints": { "required": true, "enum": jenis } })
                }
                "dihitung" => {
                    json!({ "name": name, "type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"] })
                }
                "sampai" => {
                    json!({ "name": name, "type": "string", "constraints": { "pattern": "\\d{4}-\\d{2}(-\\d{2})?" } })
                }
                "alamat" => json!({ "name": name, "type": "string", "constraints": { "required": true } }),
                name => json!({ "name": name, "type": "string" }),
            })
            .collect(),
    )
}

fn skema_temuan() -> Value {
    skema(
        temuan::KEPALA
            .map(|name| match name {
                "tahun" => json!({ "name": name, "type": "integer" }),
                "aturan" | "alamat" | "pesan" => {
                    json!({ "name": name, "type": "string", "constraints": { "required": true } })
                }
                name => json!({ "name": name, "type": "string" }),
            })
            .into(),
    )
}

/// Which schema a file has.
fn skema_dari(berkas: &str) -> &'static str {
    SKEMA[usize::from(berkas == "temuan.csv")].0
}

/// The address of a licence that has one of Creative Commons: `CC-BY-4.0`.
pub fn alamat_lisensi(lisensi: &str) -> Option<String> {
    let kecil = lisensi.to_lowercase().replace(' ', "-");
    let (jenis, versi) = kecil.strip_prefix("cc-")?.rsplit_once('-')?;
    let fits = matches!(jenis, "by" | "by-sa" | "by-nc" | "by-nd" | "by-nc-sa" | "by-nc-nd") && versi == "4.0";
    fits.then(|| format!("https://creativecommons.org/licenses/{jenis}/{versi}/"))
}

/// `datapackage.json` of the site.
pub fn paket(portal: &Paket<'_>, sumber: &[Sumber], arsip: &[Arsip]) -> Value {
    let resource = |s: &Sumber| {
        json!({
            "name": s.berkas.trim_end_matches(".csv"),
            "title": s.judul,
            "path": s.berkas,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": s.ukuran,
            "hash": format!("sha256:{}", s.sha256),
            "schema": skema_dari(&s.berkas),
        })
    };
    let whole = |a: &Arsip| {
        json!({
            "name": a.berkas.replace('.', "-"),
            "title": a.judul,
            "path": a.berkas,
            "format": "zip",
            "mediatype": "application/zip",
            "bytes": a.ukuran,
            "hash": format!("sha256:{}", a.sha256),
        })
    };
    let mut out = paket_isi(portal, "");
    out["resources"] = sumber.iter().map(resource).chain(arsip.iter().map(whole)).collect();
    out
}

/// What a package says before its files; `judul` tells it from others of the portal.
pub fn paket_isi(portal: &Paket<'_>, judul: &str) -> Value {
    let title = if judul.is_empty() { portal.judul.to_string() } else { format!("{}: {judul}", portal.judul) };
    let mut out = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "terang",
        "title": title,
        "description": portal.keterangan,
    });
    if let Some(keadaan) = &portal.keadaan {
        out["version"] = json!(keadaan);
    }
    if let Some(alamat) = portal.alamat {
        out["homepage"] = json!(alamat);
    }
    let mut licence = json!({ "name": portal.lisensi });
    if let Some(path) = alamat_lisensi(portal.lisensi) {
        licence["path"] = json!(path);
    }
    out["licenses"] = json!([licence]);
    if let Some(nama) = portal.instansi {
        out["contributors"] = json!([{ "title": nama, "roles": ["publisher"] }]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_csv_is_named_by_its_fingerprint() {
        let s = Sumber::dari("a.csv", "A", b"x,y\n\"1\n2\",3\n4,5\n", b"");
        assert_eq!(s.ukuran, 16);
        // printf 'x,y\n"1\n2",3\n4,5\n' | sha256sum
        assert_eq!(s.sha256, "088cc20f1823c440e4acb60268060d52d7d6196736d51b32292e19f9a7b7e9bf");
    }

    #[test]
    fn a_licence_of_creative_commons_has_its_address() {
        assert_eq!(alamat_lisensi("CC-BY-4.0").as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
        assert_eq!(alamat_lisensi("CC BY-SA 4.0").as_deref(), Some("https://creativecommons.org/licenses/by-sa/4.0/"));
        assert_eq!(alamat_lisensi("Semua hak"), None);
        assert_eq!(alamat_lisensi("CC-BY-\"4.0"), None);
    }
}
