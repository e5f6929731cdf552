//! What leaves the site: the data of figures and tables as CSV, citations and frames, the cards of link previews.

use roxmltree::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use terang::charts::gambar;
use terang::pages::Halaman;
use terang::pages::data::DataOpd;
use terang::pages::figure::Peran;
use terang::pages::semua::{bandingkan, semua};
use terang::pages::tampilan::cuplikan;
use terang::records::Content;
use terang::site::{Built, Options, build};
use terang::templates::Theme;

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
fn every_figure_stands_on_its_page_with_its_citation_its_frame_and_its_rows() {
    let (pages, built) = situs();
    let mut seen = 0;
    for page in pages.iter().filter(|p| p.banyak_grafik() > 0) {
        assert_ne!(page.templat, "angka.html", "{}", page.alamat);
        let html = text(built, &format!("{}index.html", page.alamat));
        let path = page.csv.as_ref().expect("a page with figures names the file of their data");
        let name = path.rsplit('/').next().expect("name");
        assert!(html.contains(&format!("{name}\" download>Angka CSV")), "{}: no link to {path}", page.alamat);
        let data = rows(text(built, path));
        for figure in page.figure.iter().filter(|f| !cuplikan(f)) {
            let kode = &figure.kode;
            assert!(html.contains(&format!("id=\"grafik-{kode}\"")), "{}: {kode} is not drawn", page.alamat);
            let (_, after) = html.split_once(&format!("id=\"sematan-{kode}\"")).expect("what takes it along");
            let (own, _) = after.split_once("</details>").expect("the end of it");
            let frame = format!("ALAMAT-SITUS/{}index.html#sematan-{kode}&quot;", page.alamat);
            assert!(own.contains(&frame) && own.contains("kutipan"), "{}: {own}", page.alamat);
            seen += 1;
            if path.ends_with("banding.csv") {
                assert!(data.len() >= figure.kategori.len(), "{path}: {kode}");
                continue;
            }
            let points: usize = figure.deret.iter().map(|d| d.titik.len().min(figure.kategori.len())).sum();
            let found = data.iter().filter(|r| r["grafik"] == *kode && r["judul"] == figure.judul).count();
            assert_eq!(found, points, "{path}: {kode}");
        }
    }
    assert!(seen > 130, "{seen} figures");
}

#[test]
fn a_chart_is_no_file_and_nothing_is_written_for_what_has_nothing_to_show() {
    let (pages, built) = situs();
    assert!(!built.files.keys().any(|p| p.contains("/grafik/")), "a file for a single chart");
    for (page, figure) in pages.iter().flat_map(|p| p.figure.iter().map(move |f| (p, f))) {
        let values = figure.deret.iter().filter(|d| d.peran != Peran::Target && d.peran != Peran::Rencana);
        let known = values.flat_map(|d| &d.titik).any(|t| t.nilai.is_some() || t.rentang.is_some());
        assert!(known, "{}: {} shows no result", page.alamat, figure.kode);
    }
    for path in built.files.keys().filter(|p| p.ends_with(".csv")) {
        assert!(!path.starts_with("en/"), "{path}: what is the same in all languages is written once");
    }
}

#[test]
fn the_style_of_a_drawing_outside_its_page_has_both_grounds_and_no_variables() {
    let (_, built) = situs();
    let style = text(built, "aset/gaya-grafik.js");
    let json = style.trim().trim_start_matches("window.terangGaya = ").trim_end_matches(';');
    let style: Value = serde_json::from_str(json).expect("json");
    for ground in ["terang", "gelap"] {
        let css = style[ground].as_str().expect("rules");
        assert!(css.contains(".m-alas") && !css.contains("var("), "{css}");
    }
}

fn kutipan<'a>(built: &'a Built, path: &str, kode: &str) -> &'a str {
    let (_, after) = text(built, path).split_once(&format!("id=\"sematan-{kode}\"")).expect("figure");
    let (_, after) = after.split_once("kutipan\">").expect("citation");
    after.split("</div>").next().unwrap_or_default()
}

#[test]
fn a_citation_names_value_source_edition_and_address() {
    let (_, built) = situs();
    let path = "blitar/dinas-sosial/indikator/ppks-tertangani/index.html";
    let citation = kutipan(built, path, "indikator-ppks-tertangani");
    let address = format!("{path}#grafik-indikator-ppks-tertangani");
    for part in ["95,39%", "Sumber: ", "LKjIP 2024", "Dalam: Terang Sosial, data keadaan ", &address] {
        assert!(citation.contains(part), "no `{part}` in {citation}");
    }
}

#[test]
fn an_english_figure_leaves_in_english_with_its_english_address() {
    let (_, built) = situs();
    let path = "en/blitar/dinas-sosial/indikator/ppks-tertangani/index.html";
    let citation = kutipan(built, path, "indikator-ppks-tertangani");
    let address = format!("{path}#grafik-indikator-ppks-tertangani");
    for part in ["95.39%", "Source: ", "LKjIP 2024", "In: ", ", data as of ", &address] {
        assert!(citation.contains(part), "no `{part}` in {citation}");
    }
    let page = text(built, path);
    assert!(page.contains(&format!("SITE-ADDRESS/{path}#sematan-")), "the frame shows the English page");
    assert!(page.contains("href=\"../../../../../blitar/dinas-sosial/grafik.csv\" download"), "one file for both");
    let own: Vec<&String> = built.files.keys().filter(|p| p.starts_with("banding/data/")).collect();
    assert!(!own.is_empty() && own.iter().all(|p| built.files.contains_key(&format!("en/{p}"))));
}

