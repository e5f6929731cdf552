//! How the money of a record moved: from the first budget to what was spent (waterfall), and down the tree (icicle).

use super::bentuk::{self, Bahan};
use super::data::DataOpd;
use super::figure::{Bentuk, Deret, Figure, Jenis, Peran, Titik};
use super::tahap;
use crate::measures::{Uang, babak, pagu_awal, pilih, tahap_pagu, uang};
use crate::number::Lang;
use crate::records::{Rekaman, Simpul};
use crate::teks;
use rust_decimal::Decimal;

/// So many programs have a step of their own; the others share one.
const LANGKAH: usize = 4;
/// Blocks below a fiftieth of the whole are too thin to be read.
const SETIPIS: i64 = 50;

fn titik(lang: Lang, nilai: Option<Uang>, beda: bool) -> Titik {
    let t = Titik::uang(lang, nilai, None);
    match nilai.filter(|_| beda) {
        Some(u) => Titik { teks: u.bertambah(lang, true), lengkap: u.bertambah(lang, false), ..t },
        None => t,
    }
}

/// A name of a program without the word everybody knows it is; what is printed in capitals throughout takes less room
/// without them.
fn singkat(name: &str) -> String {
    if !name.chars().any(char::is_lowercase) {
        return super::uang_opd::nama_program(name);
    }
    let lower = name.to_lowercase();
    if lower.starts_with("program ") { name[8..].trim().to_string() } else { name.to_string() }
}

/// A certain amount: what is doubted carries nothing.
fn pasti(p: Option<crate::measures::Pilihan<'_, '_>>) -> Option<Uang> {
    p.filter(|p| !p.utama.sel.ragu).and_then(|p| p.utama.sel.bukti()).map(Uang::tercetak)
}

