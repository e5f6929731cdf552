//! Tukar: the new site is assembled beside the old one and takes its place in one step.
//!
//! What did not change, and everything in the folder that is not terang's, gets a second name in the new site instead
//! of a copy. Afterwards the old site goes, or stays as the spare from which the next one is assembled.

use super::OutputError;
use super::galat::{berubah, failed};
use super::pindai::{Jenis, Pindaian, Rupa};
use super::sistem;
use super::tahap::Tahap;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::Path;

/// What a new site is made of.
pub struct Rencana<'a> {
    /// The folder of the site.
    pub out: &'a Path,
    /// What is in it now; `None` when it is not there.
    pub pindai: Option<&'a Pindaian>,
    /// Its own identity, mode and owner at that time.
    pub meta: Option<&'a std::fs::Metadata>,
    /// What is carried over: unchanged files, and all that is foreign; sorted.
    pub bawa: Vec<(&'a OsStr, &'a Rupa)>,
    /// Files written into the staging folder; the manifest is one of them.
    pub baru: BTreeSet<&'a str>,
}

/// Why a site was not exchanged.
pub enum Gagal {
    /// Not possible here; another way is.
    Cara,
    Galat(OutputError),
}

impl Rencana<'_> {
    /// Assembles the new site and exchanges it for the old one.
    pub fn jalankan(&self, tahap: &Tahap) -> Result<(), Gagal> {
        self.susun(tahap)?;
        sistem::sync_dir(&tahap.situs);
        self.pindah(tahap)?;
        if let Some(parent) = self.out.parent() {
            sistem::sync_dir(parent);
        }
        Ok(())
    }

    /// Gives the staging folder everything that is carried over, and takes out what is not of this site.
    pub fn susun(&self, tahap: &Tahap) -> Result<(), Gagal> {
        let situs = &tahap.situs;
        let galat = |path: &Path| {
            let path = path.to_path_buf();
            move |e: io::Error| Gagal::Galat(failed(&path, &e))
        };
        tahap.buat(situs).map_err(galat(situs))?;
        let ada = if tahap.cadangan { Pindaian::dari(situs, "").map_err(galat(situs))? } else { Pindaian::default() };
        let bawa = |path: &OsStr| self.bawa.binary_search_by(|(p, _)| (*p).cmp(path)).ok().map(|at| self.bawa[at].1);
        let baru = |path: &OsStr| path.to_str().is_some_and(|path| self.baru.contains(path));
        let tinggal = |path: &OsStr, rupa: &Rupa| bawa(path).is_some_and(|b| sama(b, rupa)) || baru(path);
        let berkas: Vec<_> = ada.iter().filter(|(_, rupa)| rupa.jenis != Jenis::Folder).collect();
        berkas.par_iter().filter(|(path, rupa)| !tinggal(path, rupa)).try_for_each(|(path, _)| {
            let path = situs.join(path);
            std::fs::remove_file(&path).map_err(galat(&path))
        })?;
        let folder = self.folder();
        for (path, _) in ada.iter().rev().filter(|(path, rupa)| rupa.jenis == Jenis::Folder && !folder.contains(path)) {
            let path = situs.join(path);
            std::fs::remove_dir(&path).map_err(galat(&path))?;
        }
        let own = std::fs::symlink_metadata(situs).map_err(galat(situs))?;
        let own = (0o755, sistem::pemilik(&own));
        for path in &folder {
            let target = situs.join(path);
            if ada.get(path).is_none() {
                tahap.buat(&target).map_err(galat(&target))?;
            }
            let before = self.pindai.and_then(|p| p.get(path)).filter(|r| r.jenis == Jenis::Folder);
            if before.is_some_and(|r| (r.mode, r.pemilik) != own) {
                let meta = std::fs::symlink_metadata(self.out.join(path));
                meta.and_then(|meta| sistem::seperti(&target, &meta)).map_err(galat(&target))?;
            }
        }
        self.bawa
            .par_iter()
            .filter(|(path, rupa)| rupa.jenis != Jenis::Folder && !ada.get(path).is_some_and(|a| sama(a, rupa)))
            .try_for_each(|(path, rupa)| nama_kedua(&self.out.join(path), &situs.join(path), rupa))?;
        if let Some(meta) = self.meta {
            sistem::seperti(situs, meta).map_err(galat(situs))?;
        }
        Ok(())
    }

    /// The folders of the new site: those above its files, and foreign ones, sorted so that parents come first.
    fn folder(&self) -> BTreeSet<&OsStr> {
        let mut all = BTreeSet::new();
        for (path, rupa) in &self.bawa {
            above(path, &mut all);
            if rupa.jenis == Jenis::Folder {
                all.insert(*path);
            }
        }
        self.baru.iter().for_each(|path| above(OsStr::new(*path), &mut all));
        all
    }

    /// The one step.
    fn pindah(&self, tahap: &Tahap) -> Result<(), Gagal> {
        let (out, situs) = (self.out, &tahap.situs);
        let galat = |e: io::Error| match e.kind() {
            io::ErrorKind::ResourceBusy | io::ErrorKind::PermissionDenied | io::ErrorKind::CrossesDevices => {
                Gagal::Cara
            }
            _ => Gagal::Galat(failed(out, &e)),
        };
        let Some(meta) = self.meta else {
            return std::fs::rename(situs, out).map_err(|e| Gagal::Galat(failed(out, &e)));
        };
        match sistem::tukar(situs, out) {
            Ok(()) => {}
            Err(e) if matches!(e.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
                return self.dua_langkah(tahap);
            }
            Err(e) => return Err(galat(e)),
        }
        // Somebody may have put another folder or a link there meanwhile.
        let got = std::fs::symlink_metadata(situs).map(|got| sistem::identitas(&got)).ok();
        if got != Some(sistem::identitas(meta)) {
            sistem::tukar(situs, out).map_err(galat)?;
            return Err(Gagal::Galat(berubah(out)));
        }
        Ok(())
    }

    /// Two renames, where folders cannot be exchanged; a build that is cut off between them is mended by the next.
    fn dua_langkah(&self, tahap: &Tahap) -> Result<(), Gagal> {
        let (out, lama) = (self.out, tahap.lama());
        // An open file inside keeps a folder where it is on some systems.
        std::fs::rename(out, &lama).map_err(|_| Gagal::Cara)?;
        if let Err(e) = std::fs::rename(&tahap.situs, out) {
            std::fs::rename(&lama, out)
                .map_err(|back| Gagal::Galat(super::galat::campur(out, tahap.root(), out, &back)))?;
            return Err(Gagal::Galat(failed(out, &e)));
        }
        // From here on the site is the new one; what remains is removed now or by the next build.
        let _ = std::fs::rename(&lama, &tahap.situs);
        Ok(())
    }

    /// What others put into the old folder while the new one was assembled: it follows.
    pub fn susulan(&self, tahap: &Tahap, milik: &dyn Fn(&str) -> bool) {
        let Some(before) = self.pindai else { return };
        // A new name changes the time of its folder; the top one was moved, which does so too.
        let folders: Vec<_> = before.iter().filter(|(_, rupa)| rupa.jenis == Jenis::Folder).collect();
        let touched = |path: &OsStr, rupa: &Rupa| {
            std::fs::symlink_metadata(tahap.situs.join(path)).is_ok_and(|meta| sistem::ubah(&meta) != rupa.ubah)
        };
        let mut changed: Vec<&OsStr> =
            folders.into_par_iter().filter(|(path, rupa)| touched(path, rupa)).map(|(path, _)| path).collect();
        changed.insert(0, OsStr::new(""));
        for folder in changed {
            for entry in std::fs::read_dir(tahap.situs.join(folder)).into_iter().flatten().flatten() {
                let path = Path::new(folder).join(entry.file_name());
                let Ok(rupa) = entry.metadata().map(|meta| Rupa::dari(&meta)) else { continue };
                let same = |b: &Rupa| b.identitas == rupa.identitas && b.jenis == rupa.jenis;
                if before.get(&path).is_some_and(same) || path.to_str().is_some_and(milik) {
                    continue;
                }
                let to = self.out.join(&path);
                let _ = to
                    .parent()
                    .map_or(Ok(()), std::fs::create_dir_all)
                    .and_then(|()| std::fs::rename(entry.path(), &to));
            }
        }
    }
}

/// Whether two names are of one file.
fn sama(a: &Rupa, b: &Rupa) -> bool {
    a.identitas.is_some() && a.identitas == b.identitas
}

/// A second name for a file, also for a link or a pipe, whatever it leads to.
fn nama_kedua(from: &Path, to: &Path, rupa: &Rupa) -> Result<(), Gagal> {
    match std::fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Err(Gagal::Galat(berubah(from))),
        Err(e) if e.kind() == io::ErrorKind::StorageFull => Err(Gagal::Galat(failed(to, &e))),
        Err(_) if rupa.jenis == Jenis::Tautan => sistem::tautan(from, to).map_err(|_| Gagal::Cara),
        Err(_) => Err(Gagal::Cara),
    }
}

/// The folders above a path.
fn above<'p>(path: &'p OsStr, all: &mut BTreeSet<&'p OsStr>) {
    let mut at = Path::new(path);
    while let Some(parent) = at.parent().filter(|p| !p.as_os_str().is_empty()) {
        if !all.insert(parent.as_os_str()) {
            break;
        }
        at = parent;
    }
}
