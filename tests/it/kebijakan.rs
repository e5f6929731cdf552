//! The policy of the pages: what they load, what stands in them, and what docs/penerbitan.md tells a server to send.

use crate::situs_bantu::{bangun, repositori, salinan_dasar};
use terang::output::Tree;

/// The policy a page carries.
fn kebijakan(html: &str) -> &str {
    let meta = html.split_once("<meta http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy").1;
    meta.split_once('"').expect("its end").0
}

/// What of a page its policy forbids: styles and scripts that stand in it.
fn dilarang(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let data = tag.contains("type=\"application/json\"") || tag.contains("type=\"application/ld+json\"");
        let script = (tag == "script" || tag.starts_with("script ")) && !tag.contains(" src=\"") && !data;
        if script
            || tag == "style"
            || tag.starts_with("style ")
            || tag.contains(" style=\"")
            || tag.contains("javascript:")
        {
            found.push(tag.to_string());
        }
    }
    found
}

fn halaman(files: &Tree) -> impl Iterator<Item = (&String, &str)> {
    files.iter().filter(|(path, _)| path.ends_with(".html")).map(|(p, b)| (p, std::str::from_utf8(b).expect("UTF-8")))
}

#[test]
fn every_page_carries_the_policy_before_it_loads_anything_and_keeps_to_it() {
    // Colours of its own, and a table with columns to the right and in the middle.
    let dir = salinan_dasar();
    let write = |path: &str, text: &str| {
        let path = dir.path().join(path);
        std::fs::create_dir_all(path.parent().expect("folder")).expect("mkdir");
        std::fs::write(path, text).expect("write");
    };
    write("halaman/uji.md", "# Uji\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n");
    write(
        "portal.yaml",
        "judul: Uji\nketerangan: Uji.\nbahasa_lain: [en]\nwarna: {utama: \"#8a1538\", aksen: \"#8a5a00\"}\n",
    );
    let own = bangun(dir.path(), None).files;
    assert!(String::from_utf8_lossy(&own["uji/index.html"]).contains("<td class=\"n\">1"));
    let repository = bangun(&repositori(), None).files;
    let mut pages = 0;
    for (path, html) in halaman(&own).chain(halaman(&repository)).filter(|(path, _)| *path != "404.html") {
        assert_eq!(dilarang(html), Vec::<String>::new(), "{path}");
        let policy = html.find("Content-Security-Policy").unwrap_or(usize::MAX);
        assert!(policy < html.find("<link").unwrap_or(0) && policy < html.find("<script").unwrap_or(0), "{path}");
        assert!(
            !kebijakan(html).contains("unsafe-inline") && kebijakan(html).starts_with("default-src 'none'"),
            "{path}"
        );
        pages += 1;
    }
    assert!(pages > 600, "{pages} pages");
}

#[test]
fn the_reader_of_pages_sees_what_a_policy_forbids() {
    let seen = dilarang(
        "<style>a</style><p style=\"x\">style=\"y\"</p><script src=\"a.js\"></script><script>b</script><script type=\"application/json\">{}</script>",
    );
    assert_eq!(seen, ["style", "p style=\"x\"", "script"]);
}

#[test]
fn the_documented_header_is_the_policy_of_the_pages_with_the_hashes_of_404() {
    let files = bangun(salinan_dasar().path(), None).files;
    let lost = std::str::from_utf8(&files["404.html"]).expect("UTF-8");
    assert_eq!(dilarang(lost), ["style", "script"], "each has its hash");
    assert_eq!(kebijakan(lost).matches("'sha256-").count(), 2);
    let header = kebijakan(lost).replace(" file:", "");
    let docs = include_str!("../../docs/penerbitan.md");
    assert_eq!(docs.matches(header.as_str()).count(), 5, "docs/penerbitan.md should say, for each server:\n{header}");
    let page = std::str::from_utf8(&files["index.html"]).expect("UTF-8");
    let bare: Vec<&str> = kebijakan(lost).split(' ').filter(|w| !w.starts_with("'sha256-")).collect();
    assert_eq!(bare.join(" "), kebijakan(page));
}
