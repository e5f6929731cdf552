//! Rule kolom-beda: a derived column of a free table that does not follow from the columns it names.

use crate::findings::bahan::Bahan;
use crate::findings::himpun;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, HasilUji, Sifat, Temuan};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::uji::{Asal, Calon};
use crate::number::Satuan;
use crate::pesan;
use crate::records::{Alasan, Bagian, Fungsi, Jenis, Nilai};
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "kolom-beda",
    nama: "Kolom turunan berbeda dari hitungannya",
    nama_en: "Derived column differs from its computation",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Sebuah kolom tabel dihitung dari kolom lain pada baris yang sama, tetapi isinya angka lain.

**Definisi.** Menurut rumus kolom dalam rekaman: persen(a, b) = a ÷ b × 100; selisih(a, b) = a − b; jumlah(a, b, …);
kali(a, b); rata(a, b, …).

**Toleransi.** Sama setelah dibulatkan ke banyaknya desimal yang tercetak.

**Batas.** Sel yang tidak berlaku dihitung kosong dalam jumlah; sel tanpa angka lain membuat baris itu tidak diperiksa.

**Contoh (rekaan).** Kebutuhan 87, tersedia 24, tertulis kurang 65; terhitung 63 = 87 − 24.
",
    dokumentasi_en: r"
**Meaning.** A column of a table is computed from other columns of the same row, but it holds another number.

**Definition.** By the formula of the column in the record: persen(a, b) = a ÷ b × 100; selisih(a, b) = a − b; jumlah(a,
b, …), the sum; kali(a, b), the product; rata(a, b, …), the mean.

**Tolerance.** Equal after rounding to the number of decimals printed.

**Limits.** In a sum, a cell that does not apply counts as empty; any other cell without a number leaves the row
unchecked.

**Example (invented).** Needed 87, available 24, printed shortage 65; computed 63 = 87 − 24.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for i in 0..b.k.semua.len() {
        let Bagian::Tabel { kolom, .. } = b.p(i).bagian else { continue };
        let Some(rumus) = &kolom.rumus else { continue };
        let adds = matches!(rumus.fungsi, Fungsi::Jumlah);
        let mut masukan = Vec::new();
        let mut known = b.bukti(i).is_some();
        for kode in &rumus.dari {
            let cell = b
                .sebaris(i)
                .iter()
                .copied()
                .find(|j| matches!(b.p(*j).bagian, Bagian::Tabel { kolom: k, .. } if k.kode == *kode));
            match cell {
                Some(j) if b.bukti(j).is_some() => masukan.push(j),
                Some(j) if adds && matches!(b.p(j).sel.nilai, Nilai::Kosong(Alasan::TidakBerlaku)) => {}
                _ => known = false,
            }
        }
        if !known || masukan.is_empty() {
            continue;
        }
        let operasi = match rumus.fungsi {
            Fungsi::Persen => Operasi::Persen,
            Fungsi::Selisih => Operasi::Kurang,
            Fungsi::Jumlah => Operasi::Jumlah,
            Fungsi::Kali => kali(b, i, &masukan),
            Fungsi::Rata => Operasi::Rata,
        };
        let mut calon = vec![Calon { operasi, masukan: masukan.clone(), asal: Asal::Baris }];
        if operasi == Operasi::Persen {
            calon.extend(rata_baris(b, i));
        }
        let verdict = b.uji(hasil, &ATURAN, i, &calon);
        if verdict == Some(HasilUji::Beda)
            && operasi == Operasi::Kurang
            && let Some(t) = hasil.temuan.last_mut()
        {
            masukan_lain(b, t, i, &masukan);
        }
    }
}

/// The other way to fill a total row of percentages: with the mean of its rows.
fn rata_baris(b: &Bahan<'_, '_>, i: usize) -> Option<Calon> {
    let Bagian::Tabel { baris, kolom, .. } = b.p(i).bagian else { return None };
    let row = |j: &usize| {
        matches!(b.p(*j).bagian, Bagian::Tabel { baris: r, kolom: k, .. }
            if !r.jumlah && r.induk == baris.induk && k.kode == kolom.kode && b.bukti(*j).is_some())
    };
    let masukan: Vec<usize> = b.setabel(i).iter().copied().filter(row).collect();
    let name = pesan!("rata-rata persen barisnya", "the mean of the percentages of its rows");
    (baris.jumlah && masukan.len() > 1).then_some(Calon { operasi: Operasi::Rata, masukan, asal: Asal::Basis(name) })
}

/// A difference that holds with another figure printed beside it: which of the two figures that is, is told.
fn masukan_lain(b: &Bahan<'_, '_>, t: &mut Temuan, i: usize, masukan: &[usize]) {
    let (Some(written), [from, less]) = (b.bukti(i), masukan) else { return };
    let (Some(whole), Some(part)) = (b.bukti(*from), b.bukti(*less)) else { return };
    // Of small numbers one of many always fits.
    let fits = |j: &usize| {
        b.bukti(*j).is_some_and(|v| {
            let held = whole.checked_sub(v) == Some(written) || v.checked_sub(part) == Some(written);
            v.abs() >= Decimal::ONE_THOUSAND && held
        })
    };
    let near = |j: &usize| b.secetak(i, *j) && b.p(*j).tahun == b.p(i).tahun && b.jenis(*j) == b.jenis(*from);
    let Some(j) = (0..b.k.semua.len()).find(|j| !b.sebaris(i).contains(j) && near(j) && fits(j)) else { return };
    let (name, value, place) = (kata::apa(b, j), kata::nilai(b, j), kata::letak(b, j));
    let isian = match b.bukti(j).and_then(|v| whole.checked_sub(v)) == Some(written) {
        true => Operasi::Kurang.tulis(&[&kata::nilai(b, *from), &value]),
        false => Operasi::Kurang.tulis(&[&value, &kata::nilai(b, *less)]),
    };
    t.pesan.sambung(&pesan!(
        " Yang tertulis sama dengan {isian}; {value} tercetak sebagai {name} ({place}).",
        " What is printed equals {isian}; {value} is printed as {name} ({place}).",
        isian,
        value,
        name
    ));
    himpun::tempat(t, vec![b.rujukan(j)]);
}

/// A product in which percentages count in hundredths: 30% × 120% is 36%, 30% × 250 is 75. A weight printed without its
/// sign, 30 × 120% = 36%, is told by the product that fits.
fn kali(b: &Bahan<'_, '_>, i: usize, masukan: &[usize]) -> Operasi {
    let share = |j: usize| u8::from(persen(b, j));
    let shares: u8 = masukan.iter().map(|j| share(*j)).sum();
    let own = Operasi::Kali(shares.saturating_sub(share(i)));
    let fits = |operasi: Operasi| b.cocok(i, &Calon { operasi, masukan: masukan.to_vec(), asal: Asal::Baris });
    let near = [Operasi::Kali(1), Operasi::Kali(0)].into_iter().filter(|_| shares > 0);
    std::iter::once(own).chain(near).find(|o| fits(*o)).unwrap_or(own)
}

/// Whether a cell is a percentage, by its own sign or by the unit of its column or row.
fn persen(b: &Bahan<'_, '_>, i: usize) -> bool {
    b.jenis(i) == Jenis::Persen || b.satuan(i) == Some(Satuan::Persen)
}
