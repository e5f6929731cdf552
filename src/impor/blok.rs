//! Blok: stretches of one table that are not to be added: of another year, of another stage, or printed once more.

use super::baris::Baris;
use super::kata::{lipat, salah_satu};
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::makna::Makna;
use super::masa::tahun_dalam;
use super::masalah::Masalah;
use super::ulang::{nomor_kolom, sama};
use crate::pesan;
use std::collections::BTreeMap;

/// The year of each row, where a column says it: `2025`, `TA 2025`, and in merged or blank cells that of the row above.
pub fn tahun(lembar: &Lembar, tabel: &Tabel) -> BTreeMap<usize, i32> {
    let mut out = BTreeMap::new();
    let Some(column) = tabel.kolom.iter().find(|k| k.makna == Makna::Tahun).map(|k| k.indeks) else { return out };
    let mut last = None;
    for row in tabel.isi.clone() {
        last = tahun_dalam(&lembar.sel(row, column).tulisan()).first().copied().or(last);
        out.extend(last.map(|year| (row, year)));
    }
    out
}

/// The rows of the year of the record; none of them is a question.
pub fn setahun(
    lembar: &Lembar,
    tabel: &Tabel,
    rows: Vec<Baris>,
    tahun_rekaman: i32,
    masalah: &mut Vec<Masalah>,
) -> Vec<Baris> {
    let years = tahun(lembar, tabel);
    let fits = |row: usize| years.get(&row).is_none_or(|y| *y == tahun_rekaman);
    if let Some(m) = tanpa_tahun(lembar, tabel, &years, tahun_rekaman).filter(|_| !rows.iter().any(|b| fits(b.nomor))) {
        masalah.push(m);
    }
    rows.into_iter().filter(|b| fits(b.nomor)).collect()
}

/// Says which years a table has instead of the record's.
pub fn tanpa_tahun(lembar: &Lembar, tabel: &Tabel, years: &BTreeMap<usize, i32>, tahun: i32) -> Option<Masalah> {
    let column = tabel.kolom.iter().find(|k| k.makna == Makna::Tahun)?.indeks;
    let mut other: Vec<i32> = years.values().copied().collect();
    other.sort_unstable();
    other.dedup();
    let list = other.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    Some(Masalah::sel(
        lembar,
        tabel.kepala.1,
        column,
        pesan!(
            "kolom ini tidak berisi tahun {tahun}, melainkan {list}",
            "this column does not hold the year {tahun}, but {list}"
        ),
        pesan!(
            "impor ke rekaman tahun itu; bila kolomnya bukan tahun data, tulis `abaikan` untuknya dalam peta",
            "import it into the record of that year; if the column is not the year of the data, write `abaikan` for it in the map"
        ),
    ))
}

/// Blocks of two stages, or of two agencies, below the same head are never added: which one is meant is asked.
pub fn dua_tahap(lembar: &Lembar, tabel: &Tabel, rows: &[Baris], masalah: &mut Vec<Masalah>) {
    let stages = ["murni", "perubahan", "pergeseran", "induk", "semula", "menjadi", "sebelum", "setelah"];
    let again = |row: usize| {
        let own = |before: bool| {
            rows.iter().filter(move |b| (b.nomor < row) == before).filter_map(|b| Some((b.kode.as_ref()?, b.nomor)))
        };
        let figures = |n: usize| -> Vec<String> {
            let measured = tabel.kolom.iter().filter(|k| !matches!(k.makna, Makna::Abaikan(_) | Makna::Orang));
            measured.map(|k| lembar.sel(n, k.indeks).tulisan()).collect()
        };
        let node = |code: &super::kode::Kode| code.dalam().is_some();
        let pairs = || {
            own(false).filter(|(k, _)| node(k)).filter_map(|(k, n)| {
                own(true).find(|(b, _)| b.kode == k.kode && b.rekening == k.rekening).map(|(_, m)| (m, n))
            })
        };
        (pairs().next().is_some(), pairs().any(|(m, n)| figures(m) != figures(n)))
    };
    let staged = |row: usize| {
        let mut filled = lembar.baris[row].iter().enumerate().filter(|(_, c)| !c.kosong());
        let (Some((column, only)), None) = (filled.next(), filled.next()) else { return None };
        let text = only.tulisan();
        let budget = salah_satu(&lipat(&text), &["apbd", "papbd", "anggaran", "pagu", "dpa", "dppa", "rka"]);
        (budget && salah_satu(&lipat(&text), &stages)).then_some((column, text))
    };
    let before = masalah.len();
    for row in tabel.isi.clone() {
        let Some((column, text)) = staged(row).filter(|_| again(row).0) else { continue };
        masalah.push(Masalah::sel(
            lembar,
            row,
            column,
            pesan!(
                "`{text}`: blok ini mencetak kode yang sama sekali lagi untuk tahap lain",
                "`{text}`: this block prints the same codes once more for another stage"
            ),
            pesan!(
                "taruh tiap tahap di lembarnya sendiri, atau hapus blok yang tidak dibaca",
                "put each stage on a sheet of its own, or take out the block that is not to be read"
            ),
        ));
    }
    let head = |row: &usize| !nomor_kolom(lembar, *row) && sama(lembar, tabel.kepala.0, *row);
    let sources = super::sumber::baca(lembar, tabel);
    let second = tabel.isi.clone().filter(head).find(|row| again(*row).1 && sources.pada(*row).is_none());
    if let Some(row) = second.filter(|_| masalah.len() == before) {
        masalah.push(Masalah::sel(
            lembar,
            row,
            0,
            pesan!(
                "kepala ini tercetak lagi, dan di bawahnya kode yang sama dengan angka lain: tabel kedua?",
                "this head is printed again, and below it the same codes with other figures: a second table?"
            ),
            pesan!(
                "taruh tiap tabel di lembarnya sendiri, atau hapus yang tidak dibaca",
                "put each table on a sheet of its own, or take out the one that is not to be read"
            ),
        ));
    }
}

