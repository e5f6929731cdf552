//! `Figure`: the data of one chart. From the same value come the SVG, the table beside it, the text alternative and the CSV.

use crate::measures::Uang;
use crate::number::Lang;
use rust_decimal::Decimal;
use serde::Serialize;

/// What a number is, so that chart, table and CSV write it alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Jenis {
    /// Percent, kept as printed: 95.39 is 95,39%.
    Persen,
    /// Rupiah.
    Rupiah,
    /// A count or an index, with its own unit.
    Angka,
}

/// What a series stands for: it decides the line, the marker and the colour class, never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Peran {
    /// What was reached or spent: solid, filled marker.
    Realisasi,
    /// The same of a year that is not over: hollow.
    Sebagian,
    /// What was promised for a year that has passed or is running: thin line, open square marker.
    Target,
    /// The path still ahead (Renstra): dashed.
    Rencana,
    /// The whole of which `Realisasi` is a part (pagu, terdata): pale bar behind.
    Keseluruhan,
    /// A further series without a role of its own.
    Lain,
}

/// One value of a series. `None` is missing, never zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Titik {
    /// The exact value; `None` when there is none.
    pub nilai: Option<Decimal>,
    /// As written on page and chart label: `95,39%`, `Rp57,82 miliar`, `—`.
    pub teks: String,
    /// The exact text for the table where it differs from `teks` (full rupiah).
    pub lengkap: String,
    /// Lower and upper value when the document states several for one fact.
    pub rentang: Option<(Decimal, Decimal)>,
    /// A short remark: why it is missing, that it is doubted, a cut-off.
    pub catatan: Option<String>,
    /// A letter's step on its scale, counted from below, and how many steps there are: `nilai` is that step, `teks` the letter.
    pub jenjang: Option<(usize, usize)>,
}

impl Titik {
    /// Whether it is a percentage: those of one picture share an axis.
    pub fn persen(&self) -> bool {
        self.jenjang.is_none() && self.teks.ends_with('%')
    }

    /// An amount: short on the label, in the table as far as it is known.
    pub fn uang(lang: Lang, nilai: Option<Uang>, catatan: Option<String>) -> Self {
        Self {
            nilai: nilai.map(|u| u.nilai),
            teks: nilai.map_or_else(|| "—".into(), |u| u.label(lang)),
            lengkap: nilai.map_or_else(|| "—".into(), |u| u.lengkap(lang)),
            rentang: None,
            catatan,
            jenjang: None,
        }
    }
}

/// A named series, one point for every category of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deret {
    /// Name as shown beside the line or above the bars.
    pub nama: String,
    /// What it stands for.
    pub peran: Peran,
    /// As many as `Figure::kategori`.
    pub titik: Vec<Titik>,
}

/// How the figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bentuk {
    /// Lines over years; categories are years. A gap in the data breaks the line.
    Garis,
    /// Horizontal bars, one series, with an optional reference line (`acuan`), sorted as given.
    Batang,
    /// Horizontal bars of a part within its whole: series 0 `Keseluruhan` behind series 1 `Realisasi`.
    BatangGanda,
    /// Vertical columns over years: series 0 `Keseluruhan` behind series 1 `Realisasi`.
    Kolom,
    /// One dot per category on a single axis; the label names it.
    Strip,
    /// Small multiples: one little line chart per series on one scale; categories are years.
    Kecil,
    /// Two measures: series 0 is x, series 1 is y; four quadrants cut at `acuan` (both axes).
    Kuadran,
    /// Bars each as long as its own group (series 0), filled as far as series 1 reaches; the remark of a part is its share.
    Terlayani,
    /// From total (series 0) to total by changes (series 1), one step a category.
    AirTerjun,
    /// Printed (series 0) against computed (series 1), every row on its own scale from zero.
    Halter,
    /// Target (series 0) and what was reached (series 1), every row in its own unit.
    Peluru,
    /// Few points, two above all: values written at both ends of every line.
    Lereng,
    /// Parts end to end; a `Realisasi` series behind a `Keseluruhan` one lies inside it. `Persen` fills the row.
    Tumpuk,
    /// Icicle of series 0; categories are paths, `Program › Kegiatan`.
    Petak,
    /// Rows of measures, series are columns; shaded within the row, the remark of a value is its year.
    Matriks,
    /// The own value (series 0) among those of others, every row on its own scale.
    StripBaris,
    /// How much of a whole (series 0) has passed (series 1): `9 dari 12 bulan`.
    Kemajuan,
    /// A sparkline: results joined, the plan dotted, no axis.
    Percik,
}

/// The distribution of the values of a strip, computed where the page's own is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SebaranFigure {
    /// A quarter of the values lies at or below it.
    pub kuartil_1: Decimal,
    /// Half of them.
    pub median: Decimal,
    /// Three quarters.
    pub kuartil_3: Decimal,
    /// What the marks mean, with these numbers as the page writes them.
    pub arti: String,
}

/// The data of one chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The language of its texts, and of the words and numbers a drawing adds.
    #[serde(skip)]
    pub lang: Lang,
    /// Stable slug, unique on its page: names the SVG, the CSV and the anchor.
    pub kode: String,
    /// At most ten words: what to see.
    pub judul: String,
    /// Measure, place and period.
    pub subjudul: String,
    /// The generated sentence: the text alternative, the caption of an embed.
    pub kalimat: String,
    /// How it is drawn.
    pub bentuk: Bentuk,
    /// What the numbers are.
    pub jenis: Jenis,
    /// Unit behind the number for `Jenis::Angka`.
    pub satuan: String,
    /// Heading of the category column: `Tahun`, `Program`, `Kabupaten`.
    pub kepala: String,
    /// Years, programs, services, kabupaten.
    pub kategori: Vec<String>,
    /// At most four series.
    pub deret: Vec<Deret>,
    /// A reference line (100% of target) with its label.
    pub acuan: Option<(Decimal, String)>,
    /// Median and quartiles as the page says them; a drawing computes none.
    pub sebaran: Option<SebaranFigure>,
    /// Categories after which a break in the definition cuts the line, with the reason.
    pub putus: Vec<(usize, String)>,
    /// Document and table.
    pub sumber: String,
    /// Up to when the data goes: `Keadaan 31 Desember 2024`.
    pub keadaan: String,
}
