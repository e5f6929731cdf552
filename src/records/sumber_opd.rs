//! Where a build takes its OPD from: from files, one at a time, or from content that is in memory already.

use super::content::{Content, OpdTahun};
use super::muat::{Isi, Sidik};
use std::borrow::Cow;

/// The OPD of a portal by number, in the order of their addresses.
pub trait SumberOpd: Sync {
    /// How many there are.
    fn banyak(&self) -> usize;

    /// Code of the daerah of one.
    fn daerah(&self, n: usize) -> &str;

    /// One OPD with its years.
    ///
    /// # Errors
    /// The address of an OPD whose files are not those that were checked.
    fn muat(&self, n: usize) -> Result<Cow<'_, OpdTahun>, String>;
}

/// Content that was loaded whole.
pub struct Termuat<'c>(Vec<(&'c str, &'c OpdTahun)>);

impl<'c> Termuat<'c> {
    /// The OPD of a content.
    pub fn baru(content: &'c Content) -> Self {
        Self(content.daerah.iter().flat_map(|d| d.opd.iter().map(|o| (d.kode.as_str(), o))).collect())
    }
}

impl SumberOpd for Termuat<'_> {
    fn banyak(&self) -> usize {
        self.0.len()
    }

    fn daerah(&self, n: usize) -> &str {
        self.0[n].0
    }

    fn muat(&self, n: usize) -> Result<Cow<'_, OpdTahun>, String> {
        Ok(Cow::Borrowed(self.0[n].1))
    }
}

/// Files that were read and checked once, and are read again when the pages of their OPD are made.
pub struct DariBerkas<'i> {
    isi: &'i Isi,
    /// What the first reading found, by number.
    sidik: Vec<Sidik>,
}

impl<'i> DariBerkas<'i> {
    /// The OPD of a folder, with the hash of each as it was checked.
    pub fn baru(isi: &'i Isi, sidik: Vec<Sidik>) -> Self {
        Self { isi, sidik }
    }
}

impl SumberOpd for DariBerkas<'_> {
    fn banyak(&self) -> usize {
        self.isi.opd.len()
    }

    fn daerah(&self, n: usize) -> &str {
        &self.isi.opd[n].daerah
    }

    fn muat(&self, n: usize) -> Result<Cow<'_, OpdTahun>, String> {
        let berkas = &self.isi.opd[n];
        let mentah = self.isi.baca(berkas);
        // A file that changed meanwhile was never checked: nothing of it may be published.
        let same = self.sidik.get(n) == Some(&mentah.sidik);
        let opd = same.then(|| self.isi.muat_opd(&mentah).isi).flatten();
        opd.map(Cow::Owned).ok_or_else(|| format!("{}/{}", berkas.daerah, berkas.opd))
    }
}
