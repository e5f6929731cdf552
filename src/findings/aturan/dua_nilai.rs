//! Rule dua-nilai: one fact with different values in two tables of one document. The grouping serves its three siblings.

use super::Aturan;
use crate::diagnostic::Pesan;
use crate::findings::bahan::Bahan;
use crate::findings::jenis::{Bobot, Hasil, HasilUji};
use crate::findings::kata;
use crate::findings::operasi::Operasi;
use crate::findings::pengganti::satu_angka;
use crate::findings::temuan::Isi;
use crate::findings::uji::{Asal, Calon};
use crate::number::round;
use crate::pesan;
use crate::records::{Jenis, Nilai, Ukuran as U};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The rule.
pub static ATURAN: Aturan = Aturan {
    kode: "dua-nilai",
    nama: "Satu fakta, dua nilai",
    nama_en: "One fact, two values",
    tingkat: Bobot::Tinggi,
    lanjutan: false,
    dasar: None,
    dasar_en: None,
    dokumentasi: r"
**Artinya.** Fakta yang sama (target, realisasi, pagu, capaian, atau cacah untuk indikator atau program dan tahun yang sama)
tercetak dengan nilai berbeda di dua tabel dokumen yang sama.

**Definisi.** Dua pernyataan beralamat sama dengan nilai berbeda. Bila salah satunya kalimat uraian, aturannya `prosa-beda`;
bila dokumennya berbeda, `antar-dokumen`; bila yang satu penyajian ulang tahun lalu, `saji-ulang`.

**Toleransi.** Angka yang tercetak dengan desimal lebih sedikit cocok bila sama dengan angka lain itu setelah dibulatkan atau
dipotong; uang hanya setelah dibulatkan.

**Batas.** Pagu dan target dari himpunan yang berbeda (murni, perubahan, Renstra, perjanjian) adalah fakta yang berbeda.
Pernyataan yang diragukan karena pemindaian tidak ikut.

**Contoh.** Realisasi 67% pada Tabel 3.2 dan 76% pada Tabel 3.3.
",
    dokumentasi_en: r"
**Meaning.** One fact is printed with different values in two tables of one document: a target, an actual figure
(realisasi), a budget ceiling (pagu), an achievement (capaian) or a count of the same indicator or program and the same
year.

**Definition.** Two statements with the same address and different values. If one of them is a sentence of running text,
the rule is `prosa-beda`; if the documents differ, `antar-dokumen`; if one restates an earlier year, `saji-ulang`.

**Tolerance.** A figure printed with fewer decimals agrees when it is equal after rounding or cutting off; an amount of
money only after rounding.

**Limits.** Budget ceilings and targets of different sets (original budget, revised budget, five-year plan (Renstra),
agreement) are different facts. Statements that are doubtful because of scanning take no part.

**Example.** Actual figure 67% in Tabel 3.2 and 76% in Tabel 3.3.
",
    periksa,
};

fn periksa(b: &Bahan<'_, '_>, hasil: &mut Hasil) {
    kelompok(b, hasil, &ATURAN, Hubungan::Tabel);
}

/// How two statements of one fact stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hubungan {
    /// Two tables of one document.
    Tabel,
    /// Running text against a table or other text of one document.
    Prosa,
    /// Two documents about the same year.
    Dokumen,
    /// A later document about an earlier year.
    SajiUlang,
}

fn hubungan(b: &Bahan<'_, '_>, i: usize, j: usize) -> Hubungan {
    let (p, q) = (b.p(i), b.p(j));
    if p.sumber.dokumen == q.sumber.dokumen {
        return if b.prosa(i) || b.prosa(j) { Hubungan::Prosa } else { Hubungan::Tabel };
    }
    let year = |s: &str| b.opd.opd.dokumen.get(s).and_then(|d| d.tahun);
    let (a, z) = (year(&p.sumber.dokumen), year(&q.sumber.dokumen));
    if a != z && [a, z].iter().flatten().any(|t| *t > p.tahun) { Hubungan::SajiUlang } else { Hubungan::Dokumen }
}

/// Whether two statements print the same value, as far as the coarser print can tell.
pub fn sama(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    match (&b.p(i).sel.nilai, &b.p(j).sel.nilai) {
        // A percentage of a budget node is no other value of its count.
        (Nilai::Angka(x), Nilai::Angka(y)) if b.anggaran(i) && x.persen != y.persen && b.jenis_tetap(i) => true,
        (Nilai::Angka(x), Nilai::Angka(y)) => {
            let low = x.desimal.min(y.desimal);
            let near = |v: Decimal| [round(v, low), crate::number::truncate(v, low)];
            let money = b.jenis(i) == Jenis::Uang;
            if money {
                round(x.nilai, low) == round(y.nilai, low)
            } else {
                near(x.nilai).iter().any(|v| near(y.nilai).contains(v))
            }
        }
        (Nilai::Komposit(x), Nilai::Komposit(y)) => {
            let sorted = |list: &[crate::number::Angka]| {
                let mut v: Vec<Decimal> = list.iter().map(|a| a.nilai).collect();
                v.sort();
                v
            };
            x.len() != y.len() || sorted(x) == sorted(y)
        }
        (Nilai::Huruf(x), Nilai::Huruf(y)) => x == y,
        // A number against a letter or a list is no contradiction: they measure in different words.
        _ => true,
    }
}

/// Whether a statement takes part: a number, a composite or a letter nobody doubts.
fn ikut(b: &Bahan<'_, '_>, i: usize) -> bool {
    let p = b.p(i);
    let text = b.kolom(i).is_some_and(|k| k.ukuran.jenis(b.anggaran(i)) == Jenis::Teks);
    !p.sel.ragu && !text && matches!(p.sel.nilai, Nilai::Angka(_) | Nilai::Komposit(_) | Nilai::Huruf(_))
}

