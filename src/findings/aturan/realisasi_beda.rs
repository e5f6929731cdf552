//! Rule realisasi-beda: a printed percentage of an indicator that is not its own numerator over denominator.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{pada, rumus};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
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
**Artinya.** Indikator berbentuk persentase mempunyai rumus pembilang dibagi penyebut. Laporan mencetak kedua hitungan itu,
tetapi persentase realisasinya angka lain.

**Definisi.** Realisasi = pembilang ÷ penyebut × pengali menurut rumus indikator, untuk tahun yang sama.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Hanya indikator yang rumusnya menyebut pembilang dan penyebut. Bila hitungan itu tidak tercetak pada baris yang
sama tetapi di beberapa tempat lain, cukup cocok dengan salah satunya.

**Contoh (rekaan).** Tertulis 67% (Tabel 3.2); terhitung 76,83% = 129.300 ÷ 168.304.
",
    dokumentasi_en: r"
**Meaning.** An indicator in percent has a formula: numerator divided by denominator. The report prints both counts, but
its actual percentage (realisasi) is another number.

**Definition.** Actual figure = numerator ÷ denominator × the multiplier of the indicator's formula, for the same year.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Only indicators whose formula names a numerator and a denominator. If the counts stand not in the same row
but in several other places, it is enough to agree with one of them.

**Example (invented).** Printed 67% (Tabel 3.2); computed 76.83% = 129.300 ÷ 168.304.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi) {
        if b.anggaran(i) || b.jenis(i) != Jenis::Persen {
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
