//! Rule sisa-beda: a printed sisa that is not pagu minus realisasi.

use crate::findings::bahan::Bahan;
use crate::findings::calon::pada;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "sisa-beda",
    nama: "Sisa anggaran berbeda dari hitungannya",
    nama_en: "Unspent budget (sisa) differs from its computation",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Sisa anggaran yang tercetak bukan selisih pagu dan realisasi yang tercetak.

**Definisi.** Sisa = pagu − realisasi, pertama-tama dari baris yang sama.

**Toleransi.** Tidak ada, kecuali pembulatan ke banyaknya desimal yang tercetak.

**Batas.** Sel kosong dan sel yang diragukan tidak diperiksa.

**Contoh (rekaan).** Pagu Rp100.000.000, realisasi Rp95.000.000, tertulis Rp6.000.000; terhitung Rp5.000.000.
",
    dokumentasi_en: r"
**Meaning.** The printed unspent budget (sisa) is not the difference of the budget ceiling (pagu) and the actual
spending (realisasi) that are printed.

**Definition.** Unspent = ceiling − spending, from the same row first of all.

**Tolerance.** None, except for rounding to the number of decimals printed.

**Limits.** Empty cells and doubtful cells are not checked.

**Example (invented).** Ceiling Rp100.000.000, spending Rp95.000.000, printed Rp6.000.000; computed Rp5,000,000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Sisa) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let awal = [format!("{}/anggaran/{subjek}/", p.tahun)];
        let pagu = b.sumber(i, &awal, &|k| k.ukuran == U::Pagu);
        let mut realisasi = b.sumber(i, &awal, &pada(U::Realisasi, p.masa));
        if realisasi.baris.is_empty() {
            let kumulatif = b.sumber(i, &awal, &pada(U::RealisasiKumulatif, p.masa));
            if !kumulatif.baris.is_empty() {
                realisasi = kumulatif;
            }
        }
        let calon = b.pasangan(Operasi::Kurang, &pagu, &realisasi);
        b.uji(hasil, &ATURAN, i, &calon);
    }
}
