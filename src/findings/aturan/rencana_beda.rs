//! Rule rencana-beda: monthly or quarterly plans that do not add up to the year's pagu.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::calon::pada;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Alasan, Masa, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "rencana-beda",
    nama: "Rencana per masa tidak berjumlah pagu setahun",
    nama_en: "Plans by period do not add up to the year",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Rencana penarikan uang tiap bulan atau triwulan, bila dijumlahkan setahun, bukan pagu atau rencana setahun yang
tercetak.

**Definisi.** Jumlah dua belas bulan, empat triwulan, atau dua semester dibandingkan dengan rencana setahun dan semua pagu yang
tercetak untuk simpul dan tahun itu; cocok bila sama dengan salah satunya.

**Toleransi.** Kurang dari satu rupiah.

**Batas.** Rencana yang dicetak kumulatif (tiap masa memuat yang sebelumnya) dipegang dengan masa terakhirnya, bukan dengan jumlahnya. Bila satu masa saja tanpa angka atau diragukan, jumlah itu hanya dipakai untuk mencocokkan, tidak untuk melaporkan; kecuali pada tabel
yang tiga perempat barisnya, sedikitnya tiga, berjumlah tepat walau ada masa yang kosong: di sana kosong berarti tanpa rencana.

**Contoh (rekaan).** Jumlah Januari sampai Desember Rp960.300.000; pagu Rp985.300.000.
",
    dokumentasi_en: r"
**Meaning.** The plans of how much money is drawn each month or quarter, added up over the year, are not the budget
ceiling (pagu), nor the plan for the whole year, that is printed.

**Definition.** The sum of twelve months, of four quarters, or of two half-years is held against the plan for the whole
year and all ceilings printed for that budget item and year; it agrees when it equals one of them.

**Tolerance.** Less than one rupiah.

**Limits.** A plan printed cumulatively (each period holds those before it) is held by its last period, not by its sum. If even one period holds no number or a doubtful one, the sum is used only to confirm, not to report; except
in a table where three quarters of such rows, three at least, add up exactly: there a blank period is one without a plan.

**Example (invented).** January to December add up to Rp960,300,000; ceiling Rp985.300.000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One group per row of one table, year and kind of period: months are never added to quarters, nor to their year.
    let mut plans: BTreeMap<(usize, i32, usize), Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Rencana).into_iter().filter(|i| b.anggaran(*i)) {
        if let (Some(row), Some(n)) = (b.sebaris(i).first(), semasa(b.p(i).masa)) {
            plans.entry((*row, b.p(i).tahun, n)).or_default().push(i);
        }
    }
    // Where the rows of a table add up to their year although months are blank, a blank month is one without a plan.
    let mut habit: BTreeMap<(Option<i32>, usize), (usize, usize)> = BTreeMap::new();
    let table = |plan: &[usize]| plan.first().map(|i| (b.p(*i).rekaman, b.p(*i).tempat.tabel));
    for ((_, _, n), plan) in plans.iter().filter(|((_, _, n), plan)| plan.len() < *n) {
        if let (Some(key), Some(fits)) = (table(plan), cocok(b, plan, *n)) {
            let (all, right) = habit.entry(key).or_default();
            *all += 1;
            *right += usize::from(fits);
        }
    }
    // Where most rows of a table end at their total instead of adding up to it, each period holds those before it.
    let mut running: BTreeMap<(Option<i32>, usize), (usize, usize)> = BTreeMap::new();
    for (_, plan) in plans.iter().filter(|((_, _, n), plan)| plan.len() == *n) {
        if let Some(key) = table(plan) {
            let (all, right) = running.entry(key).or_default();
            *all += 1;
            *right += usize::from(menumpuk(b, plan));
        }
    }
    for ((_, _, n), plan) in plans {
        let (all, right) = table(&plan).and_then(|k| running.get(&k).copied()).unwrap_or_default();
        if menumpuk(b, &plan) || right * 2 > all {
            akhir(b, hasil, &plan, plan.len() == n && right >= SEDIKITNYA);
            continue;
        }
        let (all, right) = table(&plan).and_then(|k| habit.get(&k).copied()).unwrap_or_default();
        let blank = right >= SEDIKITNYA && right * 4 >= all * 3 && utuh(b, &plan, n);
        satu(b, hasil, &plan, plan.len() == n || blank);
    }
}

