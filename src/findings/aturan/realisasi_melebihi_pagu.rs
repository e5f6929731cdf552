//! Rule realisasi-melebihi-pagu: more money spent than any pagu printed for it.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures::babak;
use crate::pesan;
use crate::records::{Bagian, Subjek, Ukuran as U};
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "realisasi-melebihi-pagu",
    nama: "Realisasi melebihi pagu",
    nama_en: "More spent than the budget ceiling (pagu)",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Batas,
    golongan: Golongan::Pengamatan,
    lanjutan: false,
    dasar: Some("UU 1/2004 Pasal 3 ayat (3): tidak ada pengeluaran bila anggarannya tidak atau tidak cukup tersedia"),
    dasar_en: Some(
        "UU (Law) 1/2004, Article 3 paragraph (3): no spending where its budget is not available or not sufficient",
    ),
    dokumentasi: r"
**Artinya.** Uang yang dibelanjakan lebih besar daripada anggaran yang tercetak untuk program, kegiatan, atau sub kegiatan itu.

**Definisi.** Realisasi lebih besar daripada pagu yang berlaku pada baris yang sama: pagu setelah perubahan bila tercetak; bila
ada beberapa pagu setahap, yang terbesar.

**Toleransi.** Tidak ada.

**Batas.** Hanya pagu pada baris yang sama yang dipakai; bila tabel lain mencetak pagu tahap kemudian yang cukup, tidak dilaporkan.

**Contoh (rekaan).** Pagu Rp10.000.000, realisasi Rp12.000.000.
",
    dokumentasi_en: r"
**Meaning.** More money was spent (realisasi) than the budget printed for that program, activity (kegiatan) or
sub-activity (sub kegiatan).

**Definition.** Spending larger than the ceiling (pagu) in force in the same row: the revised one where it is printed; of
several of one phase the largest.

**Tolerance.** None.

**Limits.** Only ceilings in the same row are used; where another table prints one of a later phase that suffices, nothing is
reported.

**Example (invented).** Ceiling Rp10.000.000, spent Rp12.000.000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Realisasi).into_iter().chain(b.semua(U::RealisasiKumulatif)) {
        if !b.anggaran(i) || blud(b, i) {
            continue;
        }
        // A budget of the row that nobody knows for sure may be the larger one.
        if b.sebaris(i).iter().any(|j| b.kolom(*j).is_some_and(|k| k.ukuran == U::Pagu) && b.tersamar(*j)) {
            continue;
        }
        let top = berlaku(b, i);
        if top.is_some_and(|j| kemudian(b, i, j)) {
            continue;
        }
        // What contains a node that may spend more may spend more by that much.
        let over = |i: usize, j: usize| Some(b.bukti(i)?.saturating_sub(b.bukti(j)?));
        let inside = |k: usize| {
            let own = b.kolom(k) == b.kolom(i) && memuat(b, i, k) && blud(b, k);
            let limit = berlaku(b, k).filter(|_| own)?;
            over(k, limit)
        };
        let gap = top.and_then(|j| over(i, j)).unwrap_or_default();
        if gap <= Decimal::ZERO {
            continue;
        }
        // The node may stand in a table of its own: all tables of the record tell.
        let ukuran = b.kolom(i).map(|k| k.ukuran);
        let all = ukuran.map(|u| b.semua(u)).unwrap_or_default();
        let of_record = all.into_iter().filter(|k| b.p(*k).rekaman == b.p(i).rekaman);
        if of_record.filter_map(inside).max().unwrap_or_default() >= gap {
            continue;
        }
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

/// The pagu of a row that was in force at the end: of the latest phase the row prints; of one phase the largest.
fn berlaku(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    let phase = |j: usize| b.kolom(j).and_then(|k| k.himpunan).map_or(1, |h| babak(&format!("pagu.{h}")));
    b.pilih(b.sebaris(i), U::Pagu).max_by_key(|j| (phase(*j), b.bukti(*j)))
}

/// Whether another table prints a pagu of a later phase that holds what was spent: the row stands beside an earlier one.
fn kemudian(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    let Some((base, own)) = b.p(j).alamat.rsplit_once('/') else { return false };
    let holds = |k: &usize| b.bukti(*k).zip(b.bukti(i)).is_some_and(|(limit, spent)| spent <= limit);
    b.di_bawah(&format!("{base}/pagu."))
        .filter(|(alamat, _)| alamat.rsplit_once('/').is_some_and(|(_, name)| babak(name) > babak(own)))
        .any(|(_, all)| all.iter().any(holds))
}

/// Whether a row may spend more than its pagu: the record says so, or its source of funds or its name is a BLUD's.
fn blud(b: &Bahan<'_, '_>, i: usize) -> bool {
    let Some((subjek, _)) = b.ukur(i) else { return false };
    let kode = subjek.to_string();
    let word = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|w| w == "BLUD");
    let funds = b
        .sebaris(i)
        .iter()
        .any(|j| b.kolom(*j).is_some_and(|k| k.ukuran == U::SumberDana) && b.p(*j).sel.teks().is_some_and(word));
    b.metode(i).di_atas_pagu.contains(&kode) || funds || b.simpul(i).is_some_and(|n| word(&n.nama))
}

/// Whether the row of `i` contains that of `k`: a node above it, its sasaran, or the whole.
fn memuat(b: &Bahan<'_, '_>, i: usize, k: usize) -> bool {
    let (Some((own, _)), Some((Subjek::Kode(inner), _))) = (b.ukur(i), b.ukur(k)) else { return false };
    match own {
        Subjek::Total => true,
        // The same node by one source of funds, and what stands below it.
        Subjek::Kode(kode) => inner == kode || inner.starts_with(&format!("{kode}.")),
        Subjek::Sasaran(kode) => {
            let program = inner.split('.').next().unwrap_or_default();
            let tree = b.pohon(i).map(|t| &t.pohon);
            tree.is_some_and(|t| t.iter().any(|n| n.kode == program && n.sasaran.contains(kode)))
        }
    }
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, pagu: Option<usize>) {
    let Some(j) = pagu else { return };
    let (Some(spent), Some(limit)) = (b.bukti(i), b.bukti(j)) else { return };
    // A ceiling below zero is no ceiling: its sign is asked about at the cell.
    if spent <= limit || limit < Decimal::ZERO {
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
