//! Pintu: questions as doors on the first page, each with its answer and the address of the figure that answers it.

use super::bagian::{Bagian, PintuOpd};
use super::data::DataOpd;
use super::kalimat::{self, banding as kata_banding, target as kata_target};
use super::temuan;
use crate::comparisons::{Banding, BandingPadanan};
use crate::findings::{Bobot, Golongan};
use crate::measures::{realisasi_tercetak, uang};
use crate::number::Lang;
use crate::records::{Indikator, Padanan, Rekaman};
use crate::teks;
use serde::{Deserialize, Serialize};

/// How many doors of each kind: budgets, targets, findings, comparisons. With the two general ones they are eight.
const TERBANYAK: [usize; 4] = [2, 1, 1, 2];

/// A finding whose first sentence is longer than this is only named.
const PANJANG: usize = 110;

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pintu {
    /// The question.
    pub tanya: String,
    /// The answer in a few words.
    pub jawab: String,
    /// The figure that answers it, from the root: a page, or a page and its anchor as `.../#anggaran`.
    pub url: String,
}

/// The doors of a portal. The newest records come first, and an OPD is asked twice only when there is no other.
pub fn pintu(lang: Lang, terbaru: &[&Bagian], banding: &Banding, urut: &[&Padanan]) -> Vec<Pintu> {
    let [budgets, targets, findings, comparisons] = TERBANYAK;
    let mut asked: Vec<usize> = Vec::new();
    let mut out = pilih(terbaru, &mut asked, budgets, |p| &p.anggaran);
    out.extend(pilih(terbaru, &mut asked, targets, |p| &p.target));
    out.extend(pilih(terbaru, &mut asked, findings, |p| &p.cocok));
    out.extend(banding_pintu(lang, banding, urut, comparisons));
    let n: usize = terbaru.iter().map(|b| b.jumlah.pertentangan).sum();
    out.push(Pintu {
        tanya: teks!(
            lang,
            "Angka mana yang tidak cocok satu sama lain?",
            "Which figures do not agree with each other?"
        ),
        jawab: kalimat::cacah(lang, n, "ketidakcocokan", "contradiction", "contradictions"),
        url: "temuan/".into(),
    });
    out.push(Pintu {
        tanya: teks!(lang, "Bagaimana capaian dan serapan dihitung?", "How are achievement and budget spent computed?"),
        jawab: teks!(lang, "Rumus dan sumbernya", "The formulas and their sources"),
        url: "metodologi/".into(),
    });
    out
}

/// The questions the newest record of an OPD answers.
pub fn milik(d: &DataOpd<'_>, r: &Rekaman) -> PintuOpd {
    PintuOpd { anggaran: anggaran(d, r), target: target(d, r), cocok: cocok(d, r) }
}

/// The first questions of a kind: of OPD that were not asked yet, then of any.
fn pilih(
    terbaru: &[&Bagian],
    asked: &mut Vec<usize>,
    banyak: usize,
    tanya: impl Fn(&PintuOpd) -> &Option<Pintu>,
) -> Vec<Pintu> {
    let mut out = Vec::new();
    for again in [false, true] {
        for (at, b) in terbaru.iter().enumerate() {
            if out.len() == banyak {
                return out;
            }
            // The second round takes what the first left out, not what it took.
            if asked.contains(&at) == again
                && let Some(pintu) = tanya(&b.pintu)
                && !out.contains(pintu)
            {
                out.push(pintu.clone());
                asked.push(at);
            }
        }
    }
    out
}

/// `Dinas Sosial Kabupaten Jember`: a question may be read beside one about a kota of the same name.
fn nama(d: &DataOpd<'_>) -> String {
    d.nama()
}

/// ` (sampai 30 September 2025)` where a record does not cover its year.
fn sampai(d: &DataOpd<'_>, r: &Rekaman) -> String {
    if r.setahun() {
        return String::new();
    }
    let tanggal = r.batas_data.kata(d.lang);
    teks!(d.lang, " (sampai {tanggal})", " (up to {tanggal})")
}

fn anggaran(d: &DataOpd<'_>, r: &Rekaman) -> Option<Pintu> {
    let (lang, tahun) = (d.lang, r.tahun);
    let pagu = uang(&d.turunan, &d.kumpulan, tahun, "total", false)?.uang().singkat(lang);
    let (rate, exact) = kalimat::rekaman::laju_serapan(d, tahun, "total")?;
    let other = exact.map_or_else(String::new, |v| kalimat::rekaman::serapan_tercetak(d, tahun, v));
    let (nama, sampai) = (nama(d), sampai(d, r));
    Some(Pintu {
        tanya: teks!(
            lang,
            "Berapa anggaran {nama} {tahun}, dan berapa yang terpakai?",
            "How large was the {tahun} budget of {nama}, and how much of it was spent?"
        ),
        jawab: teks!(lang, "{pagu}; terpakai {rate}{sampai}{other}", "{pagu}; {rate} spent{sampai}{other}"),
        url: format!("{}#anggaran", super::tampilan::alamat_uang(d, r)),
    })
}

