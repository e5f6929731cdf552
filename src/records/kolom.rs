//! Kolom: what a column of a printed table measures, in which set and for which period.

use super::dekat::nearest;
use super::reader::Reader;
use crate::diagnostic::Jalur;
use crate::number::{Boleh, Kurung, Satu, Satuan};
use crate::pesan;
use std::fmt;

/// What a column measures. The words are the keys an author writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The words of `Ukuran::SEMUA` are the documentation, see docs/rekaman.md.
pub enum Ukuran {
    Pagu,
    Realisasi,
    RealisasiKumulatif,
    Rencana,
    Serapan,
    Sisa,
    Bagian,
    Efisiensi,
    Target,
    RealisasiFisik,
    Capaian,
    JumlahProgram,
    JumlahKegiatan,
    JumlahSubKegiatan,
    Predikat,
    Jadwal,
    SumberDana,
    PenanggungJawab,
    Keterangan,
    Baseline,
    Huruf,
    Pembilang,
    Penyebut,
    Hasil,
    Kenaikan,
    Penurunan,
    Pertumbuhan,
    PenurunanRelatif,
    Selisih,
    Bobot,
}

/// What kind of value a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// Rupiah.
    Uang,
    /// Percent.
    Persen,
    /// In the unit of the indicator, or a count.
    Nilai,
    /// Text.
    Teks,
}

use Jenis as J;
use Ukuran as U;

impl Ukuran {
    /// Word, measure, kind.
    pub const SEMUA: [(&'static str, Ukuran, Jenis); 30] = [
        ("pagu", U::Pagu, J::Uang),
        ("realisasi", U::Realisasi, J::Nilai),
        ("realisasi_kumulatif", U::RealisasiKumulatif, J::Uang),
        ("rencana", U::Rencana, J::Uang),
        ("serapan", U::Serapan, J::Persen),
        ("sisa", U::Sisa, J::Uang),
        ("bagian", U::Bagian, J::Persen),
        ("efisiensi", U::Efisiensi, J::Persen),
        ("target", U::Target, J::Nilai),
        ("realisasi_fisik", U::RealisasiFisik, J::Nilai),
        ("capaian", U::Capaian, J::Persen),
        ("jumlah_program", U::JumlahProgram, J::Nilai),
        ("jumlah_kegiatan", U::JumlahKegiatan, J::Nilai),
        ("jumlah_sub_kegiatan", U::JumlahSubKegiatan, J::Nilai),
        ("predikat", U::Predikat, J::Teks),
        ("jadwal", U::Jadwal, J::Teks),
        ("sumber_dana", U::SumberDana, J::Teks),
        ("penanggung_jawab", U::PenanggungJawab, J::Teks),
        ("keterangan", U::Keterangan, J::Teks),
        ("baseline", U::Baseline, J::Nilai),
        ("huruf", U::Huruf, J::Nilai),
        ("pembilang", U::Pembilang, J::Nilai),
        ("penyebut", U::Penyebut, J::Nilai),
        ("hasil", U::Hasil, J::Nilai),
        ("kenaikan", U::Kenaikan, J::Nilai),
        ("penurunan", U::Penurunan, J::Nilai),
        ("pertumbuhan", U::Pertumbuhan, J::Persen),
        ("penurunan_relatif", U::PenurunanRelatif, J::Persen),
        ("selisih", U::Selisih, J::Nilai),
        ("bobot", U::Bobot, J::Persen),
    ];

    /// The word.
    pub fn kata(self) -> &'static str {
        Self::SEMUA.iter().find(|(_, u, _)| *u == self).map_or("", |(k, _, _)| k)
    }

    /// The kind of value; on a budget table `realisasi` is money.
    pub fn jenis(self, anggaran: bool) -> Jenis {
        if anggaran && matches!(self, U::Realisasi | U::Kenaikan | U::Penurunan | U::Selisih) {
            return J::Uang;
        }
        Self::SEMUA.iter().find(|(_, u, _)| *u == self).map_or(J::Teks, |(_, _, j)| *j)
    }
}

