//! What all daerah share: scales, the glossary, free pages.

use super::dwibahasa::Dwibahasa;
use super::galat_angka::report_number;
use super::harapan::Harapan;
use super::kata_skala::KataSkala;
use super::reader::{At, Reader};
use crate::diagnostic::{Diagnostic, Spot};
use crate::number::{self, Boleh, Style};
use crate::pesan;
use rust_decimal::Decimal;
use std::sync::Arc;

/// One class of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kelas {
    /// Predikat.
    pub nama: String,
    /// Letter, for scales of letters.
    pub huruf: Option<String>,
    /// Other words for it.
    pub alias: Vec<String>,
    /// The interval as printed.
    pub tertulis: Option<String>,
    /// Lower bound.
    pub dari: Option<Decimal>,
    /// Upper bound.
    pub sampai: Option<Decimal>,
    /// Whether the lower bound belongs to the class.
    pub dari_termasuk: bool,
    /// Whether the upper bound belongs to the class.
    pub sampai_termasuk: bool,
}

impl Skala {
    /// The place of a letter or word on the scale, 0 for the highest.
    pub fn peringkat(&self, kata: &str) -> Option<usize> {
        let same = |text: &str| text.to_lowercase() == kata.to_lowercase();
        self.kelas
            .iter()
            .position(|k| k.huruf.as_deref().is_some_and(same) || same(&k.nama) || k.alias.iter().any(|a| same(a)))
    }

    /// Whether a value lies below its lowest or above its highest class, where those have bounds: it is of another scale.
    pub fn luar(&self, value: Decimal) -> bool {
        let ends = |end: fn(&Kelas) -> Option<Decimal>| self.kelas.iter().map(end).collect::<Option<Vec<_>>>();
        let low = ends(|k| k.dari).and_then(|all| all.into_iter().min());
        let high = ends(|k| k.sampai).and_then(|all| all.into_iter().max());
        low.is_some_and(|low| value < low) || high.is_some_and(|high| value > high)
    }

    /// The bounds of its numbers, for readers of a message: `25 sampai 100`.
    pub fn ujung(&self) -> (Option<Decimal>, Option<Decimal>) {
        (self.kelas.iter().filter_map(|k| k.dari).min(), self.kelas.iter().filter_map(|k| k.sampai).max())
    }

    /// Letters and words that are values on the scale.
    pub fn kata(&self) -> Vec<KataSkala> {
        let words = |(kelas, k): (usize, &Kelas)| {
            let own = k.huruf.clone().into_iter().chain([k.nama.clone()]);
            let own = own.map(|teks| KataSkala { teks, kelas, baku: None }).collect::<Vec<_>>();
            let baku = k.huruf.clone().or_else(|| Some(k.nama.clone()));
            let alias = k.alias.iter().map(|a| KataSkala { teks: a.clone(), kelas, baku: baku.clone() });
            own.into_iter().chain(alias).collect::<Vec<_>>()
        };
        self.kelas.iter().enumerate().flat_map(words).collect()
    }
}

impl Kelas {
    /// Its letter, or its name where it has none.
    pub fn sebutan(&self) -> &str {
        self.huruf.as_deref().unwrap_or(&self.nama)
    }

    /// Whether a value lies in the class as printed; a scale may be words in order, without numbers.
    pub fn memuat(&self, value: Decimal) -> bool {
        if self.dari.is_none() && self.sampai.is_none() {
            return false;
        }
        let above = self.dari.is_none_or(|d| if self.dari_termasuk { value >= d } else { value > d });
        let below = self.sampai.is_none_or(|s| if self.sampai_termasuk { value <= s } else { value < s });
        above && below
    }
}

/// A scale of predikat, as printed, with our reading of its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skala {
    /// File name: its code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// The regulation it quotes.
    pub dasar: Option<String>,
    /// Title of the document that prints it.
    pub dokumen: Option<String>,
    /// Place.
    pub letak: Option<String>,
    /// A remark.
    pub catatan: Option<String>,
    /// Whether a value in a gap is read as the class below (true) or above.
    pub celah_ke_bawah: bool,
    /// Classes, the highest first.
    pub kelas: Vec<Kelas>,
    /// Whether it ships with the program and is no file of the portal.
    pub bawaan: bool,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Istilah {
    /// Term: an abbreviation is the same in English, a word has its English one.
    pub istilah: Dwibahasa,
    /// What it stands for.
    pub kepanjangan: Option<Dwibahasa>,
    /// One plain sentence.
    pub arti: Dwibahasa,
}

/// A free page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halaman {
    /// File name: its address.
    pub kode: String,
    /// Title: its first heading.
    pub judul: Dwibahasa,
    /// Markdown without the first heading.
    pub isi: Dwibahasa,
}

