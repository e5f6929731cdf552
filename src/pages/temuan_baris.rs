//! Temuan, row by row: one finding as shown, what of a record was checked, what could not be.

use super::angka::{Angka, url};
use super::data::DataOpd;
use super::figure::Figure;
use super::halter::Sisi;
use super::kalimat::{cacah, kata};
use crate::findings::{Belum, Bobot, Cacah, Golongan, Temuan};
use crate::number::Lang;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One finding as shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Baris {
    /// Code of the rule.
    pub aturan: Cow<'static, str>,
    /// Name of the rule.
    pub nama_aturan: Cow<'static, str>,
    /// Its weight as a code: `tinggi`, `sedang`, `rendah`.
    pub tingkat: Cow<'static, str>,
    /// Its weight in words.
    pub bobot: Cow<'static, str>,
    /// Whether it is a contradiction or an observation, as a code.
    pub golongan: Cow<'static, str>,
    /// Name of the OPD with its daerah.
    pub opd: String,
    /// Code of the daerah.
    pub daerah: String,
    /// Year.
    pub tahun: i32,
    /// What it is about.
    pub perihal: String,
    /// The sentences.
    pub pesan: String,
    /// The first of them, where the rest folds.
    pub awal: Option<String>,
    /// The rest.
    pub lanjutan: Option<String>,
    /// The two numbers as a page writes them; the sentences fold behind them.
    pub dua_sisi: Option<DuaSisi>,
    /// Page and anchor that account for the figure.
    pub url: String,
    /// Table and document of every place.
    pub tempat: Vec<String>,
    /// Answers: office, day, text.
    pub tanggapan: Vec<(String, String, String)>,
    /// The two numbers that do not agree.
    pub sisi: Option<Sisi>,
    /// Code of its dumbbell, where the page draws it.
    pub halter: Option<String>,
}

/// Two numbers that do not agree, in words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DuaSisi {
    /// As printed.
    pub tertulis: String,
    /// As computed, or as printed elsewhere.
    pub lain: String,
    /// Whether the second is computed.
    pub terhitung: bool,
}

/// More places than this are counted.
const TEMPAT_TERBANYAK: usize = 8;

impl Baris {
    /// The row with its dumbbell, drawn under the name `kode`, where there is something to see.
    pub fn berhalter(self, lang: Lang, kode: String) -> (Self, Option<Figure>) {
        let figure = self.sisi.filter(|s| s.tampak()).and_then(|s| s.halter(lang, kode, &self.perihal));
        (Self { halter: figure.as_ref().map(|f| f.kode.clone()), ..self }, figure)
    }
}

/// One finding as shown.
pub fn baris(d: &DataOpd<'_>, t: &Temuan) -> Baris {
    let tempat = tempat(d, t);
    let pesan = t.pesan.in_lang(d.lang).to_string();
    let sisi = (t.golongan == Golongan::Pertentangan).then(|| Sisi::dari(t)).flatten();
    let (awal, lanjutan) = lipat(&pesan).map(|(a, b)| (a.to_string(), b.to_string())).unzip();
    Baris {
        aturan: t.aturan.kode.into(),
        nama_aturan: t.aturan.nama(d.lang).into(),
        tingkat: t.tingkat.kata().into(),
        bobot: kata::bobot(d.lang, t.tingkat).into(),
        golongan: t.golongan.kata().into(),
        opd: d.nama(),
        daerah: d.daerah.kode.clone(),
        tahun: t.tahun,
        perihal: t.perihal.in_lang(d.lang).to_string(),
        pesan,
        awal,
        lanjutan,
        url: tempat_penjelasan(d, &t.alamat),
        tempat,
        dua_sisi: sisi.and_then(|s| dua_sisi(d, t, s)),
        sisi,
        halter: None,
        tanggapan: t.tanggapan.iter().map(|a| (a.oleh.clone(), d.lang.tanggal(&a.tanggal), a.teks.clone())).collect(),
    }
}