/// So many rows make a habit.
const SEDIKITNYA: usize = 3;

/// Whether every month of a row that holds no number is printed blank: none is doubted or illegible.
fn utuh(b: &Bahan<'_, '_>, plan: &[usize], whole: usize) -> bool {
    let Some(first) = plan.first().copied() else { return false };
    let own = |j: &usize| {
        b.kolom(*j).is_some_and(|k| k.ukuran == U::Rencana)
            && b.p(*j).tahun == b.p(first).tahun
            && semasa(b.p(*j).masa) == Some(whole)
    };
    let clear = |j: &usize| {
        !b.p(*j).sel.ragu && !matches!(b.p(*j).sel.nilai, Nilai::Kosong(Alasan::TidakTerbaca)) || b.bukti(*j).is_some()
    };
    b.sebaris(first).iter().filter(|j| own(j)).all(clear)
}

/// Every printed total a plan may add up to, the nearer first.
fn jumlahnya(b: &Bahan<'_, '_>, first: usize) -> Vec<usize> {
    let p = b.p(first);
    let Some((subjek, _)) = b.ukur(first) else { return Vec::new() };
    // A printed plan for the whole year is the nearer total.
    let yearly =
        b.sumber(first, &[format!("{}/anggaran/{subjek}/rencana", p.tahun)], &pada(U::Rencana, &Masa::Tahun(p.tahun)));
    let pagu = b.sumber(first, &[format!("{}/anggaran/{subjek}/pagu.", p.tahun)], &|k| k.ukuran == U::Pagu);
    [yearly, pagu].into_iter().flat_map(|s| s.baris.into_iter().chain(s.lain)).collect()
}

/// Whether a row that may be held adds up; nothing when there is no total or a month is unclear.
fn cocok(b: &Bahan<'_, '_>, plan: &[usize], whole: usize) -> Option<bool> {
    let sum = plan.iter().filter_map(|i| b.bukti(*i)).try_fold(Decimal::ZERO, |s, v| s.checked_add(v))?;
    let totals = jumlahnya(b, *plan.first()?);
    let near = |j: &usize| b.bukti(*j).is_some_and(|v| v.saturating_sub(sum).abs() < Decimal::ONE);
    (!totals.is_empty() && utuh(b, plan, whole)).then(|| totals.iter().any(near))
}

/// Whether a row never falls and ends at its total, which its sum is not.
fn menumpuk(b: &Bahan<'_, '_>, plan: &[usize]) -> bool {
    let values: Vec<Decimal> = plan.iter().filter_map(|i| b.bukti(*i)).collect();
    let (Some(first), Some(last)) = (plan.first(), values.last()) else { return false };
    let sum = values.iter().try_fold(Decimal::ZERO, |s, v| s.checked_add(*v));
    let totals: Vec<Decimal> = jumlahnya(b, *first).into_iter().filter_map(|j| b.bukti(j)).collect();
    let meets = |v: Decimal| totals.iter().any(|t| t.saturating_sub(v).abs() < Decimal::ONE);
    values.windows(2).all(|w| w[0] <= w[1]) && meets(*last) && !sum.is_some_and(meets)
}

