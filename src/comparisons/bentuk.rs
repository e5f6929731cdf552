//! `BentukLain`: what stands where a number to compare would.

use crate::records::Alasan as AlasanKosong;
use serde::{Deserialize, Serialize};

/// A form in which a figure is printed and not compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BentukLain {
    /// A letter of the padanan's scale: its place on it, 0 the highest, and what is printed.
    Huruf {
        /// Place on the scale.
        urutan: usize,
        /// The letter of that class, or its name where it has none.
        huruf: String,
    },
    /// A letter of no scale, a range, a ratio, as printed.
    Tercetak(String),
    /// By quarters, half-years or months only.
    PerMasa,
    /// A percentage without the amounts it is computed from, as printed.
    HanyaPersen(String),
    /// A figure that is doubted, or rests on one.
    Ragu,
    /// The amount to divide by is zero.
    PembagiNol,
    /// A program that is not among those which add up to the whole budget.
    BukanPos,
    /// A cell that holds no value and says why: not printed, not applicable, not legible.
    Kosong(AlasanKosong),
}
