//! One agency: trends of its main indicators, budget by year, documents.

use super::angka::Angka;
use super::data::DataOpd;
use super::figure::{Bentuk, Figure, Peran};
use super::garis;
use super::indikator;
use super::kalimat::target::{bersatuan, dengan_satuan};
use super::kalimat::{indikator as kalimat, kata, rekaman as kata_rekaman};
use super::opd_anggaran;
use super::rekaman::{DaftarView, Tema, daftar, tema};
use super::tabel;
use crate::measures::{realisasi_tercetak, uang};
use crate::records::Indikator;
use crate::teks;
use serde::{Deserialize, Serialize};

/// The view of an OPD.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Name with its daerah.
    pub nama: String,
    /// Full name.
    pub nama_lengkap: String,
    /// Newest opening sentence.
    pub kalimat: String,
    /// Fields.
    pub urusan: Option<String>,
    /// Names it had before, each with its last year.
    pub riwayat: Vec<(String, i32)>,
    /// Office address.
    pub alamat_kantor: Option<String>,
    /// Website as printed.
    pub situs: Option<String>,
    /// Office mail.
    pub surel: Option<String>,
    /// Heads by office.
    pub pimpinan: Vec<Pimpinan>,
    /// Years with a record, the newest first.
    pub tahun: Vec<Tahun>,
    /// Main indicators: sentence, figure, page.
    pub iku: Vec<Iku>,
    /// How many of them have no chart.
    pub iku_lain: usize,
    /// All indicators by level.
    pub indikator: Vec<Kelompok>,
    /// Whether the figure of budgets exists.
    pub grafik_anggaran: bool,
    /// Documents.
    pub dokumen: Vec<Dokumen>,
    /// Tujuan, its sasaran, and where they are printed.
    pub tujuan: Vec<(String, Vec<String>, Option<String>)>,
    /// Renstra.
    pub renstra: Vec<String>,
    /// Free tables over the years.
    pub tema: Vec<Tema>,
    /// The file with all its figures, from the root.
    pub csv: String,
    /// Lists over the years.
    pub daftar: Vec<DaftarView>,
}

/// An office holder.
#[derive(Debug, Clone, Serialize)]
pub struct Pimpinan {
    /// Name.
    pub nama: String,
    /// Office.
    pub jabatan: String,
    /// Year.
    pub tahun: Option<i32>,
    /// Source.
    pub asal: Option<String>,
}

/// One year in the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tahun {
    /// Year.
    pub tahun: i32,
    /// Page.
    pub url: String,
    /// Sentence.
    pub kalimat: String,
    /// Cut-off.
    pub keadaan: String,
    /// Pagu.
    pub pagu: Option<Angka>,
    /// Realisasi.
    pub realisasi: Option<Angka>,
    /// Serapan.
    pub serapan: Option<Angka>,
    /// `baru 9 bulan`: how far what was spent goes, where that is no whole year.
    pub baru: Option<String>,
}

/// A main indicator.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Iku {
    /// Name.
    pub nama: String,
    /// Page.
    pub url: String,
    /// Sentence.
    pub kalimat: String,
    /// Figure.
    pub grafik: Option<String>,
}

/// Indicators of one level.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kelompok {
    /// Level in words.
    pub judul: String,
    /// Indicators.
    pub isi: Vec<BarisIndikator>,
    /// Whether it stands open: the first that has a value.
    pub terbuka: bool,
}

/// An indicator in the table of all.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BarisIndikator {
    /// Name.
    pub nama: String,
    /// Our English of it, on a page in English.
    pub nama_en: Option<String>,
    /// Page.
    pub url: String,
    /// Code of its sparkline, where it has two values or more.
    pub sel: Option<String>,
    /// Last value with its year.
    pub terakhir: Option<String>,
}

/// A document.
#[derive(Debug, Clone, Serialize)]
pub struct Dokumen {
    /// Title.
    pub judul: String,
    /// Kind.
    pub jenis: String,
    /// Date in words.
    pub tanggal: Option<String>,
    /// Where it can be opened.
    pub tautan: Option<String>,
    /// Remark.
    pub catatan: Option<String>,
}

/// So many main indicators are drawn; the others are a sentence each, with the line on their own page.
const UTAMA: usize = 4;