/// Both sides in words: printed ones with the unit of their cell, a computed one with that of the cell it is held against.
fn dua_sisi(d: &DataOpd<'_>, t: &Temuan, sisi: Sisi) -> Option<DuaSisi> {
    let cells = || t.rujukan.iter().filter_map(|r| d.kumpulan.semua.get(r.pernyataan?));
    let printed = |v| cells().find(|p| p.bukti() == Some(v));
    let own = printed(sisi.tertulis)?;
    let tertulis = Angka::tertulis(d, own).teks;
    // What is computed may be printed too, as another value of the same fact.
    let elsewhere = cells().find(|p| p.alamat == own.alamat && p.bukti() == Some(sisi.lain));
    let lain = match elsewhere.or_else(|| printed(sisi.lain).filter(|_| !sisi.terhitung)) {
        Some(p) => Angka::tertulis(d, p).teks,
        None if sisi.terhitung => Angka::nilai_hitung(d, own, sisi.lain),
        None => return None,
    };
    let terhitung = sisi.terhitung && elsewhere.is_none();
    (lain != tertulis).then_some(DuaSisi { tertulis, lain, terhitung })
}

/// A long message after its first sentence; nothing where it is short. A full stop inside parentheses ends no sentence.
fn lipat(pesan: &str) -> Option<(&str, &str)> {
    let mut depth = 0usize;
    let end = pesan.char_indices().find(|(at, c)| {
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let next = || pesan[at + 1..].strip_prefix(' ').and_then(|rest| rest.chars().next());
        *c == '.' && depth == 0 && *at > 40 && next().is_some_and(char::is_uppercase)
    });
    let (head, rest) = pesan.split_at(end?.0 + 1);
    (pesan.chars().count() > PANJANG && rest.chars().count() > PANJANG / 3).then_some((head, rest.trim_start()))
}

/// Messages longer than this fold after their first sentence.
const PANJANG: usize = 240;

/// The places of a finding: of every table one before the second of any, so that both sides are named; how many more there are.
fn tempat(d: &DataOpd<'_>, t: &Temuan) -> Vec<String> {
    let (mut first, mut rest): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut known: Vec<&str> = Vec::new();
    for r in &t.rujukan {
        let text = format!("{}: {}", d.sumber_teks(&r.letak, &r.sumber), r.tertulis);
        if first.contains(&text) || rest.contains(&text) {
            continue;
        }
        let again = known.contains(&r.letak.as_str()) && !first.is_empty();
        if again {
            rest.push(text)
        } else {
            first.push(text)
        }
        known.push(&r.letak);
    }
    first.extend(rest);
    let more = first.len().saturating_sub(TEMPAT_TERBANYAK);
    if more > 1 {
        first.truncate(TEMPAT_TERBANYAK);
        first.push(d.lang.pilih("{n} tempat lain", "{n} more places").replace("{n}", &more.to_string()));
    }
    first
}

/// The derived figures of an OPD that nothing could be held against.
pub fn belum(d: &DataOpd<'_>) -> Vec<(i32, String, String, String)> {
    let row = |x: &Belum| {
        let p = &d.kumpulan.semua[x.pernyataan];
        let (why, what) = (x.alasan.in_lang(d.lang).to_string(), x.perihal.in_lang(d.lang).to_string());
        (p.rekaman.unwrap_or(p.tahun), why, what, url(d, &p.alamat))
    };
    d.hasil.belum.iter().map(row).collect()
}

/// Those of one record by what is missing: why, and the figures with their addresses.
pub fn menurut_alasan<'b>(
    belum: impl Iterator<Item = &'b (i32, String, String, String)>,
    tahun: i32,
) -> Vec<(String, Vec<(String, String)>)> {
    let mut out: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (_, why, what, url) in belum.filter(|x| x.0 == tahun) {
        let figure = (what.clone(), url.clone());
        match out.iter_mut().find(|(w, _)| w == why) {
            Some((_, list)) if list.contains(&figure) => {}
            Some((_, list)) => list.push(figure),
            None => out.push((why.clone(), vec![figure])),
        }
    }
    out
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
    /// Those that agree with an input in dispute.
    pub dipersoalkan: usize,
    /// Those that are only noted in an observation.
    pub lain: usize,
    /// Contradictions of the year.
    pub pertentangan: usize,
    /// Those of high weight.
    pub tinggi: usize,
    /// Observations of the year.
    pub pengamatan: usize,
    /// Printed derived figures that nothing could be held against.
    pub belum: usize,
    /// How many were checked, and what came of it, in words.
    pub kalimat: KalimatVerifikasi,
    /// The first of the heaviest contradictions.
    pub contoh: Vec<Baris>,
    /// Their dumbbells.
    #[serde(skip)]
    pub halter: Vec<Figure>,
    /// The page that lists them all, from the root.
    pub url: String,
    /// The checklist of the record, from the root; only drafts have one.
    pub periksa: String,
}

