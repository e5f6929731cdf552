//! Pilihan: which of several statements of one fact a page shows first, and the range they span.

use super::identitas::sesatuan;
use super::rumus::{self, memuat};
use crate::number::{Angka, Satuan};
use crate::records::{Alasan, Arah, Bagian, Kumpulan, Nilai, Pernyataan, Ukuran};
use rust_decimal::Decimal;
use std::cmp::Reverse;

/// One fact with all its statements.
#[derive(Debug, Clone)]
pub struct Pilihan<'k, 'a> {
    /// The statement shown first.
    pub utama: &'k Pernyataan<'a>,
    /// All statements with a value, in the order of the files.
    pub semua: Vec<&'k Pernyataan<'a>>,
}

impl Pilihan<'_, '_> {
    /// The value shown first.
    pub fn nilai(&self) -> Option<Decimal> {
        self.utama.nilai()
    }

    /// The undoubted prints of different values in one unit, the least first: 12,5 menit and 750 detik are no two, nor are 95%
    /// and 1.195 sekolah. Prints that round the value shown first are no others.
    pub fn berbeda(&self) -> Vec<&Pernyataan<'_>> {
        let other = |p: &&&Pernyataan<'_>| {
            std::ptr::eq(**p, self.utama)
                || sesatuan(p.satuan.as_ref(), self.utama.satuan.as_ref()) && !selaras(p, self.utama)
        };
        let list = self.semua.iter().filter(other).filter(|p| p.bukti().is_some());
        let mut values: Vec<&Pernyataan<'_>> = list.copied().collect();
        values.sort_by_key(|p| p.bukti());
        values.dedup_by_key(|p| p.bukti());
        values
    }

    /// Lowest and highest of them, where there are two or more.
    pub fn rentang(&self) -> Option<(Decimal, Decimal)> {
        match self.berbeda().as_slice() {
            [low, .., high] => low.bukti().zip(high.bukti()),
            _ => None,
        }
    }
}

/// Chooses among statements of one fact: undoubted before doubted, then the amount that most of the figures around it hold
/// with, then the value stated most often, then the first; of prints that agree as far as their digits go (67% and 67,3%),
/// the one that leaves least open.
///
/// This is an order of showing, not a verdict: all statements stand on the page, and a difference is a finding.
pub fn pilih<'k, 'a: 'k>(list: impl Iterator<Item = &'k Pernyataan<'a>>) -> Option<Pilihan<'k, 'a>> {
    let semua: Vec<&Pernyataan<'a>> = list.filter(|p| p.nilai().is_some()).collect();
    let votes = |p: &Pernyataan<'a>| semua.iter().filter(|q| q.nilai() == p.nilai() && !q.sel.ragu).count();
    // `max_by_key` keeps the last of equals: walk backwards to keep the first.
    let first = semua.iter().rev().max_by_key(|p| (!p.sel.ragu, p.dukungan.len(), votes(p))).copied()?;
    let finer = semua.iter().rev().filter(|p| p.sel.ragu == first.sel.ragu && selaras(p, first));
    // `Rp1,7 miliar` is known to 50 juta, Rp1.746.913.568 to the rupiah.
    let open = |p: &Pernyataan<'a>| p.sel.angka().map(|a| a.selang()).map(|(low, high)| high.saturating_sub(low));
    let utama = finer.max_by_key(|p| (Reverse(open(p)), votes(p))).copied().unwrap_or(first);
    Some(Pilihan { utama, semua })
}

/// Whether one of two prints of a fact rounds the other: 67% and 67,3%, not 67% and 68%.
pub fn selaras(p: &Pernyataan<'_>, q: &Pernyataan<'_>) -> bool {
    let (Some(a), Some(b)) = (p.sel.angka(), q.sel.angka()) else { return false };
    let within = |a: &Angka, (low, high): (Decimal, Decimal)| low <= a.nilai && a.nilai <= high;
    within(a, b.selang()) || within(b, a.selang())
}

/// Whether two years may differ by rounding alone: 88% and 88,4%. Counts, levels, none and all (0%, 100%) are printed exactly:
/// 100% and 99,8%, level 3 and 2,9 differ.
pub fn sebulat(p: &Pernyataan<'_>, q: &Pernyataan<'_>) -> bool {
    let (Some(a), Some(b)) = (p.sel.angka(), q.sel.angka()) else { return false };
    let width = |x: &Angka| x.selang().1.saturating_sub(x.selang().0);
    let coarse = if width(a) >= width(b) { a } else { b };
    let percent = [p, q].iter().all(|x| x.satuan == Some(Satuan::Persen));
    let ends = [Decimal::ZERO, Decimal::ONE_HUNDRED].contains(&coarse.nilai);
    selaras(p, q) && !ends && (percent || coarse.desimal > 0 || coarse.pangkat > 0)
}