/// Reads `skala/<kode>.yaml`.
pub fn read_skala(r: &mut Reader, at: &At<'_>, kode: &str) -> Option<Skala> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Skala Nilai Peringkat Kinerja");
    let celah = obj.get("celah").and_then(|at| r.word(&at, &[("bawah", true), ("atas", false)])).unwrap_or(true);
    let kelas: Vec<Kelas> = match obj.need(
        r,
        "kelas",
        ("`kelas:` berisi `{nama, dari, sampai}`", "`kelas:` holding `{nama, dari, sampai}`"),
    ) {
        Some(at) => r.list(&at).iter().filter_map(|at| read_kelas(r, at)).collect(),
        None => Vec::new(),
    };
    let skala = Skala {
        kode: kode.to_string(),
        nama: String::new(),
        dasar: obj.string(r, "dasar"),
        dokumen: obj.string(r, "dokumen"),
        letak: obj.string(r, "letak"),
        catatan: obj.string(r, "catatan"),
        celah_ke_bawah: celah,
        kelas,
        bawaan: false,
    };
    obj.finish(r);
    // Numbers for some classes only leave the others without any value: a line was forgotten.
    let bounded = skala.kelas.iter().filter(|k| k.dari.is_some() || k.sampai.is_some()).count();
    if bounded > 0 {
        for (n, kelas) in skala.kelas.iter().enumerate().filter(|(_, k)| k.dari.is_none() && k.sampai.is_none()) {
            let nama = &kelas.nama;
            r.galat(
                "kelas-tanpa-batas",
                &at.jalur.kunci("kelas").urutan(n),
                pesan!(
                    "kelas `{nama}` tidak punya `dari` maupun `sampai`",
                    "the class `{nama}` has neither `dari` nor `sampai`"
                ),
            )
            .help = Some(pesan!(
                "tulis batasnya, misalnya `dari: 76, sampai: 90`; skala tanpa angka tidak menulis batas pada kelas mana pun",
                "write its bounds, for example `dari: 76, sampai: 90`; a scale without numbers writes them on no class"
            ));
        }
    }
    Some(Skala { nama: nama?, ..skala })
}

fn read_kelas(r: &mut Reader, at: &At<'_>) -> Option<Kelas> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Sangat Tinggi");
    let huruf = obj.string(r, "huruf");
    let alias = obj.strings(r, "alias");
    let tertulis = obj.string(r, "tertulis");
    let (dari, sampai) = (obj.get("dari"), obj.get("sampai"));
    let dari = dari.and_then(|at| read_bound(r, &at));
    let sampai = sampai.and_then(|at| read_bound(r, &at));
    let dari_termasuk = obj.get("dari_termasuk").and_then(|at| r.boolean(&at)).unwrap_or(true);
    let sampai_termasuk = obj.get("sampai_termasuk").and_then(|at| r.boolean(&at)).unwrap_or(true);
    obj.finish(r);
    Some(Kelas { nama: nama?, huruf, alias, tertulis, dari, sampai, dari_termasuk, sampai_termasuk })
}

/// A plain number written by the author of a scale.
fn read_bound(r: &mut Reader, at: &At<'_>) -> Option<Decimal> {
    let text = r.teks(at)?.isi.clone();
    let harapan = Harapan {
        teks: false,
        huruf: &[],
        style: Style::Inggris,
        boleh: Boleh::satu(),
        persen: false,
        cacah: false,
        bebas: true,
    };
    match number::parse(&text, Style::Inggris) {
        Ok(angka) => Some(angka.nilai),
        Err(error) => {
            report_number(r, &text, &at.jalur, &error, &harapan);
            None
        }
    }
}

/// Reads `glosarium.yaml`.
pub fn read_glosarium(r: &mut Reader, at: &At<'_>) -> Vec<Istilah> {
    r.list(at)
        .iter()
        .filter_map(|at| {
            let mut obj = r.object(at)?;
            let istilah = obj.need_dwibahasa(r, ("istilah", "istilah_en"), "IKU");
            let kepanjangan = obj.dwibahasa(r, ("kepanjangan", "kepanjangan_en"));
            let arti = obj.need_dwibahasa(r, ("arti", "arti_en"), "satu kalimat sederhana");
            obj.finish(r);
            Some(Istilah { istilah: istilah?, kepanjangan, arti: arti? })
        })
        .collect()
}

/// A free page from its Markdown, `<kode>.md`, and from its English, `<kode>.en.md`, where there is one.
pub fn read_halaman(kode: &str, id: &str, en: Option<&str>) -> Halaman {
    let (judul, isi) = pecah(kode, id);
    let (judul_en, isi_en) = en.map(|text| pecah(kode, text)).unzip();
    Halaman {
        kode: kode.to_string(),
        judul: Dwibahasa { id: judul, en: judul_en },
        isi: Dwibahasa { id: isi, en: isi_en },
    }
}

/// A page whose first line is no title: menus and browsers would show the name of its file.
pub fn tanpa_judul(nama: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let title = first.strip_prefix("# ").is_some_and(|t| !t.trim().is_empty());
    let line = text.lines().position(|l| !l.trim().is_empty()).map_or(1, |n| n + 1);
    (!title).then(|| {
        Diagnostic::galat(
            "judul-hilang",
            nama,
            Spot::Baris(line, 1),
            pesan!("baris pertama halaman ini bukan judulnya", "the first line of this page is not its title"),
        )
        .bantuan(pesan!("awali dengan baris `# Judul halaman`", "begin it with a line `# Title of the page`"))
    })
}

/// Splits a Markdown page into its title and the rest.
fn pecah(kode: &str, text: &str) -> (String, String) {
    let trimmed = text.trim_start();
    let (judul, isi) = match trimmed.strip_prefix("# ") {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "")),
        None => (kode, trimmed),
    };
    (judul.trim().to_string(), isi.to_string())
}
