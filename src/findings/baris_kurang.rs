//! Baris kurang: a total that exceeds its printed rows by exactly one row that another table prints for the same year. Total and
//! rows may both be right: it is told which row is missing, and nobody is contradicted.

use super::bahan::{Bahan, KunciTabel};
use super::baris_lebih::{self, Lebih, angka_penting, cocok};
use super::himpun;
use super::jenis::{Aturan, Pemeriksaan, Sifat, Temuan};
use super::kata;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Bagian, BarisBebas, Jenis, Simpul, Subjek};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Below this an amount may meet another by chance.
const KECIL: i64 = 1000;

/// A row printed elsewhere: its cells that explain an excess, and how surely it belongs here.
struct BarisLain {
    nama: String,
    tabel: KunciTabel,
    /// For each excess in order: the cell that corresponds to it.
    sel: Vec<Option<usize>>,
    /// It is a part of what the total holds, by a budget tree.
    saudara: bool,
    /// Rows that its table and this one print alike.
    serupa: usize,
}

/// Tells totals that lack a row with that row, instead of as a contradiction.
pub fn semua(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], aturan: &'static Aturan, list: &mut Vec<Temuan>) {
    let mut rows: BTreeMap<usize, Vec<Lebih>> = BTreeMap::new();
    for (n, t) in list.iter().enumerate().filter(|(_, t)| t.aturan.sifat == Sifat::Jumlah) {
        let own = t.rujukan.first().and_then(|r| r.pernyataan);
        let (Some(i), [printed], [sum]) = (own, &t.tertulis[..], &t.terhitung[..]) else { continue };
        let free = t.akibat.is_empty() && t.pengganti.is_empty() && matches!(b.jenis(i), Jenis::Uang | Jenis::Nilai);
        if let (Some(row), Some(by), true) = (b.sebaris(i).first(), printed.checked_sub(*sum), free) {
            rows.entry(*row).or_default().push(Lebih { temuan: n, sel: i, sebesar: by });
        }
    }
    let mut gone: Vec<usize> = Vec::new();
    for mut group in rows.into_values() {
        if group.iter().all(|x| x.sebesar < Decimal::ZERO) {
            if let Some(row) = baris_lebih::cari(b, checks, list, &group) {
                baris_lebih::tulis(b, list, &group, &row);
                gone.extend(group[1..].iter().map(|x| x.temuan));
            }
            continue;
        }
        if baris_lebih::seimbang(b, list, &group) {
            gone.extend(group[1..].iter().map(|x| x.temuan));
        }
        if group.iter().any(|x| x.sebesar <= Decimal::ZERO) {
            continue;
        }
        let Some(mut found) = cari(b, checks, &group) else { continue };
        // A column whose amount is printed for the row tells it.
        if let Some(n) = found.first().and_then(|r| r.sel.iter().position(Option::is_some)) {
            group.swap(0, n);
            found.iter_mut().for_each(|r| r.sel.swap(0, n));
        }
        tulis(b, list, aturan, &group, &found);
        gone.extend(group[1..].iter().map(|x| x.temuan));
    }
    let mut n = 0;
    list.retain(|_| {
        n += 1;
        !gone.contains(&(n - 1))
    });
}

