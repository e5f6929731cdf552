//! What the portal offers to programs: the data package and its schemas, the catalogue, the feed, the list of pages, and
//! the data in the head of pages; each read by something else than what wrote it.

use crate::situs_bantu::{muat, repositori, salinan_dasar};
use rust_decimal::Decimal;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;
use terang::output::Tree;
use terang::pages::data::DataOpd;
use terang::site::{self, Options};
use terang::templates::Theme;

fn bangun(root: &Path, alamat: Option<&str>) -> Tree {
    let content = muat(root);
    let theme = Theme::load(None).map_err(|(found, _)| found).expect("theme");
    let options = Options { base_url: alamat.map(str::to_string), gaya: true, ..Options::default() };
    site::build(&content, &DataOpd::semua(&content), &theme, &options, &|_, _| {}).expect("site").files
}

fn json(files: &Tree, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The parts of an XML file that a reader of its kind looks at: the text of every element of a name.
fn unsur(bytes: &[u8], name: &str) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let doc = roxmltree::Document::parse(text).expect("XML");
    let all = doc.descendants().filter(|n| n.tag_name().name() == name);
    all.map(|n| n.text().unwrap_or_default().to_string()).collect()
}

/// Whether a cell is of the type its schema says.
fn cocok(field: &Value, cell: &str) -> bool {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        return constraints["required"] != Value::Bool(true);
    }
    let listed = constraints["enum"].as_array().is_none_or(|list| list.iter().any(|v| v == cell));
    let pattern = constraints["pattern"]
        .as_str()
        .is_none_or(|p| regex::Regex::new(&format!("^(?:{p})$")).expect("pattern").is_match(cell));
    listed
        && pattern
        && match field["type"].as_str().expect("a type") {
            "integer" => cell.parse::<i64>().is_ok(),
            "number" => cell.parse::<Decimal>().is_ok(),
            "boolean" => {
                ["trueValues", "falseValues"].iter().any(|k| field[k].as_array().expect("list").contains(&cell.into()))
            }
            "string" => true,
            other => panic!("no type of a schema: {other}"),
        }
}

#[test]
fn every_csv_of_the_package_has_its_hash_its_size_and_the_columns_of_its_schema() {
    let files = bangun(&repositori(), None);
    let package = json(&files, "data/datapackage.json");
    let resources = package["resources"].as_array().expect("resources").iter().filter(|r| r["format"] == "csv");
    let resources: Vec<&Value> = resources.collect();
    let named: BTreeSet<String> =
        resources.iter().map(|r| format!("data/{}", r["path"].as_str().expect("path"))).collect();
    let there = files.keys().filter(|p| p.starts_with("data/") && p.ends_with(".csv"));
    assert_eq!(named, there.cloned().collect(), "every CSV of data/ and no other");
    let mut cells = 0;
    for r in resources {
        let path = format!("data/{}", r["path"].as_str().expect("path"));
        let bytes = &files[path.as_str()];
        assert_eq!(r["bytes"], bytes.len(), "{path}");
        let hash: String = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(r["hash"], format!("sha256:{hash}"), "{path}");
        let schema = json(&files, &format!("data/{}", r["schema"].as_str().expect("schema")));
        let fields = schema["fields"].as_array().expect("fields");
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let head: Vec<String> = reader.headers().expect("head").iter().map(str::to_string).collect();
        assert_eq!(
            head,
            fields.iter().map(|f| f["name"].as_str().expect("name").to_string()).collect::<Vec<_>>(),
            "{path}"
        );
        for row in reader.records() {
            let row = row.expect("row");
            for (field, cell) in fields.iter().zip(row.iter()) {
                assert!(cocok(field, cell), "{path}: `{cell}` is no {field}");
                cells += 1;
            }
        }
    }
    assert!(cells > 50_000, "{cells} cells");
    let spdx = &package["licenses"][0];
    assert_eq!(
        (spdx["name"].as_str(), spdx["path"].as_str()),
        (Some("CC-BY-4.0"), Some("https://creativecommons.org/licenses/by/4.0/"))
    );
}

