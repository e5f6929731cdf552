//! Rule pembilang-melebihi: a part larger than the whole it is a part of.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Bagian, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "pembilang-melebihi",
    nama: "Bagian lebih besar daripada keseluruhannya",
    nama_en: "Part larger than its whole",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Batas,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Pembilang sebuah persentase lebih besar daripada penyebutnya, atau yang tertangani lebih banyak daripada yang
terdata. Untuk bagian dari keseluruhan, itu tidak mungkin.

**Definisi.** Pembilang > penyebut pada baris yang sama; atau pada tabel bebas, kolom berukuran tertangani > terdata.

**Toleransi.** Tidak ada.

**Batas.** Penyebut yang namanya menyebut proyeksi, perkiraan, sasaran, atau target tidak diperiksa: cakupan terhadap perkiraan boleh melebihi
100%. Indikator yang bukan persentase dan indikator yang pengalinya bukan 100 tidak diperiksa.

**Contoh (rekaan).** Terdata 43 orang, tertangani 48 orang.
",
    dokumentasi_en: r"
**Meaning.** The numerator of a percentage is larger than its denominator, or more people were served than were
registered. For a part of a whole that is impossible.

**Definition.** Numerator > denominator in the same row; or in a free table, a column of the measure `tertangani`
(served) > `terdata` (registered).

**Tolerance.** None.

**Limits.** A denominator whose name says projection, estimate, target group or target is not checked: coverage of an
estimate may pass 100%. Indicators that are not in percent, and those whose multiplier is not 100, are not checked.

**Example (invented).** Registered 43 persons, served 48 persons.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Pembilang) {
        let share = b
            .indikator(i)
            .is_some_and(|x| x.persen() && x.rumus.as_ref().is_none_or(|r| r.pengali.is_none_or(|n| n == 100)));
        let masa = b.p(i).masa;
        let whole = b.pilih(b.sebaris(i), U::Penyebut).find(|j| b.p(*j).masa == masa);
        // Coverage of an estimated number of people may well pass a hundred.
        let taksiran = |nama: &str| {
            let nama = nama.to_lowercase();
            ["proyeksi", "perkiraan", "estimasi", "taksiran", "sasaran", "target"].iter().any(|w| nama.contains(w))
        };
        let guessed =
            b.indikator(i).and_then(|x| x.rumus.as_ref()?.penyebut.as_ref()).is_some_and(|h| taksiran(&h.nama));
        if share && !guessed {
            lapor(b, hasil, i, whole);
        }
    }
    for i in 0..b.k.semua.len() {
        let ukuran = |j: usize| match b.p(j).bagian {
            Bagian::Tabel { kolom, .. } => kolom.ukuran.as_str(),
            _ => "",
        };
        if ukuran(i) == "tertangani" {
            let whole = b.sebaris(i).iter().copied().find(|j| ukuran(*j) == "terdata");
            lapor(b, hasil, i, whole);
        }
    }
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, whole: Option<usize>) {
    let Some(j) = whole.filter(|j| !b.berlainan(i, *j)) else { return };
    let (Some(part), Some(all)) = (b.bukti(i), b.bukti(j)) else { return };
    if part <= all {
        return;
    }
    let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
    let (letak, x, y) = (kata::letak(b, i), kata::label(b, i), kata::label(b, j));
    let pesan = pesan!(
        "Tertulis {x} {a}, lebih besar daripada {y} {z} ({letak}).",
        "Printed {x} {a}, larger than {y} {z} ({letak}).",
        x,
        a,
        y,
        z
    );
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
}
