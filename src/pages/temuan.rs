//! Temuan: every finding of the site, as lists a reader can walk without scripts, and what each rule means.

use super::angka::url;
use super::bagian::Bagian;
use super::data::DataOpd;
use super::indeks::BANYAK_DAERAH;
use super::kalimat::{cacah, kata};
use crate::findings::{ATURAN, Aturan, Bobot, Temuan};
use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{Content, Daerah};
use crate::teks;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A page of findings holds at most this many.
const PER_HALAMAN: usize = 60;

/// One finding as shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Baris {
    /// Code of the rule.
    pub aturan: Cow<'static, str>,
    /// Name of the rule.
    pub nama_aturan: Cow<'static, str>,
    /// Its weight as a code: `tinggi`, `sedang`, `rendah`.
    pub tingkat: Cow<'static, str>,
    /// Its weight in words.
    pub bobot: Cow<'static, str>,
    /// Name of the OPD with its daerah.
    pub opd: String,
    /// Code of the daerah.
    pub daerah: String,
    /// Year.
    pub tahun: i32,
    /// What it is about.
    pub perihal: String,
    /// The sentence.
    pub pesan: String,
    /// Page and anchor that account for the figure.
    pub url: String,
    /// Table and document of every place.
    pub tempat: Vec<String>,
    /// Answers: office, day, text.
    pub tanggapan: Vec<(String, String, String)>,
}

/// One finding as shown.
pub fn baris(d: &DataOpd<'_>, t: &Temuan) -> Baris {
    let mut tempat: Vec<String> = Vec::new();
    for r in &t.rujukan {
        let text = format!("{}: {}", d.sumber_teks(&r.letak, &r.sumber), r.tertulis);
        if !tempat.contains(&text) {
            tempat.push(text);
        }
    }
    tempat.truncate(6);
    Baris {
        aturan: t.aturan.kode.into(),
        nama_aturan: t.aturan.nama(d.lang).into(),
        tingkat: t.tingkat.kata().into(),
        bobot: kata::bobot(d.lang, t.tingkat).into(),
        opd: d.nama(),
        daerah: d.daerah.kode.clone(),
        tahun: t.tahun,
        perihal: t.perihal.in_lang(d.lang).to_string(),
        pesan: t.pesan.in_lang(d.lang).to_string(),
        url: tempat_penjelasan(d, &t.alamat),
        tempat,
        tanggapan: t.tanggapan.iter().map(|a| (a.oleh.clone(), d.lang.tanggal(&a.tanggal), a.teks.clone())).collect(),
    }
}

/// The page that accounts for a finding: of a figure its origin, of a definition the page of its indicator.
fn tempat_penjelasan(d: &DataOpd<'_>, alamat: &str) -> String {
    if d.kumpulan.di(alamat).next().is_some() {
        return url(d, alamat);
    }
    let parts: Vec<&str> = alamat.split('/').collect();
    match parts.as_slice() {
        [_, "indikator", kode, ..] if d.sumber.opd.indikator.contains_key(*kode) => {
            format!("{}indikator/{kode}/", d.alamat())
        }
        [tahun, ..] if d.sumber.rekaman.iter().any(|r| r.tahun.to_string() == *tahun) => {
            format!("{}{tahun}/", d.alamat())
        }
        _ => d.alamat(),
    }
}

/// How many figures of a record were checked, and the heaviest findings.
#[derive(Debug, Clone, Serialize)]
pub struct Verifikasi {
    /// Printed derived figures that were recomputed.
    pub diperiksa: usize,
    /// Those that agree.
    pub cocok: usize,
    /// Those that do not.
    pub beda: usize,
    /// Findings of the year by weight.
    pub tinggi: usize,
    /// Of middle weight.
    pub sedang: usize,
    /// Of low weight.
    pub rendah: usize,
    /// The first of the heaviest.
    pub contoh: Vec<Baris>,
    /// The page that lists them all, from the root.
    pub url: String,
}

/// Counts what was checked in the file of one year.
pub fn verifikasi(d: &DataOpd<'_>, tahun: i32) -> Verifikasi {
    let own = |i: usize| d.kumpulan.semua.get(i).is_some_and(|p| p.rekaman == Some(tahun));
    let count = d.hasil.cacah(own);
    let list: Vec<&Temuan> = d
        .hasil
        .temuan
        .iter()
        .filter(|t| t.rujukan.first().and_then(|r| r.pernyataan).map_or(t.tahun == tahun, own))
        .collect();
    let weigh = |b: Bobot| list.iter().filter(|t| t.tingkat == b).count();
    Verifikasi {
        diperiksa: count.diperiksa,
        cocok: count.cocok,
        beda: count.beda,
        tinggi: weigh(Bobot::Tinggi),
        sedang: weigh(Bobot::Sedang),
        rendah: weigh(Bobot::Rendah),
        contoh: list.iter().filter(|t| t.tingkat == Bobot::Tinggi).take(3).map(|t| baris(d, t)).collect(),
        url: format!("temuan/{}-{tahun}/", d.daerah.kode),
    }
}