/// From the first budget over its revision to what was spent.
pub fn air_terjun(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun, k) = (d.lang, rekaman.tahun, &d.kumpulan);
    // The phase of the last budget must be the revised one, or there is no change to show.
    let (tahap, summed) = tahap_pagu(&d.turunan, k, tahun, "total").filter(|(phase, _)| babak(phase) == 2)?;
    let awal = pagu_awal(&d.turunan, k, tahun)?.uang();
    let akhir = uang(&d.turunan, k, tahun, "total", false)?.uang();
    let belanja = uang(&d.turunan, k, tahun, "total", true)?.uang();
    let (naik, sisa) = (akhir.kurang(awal)?, akhir.kurang(belanja)?);
    // Of round figures it may not be known whether it rose.
    if !naik.bertanda() || !(sisa.nilai.is_zero() || sisa.bertanda()) {
        return None;
    }
    let bentuk = bentuk::pilih(Bahan::Perubahan { jumlah: 3 })?;
    let mut steps = vec![(lang.pilih("Anggaran awal", "First budget").to_string(), Some(awal), None)];
    steps.extend(perubahan(d, rekaman, &tahap, naik).into_iter().map(|(name, v)| (name, None, Some(v))));
    steps.push((lang.pilih("Setelah perubahan", "After the revision").into(), Some(akhir), None));
    // Before the year is over nothing is left over: it is not spent yet.
    let part = (!rekaman.setahun()).then(|| rekaman.batas_data.baru(lang));
    let lewat = sisa.nilai < Decimal::ZERO;
    let rest = match part {
        _ if lewat => lang.pilih("Melebihi anggaran", "Over the budget"),
        None => lang.pilih("Tidak terpakai", "Not spent"),
        Some(_) => lang.pilih("Belum dibelanjakan", "Not spent yet"),
    };
    let sebut = rest.to_lowercase();
    let masa = part.as_ref().map_or_else(String::new, |part| format!(" ({part})"));
    steps.push((rest.into(), None, Some(belanja.kurang(akhir)?)));
    steps.push((lang.pilih("Dibelanjakan", "Spent").into(), Some(belanja), None));
    let (up, left) = (naik.mutlak().singkat(lang), sisa.mutlak().singkat(lang));
    let word = if naik.nilai > Decimal::ZERO { lang.pilih("naik", "rose by") } else { lang.pilih("turun", "fell by") };
    let nama = d.nama_pada(tahun);
    // What no row prints is said to be ours.
    let ours = match summed {
        true => {
            lang.pilih("; jumlah semua program, dihitung portal ini", "; sums of all programs, computed by this portal")
        }
        false => "",
    };
    let mut jumlah: Vec<Titik> = steps.iter().map(|(_, v, _)| titik(lang, *v, false)).collect();
    // What was spent of a year that is not over is named with its months, and hollow for it.
    if let Some(spent) = jumlah.last_mut() {
        spent.catatan = part;
    }
    Some(Figure {
        lang,
        kode: "anggaran-berubah".into(),
        judul: teks!(lang, "Anggaran {word} {up}, {left} {sebut}{masa}", "Budget {word} {up}, {left} {sebut}{masa}"),
        subjudul: teks!(
            lang,
            "Dari anggaran awal sampai belanja, {nama}, {tahun}{ours}",
            "From the first budget to spending, {nama}, {tahun}{ours}"
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
            Deret { nama: lang.pilih("Jumlah", "Total").into(), peran: Peran::Keseluruhan, titik: jumlah },
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
fn perubahan(d: &DataOpd<'_>, rekaman: &Rekaman, tahap: &str, naik: Uang) -> Vec<(String, Uang)> {
    let (lang, tahun, k) = (d.lang, rekaman.tahun, &d.kumpulan);
    let whole = || vec![(lang.pilih("Perubahan anggaran", "Revision of the budget").to_string(), naik)];
    let of = |node: &Simpul, phase: &str| pasti(pilih(k.anggaran(tahun, &node.kode, phase)));
    let Some(programs) = rekaman.anggaran.lengkap() else { return whole() };
    let none = || Uang::terhitung(Decimal::ZERO, None);
    let each: Option<Vec<(String, Uang)>> = programs
        .iter()
        .map(|node| {
            let (before, after) = (of(node, "pagu.murni"), of(node, tahap));
            let change = after.or(before.map(|_| none()))?.kurang(before.unwrap_or_else(none))?;
            after.or(before)?;
            Some((singkat(&node.nama), change))
        })
        .collect();
    let Some(mut each) = each else { return whole() };
    let sum = each.iter().try_fold(Decimal::ZERO, |all, (_, v)| all.checked_add(v.nilai));
    if sum != Some(naik.nilai) {
        return whole();
    }
    each.retain(|(_, v)| !v.nilai.is_zero());
    each.sort_by(|a, b| b.1.nilai.abs().cmp(&a.1.nilai.abs()).then_with(|| a.0.cmp(&b.0)));
    if each.len() > LANGKAH + 1 {
        let rest = each.split_off(LANGKAH);
        let n = rest.len();
        let amounts: Vec<Uang> = rest.into_iter().map(|(_, v)| v).collect();
        let Some(sum) = Uang::jumlah(&amounts) else { return whole() };
        each.push((teks!(lang, "{n} program lain", "{n} other programs"), sum));
    }
    each
}

/// The budget from programs to kegiatan and sub kegiatan, each as high as its amount.
pub fn petak(d: &DataOpd<'_>, rekaman: &Rekaman) -> Option<Figure> {
    let (lang, tahun) = (d.lang, rekaman.tahun);
    let amount = |node: &Simpul| uang(&d.turunan, &d.kumpulan, tahun, &node.kode, false).map(|m| m.uang());
    let mut rows: Vec<(String, Uang)> = Vec::new();
    // The share of a program needs the whole.
    let mut programs: Vec<(&Simpul, Uang)> = rekaman
        .anggaran
        .lengkap()?
        .iter()
        .filter_map(|n| Some((n, amount(n)?)))
        .filter(|(_, v)| v.nilai > Decimal::ZERO)
        .collect();
    programs.sort_by(|a, b| b.1.nilai.cmp(&a.1.nilai).then_with(|| a.0.kode.cmp(&b.0.kode)));
    // Budgets of several phases make no whole, and no part of one.
    let phase = |n: &Simpul| tahap::tahap(d, tahun, &n.kode);
    let first = programs.first().map(|(n, _)| phase(n))?;
    if programs.iter().any(|(n, _)| phase(n) != first) {
        return None;
    }
    let amount = |n: &Simpul| amount(n).filter(|_| phase(n) == first);
    let sum = Uang::jumlah(&programs.iter().map(|(_, v)| *v).collect::<Vec<_>>())?;
    let whole = sum.nilai;
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
            below
                .sort_by_key(|(path, c)| (path.clone(), std::cmp::Reverse(amount(c).map(|v| v.nilai)), c.kode.clone()));
            for (path, child) in below {
                let Some(value) = amount(child).filter(|v| v.nilai > Decimal::ZERO) else { continue };
                if !seen(value.nilai) {
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
    let (nama, largest) = (d.nama_pada(tahun), &programs[0]);
    let share = crate::number::round(largest.1.nilai.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?, 0);
    let (share, program, pagu) = (lang.percent(share, 0), singkat(&largest.0.nama), sum.singkat(lang));
    // The printed total is named as it is; a sum of the programs read is named as ours.
    let printed = uang(&d.turunan, &d.kumpulan, tahun, "total", false).is_some_and(|m| m.nilai == whole);
    let apart = first.filter(|own| tahap::tahap(d, tahun, "total").is_some_and(|total| total != *own));
    let word = apart.and_then(|_| tahap::sebut(d, tahun, &largest.0.kode)).map(|w| format!(" ({w})"));
    let word = word.unwrap_or_default();
    let n = programs.len();
    let dari = match printed {
        true => teks!(lang, "Dari pagu {pagu}", "Of the budget of {pagu}"),
        false => teks!(
            lang,
            "Dari {pagu}, jumlah pagu{word} {n} program yang terbaca",
            "Of {pagu}, the sum of the budgets{word} of {n} programs read"
        ),
    };
    let left = match hidden {
        0 => String::new(),
        n => teks!(lang, " {n} bagian di bawah 2% tidak digambar.", " {n} parts below 2% are not drawn."),
    };
    Some(Figure {
        lang,
        kode: "anggaran-petak".into(),
        judul: teks!(lang, "{share} anggaran{word} untuk {program}", "{share} of the budget{word} for {program}"),
        subjudul: teks!(
            lang,
            "Pagu{word} menurut program dan kegiatan, {nama}, {tahun}.{left}",
            "Budget{word} by program and activity, {nama}, {tahun}.{left}"
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
