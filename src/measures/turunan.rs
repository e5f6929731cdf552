//! Turunan: every derived figure of an OPD with its formula and inputs, computed once, in one place.
//!
//! Pages, charts, comparisons and downloads look a derived figure up by its address; none computes its own.

use super::anggaran;
use super::identitas::{Halangan, putus, sambung, sebagian, sesatuan, terhadap};
use super::isian::{Daftar, Turunan, add, bagi, batas, kali, kurang, lebar, masukan, pasti};
use super::pilihan::{Pilihan, pilih, realisasi_indikator, sebulat, target_acuan};
use super::rumus;
use super::tercetak::{realisasi_tercetak, target_tercetak};
use crate::diagnostic::Pesan;
use crate::number::Satuan;
use crate::pesan;
use crate::records::{Arah, Indikator, Jenis, Kumpulan, Metode, OpdTahun, Pernyataan, Renstra, RumusCapaian};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

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
        anggaran::turunan(&mut out, source, k, rekaman);
    }
    out
}

/// The formula of lower is better, over texts.
fn turun(real: &Pesan, target: &Pesan) -> Pesan {
    pesan!("(2 × {target} − {real}) ÷ {target} × 100", "(2 × {target} − {real}) ÷ {target} × 100", real, target)
}

/// The same with the bounds a report states for its capaian.
fn dibatasi(words: Pesan, metode: &Metode) -> Pesan {
    match (metode.bawah, metode.atas) {
        (None, None) => words,
        (None, Some(top)) => pesan!("{words}, paling tinggi {top}%", "{words}, at most {top}%", words),
        (Some(low), None) => pesan!("{words}, paling rendah {low}%", "{words}, at least {low}%", words),
        (Some(low), Some(top)) => {
            pesan!(
                "{words}, paling rendah {low}% dan paling tinggi {top}%",
                "{words}, at least {low}% and at most {top}%",
                words
            )
        }
    }
}

