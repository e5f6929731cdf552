//! Comparisons: cases as files (`tests/banding/`, `tests/kalimat/`), properties, and what the repository's content gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod angka;
mod bersama;
mod kalimat;
mod pasangan;
mod sifat;
mod skala;
