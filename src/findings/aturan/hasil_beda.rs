//! Rule hasil-beda: the printed result of numerator over denominator is another number.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{pada, rumus};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "hasil-beda",
    nama: "Hasil bagi berbeda dari hitungannya",
    nama_en: "Quotient differs from its computation",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan mencetak pembilang, penyebut, dan hasilnya; hasil itu bukan hasil bagi keduanya.

**Definisi.** Hasil = pembilang ÷ penyebut × pengali rumus indikatornya (biasanya 100).

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak. Digit yang dipotong dicatat sebagai `terpotong`.

**Batas.** Hanya bila pembilang dan penyebut tercetak sebagai satu angka.

**Contoh (rekaan).** 129.300 ÷ 168.304 tercetak 67%; terhitung 76,83%.
",
    dokumentasi_en: r"
**Meaning.** The report prints a numerator, a denominator and their result; that result is not their quotient.

**Definition.** Result = numerator ÷ denominator × the multiplier of the indicator's formula (usually 100).

**Tolerance.** Equal after rounding to the number of decimals printed. Digits that are cut off are recorded as
`terpotong`.

**Limits.** Only when numerator and denominator are each printed as one number.

**Example (invented).** 129.300 ÷ 168.304 is printed as 67%; computed 76.83%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Hasil) {
        let Some((operasi, awal)) = rumus(b, i) else { continue };
        let p = b.p(i);
        let pembilang = b.sumber(i, &awal, &pada(U::Pembilang, p.masa));
        let penyebut = b.sumber(i, &awal, &pada(U::Penyebut, p.masa));
        let calon = b.pasangan(operasi, &pembilang, &penyebut);
        b.uji(hasil, &ATURAN, i, &calon);
    }
}
