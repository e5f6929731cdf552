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
    if round(terhitung, desimal) == tertulis {
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

    /// The value of a candidate.
    pub fn hitung(&self, calon: &Calon) -> Option<Decimal> {
        calon.operasi.hitung(&self.nilai_masukan(calon)?)
    }

    /// The inputs as data of a check.
    pub fn masukan(&self, calon: &Calon) -> Vec<Masukan> {
        // In a sum all terms measure the same: the row tells them apart.
        let rows = matches!(calon.operasi, Operasi::Jumlah | Operasi::Rata);
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

    /// Holds statement `i` against its candidates, the most trusted first, and keeps the check.
    ///
    /// Nothing is checked when the statement may not stand as evidence or no candidate has a value.
    pub fn uji(&self, hasil: &mut Hasil, aturan: &'static Aturan, i: usize, calon: &[Calon]) -> Option<HasilUji> {
        let angka = self.p(i).sel.bukti()?;
        let nilai: Vec<Nilai<'_>> = calon
            .iter()
            .filter_map(|c| {
                let terhitung = self.hitung(c)?;
                Some(Nilai { calon: c, terhitung, banding: banding(angka.nilai, angka.desimal, terhitung) })
            })
            .collect();
        let first = nilai.first()?;
        let (chosen, verdict) = self.putus(i, &nilai, angka.nilai, angka.desimal, first);
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
        tertulis: Decimal,
        desimal: u32,
        first: &'n Nilai<'c>,
    ) -> (&'n Nilai<'c>, HasilUji) {
        let find =
            |want: Banding, ok: &dyn Fn(&Asal) -> bool| nilai.iter().find(|n| n.banding == want && ok(&n.calon.asal));
        let own = first.calon.asal == Asal::Baris;
        if let Some(n) = find(Banding::Sama, &|a| *a == Asal::Baris || (!own && *a == Asal::Lain)) {
            return (n, HasilUji::Cocok);
        }
        if let Some(n) = find(Banding::Potong, &|a| *a == Asal::Baris) {
            return (n, HasilUji::Terpotong);
        }
        // Inputs that are themselves rounded figures may move the last printed digit, never more.
        if let Some(n) = nilai
            .iter()
            .find(|n| n.calon.asal != Asal::Lain || !own)
            .filter(|n| self.sebatas_pembulatan(i, n, tertulis, desimal))
        {
            return (n, HasilUji::Cocok);
        }
        if let Some(n) = find(Banding::Potong, &|a| !own && *a == Asal::Lain) {
            return (n, HasilUji::Terpotong);
        }
        // A whole percentage meets some other base by chance: only columns of its own row count then.
        let fine = desimal > 0 || self.jenis(i) == Jenis::Uang;
        if let Some(n) = find(Banding::Sama, &|a| matches!(a, Asal::Basis(_)) || (fine && *a == Asal::Lain)) {
            let nama = match &n.calon.asal {
                Asal::Basis(nama) => nama.clone(),
                _ => kata::basis(self, &n.calon.masukan, &first.calon.masukan),
            };
            let basis = Basis { nama, masukan: n.calon.masukan.clone(), terhitung: n.terhitung };
            return (first, HasilUji::BasisLain(basis));
        }
        (first, HasilUji::Beda)
    }

    /// Whether the difference is one unit of the last printed digit and explained by an input that is printed rounded.
    fn sebatas_pembulatan(&self, i: usize, n: &Nilai<'_>, tertulis: Decimal, desimal: u32) -> bool {
        let unit = Decimal::new(1, desimal.min(28));
        if n.calon.operasi == Operasi::Jumlah {
            // Rows printed without the cents that their total prints may hide half a unit each.
            let hidden: Decimal = n
                .calon
                .masukan
                .iter()
                .filter_map(|j| self.p(*j).sel.angka())
                .filter(|a| a.desimal < desimal)
                .map(|a| Decimal::new(5, a.desimal + 1))
                .sum();
            let whole = n.terhitung.fract().is_zero()
                && n.calon
                    .masukan
                    .iter()
                    .all(|j| self.p(*j).sel.angka().is_none_or(|a| a.desimal == 0 || a.nilai.fract().is_zero()));
            return !whole && (tertulis - n.terhitung).abs() < hidden.min(Decimal::ONE);
        }
        if (tertulis - round(n.terhitung, desimal)).abs() > unit || self.jenis(i) != Jenis::Persen {
            return false;
        }
        let Some(values) = self.nilai_masukan(n.calon) else { return false };
        let mut low = n.terhitung;
        let mut high = n.terhitung;
        for (at, input) in n.calon.masukan.iter().enumerate() {
            // Only percentages are themselves quotients; a count or an amount is printed whole.
            let Some(angka) = self.p(*input).sel.angka().filter(|_| self.turunan(*input)) else { continue };
            let half = Decimal::new(5, (angka.desimal + 1).min(28));
            for moved in [angka.nilai - half, angka.nilai + half] {
                let mut try_values = values.clone();
                try_values[at] = moved;
                if let Some(v) = n.calon.operasi.hitung(&try_values) {
                    low = low.min(v);
                    high = high.max(v);
                }
            }
        }
        let half = Decimal::new(5, (desimal + 1).min(28));
        low < high && tertulis + half >= low && tertulis - half <= high
    }

    /// Whether a statement is a derived percentage: printed rounded.
    fn turunan(&self, i: usize) -> bool {
        use crate::records::Ukuran as U;
        let Some(kolom) = self.kolom(i) else { return false };
        match kolom.ukuran {
            U::Capaian | U::Serapan | U::Hasil | U::Efisiensi => true,
            // The realisasi of a percentage is a quotient too when its counts are known.
            U::Realisasi => {
                self.indikator(i).is_some_and(|x| x.persen() && x.rumus.as_ref().is_some_and(|r| r.penyebut.is_some()))
            }
            _ => false,
        }
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
        let (rumus, isian) = (calon.operasi.rumus(&label), calon.operasi.tulis(&numbers));
        hasil.pemeriksaan.push(Pemeriksaan {
            alamat: p.alamat.clone(),
            pernyataan: i,
            aturan: aturan.kode,
            rumus,
            isian,
            masukan,
            tertulis: angka.nilai,
            desimal: angka.desimal,
            terhitung,
            hasil: verdict,
        });
    }
}
