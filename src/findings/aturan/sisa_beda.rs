//! Rule sisa-beda: a printed sisa that is not pagu minus realisasi.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{pada, pagu};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::records::Ukuran as U;
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "sisa-beda",
    nama: "Sisa anggaran berbeda dari hitungannya",
    nama_en: "Unspent budget (sisa) differs from its computation",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Sisa anggaran yang tercetak bukan selisih pagu dan realisasi yang tercetak.

**Definisi.** Sisa = pagu − realisasi, pertama-tama dari baris yang sama.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak.

**Batas.** Sel kosong dan sel yang diragukan tidak diperiksa. Tabel yang mencetak realisasi − pagu di semua barisnya diperiksa dengan
tandanya sendiri. Sisa sebuah bulan dihitung dari realisasi sampai dengan bulan itu bila barisnya mencetaknya.

**Contoh (rekaan).** Pagu Rp100.000.000, realisasi Rp95.000.000, tertulis Rp6.000.000; terhitung Rp5.000.000.
",
    dokumentasi_en: r"
**Meaning.** The printed unspent budget (sisa) is not the difference of the budget ceiling (pagu) and the actual
spending (realisasi) that are printed.

**Definition.** Unspent = ceiling − spending, from the same row first of all.

**Tolerance.** None, except for rounding to the number of decimals printed.

**Limits.** Empty cells and doubtful cells are not checked. A table that prints spending − ceiling in all its rows is checked
with its own sign. What is left after a month is computed from the spending up to that month where its row prints it.

**Example (invented).** Ceiling Rp100.000.000, spending Rp95.000.000, printed Rp6.000.000; computed Rp5,000,000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Sisa) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let awal = [format!("{}/anggaran/{subjek}/", p.tahun)];
        let pagu = b.sumber(i, &awal, &pagu(p.tahun));
        let mut realisasi = b.sumber(i, &awal, &pada(U::Realisasi, p.masa));
        // What is left after a month is left of all that was spent up to it, where its row prints that beside the month's own.
        let mulai = realisasi.baris.is_empty() || !p.masa.setahun();
        if mulai {
            let kumulatif = b.sumber(i, &awal, &pada(U::RealisasiKumulatif, p.masa));
            if !kumulatif.baris.is_empty() {
                realisasi = kumulatif;
            }
        }
        // A table that prints realisasi − pagu in every row has its own sign.
        let calon = match tanda_laporan(b, i) {
            true => b.pasangan(Operasi::Kurang, &realisasi, &pagu),
            false => b.pasangan(Operasi::Kurang, &pagu, &realisasi),
        };
        b.uji(hasil, &ATURAN, i, &calon);
    }
}

/// Whether the sisa of a table are exactly the negative of pagu − realisasi, and none of them is it itself.
fn tanda_laporan(b: &Bahan<'_, '_>, i: usize) -> bool {
    let row = |j: usize| -> Option<(Decimal, Decimal)> {
        let own = |u: U| b.pilih(b.sebaris(j), u).filter(|k| b.p(*k).masa == b.p(j).masa);
        // The budget is of the year, whatever part of it the rest is of.
        let budget = b.pilih(b.sebaris(j), U::Pagu).filter(|k| b.p(*k).tahun == b.p(j).tahun);
        let (pagu, spent) = (budget.last()?, own(U::RealisasiKumulatif).chain(own(U::Realisasi)).next()?);
        let left = b.bukti(pagu)?.checked_sub(b.bukti(spent)?).filter(|v| !v.is_zero())?;
        Some((b.bukti(j)?, left))
    };
    let rows: Vec<(Decimal, Decimal)> = b.pilih(b.setabel(i), U::Sisa).filter_map(row).collect();
    let turned = rows.iter().filter(|(printed, left)| *printed == Decimal::ZERO.saturating_sub(*left)).count();
    let plain = rows.iter().filter(|(printed, left)| printed == left).count();
    turned > 0 && plain == 0
}
