//! How the money of a record moved: from the first budget to what was spent (waterfall), and down the tree (icicle).

use super::bentuk::{self, Bahan};
use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use crate::measures::{pilih, uang};
use crate::number::Lang;
use crate::records::{Rekaman, Simpul};
use crate::teks;
use rust_decimal::Decimal;

/// So many programs have a step of their own; the others share one.
const LANGKAH: usize = 4;
/// Blocks below a fiftieth of the whole are too thin to be read.
const SETIPIS: i64 = 50;

fn titik(lang: Lang, nilai: Option<Decimal>, beda: bool) -> Titik {
    let sign = |v: Decimal, text: String| if beda && v > Decimal::ZERO { format!("+{text}") } else { text };
    Titik {
        nilai,
        teks: nilai.map_or_else(|| "—".into(), |v| sign(v, lang.rupiah_short(v))),
        lengkap: nilai.map_or_else(|| "—".into(), |v| sign(v, lang.rupiah(v))),
        rentang: None,
        catatan: None,
        jenjang: None,
    }
}

/// A name of a program without the word everybody knows it is.
fn singkat(name: &str) -> String {
    let lower = name.to_lowercase();
    if lower.starts_with("program ") { name[8..].trim().to_string() } else { name.to_string() }
}

/// A certain amount: what is doubted carries nothing.
fn pasti(p: Option<crate::measures::Pilihan<'_, '_>>) -> Option<Decimal> {
    p.filter(|p| !p.utama.sel.ragu).and_then(|p| p.nilai())
}

/// From the first budget over its revision to what was spent.
pub fn air_terjun(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun, k) = (d.lang, rekaman.tahun, &d.kumpulan);
    let awal = pasti(pilih(k.anggaran(tahun, "total", "pagu.murni")))?;
    let akhir = uang(&d.turunan, k, tahun, "total", false)?.nilai;
    let belanja = uang(&d.turunan, k, tahun, "total", true)?.nilai;
    let naik = akhir.checked_sub(awal)?;
    let sisa = akhir.checked_sub(belanja)?;
    // The phase of the last budget must be the revised one, or there is no change to show.
    let revised = pasti(pilih(k.anggaran(tahun, "total", "pagu.perubahan")))?;
    if revised != akhir || naik.is_zero() {
        return None;
    }
    let bentuk = bentuk::pilih(Bahan::Perubahan { jumlah: 3 })?;
    let mut steps = vec![(lang.pilih("Anggaran awal", "First budget").to_string(), Some(awal), None)];
    steps.extend(perubahan(d, rekaman, naik).into_iter().map(|(name, v)| (name, None, Some(v))));
    steps.push((lang.pilih("Setelah perubahan", "After the revision").into(), Some(akhir), None));
    // Before the year is over nothing is left over: it is not spent yet.
    let part = (!rekaman.setahun()).then(|| rekaman.batas_data.baru(lang));
    let rest = match part {
        None => lang.pilih("Tidak terpakai", "Not spent"),
        Some(_) => lang.pilih("Belum dibelanjakan", "Not spent yet"),
    };
    let sebut = rest.to_lowercase();
    let masa = part.map_or_else(String::new, |part| format!(" ({part})"));
    steps.push((rest.into(), None, Some(Decimal::ZERO.checked_sub(sisa)?)));
    steps.push((lang.pilih("Dibelanjakan", "Spent").into(), Some(belanja), None));
    let (up, left) = (lang.rupiah_short(naik.abs()), lang.rupiah_short(sisa.abs()));
    let word = if naik > Decimal::ZERO { lang.pilih("naik", "rose by") } else { lang.pilih("turun", "fell by") };
    let nama = d.nama_pada(tahun);
    Some(Figure {
        lang,
        kode: "anggaran-berubah".into(),
        judul: teks!(lang, "Anggaran {word} {up}, {left} {sebut}{masa}", "Budget {word} {up}, {left} {sebut}{masa}"),
        subjudul: teks!(
            lang,
            "Dari anggaran awal sampai belanja, {nama}, {tahun}",
            "From the first budget to spending, {nama}, {tahun}"
        ),
        kalimat: teks!(
            lang,
            "Anggaran {tahun} {word} {up} di tengah tahun; {left} {sebut}{masa}.",
            "The {tahun} budget {word} {up} during the year; {left} {sebut}{masa}."
        ),
        bentuk,
        jenis: Jenis::Rupiah,
        satuan: "Rp".into(),
        kepala: lang.pilih("Langkah", "Step").into(),
        kategori: steps.iter().map(|(name, _, _)| name.clone()).collect(),
        deret: vec![
            Deret {
                nama: lang.pilih("Jumlah", "Total").into(),
                peran: Peran::Keseluruhan,
                titik: steps.iter().map(|(_, v, _)| titik(lang, *v, false)).collect(),
            },
            Deret {
                nama: lang.pilih("Perubahan", "Change").into(),
                peran: Peran::Lain,
                titik: steps.iter().map(|(_, _, v)| titik(lang, *v, true)).collect(),
            },
        ],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: super::program::sumber(d, rekaman),
        keadaan: d.keadaan(rekaman.batas_data),
    })
}

