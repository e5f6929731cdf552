//! Sums of free tables: which columns may be added up, which rows a total takes, and what a missing cell means.

use super::bahan::Bahan;
use super::jenis::{Aturan, Hasil};
use super::operasi::Operasi;
use super::subjumlah;
use super::uji::{Asal, Calon};
use crate::number::Satuan;
use crate::records::{Alasan, Bagian, BarisBebas, Fungsi, KolomBebas, Nilai, TabelBebas};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Holds the total rows of all free tables against their rows.
pub fn jumlah(b: &Bahan<'_, '_>, hasil: &mut Hasil, aturan: &'static Aturan) {
    tiap_baris(b, &mut |row, tabel, baris| {
        let cells: Vec<(usize, &KolomBebas)> = row.iter().filter_map(|i| Some((*i, lajur(b, *i)?))).collect();
        let Some(rows) = subjumlah::suku(tabel, baris, &|rows| {
            let fits = |(i, kolom): &(usize, &KolomBebas)| {
                let calon = sum(b, *i, baris, kolom, rows)?;
                Some((b.cocok(*i, &calon), calon.masukan.len() > 1 && b.bukti(*i) != Some(Decimal::ZERO)))
            };
            cells.iter().filter_map(fits).collect()
        }) else {
            return;
        };
        for (i, kolom) in cells {
            let Some(calon) = sum(b, i, baris, kolom, &rows) else { continue };
            match rata(b, i, baris, &calon) {
                Rerata::Ya(mean) => drop(b.uji(hasil, aturan, i, &[mean])),
                Rerata::Lain => {}
                Rerata::Bukan => drop(b.uji(hasil, aturan, i, &[calon])),
            }
        }
    });
}

/// Whether a last row is the mean of its rows.
enum Rerata {
    /// It is.
    Ya(Calon),
    /// It calls itself one, and is another than the plain one.
    Lain,
    /// It is a total.
    Bukan,
}

/// A row that is named a mean, or that is exactly one where it is no sum.
fn rata(b: &Bahan<'_, '_>, i: usize, baris: &BarisBebas, sum: &Calon) -> Rerata {
    let name = baris.nama.to_lowercase();
    let named = ["rata-rata", "rata rata", "rerata", "rataan", "average"].iter().any(|w| name.contains(w))
        && !name.contains("jumlah");
    let mean = Calon { operasi: Operasi::Rata, ..sum.clone() };
    let fits = sum.masukan.len() > 1 && b.cocok(i, &mean) && (named || !b.cocok(i, sum));
    match (fits, named) {
        (true, _) => Rerata::Ya(mean),
        (false, true) => Rerata::Lain,
        (false, false) => Rerata::Bukan,
    }
}

/// Holds the detailed rows of all free tables against their details.
pub fn induk(b: &Bahan<'_, '_>, hasil: &mut Hasil, aturan: &'static Aturan) {
    // The rows of the table at hand that have details: most tables have none, and may have ten thousand rows.
    let mut terinci: (Option<*const TabelBebas>, BTreeSet<String>) = (None, BTreeSet::new());
    tiap_sel(b, &mut |i, tabel, baris, kolom| {
        let ini = std::ptr::from_ref(tabel);
        if terinci.0 != Some(ini) {
            terinci = (Some(ini), tabel.baris.iter().filter_map(|r| r.induk.clone()).collect());
        }
        if baris.rincian_sebagian || !terinci.1.contains(&baris.kode) {
            return;
        }
        let rows: Vec<&BarisBebas> =
            tabel.baris.iter().filter(|r| r.induk.as_deref() == Some(&baris.kode) && !r.jumlah).collect();
        let Some(calon) = sum(b, i, baris, kolom, &rows) else { return };
        // A row that calls itself one of several is no breakdown.
        let less = b.hitung(&calon).zip(b.bukti(i)).is_some_and(|(sum, whole)| sum < whole);
        if !(less && rows.iter().any(|r| sebagian(&r.nama))) {
            b.uji(hasil, aturan, i, &[calon]);
        }
    });
}

/// Whether a row says that it is only some of the row above it: `di antaranya guru`, `termasuk …`.
fn sebagian(nama: &str) -> bool {
    let nama = nama.trim().to_lowercase();
    ["di antaranya", "diantaranya", "termasuk", "antara lain", "a.l."].iter().any(|w| nama.starts_with(w))
}

/// Holds the rows of all free tables that are the difference of two others against them.
pub fn selisih(b: &Bahan<'_, '_>, hasil: &mut Hasil, aturan: &'static Aturan) {
    tiap_sel(b, &mut |i, tabel, baris, kolom| {
        let row = |kode: &String| tabel.baris.iter().find(|r| r.kode == *kode);
        let [a, c] = baris.selisih_dari.as_slice() else { return };
        let (Some(a), Some(c)) = (row(a), row(c)) else { return };
        let Some(sum) = sum(b, i, baris, kolom, &[a, c]).filter(|calon| calon.masukan.len() == 2) else { return };
        b.uji(hasil, aturan, i, &[Calon { operasi: Operasi::Kurang, ..sum }]);
    });
}