/// A row whose periods each hold those before: its last one is the year. `tegas` says that it must meet a total.
fn akhir(b: &Bahan<'_, '_>, hasil: &mut Hasil, plan: &[usize], tegas: bool) {
    let Some(last) = plan.last().copied() else { return };
    let (Some(value), totals) = (b.bukti(last), jumlahnya(b, last)) else { return };
    let calon = Calon { operasi: Operasi::Sama, masukan: vec![last], asal: Asal::Baris };
    let near = |j: &usize| b.bukti(*j).is_some_and(|v| v.saturating_sub(value).abs() < Decimal::ONE);
    if let Some(j) = totals.iter().copied().find(near) {
        b.catat(hasil, &ATURAN, j, &calon, value, HasilUji::Cocok);
        return;
    }
    let Some(main) = totals.first().copied().filter(|_| tegas) else { return };
    b.catat(hasil, &ATURAN, main, &calon, value, HasilUji::Beda);
    let (what, plan, letak) = (kata::subjek(b, last), kata::nilai(b, last), kata::letak(b, last));
    let (name, written, place) = (kata::label(b, main), kata::nilai(b, main), kata::tempat(b, main, last));
    let pesan = pesan!(
        "{what}: rencana kumulatif sampai masa terakhir {plan} ({letak}); {name} tertulis {written} ({place}).",
        "{what}: the cumulative plan up to the last period is {plan} ({letak}); the printed {name} is {written} ({place}).",
        what,
        plan,
        name,
        written
    );
    let isi = Isi::tentang(main, pesan).bersama([last]).hitungan(value.normalize(), plan);
    hasil.temuan.push(b.temuan(&ATURAN, isi));
}

/// How many periods of this kind make a year; nothing for a year itself.
fn semasa(masa: &Masa) -> Option<usize> {
    match masa {
        Masa::Bulan(..) => Some(12),
        Masa::Triwulan(..) => Some(4),
        Masa::Semester(..) => Some(2),
        Masa::Tahun(_) | Masa::Rentang(..) | Masa::Tahap(..) => None,
    }
}

/// One row; `tegas` says that its sum must meet a total.
fn satu(b: &Bahan<'_, '_>, hasil: &mut Hasil, plan: &[usize], tegas: bool) {
    let Some(first) = plan.first().copied() else { return };
    let calon = Calon { operasi: Operasi::Jumlah, masukan: plan.to_vec(), asal: Asal::Baris };
    let Some(total) = b.hitung(&calon) else { return };
    let totals = jumlahnya(b, first);
    let all = || totals.iter().copied();
    let near = |j: &usize| b.bukti(*j).is_some_and(|v| v.saturating_sub(total).abs() < Decimal::ONE);
    if let Some(j) = all().find(near) {
        b.catat(hasil, &ATURAN, j, &calon, total, HasilUji::Cocok);
        return;
    }
    let Some(main) = all().next().filter(|_| tegas) else { return };
    b.catat(hasil, &ATURAN, main, &calon, total, HasilUji::Beda);
    let (sum, letak) = (Pesan::tiap(|lang| lang.rupiah(total)), kata::letak(b, first));
    let (written, place) = (kata::nilai(b, main), kata::tempat(b, main, first));
    let own = b.kolom(main).is_some_and(|k| k.ukuran == U::Rencana);
    let what = match own {
        true => pesan!("rencana setahun", "plan for the year"),
        false => pesan!("pagu", "budget"),
    };
    let n = plan.len();
    let (masa, periods) = match b.p(first).masa {
        Masa::Triwulan(..) => ("triwulan", "quarters"),
        Masa::Semester(..) => ("semester", "half-years"),
        _ => ("bulan", "months"),
    };
    let pesan = pesan!(
        "Rencana {n} {masa} berjumlah {sum} ({letak}); {what} tertulis {written} ({place}).",
        "The plans of {n} {periods} add up to {sum} ({letak}); the printed {what} is {written} ({place}).",
        sum,
        written,
        what
    );
    let isi = Isi::tentang(main, pesan).bersama(plan.iter().copied()).hitungan(total.normalize(), sum);
    hasil.temuan.push(b.temuan(&ATURAN, isi));
}
