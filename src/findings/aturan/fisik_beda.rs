//! Rule fisik-beda: a physical target or realisasi of a parent that is not the sum of its children, where its table adds up, or
//! not the list of them, where its table lists them.

use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::number::Angka;
use crate::pesan;
use crate::records::{Indikator, Jenis, Kolom, Nilai, Subjek, Tingkat, Ukuran as U};
use rust_decimal::Decimal;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "fisik-beda",
    nama: "Target fisik induk berbeda dari rinciannya",
    nama_en: "Physical target of a parent differs from its parts",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Hitungan,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Dalam satu tabel, target atau realisasi fisik hampir setiap program dan kegiatan adalah jumlah rinciannya, tetapi satu
induk mencetak angka lain. Atau sebuah kegiatan mencetak beberapa hitungan berurutan, satu untuk tiap sub kegiatannya, dan salah satunya lain
daripada yang tercetak pada sub kegiatan itu.

**Definisi.** Target atau realisasi fisik sebuah induk = jumlah anak langsungnya, pada kolom dan tabel yang sama. Hitungan berurutan sebuah induk =
hitungan anak langsungnya, satu demi satu.

**Toleransi.** Tidak ada.

**Batas.** Hanya tabel yang sedikitnya tiga perempat induknya (dan sedikitnya tiga) sama dengan jumlah rinciannya: di sana
penjumlahan itu kebiasaan tabelnya. Persentase, satuan yang berbeda, dan induk beranak satu tidak diperiksa. Hitungan berurutan hanya diperiksa bila
banyaknya sama dengan hitungan semua anaknya, dan urutannya terbukti: kolom lain baris itu cocok seluruhnya, atau semua cocok kecuali satu. Urutan
yang lain dengan hitungan yang sama bukan perbedaan.

**Contoh (rekaan).** Rehabilitasi 254 orang; kegiatannya 254 dan 200 orang. Kegiatan 35, 15, 50; sub kegiatannya 35, 15, dan 60.
",
    dokumentasi_en: r"
**Meaning.** In one table the physical target or the physical result (realisasi fisik) of almost every program and
activity (kegiatan) is the sum of its parts, but one parent prints another number. Or an activity prints several counts
in order, one for each of its sub-activities (sub kegiatan), and one of them is not what the sub-activity prints.

**Definition.** Physical target or result of a parent = sum of its direct children, in the same column and table. Counts in
order of a parent = counts of its direct children, one by one.

**Tolerance.** None.

**Limits.** Only tables in which at least three quarters of the parents (and at least three) equal the sum of their
parts: there, adding up is the habit of the table. Percentages, different units and parents with a single child are not
checked. Counts in order are checked only if there are as many as all children have, and their order is proved: another
column of the row agrees throughout, or all agree but one. Another order of the same counts is no difference.

**Example (invented).** Rehabilitasi 254 orang (persons); its activities 254 and 200. An activity 35, 15, 50; its
sub-activities 35, 15 and 60.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (key, table) in b.semua_tabel() {
        if key.1 != "anggaran" {
            continue;
        }
        let sums: Vec<(usize, Vec<usize>)> = table.iter().filter_map(|i| Some((*i, rincian(b, table, *i)?))).collect();
        let calon = |parts: &[usize]| Calon { operasi: Operasi::Jumlah, masukan: parts.to_vec(), asal: Asal::Baris };
        let fit = sums.iter().filter(|(i, parts)| b.hitung(&calon(parts)) == b.bukti(*i)).count();
        if fit < 3 || fit * 4 < sums.len() * 3 {
            continue;
        }
        for (i, parts) in sums {
            b.uji(hasil, &ATURAN, i, &[calon(&parts)]);
        }
    }
    berurutan(b, hasil);
}

/// A composite figure beside what its children print: the cell, and for each of its counts the count of a child and its cell.
struct Deret {
    i: usize,
    sendiri: Vec<Decimal>,
    anak: Vec<(Decimal, usize)>,
}

