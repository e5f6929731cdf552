//! Rule bagian-beda: a printed share of the whole that is not the part over the whole.

use crate::findings::bahan::Bahan;
use crate::findings::calon::Sumber;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "bagian-beda",
    nama: "Bagian dari keseluruhan berbeda dari hitungannya",
    nama_en: "Share of the whole differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan menyebut sebuah program atau sasaran sebagai sekian persen dari seluruh anggaran; hitungannya lain.

**Definisi.** Bagian = pagu baris itu ÷ pagu seluruh program pada tahap yang sama × 100.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Hanya bila pagu seluruh program tercetak untuk tahap yang sama.

**Contoh (rekaan).** Tertulis 100%; terhitung 80,69% = Rp54.056.302.756 ÷ Rp66.995.866.445,99.
",
    dokumentasi_en: r"
**Meaning.** The report says that a program or an objective (sasaran) takes a certain percentage of the whole budget;
the computation gives another.

**Definition.** Share = budget ceiling (pagu) of that row ÷ budget ceiling of all programs in the same budget phase
× 100.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Only when the budget ceiling of all programs is printed for the same phase.

**Example (invented).** Printed 100%; computed 80.69% = Rp54.056.302.756 ÷ Rp66.995.866.445,99.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Bagian) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let part = b.sumber(i, &[format!("{}/anggaran/{subjek}/pagu.", p.tahun)], &|k| k.ukuran == U::Pagu);
        let mut calon: Vec<Calon> = Vec::new();
        for (list, asal) in [(&part.baris, Asal::Baris), (&part.lain, Asal::Lain)] {
            for j in list {
                let Some(kolom) = b.kolom(*j) else { continue };
                let whole = whole(b, i, &kolom.nama());
                let pair = whole.lain.iter().chain(&whole.baris);
                calon.extend(pair.map(|w| Calon {
                    operasi: Operasi::Persen,
                    masukan: vec![*j, *w],
                    asal: asal.clone(),
                }));
            }
        }
        b.uji(hasil, &ATURAN, i, &calon);
    }
}

/// The whole budget in one phase.
fn whole(b: &Bahan<'_, '_>, i: usize, name: &str) -> Sumber {
    let mut s =
        b.sumber(i, &[format!("{}/anggaran/total/{name}", b.p(i).tahun)], &|k| k.ukuran == U::Pagu && k.nama() == name);
    s.baris.clear();
    s
}
