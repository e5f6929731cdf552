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
mod tahun_tercetak_beda;
mod tanpa_realisasi;
mod tanpa_target;
mod target_beda;
mod target_berlawanan_arah;
mod target_di_bawah_realisasi;
mod target_turun;
mod terpotong;

use super::jenis::Aturan;

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
    use crate::diagnostic::Lang;
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
            .filter(|name| name != "mod")
            .collect();
        files.sort();
        let codes: Vec<String> = SEMUA.iter().map(|a| a.kode.to_string()).collect();
        assert_eq!(files, codes);
    }

    const PARTS: [(Lang, [&str; 5]); 2] = [
        (Lang::Id, ["Artinya", "Definisi", "Toleransi", "Batas", "Contoh (rekaan)"]),
        (Lang::En, ["Meaning", "Definition", "Tolerance", "Limits", "Example (invented)"]),
    ];

    /// The texts of the five parts; fails when one is missing, empty or out of order.
    fn parts(a: &Aturan, lang: Lang) -> Vec<String> {
        let labels = PARTS.iter().find(|(l, _)| *l == lang).map(|(_, p)| p).expect("labels");
        let mut rest = a.dokumentasi(lang).trim();
        let mut out = Vec::new();
        for (n, label) in labels.iter().enumerate() {
            let head = format!("**{label}.**");
            rest = rest.strip_prefix(&head).unwrap_or_else(|| panic!("{}: no {head} at: {rest}", a.kode));
            let end = labels.get(n + 1).map_or(Some(rest.len()), |next| rest.find(&format!("**{next}.**")));
            let (own, after) = rest.split_at(end.unwrap_or_else(|| panic!("{}: nothing follows {head}", a.kode)));
            assert!(!own.trim().is_empty() && !own.contains("**"), "{}: {head}{own}", a.kode);
            out.push(own.trim().to_string());
            rest = after;
        }
        out
    }

    #[test]
    fn every_rule_is_documented_in_both_languages() {
        for a in SEMUA {
            assert!(!a.nama.is_empty() && !a.nama_en.is_empty() && a.nama != a.nama_en, "{}", a.kode);
            assert_eq!(a.dasar.is_some(), a.dasar_en.is_some(), "{}", a.kode);
            for (own, other) in parts(a, Lang::Id).iter().zip(&parts(a, Lang::En)) {
                assert_ne!(own, other, "{}", a.kode);
            }
        }
    }

    /// A text without what is quoted in it: names in “…” and words of the format in backticks.
    fn unquoted(text: &str) -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in text.chars() {
            match c {
                '“' => inside = true,
                '”' => inside = false,
                '`' => inside = !inside,
                _ if !inside => out.push(c),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn the_english_docs_are_english() {
        const INDONESIAN: [&str; 14] = [
            "yang", "dan", "atau", "dengan", "untuk", "tidak", "adalah", "dari", "pada", "dalam", "bila", "lihat",
            "tercetak", "hanya",
        ];
        for a in SEMUA {
            let text = unquoted(&format!("{} {} {}", a.nama_en, a.dokumentasi_en, a.dasar_en.unwrap_or_default()));
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                assert!(!INDONESIAN.contains(&word.to_lowercase().as_str()), "{}: {word}", a.kode);
            }
        }
    }

    #[test]
    fn both_languages_give_the_same_numbers_in_their_example() {
        // Separators differ between printed and computed figures, digits never.
        let digits = |text: &str| -> Vec<String> {
            let bare: String = text.chars().filter(|c| !matches!(c, '.' | ',')).collect();
            let words = bare.split(|c: char| !c.is_ascii_digit()).filter(|w| !w.is_empty());
            let mut all: Vec<String> = words.map(str::to_string).collect();
            all.sort();
            all
        };
        for a in SEMUA {
            let [id, en] = [Lang::Id, Lang::En].map(|lang| parts(a, lang).pop().unwrap_or_default());
            assert_eq!(digits(&id), digits(&en), "{}: {en}", a.kode);
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
