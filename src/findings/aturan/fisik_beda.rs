//! Rule fisik-beda: a physical target or realisasi of a parent that is not the sum of its children, where its table adds up.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::{Jenis, Subjek, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "fisik-beda",
    nama: "Target fisik induk berbeda dari jumlah rinciannya",
    nama_en: "Physical target of a parent differs from the sum of its parts",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dalam satu tabel, target atau realisasi fisik hampir setiap program dan kegiatan adalah jumlah rinciannya, tetapi satu
induk mencetak angka lain.

**Definisi.** Target atau realisasi fisik sebuah induk = jumlah anak langsungnya, pada kolom dan tabel yang sama.

**Toleransi.** Tidak ada.

**Batas.** Hanya tabel yang sedikitnya tiga perempat induknya (dan sedikitnya tiga) sama dengan jumlah rinciannya: di sana
penjumlahan itu kebiasaan tabelnya. Persentase, angka komposit, satuan yang berbeda, dan induk beranak satu tidak diperiksa.

**Contoh (rekaan).** Rehabilitasi 254 orang; kegiatannya 254 dan 200 orang.
",
    dokumentasi_en: r"
**Meaning.** In one table the physical target or the physical result (realisasi fisik) of almost every program and
activity (kegiatan) is the sum of its parts, but one parent prints another number.

**Definition.** Physical target or result of a parent = sum of its direct children, in the same column and table.

**Tolerance.** None.

**Limits.** Only tables in which at least three quarters of the parents (and at least three) equal the sum of their
parts: there, adding up is the habit of the table. Percentages, composite figures, different units and parents with a
single child are not checked.

**Example (invented).** Rehabilitasi 254 orang (persons); its activities 254 and 200.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (key, table) in b.semua_tabel() {
        if key.1 != "anggaran" {
            continue;
        }
        let sums: Vec<(usize, Vec<usize>)> = table.iter().filter_map(|i| Some((*i, rincian(b, table, *i)?))).collect();
        let calon = |parts: &[usize]| Calon { operasi: Operasi::Jumlah, masukan: parts.to_vec(), asal: Asal::Baris };
        let fit = sums.iter().filter(|(i, parts)| b.hitung(&calon(parts)) == b.bukti(*i)).count();
        if fit < 3 || fit * 4 < sums.len() * 3 {
            continue;
        }
        for (i, parts) in sums {
            b.uji(hasil, &ATURAN, i, &[calon(&parts)]);
        }
    }
}

/// The children of the node of `i` in its column, when all are plain counts of one unit.
fn rincian(b: &Bahan<'_, '_>, table: &[usize], i: usize) -> Option<Vec<usize>> {
    let (_, kolom) = b.ukur(i)?;
    let parts = b.simpul(i)?.lengkap().filter(|parts| parts.len() > 1)?;
    if !matches!(kolom.ukuran, U::Target | U::RealisasiFisik) || !hitungan(b, i) {
        return None;
    }
    let cell = |kode: &str| {
        table.iter().copied().find(|j| matches!(b.ukur(*j), Some((Subjek::Kode(k), c)) if k == kode && c == kolom))
    };
    let parts: Vec<usize> =
        parts.iter().map(|n| cell(&n.kode).filter(|j| hitungan(b, *j))).collect::<Option<Vec<usize>>>()?;
    let one = parts.iter().all(|j| parts.iter().chain([&i]).all(|k| !b.berlainan(*j, *k)));
    one.then_some(parts)
}

/// Whether a statement is a plain count.
fn hitungan(b: &Bahan<'_, '_>, i: usize) -> bool {
    b.bukti(i).is_some() && b.jenis(i) == Jenis::Nilai && b.p(i).sel.angka().is_some_and(|a| !a.persen)
}
