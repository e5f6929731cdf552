//! Rule saji-ulang: a later document restates an earlier year with another value.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kelompok::{Hubungan, kelompok};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "saji-ulang",
    nama: "Tahun lalu disajikan ulang dengan nilai lain",
    nama_en: "Earlier year restated with another value",
    tingkat: Bobot::Sedang,
    sifat: Sifat::DuaNilai,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dokumen yang lebih baru menyebut angka tahun lalu yang berbeda dari angka dalam dokumen tahun itu sendiri.

**Definisi.** Seperti `dua-nilai`; salah satu dokumen melaporkan tahun yang lebih baru daripada tahun fakta itu.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong;
uang hanya setelah dibulatkan.

**Batas.** Angka bisa saja diperbaiki dengan sah; yang dicatat ialah bahwa dokumennya tidak mengatakannya.

**Contoh (rekaan).** Realisasi 2020 tertulis 80% dalam laporan 2022, tetapi 84,5% dalam laporan 2020.
",
    dokumentasi_en: r"
**Meaning.** A newer document states a figure of an earlier year that differs from the figure in the document of that
year itself.

**Definition.** As for `dua-nilai`; one of the documents reports on a later year than that of the fact.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Figures may well be corrected for good reason; what is recorded is that the document does not say so.

**Example (invented).** Actual figure (realisasi) of 2020 printed as 80% in the report of 2022, but 84,5% in the report of 2020.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::SajiUlang);
}
