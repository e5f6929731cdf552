//! Rule klaim-beda: a conclusion of the report (how many indicators reach their target, which category) against its table.

use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
use crate::measures;
use crate::pesan;
use crate::records::{Bagian, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "klaim-beda",
    nama: "Kesimpulan laporan berbeda dari tabelnya",
    nama_en: "Conclusion of the report differs from its table",
    tingkat: Bobot::Sedang,
    sifat: Sifat::Lain,
    golongan: Golongan::Pertentangan,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Laporan menyimpulkan sekian indikator mencapai target, atau menyebut satu kategori; tabel capaian laporan yang sama
menunjukkan banyaknya indikator yang lain, atau skalanya tidak mempunyai kategori itu.

**Definisi.** Kolom tabel bebas berukuran `jumlah_indikator`, `jumlah_tercapai`, atau `kategori` dalam rekaman tahun itu. Banyaknya
indikator dibandingkan dengan indikator yang target dan realisasinya tercetak pada satu baris, dan dengan indikator yang
diperjanjikan; cocok pula bila satu tabel, tingkat, sasaran, atau IKU saja memberi banyaknya itu. Tercapai: realisasi sama dengan atau lebih baik daripada target menurut arahnya. Kategori harus kelas dari skala
rekaman.

**Toleransi.** Bila sebuah indikator mempunyai beberapa target atau realisasi, setiap banyaknya yang mungkin dianggap cocok.

**Batas.** Kesimpulan tentang lebih banyak indikator daripada yang dikenal rekaman hanya diamati. Rekaman tanpa tabel target dan realisasi, atau tanpa skala, tidak diperiksa. Bobot tinggi bila yang disebut
tercapai lebih banyak daripada yang mungkin. Kategori yang tidak ada pada skala adalah pengamatan: tidak ada angka yang
dipertentangkannya.

**Contoh (rekaan).** Tertulis 4 indikator mencapai target; tabel capaian memuat 3 indikator, tidak satu pun mencapai target.
",
    dokumentasi_en: r"
**Meaning.** The report concludes that so many indicators reached their target, or names a category; the table of
achievements (capaian) in the same report shows another number of indicators, or its scale has no such category.

**Definition.** A column of a free table with the measure `jumlah_indikator` (number of indicators), `jumlah_tercapai`
(number that reached their target) or `kategori` (category) in the record of that year. The number of indicators is held
against the indicators whose target and actual figure (realisasi) are printed in one row, and against those in the
performance agreement (perjanjian kinerja); it agrees too where one table, level, objective or the main indicators alone
give that number. Reached: the actual figure equals the target or is better, in the direction
of the indicator. The category must be a class of the record's scale.

**Tolerance.** If an indicator has several targets or actual figures, every number that is possible counts as agreeing.

**Limits.** A conclusion about more indicators than the record knows is only observed. Records without a table of targets and actual figures, or without a scale, are not checked. High weight if
more are said to have reached their target than is possible. A category that the scale lacks is an observation: it
contradicts no figure.

**Example (invented).** Printed: 4 indicators reached their target; the table of achievements holds 3 indicators, none of which
did.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    let mut categories: Vec<usize> = Vec::new();
    for i in 0..b.k.semua.len() {
        let Bagian::Tabel { kolom, .. } = b.p(i).bagian else { continue };
        match kolom.ukuran.as_str() {
            "jumlah_indikator" => jumlah(b, hasil, i),
            "jumlah_tercapai" => tercapai(b, hasil, i),
            "kategori" => categories.push(i),
            _ => {}
        }
    }
    kategori(b, hasil, &categories);
}

/// Whether a record holds only some of the indicators of its report.
fn sebagian(b: &Bahan<'_, '_>, tahun: Option<i32>) -> bool {
    tahun.and_then(|tahun| b.rekaman(tahun)).is_some_and(|r| r.sebagian)
}

/// Indicators with the pairs of realisasi and target that stand in one row.
type Pasangan<'x> = BTreeMap<&'x str, Vec<(usize, usize)>>;

/// The indicators whose target and realisasi stand in one row of the record, with those pairs.
fn terukur<'x>(b: &Bahan<'x, '_>, tahun: Option<i32>) -> Pasangan<'x> {
    let mut out: Pasangan<'x> = BTreeMap::new();
    for i in b.semua(U::Realisasi) {
        let p = b.p(i);
        if b.anggaran(i) || p.rekaman != tahun || Some(p.tahun) != tahun || !b.setahun(i) {
            continue;
        }
        let Some(x) = b.indikator(i).filter(|_| matches!(p.bagian, Bagian::Kinerja { .. })) else { continue };
        let targets = b.pilih(b.sebaris(i), U::Target).filter(|j| b.p(*j).masa == p.masa && b.sesatuan(*j, i));
        out.entry(x.kode.as_str()).or_default().extend(targets.map(|j| (i, j)));
    }
    out.retain(|_, pairs| !pairs.is_empty());
    out
}