/// The one row, or the two of one table, that explain every excess of a total row.
fn cari(b: &Bahan<'_, '_>, checks: &[Pemeriksaan], group: &[Lebih]) -> Option<Vec<BarisLain>> {
    let own = group.first()?.sel;
    let here = Tabel::dari(b, own);
    let agreed: Vec<usize> = b.sebaris(own).iter().copied().filter(|i| cocok(checks, *i)).collect();
    let mut all: Vec<BarisLain> = Vec::new();
    for (key, table) in b.semua_tabel().filter(|(k, l)| matches!(k.1, "anggaran" | "tabel") && !l.contains(&own)) {
        let rows: BTreeSet<usize> = table.iter().filter_map(|j| b.sebaris(*j).first().copied()).collect();
        let lain = Tabel::dari(b, table[0]);
        for j in rows {
            if !b.secetak(own, j) {
                all.extend(baris(b, &here, &lain, *key, group, &agreed, j));
            }
        }
    }
    let gaps: Vec<Decimal> = group.iter().map(|x| x.sebesar).collect();
    let value =
        |rows: &[&BarisLain], n: usize| rows.iter().try_fold(Decimal::ZERO, |s, r| s.checked_add(b.bukti(r.sel[n]?)?));
    let fits = |rows: &[&BarisLain]| {
        let told: Vec<(usize, Decimal)> = (0..gaps.len()).filter_map(|n| Some((n, value(rows, n)?))).collect();
        let own = |n: usize| rows.iter().all(|r| r.sel[n].is_none());
        !told.is_empty()
            && told.iter().all(|(n, v)| *v == gaps[*n])
            && (0..gaps.len()).all(|n| own(n) || told.iter().any(|(m, _)| *m == n))
    };
    let digits = gaps.iter().map(|v| angka_penting(*v)).max().unwrap_or_default();
    let sure = |r: &BarisLain| {
        let both = r.serupa > 1 || r.serupa == 1 && digits > 3 || digits > 5;
        let large = gaps.iter().any(|v| *v >= Decimal::from(KECIL));
        r.saudara || both && (large || r.serupa > 1)
    };
    let single: Vec<usize> = (0..all.len()).filter(|n| fits(&[&all[*n]]) && sure(&all[*n])).collect();
    let names: BTreeSet<&str> = single.iter().map(|n| all[*n].nama.as_str()).collect();
    if names.len() == 1 {
        // The cell of the same phase speaks before that of another one.
        let near = |n: &usize| {
            all[*n].sel.iter().flatten().filter(|k| group.iter().any(|x| b.kolom(x.sel) == b.kolom(**k))).count()
        };
        let best = single.into_iter().max_by_key(|n| (near(n), std::cmp::Reverse(*n)))?;
        return Some(vec![all.swap_remove(best)]);
    }
    if !names.is_empty() {
        return None;
    }
    let kin: Vec<usize> = (0..all.len()).filter(|n| all[*n].saudara).collect();
    let pairs = kin.iter().flat_map(|x| kin.iter().filter(move |y| x < *y).map(move |y| (*x, *y)));
    let fitting: Vec<(usize, usize)> = pairs
        .filter(|(x, y)| all[*x].tabel == all[*y].tabel && all[*x].nama != all[*y].nama && fits(&[&all[*x], &all[*y]]))
        .collect();
    let names: BTreeSet<(&str, &str)> = fitting.iter().map(|(x, y)| (&*all[*x].nama, &*all[*y].nama)).collect();
    let (x, y) = *fitting.first().filter(|_| names.len() == 1)?;
    let second = all.swap_remove(y);
    Some(vec![all.swap_remove(x), second])
}

/// What one table prints: the names of its rows and their values by column.
struct Tabel<'b> {
    nama: BTreeSet<String>,
    kode: BTreeSet<&'b str>,
    /// Value of each row and column that may be compared.
    nilai: BTreeMap<(String, String), Decimal>,
}

impl<'b> Tabel<'b> {
    fn dari(b: &Bahan<'b, '_>, i: usize) -> Self {
        let (mut nama, mut kode, mut nilai) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        for j in b.setabel(i).iter().copied().filter(|j| !jumlah(b, *j)) {
            let row = bernama(b, j);
            if let Bagian::Anggaran { subjek: Subjek::Kode(k), .. } = b.p(j).bagian {
                kode.insert(k.as_str());
            }
            if let Some(v) = b.bukti(j) {
                nilai.entry((row.clone(), lajur(b, j))).or_insert(v);
            }
            nama.insert(row);
        }
        Self { nama, kode, nilai }
    }

    /// How many rows this table prints with the same name and value as another, in two columns.
    fn serupa(&self, kolom: &str, lain: &Tabel<'_>, kolom_lain: &str) -> Vec<Decimal> {
        let same = |((row, k), v): (&(String, String), &Decimal)| {
            (k == kolom && lain.nilai.get(&(row.clone(), kolom_lain.to_string())) == Some(v)).then_some(*v)
        };
        self.nilai.iter().filter_map(same).filter(|v| !v.is_zero()).collect()
    }
}

/// Whether a statement stands in a row that adds up others.
fn jumlah(b: &Bahan<'_, '_>, i: usize) -> bool {
    match b.p(i).bagian {
        Bagian::Tabel { baris, .. } => baris.jumlah,
        Bagian::Anggaran { subjek, .. } => !matches!(subjek, Subjek::Kode(_)),
        _ => true,
    }
}

