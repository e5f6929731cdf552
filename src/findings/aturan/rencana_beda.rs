//! Rule rencana-beda: monthly or quarterly plans that do not add up to the year's pagu.

use super::Aturan;
use crate::findings::bahan::Bahan;
use crate::findings::calon::pada;
use crate::findings::jenis::{Bobot, Hasil, HasilUji};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Banding, Calon, banding};
use crate::pesan;
use crate::records::{Masa, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "rencana-beda",
    nama: "Rencana per masa tidak berjumlah pagu setahun",
    nama_en: "Plans by period do not add up to the year",
    tingkat: Bobot::Sedang,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Rencana penarikan uang tiap bulan atau triwulan, bila dijumlahkan setahun, bukan pagu yang tercetak.

**Definisi.** Jumlah dua belas bulan, atau empat triwulan, dibandingkan dengan semua pagu yang tercetak untuk simpul dan tahun
itu; cocok bila sama dengan salah satunya.

**Toleransi.** Kurang dari satu rupiah.

**Batas.** Bila satu masa saja tanpa angka atau diragukan, jumlah itu hanya dipakai untuk mencocokkan, tidak untuk melaporkan.

**Contoh.** Jumlah Januari sampai Desember Rp960.300.000; pagu Rp985.300.000.
",
    dokumentasi_en: r"
**Meaning.** The plans of how much money is drawn each month or quarter, added up over the year, are not the budget
ceiling (pagu) that is printed.

**Definition.** The sum of twelve months, or of four quarters, is held against all ceilings printed for that budget item
and year; it agrees when it equals one of them.

**Tolerance.** Less than one rupiah.

**Limits.** If even one period holds no number or a doubtful one, the sum is used only to confirm, not to report.

**Example.** January to December add up to Rp960,300,000; ceiling Rp985.300.000.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    // One group per row of one table: the periods of one plan.
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in b.semua(U::Rencana).into_iter().filter(|i| b.anggaran(*i)) {
        if let Some(first) = b.sebaris(i).first() {
            rows.entry(*first).or_default().push(i);
        }
    }
    for plan in rows.into_values() {
        satu(b, hasil, &plan);
    }
}

fn satu(b: &Bahan<'_, '_>, hasil: &mut Hasil, plan: &[usize]) {
    let Some(first) = plan.first().copied() else { return };
    let p = b.p(first);
    let Some((subjek, _)) = b.ukur(first) else { return };
    let months = plan.iter().filter(|i| matches!(b.p(**i).masa, Masa::Bulan(..))).count();
    let quarters = plan.iter().filter(|i| matches!(b.p(**i).masa, Masa::Triwulan(..))).count();
    let printed = b.sebaris(first).iter().filter(|j| b.kolom(**j).is_some_and(|k| k.ukuran == U::Rencana)).count();
    let whole = (months == 12 && quarters == 0) || (quarters == 4 && months == 0);
    let calon = Calon { operasi: Operasi::Jumlah, masukan: plan.to_vec(), asal: Asal::Baris };
    let Some(total) = b.hitung(&calon) else { return };
    let pagu = b.sumber(first, &[format!("{}/anggaran/{subjek}/pagu.", p.tahun)], &|k| k.ukuran == U::Pagu);
    let all: Vec<usize> = pagu.baris.iter().chain(&pagu.lain).copied().collect();
    let near = |j: &usize| {
        b.bukti(*j)
            .is_some_and(|v| (v - total).abs() < rust_decimal::Decimal::ONE || banding(v, 0, total) == Banding::Sama)
    };
    if let Some(j) = all.iter().copied().find(near) {
        b.catat(hasil, &ATURAN, j, &calon, total, HasilUji::Cocok);
        return;
    }
    // A printed plan for the whole year is the nearer total.
    let yearly =
        b.sumber(first, &[format!("{}/anggaran/{subjek}/rencana", p.tahun)], &pada(U::Rencana, &Masa::Tahun(p.tahun)));
    let Some(main) =
        yearly.baris.iter().chain(&yearly.lain).chain(&all).copied().next().filter(|_| whole && printed == plan.len())
    else {
        return;
    };
    b.catat(hasil, &ATURAN, main, &calon, total, HasilUji::Beda);
    let (sum, letak) = (b.lang.rupiah(total), kata::letak(b, first));
    let (pagu, place) = (kata::nilai(b, main), kata::tempat(b, main, first));
    let n = plan.len();
    let pesan = pesan!(
        "Rencana {n} masa berjumlah {sum} ({letak}); pagu tertulis {pagu} ({place}).",
        "The plans of {n} periods add up to {sum} ({letak}); the printed budget is {pagu} ({place})."
    );
    let isi = Isi::tentang(main, pesan).bersama(plan.iter().copied()).hitungan(total.normalize(), sum);
    hasil.temuan.push(b.temuan(&ATURAN, isi));
}
