//! Temuan: every finding of the site, as lists a reader can walk without scripts, and what each rule means.

use super::angka::url;
use super::bagian::Bagian;
use super::data::DataOpd;
use super::indeks::BANYAK_DAERAH;
use super::kalimat::{cacah, kata};
use crate::findings::{ATURAN, Aturan, Bobot, Temuan};
use crate::number::Lang;
use crate::records::Content;
use crate::teks;
use serde::Serialize;
use std::collections::BTreeMap;

/// A page of findings holds at most this many.
const PER_HALAMAN: usize = 60;

/// One finding as shown.
#[derive(Debug, Clone, Serialize)]
pub struct Baris {
    /// Code of the rule.
    pub aturan: &'static str,
    /// Name of the rule.
    pub nama_aturan: &'static str,
    /// Its weight as a code: `tinggi`, `sedang`, `rendah`.
    pub tingkat: &'static str,
    /// Its weight in words.
    pub bobot: &'static str,
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
        aturan: t.aturan.kode,
        nama_aturan: t.aturan.nama(d.lang),
        tingkat: t.tingkat.kata(),
        bobot: kata::bobot(d.lang, t.tingkat),
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

/// What a list of findings is about.
enum Tentang {
    /// A rule.
    Aturan(&'static Aturan),
    /// A daerah, with the lists of its years.
    Daerah(Vec<(String, String, usize)>),
    /// Anything else.
    Lain,
}

/// All pages of findings.
pub fn halaman(content: &Content, all: &[Bagian], lang: Lang) -> Vec<Halaman> {
    let rows: Vec<Baris> = urut(all);
    let saring = saring(lang, &rows);
    let ringkas = tanpa_daerah(&saring);
    let mut out = Vec::new();
    let total = rows.len();
    let mut add = |kode: &str, judul: String, kalimat: String, rows: Vec<Baris>, tentang: Tentang| {
        let base = if kode.is_empty() { "temuan/".to_string() } else { format!("temuan/{kode}/") };
        let mut saring = if kode.is_empty() { saring.clone() } else { ringkas.clone() };
        let aturan = if let Tentang::Aturan(aturan) = &tentang { Some(*aturan) } else { None };
        if let Tentang::Daerah(years) = tentang {
            // The years of this daerah, not those of the whole portal.
            saring.iter_mut().filter(|(_, _, kode)| *kode == "tahun").for_each(|(_, list, _)| list.clone_from(&years));
        }
        let chunks = rows.len().div_ceil(PER_HALAMAN).max(1);
        let address = |n: usize| if n == 0 { base.clone() } else { format!("{base}{}/", n + 1) };
        for n in 0..chunks {
            let part = rows.iter().skip(n * PER_HALAMAN).take(PER_HALAMAN).cloned().collect();
            out.push(Halaman {
                alamat: address(n),
                judul: judul.clone(),
                kalimat: kalimat.clone(),
                baris: part,
                jumlah: rows.len(),
                saring: saring.clone(),
                lembar: if chunks > 1 {
                    (0..chunks).map(|i| (i + 1, address(i), i == n)).collect()
                } else {
                    Vec::new()
                },
                markdown: aturan.filter(|_| n == 0).map(|a| a.dokumentasi(lang).to_string()),
                dasar: aturan.and_then(|a| a.dasar(lang)),
            });
        }
    };
    let checked: usize = all.iter().map(|b| b.jumlah.diperiksa).sum();
    let checked = lang.grouped(checked.into());
    let temuan = |n: usize| cacah(lang, n, "temuan", "finding", "findings");
    let found = temuan(total);
    add(
        "",
        lang.pilih("Temuan", "Findings").into(),
        teks!(
            lang,
            "{checked} angka turunan yang tercetak dihitung ulang; {total} temuan: angka yang tidak cocok dengan hitungannya atau dengan tabel lain.",
            "{checked} printed derived figures were recomputed; {found}: figures that do not agree with their computation or with another table."
        ),
        rows.clone(),
        Tentang::Lain,
    );
    for rule in ATURAN {
        let own: Vec<Baris> = rows.iter().filter(|b| b.aturan == rule.kode).cloned().collect();
        let n = temuan(own.len());
        let kalimat = teks!(lang, "{n} menurut aturan ini.", "{n} by this rule.");
        add(rule.kode, rule.nama(lang).to_string(), kalimat, own, Tentang::Aturan(rule));
    }
    for bobot in Bobot::SEMUA {
        let (kode, kata) = (bobot.kata(), kata::bobot(lang, bobot));
        let own: Vec<Baris> = rows.iter().filter(|b| b.tingkat == kode).cloned().collect();
        let n = temuan(own.len());
        let kalimat = teks!(lang, "{n} berbobot {kata}.", "{n} of {kata} weight.");
        let judul = teks!(lang, "Temuan berbobot {kata}", "Findings of {kata} weight");
        add(&format!("bobot-{kode}"), judul, kalimat, own, Tentang::Lain);
    }
    let years: std::collections::BTreeSet<i32> = rows.iter().map(|b| b.tahun).collect();
    for tahun in years {
        let own: Vec<Baris> = rows.iter().filter(|b| b.tahun == tahun).cloned().collect();
        let n = temuan(own.len());
        let kalimat = teks!(lang, "{n} tentang angka tahun {tahun}.", "{n} about figures of {tahun}.");
        let judul = teks!(lang, "Temuan tahun {tahun}", "Findings for {tahun}");
        add(&format!("tahun-{tahun}"), judul, kalimat, own, Tentang::Lain);
    }
    let with_opd: std::collections::BTreeSet<&str> = all.iter().map(|b| b.daerah.as_str()).collect();
    let daerah: BTreeMap<&str, &str> = content
        .daerah
        .iter()
        .filter(|d| with_opd.contains(d.kode.as_str()))
        .map(|d| (d.kode.as_str(), d.nama.as_str()))
        .collect();
    for (kode, nama) in &daerah {
        let own: Vec<Baris> = rows.iter().filter(|b| b.daerah == *kode).cloned().collect();
        let years: std::collections::BTreeSet<i32> = all
            .iter()
            .filter(|b| b.daerah == *kode)
            .flat_map(|b| b.tahun.iter().copied())
            .chain(own.iter().map(|b| b.tahun))
            .collect();
        let mut per_tahun = Vec::new();
        for tahun in years.iter().rev() {
            let part: Vec<Baris> = own.iter().filter(|b| b.tahun == *tahun).cloned().collect();
            let n = temuan(part.len());
            let kalimat = teks!(
                lang,
                "{n} dalam laporan {nama} tentang angka {tahun}.",
                "{n} in the reports of {nama} about figures of {tahun}."
            );
            let judul = teks!(lang, "Temuan {nama} {tahun}", "Findings: {nama} {tahun}");
            let code = format!("{kode}-{tahun}");
            per_tahun.push((tahun.to_string(), format!("temuan/{code}/"), part.len()));
            add(&code, judul, kalimat, part, Tentang::Lain);
        }
        let n = temuan(own.len());
        let kalimat = teks!(lang, "{n} dalam laporan {nama}.", "{n} in the reports of {nama}.");
        add(kode, teks!(lang, "Temuan {nama}", "Findings: {nama}"), kalimat, own, Tentang::Daerah(per_tahun));
    }
    out
}

/// Every rule, whether it found something or not: name and address.
pub fn semua_aturan(lang: Lang) -> Vec<(&'static str, String)> {
    ATURAN.iter().map(|a| (a.nama(lang), format!("temuan/{}/", a.kode))).collect()
}

/// All findings: by weight, then daerah, then as their record lists them.
fn urut(all: &[Bagian]) -> Vec<Baris> {
    let mut list: Vec<(Bobot, usize, &Baris)> =
        all.iter().enumerate().flat_map(|(i, b)| b.temuan.iter().map(move |(bobot, row)| (*bobot, i, row))).collect();
    list.sort_by_key(|(bobot, opd, _)| (*bobot, *opd));
    list.into_iter().map(|(_, _, b)| b.clone()).collect()
}

/// The other lists for all pages but the first: hundreds of daerah are listed once.
fn tanpa_daerah(saring: &[Saringan]) -> Vec<Saringan> {
    let long = |(_, list, kode): &&Saringan| *kode != "daerah" || list.len() <= BANYAK_DAERAH;
    saring.iter().filter(long).cloned().collect()
}

/// The other lists a reader may turn to.
fn saring(lang: Lang, rows: &[Baris]) -> Vec<Saringan> {
    let count = |fits: &dyn Fn(&Baris) -> bool| rows.iter().filter(|b| fits(b)).count();
    let names: BTreeMap<&str, &str> = rows.iter().map(|b| (b.daerah.as_str(), b.opd.as_str())).collect();
    let daerah = names
        .iter()
        .map(|(kode, nama)| ((*nama).to_string(), format!("temuan/{kode}/"), count(&|b| b.daerah == *kode)))
        .collect();
    let years: std::collections::BTreeSet<i32> = rows.iter().map(|b| b.tahun).collect();
    let tahun =
        years.iter().rev().map(|t| (t.to_string(), format!("temuan/tahun-{t}/"), count(&|b| b.tahun == *t))).collect();
    let bobot = Bobot::SEMUA
        .iter()
        .map(|b| {
            (
                kata::bobot(lang, *b).to_string(),
                format!("temuan/bobot-{}/", b.kata()),
                count(&|r| r.tingkat == b.kata()),
            )
        })
        .collect();
    // Rules that found nothing are listed on the page of methods.
    let aturan = ATURAN
        .iter()
        .map(|a| (a.nama(lang).to_string(), format!("temuan/{}/", a.kode), count(&|b| b.aturan == a.kode)))
        .filter(|(_, _, n)| *n > 0)
        .collect();
    vec![
        (lang.pilih("Kabupaten", "Regency"), daerah, "daerah"),
        (lang.pilih("Tahun", "Year"), tahun, "tahun"),
        (lang.pilih("Bobot", "Weight"), bobot, "bobot"),
        (lang.pilih("Aturan", "Rule"), aturan, "aturan"),
    ]
}
