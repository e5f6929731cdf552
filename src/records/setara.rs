//! Setara: facts that a document prints in several tables under different addresses, and how they relate.

use super::content::OpdTahun;
use super::pernyataan::Kumpulan;
use super::reader::{At, Reader, nearest};
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How the two sides relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hubungan {
    /// The same count.
    Sama,
    /// The left is a part of the right: never more.
    PalingBanyak,
}

/// Two sums of printed figures that count the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setara {
    /// What both count, in words.
    pub nama: String,
    /// Addresses of the figures on the left, added up.
    pub kiri: Vec<String>,
    /// Addresses of the figures on the right, added up.
    pub kanan: Vec<String>,
    /// Whether the figures on the left are multiplied instead.
    pub kali: bool,
    /// How they relate.
    pub hubungan: Hubungan,
    /// Why they count the same thing, when their names differ.
    pub alasan: Option<String>,
}

/// Reads one comparison; addresses without a year belong to the year of the record.
pub fn read(r: &mut Reader, at: &At<'_>, tahun: i32) -> Option<Setara> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Korban bencana alam yang ditangani");
    let contoh = ("`kiri: [tabel/ppks-jenis/korban-bencana-alam/tertangani]`", "`kiri: [tabel/a/b/c]`");
    let side = |r: &mut Reader, at: Option<At<'_>>| -> Vec<String> {
        let list: Vec<String> = at.map_or_else(Vec::new, |at| r.list(&at).iter().filter_map(|a| r.string(a)).collect());
        list.into_iter().map(|a| lengkap(&a, tahun)).collect()
    };
    let left = obj.need(r, "kiri", contoh);
    let kiri = side(r, left);
    let right = obj.need(r, "kanan", contoh);
    let kanan = side(r, right);
    let kali = obj.get("kali").and_then(|at| r.boolean(&at)).unwrap_or(false);
    let hubungan = obj
        .get("hubungan")
        .and_then(|at| r.word(&at, &[("sama", Hubungan::Sama), ("paling_banyak", Hubungan::PalingBanyak)]))
        .unwrap_or(Hubungan::Sama);
    let alasan = obj.string(r, "alasan");
    obj.finish(r);
    Some(Setara { nama: nama?, kiri, kanan, kali, hubungan, alasan })
}

fn lengkap(alamat: &str, tahun: i32) -> String {
    let year = alamat.split('/').next().is_some_and(|w| w.len() == 4 && w.chars().all(|c| c.is_ascii_digit()));
    if year { alamat.to_string() } else { format!("{tahun}/{alamat}") }
}

/// Reports addresses that no figure of the OPD has.
pub fn check(source: &OpdTahun, file: &dyn Fn(i32) -> Option<Arc<str>>, diagnostics: &mut Vec<Diagnostic>) {
    if source.rekaman.iter().all(|r| r.setara.is_empty()) {
        return;
    }
    let all = Kumpulan::dari(source);
    let known: BTreeSet<&str> = all.semua.iter().map(|p| p.alamat.as_str()).collect();
    for r in &source.rekaman {
        for (n, s) in r.setara.iter().enumerate() {
            for (side, list) in [("kiri", &s.kiri), ("kanan", &s.kanan)] {
                for (m, alamat) in list.iter().enumerate().filter(|(_, a)| !known.contains(a.as_str())) {
                    let Some(name) = file(r.tahun) else { continue };
                    let way = Jalur::default().kunci("setara").urutan(n).kunci(side).urutan(m);
                    let help = match nearest(alamat, known.iter().copied()) {
                        Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
                        None => pesan!(
                            "tulis misalnya `tabel/<kode>/<baris>/<kolom>`",
                            "write for example `tabel/<table>/<row>/<column>`"
                        ),
                    };
                    diagnostics.push(
                        Diagnostic::galat(
                            "alamat-tak-dikenal",
                            &name,
                            Spot::Nilai(way),
                            pesan!("tidak ada angka beralamat `{alamat}`", "no figure has the address `{alamat}`"),
                        )
                        .bantuan(help),
                    );
                }
            }
        }
    }
}