/// Other lists of one kind: the kind in words, then name, address and number of each, then the code of the kind
/// (`daerah`, `tahun`, `bobot`, `aturan`).
pub type Saringan = (&'static str, Vec<(String, String, usize)>, &'static str);

/// A list of findings on its own page.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Address from the root.
    #[serde(skip)]
    pub alamat: String,
    /// Heading.
    pub judul: String,
    /// One sentence.
    pub kalimat: String,
    /// Findings of this page.
    pub baris: Vec<Baris>,
    /// How many the whole list has.
    pub jumlah: usize,
    /// Other lists.
    pub saring: Vec<Saringan>,
    /// Pages of this list: number, address, whether it is this one.
    pub lembar: Vec<(usize, String, bool)>,
    /// What the rule means, as Markdown; only on the page of a rule.
    pub markdown: Option<String>,
    /// The regulation behind the rule.
    pub dasar: Option<&'static str>,
}

/// What every list of findings says of the whole portal: known before the first of them is made.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Ikhtisar {
    /// Findings of every daerah that has an OPD: code, name, number.
    daerah: Vec<(String, String, usize)>,
    /// By rule, in the order of the table.
    aturan: Vec<usize>,
    /// By weight, in its order.
    bobot: Vec<usize>,
    /// By year.
    tahun: BTreeMap<i32, usize>,
    /// Printed figures that were recomputed.
    diperiksa: usize,
    /// All of them.
    jumlah: usize,
}

/// What the findings of one OPD add to the overview.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CacahTemuan {
    /// By the code of the rule.
    pub aturan: BTreeMap<String, usize>,
    /// By the code of the weight.
    pub bobot: BTreeMap<String, usize>,
    /// By year.
    pub tahun: BTreeMap<i32, usize>,
    /// Printed figures that were recomputed.
    pub diperiksa: usize,
    /// All of them.
    pub jumlah: usize,
}

impl CacahTemuan {
    /// Counts the findings of an OPD.
    pub fn dari(d: &Opd<'_>) -> Self {
        let mut out = Self { diperiksa: d.hasil.diperiksa(), jumlah: d.hasil.temuan.len(), ..Self::default() };
        for t in &d.hasil.temuan {
            *out.aturan.entry(t.aturan.kode.to_string()).or_default() += 1;
            *out.bobot.entry(t.tingkat.kata().to_string()).or_default() += 1;
            *out.tahun.entry(t.tahun).or_default() += 1;
        }
        out
    }
}

impl Ikhtisar {
    /// Adds up the OPD, given with the code of their daerah.
    pub fn dari<'c>(content: &Content, opd: impl Iterator<Item = (&'c str, &'c CacahTemuan)>) -> Self {
        let mut out = Self { aturan: vec![0; ATURAN.len()], bobot: vec![0; Bobot::SEMUA.len()], ..Self::default() };
        let mut daerah: BTreeMap<&str, usize> = BTreeMap::new();
        for (kode, own) in opd {
            *daerah.entry(kode).or_default() += own.jumlah;
            out.diperiksa += own.diperiksa;
            out.jumlah += own.jumlah;
            for (n, rule) in out.aturan.iter_mut().zip(ATURAN) {
                *n += own.aturan.get(rule.kode).copied().unwrap_or_default();
            }
            for (n, bobot) in out.bobot.iter_mut().zip(Bobot::SEMUA) {
                *n += own.bobot.get(bobot.kata()).copied().unwrap_or_default();
            }
            own.tahun.iter().for_each(|(tahun, n)| *out.tahun.entry(*tahun).or_default() += n);
        }
        let known = content.daerah.iter().filter_map(|d| Some((d, *daerah.get(d.kode.as_str())?)));
        out.daerah = known.map(|(d, n)| (d.kode.clone(), d.nama.clone(), n)).collect();
        out
    }

    /// The other lists a reader may turn to.
    fn saring(&self, lang: Lang) -> Vec<Saringan> {
        let daerah = self.daerah.iter().filter(|(_, _, n)| *n > 0);
        let daerah = daerah.map(|(kode, nama, n)| (nama.clone(), format!("temuan/{kode}/"), *n)).collect();
        let tahun = self.tahun.iter().rev().map(|(t, n)| (t.to_string(), format!("temuan/tahun-{t}/"), *n)).collect();
        let bobot = Bobot::SEMUA
            .iter()
            .zip(&self.bobot)
            .map(|(b, n)| (kata::bobot(lang, *b).to_string(), format!("temuan/bobot-{}/", b.kata()), *n));
        let aturan =
            // Rules that found nothing are listed on the page of methods.
            ATURAN.iter().zip(&self.aturan).filter(|(_, n)| **n > 0).map(|(a, n)| {
                (a.nama(lang).to_string(), format!("temuan/{}/", a.kode), *n)
            });
        vec![
            (lang.pilih("Daerah", "Region"), daerah, "daerah"),
            (lang.pilih("Tahun", "Year"), tahun, "tahun"),
            (lang.pilih("Bobot", "Weight"), bobot.collect(), "bobot"),
            (lang.pilih("Aturan", "Rule"), aturan.collect(), "aturan"),
        ]
    }
}

