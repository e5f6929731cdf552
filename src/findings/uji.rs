//! Uji: one printed figure held against its candidates of recomputation, and the verdict.
//!
//! The order of trust: inputs of the same row, then other statements of the same facts, then another base of the same
//! record. A figure agrees when it equals the exact value rounded half away from zero to the decimals it prints.

use super::bahan::Bahan;
use super::jenis::{Aturan, Basis, Hasil, HasilUji, Masukan, Pemeriksaan};
use super::kata;
use super::operasi::Operasi;
use crate::diagnostic::Pesan;
use crate::number::{round, truncate};
use crate::records::Jenis;
use rust_decimal::Decimal;

/// Where the inputs of a candidate come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asal {
    /// The same row: what the printed figure claims to follow from.
    Baris,
    /// Other statements of the same facts.
    Lain,
    /// Another base of the same record, named in words.
    Basis(Pesan),
}

/// One way to recompute a figure.
#[derive(Debug, Clone)]
pub struct Calon {
    /// The formula.
    pub operasi: Operasi,
    /// Indices of its inputs.
    pub masukan: Vec<usize>,
    /// Where they come from.
    pub asal: Asal,
}

/// How a printed value relates to an exact one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Banding {
    /// Equal when rounded.
    Sama,
    /// Equal when cut off.
    Potong,
    /// Neither.
    Lain,
}

/// Holds a printed value against an exact one.
pub fn banding(tertulis: Decimal, desimal: u32, terhitung: Decimal) -> Banding {
    // Half up and half to even are both in use.
    let half = Decimal::new(5, (desimal + 1).min(28));
    if round(terhitung, desimal) == tertulis || terhitung.saturating_sub(tertulis).abs() == half {
        Banding::Sama
    } else if truncate(terhitung, desimal) == tertulis {
        Banding::Potong
    } else {
        Banding::Lain
    }
}

/// A candidate with its value.
struct Nilai<'c> {
    calon: &'c Calon,
    terhitung: Decimal,
    banding: Banding,
}

impl<'b, 'a> Bahan<'b, 'a> {
    /// The inputs of a candidate, if every one may stand as evidence.
    fn nilai_masukan(&self, calon: &Calon) -> Option<Vec<Decimal>> {
        calon.masukan.iter().map(|i| self.bukti(*i)).collect()
    }

    /// The value of a candidate; nothing where its formula would run over unlike units.
    pub fn hitung(&self, calon: &Calon) -> Option<Decimal> {
        if self.satuan_lain(calon.operasi, &calon.masukan).is_some() {
            return None;
        }
        calon.operasi.hitung(&self.nilai_masukan(calon)?)
    }

    /// The inputs as data of a check.
    pub fn masukan(&self, calon: &Calon) -> Vec<Masukan> {
        // In a sum all terms measure the same, and the row tells them apart; in one row the columns do.
        let first = calon.masukan.first().map_or(&[][..], |i| self.sebaris(*i));
        let across = calon.masukan.len() > 1 && calon.masukan.iter().all(|i| first.contains(i));
        let rows = matches!(calon.operasi, Operasi::Jumlah | Operasi::Rata | Operasi::RataBatas(..)) && !across;
        calon
            .masukan
            .iter()
            .filter_map(|i| {
                let p = self.p(*i);
                Some(Masukan {
                    label: if rows { kata::subjek(self, *i) } else { kata::label(self, *i) },
                    nilai: p.nilai()?,
                    teks: kata::nilai(self, *i),
                    pernyataan: *i,
                    alamat: p.alamat.clone(),
                    sumber: p.sumber.dokumen.clone(),
                    letak: p.sumber.letak.clone(),
                })
            })
            .collect()
    }

    /// Whether a printed figure agrees with one candidate: rounded, cut off, or within the rounding of its inputs.
    pub fn cocok(&self, i: usize, calon: &Calon) -> bool {
        let (Some(angka), Some(value)) = (self.p(i).sel.bukti(), self.hitung(calon)) else { return false };
        banding(angka.nilai, angka.desimal, value) != Banding::Lain || self.dalam_pembulatan(i, calon)
    }

