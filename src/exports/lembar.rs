//! A table of a page as CSV.

use super::tulis;
use crate::pages::lembar::Lembar;

/// Headings and rows.
pub fn csv(l: &Lembar) -> Vec<u8> {
    tulis(std::iter::once(l.kepala.clone()).chain(l.baris.iter().cloned()))
}
