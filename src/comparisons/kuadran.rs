//! Outcome beside money: the capaian of a shared indicator and the serapan of the programs that serve it.

use super::kumpul::Asal;
use super::nilai::Pemilik;
use crate::measures;
use crate::records::{Content, Kumpulan, Padanan, Tingkat};
use rust_decimal::Decimal;

/// One kabupaten, one year: what was reached and what was spent for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapaianSerapan {
    /// Whose.
    pub pemilik: Pemilik,
    /// Year.
    pub tahun: i32,
    /// Cut-off of the year.
    pub batas_data: String,
    /// Realisasi of the indicator.
    pub nilai: Decimal,
    /// Target it is measured against.
    pub target: Decimal,
    /// Capaian in percent.
    pub capaian: Decimal,
    /// Names of the programs that serve it.
    pub program: Vec<String>,
    /// Their pagu, last phase known.
    pub pagu: Decimal,
    /// Their realisasi.
    pub realisasi: Decimal,
    /// Serapan in percent.
    pub serapan: Decimal,
}

/// Capaian against serapan for every OPD and year that states both for an indicator of the padanan.
pub fn capaian_serapan(content: &Content, padanan: &Padanan) -> Vec<CapaianSerapan> {
    let mut out = Vec::new();
    for daerah in &content.daerah {
        for opd in &daerah.opd {
            let mut own = opd.opd.indikator.values().filter(|i| i.padanan.as_ref() == Some(&padanan.kode)).peekable();
            if own.peek().is_none() {
                continue;
            }
            let kumpulan = Kumpulan::dari(opd);
            let asal = Asal { daerah, opd, kumpulan: &kumpulan };
            for indikator in own {
                out.extend(opd.rekaman.iter().filter_map(|r| satu(asal, indikator, r.tahun)));
            }
        }
    }
    out.sort_by(|a, b| (a.tahun, a.pemilik.kunci()).cmp(&(b.tahun, b.pemilik.kunci())));
    out
}

fn satu(asal: Asal<'_, '_>, indikator: &crate::records::Indikator, tahun: i32) -> Option<CapaianSerapan> {
    let k = asal.kumpulan;
    let rekaman = asal.opd.rekaman.iter().find(|r| r.tahun == tahun)?;
    let induk = indikator.induk.as_deref()?;
    let serves = |p: &crate::records::Simpul| match indikator.tingkat {
        Tingkat::Program => p.kode == induk,
        _ => p.sasaran.as_deref() == Some(induk),
    };
    let programs: Vec<_> = rekaman.anggaran.pohon.iter().filter(|p| serves(p)).collect();
    if programs.is_empty() {
        return None;
    }
    // Every program must state both amounts: a sum with a hole is no sum.
    let mut pagu = Decimal::ZERO;
    let mut realisasi = Decimal::ZERO;
    for p in &programs {
        pagu = pagu.checked_add(measures::pagu_akhir(k, tahun, &p.kode)?.utama.bukti()?)?;
        realisasi = realisasi.checked_add(measures::pilih(k.anggaran(tahun, &p.kode, "realisasi"))?.utama.bukti()?)?;
    }
    let nilai = measures::realisasi_indikator(k, tahun, &indikator.kode)?.utama.bukti()?;
    let target = measures::target_acuan(k, tahun, &indikator.kode)?.utama.bukti()?;
    Some(CapaianSerapan {
        pemilik: Pemilik::dari(asal.daerah, asal.opd),
        tahun,
        batas_data: rekaman.batas_data.clone(),
        nilai,
        target,
        capaian: measures::capaian(nilai, target, indikator.arah)?,
        program: programs.iter().map(|p| p.nama.clone()).collect(),
        pagu,
        realisasi,
        serapan: measures::serapan(realisasi, pagu)?,
    })
}
