//! Rule baseline-beda: the starting value of a plan against what was reported as reached in that year.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "baseline-beda",
    nama: "Keadaan awal rencana bukan realisasi tahun itu",
    nama_en: "Baseline of a plan is not the actual figure (realisasi) of its year",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Pasangan,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Renstra menyebut keadaan awal sebuah indikator untuk satu tahun; laporan menyebut realisasi yang lain untuk tahun yang sama.
Kemajuan lalu dihitung dari dua titik awal yang berbeda.

**Definisi.** `baseline` tahun t dibandingkan dengan `realisasi` tahun t indikator yang sama; dilaporkan bila tidak sama dengan satu
realisasi pun yang tercetak.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong.

**Batas.** Realisasi sebagian tahun tidak dibandingkan. Angka sementara yang kemudian dimutakhirkan bisa menjelaskan bedanya.

**Contoh (rekaan).** Keadaan awal 2024 pada Renstra 90; realisasi 2024 pada laporan 88%.
",
    dokumentasi_en: r"
**Meaning.** The five-year plan (Renstra) names the starting value of an indicator for one year; the report prints
another actual figure (realisasi) for the same year. Progress is then counted from two different starting points.

**Definition.** The `baseline` of year t is held against the `realisasi` of year t of the same indicator; reported when
it equals none of the actual figures printed.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off.

**Limits.** An actual figure for part of the year is not compared. A provisional figure that was updated later can
explain the difference.

**Example (invented).** Baseline of 2024 in the Renstra 90; actual figure of 2024 in the report 88%.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Baseline).into_iter().filter(|i| b.setahun(*i)) {
        let p = b.p(i);
        let Some((subjek, _)) = b.ukur(i) else { continue };
        let reached: Vec<usize> = b
            .di(&format!("{}/indikator/{subjek}/realisasi", p.tahun))
            .iter()
            .copied()
            .filter(|j| b.bukti(*j).is_some() && b.setahun(*j) && !b.berlainan(i, *j))
            .collect();
        let Some(j) = reached.first().copied() else { continue };
        if reached.iter().any(|j| sama(b, i, *j)) {
            continue;
        }
        let (a, z, tahun) = (kata::nilai(b, i), kata::nilai(b, j), p.tahun);
        let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
        let pesan = pesan!(
            "Keadaan awal {tahun} tertulis {a} ({letak}), tetapi realisasi {tahun} {z} ({place}).",
            "The baseline of {tahun} is {a} ({letak}), but the actual of {tahun} is {z} ({place}).",
            a,
            z
        );
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
    }
}
