//! Turunan: every derived figure of an OPD with its formula and inputs, computed once, in one place.
//!
//! Pages, charts, comparisons and downloads look a derived figure up by its address; none computes its own.

use super::kata;
use super::pilihan::{Pilihan, pagu_akhir, pilih, realisasi_indikator, target_acuan};
use super::rumus;
use crate::diagnostic::Pesan;
use crate::number::Lang;
use crate::pesan;
use crate::records::{Jenis, Kumpulan, OpdTahun, Pernyataan, Simpul};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// One input of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masukan {
    /// What it is: `Realisasi`, `Pagu perubahan`.
    pub label: Pesan,
    /// Its exact value.
    pub nilai: Decimal,
    /// As written: `Rp5.046.629.436,54`.
    pub teks: Pesan,
    /// Address of the fact.
    pub alamat: String,
    /// `Tabel 3.17` and the code of its document; none for an input that is itself derived.
    pub letak: Option<(String, String)>,
}

/// One derived figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turunan {
    /// Address: `2024/anggaran/penunjang/serapan`.
    pub alamat: String,
    /// Year.
    pub tahun: i32,
    /// Exact, unrounded; `None` where it is undefined (division by zero).
    pub nilai: Option<Decimal>,
    /// What it is.
    pub jenis: Jenis,
    /// The formula in words.
    pub rumus: Pesan,
    /// The formula with its inputs filled in.
    pub isi: Pesan,
    /// The inputs.
    pub masukan: Vec<Masukan>,
}

/// All derived figures of one OPD by address.
pub type Daftar = BTreeMap<String, Turunan>;

/// Computes every derived figure of an OPD.
pub fn turunan(source: &OpdTahun, k: &Kumpulan<'_>) -> Daftar {
    let mut out = Daftar::new();
    let years: BTreeSet<i32> = k.semua.iter().map(|p| p.tahun).collect();
    for tahun in &years {
        for kode in source.opd.indikator.keys() {
            indikator(&mut out, source, k, *tahun, kode);
        }
    }
    for rekaman in &source.rekaman {
        let programs = &rekaman.anggaran.pohon;
        total(&mut out, k, rekaman.tahun, programs);
        for (depth, node) in rekaman.anggaran.semua() {
            baris(&mut out, k, rekaman.tahun, &node.kode, depth == 0);
        }
        baris(&mut out, k, rekaman.tahun, "total", false);
        for kode in source.opd.kode_sasaran() {
            baris(&mut out, k, rekaman.tahun, &format!("sasaran:{kode}"), false);
        }
    }
    out
}

fn add(out: &mut Daftar, turunan: Turunan) {
    out.insert(turunan.alamat.clone(), turunan);
}

/// The input a statement gives.
fn dari(label: Pesan, p: &Pernyataan<'_>) -> Masukan {
    let nilai = p.nilai().unwrap_or_default();
    let money = p.jenis() == Jenis::Uang;
    let percent = p.jenis() == Jenis::Persen || p.sel.angka().is_some_and(|a| a.persen);
    Masukan {
        label,
        nilai,
        teks: Pesan::tiap(|lang| {
            let text = if money { lang.rupiah(nilai) } else { lang.grouped(nilai) };
            if percent { format!("{text}%") } else { text }
        }),
        alamat: p.alamat.clone(),
        letak: Some((p.sumber.letak.clone(), p.sumber.dokumen.clone())),
    }
}

/// A doubted figure is shown, but nothing is derived from it.
fn pasti<'k, 'a>(pilihan: Option<Pilihan<'k, 'a>>) -> Option<Pilihan<'k, 'a>> {
    pilihan.filter(|p| !p.utama.sel.ragu)
}

fn masukan(label: Pesan, pilihan: &Pilihan<'_, '_>) -> Masukan {
    dari(label, pilihan.utama)
}

/// `a ÷ b × 100`, over texts.
fn bagi(a: &Pesan, b: &Pesan) -> Pesan {
    pesan!("{a} ÷ {b} × 100", "{a} ÷ {b} × 100", a, b)
}

/// `a − b`, over texts.
fn kurang(a: &Pesan, b: &Pesan) -> Pesan {
    pesan!("{a} − {b}", "{a} − {b}", a, b)
}

/// The formula of lower is better, over texts.
fn turun(real: &Pesan, target: &Pesan) -> Pesan {
    pesan!("(2 × {target} − {real}) ÷ {target} × 100", "(2 × {target} − {real}) ÷ {target} × 100", real, target)
}

