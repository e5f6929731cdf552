//! Alamat: no two files of `content/` ask for one address of the site, and none for one the site needs itself.
//!
//! Whoever came second would silently replace the first: the download of one agency would hold the data of another.

use super::berkas::Berkas;
use super::content::Tree;
use super::nama::bahasa;
use crate::diagnostic::{Diagnostic, Spot};
use crate::pesan;
use std::collections::BTreeMap;

/// First folders of the site, or of the content, that are its own: no daerah and no free page may stand there.
const SENDIRI: [&str; 15] = [
    "aset",
    "banding",
    "cari",
    "data",
    "edisi",
    "en",
    "gaya",
    "glosarium",
    "halaman",
    "isi",
    "metodologi",
    "padanan",
    "ralat",
    "skala",
    "temuan",
];
/// Further addresses of the site itself, and who would want them.
const LAIN: [&str; 3] = ["banding/data/daerah.json", "banding/data/", "banding/provinsi/"];

/// Reports every address that two ask for.
pub fn check(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut owners: BTreeMap<String, &Berkas> = BTreeMap::new();
    for (name, file) in tree {
        for address in diminta(name) {
            let first = address.split('/').next().unwrap_or_default();
            if (address.matches('/').count() == 1 && SENDIRI.contains(&first) && address.ends_with('/'))
                || LAIN.contains(&address.as_str())
            {
                diagnostics.push(milik_situs(file, &address));
            } else if let Some(other) = owners.get(&address) {
                diagnostics.push(bentrok(file, other, &address));
            } else {
                owners.insert(address, file);
                continue;
            }
            break;
        }
    }
}

/// The addresses a file asks for. They may depend on the names alone, so that the check needs no content.
fn diminta(name: &str) -> Vec<String> {
    match name.split('/').collect::<Vec<_>>().as_slice() {
        ["halaman", page] => match page.strip_suffix(".md").map(bahasa) {
            Some((kode, None)) => vec![format!("{kode}/")],
            _ => Vec::new(),
        },
        ["padanan", file] => file.strip_suffix(".yaml").map(|kode| format!("banding/{kode}/")).into_iter().collect(),
        ["skala", _] => Vec::new(),
        [daerah, "daerah.yaml"] => vec![format!("{daerah}/"), format!("banding/data/{daerah}.json")],
        [daerah, opd, "opd.yaml"] => {
            vec![format!("data/{daerah}-{opd}.csv"), format!("data/{daerah}-{opd}-excel.csv")]
        }
        _ => Vec::new(),
    }
}

fn milik_situs(file: &Berkas, address: &str) -> Diagnostic {
    let message = pesan!(
        "alamat `{address}` sudah dipakai bagian lain situs",
        "the address `{address}` is already used by another part of the site"
    );
    let taken = SENDIRI.join("`, `");
    Diagnostic::galat("alamat-dipakai", &file.nama, Spot::Berkas, message).bantuan(pesan!(
        "beri nama lain; yang tidak bisa dipakai: `{taken}`",
        "give it another name; not to be used: `{taken}`"
    ))
}

fn bentrok(file: &Berkas, other: &Berkas, address: &str) -> Diagnostic {
    let (a, b) = (&other.nama, &file.nama);
    let message = pesan!(
        "`{b}` dan `{a}` meminta alamat yang sama, `{address}`",
        "`{b}` and `{a}` ask for the same address, `{address}`"
    );
    Diagnostic::galat("alamat-bentrok", &file.nama, Spot::Berkas, message)
        .terkait(&other.nama, Spot::Berkas, pesan!("juga diminta di sini", "asked for here too"))
        .bantuan(pesan!(
            "ganti kode salah satunya: yang kedua akan menimpa yang pertama",
            "change the code of one: the second would replace the first"
        ))
}
