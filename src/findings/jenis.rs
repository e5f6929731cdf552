//! What the findings layer hands on: checks (one per recomputed figure and rule) and findings (what does not agree).

use crate::diagnostic::{Diagnostic, Jalur, Lang, Pesan, Place, Spot};
use crate::records::Tanggapan;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::bahan::Bahan;
use super::kelengkapan::Kelengkapan;
use super::operasi::Operasi;

pub use super::golong::{Bobot, Golongan, Sifat};

/// One rule: what it is called, what it means, and the function that finds it.
pub struct Aturan {
    /// Code: its address in the site. It names the defect, never the cure.
    pub kode: &'static str,
    /// Name in Indonesian.
    pub nama: &'static str,
    /// Name in English.
    pub nama_en: &'static str,
    /// Weight of its findings, unless one of them says otherwise.
    pub tingkat: Bobot,
    /// What kind of defect it tells: how its findings join those of other rules.
    pub sifat: Sifat,
    /// Whether its findings are contradictions or observations.
    pub golongan: Golongan,
    /// Whether it reads the checks of the other rules, and so runs after them.
    pub lanjutan: bool,
    /// The regulation behind it, if one is.
    pub dasar: Option<&'static str>,
    /// The same in English; names of regulations stay.
    pub dasar_en: Option<&'static str>,
    /// What it means, in Markdown for laypeople: the public page.
    pub dokumentasi: &'static str,
    /// The same in English, part by part; what a document prints is quoted as printed.
    pub dokumentasi_en: &'static str,
    /// Finds.
    pub periksa: fn(&Bahan<'_, '_>, &mut Hasil),
}

impl Aturan {
    /// Its name.
    pub fn nama(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.nama,
            Lang::En => self.nama_en,
        }
    }

    /// The regulation behind it, if one is.
    pub fn dasar(&self, lang: Lang) -> Option<&'static str> {
        match lang {
            Lang::Id => self.dasar,
            Lang::En => self.dasar_en,
        }
    }

    /// What it means, in Markdown.
    pub fn dokumentasi(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.dokumentasi,
            Lang::En => self.dokumentasi_en,
        }
    }
}

impl PartialEq for Aturan {
    fn eq(&self, other: &Self) -> bool {
        self.kode == other.kode
    }
}

impl Eq for Aturan {}

impl fmt::Debug for Aturan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kode)
    }
}

/// One input of a recomputation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masukan {
    /// What it is: `realisasi`, `pagu perubahan`.
    pub label: Pesan,
    /// Its exact value.
    pub nilai: Decimal,
    /// The value as a page writes it: `Rp5.368.142.655`, `95,39%`.
    pub teks: Pesan,
    /// Index of its statement in `Kumpulan::semua`.
    pub pernyataan: usize,
    /// Address of its fact.
    pub alamat: String,
    /// Code of the document that prints it.
    pub sumber: String,
    /// Table or section.
    pub letak: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HasilUji {
    /// Equal at the printed precision, rounded half away from zero.
    Cocok,
    /// Equal only when digits are cut off instead of rounded.
    Terpotong,
    /// Equal only against another base of the same record.
    BasisLain(Basis),
    /// Not equal.
    Beda,
}

/// The base against which a figure would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Its name: `pagu murni Rp5.779.630.969 (Tabel 2.3)`.
    pub nama: Pesan,
    /// Indices of its inputs.
    pub masukan: Vec<usize>,
    /// What it gives.
    pub terhitung: Decimal,
}

impl HasilUji {
    /// Whether the printed figure stands.
    pub fn cocok(&self) -> bool {
        matches!(self, HasilUji::Cocok)
    }

    /// The word on a page.
    pub fn nama(&self, lang: Lang) -> &'static str {
        match self {
            HasilUji::Cocok => lang.pilih("cocok", "agrees"),
            HasilUji::Terpotong => lang.pilih("terpotong", "cut off"),
            HasilUji::BasisLain(_) => lang.pilih("cocok terhadap basis lain", "agrees with another base"),
            HasilUji::Beda => lang.pilih("berbeda", "differs"),
        }
    }

    /// The word in JSON.
    pub fn kata(&self) -> &'static str {
        match self {
            HasilUji::Cocok => "cocok",
            HasilUji::Terpotong => "terpotong",
            HasilUji::BasisLain(_) => "basis-lain",
            HasilUji::Beda => "beda",
        }
    }
}

