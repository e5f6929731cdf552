//! The bars of the cells of `/banding/`: from zero to the largest of their row.

use super::grafik;
use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, DaerahBanding};
use crate::number::Lang;
use crate::pages::figure::{Bentuk, Deret, Figure, Peran};
use crate::pages::kalimat::banding as kalimat;
use rust_decimal::Decimal;

/// Whether a value is drawn: it and another are counted, none is below zero, and it is one value.
pub(super) fn berbatang(t: &BandingTahun, a: &Anggota) -> bool {
    let drawn = |a: &Anggota| a.dihitung && a.nilai.besaran.rentang().is_none();
    let negative = t.anggota.iter().any(|a| drawn(a) && a.nilai.besaran.utama < Decimal::ZERO);
    drawn(a) && t.n() > 1 && !negative && t.anggota.iter().any(|a| drawn(a) && !a.nilai.besaran.utama.is_zero())
}

/// The code of its bar.
pub(super) fn kode_batang(padanan: &str, a: &Anggota) -> String {
    let p = &a.nilai.pemilik;
    format!("batang-{padanan}-{}-{}", p.daerah, p.opd.as_deref().unwrap_or_default())
}

/// The bars of a row: every value that counts, from zero to the largest.
pub(super) fn batang(lang: Lang, p: &BandingPadanan, daerah: &[&DaerahBanding]) -> Vec<Figure> {
    let Some(t) = p.tahun_utama() else { return Vec::new() };
    let drawn = || t.anggota.iter().filter(|a| berbatang(t, a));
    let Some(most) = drawn().map(|a| a.nilai.besaran.utama).max() else { return Vec::new() };
    let (jenis, satuan) = grafik::jenis(lang, &p.padanan);
    let nama = kalimat::nama(lang, &p.padanan).to_string();
    let of = |a: &Anggota| {
        let deret = |peran, nilai| Deret { nama: nama.clone(), peran, titik: vec![grafik::satu(nilai)] };
        Figure {
            lang,
            kode: kode_batang(&p.padanan.kode, a),
            judul: nama.clone(),
            subjudul: String::new(),
            kalimat: String::new(),
            bentuk: Bentuk::Kemajuan,
            jenis,
            satuan: satuan.clone(),
            kepala: String::new(),
            kategori: vec![nama.clone()],
            deret: vec![deret(Peran::Keseluruhan, most), deret(Peran::Realisasi, a.nilai.besaran.utama)],
            acuan: None,
            sebaran: None,
            putus: Vec::new(),
            sumber: String::new(),
            keadaan: String::new(),
        }
    };
    drawn().filter(|a| daerah.iter().any(|d| d.kode == a.nilai.pemilik.daerah)).map(of).collect()
}
