//! Sepasang: a target and what was reached as the two points of one row of a picture: numbers, bounds, ranges and times on an axis,
//! letters on the steps of their scale. What has no common axis says why.

use super::angka::Angka;
use super::data::DataOpd;
use super::figure::Titik;
use crate::measures::{Halangan, jenjang, sewaktu, terhadap};
use crate::number::Lang;
use crate::records::{Indikator, Nilai, Pernyataan};
use rust_decimal::Decimal;

/// Why a row with both is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lepas {
    /// One of them is doubted.
    Ragu,
    /// Their units differ.
    Satuan,
    /// Several numbers, a ratio, or words without a scale.
    Bentuk,
    /// A part of the year against the target of the year.
    Sebagian,
    /// The target leaves open whether it was reached, and no capaian is printed.
    Terbuka,
}

impl Lepas {
    /// As the reason of a count: `2 karena satuannya berbeda`.
    pub fn kata(self, lang: Lang) -> &'static str {
        match self {
            Self::Ragu => lang.pilih("karena angkanya diragukan", "for a figure in doubt"),
            Self::Satuan => lang.pilih("karena satuannya berbeda", "for having two units"),
            Self::Bentuk => lang
                .pilih("karena bukan satu angka atau huruf berskala", "for being no single number or step of a scale"),
            Self::Sebagian => lang.pilih(
                "karena bagian tahun tidak dibandingkan dengan target setahun",
                "for covering a part of the year only, while the target is for all of it",
            ),
            Self::Terbuka => lang.pilih(
                "karena targetnya tidak menentukan tercapai atau tidak",
                "for a target that leaves open whether it was reached",
            ),
        }
    }
}

/// The places of a value: one number, or the two ends between which it lies.
type Letak = (Option<Decimal>, Option<(Decimal, Decimal)>);

fn letak(nilai: &Nilai) -> Option<Letak> {
    match nilai {
        Nilai::Angka(a) | Nilai::Durasi(a, _) | Nilai::Batas(_, a) => Some((Some(a.nilai), None)),
        Nilai::Rentang(a, b) => Some((None, Some((a.nilai, b.nilai)))),
        _ => None,
    }
}

/// A value of a scale of letters, or of its classes, on its step; nothing where the scale does not know it.
pub fn huruf(
    d: &DataOpd<'_>,
    def: &Indikator,
    p: &Pernyataan<'_>,
    teks: String,
    catatan: Option<String>,
) -> Option<Titik> {
    let at = jenjang(d.content.skala.get(def.skala.as_ref()?)?, &p.sel.nilai)?;
    Some(Titik { nilai: Some(at.0.into()), lengkap: teks.clone(), teks, rentang: None, catatan, jenjang: Some(at) })
}

/// Target and realisasi of a row, in this order, with the texts of their cells.
pub fn titik(
    d: &DataOpd<'_>,
    def: &Indikator,
    (realisasi, target): (&Pernyataan<'_>, &Pernyataan<'_>),
    (nyata, janji): (&Angka, &Angka),
) -> Result<[Titik; 2], Lepas> {
    match terhadap(d.sumber, realisasi, target) {
        Some(Halangan::Ragu) => return Err(Lepas::Ragu),
        Some(Halangan::Sebagian(..)) | None => {}
        Some(_) => return Err(Lepas::Satuan),
    }
    let (real, goal) = (&realisasi.sel.nilai, &target.sel.nilai);
    let turned = sewaktu(real, goal);
    let make = |a: &Angka, nilai, rentang, jenjang, catatan: Option<String>| {
        // What the documents print with several values is written and drawn with all of them.
        let teks = a.rentang.clone().unwrap_or_else(|| a.teks.clone());
        Titik { nilai, lengkap: teks.clone(), teks, rentang, catatan, jenjang }
    };
    // A value of a part of the year is drawn hollow, with its months; so is one that only bounds what was reached.
    let bound = || matches!(real, Nilai::Batas(..)).then(|| d.lang.pilih("batas", "bound").to_string());
    let remark = nyata.masa.clone().or_else(bound);
    if [real, goal].iter().any(|n| matches!(n, Nilai::Huruf(_))) {
        let scale = def.skala.as_ref().and_then(|s| d.content.skala.get(s)).ok_or(Lepas::Bentuk)?;
        let step = |n: &Nilai| jenjang(scale, n).ok_or(Lepas::Bentuk);
        let point = |a: &Angka, at: (usize, usize), remark| make(a, Some(at.0.into()), None, Some(at), remark);
        return Ok([point(janji, step(goal)?, None), point(nyata, step(real)?, remark)]);
    }
    let (goal, ends) = letak(goal).ok_or(Lepas::Bentuk)?;
    let (value, spread) = letak(turned.as_ref().unwrap_or(real)).ok_or(Lepas::Bentuk)?;
    let spread = spread.or(nyata.batas.filter(|_| turned.is_none()));
    Ok([make(janji, goal, ends.or(janji.batas), None, None), make(nyata, value, spread, None, remark)])
}
