//! Dari mana angka ini: every figure of an OPD with its statements, its formula filled in, and its address.

use super::angka::{Angka, nol, tempat};
use super::asal_periksa::{Periksa, periksa, ringkas, sekali_saja, tanpa_asal_sendiri};
use super::data::DataOpd;
use super::kalimat::{alasan, kata};
use crate::findings::Golongan;
use crate::findings::Pemeriksaan;
use crate::measures;
use crate::opd::Opd;
use crate::records::{Bagian, Nilai, Pernyataan, Subjek};
use crate::teks;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One page of figures: those of one year, or those of all indicators.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Address below `angka/`: `2024`, `indikator`.
    pub kode: String,
    /// What it is about.
    pub judul: String,
    /// Name of the OPD with its daerah.
    pub nama: String,
    /// CSV that holds the rows, from the root.
    pub csv: String,
    /// Its figures: programs, tables, indicators.
    pub kelompok: Vec<Kelompok>,
    /// All pages of the OPD: address below `angka/` and name.
    pub semua: Vec<(String, String)>,
}

/// Figures that are read together: a program, a table, an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Kelompok {
    /// Anchor.
    pub kode: String,
    /// Heading.
    pub judul: String,
    /// How many figures it holds.
    pub banyak: usize,
    /// Its subjects.
    pub subjek: Vec<SubjekAsal>,
}

/// Figures about one subject: a sub kegiatan, a row, an indicator in one year.
#[derive(Debug, Clone, Serialize)]
pub struct SubjekAsal {
    /// What they are about, in words.
    pub nama: String,
    /// What the full addresses of its figures begin with.
    pub alamat: String,
    /// The figures.
    pub angka: Vec<Asal>,
}

/// One figure that accounts for itself.
#[derive(Debug, Clone, Serialize)]
pub struct Asal {
    /// Anchor on the page.
    pub jangkar: String,
    /// What is measured, in words.
    pub nama: String,
    /// The end of its address.
    pub ukuran: String,
    /// Whether the name says that end already: `pagu perubahan` of `pagu.perubahan`.
    pub terbaca: bool,
    /// The value shown first.
    pub nilai: String,
    /// The formula in words.
    pub rumus: Option<String>,
    /// The formula with numbers.
    pub isi: Option<String>,
    /// Inputs: label and address; their values stand in the formula.
    pub masukan: Vec<Masukan>,
    /// Statements: printed text, source, mark.
    pub pernyataan: Vec<Tercetak>,
    /// Recomputations of what is printed: formula, result, verdict.
    pub pemeriksaan: Vec<Periksa>,
    /// Findings about it.
    pub temuan: Vec<super::temuan::Baris>,
    /// Whether one of them is a contradiction.
    pub bertentangan: bool,
    /// Corrections of it.
    pub ralat: Vec<super::ralat::Baris>,
    /// The disputed figure a derived one rests on: what it is, and its address.
    pub sengketa: Option<(String, String)>,
}

/// An input of a formula.
#[derive(Debug, Clone, Serialize)]
pub struct Masukan {
    /// Label.
    pub label: String,
    /// From the page.
    pub url: String,
}

/// A statement.
#[derive(Debug, Clone, Serialize)]
pub struct Tercetak {
    /// As printed, where the value shown is written otherwise.
    pub tercetak: Option<String>,
    /// Whether the cell was printed without anything in it.
    pub sel_kosong: bool,
    /// As read, where that is not the value shown.
    pub dibaca: Option<String>,
    /// Table and document.
    pub asal: String,
    /// Where the document can be opened.
    pub tautan: Option<String>,
    /// Doubted, reading chosen, reason.
    pub catatan: Option<String>,
}

/// How many pages of figures one OPD has.
pub fn banyak(d: &Opd<'_>) -> usize {
    let stated = d.kumpulan.per_alamat().map(|(alamat, _)| tempat(alamat).0);
    let pages: BTreeSet<String> = stated.chain(d.turunan.keys().map(|alamat| tempat(alamat).0)).collect();
    pages.len()
}

