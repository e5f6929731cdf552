//! `terang verify`: whether the folder of a site is still as it was published; names every altered figure.

use super::utuh::{self, Laporan, Masalah};
use super::{Akhir, Bentuk, Henti, edisi, lapor};
use crate::diagnostic::{Lang, Pesan};
use crate::pesan;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Args {
    /// Folder situs yang diperiksa
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Folder terbitan yang lalu: edisi ini harus menyambungnya
    #[arg(long, value_name = "DIR")]
    published: Option<PathBuf>,
    /// Bentuk hasil: human atau json
    #[arg(long, value_enum, default_value = "human", value_name = "BENTUK", hide_possible_values = true)]
    format: Bentuk,
}

pub fn run(args: &Args, lang: Lang) -> Result<Akhir, Henti> {
    for dir in std::iter::once(&args.folder).chain(&args.published) {
        if !dir.is_dir() {
            let shown = dir.display();
            return Err(Henti::new(
                pesan!("folder `{shown}` tidak ada", "there is no folder `{shown}`"),
                pesan!("sebut folder situs, misalnya `public`", "name the folder of a site, for example `public`"),
            ));
        }
    }
    let laporan = utuh::periksa(&args.folder, args.published.as_deref());
    match args.format {
        Bentuk::Json => lapor::print(&format!("{:#}", tulis_json(args, &laporan, lang)))?,
        Bentuk::Human => lapor::print(&tulis(args, &laporan, lang))?,
    }
    Ok(if laporan.masalah.is_empty() { Akhir::Baik } else { Akhir::Galat })
}

fn tulis(args: &Args, l: &Laporan, lang: Lang) -> String {
    let out = args.folder.display();
    let mut lines = Vec::new();
    if let Some((isi, sha256)) = &l.edisi {
        lines.push(format!("{out}: {}", edisi::kepala(isi, sha256).in_lang(lang)));
    }
    let mut berkas = "";
    for m in &l.masalah {
        let text = edisi::polos(m.pesan.in_lang(lang));
        if m.alamat.is_none() {
            lines.push(format!("{}: {text}", edisi::polos(&m.berkas)));
        } else {
            if berkas != m.berkas {
                lines.push(format!("{}:", edisi::polos(&m.berkas)));
            }
            lines.push(format!("  {text}"));
        }
        berkas = &m.berkas;
    }
    lines.extend(l.catatan.iter().map(|c| edisi::polos(c.in_lang(lang))));
    lines.push(putusan(l).in_lang(lang).to_string());
    lines.join("\n")
}

/// The last line: what was looked at, and whether it is whole.
fn putusan(l: &Laporan) -> Pesan {
    let (angka, data, situs) = (l.angka, l.data, l.situs);
    if l.masalah.is_empty() {
        return pesan!(
            "Utuh: {data} berkas data dengan {angka} angka, {situs} berkas situs.",
            "Whole: {data} files of data with {angka} figures, {situs} files of the site."
        );
    }
    let figures = l.masalah.iter().filter(|m| m.alamat.is_some()).count();
    let files = l.masalah.len() - figures;
    pesan!(
        "Tidak utuh: {figures} angka disebut di atas, dan {files} hal lain.",
        "Not whole: {figures} figures are named above, and {files} other things."
    )
}

fn tulis_json(args: &Args, l: &Laporan, lang: Lang) -> Value {
    let edisi = l.edisi.as_ref();
    let masalah = |m: &Masalah| {
        let kolom: Vec<Value> =
            m.kolom.iter().map(|(nama, a, b)| json!({"nama": nama, "terbit": a, "kini": b})).collect();
        let pesan = m.pesan.in_lang(lang);
        json!({"kode": m.kode, "berkas": m.berkas, "alamat": m.alamat, "kolom": kolom, "pesan": pesan})
    };
    json!({
        "versi": 1,
        "folder": args.folder.display().to_string(),
        "utuh": l.masalah.is_empty(),
        "edisi": edisi.map(|(_, sha256)| sha256),
        "tanggal": edisi.map(|(e, _)| &e.tanggal),
        "sebelumnya": edisi.map(|(e, _)| &e.sebelumnya),
        "diperiksa": {"data": l.data, "angka": l.angka, "situs": l.situs},
        "masalah": l.masalah.iter().map(masalah).collect::<Vec<_>>(),
        "catatan": l.catatan.iter().map(|c| c.in_lang(lang)).collect::<Vec<_>>(),
    })
}
