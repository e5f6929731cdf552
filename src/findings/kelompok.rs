//! Kelompok: all statements of one fact held against the one shown first. Four rules tell apart where they stand.

use super::bahan::Bahan;
use super::jenis::{Aturan, Bobot, Hasil, HasilUji, Temuan};
use super::kata;
use super::kumulatif;
use super::operasi::Operasi;
use super::pengganti::satu_angka;
use super::sama::sama;
use super::sefakta;
use super::temuan::Isi;
use super::uji::{Asal, Calon};
use crate::diagnostic::Pesan;
use crate::measures;
use crate::pesan;
use crate::records::{Jenis, Kolom, Nilai, Ukuran as U};
use std::borrow::Cow;
use std::collections::BTreeMap;

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
    let mut partial: BTreeMap<Option<i32>, Vec<(usize, Vec<usize>)>> = BTreeMap::new();
    for list in groups {
        let whole: Vec<usize> = list.iter().copied().filter(|i| !bagian_pohon(b, *i)).collect();
        let main = utama(b, if whole.is_empty() { &list } else { &whole });
        let differ: Vec<usize> = list.iter().copied().filter(|i| *i != main && !sama(b, main, *i)).collect();
        let of_goals = if bagian_sasaran(b, main, &differ) { differ } else { Vec::new() };
        let mut other: Vec<usize> = Vec::new();
        for i in list.iter().copied().filter(|i| *i != main && hubungan(b, main, *i) == jenis) {
            // Of unlike units neither confirms the other.
            if b.berlainan(main, i) || sefakta::lain_dasar(b, main, i) || of_goals.contains(&i) || cacah_sebagian(b, i)
            {
                continue;
            }
            let same = sama(b, main, i);
            if !same && kumulatif::berjumlah(b, main, i) {
                continue;
            }
            let calon = Calon { operasi: Operasi::Sama, masukan: vec![main], asal: Asal::Lain };
            if let Some(value) = b.bukti(main) {
                b.catat(hasil, aturan, i, &calon, value, if same { HasilUji::Cocok } else { HasilUji::Beda });
            }
            if !same {
                other.push(i);
            }
        }
        // A total over some of the programs is another figure than that of all of them: told once, as what it is.
        let part: Vec<usize> = other.iter().copied().filter(|i| sefakta::total_sebagian(b, *i).is_some()).collect();
        if let Some(first) = part.first().copied() {
            other.retain(|i| !part.contains(i));
            partial.entry(b.p(first).rekaman).or_default().push((main, part));
        }
        if !other.is_empty() {
            // What else prints the value shown first speaks for it: four places against one.
            let equal: Vec<usize> = list.iter().copied().filter(|i| *i != main && sama(b, main, *i)).collect();
            let found = b.temuan(aturan, isi(b, main, &equal, &other));
            hasil.temuan.push(found);
        }
    }
    for list in partial.into_values() {
        hasil.temuan.extend(baris_sebagian(b, aturan, &list));
    }
}

/// A figure in a total row that holds only some of the programs.
fn bagian_pohon(b: &Bahan<'_, '_>, i: usize) -> bool {
    cacah_sebagian(b, i) || sefakta::total_sebagian(b, i).is_some()
}

/// A count of programs in the total row of some of them.
fn cacah_sebagian(b: &Bahan<'_, '_>, i: usize) -> bool {
    let count = |k: &Kolom| matches!(k.ukuran, U::JumlahProgram | U::JumlahKegiatan | U::JumlahSubKegiatan);
    b.kolom(i).is_some_and(count) && sefakta::program_tabel(b, i).is_some()
}

/// Total rows over some of the programs of a record, held against nothing: one observation.
fn baris_sebagian(b: &Bahan<'_, '_>, aturan: &'static Aturan, list: &[(usize, Vec<usize>)]) -> Option<Temuan> {
    let (main, part) = list.first()?;
    let i = *part.first()?;
    let (n, of) = sefakta::total_sebagian(b, i)?;
    let (value, whole, place) = (kata::nilai(b, i), kata::nilai(b, *main), kata::letak(b, *main));
    let (label, places) = (kata::label(b, i), kata::daftar_letak(b, list.iter().flat_map(|(_, p)| p.iter().copied())));
    let pesan = pesan!(
        "Baris jumlah {label} {value} ({places}) memuat {n} dari {of} program; jumlah seluruhnya {whole} ({place}).",
        "The total row of the {label}, {value} ({places}), holds {n} of {of} programs; the whole is {whole} ({place}).",
        label,
        value,
        whole
    );
    let rest = list.iter().flat_map(|(m, p)| p.iter().copied().chain([*m])).filter(|j| *j != i);
    Some(b.temuan(
        aturan,
        Isi::tentang(i, pesan).bersama(rest).berbobot(Bobot::Rendah).pengamatan().mempersoalkan(vec![]),
    ))
}

