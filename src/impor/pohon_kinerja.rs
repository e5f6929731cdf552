//! Pohon kinerja: a table that prints programs, kegiatan and sub kegiatan with indicators and money in one: the tree and
//! its money are read as those of a budget, the indicators of each node as its own.

use super::isian::Anggaran;
use super::kenal::Kenal;
use super::kepala::Tabel;
use super::kisi::Lembar;
use super::kolom::uang;
use super::makna::{Bentuk, Kolom, Makna};
use super::nama::lipat_nama;
use super::pecah;
use super::pohon::{Ada, Letak};
use super::total::total;
use super::uang;
use crate::pesan;
use std::collections::BTreeMap;

/// The budget of such a table, where something in it is not of the tree yet.
pub fn tabel(lembar: &Lembar, table: &Tabel, kenal: &Kenal<'_>) -> Option<Tabel> {
    let money = |k: &&Kolom| matches!(&k.makna, Makna::Uang(name) if uang(name) && !name.starts_with("serapan"));
    let amounts: Vec<usize> = table.kolom.iter().filter(money).map(|k| k.indeks).collect();
    let indikator = table.kolom.iter().find(|k| k.makna == Makna::Indikator)?.indeks;
    let mut kolom: Vec<Kolom> =
        table.kolom.iter().map(|k| Kolom { makna: arti(lembar, table, k, indikator), ..k.clone() }).collect();
    super::rapikan::setahun(&mut kolom, &|_| false);
    let levels = kolom.iter().filter(|k| matches!(k.makna, Makna::NamaTingkat(_))).count();
    let coded = kolom.iter().any(|k| matches!(k.makna, Makna::Kode) && pecah::kodean(lembar, &table.isi, k.indeks));
    let named = kolom.iter().any(|k| k.makna == Makna::Nama && pecah::bertingkat(lembar, &table.isi, k.indeks));
    // A code in several columns: one of its pieces is that of a program, one below it of a kegiatan.
    let piece = |n: usize| kolom.iter().any(|k| k.makna == Makna::Bagian(n));
    let pieces = piece(2) && piece(3) && kolom.iter().any(|k| k.makna == Makna::Nama);
    if amounts.is_empty() || !(levels > 1 || coded || named || pieces) {
        return None;
    }
    let rows: Vec<usize> = table
        .isi
        .clone()
        .filter(|row| !super::ulang::kepala_lagi(lembar, table.kepala, *row))
        .filter(|row| amounts.iter().any(|at| !lembar.sel(*row, *at).kosong()))
        .filter(|row| !lembar.baris[*row].iter().any(|c| total(&c.tulisan())))
        .collect();
    // Money of a goal has another place.
    let node = |row: &usize| kolom.iter().any(|k| is_simpul(&k.makna) && !lembar.sel(*row, k.indeks).kosong());
    let known = |row: &usize| uang::nama(lembar, table, *row).is_some_and(|n| kenal.atas(&n).is_some());
    (rows.iter().all(node) && !rows.iter().all(known)).then(|| Tabel {
        kolom,
        bentuk: Bentuk::Anggaran,
        ..table.clone()
    })
}

fn is_simpul(makna: &Makna) -> bool {
    matches!(makna, Makna::Kode | Makna::Nama | Makna::NamaTingkat(_) | Makna::Bagian(_))
}

/// What a column means for the budget.
fn arti(lembar: &Lembar, table: &Tabel, k: &Kolom, indikator: usize) -> Makna {
    let other = || Makna::Abaikan(pesan!("milik indikator", "of indicators"));
    match &k.makna {
        Makna::Uang(name) => Makna::Ukuran(name.clone()),
        Makna::Kode | Makna::Bagian(_) | Makna::NamaTingkat(_) | Makna::Nama if k.indeks < indikator => k.makna.clone(),
        Makna::Abaikan(_) if k.indeks < indikator && pecah::kodean(lembar, &table.isi, k.indeks) => Makna::Kode,
        Makna::Abaikan(_) if k.indeks < indikator && super::tebak::nama(&k.akhir) => Makna::Nama,
        Makna::Abaikan(_) if matches!(k.akhir.as_str(), "sumber dana" | "sumber pendanaan" | "sumber anggaran") => {
            Makna::Ukuran("sumber_dana".to_string())
        }
        _ => other(),
    }
}

/// The nodes of the record with those that were read.
pub fn simpul(read: &Anggaran, letak: &BTreeMap<String, Letak>, sendiri: &[Ada]) -> Vec<Ada> {
    let fresh = read.simpul.iter().filter_map(|(key, node)| {
        let at = letak.get(key)?;
        let printed = node.nama.iter().chain([&at.nama]).map(|n| lipat_nama(n)).collect();
        Some(Ada {
            kode: at.kode.clone(),
            resmi: node.resmi.clone(),
            nama: printed,
            tertulis: at.nama.clone(),
            dalam: node.dalam,
            jalur: None,
            tetangga: false,
        })
    });
    let fresh: Vec<Ada> = fresh.collect();
    let old = sendiri.iter().filter(|a| !fresh.iter().any(|b| b.kode == a.kode)).cloned();
    old.chain(fresh.iter().cloned()).collect()
}
