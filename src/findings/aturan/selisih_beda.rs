//! Rule selisih-beda: a printed difference (increase, decrease, distance to another daerah) that is another number.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{pada, ujung};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::tabel;
use crate::records::{Bagian, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "selisih-beda",
    nama: "Selisih berbeda dari hitungannya",
    nama_en: "Difference differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan mencetak kenaikan, penurunan, atau selisih dengan daerah lain; pengurangan kedua angkanya memberi
hasil lain.

**Definisi.** Kenaikan a ke b = b − a. Penurunan a ke b = a − b. Selisih dua tahap atau dua tahun = yang satu − yang lain.
Selisih dengan daerah lain = realisasi OPD ini − realisasi daerah itu. Selisih dua persentase adalah poin persen. Baris tabel
bebas yang menyatakan `selisih_dari: [a, b]` (surplus atau defisit) = a − b, kolom demi kolom.

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Kedua angkanya tercetak pada baris yang sama atau untuk fakta yang sama di tempat lain.

**Contoh (rekaan).** 95,37% menjadi 95,39%, tertulis naik 0,20%; terhitung 0,02%.
",
    dokumentasi_en: r"
**Meaning.** The report prints an increase, a decrease, or a difference from another region; subtracting the two figures
gives another result.

**Definition.** Increase from a to b = b − a. Decrease from a to b = a − b. Difference of two phases or years = one − the
other. Difference from another region = actual figure (realisasi) of this agency (OPD) − actual figure of that region. The
difference of two percentages is in percentage points. A row of a free table that states `selisih_dari: [a, b]` (a surplus or
deficit) = a − b, column by column.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** Both figures are printed in the same row or, for the same fact, elsewhere.

**Example (invented).** 95,37% becomes 95,39%, printed as an increase of 0,20%; computed 0.02%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for ukuran in [U::Kenaikan, U::Penurunan] {
        for i in b.semua(ukuran) {
            let Some((awal, akhir)) = ujung(b, i) else { continue };
            let calon = match ukuran {
                U::Kenaikan => b.pasangan(Operasi::Kurang, &akhir, &awal),
                _ => b.pasangan(Operasi::Kurang, &awal, &akhir),
            };
            b.uji(hasil, &ATURAN, i, &calon);
        }
    }
    tabel::selisih(b, hasil, &ATURAN);
    // A difference of two phases or years is printed one way round or the other, with or without its sign.
    for i in b.semua(U::Selisih) {
        let Some((awal, akhir)) = ujung(b, i) else { continue };
        let (up, down) = (b.pasangan(Operasi::Kurang, &akhir, &awal), b.pasangan(Operasi::Kurang, &awal, &akhir));
        let turned = !up.iter().any(|c| b.cocok(i, c)) && down.iter().any(|c| b.cocok(i, c));
        b.uji(hasil, &ATURAN, i, if turned { &down } else { &up });
    }
    for i in b.semua(U::Selisih) {
        let Bagian::PihakLain { pihak, .. } = b.p(i).bagian else { continue };
        let p = b.p(i);
        let theirs = b.sumber(i, &[], &pada(U::Realisasi, p.masa));
        let mut ours =
            b.sumber(i, &[format!("{}/indikator/{}/realisasi", p.tahun, pihak.indikator)], &pada(U::Realisasi, p.masa));
        ours.baris.clear();
        ours.tanpa_bukti = false;
        let calon = b.pasangan(Operasi::Kurang, &ours, &theirs);
        b.uji(hasil, &ATURAN, i, &calon);
    }
}
