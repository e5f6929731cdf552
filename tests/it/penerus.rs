//! An indicator that came after another says since when, on both pages and in both languages.

use crate::situs_bantu::{bangun, salinan_dasar};

#[test]
fn the_year_of_a_succession_stands_beside_its_links() {
    let dir = salinan_dasar();
    let opd = dir.path().join("lumajang/dinas-sosial/opd.yaml");
    let text = std::fs::read_to_string(&opd).expect("opd");
    let old = text.split_once("  ppks-tertangani:").expect("indicator").1.to_string();
    let text = text + "    penerus: {kode: ppks-baru, sejak: 2025, alasan: Definisi berubah}\n  ppks-baru:" + &old;
    std::fs::write(&opd, text).expect("write");
    let portal = dir.path().join("portal.yaml");
    let text = std::fs::read_to_string(&portal).expect("portal");
    std::fs::write(&portal, text + "bahasa_lain: [en]\n").expect("write");
    let files = bangun(dir.path(), None).files;
    for (page, words) in [("", "(sejak 2025)"), ("en/", "(since 2025)")] {
        for kode in ["ppks-tertangani", "ppks-baru"] {
            let path = format!("{page}lumajang/dinas-sosial/indikator/{kode}/index.html");
            let html = String::from_utf8_lossy(&files[&path]);
            assert!(html.contains(words), "{path}");
        }
    }
}
