//! Temuan: every finding of the site, as lists a reader can walk without scripts, and what each rule means.

use super::angka::url;
use super::data::DataOpd;
use super::indeks::BANYAK_DAERAH;
use crate::findings::{ATURAN, Aturan, Bobot, Temuan};
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
    /// `tinggi`, `sedang`, `rendah`.
    pub tingkat: &'static str,
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
        nama_aturan: t.aturan.nama,
        tingkat: t.tingkat.kata(),
        opd: d.nama(),
        daerah: d.daerah.kode.clone(),
        tahun: t.tahun,
        perihal: t.perihal.clone(),
        pesan: t.pesan.id.clone(),
        url: tempat_penjelasan(d, &t.alamat),
        tempat,
        tanggapan: t
            .tanggapan
            .iter()
            .map(|a| (a.oleh.clone(), super::data::tanggal(&a.tanggal), a.teks.clone()))
            .collect(),
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

/// Other lists of one kind: the kind, then name, address and number of each.
pub type Saringan = (&'static str, Vec<(String, String, usize)>);

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
    /// Other lists: kind, entries (name, address, number).
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
pub fn halaman(all: &[DataOpd<'_>]) -> Vec<Halaman> {
    let rows: Vec<Baris> = urut(all);
    let saring = saring(&rows);
    let ringkas = tanpa_daerah(&saring);
    let mut out = Vec::new();
    let total = rows.len();
    let mut add = |kode: &str, judul: String, kalimat: String, rows: Vec<Baris>, tentang: Tentang| {
        let base = if kode.is_empty() { "temuan/".to_string() } else { format!("temuan/{kode}/") };
        let mut saring = if kode.is_empty() { saring.clone() } else { ringkas.clone() };
        let aturan = if let Tentang::Aturan(aturan) = &tentang { Some(*aturan) } else { None };
        if let Tentang::Daerah(years) = tentang {
            // The years of this daerah, not those of the whole portal.
            saring.iter_mut().filter(|(kind, _)| *kind == "Tahun").for_each(|(_, list)| list.clone_from(&years));
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
                markdown: aturan.filter(|_| n == 0).map(|a| a.dokumentasi.to_string()),
                dasar: aturan.and_then(|a| a.dasar),
            });
        }
    };
    let checked: usize = all.iter().map(|d| d.hasil.diperiksa()).sum();
    add(
        "",
        "Temuan".into(),
        format!(
            "{} angka turunan yang tercetak dihitung ulang; {total} temuan: angka yang tidak cocok dengan hitungannya atau dengan tabel lain.",
            crate::number::grouped(checked.into())
        ),
        rows.clone(),
        Tentang::Lain,
    );
    for rule in ATURAN {
        let own: Vec<Baris> = rows.iter().filter(|b| b.aturan == rule.kode).cloned().collect();
        let kalimat = format!("{} temuan menurut aturan ini.", own.len());
        add(rule.kode, rule.nama.to_string(), kalimat, own, Tentang::Aturan(rule));
    }
    for bobot in Bobot::SEMUA {
        let kata = bobot.kata();
        let own: Vec<Baris> = rows.iter().filter(|b| b.tingkat == kata).cloned().collect();
        let kalimat = format!("{} temuan berbobot {kata}.", own.len());
        add(&format!("bobot-{kata}"), format!("Temuan berbobot {kata}"), kalimat, own, Tentang::Lain);
    }
    let years: std::collections::BTreeSet<i32> = rows.iter().map(|b| b.tahun).collect();
    for tahun in years {
        let own: Vec<Baris> = rows.iter().filter(|b| b.tahun == tahun).cloned().collect();
        let kalimat = format!("{} temuan tentang angka tahun {tahun}.", own.len());
        add(&format!("tahun-{tahun}"), format!("Temuan tahun {tahun}"), kalimat, own, Tentang::Lain);
    }
    let daerah: BTreeMap<&str, &str> = all.iter().map(|d| (d.daerah.kode.as_str(), d.daerah.nama.as_str())).collect();
    for (kode, nama) in &daerah {
        let own: Vec<Baris> = rows.iter().filter(|b| b.daerah == *kode).cloned().collect();
        let years: std::collections::BTreeSet<i32> = all
            .iter()
            .filter(|d| d.daerah.kode == *kode)
            .flat_map(|d| d.sumber.rekaman.iter().map(|r| r.tahun))
            .chain(own.iter().map(|b| b.tahun))
            .collect();
        let mut per_tahun = Vec::new();
        for tahun in years.iter().rev() {
            let part: Vec<Baris> = own.iter().filter(|b| b.tahun == *tahun).cloned().collect();
            let kalimat = format!("{} temuan dalam laporan {nama} tentang angka {tahun}.", part.len());
            let code = format!("{kode}-{tahun}");
            per_tahun.push((tahun.to_string(), format!("temuan/{code}/"), part.len()));
            add(&code, format!("Temuan {nama} {tahun}"), kalimat, part, Tentang::Lain);
        }
        let kalimat = format!("{} temuan dalam laporan {nama}.", own.len());
        add(kode, format!("Temuan {nama}"), kalimat, own, Tentang::Daerah(per_tahun));
    }
    out
}

/// All findings: by weight, then daerah, then as their record lists them.
fn urut(all: &[DataOpd<'_>]) -> Vec<Baris> {
    let mut list: Vec<(Bobot, usize, Baris)> = all
        .iter()
        .enumerate()
        .flat_map(|(i, d)| d.hasil.temuan.iter().map(move |t| (t.tingkat, i, baris(d, t))))
        .collect();
    list.sort_by_key(|(bobot, opd, _)| (*bobot, *opd));
    list.into_iter().map(|(_, _, b)| b).collect()
}

/// The other lists for all pages but the first: hundreds of daerah are listed once.
fn tanpa_daerah(saring: &[Saringan]) -> Vec<Saringan> {
    let long = |(kind, list): &&Saringan| *kind != "Kabupaten" || list.len() <= BANYAK_DAERAH;
    saring.iter().filter(long).cloned().collect()
}

/// The other lists a reader may turn to.
fn saring(rows: &[Baris]) -> Vec<Saringan> {
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
        .map(|b| (b.kata().to_string(), format!("temuan/bobot-{}/", b.kata()), count(&|r| r.tingkat == b.kata())))
        .collect();
    let aturan = ATURAN
        .iter()
        .map(|a| (a.nama.to_string(), format!("temuan/{}/", a.kode), count(&|b| b.aturan == a.kode)))
        .collect();
    vec![("Kabupaten", daerah), ("Tahun", tahun), ("Bobot", bobot), ("Aturan", aturan)]
}
