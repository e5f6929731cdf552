//! Capaian: the indicators of a record against their targets, as rows and as a figure.

use super::angka::Angka;
use super::data::{DataOpd, tanggal};
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use crate::measures::{predikat, realisasi_indikator, target_acuan};
use crate::number::percent;
use crate::records::{Indikator, Rekaman, Tingkat};
use rust_decimal::Decimal;
use serde::Serialize;

/// One indicator in one year.
#[derive(Debug, Clone, Serialize)]
pub struct Baris {
    /// Name.
    pub nama: String,
    /// Page of the indicator, from the root.
    pub url: String,
    /// Level in words.
    pub tingkat: &'static str,
    /// Whether it is a main indicator.
    pub iku: bool,
    /// Unit.
    pub satuan: Option<String>,
    /// `naik` or `turun`.
    pub arah: &'static str,
    /// Target it is measured against.
    pub target: Angka,
    /// Which set that target belongs to.
    pub himpunan: String,
    /// Realisasi.
    pub realisasi: Angka,
    /// Letter of the realisasi.
    pub huruf: Option<Angka>,
    /// Computed capaian.
    pub capaian: Angka,
    /// Predikat by the record's scale.
    pub predikat: Option<String>,
    /// How the printed scale decides it: `celah`, `ganda` or nothing.
    pub predikat_catatan: Option<String>,
    #[serde(skip)]
    nilai: Option<Decimal>,
}

/// The indicators that have a realisasi or a target in the record's year.
pub fn baris(d: &DataOpd<'_>, rekaman: &Rekaman) -> Vec<Baris> {
    let mut rows: Vec<(bool, Tingkat, Baris)> = d
        .sumber
        .opd
        .indikator
        .values()
        .filter_map(|def| Some((!def.utama, def.tingkat, satu(d, rekaman, def)?)))
        .collect();
    rows.sort_by_key(|row| (row.0, !row.2.iku, row.1));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn satu(d: &DataOpd<'_>, rekaman: &Rekaman, def: &Indikator) -> Option<Baris> {
    let tahun = rekaman.tahun;
    let realisasi = realisasi_indikator(&d.kumpulan, tahun, &def.kode);
    let target = target_acuan(&d.kumpulan, tahun, &def.kode);
    if realisasi.is_none() && target.is_none() {
        return None;
    }
    let capaian = d.turunan.get(&format!("{tahun}/indikator/{}/capaian-terhitung", def.kode));
    let nilai = capaian.and_then(|t| t.nilai);
    let skala = d.skala(rekaman);
    let kelas = skala.zip(nilai).and_then(|(s, v)| predikat(s, v));
    let himpunan = target.as_ref().and_then(|t| t.utama.alamat.rsplit("target.").next()).unwrap_or_default();
    Some(Baris {
        nama: def.nama.clone(),
        url: format!("{}indikator/{}/", d.alamat(), def.kode),
        tingkat: def.tingkat.kata(),
        iku: def.iku,
        satuan: def.satuan.clone(),
        arah: match def.arah {
            crate::records::Arah::Naik => "naik",
            crate::records::Arah::Turun => "turun",
        },
        target: target.as_ref().map_or_else(|| Angka::kosong("tidak ada target"), |p| Angka::pilihan(d, p)),
        himpunan: himpunan.replace('_', " "),
        realisasi: realisasi.as_ref().map_or_else(|| Angka::kosong("belum dilaporkan"), |p| Angka::pilihan(d, p)),
        huruf: d.kumpulan.indikator(tahun, &def.kode, "huruf").next().map(|p| Angka::tertulis(d, p)),
        capaian: capaian.map_or_else(|| Angka::kosong("belum bisa dihitung"), |t| Angka::terhitung(d, t)),
        predikat: kelas.as_ref().map(|p| p.kelas.nama.clone()),
        predikat_catatan: kelas.as_ref().and_then(|p| {
            if p.celah {
                Some("nilai ini jatuh di celah skala yang tercetak; dibaca menurut catatan skala".to_string())
            } else {
                p.ganda.map(|other| format!("skala yang tercetak juga memuatnya dalam kelas {}", other.nama))
            }
        }),
        nilai,
    })
}

/// Capaian of every indicator against 100% of its target.
pub fn figure(d: &DataOpd<'_>, rekaman: &Rekaman, rows: &[Baris]) -> Option<Figure> {
    let shown: Vec<&Baris> = rows.iter().filter(|r| r.nilai.is_some()).take(16).collect();
    if shown.is_empty() {
        return None;
    }
    let titik = shown
        .iter()
        .map(|r| Titik {
            nilai: r.nilai,
            teks: r.capaian.teks.clone(),
            lengkap: r.capaian.teks.clone(),
            rentang: None,
            catatan: r.predikat.clone(),
        })
        .collect();
    let reached = shown.iter().filter(|r| r.nilai.is_some_and(|v| v >= Decimal::ONE_HUNDRED)).count();
    Some(Figure {
        lang: d.lang,
        kode: "capaian".into(),
        judul: format!("{reached} dari {} indikator mencapai target {}", shown.len(), rekaman.tahun),
        subjudul: format!("Capaian terhadap target, {}, {}", d.nama(), rekaman.tahun),
        kalimat: format!(
            "{reached} dari {} indikator yang bisa dihitung mencapai targetnya pada {}: {}.",
            shown.len(),
            rekaman.tahun,
            shown.iter().map(|r| format!("{} {}", r.nama, r.capaian.teks)).collect::<Vec<_>>().join("; ")
        ),
        bentuk: Bentuk::Batang,
        jenis: JenisFigure::Persen,
        satuan: String::new(),
        kepala: "Indikator".into(),
        kategori: shown.iter().map(|r| r.nama.clone()).collect(),
        deret: vec![Deret { nama: "Capaian".into(), peran: Peran::Realisasi, titik }],
        acuan: Some((Decimal::ONE_HUNDRED, format!("target {}", percent(Decimal::ONE_HUNDRED, 0)))),
        putus: Vec::new(),
        sumber: "Dihitung dari target dan realisasi tiap indikator; rumusnya terbuka pada tiap angka".into(),
        keadaan: format!("Keadaan {}", tanggal(&rekaman.batas_data)),
    })
}