/// All pages of figures of one OPD.
pub fn semua(d: &DataOpd<'_>) -> Vec<Halaman> {
    let mut pages: BTreeMap<String, Isi> = BTreeMap::new();
    let mut checks: BTreeMap<&str, Vec<&Pemeriksaan>> = BTreeMap::new();
    for check in &d.hasil.pemeriksaan {
        checks.entry(check.alamat.as_str()).or_default().push(check);
    }
    let mut put = |alamat: &str, subjek: String, asal: Asal| {
        let page = pages.entry(tempat(alamat).0).or_default();
        let (prefix, _) = alamat.rsplit_once('/').unwrap_or((alamat, ""));
        let (_, subjects) = page.entry(kelompok(d, alamat)).or_insert_with(|| (judul(d, alamat), BTreeMap::new()));
        subjects.entry(prefix.to_string()).or_insert_with(|| (subjek, Vec::new())).1.push(asal);
    };
    for (alamat, statements) in d.kumpulan.per_alamat() {
        let utama = utama(d, alamat).unwrap_or(statements[0]);
        let first = Angka::tertulis(d, utama);
        let (subjek, nama) = dua_nama(d, statements[0]);
        let own = checks.get(alamat).into_iter().flatten().map(|c| periksa(d, c));
        // Two places that print the same stand side by side already.
        let own = own.filter(|c| !(c.sama && c.hasil == "cocok"));
        let pernyataan: Vec<Tercetak> = statements.iter().map(|p| tercetak(d, p, &first.teks, utama)).collect();
        let asal = Asal {
            jangkar: tempat(alamat).1,
            terbaca: terbaca(&nama, alamat),
            nama,
            ukuran: ukuran(alamat),
            rumus: None,
            isi: None,
            masukan: Vec::new(),
            pemeriksaan: tanpa_asal_sendiri(ringkas(own), &pernyataan),
            pernyataan,
            bertentangan: d.temuan(alamat).any(|t| t.golongan == Golongan::Pertentangan),
            temuan: d.temuan(alamat).map(|t| super::temuan::baris(d, t)).collect(),
            ralat: super::ralat::tentang(d, alamat),
            sengketa: None,
            nilai: first.teks,
        };
        put(alamat, subjek, asal);
    }
    for (alamat, t) in &d.turunan {
        let own = tempat(alamat).0;
        let link = |alamat: &str| match tempat(alamat) {
            (page, anchor) if page == own => format!("#{anchor}"),
            (page, anchor) => format!("../{page}/index.html#{anchor}"),
        };
        let (subjek, nama) = nama_turunan(d, alamat);
        let asal = Asal {
            jangkar: tempat(alamat).1,
            terbaca: terbaca(&nama, alamat),
            nama,
            ukuran: ukuran(alamat),
            nilai: t.tulis(d.lang).unwrap_or_else(|| format!("— ({})", nol(d.lang))),
            rumus: Some(t.rumus.in_lang(d.lang).to_string()),
            isi: Some(t.isi.in_lang(d.lang).to_string()),
            masukan: t
                .masukan
                .iter()
                .map(|m| Masukan { label: m.label.in_lang(d.lang).to_string(), url: link(&m.alamat) })
                .collect(),
            pernyataan: Vec::new(),
            pemeriksaan: Vec::new(),
            temuan: Vec::new(),
            bertentangan: false,
            ralat: super::ralat::tentang(d, alamat),
            sengketa: d.dipersoalkan(alamat).map(|t| (t.perihal.in_lang(d.lang).to_string(), link(&t.alamat))),
        };
        put(alamat, subjek, asal);
    }
    let name = |kode: &str| match kode {
        "indikator" => d.lang.pilih("Indikator", "Indicators").to_string(),
        year => year.to_string(),
    };
    let list: Vec<(String, String)> = pages.keys().map(|kode| (kode.clone(), name(kode))).collect();
    let jadi = |(kode, isi): (String, Isi)| {
        let groups = isi.into_iter().map(|(kode, (judul, subjects))| susun(d, kode, judul, subjects));
        let mut kelompok: Vec<Kelompok> = groups.collect();
        sekali_saja(&mut kelompok);
        Halaman { judul: name(&kode), nama: d.nama(), csv: d.csv(), kelompok, semua: list.clone(), kode }
    };
    pages.into_iter().map(jadi).collect()
}