    /// Holds statement `i` against its candidates, the most trusted first, and keeps the check.
    ///
    /// Nothing is checked when the statement may not stand as evidence or no candidate has a value.
    pub fn uji(&self, hasil: &mut Hasil, aturan: &'static Aturan, i: usize, calon: &[Calon]) -> Option<HasilUji> {
        let angka = self.p(i).sel.bukti()?;
        // What the row claims has no value: nothing else is tried in its place.
        if calon.first().is_some_and(|c| {
            c.asal == Asal::Baris && (self.hitung(c).is_none() || self.hasil_lain(i, c.operasi, &c.masukan))
        }) {
            return None;
        }
        let nilai: Vec<Nilai<'_>> = calon
            .iter()
            .filter_map(|c| {
                let terhitung = self.hitung(c).filter(|_| !self.hasil_lain(i, c.operasi, &c.masukan))?;
                Some(Nilai { calon: c, terhitung, banding: banding(angka.nilai, angka.desimal, terhitung) })
            })
            .collect();
        let first = nilai.first()?;
        let (chosen, verdict) = self.putus(i, &nilai, angka.desimal, first);
        // What agrees only because its inputs are rounded that much could hardly have failed: nothing was checked.
        if verdict == HasilUji::Cocok && chosen.banding == Banding::Lain && self.terlalu_lebar(chosen.calon) {
            return None;
        }
        self.catat(hasil, aturan, i, chosen.calon, chosen.terhitung, verdict.clone());
        if verdict == HasilUji::Beda
            && let Some(check) = hasil.pemeriksaan.last()
        {
            let found = self.temuan_beda(aturan, check);
            hasil.temuan.push(found);
        }
        Some(verdict)
    }

    fn putus<'n, 'c>(
        &self,
        i: usize,
        nilai: &'n [Nilai<'c>],
        desimal: u32,
        first: &'n Nilai<'c>,
    ) -> (&'n Nilai<'c>, HasilUji) {
        let find =
            |want: Banding, ok: &dyn Fn(&Asal) -> bool| nilai.iter().find(|n| n.banding == want && ok(&n.calon.asal));
        let own = first.calon.asal == Asal::Baris;
        if let Some(n) = find(Banding::Sama, &|a| *a == Asal::Baris || (!own && *a == Asal::Lain)) {
            return (n, HasilUji::Cocok);
        }
        // Of inputs printed in thousands or millions nobody knows which digits a quotient was cut from.
        let coarse = |n: &&Nilai<'_>| {
            n.calon.asal == Asal::Baris
                && n.calon.masukan.iter().any(|j| self.p(*j).sel.angka().is_some_and(|a| a.langkah > Decimal::ONE))
        };
        if let Some(n) = nilai.iter().filter(coarse).find(|n| self.dalam_pembulatan(i, n.calon)) {
            return (n, HasilUji::Cocok);
        }
        if let Some(n) = find(Banding::Potong, &|a| *a == Asal::Baris) {
            return (n, HasilUji::Terpotong);
        }
        // Inputs that are themselves rounded stand for an interval.
        if let Some(n) =
            nilai.iter().find(|n| n.calon.asal != Asal::Lain || !own).filter(|n| self.dalam_pembulatan(i, n.calon))
        {
            return (n, HasilUji::Cocok);
        }
        if let Some(n) = find(Banding::Potong, &|a| !own && *a == Asal::Lain) {
            return (n, HasilUji::Terpotong);
        }
        // A whole percentage meets some other base by chance: only columns of its own row count then.
        let fine = desimal > 0 || self.jenis(i) == Jenis::Uang;
        // The same inputs under another formula may be cut off as well.
        let formula = |n: &&Nilai<'_>| {
            n.banding == Banding::Potong
                && matches!(n.calon.asal, Asal::Basis(_))
                && n.calon.masukan == first.calon.masukan
        };
        let other = find(Banding::Sama, &|a| matches!(a, Asal::Basis(_)) || (fine && *a == Asal::Lain));
        if let Some(n) = other.or_else(|| nilai.iter().find(formula)) {
            let nama = match &n.calon.asal {
                Asal::Basis(nama) => nama.clone(),
                _ => kata::basis(self, &n.calon.masukan, &first.calon.masukan),
            };
            let basis = Basis { nama, masukan: n.calon.masukan.clone(), terhitung: n.terhitung };
            return (first, HasilUji::BasisLain(basis));
        }
        (first, HasilUji::Beda)
    }

    /// Keeps one check.
    pub fn catat(
        &self,
        hasil: &mut Hasil,
        aturan: &'static Aturan,
        i: usize,
        calon: &Calon,
        terhitung: Decimal,
        verdict: HasilUji,
    ) {
        let p = self.p(i);
        let Some(angka) = p.sel.angka() else { return };
        let masukan = self.masukan(calon);
        let label: Vec<&Pesan> = masukan.iter().map(|m| &m.label).collect();
        let numbers: Vec<&Pesan> = masukan.iter().map(|m| &m.teks).collect();
        let values: Vec<Decimal> = masukan.iter().map(|m| m.nilai).collect();
        let (rumus, isian) = (calon.operasi.rumus(&label), calon.operasi.isian(&values, &numbers));
        hasil.pemeriksaan.push(Pemeriksaan {
            alamat: p.alamat.clone(),
            pernyataan: i,
            aturan: aturan.kode,
            rumus,
            isian,
            masukan,
            jumlah: calon.operasi == Operasi::Jumlah,
            tertulis: angka.nilai,
            desimal: angka.desimal,
            terhitung,
            operasi: calon.operasi,
            hasil: verdict,
            sengketa: None,
        });
    }
}
