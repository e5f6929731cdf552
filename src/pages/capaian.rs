//! Capaian: the indicators of a record against their targets, as rows and as a figure.

use super::angka::Angka;
use super::bentuk::{self, Bahan};
use super::data::DataOpd;
use super::figure::{Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::kata;
use super::kalimat::target::dicapai;
use crate::measures::{
    per_masa, pilih, predikat, realisasi_indikator, realisasi_tercetak, sebagian, target_kosong, target_tercetak,
    terhadap,
};
use crate::number::Lang;
use crate::opd::Capaian;
use crate::records::{Arah, Indikator, Pernyataan, Rekaman, Skala, Tingkat};
use crate::teks;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One indicator in one year.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// Which way is better; nothing where it follows need.
    pub arah: Option<Arah>,
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
    /// Whether the target is reached, by what it means; nothing where that is open.
    pub tercapai: Option<bool>,
    #[serde(skip)]
    sama_persis: bool,
    #[serde(skip)]
    nilai: Option<Decimal>,
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
    let printed = realisasi_tercetak(&d.kumpulan, tahun, &def.kode);
    let target = target_tercetak(&d.kumpulan, tahun, &def.kode);
    let parts = per_masa(&d.kumpulan, &format!("{tahun}/indikator/{}/realisasi", def.kode));
    if printed.is_none() && target.is_none() && parts.is_empty() {
        return None;
    }
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
    let himpunan = target.and_then(|t| t.alamat.rsplit("target.").next()).unwrap_or_default();
    let why =
        printed.zip(target).and_then(|(r, t)| terhadap(d.sumber, r, t)).map(|h| h.kata().in_lang(lang).to_string());
    Some(Baris {
        nama: def.nama.clone(),
        url: format!("{}indikator/{}/", d.alamat(), def.kode),
        tingkat: kata::tingkat(d.lang, def.tingkat),
        iku: def.iku,
        satuan_disebut: def.satuan_disebut(),
        satuan: def.satuan.clone(),
        arah: (!def.menurut_kebutuhan).then_some(def.arah),
        target: target.map_or_else(
            || {
                target_kosong(&d.kumpulan, tahun, &def.kode).map_or_else(
                    || Angka::kosong(lang.pilih("target belum ada di portal ini", "no target in this portal yet")),
                    |p| Angka::tertulis(d, p),
                )
            },
            |p| pilih(d.kumpulan.di(&p.alamat)).map_or_else(|| Angka::tertulis(d, p), |all| Angka::pilihan(d, &all)),
        ),
        himpunan: kata::himpunan(lang, himpunan),
        realisasi: match (&realisasi, printed, Angka::per_bagian(d, def, tahun)) {
            (Some(all), ..) => sebagian_tahun(d, all.utama, Angka::pilihan(d, all)),
            (None, Some(p), _) => sebagian_tahun(d, p, Angka::tertulis(d, p)),
            (None, None, Some(parts)) => parts,
            // A cell without a number says why; where there is no cell, the portal only knows that it holds none.
            (None, None, None) => d.kumpulan.indikator(tahun, &def.kode, "realisasi").next().map_or_else(
                || match target.is_some_and(|t| d.temuan(&t.alamat).any(|t| t.aturan.kode == "tanpa-realisasi")) {
                    // A record that was copied whole knows more.
                    true => Angka::kosong(lang.pilih("tidak tercetak", "not printed")),
                    false => Angka::kosong(lang.pilih("belum ada di portal ini", "not in this portal yet")),
                },
                |p| Angka::tertulis(d, p),
            ),
        },
        tercapai: printed.and_then(|p| dicapai(d, def, p)),
        sama_persis: printed.zip(target).is_some_and(|(r, t)| r.nilai().is_some() && r.nilai() == t.nilai())
            && realisasi.as_ref().is_none_or(|all| all.rentang().is_none()),
        huruf: d.kumpulan.indikator(tahun, &def.kode, "huruf").next().map(|p| Angka::tertulis(d, p)),
        capaian: shown.map_or_else(
            || {
                let open = lang.pilih("tidak dihitung", "not computed");
                Angka::kosong(&why.map_or_else(|| open.to_string(), |why| format!("{open}: {why}")))
            },
            |a| {
                let masa = part.filter(|_| a.mentah.is_some()).map(|batas| batas.baru(lang));
                Angka { masa, ..a }
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
        nilai: capaian.and_then(|t| t.nilai),
    })
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

/// The exact number of a figure.
fn mentah(a: &Angka) -> Option<Decimal> {
    a.mentah.as_deref()?.parse().ok()
}

/// What a row of the picture is: its name, its unit where that is no percentage and no score, which way is better where that is down.
fn nama_baris(lang: Lang, r: &Baris) -> String {
    let unit = r.satuan.clone().filter(|_| r.satuan_disebut);
    // A shorter bar than the mark looks like a failure there: the verdict is said.
    let down = (r.arah == Some(Arah::Turun)).then(|| {
        let better = lang.pilih("makin rendah makin baik", "lower is better");
        match r.tercapai {
            Some(true) => teks!(lang, "{better}: tercapai", "{better}: reached"),
            Some(false) => teks!(lang, "{better}: belum tercapai", "{better}: not reached"),
            None => better.to_string(),
        }
    });
    let remarks: Vec<String> = unit.into_iter().chain(down).collect();
    if remarks.is_empty() { r.nama.clone() } else { format!("{} ({})", r.nama, remarks.join(", ")) }
}

/// Every indicator against its target, each in its own unit.
pub fn figure(d: &DataOpd<'_>, rekaman: &Rekaman, rows: &[Baris]) -> Option<Figure> {
    // A bullet needs both numbers; what has none stays in the table below.
    let both = |r: &&Baris| r.nilai.is_some() && mentah(&r.target).is_some() && mentah(&r.realisasi).is_some();
    let known: Vec<&Baris> = rows.iter().filter(both).collect();
    let bentuk = bentuk::pilih(Bahan::Janji { baris: known.len() })?;
    let shown = &known[..known.len().min(bentuk::TERBANYAK)];
    // What the documents print with several values is written and drawn with all of them.
    let titik = |a: &Angka| {
        let teks = a.rentang.clone().unwrap_or_else(|| a.teks.clone());
        Titik { nilai: mentah(a), lengkap: teks.clone(), teks, rentang: a.batas, catatan: None }
    };
    // A value of a part of the year is drawn hollow, with its months.
    let nilai = |r: &&Baris| Titik { catatan: r.realisasi.masa.clone(), ..titik(&r.realisasi) };
    let decided: Vec<bool> = rows.iter().filter_map(|r| r.tercapai).collect();
    let reached = decided.iter().filter(|v| **v).count();
    // Of a record that is copied in part nothing is counted.
    let n = if rekaman.sebagian { 0 } else { decided.len() };
    let (lang, tahun, nama) = (d.lang, rekaman.tahun, d.nama_pada(rekaman.tahun));
    // What covers one part of the year throughout is named so once, else each where it stands.
    let first = shown[0].capaian.masa.clone();
    let bagian = first.filter(|p| n == 0 && shown.iter().all(|r| r.capaian.masa.as_ref() == Some(p)));
    let masa = |r: &Baris| r.capaian.masa.clone().filter(|_| bagian.is_none());
    let each = shown.iter().map(|r| match masa(r) {
        Some(part) => format!("{} {} ({part})", r.nama, r.capaian.teks),
        None => format!("{} {}", r.nama, r.capaian.teks),
    });
    let each = each.collect::<Vec<_>>().join("; ");
    // A result that repeats its target to the digit is said in the same breath.
    let equal = rows.iter().filter(|r| r.tercapai.is_some() && r.sama_persis).count();
    let title = match equal {
        0 | 1 => String::new(),
        n => teks!(lang, "; {n} sama persis", "; {n} equal it to the digit"),
    };
    let same = match equal {
        0 | 1 => String::new(),
        n => {
            teks!(lang, "; {n} realisasi sama persis dengan targetnya", "; {n} results equal their target to the digit")
        }
    };
    Some(Figure {
        lang: d.lang,
        kode: "capaian".into(),
        judul: match (n, &bagian) {
            (0, Some(part)) => teks!(lang, "Capaian {tahun} {part}", "Achievement {tahun}, {part}"),
            (0, None) => teks!(lang, "Capaian terhadap target {tahun}", "Achievement against the {tahun} targets"),
            _ => teks!(
                lang,
                "{reached} dari {n} indikator mencapai target {tahun}{title}",
                "{reached} of {n} indicators reached the {tahun} target{title}"
            ),
        },
        subjudul: {
            let left = known.len() - shown.len();
            let rest = match left {
                0 => String::new(),
                n => teks!(lang, "; {n} indikator lain ada di tabel", "; {n} more indicators are in the table"),
            };
            teks!(
                lang,
                "Hasil terhadap target, tiap baris dalam satuannya, {nama}, {tahun}{rest}",
                "Results against targets, each row in its own unit, {nama}, {tahun}{rest}"
            )
        },
        kalimat: match (n, &bagian) {
            (0, Some(part)) => teks!(
                lang,
                "Capaian {part} terhadap target {tahun}: {each}.",
                "Achievement of {part} against the {tahun} targets: {each}."
            ),
            (0, None) => teks!(
                lang,
                "Capaian terhadap target {tahun}: {each}.",
                "Achievement against the {tahun} targets: {each}."
            ),
            _ => teks!(
                lang,
                "{reached} dari {n} indikator yang target dan realisasinya bisa dibandingkan mencapai targetnya pada {tahun}{same}.",
                "{reached} of {n} indicators whose target and result can be compared reached their target in {tahun}{same}."
            ),
        },
        bentuk,
        jenis: JenisFigure::Angka,
        satuan: String::new(),
        kepala: lang.pilih("Indikator", "Indicator").into(),
        kategori: shown.iter().map(|r| nama_baris(lang, r)).collect(),
        deret: vec![
            Deret {
                nama: "Target".into(),
                peran: Peran::Target,
                titik: shown.iter().map(|r| titik(&r.target)).collect(),
            },
            Deret {
                nama: lang.pilih("Realisasi", "Actual").into(),
                peran: Peran::Realisasi,
                titik: shown.iter().map(nilai).collect(),
            },
        ],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: teks!(
            lang,
            "Dihitung dari target dan realisasi tiap indikator; rumusnya terbuka pada tiap angka",
            "Computed from target and actual of each indicator; each figure opens its formula"
        ),
        keadaan: d.keadaan(rekaman.batas_data),
    })
}