#[test]
fn the_catalogue_names_every_file_of_data_and_nothing_that_is_not_there() {
    let files = bangun(&repositori(), Some("https://contoh.go.id/terang"));
    let catalogue = json(&files, "catalog.jsonld");
    let datasets = catalogue["dcat:dataset"].as_array().expect("datasets");
    let mut named = BTreeSet::new();
    for d in datasets {
        for file in d["dcat:distribution"].as_array().expect("files") {
            let url = file["dcat:downloadURL"]["@id"].as_str().expect("address");
            let path = url.strip_prefix("https://contoh.go.id/terang/").expect("below the site");
            assert!(files.contains_key(path), "{path}");
            named.insert(path.to_string());
        }
    }
    let there =
        files.keys().filter(|p| p.starts_with("data/") && [".csv", ".xlsx", ".zip"].iter().any(|e| p.ends_with(e)));
    assert_eq!(named, there.cloned().collect());
    assert_eq!(catalogue["dct:modified"]["@value"], "2025-09-30", "the newest cut-off, not the day of the build");
}

#[test]
fn a_site_that_knows_its_address_lists_its_pages_and_its_records() {
    let root = "https://contoh.go.id/terang/";
    let files = bangun(&repositori(), Some(root));
    let listed: BTreeSet<String> = unsur(&files["sitemap.xml"], "loc").into_iter().collect();
    let pages = files.keys().filter_map(|p| p.strip_suffix("index.html")).filter(|p| !p.ends_with("gaya/"));
    assert_eq!(
        listed,
        pages.map(|p| format!("{root}{p}")).collect(),
        "every page once, without the one for theme authors"
    );
    assert!(listed.contains(root) && listed.len() > 500, "{}", listed.len());
    assert!(
        String::from_utf8_lossy(&files["robots.txt"]).ends_with("Sitemap: https://contoh.go.id/terang/sitemap.xml\n")
    );
    let feed = &files["umpan.xml"];
    let (ids, dates) = (unsur(feed, "id"), unsur(feed, "updated"));
    let entries = std::str::from_utf8(&files["edisi.json"]).expect("text").matches("\"alasan\":").count();
    assert!(entries > 0 && ids.len() == 9 + entries, "the feed, eight records and every correction: {ids:?}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each its own");
    let page = String::from_utf8_lossy(&files["ralat/index.html"]).replace('"', "");
    for id in &ids[1..] {
        match id.split_once('#') {
            Some((of, place)) => {
                assert!(of == format!("{root}ralat/") && page.contains(&format!("<li id={place}>")), "{id}")
            }
            None => assert!(listed.contains(id), "{id}"),
        }
    }
    // Newest first, and the feed is as new as its newest record.
    assert!(dates.windows(2).all(|d| d[0] >= d[1]) && dates[0].ends_with("T23:59:59+07:00"), "{dates:?}");
    let home = String::from_utf8_lossy(&files["index.html"]).into_owned();
    assert!(home.contains("<link rel=\"canonical\" href=\"https://contoh.go.id/terang/\">"));
    assert!(home.contains("<meta property=\"og:url\" content=\"https://contoh.go.id/terang/\">"));
    assert!(home.contains("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"umpan.xml\""));
}

#[test]
fn a_site_without_an_address_has_no_file_that_would_need_one() {
    let files = bangun(salinan_dasar().path(), None);
    for path in ["sitemap.xml", "robots.txt", "umpan.xml"] {
        assert!(!files.contains_key(path), "{path}");
    }
    let home = String::from_utf8_lossy(&files["index.html"]).into_owned();
    assert!(!home.contains("canonical") && !home.contains("umpan.xml"), "{home}");
}

