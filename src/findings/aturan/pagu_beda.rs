//! Rule pagu-beda: the pagu of one budget phase stated differently by the agreement, the action plan and the budget.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::pengganti::satu_angka;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::Ukuran as U;
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "pagu-beda",
    nama: "Pagu satu tahap, dua nilai",
    nama_en: "One phase of the budget, two values",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Tahap,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Anggaran pada tahap yang sama disebut berbeda: dalam perjanjian kinerja, rencana aksi, dan tabel anggaran.

**Definisi.** Pagu perjanjian cocok bila sama dengan pagu murni; pagu perjanjian perubahan dengan pagu perubahan; pagu rencana aksi,
pagu DPA, dan pagu laporan dengan salah satu tahap mana pun. Yang tidak cocok dengan satu pun dicatat.

**Toleransi.** Pembulatan ke rupiah penuh bila salah satu angkanya tercetak tanpa desimal.

**Batas.** Pagu murni dan pagu perubahan adalah fakta yang berbeda. Perbedaan rencana aksi dan DPA berbobot rendah, karena tahapnya tidak
selalu disebut.

**Contoh (rekaan).** Tertulis pagu perjanjian perubahan Rp7.356.683.600, tetapi pagu perubahan Rp7.356.683.000.
",
    dokumentasi_en: r"
**Meaning.** The budget of one phase is stated differently: in the performance agreement (perjanjian kinerja), the
action plan (rencana aksi) and the budget table.

**Definition.** The budget ceiling (pagu) of the agreement agrees when it equals the original budget (murni); that of
the revised agreement, when it equals the revised budget (perubahan); those of the action plan, the budget document
(DPA) and the report, when they equal any phase. What agrees with none is recorded.

**Tolerance.** Rounding to whole rupiah where one of the two figures is printed in whole rupiah.

**Limits.** The original and the revised budget are different facts. Differences of the action plan and the DPA have low
weight, because their phase is not always named.

**Example (invented).** Printed ceiling of the revised agreement Rp7.356.683.600, but revised budget Rp7.356.683.000.
",
    periksa,
};

/// Any phase: a figure that does not say which one agrees with each of them.
const SEMUA: &[&str] = &[
    "perubahan",
    "perjanjian_perubahan",
    "dppa",
    "pergeseran_perubahan",
    "dpa",
    "murni",
    "perjanjian",
    "pergeseran",
    "efisiensi",
    "refocusing",
    "laporan",
];

/// A phase and the phases it must agree with one of, with the weight of a difference.
const PASANGAN: [(&str, &[&str], Bobot); 5] = [
    ("perjanjian", &["murni", "dpa"], Bobot::Sedang),
    ("perjanjian_perubahan", &["perubahan", "dppa", "pergeseran_perubahan"], Bobot::Sedang),
    ("laporan", SEMUA, Bobot::Sedang),
    ("dpa", SEMUA, Bobot::Rendah),
    (
        "rencana_aksi",
        &[
            "murni",
            "perjanjian",
            "dpa",
            "pergeseran",
            "efisiensi",
            "refocusing",
            "perubahan",
            "perjanjian_perubahan",
            "dppa",
            "pergeseran_perubahan",
            "laporan",
        ],
        Bobot::Rendah,
    ),
];

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let facts: BTreeSet<String> = b
        .semua(U::Pagu)
        .into_iter()
        .filter_map(|i| b.p(i).alamat.rsplit_once('/').map(|(head, _)| head.to_string()))
        .collect();
    for head in facts {
        // Most nodes print one phase: nothing to hold it against.
        if b.di_bawah(&format!("{head}/pagu.")).nth(1).is_none() {
            continue;
        }
        let find = |set: &str| -> Vec<usize> {
            b.di(&format!("{head}/pagu.{set}")).iter().copied().filter(|i| b.bukti(*i).is_some()).collect()
        };
        for (set, against, bobot) in PASANGAN {
            let base: Vec<usize> = against.iter().filter(|s| **s != set).flat_map(|s| find(s)).collect();
            let mut told = Vec::new();
            for i in find(set) {
                let Some(j) = base.first().copied() else { continue };
                if base.iter().any(|j| sama(b, i, *j)) || told.contains(&b.bukti(i)) {
                    continue;
                }
                told.push(b.bukti(i));
                let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
                let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
                let (x, y) = (kata::label(b, i), kata::label(b, j));
                let mut pesan = pesan!(
                    "Tertulis {x} {a} ({letak}), tetapi {y} {z} ({place}).",
                    "Printed {x} {a} ({letak}), but {y} {z} ({place}).",
                    x,
                    a,
                    y,
                    z
                );
                if let (Some(v), Some(w)) = (b.bukti(i), b.bukti(j))
                    && let Some(remark) = satu_angka(v, w)
                {
                    pesan.sambung(&remark);
                }
                hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j]).berbobot(bobot)));
            }
        }
    }
}
