//! Kata: the words behind codes, in the language of the page. The codes themselves stay what addresses, classes and data
//! files say.

use super::cacah;
use crate::comparisons::{Kedudukan, Tahap};
use crate::findings::{Bobot, HasilUji};
use crate::measures::kata::masa_kalimat;
pub use crate::measures::kata::{himpunan, kolom, masa, tahap_pagu, tempat, tingkat, ukuran};
use crate::number::Lang;
use crate::records::{Alasan, Arah, Kelas, Masa, Simpul, Ukuran};
use crate::teks;
use rust_decimal::Decimal;

/// Why a cell has no value.
pub fn alasan(lang: Lang, alasan: Alasan) -> &'static str {
    match (lang, alasan) {
        (Lang::Id, other) => other.teks(),
        (Lang::En, Alasan::TidakTercetak) => "not printed",
        (Lang::En, Alasan::BelumDisalin) => "not copied into this portal yet",
        (Lang::En, Alasan::TidakBerlaku) => "does not apply",
        (Lang::En, Alasan::TidakTerhitung) => "not computable",
        (Lang::En, Alasan::TidakTerbaca) => "not legible",
    }
}

/// What stands where a definition or a formula is missing: only what somebody said is said.
pub fn tiada(lang: Lang, why: Option<Alasan>) -> &'static str {
    match why {
        Some(Alasan::BelumDisalin) | None => lang.pilih("belum ada di portal ini", "not in this portal yet"),
        Some(Alasan::TidakTercetak) => lang.pilih("tidak tercetak dalam dokumen", "the document prints none"),
        Some(other) => alasan(lang, other),
    }
}

/// What a cell without a value says: its reason, or as it is printed where that says more, `tercetak “belum dirilis BPS”`.
pub fn kosong(lang: Lang, why: Alasan, tercetak: &str) -> String {
    match berkata(tercetak) {
        true => teks!(lang, "tercetak “{tercetak}”", "printed as “{tercetak}”"),
        false => alasan(lang, why).to_string(),
    }
}

/// The same where the print stands nowhere beside it: a figure that the author reads as none is printed all the same.
pub fn kosong_tercetak(lang: Lang, why: Alasan, tercetak: &str) -> String {
    let reason = kosong(lang, why, tercetak);
    match !berkata(tercetak) && tercetak.chars().any(|c| c.is_ascii_digit()) {
        true => teks!(lang, "tercetak “{tercetak}”, dibaca {reason}", "printed as “{tercetak}”, read as {reason}"),
        false => reason,
    }
}

/// Whether the print of a cell without a value is in words.
fn berkata(tercetak: &str) -> bool {
    tercetak.chars().filter(|c| c.is_alphabetic()).count() > 3
}

/// The parts of a year of which something stands that is not here: `; triwulan I belum disalin, triwulan II tidak berlaku`.
pub fn bagian_kosong(lang: Lang, list: &[(&Masa, Alasan)]) -> String {
    let one = |(masa, why): &(&Masa, Alasan)| {
        let year = masa.tahun().map_or(String::new(), |t| format!(" {t}"));
        format!("{} {}", masa_kalimat(lang, masa).trim_end_matches(&year), alasan(lang, *why))
    };
    let all = list.iter().map(one).collect::<Vec<_>>().join(", ");
    if all.is_empty() { all } else { format!("; {all}") }
}

/// Which way is better.
pub fn arah(lang: Lang, arah: Option<Arah>) -> &'static str {
    match arah {
        Some(Arah::Naik) => lang.pilih("makin tinggi makin baik", "higher is better"),
        Some(Arah::Turun) => lang.pilih("makin rendah makin baik", "lower is better"),
        None => lang.pilih("tidak ada arah yang lebih baik", "neither direction is better"),
    }
}

/// Different printed values of one fact: two are both named, of more the ends. They are no range that something lies in.
pub fn beberapa(lang: Lang, cacah: usize, low: &str, high: &str) -> String {
    match cacah {
        2 => teks!(lang, "{low} dan {high}", "{low} and {high}"),
        _ => teks!(lang, "antara {low} dan {high}", "between {low} and {high}"),
    }
}

/// The level of a budget node by its depth.
pub fn simpul(lang: Lang, depth: usize) -> &'static str {
    let en = ["program", "activity", "sub-activity"].get(depth).copied().unwrap_or("detail");
    lang.pilih(Simpul::tingkat(depth), en)
}

/// Some budget nodes by their depth: `11 kegiatan`, `11 activities`.
pub fn cacah_simpul(lang: Lang, depth: usize, n: usize) -> String {
    let many = ["programs", "activities", "sub-activities"].get(depth).copied().unwrap_or("details");
    cacah(lang, n, Simpul::tingkat(depth), simpul(Lang::En, depth), many)
}

