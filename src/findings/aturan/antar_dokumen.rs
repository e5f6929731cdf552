//! Rule antar-dokumen: one fact with different values in two documents about the same year.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kelompok::{Hubungan, kelompok};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "antar-dokumen",
    nama: "Dua dokumen, dua nilai",
    nama_en: "Two documents, two values",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::DuaNilai,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dua dokumen OPD yang sama, misalnya laporan kinerja dan perjanjian kinerjanya, menyebut nilai berbeda untuk
fakta yang sama.

**Definisi.** Seperti `dua-nilai`; kedua pernyataan berasal dari dokumen yang berbeda untuk tahun yang sama. Dokumen lebih
awal tentang tahun kemudian termasuk di sini; dokumen kemudian tentang tahun lebih awal ialah `saji-ulang`.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong;
uang hanya setelah dibulatkan.

**Batas.** Target dan pagu dari himpunan yang berbeda adalah fakta yang berbeda.

**Contoh (rekaan).** Target Nilai SAKIP 70 (Tabel 2.2), tetapi 80 (Perjanjian Kinerja 2024).
",
    dokumentasi_en: r"
**Meaning.** Two documents of the same agency (OPD), for example its performance report and its performance agreement
(perjanjian kinerja), give different values for the same fact.

**Definition.** As for `dua-nilai`; the two statements come from different documents for the same year. An earlier
document about a later year counts here too; a later document about an earlier year is `saji-ulang`.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Targets and budget ceilings (pagu) of different sets are different facts.

**Example (invented).** Target of the SAKIP score (Nilai SAKIP) 70 (Tabel 2.2), but 80 (Perjanjian Kinerja 2024).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::Dokumen);
}