/// Builds the view and its figures.
pub fn halaman(d: &DataOpd<'_>) -> (Halaman, Vec<Figure>, Vec<Figure>) {
    let opd = &d.sumber.opd;
    let mut figures = Vec::new();
    let mut iku = Vec::new();
    let mut drawn = 0;
    let mut sparks = Vec::new();
    let mut groups: Vec<(crate::records::Tingkat, Kelompok)> = Vec::new();
    let mut ordered: Vec<_> = opd.indikator.values().collect();
    let newest = d.sumber.rekaman.last().map_or(0, |r| r.tahun);
    ordered.sort_by_key(|i| opd.giliran(i, newest));
    for def in ordered {
        let years = indikator::tahun(d, &def.kode);
        let url = format!("{}indikator/{}/", d.alamat(), def.kode);
        let sentence = kalimat::indikator(d, def, &years);
        if def.iku || def.padanan.is_some() {
            // One year is a sentence, not a line.
            let line = |f: &Figure| f.deret.iter().any(|s| s.titik.iter().filter(|t| t.nilai.is_some()).count() > 1);
            let figure = garis::figure(d, def, &years).filter(|f| drawn < UTAMA && line(f));
            drawn += usize::from(figure.is_some());
            iku.push(Iku {
                nama: def.nama.clone(),
                url: url.clone(),
                kalimat: sentence.clone(),
                grafik: figure.as_ref().map(|f| f.kode.clone()),
            });
            figures.extend(figure);
        }
        let line = garis::jalan(d, def, &years);
        let terakhir = lain(d, def, &years, line.as_ref().and_then(|f| terakhir(d, def, f)));
        let spark = line.and_then(percik);
        let row = BarisIndikator {
            nama: def.nama.clone(),
            nama_en: def.nama_en(d.lang),
            url,
            sel: spark.as_ref().map(|f| f.kode.clone()),
            terakhir,
        };
        sparks.extend(spark);
        match groups.iter_mut().find(|(t, _)| *t == def.tingkat) {
            Some((_, group)) => group.isi.push(row),
            None => {
                let judul = tingkat(d, def.tingkat);
                groups.push((def.tingkat, Kelompok { judul, isi: vec![row], terbuka: false }));
            }
        }
    }
    groups.sort_by_key(|(t, _)| *t);
    if let Some((_, group)) = groups.iter_mut().find(|(_, g)| g.isi.iter().any(|i| i.terakhir.is_some())) {
        group.terbuka = true;
    }
    let budget = opd_anggaran::figure(d);
    let grafik_anggaran = budget.is_some();
    figures.extend(budget);
    let (tables, more) = tabel::semua(d, None, &opd.tabel);
    figures.extend(more);
    let newest = d.sumber.rekaman.last();
    let view = Halaman {
        nama: d.nama(),
        nama_lengkap: opd.nama.clone(),
        kalimat: newest.map_or_else(
            || {
                let nama = d.nama();
                teks!(
                    d.lang,
                    "{nama} belum punya rekaman tahunan dalam portal ini.",
                    "{nama} has no yearly record in this portal yet."
                )
            },
            |r| kata_rekaman::pembuka(d, r),
        ),
        urusan: (!opd.urusan.is_empty()).then(|| opd.urusan.join("; ")),
        riwayat: opd.riwayat.iter().map(|n| (n.nama.clone(), n.sampai)).collect(),
        alamat_kantor: opd.alamat.clone(),
        situs: opd.situs.clone(),
        surel: opd.surel.clone(),
        pimpinan: opd
            .pimpinan
            .iter()
            .map(|p| Pimpinan {
                nama: p.nama.clone(),
                jabatan: p.jabatan.clone(),
                tahun: p.tahun,
                asal: p.letak.clone().zip(p.dokumen.clone()).map(|(l, dok)| d.sumber_teks(&l, &dok)),
            })
            .collect(),
        tahun: d.sumber.rekaman.iter().rev().map(|r| tahun(d, r)).collect(),
        iku_lain: iku.iter().filter(|i: &&Iku| i.grafik.is_none()).count(),
        iku,
        indikator: groups.into_iter().map(|(_, g)| g).collect(),
        grafik_anggaran,
        dokumen: opd
            .dokumen
            .values()
            .map(|dok| Dokumen {
                judul: dok.judul.clone(),
                jenis: dok.jenis.clone(),
                tanggal: dok.tanggal.as_deref().map(|t| d.lang.tanggal(t)),
                tautan: dok.tautan.clone(),
                catatan: dok.catatan.clone(),
            })
            .collect(),
        tujuan: opd
            .tujuan
            .iter()
            .map(|t| {
                let asal = t.letak.clone().zip(t.dokumen.clone()).map(|(l, dok)| d.sumber_teks(&l, &dok));
                (t.nama.clone(), t.sasaran.iter().map(|s| s.nama.clone()).collect(), asal)
            })
            .collect(),
        renstra: opd.renstra.iter().map(|r| r.nama.clone()).collect(),
        tema: tema(d, tables),
        csv: d.csv(),
        daftar: opd.daftar.iter().map(|list| daftar(d, None, list)).collect(),
    };
    (view, figures, sparks)
}

