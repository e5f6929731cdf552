//! Setara: facts that a document prints in several tables under different addresses, and how they relate.

use super::content::OpdTahun;
use super::dekat::usul;
use super::pernyataan::{Bagian, Kumpulan, Pernyataan};
use super::reader::{At, Reader};
use crate::diagnostic::{Diagnostic, Jalur, Pesan, Spot};
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
    /// A proposed pair that was looked at and declined: not the same thing.
    Bukan,
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
    /// Addresses of the figures taken away from the left and from the right: pagu less realisasi is what was left unspent.
    pub kurang: [Vec<String>; 2],
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
    let contoh = ("`kiri: [tabel/layanan-jenis/rawat-jalan/dilayani]`", "`kiri: [tabel/a/b/c]`");
    let side = |r: &mut Reader, at: Option<At<'_>>| -> Vec<String> {
        let list: Vec<String> = at.map_or_else(Vec::new, |at| r.list(&at).iter().filter_map(|a| r.string(a)).collect());
        list.into_iter().map(|a| lengkap(&a, tahun)).collect()
    };
    let left = obj.need(r, "kiri", contoh);
    let kiri = side(r, left);
    let right = obj.need(r, "kanan", contoh);
    let kanan = side(r, right);
    let kurang = ["kiri_kurang", "kanan_kurang"].map(|key| {
        let at = obj.get(key);
        side(r, at)
    });
    let kali = obj.get("kali").and_then(|at| r.boolean(&at)).unwrap_or(false);
    let hubungan = obj
        .get("hubungan")
        .and_then(|at| {
            r.word(
                &at,
                &[("sama", Hubungan::Sama), ("paling_banyak", Hubungan::PalingBanyak), ("bukan", Hubungan::Bukan)],
            )
        })
        .unwrap_or(Hubungan::Sama);
    let alasan = obj.string(r, "alasan");
    if hubungan == Hubungan::Bukan && alasan.is_none() {
        r.galat(
            "alasan-hilang",
            &at.jalur,
            pesan!("`hubungan: bukan` tanpa `alasan`", "`hubungan: bukan` without `alasan`"),
        )
        .help = Some(pesan!(
            "tulis mengapa keduanya bukan hal yang sama, misalnya `alasan: rencana dan keadaan`",
            "write why they are not the same, for example `alasan: a plan and a state`"
        ));
    }
    obj.finish(r);
    Some(Setara { nama: nama?, kiri, kanan, kurang, kali, hubungan, alasan })
}

fn lengkap(alamat: &str, tahun: i32) -> String {
    let year = alamat.split('/').next().is_some_and(|w| w.len() == 4 && w.chars().all(|c| c.is_ascii_digit()));
    if year { alamat.to_string() } else { format!("{tahun}/{alamat}") }
}

/// What a figure is in the course of a year: what was meant to be, or what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Peran {
    Rencana,
    Hasil,
}

/// The role of a figure, where its measure tells it.
fn peran(p: &Pernyataan<'_>) -> Option<Peran> {
    let word = match p.bagian {
        Bagian::Anggaran { kolom, .. } | Bagian::Kinerja { kolom, .. } | Bagian::PihakLain { kolom, .. } => {
            kolom.ukuran.kata()
        }
        Bagian::Tabel { kolom, .. } => kolom.ukuran.as_str(),
    };
    let word = word.split(['-', '_']).next().unwrap_or(word);
    match word {
        "target" | "rencana" | "pagu" | "baseline" => Some(Peran::Rencana),
        "realisasi" | "pembilang" | "tertangani" | "ditangani" | "terlayani" => Some(Peran::Hasil),
        _ => None,
    }
}