/// The statement that pages show first of a fact.
fn utama<'k, 'a>(d: &'k DataOpd<'a>, alamat: &str) -> Option<&'k Pernyataan<'a>> {
    let of = |tahun: i32, kode: &str| measures::realisasi_indikator(&d.kumpulan, tahun, kode);
    let found = match alamat.split('/').collect::<Vec<_>>()[..] {
        [tahun, "indikator", kode, "realisasi"] => tahun.parse().ok().and_then(|tahun| of(tahun, kode)),
        _ => measures::pilih(d.kumpulan.di(alamat)),
    };
    found.map(|p| p.utama)
}

/// Subjects by the beginning of their addresses: what they are called, and their figures.
type Subjek2 = BTreeMap<String, (String, Vec<Asal>)>;
/// A page while it is collected: groups by anchor, with their headings.
type Isi = BTreeMap<String, (String, Subjek2)>;

fn susun(d: &DataOpd<'_>, kode: String, judul: String, subjects: Subjek2) -> Kelompok {
    let of = |(alamat, (nama, angka)): (String, (String, Vec<Asal>))| SubjekAsal {
        nama,
        alamat: format!("{}{alamat}/", d.alamat()),
        angka,
    };
    let subjek: Vec<SubjekAsal> = subjects.into_iter().map(of).collect();
    Kelompok { kode, judul, banyak: subjek.iter().map(|s| s.angka.len()).sum(), subjek }
}

/// The end of an address.
fn ukuran(alamat: &str) -> String {
    alamat.rsplit('/').next().unwrap_or_default().to_string()
}

/// Whether a name is the end of an address, but for the marks between its words.
fn terbaca(nama: &str, alamat: &str) -> bool {
    let end = ukuran(alamat);
    end.split(['.', '_']).eq(nama.split(' '))
}

/// The anchor of the group a figure belongs to: `anggaran-penunjang`, `tabel-spm`, `indikator-ppks-tertangani`.
fn kelompok(d: &DataOpd<'_>, alamat: &str) -> String {
    let mut parts = alamat.splitn(4, '/');
    let tahun = parts.next().and_then(|t| t.parse().ok()).unwrap_or_default();
    let (kind, subject) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match kind {
        // A program with all that is below it; sasaran stand beside the whole.
        "anggaran" if subject.starts_with("sasaran:") => "anggaran-total".to_string(),
        "anggaran" => format!("anggaran-{}", program(d, subject, tahun)),
        "tabel" | "indikator" => format!("{kind}-{}", subject.replace(':', "-")),
        other => other.to_string(),
    }
}

/// The program a row of the budget belongs to: `1.02.01` of `1.02.01.2.01`, `penunjang` of `penunjang.k1`.
fn program<'s>(d: &DataOpd<'_>, subject: &'s str, tahun: i32) -> &'s str {
    let own = d.sumber.rekaman.iter().filter(|r| r.tahun == tahun);
    let roots = own.flat_map(|r| &r.anggaran.pohon).map(|n| n.kode.as_str());
    let holds = |root: &&str| subject.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let found = roots.filter(holds).map(str::len).max();
    found.and_then(|n| subject.get(..n)).unwrap_or_else(|| subject.split('.').next().unwrap_or_default())
}

/// What a group is called: `Program Rehabilitasi Sosial`.
fn judul(d: &DataOpd<'_>, alamat: &str) -> String {
    let mut parts = alamat.splitn(4, '/');
    let tahun = parts.next().and_then(|t| t.parse().ok()).unwrap_or_default();
    let (kind, subject) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match kind {
        "anggaran" if subject == "total" || subject.starts_with("sasaran:") => {
            d.lang.pilih("Anggaran seluruh program", "Budget of all programs").to_string()
        }
        "anggaran" => subjek(d, program(d, subject, tahun), tahun),
        "indikator" => subjek(d, subject, tahun),
        "tabel" => {
            let all = d.sumber.opd.tabel.iter().chain(d.sumber.rekaman.iter().flat_map(|r| &r.tabel));
            let mut found = all.filter(|t| t.kode == subject);
            found.next().map_or(subject, |t| t.judul.as_str()).to_string()
        }
        _ => d.lang.pilih("Angka daerah lain", "Figures of other regions").to_string(),
    }
}

