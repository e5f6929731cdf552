//! Findings: every printed figure held against its recomputation, every fact against its other statements.
//!
//! `aturan` holds the rules, one a file. `periksa` runs them over one OPD and hands on all checks (agreeing ones too:
//! pages show where a figure comes from) and all findings, in an order that depends on nothing but the content.

mod arah;
mod aturan;
mod bahan;
mod baris_kurang;
mod baris_lebih;
mod belum;
mod bertingkat;
mod berulang;
mod bobot;
mod calon;
mod gabung;
mod dukungan;
mod golong;
mod himpun;
mod identitas;
mod ikutan;
mod jenis;
mod json;
mod jumlah;
mod kata;
mod kelengkapan;
mod kelompok;
mod kumulatif;
mod nilaian;
mod operasi;
mod pengganti;
mod rambat;
mod rata;
mod saksi;
mod salinan;
mod satuan;
mod sama;
mod sebab;
mod sefakta;
mod selang;
mod sengketa;
mod subjumlah;
mod tabel;
mod temuan;
mod terusan;
mod tukar;
mod uji;
mod usul;

pub use aturan::{SEMUA as ATURAN, aturan};
pub use jenis::{
    Akibat, Aturan, Basis, Belum, Bobot, Cacah, Golongan, Hasil, HasilUji, Masukan, Pemeriksaan, Rujukan, Sifat, Temuan,
};
pub use json::{dump, laporan};
pub use kelengkapan::{ButirKelengkapan, DASAR as DASAR_KELENGKAPAN, Kelengkapan};
pub use usul::{Usul, usul};

use crate::records::{Daerah, Kumpulan, OpdTahun, Skala};
use bahan::Bahan;
use std::collections::BTreeMap;

/// Checks everything one OPD has printed.
pub fn periksa(daerah: &Daerah, source: &OpdTahun, kumpulan: &Kumpulan<'_>, skala: &BTreeMap<String, Skala>) -> Hasil {
    let bahan = Bahan::new(daerah, source, kumpulan, skala);
    let mut hasil = Hasil::default();
    for lanjutan in [false, true] {
        for rule in ATURAN.iter().filter(|a| a.lanjutan == lanjutan) {
            (rule.periksa)(&bahan, &mut hasil);
        }
    }
    sebab::semua(&bahan, &mut hasil);
    if let Some(rule) = aturan("baris-hilang") {
        baris_kurang::semua(&bahan, &hasil.pemeriksaan, rule, &mut hasil.temuan);
    }
    gabung::semua(&bahan, &hasil.pemeriksaan, &mut hasil.temuan);
    terusan::semua(&bahan, &mut hasil);
    dukungan::semua(&bahan, &mut hasil.temuan);
    for t in &mut hasil.temuan {
        if let Some(i) = t.tempat().and_then(|r| r.pernyataan) {
            t.utuh = kata::utuh(&bahan, i, &t.pesan);
        }
        for a in &mut t.akibat {
            if let Some(i) = a.pernyataan {
                a.pesan = kata::utuh(&bahan, i, &a.pesan);
            }
        }
    }
    sengketa::tandai(&bahan, &mut hasil);
    hasil.belum = belum::semua(&bahan, &hasil);
    hasil.kelengkapan = kelengkapan::semua(&bahan);
    hasil.pemeriksaan.sort_by(|a, b| (&a.alamat, a.pernyataan, a.aturan).cmp(&(&b.alamat, b.pernyataan, b.aturan)));
    hasil.temuan.sort_by(|a, b| {
        let key = |t: &Temuan| (std::cmp::Reverse(t.tahun), t.tingkat, t.rujukan.first().and_then(|r| r.pernyataan));
        (key(a), &a.alamat, a.aturan.kode).cmp(&(key(b), &b.alamat, b.aturan.kode))
    });
    hasil
}
