//! The figures of a padanan: strip of a year, small multiples through the years, capaian against serapan.

use crate::comparisons::{Anggota, BandingPadanan, BandingTahun, CapaianSerapan, NilaiBanding, Sebaran};
use crate::number::Lang;
use crate::pages::data::keadaan as keadaan_satu;
use crate::pages::figure::{Bentuk, Deret, Figure, Jenis, Peran, SebaranFigure, Titik};
use crate::pages::kalimat::nama::{besaran, cacah, pemilik};
use crate::pages::kalimat::{banding as kalimat, nilai, satuan as kata_satuan};
use crate::records::{BatasData, Padanan};
use crate::teks;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Where the numbers of a comparison come from.
fn sumber(lang: Lang) -> String {
    teks!(
        lang,
        "Laporan masing-masing daerah; dokumen dan letak tiap angka tercantum pada tabelnya",
        "The reports of the regions; the table names document and place of each figure"
    )
}

pub(super) fn jenis(lang: Lang, padanan: &Padanan) -> (Jenis, String) {
    match padanan.satuan.as_deref() {
        Some("%" | "persen") => (Jenis::Persen, String::new()),
        Some("Rp" | "rupiah") => (Jenis::Rupiah, String::new()),
        Some(unit) => (Jenis::Angka, kata_satuan(lang, unit)),
        None => (Jenis::Angka, String::new()),
    }
}

pub(super) fn titik(lang: Lang, padanan: &Padanan, a: &Anggota) -> Titik {
    let n = &a.nilai;
    let unit = kalimat::satuan(padanan, n);
    let text = nilai(lang, n.besaran.utama, n.desimal, unit);
    let catatan = match &n.tangan_kedua {
        Some(oleh) => {
            let oleh = pemilik(oleh);
            Some(teks!(lang, "dikutip laporan {oleh}", "quoted by the report of {oleh}"))
        }
        None => masa(lang, n),
    };
    let doubt =
        (n.dipersoalkan && n.besaran.rentang().is_none()).then(|| lang.pilih("dipersoalkan", "in dispute").to_string());
    let ours = n.hitungan.is_some().then(|| lang.pilih("dihitung", "computed").to_string());
    let all: Vec<String> = [catatan, ours, doubt].into_iter().flatten().collect();
    let catatan = (!all.is_empty()).then(|| all.join(", "));
    Titik {
        nilai: Some(n.besaran.utama),
        lengkap: besaran(lang, n.besaran, n.desimal, unit),
        teks: text,
        rentang: n.besaran.rentang(),
        catatan,
        jenjang: None,
    }
}

/// `baru 9 bulan, sampai 30 September 2025`
fn masa(lang: Lang, n: &NilaiBanding) -> Option<String> {
    let (masa, sampai) = (kalimat::masa(lang, n)?, sampai(lang, n.batas_data));
    Some(if masa == sampai { sampai } else { format!("{masa}, {sampai}") })
}

/// `sampai 30 September 2025`
fn sampai(lang: Lang, batas: BatasData) -> String {
    let tanggal = batas.kata(lang);
    teks!(lang, "sampai {tanggal}", "to {tanggal}")
}

/// What the rows of a chart are.
fn kepala(lang: Lang, sebut_opd: bool) -> &'static str {
    if sebut_opd { lang.pilih("OPD", "Agency") } else { lang.pilih("Daerah", "Region") }
}

/// A value without words, for a bar whose cell says it.
pub(super) fn satu(nilai: Decimal) -> Titik {
    Titik { nilai: Some(nilai), ..kosong() }
}

fn kosong() -> Titik {
    Titik { nilai: None, teks: "—".into(), lengkap: "—".into(), rentang: None, catatan: None, jenjang: None }
}

/// `Keadaan 31 Desember 2024`, or that the cut-offs differ.
fn keadaan(lang: Lang, batas: impl Iterator<Item = BatasData>) -> String {
    let mut days: Vec<BatasData> = batas.collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => String::new(),
        [one] => keadaan_satu(lang, *one),
        _ => teks!(lang, "Batas data berbeda, lihat tabel", "Cut-offs differ, see the table"),
    }
}