/// A column that names the stage of each row, where the same node has a budget in two of them.
pub fn tahap_per_baris(lembar: &Lembar, tabel: &Tabel, rows: &[Baris], masalah: &mut Vec<Masalah>) {
    let heads =
        ["tahap", "tahapan", "tahap anggaran", "tahapan anggaran", "tahapan apbd", "namatahapan", "nama tahapan"];
    let Some(column) = tabel.kolom.iter().find(|k| heads.contains(&k.akhir.as_str())).map(|k| k.indeks) else { return };
    if !tabel.kolom.iter().any(|k| matches!(&k.makna, Makna::Ukuran(n) if n.starts_with("pagu"))) {
        return;
    }
    let stage = |b: &Baris| Some(lipat(&lembar.sel(b.nomor, column).tulisan())).filter(|t| !t.is_empty());
    let key =
        |b: &Baris| (b.kode.as_ref().map(|k| k.kode.clone()), b.rekening.clone(), b.nama.clone(), b.tingkat.clone());
    let mut seen: BTreeMap<_, String> = BTreeMap::new();
    for row in rows {
        let Some(own) = stage(row) else { continue };
        let before = seen.entry(key(row)).or_insert_with(|| own.clone());
        if *before == own {
            continue;
        }
        masalah.push(Masalah::sel(
            lembar,
            row.nomor,
            column,
            pesan!(
                "`{own}`: baris ini sudah tercetak untuk tahap `{before}`; keduanya tidak dijumlahkan",
                "`{own}`: this row is printed for the stage `{before}` already; both are not added"
            ),
            pesan!(
                "taruh tiap tahap di kolom atau lembarnya sendiri, atau hapus tahap yang tidak dibaca",
                "put each stage in a column or on a sheet of its own, or take out the one that is not to be read"
            ),
        ));
        return;
    }
}

/// Money paid back is printed with a minus in all rows or in none.
pub fn tanda_setoran(lembar: &Lembar, cells: &[(usize, usize)], refunds: &[usize], masalah: &mut Vec<Masalah>) {
    let signed = |minus: bool| {
        let own = cells.iter().filter(|(_, at)| refunds.contains(at));
        own.copied().find(|(row, at)| {
            super::pecah::kasar(lembar.sel(*row, *at)).is_some_and(|v| !v.is_zero() && v.is_sign_negative() == minus)
        })
    };
    if let (Some((row, at)), Some(_)) = (signed(true), signed(false)) {
        masalah.push(Masalah::sel(
            lembar,
            row,
            at,
            pesan!(
                "pengembalian di kolom ini tercetak dengan dan tanpa tanda kurang",
                "what was paid back is printed in this column with and without a minus"
            ),
            pesan!("samakan tandanya di berkas asal", "give all of them the same sign in the file"),
        ));
    }
}