/// The shares of several sasaran: the amounts themselves, and the serapan of such an amount.
fn bagian_sasaran(b: &Bahan<'_, '_>, main: usize, differ: &[usize]) -> bool {
    if b.kolom(main).is_none_or(|k| k.ukuran != U::Serapan) {
        return sefakta::bagian_sasaran(b, main, differ);
    }
    let money = |i: usize| b.pilih(b.sebaris(i), U::Realisasi).next();
    let Some(spent) = money(main) else { return false };
    let address = &b.p(spent).alamat;
    let all = b.di(address).iter().copied().filter(|j| *j != spent && b.bukti(*j) != b.bukti(spent));
    let all: Vec<usize> = all.collect();
    sefakta::bagian_sasaran(b, spent, &all) && differ.iter().all(|i| money(*i).is_some_and(|m| all.contains(&m)))
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

fn isi(b: &Bahan<'_, '_>, main: usize, equal: &[usize], other: &[usize]) -> Isi {
    let teks = |i: usize| match &b.p(i).sel.nilai {
        Nilai::Angka(_) => kata::nilai(b, i),
        _ => Pesan::sama(&b.p(i).sel.tercetak),
    };
    let mut parts = vec![(teks(main), kata::letak(b, main).to_string())];
    for i in equal.iter().chain(other) {
        let (text, place) = (teks(*i), kata::tempat(b, *i, main));
        match parts.iter_mut().find(|(t, _)| *t == text) {
            Some((_, places)) if places.split("; ").any(|p| p == place) => {}
            Some((_, places)) => places.push_str(&format!("; {place}")),
            // The same figure in another form, truncated or rounded, is not told here.
            None if equal.contains(i) => {}
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
    let isi = Isi::tentang(main, pesan).bersama(other.iter().copied()).bersama(equal.iter().copied());
    let agreed = sepakat(b, main, other);
    if let Some((j, k)) = agreed {
        let (name, value, place) = (kata::label(b, k), kata::nilai(b, j), kata::tempat(b, k, main));
        let more =
            pesan!(" {value} sama dengan {name} ({place}).", " {value} equals the {name} ({place}).", value, name);
        // The later agreement explains the other value: nothing contradicts, the plan was revised.
        let mut isi = isi.bersama([k]).berbobot(Bobot::Sedang).pengamatan();
        isi.pesan.sambung(&more);
        return isi;
    }
    if let [one] = other
        && let Some((x, y)) = dua_pagu(b, main, *one)
    {
        // Two shares of two budgets, each right: neither contradicts the other.
        let (x, y) = (kata::label(b, x), kata::label(b, y));
        let mut isi = isi.berbobot(Bobot::Rendah).pengamatan();
        isi.pesan.sambung(&pesan!(
            " Masing-masing cocok dengan pagu di barisnya: {x} dan {y}.",
            " Each agrees with the budget in its own row: {x} and {y}.",
            x,
            y
        ));
        return isi;
    }
    if derived { isi.berbobot(Bobot::Sedang) } else { isi }
}

/// The pagu in the row of a serapan that agrees with it.
fn pagu_sendiri(b: &Bahan<'_, '_>, i: usize) -> Option<usize> {
    b.kolom(i).filter(|k| k.ukuran == U::Serapan)?;
    let real: Vec<usize> = b.pilih(b.sebaris(i), U::Realisasi).collect();
    let mut budgets: Vec<usize> = b.pilih(b.sebaris(i), U::Pagu).collect();
    budgets.sort_by_key(|p| b.tahap(*p));
    budgets
        .into_iter()
        .find(|p| real.iter().any(|r| b.bukti(i).is_some_and(|v| b.selaras(i, &[*r, *p], Operasi::Persen, &[(i, v)]))))
}

/// The budgets of two phases, each of which one of two serapan agrees with in its own row.
pub fn dua_pagu(b: &Bahan<'_, '_>, i: usize, j: usize) -> Option<(usize, usize)> {
    pagu_sendiri(b, i).zip(pagu_sendiri(b, j)).filter(|(x, y)| !sehimpunan(b, *x, *y))
}

/// Whether two figures are of one set: the same phase of the budget.
fn sehimpunan(b: &Bahan<'_, '_>, i: usize, j: usize) -> bool {
    let set = |i: usize| b.kolom(i).and_then(|k| k.himpunan);
    set(i) == set(j)
}

/// Of a target with two values: the one that is the target of another agreement of the same year, and where.
fn sepakat(b: &Bahan<'_, '_>, main: usize, other: &[usize]) -> Option<(usize, usize)> {
    let target = b.kolom(main).is_some_and(|k| k.ukuran == U::Target && k.himpunan == Some("perjanjian"));
    let head = b.p(main).alamat.rsplit_once('/').filter(|_| target)?.0;
    let later = measures::kesepakatan_baru().flat_map(|s| b.di(&format!("{head}/target.{s}")));
    let later: Vec<usize> = later.copied().filter(|k| b.bukti(*k).is_some()).collect();
    std::iter::once(main).chain(other.iter().copied()).find_map(|j| {
        let k = later.iter().copied().find(|k| b.bukti(*k) == b.bukti(j))?;
        Some((j, k))
    })
}
