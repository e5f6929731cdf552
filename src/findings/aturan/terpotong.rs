//! Rule terpotong: a figure that agrees only when digits are cut off instead of rounded.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Pemeriksaan, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::number::{round, truncate};
use crate::pesan;
use crate::records::Jenis;
use std::collections::{BTreeMap, BTreeSet};

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

**Batas.** Berlaku untuk setiap angka yang diperiksa aturan hitungan lain; satu temuan untuk satu dokumen. Dokumen yang tidak pernah
membulatkan ke atas memakai pemotongan sebagai caranya: tidak ada temuan.

**Contoh (rekaan).** 76 ÷ 81 = 93,827%; tertulis 93%, dibulatkan 94%.
",
    dokumentasi_en: r"
**Meaning.** The printed figure is right when its decimals are simply cut off, but one digit lower than ordinary
rounding gives. It is no error of computation.

**Definition.** The computed value, rounded, differs from what is printed; the computed value, cut off at the number of
decimals printed, equals what is printed.

**Tolerance.** None.

**Limits.** Applies to every figure that another rule of computation checks; one finding for one document. A document
that never rounds up has cutting off as its way: no finding.

**Example (invented).** 76 ÷ 81 = 93.827%; printed 93%, rounded 94%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut documents: BTreeMap<&str, Vec<&Pemeriksaan>> = BTreeMap::new();
    for p in &hasil.pemeriksaan {
        documents.entry(b.p(p.pernyataan).sumber.dokumen.as_str()).or_default().push(p);
    }
    // A figure that only seems cut off because an input is wrong is not.
    let disputed: BTreeSet<usize> = hasil
        .temuan
        .iter()
        .filter(|t| t.golongan == Golongan::Pertentangan)
        .flat_map(|t| t.sengketa.iter().copied())
        .collect();
    let mut found = Vec::new();
    for list in documents.into_values() {
        let mut cut: Vec<&Pemeriksaan> = list
            .iter()
            .copied()
            .filter(|p| p.hasil == HasilUji::Terpotong)
            .filter(|p| !p.masukan.iter().any(|m| disputed.contains(&m.pernyataan)))
            .collect();
        // A document that never rounds up has cutting off as its way.
        let rounded = list.iter().filter(|p| dibulatkan(b, p)).count();
        cut.sort_by_key(|p| p.pernyataan);
        let Some((first, rest)) = cut.split_first().filter(|_| rounded > 0) else { continue };
        let i = first.pernyataan;
        let (written, letak, computed) = (kata::nilai(b, i), kata::letak(b, i), kata::hitungan(b, i, first.terhitung));
        let isian = &first.isian;
        let mut pesan = pesan!(
            "Tertulis {written} ({letak}), dipotong tanpa pembulatan; terhitung {computed} = {isian}.",
            "Printed {written} ({letak}), cut off instead of rounded; computed {computed} = {isian}.",
            written,
            computed,
            isian
        );
        let n = rest.len();
        if n > 0 {
            pesan.sambung(&pesan!(
                " Begitu pula {n} angka lain dalam dokumen ini, sedangkan {rounded} angka dibulatkan.",
                " So are {n} more figures of this document, while {rounded} are rounded."
            ));
        }
        let isi = Isi::tentang(i, pesan)
            .bersama(first.masukan.iter().map(|m| m.pernyataan))
            .bersama(rest.iter().map(|p| p.pernyataan))
            .hitungan(kata::dibulatkan(b, i, first.terhitung), first.isian.clone());
        found.push(b.temuan(&ATURAN, isi));
    }
    hasil.temuan.extend(found);
}

/// Whether a printed figure agrees only because it was rounded up.
fn dibulatkan(b: &Bahan<'_, '_>, p: &Pemeriksaan) -> bool {
    let fine = b.jenis(p.pernyataan) == Jenis::Persen || p.desimal > 0;
    fine && p.hasil == HasilUji::Cocok
        && round(p.terhitung, p.desimal) == p.tertulis
        && truncate(p.terhitung, p.desimal) != p.tertulis
}