fn indikator(out: &mut Daftar, source: &OpdTahun, k: &Kumpulan<'_>, tahun: i32, kode: &str) {
    let Some(def) = source.opd.indikator.get(kode) else { return };
    let base = format!("{tahun}/indikator/{kode}");
    let part = |name: &str| pasti(pilih(k.indikator(tahun, kode, name)));
    if let (Some(a), Some(b)) = (part("pembilang"), part("penyebut")) {
        let (a, b) = (masukan(pesan!("Pembilang", "Numerator"), &a), masukan(pesan!("Penyebut", "Denominator"), &b));
        let isi = bagi(&a.teks, &b.teks);
        add(
            out,
            Turunan {
                alamat: format!("{base}/hitungan"),
                tahun,
                nilai: rumus::bagian(a.nilai, b.nilai),
                jenis: Jenis::Persen,
                rumus: pesan!("pembilang ÷ penyebut × 100", "numerator ÷ denominator × 100"),
                isi,
                masukan: vec![a, b],
            },
        );
    }
    let actual = || pesan!("Realisasi", "Actual");
    let realisasi = pasti(realisasi_indikator(k, tahun, kode));
    if let (Some(r), Some(t)) = (&realisasi, pasti(target_acuan(k, tahun, kode))) {
        let (r, t) = (masukan(actual(), r), masukan(Pesan::sama("Target"), &t));
        let (words, isi) = match def.arah {
            crate::records::Arah::Naik => {
                (pesan!("realisasi ÷ target × 100", "actual ÷ target × 100"), bagi(&r.teks, &t.teks))
            }
            crate::records::Arah::Turun => (
                pesan!("(2 × target − realisasi) ÷ target × 100", "(2 × target − actual) ÷ target × 100"),
                turun(&r.teks, &t.teks),
            ),
        };
        let nilai = rumus::capaian(r.nilai, t.nilai, def.arah);
        add(
            out,
            Turunan {
                alamat: format!("{base}/capaian-terhitung"),
                tahun,
                nilai,
                jenis: Jenis::Persen,
                rumus: words,
                isi,
                masukan: vec![r, t],
            },
        );
    }
    let end = source.opd.renstra.iter().filter(|r| r.awal <= tahun && tahun <= r.akhir).map(|r| r.akhir).max();
    if let (Some(r), Some(end)) = (&realisasi, end)
        && let Some(t) = pilih(k.indikator(end, kode, "target.renstra"))
    {
        let label = pesan!("Target akhir Renstra ({end})", "Target at the end of the Renstra ({end})");
        let (r, t) = (masukan(actual(), r), masukan(label, &t));
        let (now, end) = (&r.teks, &t.teks);
        let isi = pesan!("{now} terhadap {end}", "{now} against {end}", now, end);
        let nilai = rumus::kemajuan(r.nilai, t.nilai, def.arah);
        add(
            out,
            Turunan {
                alamat: format!("{base}/kemajuan"),
                tahun,
                nilai,
                jenis: Jenis::Persen,
                rumus: pesan!(
                    "capaian terhadap target tahun terakhir Renstra",
                    "achievement against the target of the last year of the Renstra",
                ),
                isi,
                masukan: vec![r, t],
            },
        );
    }
    if let (Some(now), Some(before)) = (&realisasi, pasti(realisasi_indikator(k, tahun - 1, kode))) {
        let (now, before) = (
            masukan(actual(), now),
            masukan(pesan!("Realisasi tahun sebelumnya", "Actual of the year before"), &before),
        );
        let isi = kurang(&now.teks, &before.teks);
        let nilai = now.nilai.checked_sub(before.nilai);
        add(
            out,
            Turunan {
                alamat: format!("{base}/perubahan"),
                tahun,
                nilai,
                jenis: Jenis::Nilai,
                rumus: pesan!("realisasi − realisasi tahun sebelumnya", "actual − actual of the year before"),
                isi,
                masukan: vec![now, before],
            },
        );
    }
}

