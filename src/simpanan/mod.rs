//! Simpanan: what an earlier build already worked out, kept under the fingerprint of everything it depends on.
//!
//! A value is only ever used for the same content, theme, options and program: the key is a hash of all of them. What is
//! lost, damaged or foreign is worked out again, so the whole store can be deleted at any moment.

mod folder;
mod ingatan;
pub mod milik;

pub use folder::{Folder, buka_bungkus, bungkus};
pub use ingatan::Ingatan;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Programs beyond this many bytes are told apart without being read.
const TERBESAR: u64 = 64 * 1024 * 1024;

/// The fingerprint of everything a value depends on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Kunci([u8; 32]);

impl fmt::Debug for Kunci {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02x}{:02x}{:02x}{:02x}", self.0[0], self.0[1], self.0[2], self.0[3])
    }
}

impl Kunci {
    /// The hash of some parts, each with its length: `ab, c` is not `a, bc`.
    #[must_use]
    pub fn dari<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Self {
        let mut hash = blake3::Hasher::new();
        for part in parts {
            hash.update(&(part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    /// The hash of a value as it serialises; maps in it must be ordered.
    #[must_use]
    pub fn nilai(value: &impl Serialize) -> Self {
        let mut out = std::io::BufWriter::with_capacity(16 * 1024, blake3::Hasher::new());
        // Our own values always serialise, and a hash is never full.
        let whole = serde_json::to_writer(&mut out, value).is_ok();
        let hash = out.into_inner().unwrap_or_default();
        Self::dari([&hash.finalize().as_bytes()[..], &[u8::from(whole)]])
    }

    /// The hash of this program: another one may work the same things out differently.
    #[must_use]
    pub fn program() -> Self {
        let exe = std::env::current_exe().unwrap_or_default();
        let meta = std::fs::metadata(&exe).ok();
        let own = match meta.as_ref().map(std::fs::Metadata::len) {
            // A program for developers is large, and stands where it was built: its time tells it from the next one.
            Some(len) if len > TERBESAR => format!("{len} {:?}", meta.and_then(|m| m.modified().ok())).into_bytes(),
            _ => std::fs::read(exe).unwrap_or_default(),
        };
        Self::dari([env!("CARGO_PKG_VERSION").as_bytes(), &own])
    }

    /// The hash of all bytes of this program: on several machines nothing else tells that it is the same.
    #[must_use]
    pub fn program_utuh() -> Self {
        let mut hash = blake3::Hasher::new();
        let read = std::env::current_exe().and_then(std::fs::File::open).and_then(|file| {
            hash.update_reader(file)?;
            Ok(())
        });
        // What cannot be read is no program that others have too.
        let whole = if read.is_ok() { [0; 32] } else { *Self::program().bytes() };
        Self::dari([env!("CARGO_PKG_VERSION").as_bytes(), hash.finalize().as_bytes(), &whole])
    }

    /// As text.
    #[must_use]
    pub fn hex(&self) -> String {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Where values are kept: one for every name, whatever its key; the next one takes its place.
pub trait Simpanan: Sync {
    /// Whether anything is kept at all: nobody computes keys for nothing.
    fn ada(&self) -> bool {
        true
    }

    /// What is kept under a name, with its key.
    fn ambil(&self, nama: &str) -> Option<(Kunci, Vec<u8>)>;

    /// Keeps a value; a value that cannot be kept is worked out again the next time.
    fn taruh(&self, nama: &str, kunci: &Kunci, isi: Vec<u8>);

    /// A value is still good though nobody asked for it; without a name, all of them are.
    fn masih(&self, _nama: Option<&str>) {}
}

impl dyn Simpanan + '_ {
    /// The value of a name, if it was kept under this key.
    pub fn baca<T: DeserializeOwned>(&self, nama: &str, kunci: &Kunci) -> Option<T> {
        let (own, isi) = self.ambil(nama)?;
        (own == *kunci).then(|| serde_json::from_slice(&isi).ok()).flatten()
    }

    /// The value of a name with its key, whatever that is.
    pub fn baca_lama<T: DeserializeOwned>(&self, nama: &str) -> Option<(Kunci, T)> {
        let (own, isi) = self.ambil(nama)?;
        Some((own, serde_json::from_slice(&isi).ok()?))
    }

    /// Keeps a value.
    pub fn tulis(&self, nama: &str, kunci: &Kunci, value: &impl Serialize) {
        if self.ada()
            && let Ok(isi) = serde_json::to_vec(value)
        {
            self.taruh(nama, kunci, isi);
        }
    }
}

/// Keeps nothing.
pub struct Tanpa;

impl Simpanan for Tanpa {
    fn ada(&self) -> bool {
        false
    }

    fn ambil(&self, _: &str) -> Option<(Kunci, Vec<u8>)> {
        None
    }

    fn taruh(&self, _: &str, _: &Kunci, _: Vec<u8>) {}
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests damage what is kept")]
mod tests {
    use super::*;

    fn kunci(text: &str) -> Kunci {
        Kunci::dari([text.as_bytes()])
    }

    #[test]
    fn a_value_is_found_under_its_key_only_and_a_damaged_one_not_at_all() {
        let dir = tempfile::tempdir().expect("tempdir");
        let folder = Folder::buka(dir.path().join("simpanan")).expect("folder");
        let ingatan = Ingatan::default();
        for store in [&folder as &dyn Simpanan, &ingatan] {
            store.tulis("jejak/a/b", &kunci("satu"), &vec![1, 2, 3]);
            assert_eq!(store.baca::<Vec<i32>>("jejak/a/b", &kunci("satu")), Some(vec![1, 2, 3]));
            assert_eq!(store.baca::<Vec<i32>>("jejak/a/b", &kunci("dua")), None);
            assert_eq!(store.baca::<Vec<i32>>("jejak/a", &kunci("satu")), None);
            assert_eq!(store.baca::<String>("jejak/a/b", &kunci("satu")), None, "another shape is no value");
            store.tulis("jejak/a/b", &kunci("dua"), &vec![4]);
            assert_eq!(store.baca_lama::<Vec<i32>>("jejak/a/b"), Some((kunci("dua"), vec![4])));
        }
        let file = walkdir::WalkDir::new(dir.path()).into_iter().flatten().find(|e| e.file_name() == "b.simpan");
        let path = file.expect("one file").into_path();
        let folder: &dyn Simpanan = &folder;
        let whole = std::fs::read(&path).expect("read");
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            std::fs::write(&path, &bytes).expect("write");
            assert_eq!(folder.baca::<Vec<i32>>("jejak/a/b", &kunci("dua")), None, "byte {at}");
        }
        std::fs::write(&path, &whole[..whole.len() - 1]).expect("write");
        assert_eq!(folder.baca::<Vec<i32>>("jejak/a/b", &kunci("dua")), None, "cut");
    }

    #[test]
    fn what_no_run_asked_for_any_more_is_removed() {
        let dir = tempfile::tempdir().expect("tempdir");
        let root = dir.path().join("simpanan");
        let first = Folder::buka(root.clone()).expect("folder");
        let first: &dyn Simpanan = &first;
        first.tulis("jejak/a/b", &kunci("x"), &1);
        first.tulis("jejak/a/c", &kunci("x"), &1);
        let folder = Folder::buka(root).expect("folder");
        let next: &dyn Simpanan = &folder;
        assert_eq!(next.baca::<i32>("jejak/a/b", &kunci("x")), Some(1));
        folder.rapikan();
        assert_eq!(next.baca::<i32>("jejak/a/b", &kunci("x")), Some(1));
        assert_eq!(next.baca::<i32>("jejak/a/c", &kunci("x")), None);
        let last = Folder::buka(dir.path().join("simpanan")).expect("folder");
        last.masih(Some("jejak/a/b"));
        last.rapikan();
        let last: &dyn Simpanan = &last;
        assert_eq!(last.baca::<i32>("jejak/a/b", &kunci("x")), Some(1), "still good without being asked for");
    }

    #[test]
    fn a_folder_of_somebody_else_is_no_store_and_a_link_in_one_leads_nowhere() {
        let dir = tempfile::tempdir().expect("tempdir");
        let other = dir.path().join("dokumen");
        std::fs::create_dir(&other).expect("folder");
        std::fs::write(other.join("surat.simpan"), "isi").expect("write");
        assert!(Folder::buka(other.clone()).is_err());
        assert_eq!(std::fs::read_dir(&other).expect("list").count(), 1, "nothing is added either");
        let root = dir.path().join("simpanan");
        let folder = Folder::buka(root.clone()).expect("new");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(other.join("surat.simpan"), root.join("utuh.simpan")).expect("link");
            let store: &dyn Simpanan = &folder;
            store.tulis("utuh", &kunci("x"), &1);
            assert_eq!(store.baca::<i32>("utuh", &kunci("x")), Some(1));
            assert_eq!(std::fs::read_to_string(other.join("surat.simpan")).expect("read"), "isi");
        }
        drop(folder);
        assert!(Folder::buka(root).is_ok(), "its own folder again");
    }

    #[test]
    fn keys_of_other_parts_differ() {
        assert_ne!(Kunci::dari([&b"ab"[..], b"c"]), Kunci::dari([&b"a"[..], b"bc"]));
        assert_ne!(Kunci::nilai(&"a"), Kunci::nilai(&"b"));
        assert_eq!(Kunci::nilai(&["a"]), Kunci::nilai(&["a"]));
    }
}
