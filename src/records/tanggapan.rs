//! An answer must name a figure that exists: an answer nobody sees is worse than none.

use super::content::OpdTahun;
use super::pernyataan::Kumpulan;
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use std::sync::Arc;

/// Reports answers to addresses without a figure; `file` names the YAML file of a year.
pub fn check(source: &OpdTahun, file: &dyn Fn(i32) -> Option<Arc<str>>, found: &mut Vec<Diagnostic>) {
    if source.rekaman.iter().all(|r| r.tanggapan.is_empty()) {
        return;
    }
    let kumpulan = Kumpulan::dari(source);
    for rekaman in &source.rekaman {
        let Some(berkas) = file(rekaman.tahun) else { continue };
        for (index, tanggapan) in rekaman.tanggapan.iter().enumerate() {
            let alamat = &tanggapan.alamat;
            let full = format!("{}/{alamat}", rekaman.tahun);
            if kumpulan.di(alamat).chain(kumpulan.di(&full)).next().is_some() {
                continue;
            }
            let way = Jalur::default().kunci("tanggapan").urutan(index).kunci("alamat");
            found.push(
                Diagnostic::galat(
                    "alamat-tak-dikenal",
                    &berkas,
                    Spot::Nilai(way),
                    pesan!("tidak ada angka beralamat `{alamat}`", "there is no figure at `{alamat}`"),
                )
                .bantuan(pesan!(
                    "salin alamatnya dari halaman \"Dari mana angka ini?\", misalnya `anggaran/penunjang/serapan`",
                    "copy it from the page \"Dari mana angka ini?\", for example `anggaran/penunjang/serapan`"
                )),
            );
        }
    }
}