/// The change by program where both phases of every program are printed and their changes add up to the whole; else one step.
fn perubahan(d: &DataOpd<'_>, rekaman: &Rekaman, naik: Decimal) -> Vec<(String, Decimal)> {
    let (lang, tahun, k) = (d.lang, rekaman.tahun, &d.kumpulan);
    let whole = || vec![(lang.pilih("Perubahan anggaran", "Revision of the budget").to_string(), naik)];
    let of = |node: &Simpul, phase: &str| pasti(pilih(k.anggaran(tahun, &node.kode, phase)));
    let Some(programs) = rekaman.anggaran.lengkap() else { return whole() };
    let each: Option<Vec<(String, Decimal)>> = programs
        .iter()
        .map(|node| {
            let (before, after) = (of(node, "pagu.murni"), of(node, "pagu.perubahan"));
            let change =
                after.or(Some(Decimal::ZERO).filter(|_| before.is_some()))?.checked_sub(before.unwrap_or_default())?;
            after.or(before)?;
            Some((singkat(&node.nama), change))
        })
        .collect();
    let Some(mut each) = each else { return whole() };
    let sum = each.iter().try_fold(Decimal::ZERO, |all, (_, v)| all.checked_add(*v));
    if sum != Some(naik) {
        return whole();
    }
    each.retain(|(_, v)| !v.is_zero());
    each.sort_by(|a, b| b.1.abs().cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0)));
    if each.len() > LANGKAH + 1 {
        let rest = each.split_off(LANGKAH);
        let n = rest.len();
        let sum = rest.iter().fold(Decimal::ZERO, |all, (_, v)| all.saturating_add(*v));
        each.push((teks!(lang, "{n} program lain", "{n} other programs"), sum));
    }
    each
}

/// The budget from programs to kegiatan and sub kegiatan, each as high as its amount.
pub fn petak(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let amount = |node: &Simpul| uang(&d.turunan, &d.kumpulan, tahun, &node.kode, false).map(|m| m.nilai);
    let mut rows: Vec<(String, Decimal)> = Vec::new();
    // The share of a program needs the whole.
    let mut programs: Vec<(&Simpul, Decimal)> = rekaman
        .anggaran
        .lengkap()?
        .iter()
        .filter_map(|n| Some((n, amount(n)?)))
        .filter(|(_, v)| *v > Decimal::ZERO)
        .collect();
    programs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.kode.cmp(&b.0.kode)));
    let whole = programs.iter().try_fold(Decimal::ZERO, |all, (_, v)| all.checked_add(*v))?;
    // Without a level below there is nothing a bar would not say.
    if programs.len() < 2 || !programs.iter().any(|(n, _)| n.anak.iter().any(|c| amount(c).is_some())) {
        return None;
    }
    let seen = |v: Decimal| v.checked_mul(SETIPIS.into()).is_none_or(|v| v >= whole);
    let mut hidden = 0usize;
    for (node, value) in &programs {
        let top = singkat(&node.nama);
        rows.push((top.clone(), *value));
        let mut below: Vec<(String, &Simpul)> = node.anak.iter().map(|c| (top.clone(), c)).collect();
        while !below.is_empty() {
            let mut next = Vec::new();
            below.sort_by_key(|(path, c)| (path.clone(), std::cmp::Reverse(amount(c)), c.kode.clone()));
            for (path, child) in below {
                let Some(value) = amount(child).filter(|v| *v > Decimal::ZERO) else { continue };
                if !seen(value) {
                    hidden += 1;
                    continue;
                }
                let name = format!("{path} › {}", singkat(&child.nama));
                next.extend(child.anak.iter().map(|c| (name.clone(), c)));
                rows.push((name, value));
            }
            below = next;
        }
    }
    let (nama, first) = (d.nama_pada(tahun), &programs[0]);
    let share = crate::number::round(first.1.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?, 0);
    let (share, program, pagu) = (lang.percent(share, 0), singkat(&first.0.nama), lang.rupiah_short(whole));
    // The printed total is named as it is; a sum of the programs read is named as ours.
    let printed = uang(&d.turunan, &d.kumpulan, tahun, "total", false).is_some_and(|m| m.nilai == whole);
    let n = programs.len();
    let dari = match printed {
        true => teks!(lang, "Dari pagu {pagu}", "Of the budget of {pagu}"),
        false => teks!(
            lang,
            "Dari {pagu}, jumlah pagu {n} program yang terbaca",
            "Of {pagu}, the sum of the budgets of {n} programs read"
        ),
    };
    let left = match hidden {
        0 => String::new(),
        n => teks!(lang, " {n} bagian di bawah 2% tidak digambar.", " {n} parts below 2% are not drawn."),
    };
    Some(Figure {
        lang,
        kode: "anggaran-petak".into(),
        judul: teks!(lang, "{share} anggaran untuk satu program", "{share} of the budget for one program"),
        subjudul: teks!(
            lang,
            "Pagu menurut program dan kegiatan, {nama}, {tahun}.{left}",
            "Budget by program and activity, {nama}, {tahun}.{left}"
        ),
        kalimat: teks!(
            lang,
            "{dari}, bagian terbesar ({share}) untuk {program}.{left}",
            "{dari} the largest part ({share}) is for {program}.{left}"
        ),
        bentuk: Bentuk::Petak,
        jenis: Jenis::Rupiah,
        satuan: "Rp".into(),
        kepala: lang.pilih("Bagian", "Part").into(),
        kategori: rows.iter().map(|(name, _)| name.clone()).collect(),
        deret: vec![Deret {
            nama: lang.pilih("Pagu", "Budget").into(),
            peran: Peran::Realisasi,
            titik: rows.iter().map(|(_, v)| titik(lang, Some(*v), false)).collect(),
        }],
        acuan: None,
        sebaran: None,
        putus: Vec::new(),
        sumber: super::program::sumber(d, rekaman),
        keadaan: d.keadaan(rekaman.batas_data),
    })
}
