//! Tajuk: what a server is told of a site: headers, types, how long a file may be kept. The policy comes from the pages.

use crate::site::kebijakan::{self, TAJUK};
use std::collections::BTreeSet;
use std::fmt::Write;

/// How long a browser may keep what can change at its address, and what cannot, in seconds.
const SEBENTAR: u32 = 300;
const SELAMANYA: u32 = 31_536_000;

/// Files whose name is made of their content: what Pagefind asks for, piece by piece.
const ABADI: [&str; 4] = ["pf_filter", "pf_fragment", "pf_index", "pf_meta"];

/// Types that some servers do not know, or know without saying that the text is UTF-8.
const JENIS: [(&str, &str); 9] = [
    ("application/json", ".json"),
    ("application/ld+json", ".jsonld"),
    ("application/octet-stream", ".pagefind .pf_filter .pf_fragment .pf_index .pf_meta"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    ("application/wasm", ".wasm"),
    ("font/woff2", ".woff2"),
    ("image/svg+xml", ".svg"),
    ("text/csv", ".csv"),
    ("text/javascript", ".js"),
];

/// Endings of text files: worth compressing, and all UTF-8.
const TEKS: [&str; 11] = ["css", "csv", "html", "js", "json", "jsonl", "jsonld", "svg", "txt", "webmanifest", "xml"];

/// The types of the same.
const JENIS_TEKS: &str = "text/css text/csv text/html text/javascript text/plain application/json application/ld+json \
                          application/manifest+json application/xml image/svg+xml text/xml";

fn akhiran(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Whether a file is text.
pub fn teks(path: &str) -> bool {
    TEKS.contains(&akhiran(path))
}

/// Whether what stands at this path never changes: other content has another name.
fn abadi(path: &str) -> bool {
    ABADI.contains(&akhiran(path))
}

/// Headers of every file: those of `kebijakan`, with the policy that the pages carry.
fn semua(halaman: &str, hilang: &str) -> Vec<(&'static str, String)> {
    let policy = kebijakan::tajuk(halaman, hilang).map(|p| ("Content-Security-Policy", satu_baris(&p)));
    policy.into_iter().chain(TAJUK.map(|(name, value)| (name, value.to_string()))).collect()
}

/// A theme writes the policy; in a file of a server it stays one value of one line.
fn satu_baris(value: &str) -> String {
    value.chars().map(|c| if c.is_control() || matches!(c, '"' | '\\') { ' ' } else { c }).collect()
}

/// What Apache reads in the folder of the site. It needs `AllowOverride FileInfo`, the least a host grants, and says nothing
/// of modules that are not there.
pub fn htaccess(halaman: &str, hilang: &str, jalur: &str) -> String {
    let mut out = String::from("# Ditulis oleh terang pack.\n<IfModule mod_headers.c>\n");
    for (name, value) in semua(halaman, hilang) {
        // A percent sign begins a variable there.
        let _ = writeln!(out, "Header always set {name} \"{}\"", value.replace('%', "%%"));
    }
    let _ = write!(
        out,
        "Header set Cache-Control \"public, max-age={SEBENTAR}\"\n\
         <FilesMatch \"\\.({})$\">\n\
         Header set Cache-Control \"public, max-age={SELAMANYA}, immutable\"\n\
         </FilesMatch>\n\
         # mod_deflate marks what it compressed, and would not know it again.\n\
         RequestHeader edit* If-None-Match \"-gzip\\\"\" \"\\\"\"\n\
         </IfModule>\n<IfModule mod_mime.c>\n",
        ABADI.join("|")
    );
    for (jenis, endings) in JENIS {
        let _ = writeln!(out, "AddType {jenis} {endings}");
    }
    let _ = write!(
        out,
        "AddCharset utf-8 .{}\n</IfModule>\n<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\n\
         AddOutputFilterByType DEFLATE {JENIS_TEKS}\n</IfModule>\n</IfModule>\nErrorDocument 404 {jalur}404.html\n",
        TEKS.join(" .")
    );
    out
}

/// What Cloudflare Pages and Netlify read. No two rules give one header: Cloudflare would join both values. What no rule speaks
/// of is asked for anew at each visit there.
pub fn headers<'p>(halaman: &str, hilang: &str, berkas: impl Iterator<Item = &'p str>) -> String {
    let mut out = String::from("# Ditulis oleh terang pack.\n/*\n");
    for (name, value) in semua(halaman, hilang) {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for pola in folder_abadi(berkas) {
        let _ = write!(out, "{pola}\n  Cache-Control: public, max-age={SELAMANYA}, immutable\n");
    }
    out
}

/// Patterns of the folders in which nothing else is, a few for any number of daerah: a hundred rules are all a host reads.
fn folder_abadi<'p>(berkas: impl Iterator<Item = &'p str>) -> BTreeSet<String> {
    let (mut ya, mut tidak) = (BTreeSet::new(), BTreeSet::new());
    for path in berkas {
        let Some((folder, _)) = path.rsplit_once('/') else { continue };
        let awal: Vec<&str> = folder.split('/').collect();
        // What stands before the folder of a search is the code of a place, or a language.
        let tetap = awal.iter().position(|part| *part == "cari").unwrap_or(0);
        let pola =
            awal.iter().enumerate().map(|(at, part)| if at < tetap { format!(":d{at}") } else { (*part).into() });
        let pola = format!("/{}/*", pola.collect::<Vec<String>>().join("/"));
        if abadi(path) {
            ya.insert(pola)
        } else {
            tidak.insert(pola)
        };
    }
    ya.retain(|pola| !tidak.iter().any(|other| other.starts_with(pola.trim_end_matches('*'))));
    ya
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALAMAN: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none' file:; a 100%\">";

    #[test]
    fn folders_of_many_places_share_a_rule_and_a_mixed_folder_has_none() {
        let files = [
            "cari/pagefind/fragment/a.pf_fragment",
            "blitar/cari/pagefind/index/b.pf_index",
            "jember/cari/pagefind/index/c.pf_index",
            "cari/pagefind/d.pf_meta",
            "cari/pagefind/pagefind.js",
        ];
        let rules: Vec<String> = folder_abadi(files.into_iter()).into_iter().collect();
        assert_eq!(rules, ["/:d0/cari/pagefind/index/*", "/cari/pagefind/fragment/*"]);
    }

    #[test]
    fn the_policy_is_that_of_the_pages_and_a_percent_sign_is_none_of_apache() {
        let text = htaccess(HALAMAN, "", "/portal/");
        assert!(text.contains("Policy \"default-src 'none'; a 100%%\"\n"), "{text}");
        assert!(text.ends_with("ErrorDocument 404 /portal/404.html\n"), "{text}");
        assert!(
            headers(HALAMAN, "", std::iter::empty())
                .contains("  Content-Security-Policy: default-src 'none'; a 100%\n")
        );
        assert!(!htaccess("<p>", "", "/").contains("Content-Security-Policy"));
    }
}