/// Why two sides cannot be one quantity; nothing when they may. A written reason carries over a difference of years, for
/// a table that repeats what was counted the year before.
pub fn halangan(source: &OpdTahun, s: &Setara, kiri: &[&Pernyataan<'_>], kanan: &[&Pernyataan<'_>]) -> Option<Pesan> {
    let pairs = || kiri.iter().flat_map(|a| kanan.iter().map(move |z| (*a, *z)));
    for (a, z) in pairs().filter(|_| s.alasan.is_none()) {
        let (x, y) = (a.tahun, z.tahun);
        if x != y {
            return Some(pesan!("tahunnya berbeda ({x} dan {y})", "their years differ ({x} and {y})"));
        }
        if a.masa.setahun() != z.masa.setahun() {
            return Some(pesan!("masanya tidak sama panjang", "they cover periods of different length"));
        }
        let cut = |p: &Pernyataan<'_>| {
            source.rekaman.iter().find(|r| Some(r.tahun) == p.rekaman && r.tahun == p.tahun).map(|r| &r.batas_data)
        };
        if let (Some(x), Some(y)) = (cut(a), cut(z))
            && x != y
        {
            return Some(pesan!("batas datanya berbeda ({x} dan {y})", "their cut-offs differ ({x} and {y})"));
        }
    }
    for (a, z) in pairs() {
        // What is left of a plan after its result is neither.
        let rest = s.kurang.iter().any(|list| !list.is_empty());
        if let (Some(x), Some(y)) = (peran(a), peran(z))
            && x != y
            && !rest
        {
            return Some(pesan!("yang satu rencana, yang lain hasil", "one is a plan, the other a result"));
        }
        // In a product each factor has a unit of its own.
        if let (Some(x), Some(y)) = (a.satuan.clone(), z.satuan.clone())
            && x != y
            && !s.kali
        {
            return Some(pesan!("satuannya berbeda ({x} dan {y})", "their units differ ({x} and {y})"));
        }
    }
    None
}

/// Reports pairs whose sides are of different year, cut-off, kind or unit.
fn tak_sejenis(source: &OpdTahun, all: &Kumpulan<'_>, s: &Setara, file: &Arc<str>, n: usize) -> Option<Diagnostic> {
    if s.hubungan == Hubungan::Bukan {
        return None;
    }
    let side = |list: &[&[String]]| {
        list.concat().iter().filter_map(|a| all.di(a).find(|p| p.bukti().is_some())).collect::<Vec<_>>()
    };
    let [less, more] = &s.kurang;
    let why = halangan(source, s, &side(&[&s.kiri, less]), &side(&[&s.kanan, more]))?;
    let way = Jalur::default().kunci("setara").urutan(n);
    let nama = &s.nama;
    Some(
        Diagnostic::peringatan(
            "setara-tak-sejenis",
            file,
            Spot::Nilai(way),
            pesan!(
                "kedua sisi “{nama}” tidak sejenis: {why}",
                "the two sides of “{nama}” are not of one kind: {why}",
                why
            ),
        )
        .bantuan(pesan!(
            "pasangan ini tidak diperiksa; hapus, atau tulis `hubungan: bukan` dengan `alasan`",
            "this pair is not checked; remove it, or write `hubungan: bukan` with an `alasan`"
        )),
    )
}

/// Reports a figure that stands on both sides: it always equals itself, and says nothing.
fn dengan_sendirinya(s: &Setara, file: &Arc<str>, n: usize) -> Option<Diagnostic> {
    let (side, m, alamat) =
        s.kanan.iter().enumerate().find_map(|(m, a)| s.kiri.contains(a).then_some(("kanan", m, a)))?;
    let way = Jalur::default().kunci("setara").urutan(n).kunci(side).urutan(m);
    let message = pesan!(
        "`{alamat}` berdiri di kedua sisi: angka itu selalu sama dengan dirinya",
        "`{alamat}` stands on both sides: a figure always equals itself"
    );
    let help = pesan!(
        "tulis alamat angka di tabel lain yang mencetak hal yang sama, atau hapus dari kedua sisi",
        "write the address of the figure in another table that prints the same thing, or remove it from both sides"
    );
    Some(Diagnostic::galat("setara-sendiri", file, Spot::Nilai(way), message).bantuan(help))
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
            diagnostics.extend(file(r.tahun).and_then(|name| dengan_sendirinya(s, &name, n)));
            diagnostics.extend(file(r.tahun).and_then(|name| tak_sejenis(source, &all, s, &name, n)));
            let [less, more] = &s.kurang;
            let sides = [("kiri", &s.kiri), ("kanan", &s.kanan), ("kiri_kurang", less), ("kanan_kurang", more)];
            for (side, list) in sides {
                for (m, alamat) in list.iter().enumerate().filter(|(_, a)| !known.contains(a.as_str())) {
                    let Some(name) = file(r.tahun) else { continue };
                    let way = Jalur::default().kunci("setara").urutan(n).kunci(side).urutan(m);
                    let help = match usul(diagnostics.len(), alamat, known.iter().copied()) {
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
