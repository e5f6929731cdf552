//! Capaian: the indicators of a record against their targets, as rows and as a figure.

use super::angka::Angka;
use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::kata;
use crate::measures::{predikat, realisasi_indikator, target_acuan};
use crate::records::{Indikator, Rekaman, Tingkat};
use crate::teks;
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
    pub tingkat: String,
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
    let (lang, tahun) = (d.lang, rekaman.tahun);
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
        tingkat: kata::tingkat(d.lang, def.tingkat),
        iku: def.iku,
        satuan: def.satuan.clone(),
        arah: match def.arah {
            crate::records::Arah::Naik => "naik",
            crate::records::Arah::Turun => "turun",
        },
        target: target
            .as_ref()
            .map_or_else(|| Angka::kosong(lang.pilih("tidak ada target", "no target")), |p| Angka::pilihan(d, p)),
        himpunan: kata::himpunan(lang, himpunan),
        realisasi: realisasi.as_ref().map_or_else(
            || Angka::kosong(kata::alasan(lang, crate::records::Alasan::TidakTercetak)),
            |p| Angka::pilihan(d, p),
        ),
        huruf: d.kumpulan.indikator(tahun, &def.kode, "huruf").next().map(|p| Angka::tertulis(d, p)),
        capaian: capaian.map_or_else(
            || Angka::kosong(lang.pilih("belum bisa dihitung", "not computable yet")),
            |t| Angka::terhitung(d, t),
        ),
        predikat: kelas.as_ref().map(|p| p.kelas.nama.clone()),
        predikat_catatan: kelas.as_ref().and_then(|p| {
            if p.celah {
                Some(teks!(
                    lang,
                    "nilai ini jatuh di celah skala yang tercetak; dibaca menurut catatan skala",
                    "this value falls into a gap of the printed scale; read by the remark on the scale"
                ))
            } else {
                p.ganda.map(|other| {
                    let nama = &other.nama;
                    teks!(
                        lang,
                        "skala yang tercetak juga memuatnya dalam kelas {nama}",
                        "the printed scale also puts it into the class {nama}"
                    )
                })
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
    let (lang, n, tahun, nama) = (d.lang, shown.len(), rekaman.tahun, d.nama());
    let each = shown.iter().map(|r| format!("{} {}", r.nama, r.capaian.teks)).collect::<Vec<_>>().join("; ");
    let full = lang.percent(Decimal::ONE_HUNDRED, 0);
    Some(Figure {
        lang: d.lang,
        kode: "capaian".into(),
        judul: teks!(
            lang,
            "{reached} dari {n} indikator mencapai target {tahun}",
            "{reached} of {n} indicators reached the {tahun} target"
        ),
        subjudul: teks!(
            lang,
            "Capaian terhadap target, {nama}, {tahun}",
            "Achievement against target, {nama}, {tahun}"
        ),
        kalimat: teks!(
            lang,
            "{reached} dari {n} indikator yang bisa dihitung mencapai targetnya pada {tahun}: {each}.",
            "{reached} of {n} computable indicators reached their target in {tahun}: {each}."
        ),
        bentuk: Bentuk::Batang,
        jenis: JenisFigure::Persen,
        satuan: String::new(),
        kepala: lang.pilih("Indikator", "Indicator").into(),
        kategori: shown.iter().map(|r| r.nama.clone()).collect(),
        deret: vec![Deret { nama: lang.pilih("Capaian", "Achievement").into(), peran: Peran::Realisasi, titik }],
        acuan: Some((Decimal::ONE_HUNDRED, format!("target {full}"))),
        sebaran: None,
        putus: Vec::new(),
        sumber: teks!(
            lang,
            "Dihitung dari target dan realisasi tiap indikator; rumusnya terbuka pada tiap angka",
            "Computed from target and actual of each indicator; each figure opens its formula"
        ),
        keadaan: d.keadaan(&rekaman.batas_data),
    })
}
