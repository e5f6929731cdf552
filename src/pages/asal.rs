//! Dari mana angka ini: every figure of an OPD with its statements, its formula filled in, and its address.

use super::angka::{Angka, nol, tempat, url};
use super::data::{DataOpd, Opd};
use super::kalimat::kata;
use crate::findings::Pemeriksaan;
use crate::measures::tulis;
use crate::records::{Bagian, Pernyataan, Subjek};
use crate::teks;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One page of figures: one part of one year.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Address below `angka/`: `2024/anggaran-penunjang`.
    pub kode: String,
    /// Heading.
    pub judul: String,
    /// Name of the OPD with its daerah.
    pub nama: String,
    /// CSV that holds the rows, from the root.
    pub csv: String,
    /// Figures by anchor.
    pub angka: Vec<Asal>,
    /// All pages of the OPD, for the list at the end: address from the root and heading.
    pub semua: Vec<(String, String)>,
}

/// One figure that accounts for itself.
#[derive(Debug, Clone, Serialize)]
pub struct Asal {
    /// Anchor on the page.
    pub jangkar: String,
    /// What it is, in words.
    pub nama: String,
    /// Year of the fact.
    pub tahun: String,
    /// Full address: the key of its row in the data.
    pub alamat: String,
    /// The value shown first.
    pub nilai: String,
    /// Whether it is derived.
    pub terhitung: bool,
    /// The formula in words.
    pub rumus: Option<String>,
    /// The formula with numbers.
    pub isi: Option<String>,
    /// Inputs: label, text, address page, source.
    pub masukan: Vec<Masukan>,
    /// Statements: printed text, source, mark.
    pub pernyataan: Vec<Tercetak>,
    /// Recomputations of what is printed: formula, result, verdict.
    pub pemeriksaan: Vec<Periksa>,
    /// Findings about it.
    pub temuan: Vec<super::temuan::Baris>,
}

/// One recomputation of a printed figure.
#[derive(Debug, Clone, Serialize)]
pub struct Periksa {
    /// The formula in words.
    pub rumus: String,
    /// With its numbers.
    pub isian: String,
    /// Whether it holds two statements of one fact against each other.
    pub sama: bool,
    /// Its result at the printed precision and beyond.
    pub terhitung: String,
    /// Table and document of the statement it checks.
    pub asal: String,
    /// `cocok`, `terpotong`, `basis-lain`, `beda`.
    pub hasil: &'static str,
    /// The same in words.
    pub hasil_kata: &'static str,
}

/// An input of a formula.
#[derive(Debug, Clone, Serialize)]
pub struct Masukan {
    /// Label.
    pub label: String,
    /// Text.
    pub teks: String,
    /// Page and anchor from the root.
    pub url: String,
    /// Table and document.
    pub asal: Option<String>,
}

/// A statement.
#[derive(Debug, Clone, Serialize)]
pub struct Tercetak {
    /// As printed.
    pub tercetak: String,
    /// As read.
    pub dibaca: String,
    /// Table and document.
    pub asal: String,
    /// Year of the record file that holds it.
    pub rekaman: Option<i32>,
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
    let mut pages: BTreeMap<String, Vec<Asal>> = BTreeMap::new();
    let mut checks: BTreeMap<&str, Vec<&Pemeriksaan>> = BTreeMap::new();
    for check in &d.hasil.pemeriksaan {
        checks.entry(check.alamat.as_str()).or_default().push(check);
    }
    for (alamat, statements) in d.kumpulan.per_alamat() {
        let (page, anchor) = tempat(alamat);
        let first = Angka::tertulis(d, statements[0]);
        pages.entry(page).or_default().push(Asal {
            jangkar: anchor,
            nama: nama(d, statements[0]),
            tahun: statements[0].tahun.to_string(),
            alamat: format!("{}{alamat}", d.alamat()),
            nilai: first.teks,
            terhitung: false,
            rumus: None,
            isi: None,
            masukan: Vec::new(),
            pernyataan: statements.iter().map(|p| tercetak(d, p)).collect(),
            pemeriksaan: checks.get(alamat).map_or_else(Vec::new, |list| list.iter().map(|c| periksa(d, c)).collect()),
            temuan: d.temuan(alamat).map(|t| super::temuan::baris(d, t)).collect(),
        });
    }
    for (alamat, t) in &d.turunan {
        let (page, anchor) = tempat(alamat);
        pages.entry(page).or_default().push(Asal {
            jangkar: anchor,
            nama: nama_turunan(d, alamat),
            tahun: t.tahun.to_string(),
            alamat: format!("{}{alamat}", d.alamat()),
            nilai: t.nilai.map_or_else(|| format!("— ({})", nol(d.lang)), |v| tulis(d.lang, v, t.jenis)),
            terhitung: true,
            rumus: Some(t.rumus.in_lang(d.lang).to_string()),
            isi: Some(t.isi.in_lang(d.lang).to_string()),
            masukan: t
                .masukan
                .iter()
                .map(|m| Masukan {
                    label: m.label.in_lang(d.lang).to_string(),
                    teks: m.teks.in_lang(d.lang).to_string(),
                    url: url(d, &m.alamat),
                    asal: m.letak.as_ref().map(|(letak, dok)| d.sumber_teks(letak, dok)),
                })
                .collect(),
            pernyataan: Vec::new(),
            pemeriksaan: Vec::new(),
            temuan: Vec::new(),
        });
    }
    let list: Vec<(String, String)> =
        pages.keys().map(|kode| (format!("{}angka/{kode}/", d.alamat()), judul(d, kode))).collect();
    pages
        .into_iter()
        .map(|(kode, angka)| Halaman {
            judul: judul(d, &kode),
            nama: d.nama(),
            csv: format!("data/{}-{}.csv", d.daerah.kode, d.sumber.opd.kode),
            angka,
            semua: list.clone(),
            kode,
        })
        .collect()
}

