//! Rule realisasi-melebihi-pagu: more money spent than any pagu printed for it.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Bagian, Ukuran as U};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "realisasi-melebihi-pagu",
    nama: "Realisasi melebihi pagu",
    nama_en: "More spent than the budget ceiling (pagu)",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Lain,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("UU 1/2004 Pasal 3 ayat (3): tidak ada pengeluaran bila anggarannya tidak atau tidak cukup tersedia"),
    dasar_en: Some(
        "UU (Law) 1/2004, Article 3 paragraph (3): no spending where its budget is not available or not sufficient",
    ),
    dokumentasi: r"
**Artinya.** Uang yang dibelanjakan lebih besar daripada anggaran yang tercetak untuk program, kegiatan, atau sub kegiatan itu.

**Definisi.** Realisasi lebih besar daripada pagu terbesar pada baris yang sama.

**Toleransi.** Tidak ada.

**Batas.** Hanya pagu pada baris yang sama yang dipakai; perubahan anggaran sesudah tabel itu tidak terlihat.

**Contoh.** Pagu Rp15.000.000, realisasi Rp15.731.300.
",
    dokumentasi_en: r"
**Meaning.** More money was spent (realisasi) than the budget printed for that program, activity (kegiatan) or
sub-activity (sub kegiatan).

**Definition.** Spending larger than the largest budget ceiling (pagu) in the same row.

**Tolerance.** None.

**Limits.** Only ceilings in the same row are used; changes of the budget after that table are not seen.

**Example.** Ceiling Rp15.000.000, spent Rp15.731.300.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi).into_iter().chain(b.semua(U::RealisasiKumulatif)) {
        let allowed = |kode: &str| b.metode(i).di_atas_pagu.iter().any(|k| k == kode);
        if !b.anggaran(i) || b.ukur(i).is_some_and(|(s, _)| allowed(&s.to_string())) {
            continue;
        }
        let top = b.pilih(b.sebaris(i), U::Pagu).max_by_key(|j| b.bukti(*j));
        lapor(b, hasil, i, top);
    }
    // Free tables that call their columns pagu and realisasi.
    for i in 0..b.k.semua.len() {
        let column = |j: usize| match b.p(j).bagian {
            Bagian::Tabel { kolom, .. } => Some(kolom),
            _ => None,
        };
        if !column(i).is_some_and(|k| k.ukuran == "realisasi" && matches!(k.satuan.as_deref(), Some("Rp" | "rupiah"))) {
            continue;
        }
        let top = b.sebaris(i).iter().copied().find(|j| column(*j).is_some_and(|k| k.ukuran == "pagu"));
        lapor(b, hasil, i, top);
    }
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, pagu: Option<usize>) {
    let Some(j) = pagu else { return };
    let (Some(spent), Some(limit)) = (b.bukti(i), b.bukti(j)) else { return };
    if spent <= limit {
        return;
    }
    let (a, p) = (kata::nilai(b, i), kata::nilai(b, j));
    let (letak, name) = (kata::letak(b, i), kata::label(b, j));
    let pesan = pesan!(
        "Realisasi tertulis {a}, melebihi {name} {p} ({letak}).",
        "Actual printed as {a}, above {name} {p} ({letak}).",
        a,
        name,
        p
    );
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
}
