//! Ukuran kinerja: what a column about indicators holds: the words nearest to its cells decide, those above them only where
//! the lowest say no more than a period or a sign.

use super::kata::{punya, salah_satu};

/// `target`, `realisasi`, `capaian` or another measure, by the lowest words that name one.
pub fn dasar(tingkat: &[String]) -> Option<&'static str> {
    tingkat.iter().rev().find_map(|words| satu(words))
}

fn satu(words: &str) -> Option<&'static str> {
    let begins = |list: &[&str]| list.iter().any(|w| words == *w || words.starts_with(&format!("{w} ")));
    // Before the signs: what is saved is a percentage too.
    if punya(words, "efisiensi") {
        return Some("efisiensi");
    }
    // What was there before a plan, and what it comes to: `Kondisi Awal 2020`, `Tingkat Kemajuan`.
    if begins(&["kondisi awal", "data awal", "capaian awal", "kinerja awal", "baseline", "keadaan awal"]) {
        return Some("baseline");
    }
    if begins(&["kondisi akhir", "keadaan akhir", "kinerja akhir"]) {
        return Some("target");
    }
    if begins(&["tingkat kemajuan", "kemajuan", "progres", "progress"]) {
        return Some("kemajuan");
    }
    let percent = words.starts_with('%') || begins(&["persen", "persentase", "prosentase", "presentase"]);
    if percent || matches!(words, "c" | "kinerja %" | "tingkat kinerja" | "rasio capaian") {
        return Some("capaian");
    }
    if begins(&["target", "rencana", "t", "tgt"]) {
        return Some("target");
    }
    if begins(&["realisasi", "ralisasi", "real", "hasil", "r"]) {
        return Some("realisasi");
    }
    // "Tingkat capaian (realisasi/target x 100%)" explains itself.
    if salah_satu(words, &["capaian", "pencapaian", "ketercapaian"]) {
        return Some("capaian");
    }
    ["realisasi", "target", "pembilang", "penyebut", "baseline", "huruf"].into_iter().find(|word| punya(words, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_words_that_name_a_measure_decide() {
        for (levels, base) in [
            (&["capaian kinerja", "tw iv", "realisasi"][..], Some("realisasi")),
            (&["capaian kinerja", "tw iv", "capaian %"], Some("capaian")),
            (&["capaian kinerja", "realisasi %"], Some("realisasi")),
            (&["target kinerja", "tw i"], Some("target")),
            (&["realisasi", "triwulan", "ii"], Some("realisasi")),
            (&["semester i", "%"], Some("capaian")),
            (&["januari", "t"], Some("target")),
            (&["rencana tingkat capaian target"], Some("target")),
            (&["persentase pencapaian rencana tingkat capaian"], Some("capaian")),
            (&["tingkat capaian realisasi/target x 100%"], Some("capaian")),
            (&["tingkat efisiensi %"], Some("efisiensi")),
            (&["bukti dukung"], None),
            (&["kondisi awal 2020"], Some("baseline")),
            (&["tingkat kemajuan"], Some("kemajuan")),
        ] {
            let levels: Vec<String> = levels.iter().map(ToString::to_string).collect();
            assert_eq!(dasar(&levels), base, "{levels:?}");
        }
    }
}
