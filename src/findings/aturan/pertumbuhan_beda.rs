//! Rule pertumbuhan-beda: a printed relative change that is another number.

use crate::findings::bahan::Bahan;
use crate::findings::calon::ujung;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "pertumbuhan-beda",
    nama: "Perubahan relatif berbeda dari hitungannya",
    nama_en: "Relative change differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan mencetak pertumbuhan atau penurunan dalam persen terhadap nilai awal; hitungannya lain.

**Definisi.** Pertumbuhan a ke b = (b − a) ÷ a × 100. Penurunan relatif a ke b = (a − b) ÷ a × 100.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Nilai awal nol tidak mempunyai perubahan relatif.

**Contoh (rekaan).** 50.001 menjadi 41.893, tertulis turun 19,35%; terhitung 16,22%.
",
    dokumentasi_en: r"
**Meaning.** The report prints a growth or a decrease in percent of the starting value; the computation gives another.

**Definition.** Growth from a to b = (b − a) ÷ a × 100. Relative decrease from a to b = (a − b) ÷ a × 100.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** A starting value of zero has no relative change.

**Example (invented).** 50.001 becomes 41.893, printed as a decrease of 19,35%; computed 16.22%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (ukuran, operasi) in [(U::Pertumbuhan, Operasi::Tumbuh), (U::PenurunanRelatif, Operasi::Susut)] {
        for i in b.semua(ukuran) {
            let Some((awal, akhir)) = ujung(b, i) else { continue };
            let calon = b.pasangan(operasi, &awal, &akhir);
            b.uji(hasil, &ATURAN, i, &calon);
        }
    }
}