/// The checks of a record in words.
#[derive(Debug, Clone, Serialize)]
pub struct KalimatVerifikasi {
    /// `23 angka turunan dihitung ulang:`; nothing where there is none.
    pub jumlah: Option<String>,
    /// `20 cocok, 2 tidak, 1 cocok dengan masukan yang dipersoalkan. 3 belum dapat diperiksa.`
    pub rincian: String,
}

impl KalimatVerifikasi {
    /// Of so many that were checked, and so many that nothing could be held against.
    pub fn dari(lang: Lang, c: Cacah, belum: usize) -> Self {
        let jumlah = (c.diperiksa > 0).then(|| {
            let (id, satu, banyak) =
                ("angka turunan dihitung ulang:", "derived figure computed again:", "derived figures computed again:");
            cacah(lang, c.diperiksa, id, satu, banyak)
        });
        let mut rincian = match jumlah {
            None => lang
                .pilih(
                    "Di portal ini belum ada angka turunan tercetak yang bisa dihitung ulang.",
                    "This portal holds no printed derived figure yet that could be computed again.",
                )
                .to_string(),
            Some(_) => {
                let mut parts = vec![
                    cacah(lang, c.cocok, "cocok", "agrees", "agree"),
                    cacah(lang, c.beda, "tidak", "does not", "do not"),
                ];
                if c.dipersoalkan > 0 {
                    let (satu, banyak) = ("agrees with an input in dispute", "agree with an input in dispute");
                    parts.push(cacah(lang, c.dipersoalkan, "cocok dengan masukan yang dipersoalkan", satu, banyak));
                }
                if c.lain > 0 {
                    let (satu, banyak) = ("only noted as an observation", "only noted as observations");
                    parts.push(cacah(lang, c.lain, "hanya diberi pengamatan", satu, banyak));
                }
                format!("{}.", parts.join(", "))
            }
        };
        if belum > 0 {
            let left = "could not be checked.";
            rincian = format!("{rincian} {}", cacah(lang, belum, "belum dapat diperiksa.", left, left));
        }
        Self { jumlah, rincian }
    }
}

/// Whether a finding is told of the record of a year: it stands in its file, or in `opd.yaml` about that year.
pub fn milik(d: &DataOpd<'_>, t: &Temuan, tahun: i32) -> bool {
    let place = t.rujukan.first().and_then(|r| r.pernyataan).and_then(|i| d.kumpulan.semua.get(i));
    place.and_then(|p| p.rekaman).unwrap_or(t.tahun) == tahun
}

/// Counts what was checked in the file of one year.
pub fn verifikasi(d: &DataOpd<'_>, tahun: i32) -> Verifikasi {
    let own = |i: usize| d.kumpulan.semua.get(i).is_some_and(|p| p.rekaman == Some(tahun));
    let count = d.hasil.cacah(own);
    let list: Vec<&Temuan> = d.hasil.temuan.iter().filter(|t| milik(d, t, tahun)).collect();
    let of = |g: Golongan| list.iter().filter(move |t| t.golongan == g);
    let heavy = || of(Golongan::Pertentangan).filter(|t| t.tingkat == Bobot::Tinggi);
    let drawn = heavy().take(3).enumerate().map(|(n, t)| baris(d, t).berhalter(d.lang, format!("halter-{n}")));
    let (contoh, figures): (Vec<_>, Vec<_>) = drawn.unzip();
    let belum = d.hasil.belum.iter().filter(|b| own(b.pernyataan)).count();
    Verifikasi {
        kalimat: KalimatVerifikasi::dari(d.lang, count, belum),
        diperiksa: count.diperiksa,
        cocok: count.cocok,
        beda: count.beda,
        dipersoalkan: count.dipersoalkan,
        lain: count.lain,
        pertentangan: of(Golongan::Pertentangan).count(),
        tinggi: heavy().count(),
        pengamatan: of(Golongan::Pengamatan).count(),
        belum,
        contoh,
        halter: figures.into_iter().flatten().collect(),
        url: format!("temuan/{}-{tahun}/", d.daerah.kode),
        periksa: super::periksa::alamat(d, tahun),
    }
}