/// One dot per kabupaten of the group, the highest first, then a hollow one of the neighbouring year for those without a
/// figure, where the padanan tolerates that; nothing of fewer than two.
pub fn strip(lang: Lang, p: &BandingPadanan, t: &BandingTahun, provinsi: Option<&str>) -> Option<Figure> {
    let mut list: Vec<&Anggota> = t.sebanding().filter(|a| ikut(lang, a, provinsi)).collect();
    let near: Vec<&Anggota> = p
        .tetangga(t.tahun)
        .into_iter()
        .filter(|(a, r)| r.sebanding() && ikut(lang, a, provinsi) && list.len() < super::TERBANYAK)
        .map(|(a, _)| a)
        .collect();
    if list.is_empty() || list.len() + near.len() < 2 {
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
        let full = titik(lang, &p.padanan, a);
        if banyak { Titik { lengkap: full.teks.clone(), rentang: None, ..full } } else { full }
    };
    let mut rows: Vec<(String, Titik)> = list.iter().map(|a| (pemilik(&a.nilai.pemilik), point(a))).collect();
    rows.extend(near.iter().map(|a| {
        let full = titik(lang, &p.padanan, a);
        let (other, tahun) = (lang.pilih("tahun lain", "another year"), a.nilai.tahun);
        let catatan = Some(full.catatan.map_or_else(|| other.to_string(), |note| format!("{other}, {note}")));
        (format!("{} ({tahun})", pemilik(&a.nilai.pemilik)), Titik { catatan, ..full })
    }));
    let (jenis, satuan) = jenis(lang, &p.padanan);
    let unit = p.padanan.satuan.as_deref().unwrap_or("");
    let acuan = t.sebaran.map(|s| (s.median, format!("median {}", nilai(lang, s.median, 2, unit))));
    let sebaran = t.sebaran.map(|s| SebaranFigure {
        kuartil_1: s.kuartil_1,
        median: s.median,
        kuartil_3: s.kuartil_3,
        arti: arti_sebaran(lang, t, &s, unit),
    });
    Some(Figure {
        lang,
        kode: format!("banding-{}-{}", p.padanan.kode, t.tahun),
        judul: format!("{}, {}", kalimat::nama(lang, &p.padanan), t.tahun),
        subjudul: format!("{}{}", subjudul(lang, &p.padanan, provinsi), kosong_karena(lang, &rows)),
        kalimat: kalimat::tahun(lang, &p.padanan, t),
        bentuk: Bentuk::Strip,
        jenis,
        satuan,
        kepala: kepala(lang, list.iter().any(|a| a.nilai.pemilik.sebut_opd)).into(),
        kategori: rows.iter().map(|(nama, _)| nama.clone()).collect(),
        deret: vec![Deret {
            nama: kalimat::nama(lang, &p.padanan).to_string(),
            peran: Peran::Realisasi,
            titik: rows.into_iter().map(|(_, titik)| titik).collect(),
        }],
        acuan,
        sebaran,
        putus: Vec::new(),
        sumber: sumber(lang),
        keadaan: keadaan(lang, list.iter().chain(&near).map(|a| a.nilai.batas_data)),
    })
}

/// `; lingkaran kosong: Jember dipersoalkan, Mojokerto (2023) tahun lain`: why dots are hollow, while these are few.
fn kosong_karena(lang: Lang, rows: &[(String, Titik)]) -> String {
    let why: Vec<String> =
        rows.iter().filter_map(|(nama, t)| t.catatan.as_ref().map(|note| format!("{nama} {note}"))).collect();
    match why.len() {
        0 => String::new(),
        1..=4 => format!("; {}: {}", lang.pilih("lingkaran kosong", "hollow dots"), why.join("; ")),
        _ => lang.pilih("; lingkaran kosong: lihat tabelnya", "; hollow dots: see the table").to_string(),
    }
}

/// The marks in words, with the numbers as the page has them: of the values that count, wherever their province lies.
fn arti_sebaran(lang: Lang, t: &BandingTahun, s: &Sebaran, unit: &str) -> String {
    let [low, middle, high] = [s.kuartil_1, s.median, s.kuartil_3].map(|v| nilai(lang, v, 2, unit));
    let counted = cacah(lang, t.anggota.iter().filter(|a| a.dihitung).map(|a| &a.nilai.pemilik));
    teks!(
        lang,
        "Garis tebal: nilai tengah {middle} dari {counted} yang setara. Pita: separuhnya, antara {low} dan {high}.",
        "Thick line: the median {middle} of {counted} that are comparable. Band: half of them, between {low} and {high}."
    )
}

