//! Kelengkapan: which of the comparisons that PermenPANRB 53/2014 asks of a performance report a record holds.
//!
//! A panel, never a score: what is missing may stand in the printed report and not in the record.

use super::bahan::Bahan;
use crate::diagnostic::Pesan;
use crate::pesan;
use crate::records::{Bagian, Jenis, Masa, Rekaman, Ukuran as U};

/// One comparison of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButirKelengkapan {
    /// Code.
    pub kode: &'static str,
    /// What is compared.
    pub nama: Pesan,
    /// Whether the record holds it.
    pub ada: bool,
    /// Where: tables and sections, in the order of the record.
    pub letak: Vec<String>,
}

/// The panel of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kelengkapan {
    /// Year of the record.
    pub tahun: i32,
    /// The comparisons, in the order of the regulation.
    pub butir: Vec<ButirKelengkapan>,
}

/// Where the list of comparisons comes from.
pub const DASAR: &str = "PermenPANRB 53/2014, Lampiran II, Bab III Akuntabilitas Kinerja";

/// The panels of all records.
pub fn semua(b: &Bahan<'_, '_>) -> Vec<Kelengkapan> {
    b.opd.rekaman.iter().map(|r| satu(b, r)).collect()
}

fn satu(b: &Bahan<'_, '_>, r: &Rekaman) -> Kelengkapan {
    let year = r.tahun;
    let mut own: Vec<usize> =
        (0..b.k.semua.len()).filter(|i| b.p(*i).tahun == year || b.p(*i).rekaman == Some(year)).collect();
    own.retain(|i| b.p(*i).nilai().is_some() || b.p(*i).sel.teks().is_some());
    let places = |fits: &dyn Fn(usize) -> bool| -> Vec<String> {
        let mut list: Vec<String> = Vec::new();
        for letak in own.iter().filter(|i| fits(**i)).map(|i| &b.p(*i).sumber.letak) {
            if !list.contains(letak) {
                list.push(letak.clone());
            }
        }
        list
    };
    let measure = |i: usize| b.kolom(i).map(|k| k.ukuran);
    let indicator = |i: usize| b.indikator(i).is_some() && !b.anggaran(i);
    // A target and a realisasi of one indicator in one year.
    let both = |i: usize| {
        indicator(i) && b.p(i).tahun == year && measure(i) == Some(U::Realisasi) && {
            let kode = b.ukur(i).map(|(s, _)| s.to_string()).unwrap_or_default();
            b.di_bawah(&format!("{year}/indikator/{kode}/target."))
                .any(|(_, l)| l.iter().any(|j| b.setahun(*j) == b.setahun(i)))
        }
    };
    let earlier = |i: usize| {
        // Printed in this report: what the report of an earlier year says, this one does not compare with.
        indicator(i) && b.p(i).rekaman == Some(year) && b.p(i).tahun < year && measure(i) == Some(U::Realisasi)
    };
    let renstra = |i: usize| {
        b.p(i).rekaman == Some(year)
            && b.kolom(i).is_some_and(|k| {
                k.ukuran == U::Capaian && k.himpunan == Some("renstra")
                    || k.ukuran == U::Target
                        && k.himpunan == Some("renstra")
                        && matches!(k.masa, Masa::Tahun(t) if t > year)
            })
    };
    let lists = |kinds: &[&str]| -> Vec<String> {
        let mut list: Vec<String> = Vec::new();
        for d in r.daftar.iter().filter(|d| kinds.contains(&d.jenis)) {
            if !list.contains(&d.sumber.letak) {
                list.push(d.sumber.letak.clone());
            }
        }
        list
    };
    let mut outside: Vec<String> = r.pihak_lain.iter().map(|p| p.sumber.letak.clone()).collect();
    outside.extend(places(&|i| {
        b.kolom(i).is_some_and(|k| matches!(k.himpunan, Some("nspk" | "nasional" | "provinsi")))
            && b.p(i).rekaman == Some(year)
    }));
    let spent = |i: usize| matches!(measure(i), Some(U::Realisasi | U::RealisasiKumulatif));
    let mut support = places(&|i| b.anggaran(i) && matches!(measure(i), Some(U::Capaian | U::RealisasiFisik)));
    if r.anggaran.pohon.iter().any(|s| !s.sasaran.is_empty()) && support.is_empty() {
        support = places(&|i| b.anggaran(i) && spent(i));
    }
    // Programs that are listed are not absent, whether or not a sasaran is printed beside them.
    if support.is_empty() && !r.anggaran.pohon.is_empty() {
        support = places(&|i| b.anggaran(i) && b.p(i).rekaman == Some(year));
    }
    let table = |i: usize, word: &str| {
        let Bagian::Tabel { tabel, kolom, .. } = b.p(i).bagian else { return false };
        tabel.tema.contains(word) || kolom.ukuran.contains(word)
    };
    let money = |i: usize| {
        let rupiah = matches!(b.p(i).bagian, Bagian::Tabel { .. }) && b.p(i).jenis() == Jenis::Uang;
        b.p(i).tahun == year
            && ((b.anggaran(i) && spent(i)) || ((table(i, "belanja") || rupiah) && table(i, "realisasi")))
    };
    let item = |kode, nama, letak: Vec<String>| ButirKelengkapan { kode, nama, ada: !letak.is_empty(), letak };
    // The target may stand in the Renstra and not in the report: the agency's pages show both.
    let mut akhir = places(&renstra);
    if akhir.is_empty() {
        let last = |i: usize| {
            let goal = b.kolom(i).is_some_and(|k| {
                k.ukuran == U::Target
                    && k.himpunan == Some("renstra")
                    && matches!(k.masa, Masa::Tahun(t) if t > year && b.opd.opd.renstra.iter().any(|plan| plan.akhir == t))
            });
            let kode = b.ukur(i).map(|(s, _)| s.to_string()).unwrap_or_default();
            goal && indicator(i)
                && b.p(i).nilai().is_some()
                && b.k
                    .di(&format!("{year}/indikator/{kode}/realisasi"))
                    .any(|p| p.nilai().is_some() && p.rekaman == Some(year))
        };
        let mut list: Vec<String> = Vec::new();
        for letak in (0..b.k.semua.len()).filter(|i| last(*i)).map(|i| &b.p(i).sumber.letak) {
            if !list.contains(letak) {
                list.push(letak.clone());
            }
        }
        akhir = list;
    }
    let mut lalu = places(&earlier);
    if lalu.is_empty() {
        // The table of a later report that prints the year beside the ones before it is on the pages of the year too.
        let beside = |i: usize| {
            let p = b.p(i);
            let place = |j: &&usize| (b.p(**j).rekaman, b.p(**j).tempat.tabel) == (p.rekaman, p.tempat.tabel);
            let kode = b.ukur(i).map(|(s, _)| s.to_string()).unwrap_or_default();
            let older = |t: i32| b.di(&format!("{t}/indikator/{kode}/realisasi")).iter().filter(|j| place(j));
            indicator(i)
                && p.tahun == year
                && measure(i) == Some(U::Realisasi)
                && (year - 5..year).any(|t| older(t).any(|j| b.p(*j).nilai().is_some()))
        };
        lalu = places(&beside);
    }
    // Where one of the two stands alone, only the other is not here.
    let pair = places(&both);
    let only = |ukuran: U| {
        let found = places(&|i| indicator(i) && b.p(i).tahun == year && measure(i) == Some(ukuran));
        pair.is_empty().then(|| found.join("; ")).filter(|l| !l.is_empty())
    };
    let name = match (only(U::Target), only(U::Realisasi)) {
        (Some(di), None) => {
            pesan!("realisasi tahun ini; targetnya ada ({di})", "actual of the year; its target is there ({di})")
        }
        (None, Some(di)) => {
            pesan!("target tahun ini; realisasinya ada ({di})", "target of the year; its actual is there ({di})")
        }
        _ => pesan!("target dan realisasi tahun ini", "target and actual of the year"),
    };
    let butir = vec![
        item("target-realisasi", name, pair),
        item(
            "tahun-lalu",
            pesan!("realisasi tahun ini dan tahun-tahun sebelumnya", "actual of this year and of earlier years"),
            lalu,
        ),
        item(
            "akhir-renstra",
            pesan!(
                "realisasi sampai tahun ini dan target akhir Renstra",
                "actual so far against the target at the end of the Renstra"
            ),
            akhir,
        ),
        item(
            "standar",
            pesan!(
                "realisasi dan standar nasional, provinsi, atau daerah lain",
                "actual against a national or provincial standard, or another region"
            ),
            outside,
        ),
        item(
            "sebab",
            pesan!(
                "sebab keberhasilan atau kegagalan dan jalan keluarnya",
                "causes of success or failure and what is done"
            ),
            lists(&["faktor_pendukung", "faktor_penghambat", "permasalahan", "solusi", "tindak_lanjut"]),
        ),
        item(
            "efisiensi",
            pesan!("efisiensi penggunaan sumber daya", "efficiency of resources"),
            places(&|i| measure(i) == Some(U::Efisiensi) || table(i, "efisien")),
        ),
        item(
            "program",
            pesan!("program dan kegiatan yang menunjang", "programs and activities that support it"),
            support,
        ),
        item("anggaran", pesan!("realisasi anggaran", "budget spent"), places(&money)),
    ];
    Kelengkapan { tahun: year, butir }
}
