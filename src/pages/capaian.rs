//! Capaian: the indicators of a record against their targets, as rows.

use super::angka::Angka;
use super::data::DataOpd;
use super::figure::Titik;
use super::kalimat::kata;
use super::kalimat::target::{dicapai, dicapai_semasa, semula_tak_tercapai};
use super::sepasang::{self, Lepas};
use crate::measures::{
    masa_kalimat, per_masa, per_masa_kosong, pilih, predikat, realisasi_indikator, realisasi_tercetak, sebagian,
    sesatuan, target_kosong, target_per_masa, target_semasa, target_tercetak, terhadap,
};
use crate::number::{Lang, Satuan};
use crate::opd::Capaian;
use crate::records::{Arah, Indikator, Nilai, Pernyataan, Rekaman, Skala, Tingkat};
use crate::teks;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One indicator in one year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Baris {
    /// Name.
    pub nama: String,
    /// Our English of it, on a page in English.
    pub nama_en: Option<String>,
    /// Page of the indicator, from the root.
    pub url: String,
    /// Level in words.
    pub tingkat: String,
    /// Whether it is a main indicator.
    pub iku: bool,
    /// Unit.
    pub satuan: Option<String>,
    /// Which way is better; nothing where it follows need.
    pub arah: Option<Arah>,
    /// Target it is measured against.
    pub target: Angka,
    /// Which set that target belongs to.
    pub himpunan: String,
    /// The target of the part of the year that the realisasi covers, where one is printed: that is what it is held against.
    pub target_semasa: Option<TargetSemasa>,
    /// Realisasi.
    pub realisasi: Angka,
    /// Letter of the realisasi.
    pub huruf: Option<Angka>,
    /// Computed capaian.
    pub capaian: Angka,
    /// The printed capaian as a number.
    pub tercetak: Option<String>,
    /// The computed one.
    pub terhitung: Option<String>,
    /// Predikat by the record's scale.
    pub predikat: Option<String>,
    /// How the printed scale decides it: `celah`, `ganda` or nothing.
    pub predikat_catatan: Option<String>,
    /// Whether the unit must stand beside the name: it is no percentage and no score.
    pub satuan_disebut: bool,
    /// Whether it must stand beside the large realisasi as well: the printed cell has no unit of its own (`25 menit 30 detik`).
    pub satuan_di_samping: bool,
    /// Whether the target is reached, by what it means; nothing where that is open.
    pub tercapai: Option<bool>,
    /// Whether the realisasi equals its target to the digit.
    #[serde(skip)]
    pub sama_persis: bool,
    /// Whether it reaches the target it is measured against and misses another one printed for the year.
    #[serde(skip)]
    pub semula_tak_tercapai: bool,
    /// Whether target and realisasi are in another unit than the row: a table of numbers writes them with it.
    #[serde(skip)]
    pub lain_satuan: [bool; 2],
    /// Target and realisasi as a picture draws them, where both are printed; else why it does not.
    #[serde(skip)]
    pub titik: Option<Result<[Titik; 2], Lepas>>,
}

/// What was promised for a part of a year.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TargetSemasa {
    /// The promise.
    pub angka: Angka,
    /// Which set it belongs to.
    pub himpunan: String,
    /// Which part: `semester I 2025`.
    pub masa: String,
}

/// A figure that covers a part of its year says so.
fn sebagian_tahun(d: &DataOpd<'_>, p: &Pernyataan<'_>, angka: Angka) -> Angka {
    match sebagian(d.sumber, p) {
        Some(batas) => Angka { masa: Some(batas.baru(d.lang)), ..angka },
        None => angka,
    }
}

