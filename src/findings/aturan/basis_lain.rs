//! Rule basis-lain: a figure that is right only against another base than the one printed beside it.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "basis-lain",
    nama: "Cocok hanya terhadap basis lain",
    nama_en: "Right only against another base",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: true,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Angka turunan tidak mengikuti angka yang tercetak di sebelahnya, tetapi cocok bila dihitung terhadap angka lain
dalam rekaman yang sama: pagu tahap lain, nilai yang disebut di tempat lain, atau rumus arah yang lain.

**Definisi.** Hitungan dari baris yang sama berbeda dari yang tertulis; salah satu hitungan dari basis lain dalam rekaman
yang sama, dibulatkan, sama dengan yang tertulis. Basis itu disebut.

**Toleransi.** Seperti aturan hitungannya.

**Batas.** Hanya basis dari indikator atau simpul anggaran yang sama, ditambah jumlah seluruh program.

**Contoh (rekaan).** Tertulis 95,53%; cocok bila dihitung terhadap anggaran seluruh program, terhitung 98,47% dari sasarannya sendiri.
",
    dokumentasi_en: r"
**Meaning.** A derived figure does not follow from the figures printed beside it, but it is right when computed against
another figure of the same record: the budget ceiling (pagu) of another phase, a value stated elsewhere, or the formula
of the other direction.

**Definition.** The computation from the same row differs from what is printed; one of the computations from another
base in the same record, rounded, equals what is printed. That base is named.

**Tolerance.** As for the rule that computes the figure.

**Limits.** Only bases of the same indicator or budget item, and the total of all programs.

**Example (invented).** Printed 95,53%; right when computed against the budget of all programs, computed 98.47% against that of its
own objective (sasaran).
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let found: Vec<_> = hasil
        .pemeriksaan
        .iter()
        .filter_map(|p| {
            let HasilUji::BasisLain(basis) = &p.hasil else { return None };
            let i = p.pernyataan;
            let written = kata::nilai(b, i);
            let letak = kata::letak(b, i);
            let computed = kata::hitungan(b, i, p.terhitung);
            let isian = &p.isian;
            let base = &basis.nama;
            let pesan = pesan!(
                "Tertulis {written} ({letak}); terhitung {computed} = {isian}. Cocok bila dihitung terhadap {base}.",
                "Printed {written} ({letak}); computed {computed} = {isian}. It agrees when computed against {base}.",
                written,
                computed,
                isian,
                base
            );
            let more = basis.masukan.iter().copied().filter(|j| !p.masukan.iter().any(|m| m.pernyataan == *j));
            let isi = Isi::tentang(i, pesan)
                .bersama(p.masukan.iter().map(|m| m.pernyataan))
                .bersama(more)
                .hitungan(kata::dibulatkan(b, i, p.terhitung), p.isian.clone());
            // The same inputs, one of them as printed elsewhere: that cell is the cause.
            let own: Vec<usize> = p.masukan.iter().map(|m| m.pernyataan).collect();
            let pairs = own.iter().copied().zip(basis.masukan.iter().copied()).filter(|(j, k)| j != k).collect();
            let isi = Isi { pengganti: if own.len() == basis.masukan.len() { pairs } else { Vec::new() }, ..isi };
            Some(b.temuan(&ATURAN, isi))
        })
        .collect();
    hasil.temuan.extend(found);
}