/// What a claim may be about: all indicators of the record, first; those of one table, one level, one sasaran, the main ones.
fn lingkup<'x>(b: &Bahan<'x, '_>, all: &Pasangan<'x>) -> Vec<Pasangan<'x>> {
    let mut out = vec![all.clone()];
    let mut parts: BTreeMap<String, Pasangan<'x>> = BTreeMap::new();
    for (kode, pairs) in all {
        let Some(x) = b.opd.opd.indikator.get(*kode) else { continue };
        let mut keys = vec![format!("tingkat {:?}", x.tingkat)];
        keys.extend(x.induk.as_ref().map(|induk| format!("induk {induk}")));
        keys.extend(x.iku.then(|| "iku".to_string()));
        for key in keys {
            parts.entry(key).or_default().insert(kode, pairs.clone());
        }
        for (r, t) in pairs {
            let key = format!("tabel {:?}", b.tempat_cetak(*r));
            parts.entry(key).or_default().entry(kode).or_default().push((*r, *t));
        }
    }
    out.extend(parts.into_values());
    out
}

/// How many indicators the row of a claim counts.
fn disebut(b: &Bahan<'_, '_>, i: usize) -> Option<Decimal> {
    let own = |j: &usize| matches!(b.p(*j).bagian, Bagian::Tabel { kolom, .. } if kolom.ukuran == "jumlah_indikator");
    b.sebaris(i).iter().copied().find(own).and_then(|j| b.bukti(j))
}

/// The indicators of the agreement of a year.
fn diperjanjikan<'x>(b: &Bahan<'x, '_>, tahun: Option<i32>) -> BTreeSet<&'x str> {
    let set = |j: usize| b.kolom(j).and_then(|k| k.himpunan);
    b.semua(U::Target)
        .into_iter()
        .filter(|j| Some(b.p(*j).tahun) == tahun && b.setahun(*j) && !b.anggaran(*j))
        .filter(|j| set(*j).is_some_and(measures::disepakati))
        .filter_map(|j| Some(b.indikator(j)?.kode.as_str()))
        .collect()
}

fn jumlah(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize) {
    let Some(written) = b.bukti(i) else { return };
    let tahun = b.p(i).rekaman;
    if sebagian(b, tahun) {
        return;
    }
    let rows = terukur(b, tahun);
    let agreed = diperjanjikan(b, tahun);
    let counts: Vec<usize> = [rows.len(), agreed.len()].into_iter().filter(|n| *n > 0).collect();
    let scopes = lingkup(b, &rows);
    let mut known = counts.iter().copied().chain(scopes.iter().map(BTreeMap::len));
    if counts.is_empty() || known.any(|n| Decimal::from(n as u64) == written) {
        return;
    }
    let (text, letak) = (kata::nilai(b, i), kata::letak(b, i));
    let (n, pk) = (rows.len(), agreed.len());
    let pesan = pesan!(
        "Tertulis {text} indikator ({letak}); target dan realisasinya tercetak untuk {n} indikator, yang diperjanjikan {pk}.",
        "Printed {text} indicators ({letak}); target and actual are printed for {n} indicators, {pk} are in the agreement.",
        text
    );
    let more = rows.values().flatten().map(|(r, _)| *r);
    let isi = Isi::tentang(i, pesan).bersama(more);
    // More than all there are: the table that is counted may not stand in the record.
    let beyond = counts.iter().all(|n| Decimal::from(*n as u64) < written);
    hasil.temuan.push(b.temuan(&ATURAN, if beyond { isi.berbobot(Bobot::Rendah).pengamatan() } else { isi }));
}

/// The least and the most indicators that reach their target, as far as the printed figures tell.
fn batas(b: &Bahan<'_, '_>, rows: &Pasangan<'_>, tahun: i32) -> (u64, u64) {
    let (mut least, mut most) = (0u64, 0u64);
    for (kode, pairs) in rows {
        let Some(x) = b.opd.opd.indikator.get(*kode) else { continue };
        let reached = |r: usize, t: usize| match (b.bukti(r), b.bukti(t)) {
            (Some(v), Some(w)) => b.sesatuan(r, t) && !lebih_mudah(x.arah, v, w),
            _ => false,
        };
        let all = pairs.iter().all(|(r, t)| reached(*r, *t));
        // Another printed realisasi of the same year may reach it.
        let other = b.di(&format!("{tahun}/indikator/{kode}/realisasi"));
        let any = pairs.iter().any(|(r, t)| reached(*r, *t) || other.iter().any(|o| reached(*o, *t)));
        least +=
            u64::from(all && other.iter().all(|o| pairs.iter().all(|(_, t)| b.bukti(*o).is_none() || reached(*o, *t))));
        most += u64::from(any);
    }
    (least, most)
}

