//! The picture of a record's promises: every indicator against its target, each in its own unit; what is counted and not drawn is said.

use super::angka::Kelas;
use super::bentuk::{self, Bahan};
use super::capaian::Baris;
use super::data::DataOpd;
use super::figure::{Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::gabung;
use super::sepasang::Lepas;
use crate::number::Lang;
use crate::records::{Arah, Rekaman};
use crate::teks;
use std::collections::BTreeMap;

/// What a row of the picture is: its name, its unit where that is no percentage and no score, which way is better where that is
/// down, and that it is not among those counted.
fn nama_baris(lang: Lang, r: &Baris, dihitung: bool) -> String {
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
    let out = (!dihitung).then(|| lang.pilih("tidak dihitung", "not counted").to_string());
    let remarks: Vec<String> = unit.into_iter().chain(down).chain(out).collect();
    if remarks.is_empty() { r.nama.clone() } else { format!("{} ({})", r.nama, remarks.join(", ")) }
}

/// The part of the year a row is held against; nothing for the year.
fn masa(r: &Baris) -> Option<&str> {
    r.target_semasa.as_ref().map(|t| t.masa.as_str())
}

/// `2 indikator lain ada di tabel; 1 tidak digambar karena satuannya berbeda`: what is printed with a target and not drawn.
fn lepas(lang: Lang, rows: &[Baris], lebih: usize) -> Option<String> {
    let mut why: BTreeMap<Lepas, usize> = BTreeMap::new();
    for one in rows.iter().filter_map(|r| r.titik.as_ref()?.as_ref().err()) {
        *why.entry(*one).or_default() += 1;
    }
    let more = (lebih > 0).then(|| match lebih {
        1 => lang.pilih("1 indikator lain ada di tabel", "1 more indicator is in the table").to_string(),
        n => teks!(lang, "{n} indikator lain ada di tabel", "{n} more indicators are in the table"),
    });
    let each: Vec<String> = why.into_iter().map(|(one, n)| format!("{n} {}", one.kata(lang))).collect();
    let not = (!each.is_empty()).then(|| {
        let each = gabung(lang, &each);
        teks!(lang, "tidak digambar: {each}", "not drawn: {each}")
    });
    let all: Vec<String> = more.into_iter().chain(not).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Every indicator against its target, each in its own unit.
pub fn figure(d: &DataOpd<'_>, rekaman: &Rekaman, rows: &[Baris]) -> Option<Figure> {
    let (lang, tahun, nama) = (d.lang, rekaman.tahun, d.nama_pada(rekaman.tahun));
    let known: Vec<(&Baris, &[Titik; 2])> =
        rows.iter().filter_map(|r| Some((r, r.titik.as_ref()?.as_ref().ok()?))).collect();
    let bentuk = bentuk::pilih(Bahan::Janji { baris: known.len() })?;
    let shown = &known[..known.len().min(bentuk::TERBANYAK)];
    let rest = lepas(lang, rows, known.len() - shown.len());
    // Of a record that is copied in part nothing is counted; promises for a part of the year are not counted with those for the year.
    let verdicts: Vec<&Baris> = rows.iter().filter(|r| r.tercapai.is_some() && !rekaman.sebagian).collect();
    let common = verdicts.iter().find(|r| masa(r).is_none()).or(verdicts.last()).and_then(|r| masa(r));
    let counted = |r: &Baris| !rekaman.sebagian && r.tercapai.is_some() && masa(r) == common;
    let decided: Vec<&Baris> = rows.iter().filter(|r| counted(r)).collect();
    let reached = decided.iter().filter(|r| r.tercapai == Some(true)).count();
    let n = decided.len();
    let kapan = common.map_or_else(|| tahun.to_string(), str::to_string);
    // What covers one part of the year throughout is named so once, else each where it stands.
    let first = shown[0].0.capaian.masa.clone();
    let bagian = first.filter(|p| n == 0 && shown.iter().all(|(r, _)| r.capaian.masa.as_ref() == Some(p)));
    let each = shown.iter().map(|(r, [janji, nyata])| {
        let part = r.capaian.masa.clone().filter(|_| bagian.is_none());
        let value = match &r.capaian.mentah {
            Some(_) => r.capaian.teks.clone(),
            None => {
                let (janji, nyata) = (&janji.teks, &nyata.teks);
                teks!(lang, "{nyata}, target {janji}", "{nyata}, target {janji}")
            }
        };
        part.map_or_else(|| format!("{} {value}", r.nama), |part| format!("{} {value} ({part})", r.nama))
    });
    let each = each.collect::<Vec<_>>().join("; ");
    // A result that repeats its target to the digit is said in the same breath.
    let equal = decided.iter().filter(|r| r.sama_persis).count();
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
    // What all of them are measured against is named: the report's own target may be lower than that of its plan.
    let set = decided
        .first()
        .map(|r| r.himpunan.as_str())
        .filter(|set| common.is_none() && !set.is_empty() && decided.iter().all(|r| r.himpunan == *set));
    let sasaran = set.map_or_else(|| "target".to_string(), |set| teks!(lang, "target {set}", "{set} target"));
    let all = rows.iter().filter(|r| r.realisasi.kelas != Kelas::Kosong).count();
    let among = match all > n {
        true => teks!(lang, " (dari {all} yang ada realisasinya)", " (of {all} with a result)"),
        false => String::new(),
    };
    let same = match decided.iter().filter(|r| r.tercapai == Some(true) && r.semula_tak_tercapai).count() {
        0 => same,
        1 => teks!(
            lang,
            "{same}; 1 tidak mencapai target lain yang tercetak untuk tahun itu",
            "{same}; 1 misses another target printed for that year"
        ),
        n => teks!(
            lang,
            "{same}; {n} tidak mencapai target lain yang tercetak untuk tahun itu",
            "{same}; {n} miss another target printed for that year"
        ),
    };
    let kalimat = match (n, &bagian) {
        (0, Some(part)) => teks!(
            lang,
            "Capaian {part} terhadap target {tahun}: {each}.",
            "Achievement of {part} against the {tahun} targets: {each}."
        ),
        (0, None) => {
            teks!(lang, "Capaian terhadap target {tahun}: {each}.", "Achievement against the {tahun} targets: {each}.")
        }
        _ if common.is_some() => teks!(
            lang,
            "{reached} dari {n} indikator yang target dan realisasinya untuk {kapan} bisa dibandingkan mencapai target itu{same}.",
            "{reached} of {n} indicators whose target and result for {kapan} can be compared reached that target{same}."
        ),
        _ => teks!(
            lang,
            "{reached} dari {n} indikator yang target dan realisasinya bisa dibandingkan{among} mencapai {sasaran} {tahun}{same}.",
            "{reached} of {n} indicators whose target and result can be compared{among} reached the {tahun} {sasaran}{same}."
        ),
    };
    let series = |nama: &str, peran, at: usize| Deret {
        nama: nama.into(),
        peran,
        titik: shown.iter().map(|(_, points)| points[at].clone()).collect(),
    };
    Some(Figure {
        lang: d.lang,
        kode: "capaian".into(),
        judul: match (n, &bagian) {
            (0, Some(part)) => teks!(lang, "Capaian {tahun} {part}", "Achievement {tahun}, {part}"),
            (0, None) => teks!(lang, "Capaian terhadap target {tahun}", "Achievement against the {tahun} targets"),
            _ => teks!(
                lang,
                "{reached} dari {n} indikator mencapai {sasaran} {kapan}{title}",
                "{reached} of {n} indicators reached the {kapan} {sasaran}{title}"
            ),
        },
        subjudul: {
            let rest = rest.as_ref().map_or(String::new(), |rest| format!("; {rest}"));
            // Percentages share an axis, as they are drawn.
            let shared = match shown.iter().filter(|(_, points)| points.iter().all(Titik::persen)).count() {
                0 | 1 => String::new(),
                _ => {
                    lang.pilih(", persen pada satu skala dari nol", ", percentages on one scale from zero").to_string()
                }
            };
            teks!(
                lang,
                "Hasil terhadap target, tiap baris dalam satuannya{shared}, {nama}, {tahun}{rest}",
                "Results against targets, each row in its own unit{shared}, {nama}, {tahun}{rest}"
            )
        },
        kalimat: match &rest {
            Some(rest) => format!("{kalimat} {}.", super::kalimat::kapital(rest)),
            None => kalimat,
        },
        bentuk,
        jenis: JenisFigure::Angka,
        satuan: String::new(),
        kepala: lang.pilih("Indikator", "Indicator").into(),
        kategori: shown.iter().map(|(r, _)| nama_baris(lang, r, n == 0 || counted(r))).collect(),
        deret: vec![series("Target", Peran::Target, 0), series(lang.pilih("Realisasi", "Actual"), Peran::Realisasi, 1)],
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
