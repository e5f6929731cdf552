//! Rule serapan-beda: a printed serapan that does not follow from realisasi and pagu.

use crate::findings::bahan::Bahan;
use crate::findings::calon::{Sumber, pada, pagu, subjek_anggaran};
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::records::Ukuran as U;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "serapan-beda",
    nama: "Serapan berbeda dari hitungannya",
    nama_en: "Absorption (serapan) differs from its computation",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Persentase serapan yang tercetak bukan hasil bagi realisasi dengan pagu yang tercetak pada baris yang sama.

**Definisi.** Serapan = realisasi ÷ pagu × 100. Bila satu baris mencetak beberapa tahap pagu, yang dipakai tahap terakhir;
tahap lain dicatat sebagai basis lain. Serapan di samping sebuah indikator dihitung dari anggaran program atau sasarannya.

**Toleransi.** Sama setelah dibulatkan (setengah menjauhi nol) ke banyaknya desimal yang tercetak.

**Batas.** Serapan sebuah bulan dihitung dari realisasi sampai dengan bulan itu bila barisnya mencetaknya. Pagu nol tidak mempunyai serapan. Sel kosong dan sel yang diragukan tidak diperiksa.

**Contoh (rekaan).** Tertulis 94,31% (Tabel 3.17); terhitung 94,01% = Rp5.046.629.436,54 ÷ Rp5.368.142.655.
",
    dokumentasi_en: r"
**Meaning.** The printed percentage of absorption (serapan, the share of the budget that was spent) is not the actual
spending (realisasi) divided by the budget ceiling (pagu) printed in the same row.

**Definition.** Absorption = spending ÷ ceiling × 100. If one row prints several phases of the ceiling, the last phase
is used; the others are recorded as another base (`basis-lain`). Absorption beside an indicator is computed from the
budget of its program or objective (sasaran).

**Tolerance.** Equal after rounding (halves away from zero) to the number of decimals printed.

**Limits.** The absorption of a month is computed from the spending up to that month where its row prints it. A ceiling of
zero has no absorption. Empty cells and doubtful cells are not checked.

**Example (invented).** Printed 94,31% (Tabel 3.17); computed 94.01% = Rp5.046.629.436,54 ÷ Rp5.368.142.655.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in b.semua(U::Serapan) {
        let of = |j: usize| if b.anggaran(j) { anggaran(b, j) } else { indikator(b, j) };
        b.uji(hasil, &ATURAN, i, &of(i));
    }
}

fn anggaran(b: &Bahan<'_, '_>, i: usize) -> Vec<Calon> {
    let p = b.p(i);
    let Some((subjek, _)) = b.ukur(i) else { return Vec::new() };
    let awal = [format!("{}/anggaran/{subjek}/", p.tahun)];
    let realisasi = b.sumber(i, &awal, &pada(U::Realisasi, p.masa));
    let rencana = b.sumber(i, &awal, &pada(U::Rencana, p.masa));
    let mut base = b.sumber(i, &awal, &pagu(p.tahun));
    // A quarter is held against the plan of that quarter in its row, or against the budget of the year there.
    let bagian = !p.masa.setahun() && !rencana.baris.is_empty();
    if bagian {
        base.lain.clear();
    } else if base.baris.is_empty() {
        // A row without a budget was not measured against one from before the change that stands elsewhere.
        let early = |j: usize| b.kolom(j).and_then(|k| k.himpunan);
        base.lain.retain(|j| !matches!(early(*j), Some("murni" | "perjanjian" | "rencana_aksi")));
    }
    let pagu = base;
    let kumulatif = b.sumber(i, &awal, &pada(U::RealisasiKumulatif, p.masa));
    let mut out = if bagian { b.pasangan(Operasi::Persen, &realisasi, &rencana) } else { Vec::new() };
    // Beside the money of a month and all of it up to then, a share of the budget is of the second.
    if !p.masa.setahun() && !bagian && !kumulatif.baris.is_empty() {
        out.extend(b.pasangan(Operasi::Persen, &kumulatif, &pagu));
    }
    if !bagian || !pagu.baris.is_empty() {
        out.extend(b.pasangan(Operasi::Persen, &realisasi, &pagu));
    }
    if out.is_empty() {
        out = b.pasangan(Operasi::Persen, &kumulatif, &pagu);
    }
    out
}

/// Beside an indicator: the budget of its program or sasaran; the whole budget is another base.
fn indikator(b: &Bahan<'_, '_>, i: usize) -> Vec<Calon> {
    let p = b.p(i);
    let Some(subjek) = subjek_anggaran(b, i) else { return Vec::new() };
    let find = |subjek: &str| {
        let awal = [format!("{}/anggaran/{subjek}/", p.tahun)];
        let mut realisasi = b.sumber(i, &awal, &pada(U::Realisasi, p.masa));
        let mut pagu = b.sumber(i, &awal, &pagu(p.tahun));
        realisasi.baris.clear();
        pagu.baris.clear();
        b.pasangan(Operasi::Persen, &Sumber { tanpa_bukti: false, ..realisasi }, &Sumber { tanpa_bukti: false, ..pagu })
    };
    let mut out = find(&subjek);
    let all = find("total").into_iter().map(|c| {
        let name = crate::pesan!("anggaran seluruh program", "the whole budget");
        Calon { asal: Asal::Basis(name), ..c }
    });
    if !out.is_empty() {
        out.extend(all);
    }
    out
}
