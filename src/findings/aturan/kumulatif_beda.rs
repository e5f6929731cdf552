//! Rule kumulatif-beda: what was spent up to a quarter is not what was spent before plus what was spent in it.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::{Masa, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "kumulatif-beda",
    nama: "Angka kumulatif berbeda dari penjumlahan masanya",
    nama_en: "Cumulative figure differs from its periods",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Realisasi sampai dengan suatu triwulan bukan realisasi sampai triwulan sebelumnya ditambah realisasi triwulan itu;
atau realisasi setahun bukan angka kumulatif terakhirnya.

**Definisi.** Kumulatif triwulan n = kumulatif triwulan n−1 + realisasi triwulan n; untuk triwulan II, kumulatif triwulan I sama
dengan realisasinya. Realisasi setahun = kumulatif triwulan IV.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak.

**Batas.** Baris dengan masa tanpa angka tidak diperiksa untuk masa itu.

**Contoh (rekaan).** Rp1.400.000 + Rp4.560.000, tertulis sampai triwulan II Rp5.690.000; terhitung Rp5.960.000.
",
    dokumentasi_en: r"
**Meaning.** The spending (realisasi) up to a quarter is not the spending up to the quarter before plus the spending of
the quarter itself; or the spending of the year is not its last cumulative figure.

**Definition.** Cumulative figure of quarter n = cumulative figure of quarter n−1 + spending of quarter n; for quarter
II, the cumulative figure of quarter I is the spending of quarter I. Spending of the year = cumulative figure of quarter
IV.

**Tolerance.** None, except for rounding to the number of decimals printed.

**Limits.** A row that holds no number for a period is not checked for that period.

**Example (invented).** Rp1.400.000 + Rp4.560.000, printed up to quarter II Rp5.690.000; computed Rp5,960,000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::RealisasiKumulatif) {
        let Masa::Triwulan(tahun, n) = *b.p(i).masa else { continue };
        let cell = |ukuran: U, n: u8| {
            let masa = Masa::Triwulan(tahun, n);
            b.pilih(b.sebaris(i), ukuran).find(|j| *b.p(*j).masa == masa)
        };
        let own = cell(U::Realisasi, n);
        let before = n
            .checked_sub(1)
            .filter(|m| *m > 0)
            .and_then(|m| cell(U::RealisasiKumulatif, m).or_else(|| if m == 1 { cell(U::Realisasi, 1) } else { None }));
        let masukan = match (n, before, own) {
            (1, _, Some(own)) => vec![own],
            (_, Some(before), Some(own)) => vec![before, own],
            _ => continue,
        };
        b.uji(hasil, &ATURAN, i, &[Calon { operasi: Operasi::Jumlah, masukan, asal: Asal::Baris }]);
    }
    setahun(b, hasil);
}

/// The whole year against the last cumulative figure, wherever either is printed.
fn setahun(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi).into_iter().filter(|i| b.anggaran(*i) && b.setahun(*i)) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let list = b.di(&format!("{0}/anggaran/{subjek}/realisasi_kumulatif@{0}-tw4", p.tahun));
        let calon: Vec<Calon> = list
            .iter()
            .filter(|j| b.bukti(**j).is_some())
            .map(|j| Calon { operasi: Operasi::Jumlah, masukan: vec![*j], asal: Asal::Lain })
            .collect();
        b.uji(hasil, &ATURAN, i, &calon);
    }
}
