//! Jawab: from an address to an answer: file, folder's index, redirect, 404; pages get the reload script.

use super::halaman;
use crate::output;
use axum::http::{HeaderMap, header};
use std::path::Path;

/// Where pages listen for reloads.
pub const ACARA: &str = "/.terang/acara";

/// One answer.
pub struct Jawaban {
    pub status: u16,
    pub mime: &'static str,
    pub location: Option<String>,
    pub body: Vec<u8>,
}

const HTML: &str = "text/html; charset=utf-8";

/// Answers a request for `path` (as sent, percent-encoded) from the folder of the site.
pub fn answer(situs: Option<&Path>, galat: Option<&str>, versi: &str, path: &str) -> Jawaban {
    let plain = |status, mime, body: &[u8]| Jawaban { status, mime, location: None, body: body.to_vec() };
    let page =
        |status, body: &[u8]| Jawaban { status, mime: HTML, location: None, body: halaman::inject(body, galat, versi) };
    match path {
        halaman::SKRIP => return plain(200, mime("js"), halaman::ISI_SKRIP.as_bytes()),
        halaman::GAYA => return plain(200, mime("css"), halaman::ISI_GAYA.as_bytes()),
        _ => {}
    }
    let Some(situs) = situs else { return page(500, halaman::KOSONG.as_bytes()) };
    let name = decode(path.trim_start_matches('/'));
    let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name };
    if let Some(bytes) = output::baca(situs, &name) {
        let kind = mime(name.rsplit_once('.').map_or("", |(_, suffix)| suffix));
        return if kind == HTML { page(200, &bytes) } else { plain(200, kind, &bytes) };
    }
    if output::ada(situs, &format!("{name}/index.html")) {
        // Relative links on the page count from its folder, so the slash matters.
        let location = Some(format!("/{}/", path.trim_start_matches('/')));
        return Jawaban { location, ..plain(307, HTML, b"") };
    }
    page(404, output::baca(situs, "404.html").as_deref().unwrap_or(halaman::TIDAK_ADA.as_bytes()))
}

/// Whether a request is for this computer by its own name, and from a page that is.
pub fn setempat(headers: &HeaderMap) -> bool {
    let own = |host: &str| {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        };
        ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
    };
    let all = |name, own: &dyn Fn(&str) -> bool| headers.get_all(name).iter().all(|v| v.to_str().is_ok_and(own));
    let origin = |origin: &str| origin.split_once("://").is_some_and(|(_, host)| own(host));
    all(header::HOST, &own) && all(header::ORIGIN, &origin)
}

/// The type of a file by its suffix.
fn mime(suffix: &str) -> &'static str {
    match suffix.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "geojson" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "yaml" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "wasm" => "application/wasm",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// Undoes percent-encoding; what is not UTF-8 then names no file.
fn decode(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let code = (*first == b'%').then(|| tail.get(..2)).flatten();
        match code.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests write the site they are about")]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("tempdir");
        for (path, text) in [
            ("index.html", "<body>home</body>"),
            ("a/index.html", "<body>a</body>"),
            ("gaya.css", "x{}"),
            ("sp ace.csv", "1"),
        ] {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().expect("parent")).expect("folder");
            std::fs::write(path, text).expect("write");
        }
        dir
    }

    fn get(path: &str) -> (u16, String, &'static str) {
        let answer = answer(Some(site().path()), None, "v", path);
        (answer.status, String::from_utf8(answer.body).expect("utf-8"), answer.mime)
    }

    #[test]
    fn a_folder_answers_with_its_index_and_the_script() {
        let (status, body, mime) = get("/a/");
        assert_eq!((status, mime), (200, HTML));
        assert!(body.starts_with("<body>a") && body.contains(halaman::SKRIP) && body.ends_with("</body>"), "{body}");
    }

    #[test]
    fn only_the_own_names_of_this_computer_are_answered() {
        let asked = |name, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(name, axum::http::HeaderValue::from_static(value));
            setempat(&headers)
        };
        for own in ["127.0.0.1:1111", "localhost", "LOCALHOST:80", "[::1]:1111"] {
            assert!(asked(header::HOST, own), "{own}");
        }
        for other in ["evil.test", "evil.test:1111", "127.0.0.1.evil.test", "localhost@evil.test", "localhost:1x", ""] {
            assert!(!asked(header::HOST, other), "{other}");
        }
        assert!(asked(header::ORIGIN, "http://127.0.0.1:1111"));
        assert!(!asked(header::ORIGIN, "https://evil.test") && !asked(header::ORIGIN, "null"));
    }

    #[test]
    fn only_pages_get_the_script() {
        assert_eq!(get("/gaya.css"), (200, "x{}".to_string(), "text/css; charset=utf-8"));
        assert_eq!(get("/sp%20ace.csv").0, 200);
    }

    #[test]
    fn the_files_of_the_search_index_have_types_a_browser_takes() {
        // Scripts must be scripts to be imported; the rest is bytes that the script unpacks itself.
        assert!(mime("js").starts_with("text/javascript"));
        assert_eq!((mime("pagefind"), mime("pf_meta")), ("application/octet-stream", "application/octet-stream"));
    }

    #[test]
    fn a_folder_without_its_slash_redirects_to_it() {
        let answer = answer(Some(site().path()), None, "v", "/a");
        assert_eq!((answer.status, answer.location.as_deref()), (307, Some("/a/")));
    }

    #[test]
    fn what_is_not_there_answers_404_also_with_dots_and_bad_escapes() {
        for path in ["/b", "/../Cargo.toml", "/%2e%2e/x", "/%zz", "/%", "//a"] {
            assert!(matches!(get(path).0, 404 | 307), "{path}");
        }
    }

    #[test]
    fn errors_are_escaped_and_stand_on_every_page_even_without_a_site() {
        let galat = Some("x.yaml:1: <script>alert(1)</script> & \"q\"");
        for (files, status) in [(Some(site()), 200), (None, 500)] {
            let answer = answer(files.as_ref().map(tempfile::TempDir::path), galat, "v", "/");
            let body = String::from_utf8(answer.body).expect("utf-8");
            assert_eq!(answer.status, status);
            assert!(body.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;") && !body.contains("<script>alert"));
        }
    }
}