fn indikator(out: &mut Daftar, source: &OpdTahun, k: &Kumpulan<'_>, tahun: i32, kode: &str) {
    let Some(def) = source.opd.indikator.get(kode) else { return };
    let base = format!("{tahun}/indikator/{kode}");
    let part = |name: &str| pasti(pilih(k.indikator(tahun, kode, name)));
    if let (Some(a), Some(b), Some(times)) = (part("pembilang"), part("penyebut"), def.pengali()) {
        let (a, b) = (masukan(pesan!("Pembilang", "Numerator"), &a), masukan(pesan!("Penyebut", "Denominator"), &b));
        let isi = kali(&a.teks, &b.teks, times);
        let (atas, bawah) = (pesan!("pembilang", "numerator"), pesan!("penyebut", "denominator"));
        add(
            out,
            Turunan {
                alamat: format!("{base}/hitungan"),
                tahun,
                nilai: rumus::pecahan(a.nilai, b.nilai, times),
                batas: batas(&a, &b, |a, b| rumus::pecahan(a, b, times)),
                jenis: if def.persen() { Jenis::Persen } else { Jenis::Nilai },
                rumus: kali(&atas, &bawah, times),
                isi,
                masukan: vec![a, b],
            },
        );
    }
    let actual = || pesan!("Realisasi", "Actual");
    let realisasi = pasti(realisasi_indikator(k, tahun, kode));
    let one_unit = |a: &Pernyataan<'_>, b: &Pernyataan<'_>| sesatuan(a.satuan.as_ref(), b.satuan.as_ref());
    // Fewer deaths in nine months than in a year are no achievement: what is better lower is not divided before its year ends.
    // What a sentence does not compare is not divided either.
    let printed = realisasi_tercetak(k, tahun, kode);
    let unlike = |t: &Pernyataan<'_>| {
        let why = printed.and_then(|r| terhadap(source, r, t));
        matches!(why, Some(Halangan::Satuan(..)))
    };
    if let (Some(r), Some(t)) = (&realisasi, pasti(target_acuan(k, tahun, kode)))
        && one_unit(r.utama, t.utama)
        && !target_tercetak(k, tahun, kode).is_some_and(unlike)
        && !(def.arah == Arah::Turun && sebagian(source, r.utama).is_some())
    {
        let (r, t) = (masukan(actual(), r), masukan(Pesan::sama("Target"), &t));
        let metode = source.metode(Some(tahun));
        let (words, isi) = match metode.rumus(def.arah) {
            RumusCapaian::RealisasiTarget => {
                (pesan!("realisasi ÷ target × 100", "actual ÷ target × 100"), bagi(&r.teks, &t.teks))
            }
            RumusCapaian::TargetRealisasi => {
                (pesan!("target ÷ realisasi × 100", "target ÷ actual × 100"), bagi(&t.teks, &r.teks))
            }
            RumusCapaian::DuaTarget => (
                pesan!("(2 × target − realisasi) ÷ target × 100", "(2 × target − actual) ÷ target × 100"),
                turun(&r.teks, &t.teks),
            ),
        };
        let words = dibatasi(words, &metode);
        let menurut = |r, t| rumus::capaian_menurut(metode.rumus(def.arah), (metode.atas, metode.bawah), r, t);
        let nilai = menurut(r.nilai, t.nilai);
        let batas = batas(&r, &t, menurut);
        add(
            out,
            Turunan {
                alamat: format!("{base}/capaian-terhitung"),
                tahun,
                nilai,
                batas,
                jenis: Jenis::Persen,
                rumus: words,
                isi,
                masukan: vec![r, t],
            },
        );
    }
    // Of two plans that overlap the one that began last is in force.
    let plans = source.opd.renstra.iter().filter(|r| r.awal <= tahun && tahun <= r.akhir);
    let plan = plans.max_by_key(|r| r.awal);
    if let (Some(r), Some(plan)) = (&realisasi, plan)
        && let end = plan.akhir
        && let Some(t) = pasti(pilih(target_renstra(source, k, plan, (end, kode))))
        && one_unit(r.utama, t.utama)
        && !unlike(t.utama)
        && putus(def, tahun, end).is_none()
        && !berbalik(source, k, plan, (tahun, def), &t)
        && sebagian(source, r.utama).is_none()
        // Far from the end of what is better lower the formula turns below nought, and says that what improved got worse.
        && r.nilai().zip(t.nilai()).and_then(|(r, t)| rumus::kemajuan(r, t, def.arah)).is_none_or(|v| v >= Decimal::ZERO)
    {
        let label = pesan!("Target akhir Renstra ({end})", "Target at the end of the Renstra ({end})");
        let (r, t) = (masukan(actual(), r), masukan(label, &t));
        let isi = match def.arah {
            Arah::Naik => bagi(&r.teks, &t.teks),
            Arah::Turun => turun(&r.teks, &t.teks),
        };
        let nilai = rumus::kemajuan(r.nilai, t.nilai, def.arah);
        let batas = batas(&r, &t, |r, t| rumus::kemajuan(r, t, def.arah));
        add(
            out,
            Turunan {
                alamat: format!("{base}/kemajuan"),
                tahun,
                nilai,
                batas,
                jenis: Jenis::Persen,
                rumus: match def.arah {
                    Arah::Naik => pesan!(
                        "realisasi ÷ target tahun terakhir Renstra × 100",
                        "actual ÷ target of the last year of the Renstra × 100"
                    ),
                    Arah::Turun => pesan!(
                        "(2 × target tahun terakhir Renstra − realisasi) ÷ target itu × 100",
                        "(2 × target of the last year of the Renstra − actual) ÷ that target × 100"
                    ),
                },
                isi,
                masukan: vec![r, t],
            },
        );
    }
    if let (Some(now), Some(before)) = (&realisasi, pasti(realisasi_indikator(k, tahun - 1, kode)))
        && sambung(source, def, before.utama, now.utama).is_none()
        // Inside the rounding of the prints nobody knows whether anything changed.
        && (now.nilai() == before.nilai() || !sebulat(now.utama, before.utama))
    {
        let rupiah = now.utama.satuan == Some(Satuan::Rupiah);
        let (now, before) = (
            masukan(actual(), now),
            masukan(pesan!("Realisasi tahun sebelumnya", "Actual of the year before"), &before),
        );
        let isi = kurang(&now.teks, &before.teks);
        let nilai = now.nilai.checked_sub(before.nilai);
        let jenis = if rupiah { Jenis::Uang } else { Jenis::Nilai };
        let sub = Decimal::checked_sub;
        let batas = batas(&now, &before, sub).or_else(|| lebar(&now, &before, sub));
        add(
            out,
            Turunan {
                alamat: format!("{base}/perubahan"),
                tahun,
                nilai,
                batas,
                jenis,
                rumus: pesan!("realisasi − realisasi tahun sebelumnya", "actual − actual of the year before"),
                isi,
                masukan: vec![now, before],
            },
        );
    }
}

/// The target a plan sets for a year: under the plan's own address where a newer plan holds that year too.
fn target_renstra<'k, 'a>(
    source: &OpdTahun,
    k: &'k Kumpulan<'a>,
    plan: &Renstra,
    (tahun, kode): (i32, &str),
) -> impl Iterator<Item = &'k Pernyataan<'a>> {
    let held = source.opd.renstra.iter().filter(|r| r.awal <= tahun && tahun <= r.akhir);
    let newest = held.max_by_key(|r| r.awal).is_none_or(|r| r.kode == plan.kode);
    let tail = if newest { String::new() } else { format!("~{}", plan.kode) };
    k.di(&format!("{tahun}/indikator/{kode}/target.renstra{tail}"))
}

/// Whether a plan promises less from year to year than what is called better: there its last year is no height to climb to, and
/// a share of it says nothing.
fn berbalik(
    source: &OpdTahun,
    k: &Kumpulan<'_>,
    plan: &Renstra,
    (tahun, def): (i32, &Indikator),
    akhir: &Pilihan<'_, '_>,
) -> bool {
    let now = pilih(target_renstra(source, k, plan, (tahun, &def.kode))).and_then(|p| p.nilai());
    now.zip(akhir.nilai()).is_some_and(|(now, end)| match def.arah {
        Arah::Naik => now > end,
        Arah::Turun => now < end,
    })
}
