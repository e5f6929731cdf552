//! Indikator: what is measured, in which direction, by which formula.

use super::dwibahasa::{self, Dwibahasa};
use super::opd::Dokumen;
use super::reader::{At, Reader};
use super::tabel::check_dokumen;
use super::tanda::Alasan;
use super::tiada::{berkurung, tiada};
use crate::number::{Lang, Satuan};
use crate::pesan;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arah {
    /// Higher is better.
    Naik,
    /// Lower is better.
    Turun,
}

/// The level an indicator belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The levels are the domain's own words.
pub enum Tingkat {
    Kabupaten,
    Tujuan,
    Sasaran,
    Ikk,
    Spm,
    Program,
    Kegiatan,
    SubKegiatan,
}

impl Tingkat {
    /// Word and level.
    pub const SEMUA: [(&'static str, Tingkat); 8] = [
        ("kabupaten", Tingkat::Kabupaten),
        ("tujuan", Tingkat::Tujuan),
        ("sasaran", Tingkat::Sasaran),
        ("ikk", Tingkat::Ikk),
        ("spm", Tingkat::Spm),
        ("program", Tingkat::Program),
        ("kegiatan", Tingkat::Kegiatan),
        ("sub_kegiatan", Tingkat::SubKegiatan),
    ];

    /// The word.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, t)| *t == self).map_or("", |(w, _)| w)
    }
}

/// A named count of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hitungan {
    /// Shared code: the same code means the same count, everywhere.
    pub kode: Option<String>,
    /// As printed.
    pub nama: String,
    /// Unit.
    pub satuan: Option<String>,
}

/// The formula of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RumusIndikator {
    /// Numerator.
    pub pembilang: Option<Hitungan>,
    /// Denominator.
    pub penyebut: Option<Hitungan>,
    /// Multiplier, usually 100; none when none is printed.
    pub pengali: Option<i32>,
    /// In words, when it is no quotient.
    pub teks: Option<String>,
    /// Other printed wordings of the same formula.
    pub alias: Vec<String>,
    /// Where it is printed.
    pub letak: Option<String>,
    /// In which document.
    pub dokumen: Option<String>,
}

/// That an indicator was replaced by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penerus {
    /// Code of the successor.
    pub kode: String,
    /// From this year on.
    pub sejak: i32,
    /// Why.
    pub alasan: Option<String>,
}

/// Another name, unit or formula in an earlier year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Riwayat {
    /// In this year.
    pub tahun: i32,
    /// The name then.
    pub nama: Option<String>,
    /// The unit then.
    pub satuan: Option<String>,
    /// The formula then, in words.
    pub rumus: Option<String>,
    /// Document.
    pub dokumen: Option<String>,
    /// Place.
    pub letak: Option<String>,
}

/// One indicator of one OPD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indikator {
    /// Code: its address.
    pub kode: String,
    /// Official name.
    pub nama: String,
    /// Our English of it, beside the name on pages in English.
    pub nama_en: Option<String>,
    /// Other printed spellings.
    pub alias: Vec<String>,
    /// Level.
    pub tingkat: Tingkat,
    /// Whether it is one of the main indicators.
    pub iku: bool,
    /// Whether it opens the record's page.
    pub utama: bool,
    /// Sasaran, tujuan or budget node it belongs to.
    pub induk: Option<String>,
    /// Unit.
    pub satuan: Option<String>,
    /// Whether its cells hold several numbers in order, so that even `19, 114` is two.
    pub komposit: bool,
    /// Whether its number follows from need (disasters, found homeless), not from effort.
    pub menurut_kebutuhan: bool,
    /// Which way is better: our reading, almost never printed.
    pub arah: Arah,
    /// Why this reading.
    pub alasan_arah: Option<Dwibahasa>,
    /// Definition in our words.
    pub definisi: Option<Dwibahasa>,
    /// Why there is no definition.
    pub tiada_definisi: Option<Alasan>,
    /// Formula.
    pub rumus: Option<RumusIndikator>,
    /// Why there is no formula, where the author says so; nothing said is never read as nothing printed.
    pub tiada_rumus: Option<Alasan>,
    /// Where its data come from.
    pub sumber_data: Vec<String>,
    /// Who answers for it.
    pub penanggung_jawab: Vec<String>,
    /// Scale of its letters.
    pub skala: Option<String>,
    /// The shared indicator it follows.
    pub padanan: Option<String>,
    /// The phrase of the opening sentence.
    pub kalimat: Option<Dwibahasa>,
    /// Its successor.
    pub penerus: Option<Penerus>,
    /// What changed over the years.
    pub riwayat: Vec<Riwayat>,
    /// Document that defines it.
    pub dokumen: Option<String>,
    /// Place of the definition.
    pub letak: Option<String>,
}

impl Indikator {
    /// Our English of the name, for a page in English.
    pub fn nama_en(&self, lang: Lang) -> Option<String> {
        self.nama_en.clone().filter(|_| lang == Lang::En)
    }