/// The indicators that have a realisasi or a target in the record's year.
pub fn baris(d: &DataOpd<'_>, rekaman: &Rekaman) -> Vec<Baris> {
    let turn = |def: &Indikator| d.sumber.opd.giliran(def, rekaman.tahun);
    let mut rows: Vec<((bool, bool, bool), Tingkat, Baris)> = d
        .sumber
        .opd
        .indikator
        .values()
        .filter_map(|def| Some((turn(def), def.tingkat, satu(d, rekaman, def)?)))
        .collect();
    rows.sort_by_key(|row| (row.0, row.1));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

fn satu(d: &DataOpd<'_>, rekaman: &Rekaman, def: &Indikator) -> Option<Baris> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let realisasi = realisasi_indikator(&d.kumpulan, tahun, &def.kode);
    let printed = realisasi_tercetak(&d.kumpulan, tahun, &def.kode);
    let target = target_tercetak(&d.kumpulan, tahun, &def.kode);
    let parts = per_masa(&d.kumpulan, &format!("{tahun}/indikator/{}/realisasi", def.kode));
    // What is promised for quarters only is a promise, and no target of the year.
    let bagian = target_per_masa(&d.kumpulan, tahun, &def.kode).filter(|_| target.is_none());
    if printed.is_none() && target.is_none() && parts.is_empty() && bagian.is_none() {
        return None;
    }
    let bagian = bagian.map(|(name, _)| name.trim_start_matches("target."));
    let capaian = d.turunan.get(&format!("{tahun}/indikator/{}/capaian-terhitung", def.kode));
    let shown = Angka::capaian(d, tahun, &def.kode);
    // A predikat rests on nothing that is contradicted.
    let nilai = d.capaian(tahun, &def.kode).and_then(|c| match c {
        Capaian::Tercetak { printed, disanggah: false } => printed.nilai(),
        _ => capaian.and_then(|t| t.nilai),
    });
    let part = printed.and_then(|p| sebagian(d.sumber, p));
    // A predikat of nine months against the target of a year would say what the year did not.
    let skala = d.skala(rekaman).filter(|_| part.is_none());
    let kelas = skala.zip(nilai).and_then(|(s, v)| predikat(s, v));
    let printed_predikat = d
        .kumpulan
        .indikator(tahun, &def.kode, "predikat")
        .find_map(|p| p.sel.teks().filter(|_| !p.sel.ragu).map(str::to_string));
    // A half-year is held against the target of the half-year.
    let whole = printed.filter(|p| sebagian(d.sumber, p).is_none());
    let semasa = match whole {
        Some(_) => None,
        None => printed
            .or(parts.last().copied())
            .and_then(|p| Some((p, target_semasa(d.sumber, &d.kumpulan, p, &def.kode)?))),
    };
    let set = |t: &Pernyataan<'_>| {
        let name = t.alamat.rsplit("target.").next().and_then(|n| n.split('@').next()).unwrap_or_default();
        kata::himpunan(lang, name)
    };
    let himpunan = target.and_then(|t| t.alamat.rsplit("target.").next()).unwrap_or_default();
    let why =
        printed.zip(target).and_then(|(r, t)| terhadap(d.sumber, r, t)).map(|h| h.kata().in_lang(lang).to_string());
    // The unit of the row's numbers: that of the indicator, else the one printed with the target or the realisasi.
    let cell = realisasi.as_ref().map(|all| all.utama).or(printed);
    let own = |p: Option<&Pernyataan<'_>>| p.and_then(|p| p.sel.angka()?.satuan.clone());
    let satuan = def.satuan_pada(tahun).map(str::to_string).or_else(|| own(target)).or_else(|| own(cell));
    let axis = satuan.as_deref().and_then(Satuan::baca);
    let time = |s: Option<&Satuan>| s.is_some_and(|s| s.detik().is_some());
    let lain = |p: Option<&Pernyataan<'_>>| {
        p.and_then(|p| p.satuan.as_ref())
            .is_some_and(|s| !(sesatuan(Some(s), axis.as_ref()) || time(Some(s)) && time(axis.as_ref())))
    };
    let lain_satuan = [lain(target), lain(cell)];
    let mut row = Baris {
        nama: def.nama.clone(),
        nama_en: def.nama_en(lang),
        url: format!("{}indikator/{}/", d.alamat(), def.kode),
        tingkat: kata::tingkat(d.lang, def.tingkat, d.daerah.jenis),
        iku: def.iku,
        satuan_disebut: def.satuan_disebut(tahun),
        satuan_di_samping: false,
        satuan: satuan.clone(),
        arah: (!def.menurut_kebutuhan).then_some(def.arah),
        target: target.map_or_else(
            || {
                let none =
                    || Angka::kosong(lang.pilih("target belum ada di portal ini", "no target in this portal yet"));
                let cell = target_kosong(&d.kumpulan, tahun, &def.kode).map(|p| Angka::tertulis(d, p));
                bagian.and_then(|set| Angka::target_bagian(d, def, tahun, set)).or(cell).unwrap_or_else(none)
            },
            |p| {
                let number = p.nilai().and_then(|_| pilih(d.kumpulan.di(&p.alamat)));
                number.map_or_else(|| Angka::tertulis(d, p), |all| Angka::pilihan(d, &all))
            },
        ),
        himpunan: kata::himpunan(lang, bagian.unwrap_or(himpunan)),
        realisasi: match (&realisasi, printed, Angka::per_bagian(d, def, tahun)) {
            (Some(all), ..) => sebagian_tahun(d, all.utama, Angka::pilihan(d, all)),
            (None, Some(p), _) => sebagian_tahun(d, p, Angka::tertulis(d, p)),
            (None, None, Some(parts)) => parts,
            // A cell without a number says why; where there is no cell, the portal only knows that it holds none.
            (None, None, None) => sel_kosong(d, tahun, &def.kode).map_or_else(
                || match d.tak_tercetak(tahun, &def.kode) {
                    // A record that was copied whole knows more.
                    true => Angka::kosong(lang.pilih("tidak tercetak", "not printed")),
                    false => Angka::kosong(lang.pilih("belum ada di portal ini", "not in this portal yet")),
                },
                |p| Angka::tertulis(d, p),
            ),
        },
        target_semasa: semasa.map(|(_, t)| TargetSemasa {
            angka: Angka::tertulis(d, t),
            himpunan: set(t),
            masa: masa_kalimat(lang, t),
        }),
        tercapai: match semasa {
            Some((p, t)) => dicapai_semasa(d, def, p, t),
            None => printed.and_then(|p| dicapai(d, def, p)),
        },
        sama_persis: semasa.or(printed.zip(target)).is_some_and(|(r, t)| {
            let value = |p: &Pernyataan<'_>| p.sel.angka().map(|a| a.dalam(satuan.as_deref()));
            let parts = |p: &Pernyataan<'_>| match &p.sel.nilai {
                Nilai::Komposit(parts) => parts.iter().map(|a| a.nilai).collect(),
                _ => Vec::new(),
            };
            r.nilai().is_some() && value(r) == value(t) || !parts(r).is_empty() && parts(r) == parts(t)
        }) && realisasi.as_ref().is_none_or(|all| all.rentang().is_none()),
        semula_tak_tercapai: printed.is_some_and(|p| semula_tak_tercapai(d, def, p).is_some()),
        huruf: d.kumpulan.indikator(tahun, &def.kode, "huruf").next().map(|p| Angka::tertulis(d, p)),
        capaian: shown.map_or_else(
            || {
                let open = lang.pilih("tidak dihitung", "not computed");
                Angka::kosong(&why.map_or_else(|| open.to_string(), |why| format!("{open}: {why}")))
            },
            |a| {
                let part = part.filter(|_| a.mentah.is_some()).map(|batas| batas.baru(lang));
                Angka { masa: a.masa.clone().or(part), ..a }
            },
        ),
        tercetak: pilih(d.kumpulan.indikator(tahun, &def.kode, "capaian"))
            .and_then(|p| p.nilai())
            .map(|v| v.normalize().to_string()),
        // A quotient has no end; ten decimals are what the other downloads write.
        terhitung: capaian.and_then(|t| t.nilai).map(|v| crate::number::round(v, 10).normalize().to_string()),
        // The rating the report prints is the report's; what the scale gives is ours to say where it prints none.
        predikat: printed_predikat.clone().or_else(|| kelas.as_ref().map(|p| p.kelas.nama.clone())),
        predikat_catatan: skala
            .zip(nilai)
            .filter(|_| {
                printed_predikat.as_ref().is_none_or(|own| kelas.as_ref().is_some_and(|p| p.kelas.nama == *own))
            })
            .and_then(|(s, v)| catatan_predikat(lang, s, v, capaian.and_then(|t| t.batas))),
        lain_satuan,
        titik: None,
    };
    // `850 per 100.000 KH` and `25 menit 30 detik` say their own unit: a second one behind it would be another fact.
    let alone = !row.realisasi.teks.contains(|c: char| c.is_alphabetic() || c == '%');
    row.satuan_di_samping = row.satuan_disebut && alone;
    for (angka, p) in [(&mut row.realisasi, cell), (&mut row.target, target)] {
        if let Some(own) = p.and_then(|p| p.sel.angka()).filter(|_| angka.mentah.is_some()) {
            angka.mentah = Some(own.dalam(satuan.as_deref()).normalize().to_string());
        }
    }
    row.titik = match semasa {
        Some((p, t)) => {
            let real = Angka { masa: row.target_semasa.as_ref().map(|t| t.masa.clone()), ..Angka::tertulis(d, p) };
            let goal = row.target_semasa.as_ref().map_or(&row.target, |t| &t.angka);
            Some(sepasang::titik(d, def, (p, t), (&real, goal)))
        }
        None => printed.zip(target).map(|pair| {
            let points = sepasang::titik(d, def, pair, (&row.realisasi, &row.target))?;
            // Drawn is what is decided, or what the report divides.
            match (row.tercapai, &row.capaian.mentah, part) {
                (None, None, Some(_)) => Err(Lepas::Sebagian),
                (None, None, None) => Err(Lepas::Terbuka),
                _ => Ok(points),
            }
        }),
    };
    Some(row)
}

