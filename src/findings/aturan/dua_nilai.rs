//! Rule dua-nilai: one fact with different values in two tables of one document.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kelompok::{Hubungan, kelompok};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "dua-nilai",
    nama: "Satu fakta, dua nilai",
    nama_en: "One fact, two values",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::DuaNilai,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Fakta yang sama (target, realisasi, pagu, capaian, atau cacah untuk indikator atau program dan tahun yang sama)
tercetak dengan nilai berbeda di dua tabel dokumen yang sama.

**Definisi.** Dua pernyataan beralamat sama dengan nilai berbeda. Bila salah satunya kalimat uraian, aturannya `prosa-beda`;
bila dokumennya berbeda, `antar-dokumen`; bila yang satu penyajian ulang tahun lalu, `saji-ulang`.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama dengan angka lain itu setelah dibulatkan atau
dipotong; uang hanya setelah dibulatkan.

**Batas.** Pagu dan target dari himpunan yang berbeda (murni, perubahan, Renstra, perjanjian) adalah fakta yang berbeda.
Pernyataan yang diragukan karena pemindaian tidak ikut. Jumlah baris yang dibulatkan dikenal sampai pembulatan semua barisnya; baris jumlah atas
sebagian program hanya diamati; bagian beberapa sasaran yang berjumlah tepat seluruhnya, dan capaian terhadap dua target di barisnya masing-masing, bukan dua nilai. Begitu pula
angka setahun di samping angka sejak awal rencana yang menjumlahkannya, dan satu indeks pada dua skala (3,30 dari 4 dan 82,5 dari 100).

**Contoh (rekaan).** Realisasi 67% pada Tabel 3.2 dan 76% pada Tabel 3.3.
",
    dokumentasi_en: r"
**Meaning.** One fact is printed with different values in two tables of one document: a target, an actual figure
(realisasi), a budget ceiling (pagu), an achievement (capaian) or a count of the same indicator or program and the same
year.

**Definition.** Two statements with the same address and different values. If one of them is a sentence of running text,
the rule is `prosa-beda`; if the documents differ, `antar-dokumen`; if one restates an earlier year, `saji-ulang`.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Budget ceilings and targets of different sets (original budget, revised budget, five-year plan (Renstra),
agreement) are different facts. Statements that are doubtful because of scanning take no part.
The sum of rounded rows is known as far as the rounding of all of them; a total over some of the programs is only observed; shares of several
objectives that add up to the whole, and achievements against two targets of their own rows, are no two values. Neither are the figure of a
year beside the one since the beginning of the plan that adds them up, and one index on two scales (3.30 of 4 and 82.5 of 100).

**Example (invented).** Actual figure 67% in Tabel 3.2 and 76% in Tabel 3.3.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::Tabel);
}
