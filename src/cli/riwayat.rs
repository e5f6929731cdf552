//! Riwayat: what the folder of the edition before brings for those to come: its figures, and what it kept of earlier ones.
//! The folder is read like any that nobody vouches for, and what is not as it was published is said: history that goes in
//! silence proves nothing.

use super::Henti;
use super::edisi::{isi, polos, sebab};
use crate::diagnostic::Pesan;
use crate::exports::TabelData;
use crate::exports::edisi::{Edisi, NAMA, sha256};
use crate::exports::kenangan::{ANGKA, FOLDER, Kenangan, Rusak, kemas, wajar};
use crate::{output, pesan};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// More than the figures of the largest portal.
const TERBESAR: u64 = 512 << 20;

/// A file that is not as it was published, and why.
pub type Salah = (String, Pesan);

/// The editions that a folder keeps, the newest first, and what is wrong with others. What bears no `edisi.json` is no
/// edition: others may keep what they like there.
pub fn lama(dir: &Path) -> (Vec<Kenangan>, Vec<Salah>) {
    let root = dir.join(FOLDER.trim_end_matches('/'));
    if root.is_symlink() {
        let why = pesan!("adalah tautan, bukan folder", "is a link, no folder");
        return (Vec::new(), vec![(FOLDER.into(), why)]);
    }
    let names = std::fs::read_dir(&root).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| wajar(name));
    let names: BTreeSet<String> = names.filter(|name| root.join(name).join(NAMA).symlink_metadata().is_ok()).collect();
    let read: Vec<Result<Kenangan, Salah>> =
        names.par_iter().map(|name| satu(dir, &format!("{FOLDER}{name}/"), name)).collect();
    let (mut out, mut salah) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Ok(kept) => out.push(kept),
            Err(why) => salah.push(why),
        }
    }
    out.sort_by(|a, b| (&b.isi.tanggal, &b.folder).cmp(&(&a.isi.tanggal, &a.folder)));
    (out, salah)
}

/// The edition that one of a chain speaks of and that is not kept.
pub fn hilang(isi: &Edisi, lama: &[Kenangan]) -> Option<Salah> {
    let own = std::iter::once((isi, NAMA.to_string()));
    let kept = lama.iter().map(|k| (&k.isi, format!("{FOLDER}{}/{NAMA}", k.folder)));
    own.chain(kept).find_map(|(edisi, berkas)| {
        let sejak = edisi.perubahan.as_ref().map(|p| polos(&p.sejak))?;
        if lama.iter().any(|k| k.sha256 == sejak) {
            return None;
        }
        let why = pesan!(
            "menghitung perubahan sejak edisi {sejak}, yang tidak disimpan di folder ini",
            "counts what changed since the edition {sejak}, which this folder does not keep"
        );
        Some((berkas, why))
    })
}

/// The edition that a folder keeps in one of its own, or that a folder is: then `di` is empty.
fn satu(dir: &Path, di: &str, nama: &str) -> Result<Kenangan, Salah> {
    let file = |berkas: &str| {
        let path = format!("{di}{berkas}");
        isi(dir, &path, TERBESAR).map_err(|e| (path, sebab(&e)))
    };
    Kenangan::lama(nama, file(NAMA)?, file(ANGKA)?).map_err(|why| match why {
        Rusak::Edisi(said) => {
            (format!("{di}{NAMA}"), pesan!("bukan edisi.json terang: {said}", "no edisi.json of terang: {said}"))
        }
        Rusak::Angka(berkas) => {
            let berkas = polos(&berkas);
            let why = pesan!(
                "angka `{berkas}` di dalamnya bukan yang disebut {NAMA} di sampingnya",
                "its figures of `{berkas}` are not those {NAMA} beside it names"
            );
            (format!("{di}{ANGKA}"), why)
        }
    })
}

/// The edition of the folder itself. Altered figures must not pass for an edition.
pub fn terakhir(dir: &Path, edisi: &Edisi, lama: &[Kenangan]) -> Result<Kenangan, Salah> {
    let files = edisi.data.iter().filter(|d| d.angka.is_some()).map(|d| {
        let salah = |why| (d.berkas.clone(), why);
        let bytes = isi(dir, &d.berkas, TERBESAR).map_err(|e| salah(sebab(&e)))?;
        let nama = d.berkas.strip_prefix("data/").unwrap_or(&d.berkas).to_string();
        match sha256(&bytes) == d.sha256 {
            true => Ok((nama, bytes)),
            false => Err(salah(pesan!("berubah sejak terbit", "changed since it was published"))),
        }
    });
    let angka = kemas(files)?;
    let used: Vec<&str> = lama.iter().map(|k| k.folder.as_str()).collect();
    let own = isi(dir, NAMA, TERBESAR).map_err(|e| (NAMA.to_string(), sebab(&e)))?;
    Kenangan::baru(own, angka, &used).map_err(|why| match why {
        Rusak::Edisi(said) => (NAMA.to_string(), Pesan::sama(said)),
        Rusak::Angka(berkas) => {
            (berkas, pesan!("angkanya bukan yang disebut {NAMA}", "its figures are not those {NAMA} names"))
        }
    })
}

/// The end of a command at something that is not as it was published.
pub fn henti(dir: &Path, (berkas, why): Salah) -> Henti {
    let shown = Pesan::sama(dir.join(polos(&berkas)).display().to_string());
    Henti::new(
        pesan!("`{shown}` {why}", "`{shown}` {why}", shown, why),
        pesan!(
            "sebut folder terbitan yang lalu seperti ketika terbit; `terang verify` memeriksanya",
            "name the folder of the earlier edition as it was published; `terang verify` checks it"
        ),
    )
}

/// Where the figures of an edition are read: the folder of a site, or what is kept of one below `edisi/`.
pub enum Angka<'d> {
    /// A site.
    Situs(&'d Path),
    /// What is kept of one.
    Kenangan(Box<Kenangan>),
}

/// Whether a folder is what is kept of an edition.
pub fn tersimpan(dir: &Path) -> bool {
    let has = |name: &str| dir.join(name).symlink_metadata().is_ok();
    has(NAMA) && has(ANGKA) && !has("data")
}

/// What is kept of an edition, in its folder.
pub fn kenangan(dir: &Path) -> Result<Kenangan, Salah> {
    satu(dir, "", "")
}

impl Angka<'_> {
    /// The files of figures, from the root of its site.
    pub fn berkas(&self) -> BTreeSet<String> {
        match self {
            Self::Situs(dir) => super::terbitan::berkas(dir),
            Self::Kenangan(k) => k.isi.data.iter().filter(|d| d.angka.is_some()).map(|d| d.berkas.clone()).collect(),
        }
    }

    /// The figures of one of them; none where they cannot be read.
    pub fn tabel(&self, berkas: &str) -> TabelData {
        let found = match self {
            Self::Situs(dir) => output::baca(dir, berkas).and_then(|isi| TabelData::csv(&isi)),
            Self::Kenangan(k) => k.tabel(berkas),
        };
        found.unwrap_or_else(TabelData::kosong)
    }
}