/// A derived figure in English, by the last part of its address without `-terhitung`.
fn turunan_en(kode: &str) -> &str {
    match kode {
        "hitungan" => "numerator ÷ denominator",
        "kemajuan" => "progress towards the end of the Renstra",
        "perubahan" => "change",
        "pagu-jumlah" => "sum of the budgets",
        "pagu-murni-jumlah" => "sum of the original budgets",
        "realisasi-jumlah" => "sum of the actuals",
        "serapan-sampai" => "absorption so far",
        "realisasi-sampai-jumlah" => "sum of the actuals so far",
        other => other,
    }
}

/// A derived figure by the last part of its address: `serapan-terhitung` is `serapan, dihitung`.
pub fn turunan(lang: Lang, kode: &str) -> String {
    let stem = kode.trim_end_matches("-terhitung");
    let measure = Ukuran::SEMUA.iter().find(|(word, ..)| *word == stem).map(|(_, u, _)| *u);
    match (lang, measure) {
        (Lang::Id, _) => format!("{}, dihitung", stem.replace('-', " ")),
        (Lang::En, Some(u)) => format!("{}, computed", ukuran(lang, u)),
        (Lang::En, None) => format!("{}, computed", turunan_en(stem)),
    }
}

/// The phase of a budget.
pub fn tahap(lang: Lang, tahap: Tahap) -> &'static str {
    let (id, en) = match tahap {
        Tahap::Murni => ("pagu murni", "original budget"),
        Tahap::Pergeseran => ("pagu pergeseran", "shifted budget"),
        Tahap::Perubahan => ("pagu perubahan", "revised budget"),
        Tahap::PergeseranPerubahan => ("pagu pergeseran setelah perubahan", "budget shifted after revision"),
        Tahap::TidakDisebut => ("pagu yang tahapnya tidak disebut", "budget of an unstated phase"),
    };
    lang.pilih(id, en)
}

/// Where a value stands in its year.
pub fn kedudukan(lang: Lang, kedudukan: &Kedudukan) -> &'static str {
    let (id, en) = match kedudukan {
        Kedudukan::Setara => ("setara", "comparable"),
        Kedudukan::DenganCatatan(_) => ("setara dengan catatan", "comparable with a remark"),
        Kedudukan::Tunggal => ("tanpa pembanding", "nothing to compare"),
        Kedudukan::TidakSetara(_) => ("tidak setara", "not comparable"),
    };
    lang.pilih(id, en)
}

/// How much a finding weighs, inside a sentence: `berbobot tinggi`, `of high weight`.
pub fn bobot(lang: Lang, bobot: Bobot) -> &'static str {
    match (lang, bobot) {
        (Lang::Id, other) => other.kata(),
        (Lang::En, Bobot::Tinggi) => "high",
        (Lang::En, Bobot::Sedang) => "medium",
        (Lang::En, Bobot::Rendah) => "low",
    }
}

/// What a recomputation found.
pub fn hasil(lang: Lang, hasil: &HasilUji) -> &'static str {
    match hasil {
        HasilUji::Cocok => lang.pilih("Cocok", "Agrees"),
        HasilUji::Terpotong => lang.pilih("Terpotong, bukan dibulatkan", "Cut off instead of rounded"),
        HasilUji::BasisLain(_) | HasilUji::Beda => lang.pilih("Tidak cocok", "Does not agree"),
    }
}

/// Between which values a class lies: as its regulation writes it, else by its bounds.
pub fn kelas(lang: Lang, k: &Kelas) -> String {
    if let Some(text) = &k.tertulis {
        return text.clone();
    }
    let number = |v: Decimal| lang.decimal(v, v.scale());
    let (from, below) = (k.dari.map(number), k.sampai.map(number));
    let (open, closed) = (!k.dari_termasuk, k.sampai_termasuk);
    match (from, below) {
        (Some(a), Some(b)) => {
            let a = if open { teks!(lang, "di atas {a}", "above {a}") } else { a };
            let b = if closed { b } else { teks!(lang, "di bawah {b}", "below {b}") };
            teks!(lang, "{a} sampai {b}", "{a} to {b}")
        }
        (Some(a), None) if open => teks!(lang, "di atas {a}", "above {a}"),
        (Some(a), None) => teks!(lang, "mulai {a}", "from {a}"),
        (None, Some(b)) if closed => teks!(lang, "sampai {b}", "up to {b}"),
        (None, Some(b)) => teks!(lang, "di bawah {b}", "below {b}"),
        (None, None) => String::new(),
    }
}