    /// Whether the unit is percent.
    pub fn persen(&self) -> bool {
        matches!(self.satuan.as_deref(), Some("%" | "persen"))
    }

    /// Whether a figure of a year is hard to read without its unit: it is no percentage and no score.
    pub fn satuan_disebut(&self, tahun: i32) -> bool {
        let unit = self.satuan_pada(tahun).and_then(Satuan::baca);
        unit.is_some_and(|u| matches!(&u, Satuan::Lain(_)) && !u.nilai())
    }

    /// By what numerator ÷ denominator is multiplied: as the formula says, as a unit `per 1.000 KH` says, 100 of a
    /// percentage. Nothing where no document says it: then nothing is computed.
    pub fn pengali(&self) -> Option<i32> {
        self.rumus.as_ref().and_then(|r| r.pengali).or_else(|| match self.satuan.as_deref() {
            _ if self.persen() => Some(100),
            Some(unit) => Satuan::per(unit),
            None => None,
        })
    }

    /// The unit in a year: `riwayat` may state another one for it.
    pub fn satuan_pada(&self, tahun: i32) -> Option<&str> {
        let then = self.riwayat.iter().find(|r| r.tahun == tahun).and_then(|r| r.satuan.as_deref());
        then.or(self.satuan.as_deref())
    }

    /// The formula in words, if one is printed.
    pub fn rumus_teks(&self) -> Option<String> {
        let r = self.rumus.as_ref()?;
        match (&r.pembilang, &r.penyebut) {
            (Some(a), Some(z)) => {
                let times = r.pengali.map_or(String::new(), |n| format!(" × {n}"));
                Some(format!("{} ÷ {}{times}", a.nama, z.nama))
            }
            _ => r.teks.clone(),
        }
    }
}

/// Reads one indicator.
pub fn read(r: &mut Reader, kode: &str, at: &At<'_>, dokumen: &IndexMap<String, Dokumen>) -> Option<Indikator> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Persentase layanan yang tepat waktu");
    let tingkat = obj
        .need(r, "tingkat", ("`tingkat: sasaran`", "`tingkat: sasaran`"))
        .and_then(|at| r.word(&at, &Tingkat::SEMUA));
    let arah = obj
        .need(
            r,
            "arah",
            (
                "`arah: naik` (makin tinggi makin baik) atau `arah: turun`",
                "`arah: naik` (higher is better) or `arah: turun`",
            ),
        )
        .and_then(|at| r.word(&at, &[("naik", Arah::Naik), ("turun", Arah::Turun)]));
    let definisi = obj.need(
        r,
        "definisi",
        (
            "`definisi: ...` dengan kata sendiri, atau `definisi: \"(tidak tercetak)\"`",
            "`definisi: ...` in your own words, or `definisi: \"(tidak tercetak)\"`",
        ),
    );
    let tiada_definisi = definisi.as_ref().and_then(|at| tiada(r, at));
    let definisi = definisi.filter(|at| !berkurung(at)).and_then(|at| r.string(&at));
    let definisi_en = obj.get("definisi_en");
    if let (Some(_), Some(at)) = (tiada_definisi, &definisi_en) {
        dwibahasa::tanpa_asal(r, at, ("definisi", "definisi_en"));
    }
    let en = definisi_en.and_then(|at| r.string(&at));
    let definisi = definisi.map(|id| Dwibahasa { id, en });
    let rumus = obj.get("rumus");
    let tiada_rumus = rumus.as_ref().and_then(|at| tiada(r, at));
    let rumus = rumus.filter(|at| !berkurung(at)).and_then(|at| read_rumus(r, &at, dokumen));
    let penerus = obj.get("penerus").and_then(|at| {
        let mut obj = r.object(&at)?;
        let kode = obj.need_string(r, "kode", "layanan-tepat-waktu");
        let sejak = obj.need(r, "sejak", ("`sejak: 2025`", "`sejak: 2025`")).and_then(|at| r.tahun(&at));
        let alasan = obj.string(r, "alasan");
        obj.finish(r);
        Some(Penerus { kode: kode?, sejak: sejak?, alasan })
    });
    let riwayat = obj.list(r, "riwayat", |r, at| {
        let mut obj = r.object(at)?;
        let tahun = obj.need(r, "tahun", ("`tahun: 2023`", "`tahun: 2023`")).and_then(|at| r.tahun(&at));
        let riwayat = Riwayat {
            tahun: 0,
            nama: obj.string(r, "nama"),
            satuan: obj.string(r, "satuan"),
            rumus: obj.string(r, "rumus"),
            dokumen: read_dokumen(r, &mut obj, dokumen),
            letak: obj.string(r, "letak"),
        };
        obj.finish(r);
        Some(Riwayat { tahun: tahun?, ..riwayat })
    });
    let flag = |r: &mut Reader, at: Option<At<'_>>| at.and_then(|at| r.boolean(&at)).unwrap_or(false);
    let iku = obj.get("iku");
    let utama = obj.get("utama");
    let kebutuhan = obj.get("menurut_kebutuhan");
    let komposit = obj.get("isi").and_then(|at| r.word(&at, &[("komposit", true)])).unwrap_or(false);
    let indikator = Indikator {
        kode: kode.to_string(),
        nama: String::new(),
        nama_en: obj.string(r, "nama_en"),
        alias: obj.strings(r, "alias"),
        tingkat: Tingkat::Sasaran,
        iku: flag(r, iku),
        utama: flag(r, utama),
        induk: obj.string(r, "induk"),
        satuan: obj.string(r, "satuan"),
        komposit,
        menurut_kebutuhan: flag(r, kebutuhan),
        arah: Arah::Naik,
        alasan_arah: obj.dwibahasa(r, ("alasan_arah", "alasan_arah_en")),
        definisi,
        tiada_definisi,
        rumus,
        tiada_rumus,
        sumber_data: obj.strings(r, "sumber_data"),
        penanggung_jawab: obj.strings(r, "penanggung_jawab"),
        skala: obj.string(r, "skala"),
        padanan: obj.string(r, "padanan"),
        kalimat: obj.dwibahasa(r, ("kalimat", "kalimat_en")),
        penerus,
        riwayat,
        dokumen: read_dokumen(r, &mut obj, dokumen),
        letak: obj.string(r, "letak"),
    };
    check_kalimat(r, &indikator, &obj.jalur);
    obj.finish(r);
    // Kept in spite of what is missing (which was reported), so that its rows are not called unknown.
    Some(Indikator {
        nama: nama.unwrap_or_default(),
        tingkat: tingkat.unwrap_or(indikator.tingkat),
        arah: arah.unwrap_or(indikator.arah),
        ..indikator
    })
}

