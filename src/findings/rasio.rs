//! Rasio: a column of percentages that a report prints as fractions: `1,25` for 125%. It is the report's own form.

use super::bahan::Bahan;
use super::operasi::Operasi;
use super::uji::{Banding, Calon, banding};
use rust_decimal::Decimal;

impl Bahan<'_, '_> {
    /// Whether the cells of a column are fractions: none has a percent sign, each that can be computed agrees as a fraction,
    /// and none as a percentage. `calon` gives the computation of a cell in percent.
    pub fn pecahan(&self, i: usize, calon: &dyn Fn(usize) -> Vec<Calon>) -> bool {
        let Some(kolom) = self.kolom(i) else { return false };
        let own = self.setabel(i).iter().copied().filter(|j| self.kolom(*j) == Some(kolom));
        let mut fractions = 0;
        for j in own {
            let Some(angka) = self.p(j).sel.bukti() else { continue };
            if angka.persen {
                return false;
            }
            let Some(first) = calon(j).into_iter().next() else { continue };
            let Some(percent) = self.hitung(&first).filter(|v| !v.is_zero()) else { continue };
            let fraction = percent.checked_div(Decimal::ONE_HUNDRED);
            if fraction.is_none_or(|v| banding(angka.nilai, angka.desimal, v) == Banding::Lain) {
                return false;
            }
            fractions += 1;
        }
        fractions > 0
    }

    /// The candidates of a fraction: the same inputs, not times one hundred. A formula that is no plain quotient has none.
    pub fn calon_pecahan(&self, calon: Vec<Calon>) -> Vec<Calon> {
        let plain = calon.into_iter().filter(|c| match c.operasi {
            Operasi::Persen => true,
            Operasi::Capaian(rumus, ..) => rumus == crate::records::RumusCapaian::RealisasiTarget,
            _ => false,
        });
        plain.map(|c| Calon { operasi: Operasi::Bagi(1), ..c }).collect()
    }
}