fn subjudul(lang: Lang, padanan: &Padanan, provinsi: Option<&str>) -> String {
    let unit = kata_satuan(
        lang,
        match padanan.satuan.as_deref() {
            Some("%") => "persen",
            Some(other) => other,
            None => "nilai",
        },
    );
    match provinsi {
        None => teks!(lang, "Dalam {unit}, daerah yang setara", "In {unit}, comparable regions"),
        Some(p) => teks!(lang, "Dalam {unit}, daerah yang setara di {p}", "In {unit}, comparable regions in {p}"),
    }
}

/// Whether a value belongs on the page of a province.
pub fn ikut(lang: Lang, a: &Anggota, provinsi: Option<&str>) -> bool {
    provinsi.is_none_or(|p| super::nama_provinsi(lang, a.nilai.pemilik.provinsi.as_deref()) == p)
}

/// One small line chart per kabupaten on one scale; nothing while nobody has two years.
pub fn kecil(lang: Lang, p: &BandingPadanan, provinsi: Option<&str>) -> Option<Figure> {
    let mut series: BTreeMap<Seri<'_>, BTreeMap<i32, &Anggota>> = BTreeMap::new();
    for t in p.tahun.values() {
        for a in t.sebanding().filter(|a| a.nilai.tangan_kedua.is_none() && ikut(lang, a, provinsi)) {
            let p = &a.nilai.pemilik;
            series.entry((&p.daerah, p.opd.as_deref(), p.perihal.as_deref())).or_default().insert(t.tahun, a);
        }
    }
    // Whoever has one year stays beside the others; lines need somebody with two whole ones.
    let whole = |years: &BTreeMap<i32, &Anggota>| years.values().filter(|a| a.nilai.setahun()).count();
    if !series.values().any(|years| whole(years) > 1) {
        return None;
    }
    series.retain(|_, years| whole(years) > 0);
    let first = series.values().filter_map(|y| y.keys().next()).min().copied()?;
    let last = series.values().filter_map(|y| y.keys().next_back()).max().copied()?;
    let (jenis, satuan) = jenis(lang, &p.padanan);
    let years: Vec<i32> = (first..=last).collect();
    let parts: Vec<String> = series.values().map(|y| perjalanan(lang, &p.padanan, y)).take(8).collect();
    let rest = series.len().saturating_sub(parts.len());
    let more = selebihnya(lang, rest);
    let nama = kalimat::nama(lang, &p.padanan);
    Some(Figure {
        lang,
        kode: format!("tren-{}", p.padanan.kode),
        judul: teks!(lang, "{nama} dari tahun ke tahun", "{nama} year by year"),
        subjudul: teks!(
            lang,
            "Satu skala untuk semua daerah; dibaca per daerah, bukan sebagai peringkat",
            "One scale for all regions; to be read region by region, not as a ranking"
        ),
        kalimat: format!("{}{more}", parts.join(" ")),
        bentuk: Bentuk::Kecil,
        jenis,
        satuan,
        kepala: lang.pilih("Tahun", "Year").into(),
        kategori: years.iter().map(ToString::to_string).collect(),
        deret: series
            .values()
            .map(|y| Deret {
                nama: nama_seri(y),
                peran: Peran::Realisasi,
                titik: years
                    .iter()
                    .map(|t| match y.get(t) {
                        // A part of a year carries its remark: it is drawn hollow and joined with nothing.
                        Some(a) => titik(lang, &p.padanan, a),
                        None => kosong(),
                    })
                    .collect(),
            })
            .collect(),
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: sumber(lang),
        keadaan: keadaan(lang, series.values().filter_map(|y| y.values().next_back()).map(|a| a.nilai.batas_data)),
    })
}

/// What the sentence leaves to the table.
fn selebihnya(lang: Lang, n: usize) -> String {
    match n {
        0 => String::new(),
        _ => teks!(lang, " {n} daerah lain ada pada tabel.", " {n} more are in the table."),
    }
}

