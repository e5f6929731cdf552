//! A thousand single-digit mutations of the real content, fixed seed: how many the engine finds and names, by kind.
//!
//! `TERANG_PERBARUI=1 cargo test --test it mutasi::` writes docs/mutasi.md; without it the report must be up to date.

#![allow(clippy::disallowed_methods)] // Tests build small content folders and write their own report.

use crate::temuan_bantu;

use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use temuan_bantu::content;
use terang::findings::{self, Hasil};
use terang::records::{Baris, Daerah, Jenis, Kumpulan, Nilai, OpdTahun, Pernyataan, Sel};

const BANYAK: usize = 1000;
const BENIH: u64 = 20_251_122;

/// A fixed sequence of numbers, the same on every machine (xorshift).
struct Acak(u64);

impl Acak {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below).expect("small")).expect("small")
    }
}

/// Where a statement's cell stands in the records.
struct Tempat {
    rekaman: Option<i32>,
    bagian: &'static str,
    tabel: usize,
    kunci: Option<String>,
    baris: usize,
    kolom: usize,
}

fn tempat(p: &Pernyataan<'_>) -> Tempat {
    let (kunci, baris) = match p.tempat.baris {
        Baris::Kunci(k) => (Some(k.to_string()), 0),
        Baris::Urutan(n) => (None, n),
        Baris::Tunggal => (None, 0),
    };
    Tempat { rekaman: p.rekaman, bagian: p.tempat.bagian, tabel: p.tempat.tabel, kunci, baris, kolom: p.tempat.kolom }
}

fn sel<'o>(opd: &'o mut OpdTahun, t: &Tempat) -> Option<&'o mut Sel> {
    let record = match t.rekaman {
        Some(year) => Some(opd.rekaman.iter_mut().find(|r| r.tahun == year)?),
        None => None,
    };
    let measured = match (t.bagian, record) {
        ("anggaran", Some(r)) => &mut r.anggaran.tabel,
        ("kinerja", Some(r)) => &mut r.kinerja,
        ("kinerja", None) => &mut opd.opd.kinerja,
        ("tabel", Some(r)) => {
            return r.tabel.get_mut(t.tabel)?.baris.get_mut(t.baris)?.nilai.get_mut(t.kolom)?.as_mut();
        }
        ("tabel", None) => {
            return opd.opd.tabel.get_mut(t.tabel)?.baris.get_mut(t.baris)?.nilai.get_mut(t.kolom)?.as_mut();
        }
        ("pihak_lain", Some(r)) => return r.pihak_lain.get_mut(t.tabel)?.nilai.get_mut(t.kolom)?.1.as_mut(),
        _ => return None,
    };
    let row = measured.get_mut(t.tabel)?.baris.iter_mut().find(|(_, key, _)| Some(key) == t.kunci.as_ref())?;
    row.2.get_mut(t.kolom)?.as_mut()
}

/// What kind of figure a statement is, in the words of the report.
fn jenis(p: &Pernyataan<'_>, kumpulan: &Kumpulan<'_>, opd: &OpdTahun) -> &'static str {
    let tail = p.alamat.rsplit('/').next().unwrap_or_default();
    let head = p.alamat.split('/').nth(2).unwrap_or_default();
    let derived = [
        "serapan",
        "sisa",
        "capaian",
        "hasil",
        "efisiensi",
        "bagian",
        "kenaikan",
        "penurunan",
        "pertumbuhan",
        "selisih",
    ];
    let _ = (kumpulan, opd);
    match p.tempat.bagian {
        "anggaran" if derived.iter().any(|d| tail.starts_with(d)) => "anggaran: angka turunan (serapan, sisa, capaian)",
        "anggaran" if p.jenis() == Jenis::Uang && (head == "total" || head.starts_with("sasaran:")) => {
            "anggaran: jumlah (rupiah)"
        }
        "anggaran" if p.jenis() == Jenis::Uang && tail.starts_with("rencana") => "anggaran: rencana per bulan (rupiah)",
        "anggaran" if p.jenis() == Jenis::Uang => "anggaran: program, kegiatan, sub kegiatan (rupiah)",
        "anggaran" => "anggaran: target dan realisasi fisik, cacah",
        "kinerja" if derived.iter().any(|d| tail.starts_with(d)) => {
            "kinerja: angka turunan (capaian, hasil, efisiensi)"
        }
        "kinerja" if tail.starts_with("target") || tail.starts_with("baseline") => "kinerja: target",
        "kinerja" if tail.starts_with("pembilang") || tail.starts_with("penyebut") => "kinerja: pembilang dan penyebut",
        "kinerja" => "kinerja: realisasi",
        "tabel" => "tabel bebas",
        _ => "pihak lain",
    }
}

