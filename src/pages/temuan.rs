//! Temuan: every finding of the site, as lists a reader can walk without scripts, and what each rule means.

use super::bagian::Bagian;
use super::figure::Figure;
use super::indeks::BANYAK_DAERAH;
use super::kalimat::{cacah, kata};
use crate::findings::{ATURAN, Aturan, Bobot, Golongan};
use crate::number::Lang;
use crate::opd::Opd;
use crate::records::{Content, Daerah};
use crate::teks;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A page of findings holds at most this many.
const PER_HALAMAN: usize = 60;

pub use super::temuan_baris::{Baris, KalimatVerifikasi, Verifikasi, baris, belum, menurut_alasan, milik, verifikasi};
pub use super::temuan_kelompok::jenis;
use super::temuan_kelompok::{Kelompok, kelompok};

/// Other lists of one kind: the kind in words, then name, address and number of each, then the code of the kind
/// (`daerah`, `tahun`, `bobot`, `aturan`).
pub type Saringan = (&'static str, Vec<(String, String, usize)>, &'static str);

/// Both counts in words: `12 ketidakcocokan dan 3 pengamatan`.
pub fn dua_cacah(lang: Lang, pertentangan: usize, pengamatan: usize) -> String {
    let a = cacah(lang, pertentangan, "ketidakcocokan", "contradiction", "contradictions");
    let z = cacah(lang, pengamatan, "pengamatan", "observation", "observations");
    teks!(lang, "{a} dan {z}", "{a} and {z}")
}

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
    /// Findings of this page: contradictions first, then observations.
    pub kelompok: Vec<Kelompok>,
    /// The dumbbells of those that stand open.
    #[serde(skip)]
    pub halter: Vec<Figure>,
    /// What could not be checked: why, and the figures with their addresses; on the list of one year of one daerah.
    pub belum: Vec<(String, Vec<(String, String)>)>,
    /// Whether it is the list of one year of one daerah: printed, it is a checklist with a place for each answer.
    pub berjawab: bool,
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
    /// The rules that found nothing, on their own page: what each means.
    pub tanpa_temuan: Vec<TanpaTemuan>,
}

/// A rule that found nothing.
#[derive(Debug, Clone, Serialize)]
pub struct TanpaTemuan {
    /// Code: its anchor.
    kode: &'static str,
    /// Name.
    nama: &'static str,
    /// What it means, as Markdown.
    markdown: String,
    /// The regulation behind it.
    dasar: Option<&'static str>,
}

impl TanpaTemuan {
    fn dari(lang: Lang, rule: &'static Aturan) -> Self {
        Self {
            kode: rule.kode,
            nama: rule.nama(lang),
            markdown: rule.dokumentasi(lang).to_string(),
            dasar: rule.dasar(lang),
        }
    }
}

/// Where the rules that found nothing are explained.
const TANPA_TEMUAN: &str = "temuan/aturan/";

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
    /// Contradictions.
    pertentangan: usize,
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
    /// Contradictions.
    pub pertentangan: usize,
    /// All of them.
    pub jumlah: usize,
}