/// The several numbers that most undoubted prints of a fact state in order (181, 23, 50): the single number of another place,
/// be it their sum or doubted, is another form of it, and held against no target in that form.
pub(super) fn majemuk<'k, 'a: 'k>(list: impl Iterator<Item = &'k Pernyataan<'a>>) -> Option<&'k Pernyataan<'a>> {
    let sure = list.filter(|p| !p.sel.ragu && p.sel.nilai.bernilai());
    let (several, one): (Vec<_>, Vec<_>) = sure.partition(|p| matches!(p.sel.nilai, Nilai::Komposit(_)));
    several.first().copied().filter(|_| several.len() > one.len())
}

/// Realisasi of an indicator in a year, where it is one number: of those that the figures around it hold with equally well, the statement measured
/// against a target in the same table comes first.
pub fn realisasi_indikator<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<Pilihan<'k, 'a>> {
    let list = || k.indikator(tahun, kode, "realisasi");
    if majemuk(list()).is_some() {
        return None;
    }
    let mut pilihan = pilih(list())?;
    // What is printed in the unit of the target is what the target is about.
    let goal = target_acuan(k, tahun, kode).and_then(|t| t.utama.satuan.clone());
    let fits = |p: &&Pernyataan<'_>| sesatuan(p.satuan.as_ref(), goal.as_ref());
    if goal.is_some()
        && !fits(&pilihan.utama)
        && let Some(own) = pilih(list().filter(fits))
    {
        pilihan.utama = own.utama;
    }
    let held = |p: &Pernyataan<'_>| p.dukungan.len() == pilihan.utama.dukungan.len();
    let measured = list().find(|p| {
        p.rekaman == Some(tahun)
            && !p.sel.ragu
            && p.nilai().is_some()
            && held(p)
            && sesatuan(p.satuan.as_ref(), pilihan.utama.satuan.as_ref())
            && di_samping(k, p, Ukuran::Target).next().is_some()
    });
    if let Some(p) = measured {
        pilihan.utama = p;
    }
    Some(pilihan)
}

/// What the table of a statement also prints of one measure for the same subject and period.
pub(super) fn di_samping<'k, 'a>(
    k: &'k Kumpulan<'a>,
    p: &'k Pernyataan<'a>,
    ukuran: Ukuran,
) -> impl Iterator<Item = &'k Pernyataan<'a>> {
    let own = if let Bagian::Kinerja { subjek, .. } = p.bagian { Some(subjek) } else { None };
    k.semua.iter().filter(move |q| {
        q.rekaman == p.rekaman
            && q.tempat.tabel == p.tempat.tabel
            && q.masa == p.masa
            && matches!(q.bagian, Bagian::Kinerja { subjek, kolom } if Some(subjek) == own && kolom.ukuran == ukuran)
    })
}

/// The order in which a year's target is looked for: what the report measures against, then what was agreed last.
pub const TARGET: [&str; 16] = [
    "target.laporan",
    "target.perubahan",
    "target.perjanjian_perubahan",
    "target.dppa",
    "target.pergeseran_perubahan",
    "target.perjanjian",
    "target.iku",
    "target.renstra",
    "target.rkt",
    "target.rpjmd",
    "target.rencana_aksi",
    "target.murni",
    "target.ikk",
    "target.renja",
    "target.monev",
    "target.dpa",
];

/// The sets that are agreed for the year, the last first: what the report measures against stands before them, plans after.
pub const KESEPAKATAN: [&str; 5] = ["perubahan", "perjanjian_perubahan", "dppa", "pergeseran_perubahan", "perjanjian"];

/// Whether a set of targets is agreed for the year.
pub fn disepakati(himpunan: &str) -> bool {
    KESEPAKATAN.contains(&himpunan)
}

/// The sets of targets that changed the first agreement of the year, the last first.
pub fn kesepakatan_baru() -> impl Iterator<Item = &'static str> {
    KESEPAKATAN.into_iter().filter(|set| *set != "perjanjian")
}

