//! Rule target-turun: a target lower than the agreement before it: within the year, or the year before.

use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::Ukuran as U;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "target-turun",
    nama: "Target lebih mudah daripada kesepakatan sebelumnya",
    nama_en: "Target easier than the agreement before it",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014, Lampiran I: perjanjian kinerja"),
    dasar_en: Some("PermenPANRB 53/2014, Lampiran (annex) I: performance agreements"),
    dokumentasi: r"
**Artinya.** Perjanjian kinerja perubahan memuat target yang lebih mudah daripada perjanjian awal tahun itu, atau perjanjian tahun
ini lebih mudah daripada perjanjian tahun lalu.

**Definisi.** Arah naik: target kemudian lebih kecil; arah turun: lebih besar. Urutan kesepakatan: perjanjian, perjanjian
perubahan, lalu tahun berikutnya.

**Toleransi.** Tidak ada.

**Batas.** Hanya himpunan perjanjian, perjanjian perubahan, dan kolom target laporan. Nilai huruf dan komposit tidak dibandingkan.

**Contoh (rekaan).** Perjanjian Kinerja 80, Perjanjian Kinerja Perubahan 70.
",
    dokumentasi_en: r"
**Meaning.** The revised performance agreement (perjanjian kinerja perubahan) holds a target that is easier than in the
first agreement of the year, or this year's agreement is easier than last year's.

**Definition.** Direction up (higher is better): the later target is smaller; direction down (lower is better): larger.
The order of agreements: agreement, revised agreement, then the next year.

**Tolerance.** None.

**Limits.** Only the agreement, the revised agreement and the target column of the report. Letters and composite values
are not compared.

**Example (invented).** Performance agreement 80, revised performance agreement 70.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let facts: BTreeSet<(String, i32)> = b
        .semua(U::Target)
        .into_iter()
        .filter(|i| b.setahun(*i) && !b.anggaran(*i))
        .filter_map(|i| Some((b.indikator(i)?.kode.clone(), b.p(i).tahun)))
        .collect();
    for (kode, tahun) in facts {
        let find = |t: i32, set: &str| -> Vec<usize> {
            b.di(&format!("{t}/indikator/{kode}/target.{set}"))
                .iter()
                .copied()
                .filter(|i| b.bukti(*i).is_some())
                .collect()
        };
        let last = |t: i32| -> Vec<usize> {
            measures::KESEPAKATAN
                .into_iter()
                .chain(["laporan"])
                .map(|s| find(t, s))
                .find(|l| !l.is_empty())
                .unwrap_or_default()
        };
        // Within the year: every value of the first agreement must have been easier or equal.
        let later: Vec<usize> = measures::kesepakatan_baru().flat_map(|s| find(tahun, s)).collect();
        bandingkan(b, hasil, &later, &find(tahun, "perjanjian"));
        bandingkan(b, hasil, &last(tahun), &last(tahun - 1));
    }
}

fn bandingkan(b: &Bahan<'_, '_>, hasil: &mut Hasil, later: &[usize], before: &[usize]) {
    let Some(i) = later.first().copied() else { return };
    // What follows need has no direction: fewer victims expected are no easier target.
    let Some(x) = b.indikator(i).filter(|x| !x.menurut_kebutuhan) else { return };
    let easier = |j: &&usize| {
        matches!((b.bukti(i), b.bukti(**j)), (Some(a), Some(z)) if lebih_mudah(x.arah, a, z))
            && b.jenis(i) == b.jenis(**j)
            && measures::sambung(b.opd, x, b.p(**j), b.p(i)).is_none()
    };
    let Some(j) = before.iter().find(easier).copied() else { return };
    let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
    let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
    let (now, then) = (b.p(i).tahun, b.p(j).tahun);
    let pesan = pesan!(
        "Target {now} tertulis {a} ({letak}), lebih mudah daripada kesepakatan sebelumnya {z} untuk {then} ({place}).",
        "The target for {now} is {a} ({letak}), easier than the agreement before, {z} for {then} ({place}).",
        a,
        z
    );
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
}