/// Every cell with evidence of a free table that may be added up.
fn tiap_sel(b: &Bahan<'_, '_>, f: &mut dyn FnMut(usize, &TabelBebas, &BarisBebas, &KolomBebas)) {
    tiap_baris(b, &mut |row, tabel, baris| {
        row.iter().filter_map(|i| Some((*i, lajur(b, *i)?))).for_each(|(i, kolom)| f(i, tabel, baris, kolom));
    });
}

/// Every row of a free table that may be added up. Of what is copied in part no sum is known.
fn tiap_baris(b: &Bahan<'_, '_>, f: &mut dyn FnMut(&[usize], &TabelBebas, &BarisBebas)) {
    for i in 0..b.k.semua.len() {
        let Bagian::Tabel { tabel, baris, .. } = b.p(i).bagian else { continue };
        let row = b.sebaris(i);
        if row.first() == Some(&i) && tabel.tak_dijumlahkan.is_none() && !b.sebagian(i) {
            f(row, tabel, baris);
        }
    }
}

/// The column of a cell that holds evidence and may be added up.
fn lajur<'a>(b: &Bahan<'_, 'a>, i: usize) -> Option<&'a KolomBebas> {
    let Bagian::Tabel { kolom, .. } = b.p(i).bagian else { return None };
    (boleh(kolom) && b.bukti(i).is_some()).then_some(kolom)
}

/// Whether a column holds amounts: no text, no percentage, no quotient.
fn boleh(kolom: &KolomBebas) -> bool {
    let derived =
        kolom.rumus.as_ref().is_some_and(|r| matches!(r.fungsi, Fungsi::Persen | Fungsi::Kali | Fungsi::Rata));
    !kolom.teks && !derived && !persen(kolom.satuan.as_deref()) && !turunan(kolom) && !rasio(kolom)
}

/// Whether the heading of a column, or a unit like `jiwa/km2`, says that it is a quotient.
fn rasio(kolom: &KolomBebas) -> bool {
    let name = kolom.nama.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let quotient = ["rasio", "kepadatan", "indeks", "rerata", "persentase", "prevalensi"];
    let per =
        words.windows(2).any(|w| w[0] == "per" && (w[1].starts_with(|c: char| c.is_ascii_digit()) || w[1] == "seribu"));
    let unit = kolom.satuan.as_deref().is_some_and(|s| s.contains('/'));
    unit || per || name.contains("rata-rata") || words.iter().any(|w| quotient.contains(w))
}

/// Whether a column without a unit is, by its measure, a percentage: achievement, absorption, share.
fn turunan(kolom: &KolomBebas) -> bool {
    kolom.satuan.is_none() && matches!(kolom.ukuran.as_str(), "capaian" | "serapan" | "efisiensi" | "bagian")
}

/// Whether a unit is a share, a rate or a place on a scale: such figures are never added up.
fn persen(satuan: Option<&str>) -> bool {
    let unit = satuan.and_then(Satuan::baca);
    let share = matches!(&unit, Some(Satuan::Persen)) || matches!(&unit, Some(Satuan::Lain(w)) if w.starts_with('%'));
    share || satuan.and_then(Satuan::per).is_some() || unit.as_ref().is_some_and(skala)
}

fn skala(satuan: &Satuan) -> bool {
    matches!(satuan, Satuan::Lain(word) if matches!(word.as_str(), "indeks" | "skor" | "predikat" | "opini"))
}

/// The sum over rows in the column of statement `i`; nothing when their units differ or a cell is unknown.
fn sum(b: &Bahan<'_, '_>, i: usize, total: &BarisBebas, kolom: &KolomBebas, rows: &[&BarisBebas]) -> Option<Calon> {
    let unit = |r: &BarisBebas| r.satuan.clone().or_else(|| kolom.satuan.clone()).map(|s| s.to_lowercase());
    let first = unit(rows.first()?);
    if rows.iter().any(|r| unit(r) != first)
        || persen(first.as_deref())
        || (total.satuan.is_some() && unit(total) != first)
    {
        return None;
    }
    let mut masukan = Vec::new();
    let mut unknown = false;
    // The cells of the column by their row, looked through once: a table may have ten thousand.
    let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
    for j in b.setabel(i).iter().copied() {
        if let Bagian::Tabel { baris, kolom: k, .. } = b.p(j).bagian
            && k.kode == kolom.kode
        {
            cells.entry(baris.kode.as_str()).or_insert(j);
        }
    }
    for row in rows {
        match cells.get(row.kode.as_str()).copied() {
            Some(j) if b.bukti(j).is_some() => masukan.push(j),
            Some(j) if matches!(b.p(j).sel.nilai, Nilai::Kosong(Alasan::TidakBerlaku)) => {}
            _ => unknown = true,
        }
    }
    if masukan.is_empty() {
        return None;
    }
    let calon = Calon { operasi: Operasi::Jumlah, masukan, asal: Asal::Baris };
    // With an unknown row the known ones can only confirm.
    (!unknown || b.hitung(&calon) == b.bukti(i)).then_some(calon)
}
