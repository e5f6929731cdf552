//! One indicator through the years: definition, formula, targets by set, and its line.

use super::angka::Angka;
use super::data::DataOpd;
use super::figure::Figure;
use super::garis;
use super::kalimat::{indikator as kalimat, kata};
use super::umum::{bahasa, dalam};
use crate::measures::{Pilihan, Uang, pilih, realisasi_indikator, realisasi_tercetak, sebagian, sesatuan};
use crate::number::Satuan;
use crate::records::{Bagian, Indikator, Penerus, Subjek, Ukuran};
use crate::teks;
use serde::Serialize;
use std::collections::BTreeSet;

/// The view of one indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Our English of it, on a page in English.
    pub nama_en: Option<String>,
    /// Other printed names.
    pub alias: Vec<String>,
    /// Opening sentence.
    pub kalimat: String,
    /// Level in words.
    pub tingkat: String,
    /// Whether it is a main indicator.
    pub iku: bool,
    /// Unit.
    pub satuan: Option<String>,
    /// Direction in words.
    pub arah: &'static str,
    /// Why this direction.
    pub alasan_arah: Option<String>,
    /// `id` where that is Indonesian on a page in another language.
    pub alasan_arah_bahasa: Option<&'static str>,
    /// Definition.
    pub definisi: Option<String>,
    /// `id` where that is Indonesian on a page in another language.
    pub definisi_bahasa: Option<&'static str>,
    /// What stands where there is no definition.
    pub definisi_tiada: &'static str,
    /// Name of the sasaran, tujuan or budget node it belongs to.
    pub induk: Option<String>,
    /// Formula: numerator, denominator, multiplier, in words.
    pub rumus: Option<Rumus>,
    /// What stands where there is no formula.
    pub rumus_tiada: &'static str,
    /// Data sources.
    pub sumber_data: Vec<String>,
    /// Who answers for it.
    pub penanggung_jawab: Vec<String>,
    /// Where it is defined.
    pub asal: Option<String>,
    /// Successor, with address.
    pub penerus: Option<PenerusView>,
    /// Predecessors, with address.
    pub pendahulu: Vec<PenerusView>,
    /// Earlier names, units, formulas.
    pub riwayat: Vec<Riwayat>,
    /// Sets of targets that occur, as headings.
    pub himpunan: Vec<String>,
    /// Year by year.
    pub tahun: Vec<Tahun>,
    /// Columns of that table that hold anything.
    pub kolom: Kolom,
    /// How many statements there are.
    pub pernyataan: usize,
    /// Code of its figure, if it has one.
    pub grafik: Option<String>,
    /// Shared indicator it follows.
    pub padanan: Option<Tautan>,
}

/// A formula as shown.
#[derive(Debug, Clone, Serialize)]
pub struct Rumus {
    /// Numerator.
    pub pembilang: Option<String>,
    /// Denominator.
    pub penyebut: Option<String>,
    /// Multiplier.
    pub pengali: Option<i32>,
    /// In words.
    pub teks: Option<String>,
    /// Where printed.
    pub asal: Option<String>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Tautan {
    /// Shown text.
    pub nama: String,
    /// From the root.
    pub url: String,
}

/// The indicator that came after, or before.
#[derive(Debug, Clone, Serialize)]
pub struct PenerusView {
    /// Its name.
    pub nama: String,
    /// From the root.
    pub url: String,
    /// The first year of the later one.
    pub sejak: i32,
    /// Why, as the record says.
    pub catatan: Option<String>,
}

/// What changed in a year.
#[derive(Debug, Clone, Serialize)]
pub struct Riwayat {
    /// Year.
    pub tahun: i32,
    /// In words.
    pub teks: String,
    /// Where printed.
    pub asal: Option<String>,
}

/// One year.
#[derive(Debug, Clone, Serialize)]
pub struct Tahun {
    /// Year.
    pub tahun: i32,
    /// Whether the year has a record page.
    pub rekaman: bool,
    /// Targets in the order of `himpunan`.
    pub target: Vec<Option<Angka>>,
    /// Realisasi.
    pub realisasi: Option<Angka>,
    /// The starting point of a plan, where no realisasi is printed: it is told from one.
    pub baseline: Option<Angka>,
    /// Numerator.
    pub pembilang: Option<Angka>,
    /// Denominator.
    pub penyebut: Option<Angka>,
    /// numerator / denominator.
    pub hitungan: Option<Angka>,
    /// Computed capaian.
    pub capaian: Option<Angka>,
    /// Change since last year: in percentage points for percentages.
    pub perubahan: Option<Angka>,
    /// Progress towards the target of the last Renstra year.
    pub kemajuan: Option<Angka>,
}

/// Columns of the table of years that hold anything: an empty one says nothing and pushes the others off a phone and a sheet.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Kolom {
    /// Realisasi, or the starting point of a plan.
    pub realisasi: bool,
    /// Numerator.
    pub pembilang: bool,
    /// Denominator.
    pub penyebut: bool,
    /// numerator / denominator.
    pub hitungan: bool,
    /// Computed capaian.
    pub capaian: bool,
    /// Change since last year.
    pub perubahan: bool,
    /// Progress towards the end of the Renstra.
    pub kemajuan: bool,
}

