//! A portal with its own agency, logo, colours and contact, from `portal.yaml` to the page.

#![allow(clippy::disallowed_methods, reason = "tests write the files they are about")]

use crate::situs_bantu;

use situs_bantu::{bangun, dasar, muat, salinan_dasar};
use terang::records::{LATAR_GELAP, kontras};

const PORTAL: &str = r##"
judul: Portal Uji
judul_en: Test portal
keterangan: Satu kalimat untuk pengujian.
instansi: 'Pemkab "Uji" <script>alert(1)</script>'
logo: lambang-daerah.svg
logo_alt: Lambang <b>daerah</b>
logo_alt_en: Emblem
warna: {utama: "#8A1538", aksen: "#5b4a00"}
bahasa_lain: [en]
ppid:
  nama: PPID Kabupaten Uji
  alamat: Jl. Contoh No. 1
  telepon: (0342) 123456
  surel: ppid@contoh.go.id
  situs: www.contoh.go.id
"##;
const LOGO: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 24"><rect width="60" height="24"/></svg>"#;

/// The smallest portal, with these files beside `portal.yaml`.
fn portal() -> tempfile::TempDir {
    let dir = salinan_dasar();
    std::fs::write(dir.path().join("portal.yaml"), PORTAL).expect("portal");
    std::fs::write(dir.path().join("lambang-daerah.svg"), LOGO).expect("logo");
    dir
}

#[test]
fn logo_agency_and_colours_stand_on_every_page_of_both_languages() {
    let dir = portal();
    let files = bangun(dir.path(), None).files;
    assert_eq!(files.get("aset/logo.svg").map(Vec::as_slice), Some(LOGO.as_bytes()));
    assert!(String::from_utf8_lossy(&files["aset/warna.css"]).contains("--tautan:#8a1538;"));
    let mut pages = 0;
    for (path, bytes) in files.iter().filter(|(p, _)| p.ends_with("index.html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        if !html.contains("<footer class=\"bawah\"") {
            continue;
        }
        pages += 1;
        let up = "../".repeat(path.matches('/').count());
        let alt = if path.starts_with("en/") { "Emblem" } else { "Lambang &lt;b&gt;daerah&lt;/b&gt;" };
        let logo = format!("<img src=\"{up}aset/logo.svg\" alt=\"{alt}\" width=\"90\" height=\"36\">");
        assert!(html.contains(&logo), "{path}: no {logo}");
        assert!(html.contains(&format!("<link rel=\"stylesheet\" href=\"{up}aset/warna.css\">")), "{path}");
        assert!(!html.contains("<script>alert") && html.contains("&lt;script&gt;alert(1)"), "{path}");
    }
    assert!(pages > 10, "{pages} pages");
}

#[test]
fn the_dark_form_of_a_colour_is_readable_in_the_dark() {
    let dir = portal();
    let warna = muat(dir.path()).portal.warna.expect("colours");
    for nada in [warna.utama, warna.aksen] {
        assert_ne!(nada.terang, nada.gelap, "these two need another form in the dark");
        for latar in LATAR_GELAP {
            assert!(kontras(nada.gelap, latar) >= rust_decimal::Decimal::new(45, 1), "{} on {latar}", nada.gelap);
        }
    }
}

#[test]
fn a_portal_that_asks_for_nothing_keeps_the_look_of_its_theme() {
    let files = bangun(&dasar(), None).files;
    let home = String::from_utf8_lossy(&files["index.html"]);
    let own = home.matches("<img src=\"aset/ikon.svg\"").count();
    assert!(!home.contains("<style") && home.matches("<img").count() == own && own == 1, "{home}");
    assert!(!files.keys().any(|p| p.starts_with("aset/logo.")));
}

#[test]
fn the_contact_of_the_ppid_is_on_the_page_of_corrections() {
    let dir = portal();
    let files = bangun(dir.path(), None).files;
    for path in ["ralat/index.html", "en/ralat/index.html"] {
        let html = String::from_utf8_lossy(&files[path]);
        for text in ["PPID Kabupaten Uji", "Jl. Contoh No. 1", "(0342) 123456", "ppid@contoh.go.id", "www.contoh.go.id"]
        {
            assert!(html.contains(text), "{path}: no {text}");
        }
    }
}
