//! Rule skala-tumpang: two classes of the printed scale share a bound: a value on it belongs to both.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::nilaian::nilaian;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Kelas, Skala};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "skala-tumpang",
    nama: "Dua kelas skala bertemu pada satu nilai",
    nama_en: "Two classes of a scale share a value",
    tingkat: Bobot::Rendah,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Skala predikat yang tercetak memuat satu nilai di dua kelas sekaligus. Predikat untuk nilai tepat di batas itu tidak dapat
ditentukan dari skalanya.

**Definisi.** Batas dibaca dari cetakannya: `≥ 90` dan `76 ≤ 90` keduanya memuat 90. Satu temuan untuk satu rekaman dan satu batas,
pada angka pertama yang tepat di batas itu.

**Toleransi.** Tidak ada.

**Batas.** Skala tanpa batas tercetak, dan batas yang tidak dikenai satu angka pun, tidak dilaporkan. Kelas mana yang dipakai portal adalah bacaan portal, disebut pada skalanya.

**Contoh (rekaan).** Sangat Tinggi ≥ 90 dan Tinggi 76 ≤ 90: nilai 90 termasuk keduanya.
",
    dokumentasi_en: r"
**Meaning.** The printed scale of ratings (predikat) puts one value into two classes at once. The rating of a value
exactly on that bound cannot be decided from the scale.

**Definition.** The bounds are read from what is printed: `≥ 90` and `76 ≤ 90` both hold 90. One finding for one record
and one bound, on the first figure exactly on that bound.

**Tolerance.** None.

**Limits.** Scales without printed bounds, and bounds on which no figure lies, are not reported. Which class the portal uses is the portal's reading, stated
with the scale.

**Example (invented).** Sangat Tinggi (very high) ≥ 90 and Tinggi (high) 76 ≤ 90: the value 90 belongs to both.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let all = nilaian(b);
    let mut told: BTreeSet<(Option<i32>, String, Decimal)> = BTreeSet::new();
    for n in &all {
        for (above, below, bound) in bertemu(n.skala) {
            let year = b.p(n.nilai).rekaman;
            if !told.insert((year, n.skala.nama.clone(), bound)) {
                continue;
            }
            let same = all.iter().filter(|m| b.p(m.nilai).rekaman == year && m.skala.nama == n.skala.nama);
            let exact = same.clone().filter(|m| m.angka == bound).min_by_key(|m| m.tercetak.is_none());
            // A bound on which no figure lies decides nothing here.
            let Some(i) = exact.map(|m| m.nilai) else { continue };
            let (skala, x, y, value) =
                (&n.skala.nama, &above.nama, &below.nama, Pesan::tiap(|lang| lang.grouped(bound)));
            let (p, q) = (above.tertulis.as_deref().unwrap_or(""), below.tertulis.as_deref().unwrap_or(""));
            let (text, letak) = (kata::nilai(b, i), kata::letak(b, i));
            let pesan = pesan!(
                "{skala}: {x} tercetak {p} dan {y} tercetak {q}; nilai {value} termasuk keduanya. Tertulis {text} ({letak}).",
                "{skala}: {x} is printed {p} and {y} is printed {q}; the value {value} belongs to both. Printed {text} ({letak}).",
                value,
                text
            );
            hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).di([b.rujukan_skala(i, n.skala)])));
        }
    }
}

/// Pairs of classes that both hold a value, as printed: the higher, the lower, the value.
fn bertemu(skala: &Skala) -> Vec<(&Kelas, &Kelas, Decimal)> {
    let pairs = skala.kelas.windows(2);
    pairs
        .filter_map(|two| {
            let (_, low) = batas(&two[0]);
            let (high, _) = batas(&two[1]);
            let bound = low.filter(|v| high == Some(*v))?;
            Some((&two[0], &two[1], bound))
        })
        .collect()
}

/// The upper and the lower bound that a class holds as printed: `76 ≤ 90` holds 90 and 76, `≥ 90` holds 90 and more.
fn batas(kelas: &Kelas) -> (Option<Decimal>, Option<Decimal>) {
    let Some(text) = kelas.tertulis.as_deref() else { return (None, None) };
    let numbers: Vec<Decimal> = text
        .split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
        .filter_map(|w| w.trim_matches(['.', ',']).replace(',', ".").parse().ok())
        .collect();
    match (numbers.as_slice(), text.contains('≤'), text.contains('≥')) {
        ([low, high], true, false) => (Some(*high), Some(*low)),
        ([low], false, true) => (None, Some(*low)),
        ([high], true, false) => (Some(*high), None),
        _ => (None, None),
    }
}