#[test]
fn a_record_says_of_itself_what_it_is_and_no_name_in_it_ends_the_element() {
    let dir = salinan_dasar();
    let evil = "Kabupaten </script><script>alert(1)</script> & <!--";
    std::fs::write(dir.path().join("lumajang/daerah.yaml"), format!("nama: '{evil}'\nprovinsi: Jawa Timur\n"))
        .expect("write");
    for (alamat, root) in [(None, "../../../"), (Some("https://contoh.go.id/"), "https://contoh.go.id/")] {
        let files = bangun(dir.path(), alamat);
        let html = String::from_utf8_lossy(&files["lumajang/dinas-sosial/2024/index.html"]).into_owned();
        let block = html.split_once("<script type=\"application/ld+json\">").expect("a block").1;
        let data: Value = serde_json::from_str(block.split_once("</script>").expect("its end").0).expect("JSON");
        assert_eq!((data["@type"].as_str(), data["temporalCoverage"].as_str()), (Some("Dataset"), Some("2024")));
        assert_eq!(data["spatialCoverage"], evil);
        let files_of: Vec<&str> =
            data["distribution"].as_array().expect("files").iter().filter_map(|f| f["contentUrl"].as_str()).collect();
        let expected = ["csv", "xlsx"].map(|end| format!("{root}data/lumajang-dinas-sosial.{end}"));
        assert_eq!(files_of, expected);
        assert_eq!(data["url"].as_str().is_some(), alamat.is_some());
        assert!(!html.contains("<script>alert"), "{html}");
    }
}

/// The text of a page as a reader sees it: no tags, one space between words.
fn bacaan(html: &[u8]) -> String {
    let html = std::str::from_utf8(html).expect("UTF-8");
    let tags = regex::Regex::new(r"(?s)<script.*?</script>|<[^>]*>").expect("pattern");
    let text = tags.replace_all(html, " ").replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">")
}

#[test]
fn the_plain_text_of_a_record_says_no_number_its_pages_do_not_say_and_every_finding_of_its_list() {
    let content = muat(&repositori());
    let files = bangun(&repositori(), Some("https://contoh.go.id/terang/"));
    let number = regex::Regex::new(r"\d[\d.,]*\d%?").expect("pattern");
    let mut numbers = 0;
    for (d, folder) in DataOpd::semua(&content).iter().flat_map(|d| [(d, ""), (d, "en/")]) {
        for r in &d.sumber.rekaman {
            let own = format!("{folder}{}{}/", d.alamat(), r.tahun);
            let text = std::str::from_utf8(&files[&format!("{own}ringkasan.txt")]).expect("UTF-8");
            let lists = format!("{folder}temuan/{}-{}/", d.daerah.kode, r.tahun);
            let pages = files.iter().filter(|(path, _)| {
                path.ends_with("/index.html") && (path.starts_with(&own) || path.starts_with(&lists))
            });
            let said: String = pages.map(|(_, html)| bacaan(html)).collect();
            assert!(text.ends_with(&format!("https://contoh.go.id/terang/{own}\n")), "{own}: where it is from");
            let here = "href=\"ringkasan.txt\"";
            let first = std::str::from_utf8(&files[&format!("{own}index.html")]).expect("UTF-8");
            assert!(first.contains(here), "{own}: the page leads to it");
            for found in number.find_iter(text) {
                assert!(
                    said.contains(found.as_str()),
                    "{own}ringkasan.txt: {} stands on none of its pages",
                    found.as_str()
                );
                numbers += 1;
            }
            let lang = if folder.is_empty() { terang::number::Lang::Id } else { terang::number::Lang::En };
            for t in d.hasil.temuan.iter().filter(|t| terang::pages::temuan::milik(d, t, r.tahun)) {
                assert!(text.contains(t.pesan.in_lang(lang)), "{own}ringkasan.txt: {}", t.pesan.in_lang(lang));
            }
        }
    }
    assert!(numbers > 1_500, "{numbers} numbers");
}
