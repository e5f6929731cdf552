//! A table of a page as CSV.

use super::{Gaya, tulis};
use crate::pages::lembar::Lembar;

/// Headings and rows.
pub fn csv(l: &Lembar) -> Vec<u8> {
    tulis(Gaya::Baku, std::iter::once(l.kepala.clone()).chain(l.baris.iter().cloned()))
}