/// The name of a row, as it is compared.
fn bernama(b: &Bahan<'_, '_>, i: usize) -> String {
    kata::subjek(b, i).id.to_lowercase()
}

/// The name of a column within its table.
fn lajur(b: &Bahan<'_, '_>, i: usize) -> String {
    match b.p(i).bagian {
        Bagian::Tabel { kolom, .. } => kolom.nama.to_lowercase(),
        _ => kata::label(b, i).id,
    }
}

/// A row of another table, where it may be the one that is missing.
fn baris(
    b: &Bahan<'_, '_>,
    here: &Tabel<'_>,
    lain: &Tabel<'_>,
    tabel: KunciTabel,
    group: &[Lebih],
    agreed: &[usize],
    j: usize,
) -> Option<BarisLain> {
    let own = group.first()?.sel;
    let nama = bernama(b, j);
    if jumlah(b, j) || here.nama.contains(&nama) || termuat(b, here, j) {
        return None;
    }
    let saudara = match (b.p(own).bagian, b.p(j).bagian) {
        (Bagian::Anggaran { subjek, .. }, Bagian::Anggaran { subjek: Subjek::Kode(kode), .. }) => {
            if !anak(b, subjek, j, kode) {
                return None;
            }
            true
        }
        _ => false,
    };
    let sepadan = |i: usize, k: usize| {
        let (p, q) = (b.p(i), b.p(k));
        let alike = || here.serupa(&lajur(b, i), lain, &lajur(b, k)).len();
        p.tahun == q.tahun
            && b.jenis(i) == b.jenis(k)
            && p.cabang() == q.cabang()
            && match (b.kolom(i), b.kolom(k)) {
                (Some(x), Some(y)) => x.ukuran == y.ukuran && p.masa == q.masa,
                (None, None) if lajur(b, i) == lajur(b, k) => true,
                _ => alike() > 0,
            }
    };
    let near = |i: usize, k: usize| b.kolom(i).is_none() || b.kolom(i) == b.kolom(k);
    let row: Vec<usize> = b.sebaris(j).iter().copied().filter(|k| b.bukti(*k).is_some()).collect();
    let cell = |i: usize| row.iter().copied().filter(|k| sepadan(i, *k)).min_by_key(|k| (!near(i, *k), *k));
    // A column whose total needs no row more has no room for this one.
    if agreed.iter().filter_map(|i| cell(*i)).any(|k| b.bukti(k) != Some(Decimal::ZERO)) {
        return None;
    }
    let sel: Vec<Option<usize>> = group.iter().map(|x| cell(x.sel)).collect();
    let alike = |(x, k): (&Lebih, &Option<usize>)| Some(here.serupa(&lajur(b, x.sel), lain, &lajur(b, (*k)?)).len());
    let serupa = group.iter().zip(&sel).filter_map(alike).max().unwrap_or_default();
    sel.iter().any(Option::is_some).then_some(BarisLain { nama, tabel, sel, saudara, serupa })
}

/// Whether a row stands above or below one that the table prints: its amount is in the sum already.
fn termuat(b: &Bahan<'_, '_>, here: &Tabel<'_>, j: usize) -> bool {
    match b.p(j).bagian {
        Bagian::Tabel { tabel, baris, .. } => {
            let name = |kode: &str| tabel.baris.iter().find(|r| r.kode == kode).map(|r| r.nama.to_lowercase());
            let above = baris.induk.as_deref().and_then(name).is_some_and(|n| here.nama.contains(&n));
            let below = |r: &&BarisBebas| r.induk.as_deref() == Some(&baris.kode);
            above || tabel.baris.iter().filter(below).any(|r| here.nama.contains(&r.nama.to_lowercase()))
        }
        Bagian::Anggaran { subjek: Subjek::Kode(kode), .. } => {
            let known = |n: &Simpul| here.kode.contains(n.kode.as_str()) || here.nama.contains(&n.nama.to_lowercase());
            let Some(tree) = b.pohon(j) else { return true };
            let nodes = tree.semua();
            let holds = |n: &Simpul| n.semua().iter().any(|(d, c)| *d > 0 && c.kode == *kode);
            let own = nodes.iter().find(|(_, n)| n.kode == *kode);
            // The parent of the missing row may well be the row whose parts are added up.
            let above = nodes.iter().any(|(_, n)| !here.kode.contains(n.kode.as_str()) && known(n) && holds(n));
            above || own.is_some_and(|(_, n)| n.semua().iter().any(|(_, c)| known(c)))
        }
        _ => true,
    }
}