/// The sets of targets that are plans beside the agreement, the nearest first.
pub const RENCANA: [&str; 10] =
    ["rencana_aksi", "monev", "rkt", "renja", "iku", "renstra", "rpjmd", "ikk", "murni", "dpa"];

/// The target a year's realisasi is measured against: that of the first set that prints one. Where that is a letter or a
/// range, a number of a later set is another promise.
pub fn target_acuan<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<Pilihan<'k, 'a>> {
    let name = himpunan_acuan(k, tahun, kode)?;
    let list = || k.indikator(tahun, kode, name);
    if majemuk(list()).is_some() {
        return None;
    }
    pilih(list())
}

/// The set of targets a year is measured against: the first that prints one, unless the printed capaian was computed with
/// that of another set.
pub(super) fn himpunan_acuan(k: &Kumpulan<'_>, tahun: i32, kode: &str) -> Option<&'static str> {
    // A promise that nobody can read, or that was not copied, is not replaced by an earlier one.
    let printed = |name: &&&str| k.indikator(tahun, kode, name).any(|p| p.sel.nilai.bernilai() || tersembunyi(p));
    let first = *TARGET.iter().find(printed)?;
    let value = |name: &str| pilih(k.indikator(tahun, kode, name)).and_then(|p| p.utama.bukti());
    // What stands in the report's own table of results is what it measures against.
    let (Some(real), Some(own)) = (value("realisasi"), value(first).filter(|_| first != TARGET[0])) else {
        return Some(first);
    };
    let capaian: Vec<&Pernyataan<'_>> =
        k.indikator(tahun, kode, "capaian").filter(|p| p.sel.bukti().is_some()).collect();
    let gives = |target: Decimal| {
        let shares = [rumus::capaian(real, target, Arah::Naik), rumus::capaian(real, target, Arah::Turun)];
        let fits = |v: Decimal| capaian.iter().any(|p| p.sel.bukti().is_some_and(|a| memuat(a, v)));
        shares.into_iter().flatten().any(fits)
    };
    if gives(own) {
        return Some(first);
    }
    let other = TARGET.iter().find(|name| value(name).is_some_and(|t| t != own && gives(t)));
    Some(other.copied().unwrap_or(first))
}

/// The first number promised for a year, whatever an earlier set promises instead of one.
pub fn target_angka<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<Pilihan<'k, 'a>> {
    TARGET.iter().find_map(|name| pilih(k.indikator(tahun, kode, name)))
}

/// A cell of a year's target that holds no value and says why.
pub fn target_kosong<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, kode: &str) -> Option<&'k Pernyataan<'a>> {
    TARGET.iter().find_map(|name| k.indikator(tahun, kode, name).next())
}

/// Budget phases, the last first: the last one known is what realisasi is held against.
pub const TAHAP_PAGU: [&str; 12] = [
    "pagu.pergeseran_perubahan",
    "pagu.perubahan",
    "pagu.dppa",
    "pagu.perjanjian_perubahan",
    "pagu.laporan",
    "pagu.efisiensi",
    "pagu.refocusing",
    "pagu.pergeseran",
    "pagu.dpa",
    "pagu.murni",
    "pagu.perjanjian",
    "pagu.rencana_aksi",
];

/// How far the year had gone when a budget was set: before the change, unsaid, after the change.
pub fn babak(tahap: &str) -> u8 {
    match tahap {
        "pagu.perubahan" | "pagu.dppa" | "pagu.perjanjian_perubahan" | "pagu.pergeseran_perubahan" => 2,
        "pagu.murni" | "pagu.perjanjian" | "pagu.rencana_aksi" => 0,
        _ => 1,
    }
}

/// What was spent on a budget row in a year: as printed for the year, or as the running total at its end.
pub fn dibelanjakan<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, subjek: &str) -> Option<Pilihan<'k, 'a>> {
    let year = || pilih(k.anggaran(tahun, subjek, "realisasi"));
    let at_end = |end: &str| pilih(k.di(&format!("{tahun}/anggaran/{subjek}/realisasi_kumulatif@{tahun}-{end}")));
    year().or_else(|| ["tw4", "s2", "12"].iter().find_map(|end| at_end(end)))
}

/// Whether a document prints an amount that the portal does not know: not copied, or not legible.
pub(super) fn tercetak_tanpa_angka(k: &Kumpulan<'_>, tahun: i32, subjek: &str, tahap: &str) -> bool {
    k.anggaran(tahun, subjek, tahap).any(tersembunyi)
}

