//! Rule hitungan-beda: one count in two tables that name it differently: a free table against a formula, or another table.

use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::sama::sama;
use crate::findings::temuan::Isi;
use crate::pesan;
use crate::records::{Bagian, BarisBebas, KolomBebas, TabelBebas, Ukuran as U};
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "hitungan-beda",
    nama: "Satu hitungan, dua tabel, dua nilai",
    nama_en: "One count, two tables, two values",
    tingkat: Bobot::Tinggi,
    sifat: Sifat::Pasangan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Hitungan yang sama, misalnya jumlah orang terdata, tercetak berbeda dalam rincian dan dalam rumus indikator, atau
dalam dua rincian bertema sama.

**Definisi.** Tiga pasangan: baris jumlah tabel bertema T pada kolom berukuran U dengan pembilang atau penyebut berkode T-U; baris
berkode indikator pada kolom realisasi dengan realisasi indikator itu; dua tabel bertema sama dengan kode baris, kode kolom,
dan satuan yang sama.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama setelah dibulatkan atau dipotong;
uang hanya setelah dibulatkan.

**Batas.** Hanya tahun dan bagian tahun yang sama: sebuah triwulan tidak dibandingkan dengan setahun. Dua tabel hanya dari rekaman yang
sama; baris jumlahnya hanya bila bernama sama.

**Contoh (rekaan).** PMKS terdata 110.692 dalam tabel rincian, 110.962 dalam rumus indikator.
",
    dokumentasi_en: r"
**Meaning.** The same count, for example the number of people registered, is printed differently in a breakdown and in
the formula of an indicator, or in two breakdowns of one theme.

**Definition.** Three pairs: the total row of a table of theme T in a column of measure U with a numerator or
denominator of code T-U; a row with the code of an indicator in a column of actual figures (realisasi) with the actual
figure of that indicator; two tables of one theme with the same codes of row and column and the same unit.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Only figures of the same year and the same part of it: a quarter is not held against the year. Of two tables,
only those of the same record; their total rows only when they have the same name.

**Example (invented).** PMKS (people with social problems) registered: 110.692 in the table that details them, 110.962 in the
formula of the indicator.
",
    periksa,
};

type Sel<'x> = (&'x TabelBebas, &'x BarisBebas, &'x KolomBebas);

fn sel<'x>(b: &Bahan<'_, 'x>, i: usize) -> Option<Sel<'x>> {
    match b.p(i).bagian {
        Bagian::Tabel { tabel, baris, kolom } if !kolom.teks && b.bukti(i).is_some() => Some((tabel, baris, kolom)),
        _ => None,
    }
}

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let cells: Vec<usize> = (0..b.k.semua.len()).filter(|i| sel(b, *i).is_some()).collect();
    for i in cells.iter().copied() {
        let Some((tabel, baris, kolom)) = sel(b, i) else { continue };
        if baris.jumlah && baris.induk.is_none() {
            rumus(b, hasil, i, &format!("{}-{}", tabel.tema, kolom.ukuran));
        }
        indikator(b, hasil, i, &baris.kode, kolom);
    }
    kembar(b, hasil, &cells);
}

/// A total against the counts of formulas with its code.
fn rumus(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, kode: &str) {
    for x in b.opd.opd.indikator.values() {
        let Some(r) = &x.rumus else { continue };
        for (part, ukuran) in [(&r.pembilang, U::Pembilang), (&r.penyebut, U::Penyebut)] {
            if part.as_ref().and_then(|h| h.kode.as_deref()) == Some(kode) {
                let alamat = format!("{}/indikator/{}/{}", b.p(i).tahun, x.kode, ukuran.kata());
                banding(b, hasil, i, b.di(&alamat));
            }
        }
    }
}

/// A row named after an indicator, in a column of realisasi.
fn indikator(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, kode: &str, kolom: &KolomBebas) {
    if kolom.ukuran != "realisasi" || !b.opd.opd.indikator.contains_key(kode) {
        return;
    }
    let list = b.di(&format!("{}/indikator/{kode}/realisasi", b.p(i).tahun));
    let same: Vec<usize> = list.iter().copied().filter(|j| b.jenis(*j) == b.jenis(i)).collect();
    banding(b, hasil, i, &same);
}

/// Reports when none of the statements agrees.
fn banding(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, list: &[usize]) {
    // A quarter is not held against the year.
    let known: Vec<usize> =
        list.iter().copied().filter(|j| b.bukti(*j).is_some() && b.cakupan(*j) == b.cakupan(i)).collect();
    if known.is_empty() || known.iter().any(|j| sama(b, i, *j)) {
        return;
    }
    lapor(b, hasil, i, known[0]);
}

fn lapor(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize, j: usize) {
    let (a, z) = (kata::nilai(b, i), kata::nilai(b, j));
    let (letak, place) = (kata::letak(b, i), kata::tempat(b, j, i));
    let (x, y) = (kata::label(b, i), kata::label(b, j));
    let pesan = pesan!(
        "Tertulis {x} {a} ({letak}), tetapi {y} {z} ({place}).",
        "Printed {x} {a} ({letak}), but {y} {z} ({place}).",
        x,
        a,
        y,
        z
    );
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama([j])));
}

/// Record, year, theme, row, column, unit, part of the year.
type Kunci<'x> = (Option<i32>, i32, &'x str, &'x str, &'x str, String, (u8, (i8, i8)));

/// Two tables of one theme with the same row and column.
fn kembar(b: &Bahan<'_, '_>, hasil: &mut Hasil, cells: &[usize]) {
    let mut groups: BTreeMap<Kunci<'_>, Vec<usize>> = BTreeMap::new();
    for i in cells.iter().copied() {
        let Some((tabel, baris, kolom)) = sel(b, i) else { continue };
        let unit = baris.satuan.as_ref().or(kolom.satuan.as_ref()).map_or(String::new(), |s| s.to_lowercase());
        let row = if baris.jumlah { baris.nama.as_str() } else { baris.kode.as_str() };
        groups
            .entry((b.p(i).rekaman, b.p(i).tahun, &tabel.tema, row, &kolom.kode, unit, b.cakupan(i)))
            .or_default()
            .push(i);
    }
    for list in groups.into_values() {
        let Some((first, rest)) = list.split_first() else { continue };
        for j in rest {
            let own = b.p(*first).alamat == b.p(*j).alamat;
            let total = |i: usize| sel(b, i).is_some_and(|(_, r, _)| r.jumlah);
            // A bare "Jumlah" totals whatever its table lists.
            let generic = total(*first) && sel(b, *first).is_some_and(|(_, r, _)| !r.nama.trim().contains(' '));
            if !own && total(*first) == total(*j) && !generic && !sama(b, *first, *j) {
                lapor(b, hasil, *first, *j);
            }
        }
    }
}