/// Whether the main indicator reached its target in the newest whole year; not asked where the documents leave the
/// answer open.
fn target(d: &DataOpd<'_>, _: &Rekaman) -> Option<Pintu> {
    let r = d.sumber.rekaman.iter().rfind(|r| r.setahun())?;
    let (lang, tahun) = (d.lang, r.tahun);
    let main = |i: &&Indikator| matches!(d.sumber.opd.giliran(i, tahun), (false, false, _));
    let def: &Indikator = d.sumber.opd.indikator.values().find(main)?;
    let realisasi = realisasi_tercetak(&d.kumpulan, tahun, &def.kode)?;
    let reached = kata_target::dicapai(d, def, realisasi)?;
    let computed = d.turunan.get(&format!("{tahun}/indikator/{}/hitungan", def.kode)).and_then(|t| t.nilai);
    let other = computed.and_then(|rate| kata_target::dicapai_laju(d, def, tahun, rate));
    if other.is_some_and(|v| v != reached) {
        return None;
    }
    let semula = kata_target::semula_tak_tercapai(d, def, realisasi);
    let verdict = match reached {
        // A promise that was made easier is not the promise that was asked about.
        true if semula.is_some() => lang.pilih("Ya untuk target terakhir", "Yes for the last target"),
        true => lang.pilih("Ya", "Yes"),
        false => lang.pilih("Tidak", "No"),
    };
    let text = kata_target::bersatuan(lang, def, realisasi);
    let against = kata_target::terhadap_target(d, def, realisasi)?;
    let (nama, indikator) = (nama(d), &def.nama);
    Some(Pintu {
        tanya: teks!(
            lang,
            "Apakah {nama} mencapai target {tahun} untuk {indikator}?",
            "Did {nama} reach its {tahun} target for {indikator}?"
        ),
        jawab: format!("{verdict}: {text}, {against}"),
        url: format!("{}indikator/{}/", d.alamat(), def.kode),
    })
}

/// The heaviest contradiction of a report.
fn cocok(d: &DataOpd<'_>, r: &Rekaman) -> Option<Pintu> {
    let (lang, tahun, nama) = (d.lang, r.tahun, d.nama_pada(r.tahun));
    let mut heavy =
        d.hasil.temuan.iter().filter(|t| t.tingkat == Bobot::Tinggi && t.golongan == Golongan::Pertentangan);
    let stated = |t: &&crate::findings::Temuan| temuan::milik(d, t, tahun);
    let row = temuan::baris(d, heavy.find(stated)?);
    let all = d.hasil.temuan.iter().filter(|t| t.golongan == Golongan::Pertentangan).filter(stated).count();
    let one = match kalimat_pertama(&row.pesan) {
        first if first.chars().count() <= PANJANG => format!("{}: {first}", row.perihal),
        _ => row.perihal.clone(),
    };
    Some(Pintu {
        tanya: teks!(
            lang,
            "Angka mana yang tidak cocok dalam laporan {nama} {tahun}?",
            "Which figure in the {tahun} report of {nama} does not agree?"
        ),
        jawab: match all {
            0 | 1 => one,
            n => teks!(lang, "{n} hal, antara lain {one}", "{n} of them, among others {one}"),
        },
        url: row.url,
    })
}

/// Up to the first full stop that ends a sentence: one inside parentheses belongs to the name of a table.
fn kalimat_pertama(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' if depth == 0 && text[at + 1..].starts_with(' ') => return &text[..=at],
            _ => {}
        }
    }
    text
}

/// Questions that comparisons answer, of different kinds.
fn banding_pintu(lang: Lang, banding: &Banding, urut: &[&Padanan], banyak: usize) -> Vec<Pintu> {
    let found = urut.iter().filter_map(|p| Some((*p, jawaban(lang, banding.padanan.get(&p.kode)?)?)));
    let mut out: Vec<(&Padanan, Pintu)> = Vec::new();
    for (p, jawab) in found {
        let fresh = out.iter().all(|(o, _)| std::mem::discriminant(&o.isi) != std::mem::discriminant(&p.isi));
        if fresh && let Some(tanya) = kata_banding::pertanyaan(lang, p) {
            out.push((p, Pintu { tanya: tanya.to_string(), jawab, url: format!("banding/{}/", p.kode) }));
        }
    }
    out.into_iter().map(|(_, pintu)| pintu).take(banyak).collect()
}

/// What a padanan answers in its main year; nothing while there is nothing to compare.
fn jawaban(lang: Lang, p: &BandingPadanan) -> Option<String> {
    kata_banding::singkat(lang, &p.padanan, p.tahun_utama()?)
}
