//! Rule target-berlawanan-arah: targets that grow easier from one year to the next.

use crate::diagnostic::Pesan;
use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Indikator, Jenis, Masa, Tingkat, Ukuran as U};
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

**Toleransi.** Target yang sama dari tahun ke tahun tidak dicatat. Cacahan pada kegiatan atau sub kegiatan berbobot rendah.

**Batas.** Arah indikator hampir tidak pernah tercetak; arah yang dipakai adalah bacaan portal, dengan alasannya.

**Contoh (rekaan).** Target 2025 81, target akhir Renstra 2029 80,80, arah naik.
",
    dokumentasi_en: r"
**Meaning.** In one series of targets, the target of a later year is easier than that of the year before, or the target
for the end of the five-year plan (Renstra) is easier than the target of the current year in the same row.

**Definition.** Direction up (higher is better): the target of the later year is smaller. Direction down (lower is
better): larger. Targets in one row of a table are compared.

**Tolerance.** Targets that stay the same from year to year are not recorded. Counts of an activity (kegiatan) or
sub-activity (sub kegiatan) weigh low.

**Limits.** The direction of an indicator is hardly ever printed; the direction used is the portal's reading, with its
reason.

**Example (invented).** Target for 2025 81, target for the end of the Renstra in 2029 80,80, direction up.
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
    // One plan that runs down is one observation, whatever number of tables print it.
    let mut plans: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for mut list in rows.into_values() {
        list.sort_by_key(|i| (b.p(*i).tahun, *i));
        for two in list.windows(2) {
            let (i, j) = (two[0], two[1]);
            let (Some(x), Some(a), Some(z)) = (b.indikator(i), b.bukti(i), b.bukti(j)) else { continue };
            let later = matches!((b.p(i).masa, b.p(j).masa), (Masa::Tahun(s), Masa::Tahun(t)) if s < t);
            if later
                && !x.menurut_kebutuhan
                && b.sesatuan(i, j)
                && b.jenis(i) == b.jenis(j)
                && lebih_mudah(x.arah, z, a)
            {
                plans.entry(x.nama.as_str()).or_default().push((i, j));
            }
        }
    }
    for pairs in plans.into_values() {
        let Some((first, second)) = pairs.first().copied() else { continue };
        let step = |(i, j): &(usize, usize)| {
            let (s, t) = (b.p(*i).tahun, b.p(*j).tahun);
            let (a, z) = (kata::nilai(b, *i), kata::nilai(b, *j));
            pesan!("{s} {a} → {t} {z}", "{s} {a} → {t} {z}", a, z)
        };
        let mut tables: Vec<(&str, Vec<(usize, usize)>)> = Vec::new();
        for pair in &pairs {
            let letak = kata::letak(b, pair.0);
            match tables.iter_mut().find(|(place, _)| *place == letak) {
                Some((_, list)) => list.push(*pair),
                None => tables.push((letak, vec![*pair])),
            }
        }
        let table = |(letak, list): &(&str, Vec<(usize, usize)>)| {
            // An indicator that stands on two levels of a plan is one.
            let mut all: Vec<Pesan> = Vec::new();
            for text in list.iter().map(step) {
                if !all.contains(&text) {
                    all.push(text);
                }
            }
            let steps = Pesan::gabung(&all, &Pesan::sama("; "));
            pesan!("{steps} ({letak})", "{steps} ({letak})", steps)
        };
        let steps = Pesan::gabung(&tables.iter().map(table).collect::<Vec<_>>(), &Pesan::sama("; "));
        let (arah, way) = match b.indikator(first).map(|x| x.arah) {
            Some(crate::records::Arah::Turun) => ("makin rendah makin baik", "lower is better"),
            _ => ("makin tinggi makin baik", "higher is better"),
        };
        let pesan = pesan!(
            "Target {steps}, sedangkan portal membaca indikator ini sebagai {arah}.",
            "The targets run {steps}, while the portal reads this indicator as {way}.",
            steps
        );
        let rest = pairs.iter().flat_map(|(i, j)| [*i, *j]).filter(|k| *k != second);
        let mut more = vec![first];
        more.extend(rest.filter(|k| *k != first));
        let isi = Isi::tentang(second, pesan).bersama(more);
        // A count below the programs: how many of one group are served in a year.
        let small = |x: &Indikator| matches!(x.tingkat, Tingkat::Kegiatan | Tingkat::SubKegiatan);
        let low = b.jenis(second) != Jenis::Persen && b.indikator(second).is_some_and(small);
        hasil.temuan.push(b.temuan(&ATURAN, if low { isi.berbobot(Bobot::Rendah) } else { isi }));
    }
}
