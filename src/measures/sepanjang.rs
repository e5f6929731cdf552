//! Sepanjang: money that is printed for parts of its year only. Quarters, half-years or months that follow each other from
//! January without a gap add up: four quarters to the year, two of them to what was spent up to June.

use super::isian::{Daftar, Masukan, Turunan, add};
use super::kata;
use super::pilihan::{dibelanjakan, pagu_akhir};
use super::sumber_dana::{jumlah, pada, sumber_dana, terjumlah, uang_semua};
use super::tercetak::per_masa;
use super::uang::Uang;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Alasan, Jenis, Kumpulan, Masa, Nilai, Rekaman, Simpul, tampak_kumulatif};
use std::collections::BTreeSet;

/// What was spent from January up to the end of a part of the year.
#[derive(Debug, Clone)]
pub struct Sampai {
    /// The part whose end it reaches.
    pub masa: Masa,
    /// The amount.
    pub uang: Uang,
    /// Where it stands: the printed running total, or the sum of the parts.
    pub alamat: String,
    /// The amounts it is the sum of; none where it is printed.
    pub masukan: Vec<Masukan>,
}

/// A part of a year: its first and last month, and its amount, by source of funds where it is printed so.
type Potong = (u8, u8, Masa, Option<Vec<Masukan>>);

/// The first month of a part of a year.
fn awal(masa: &Masa) -> Option<u8> {
    let months = match masa {
        Masa::Triwulan(..) => 3,
        Masa::Semester(..) => 6,
        Masa::Bulan(..) => 1,
        _ => return None,
    };
    masa.bulan_akhir()?.checked_sub(months)?.checked_add(1)
}