/// The whole of the tree, where no document prints it: the sum of its programs.
fn total(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, programs: &[Simpul]) {
    for (name, printed) in [
        ("pagu-jumlah", pagu_akhir(k, tahun, "total").is_some()),
        ("realisasi-jumlah", pilih(k.anggaran(tahun, "total", "realisasi")).is_some()),
    ] {
        if printed || programs.is_empty() {
            continue;
        }
        let parts: Vec<Masukan> = programs
            .iter()
            .filter_map(|p| {
                let found = if name == "pagu-jumlah" {
                    pagu_akhir(k, tahun, &p.kode)
                } else {
                    pilih(k.anggaran(tahun, &p.kode, "realisasi"))
                };
                found.map(|f| masukan(Pesan::sama(&p.nama), &f))
            })
            .collect();
        // A sum with a part missing is no total.
        if parts.len() != programs.len() {
            continue;
        }
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, m| sum.checked_add(m.nilai));
        let texts: Vec<Pesan> = parts.iter().map(|m| m.teks.clone()).collect();
        let isi = Pesan::gabung(&texts, &Pesan::sama(" + "));
        add(
            out,
            Turunan {
                alamat: format!("{tahun}/anggaran/total/{name}"),
                tahun,
                nilai: sum,
                jenis: Jenis::Uang,
                rumus: pesan!("jumlah seluruh program", "sum of all programs"),
                isi,
                masukan: parts,
            },
        );
    }
}

/// Pagu and realisasi of a budget row: as stated, or the sum of the programs.
pub fn uang(out: &Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str, realisasi: bool) -> Option<Masukan> {
    let word = if realisasi { pesan!("Realisasi", "Actual") } else { pesan!("Pagu", "Budget") };
    let stated = if realisasi {
        pasti(pilih(k.anggaran(tahun, subjek, "realisasi"))).map(|p| masukan(word.clone(), &p))
    } else {
        pasti(pagu_akhir(k, tahun, subjek)).map(|p| {
            let phase = p.utama.alamat.rsplit("pagu.").next().unwrap_or_default();
            let phase = Pesan::tiap(|lang| kata::himpunan(lang, phase));
            masukan(pesan!("{word} ({phase})", "{word} ({phase})", word, phase), &p)
        })
    };
    let name = if realisasi { "realisasi-jumlah" } else { "pagu-jumlah" };
    stated.or_else(|| {
        let t = out.get(&format!("{tahun}/anggaran/{subjek}/{name}"))?;
        let nilai = t.nilai?;
        let label = pesan!("{word} (jumlah program)", "{word} (sum of programs)", word);
        Some(Masukan {
            label,
            nilai,
            teks: Pesan::tiap(|lang| lang.rupiah(nilai)),
            alamat: t.alamat.clone(),
            letak: None,
        })
    })
}

fn baris(out: &mut Daftar, k: &Kumpulan<'_>, tahun: i32, subjek: &str, program: bool) {
    let base = format!("{tahun}/anggaran/{subjek}");
    let pagu = uang(out, k, tahun, subjek, false);
    if let (Some(pagu), Some(real)) = (&pagu, uang(out, k, tahun, subjek, true)) {
        let isi = bagi(&real.teks, &pagu.teks);
        let inputs = vec![real.clone(), pagu.clone()];
        add(
            out,
            Turunan {
                alamat: format!("{base}/serapan-terhitung"),
                tahun,
                nilai: rumus::serapan(real.nilai, pagu.nilai),
                jenis: Jenis::Persen,
                rumus: pesan!("realisasi ÷ pagu × 100", "actual ÷ budget × 100"),
                isi,
                masukan: inputs,
            },
        );
        let isi = kurang(&pagu.teks, &real.teks);
        let inputs = vec![pagu.clone(), real.clone()];
        add(
            out,
            Turunan {
                alamat: format!("{base}/sisa-terhitung"),
                tahun,
                nilai: rumus::sisa(pagu.nilai, real.nilai),
                jenis: Jenis::Uang,
                rumus: pesan!("pagu − realisasi", "budget − actual"),
                isi,
                masukan: inputs,
            },
        );
    }
    if program && let (Some(pagu), Some(whole)) = (pagu, uang(out, k, tahun, "total", false)) {
        let isi = bagi(&pagu.teks, &whole.teks);
        let nilai = rumus::bagian(pagu.nilai, whole.nilai);
        add(
            out,
            Turunan {
                alamat: format!("{base}/bagian-terhitung"),
                tahun,
                nilai,
                jenis: Jenis::Persen,
                rumus: pesan!(
                    "pagu program ÷ pagu seluruh program × 100",
                    "budget of the program ÷ budget of all programs × 100",
                ),
                isi,
                masukan: vec![pagu, whole],
            },
        );
    }
}

/// A derived value as it is shown: two decimals, percent or rupiah.
pub fn tulis(lang: Lang, nilai: Decimal, jenis: Jenis) -> String {
    match jenis {
        Jenis::Persen => lang.percent(nilai, 2),
        Jenis::Uang => lang.rupiah(nilai),
        _ => lang.decimal(nilai, nilai.scale().min(2)),
    }
}
