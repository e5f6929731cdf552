//! `ralat.yaml`: corrections of figures this portal has published: which, from what to what, why, and when.

use super::cell::Nilai;
use super::content::OpdTahun;
use super::daftar::tanggal;
use super::opd::Opd;
use super::penerus;
use super::pernyataan::{Kumpulan, Pernyataan};
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

impl Ralat {
    /// Whether it is of a figure that the portal computes.
    pub fn terhitung(&self) -> bool {
        let last = self.alamat.rsplit('/').next().unwrap_or_default();
        matches!(last, "hitungan" | "kemajuan" | "perubahan")
            || last.ends_with("-terhitung")
            || last.ends_with("-jumlah")
    }
}

/// A print with its reading, as a correction writes it: `7.000 (dibaca 7000 orang)`.
pub fn bacaan(tercetak: &str, nilai: &str, satuan: &str, ragu: bool) -> String {
    let nilai = if nilai.is_empty() { "tanpa satu nilai" } else { nilai };
    let gap = if satuan.is_empty() || satuan == "%" { "" } else { " " };
    let doubt = if ragu { ", diragukan" } else { "" };
    format!("{tercetak} (dibaca {nilai}{gap}{satuan}{doubt})")
}

impl Pernyataan<'_> {
    /// Its value as data hold it; empty where there is no single one.
    pub fn nilai_data(&self) -> String {
        match &self.sel.nilai {
            Nilai::Huruf(t) | Nilai::Teks(t) => t.clone(),
            _ => self.sel.desimal().map(|v| v.normalize().to_string()).unwrap_or_default(),
        }
    }

    /// As a correction names it: what is printed, or why nothing is.
    pub fn tulisan(&self) -> String {
        match &self.sel.nilai {
            Nilai::Kosong(alasan) if self.sel.tercetak.is_empty() => format!("({})", alasan.teks()),
            _ => self.sel.tercetak.clone(),
        }
    }

    /// As a correction names it where the print is the same and its reading is not.
    pub fn bacaan(&self, opd: &Opd) -> String {
        bacaan(&self.tulisan(), &self.nilai_data(), &self.satuan_tercetak(opd), self.sel.ragu)
    }
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
        let alamat = &ralat.alamat;
        let now: Vec<String> = kumpulan.di(alamat).map(|p| p.tulisan().trim().to_string()).collect();
        let read: Vec<String> = kumpulan.di(alamat).map(|p| p.bacaan(&source.opd)).collect();
        // A later correction of the same figure says what it is now.
        let superseded = source.ralat[n + 1..].iter().any(|o| o.alamat == *alamat);
        masa_depan(source, ralat, berkas, way("tanggal"), found);
        // What it is now is known after computing.
        if ralat.terhitung() && now.is_empty() && ralat.baru.as_deref().map(str::trim) != Some(ralat.lama.trim()) {
            continue;
        }
        let Some(baru) = &ralat.baru else {
            if !now.is_empty() && !superseded {
                let list = now.iter().map(|t| format!("“{t}”")).collect::<Vec<_>>().join(", ");
                found.push(
                    Diagnostic::galat(
                        "ralat-lain",
                        berkas,
                        way("alamat"),
                        pesan!(
                            "ralat tanpa `baru` berarti angkanya dihapus, tetapi rekaman memuat {list}",
                            "a correction without `baru` says that the figure was taken out, but the record holds {list}"
                        ),
                    )
                    .bantuan(pesan!(
                        "tulis `baru` persis seperti tercetak di rekaman, atau hapus angkanya dari rekaman",
                        "write `baru` exactly as the record prints it, or take the figure out of the record"
                    )),
                );
            }
            continue;
        };
        if ralat.lama.trim() == baru.trim() {
            found.push(
                Diagnostic::galat(
                    "ralat-sama",
                    berkas,
                    way("baru"),
                    pesan!("`lama` dan `baru` sama: “{baru}”", "`lama` and `baru` are the same: “{baru}”"),
                )
                .bantuan(pesan!(
                    "tulis pada `lama` angka yang dahulu tampil, atau hapus ralat ini",
                    "write in `lama` what was shown before, or remove this correction"
                )),
            );
            continue;
        }
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
        if !superseded && !now.iter().chain(&read).any(|text| text == baru.trim()) {
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

/// The day of a correction is a day that can have been.
fn masa_depan(source: &OpdTahun, ralat: &Ralat, berkas: &Arc<str>, spot: Spot, found: &mut Vec<Diagnostic>) {
    let year = ralat.tanggal.get(..4).and_then(|y| y.parse::<i32>().ok());
    let (Some(last), Some(year)) = (penerus::tahun_terakhir(source), year) else { return };
    if year > last {
        let tanggal = &ralat.tanggal;
        found.push(
            Diagnostic::galat(
                "tanggal-salah",
                berkas,
                spot,
                pesan!(
                    "`{tanggal}` belum terjadi: dokumen terbaru OPD ini jauh lebih lama",
                    "`{tanggal}` has not been yet: the newest document of this agency is far older"
                ),
            )
            .bantuan(pesan!("tulis hari angka itu diralat", "write the day on which the figure was corrected")),
        );
    }
}
