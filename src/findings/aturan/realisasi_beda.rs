//! Rule realisasi-beda: a printed percentage of an indicator that is not its own numerator over denominator.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{pada, rumus};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::number::Satuan;
use crate::records::{Jenis, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "realisasi-beda",
    nama: "Realisasi berbeda dari pembilang dan penyebutnya",
    nama_en: "Actual figure (realisasi) differs from its numerator and denominator",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Indikator berbentuk persentase, atau laju per 1.000 dan seterusnya, mempunyai rumus pembilang dibagi penyebut. Laporan mencetak kedua hitungan itu,
tetapi realisasinya angka lain.

**Definisi.** Realisasi = pembilang ÷ penyebut × pengali menurut rumus indikator, untuk tahun yang sama.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Hanya indikator yang rumusnya menyebut pembilang dan penyebut, dan yang pengalinya diketahui dari rumus atau satuannya.
Sel yang mencetak satuan lain (`101 bayi` di baris sebuah laju) tidak diperiksa. Bila hitungan itu tidak tercetak pada baris yang
sama tetapi di beberapa tempat lain, cukup cocok dengan salah satunya.

**Contoh (rekaan).** Tertulis 67% (Tabel 3.2); terhitung 76,83% = 129.300 ÷ 168.304.
",
    dokumentasi_en: r"
**Meaning.** An indicator in percent, or a rate per 1,000 and the like, has a formula: numerator divided by denominator. The
report prints both counts, but its actual figure (realisasi) is another number.

**Definition.** Actual figure = numerator ÷ denominator × the multiplier of the indicator's formula, for the same year.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Only indicators whose formula names a numerator and a denominator, and whose multiplier is known from the formula or
the unit. A cell that prints another unit (a count of children in the row of a rate) is not checked. If the counts stand not in the same row
but in several other places, it is enough to agree with one of them.

**Example (invented).** Printed 67% (Tabel 3.2); computed 76.83% = 129.300 ÷ 168.304.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi) {
        if b.anggaran(i) || !laju(b, i) {
            continue;
        }
        let quotient = b
            .indikator(i)
            .and_then(|x| x.rumus.as_ref())
            .is_some_and(|r| r.pembilang.is_some() && r.penyebut.is_some());
        let Some((operasi, awal)) = rumus(b, i).filter(|_| quotient) else { continue };
        let p = b.p(i);
        let pembilang = b.sumber(i, &awal, &pada(U::Pembilang, p.masa));
        let penyebut = b.sumber(i, &awal, &pada(U::Penyebut, p.masa));
        let calon = b.pasangan(operasi, &pembilang, &penyebut);
        b.uji(hasil, &ATURAN, i, &calon);
    }
}

/// Whether a realisasi is printed as its formula gives it: in percent, or in the unit of a rate whose factor is stated.
fn laju(b: &Bahan<'_, '_>, i: usize) -> bool {
    let (Some(x), Some(angka)) = (b.indikator(i), b.p(i).sel.bukti()) else { return false };
    let percent = b.jenis(i) == Jenis::Persen;
    let Some(own) = angka.satuan_sel().filter(|s| *s != Satuan::Persen) else {
        return percent == x.persen() || percent;
    };
    // `101 bayi` in the row of a rate is a count.
    let heading = x.satuan_pada(b.p(i).tahun);
    heading.and_then(Satuan::baca) == Some(own.clone()) || Satuan::per(&own.to_string()) == x.pengali()
}