/// Whether a cell holds what the portal does not know: not copied, or not legible.
fn tersembunyi(p: &Pernyataan<'_>) -> bool {
    matches!(p.sel.nilai, Nilai::Kosong(Alasan::BelumDisalin | Alasan::TidakTerbaca))
}

/// Whether the change of a budget took a row away: after it the row is printed as not applicable.
pub fn dihapus(k: &Kumpulan<'_>, tahun: i32, subjek: &str) -> bool {
    let last = TAHAP_PAGU.iter().find(|phase| k.anggaran(tahun, subjek, phase).next().is_some());
    let gone = |p: &Pernyataan<'_>| p.sel.nilai == Nilai::Kosong(Alasan::TidakBerlaku);
    last.is_some_and(|phase| babak(phase) == 2 && k.anggaran(tahun, subjek, phase).all(gone))
}

/// The last known pagu of a budget row. Where a later phase is printed and only its amount is unknown, an earlier one is
/// not what was spent against.
pub fn pagu_akhir<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, subjek: &str) -> Option<Pilihan<'k, 'a>> {
    if dihapus(k, tahun, subjek) {
        return None;
    }
    let mut least = 0;
    for name in TAHAP_PAGU {
        if babak(name) < least {
            continue;
        }
        if let Some(found) = pilih(k.anggaran(tahun, subjek, name)) {
            return Some(sebaris(k, tahun, subjek, name).unwrap_or(found));
        }
        if tercetak_tanpa_angka(k, tahun, subjek, name) {
            least = babak(name);
        }
    }
    None
}

/// The budget beside what was spent, where its row prints one of the same stage of the year (DPPA), or of a stage nobody names, and
/// the last one (perubahan) stands elsewhere only, beside no spending: budget and spending of one row belong together.
fn sebaris<'k, 'a: 'k>(k: &'k Kumpulan<'a>, tahun: i32, subjek: &str, akhir: &str) -> Option<Pilihan<'k, 'a>> {
    let spent = dibelanjakan(k, tahun, subjek)?.utama;
    let beside = |p: &&Pernyataan<'a>| p.rekaman == spent.rekaman && p.tempat.tabel == spent.tempat.tabel;
    let own = |name: &str| k.anggaran(tahun, subjek, name).find(beside).is_some_and(|p| p.bukti().is_some());
    // A stage nobody names whose amount is that of the last one is the last one.
    let last = pilih(k.anggaran(tahun, subjek, akhir)).and_then(|p| p.nilai());
    let alike = |p: &Pernyataan<'_>| {
        p.sel.angka().map(Angka::selang).zip(last).is_some_and(|((low, high), last)| low <= last && last <= high)
    };
    let paired = k.anggaran(tahun, subjek, akhir).any(|p| dengan_belanja(k, tahun, subjek, p))
        || k.anggaran(tahun, subjek, "pagu.laporan").any(alike);
    let same = |name: &&str| babak(akhir) == 2 && (babak(name) == 2 || *name == "pagu.laporan" && !paired);
    let name = TAHAP_PAGU.iter().copied().filter(same).find(|name| own(name)).filter(|name| *name != akhir)?;
    let elsewhere = !k.anggaran(tahun, subjek, akhir).any(|p| beside(&p));
    pilih(k.anggaran(tahun, subjek, name)).filter(|_| elsewhere)
}

/// Whether the table of a budget prints what was spent in the same row.
pub(super) fn dengan_belanja(k: &Kumpulan<'_>, tahun: i32, subjek: &str, pagu: &Pernyataan<'_>) -> bool {
    let beside = |p: &Pernyataan<'_>| p.rekaman == pagu.rekaman && p.tempat.tabel == pagu.tempat.tabel;
    k.anggaran(tahun, subjek, "realisasi").any(|p| beside(p) && p.bukti().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_targets_is_the_report_s_an_agreement_or_a_plan() {
        let order: Vec<&str> = TARGET.iter().filter_map(|t| t.strip_prefix("target.")).collect();
        assert_eq!(order[0], "laporan");
        assert_eq!(order[1..=KESEPAKATAN.len()], KESEPAKATAN);
        let mut plans: Vec<&str> = order[1 + KESEPAKATAN.len()..].to_vec();
        let mut told = RENCANA.to_vec();
        plans.sort_unstable();
        told.sort_unstable();
        assert_eq!(plans, told);
    }
}
