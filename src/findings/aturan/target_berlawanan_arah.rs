//! Rule target-berlawanan-arah: targets that grow easier from one year to the next.

use crate::diagnostic::Pesan;
use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Masa, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "target-berlawanan-arah",
    nama: "Deret target berlawanan dengan arah indikator",
    nama_en: "Targets run against the direction of the indicator",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dalam satu deret target, target tahun berikutnya lebih mudah daripada target tahun sebelumnya, atau target akhir
Renstra lebih mudah daripada target tahun berjalan pada baris yang sama.

**Definisi.** Arah naik: target tahun kemudian lebih kecil. Arah turun: lebih besar. Dibandingkan target pada satu baris tabel.

**Toleransi.** Target yang sama dari tahun ke tahun tidak dicatat.

**Batas.** Arah indikator hampir tidak pernah tercetak; arah yang dipakai adalah bacaan portal, dengan alasannya.

**Contoh.** Target 2025 81, target akhir Renstra 2029 80,80, arah naik.
",
    dokumentasi_en: r"
**Meaning.** In one series of targets, the target of a later year is easier than that of the year before, or the target
for the end of the five-year plan (Renstra) is easier than the target of the current year in the same row.

**Definition.** Direction up (higher is better): the target of the later year is smaller. Direction down (lower is
better): larger. Targets in one row of a table are compared.

**Tolerance.** Targets that stay the same from year to year are not recorded.

**Limits.** The direction of an indicator is hardly ever printed; the direction used is the portal's reading, with its
reason.

**Example.** Target for 2025 81, target for the end of the Renstra in 2029 80,80, direction up.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // The targets of one row, by year.
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Target).into_iter().filter(|i| b.setahun(*i) && !b.anggaran(*i)) {
        if let Some(first) = b.sebaris(i).first() {
            rows.entry(*first).or_default().push(i);
        }
    }
    for mut list in rows.into_values() {
        list.sort_by_key(|i| (b.p(*i).tahun, *i));
        let mut pairs = Vec::new();
        for two in list.windows(2) {
            let (i, j) = (two[0], two[1]);
            let (Some(x), Some(a), Some(z)) = (b.indikator(i), b.bukti(i), b.bukti(j)) else { continue };
            let later = matches!((b.p(i).masa, b.p(j).masa), (Masa::Tahun(s), Masa::Tahun(t)) if s < t);
            if later && b.jenis(i) == b.jenis(j) && lebih_mudah(x.arah, z, a) {
                pairs.push((i, j));
            }
        }
        let Some((first, second)) = pairs.first().copied() else { continue };
        let step = |(i, j): &(usize, usize)| {
            let (s, t) = (b.p(*i).tahun, b.p(*j).tahun);
            let (a, z) = (kata::nilai(b, *i), kata::nilai(b, *j));
            pesan!("{s} {a} → {t} {z}", "{s} {a} → {t} {z}", a, z)
        };
        let steps = Pesan::gabung(&pairs.iter().map(step).collect::<Vec<_>>(), &Pesan::sama("; "));
        let letak = kata::letak(b, first);
        let (arah, way) = match b.indikator(first).map(|x| x.arah) {
            Some(crate::records::Arah::Turun) => ("turun", "lower is better"),
            _ => ("naik", "higher is better"),
        };
        let pesan = pesan!(
            "Target {steps} ({letak}), sedangkan arah indikator {arah}.",
            "The targets run {steps} ({letak}) although {way}.",
            steps
        );
        let rest = pairs.iter().flat_map(|(i, j)| [*i, *j]).filter(|k| *k != second);
        let mut more = vec![first];
        more.extend(rest.filter(|k| *k != first));
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(second, pesan).bersama(more)));
    }
}
