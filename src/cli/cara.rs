//! Cara: what kind of folder a build makes: a whole site, some of its pages, a part, or a whole out of parts.

use super::muat::{Hasil, Rencana};
use super::{Henti, sebagian, terbitan};
use crate::bagian::{Asal, Gabungan, Kumpulan, Pembuat};
use crate::diagnostic::Pesan;
use crate::output::Keluaran;
use crate::pesan;
use crate::simpanan::{Simpanan, Tanpa};
use crate::site::{Jatah, Lingkup};
use std::path::{Path, PathBuf};

/// More machines than anybody has.
const TERBANYAK: usize = 1000;

/// What kind of folder a build makes.
pub enum Cara {
    /// A whole site.
    Utuh,
    /// Some of its pages.
    Hanya(Vec<String>),
    /// One of the parts several machines make.
    Bagian(Jatah),
    /// A whole site out of such parts.
    Gabung(Vec<PathBuf>),
}

impl Cara {
    /// As `--only` and `--bagian` say.
    pub fn dari(only: &[String], bagian: Option<&str>) -> Result<Self, Henti> {
        match bagian {
            Some(text) => jatah(text).map(Self::Bagian),
            None if only.is_empty() => Ok(Self::Utuh),
            None => Ok(Self::Hanya(only.to_vec())),
        }
    }

    /// The usual folder: what is no edition has one of its own, so that nobody uploads it by habit.
    pub fn out(&self, konsep: bool) -> PathBuf {
        match self {
            Self::Hanya(_) => "sebagian".into(),
            Self::Bagian(jatah) => format!("bagian-{}", jatah.ke).into(),
            _ if konsep => "konsep".into(),
            _ => "public".into(),
        }
    }

    /// Refuses a folder that holds a site of another kind.
    pub fn jaga(&self, out: &Path, konsep: bool) -> Result<(), Henti> {
        match self {
            Self::Hanya(_) => terbitan::jaga_sebagian(out),
            Self::Bagian(_) => terbitan::jaga_bagian(out),
            _ if konsep => terbitan::jaga_konsep(out),
            _ => Ok(()),
        }
    }

    /// Folders it reads besides content and theme.
    pub fn sumber(&self) -> &[PathBuf] {
        if let Self::Gabung(dirs) = self { dirs } else { &[] }
    }

    /// What else the build has to know before anything is staged: the pages, and what parts are made of.
    pub fn siapkan(&self, rencana: &mut Rencana, hasil: &Hasil) -> Result<Option<Kumpulan>, Henti> {
        match self {
            Self::Utuh => {}
            Self::Hanya(only) => rencana.lingkup = sebagian::lingkup(only, hasil)?,
            Self::Bagian(jatah) => {
                rencana.lingkup = Lingkup::Bagian(*jatah);
                rencana.asal = hasil.asal(&rencana.options);
            }
            Self::Gabung(dirs) => {
                rencana.asal = hasil.asal(&rencana.options);
                return Ok(rencana.asal.as_ref().map(|asal| Kumpulan::buka(dirs, asal)).transpose()?);
            }
        }
        Ok(None)
    }

    /// Makes it into `keluar`. What is kept from one build to the next is kept of whole sites.
    pub fn bangun(
        &self,
        hasil: &mut Hasil,
        (rencana, kumpulan): (&Rencana, Option<&Kumpulan>),
        keluar: &dyn Keluaran,
        simpanan: &dyn Simpanan,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<(), Henti> {
        match (self, &rencana.asal, kumpulan) {
            (Self::Bagian(jatah), Some(asal), _) => {
                let part = Pembuat::baru(keluar);
                hasil.bangun(rencana, &part, &part, progress)?;
                Ok(part.selesai(*jatah, Asal::clone(asal))?)
            }
            (Self::Gabung(_), _, Some(kumpulan)) => {
                let whole = Gabungan::baru(kumpulan, keluar);
                hasil.bangun(rencana, &whole, &whole, progress)?;
                Ok(whole.selesai()?)
            }
            (Self::Hanya(_), ..) => hasil.bangun(rencana, keluar, &Tanpa, progress),
            _ => hasil.bangun(rencana, keluar, simpanan, progress),
        }
    }

    /// What a reader of the summary should know of it.
    pub fn sebut(&self, out: &Path) -> Option<Pesan> {
        let out = out.display();
        match self {
            Self::Hanya(only) => {
                let only = only.join(", ");
                Some(pesan!(
                    "sebagian situs: hanya {only}, seperti di situs utuhnya; beranda, perbandingan, pencarian dan edisi.json tidak ada di `{out}`",
                    "some pages only: {only}, as they are in the whole site; the first page, comparisons, search and edisi.json are not in `{out}`"
                ))
            }
            Self::Bagian(Jatah { ke, dari }) => Some(pesan!(
                "bagian {ke} dari {dari}, belum situs: setelah semua bagian ada, `terang gabung {out} ...`",
                "part {ke} of {dari}, no site yet: once all parts are there, `terang gabung {out} ...`"
            )),
            Self::Utuh | Self::Gabung(_) => None,
        }
    }
}

/// `2/3`
fn jatah(text: &str) -> Result<Jatah, Henti> {
    let own =
        text.split_once('/').and_then(|(ke, dari)| Some(Jatah { ke: ke.parse().ok()?, dari: dari.parse().ok()? }));
    own.filter(|j| j.ke >= 1 && j.ke <= j.dari && j.dari <= TERBANYAK).ok_or_else(|| {
        Henti::new(
            pesan!("`{text}` bukan bagian", "`{text}` is no part"),
            pesan!(
                "tulis yang ke berapa dari berapa, misalnya `--bagian 2/3` (paling banyak {TERBANYAK})",
                "write which of how many, such as `--bagian 2/3` (at most {TERBANYAK})"
            ),
        )
    })
}
