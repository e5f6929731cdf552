//! What leaves the site: every figure as CSV, SVG and embed page, every table as CSV, the cards of link previews.

use roxmltree::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use terang::pages::Halaman;
use terang::pages::data::DataOpd;
use terang::pages::semua::{bandingkan, semua};
use terang::records::Content;
use terang::site::{Built, Options, build};
use terang::templates::Theme;

/// What an embed page may weigh, its script included.
const TERBESAR: usize = 30_000;

fn content() -> Content {
    terang::records::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).content.expect("content")
}

fn built(content: &Content, options: &Options) -> Built {
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
    build(content, &DataOpd::semua(content), &theme, options, &|_, _| {}).expect("site")
}

/// The pages and the files of the repository's own portal.
fn situs() -> &'static (Vec<Halaman>, Built) {
    static SITUS: OnceLock<(Vec<Halaman>, Built)> = OnceLock::new();
    SITUS.get_or_init(|| {
        let content = content();
        let all = DataOpd::semua(&content);
        let pages = semua(&content, &all, &bandingkan(&content, &all));
        (pages, built(&content, &Options::default()))
    })
}

fn text<'a>(built: &'a Built, path: &str) -> &'a str {
    let bytes = built.files.get(path).unwrap_or_else(|| panic!("no file {path}"));
    std::str::from_utf8(bytes).expect("text")
}

/// The rows of a CSV file by heading.
fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.expect("row")).collect()
}

#[test]
fn every_figure_has_its_csv_its_svg_and_its_embed_page() {
    let (pages, built) = situs();
    let script = built.files["aset/bawa.js"].len();
    let mut seen = 0;
    for (page, figure) in pages.iter().flat_map(|p| p.figure.iter().map(move |f| (p, f))) {
        let base = format!("{}grafik/{}", page.alamat, figure.kode);
        assert_ne!(page.templat, "angka.html", "{base}");
        assert!(!rows(text(built, &format!("{base}.csv"))).is_empty(), "{base}.csv");
        let svg = text(built, &format!("{base}.svg"));
        let document = Document::parse(svg).unwrap_or_else(|e| panic!("{base}.svg: {e}"));
        let texts: String =
            document.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
        let first = figure.judul.split_whitespace().next().unwrap_or_default();
        assert!(texts.contains(first) && texts.contains("Terang Sosial"), "{base}.svg says neither title nor source");
        assert!(
            svg.contains("prefers-color-scheme: dark") && !svg.contains("var("),
            "{base}.svg has no style of its own"
        );
        let embed = text(built, &format!("{base}/index.html"));
        assert!(embed.len() + script < TERBESAR, "{base}/: {} bytes", embed.len());
        assert!(embed.contains("target=\"_top\"") && embed.contains("id=\"kutipan\""), "{base}/");
        seen += 1;
    }
    assert!(seen > 200, "{seen} figures");
}

#[test]
fn a_citation_names_value_source_edition_and_address() {
    let (_, built) = situs();
    let page = text(built, "blitar/dinas-sosial/indikator/ppks-tertangani/grafik/indikator-ppks-tertangani/index.html");
    let (_, after) = page.split_once("id=\"kutipan\">").expect("citation");
    let citation = after.split("</p>").next().unwrap_or_default();
    let address = "blitar/dinas-sosial/indikator/ppks-tertangani/index.html#grafik-indikator-ppks-tertangani";
    for part in ["95,39%", "Sumber: ", "LKjIP 2024", "Dalam: Terang Sosial, data keadaan ", address] {
        assert!(citation.contains(part), "no `{part}` in {citation}");
    }
}

#[test]
fn an_english_figure_leaves_in_english_with_its_english_address() {
    let (_, built) = situs();
    let base = "en/blitar/dinas-sosial/indikator/ppks-tertangani/grafik/indikator-ppks-tertangani";
    let page = text(built, &format!("{base}/index.html"));
    let (_, after) = page.split_once("id=\"kutipan\">").expect("citation");
    let citation = after.split("</p>").next().unwrap_or_default();
    let address = "en/blitar/dinas-sosial/indikator/ppks-tertangani/index.html#grafik-indikator-ppks-tertangani";
    for part in ["95.39%", "Source: ", "LKjIP 2024", "In: ", ", data as of ", address] {
        assert!(citation.contains(part), "no `{part}` in {citation}");
    }
    assert!(page.contains(&format!("SITE-ADDRESS/{base}/index.html")), "the frame shows the English page");
    let svg = text(built, &format!("{base}.svg"));
    assert!(svg.contains("xml:lang=\"en\"") && svg.contains("Source: ") && !svg.contains("Sumber"), "{base}.svg");
    let heads = text(built, &format!("{base}.csv")).lines().next().unwrap_or_default();
    assert!(heads.ends_with(",series,value,unit,note,source"), "{heads}");
    let own: Vec<&String> = built.files.keys().filter(|p| p.starts_with("banding/data/")).collect();
    assert!(!own.is_empty() && own.iter().all(|p| built.files.contains_key(&format!("en/{p}"))));
}

#[test]
fn a_figure_that_stands_beside_its_table_is_cited_there() {
    let (pages, built) = situs();
    let mut seen = 0;
    for (path, bytes) in built.files.iter().filter(|(p, _)| p.contains("/grafik/tabel-") && p.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("text");
        if let Some((_, after)) = html.split_once("/tabel/index.html#") {
            let anchor = after.split('"').next().unwrap_or_default();
            let page = path.split("grafik/").next().unwrap_or_default();
            assert!(text(built, &format!("{page}tabel/index.html")).contains(&format!("id=\"{anchor}\"")), "{path}");
            seen += 1;
        }
    }
    assert!(seen > 0 && !pages.is_empty());
}

