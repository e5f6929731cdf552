//! What the search finds: one entry for each page and each part of a page that somebody may look for, in plain words.

mod markdown;
mod opd;
mod portal;

pub use opd::{dinas, indikator, laporan, tabel};
pub use portal::{bersama, istilah, portal};

use crate::measures::Uang;
use crate::number::Lang;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What kind of thing an entry leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Jenis {
    /// A kabupaten or kota.
    Daerah,
    /// An agency.
    Dinas,
    /// The record of one year.
    Laporan,
    /// An indicator.
    Indikator,
    /// A program.
    Program,
    /// A kegiatan.
    Kegiatan,
    /// A sub kegiatan, or what stands below it.
    SubKegiatan,
    /// A free table.
    Tabel,
    /// A comparison.
    Banding,
    /// A list of findings, or a rule of findings.
    Temuan,
    /// A term of the glossary.
    Istilah,
    /// Any other page.
    Halaman,
}

impl Jenis {
    /// As a reader sees it beside a result.
    pub fn kata(self, lang: Lang) -> &'static str {
        let (id, en) = match self {
            Jenis::Daerah => ("Daerah", "Region"),
            Jenis::Dinas => ("Dinas", "Agency"),
            Jenis::Laporan => ("Laporan tahunan", "Annual report"),
            Jenis::Indikator => ("Indikator", "Indicator"),
            Jenis::Program => ("Program", "Program"),
            Jenis::Kegiatan => ("Kegiatan", "Activity"),
            Jenis::SubKegiatan => ("Sub kegiatan", "Sub-activity"),
            Jenis::Tabel => ("Tabel", "Table"),
            Jenis::Banding => ("Perbandingan", "Comparison"),
            Jenis::Temuan => ("Temuan", "Findings"),
            Jenis::Istilah => ("Istilah", "Term"),
            Jenis::Halaman => ("Halaman", "Page"),
        };
        lang.pilih(id, en)
    }

    /// As a reader filters by it: the levels of the budget are one kind.
    pub fn saringan(self, lang: Lang) -> &'static str {
        match self {
            Jenis::Program | Jenis::Kegiatan | Jenis::SubKegiatan => lang.pilih("Anggaran", "Budget"),
            other => other.kata(lang),
        }
    }

    /// Whether its title is a name as documents print it: the same in every language.
    pub fn bernama(self) -> bool {
        !matches!(self, Jenis::Banding | Jenis::Temuan | Jenis::Istilah | Jenis::Halaman)
    }

    /// Words people add to what they look for when they mean this kind, beyond its name.
    fn maksud(self, lang: Lang) -> &'static str {
        match self {
            Jenis::Daerah => {
                lang.pilih("kabupaten kota provinsi", "kabupaten kota provinsi district regency city province")
            }
            Jenis::Dinas => {
                lang.pilih("OPD kantor alamat kepala telepon situs", "dinas office address head phone website")
            }
            Jenis::Laporan => lang.pilih(
                "LKjIP kinerja anggaran pagu realisasi serapan target capaian",
                "report performance budget spending actual target achievement laporan anggaran realisasi capaian",
            ),
            Jenis::Indikator => {
                lang.pilih("target realisasi capaian definisi rumus", "target actual achievement definition formula")
            }
            Jenis::Program | Jenis::Kegiatan | Jenis::SubKegiatan => {
                lang.pilih("anggaran pagu realisasi serapan", "budget spending actual anggaran")
            }
            Jenis::Tabel => lang.pilih("jumlah data", "number data"),
            Jenis::Banding => lang.pilih(
                "banding bandingkan antar daerah kabupaten kota peringkat",
                "compare comparison across regions regencies ranking perbandingan",
            ),
            Jenis::Temuan => {
                lang.pilih("tidak cocok beda salah keliru", "finding mismatch does not agree error temuan")
            }
            Jenis::Istilah => lang.pilih("arti singkatan kepanjangan", "meaning abbreviation"),
            Jenis::Halaman => "",
        }
    }
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entri {
    /// Page from the root of its language, with the anchor of its place: `blitar/dinas-sosial/2024/#rehabilitasi`.
    pub url: String,
    /// Title as shown.
    pub judul: String,
    /// Kind.
    pub jenis: Jenis,
    /// Name of its kabupaten.
    pub kabupaten: Option<String>,
    /// The years it is about, ascending.
    pub tahun: Vec<i32>,
    /// Words it is also called by, never shown.
    pub kata: Vec<String>,
    /// What it is a part of, the nearest first.
    pub bagian: Vec<String>,
    /// Its text: searched, and quoted under the title.
    pub isi: String,
}

impl Entri {
    fn baru(url: String, judul: &str, jenis: Jenis, lang: Lang) -> Self {
        Entri {
            url,
            judul: judul.to_string(),
            jenis,
            kabupaten: None,
            tahun: Vec::new(),
            kata: vec![jenis.maksud(lang).to_string()],
            bagian: Vec::new(),
            isi: String::new(),
        }
    }

    fn di(self, kabupaten: &str) -> Self {
        Entri { kabupaten: Some(kabupaten.to_string()), ..self }
    }

    fn pada(self, tahun: impl IntoIterator<Item = i32>) -> Self {
        let mut tahun: Vec<i32> = tahun.into_iter().collect();
        tahun.sort_unstable();
        tahun.dedup();
        Entri { tahun, ..self }
    }

    fn disebut<S: Into<String>>(mut self, kata: impl IntoIterator<Item = S>) -> Self {
        self.kata.extend(kata.into_iter().map(Into::into));
        self
    }

    fn bagian_dari<S: AsRef<str>>(mut self, atas: impl IntoIterator<Item = S>) -> Self {
        self.bagian.extend(atas.into_iter().map(|s| s.as_ref().to_string()));
        self
    }

    /// Sentences one after the other; what is empty is left out.
    fn berisi<S: AsRef<str>>(mut self, kalimat: impl IntoIterator<Item = S>) -> Self {
        for k in kalimat {
            let k = k.as_ref().trim();
            if k.is_empty() {
                continue;
            }
            if !self.isi.is_empty() {
                self.isi.push(' ');
            }
            self.isi.push_str(k);
            if !k.ends_with(['.', '?', '!', ':', ';']) {
                self.isi.push('.');
            }
        }
        self
    }
}

/// `Pagu Rp1,2 miliar, realisasi Rp1,1 miliar, serapan 95,39%`: what is known of an amount, in short.
fn uang(lang: Lang, pagu: Option<Uang>, realisasi: Option<Uang>, serapan: Option<Decimal>) -> String {
    let parts = [
        pagu.map(|v| format!("{} {}", lang.pilih("Pagu", "Budget"), v.singkat(lang))),
        realisasi.map(|v| format!("{} {}", lang.pilih("realisasi", "spent"), v.singkat(lang))),
        serapan.map(|v| format!("{} {}", lang.pilih("serapan", "absorption"), lang.percent(v, 2))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_closed_once() {
        let e = Entri::baru("x/".into(), "X", Jenis::Halaman, Lang::Id).berisi(["satu", "", "dua.", "tiga?"]);
        assert_eq!(e.isi, "satu. dua. tiga?");
    }

    #[test]
    fn an_amount_says_only_what_is_known() {
        let d = |n: i64| Some(Uang::terhitung(Decimal::from(n), None));
        assert_eq!(uang(Lang::Id, d(1_200_000_000), None, None), "Pagu Rp1,20 miliar");
        assert_eq!(uang(Lang::En, None, None, None), "");
    }
}
