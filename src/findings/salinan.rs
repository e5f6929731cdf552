//! Salinan: a pair of figures printed for one budget row that is printed, digit for digit, for another.

use super::bahan::Bahan;
use super::kata;
use crate::diagnostic::Pesan;
use crate::measures;
use crate::number::round;
use crate::pesan;
use crate::records::{Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// Another row that prints the same realisasi and the same serapan as the row of `i` in the same record.
pub fn cari(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    let money = b.pilih(b.sebaris(i), U::Realisasi).next().filter(|_| b.anggaran(i))?;
    let share = b.pilih(b.sebaris(i), U::Serapan).next()?;
    let (spent, rate) = (b.bukti(money)?, b.bukti(share)?);
    if spent.is_zero() || rate.fract().is_zero() {
        return None;
    }
    let (Subjek::Kode(own), _) = b.ukur(i)? else { return None };
    let tahun = b.p(i).tahun;
    b.di_bawah(&format!("{tahun}/anggaran/")).flat_map(|(_, l)| l.iter().copied()).find(|j| {
        let far = matches!(b.ukur(*j), Some((Subjek::Kode(kode), k)) if kode != own && k.ukuran == U::Realisasi
            && !kode.starts_with(&format!("{own}.")) && !own.starts_with(&format!("{kode}.")));
        far && b.bukti(*j) == Some(spent) && tepat(b, *j, rate)
    })
}

/// Whether the row of `j` prints this serapan, and it follows from its own pagu: the pair belongs there.
fn tepat(b: &Bahan<'_, '_>, j: usize, rate: Decimal) -> bool {
    let row = b.sebaris(j);
    let printed = b.pilih(row, U::Serapan).any(|s| b.bukti(s) == Some(rate));
    let spent = b.bukti(j).unwrap_or_default();
    let exact = |p: usize| measures::serapan(spent, b.bukti(p)?).map(|v| round(v, rate.scale()));
    printed && b.pilih(row, U::Pagu).any(|p| exact(p) == Some(rate))
}

/// The sentence: `Realisasi dan serapan itu sama dengan baris … (Tabel 1).`
pub fn kalimat(b: &Bahan<'_, '_>, i: usize, j: usize) -> Pesan {
    let (what, place) = (kata::subjek(b, j), kata::tempat(b, j, i));
    pesan!(
        " Realisasi dan serapan itu sama dengan yang tercetak untuk {what} ({place}).",
        " The same actual and absorption are printed for {what} ({place}).",
        what
    )
}