impl Deret {
    /// The counts that differ: its own, that of the child, and the cell of the child.
    fn beda(&self) -> Vec<(Decimal, Decimal, usize)> {
        let pairs = self.sendiri.iter().zip(&self.anak);
        pairs.filter(|(a, (z, _))| *a != z).map(|(a, (z, j))| (*a, *z, *j)).collect()
    }

    /// The same counts, whatever their order.
    fn seisi(&self) -> bool {
        let sorted = |mut list: Vec<Decimal>| {
            list.sort_unstable();
            list
        };
        sorted(self.sendiri.clone()) == sorted(self.anak.iter().map(|(v, _)| *v).collect())
    }
}

/// Rows whose composite figures list those of their children, one by one.
fn berurutan(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    for (_, table) in b.semua_tabel() {
        let mut rows: Vec<Vec<Deret>> = Vec::new();
        for i in table.iter().copied() {
            let Some(own) = deret(b, table, i) else { continue };
            match rows.last_mut().filter(|row| row.last().is_some_and(|d| b.sebaris(d.i).contains(&i))) {
                Some(row) => row.push(own),
                None => rows.push(vec![own]),
            }
        }
        for row in rows {
            let whole = row.iter().any(|d| d.beda().is_empty());
            let apart = |d: &Deret| !d.seisi() && (whole || (d.beda().len() == 1 && d.sendiri.len() > 2));
            let told: Vec<&Deret> = row.iter().filter(|d| apart(d)).collect();
            if let Some((first, more)) = told.split_first() {
                hasil.temuan.push(b.temuan(&ATURAN, tentang(b, first, more)));
            }
        }
    }
}

/// The counts of a composite figure and those of its children in its column, when there are as many.
fn deret(b: &Bahan<'_, '_>, table: &[usize], i: usize) -> Option<Deret> {
    let (subjek, kolom) = b.ukur(i)?;
    let Subjek::Kode(kode) = subjek else { return None };
    if !matches!(kolom.ukuran, U::Target | U::Realisasi | U::RealisasiFisik) {
        return None;
    }
    let Nilai::Komposit(own) = &b.p(i).sel.nilai else { return None };
    let sendiri = polos(b, i, own)?;
    let codes: Vec<&str> = match b.simpul(i) {
        Some(node) => node.lengkap()?.iter().map(|n| n.kode.as_str()).collect(),
        None => anak_indikator(b, table, kode)?,
    };
    let mut anak = Vec::new();
    for code in codes {
        let j = table.iter().copied().find(|j| sel(b, *j, code, kolom))?;
        let counts = match &b.p(j).sel.nilai {
            Nilai::Angka(one) => polos(b, j, std::slice::from_ref(one))?,
            Nilai::Komposit(many) => polos(b, j, many)?,
            _ => return None,
        };
        anak.extend(counts.into_iter().map(|v| (v, j)));
    }
    (anak.len() == sendiri.len() && anak.iter().any(|(_, j)| *j != anak[0].1)).then_some(Deret { i, sendiri, anak })
}

/// Plain counts that may stand as evidence.
fn polos(b: &Bahan<'_, '_>, i: usize, list: &[Angka]) -> Option<Vec<Decimal>> {
    let plain = !b.p(i).sel.ragu && list.iter().all(|a| !a.persen);
    plain.then(|| list.iter().map(|a| a.nilai).collect())
}

/// Whether a statement is the cell of a code in a column.
fn sel(b: &Bahan<'_, '_>, j: usize, code: &str, kolom: &Kolom) -> bool {
    matches!(b.ukur(j), Some((Subjek::Kode(k), c)) if k == code && c == kolom)
}