/// Findings of one list: where it stands, what it says, and how many it has, of which the rows may be the heaviest.
struct Senarai<'r> {
    kode: String,
    judul: String,
    kalimat: String,
    baris: Vec<&'r Baris>,
    jumlah: usize,
    aturan: Option<&'static Aturan>,
    saring: Vec<Saringan>,
}

impl Senarai<'_> {
    /// Its pages.
    fn halaman(self, lang: Lang) -> impl Iterator<Item = Halaman> {
        let Self { kode, judul, kalimat, baris, jumlah, aturan, saring } = self;
        let base = if kode.is_empty() { "temuan/".to_string() } else { format!("temuan/{kode}/") };
        let chunks = baris.len().div_ceil(PER_HALAMAN).max(1);
        let address = move |n: usize| if n == 0 { base.clone() } else { format!("{base}{}/", n + 1) };
        let pages: Vec<Halaman> = (0..chunks)
            .map(|n| Halaman {
                alamat: address(n),
                judul: judul.clone(),
                kalimat: kalimat.clone(),
                baris: baris.iter().skip(n * PER_HALAMAN).take(PER_HALAMAN).map(|b| (*b).clone()).collect(),
                jumlah,
                saring: saring.clone(),
                lembar: if chunks > 1 {
                    (0..chunks).map(|i| (i + 1, address(i), i == n)).collect()
                } else {
                    Vec::new()
                },
                markdown: aturan.filter(|_| n == 0).map(|a| a.dokumentasi(lang).to_string()),
                dasar: aturan.and_then(|a| a.dasar(lang)),
            })
            .collect();
        pages.into_iter()
    }
}

/// The lists of the whole portal: all, by rule, by weight, by year. `all` may hold only the heaviest of each OPD.
pub fn portal(all: &[Bagian], ikhtisar: &Ikhtisar, lang: Lang) -> Vec<Halaman> {
    let rows = urut(all);
    let saring = ikhtisar.saring(lang);
    let ringkas = tanpa_daerah(&saring);
    let temuan = |n: usize| cacah(lang, n, "temuan", "finding", "findings");
    let mut out = Vec::new();
    let mut add = |kode: String, judul: String, kalimat: String, baris: Vec<&Baris>, jumlah, aturan| {
        let saring = if kode.is_empty() { saring.clone() } else { ringkas.clone() };
        out.extend(Senarai { kode, judul, kalimat, baris, jumlah, aturan, saring }.halaman(lang));
    };
    let checked = lang.grouped(ikhtisar.diperiksa.into());
    let (total, found) = (ikhtisar.jumlah, temuan(ikhtisar.jumlah));
    let kalimat = teks!(
        lang,
        "{checked} angka turunan yang tercetak dihitung ulang; {total} temuan: angka yang tidak cocok dengan hitungannya atau dengan tabel lain.",
        "{checked} printed derived figures were recomputed; {found}: figures that do not agree with their computation or with another table."
    );
    add(String::new(), lang.pilih("Temuan", "Findings").into(), kalimat, rows.clone(), total, None);
    for (rule, jumlah) in ATURAN.iter().zip(&ikhtisar.aturan) {
        let own = rows.iter().filter(|b| b.aturan == rule.kode).copied().collect();
        let n = temuan(*jumlah);
        let kalimat = teks!(lang, "{n} menurut aturan ini.", "{n} by this rule.");
        add(rule.kode.to_string(), rule.nama(lang).to_string(), kalimat, own, *jumlah, Some(*rule));
    }
    for (bobot, jumlah) in Bobot::SEMUA.into_iter().zip(&ikhtisar.bobot) {
        let (kode, kata) = (bobot.kata(), kata::bobot(lang, bobot));
        let own = rows.iter().filter(|b| b.tingkat == kode).copied().collect();
        let n = temuan(*jumlah);
        let kalimat = teks!(lang, "{n} berbobot {kata}.", "{n} of {kata} weight.");
        let judul = teks!(lang, "Temuan berbobot {kata}", "Findings of {kata} weight");
        add(format!("bobot-{kode}"), judul, kalimat, own, *jumlah, None);
    }
    for (tahun, jumlah) in &ikhtisar.tahun {
        let own = rows.iter().filter(|b| b.tahun == *tahun).copied().collect();
        let n = temuan(*jumlah);
        let kalimat = teks!(lang, "{n} tentang angka tahun {tahun}.", "{n} about figures of {tahun}.");
        let judul = teks!(lang, "Temuan tahun {tahun}", "Findings for {tahun}");
        add(format!("tahun-{tahun}"), judul, kalimat, own, *jumlah, None);
    }
    out
}

