//! Rule kumulatif-beda: what was spent up to a quarter is not what was spent before plus what was spent in it.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Masa, Ukuran as U};
use rust_decimal::Decimal;

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
dengan realisasinya. Realisasi setahun = kumulatif triwulan IV = jumlah empat triwulan, dua semester, atau dua belas bulan di baris
yang sama.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak.

**Batas.** Baris dengan masa tanpa angka tidak diperiksa untuk masa itu. Masa yang terus naik sampai angka setahun dibaca kumulatif, dan
tidak dijumlahkan. Angka kumulatif yang lebih kecil daripada masa sebelumnya adalah pengamatan: uang yang dikembalikan dapat menurunkannya.

**Contoh (rekaan).** Rp1.400.000 + Rp4.560.000, tertulis sampai triwulan II Rp5.690.000; terhitung Rp5.960.000.
",
    dokumentasi_en: r"
**Meaning.** The spending (realisasi) up to a quarter is not the spending up to the quarter before plus the spending of
the quarter itself; or the spending of the year is not its last cumulative figure.

**Definition.** Cumulative figure of quarter n = cumulative figure of quarter n−1 + spending of quarter n; for quarter
II, the cumulative figure of quarter I is the spending of quarter I. Spending of the year = cumulative figure of quarter
IV = sum of the four quarters, two half-years or twelve months in the same row.

**Tolerance.** None, except for rounding to the number of decimals printed.

**Limits.** A row that holds no number for a period is not checked for that period. Periods that run up to the figure of the
year are read as cumulative and are not added up. A cumulative figure below that of the period before is an observation: money paid back may lower it.

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
    bagian_tahun(b, hasil);
    turun(b, hasil);
}

/// The period before, within its year.
fn sebelumnya(masa: &Masa) -> Option<Masa> {
    Some(match *masa {
        Masa::Triwulan(tahun, n) if n > 1 => Masa::Triwulan(tahun, n - 1),
        Masa::Semester(tahun, n) if n > 1 => Masa::Semester(tahun, n - 1),
        Masa::Bulan(tahun, n) if n > 1 => Masa::Bulan(tahun, n - 1),
        _ => return None,
    })
}

/// A running total of money below that of the period before: money paid back may lower it, so it is noted.
fn turun(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::RealisasiKumulatif) {
        let Some(before) = sebelumnya(b.p(i).masa) else { continue };
        let row = b.sebaris(i);
        let Some(j) = b.pilih(row, U::RealisasiKumulatif).find(|j| *b.p(*j).masa == before) else { continue };
        // With the amount of the period itself the sum tells it.
        let summed = b.pilih(row, U::Realisasi).any(|k| b.p(k).masa == b.p(i).masa);
        let lower = matches!((b.bukti(i), b.bukti(j)), (Some(v), Some(w)) if v < w);
        if summed || !lower || b.jenis(i) != b.jenis(j) {
            continue;
        }
        let (x, a, letak) = (kata::apa(b, i), kata::nilai(b, i), kata::letak(b, i));
        let (y, z) = (kata::label(b, j), kata::nilai(b, j));
        let pesan = pesan!(
            "Tertulis {x} {a} ({letak}), lebih kecil daripada {y} {z}.",
            "Printed {x} {a} ({letak}), below the {y} {z}.",
            x,
            a,
            y,
            z
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j]).pengamatan()));
    }
}

/// How many periods make a year, and one of them.
type Bagian = (u8, fn(i32, u8) -> Masa);

/// The periods that make a year: four quarters, two half-years, twelve months.
const MASA: [Bagian; 3] = [(4, Masa::Triwulan), (2, Masa::Semester), (12, Masa::Bulan)];

/// The whole year against the sum of its quarters, half-years or months in the same row.
fn bagian_tahun(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi).into_iter().filter(|i| b.anggaran(*i) && b.setahun(*i)) {
        for (n, masa) in MASA {
            let at = |m: u8| b.pilih(b.sebaris(i), U::Realisasi).find(|j| *b.p(*j).masa == masa(b.p(i).tahun, m));
            let Some(masukan) = (1..=n).map(at).collect::<Option<Vec<usize>>>() else { continue };
            let values: Vec<Decimal> = masukan.iter().filter_map(|j| b.bukti(*j)).collect();
            // A column that runs up to the year is cumulative, whatever it is called: it adds up to nothing.
            let rising = values.windows(2).all(|w| w[0] <= w[1]);
            let masukan = match masukan.last() {
                Some(last) if rising && b.bukti(*last) == b.bukti(i) => vec![*last],
                _ => masukan,
            };
            let sum = values.iter().try_fold(Decimal::ZERO, |s, v| s.checked_add(*v));
            let far = matches!((sum, b.bukti(i)), (Some(s), Some(v)) if s > v.saturating_mul(Decimal::new(15, 1)));
            if masukan.len() > 1 && rising && far {
                continue;
            }
            b.uji(hasil, &ATURAN, i, &[Calon { operasi: Operasi::Jumlah, masukan, asal: Asal::Baris }]);
        }
    }
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