/// One printed figure held against its recomputation by one rule. Agreeing ones are kept too: pages show where every
/// figure comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pemeriksaan {
    /// Address of the checked fact.
    pub alamat: String,
    /// Index of the checked statement in `Kumpulan::semua`.
    pub pernyataan: usize,
    /// Code of the rule.
    pub aturan: &'static str,
    /// The formula in words: `realisasi ÷ pagu perubahan × 100`.
    pub rumus: Pesan,
    /// The formula with its numbers: `Rp5.046.629.436,54 ÷ Rp5.368.142.655`.
    pub isian: Pesan,
    /// Its inputs, in the order of the formula.
    pub masukan: Vec<Masukan>,
    /// Whether the formula is the sum of its inputs.
    pub jumlah: bool,
    /// The printed value.
    pub tertulis: Decimal,
    /// Decimals printed.
    pub desimal: u32,
    /// The exact recomputed value.
    pub terhitung: Decimal,
    /// The formula as data.
    pub(crate) operasi: Operasi,
    /// The verdict.
    pub hasil: HasilUji,
    /// Address of the disputed figure an agreement rests on.
    pub sengketa: Option<String>,
}

impl Pemeriksaan {
    /// Whether the printed figure stands, and nothing it rests on is disputed.
    pub fn cocok(&self) -> bool {
        self.hasil.cocok() && self.sengketa.is_none()
    }
}

/// A printed derived figure that nothing could be held against, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belum {
    /// Index of its statement in `Kumpulan::semua`.
    pub pernyataan: usize,
    /// What it is about, in words.
    pub perihal: Pesan,
    /// What is missing.
    pub alasan: Pesan,
}

/// A finding that follows from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Akibat {
    /// Code of its rule.
    pub aturan: &'static str,
    /// Address of its fact.
    pub alamat: String,
    /// Its own statement.
    pub pernyataan: Option<usize>,
    /// Its message, which can be quoted alone.
    pub pesan: Pesan,
}

impl Akibat {
    /// A finding that goes under another one.
    pub(super) fn dari(t: Temuan) -> Self {
        let pernyataan = t.rujukan.first().and_then(|r| r.pernyataan);
        Self { aturan: t.aturan.kode, alamat: t.alamat, pernyataan, pesan: t.pesan }
    }
}

/// One place a finding points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rujukan {
    /// Index in `Kumpulan::semua`, when it is a statement.
    pub pernyataan: Option<usize>,
    /// YAML file, relative to `content/`.
    pub berkas: String,
    /// The way to it in that file.
    pub jalur: Jalur,
    /// Code of the document.
    pub sumber: String,
    /// Table or section.
    pub letak: String,
    /// The text as printed.
    pub tertulis: String,
}

/// Something a document prints that does not agree with what it, or another document, prints elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Temuan {
    /// The rule.
    pub aturan: &'static Aturan,
    /// Contradiction or observation: that of its rule, unless what was joined to it weighs more.
    pub golongan: Golongan,
    /// Weight.
    pub tingkat: Bobot,
    /// Why it has this weight, where the size of the difference decided it.
    pub alasan_bobot: Option<Pesan>,
    /// Code of the daerah.
    pub daerah: String,
    /// Code of the OPD.
    pub opd: String,
    /// Year of the fact.
    pub tahun: i32,
    /// What it is about, in words: `serapan · Program Rehabilitasi Sosial`.
    pub perihal: Pesan,
    /// Address of the fact, with its year.
    pub alamat: String,
    /// The places: the finding's own first.
    pub rujukan: Vec<Rujukan>,
    /// Printed values, in the order of `rujukan` where they are numbers.
    pub tertulis: Vec<Decimal>,
    /// Recomputed values; empty where nothing is computed.
    pub terhitung: Vec<Decimal>,
    /// The formula with its numbers.
    pub rumus: Pesan,
    /// The message in both languages, as it stands under its subject.
    pub pesan: Pesan,
    /// The message that can be quoted alone: with its subject where the message does not name it.
    pub utuh: Pesan,
    /// Cells that, read as printed elsewhere, make the figure agree: statement, and the one that prints the other value.
    pub pengganti: Vec<(usize, usize)>,
    /// Statements whose value it disputes: never the figures it only computes with.
    pub sengketa: Vec<usize>,
    /// What follows from it: findings that have no weight of their own.
    pub akibat: Vec<Akibat>,
    /// Answers of the OPD.
    pub tanggapan: Vec<Tanggapan>,
}

impl Temuan {
    /// Its own place.
    pub fn tempat(&self) -> Option<&Rujukan> {
        self.rujukan.first()
    }

