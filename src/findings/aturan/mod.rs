//! The table of rules: one rule, one file, one row. Adding a rule: the file, the row, a case in `tests/findings/`.

mod antar_dokumen;
mod bagi_nol;
mod bagian_beda;
mod baris_hilang;
mod baseline_beda;
mod basis_lain;
mod bentuk_angka;
mod cacah_beda;
mod capaian_beda;
mod definisi_berubah;
mod dua_nilai;
mod efisiensi_beda;
mod fisik_beda;
mod hasil_beda;
mod hitungan_beda;
mod huruf_beda;
mod induk_beda;
mod jumlah_beda;
mod klaim_beda;
mod kolom_beda;
mod kumulatif_beda;
mod masa_beda;
mod nama_beda;
mod pagu_beda;
mod pembilang_melebihi;
mod pertumbuhan_beda;
mod predikat_beda;
mod predikat_celah;
mod predikat_ganda;
mod prosa_beda;
mod realisasi_beda;
mod realisasi_melebihi_pagu;
mod realisasi_seragam;
mod rencana_beda;
mod saji_ulang;
mod satuan_beda;
mod selisih_beda;
mod serapan_beda;
mod setara_beda;
mod sisa_beda;
mod skala_tumpang;
mod tabel;
mod tahun_tercetak_beda;
mod tanpa_realisasi;
mod tanpa_target;
mod target_beda;
mod target_berlawanan_arah;
mod target_di_bawah_realisasi;
mod target_turun;
mod terpotong;

use super::bahan::Bahan;
use super::jenis::{Bobot, Hasil};
use std::fmt;

/// One rule: what it is called, what it means, and the function that finds it.
pub struct Aturan {
    /// Code: its address in the site. It names the defect, never the cure.
    pub kode: &'static str,
    /// Name in Indonesian.
    pub nama: &'static str,
    /// Name in English.
    pub nama_en: &'static str,
    /// Weight of its findings, unless one of them says otherwise.
    pub tingkat: Bobot,
    /// Whether it reads the checks of the other rules, and so runs after them.
    pub lanjutan: bool,
    /// The regulation behind it, if one is.
    pub dasar: Option<&'static str>,
    /// What it means, in Markdown for laypeople: the public page.
    pub dokumentasi: &'static str,
    /// Finds.
    pub periksa: fn(&Bahan<'_, '_>, &mut Hasil),
}

impl PartialEq for Aturan {
    fn eq(&self, other: &Self) -> bool {
        self.kode == other.kode
    }
}

impl Eq for Aturan {}

impl fmt::Debug for Aturan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kode)
    }
}

/// All rules, by code.
pub static SEMUA: &[&Aturan] = &[
    &antar_dokumen::ATURAN,
    &bagi_nol::ATURAN,
    &bagian_beda::ATURAN,
    &baris_hilang::ATURAN,
    &baseline_beda::ATURAN,
    &basis_lain::ATURAN,
    &bentuk_angka::ATURAN,
    &cacah_beda::ATURAN,
    &capaian_beda::ATURAN,
    &definisi_berubah::ATURAN,
    &dua_nilai::ATURAN,
    &efisiensi_beda::ATURAN,
    &fisik_beda::ATURAN,
    &hasil_beda::ATURAN,
    &hitungan_beda::ATURAN,
    &huruf_beda::ATURAN,
    &induk_beda::ATURAN,
    &jumlah_beda::ATURAN,
    &klaim_beda::ATURAN,
    &kolom_beda::ATURAN,
    &kumulatif_beda::ATURAN,
    &masa_beda::ATURAN,
    &nama_beda::ATURAN,
    &pagu_beda::ATURAN,
    &pembilang_melebihi::ATURAN,
    &pertumbuhan_beda::ATURAN,
    &predikat_beda::ATURAN,
    &predikat_celah::ATURAN,
    &predikat_ganda::ATURAN,
    &prosa_beda::ATURAN,
    &realisasi_beda::ATURAN,
    &realisasi_melebihi_pagu::ATURAN,
    &realisasi_seragam::ATURAN,
    &rencana_beda::ATURAN,
    &saji_ulang::ATURAN,
    &satuan_beda::ATURAN,
    &selisih_beda::ATURAN,
    &serapan_beda::ATURAN,
    &setara_beda::ATURAN,
    &sisa_beda::ATURAN,
    &skala_tumpang::ATURAN,
    &tahun_tercetak_beda::ATURAN,
    &tanpa_realisasi::ATURAN,
    &tanpa_target::ATURAN,
    &target_beda::ATURAN,
    &target_berlawanan_arah::ATURAN,
    &target_di_bawah_realisasi::ATURAN,
    &target_turun::ATURAN,
    &terpotong::ATURAN,
];

/// A rule by its code.
pub fn aturan(kode: &str) -> Option<&'static Aturan> {
    SEMUA.iter().copied().find(|a| a.kode == kode)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn sorted_by_code_and_each_once() {
        let codes: Vec<&str> = SEMUA.iter().map(|a| a.kode).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted);
        assert!(codes.iter().all(|c| aturan(c).is_some_and(|a| a.kode == *c)));
    }

    #[test]
    fn every_rule_file_is_registered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/findings/aturan");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("folder")
            .flatten()
            .filter_map(|e| Some(e.file_name().to_str()?.strip_suffix(".rs")?.replace('_', "-")))
            // The table itself, and the sums of free tables that two rules share.
            .filter(|name| !matches!(name.as_str(), "mod" | "tabel"))
            .collect();
        files.sort();
        let codes: Vec<String> = SEMUA.iter().map(|a| a.kode.to_string()).collect();
        assert_eq!(files, codes);
    }

    #[test]
    fn every_rule_is_documented() {
        for a in SEMUA {
            for part in ["**Artinya.**", "**Definisi.**", "**Toleransi.**", "**Batas.**", "**Contoh.**"] {
                assert!(a.dokumentasi.contains(part), "{} lacks {part}", a.kode);
            }
            assert!(!a.nama.is_empty() && !a.nama_en.is_empty());
        }
    }

    #[test]
    fn names_say_the_defect_never_the_cure() {
        const CURE: [&str; 10] =
            ["harus", "perbaiki", "cek", "periksa", "pastikan", "sebaiknya", "ubah-", "jangan", "wajib", "salah"];
        for a in SEMUA {
            for word in CURE {
                assert!(!a.kode.contains(word) && !a.nama.to_lowercase().contains(word), "{}: {word}", a.kode);
            }
        }
    }
}