fn tercapai(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize) {
    let Some(written) = b.bukti(i) else { return };
    let rows = terukur(b, b.p(i).rekaman);
    if rows.is_empty() || sebagian(b, b.p(i).rekaman) {
        return;
    }
    let Some(tahun) = b.p(i).rekaman else { return };
    let scopes = lingkup(b, &rows);
    let counted = disebut(b, i);
    let sized = |rows: &&Pasangan<'_>| counted.is_none_or(|n| Decimal::from(rows.len() as u64) == n);
    let fitting: Vec<&Pasangan<'_>> = scopes.iter().filter(sized).collect();
    // A claim about more indicators than the record knows speaks of a table that may not stand in it.
    let known = scopes[0].len().max(diperjanjikan(b, Some(tahun)).len());
    if fitting.is_empty() && counted.is_some_and(|n| n > Decimal::from(known as u64)) {
        return;
    }
    let rows = fitting.first().copied().unwrap_or(&scopes[0]);
    let (_, most) = batas(b, rows, tahun);
    let within = |rows: &Pasangan<'_>| {
        let (least, most) = batas(b, rows, tahun);
        written >= Decimal::from(least) && written <= Decimal::from(most)
    };
    if within(rows) || fitting.into_iter().any(within) {
        return;
    }
    let own = rows.values().filter(|pairs| {
        pairs.iter().all(|(r, t)| {
            let arah = b.indikator(*r).map(|x| x.arah);
            matches!((arah, b.bukti(*r), b.bukti(*t)), (Some(a), Some(r), Some(t)) if !lebih_mudah(a, r, t))
        })
    });
    let (n, of) = (own.count(), rows.len());
    // Another printed realisasi of the same year may reach the target: then no single count is the right one.
    let n = match most > n as u64 {
        true => pesan!("paling banyak {most} dari {of}", "at most {most} of {of}"),
        false => pesan!("{n} dari {of}", "{n} of {of}"),
    };
    let (text, letak) = (kata::nilai(b, i), kata::letak(b, i));
    let place = kata::daftar_letak(b, rows.values().flatten().map(|p| p.0));
    let pesan = pesan!(
        "Tertulis {text} indikator mencapai target ({letak}); menurut target dan realisasi yang tercetak ({place}): {n}.",
        "Printed {text} indicators reach their target ({letak}); by the printed targets and actual figures ({place}): {n}.",
        text,
        n
    );
    let more = rows.values().flatten().flat_map(|(r, t)| [*r, *t]);
    let isi = Isi::tentang(i, pesan).bersama(more);
    let over = written > Decimal::from(most);
    hasil.temuan.push(b.temuan(&ATURAN, if over { isi.berbobot(Bobot::Tinggi) } else { isi }));
}

/// A class that the scale does not have contradicts no figure: it is noted, once for every place that names it.
fn kategori(b: &Bahan<'_, '_>, hasil: &mut Hasil, cells: &[usize]) {
    let skala = |tahun: Option<i32>| b.skala.get(b.rekaman(tahun?)?.skala.as_ref()?);
    let mut told: BTreeMap<(Option<i32>, String), Vec<usize>> = BTreeMap::new();
    for i in cells.iter().copied() {
        let Nilai::Teks(word) = &b.p(i).sel.nilai else { continue };
        let Some(skala) = skala(b.p(i).rekaman) else { continue };
        let word = word.trim().to_lowercase();
        if skala.kelas.iter().all(|k| k.nama.to_lowercase() != word) {
            told.entry((b.p(i).rekaman, word)).or_default().push(i);
        }
    }
    for ((tahun, _), list) in told {
        let (Some((i, rest)), Some(skala)) = (list.split_first(), skala(tahun)) else { continue };
        let classes = skala.kelas.iter().map(|k| k.nama.as_str()).collect::<Vec<_>>().join(", ");
        let (word, places, nama) = (&b.p(*i).sel.tercetak, kata::daftar_letak(b, list.iter().copied()), &skala.nama);
        let pesan = pesan!(
            "Tertulis kategori {word} ({places}); {nama} tidak mempunyai kelas itu (kelasnya: {classes}).",
            "Printed category “{word}” ({places}); {nama} has no such class (its classes: {classes})."
        );
        let isi = Isi::tentang(*i, pesan).bersama(rest.iter().copied()).di([b.rujukan_skala(*i, skala)]);
        hasil.temuan.push(b.temuan(&ATURAN, isi.pengamatan()));
    }
}
