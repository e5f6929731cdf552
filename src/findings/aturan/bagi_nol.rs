//! Rule bagi-nol: a division by zero printed as a number.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::Ukuran as U;
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "bagi-nol",
    nama: "Pembagian dengan nol tercetak sebagai angka",
    nama_en: "Division by zero printed as a number",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Persentase tercetak sebagai angka padahal penyebutnya, pada baris yang sama, nol. Pembagian dengan nol tidak
mempunyai hasil: bukan 0% dan bukan 100%.

**Definisi.** Serapan dengan pagu 0, capaian dengan target 0, atau hasil dengan penyebut 0, tercetak sebagai angka.

**Toleransi.** Tidak ada.

**Batas.** Nol dari nol yang tercetak 0%, dan target nol dengan realisasi nol yang tercetak 100%, tidak dilaporkan. Hanya bila penyebut nol itu tercetak pada baris yang sama. `#DIV/0!` yang dibiarkan tercetak bukan temuan aturan ini.

**Contoh (rekaan).** Pagu Rp0, realisasi Rp0, tertulis serapan 100%.
",
    dokumentasi_en: r"
**Meaning.** A percentage is printed as a number although its denominator, in the same row, is zero. A division by zero
has no result: it is not 0% and not 100%.

**Definition.** An absorption (serapan) with a budget ceiling (pagu) of 0, an achievement (capaian) with a target of 0,
or a result with a denominator of 0, printed as a number.

**Tolerance.** None.

**Limits.** Nothing of nothing printed as 0%, and a target of zero with an actual of zero printed as 100%, are not
reported. Only when that zero denominator is printed in the same row. A `#DIV/0!` left in print is no finding of this
rule.

**Example (invented).** Budget ceiling Rp0, actual spending (realisasi) Rp0, printed absorption 100%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (ukuran, base) in [(U::Serapan, U::Pagu), (U::Capaian, U::Target), (U::Hasil, U::Penyebut)] {
        for i in b.semua(ukuran) {
            let masa = b.p(i).masa;
            let bases: Vec<usize> =
                b.pilih(b.sebaris(i), base).filter(|j| base == U::Pagu || b.p(*j).masa == masa).collect();
            let zero = |j: &usize| b.bukti(*j).is_some_and(|v| v.is_zero());
            // Nothing of nothing: 0% is how tables print it; a target of zero that was kept is reached.
            let over = if ukuran == U::Hasil { U::Pembilang } else { U::Realisasi };
            let mut none = b.pilih(b.sebaris(i), over).any(|j| b.p(j).masa == masa && zero(&j));
            // A row of a table that prints no result of its own: what was reached stands in another one.
            if !none && b.pilih(b.sebaris(i), over).next().is_none() {
                let base = b.p(i).alamat.rsplit_once('/').map_or("", |(base, _)| base);
                let name = if ukuran == U::Hasil { "pembilang" } else { "realisasi" };
                let other = b.di(&format!("{base}/{name}"));
                none = other.iter().any(|j| b.p(*j).masa == masa) && other.iter().all(zero);
            }
            let habit = if ukuran == U::Capaian { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
            if none && b.bukti(i) == Some(habit) {
                continue;
            }
            let Some(j) = bases.first().copied().filter(|_| bases.iter().all(zero)) else { continue };
            let (written, letak) = (kata::nilai(b, i), kata::letak(b, i));
            let name = kata::label(b, j);
            let value = kata::nilai(b, j);
            let pesan = pesan!(
                "Tertulis {written} ({letak}), padahal {name} {value}: pembagian dengan nol tidak mempunyai hasil.",
                "Printed {written} ({letak}) although {name} is {value}: a division by zero has no result.",
                written,
                name,
                value
            );
            hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
        }
    }
}