/// Serapan and efisiensi of a sasaran are one fact, whether printed beside its budget or beside its indicators.
fn berpadan(alamat: &str) -> bool {
    (alamat.ends_with("/serapan") || alamat.ends_with("/efisiensi")) && alamat.contains("/sasaran:")
}

/// The address under which a fact is grouped.
fn fakta(alamat: &str) -> Cow<'_, str> {
    if berpadan(alamat) { Cow::Owned(alamat.replace("/indikator/", "/anggaran/")) } else { Cow::Borrowed(alamat) }
}

/// Compares all statements of every fact with the one shown first and reports those that stand in one relation to it.
pub fn kelompok(b: &Bahan<'_, '_>, hasil: &mut Hasil, aturan: &'static Aturan, jenis: Hubungan) {
    // Most facts are printed once: only the others are grouped, and only two measures have a second address.
    let mut facts: BTreeMap<Cow<'_, str>, Vec<usize>> = BTreeMap::new();
    for (alamat, list) in b.semua_alamat().filter(|(alamat, list)| list.len() > 1 || berpadan(alamat)) {
        let own = list.iter().copied().filter(|i| ikut(b, *i));
        facts.entry(fakta(alamat)).or_default().extend(own);
    }
    let groups = facts.into_values().filter(|l| l.len() > 1);
    for list in groups {
        let main = utama(b, &list);
        let mut other: Vec<usize> = Vec::new();
        for i in list.iter().copied().filter(|i| *i != main && hubungan(b, main, *i) == jenis) {
            let same = sama(b, main, i);
            let calon = Calon { operasi: Operasi::Sama, masukan: vec![main], asal: Asal::Lain };
            if let Some(value) = b.bukti(main) {
                b.catat(hasil, aturan, i, &calon, value, if same { HasilUji::Cocok } else { HasilUji::Beda });
            }
            if !same {
                other.push(i);
            }
        }
        if !other.is_empty() {
            let found = b.temuan(aturan, isi(b, main, &other));
            hasil.temuan.push(found);
        }
    }
}

/// The statement the others are held against: the value printed most often, tables before prose, then the first.
fn utama(b: &Bahan<'_, '_>, list: &[usize]) -> usize {
    let votes = |i: usize| list.iter().filter(|j| sama(b, i, **j)).count();
    let mut best = list[0];
    for i in list.iter().copied() {
        let rank = |i: usize| (!b.prosa(i), votes(i));
        if rank(i) > rank(best) {
            best = i;
        }
    }
    best
}

fn isi(b: &Bahan<'_, '_>, main: usize, other: &[usize]) -> Isi {
    let teks = |i: usize| match &b.p(i).sel.nilai {
        Nilai::Angka(_) => kata::nilai(b, i),
        _ => Pesan::sama(&b.p(i).sel.tercetak),
    };
    let mut parts = vec![(teks(main), kata::letak(b, main).to_string())];
    for i in other {
        let (text, place) = (teks(*i), kata::tempat(b, *i, main));
        match parts.iter_mut().find(|(t, _)| *t == text) {
            Some((_, places)) => places.push_str(&format!("; {place}")),
            None => parts.push((text, place)),
        }
    }
    let parts: Vec<Pesan> = parts.iter().map(|(t, p)| pesan!("{t} ({p})", "{t} ({p})", t)).collect();
    let text = Pesan::gabung(&parts, &pesan!(", tetapi ", ", but "));
    let mut pesan = pesan!("Tertulis {text}.", "Printed {text}.", text);
    if let [one] = other
        && let (Some(a), Some(z)) = (b.bukti(main), b.bukti(*one))
        && let Some(remark) = satu_angka(a, z)
    {
        pesan.sambung(&remark);
    }
    let derived = b.kolom(main).is_some_and(|k| matches!(k.ukuran, U::Capaian | U::Serapan | U::Efisiensi | U::Bagian));
    let isi = Isi::tentang(main, pesan).bersama(other.iter().copied());
    let agreed = sepakat(b, main, other);
    if let Some((j, k)) = agreed {
        let (name, value, place) = (kata::label(b, k), kata::nilai(b, j), kata::tempat(b, k, main));
        let more =
            pesan!(" {value} sama dengan {name} ({place}).", " {value} equals the {name} ({place}).", value, name);
        let mut isi = isi.bersama([k]).berbobot(Bobot::Sedang);
        isi.pesan.sambung(&more);
        return isi;
    }
    if derived { isi.berbobot(Bobot::Sedang) } else { isi }
}

/// Of a target with two values: the one that is the target of another agreement of the same year, and where.
fn sepakat(b: &Bahan<'_, '_>, main: usize, other: &[usize]) -> Option<(usize, usize)> {
    let target = b.kolom(main).is_some_and(|k| k.ukuran == U::Target && k.himpunan == Some("perjanjian"));
    let head = b.p(main).alamat.rsplit_once('/').filter(|_| target)?.0;
    let later = ["perubahan", "perjanjian_perubahan"].iter().flat_map(|s| b.di(&format!("{head}/target.{s}")));
    let later: Vec<usize> = later.copied().filter(|k| b.bukti(*k).is_some()).collect();
    std::iter::once(main).chain(other.iter().copied()).find_map(|j| {
        let k = later.iter().copied().find(|k| b.bukti(*k) == b.bukti(j))?;
        Some((j, k))
    })
}
