//! Kata: the words for measures, sets and periods in both languages, in one place for findings, charts and pages.

use crate::number::Lang;
use crate::records::{JenisDaerah, Kolom, Masa, Tingkat, Ukuran as U};

/// A measure in words: `realisasi kumulatif`, `cumulative actual`.
pub fn ukuran(lang: Lang, ukuran: U) -> String {
    let en = match ukuran {
        U::Pagu => "budget",
        U::Realisasi => "actual",
        U::RealisasiKumulatif => "cumulative actual",
        U::Rencana => "plan",
        U::Serapan => "absorption",
        U::Sisa => "unspent",
        U::Bagian => "share",
        U::Efisiensi => "efficiency",
        U::Target => "target",
        U::RealisasiFisik => "physical actual",
        U::Capaian => "achievement",
        U::JumlahProgram => "number of programs",
        U::JumlahKegiatan => "number of activities",
        U::JumlahSubKegiatan => "number of sub-activities",
        U::Predikat => "rating",
        U::Jadwal => "schedule",
        U::SumberDana => "source of funds",
        U::PenanggungJawab => "responsible unit",
        U::Keterangan => "remarks",
        U::Baseline => "baseline",
        U::Huruf => "letter",
        U::Pembilang => "numerator",
        U::Penyebut => "denominator",
        U::Hasil => "quotient",
        U::Kenaikan => "increase",
        U::Penurunan => "decrease",
        U::Pertumbuhan => "growth",
        U::PenurunanRelatif => "relative decrease",
        U::Selisih => "difference",
        U::Bobot => "weight",
    };
    match lang {
        Lang::Id => ukuran.kata().replace('_', " "),
        Lang::En => en.to_string(),
    }
}

/// A set of targets or a phase of the budget in words: `rencana aksi`, `action plan`. Names of documents stay.
pub fn himpunan(lang: Lang, kode: &str) -> String {
    let en = match kode {
        "murni" => "original",
        "pergeseran" => "shifted",
        "efisiensi" => "after the cut",
        "refocusing" => "refocused",
        "perubahan" => "revised",
        "dppa" => "DPPA",
        "pergeseran_perubahan" => "shifted after revision",
        "perjanjian" => "agreement",
        "perjanjian_perubahan" => "revised agreement",
        "rencana_aksi" => "action plan",
        "laporan" => "report",
        "renstra" => "Renstra",
        "rpjmd" => "RPJMD",
        "iku" => "IKU",
        "ikk" => "IKK",
        "rkt" => "RKT",
        "renja" => "Renja",
        "monev" => "monitoring",
        "nspk" => "NSPK",
        "dpa" => "DPA",
        "nasional" => "national",
        "provinsi" => "provincial",
        other => other,
    };
    // Abbreviations and names of plans are written alike in both languages.
    let nama = en.chars().next().is_some_and(char::is_uppercase);
    lang.pilih(if nama { en } else { kode }, en).replace('_', " ")
}

/// The phase of a budget in a word, by its column: `pagu.perubahan` is `perubahan`.
pub fn tahap_pagu(lang: Lang, kolom: &str) -> String {
    himpunan(lang, kolom.trim_start_matches("pagu."))
}

/// A kind of place in a word: the level of an indicator of the whole of it.
pub fn tempat(lang: Lang, jenis: JenisDaerah) -> &'static str {
    match jenis {
        JenisDaerah::Provinsi => lang.pilih("provinsi", "province"),
        JenisDaerah::Kota => lang.pilih("kota", "city"),
        JenisDaerah::Kabupaten => lang.pilih("kabupaten", "regency"),
        JenisDaerah::Pemda => lang.pilih("daerah", "region"),
    }
}

/// The level of an indicator inside a line: `sub kegiatan`, `sub-activity`.
pub fn tingkat(lang: Lang, tingkat: Tingkat, jenis: JenisDaerah) -> String {
    let en = match tingkat {
        Tingkat::Kabupaten => return tempat(lang, jenis).to_string(),
        Tingkat::Tujuan => "goal",
        Tingkat::Sasaran => "objective",
        Tingkat::Ikk => "key performance indicator (IKK)",
        Tingkat::Spm => "minimum service standard (SPM)",
        Tingkat::Program => "program",
        Tingkat::Kegiatan => "activity",
        Tingkat::SubKegiatan => "sub-activity",
    };
    let id = match tingkat {
        Tingkat::Ikk | Tingkat::Spm => tingkat.kata().to_uppercase(),
        other => other.kata().replace('_', " "),
    };
    lang.pilih(id, en.to_string())
}

/// Measure and set of a column: `pagu perubahan`, `revised budget`.
pub fn kolom(lang: Lang, kolom: &Kolom) -> String {
    let name = ukuran(lang, kolom.ukuran);
    match (kolom.himpunan, lang) {
        (None, _) => name,
        (Some(set), Lang::Id) => format!("{name} {}", himpunan(lang, set)),
        (Some(set), Lang::En) => format!("{} {name}", himpunan(lang, set)),
    }
}

/// A period at the head of a column: `Triwulan I 2025`, `Agt 2025`; `Quarter I 2025`, `Aug 2025`.
pub fn masa(lang: Lang, masa: &Masa) -> String {
    match masa {
        Masa::Bulan(t, n) => format!("{} {t}", lang.bulan_pendek(usize::from(*n)).unwrap_or("?")),
        Masa::Rentang(a, b) => format!("{a} {} {b}", lang.pilih("ke", "to")),
        Masa::Triwulan(t, n) => format!("{} {} {t}", lang.pilih("Triwulan", "Quarter"), romawi(*n)),
        Masa::Semester(t, n) => format!("{} {} {t}", lang.pilih("Semester", "Half-year"), romawi(*n)),
        Masa::Tahun(_) | Masa::Tahap(..) => masa_kalimat(lang, masa),
    }
}

/// A period inside a sentence: `triwulan I 2025`, `Agustus 2025`, `2023–2024`; `quarter I 2025`, `August 2025`.
pub fn masa_kalimat(lang: Lang, masa: &Masa) -> String {
    match masa {
        Masa::Tahun(t) => t.to_string(),
        Masa::Triwulan(t, n) => format!("{} {} {t}", lang.pilih("triwulan", "quarter"), romawi(*n)),
        Masa::Semester(t, n) => format!("{} {} {t}", lang.pilih("semester", "half-year"), romawi(*n)),
        Masa::Bulan(t, n) => format!("{} {t}", lang.bulan(usize::from(*n)).unwrap_or("?")),
        Masa::Rentang(a, b) => format!("{a}–{b}"),
        Masa::Tahap(a, b) => {
            format!("{} {} {}", himpunan(lang, a), lang.pilih("ke", "to"), himpunan(lang, b))
        }
    }
}

fn romawi(n: u8) -> &'static str {
    ["I", "II", "III", "IV"].get(usize::from(n).wrapping_sub(1)).copied().unwrap_or("?")
}
