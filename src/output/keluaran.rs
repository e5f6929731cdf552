//! Keluaran: where the files of a site go, one by one and from any thread: a folder, a tree in memory, or nowhere.

use super::daftar::{Sidik, sidik};
use super::{OutputError, Tree, is_plain};
use crate::pesan;
use std::sync::{Mutex, PoisonError};

/// Takes the files of one build, in any order and from many threads.
pub trait Keluaran: Sync {
    /// One file of the site: staged, or found equal to what is there and kept. Gives its fingerprint.
    ///
    /// # Errors
    /// [`OutputError`] when the path cannot be a file of the site, was given another content before, or cannot be
    /// written.
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, OutputError>;

    /// Files the site would have again, each with its fingerprint: those that are there so are kept without being
    /// rendered, read or written. False, and nothing is kept, when any of them is not there so; the caller then makes
    /// and writes them again.
    fn tetap(&self, files: &[(String, Sidik)]) -> bool;
}

/// A tree in memory: what tests compare.
#[derive(Default)]
pub struct Pohon {
    lama: Tree,
    baru: Mutex<Tree>,
}

impl Pohon {
    /// A build after another, whose files may stay.
    #[must_use]
    pub fn sesudah(lama: Tree) -> Self {
        Self { lama, baru: Mutex::default() }
    }

    /// The finished tree.
    #[must_use]
    pub fn selesai(self) -> Tree {
        self.baru.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keluaran for Pohon {
    fn tulis(&self, path: &str, isi: &[u8]) -> Result<Sidik, OutputError> {
        periksa_nama(path)?;
        let mut baru = self.baru.lock().unwrap_or_else(PoisonError::into_inner);
        match baru.get(path) {
            Some(other) if other != isi => return Err(dua_isi(path)),
            Some(_) => {}
            None => drop(baru.insert(path.to_string(), isi.to_vec())),
        }
        Ok(sidik(isi))
    }

    fn tetap(&self, files: &[(String, Sidik)]) -> bool {
        let there = |(path, s): &(String, Sidik)| self.lama.get_key_value(path).filter(|(_, isi)| sidik(isi) == *s);
        let Some(files) = files.iter().map(there).collect::<Option<Vec<_>>>() else { return false };
        let mut baru = self.baru.lock().unwrap_or_else(PoisonError::into_inner);
        baru.extend(files.into_iter().map(|(path, isi)| (path.clone(), isi.clone())));
        true
    }
}

/// Nowhere: `check` makes every page and keeps none; what it gives for a fingerprint means nothing.
pub struct Kosong;

impl Keluaran for Kosong {
    fn tulis(&self, path: &str, _: &[u8]) -> Result<Sidik, OutputError> {
        periksa_nama(path).map(|()| Sidik::default())
    }

    fn tetap(&self, _: &[(String, Sidik)]) -> bool {
        false
    }
}

/// A path that is not a plain one inside the site is a bug of whoever made it.
pub(super) fn periksa_nama(path: &str) -> Result<(), OutputError> {
    if is_plain(path) { Ok(()) } else { Err(tidak_bisa(path)) }
}

/// A path that cannot be a file: of a wrong form, or a folder of other files.
pub(super) fn tidak_bisa(path: &str) -> OutputError {
    OutputError::new(
        pesan!("`{path}` tidak bisa menjadi nama berkas dalam situs", "`{path}` cannot be a file of the site"),
        pesan!("laporkan ini sebagai kesalahan terang", "please report this as a bug of terang"),
    )
}

/// Two pages at one address: the later would silently hide the earlier.
pub(super) fn dua_isi(path: &str) -> OutputError {
    OutputError::new(
        pesan!("`{path}` ditulis dua kali dengan isi yang berbeda", "`{path}` is written twice, with two contents"),
        pesan!("laporkan ini sebagai kesalahan terang", "please report this as a bug of terang"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_keeps_what_is_as_last_time_and_says_when_it_is_not_there() {
        let pohon = Pohon::default();
        pohon.tulis("a/index.html", b"1").expect("a");
        pohon.tulis("b/index.html", b"2").expect("b");
        let next = Pohon::sesudah(pohon.selesai());
        assert!(next.tetap(&[("a/index.html".into(), sidik(b"1"))]));
        assert!(!next.tetap(&[("b/index.html".into(), sidik(b"2")), ("c".into(), sidik(b""))]), "one is missing");
        assert!(!next.tetap(&[("b/index.html".into(), sidik(b"3"))]), "it has another content");
        next.tulis("b/index.html", b"3").expect("b");
        let tree = next.selesai();
        assert_eq!(tree.len(), 2);
        assert_eq!((tree["a/index.html"].as_slice(), tree["b/index.html"].as_slice()), (&b"1"[..], &b"3"[..]));
    }

    #[test]
    fn one_address_has_one_content_and_stays_inside_the_site() {
        for keluaran in [&Pohon::default() as &dyn Keluaran, &Kosong] {
            assert!(keluaran.tulis("../a", b"").is_err());
            assert!(keluaran.tulis("/a", b"").is_err());
        }
        let pohon = Pohon::default();
        pohon.tulis("a", b"1").expect("first");
        pohon.tulis("a", b"1").expect("the same again");
        assert!(pohon.tulis("a", b"2").is_err());
    }
}
