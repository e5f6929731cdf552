//! The figures of a padanan: strip of a year, small multiples through the years, capaian against serapan.

use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, CapaianSerapan};
use crate::number::Lang;
use crate::number::{percent, rupiah_short};
use crate::pages::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use crate::pages::kalimat::{banding as kalimat, nama_pendek, nilai, tanggal};
use crate::records::Padanan;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Where the numbers of a comparison come from.
const SUMBER: &str = "Laporan masing-masing daerah; dokumen dan letak tiap angka tercantum pada tabelnya";

fn jenis(padanan: &Padanan) -> (Jenis, String) {
    match padanan.satuan.as_deref() {
        Some("%" | "persen") => (Jenis::Persen, String::new()),
        Some("Rp" | "rupiah") => (Jenis::Rupiah, String::new()),
        Some(unit) => (Jenis::Angka, unit.to_string()),
        None => (Jenis::Angka, String::new()),
    }
}

fn titik(padanan: &Padanan, a: &Anggota) -> Titik {
    let n = &a.nilai;
    let unit = kalimat::satuan(padanan, n);
    let text = nilai(n.besaran.utama, n.desimal, unit);
    let catatan = match &n.tangan_kedua {
        Some(oleh) => Some(format!("dikutip laporan {}", nama_pendek(&oleh.nama))),
        None if n.hari_batas() != "12-31" => Some(format!("sampai {}", tanggal(&n.batas_data))),
        None => None,
    };
    Titik {
        nilai: Some(n.besaran.utama),
        lengkap: kalimat::teks(padanan, n),
        teks: text,
        rentang: n.besaran.rentang(),
        catatan,
    }
}

fn kosong() -> Titik {
    Titik { nilai: None, teks: "—".into(), lengkap: "—".into(), rentang: None, catatan: None }
}

/// `Keadaan 31 Desember 2024`, or that the cut-offs differ.
fn keadaan<'a>(batas: impl Iterator<Item = &'a str>) -> String {
    let mut days: Vec<&str> = batas.collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => String::new(),
        [one] => format!("Keadaan {}", tanggal(one)),
        _ => "Batas data berbeda, lihat tabel".to_string(),
    }
}

/// One dot per kabupaten of the group, the highest first; nothing of fewer than two.
pub fn strip(p: &BandingPadanan, t: &BandingTahun, provinsi: Option<&str>) -> Option<Figure> {
    let mut list: Vec<&Anggota> = t.sebanding().filter(|a| ikut(a, provinsi)).collect();
    if list.len() < 2 {
        return None;
    }
    list.sort_by(|a, b| {
        b.nilai
            .besaran
            .utama
            .cmp(&a.nilai.besaran.utama)
            .then_with(|| a.nilai.pemilik.kunci().cmp(&b.nilai.pemilik.kunci()))
    });
    // Hundreds of ranges would double the page; they stand on the pages of the provinces.
    let banyak = list.len() > super::TERBANYAK;
    let point = |a: &Anggota| {
        let full = titik(&p.padanan, a);
        if banyak { Titik { lengkap: full.teks.clone(), rentang: None, ..full } } else { full }
    };
    let (jenis, satuan) = jenis(&p.padanan);
    let unit = p.padanan.satuan.as_deref().unwrap_or("");
    let acuan = t.sebaran.map(|s| (s.median, format!("median {}", nilai(s.median, 2, unit))));
    Some(Figure {
        lang: Lang::Id,
        kode: format!("banding-{}-{}", p.padanan.kode, t.tahun),
        judul: format!("{}, {}", p.padanan.nama.id, t.tahun),
        subjudul: subjudul(&p.padanan, provinsi),
        kalimat: kalimat::tahun(&p.padanan, t),
        bentuk: Bentuk::Strip,
        jenis,
        satuan,
        kepala: "Daerah".into(),
        kategori: list.iter().map(|a| nama_pendek(&a.nilai.pemilik.nama).to_string()).collect(),
        deret: vec![Deret {
            nama: p.padanan.nama.id.clone(),
            peran: Peran::Realisasi,
            titik: list.iter().copied().map(point).collect(),
        }],
        acuan,
        putus: Vec::new(),
        sumber: SUMBER.into(),
        keadaan: keadaan(list.iter().map(|a| a.nilai.batas_data.as_str())),
    })
}

fn subjudul(padanan: &Padanan, provinsi: Option<&str>) -> String {
    let unit = match padanan.satuan.as_deref() {
        Some("%") => "persen",
        Some(other) => other,
        None => "nilai",
    };
    let place = provinsi.map_or_else(|| "daerah yang setara".to_string(), |p| format!("daerah yang setara di {p}"));
    format!("Dalam {unit}, {place}")
}

/// Whether a value belongs on the page of a province.
pub fn ikut(a: &Anggota, provinsi: Option<&str>) -> bool {
    provinsi.is_none_or(|p| super::nama_provinsi(a.nilai.pemilik.provinsi.as_deref()) == p)
}