impl Ukuran {
    /// What its cells may hold: one amount, one percentage, one number, or any kind. `satuan` is the unit of what is
    /// measured: where it is percent or rupiah, several numbers in one cell are no composite.
    pub fn boleh(self, anggaran: bool, satuan: Option<&Satuan>, komposit: bool, pangkat: u32) -> Boleh {
        match (self.jenis(anggaran), self) {
            (J::Uang, _) => Boleh { satu: Satu::Uang, pangkat, ..Boleh::satu() },
            (J::Persen, U::Serapan | U::Bagian) => Boleh { satu: Satu::Persen, kurung: Kurung::Biasa, ..Boleh::satu() },
            (J::Persen, U::Capaian) => Boleh { satu: Satu::Persen, kurung: Kurung::Tanya, ..Boleh::satu() },
            (J::Persen, _) => Boleh { satu: Satu::Persen, ..Boleh::satu() },
            // Income and spending that an indicator counts, in the magnitude its table declares.
            (_, U::Target | U::Realisasi | U::Baseline) if pangkat > 0 && satuan == Some(&Satuan::Rupiah) => {
                Boleh { satu: Satu::Uang, pangkat, lain: true, ..Boleh::satu() }
            }
            (_, U::Target | U::Realisasi | U::RealisasiFisik | U::Baseline | U::Huruf) => boleh_nilai(satuan, komposit),
            // A quotient is in the unit of its indicator: a percentage, `72,46 per 100.000 KH`, `1 : 138`.
            (_, U::Hasil) if satuan.is_none() => Boleh { satu: Satu::Persen, lain: true, ..Boleh::satu() },
            (_, U::Hasil) if matches!(satuan, Some(Satuan::Persen)) => Boleh { satu: Satu::Persen, ..Boleh::satu() },
            (_, U::Hasil) => Boleh { lain: true, ..Boleh::satu() },
            _ => Boleh::satu(),
        }
    }
}

/// What a value in a unit may be.
pub fn boleh_nilai(satuan: Option<&Satuan>, komposit: bool) -> Boleh {
    let one = matches!(satuan, Some(Satuan::Persen | Satuan::Rupiah));
    Boleh { komposit: komposit || !one, pasti_komposit: komposit, ..Boleh::semua() }
}

/// The sets in which targets and budgets are kept apart.
pub const HIMPUNAN: [&str; 22] = [
    "murni",
    "pergeseran",
    "efisiensi",
    "refocusing",
    "perubahan",
    "dppa",
    "pergeseran_perubahan",
    "perjanjian",
    "perjanjian_perubahan",
    "rencana_aksi",
    "laporan",
    "renstra",
    "rpjmd",
    "iku",
    "ikk",
    "rkt",
    "renja",
    "monev",
    "nspk",
    "dpa",
    "nasional",
    "provinsi",
];

/// The set that documents call by another name: `pk` is the perjanjian kinerja, `apbdp` the changed budget.
fn nama_lain(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase().replace(['-', '_', ' ', '.'], "");
    Some(match word.as_str() {
        "pk" | "perjanjiankinerja" | "perkin" | "tapkin" => "perjanjian",
        "pkp" | "pkperubahan" | "perjanjiankinerjaperubahan" => "perjanjian_perubahan",
        "apbdp" | "papbd" | "apbdperubahan" | "perubahanapbd" | "pak" => "perubahan",
        "apbd" | "apbdmurni" | "induk" | "awal" => "murni",
        "dpaperubahan" | "dpap" => "dppa",
        "ra" | "renaksi" | "rencanaaksi" => "rencana_aksi",
        "lkjip" | "lakip" | "lkip" | "lapkin" => "laporan",
        "renjapd" | "renjaopd" => "renja",
        "prov" => "provinsi",
        "rencanastrategis" => "renstra",
        _ => return None,
    })
}

