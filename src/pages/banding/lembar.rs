//! The table of a comparison to take away: the values on the axis, then those beside it, with the exact numbers.

use super::baris::baris;
use super::padanan::skala_padanan;
use crate::comparisons::{Anggota, BandingPadanan, NilaiBanding};
use crate::number::{Lang, Satuan};
use crate::pages::kalimat::banding as kalimat;
use crate::pages::lembar::Lembar;
use crate::records::{Padanan, Skala};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the file below the page of its padanan.
pub const BERKAS: &str = "banding.csv";

const KEPALA: [&str; 23] = [
    "daerah",
    "nama_kabupaten_kota",
    "kemendagri_kode_kabupaten_kota",
    "opd",
    "nama_opd",
    "tahun",
    "nilai",
    "terendah",
    "tertinggi",
    "satuan",
    "huruf",
    "target",
    "pembilang",
    "penyebut",
    "terhitung_persen",
    "rumus",
    "tahap_pagu",
    "keadaan",
    "kedudukan",
    "alasan",
    "dikutip_dari_laporan",
    "sumber",
    "alamat",
];

/// The values of all years, the newest year first; in each the highest first, then those beside the axis.
pub fn semua(lang: Lang, p: &BandingPadanan, skala: &BTreeMap<String, Skala>) -> Option<Lembar> {
    let skala = skala_padanan(p, skala);
    let list = p.tahun.values().rev().flat_map(|t| {
        let mut order: Vec<&Anggota> = t.sebanding().collect();
        order.sort_by(|a, b| {
            let (x, y) = (&a.nilai, &b.nilai);
            y.besaran.utama.cmp(&x.besaran.utama).then_with(|| x.pemilik.kunci().cmp(&y.pemilik.kunci()))
        });
        order.extend(t.tidak_setara());
        order
    });
    let exact = |v: Option<Decimal>| v.map(|v| v.normalize().to_string()).unwrap_or_default();
    let rows: Vec<Vec<String>> = list
        .map(|a| {
            let (n, shown) = (&a.nilai, baris(lang, &p.padanan, skala, a));
            let range = n.besaran.rentang();
            vec![
                shown.daerah,
                n.pemilik.nama.clone(),
                n.pemilik.kode_kemendagri.clone().unwrap_or_default(),
                n.pemilik.opd.clone().unwrap_or_default(),
                n.pemilik.nama_opd.clone().unwrap_or_default(),
                shown.tahun.to_string(),
                shown.mentah,
                exact(range.map(|r| r.0)),
                exact(range.map(|r| r.1)),
                satuan(&p.padanan, n),
                shown.huruf.unwrap_or_default(),
                exact(n.target),
                exact(n.pembilang),
                exact(n.penyebut),
                exact(n.terhitung.filter(|_| n.rumus.seratus()).map(|v| crate::number::round(v, 10))),
                shown.rumus.unwrap_or_default(),
                shown.tahap.unwrap_or_default().to_string(),
                n.batas_data.to_string(),
                shown.kedudukan.to_string(),
                shown.alasan.join(" "),
                shown.tangan_kedua.unwrap_or_default(),
                shown.sumber,
                shown.alamat,
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| Lembar {
        berkas: BERKAS.into(),
        kepala: KEPALA.map(str::to_string).to_vec(),
        baris: rows,
    })
}

/// The unit of a value: that of the padanan, or its own where it is another one.
fn satuan(padanan: &Padanan, n: &NilaiBanding) -> String {
    let own = kalimat::satuan(padanan, n);
    let same = |unit: &&str| Satuan::baca(unit) == Satuan::baca(own);
    padanan.satuan.as_deref().filter(same).unwrap_or(own).to_string()
}