impl Kolom {
    fn dari(tahun: &[Tahun]) -> Self {
        let any = |f: fn(&Tahun) -> bool| tahun.iter().any(f);
        Self {
            realisasi: any(|t| t.realisasi.is_some() || t.baseline.is_some()),
            pembilang: any(|t| t.pembilang.is_some()),
            penyebut: any(|t| t.penyebut.is_some()),
            hitungan: any(|t| t.hitungan.is_some()),
            capaian: any(|t| t.capaian.is_some()),
            perubahan: any(|t| t.perubahan.is_some()),
            kemajuan: any(|t| t.kemajuan.is_some()),
        }
    }
}

/// The years for which anything is stated about an indicator.
pub fn tahun(d: &DataOpd<'_>, kode: &str) -> Vec<i32> {
    let years: BTreeSet<i32> = d
        .kumpulan
        .semua
        .iter()
        .filter(|p| matches!(p.bagian, Bagian::Kinerja { subjek: Subjek::Kode(k), .. } if k == kode))
        .map(|p| p.tahun)
        .collect();
    years.into_iter().collect()
}

/// Builds the view and the figure.
pub fn halaman(d: &DataOpd<'_>, def: &Indikator) -> (Halaman, Option<Figure>) {
    let lang = d.lang;
    let years = tahun(d, &def.kode);
    let statements: Vec<_> = d
        .kumpulan
        .semua
        .iter()
        .filter(|p| matches!(p.bagian, Bagian::Kinerja { subjek: Subjek::Kode(k), .. } if *k == def.kode))
        .collect();
    let mut himpunan: Vec<&'static str> = Vec::new();
    for p in &statements {
        if let Bagian::Kinerja { kolom, .. } = p.bagian
            && let (Ukuran::Target, Some(h)) = (kolom.ukuran, kolom.himpunan)
            && !himpunan.contains(&h)
        {
            himpunan.push(h);
        }
    }
    himpunan.sort_unstable();
    let figure = garis::figure(d, def, &years);
    let place = |dokumen: &Option<String>, letak: &Option<String>| match (dokumen, letak) {
        (Some(dok), Some(letak)) => Some(d.sumber_teks(letak, dok)),
        (None, Some(letak)) => Some(letak.clone()),
        _ => None,
    };
    let link = |kode: &str, n: &Penerus| PenerusView {
        nama: d.sumber.opd.indikator.get(kode).map_or(kode, |i| i.nama.as_str()).to_string(),
        url: format!("{}indikator/{kode}/", d.alamat()),
        sejak: n.sejak,
        catatan: n.alasan.clone(),
    };
    let pendahulu = d
        .sumber
        .opd
        .indikator
        .values()
        .filter_map(|i| {
            let next = i.penerus.as_ref().filter(|n| n.kode == def.kode)?;
            Some(link(&i.kode, next))
        })
        .collect();
    let table: Vec<Tahun> = years.iter().map(|t| satu_tahun(d, def, *t, &himpunan)).collect();
    let view = Halaman {
        kode: def.kode.clone(),
        nama: def.nama.clone(),
        nama_en: def.nama_en(lang),
        alias: def.alias.clone(),
        kalimat: kalimat::indikator(d, def, &years),
        tingkat: kata::tingkat(lang, def.tingkat, d.daerah.jenis),
        iku: def.iku,
        satuan: def.satuan.clone(),
        arah: match def.menurut_kebutuhan {
            true => lang.pilih("angkanya mengikuti kebutuhan", "the figure follows need"),
            false => kata::arah(lang, Some(def.arah)),
        },
        alasan_arah: def.alasan_arah.as_ref().map(|t| dalam(lang, t)),
        alasan_arah_bahasa: def.alasan_arah.as_ref().and_then(|t| bahasa(lang, t)),
        definisi: def.definisi.as_ref().map(|t| dalam(lang, t)),
        definisi_bahasa: def.definisi.as_ref().and_then(|t| bahasa(lang, t)),
        definisi_tiada: kata::tiada(lang, def.tiada_definisi),
        induk: induk(d, def),
        rumus_tiada: kata::tiada(lang, def.tiada_rumus),
        rumus: def.rumus.as_ref().map(|r| Rumus {
            pembilang: r.pembilang.as_ref().map(|h| h.nama.clone()),
            penyebut: r.penyebut.as_ref().map(|h| h.nama.clone()),
            pengali: r.pengali,
            teks: r.teks.clone(),
            asal: place(&r.dokumen, &r.letak),
        }),
        sumber_data: def.sumber_data.clone(),
        penanggung_jawab: def.penanggung_jawab.clone(),
        asal: place(&def.dokumen, &def.letak),
        penerus: def.penerus.as_ref().map(|n| link(&n.kode, n)),
        pendahulu,
        riwayat: def
            .riwayat
            .iter()
            .map(|r| Riwayat {
                tahun: r.tahun,
                teks: [
                    (lang.pilih("nama", "name"), &r.nama),
                    (lang.pilih("satuan", "unit"), &r.satuan),
                    (lang.pilih("rumus", "formula"), &r.rumus),
                ]
                .iter()
                .filter_map(|(what, v)| v.as_ref().map(|v| format!("{what}: {v}")))
                .collect::<Vec<_>>()
                .join("; "),
                asal: place(&r.dokumen, &r.letak),
            })
            .collect(),
        himpunan: himpunan.iter().map(|h| kata::himpunan(lang, h)).collect(),
        kolom: Kolom::dari(&table),
        tahun: table,
        pernyataan: statements.len(),
        grafik: figure.as_ref().map(|f| f.kode.clone()),
        padanan: def.padanan.as_ref().and_then(|kode| {
            let p = d.content.padanan.get(kode)?;
            Some(Tautan { nama: dalam(lang, &p.nama), url: format!("banding/{kode}/") })
        }),
    };
    (view, figure)
}

