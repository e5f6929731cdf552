//! Figures of a budget row as pages show them: what is printed first, what the portal computes beside it.

use super::angka::{Angka, Kelas};
use super::data::DataOpd;
use super::kalimat::kata as kalimat;
use crate::measures::{
    Turunan, Uang, bagian_kosong, dasar_serapan, kata, masa_kalimat, memuat, per_masa, pilih, sejauh,
};
use crate::opd::Serapan;
use crate::records::Pernyataan;
use crate::teks;
use rust_decimal::Decimal;

impl Angka {
    /// What a budget row prints for parts of its year, each named: none of them is the year.
    pub fn uang_bagian(d: &DataOpd<'_>, alamat: &str) -> Option<Self> {
        let parts = per_masa(&d.kumpulan, alamat);
        let (last, more) = parts.split_last()?;
        let shown = Self::tertulis(d, last);
        let empty = kalimat::bagian_kosong(d.lang, &bagian_kosong(&d.kumpulan, alamat));
        if more.is_empty() {
            return Some(Self { masa: Some(masa_kalimat(d.lang, last) + &empty), ..shown });
        }
        let doubt = |p: &Pernyataan<'_>| if p.sel.ragu { d.lang.pilih(" (diragukan)", " (doubted)") } else { "" };
        let one = |p: &&Pernyataan<'_>| {
            let year = format!(" {}", p.tahun);
            let masa = masa_kalimat(d.lang, p);
            format!("{} {}{}", masa.trim_end_matches(&year), Self::tertulis(d, p).teks, doubt(p))
        };
        let teks = parts.iter().map(one).collect::<Vec<_>>().join("; ");
        let masa = d.lang.pilih("tercetak per bagian tahun", "printed by parts of the year").to_string() + &empty;
        Some(Self { teks, mentah: None, masa: Some(masa), kelas: Kelas::Tertulis, ..shown })
    }

    /// The share of a budget that was spent: the printed percentage first where the amounts give another one, or where two
    /// decimals would say less than it does (99,999% is not 100%); what the amounts give stands beside it.
    pub fn serapan(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Option<Self> {
        let stated = pilih(d.kumpulan.anggaran(tahun, kode, "serapan"));
        let Some(computed) = Self::turunan(d, &format!("{tahun}/anggaran/{kode}/serapan-terhitung")) else {
            // Nothing to compute it from: what is printed is not absent.
            let part = || Self::uang_bagian(d, &format!("{tahun}/anggaran/{kode}/serapan"));
            let so_far = || Self::serapan_sampai(d, tahun, kode);
            return stated.map(|printed| Self::pilihan(d, &printed)).or_else(part).or_else(so_far);
        };
        let known = d.serapan(tahun, kode);
        let held = matches!(known, Some(Serapan::Tercetak(_)));
        let rate = d.turunan.get(&format!("{tahun}/anggaran/{kode}/serapan-terhitung")).and_then(|t| t.nilai);
        let first = match known {
            Some(Serapan::Tercetak(printed)) => Some(printed),
            _ => stated.filter(|p| p.utama.sel.bukti().is_some()),
        };
        let lain = first.as_ref().and_then(|printed| dasar_serapan(&d.kumpulan, tahun, kode, printed.utama));
        let phase = lain.map(|phase| kata::tahap_pagu(d.lang, phase));
        Some(match first {
            // Nothing can be divided by a budget of zero; what is printed of another one stands all the same.
            Some(printed) if rate.is_none() => {
                let dasar = phase.map(|phase| teks!(d.lang, "dari pagu {phase}", "of the {phase} budget"));
                Self { dasar, ..Self::pilihan(d, &printed) }
            }
            // A share of another budget than the one shown beside it is not the value of this fact.
            Some(printed) if let Some(phase) = phase.filter(|_| !held) => {
                let Self { teks: value, temuan, amatan, .. } = Self::pilihan(d, &printed);
                let dasar =
                    Some(teks!(d.lang, "tertulis {value} dari pagu {phase}", "printed {value} of the {phase} budget"));
                match computed.temuan {
                    Some(_) => Self { dasar, ..computed },
                    None => Self { temuan, amatan, dasar, ..computed },
                }
            }
            Some(printed) => {
                let same = printed.utama.sel.bukti().zip(rate).is_some_and(|(a, r)| memuat(a, r));
                let beside = (!same).then(|| computed.rentang.unwrap_or(computed.teks));
                let shown = Self::pilihan(d, &printed);
                shown.dengan(computed.temuan, beside)
            }
            None => computed,
        })
    }

    /// The share that was spent so far, named with the part of the year it reaches.
    pub fn serapan_sampai(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Option<Self> {
        let share = Self::turunan(d, &format!("{tahun}/anggaran/{kode}/serapan-sampai-terhitung"))?;
        let rekaman = d.sumber.rekaman.iter().find(|r| r.tahun == tahun)?;
        let masa = kata::masa_kalimat(d.lang, &sejauh(&d.kumpulan, rekaman, kode)?.masa);
        Some(Self { masa: Some(teks!(d.lang, "sampai {masa}", "up to {masa}")), ..share })
    }

    /// What is left of a budget: the printed amount first, with what its amounts give where that is another one.
    pub fn sisa(d: &DataOpd<'_>, tahun: i32, kode: &str) -> Option<Self> {
        let t = d.turunan.get(&format!("{tahun}/anggaran/{kode}/sisa-terhitung"));
        let computed = t.map(|t| Self::terhitung(d, t));
        let Some(printed) = pilih(d.kumpulan.anggaran(tahun, kode, "sisa")) else { return computed };
        let shown = Self::pilihan(d, &printed);
        let Some(computed) = computed else { return Some(shown) };
        let (own, ends) = (printed.utama.sel.angka().map(|a| Uang::tercetak(a).ujung()), t.and_then(ujung));
        let same = own.zip(ends).is_some_and(|((a, b), (c, d))| a <= d && c <= b);
        let beside = (!same).then(|| computed.rentang.unwrap_or(computed.teks));
        Some(shown.dengan(computed.temuan, beside))
    }
}

/// The ends between which a derived figure lies.
fn ujung(t: &Turunan) -> Option<(Decimal, Decimal)> {
    t.batas.or_else(|| t.nilai.map(|v| (v, v)))
}
