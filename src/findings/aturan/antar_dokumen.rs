//! Rule antar-dokumen: one fact with different values in two documents about the same year.

use super::Aturan;
use super::dua_nilai::{Hubungan, kelompok};
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Bobot, Hasil};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "antar-dokumen",
    nama: "Dua dokumen, dua nilai",
    nama_en: "Two documents, two values",
    tingkat: Bobot::Tinggi,
    lanjutan: false,
    dasar: None,
    dokumentasi: r"
**Artinya.** Dua dokumen OPD yang sama, misalnya laporan kinerja dan perjanjian kinerjanya, menyebut nilai berbeda untuk
fakta yang sama.

**Definisi.** Seperti `dua-nilai`; kedua pernyataan berasal dari dokumen yang berbeda untuk tahun yang sama.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong.

**Batas.** Target dan pagu dari himpunan yang berbeda adalah fakta yang berbeda.

**Contoh.** Target Nilai SAKIP 70 (Tabel 2.2), tetapi 80 (Perjanjian Kinerja 2024).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::Dokumen);
}