fn induk(d: &DataOpd<'_>, def: &Indikator) -> Option<String> {
    let kode = def.induk.as_ref()?;
    if let Some(s) = d.sumber.opd.sasaran(kode) {
        let nama = &s.nama;
        return Some(teks!(d.lang, "Sasaran: {nama}", "Objective: {nama}"));
    }
    if let Some(t) = d.sumber.opd.tujuan.iter().find(|t| t.kode == *kode) {
        let nama = &t.nama;
        return Some(teks!(d.lang, "Tujuan: {nama}", "Goal: {nama}"));
    }
    let node = d.sumber.rekaman.iter().rev().find_map(|r| r.anggaran.simpul(kode));
    Some(node.map_or_else(|| kode.clone(), |n| n.nama.clone()))
}

fn satu_tahun(d: &DataOpd<'_>, def: &Indikator, tahun: i32, himpunan: &[&str]) -> Tahun {
    let k = &d.kumpulan;
    let show = |p: Option<Pilihan<'_, '_>>| p.map(|p| Angka::pilihan(d, &p));
    let base = format!("{tahun}/indikator/{}", def.kode);
    let first = |name: &str| {
        show(pilih(k.indikator(tahun, &def.kode, name)))
            .or_else(|| k.indikator(tahun, &def.kode, name).next().map(|p| Angka::tertulis(d, p)))
    };
    // Whether the heading says another unit than that of the year or of its cells: hours in a row of minutes.
    let heading = def.satuan.as_deref().and_then(Satuan::baca);
    let own_unit = |unit: &Satuan| {
        def.satuan_pada(tahun) != def.satuan.as_deref() || heading.is_some() && !sesatuan(Some(unit), heading.as_ref())
    };
    // Nine months beside whole years are named.
    let printed = realisasi_tercetak(k, tahun, &def.kode);
    let part = printed.and_then(|p| sebagian(d.sumber, p)).map(|batas| batas.baru(d.lang));
    let of_part = |a: Angka| Angka { masa: a.masa.or(part.clone()), ..a };
    let realisasi = show(realisasi_indikator(k, tahun, &def.kode))
        .or_else(|| first("realisasi"))
        .or_else(|| Angka::per_bagian(d, def, tahun));
    Tahun {
        tahun,
        rekaman: d.sumber.rekaman.iter().any(|r| r.tahun == tahun),
        target: himpunan
            .iter()
            .map(|h| first(&format!("target.{h}")).or_else(|| Angka::target_bagian(d, def, tahun, h)))
            .collect(),
        baseline: first("baseline").filter(|_| realisasi.is_none()),
        realisasi: realisasi.map(of_part),
        pembilang: first("pembilang"),
        penyebut: first("penyebut"),
        hitungan: Angka::turunan(d, &format!("{base}/hitungan")),
        capaian: Angka::capaian(d, tahun, &def.kode).map(|a| if a.mentah.is_some() { of_part(a) } else { a }),
        perubahan: d.turunan.get(&format!("{base}/perubahan")).map(|t| {
            // A change nobody can compute is unknown, never nought.
            let Some(value) = t.nilai else { return Angka::terhitung(d, t) };
            let decimals = value.normalize().scale().min(2);
            let teks = match printed.and_then(|p| p.satuan.clone()) {
                // Round amounts differ by no more than they are known to.
                Some(Satuan::Rupiah) => {
                    Uang::terhitung(value, t.batas.filter(|_| t.dibulatkan())).bertambah(d.lang, false)
                }
                Some(Satuan::Persen) => d.lang.points(value, decimals),
                // The unit of its year, where the heading says another one.
                Some(unit @ Satuan::Lain(_)) if own_unit(&unit) => {
                    let unit = printed.map_or_else(String::new, |p| p.satuan_tercetak(&d.sumber.opd));
                    format!("{} {unit}", d.lang.signed(value, decimals))
                }
                None if def.persen() => d.lang.points(value, decimals),
                _ => d.lang.signed(value, decimals),
            };
            Angka { teks, ..Angka::terhitung(d, t) }
        }),
        kemajuan: Angka::turunan(d, &format!("{base}/kemajuan")),
    }
}