/// Name of the subject of a budget or indicator row.
fn subjek(d: &DataOpd<'_>, kode: &str, tahun: i32) -> String {
    if kode == "total" {
        return d.lang.pilih("Seluruh program", "All programs").to_string();
    }
    if let Some(s) = kode.strip_prefix("sasaran:") {
        return d.sumber.opd.sasaran(s).map_or_else(
            || kode.to_string(),
            |s| {
                let nama = &s.nama;
                teks!(d.lang, "Sasaran {nama}", "Objective {nama}")
            },
        );
    }
    if let Some(i) = d.sumber.opd.indikator.get(kode) {
        return i.nama.clone();
    }
    let own = d.sumber.rekaman.iter().find(|r| r.tahun == tahun).and_then(|r| r.anggaran.simpul(kode));
    let any = || d.sumber.rekaman.iter().rev().find_map(|r| r.anggaran.simpul(kode));
    own.or_else(any).map_or_else(|| kode.to_string(), |n| n.nama.clone())
}

/// What a statement is about, in words.
pub fn nama(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> String {
    let (subjek, ukuran) = dua_nama(d, p);
    format!("{subjek}: {ukuran}")
}

/// The subject of a statement and what is measured, in words.
pub fn dua_nama(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> (String, String) {
    let measure = |k: &crate::records::Kolom| {
        let period = if k.masa == crate::records::Masa::Tahun(p.tahun) {
            String::new()
        } else {
            format!(" ({})", kata::masa(d.lang, &k.masa))
        };
        format!("{}{period}", kata::kolom(d.lang, k))
    };
    match p.bagian {
        Bagian::Anggaran { subjek: s, kolom } | Bagian::Kinerja { subjek: s, kolom } => {
            let kode = match s {
                Subjek::Kode(kode) => kode.clone(),
                other => other.to_string(),
            };
            (subjek(d, &kode, p.tahun), measure(kolom))
        }
        Bagian::Tabel { baris, kolom, .. } => (baris.nama.clone(), kolom.nama.clone()),
        Bagian::PihakLain { pihak, kolom } => (pihak.nama.clone(), measure(kolom)),
    }
}

/// What a figure is, in one line: `Realisasi · Program Penunjang, 2024`.
pub fn perihal(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> String {
    let (subjek, nama) = dua_nama(d, p);
    format!("{nama} · {subjek}, {}", p.tahun)
}

/// The same of a derived figure, by its address.
pub fn nama_turunan(d: &DataOpd<'_>, alamat: &str) -> (String, String) {
    let parts: Vec<&str> = alamat.splitn(4, '/').collect();
    let [tahun, _, kode, what] = parts.as_slice() else { return (alamat.to_string(), String::new()) };
    (subjek(d, kode, tahun.parse().unwrap_or_default()), kata::turunan(d.lang, what).to_string())
}

fn tercetak(d: &DataOpd<'_>, p: &Pernyataan<'_>, first: &str, utama: &Pernyataan<'_>) -> Tercetak {
    let shown = Angka::tertulis(d, p);
    let mark = match (p.sel.ragu, p.sel.dibaca) {
        (true, _) => Some(d.lang.pilih(
            "diragukan karena pemindaian; tidak dipakai sebagai bukti",
            "doubtful because of the scan; not used as evidence",
        )),
        (false, true) => Some(d.lang.pilih("bacaan dipilih penyalin", "reading chosen by the transcriber")),
        _ => None,
    };
    let held = std::ptr::eq(p, utama).then(|| alasan::dukungan(d.lang, &p.dukungan)).flatten();
    let reason =
        [mark.map(str::to_string), p.sel.alasan.clone(), held].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let printed = p.sel.tercetak.as_str();
    // What is printed stands before it already.
    let read = match p.sel.nilai {
        Nilai::Kosong(alasan) => kata::kosong(d.lang, alasan, &p.sel.tercetak),
        _ => shown.teks,
    };
    Tercetak {
        tercetak: (!printed.is_empty() && (angka(printed) != angka(&read) || read != first))
            .then(|| printed.to_string()),
        sel_kosong: printed.is_empty(),
        dibaca: (read != first && read != printed).then_some(read),
        asal: d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen),
        tautan: d.tautan(&p.sumber.dokumen),
        catatan: (!reason.is_empty()).then_some(reason),
    }
}

/// A printed value without its separators and units: what makes it another number.
fn angka(text: &str) -> Vec<char> {
    let digits: Vec<char> = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | '−' | '(')).collect();
    if digits.is_empty() { text.chars().collect() } else { digits }
}
