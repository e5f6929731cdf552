//! Persen pecahan: `0,9` in a column of percentages that is exactly a hundredth of what the figures beside it give. It has two
//! readings, 90% and 0,9%: it is asked about, and nobody is accused of it.

use super::bebas::Fungsi;
use super::cell::Sel;
use super::kolom::Ukuran as U;
use super::pecahan::polos;
use super::pernyataan::{Bagian, Kumpulan, Pernyataan};
use super::tabel::Subjek;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::number::{self, Angka, Lang, Satuan};
use crate::pesan;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fractions of percentages end here: nobody reaches ten times a target, and prints it as 10,00.
const TERBESAR: i64 = 5;

/// One error for each column that holds such a cell; `file` names the YAML file of a year, `opd` that of the agency.
pub fn check(
    kumpulan: &Kumpulan<'_>,
    opd: &Arc<str>,
    file: &dyn Fn(i32) -> Option<Arc<str>>,
    found: &mut Vec<Diagnostic>,
) {
    let mut columns: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (p, a) in kumpulan.semua.iter().filter_map(|p| Some((p, kecil(p)?))) {
        let key = (p.rekaman, p.tempat.bagian, p.tempat.tabel, p.tempat.kolom);
        columns.entry(key).or_default().push((p, seperseratus(a, &hitungan(kumpulan, p))));
    }
    for cells in columns.values() {
        let Some((p, rate)) = cells.iter().find_map(|(p, rate)| Some((*p, (*rate)?))) else { continue };
        let Some(berkas) = p.rekaman.map_or_else(|| Some(Arc::clone(opd)), file) else { continue };
        found.push(tanya(&berkas, p, rate, cells.len()));
    }
}

/// A small number in a place for percentages whose print does not say that it is one.
fn kecil<'p>(p: &'p Pernyataan<'_>) -> Option<&'p Angka> {
    let asks = match p.bagian {
        Bagian::Anggaran { kolom, .. } => matches!(kolom.ukuran, U::Serapan | U::Capaian | U::Bagian),
        Bagian::Kinerja { kolom, .. } => matches!(kolom.ukuran, U::Capaian | U::Realisasi | U::Hasil),
        Bagian::Tabel { kolom, .. } => kolom.rumus.as_ref().is_some_and(|r| r.fungsi == Fungsi::Persen),
        Bagian::PihakLain { .. } => false,
    };
    let plain = |a: &&Angka| !a.persen && a.nilai > Decimal::ZERO && a.nilai <= Decimal::from(TERBESAR);
    let here = asks && !p.sel.dibaca && p.satuan == Some(Satuan::Persen);
    p.sel.bukti().filter(plain).filter(|_| here)
}

/// Every percentage that the figures of the same subject, year and part of it give.
fn hitungan(k: &Kumpulan<'_>, p: &Pernyataan<'_>) -> Vec<Decimal> {
    if let Bagian::Tabel { tabel, baris, kolom } = p.bagian {
        let at = |kode: &String| tabel.kolom.iter().position(|k| k.kode == *kode);
        let cell = |kode| baris.nilai.get(at(kode)?).and_then(Option::as_ref).and_then(Sel::bukti).map(|a| a.nilai);
        let both = kolom.rumus.as_ref().and_then(|r| Some((cell(r.dari.first()?)?, cell(r.dari.get(1)?)?)));
        return both.and_then(|(a, b)| bagi(a, b)).into_iter().collect();
    }
    // `2024/anggaran/p/`, `2024/indikator/a/`
    let Some((home, _)) = p.alamat.rsplit_once('/') else { return Vec::new() };
    let near = |home: &str| -> Vec<(U, bool, String, Decimal)> {
        let home = format!("{home}/");
        let all = k.urutan_di_bawah(&home).flat_map(|(_, list)| list.iter().map(|i| &k.semua[*i]));
        let each = |q: &Pernyataan<'_>| {
            let tail = q.alamat.strip_prefix(&home)?.to_string();
            Some((ukuran(q)?, q.masa == p.masa, tail, q.bukti()?))
        };
        all.filter_map(each).collect()
    };
    let own = near(home);
    let same = |what: &[U], all: bool| -> Vec<Decimal> {
        own.iter().filter(|(u, masa, ..)| what.contains(u) && (all || *masa)).map(|(.., v)| *v).collect()
    };
    let pairs = |a: &[Decimal], b: &[Decimal]| -> Vec<(Decimal, Decimal)> {
        a.iter().flat_map(|x| b.iter().map(move |y| (*x, *y))).collect()
    };
    let twice = |(r, t): &(Decimal, Decimal)| bagi(t.checked_mul(Decimal::TWO)?.checked_sub(*r)?, *t);
    let rates = |list: Vec<(Decimal, Decimal)>| list.into_iter().filter_map(|(a, b)| bagi(a, b)).collect::<Vec<_>>();
    match (ukuran(p), matches!(p.bagian, Bagian::Anggaran { .. })) {
        (Some(U::Serapan), _) => {
            let base = [same(&[U::Pagu], true), same(&[U::Rencana], false)].concat();
            rates(pairs(&same(&[U::Realisasi, U::RealisasiKumulatif], false), &base))
        }
        (Some(U::Bagian), _) => {
            let whole = near(&format!("{}/anggaran/{}", p.tahun, Subjek::Total));
            let amounts = own.iter().filter(|(u, ..)| matches!(u, U::Pagu | U::Realisasi));
            let of = |tail: &str| whole.iter().filter(|(.., t, _)| t == tail).map(|(.., v)| *v).collect::<Vec<_>>();
            amounts.flat_map(|(.., tail, v)| rates(pairs(&[*v], &of(tail)))).collect()
        }
        (Some(U::Capaian), budget) => {
            let real = same(&[if budget { U::RealisasiFisik } else { U::Realisasi }], false);
            let both = pairs(&real, &same(&[U::Target], false));
            let turned = both.iter().filter_map(|(r, t)| bagi(*t, *r)).chain(both.iter().filter_map(twice));
            let turned: Vec<Decimal> = turned.collect();
            [rates(both), turned].concat()
        }
        (Some(U::Realisasi | U::Hasil), false) => {
            rates(pairs(&same(&[U::Pembilang], false), &same(&[U::Penyebut], false)))
        }
        _ => Vec::new(),
    }
}

