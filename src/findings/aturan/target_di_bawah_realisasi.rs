//! Rule target-di-bawah-realisasi: a target that asks for less than was reached the year before.

use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::{Arah, Nilai, Ukuran as U};
use std::collections::BTreeSet;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "target-di-bawah-realisasi",
    nama: "Target lebih mudah daripada realisasi tahun sebelumnya",
    nama_en: "Target easier than what was reached the year before",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("PermenPANRB 53/2014, Lampiran II: perbandingan dengan tahun-tahun sebelumnya"),
    dasar_en: Some("PermenPANRB 53/2014, Lampiran (annex) II: comparison with earlier years"),
    dokumentasi: r"
**Artinya.** Target tahun ini lebih mudah daripada yang sudah dicapai tahun lalu: target itu tercapai tanpa kemajuan.

**Definisi.** Arah naik: target tahun t < realisasi tahun t−1. Arah turun: target tahun t > realisasi tahun t−1. Yang dipakai
target yang diukur laporan; bila tidak ada, target yang terakhir disepakati.

**Toleransi.** Tidak ada.

**Batas.** Satuan keduanya sama; nilai huruf dan komposit tidak dibandingkan. Bisa ada alasan sah, misalnya perubahan data
dasar; yang dicatat ialah angkanya. Indikator yang mengikuti kebutuhan (korban bencana, orang telantar yang ditemukan)
tidak diperiksa: target yang lebih kecil di sana bukan target yang lebih mudah.

**Contoh (rekaan).** Realisasi 2022 80%, target 2023 75%.
",
    dokumentasi_en: r"
**Meaning.** This year's target is easier than what was already reached last year: it is met without progress.

**Definition.** Direction up (higher is better): target of year t < actual figure (realisasi) of year t−1. Direction
down (lower is better): target of year t > actual figure of year t−1. The target used is the one the report measures
against; if there is none, the one agreed last.

**Tolerance.** None.

**Limits.** Both have the same unit; letters and composite values are not compared. There can be a good reason, for
example a change of the underlying data; what is recorded is the figures. An indicator that follows need (victims of
disasters, abandoned people who are found) is not checked: there a smaller target is no easier target.

**Example (invented).** Actual figure of 2022 80%, target for 2023 75%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let years: BTreeSet<(i32, String)> = b
        .semua(U::Target)
        .into_iter()
        .filter(|i| b.setahun(*i) && !b.anggaran(*i))
        .filter_map(|i| Some((b.p(i).tahun, b.indikator(i)?.kode.clone())))
        .collect();
    for (tahun, kode) in years {
        let Some(x) = b.opd.opd.indikator.get(&kode) else { continue };
        let target = measures::target_angka(b.k, tahun, &kode).and_then(|p| b.indeks(p.utama));
        let reached = measures::realisasi_indikator(b.k, tahun - 1, &kode).and_then(|p| b.indeks(p.utama));
        let (Some(i), Some(j)) = (target, reached) else { continue };
        // Fewer victims expected is no lower ambition: nothing follows from what follows need.
        if x.menurut_kebutuhan {
            continue;
        }
        // What a chart refuses to join is held against nothing.
        if measures::sambung(b.opd, x, b.p(j), b.p(i)).is_some() {
            continue;
        }
        // A total of several things that another place prints one by one is not what the plan counts.
        let parts = |k: &usize| matches!(b.p(*k).sel.nilai, Nilai::Komposit(_));
        if b.di(&b.p(j).alamat).iter().any(parts) != b.di(&b.p(i).alamat).iter().any(parts) {
            continue;
        }
        let (Some(t), Some(r)) = (b.bukti(i), b.bukti(j)) else { continue };
        if !lebih_mudah(x.arah, t, r) || b.jenis(i) != b.jenis(j) {
            continue;
        }
        let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
        let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
        let lalu = tahun - 1;
        let (id, en) = match x.arah {
            Arah::Naik => ("lebih rendah daripada", "below"),
            Arah::Turun => ("lebih tinggi daripada", "above"),
        };
        let pesan = pesan!(
            "Target {tahun} tertulis {a} ({letak}), {id} realisasi {lalu} {z} ({place}).",
            "The target for {tahun} is {a} ({letak}), {en} the actual of {lalu}, {z} ({place}).",
            a,
            z
        );
        let isi = Isi::tentang(i, pesan).bersama([j]);
        hasil.temuan.push(b.temuan(&ATURAN, isi));
    }
}
