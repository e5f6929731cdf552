//! Kebijakan: the Content-Security-Policy that stands in every page. Whatever text of the content ever became a tag, no
//! browser would run it or fetch anything for it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What a page may load: its own files, from a server or from a folder, and the drawing that becomes a PNG. Search is
/// WebAssembly. What a server should send as a header is in docs/penerbitan.md.
pub(super) const KEBIJAKAN: &str = "default-src 'none'; script-src 'self' file: 'wasm-unsafe-eval'; style-src 'self' file:; img-src 'self' file: data:; font-src 'self' file: data:; connect-src 'self' file:; form-action 'self' file:; base-uri 'none'";

/// What a server should send with every file beside the policy.
pub const TAJUK: [(&str, &str); 2] =
    [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin")];

/// How a page begins to say its policy.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The page for what is not found stands at any address, so it carries its style and its script: each is named by its hash.
pub(super) fn sisip(html: &str) -> String {
    let charset = "<meta charset=\"utf-8\">";
    let policy = dengan_sidik(KEBIJAKAN, html);
    html.replacen(charset, &format!("{charset}\n{META}{policy}\">"), 1)
}

/// The policy a server may send with every file of a site: that of its pages, whatever theme made them, with the hashes of
/// the page for what is not found. Nothing there comes from a folder. `None` when the pages carry none.
pub fn tajuk(halaman: &str, hilang: &str) -> Option<String> {
    let policy = halaman.split_once(META)?.1.split_once('"')?.0;
    Some(dengan_sidik(policy, hilang).replace(" file:", ""))
}

/// A policy that also allows the styles and scripts that stand in a page.
fn dengan_sidik(policy: &str, html: &str) -> String {
    let mut policy = policy.to_string();
    for element in ["script", "style"] {
        let place = format!("{element}-src 'self'");
        for hash in isi(html, element).map(|text| BASE64_STANDARD.encode(Sha256::digest(text))) {
            policy = policy.replace(&place, &format!("{place} 'sha256-{hash}'"));
        }
    }
    policy
}

/// The contents of all elements of a name that stand there without an attribute.
fn isi<'h>(html: &'h str, element: &str) -> impl Iterator<Item = &'h str> {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    html.match_indices(&open)
        .filter_map(|(at, open)| html[at + open.len()..].split_once(&close).map(|(text, _)| text))
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_page_is_named_by_its_hash() {
        let page =
            sisip("<meta charset=\"utf-8\"><style>a</style><script type=\"x\">b</script><script>alert(1)</script>");
        // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(page.contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{page}");
        assert!(page.contains("style-src 'self' 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"), "{page}");
        assert_eq!(page.matches("sha256-").count(), 2);
    }
}