impl CacahTemuan {
    /// Counts the findings of an OPD.
    pub fn dari(d: &Opd<'_>) -> Self {
        let mut out = Self { diperiksa: d.hasil.diperiksa(), jumlah: d.hasil.temuan.len(), ..Self::default() };
        for t in &d.hasil.temuan {
            out.pertentangan += usize::from(t.golongan == Golongan::Pertentangan);
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
            out.pertentangan += own.pertentangan;
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
            .map(|n| {
                let rows = &baris[(n * PER_HALAMAN).min(baris.len())..((n + 1) * PER_HALAMAN).min(baris.len())];
                let (kelompok, halter) = kelompok(lang, rows);
                Halaman {
                    alamat: address(n),
                    judul: judul.clone(),
                    kalimat: kalimat.clone(),
                    kelompok,
                    halter,
                    belum: Vec::new(),
                    berjawab: false,
                    jumlah,
                    saring: saring.clone(),
                    lembar: if chunks > 1 {
                        (0..chunks).map(|i| (i + 1, address(i), i == n)).collect()
                    } else {
                        Vec::new()
                    },
                    markdown: aturan.filter(|_| n == 0).map(|a| a.dokumentasi(lang).to_string()),
                    dasar: aturan.and_then(|a| a.dasar(lang)),
                    tanpa_temuan: Vec::new(),
                }
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
    let dua = |baris: &[&Baris], n: usize| {
        // A list may hold only the heaviest: then only the whole number is known.
        let a = baris.iter().filter(|b| b.golongan == Golongan::Pertentangan.kata()).count();
        if baris.len() == n { dua_cacah(lang, a, n - a) } else { temuan(n) }
    };
    let mut out = Vec::new();
    let mut add = |kode: String, judul: String, kalimat: String, baris: Vec<&Baris>, jumlah, aturan| {
        let saring = if kode.is_empty() { saring.clone() } else { ringkas.clone() };
        out.extend(Senarai { kode, judul, kalimat, baris, jumlah, aturan, saring }.halaman(lang));
    };
    let checked = lang.grouped(ikhtisar.diperiksa.into());
    let total = ikhtisar.jumlah;
    let found = dua_cacah(lang, ikhtisar.pertentangan, total - ikhtisar.pertentangan);
    let kalimat = teks!(
        lang,
        "{checked} angka turunan yang tercetak dihitung ulang; {found}.",
        "{checked} printed derived figures were recomputed; {found}."
    );
    add(String::new(), lang.pilih("Temuan", "Findings").into(), kalimat, rows.clone(), total, None);
    for (rule, jumlah) in ATURAN.iter().zip(&ikhtisar.aturan).filter(|(_, jumlah)| **jumlah > 0) {
        let own = rows.iter().filter(|b| b.aturan == rule.kode).copied().collect();
        let n = temuan(*jumlah);
        let kalimat = teks!(lang, "{n} menurut aturan ini.", "{n} by this rule.");
        add(rule.kode.to_string(), rule.nama(lang).to_string(), kalimat, own, *jumlah, Some(*rule));
    }
    for (bobot, jumlah) in Bobot::SEMUA.into_iter().zip(&ikhtisar.bobot) {
        let (kode, kata) = (bobot.kata(), kata::bobot(lang, bobot));
        let own: Vec<&Baris> = rows.iter().filter(|b| b.tingkat == kode).copied().collect();
        let n = dua(&own, *jumlah);
        let kalimat = teks!(lang, "{n} berbobot {kata}.", "{n} of {kata} weight.");
        let judul = teks!(lang, "Temuan berbobot {kata}", "Findings of {kata} weight");
        add(format!("bobot-{kode}"), judul, kalimat, own, *jumlah, None);
    }
    for (tahun, jumlah) in &ikhtisar.tahun {
        let own: Vec<&Baris> = rows.iter().filter(|b| b.tahun == *tahun).copied().collect();
        let n = dua(&own, *jumlah);
        let kalimat = teks!(lang, "{n} tentang angka tahun {tahun}.", "{n} about figures of {tahun}.");
        let judul = teks!(lang, "Temuan tahun {tahun}", "Findings for {tahun}");
        add(format!("tahun-{tahun}"), judul, kalimat, own, *jumlah, None);
    }
    out.extend(tanpa_temuan(ikhtisar, lang));
    out
}

/// The one page of all rules that found nothing.
fn tanpa_temuan(ikhtisar: &Ikhtisar, lang: Lang) -> Option<Halaman> {
    let none = ATURAN.iter().zip(&ikhtisar.aturan).filter(|(_, jumlah)| **jumlah == 0);
    let tanpa_temuan: Vec<TanpaTemuan> = none.map(|(rule, _)| TanpaTemuan::dari(lang, rule)).collect();
    let n = cacah(lang, tanpa_temuan.len(), "aturan", "rule", "rules");
    (!tanpa_temuan.is_empty()).then(|| Halaman {
        alamat: TANPA_TEMUAN.to_string(),
        judul: lang.pilih("Aturan tanpa temuan", "Rules without findings").to_string(),
        kalimat: teks!(
            lang,
            "{n} dijalankan atas semua laporan di portal ini dan tidak menemukan apa-apa.",
            "{n} ran over all reports of this portal and found nothing."
        ),
        kelompok: Vec::new(),
        halter: Vec::new(),
        belum: Vec::new(),
        berjawab: false,
        jumlah: 0,
        saring: Vec::new(),
        lembar: Vec::new(),
        markdown: None,
        dasar: None,
        tanpa_temuan,
    })
}

/// The lists of one daerah: all its findings, and those about each year.
pub fn daerah(d: &Daerah, own: &[Bagian], ikhtisar: &Ikhtisar, lang: Lang) -> Vec<Halaman> {
    let (kode, nama) = (&d.kode, &d.nama);
    let rows = urut(own);
    let dua = |rows: &[&Baris]| {
        let a = rows.iter().filter(|b| b.golongan == Golongan::Pertentangan.kata()).count();
        dua_cacah(lang, a, rows.len() - a)
    };
    let years: BTreeSet<i32> =
        own.iter().flat_map(|b| b.tahun.iter().copied()).chain(rows.iter().map(|b| b.tahun)).collect();
    let ringkas = tanpa_daerah(&ikhtisar.saring(lang));
    let mut out = Vec::new();
    let mut per_tahun = Vec::new();
    for tahun in years.iter().rev() {
        let part: Vec<&Baris> = rows.iter().filter(|b| b.tahun == *tahun).copied().collect();
        let (jumlah, n) = (part.len(), dua(&part));
        let kalimat = teks!(
            lang,
            "{n} dalam laporan {nama} tentang angka {tahun}.",
            "{n} in the reports of {nama} about figures of {tahun}."
        );
        let judul = teks!(lang, "Temuan {nama} {tahun}", "Findings: {nama} {tahun}");
        let kode = format!("{kode}-{tahun}");
        per_tahun.push((tahun.to_string(), format!("temuan/{kode}/"), jumlah));
        let saring = ringkas.clone();
        let at = out.len();
        out.extend(Senarai { kode, judul, kalimat, baris: part, jumlah, aturan: None, saring }.halaman(lang));
        out.iter_mut().skip(at).for_each(|page| page.berjawab = true);
        if let Some(first) = out.get_mut(at) {
            first.belum = menurut_alasan(own.iter().flat_map(|b| &b.belum), *tahun);
        }
    }
    let (jumlah, n) = (rows.len(), dua(&rows));
    let kalimat = teks!(lang, "{n} dalam laporan {nama}.", "{n} in the reports of {nama}.");
    let judul = teks!(lang, "Temuan {nama}", "Findings: {nama}");
    let mut saring = ringkas;
    // The years of this daerah, not those of the whole portal.
    saring.iter_mut().filter(|(_, _, kode)| *kode == "tahun").for_each(|(_, list, _)| list.clone_from(&per_tahun));
    out.extend(Senarai { kode: kode.clone(), judul, kalimat, baris: rows, jumlah, aturan: None, saring }.halaman(lang));
    out
}

/// Every rule, whether it found something or not: name and address.
pub fn semua_aturan(ikhtisar: &Ikhtisar, lang: Lang) -> Vec<(&'static str, String)> {
    let each = |(rule, jumlah): (&&'static Aturan, &usize)| {
        let url = match jumlah {
            0 => format!("{TANPA_TEMUAN}#{}", rule.kode),
            _ => format!("temuan/{}/", rule.kode),
        };
        (rule.nama(lang), url)
    };
    ATURAN.iter().zip(&ikhtisar.aturan).map(each).collect()
}

/// Contradictions before observations, then by weight, then OPD, then as their record lists them.
fn urut(all: &[Bagian]) -> Vec<&Baris> {
    let mut list: Vec<(Bobot, usize, &Baris)> =
        all.iter().enumerate().flat_map(|(i, b)| b.temuan.iter().map(move |(bobot, row)| (*bobot, i, row))).collect();
    let kind = |b: &Baris| b.golongan != Golongan::Pertentangan.kata();
    list.sort_by_key(|(bobot, opd, row)| (kind(row), *bobot, *opd));
    list.into_iter().map(|(_, _, b)| b).collect()
}

/// The other lists for all pages but the first: hundreds of daerah are listed once.
fn tanpa_daerah(saring: &[Saringan]) -> Vec<Saringan> {
    let long = |(_, list, kode): &&Saringan| *kode != "daerah" || list.len() <= BANYAK_DAERAH;
    saring.iter().filter(long).cloned().collect()
}
