//! Bagian: a site made by several machines. Each makes a part into a folder of its own; the parts together are the whole,
//! byte for byte. Folders are all that passes between machines, by whatever carries folders.
//!
//! ```text
//! bagian-2/bagian.json   which part of how many, made of what, and the names below simpanan/
//! bagian-2/situs/        its files of the site
//! bagian-2/simpanan/     what the rest of the site needs of them: what a build keeps for the next one
//! ```
//!
//! To join is to build with the parts in the place of what an earlier build left: pages of agencies and of comparisons are
//! taken, and what speaks of everything is made.

mod buat;
mod gabung;
mod tanda;

pub use buat::Pembuat;
pub use gabung::{Gabungan, Kumpulan};
pub use tanda::{Asal, TANDA, Tanda};

/// The folder of a part that holds its files of the site.
const SITUS: &str = "situs";

/// The file in which a part keeps a value.
fn simpanan(nama: &str) -> String {
    format!("simpanan/{nama}.simpan")
}