/// What the newest year prints that no line can hold: a letter, a range, another unit; else the newest value of the line.
fn lain(d: &DataOpd<'_>, def: &Indikator, years: &[i32], drawn: Option<(i32, String)>) -> Option<String> {
    let newer = years.iter().rev().filter(|t| drawn.as_ref().is_none_or(|(year, _)| **t > *year));
    let printed = newer.filter_map(|t| realisasi_tercetak(&d.kumpulan, *t, &def.kode)).next();
    printed.map(|p| format!("{} ({})", bersatuan(d.lang, def, p), p.tahun)).or(drawn.map(|(_, text)| text))
}

/// `95,39% (2024)`: the newest value of a line, with its year.
fn terakhir(d: &DataOpd<'_>, def: &Indikator, f: &Figure) -> Option<(i32, String)> {
    let real = f.deret.iter().find(|s| s.peran == Peran::Realisasi)?;
    let (year, point) = f.kategori.iter().zip(&real.titik).rfind(|(_, t)| t.nilai.is_some())?;
    let when = point.catatan.as_ref().map_or_else(|| year.clone(), |note| format!("{year}, {note}"));
    let text = if point.rentang.is_some() { &point.lengkap } else { &point.teks };
    let tahun = year.parse().ok()?;
    let text = dengan_satuan(d.lang, def, tahun, text.clone());
    Some((tahun, format!("{text} ({when})")))
}

/// A line as a sparkline; nothing while it has one value.
fn percik(f: Figure) -> Option<Figure> {
    let real = f.deret.iter().find(|s| s.peran == Peran::Realisasi)?;
    let known = real.titik.iter().filter(|t| t.nilai.is_some()).count();
    (known > 1).then(|| Figure {
        bentuk: Bentuk::Percik,
        kode: format!("percik-{}", f.kode),
        kalimat: String::new(),
        ..f
    })
}

/// One year as a card.
pub fn tahun(d: &DataOpd<'_>, r: &crate::records::Rekaman) -> Tahun {
    let money = |real: bool| {
        let input = uang(&d.turunan, &d.kumpulan, r.tahun, "total", real)?;
        let stated =
            d.kumpulan.di(&input.alamat).find(|p| p.nilai() == Some(input.nilai)).map(|p| Angka::tertulis(d, p));
        stated.or_else(|| Angka::turunan(d, &input.alamat))
    };
    Tahun {
        tahun: r.tahun,
        url: format!("{}{}/", d.alamat(), r.tahun),
        kalimat: kata_rekaman::pembuka(d, r),
        keadaan: r.batas_data.kata(d.lang),
        baru: (!r.setahun()).then(|| r.batas_data.baru(d.lang)),
        pagu: money(false),
        realisasi: money(true),
        serapan: Angka::serapan(d, r.tahun, "total"),
    }
}

fn tingkat(d: &DataOpd<'_>, t: crate::records::Tingkat) -> String {
    use crate::records::Tingkat as T;
    let (id, en) = match t {
        T::Kabupaten => {
            let tempat = kata::tempat(d.lang, d.daerah.jenis);
            return teks!(d.lang, "Indikator {tempat}", "Indicators of the {tempat}");
        }
        T::Tujuan => ("Indikator tujuan", "Indicators of goals"),
        T::Sasaran => ("Indikator sasaran", "Indicators of objectives"),
        T::Ikk => ("Indikator kinerja kunci (IKK)", "Key performance indicators (IKK)"),
        T::Spm => ("Standar pelayanan minimal (SPM)", "Minimum service standards (SPM)"),
        T::Program => ("Indikator program", "Indicators of programs"),
        T::Kegiatan => ("Indikator kegiatan", "Indicators of activities"),
        T::SubKegiatan => ("Indikator sub kegiatan", "Indicators of sub-activities"),
    };
    d.lang.pilih(id, en).to_string()
}