/// What is said about an OPD, as comparable text.
fn ucapan(hasil: &Hasil) -> BTreeSet<String> {
    hasil.temuan.iter().map(|t| format!("{} {} {}", t.aturan.kode, t.alamat, t.pesan.id)).collect()
}

#[derive(Default)]
struct Baris2 {
    diubah: usize,
    terikat: usize,
    ditemukan: usize,
    disebut: usize,
}

/// Puts another digit where one stands, in value and print.
fn ubah(sel: &mut Sel, acak: &mut Acak) -> bool {
    let Nilai::Angka(angka) = &mut sel.nilai else { return false };
    let scale = angka.nilai.scale();
    let digits: Vec<char> = angka.nilai.mantissa().unsigned_abs().to_string().chars().collect();
    let at = acak.next(digits.len());
    let old = digits[at].to_digit(10).unwrap_or(0);
    let new = (old + 1 + u32::try_from(acak.next(9)).unwrap_or(0)) % 10;
    let text: String = digits
        .iter()
        .enumerate()
        .map(|(n, d)| if n == at { char::from_digit(new, 10).unwrap_or('0') } else { *d })
        .collect();
    let Ok(mantissa) = text.parse::<i128>() else { return false };
    angka.nilai = Decimal::from_i128_with_scale(mantissa, scale);
    sel.tercetak = angka.nilai.to_string();
    true
}

#[test]
fn mutasi_satu_digit() {
    let content = content();
    let mut base: Vec<(&Daerah, &OpdTahun, BTreeSet<String>)> = Vec::new();
    // Cells that may change: numbers nobody doubts, not part of a finding already.
    let mut pool: Vec<(usize, Tempat, &'static str, bool)> = Vec::new();
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            let kumpulan = Kumpulan::dari(opd);
            let hasil = findings::periksa(daerah, opd, &kumpulan, &content.skala);
            let bound: BTreeSet<usize> = hasil
                .pemeriksaan
                .iter()
                .flat_map(|p| std::iter::once(p.pernyataan).chain(p.masukan.iter().map(|m| m.pernyataan)))
                .collect();
            let dirty: BTreeSet<usize> =
                hasil.temuan.iter().flat_map(|t| t.rujukan.iter().filter_map(|r| r.pernyataan)).collect();
            for (i, p) in kumpulan.semua.iter().enumerate() {
                if p.bukti().is_some() && !dirty.contains(&i) {
                    pool.push((base.len(), tempat(p), jenis(p, &kumpulan, opd), bound.contains(&i)));
                }
            }
            base.push((daerah, opd, ucapan(&hasil)));
        }
    }
    let mut acak = Acak(BENIH);
    let mut table: BTreeMap<&str, Baris2> = BTreeMap::new();
    let mut missed: BTreeMap<String, usize> = BTreeMap::new();
    // Every test run takes a sample; the report takes all.
    let full = std::env::var_os("TERANG_PERBARUI").is_some() || std::env::var_os("TERANG_TAMPIL").is_some();
    for _ in 0..if full { BANYAK } else { 100 } {
        let (which, place, kind, bound) = &pool[acak.next(pool.len())];
        let (daerah, opd, before) = &base[*which];
        let mut changed = (*opd).clone();
        let Some(cell) = sel(&mut changed, place) else { panic!("cell") };
        assert!(ubah(cell, &mut acak));
        let kumpulan = Kumpulan::dari(&changed);
        let hasil = findings::periksa(daerah, &changed, &kumpulan, &content.skala);
        let row = table.entry(kind).or_default();
        row.diubah += 1;
        if !bound {
            continue;
        }
        row.terikat += 1;
        let fresh: Vec<_> = hasil
            .temuan
            .iter()
            .filter(|t| !before.contains(&format!("{} {} {}", t.aturan.kode, t.alamat, t.pesan.id)))
            .collect();
        let own = |t: &&&findings::Temuan| {
            t.rujukan.iter().filter_map(|r| r.pernyataan).any(|i| {
                let q = tempat(&kumpulan.semua[i]);
                (q.rekaman, q.bagian, q.tabel, &q.kunci, q.baris, q.kolom)
                    == (place.rekaman, place.bagian, place.tabel, &place.kunci, place.baris, place.kolom)
            })
        };
        row.ditemukan += usize::from(!fresh.is_empty());
        row.disebut += usize::from(fresh.iter().any(|t| own(&t)));
        if fresh.is_empty() {
            *missed.entry(format!("{kind} {}/{:?} {}", place.bagian, place.kunci, place.kolom)).or_default() += 1;
        }
    }
    let text = laporan(&table, pool.len());
    if std::env::var_os("TERANG_TAMPIL").is_some() {
        println!("{text}\n{missed:#?}");
    }
    let all = table.values().fold((0, 0, 0), |s, r| (s.0 + r.terikat, s.1 + r.ditemukan, s.2 + r.disebut));
    assert!(all.1 * 100 >= all.0 * 90, "found {} of {}", all.1, all.0);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/mutasi.md");
    if std::env::var_os("TERANG_PERBARUI").is_some() {
        std::fs::write(&path, &text).expect("write");
    }
    assert!(path.exists(), "TERANG_PERBARUI=1 cargo test --test it mutasi:: menulis docs/mutasi.md");
}