/// The percentage of which a number is exactly a hundredth, where none of them is the number itself.
fn seperseratus(a: &Angka, hitungan: &[Decimal]) -> Option<Decimal> {
    let times = |v: Decimal| v.checked_mul(Decimal::ONE_HUNDRED);
    // A whole number leaves half a hundred open: only the whole percentage is meant by it.
    let fits = |rate: &Decimal, factor: bool| {
        let (low, high) = a.selang();
        let whole = factor && a.desimal == 0;
        match factor {
            true if whole => times(a.nilai) == Some(number::round(*rate, 0)),
            true => times(low).zip(times(high)).is_some_and(|(low, high)| (low..=high).contains(rate)),
            false => (low..=high).contains(rate),
        }
    };
    if hitungan.iter().any(|rate| fits(rate, false)) {
        return None;
    }
    hitungan.iter().copied().find(|rate| fits(rate, true))
}

fn bagi(a: Decimal, b: Decimal) -> Option<Decimal> {
    if b <= Decimal::ZERO {
        return None;
    }
    a.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(b)
}

fn ukuran(p: &Pernyataan<'_>) -> Option<U> {
    match p.bagian {
        Bagian::Anggaran { kolom, .. } | Bagian::Kinerja { kolom, .. } => Some(kolom.ukuran),
        _ => None,
    }
}

fn tanya(berkas: &Arc<str>, p: &Pernyataan<'_>, rate: Decimal, sel: usize) -> Diagnostic {
    let tercetak = &p.sel.tercetak;
    let kolom = match p.bagian {
        Bagian::Tabel { kolom, .. } => kolom.kode.clone(),
        _ => ukuran(p).map_or("", U::kata).to_string(),
    };
    let rate = Pesan::tiap(|lang: Lang| lang.percent(rate, 2));
    let own = p.sel.desimal().unwrap_or_default();
    let hundred = own.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(own).normalize();
    let (small, large) = (polos(own), polos(hundred));
    let others = sel.saturating_sub(1);
    let more = match others {
        0 => Pesan::sama(""),
        _ => pesan!(
            "; {others} sel lain di kolom ini ditulis begitu pula",
            "; {others} more cells of this column are written alike"
        ),
    };
    let message = pesan!(
        "`{tercetak}` di kolom `{kolom}` tepat seperseratus dari hitungannya, {rate}{more}",
        "`{tercetak}` in the column `{kolom}` is exactly a hundredth of what its row gives, {rate}{more}",
        rate,
        more
    );
    let each = match others {
        0 => Pesan::sama(""),
        _ => pesan!(", tiap sel dengan angkanya", ", each cell with its own number"),
    };
    let help = pesan!(
        "bila yang dimaksud pecahan, tulis \"{tercetak} (dibaca {large}%)\"{each}; bila memang persen, tulis \"{tercetak} (dibaca {small}%)\"",
        "where a fraction is meant, write \"{tercetak} (dibaca {large}%)\"{each}; where it is percent indeed, \"{tercetak} (dibaca {small}%)\"",
        each
    );
    Diagnostic::galat("persen-pecahan", berkas, Spot::Nilai(p.jalur()), message).bantuan(help)
}
