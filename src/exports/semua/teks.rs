//! What stands beside the tables of the archive in words: what they are, how they may be used, how they are cited.

use super::tabel::Tabel;
use crate::exports::paket::{Paket, alamat_lisensi};
use std::fmt::Write;

/// A file: its name, the table it holds in full, its rows.
type Ringkas<'b> = (&'b str, Option<&'static Tabel>, usize);

/// `BACA-SAYA.md`
pub fn baca(portal: &Paket<'_>, judul: &str, berkas: &[Ringkas<'_>]) -> String {
    let mut out = format!("# {judul}: {}\n\n{}\n\n", portal.judul, portal.keterangan);
    let mut fact = |nama: &str, isi: &str| {
        let _ = writeln!(out, "* {nama}: {isi}");
    };
    if let Some(nama) = portal.instansi {
        fact("Penerbit (publisher)", nama);
    }
    if let Some(hari) = &portal.keadaan {
        fact("Keadaan data (data as of)", hari);
    }
    if let Some(alamat) = portal.alamat {
        fact("Alamat (address)", alamat);
    }
    fact("Lisensi (licence)", portal.lisensi);
    out.push_str(PETUNJUK);
    out.push_str("\n## Berkas (files)\n\n| berkas | isi | baris |\n|---|---|--:|\n");
    for (nama, tabel, baris) in berkas {
        let isi = tabel.map_or_else(|| bentuk(nama).to_string(), |t| t.judul.to_string());
        let baris = if *baris == 0 { String::new() } else { baris.to_string() };
        let _ = writeln!(out, "| `{nama}` | {isi} | {baris} |");
    }
    for t in berkas.iter().filter_map(|(_, t, _)| *t) {
        let _ = write!(out, "\n## Kolom `{}.csv`\n\n| kolom | arti |\n|---|---|\n", t.nama);
        for k in t.kolom {
            let _ = writeln!(out, "| `{}` | {} |", k.nama, k.arti);
        }
    }
    out
}

/// What a file is that holds a table in another form.
fn bentuk(nama: &str) -> &'static str {
    match nama.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "jsonl" => "isi yang sama, satu objek JSON per baris",
        "xlsx" => "semua tabel, satu lembar masing-masing",
        _ => "isi yang sama untuk Excel: titik koma, koma desimal",
    }
}

const PETUNJUK: &str = "
## Membaca data ini

* Satu fakta bisa tercetak beberapa kali dengan nilai yang berbeda. Setiap cetakan satu baris `angka.csv`, beralamat sama; tidak ada yang dipilihkan diam-diam.
  `dihitung` = `ya` hanya untuk yang dihitung portal ini.
* Yang kosong bukan nol: `keadaan` menyebut sebabnya (`status_sdmx` dalam kode SDMX CL_OBS_STATUS).
* Jangan menjumlahkan tingkat yang berbeda. Untuk jumlah belanja ambil `anggaran.csv` dengan `dijumlahkan` = `ya`, satu `fase` dan satu `masa`;
  baris itu tingkat terdalam yang seluruh bagiannya tercetak.
* Urutkan hanya nilai yang `kedudukan`-nya setara dalam `banding.csv`. Tidak untuk membuat peringkat dari yang lain.
* Kode (`35.05`, `1.06.04`) adalah teks. CSV berkoma dengan titik desimal, UTF-8. Teks yang berawal seperti rumus diberi apostrof agar tidak dijalankan
  lembar kerja; nilai dan berkas JSON tidak disentuh.
* `datapackage.json` memuat skema, kunci, dan SHA-256 setiap berkas: `frictionless validate datapackage.json`.

In English: every print of a fact is one row of `angka.csv`, under one `alamat` (address); nothing was chosen silently. Empty is never zero, `keadaan` and
`status_sdmx` say why. Never add up levels: for spending take `anggaran.csv` where `dijumlahkan` is `ya`, in one `fase` and one `masa`. Rank only rows of
`banding.csv` whose `kedudukan` says that they are comparable. Codes are texts.
";

/// `LISENSI.txt`
pub fn lisensi(portal: &Paket<'_>) -> String {
    let mut out = format!("{}\n", portal.lisensi);
    if let Some(url) = alamat_lisensi(portal.lisensi) {
        let _ = writeln!(out, "{url}");
    }
    let nama = portal.instansi.unwrap_or(portal.judul);
    let _ = write!(
        out,
        "\nData disalin dari dokumen resmi yang disebut di setiap baris, dan diterbitkan oleh {nama}.\n\
         The data were copied from the official documents named in every row and are published by {nama}.\n"
    );
    out
}

/// `CITATION.cff`
pub fn kutipan(portal: &Paket<'_>, judul: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut out = format!(
        "cff-version: 1.2.0\nmessage: \"Bila memakai data ini, kutiplah demikian. If you use these data, cite them so.\"\ntype: dataset\ntitle: {}\nauthors:\n  - name: {}\n",
        quoted(&format!("{}: {judul}", portal.judul)),
        quoted(portal.instansi.unwrap_or(portal.judul)),
    );
    if let Some(hari) = &portal.keadaan {
        let _ = writeln!(out, "version: {}", quoted(hari));
    }
    if let Some(alamat) = portal.alamat {
        let _ = writeln!(out, "url: {}", quoted(alamat));
    }
    // Only a code of SPDX may stand there.
    match alamat_lisensi(portal.lisensi) {
        Some(_) => {
            let _ = writeln!(out, "license: {}", portal.lisensi.to_uppercase().replace(' ', "-"));
        }
        None => {
            let _ = writeln!(out, "abstract: {}", quoted(portal.lisensi));
        }
    }
    out
}