/// Whole percent, rounded half up.
fn bagian(a: usize, b: usize) -> String {
    if b == 0 { "—".to_string() } else { format!("{}%", (a * 200 + b) / (b * 2)) }
}

fn laporan(table: &BTreeMap<&str, Baris2>, pool: usize) -> String {
    let mut out = format!(
        "# Uji mutasi\n\nSatu digit dari satu angka diubah secara acak, {BANYAK} kali, dengan benih tetap ({BENIH}), pada {pool} angka isi portal \
         yang tidak diragukan dan belum menjadi bagian temuan. *Terikat*: angka itu ikut dalam sedikitnya satu hitungan atau perbandingan. \
         *Ditemukan*: muncul temuan baru. *Disebut*: temuan baru itu menunjuk tepat ke angka yang diubah.\n\n\
         | jenis angka | diubah | terikat | ditemukan | bagian | disebut |\n|---|---:|---:|---:|---:|---:|\n"
    );
    let mut sum = Baris2::default();
    for (kind, r) in table {
        out.push_str(&format!(
            "| {kind} | {} | {} | {} | {} | {} |\n",
            r.diubah,
            r.terikat,
            r.ditemukan,
            bagian(r.ditemukan, r.terikat),
            bagian(r.disebut, r.terikat)
        ));
        sum.diubah += r.diubah;
        sum.terikat += r.terikat;
        sum.ditemukan += r.ditemukan;
        sum.disebut += r.disebut;
    }
    out.push_str(&format!(
        "| **semua** | {} | {} | {} | **{}** | {} |\n\n",
        sum.diubah,
        sum.terikat,
        sum.ditemukan,
        bagian(sum.ditemukan, sum.terikat),
        bagian(sum.disebut, sum.terikat)
    ));
    out.push_str(
        "Yang terlewat ialah perubahan yang tidak mengubah hitungan pada desimal yang tercetak (satu rupiah dari miliaran tidak menggeser \
         persentase dua desimal), dan angka yang hanya ikut dalam jumlah dengan rincian yang tidak lengkap: jumlah seperti itu hanya dapat \
         menguatkan, tidak menyangkal.\n\nLaporan ini ditulis oleh `TERANG_PERBARUI=1 cargo test --test it mutasi::`.\n",
    );
    out
}
