//! What all daerah share: the portal itself, scales, the glossary, free pages.

use super::reader::{At, Reader};
use crate::number::{self, Lang, NumberError, Style};
use crate::pesan;
use rust_decimal::Decimal;

/// The portal as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// Title.
    pub judul: String,
    /// One sentence.
    pub keterangan: String,
    /// Base address for canonical links, feeds and cards; optional.
    pub alamat_dasar: Option<String>,
    /// Language of the site.
    pub bahasa: String,
    /// Further languages the whole site is built in, each below a folder of its own.
    pub bahasa_lain: Vec<Lang>,
    /// Theme folder.
    pub tema: Option<String>,
    /// Licence of the data.
    pub lisensi: String,
    /// Who answers questions.
    pub ppid: Option<Ppid>,
    /// How free tables are grouped and titled, in this order.
    pub kelompok_tabel: Vec<KelompokTabel>,
}

/// A group of free tables: its `tema`, its heading, whether a record's page shows it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KelompokTabel {
    /// The `tema` of its tables.
    pub tema: String,
    /// Heading.
    pub judul: String,
    /// Whether its charts stand on the page of the record.
    pub terbuka: bool,
}

/// The information officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ppid {
    /// Name of the office.
    pub nama: String,
    /// How to reach it.
    pub keterangan: Option<String>,
    /// Office mail.
    pub surel: Option<String>,
    /// Website.
    pub situs: Option<String>,
}

/// One class of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kelas {
    /// Predikat.
    pub nama: String,
    /// Letter, for scales of letters.
    pub huruf: Option<String>,
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

impl Kelas {
    /// Whether a value lies in the class as printed.
    pub fn memuat(&self, value: Decimal) -> bool {
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
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Istilah {
    /// Term.
    pub istilah: String,
    /// What it stands for.
    pub kepanjangan: Option<String>,
    /// One plain sentence.
    pub arti: String,
}

/// A free page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halaman {
    /// File name: its address.
    pub kode: String,
    /// Title: its first heading.
    pub judul: String,
    /// Markdown without the first heading.
    pub isi: String,
}

/// Reads `portal.yaml`.
pub fn read_portal(r: &mut Reader, at: &At<'_>) -> Option<Portal> {
    let mut obj = r.object(at)?;
    let judul = obj.need_string(r, "judul", "Terang Sosial");
    let keterangan = obj.need_string(r, "keterangan", "Kinerja dan anggaran dinas sosial, tahun demi tahun");
    let bahasa = obj.get("bahasa").and_then(|at| r.word(&at, &[("id", "id")])).unwrap_or("id");
    let bahasa_lain = obj.list(r, "bahasa_lain", |r, at| r.word(at, &[("en", Lang::En)]));
    let ppid = obj.get("ppid").and_then(|at| {
        let mut obj = r.object(&at)?;
        let nama = obj.need_string(r, "nama", "PPID Kabupaten ...");
        let ppid = Ppid {
            nama: String::new(),
            keterangan: obj.string(r, "keterangan"),
            surel: obj.string(r, "surel"),
            situs: obj.string(r, "situs"),
        };
        obj.finish(r);
        Some(Ppid { nama: nama?, ..ppid })
    });
    let alamat_dasar = obj.get("alamat_dasar").and_then(|at| {
        let text = r.string(&at)?;
        if !text.starts_with("https://") && !text.starts_with("http://") {
            r.galat(
                "alamat-salah",
                &at.jalur,
                pesan!("`{text}` bukan alamat situs", "`{text}` is not a site address"),
            )
            .help = Some(pesan!(
                "tulis misalnya `https://contoh.go.id/terang/`",
                "write for example `https://example.go.id/terang/`"
            ));
        }
        Some(text)
    });
    let tema = obj.get("tema").and_then(|at| r.kode(&at));
    let kelompok_tabel = obj.list(r, "kelompok_tabel", |r, at| {
        let mut obj = r.object(at)?;
        let tema = obj.need(r, "tema", ("`tema: spm`", "`tema: spm`")).and_then(|at| r.kode(&at));
        let judul = obj.need_string(r, "judul", "Standar pelayanan minimal");
        let terbuka = obj.get("terbuka").and_then(|at| r.boolean(&at)).unwrap_or(false);
        obj.finish(r);
        Some(KelompokTabel { tema: tema?, judul: judul?, terbuka })
    });
    let lisensi = obj.string(r, "lisensi").unwrap_or_else(|| "CC-BY-4.0".to_string());
    obj.finish(r);
    Some(Portal {
        judul: judul?,
        keterangan: keterangan?,
        alamat_dasar,
        bahasa: bahasa.to_string(),
        bahasa_lain,
        tema,
        lisensi,
        ppid,
        kelompok_tabel,
    })
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
    };
    obj.finish(r);
    Some(Skala { nama: nama?, ..skala })
}

fn read_kelas(r: &mut Reader, at: &At<'_>) -> Option<Kelas> {
    let mut obj = r.object(at)?;
    let nama = obj.need_string(r, "nama", "Sangat Tinggi");
    let huruf = obj.string(r, "huruf");
    let tertulis = obj.string(r, "tertulis");
    let (dari, sampai) = (obj.get("dari"), obj.get("sampai"));
    let bounded = dari.is_some() || sampai.is_some();
    let dari = dari.and_then(|at| read_bound(r, &at));
    let sampai = sampai.and_then(|at| read_bound(r, &at));
    let dari_termasuk = obj.get("dari_termasuk").and_then(|at| r.boolean(&at)).unwrap_or(true);
    let sampai_termasuk = obj.get("sampai_termasuk").and_then(|at| r.boolean(&at)).unwrap_or(true);
    obj.finish(r);
    if !bounded {
        r.galat(
            "kelas-tanpa-batas",
            &at.jalur,
            pesan!("kelas ini tidak punya `dari` maupun `sampai`", "this class has neither `dari` nor `sampai`"),
        )
        .help = Some(pesan!(
            "tulis batasnya, misalnya `dari: 76, sampai: 90`",
            "write its bounds, for example `dari: 76, sampai: 90`"
        ));
    }
    Some(Kelas { nama: nama?, huruf, tertulis, dari, sampai, dari_termasuk, sampai_termasuk })
}

/// A plain number written by the author of a scale.
fn read_bound(r: &mut Reader, at: &At<'_>) -> Option<Decimal> {
    let text = r.teks(at)?.isi.clone();
    match number::parse(&text, Style::Inggris) {
        Ok(angka) => Some(angka.nilai),
        Err(error) => {
            super::cell::report_number(
                r,
                &text,
                &at.jalur,
                &match error {
                    NumberError::Kosong => NumberError::BukanAngka,
                    other => other,
                },
            );
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
            let istilah = obj.need_string(r, "istilah", "PPKS");
            let kepanjangan = obj.string(r, "kepanjangan");
            let arti = obj.need_string(r, "arti", "satu kalimat sederhana");
            obj.finish(r);
            Some(Istilah { istilah: istilah?, kepanjangan, arti: arti? })
        })
        .collect()
}

/// Splits a Markdown page into its title and the rest.
pub fn read_halaman(kode: &str, text: &str) -> Halaman {
    let trimmed = text.trim_start();
    let (judul, isi) = match trimmed.strip_prefix("# ") {
        Some(rest) => rest.split_once('\n').unwrap_or((rest, "")),
        None => (kode, trimmed),
    };
    Halaman { kode: kode.to_string(), judul: judul.trim().to_string(), isi: isi.to_string() }
}
