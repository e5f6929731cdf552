//! Ingatan: a store in memory, for a server that builds again and again.

use super::{Kunci, Simpanan};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A store in memory.
#[derive(Default)]
pub struct Ingatan(Mutex<BTreeMap<String, (Kunci, Vec<u8>)>>);

impl Simpanan for Ingatan {
    fn ambil(&self, nama: &str) -> Option<(Kunci, Vec<u8>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(nama).cloned()
    }

    fn taruh(&self, nama: &str, kunci: &Kunci, isi: Vec<u8>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(nama.to_string(), (*kunci, isi));
    }
}
