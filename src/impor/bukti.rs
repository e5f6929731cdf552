//! Bukti: what a column of a budget is, proven by the amounts beside it where its head does not say it.

use super::angka::{Nilai, tulis};
use super::isian::Anggaran;
use super::kata::{lipat, salah_satu};
use super::kepala::Tabel;
use super::persen::{serapan_baris, terpakai};
use super::peta::Peta;
use crate::pesan;
use rust_decimal::Decimal;

/// `Lebih/(Kurang)` is what was spent beyond the budget in one report and what is left of it in another: where every row
/// that tells prints realisasi − pagu, the column is turned round.
pub fn sisa(anggaran: &mut Anggaran) {
    let Some(sisa) = anggaran.kolom.iter().position(|k| k == "sisa") else { return };
    let Some(realisasi) = anggaran.kolom.iter().position(|k| k == "realisasi") else { return };
    let Some(pagu) = anggaran.kolom.iter().rposition(|k| k.starts_with("pagu.")) else { return };
    let style = anggaran.style;
    let (mut left, mut beyond) = (0, 0);
    for cells in anggaran.semua_baris() {
        let all = (cells[pagu].angka(), cells[realisasi].angka(), cells[sisa].angka());
        let (Some(p), Some(r), Some(s)) = all else { continue };
        let Some(rest) = p.checked_sub(r).filter(|rest| !rest.is_zero()) else { continue };
        left += usize::from(rest == s);
        beyond += usize::from(rest != s && rest.abs() == s.abs());
    }
    if beyond == 0 || left > 0 {
        return;
    }
    for cells in anggaran.semua_baris() {
        if let Some(value) = cells[sisa].angka().and_then(|value| Decimal::ZERO.checked_sub(value)) {
            cells[sisa] = Nilai::Angka(value, tulis(value, style));
        }
    }
    anggaran.catatan.push(pesan!(
        "sisa: berkas ini mencetak realisasi − pagu; tandanya dibalik menjadi pagu − realisasi",
        "sisa: this file prints realisasi − pagu; the sign is turned to pagu − realisasi"
    ));
}

/// A head that is no more than `%` is absorption where realisasi ÷ pagu says so in most rows; else it is left out, and said.
pub fn serapan(anggaran: &mut Anggaran, tabel: &Tabel, peta: &Peta, at: &[usize]) {
    let Some(serapan) = anggaran.kolom.iter().position(|k| k == "serapan") else { return };
    let head = tabel.kolom.iter().find(|k| Some(&k.indeks) == at.get(serapan)).map_or("", |k| k.kepala.as_str());
    let said = ["serapan", "penyerapan", "realisasi", "capaian", "keuangan", "keu"];
    if salah_satu(&lipat(head), &said) || peta.kolom.values().any(|v| v.starts_with("serapan")) {
        return;
    }
    let kolom = anggaran.kolom.clone();
    let pagu: Vec<usize> = (0..kolom.len()).filter(|n| kolom[*n].starts_with("pagu.")).collect();
    let (mut fits, mut other, mut any) = (0, 0, false);
    for cells in anggaran.semua_baris() {
        let Some(s) = cells[serapan].angka() else { continue };
        let spent = terpakai(&kolom, cells);
        any |= !spent.is_empty();
        let budgets = || pagu.iter().filter_map(|p| cells[*p].angka());
        let told: Vec<bool> = spent.iter().filter_map(|r| serapan_baris(*r, budgets(), s, true)).collect();
        fits += usize::from(told.contains(&true));
        other += usize::from(!told.is_empty() && !told.contains(&true));
    }
    if fits > other {
        return;
    }
    anggaran.kolom.remove(serapan);
    for cells in anggaran.semua_baris() {
        cells.remove(serapan);
    }
    if !any {
        anggaran.catatan.push(pesan!(
            "kolom `{head}` tidak dibaca: realisasinya tidak terbaca dari tabel ini, jadi artinya tidak bisa diuji",
            "the column `{head}` is not read: no realisasi is read from this table that could prove what it means"
        ));
        return;
    }
    anggaran.catatan.push(pesan!(
        "kolom `{head}` tidak dibaca: angkanya bukan realisasi ÷ pagu; tulis artinya dalam peta bila perlu",
        "the column `{head}` is not read: its figures are not realisasi ÷ pagu; write in the map what it means if it matters"
    ));
}
