//! The CSS classes of a chart, and how they travel through plotters: as reserved colour codes.
//!
//! Plotters knows colours, the page wants classes. Each class owns one RGB code; the backend turns
//! it back into its name. No colour is ever written into the SVG.

use crate::pages::figure::{Figure, Peran};
use plotters::style::RGBColor;

/// What an element of a chart stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The axis and the zero line.
    Garis,
    /// Grid lines.
    Kisi,
    /// Axis numbers, notes: quiet text.
    Teks,
    /// Names of categories and series: text that is read.
    Nama,
    /// The reference line.
    Acuan,
    /// A break in the definition.
    Putus,
    /// What was reached or spent.
    Realisasi,
    /// What was promised.
    Target,
    /// The path still ahead.
    Rencana,
    /// The whole behind a part.
    Keseluruhan,
    /// Series without a role of their own, first to fourth.
    Lain1,
    /// Second of them.
    Lain2,
    /// Third of them.
    Lain3,
    /// Fourth of them.
    Lain4,
    /// Other places, for context: grey.
    Rekan,
    /// What was added.
    Naik,
    /// What was taken away.
    Turun,
    /// The empty track a bar lies on; a cell without a value.
    Alur,
    /// Text on a solid part.
    Balik,
    /// The shades of a matrix, lowest first; [`Class::kadar`] picks one.
    Kadar1,
    /// Second shade.
    Kadar2,
    /// Third shade.
    Kadar3,
    /// Fourth shade.
    Kadar4,
    /// Fifth shade.
    Kadar5,
    /// The parts of a whole in their fixed colours; [`Class::bagian`] picks one.
    Bagian1,
    /// Second part.
    Bagian2,
    /// Third part.
    Bagian3,
    /// Fourth part.
    Bagian4,
    /// Fifth part.
    Bagian5,
    /// Sixth part.
    Bagian6,
    /// The same parts pale: not spent, or a level deeper.
    Muda1,
    /// Second part, pale.
    Muda2,
    /// Third part, pale.
    Muda3,
    /// Fourth part, pale.
    Muda4,
    /// Fifth part, pale.
    Muda5,
    /// Sixth part, pale.
    Muda6,
}

/// How many parts have a colour of their own.
pub const BAGIAN: usize = 6;
/// How many shades a matrix has.
pub const KADAR: usize = 5;

/// In the order of the enum.
const NAMES: [&str; 36] = [
    "c-garis",
    "c-kisi",
    "c-teks",
    "c-nama",
    "c-acuan",
    "c-putus",
    "c-realisasi",
    "c-target",
    "c-rencana",
    "c-keseluruhan",
    "c-lain",
    "c-lain c-lain-2",
    "c-lain c-lain-3",
    "c-lain c-lain-4",
    "c-rekan",
    "c-naik",
    "c-turun",
    "c-alur",
    "c-balik",
    "c-kadar c-kadar-1",
    "c-kadar c-kadar-2",
    "c-kadar c-kadar-3",
    "c-kadar c-kadar-4",
    "c-kadar c-kadar-5",
    "c-bagian-1",
    "c-bagian-2",
    "c-bagian-3",
    "c-bagian-4",
    "c-bagian-5",
    "c-bagian-6",
    "c-bagian-1 c-muda",
    "c-bagian-2 c-muda",
    "c-bagian-3 c-muda",
    "c-bagian-4 c-muda",
    "c-bagian-5 c-muda",
    "c-bagian-6 c-muda",
];

impl Class {
    /// The colour that stands for this class inside plotters.
    pub fn color(self) -> RGBColor {
        RGBColor(self as u8, 0, 0)
    }

    /// The colour of a part by its place, solid or pale.
    pub fn bagian(place: usize, pale: bool) -> Self {
        const SOLID: [Class; BAGIAN] =
            [Class::Bagian1, Class::Bagian2, Class::Bagian3, Class::Bagian4, Class::Bagian5, Class::Bagian6];
        const PALE: [Class; BAGIAN] =
            [Class::Muda1, Class::Muda2, Class::Muda3, Class::Muda4, Class::Muda5, Class::Muda6];
        if pale { PALE[place % BAGIAN] } else { SOLID[place % BAGIAN] }
    }

    /// A shade of the matrix, 0 the lowest.
    pub fn kadar(shade: usize) -> Self {
        const ALL: [Class; KADAR] = [Class::Kadar1, Class::Kadar2, Class::Kadar3, Class::Kadar4, Class::Kadar5];
        ALL[shade.min(KADAR - 1)]
    }

    /// The class of one series: its role decides, and for `Lain` its place among its kind.
    pub fn of(figure: &Figure, index: usize) -> Self {
        match figure.deret.get(index).map(|deret| deret.peran) {
            Some(Peran::Realisasi | Peran::Sebagian) => Self::Realisasi,
            Some(Peran::Target) => Self::Target,
            Some(Peran::Rencana) => Self::Rencana,
            Some(Peran::Keseluruhan) => Self::Keseluruhan,
            Some(Peran::Lain) | None => {
                let before = figure.deret.iter().take(index);
                match before.filter(|deret| deret.peran == Peran::Lain).count() % 4 {
                    0 => Self::Lain1,
                    1 => Self::Lain2,
                    2 => Self::Lain3,
                    _ => Self::Lain4,
                }
            }
        }
    }
}

/// The class name behind a reserved colour code.
pub fn name(rgb: (u8, u8, u8)) -> &'static str {
    NAMES.get(usize::from(rgb.0)).copied().unwrap_or("c-teks")
}

/// The dash pattern of a class, so that dashed lines stay dashed without a stylesheet.
pub fn dashes(rgb: (u8, u8, u8)) -> Option<&'static str> {
    const PATTERNS: [(Class, &str); 5] = [
        (Class::Rencana, "5 4"),
        (Class::Acuan, "6 3"),
        (Class::Putus, "2 3"),
        (Class::Lain2, "9 3"),
        (Class::Lain4, "2 2"),
    ];
    let found = PATTERNS.iter().find(|(class, _)| *class as u8 == rgb.0);
    found.map(|(_, pattern)| *pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_finds_its_name() {
        assert_eq!(name((Class::Garis as u8, 0, 0)), "c-garis");
        assert_eq!(name((Class::Keseluruhan as u8, 0, 0)), "c-keseluruhan");
        assert_eq!(name((Class::Lain4 as u8, 0, 0)), "c-lain c-lain-4");
        assert_eq!(name((Class::bagian(6, false) as u8, 0, 0)), "c-bagian-1");
        assert_eq!(name((Class::Muda6 as u8, 0, 0)), "c-bagian-6 c-muda");
        assert_eq!(name((Class::kadar(9) as u8, 0, 0)), "c-kadar c-kadar-5");
        assert_eq!(name((200, 0, 0)), "c-teks");
    }
}