fn periksa(d: &DataOpd<'_>, c: &Pemeriksaan) -> Periksa {
    let p = &d.kumpulan.semua[c.pernyataan];
    let value = crate::number::round(c.terhitung, c.desimal.max(2)).normalize();
    // One fact against another statement of it is no formula: it says where the other stands.
    let same = c.masukan.len() == 1 && c.masukan[0].alamat == c.alamat;
    let (rumus, isian) = match c.masukan.first().filter(|_| same) {
        Some(m) => (
            teks!(d.lang, "sama dengan yang tertulis di", "equal to what is printed in"),
            d.sumber_teks(&m.letak, &m.sumber),
        ),
        None => (c.rumus.in_lang(d.lang).to_string(), c.isian.in_lang(d.lang).to_string()),
    };
    Periksa {
        rumus,
        isian,
        sama: same,
        terhitung: match p.jenis() {
            crate::records::Jenis::Uang => d.lang.rupiah(value),
            _ => d.lang.grouped(value),
        },
        asal: d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen),
        hasil: c.hasil.kata(),
        hasil_kata: kata::hasil(d.lang, &c.hasil),
    }
}

/// `Anggaran 2024: Program Rehabilitasi Sosial`
fn judul(d: &DataOpd<'_>, kode: &str) -> String {
    if let Some(indikator) = kode.strip_prefix("indikator-") {
        let name = d.sumber.opd.indikator.get(indikator).map(|i| i.nama.clone());
        return name.unwrap_or_else(|| subjek(d, &indikator.replacen("sasaran-", "sasaran:", 1), 0));
    }
    let (year, part) = kode.split_once('/').unwrap_or((kode, ""));
    if let Some(program) = part.strip_prefix("anggaran-") {
        let name = d
            .sumber
            .rekaman
            .iter()
            .rev()
            .find_map(|r| r.anggaran.simpul(program))
            .map_or(d.lang.pilih("seluruh program", "all programs"), |n| n.nama.as_str());
        return teks!(d.lang, "Anggaran {year}: {name}", "Budget {year}: {name}");
    }
    if let Some(table) = part.strip_prefix("tabel-") {
        let all = d.sumber.opd.tabel.iter().chain(d.sumber.rekaman.iter().flat_map(|r| &r.tabel));
        let mut found = all.filter(|t| t.kode == table);
        return format!("{year}: {}", found.next().map_or(table, |t| t.judul.as_str()));
    }
    match part {
        "pihak-lain" => teks!(d.lang, "Angka daerah lain {year}", "Figures of other regions {year}"),
        other => format!("{other} {year}"),
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
            format!("{}: {}", subjek(d, &kode, p.tahun), measure(kolom))
        }
        Bagian::Tabel { baris, kolom, .. } => format!("{}: {}", baris.nama, kolom.nama),
        Bagian::PihakLain { pihak, kolom } => format!("{}: {}", pihak.nama, measure(kolom)),
    }
}

fn nama_turunan(d: &DataOpd<'_>, alamat: &str) -> String {
    let parts: Vec<&str> = alamat.splitn(4, '/').collect();
    let [tahun, _, kode, what] = parts.as_slice() else { return alamat.to_string() };
    format!("{}: {}", subjek(d, kode, tahun.parse().unwrap_or_default()), kata::turunan(d.lang, what))
}

fn tercetak(d: &DataOpd<'_>, p: &Pernyataan<'_>) -> Tercetak {
    let shown = Angka::tertulis(d, p);
    let mark = match (p.sel.ragu, p.sel.dibaca) {
        (true, _) => Some(d.lang.pilih(
            "diragukan karena pemindaian; tidak dipakai sebagai bukti",
            "doubtful because of the scan; not used as evidence",
        )),
        (false, true) => Some(d.lang.pilih("bacaan dipilih penyalin", "reading chosen by the transcriber")),
        _ => None,
    };
    let reason = [mark.map(str::to_string), p.sel.alasan.clone()].into_iter().flatten().collect::<Vec<_>>().join(": ");
    Tercetak {
        tercetak: if p.sel.tercetak.is_empty() {
            d.lang.pilih("(kosong)", "(empty)").into()
        } else {
            p.sel.tercetak.clone()
        },
        dibaca: match shown.kelas {
            "kosong" => shown.catatan.clone().unwrap_or_default(),
            _ => shown.teks,
        },
        asal: d.sumber_teks(&p.sumber.letak, &p.sumber.dokumen),
        rekaman: p.rekaman,
        catatan: (!reason.is_empty()).then_some(reason),
    }
}
