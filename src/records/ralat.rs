//! `ralat.yaml`: corrections of figures this portal has published: which, from what to what, why, and when.

use super::content::OpdTahun;
use super::daftar::tanggal;
use super::pernyataan::Kumpulan;
use super::reader::{At, Reader};
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use std::sync::Arc;

/// A figure that was published wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ralat {
    /// Address inside the OPD: `2024/anggaran/penunjang/realisasi`.
    pub alamat: String,
    /// What the portal showed.
    pub lama: String,
    /// What it shows now; nothing where the figure was taken out.
    pub baru: Option<String>,
    /// Why it was wrong.
    pub alasan: String,
    /// The same in English.
    pub alasan_en: Option<String>,
    /// Day of the correction, ISO.
    pub tanggal: String,
}

/// Reads the list.
pub fn read(r: &mut Reader, at: &At<'_>) -> Vec<Ralat> {
    r.list(at).iter().filter_map(|at| satu(r, at)).collect()
}

fn satu(r: &mut Reader, at: &At<'_>) -> Option<Ralat> {
    let mut obj = r.object(at)?;
    let alamat = obj.need_string(r, "alamat", "2024/anggaran/penunjang/realisasi");
    let lama = obj.need_string(r, "lama", "9.029.033.415");
    let baru = obj.string(r, "baru");
    let alasan = obj.need_string(r, "alasan", "dua angka tertukar saat disalin dari Tabel 3.3");
    let alasan_en = obj.string(r, "alasan_en");
    let tanggal = tanggal(r, &mut obj);
    obj.finish(r);
    Some(Ralat { alamat: alamat?, lama: lama?, baru, alasan: alasan?, alasan_en, tanggal: tanggal? })
}

/// A correction names a figure, and what that figure is now: one that says otherwise than the record is wrong itself.
pub fn check(source: &OpdTahun, berkas: &Arc<str>, found: &mut Vec<Diagnostic>) {
    if source.ralat.is_empty() {
        return;
    }
    let kumpulan = Kumpulan::dari(source);
    for (n, ralat) in source.ralat.iter().enumerate() {
        let way = |key: &str| Spot::Nilai(Jalur::default().urutan(n).kunci(key));
        let (alamat, Some(baru)) = (&ralat.alamat, &ralat.baru) else { continue };
        let now: Vec<&str> = kumpulan.di(alamat).map(|p| p.sel.tercetak.trim()).collect();
        if now.is_empty() {
            found.push(
                Diagnostic::galat(
                    "alamat-tak-dikenal",
                    berkas,
                    way("alamat"),
                    pesan!("tidak ada angka beralamat `{alamat}`", "there is no figure at `{alamat}`"),
                )
                .bantuan(pesan!(
                    "salin alamatnya dari halaman \"Dari mana angka ini?\"; bila angkanya dihapus, hapus baris `baru`",
                    "copy it from the page \"Dari mana angka ini?\"; if the figure was taken out, remove the line `baru`"
                )),
            );
            continue;
        }
        // A later correction of the same figure says what it is now.
        let superseded = source.ralat[n + 1..].iter().any(|o| o.alamat == *alamat);
        if !superseded && !now.contains(&baru.trim()) {
            let list = now.iter().map(|t| format!("“{t}”")).collect::<Vec<_>>().join(", ");
            found.push(
                Diagnostic::galat(
                    "ralat-lain",
                    berkas,
                    way("baru"),
                    pesan!(
                        "ralat menyebut “{baru}”, tetapi rekaman memuat {list}",
                        "the correction says “{baru}”, but the record holds {list}"
                    ),
                )
                .bantuan(pesan!(
                    "tulis `baru` persis seperti tercetak di rekaman, atau perbaiki rekamannya",
                    "write `baru` exactly as the record prints it, or mend the record"
                )),
            );
        }
    }
}