/// The period a value belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Masa {
    /// A year.
    Tahun(i32),
    /// A quarter, 1 to 4.
    Triwulan(i32, u8),
    /// A half-year, 1 or 2.
    Semester(i32, u8),
    /// A month, 1 to 12.
    Bulan(i32, u8),
    /// From one year to another.
    Rentang(i32, i32),
    /// From one budget phase to another: `murni..perubahan`.
    Tahap(String, String),
}

impl Masa {
    /// The (last) year.
    pub fn tahun(&self) -> Option<i32> {
        match self {
            Masa::Tahun(t) | Masa::Triwulan(t, _) | Masa::Semester(t, _) | Masa::Bulan(t, _) | Masa::Rentang(_, t) => {
                Some(*t)
            }
            Masa::Tahap(..) => None,
        }
    }

    /// Whether it is a whole year.
    pub fn setahun(&self) -> bool {
        matches!(self, Masa::Tahun(_))
    }

    /// The month in which a quarter, half-year or month begins; none of what is no part of a year.
    pub fn bulan_awal(&self) -> Option<u8> {
        let months = match self {
            Masa::Triwulan(..) => 3,
            Masa::Semester(..) => 6,
            _ => 1,
        };
        self.bulan_akhir().map(|end| end + 1 - months)
    }

    /// The month in which a quarter, half-year or month ends, 1 to 12; none of what is no part of a year.
    pub fn bulan_akhir(&self) -> Option<u8> {
        match self {
            Masa::Triwulan(_, n) => Some(n * 3),
            Masa::Semester(_, n) => Some(n * 6),
            Masa::Bulan(_, n) => Some(*n),
            Masa::Tahun(_) | Masa::Rentang(..) | Masa::Tahap(..) => None,
        }
    }
}

impl fmt::Display for Masa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Masa::Tahun(t) => write!(f, "{t}"),
            Masa::Triwulan(t, n) => write!(f, "{t}-tw{n}"),
            Masa::Semester(t, n) => write!(f, "{t}-s{n}"),
            Masa::Bulan(t, n) => write!(f, "{t}-{n:02}"),
            Masa::Rentang(a, b) => write!(f, "{a}..{b}"),
            Masa::Tahap(a, b) => write!(f, "{a}..{b}"),
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolom {
    /// What it measures.
    pub ukuran: Ukuran,
    /// In which set of targets or phase of the budget.
    pub himpunan: Option<&'static str>,
    /// For which period.
    pub masa: Masa,
}

impl Kolom {
    /// `pagu.perubahan`, `realisasi`: the last part of an address.
    pub fn nama(&self) -> String {
        match self.himpunan {
            Some(h) => format!("{}.{h}", self.ukuran.kata()),
            None => self.ukuran.kata().to_string(),
        }
    }
}

