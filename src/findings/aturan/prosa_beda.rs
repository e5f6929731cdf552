//! Rule prosa-beda: a figure in running text that differs from the table of the same document.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kelompok::{Hubungan, kelompok};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "prosa-beda",
    nama: "Uraian berbeda dari tabelnya",
    nama_en: "Running text differs from its table",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::DuaNilai,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Kalimat dalam laporan menyebut angka yang lain daripada angka untuk fakta yang sama dalam tabel dokumen itu.

**Definisi.** Seperti `dua-nilai`; salah satu pernyataan berletak di uraian, bukan di tabel atau lampiran.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong;
uang hanya setelah dibulatkan.

**Batas.** Pernyataan yang diragukan karena pemindaian tidak ikut.

**Contoh (rekaan).** Tertulis 76% (Tabel 3.3), tetapi 67% (Bab III.B).
",
    dokumentasi_en: r"
**Meaning.** A sentence in the report states another figure than a table of the same document does for the same fact.

**Definition.** As for `dua-nilai`; one of the statements stands in running text, not in a table or an annex.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Statements that are doubtful because of scanning take no part.

**Example (invented).** Printed 76% (Tabel 3.3), but 67% (Bab III.B).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::Prosa);
}