#[test]
fn every_table_is_a_file_with_the_cells_of_its_page() {
    let (pages, built) = situs();
    let (mut tables, mut cells) = (std::collections::BTreeSet::new(), 0);
    for (page, l) in pages.iter().flat_map(|p| p.lembar.iter().map(move |l| (p, l))) {
        let path = format!("{}{}", page.alamat, l.berkas);
        assert_eq!(rows(text(built, &path)).len(), l.baris.len(), "{path}");
        assert!(l.baris.iter().all(|row| row.len() == l.kepala.len()), "{path}");
        tables.insert(path);
        cells += l.baris.iter().flatten().filter(|c| c.parse::<rust_decimal::Decimal>().is_ok()).count();
    }
    assert!(tables.len() > 40 && cells > 1500, "{} tables, {cells} numbers", tables.len());
}

/// The numbers of every strip: figure, CSV, table of the page, description of the drawing, published JSON.
#[test]
fn a_comparison_says_the_same_numbers_everywhere() {
    let (pages, built) = situs();
    let index: Value = serde_json::from_str(text(built, "banding/data/daerah.json")).expect("json");
    let names: BTreeMap<&str, &str> = index["daerah"].as_array().expect("daerah").iter().map(pair).collect();
    let (mut seen, mut beside) = (0, 0);
    for page in pages.iter().filter(|p| p.templat == "banding-padanan.html" && p.isi["provinsi"].is_null()) {
        let Some(figure) = page.figure.iter().find(|f| f.kode.starts_with("banding-")) else { continue };
        let base = format!("{}#{}", page.alamat, figure.kode);
        let year = page.isi["tahun"].as_i64();
        let data = page.csv.as_ref().expect("data");
        let own = rows(text(built, data));
        let own: Vec<_> = own.iter().filter(|r| r.get("grafik") == Some(&figure.kode)).collect();
        let root = page.alamat.split('/').take(2).collect::<Vec<_>>().join("/");
        let table = rows(text(built, &format!("{root}/banding.csv")));
        let html = text(built, &format!("{}index.html", page.alamat));
        let drawing = gambar(figure).sempit;
        let svg = Document::parse(&drawing).expect("svg");
        let desc = svg.descendants().find(|n| n.has_tag_name("desc")).and_then(|n| n.text()).expect("desc");
        for (kategori, titik) in figure.kategori.iter().zip(&figure.deret[0].titik) {
            let exact = titik.nilai.expect("value").normalize().to_string();
            let csv: Vec<&String> = own.iter().filter(|r| r["kategori"] == *kategori).map(|r| &r["nilai"]).collect();
            assert!(csv == [&exact] || data.ends_with("banding.csv"), "{base}: {csv:?}");
            assert!(desc.contains(&format!("{kategori} {}", titik.teks)), "{base}: {desc}");
            // `Mojokerto (2023)`: who has no figure of the year stands beside it with the neighbouring one, and says so.
            let other = kategori.strip_suffix(')').and_then(|k| k.rsplit_once(" ("));
            let other = other.and_then(|(nama, t)| Some((nama, Some(t.parse::<i64>().ok()?))));
            let (nama, tahun) = other.unwrap_or((kategori.as_str(), year));
            if tahun == year {
                assert!(html.contains(&format!("data-nilai=\"{exact}\"")), "{base}: {exact} is not in the table");
            } else {
                assert!(
                    titik.catatan.as_ref().is_some_and(|note| note.starts_with("tahun lain")),
                    "{base}: {kategori}"
                );
                beside += 1;
            }
            let mut years = table.iter().filter(|r| r["tahun"].parse().ok() == tahun);
            let row = years.find(|r| r["nama_kabupaten_kota"].ends_with(nama));
            assert_eq!(row.map(|r| &r["nilai"]), Some(&exact), "{base}");
            // Second-hand values are no data of a daerah of this portal.
            let Some(kode) = names.get(nama) else { continue };
            let data: Value = serde_json::from_str(text(built, &format!("banding/data/{kode}.json"))).expect("json");
            let list = data.as_array().expect("values").iter();
            let mut found = list.filter(|v| v["p"] == page.isi["kode"] && v["t"].as_i64() == tahun);
            let value = found.next().unwrap_or_else(|| panic!("{base}: {kode} is not in the JSON"));
            assert_eq!(value["nilai"].as_str(), Some(exact.as_str()), "{base}");
            assert!(html.contains(value["teks"].as_str().expect("text")), "{base}");
            seen += 1;
        }
    }
    assert!(seen > 20 && beside > 3, "{seen} values, {beside} of other years");
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
    let embed = text(&site, "blitar/dinas-sosial/2024/hasil/index.html");
    assert!(
        embed.contains("https://contoh.go.id/terang/blitar/dinas-sosial/2024/hasil/#sematan-capaian&quot;"),
        "{embed}"
    );
    assert!(embed.contains("https://contoh.go.id/terang/blitar/dinas-sosial/2024/hasil/#grafik-capaian"));
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