/// Reads `ukuran[.himpunan] [masa]`; without a period the year of the record.
pub fn read(r: &mut Reader, text: &str, jalur: &Jalur, tahun: Option<i32>) -> Option<Kolom> {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or_default();
    let masa = match words.next() {
        Some(word) => match read_masa(word) {
            Some(masa) => masa,
            None => {
                r.galat("masa-salah", jalur, pesan!("`{word}` bukan masa", "`{word}` is not a period")).help =
                    Some(contoh_masa());
                return None;
            }
        },
        None => match tahun {
            Some(tahun) => Masa::Tahun(tahun),
            None => {
                r.galat(
                    "masa-hilang",
                    jalur,
                    pesan!("kolom `{text}` belum menyebut tahunnya", "the column `{text}` does not state its year"),
                )
                .help = Some(pesan!("tulis misalnya `{name} 2025`", "write for example `{name} 2025`"));
                return None;
            }
        },
    };
    let (base, set) = name.split_once('.').map_or((name, None), |(b, s)| (b, Some(s)));
    let Some((_, ukuran, _)) = U::SEMUA.iter().find(|(word, _, _)| *word == base) else {
        let near = nearest(base, U::SEMUA.iter().map(|(word, _, _)| *word));
        let list = U::SEMUA.iter().map(|(word, _, _)| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        r.galat(
            "kolom-tak-dikenal",
            jalur,
            pesan!("ukuran kolom `{base}` tidak dikenal", "unknown column measure `{base}`"),
        )
        .help = Some(match near {
            Some(near) => pesan!("mungkin maksudnya `{near}`", "did you mean `{near}`?"),
            None => pesan!("yang dikenal: {list}", "known: {list}"),
        });
        return None;
    };
    let himpunan = match set {
        None => None,
        Some(set) => match HIMPUNAN.iter().find(|h| **h == set) {
            Some(known) => Some(*known),
            None => {
                let near = nama_lain(set).or_else(|| nearest(set, HIMPUNAN.iter().copied()));
                let list = HIMPUNAN.join(", ");
                r.galat(
                    "himpunan-tak-dikenal",
                    jalur,
                    pesan!("himpunan `{set}` tidak dikenal", "unknown set `{set}`"),
                )
                .help = Some(match near {
                    Some(near) => pesan!(
                        "mungkin maksudnya `{near}`; yang dikenal: {list}",
                        "did you mean `{near}`? known: {list}"
                    ),
                    None => pesan!("yang dikenal: {list}", "known: {list}"),
                });
                return None;
            }
        },
    };
    if himpunan.is_none() && matches!(ukuran, U::Target | U::Pagu) {
        r.galat(
            "himpunan-hilang",
            jalur,
            pesan!("kolom `{base}` belum menyebut himpunannya", "the column `{base}` does not state its set"),
        )
        .help = Some(if *ukuran == U::Pagu {
            pesan!(
                "tulis `pagu.murni`, `pagu.perubahan` atau `pagu.laporan`",
                "write `pagu.murni`, `pagu.perubahan` or `pagu.laporan`"
            )
        } else {
            pesan!(
                "tulis `target.perjanjian`, `target.renstra` atau `target.laporan`",
                "write `target.perjanjian`, `target.renstra` or `target.laporan`"
            )
        });
        return None;
    }
    Some(Kolom { ukuran: *ukuran, himpunan, masa })
}

/// How periods are written.
pub fn contoh_masa() -> crate::diagnostic::Pesan {
    pesan!(
        "tulis `2024`, `2025-tw1`, `2025-s1`, `2025-09` atau `2023..2024`",
        "write `2024`, `2025-tw1`, `2025-s1`, `2025-09` or `2023..2024`"
    )
}

/// Reads a period word.
pub fn read_masa(word: &str) -> Option<Masa> {
    if let Some((a, b)) = word.split_once("..") {
        return match (read_tahun(a), read_tahun(b)) {
            (Some(a), Some(b)) => Some(Masa::Rentang(a, b)),
            _ => {
                let known = |w: &str| HIMPUNAN.contains(&w);
                (known(a) && known(b)).then(|| Masa::Tahap(a.to_string(), b.to_string()))
            }
        };
    }
    let Some((tahun, part)) = word.split_once('-') else { return read_tahun(word).map(Masa::Tahun) };
    let tahun = read_tahun(tahun)?;
    let number = |text: &str, max: u8| text.parse::<u8>().ok().filter(|n| (1..=max).contains(n));
    if let Some(n) = part.strip_prefix("tw") {
        return number(n, 4).map(|n| Masa::Triwulan(tahun, n));
    }
    if let Some(n) = part.strip_prefix('s') {
        return number(n, 2).map(|n| Masa::Semester(tahun, n));
    }
    (part.len() == 2).then(|| number(part, 12)).flatten().map(|n| Masa::Bulan(tahun, n))
}

fn read_tahun(text: &str) -> Option<i32> {
    (text.len() == 4).then(|| text.parse().ok()).flatten().filter(|t| (1945..=2200).contains(t))
}
