//! The view of a padanan's page: what its template sees.

use super::Tautan;
use super::baris::BarisBanding;
use super::terbaru::Terbaru;
use serde::Serialize;

/// The view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HalamanPadanan {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// The question it answers.
    pub pertanyaan: Option<String>,
    /// Definition.
    pub definisi: String,
    /// `id` where one of name, question, definition and remark is Indonesian on a page in another language.
    pub bahasa: Option<&'static str>,
    /// Unit.
    pub satuan: Option<String>,
    /// Which way is better, in words.
    pub arah: &'static str,
    /// A remark.
    pub catatan: Option<String>,
    /// What may differ without excluding a value, in words.
    pub toleransi: Vec<&'static str>,
    /// The sentence above the strip.
    pub kalimat: String,
    /// The year shown; none where nobody reports anything.
    pub tahun: Option<i32>,
    /// Permanent address of the year.
    pub alamat_tahun: Option<String>,
    /// All years.
    pub tahun_lain: Vec<Tautan>,
    /// The newest value of each, where they are not all of the year shown.
    pub terbaru: Vec<Terbaru>,
    /// The values of years with no other.
    pub tunggal: Vec<BarisBanding>,
    /// The province shown.
    pub provinsi: Option<String>,
    /// Pages of the provinces.
    pub halaman: Vec<Tautan>,
    /// Whether the rows stand on the pages of the provinces instead of here.
    pub dibagi: bool,
    /// Codes of the figures: strip, small multiples, quadrants.
    pub grafik: Grafik,
    /// The values on the axis, the highest first.
    pub baris: Vec<BarisBanding>,
    /// Which columns have any content.
    pub kolom: Kolom,
    /// How many values count for rank and distribution.
    pub n: usize,
    /// Whether ranks are shown without being asked for.
    pub peringkat_tampil: bool,
    /// Whether any value has a rank.
    pub ada_peringkat: bool,
    /// Why there is no rank, or why it is folded away.
    pub catatan_peringkat: String,
    /// Median and quartiles.
    pub sebaran: Option<SebaranView>,
    /// The values beside the axis.
    pub tidak_setara: Vec<BarisBanding>,
    /// Letters printed without a number, the highest class first.
    pub huruf: Vec<HurufView>,
    /// Whose figure is printed in a form that cannot be compared.
    pub bentuk_lain: Vec<HilangView>,
    /// Of whom the portal holds none.
    pub hilang: Vec<HilangView>,
    /// Values of a neighbouring year of those who are missing, folded away until asked for.
    pub tetangga: Vec<TetanggaView>,
    /// The scale whose letters the values carry.
    pub skala: Option<SkalaView>,
    /// Formulas side by side.
    pub rumus: Vec<RumusView>,
    /// Capaian and serapan with the amounts.
    pub kuadran: Vec<KuadranView>,
    /// The table of all years as a file, from the root of the site.
    pub csv: Option<String>,
}

/// Codes of figures.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Grafik {
    /// Dot strip.
    pub strip: Option<String>,
    /// Small multiples.
    pub kecil: Option<String>,
    /// Quadrants.
    pub kuadran: Option<String>,
}

/// A class of a scale with those who have its letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HurufView {
    /// The letter.
    pub huruf: String,
    /// What it means, where that is another word.
    pub nama: Option<String>,
    /// Who, by name, with their pages.
    pub siapa: Vec<Tautan>,
}

/// Columns that are not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Kolom {
    /// Target.
    pub target: bool,
    /// Numerator and denominator.
    pub hitungan: bool,
    /// Letter.
    pub huruf: bool,
    /// Phase of the budget.
    pub tahap: bool,
    /// How many columns the table has, ranks not counted.
    pub lebar: usize,
}

/// Median and quartiles as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SebaranView {
    /// First quartile.
    pub kuartil_1: String,
    /// Median.
    pub median: String,
    /// Third quartile.
    pub kuartil_3: String,
}

/// A kabupaten without a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HilangView {
    /// Name.
    pub nama: String,
    /// Page from the root.
    pub url: String,
    /// Why, as far as the records say.
    pub sebab: String,
}

/// A value of a neighbouring year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TetanggaView {
    /// Its row.
    pub baris: BarisBanding,
    /// Whether it would share the axis.
    pub sebanding: bool,
    /// The remarks or reasons.
    pub alasan: Vec<String>,
}

/// A scale of letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SkalaView {
    /// Name.
    pub nama: String,
    /// Regulation it quotes.
    pub dasar: Option<String>,
    /// Whether any class has numbers.
    pub bernilai: bool,
    /// Letter, name, interval as printed; the highest first.
    pub kelas: Vec<(String, String, String)>,
}

/// One formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RumusView {
    /// Daerah.
    pub nama: String,
    /// Numerator.
    pub pembilang: Option<String>,
    /// Denominator.
    pub penyebut: Option<String>,
    /// Multiplier.
    pub pengali: Option<i32>,
    /// In words, when it is no quotient.
    pub teks: Option<String>,
    /// What stands where there is none.
    pub tiada: &'static str,
    /// Whether its values stand on the axis.
    pub sebanding: bool,
}

/// Capaian beside serapan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KuadranView {
    /// Daerah.
    pub nama: String,
    /// Year.
    pub tahun: i32,
    /// Cut-off in words.
    pub keadaan: String,
    /// Realisasi of the indicator.
    pub nilai: String,
    /// Target.
    pub target: String,
    /// Capaian.
    pub capaian: String,
    /// Names of the programs.
    pub program: Vec<String>,
    /// Pagu, exact.
    pub pagu: String,
    /// Realisasi, exact.
    pub realisasi: String,
    /// Serapan.
    pub serapan: String,
    /// Quadrant, neutrally named.
    pub kuadran: String,
}
