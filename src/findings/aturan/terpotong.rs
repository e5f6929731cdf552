//! Rule terpotong: a figure that agrees only when digits are cut off instead of rounded.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "terpotong",
    nama: "Angka dipotong, bukan dibulatkan",
    nama_en: "Figure cut off instead of rounded",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: true,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Angka yang tercetak benar bila desimalnya dipotong begitu saja, tetapi satu digit lebih rendah daripada
pembulatan biasa. Ini bukan salah hitung.

**Definisi.** Hitungan yang dibulatkan berbeda dari yang tertulis; hitungan yang dipotong pada banyaknya desimal yang
tercetak sama dengan yang tertulis.

**Toleransi.** Tidak ada.

**Batas.** Berlaku untuk setiap angka yang diperiksa aturan hitungan lain.

**Contoh.** 76 ÷ 81 = 93,827%; tertulis 93%, dibulatkan 94%.
",
    dokumentasi_en: r"
**Meaning.** The printed figure is right when its decimals are simply cut off, but one digit lower than ordinary
rounding gives. It is no error of computation.

**Definition.** The computed value, rounded, differs from what is printed; the computed value, cut off at the number of
decimals printed, equals what is printed.

**Tolerance.** None.

**Limits.** Applies to every figure that another rule of computation checks.

**Example.** 76 ÷ 81 = 93.827%; printed 93%, rounded 94%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let found: Vec<_> = hasil
        .pemeriksaan
        .iter()
        .filter(|p| p.hasil == HasilUji::Terpotong)
        .map(|p| {
            let i = p.pernyataan;
            let written = kata::nilai(b, i);
            let letak = kata::letak(b, i);
            let computed = kata::hitungan(b, i, p.terhitung);
            let isian = &p.isian;
            let pesan = pesan!(
                "Tertulis {written} ({letak}), dipotong tanpa pembulatan; terhitung {computed} = {isian}.",
                "Printed {written} ({letak}), cut off instead of rounded; computed {computed} = {isian}.",
                written,
                computed,
                isian
            );
            let isi = Isi::tentang(i, pesan)
                .bersama(p.masukan.iter().map(|m| m.pernyataan))
                .hitungan(kata::dibulatkan(b, i, p.terhitung), p.isian.clone());
            b.temuan(&ATURAN, isi)
        })
        .collect();
    hasil.temuan.extend(found);
}
