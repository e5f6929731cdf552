//! Kenal: what the OPD and the portal have already, and which of it a printed name means.

use super::indikator::Dikenal;
use super::kode;
use super::nama::lipat_nama;
use super::pohon::{Ada, sekode};

/// What the OPD and the portal have.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kenal<'a> {
    /// Indicators of the OPD.
    pub indikator: &'a [Dikenal],
    /// Sasaran of the OPD.
    pub sasaran: &'a [Dikenal],
    /// Tujuan of the OPD.
    pub tujuan: &'a [Dikenal],
    /// Scales of the portal with their words.
    pub skala: &'a [Dikenal],
    /// Nodes of the record's tree.
    pub simpul: &'a [Ada],
}

/// What stands beside an indicator: the goal or the node that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atas {
    /// A sasaran, by its code.
    Sasaran(String),
    /// A tujuan.
    Tujuan(String),
    /// A node of the tree, with its depth.
    Simpul(String, usize),
}

impl Atas {
    /// Its code.
    pub fn kode(&self) -> &str {
        match self {
            Atas::Sasaran(kode) | Atas::Tujuan(kode) | Atas::Simpul(kode, _) => kode,
        }
    }

    /// The level of its indicators.
    pub fn tingkat(&self) -> &'static str {
        match self {
            Atas::Sasaran(_) => "sasaran",
            Atas::Tujuan(_) => "tujuan",
            Atas::Simpul(_, dalam) => SIMPUL[(*dalam).min(2)],
        }
    }

    /// The row of a budget table that its money stands in.
    pub fn baris(&self) -> Option<String> {
        match self {
            Atas::Sasaran(kode) => Some(format!("sasaran:{kode}")),
            Atas::Simpul(kode, _) => Some(kode.clone()),
            Atas::Tujuan(_) => None,
        }
    }
}

const SIMPUL: [&str; 3] = ["program", "kegiatan", "sub_kegiatan"];

impl Kenal<'_> {
    /// What a printed name means: by its official code, or by its name.
    pub fn atas(&self, text: &str) -> Option<Atas> {
        let folded = lipat_nama(text);
        let code = kode::baca(text).filter(|k| k.dalam().is_some());
        if let Some(code) = &code
            && let Some(node) =
                self.simpul.iter().find(|a| a.resmi.as_deref().is_some_and(|own| sekode(own, &code.kode)))
        {
            return Some(Atas::Simpul(node.kode.clone(), node.dalam));
        }
        let of =
            |list: &[Dikenal]| list.iter().find(|(_, names)| names.contains(&folded)).map(|(kode, _)| kode.clone());
        let own = of(self.sasaran).map(Atas::Sasaran).or_else(|| of(self.tujuan).map(Atas::Tujuan));
        own.or_else(|| {
            let plain = code.map_or(folded.clone(), |c| lipat_nama(&c.nama));
            let mut fits = self.simpul.iter().filter(|a| a.nama.contains(&plain));
            let only = fits.next()?;
            fits.next().is_none().then(|| Atas::Simpul(only.kode.clone(), only.dalam))
        })
    }
}

/// The level a printed name says of itself: by its code, or by the word it begins with.
pub fn tingkat(text: &str) -> Option<&'static str> {
    if let Some(dalam) = kode::baca(text).and_then(|k| k.dalam()) {
        return Some(SIMPUL[dalam.min(2)]);
    }
    let folded = super::makna::lipat(text);
    [
        ("sub kegiatan ", "sub_kegiatan"),
        ("kegiatan ", "kegiatan"),
        ("program ", "program"),
        ("sasaran ", "sasaran"),
        ("tujuan ", "tujuan"),
    ]
    .into_iter()
    .find_map(|(word, level)| folded.starts_with(word).then_some(level))
}
