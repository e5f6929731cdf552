//! Harapan: what a cell of a column may hold, and how its document writes it.

use super::kata_skala::KataSkala;
use crate::number::{Boleh, Style};

/// What a cell is expected to hold.
#[derive(Debug, Clone, Copy)]
pub struct Harapan<'a> {
    /// Text only: nothing is read as a number.
    pub teks: bool,
    /// The letters and words that count as values here.
    pub huruf: &'a [KataSkala],
    /// How the document writes numbers.
    pub style: Style,
    /// What the measure of its column may hold.
    pub boleh: Boleh,
    /// Whether a number without unit is a percentage here.
    pub persen: bool,
    /// Whether a number without unit counts whole things here.
    pub cacah: bool,
    /// Whether it stands in a table of no indicator.
    pub bebas: bool,
}
