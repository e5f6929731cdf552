//! Program: pagu and realisasi of the programs of a year as one figure.

use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::kata;
use super::kalimat::rekaman::laju_serapan;
use crate::measures::{dibelanjakan, pagu_akhir, pilih, uang};
use crate::records::{Rekaman, Simpul};
use crate::teks;
use rust_decimal::Decimal;

/// Pagu and realisasi per program.
pub fn figure(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let k = &d.kumpulan;
    let mut rows: Vec<(&Simpul, Option<Decimal>, Option<Decimal>)> = rekaman
        .anggaran
        .pohon
        .iter()
        .map(|node| {
            let amount = |real| uang(&d.turunan, k, tahun, &node.kode, real).map(|m| m.nilai);
            (node, amount(false), amount(true))
        })
        .filter(|(_, pagu, _)| pagu.is_some())
        .collect();
    if rows.is_empty() {
        return None;
    }
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.kode.cmp(&b.0.kode)));
    let point = |v: Option<Decimal>, catatan: Option<String>| Titik {
        nilai: v,
        teks: v.map_or_else(|| "—".into(), |v| lang.rupiah_short(v)),
        lengkap: v.map_or_else(|| "—".into(), |v| lang.rupiah(v)),
        rentang: None,
        catatan,
    };
    let rate = |kode: &str| laju_serapan(d, tahun, kode).map(|(text, _)| text);
    let largest = rows[0];
    // Budgets before and after a change stand on one axis only with their names, and none of them is the largest.
    let phases: Vec<Option<String>> = rows.iter().map(|(node, ..)| tahap(d, tahun, &node.kode)).collect();
    let mixed = phases.iter().any(|p| p != &phases[0]);
    let spent = rows.iter().any(|(_, _, r)| r.is_some());
    // Quoted alone, nine months must not read as a year.
    let part = (!rekaman.setahun()).then(|| rekaman.batas_data.baru(lang));
    let named = |rate: String| match &part {
        Some(part) => format!("{rate}, {part}"),
        None => rate,
    };
    let until = part.as_ref().map_or(String::new(), |part| format!(" ({part})"));
    let total_rate = rate("total");
    let mut deret = vec![Deret {
        nama: lang.pilih("Pagu", "Budget").into(),
        peran: Peran::Keseluruhan,
        titik: rows.iter().zip(&phases).map(|((_, p, _), phase)| point(*p, phase.clone().filter(|_| mixed))).collect(),
    }];
    if spent {
        deret.push(Deret {
            nama: lang.pilih("Realisasi", "Spent").into(),
            peran: Peran::Realisasi,
            titik: rows
                .iter()
                .map(|(node, _, r)| match dibelanjakan(k, tahun, &node.kode) {
                    // What is printed and doubted is not absent.
                    Some(p) if r.is_none() && p.utama.sel.ragu => {
                        let word = lang.pilih("diragukan", "in doubt").to_string();
                        Titik { teks: word.clone(), lengkap: word, ..point(None, None) }
                    }
                    _ => point(*r, rate(&node.kode).map(named)),
                })
                .collect(),
        });
    }
    let short = |name: &str| {
        let lower = name.to_lowercase();
        let rest = lower.strip_prefix("program ").map_or(name, |_| name[8..].trim());
        rest.to_string()
    };
    let what = match spent {
        true => lang.pilih("Pagu dan realisasi per program", "Budget and spending by program"),
        false => lang.pilih("Pagu per program", "Budget by program"),
    };
    let bentuk = if spent { Bentuk::BatangGanda } else { Bentuk::Batang };
    let judul = match &total_rate {
        Some(rate) => {
            teks!(lang, "{rate} anggaran {tahun} dibelanjakan{until}", "{rate} of the {tahun} budget spent{until}")
        }
        None => teks!(lang, "Anggaran {tahun} menurut program", "The {tahun} budget by program"),
    };
    let (program, pagu) = (&largest.0.nama, largest.1.map(|v| lang.rupiah(v)).unwrap_or_default());
    let mut kalimat = match mixed {
        true => lang
            .pilih(
                "Pagu program tercetak pada tahap yang berbeda",
                "The budgets of programs are printed in different phases",
            )
            .to_string(),
        false => teks!(
            lang,
            "Program dengan pagu terbesar pada {tahun} adalah {program} ({pagu})",
            "The program with the largest budget in {tahun} is {program} ({pagu})"
        ),
    };
    if let Some(rate) = &total_rate {
        kalimat.push_str(&teks!(
            lang,
            "; serapan seluruh program {rate}{until}",
            "; of all programs {rate} was spent{until}"
        ));
    }
    kalimat.push('.');
    Some(Figure {
        lang,
        kode: "anggaran-program".into(),
        judul,
        subjudul: format!("{what}, {}, {tahun}", d.nama_pada(tahun)),
        kalimat,
        bentuk,
        jenis: JenisFigure::Rupiah,
        satuan: "Rp".into(),
        kepala: "Program".into(),
        kategori: rows.iter().map(|(node, _, _)| short(&node.nama)).collect(),
        deret,
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: sumber(d, rekaman),
        keadaan: d.keadaan(rekaman.batas_data),
    })
}

/// The phase of the pagu that is shown: `perubahan`.
fn tahap(d: &DataOpd<'_>, tahun: i32, subjek: &str) -> Option<String> {
    let last = pagu_akhir(&d.kumpulan, tahun, subjek)?;
    Some(kata::himpunan(d.lang, last.utama.alamat.rsplit("pagu.").next().unwrap_or_default()))
}

/// The tables the amounts of programs come from.
pub(super) fn sumber(d: &DataOpd<'_>, rekaman: &Rekaman) -> String {
    let mut places: Vec<String> = Vec::new();
    for node in &rekaman.anggaran.pohon {
        for p in [
            pagu_akhir(&d.kumpulan, rekaman.tahun, &node.kode),
            pilih(d.kumpulan.anggaran(rekaman.tahun, &node.kode, "realisasi")),
        ]
        .into_iter()
        .flatten()
        {
            let text = d.sumber_teks(&p.utama.sumber.letak, &p.utama.sumber.dokumen);
            if !places.contains(&text) {
                places.push(text);
            }
        }
    }
    places.truncate(4);
    places.join("; ")
}
