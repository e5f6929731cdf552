//! Rule pembilang-melebihi: a part larger than the whole it is a part of.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::pesan;
use crate::records::{Bagian, Ukuran as U};
use rust_decimal::Decimal;

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
100%. Indikator yang bukan persentase dan indikator yang pengalinya bukan 100 tidak diperiksa. Rasio yang dicetak laporan itu
sendiri di atas 100% (partisipasi kasar, cost recovery) hanya diamati.

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
A ratio that the report itself prints above 100% (gross enrolment, cost recovery) is only observed.

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
            lapor(b, hasil, i, whole, true);
        }
    }
    for i in 0..b.k.semua.len() {
        let ukuran = |j: usize| match b.p(j).bagian {
            Bagian::Tabel { kolom, .. } => kolom.ukuran.as_str(),
            _ => "",
        };
        if ukuran(i) == "tertangani" {
            let whole = b.sebaris(i).iter().copied().find(|j| ukuran(*j) == "terdata");
            lapor(b, hasil, i, whole, false);
        }
    }
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, whole: Option<usize>, rumus: bool) {
    let Some(j) = whole.filter(|j| !b.berlainan(i, *j)) else { return };
    let (Some(part), Some(all)) = (b.bukti(i), b.bukti(j)) else { return };
    if part <= all {
        return;
    }
    let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
    let (letak, x, y) = (kata::letak(b, i), nama(b, i, true), nama(b, j, false));
    let mut pesan = match rumus {
        true => {
            let what = kata::subjek(b, i);
            pesan!(
                "{what}: tertulis {x} {a}, lebih besar daripada {y} {z} ({letak}).",
                "{what}: printed {x} {a}, larger than {y} {z} ({letak}).",
                what,
                x,
                a,
                y,
                z
            )
        }
        false => pesan!(
            "Tertulis {x} {a}, lebih besar daripada {y} {z} ({letak}).",
            "Printed {x} {a}, larger than {y} {z} ({letak}).",
            x,
            a,
            y,
            z
        ),
    };
    // A ratio that the report itself prints above a hundred is no part of a whole: enrolment of all ages, cost recovery.
    let isi = match rumus.then(|| lebih_seratus(b, i, j)).flatten() {
        Some(k) => {
            let (value, place) = (kata::nilai(b, k), kata::letak(b, k));
            pesan.sambung(&pesan!(
                " {value} yang tercetak ({place}) mengikutinya.",
                " The printed {value} ({place}) follows from it.",
                value
            ));
            Isi::tentang(i, pesan).bersama([j, k]).berbobot(Bobot::Rendah).pengamatan()
        }
        None => Isi::tentang(i, pesan).bersama([j]),
    };
    hasil.temuan.push(b.temuan(&ATURAN, isi));
}

/// A count by the name its formula gives it, else by its column.
fn nama(b: &Bahan<'_, '_>, i: usize, atas: bool) -> Pesan {
    let rumus = b.indikator(i).and_then(|x| x.rumus.as_ref());
    let count = rumus.and_then(|r| if atas { r.pembilang.as_ref() } else { r.penyebut.as_ref() });
    count.map_or_else(|| kata::label(b, i), |h| Pesan::sama(&h.nama))
}

/// The realisasi or quotient of the same period that prints what the two counts give, above a hundred percent.
fn lebih_seratus(b: &Bahan<'_, '_>, i: usize, j: usize) -> Option<usize> {
    let base = b.p(i).alamat.rsplit_once('/')?.0;
    let masa = b.p(i).masa;
    let calon = Calon { operasi: Operasi::Persen, masukan: vec![i, j], asal: Asal::Lain };
    let own = |k: &usize| {
        let of = b.kolom(*k).is_some_and(|k| matches!(k.ukuran, U::Realisasi | U::Hasil));
        of && b.p(*k).masa == masa && b.bukti(*k).is_some_and(|v| v > Decimal::ONE_HUNDRED) && b.cocok(*k, &calon)
    };
    b.di_bawah(&format!("{base}/")).flat_map(|(_, l)| l.iter().copied()).find(own)
}