/// One small line chart per kabupaten on one scale; nothing while nobody has two years.
pub fn kecil(p: &BandingPadanan, provinsi: Option<&str>) -> Option<Figure> {
    let mut series: BTreeMap<(&str, &str), BTreeMap<i32, &Anggota>> = BTreeMap::new();
    for t in p.tahun.values() {
        for a in t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none() && ikut(a, provinsi)) {
            let key = (a.nilai.pemilik.daerah.as_str(), a.nilai.pemilik.nama.as_str());
            series.entry(key).or_default().insert(t.tahun, a);
        }
    }
    // Part of a year is no point of a yearly line: a fall that is only an earlier cut-off would be drawn as a fall.
    series.retain(|_, years| years.values().filter(|a| setahun(a)).count() > 1);
    let first = series.values().filter_map(|y| y.keys().next()).min().copied()?;
    let last = series.values().filter_map(|y| y.keys().next_back()).max().copied()?;
    let (jenis, satuan) = jenis(&p.padanan);
    let years: Vec<i32> = (first..=last).collect();
    let parts: Vec<String> = series.iter().map(|((_, nama), y)| perjalanan(&p.padanan, nama, y)).take(8).collect();
    let rest = series.len().saturating_sub(parts.len());
    let more = if rest > 0 { format!(" {rest} daerah lain ada pada tabel.") } else { String::new() };
    Some(Figure {
        lang: Lang::Id,
        kode: format!("tren-{}", p.padanan.kode),
        judul: format!("{} dari tahun ke tahun", p.padanan.nama.id),
        subjudul: "Satu skala untuk semua daerah; dibaca per daerah, bukan sebagai peringkat".into(),
        kalimat: format!("{}{more}", parts.join(" ")),
        bentuk: Bentuk::Kecil,
        jenis,
        satuan,
        kepala: "Tahun".into(),
        kategori: years.iter().map(ToString::to_string).collect(),
        deret: series
            .iter()
            .map(|((_, nama), y)| Deret {
                nama: nama_pendek(nama).to_string(),
                peran: Peran::Realisasi,
                titik: years
                    .iter()
                    .map(|t| match y.get(t) {
                        Some(a) if setahun(a) => titik(&p.padanan, a),
                        Some(a) => Titik { nilai: None, rentang: None, ..titik(&p.padanan, a) },
                        None => kosong(),
                    })
                    .collect(),
            })
            .collect(),
        acuan: None,
        putus: Vec::new(),
        sumber: SUMBER.into(),
        keadaan: keadaan(series.values().filter_map(|y| y.values().next_back()).map(|a| a.nilai.batas_data.as_str())),
    })
}

/// Whether a value covers its whole year.
fn setahun(a: &Anggota) -> bool {
    a.nilai.hari_batas() == "12-31"
}

/// `Blitar: 96,70% (2022), 95,37% (2023), 95,39% (2024).`
fn perjalanan(padanan: &Padanan, nama: &str, years: &BTreeMap<i32, &Anggota>) -> String {
    let part = |t: &i32, a: &Anggota| {
        let when = if setahun(a) { t.to_string() } else { format!("sampai {}", tanggal(&a.nilai.batas_data)) };
        format!("{} ({when})", kalimat::teks(padanan, &a.nilai))
    };
    let parts: Vec<String> = years.iter().map(|(t, a)| part(t, a)).collect();
    format!("{}: {}.", nama_pendek(nama), parts.join(", "))
}

/// Capaian against serapan, each kabupaten against its own target and its own pagu.
pub fn kuadran(p: &BandingPadanan, list: &[&CapaianSerapan], tahun: i32) -> Option<Figure> {
    if list.len() < 2 {
        return None;
    }
    let point = |v: Decimal, lengkap: String, batas: &str| Titik {
        nilai: Some(v),
        teks: percent(v, 2),
        lengkap,
        rentang: None,
        catatan: (!batas.ends_with("-12-31")).then(|| format!("sampai {}", tanggal(batas))),
    };
    let label = |c: &CapaianSerapan| nama_pendek(&c.pemilik.nama).to_string();
    let parts: Vec<String> = list
        .iter()
        .take(8)
        .map(|c| {
            let (real, pagu) = (rupiah_short(c.realisasi), rupiah_short(c.pagu));
            format!(
                "{} capaian {}, serapan {} ({real} dari {pagu})",
                label(c),
                percent(c.capaian, 2),
                percent(c.serapan, 2)
            )
        })
        .collect();
    let rest = list.len().saturating_sub(parts.len());
    let more = if rest > 0 { format!(" {rest} daerah lain ada pada tabel.") } else { String::new() };
    Some(Figure {
        lang: Lang::Id,
        kode: format!("kuadran-{}", p.padanan.kode),
        judul: format!("Capaian di samping serapan, {tahun}"),
        subjudul: format!("{}: capaian terhadap target sendiri, serapan program yang melayaninya", p.padanan.nama.id),
        kalimat: format!("{}.{more}", parts.join("; ")),
        bentuk: Bentuk::Kuadran,
        jenis: Jenis::Persen,
        satuan: String::new(),
        kepala: "Daerah".into(),
        kategori: list.iter().copied().map(label).collect(),
        deret: vec![
            Deret {
                nama: "Capaian".into(),
                peran: Peran::Lain,
                titik: list.iter().map(|c| point(c.capaian, percent(c.capaian, 2), &c.batas_data)).collect(),
            },
            Deret {
                nama: "Serapan".into(),
                peran: Peran::Lain,
                titik: list
                    .iter()
                    .map(|c| {
                        let (real, pagu) = (rupiah_short(c.realisasi), rupiah_short(c.pagu));
                        point(c.serapan, format!("{} ({real} dari {pagu})", percent(c.serapan, 2)), &c.batas_data)
                    })
                    .collect(),
            },
        ],
        acuan: Some((Decimal::ONE_HUNDRED, "100%".into())),
        putus: Vec::new(),
        sumber: SUMBER.into(),
        keadaan: keadaan(list.iter().map(|c| c.batas_data.as_str())),
    })
}