/// The lists of one daerah: all its findings, and those about each year.
pub fn daerah(d: &Daerah, own: &[Bagian], ikhtisar: &Ikhtisar, lang: Lang) -> Vec<Halaman> {
    let (kode, nama) = (&d.kode, &d.nama);
    let rows = urut(own);
    let temuan = |n: usize| cacah(lang, n, "temuan", "finding", "findings");
    let years: BTreeSet<i32> =
        own.iter().flat_map(|b| b.tahun.iter().copied()).chain(rows.iter().map(|b| b.tahun)).collect();
    let ringkas = tanpa_daerah(&ikhtisar.saring(lang));
    let mut out = Vec::new();
    let mut per_tahun = Vec::new();
    for tahun in years.iter().rev() {
        let part: Vec<&Baris> = rows.iter().filter(|b| b.tahun == *tahun).copied().collect();
        let (jumlah, n) = (part.len(), temuan(part.len()));
        let kalimat = teks!(
            lang,
            "{n} dalam laporan {nama} tentang angka {tahun}.",
            "{n} in the reports of {nama} about figures of {tahun}."
        );
        let judul = teks!(lang, "Temuan {nama} {tahun}", "Findings: {nama} {tahun}");
        let kode = format!("{kode}-{tahun}");
        per_tahun.push((tahun.to_string(), format!("temuan/{kode}/"), jumlah));
        let saring = ringkas.clone();
        out.extend(Senarai { kode, judul, kalimat, baris: part, jumlah, aturan: None, saring }.halaman(lang));
    }
    let (jumlah, n) = (rows.len(), temuan(rows.len()));
    let kalimat = teks!(lang, "{n} dalam laporan {nama}.", "{n} in the reports of {nama}.");
    let judul = teks!(lang, "Temuan {nama}", "Findings: {nama}");
    let mut saring = ringkas;
    // The years of this daerah, not those of the whole portal.
    saring.iter_mut().filter(|(_, _, kode)| *kode == "tahun").for_each(|(_, list, _)| list.clone_from(&per_tahun));
    out.extend(Senarai { kode: kode.clone(), judul, kalimat, baris: rows, jumlah, aturan: None, saring }.halaman(lang));
    out
}

/// Every rule, whether it found something or not: name and address.
pub fn semua_aturan(lang: Lang) -> Vec<(&'static str, String)> {
    ATURAN.iter().map(|a| (a.nama(lang), format!("temuan/{}/", a.kode))).collect()
}

/// Findings by weight, then OPD, then as their record lists them.
fn urut(all: &[Bagian]) -> Vec<&Baris> {
    let mut list: Vec<(Bobot, usize, &Baris)> =
        all.iter().enumerate().flat_map(|(i, b)| b.temuan.iter().map(move |(bobot, row)| (*bobot, i, row))).collect();
    list.sort_by_key(|(bobot, opd, _)| (*bobot, *opd));
    list.into_iter().map(|(_, _, b)| b).collect()
}

/// The other lists for all pages but the first: hundreds of daerah are listed once.
fn tanpa_daerah(saring: &[Saringan]) -> Vec<Saringan> {
    let long = |(_, list, kode): &&Saringan| *kode != "daerah" || list.len() <= BANYAK_DAERAH;
    saring.iter().filter(long).cloned().collect()
}
