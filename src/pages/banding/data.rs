//! The values as data for the picking script and for whoever reads JSON: small keys, exact decimals as text.

use super::baris::{baris, kelas};
use super::berhalaman;
use crate::comparisons::{Banding, BandingPadanan, DaerahBanding, Pemilik};
use crate::number::Lang;
use crate::pages::kalimat::{self, nama};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What the script needs to pick kabupaten, year and padanan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataBanding {
    /// Kabupaten with their names.
    pub daerah: Vec<Kode>,
    /// Padanan with name, unit and page.
    pub padanan: Vec<PadananData>,
    /// Years with any value.
    pub tahun: Vec<i32>,
    /// The year most padanan show first, the latest of such; none without any value.
    pub tahun_utama: Option<i32>,
    /// Values.
    pub nilai: Vec<NilaiData>,
}

/// A code with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kode {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
}

/// A padanan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PadananData {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Unit.
    pub satuan: Option<String>,
    /// Years with a page of their own.
    pub halaman: Vec<i32>,
}

/// One value. Two values of one padanan and year with the same `k` may be compared, others may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NilaiData {
    /// Padanan.
    pub p: String,
    /// Daerah.
    pub d: String,
    /// OPD.
    pub o: Option<String>,
    /// Its name, where agencies stand beside each other.
    pub n: Option<String>,
    /// Year.
    pub t: i32,
    /// As shown.
    pub teks: String,
    /// Exact decimal.
    pub nilai: String,
    /// Class of its relation.
    pub kelas: &'static str,
    /// Group.
    pub k: Option<usize>,
    /// Remarks and reasons.
    pub alasan: Vec<String>,
    /// Page that accounts for it, from the root.
    pub asal: String,
}

/// Everything about the given kabupaten.
pub fn data_portal(lang: Lang, banding: &Banding, daerah: &[&DaerahBanding]) -> DataBanding {
    let codes: BTreeSet<&str> = daerah.iter().map(|d| d.kode.as_str()).collect();
    let nilai: Vec<NilaiData> =
        banding.padanan.values().flat_map(|p| nilai(lang, p, &|kode| codes.contains(kode))).collect();
    susun(lang, banding, daerah, nilai)
}

/// The published files: `banding/data/daerah.json` lists kabupaten and padanan, `banding/data/<daerah>.json` holds the
/// values of one kabupaten, so that picking two of 514 loads two small files.
pub fn berkas(lang: Lang, banding: &Banding) -> Vec<(String, Vec<u8>)> {
    let all: Vec<&DaerahBanding> = banding.daerah.iter().collect();
    let years: BTreeSet<i32> = banding.padanan.values().flat_map(|p| p.tahun.keys().copied()).collect();
    let index = DataBanding { tahun: years.into_iter().collect(), ..susun(lang, banding, &all, Vec::new()) };
    let mut per_daerah: BTreeMap<&str, Vec<NilaiData>> =
        banding.daerah.iter().map(|d| (d.kode.as_str(), Vec::new())).collect();
    for p in banding.padanan.values() {
        for n in nilai(lang, p, &|_| true) {
            if let Some(own) = per_daerah.get_mut(n.d.as_str()) {
                own.push(n);
            }
        }
    }
    let mut out = vec![("banding/data/daerah.json".to_string(), bytes(&index))];
    out.extend(per_daerah.into_iter().map(|(kode, list)| (format!("banding/data/{kode}.json"), bytes(&list))));
    out
}

/// The short name of the agency, and what the value is about, where either must be said.
pub fn nama_opd(p: &Pemilik) -> Option<String> {
    let opd = p.singkatan.clone().filter(|_| p.sebut_opd);
    match (opd, &p.perihal) {
        (Some(opd), Some(perihal)) => Some(format!("{opd}, {perihal}")),
        (opd, perihal) => opd.or_else(|| perihal.as_deref().map(str::to_string)),
    }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

/// JSON that may stand inside a `script` element: no `<` can close it.
pub fn json_dalam_html(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default().replace('<', "\\u003c")
}

fn susun(lang: Lang, banding: &Banding, daerah: &[&DaerahBanding], nilai: Vec<NilaiData>) -> DataBanding {
    let years: BTreeSet<i32> = nilai.iter().map(|n| n.t).collect();
    let padanan = banding.padanan.values().filter(|p| !p.tahun.is_empty()).map(|p| PadananData {
        kode: p.padanan.kode.clone(),
        nama: kalimat::banding::nama(lang, &p.padanan).to_string(),
        satuan: p.padanan.satuan.clone(),
        halaman: p.tahun.values().filter(|t| berhalaman(p, t)).map(|t| t.tahun).collect(),
    });
    let listed = banding.daerah.iter().filter(|d| daerah.iter().any(|own| own.kode == d.kode));
    DataBanding {
        daerah: listed
            .map(|d| Kode { kode: d.kode.clone(), nama: nama::daerah(&d.nama, d.kembar).to_string() })
            .collect(),
        padanan: padanan.collect(),
        tahun: years.into_iter().collect(),
        tahun_utama: tahun_utama(banding),
        nilai,
    }
}

fn tahun_utama(banding: &Banding) -> Option<i32> {
    let mut often: BTreeMap<i32, usize> = BTreeMap::new();
    let main = banding.padanan.values().filter_map(BandingPadanan::tahun_utama);
    main.for_each(|t| *often.entry(t.tahun).or_default() += 1);
    often.into_iter().max_by_key(|(tahun, n)| (*n, *tahun)).map(|(tahun, _)| tahun)
}

fn nilai(lang: Lang, p: &BandingPadanan, ikut: &dyn Fn(&str) -> bool) -> Vec<NilaiData> {
    let own = p.semua().filter(|a| a.nilai.tangan_kedua.is_none() && ikut(&a.nilai.pemilik.daerah));
    own.map(|a| {
        let row = baris(lang, &p.padanan, None, a);
        NilaiData {
            p: p.padanan.kode.clone(),
            d: row.daerah,
            o: row.opd,
            n: nama_opd(&a.nilai.pemilik),
            t: row.tahun,
            teks: row.teks,
            nilai: row.mentah,
            kelas: kelas(a),
            k: row.kelompok,
            alasan: row.alasan,
            asal: row.asal,
        }
    })
    .collect()
}
