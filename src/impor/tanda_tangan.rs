//! Tanda tangan: rows after which nothing is data: signatures, remarks, the foot of a page.

use super::kata::lipat;

/// Words after which nothing is data: signatures and remarks.
pub fn akhir(text: &str) -> bool {
    let folded = lipat(text);
    let words = ["mengetahui", "tim anggaran", "pihak kedua", "pihak pertama", "nip"];
    // `Catatan Sipil, Program ...` is a name; a remark has its colon.
    let remark = |w: &str| folded == w || (folded.starts_with(w) && text.contains(':'));
    text.starts_with("*)")
        || ["keterangan", "catatan"].into_iter().any(remark)
        || words.iter().any(|w| folded == *w || (folded.starts_with(w) && text.contains([':', ','])))
        || (folded.starts_with("tim anggaran") || (folded.starts_with("kepala") && text.ends_with(',')))
        || (folded.starts_with("halaman ") && folded.contains(" dari "))
}

/// Offices that sign.
const PEJABAT: [&str; 30] = [
    "bupati",
    "walikota",
    "wali kota",
    "gubernur",
    "pj bupati",
    "pj wali kota",
    "pj gubernur",
    "wakil bupati",
    "camat",
    "lurah",
    "inspektur",
    "direktur",
    "kepala",
    "kepala dinas",
    "kepala badan",
    "kepala bagian",
    "kepala bidang",
    "kepala kantor",
    "kepala satuan",
    "kepala upt",
    "kepala pelaksana",
    "sekretaris daerah",
    "sekretaris dinas",
    "sekretaris",
    "pengguna anggaran",
    "kuasa pengguna anggaran",
    "pejabat pelaksana teknis kegiatan",
    "pejabat penatausahaan keuangan",
    "bendahara",
    "bendahara pengeluaran",
];

/// Whether a row is of signatures: a place and its date, offices and nothing else, or the number of an official.
pub fn akhir_baris(texts: &[String]) -> bool {
    let folded: Vec<String> = texts.iter().map(|t| lipat(t)).collect();
    let numbered = |t: &String| t == "nip" || t.starts_with("nip ") || t == "ttd";
    let office = |t: &String| {
        let own = t.trim_start_matches("a n ").trim_start_matches("an ").trim_start_matches("plt ");
        let own = own.trim_end_matches(',').trim();
        PEJABAT.iter().any(|w| own == *w || (*w != "kepala" && own.starts_with(&format!("{w} "))))
    };
    texts.first().is_some_and(|t| akhir(t))
        || folded.iter().any(numbered)
        || (!texts.is_empty() && (texts.iter().all(|t| tempat_tanggal(t)) || folded.iter().all(office)))
}

/// `Blitar, 2 Januari 2024`, `Kota Contoh, ____ 2025`.
pub fn tempat_tanggal(text: &str) -> bool {
    let Some((place, date)) = text.split_once(',') else { return false };
    let date = lipat(date);
    let words: Vec<&str> = date.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect();
    let year = |w: &&str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let blank = |w: &&str| !w.is_empty() && w.chars().all(|c| matches!(c, '_' | '…'));
    let month = words.iter().any(|w| crate::number::bulan_ke(w).is_some());
    place.split_whitespace().count() <= 4
        && !place.chars().any(|c| c.is_ascii_digit())
        && words.len() <= 4
        && ((month || words.iter().any(blank)) && (words.iter().any(year) || words.iter().any(blank)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_known_by_their_office_place_or_number_and_names_of_programs_are_not() {
        let row = |cells: &[&str]| akhir_baris(&cells.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert!(row(&["BUPATI BLITAR", "KEPALA DINAS SOSIAL"]) && row(&["Bupati Blitar,", "Kepala Dinas Sosial,"]));
        assert!(row(&["Blitar, 2 Januari 2024"]) && row(&["Siti", "NIP. 19700101 199503 2 001"]));
        assert!(row(&["a.n. Bupati Blitar", "Plt. Kepala Dinas Sosial"]));
        assert!(!row(&["1", "Kepala Dinas dan Sekretaris", "5"]) && !row(&["Program Bupati Melayani", "100"]));
        assert!(!row(&["Catatan Sipil, Program", "50"]) && !row(&["Rapat, koordinasi, 2024"]));
    }
}
