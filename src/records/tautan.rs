//! Tautan: addresses of the web, as people write them.

use super::reader::{At, Reader};
use crate::pesan;

/// Whether a text is the name of a host: `contoh.go.id`.
pub(super) fn is_host(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

/// Whether a text is an address a link may lead to: `https://contoh.go.id/lkjip-2024.pdf`. No other scheme, no name or
/// password of a user, nothing that ends the attribute it will stand in.
pub(super) fn is_alamat(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let wrong = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`');
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (name, port) = host.split_once(':').unwrap_or((host, "80"));
        (is_host(name) || name == "localhost") && port.parse::<u16>().is_ok() && !text.contains(wrong)
    })
}

/// Reads the address where a document can be opened.
pub(super) fn baca(r: &mut Reader, at: &At<'_>) -> Option<String> {
    let text = r.string(at)?;
    if is_alamat(&text) {
        return Some(text);
    }
    r.galat("tautan-salah", &at.jalur, pesan!("`{text}` bukan alamat web", "`{text}` is not an address of the web"))
        .help = Some(pesan!(
        "tulis alamat tempat dokumennya dapat dibuka, mulai dengan `https://`, misalnya `https://contoh.go.id/lkjip-2024.pdf`; tanpa alamat, hapus barisnya",
        "write the address where the document can be opened, beginning with `https://`, for example `https://example.go.id/lkjip-2024.pdf`; without an address, remove the line"
    ));
    None
}

#[cfg(test)]
mod tests {
    use super::is_alamat;

    #[test]
    fn an_address_is_one_of_the_web_and_of_nobody() {
        for good in
            ["https://contoh.go.id/lkjip-2024.pdf", "http://ppid.contoh.go.id:8080/a?b=1#page=3", "https://x.id"]
        {
            assert!(is_alamat(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "contoh.go.id/lkjip.pdf",
            "lkjip.pdf",
            "../lkjip.pdf",
            "//contoh.go.id/x",
            "ftp://contoh.go.id/x",
            "https://nama:sandi@contoh.go.id/x",
            "https://contoh/x",
            "https://contoh.go.id/a b",
            "https://contoh.go.id/\"onclick=x",
            "https://",
        ] {
            assert!(!is_alamat(bad), "{bad}");
        }
    }
}
