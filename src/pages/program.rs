//! Program: pagu and realisasi of the programs of a year as one figure.

use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis as JenisFigure, Peran, Titik};
use super::kalimat::rekaman::laju_serapan;
use super::kalimat::{kata, sebab};
use super::tahap;
use crate::measures::{TAHAP_PAGU, Uang, dibelanjakan, dihapus, pagu_akhir, pilih, uang};
use crate::records::{Nilai, Pernyataan, Rekaman, Simpul};
use crate::teks;

/// Pagu and realisasi per program.
pub fn figure(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let k = &d.kumpulan;
    // What the change took away has no budget: it is no row, and no gap.
    let kept = |node: &&Simpul| !dihapus(k, tahun, &node.kode);
    let mut rows: Vec<(&Simpul, Option<Uang>, Option<Uang>)> = rekaman
        .anggaran
        .pohon
        .iter()
        .filter(kept)
        .map(|node| {
            let amount = |real| uang(&d.turunan, k, tahun, &node.kode, real).map(|m| m.uang());
            (node, amount(false), amount(true))
        })
        .collect();
    // A program whose budget is doubted or unknown stands in its row: a picture of the others is none of the whole.
    let unknown = rows.iter().filter(|(_, pagu, _)| pagu.is_none()).count();
    if rows.len() == unknown {
        return None;
    }
    let whole = unknown == 0 && rekaman.anggaran.lengkap().is_some();
    let size = |p: &Option<Uang>| p.map(|u| u.nilai);
    rows.sort_by(|a, b| size(&b.1).cmp(&size(&a.1)).then_with(|| a.0.kode.cmp(&b.0.kode)));
    let point = |v: Option<Uang>, catatan: Option<String>| Titik::uang(lang, v, catatan);
    let rate = |kode: &str| laju_serapan(d, tahun, kode).map(|(text, _)| text);
    let largest = rows[0];
    // Budgets before and after a change stand on one axis only with their names, and none of them is the largest.
    let phases: Vec<Option<String>> = rows.iter().map(|(node, ..)| tahap::sebut(d, tahun, &node.kode)).collect();
    let mixed = phases.iter().flatten().any(|p| Some(p) != phases[0].as_ref());
    // Nor is the whole of which a share was spent that of the bars, where it is printed in another phase.
    let of_total = tahap::sebut(d, tahun, "total");
    let apart = phases[0].clone().zip(of_total).filter(|(own, total)| !mixed && own != total);
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
        titik: rows
            .iter()
            .zip(&phases)
            .map(|((node, p, _), phase)| match p {
                Some(_) => point(*p, phase.clone().filter(|_| mixed || apart.is_some())),
                None => point(None, Some(tanpa_pagu(d, rekaman, &node.kode))),
            })
            .collect(),
    }];
    if spent {
        deret.push(Deret {
            nama: lang.pilih("Realisasi", "Spent").into(),
            peran: if part.is_some() { Peran::Sebagian } else { Peran::Realisasi },
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
    let (program, pagu) = (&largest.0.nama, largest.1.map(|v| v.lengkap(lang)).unwrap_or_default());
    let mut kalimat = match (mixed, whole) {
        (true, _) => lang
            .pilih(
                "Pagu program tercetak pada tahap yang berbeda",
                "The budgets of programs are printed in different phases",
            )
            .to_string(),
        (_, false) if unknown > 0 => teks!(
            lang,
            "Pagu {unknown} program pada {tahun} tidak diketahui pasti, jadi yang terbesar tidak disebut",
            "The budgets of {unknown} programs in {tahun} are not known for sure, so the largest is not named"
        ),
        (_, false) => teks!(
            lang,
            "Program yang anggaran {tahun}-nya ada di portal ini, bukan semuanya",
            "Programs whose {tahun} budget is in this portal, not all of them"
        ),
        _ if rows.len() > 1 && !melebihi(rows[0].1, rows[1].1) => {
            teks!(lang, "Anggaran {tahun} menurut program", "The {tahun} budget by program")
        }
        _ => teks!(
            lang,
            "Program dengan pagu terbesar pada {tahun} adalah {program} ({pagu})",
            "The program with the largest budget in {tahun} is {program} ({pagu})"
        ),
    };
    if let Some((own, total)) = &apart {
        kalimat.push_str(&teks!(
            lang,
            "; pagu tiap program di sini pagu {own}, bukan pagu {total}",
            "; the budgets of the programs here are the {own} ones, not the {total} ones"
        ));
    }
    if let Some(rate) = &total_rate {
        let until = match &apart {
            Some((_, total)) => teks!(lang, " dari pagu {total}{until}", " of the {total} budget{until}"),
            None => until.clone(),
        };
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

/// Whether an amount is certainly above another.
fn melebihi(a: Option<Uang>, b: Option<Uang>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.ujung().0 > b.ujung().1)
}

/// What the last phase in which a program is printed says of its budget.
fn tahap_akhir<'d>(d: &'d DataOpd<'_>, tahun: i32, kode: &str) -> Option<&'d Pernyataan<'d>> {
    TAHAP_PAGU.iter().find_map(|phase| d.kumpulan.anggaran(tahun, kode, phase).next())
}

/// Why the budget of a program is not known: it is doubted, or its cell says so.
fn tanpa_pagu(d: &DataOpd<'_>, rekaman: &Rekaman, kode: &str) -> String {
    match tahap_akhir(d, rekaman.tahun, kode) {
        Some(p) if p.sel.ragu => d.lang.pilih("diragukan", "in doubt").to_string(),
        Some(p) => match &p.sel.nilai {
            Nilai::Kosong(why) => kata::kosong(d.lang, *why, &p.sel.tercetak),
            _ => d.lang.pilih("tidak diketahui pasti", "not known for sure").to_string(),
        },
        None => sebab::ringkas(d, rekaman, kode, false),
    }
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