#[test]
fn every_table_is_a_file_with_the_cells_of_its_page() {
    let (pages, built) = situs();
    let (mut tables, mut cells) = (0, 0);
    for (page, l) in pages.iter().flat_map(|p| p.lembar.iter().map(move |l| (p, l))) {
        let path = format!("{}{}", page.alamat, l.berkas);
        assert_eq!(rows(text(built, &path)).len(), l.baris.len(), "{path}");
        assert!(l.baris.iter().all(|row| row.len() == l.kepala.len()), "{path}");
        tables += 1;
        cells += l.baris.iter().flatten().filter(|c| c.parse::<rust_decimal::Decimal>().is_ok()).count();
    }
    assert!(tables > 60 && cells > 1500, "{tables} tables, {cells} numbers");
}

/// The numbers of every strip: figure, CSV, table of the page, description of the drawing, published JSON.
#[test]
fn a_comparison_says_the_same_numbers_everywhere() {
    let (pages, built) = situs();
    let index: Value = serde_json::from_str(text(built, "banding/data/daerah.json")).expect("json");
    let names: BTreeMap<&str, &str> = index["daerah"].as_array().expect("daerah").iter().map(pair).collect();
    let mut seen = 0;
    for page in pages.iter().filter(|p| p.templat == "banding-padanan.html" && !p.lembar.is_empty()) {
        let Some(figure) = page.figure.iter().find(|f| f.kode.starts_with("banding-")) else { continue };
        let base = format!("{}grafik/{}", page.alamat, figure.kode);
        let own = rows(text(built, &format!("{base}.csv")));
        let table = rows(text(built, &format!("{}banding.csv", page.alamat)));
        let html = text(built, &format!("{}index.html", page.alamat));
        let svg = Document::parse(text(built, &format!("{base}.svg"))).expect("svg");
        let desc = svg.descendants().find(|n| n.has_tag_name("desc")).and_then(|n| n.text()).expect("desc");
        let year = page.isi["tahun"].as_i64();
        for (kategori, titik) in figure.kategori.iter().zip(&figure.deret[0].titik) {
            let exact = titik.nilai.expect("value").normalize().to_string();
            let csv: Vec<&String> = own.iter().filter(|r| r["daerah"] == *kategori).map(|r| &r["nilai"]).collect();
            assert_eq!(csv, [&exact], "{base}.csv");
            assert!(desc.contains(&format!("{kategori} {}", titik.teks)), "{base}: {desc}");
            assert!(html.contains(&format!("data-nilai=\"{exact}\"")), "{base}: {exact} is not in the table");
            let row = table.iter().find(|r| r["nama_kabupaten_kota"].ends_with(kategori.as_str()));
            assert_eq!(row.map(|r| &r["nilai"]), Some(&exact), "{base}");
            // Second-hand values are no data of a daerah of this portal.
            let Some(kode) = names.get(kategori.as_str()) else { continue };
            let data: Value = serde_json::from_str(text(built, &format!("banding/data/{kode}.json"))).expect("json");
            let list = data.as_array().expect("values").iter();
            let mut found = list.filter(|v| v["p"] == page.isi["kode"] && v["t"].as_i64() == year);
            let value = found.next().unwrap_or_else(|| panic!("{base}: {kode} is not in the JSON"));
            assert_eq!(value["nilai"].as_str(), Some(exact.as_str()), "{base}");
            assert!(html.contains(value["teks"].as_str().expect("text")), "{base}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen} values");
}

fn pair(daerah: &Value) -> (&str, &str) {
    (daerah["nama"].as_str().unwrap_or_default(), daerah["kode"].as_str().unwrap_or_default())
}

#[cfg(feature = "kartu")]
#[test]
fn with_an_address_pages_with_figures_have_a_card() {
    let mut content = content();
    content.daerah.retain(|d| d.kode == "blitar");
    content.padanan.retain(|kode, _| kode == "serapan");
    let base_url = Some("https://contoh.go.id/terang".to_string());
    let options = Options { base_url, kartu: true, ..Options::default() };
    let site = built(&content, &options);
    let cards: Vec<&String> = site.files.keys().filter(|p| p.ends_with("kartu.png")).collect();
    assert!(cards.len() > 3, "{cards:?}");
    for path in &cards {
        let png = &site.files[*path];
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "{path}");
        assert_eq!((&png[16..20], &png[20..24]), (&1200u32.to_be_bytes()[..], &630u32.to_be_bytes()[..]), "{path}");
        // A card without its fonts is nearly empty.
        assert!((8_000..200_000).contains(&png.len()), "{path}: {} bytes", png.len());
        let html = text(&site, &path.replace("kartu.png", "index.html"));
        let image = format!("<meta property=\"og:image\" content=\"https://contoh.go.id/terang/{path}\">");
        assert!(html.contains(&image) && html.contains("og:image:alt"), "{path}");
    }
    let embed = text(&site, "blitar/dinas-sosial/2024/grafik/capaian/index.html");
    assert!(embed.contains("https://contoh.go.id/terang/blitar/dinas-sosial/2024/grafik/capaian/&quot;"), "{embed}");
    assert!(embed.contains("https://contoh.go.id/terang/blitar/dinas-sosial/2024/#grafik-capaian"));
    assert!(!embed.contains("ALAMAT-SITUS"));
    assert_eq!(built(&content, &options), site, "two builds differ");
}

#[test]
fn without_an_address_there_is_no_card_and_no_promise_of_one() {
    let (_, built) = situs();
    assert!(!built.files.keys().any(|p| p.ends_with(".png")));
    let html = text(built, "blitar/dinas-sosial/2024/index.html");
    assert!(!html.contains("og:image") && !html.contains("twitter:card"));
}
