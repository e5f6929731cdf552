//! Rule klaim-beda: a conclusion of the report (how many indicators reach their target, which category) against its table.

use crate::findings::arah::lebih_mudah;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Aturan, Bobot, Golongan, Hasil, Sifat};
use crate::findings::kata;
use crate::findings::temuan::Isi;
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
diperjanjikan. Tercapai: realisasi sama dengan atau lebih baik daripada target menurut arahnya. Kategori harus kelas dari skala
rekaman.

**Toleransi.** Bila sebuah indikator mempunyai beberapa target atau realisasi, setiap banyaknya yang mungkin dianggap cocok.

**Batas.** Rekaman tanpa tabel target dan realisasi, atau tanpa skala, tidak diperiksa. Bobot tinggi bila yang disebut
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
performance agreement (perjanjian kinerja). Reached: the actual figure equals the target or is better, in the direction
of the indicator. The category must be a class of the record's scale.

**Tolerance.** If an indicator has several targets or actual figures, every number that is possible counts as agreeing.

**Limits.** Records without a table of targets and actual figures, or without a scale, are not checked. High weight if
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

/// The indicators whose target and realisasi stand in one row of the record, with those pairs.
fn terukur<'x>(b: &Bahan<'x, '_>, tahun: Option<i32>) -> BTreeMap<&'x str, Vec<(usize, usize)>> {
    let mut out: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
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

fn jumlah(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize) {
    let Some(written) = b.bukti(i) else { return };
    let tahun = b.p(i).rekaman;
    if sebagian(b, tahun) {
        return;
    }
    let rows = terukur(b, tahun);
    let agreed: BTreeSet<&str> = b
        .semua(U::Target)
        .into_iter()
        .filter(|j| Some(b.p(*j).tahun) == tahun && b.setahun(*j) && !b.anggaran(*j))
        .filter(|j| {
            b.kolom(*j).is_some_and(|k| matches!(k.himpunan, Some("perjanjian" | "perubahan" | "perjanjian_perubahan")))
        })
        .filter_map(|j| Some(b.indikator(j)?.kode.as_str()))
        .collect();
    let counts: Vec<usize> = [rows.len(), agreed.len()].into_iter().filter(|n| *n > 0).collect();
    if counts.is_empty() || counts.iter().any(|n| Decimal::from(*n as u64) == written) {
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
    hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(i, pesan).bersama(more)));
}

fn tercapai(b: &Bahan<'_, '_>, hasil: &mut Hasil, i: usize) {
    let Some(written) = b.bukti(i) else { return };
    let rows = terukur(b, b.p(i).rekaman);
    if rows.is_empty() || sebagian(b, b.p(i).rekaman) {
        return;
    }
    let Some(tahun) = b.p(i).rekaman else { return };
    let (mut least, mut most) = (0u64, 0u64);
    for (kode, pairs) in &rows {
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
    if written >= Decimal::from(least) && written <= Decimal::from(most) {
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
    let first = rows.values().flatten().next().map_or(i, |p| p.0);
    let (text, letak, place) = (kata::nilai(b, i), kata::letak(b, i), kata::tempat(b, first, i));
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
        hasil.temuan.push(b.temuan(&ATURAN, Isi::tentang(*i, pesan).bersama(rest.iter().copied()).pengamatan()));
    }
}
