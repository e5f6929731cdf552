//! Konsep: a site for the agency before it goes public says so on every page, whatever its theme, and to machines; it is no
//! edition and offers nothing that would be found, subscribed to or shared.

use super::{Gagal, Kerja, Umum};
use crate::diagnostic::Diagnostic;
use crate::templates::Theme;

/// By this file a folder is known as a draft; it says so to whoever is handed the folder.
pub const TANDA: &str = "KONSEP.txt";
/// The style of what only drafts have, below `aset/`.
pub(super) const GAYA: &str = "konsep.css";

const ISI_TANDA: &str = "Konsep: belum diterbitkan. Jangan dikutip dan jangan diunggah ke alamat situs.
Folder ini ditulis oleh `terang build --konsep` supaya dinas dapat memeriksanya sebelum terbit.

Draft: not published. Do not cite it, do not upload it to the address of the site.
";
const ROBOT: &str = "User-agent: *\nDisallow: /\n";
const META: &str = "<meta name=\"robots\" content=\"noindex, nofollow\">\n";
/// What pages that never are found say of themselves already.
const META_POLOS: &str = "<meta name=\"robots\" content=\"noindex\">\n";

impl Kerja<'_> {
    /// The files a draft has instead of those of an edition.
    pub(super) fn konsep(&self) -> Result<(), Gagal> {
        if !self.bahan.options.konsep {
            return Ok(());
        }
        self.tulis(TANDA, ISI_TANDA.as_bytes())?;
        self.tulis("robots.txt", ROBOT.as_bytes()).map(|_| ())
    }
}

/// A page with the mark of a draft, which stands in no template a theme could forget; `pangkal` leads to the root of the
/// site from a page that stands at one address. Any other site's page stays as it is.
pub(super) fn tandai(
    html: String,
    umum: &Umum,
    theme: &Theme,
    pangkal: Option<&str>,
) -> Result<String, Box<Diagnostic>> {
    if !umum.konsep {
        return Ok(html);
    }
    let pita = theme.render(umum.lang, "konsep.html", &tera::Context::new())?;
    let gaya = pangkal.map(|p| format!("<link rel=\"stylesheet\" href=\"{p}aset/{GAYA}\">\n")).unwrap_or_default();
    Ok(sisip(&html.replacen(META_POLOS, "", 1), &format!("{META}{gaya}"), pita.trim_end()))
}

/// Puts `kepala` at the end of the head and `pita` at the beginning of the body.
fn sisip(html: &str, kepala: &str, pita: &str) -> String {
    let (head, rest) = html.split_at(html.find("</head>").unwrap_or(0));
    let open = rest.find("<body").and_then(|at| rest[at..].find('>').map(|end| at + end + 1));
    let (open, body) = rest.split_at(open.unwrap_or(0));
    format!("{head}{kepala}{open}\n{pita}{body}")
}

#[cfg(test)]
mod tests {
    use super::sisip;

    #[test]
    fn the_mark_stands_first_in_the_body_and_the_word_to_robots_in_the_head() {
        let page = "<html><head><title>a</title></head><body class=\"x\"><main>b</main></body></html>";
        let out = sisip(page, "<meta>", "<aside>konsep</aside>");
        assert_eq!(
            out,
            "<html><head><title>a</title><meta></head><body class=\"x\">\n<aside>konsep</aside><main>b</main></body></html>"
        );
    }
}
