//! Belum: printed derived figures that nothing could be held against, each with what is missing.

use super::bahan::Bahan;
use super::jenis::{Belum, Hasil};
use super::kata;
use crate::diagnostic::Pesan;
use crate::measures::Halangan;
use crate::pesan;
use crate::records::{Alasan, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// A derived measure and what it is computed from.
const TURUNAN: [(U, &[U]); 7] = [
    (U::Serapan, &[U::Realisasi, U::Pagu]),
    (U::Sisa, &[U::Pagu, U::Realisasi]),
    (U::Capaian, &[U::Realisasi, U::Target]),
    (U::Hasil, &[U::Pembilang, U::Penyebut]),
    (U::Efisiensi, &[]),
    (U::Bagian, &[U::Pagu]),
    (U::Pertumbuhan, &[U::Realisasi]),
];

/// Lists them, in the order of the files.
pub fn semua(b: &Bahan<'_, '_>, hasil: &Hasil) -> Vec<Belum> {
    let checked: BTreeSet<usize> = hasil.pemeriksaan.iter().map(|p| p.pernyataan).collect();
    let told: BTreeSet<usize> =
        hasil.temuan.iter().filter_map(|t| t.rujukan.first().and_then(|r| r.pernyataan)).collect();
    let mut out = Vec::new();
    for (ukuran, from) in TURUNAN {
        for i in 0..b.k.semua.len() {
            let own = b.kolom(i).is_some_and(|k| k.ukuran == ukuran) && b.p(i).nilai().is_some();
            if own && !checked.contains(&i) && !told.contains(&i) {
                let (perihal, alasan) = (kata::perihal(b, i), alasan(b, i, from));
                out.push(Belum { pernyataan: i, perihal, alasan });
            }
        }
    }
    out.sort_by_key(|x| x.pernyataan);
    out
}

fn alasan(b: &Bahan<'_, '_>, i: usize, from: &[U]) -> Pesan {
    if b.p(i).sel.ragu {
        return pesan!("angkanya diragukan saat disalin", "the figure was doubted when it was copied");
    }
    let undeclared = b.p(i).rekaman.and_then(|t| b.rekaman(t)).is_none_or(|r| r.efisiensi.is_none());
    if b.kolom(i).is_some_and(|k| k.ukuran == U::Efisiensi) && undeclared {
        return pesan!(
            "rumus efisiensi laporan itu belum dinyatakan",
            "how the report computes efficiency is not stated"
        );
    }
    for ukuran in from {
        let fits = |j: &usize| {
            b.kolom(*j)
                .is_some_and(|k| k.ukuran == *ukuran || (*ukuran == U::Realisasi && k.ukuran == U::RealisasiFisik))
        };
        let Some(j) = b.sebaris(i).iter().copied().find(fits) else { continue };
        if b.p(j).sel.ragu {
            let name = kata::label(b, j);
            return pesan!("{name} pada baris itu diragukan", "the {name} of its row is doubted", name);
        }
        let (name, printed) = (kata::label(b, j), &b.p(j).sel.tercetak);
        match &b.p(j).sel.nilai {
            Nilai::Kosong(Alasan::TidakTerbaca) => {
                return pesan!("{name} pada baris itu tidak terbaca", "the {name} of its row cannot be read", name);
            }
            Nilai::Kosong(_) => {
                return pesan!(
                    "{name} pada baris itu tidak berisi angka",
                    "the {name} of its row holds no number",
                    name
                );
            }
            Nilai::Angka(_) | Nilai::Durasi(..) => {}
            Nilai::Rentang(..) => {
                return pesan!(
                    "{name} tercetak “{printed}”, rentang dan bukan satu angka",
                    "the {name} is printed “{printed}”, a range and not one number",
                    name
                );
            }
            Nilai::Rasio(..) => {
                return pesan!(
                    "{name} tercetak “{printed}”, rasio dan bukan satu angka",
                    "the {name} is printed “{printed}”, a ratio and not one number",
                    name
                );
            }
            Nilai::Batas(..) => {
                return pesan!(
                    "{name} tercetak “{printed}”, batas dan bukan satu angka",
                    "the {name} is printed “{printed}”, a bound and not one number",
                    name
                );
            }
            _ => {
                return pesan!(
                    "{name} tercetak “{printed}”, bukan satu angka",
                    "the {name} is printed “{printed}”, not one number",
                    name
                );
            }
        }
    }
    let inputs: Vec<usize> =
        from.iter().filter_map(|u| b.pilih(b.sebaris(i), *u).find(|j| b.p(*j).masa == b.p(i).masa)).collect();
    if let [x, y] = inputs.as_slice()
        && b.kolom(i).is_some_and(|k| k.ukuran != U::Hasil)
        && !b.sesatuan(*x, *y)
    {
        return Halangan::Satuan(b.satuan(*x), b.satuan(*y)).kata();
    }
    let below = |j: &usize| b.bukti(*j).is_some_and(|v| v < Decimal::ZERO);
    if let [_, target] = inputs.as_slice()
        && b.kolom(i).is_some_and(|k| k.ukuran == U::Capaian)
        && below(target)
    {
        return pesan!(
            "targetnya di bawah nol: tidak ada rasio terhadapnya",
            "its target is below zero: there is no ratio to it"
        );
    }
    if inputs.len() == 2 && inputs.iter().any(|j| b.bukti(*j).is_some_and(|v| v.is_zero())) {
        return pesan!("salah satu masukannya nol", "one of its inputs is zero");
    }
    if inputs.len() == 2 && b.kolom(i).is_some_and(|k| k.himpunan.is_none()) {
        return pesan!(
            "masukannya tercetak terlalu bulat: hampir setiap hasil masuk dalam pembulatannya",
            "its inputs are printed so rounded that nearly every result lies within their rounding"
        );
    }
    let names: Vec<Pesan> = from.iter().map(|u| Pesan::sama(u.kata())).collect();
    if names.is_empty() {
        return pesan!("masukannya tidak ada di portal ini", "its inputs are not in this portal");
    }
    let names = kata::bersama(&names);
    pesan!(
        "masukannya ({names}) tidak tercetak pada baris itu dan tidak ada di portal ini untuk masa yang sama",
        "its inputs ({names}) are not printed in its row and not in this portal for the same period",
        names
    )
}