/// Whether a node is a part of what a subject adds up, in the tree of its own record.
fn anak(b: &Bahan<'_, '_>, subjek: &Subjek, j: usize, kode: &str) -> bool {
    let Some(tree) = b.pohon(j) else { return false };
    match subjek {
        Subjek::Total => tree.pohon.iter().any(|n| n.kode == kode),
        Subjek::Sasaran(s) => tree.pohon.iter().any(|n| n.kode == kode && n.sasaran.contains(s)),
        Subjek::Kode(parent) => {
            tree.semua().iter().any(|(_, n)| n.kode == *parent && n.anak.iter().any(|c| c.kode == kode))
        }
    }
}

/// The sentence about rows that are printed elsewhere: names, amounts, places, and that the total holds with them.
pub fn kalimat(b: &Bahan<'_, '_>, acuan: usize, baris: &[Vec<usize>]) -> Pesan {
    let cell = |k: &usize| {
        let (label, value) = (kata::label(b, *k), kata::nilai(b, *k));
        pesan!("{label} {value}", "{label} {value}", label, value)
    };
    let row = |cells: &Vec<usize>| {
        let first = cells.first().copied().unwrap_or(acuan);
        let (what, values) = (kata::subjek(b, first), kata::bersama(&cells.iter().map(cell).collect::<Vec<_>>()));
        let place = kata::tempat(b, first, acuan);
        pesan!("{what} ({place}: {values})", "{what} ({place}: {values})", what, values)
    };
    let rows = kata::bersama(&baris.iter().map(row).collect::<Vec<_>>());
    if baris.len() > 1 {
        return pesan!(
            " Selisihnya tepat dua baris yang tercetak di tempat lain dan tidak tercetak di sini: {rows}. Bersama keduanya jumlahnya sama dengan yang tertulis.",
            " The difference is exactly two rows that are printed elsewhere and not here: {rows}. With both, the sum equals what is printed.",
            rows
        );
    }
    pesan!(
        " Selisihnya tepat satu baris yang tercetak di tempat lain dan tidak tercetak di sini: {rows}. Bersama baris itu jumlahnya sama dengan yang tertulis.",
        " The difference is exactly one row that is printed elsewhere and not here: {rows}. With that row the sum equals what is printed.",
        rows
    )
}

fn tulis(b: &Bahan<'_, '_>, list: &mut [Temuan], aturan: &'static Aturan, group: &[Lebih], found: &[BarisLain]) {
    let first = group[0].temuan;
    let others: Vec<Temuan> = group[1..].iter().map(|x| list[x.temuan].clone()).collect();
    let rows: Vec<Vec<usize>> = found.iter().map(|r| r.sel.iter().flatten().copied().collect()).collect();
    let t = &mut list[first];
    if !others.is_empty() {
        let part = |x: &Lebih| {
            let (label, printed, by) =
                (kata::label(b, x.sel), kata::nilai(b, x.sel), kata::bacaan(b, x.sel, x.sebesar));
            pesan!("{label} {printed}, {by} lebih besar", "{label} {printed}, larger by {by}", label, printed, by)
        };
        baris_lebih::kolom_lain(t, group[1..].iter().map(part));
    }
    t.pesan.sambung(&kalimat(b, group[0].sel, &rows));
    let sums = t.rumus.clone();
    let written = kata::nilai(b, group[0].sel);
    t.rumus = pesan!("{written} − ({sums})", "{written} − ({sums})", written, sums);
    t.terhitung = vec![group[0].sebesar];
    others.into_iter().for_each(|other| himpun::satukan(t, other));
    t.aturan = aturan;
    t.golongan = aturan.golongan;
    if t.tingkat < aturan.tingkat {
        (t.tingkat, t.alasan_bobot) = (aturan.tingkat, None);
    }
    // The row stands before the rows that are added up.
    for place in rows.iter().flatten().rev().map(|k| b.rujukan(*k)) {
        t.rujukan.retain(|r| *r != place);
        t.rujukan.insert(1, place);
    }
}
