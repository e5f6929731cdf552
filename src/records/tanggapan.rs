//! An answer must name a figure that exists: an answer nobody sees is worse than none.

use super::content::OpdTahun;
use super::daftar::Tanggapan;
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
            found.extend(terlalu_awal(&berkas, rekaman.tahun, index, tanggapan));
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

/// An answer of a day before the year of the figure it is about began.
fn terlalu_awal(berkas: &Arc<str>, rekaman: i32, index: usize, tanggapan: &Tanggapan) -> Option<Diagnostic> {
    let tanggal = &tanggapan.tanggal;
    let own = tanggapan.alamat.split('/').next().filter(|w| w.len() == 4).and_then(|w| w.parse().ok());
    let tahun: i32 = own.map_or(rekaman, |own: i32| own.min(rekaman));
    let year: i32 = tanggal.split('-').next()?.parse().ok()?;
    let way = Jalur::default().kunci("tanggapan").urutan(index).kunci("tanggal");
    let message = pesan!(
        "tanggapan bertanggal `{tanggal}`, sebelum tahun {tahun} yang ditanggapinya dimulai",
        "the answer is dated `{tanggal}`, before the year {tahun} it is about began"
    );
    let help = pesan!(
        "tulis kapan tanggapannya diberikan, misalnya `tanggal: {next}-03-01`",
        "write when the answer was given, for example `tanggal: {next}-03-01`",
        next = tahun.saturating_add(1)
    );
    (year < tahun).then(|| Diagnostic::galat("tanggal-salah", berkas, Spot::Nilai(way), message).bantuan(help))
}