    /// The finding as a diagnostic: a warning with all its places.
    pub fn diagnostic(&self) -> Diagnostic {
        let own = self.tempat();
        let berkas: Arc<str> = Arc::from(own.map_or("", |r| r.berkas.as_str()));
        let spot = own.map_or(Spot::Berkas, |r| Spot::Nilai(r.jalur.clone()));
        let mut d = Diagnostic::peringatan(self.aturan.kode, &berkas, spot, self.utuh.clone());
        for other in self.rujukan.iter().skip(1) {
            let text = &other.tertulis;
            let letak = &other.letak;
            let label = crate::pesan!("{letak}: {text}", "{letak}: {text}");
            d = d.terkait(&Arc::from(other.berkas.as_str()), Spot::Nilai(other.jalur.clone()), label);
        }
        for answer in &self.tanggapan {
            let (oleh, tanggal, teks) = (&answer.oleh, &answer.tanggal, &answer.teks);
            d = d.bantuan(crate::pesan!("tanggapan {oleh}, {tanggal}: {teks}", "answer of {oleh}, {tanggal}: {teks}"));
        }
        d
    }

    /// The place in a file for line and column.
    pub fn place(&self) -> Option<Place> {
        self.tempat().map(|r| Place { berkas: Arc::from(r.berkas.as_str()), spot: Spot::Nilai(r.jalur.clone()) })
    }

    /// The message in one language.
    pub fn kalimat(&self, lang: Lang) -> &str {
        self.pesan.in_lang(lang)
    }
}

/// Everything the rules say about one OPD.
#[derive(Debug, Clone, Default)]
pub struct Hasil {
    /// All checks, by address, statement and rule.
    pub pemeriksaan: Vec<Pemeriksaan>,
    /// All findings, by year, weight, address and rule.
    pub temuan: Vec<Temuan>,
    /// Derived figures that could not be checked.
    pub belum: Vec<Belum>,
    /// The completeness panel, one per record.
    pub kelengkapan: Vec<Kelengkapan>,
}

/// How many statements were checked, how many of them agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cacah {
    /// Statements with at least one check.
    pub diperiksa: usize,
    /// Those whose checks all agree.
    pub cocok: usize,
    /// Those that a contradiction disputes: the printed figure itself is the one that does not agree.
    pub beda: usize,
    /// Those that agree, but with an input that is disputed, or that agree with the other value of a disputed input.
    pub dipersoalkan: usize,
    /// Those that are only noted: they agree with another base, or differ without a contradiction.
    pub lain: usize,
}

impl Hasil {
    /// Counts the statements for which `pilih` holds (by index in `Kumpulan::semua`).
    pub fn cacah(&self, pilih: impl Fn(usize) -> bool) -> Cacah {
        // A contradiction is told of the figure it disputes; what is cut off or explained by another figure is none.
        let of = |golongan: Golongan| -> BTreeSet<usize> {
            let own = self.temuan.iter().filter(|t| t.golongan == golongan);
            own.flat_map(|t| t.sengketa.iter().copied()).collect()
        };
        let (wrong, noted) = (of(Golongan::Pertentangan), of(Golongan::Pengamatan));
        let mut seen: BTreeMap<usize, (bool, bool, bool)> = BTreeMap::new();
        for p in self.pemeriksaan.iter().filter(|p| pilih(p.pernyataan)) {
            let (broken, explained, other) = seen.entry(p.pernyataan).or_default();
            *broken |= p.hasil == HasilUji::Beda;
            *explained |= p.sengketa.is_some();
            *other |= matches!(p.hasil, HasilUji::BasisLain(_));
        }
        let mut out = Cacah { diperiksa: seen.len(), ..Cacah::default() };
        for (i, (broken, explained, other)) in seen {
            if broken && wrong.contains(&i) {
                out.beda += 1;
            } else if other || (broken && noted.contains(&i)) {
                out.lain += 1;
            } else if broken || explained {
                out.dipersoalkan += 1;
            } else {
                out.cocok += 1;
            }
        }
        out
    }

    /// How many findings are contradictions.
    pub fn pertentangan(&self) -> usize {
        self.temuan.iter().filter(|t| t.golongan == Golongan::Pertentangan).count()
    }

    /// How many statements were checked at all.
    pub fn diperiksa(&self) -> usize {
        self.cacah(|_| true).diperiksa
    }

    /// The checks of one statement.
    pub fn untuk(&self, pernyataan: usize) -> impl Iterator<Item = &Pemeriksaan> {
        self.pemeriksaan.iter().filter(move |p| p.pernyataan == pernyataan)
    }

    /// The findings that point to one statement.
    pub fn temuan_untuk(&self, pernyataan: usize) -> impl Iterator<Item = &Temuan> {
        self.temuan.iter().filter(move |t| t.rujukan.iter().any(|r| r.pernyataan == Some(pernyataan)))
    }
}