/// The indicators of a table that belong to the children of the node of one of them, in the order of the table. Where two
/// indicators share the node, what belongs to which is not known.
fn anak_indikator<'a>(b: &Bahan<'_, 'a>, table: &[usize], kode: &str) -> Option<Vec<&'a str>> {
    let mut rows: Vec<&'a Indikator> = Vec::new();
    for x in table.iter().filter_map(|j| b.indikator(*j)) {
        if rows.iter().all(|r| r.kode != x.kode) {
            rows.push(x);
        }
    }
    let own = rows.iter().find(|x| x.kode == kode)?;
    let lower = match own.tingkat {
        Tingkat::Program => Tingkat::Kegiatan,
        Tingkat::Kegiatan => Tingkat::SubKegiatan,
        _ => return None,
    };
    let node = own.induk.as_deref()?;
    let alone = rows.iter().filter(|x| x.tingkat == own.tingkat && x.induk.as_deref() == Some(node)).count() == 1;
    let child = |x: &&&Indikator| {
        let parent = x.induk.as_deref().and_then(|c| c.rsplit_once('.')).map(|(head, _)| head);
        x.tingkat == lower && parent == Some(node)
    };
    alone.then(|| rows.iter().filter(child).map(|x| x.kode.as_str()).collect())
}

/// One row that lists other counts than its children print; `more` are its other columns.
fn tentang(b: &Bahan<'_, '_>, first: &Deret, more: &[&Deret]) -> Isi {
    let angka = |v: &Decimal| Pesan::tiap(|lang| lang.grouped(*v));
    let beda = |d: &Deret| {
        let part = |(a, z, j): &(Decimal, Decimal, usize)| {
            let (what, a, z) = (kata::subjek(b, *j), angka(a), angka(z));
            pesan!("{what} {z}, pada induknya {a}", "{what} {z}, at its parent {a}", what, z, a)
        };
        Pesan::gabung(&d.beda().iter().map(part).collect::<Vec<_>>(), &Pesan::sama("; "))
    };
    let i = first.i;
    let (place, own, parts) = (kata::letak(b, i), kata::tercetak(b, i), beda(first));
    let mut pesan = pesan!(
        "Tertulis {own} ({place}), tetapi rinciannya lain: {parts}.",
        "Printed {own} ({place}), but its parts differ: {parts}.",
        own,
        parts
    );
    let mut before = parts;
    for d in more {
        let (label, parts) = (kata::label(b, d.i), beda(d));
        if parts == before {
            pesan.sambung(&pesan!(" Begitu pula {label}.", " Likewise the {label}.", label));
        } else {
            pesan.sambung(&pesan!(" Begitu pula {label}: {parts}.", " Likewise the {label}: {parts}.", label, parts));
        }
        before = parts;
    }
    let all = std::iter::once(first).chain(more.iter().copied());
    let places: Vec<usize> =
        all.flat_map(|d| std::iter::once(d.i).chain(d.beda().into_iter().map(|(_, _, j)| j))).collect();
    Isi::tentang(i, pesan).bersama(places.iter().copied().filter(|j| *j != i)).mempersoalkan(places)
}

/// The children of the node of `i` in its column, when all are plain counts of one unit.
fn rincian(b: &Bahan<'_, '_>, table: &[usize], i: usize) -> Option<Vec<usize>> {
    let (_, kolom) = b.ukur(i)?;
    let parts = b.simpul(i)?.lengkap().filter(|parts| parts.len() > 1)?;
    if !matches!(kolom.ukuran, U::Target | U::RealisasiFisik) || !hitungan(b, i) {
        return None;
    }
    let cell = |kode: &str| table.iter().copied().find(|j| sel(b, *j, kode, kolom));
    let parts: Vec<usize> =
        parts.iter().map(|n| cell(&n.kode).filter(|j| hitungan(b, *j))).collect::<Option<Vec<usize>>>()?;
    let one = parts.iter().all(|j| parts.iter().chain([&i]).all(|k| !b.berlainan(*j, *k)));
    one.then_some(parts)
}

/// Whether a statement is a plain count.
fn hitungan(b: &Bahan<'_, '_>, i: usize) -> bool {
    b.bukti(i).is_some() && b.jenis(i) == Jenis::Nilai && b.p(i).sel.angka().is_some_and(|a| !a.persen)
}
