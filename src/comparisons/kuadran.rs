//! Outcome beside money: the capaian of a shared indicator and the serapan of the programs that serve it.

use super::asal::Asal;
use super::nilai::Pemilik;
use crate::measures::{self, Uang};
use crate::records::{BatasData, Metode, Padanan, Tingkat};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One kabupaten, one year: what was reached and what was spent for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapaianSerapan {
    /// Whose.
    pub pemilik: Pemilik,
    /// Year.
    pub tahun: i32,
    /// Cut-off of the year.
    pub batas_data: BatasData,
    /// Realisasi of the indicator.
    pub nilai: Decimal,
    /// Target it is measured against.
    pub target: Decimal,
    /// Capaian in percent.
    pub capaian: Decimal,
    /// The lowest and the highest where the documents print several values of the realisasi or of the target.
    pub antara: Option<(Decimal, Decimal)>,
    /// The lowest and the highest printed realisasi.
    pub tercetak: Option<(Decimal, Decimal)>,
    /// Names of the programs that serve it.
    pub program: Vec<String>,
    /// Their pagu, last phase known.
    pub pagu: Decimal,
    /// Their realisasi.
    pub realisasi: Decimal,
    /// Serapan in percent.
    pub serapan: Decimal,
}

/// Capaian against serapan for every year in which an OPD states both for an indicator of the padanan.
pub fn capaian_serapan(padanan: &Padanan, asal: Asal<'_, '_>) -> Vec<CapaianSerapan> {
    let own = asal.opd.opd.indikator.values().filter(|i| i.padanan.as_ref() == Some(&padanan.kode));
    own.flat_map(|i| asal.opd.rekaman.iter().filter_map(move |r| satu(asal, i, r.tahun))).collect()
}

fn satu(asal: Asal<'_, '_>, indikator: &crate::records::Indikator, tahun: i32) -> Option<CapaianSerapan> {
    let k = asal.kumpulan;
    let rekaman = asal.opd.rekaman.iter().find(|r| r.tahun == tahun)?;
    let induk = indikator.induk.as_deref()?;
    let serves = |p: &crate::records::Simpul| match indikator.tingkat {
        Tingkat::Program => p.kode == induk,
        // The money of a program that serves several sasaran is not that of one.
        _ => p.sasaran == [induk],
    };
    let programs: Vec<_> = rekaman.anggaran.lengkap()?.iter().filter(|p| serves(p)).collect();
    if programs.is_empty() {
        return None;
    }
    // Every program must state both amounts: a sum with a hole is no sum.
    let sum = |real: bool| {
        let each = programs.iter().map(|p| Some(measures::uang(asal.turunan, k, tahun, &p.kode, real)?.uang()));
        Uang::jumlah(&each.collect::<Option<Vec<_>>>()?)
    };
    let (pagu, realisasi) = (sum(false)?, sum(true)?);
    // What round figures leave open is no place on an axis.
    let ((least, most), (low, high)) = (pagu.ujung(), realisasi.ujung());
    let wide = measures::serapan(high, least)?.checked_sub(measures::serapan(low, most)?)?;
    if wide > Decimal::new(1, 2) {
        return None;
    }
    let (pagu, realisasi) = (pagu.nilai, realisasi.nilai);
    let hasil = measures::realisasi_indikator(k, tahun, &indikator.kode)?;
    let nilai = hasil.utama.bukti()?;
    let target = measures::target_acuan(k, tahun, &indikator.kode)?.utama.bukti()?;
    let capaian = asal.turunan.get(&format!("{tahun}/indikator/{}/capaian-terhitung", indikator.kode))?;
    Some(CapaianSerapan {
        pemilik: Pemilik::dari(asal.daerah, asal.opd),
        tahun,
        batas_data: rekaman.batas_data,
        nilai,
        target,
        // Agencies stand beside each other by one formula, whatever each states for its own report.
        capaian: measures::capaian(nilai, target, indikator.arah)?,
        antara: capaian.batas.filter(|_| asal.opd.metode(Some(tahun)) == Metode::default()),
        tercetak: hasil.rentang(),
        program: programs.iter().map(|p| p.nama.clone()).collect(),
        pagu,
        realisasi,
        serapan: measures::serapan(realisasi, pagu)?,
    })
}