/// The parts of its year for which a row prints what was spent in them; without an amount where it is doubted.
fn potong(k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> Vec<Potong> {
    let base = format!("{tahun}/anggaran/{subjek}/");
    let own = format!("{base}realisasi@");
    let below = k.urutan_di_bawah(&own).flat_map(|(_, list)| list.iter().map(|i| &k.semua[*i]));
    let printed: BTreeSet<(&str, &Masa)> = below
        .filter(|p| p.sel.nilai.bernilai())
        .filter_map(|p| Some((p.alamat.strip_prefix(&base)?.split('~').next()?, p.masa)))
        .collect();
    let one = |(name, masa): (&str, &Masa)| {
        let label = Pesan::tiap(|lang| kata::masa_kalimat(lang, masa));
        let amounts = match k.anggaran(tahun, subjek, name).next() {
            Some(_) => pada(k, tahun, subjek, name, &label).map(|m| vec![m]),
            None => sumber_dana(k, tahun, subjek, name),
        };
        Some((awal(masa)?, masa.bulan_akhir()?, masa.clone(), amounts))
    };
    printed.into_iter().filter_map(one).collect()
}

/// Parts that follow each other from January on, the longest or the shortest first where several begin with one month.
fn rangkai(all: &[Potong], panjang: bool) -> Vec<&Potong> {
    let mut out: Vec<&Potong> = Vec::new();
    loop {
        let next = out.last().map_or(1, |p| p.1.saturating_add(1));
        let starting = all.iter().filter(|p| p.0 == next);
        match if panjang { starting.max_by_key(|p| p.1) } else { starting.min_by_key(|p| p.1) } {
            Some(part) => out.push(part),
            None => return out,
        }
    }
}

/// Whether the parts of a row look like running totals beside its budget.
fn berjalan(k: &Kumpulan<'_>, tahun: i32, subjek: &str, list: &[&Potong]) -> bool {
    let Some(pagu) = pagu_akhir(k, tahun, subjek).and_then(|p| p.utama.bukti()) else { return false };
    let amount = |p: &&Potong| Some(Uang::jumlah(&uang_semua(p.3.as_ref()?))?.nilai);
    list.iter().map(amount).collect::<Option<Vec<_>>>().is_some_and(|parts| tampak_kumulatif(&parts, pagu))
}

/// The same of the whole: then no row of the year is added up.
fn berjalan_total(k: &Kumpulan<'_>, tahun: i32) -> bool {
    berjalan(k, tahun, "total", &rangkai(&potong(k, tahun, "total"), true))
}

/// What the parts of a row give together; nothing where one is doubted, or where half-years and quarters say two things.
fn berurutan(k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> Option<Sampai> {
    let all = potong(k, tahun, subjek);
    if all.iter().any(|(.., amount)| amount.is_none()) {
        return None;
    }
    let sum = |list: &[&Potong]| {
        let masukan: Vec<Masukan> = list.iter().filter_map(|p| p.3.clone()).flatten().collect();
        Uang::jumlah(&uang_semua(&masukan)).map(|uang| (uang, masukan))
    };
    let (long, short) = (rangkai(&all, true), rangkai(&all, false));
    let (_, end, masa, _) = *long.last()?;
    let (uang, masukan) = sum(&long)?;
    // Running totals that are written as the money of each part are not added up: `check` asks the author.
    if berjalan(k, tahun, subjek, &long) || (subjek != "total" && berjalan_total(k, tahun)) {
        return None;
    }
    if let Some((other, _)) = sum(&short).filter(|_| short.last().map(|p| p.1) == Some(*end)) {
        let ((a, b), (c, d)) = (uang.ujung(), other.ujung());
        if b < c || d < a {
            return None;
        }
    }
    let alamat = match masukan.as_slice() {
        [one] => one.alamat.clone(),
        _ if *end == 12 => format!("{tahun}/anggaran/{subjek}/{}", jumlah(true)),
        _ => format!("{tahun}/anggaran/{subjek}/{SAMPAI}"),
    };
    Some(Sampai { masa: masa.clone(), uang, alamat, masukan })
}

/// Where the sum of the first parts of a year stands.
const SAMPAI: &str = "realisasi-sampai-jumlah";

/// The parts that make up the whole year, where no document prints what was spent in it.
pub(super) fn setahun(k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> Option<Sampai> {
    let own = |p: &crate::records::Pernyataan<'_>| p.sel.nilai != Nilai::Kosong(Alasan::TidakTercetak);
    if dibelanjakan(k, tahun, subjek).is_some() || k.anggaran(tahun, subjek, "realisasi").any(own) {
        return None;
    }
    berurutan(k, tahun, subjek).filter(|s| s.masa.bulan_akhir() == Some(12) && s.masukan.len() > 1)
}

/// What was spent so far on a row of which no year is known: its last printed running total, or the sum of its first parts,
/// whichever reaches further.
fn sampai(k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> Option<Sampai> {
    let total = per_masa(k, &format!("{tahun}/anggaran/{subjek}/realisasi_kumulatif"));
    let total = total.iter().rev().find(|p| !p.alamat.contains('~')).and_then(|p| {
        let uang = Uang::tercetak(p.sel.bukti()?);
        Some(Sampai { masa: p.masa.clone(), uang, alamat: p.alamat.clone(), masukan: Vec::new() })
    });
    let parts = berurutan(k, tahun, subjek);
    let end = |s: &Option<Sampai>| s.as_ref().and_then(|s| s.masa.bulan_akhir());
    if end(&parts) > end(&total) { parts } else { total }
}

/// The same of a node: its own, else that of its parts where all of them reach the same month.
fn sampai_simpul(k: &Kumpulan<'_>, tahun: i32, node: &Simpul) -> Option<Sampai> {
    let own = sampai(k, tahun, &node.kode);
    let parts = || node.lengkap().filter(|parts| !parts.is_empty());
    own.or_else(|| sampai_semua(k, tahun, &node.kode, parts()?))
}

fn sampai_semua(k: &Kumpulan<'_>, tahun: i32, subjek: &str, nodes: &[Simpul]) -> Option<Sampai> {
    let each = nodes.iter().map(|node| Some((node, sampai_simpul(k, tahun, node)?))).collect::<Option<Vec<_>>>()?;
    let (_, first) = each.first()?;
    if each.iter().any(|(_, s)| s.masa.bulan_akhir() != first.masa.bulan_akhir()) {
        return None;
    }
    let input = |(node, s): &(&Simpul, Sampai)| terjumlah(Pesan::sama(&node.nama), s.uang, s.alamat.clone());
    let masukan: Vec<Masukan> = each.iter().map(input).collect();
    let uang = Uang::jumlah(&uang_semua(&masukan))?;
    Some(Sampai { masa: first.masa.clone(), uang, alamat: format!("{tahun}/anggaran/{subjek}/{SAMPAI}"), masukan })
}

/// What was spent of a row up to a part of the year: as its row says, else the sum of its parts where all of them reach the
/// same month.
pub fn sejauh(k: &Kumpulan<'_>, rekaman: &Rekaman, subjek: &str) -> Option<Sampai> {
    let tahun = rekaman.tahun;
    match rekaman.anggaran.simpul(subjek) {
        _ if subjek == "total" => {
            sampai(k, tahun, subjek).or_else(|| sampai_semua(k, tahun, subjek, rekaman.anggaran.lengkap()?))
        }
        Some(node) => sampai_simpul(k, tahun, node),
        None => sampai(k, tahun, subjek),
    }
}

/// Whether an amount is that of a part of the year, printed for the row itself.
pub(super) fn sendiri(tahun: i32, subjek: &str, m: &Masukan) -> bool {
    m.alamat.starts_with(&format!("{tahun}/anggaran/{subjek}/realisasi@"))
}

/// What the parts are called together.
fn nama(tahun: i32, subjek: &str, masukan: &[Masukan]) -> Pesan {
    let of = |mark: &str| masukan.iter().all(|m| m.alamat.contains(&format!("@{tahun}-{mark}")));
    match () {
        () if !masukan.iter().all(|m| sendiri(tahun, subjek, m)) => {
            pesan!("jumlah seluruh rincian", "sum of all parts")
        }
        () if of("tw") => pesan!("jumlah triwulan", "sum of the quarters"),
        () if of("s") => pesan!("jumlah semester", "sum of the half-years"),
        () => pesan!("jumlah bagian tahun", "sum of the parts of the year"),
    }
}

/// Writes the sums of a row: of the year where its parts make it up, else of what was spent so far.
pub(super) fn turunan(out: &mut Daftar, k: &Kumpulan<'_>, rekaman: &Rekaman, subjek: &str) {
    let tahun = rekaman.tahun;
    let so_far = || {
        // Where the year is known, its first quarters are no figure of their own.
        let known = dibelanjakan(k, tahun, subjek).is_some()
            || out.contains_key(&format!("{tahun}/anggaran/{subjek}/{}", jumlah(true)));
        sejauh(k, rekaman, subjek).filter(|s| !known && s.alamat.ends_with(SAMPAI))
    };
    let Some(s) = setahun(k, tahun, subjek).or_else(so_far) else { return };
    let texts: Vec<Pesan> = s.masukan.iter().map(|m| m.teks.clone()).collect();
    let (low, high) = s.uang.ujung();
    let t = Turunan {
        alamat: s.alamat,
        tahun,
        nilai: Some(s.uang.nilai),
        batas: (low != high).then_some((low, high)),
        jenis: Jenis::Uang,
        rumus: nama(tahun, subjek, &s.masukan),
        isi: Pesan::gabung(&texts, &Pesan::sama(" + ")),
        masukan: s.masukan,
    };
    add(out, t);
}