fn read_dokumen(
    r: &mut Reader,
    obj: &mut super::reader::Obj<'_>,
    dokumen: &IndexMap<String, Dokumen>,
) -> Option<String> {
    let at = obj.get("dokumen")?;
    let kode = r.string(&at)?;
    check_dokumen(r, &kode, &at.jalur, dokumen);
    Some(kode)
}

fn read_rumus(r: &mut Reader, at: &At<'_>, dokumen: &IndexMap<String, Dokumen>) -> Option<RumusIndikator> {
    let mut obj = r.object(at)?;
    let part = |r: &mut Reader, at: Option<At<'_>>| {
        let mut obj = r.object(&at?)?;
        let kode = obj.get("kode").and_then(|at| r.kode(&at));
        let nama = obj.need_string(r, "nama", "Jumlah layanan yang tepat waktu");
        let satuan = obj.string(r, "satuan");
        obj.finish(r);
        Some(Hitungan { kode, nama: nama?, satuan })
    };
    let pembilang = obj.get("pembilang");
    let penyebut = obj.get("penyebut");
    let rumus = RumusIndikator {
        pembilang: part(r, pembilang),
        penyebut: part(r, penyebut),
        pengali: obj.get("pengali").and_then(|at| r.integer(&at)),
        teks: obj.string(r, "teks"),
        alias: obj.strings(r, "alias"),
        dokumen: read_dokumen(r, &mut obj, dokumen),
        letak: obj.string(r, "letak"),
    };
    obj.finish(r);
    Some(rumus)
}

/// The phrase may use only the places the sentence can fill, and its English the same ones.
fn check_kalimat(r: &mut Reader, indikator: &Indikator, jalur: &crate::diagnostic::Jalur) {
    let Some(kalimat) = &indikator.kalimat else { return };
    let id = tempat(&kalimat.id);
    let en = kalimat.en.as_deref().map(tempat);
    for (key, places) in [("kalimat", Some(&id)), ("kalimat_en", en.as_ref())] {
        for name in places.into_iter().flatten() {
            if !matches!(*name, "pembilang" | "penyebut" | "realisasi" | "target") {
                r.galat(
                    "kalimat-salah",
                    &jalur.kunci(key),
                    pesan!("`{{{name}}}` tidak dikenal dalam kalimat", "`{{{name}}}` is not known in a sentence"),
                )
                .help = Some(pesan!(
                    "pakailah {{pembilang}}, {{penyebut}}, {{realisasi}} atau {{target}}",
                    "use {{pembilang}}, {{penyebut}}, {{realisasi}} or {{target}}"
                ));
            }
        }
    }
    if let Some(en) = en.filter(|en| *en != id) {
        let list = |all: &BTreeSet<&str>| all.iter().map(|n| format!("`{{{n}}}`")).collect::<Vec<_>>().join(", ");
        let (ada, harus) = (list(&en), list(&id));
        r.galat(
            "kalimat-salah",
            &jalur.kunci("kalimat_en"),
            pesan!(
                "`kalimat_en` tidak memakai tempat yang sama dengan `kalimat`: {ada}",
                "`kalimat_en` does not use the places of `kalimat`: {ada}"
            ),
        )
        .help = Some(pesan!("pakailah {harus}", "use {harus}"));
    }
}

/// The places in a phrase: `{pembilang}` is `pembilang`.
fn tempat(kalimat: &str) -> BTreeSet<&str> {
    kalimat.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}