/// One line: daerah, OPD, and what it is about where the OPD has several.
type Seri<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// The name of a line: that of its newest value.
fn nama_seri(years: &BTreeMap<i32, &Anggota>) -> String {
    years.values().next_back().map_or_else(String::new, |a| pemilik(&a.nilai.pemilik))
}

/// `Blitar: 96,70% (2022), 95,37% (2023), 95,39% (2024).`
fn perjalanan(lang: Lang, padanan: &Padanan, years: &BTreeMap<i32, &Anggota>) -> String {
    let part = |t: &i32, a: &Anggota| {
        let when = if a.nilai.setahun() { t.to_string() } else { sampai(lang, a.nilai.batas_data) };
        format!("{} ({when})", kalimat::teks(lang, padanan, &a.nilai))
    };
    let parts: Vec<String> = years.iter().map(|(t, a)| part(t, a)).collect();
    format!("{}: {}.", nama_seri(years), parts.join(", "))
}

/// Capaian against serapan, each kabupaten against its own target and its own pagu.
pub fn kuadran(lang: Lang, p: &BandingPadanan, list: &[&CapaianSerapan], tahun: i32) -> Option<Figure> {
    if list.len() < 2 {
        return None;
    }
    let point = |v: Decimal, rentang, lengkap: String, batas: BatasData| Titik {
        nilai: Some(v),
        teks: lang.percent(v, 2),
        lengkap,
        rentang,
        catatan: (!batas.setahun(tahun)).then(|| sampai(lang, batas)),
        jenjang: None,
    };
    let label = |c: &CapaianSerapan| pemilik(&c.pemilik);
    let serapan = |c: &CapaianSerapan| {
        let (rate, real, pagu) =
            (lang.percent(c.serapan, 2), lang.rupiah_short(c.realisasi), lang.rupiah_short(c.pagu));
        teks!(lang, "{rate} ({real} dari {pagu})", "{rate} ({real} of {pagu})")
    };
    let parts: Vec<String> = list
        .iter()
        .take(8)
        .map(|c| {
            let (nama, capaian, serapan) = (label(c), lang.percent(c.capaian, 2), serapan(c));
            teks!(
                lang,
                "{nama} capaian {capaian}, serapan {serapan}",
                "{nama}: achievement {capaian}, budget spent {serapan}"
            )
        })
        .collect();
    let rest = list.len().saturating_sub(parts.len());
    let more = selebihnya(lang, rest);
    let nama = kalimat::nama(lang, &p.padanan);
    Some(Figure {
        lang,
        kode: format!("kuadran-{}", p.padanan.kode),
        judul: teks!(lang, "Capaian di samping serapan, {tahun}", "Achievement beside budget spent, {tahun}"),
        subjudul: teks!(
            lang,
            "{nama}: capaian terhadap target sendiri, serapan program yang melayaninya",
            "{nama}: achievement against the own target, budget spent by the programs that serve it"
        ),
        kalimat: format!("{}.{more}", parts.join("; ")),
        bentuk: Bentuk::Kuadran,
        jenis: Jenis::Persen,
        satuan: String::new(),
        kepala: kepala(lang, list.iter().any(|c| c.pemilik.sebut_opd)).into(),
        kategori: list.iter().copied().map(label).collect(),
        deret: vec![
            Deret {
                nama: lang.pilih("Capaian", "Achievement").into(),
                peran: Peran::Lain,
                titik: list
                    .iter()
                    .map(|c| point(c.capaian, c.antara, lang.percent(c.capaian, 2), c.batas_data))
                    .collect(),
            },
            Deret {
                nama: lang.pilih("Serapan", "Budget spent").into(),
                peran: Peran::Lain,
                titik: list.iter().map(|c| point(c.serapan, None, serapan(c), c.batas_data)).collect(),
            },
        ],
        acuan: Some((Decimal::ONE_HUNDRED, "100%".into())),
        sebaran: None,
        putus: Vec::new(),
        sumber: sumber(lang),
        keadaan: keadaan(lang, list.iter().map(|c| c.batas_data)),
    })
}
