//! Golong: the words a finding is sorted by: its weight, the kind of defect, contradiction or observation.

use crate::diagnostic::Lang;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Bobot {
    /// The figure misleads a reader: a wrong total, one fact with two values.
    Tinggi,
    /// The figure does not follow from its inputs, but the picture stays.
    Sedang,
    /// Worth knowing: truncation, a malformed number, a neutral observation.
    Rendah,
}

impl Bobot {
    /// All, the heaviest first.
    pub const SEMUA: [Bobot; 3] = [Bobot::Tinggi, Bobot::Sedang, Bobot::Rendah];

    /// The word on a page.
    pub fn nama(self, lang: Lang) -> &'static str {
        match self {
            Bobot::Tinggi => lang.pilih("tinggi", "high"),
            Bobot::Sedang => lang.pilih("sedang", "medium"),
            Bobot::Rendah => lang.pilih("rendah", "low"),
        }
    }

    /// The word in addresses and JSON.
    pub fn kata(self) -> &'static str {
        match self {
            Bobot::Tinggi => "tinggi",
            Bobot::Sedang => "sedang",
            Bobot::Rendah => "rendah",
        }
    }
}

/// What kind of defect a rule tells. Joining findings goes by this, never by the code of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sifat {
    /// A printed figure against its recomputation.
    Hitungan,
    /// One fact with two values.
    DuaNilai,
    /// A printed total against its parts.
    Jumlah,
    /// One budget in two phases.
    Tahap,
    /// A figure above its bound: the figure, then the bound.
    Batas,
    /// Two figures at two addresses that ought to be equal.
    Pasangan,
    /// Anything else.
    Lain,
}

impl Sifat {
    /// The word in the data.
    pub fn kata(self) -> &'static str {
        match self {
            Sifat::Hitungan => "hitungan",
            Sifat::DuaNilai => "dua-nilai",
            Sifat::Jumlah => "jumlah",
            Sifat::Tahap => "tahap",
            Sifat::Batas => "batas",
            Sifat::Pasangan => "pasangan",
            Sifat::Lain => "lain",
        }
    }

    /// Whether a finding of this kind holds one printed figure against one other.
    pub fn berpasangan(self) -> bool {
        matches!(self, Sifat::DuaNilai | Sifat::Tahap | Sifat::Pasangan)
    }
}

/// What a finding is: whether what is printed cannot all be right, or only deserves a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Golongan {
    /// Two printed figures, or a printed figure and its recomputation, cannot both be right.
    Pertentangan,
    /// A form of number, a lawful revision, another method: worth knowing, and it may all be right.
    Pengamatan,
}

impl Golongan {
    /// The word in JSON.
    pub fn kata(self) -> &'static str {
        match self {
            Golongan::Pertentangan => "pertentangan",
            Golongan::Pengamatan => "pengamatan",
        }
    }
}
