//! Rata: a capaian of several indicators: the mean of their rows, by weight where the rows print one.
//!
//! That such a row is a plain mean is the portal's guess: a report may weigh its rows without printing how. A row that could
//! be a weighted mean contradicts nothing, unless the same document shows that its other rows are plain means.

use super::bahan::Bahan;
use super::jenis::{Golongan, Hasil};
use super::operasi::Operasi;
use super::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// The candidates of the capaian of a sasaran or of all: the rows of its table, else the indicators of its sasaran.
pub fn calon(b: &Bahan<'_, '_>, i: usize, tops: &[i32]) -> Vec<Calon> {
    let near = di_tabel(b, i, tops);
    if near.is_empty() { sasaran(b, i, tops) } else { near }
}

/// Whether a formula is a mean nobody declared.
pub fn rerata(operasi: Operasi) -> bool {
    matches!(operasi, Operasi::Rata | Operasi::RataBatas(..))
}

/// What is no plain mean but lies among its rows is an observation, where no other row of the document shows that it takes
/// plain means. `means`: a finding that differs, or a statement that agrees.
pub fn dugaan(b: &Bahan<'_, '_>, hasil: &mut Hasil, means: &[(usize, bool)]) {
    if means.iter().any(|(_, agrees)| *agrees) {
        return;
    }
    for (n, _) in means {
        let t = &mut hasil.temuan[*n];
        let mut places = t.rujukan.iter().filter_map(|r| r.pernyataan);
        let written = places.next().and_then(|i| b.bukti(i));
        let rows: Vec<Decimal> = places.filter_map(|j| b.bukti(j)).collect();
        let (Some(v), Some(low), Some(top)) = (written, rows.iter().min(), rows.iter().max()) else { continue };
        let sum = rows.iter().try_fold(Decimal::ZERO, |s, x| s.checked_add(*x));
        if (*low < v && v < *top) || sum == Some(v) {
            t.golongan = Golongan::Pengamatan;
            t.pesan.sambung(&pesan!(
                " Yang tertulis bukan rata-rata sederhana dari baris-barisnya; bobot tiap baris tidak tercetak di sana.",
                " What is printed is no plain mean of its rows; the weight of each row is not printed there."
            ));
        }
    }
}

/// The mean of the capaian printed in the rows of the same table, when each of them has one.
fn di_tabel(b: &Bahan<'_, '_>, i: usize, tops: &[i32]) -> Vec<Calon> {
    // Of a record copied in part nobody knows over which rows its mean runs.
    if b.sebagian(i) {
        return Vec::new();
    }
    let Some((subjek, kolom)) = b.ukur(i) else { return Vec::new() };
    let own = |j: &usize| {
        let Some((Subjek::Kode(_), k)) = b.ukur(*j) else { return false };
        let goal = match subjek {
            Subjek::Sasaran(kode) => b.indikator(*j).is_some_and(|x| x.induk.as_deref() == Some(kode)),
            _ => true,
        };
        k == kolom && goal
    };
    let rows: Vec<usize> = b.setabel(i).iter().copied().filter(own).collect();
    if rows.is_empty() || rows.iter().any(|j| b.bukti(*j).is_none()) {
        return Vec::new();
    }
    // Rows that print their weight say how they count.
    let weight = |j: &usize| b.pilih(b.sebaris(*j), U::Bobot).next();
    let weights: Option<Vec<usize>> = rows.iter().map(weight).collect();
    if let Some(weights) = weights {
        let masukan = rows.iter().zip(weights).flat_map(|(j, w)| [*j, w]).collect();
        return vec![Calon { operasi: Operasi::Tertimbang, masukan, asal: Asal::Baris }];
    }
    let own = rata(b, i, rows, &Asal::Baris, tops);
    // The total may be the mean of the means of its sasaran.
    let goal = |j: &usize| matches!(b.ukur(*j), Some((Subjek::Sasaran(_), k)) if k == kolom) && b.bukti(*j).is_some();
    let goals: Vec<usize> = b.setabel(i).iter().copied().filter(goal).collect();
    if *subjek == Subjek::Total && goals.len() > 1 && !own.iter().any(|c| b.cocok(i, c)) {
        let means = rata(b, i, goals, &Asal::Baris, tops);
        if means.iter().any(|c| b.cocok(i, c)) {
            return means;
        }
    }
    own
}

/// The mean of capaian. Where the report states a ceiling each counts at most that; a usual ceiling that it does not state
/// only explains a mean: it is another way of computing, never an agreement.
fn rata(b: &Bahan<'_, '_>, i: usize, masukan: Vec<usize>, asal: &Asal, tops: &[i32]) -> Vec<Calon> {
    let calon = |operasi, asal: &Asal| Calon { operasi, masukan: masukan.clone(), asal: asal.clone() };
    let plain = calon(Operasi::Rata, asal);
    if b.cocok(i, &plain) {
        return vec![plain];
    }
    let stated = b.metode(i);
    if stated.atas.is_some() || stated.bawah.is_some() {
        let bounded = calon(Operasi::RataBatas(stated.atas, stated.bawah), asal);
        if b.cocok(i, &bounded) {
            return vec![bounded];
        }
    }
    // Between nothing and one hundred is how means are often taken: nobody knows whether it was meant, so nothing is said.
    let whole = [(Some(100), None), (Some(100), Some(0)), (None, Some(0))];
    if whole.into_iter().any(|(top, floor)| b.cocok(i, &calon(Operasi::RataBatas(top, floor), asal))) {
        return Vec::new();
    }
    let usual = tops.iter().flat_map(|top| [(*top, None), (*top, Some(0))]).map(|(top, floor)| {
        let name = pesan!(
            "rata-rata yang tiap capaiannya paling tinggi {top}%",
            "a mean that takes each achievement at most as {top}%"
        );
        calon(Operasi::RataBatas(Some(top), floor), &Asal::Basis(name))
    });
    std::iter::once(plain).chain(usual).collect()
}

/// A sasaran: the mean of the capaian of its indicators.
fn sasaran(b: &Bahan<'_, '_>, i: usize, tops: &[i32]) -> Vec<Calon> {
    // Of a record copied in part nobody knows over which rows its mean runs.
    if b.sebagian(i) {
        return Vec::new();
    }
    let p = b.p(i);
    let Some((Subjek::Sasaran(kode), _)) = b.ukur(i) else { return Vec::new() };
    let mut inputs = Vec::new();
    for (name, _) in b.opd.opd.indikator.iter().filter(|(_, x)| x.induk.as_deref() == Some(kode)) {
        let mut list: Vec<usize> = b.di(&format!("{}/indikator/{name}/capaian", p.tahun)).to_vec();
        list.retain(|j| b.bukti(*j).is_some() && b.p(*j).sumber.dokumen == p.sumber.dokumen);
        // An indicator without a printed capaian leaves the mean unknown, unless it was never measured that year.
        if let Some(first) = list.first() {
            inputs.push(*first);
        }
    }
    if inputs.is_empty() { Vec::new() } else { rata(b, i, inputs, &Asal::Lain, tops) }
}