/// The cell of a result that holds none: that of the year, else that of its last part.
fn sel_kosong<'d>(d: &'d DataOpd<'_>, tahun: i32, kode: &str) -> Option<&'d Pernyataan<'d>> {
    let year = d.kumpulan.indikator(tahun, kode, "realisasi").next();
    year.or_else(|| per_masa_kosong(&d.kumpulan, &format!("{tahun}/indikator/{kode}/realisasi")))
}

/// What must be said beside the predikat of a capaian: that the scale leaves it open, that it has none, that another printed
/// value gives another one.
fn catatan_predikat(lang: Lang, skala: &Skala, nilai: Decimal, batas: Option<(Decimal, Decimal)>) -> Option<String> {
    let Some(p) = predikat(skala, nilai) else {
        let first =
            skala.kelas.first().map(|k| k.tertulis.clone().unwrap_or_else(|| k.nama.clone())).unwrap_or_default();
        return Some(teks!(
            lang,
            "di luar skala yang tercetak, yang tertinggi {first}",
            "outside the printed scale, whose highest class is {first}"
        ));
    };
    let mut notes = Vec::new();
    let ends = batas.map_or([None; 2], |(low, high)| [Some(low), Some(high)]);
    let other = ends.into_iter().flatten().filter_map(|v| predikat(skala, v)).find(|o| o.kelas.nama != p.kelas.nama);
    notes.extend(other.map(|o| {
        let nama = &o.kelas.nama;
        teks!(lang, "dengan angka lain yang tertulis: {nama}", "with the other printed value: {nama}")
    }));
    if p.celah {
        notes.push(teks!(
            lang,
            "nilai ini jatuh di celah skala yang tercetak; dibaca menurut catatan skala",
            "this value falls into a gap of the printed scale; read by the remark on the scale"
        ));
    }
    notes.extend(p.ganda.map(|other| {
        let nama = &other.nama;
        teks!(
            lang,
            "skala yang tercetak juga memuatnya dalam kelas {nama}",
            "the printed scale also puts it into the class {nama}"
        )
    }));
    (!notes.is_empty()).then(|| notes.join("; "))
}
