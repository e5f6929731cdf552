//! Svg: a logo that is an SVG holds nothing that runs or fetches.
//!
//! It comes from outside and is published as a file of its own, where a browser would run what is in it. So it is read
//! as XML and refused for a script, for elements that hold other documents, and for every address beyond itself.

use super::berkas::Berkas;
use super::logo::{galat, rusak};
use super::reader::Reader;
use crate::diagnostic::Spot;
use crate::pesan;
use roxmltree::{Document, Error, Node};
use rust_decimal::Decimal;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements that run, change or hold other documents.
const TERLARANG: [&str; 15] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
    "set",
    "animate",
    "animatemotion",
    "animatetransform",
    "animatecolor",
    "discard",
];
/// What of a style fetches or hides that it fetches.
const GAYA: [&str; 6] = ["@import", "image-set(", "image(", "src(", "javascript:", "\\"];
/// The pictures that may stand inside an SVG.
const DI_DALAM: [&str; 4] = ["#", "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];

/// Checks an SVG; gives its size in whole numbers of the same ratio.
pub fn check(r: &mut Reader, file: &Berkas) -> Option<(u32, u32)> {
    let Some(text) = file.teks.as_deref() else { return rusak(r, file, "SVG") };
    let before = r.found.len();
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 3_000 };
    let doc = match Document::parse_with_options(text, options) {
        Ok(doc) => doc,
        Err(error) => {
            tak_terbaca(r, file, text, &error);
            return None;
        }
    };
    let root = doc.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        return rusak(r, file, "SVG (`<svg xmlns=\"http://www.w3.org/2000/svg\">`)");
    }
    for node in doc.descendants() {
        if let Some(what) = bahaya(&node) {
            galat(
                r,
                file,
                "logo-berbahaya",
                tempat(text, node.range().start),
                pesan!(
                    "{what} tidak boleh ada dalam logo: SVG terbit apa adanya, dan browser menjalankan atau mengambil isinya",
                    "{what} may not be in a logo: an SVG is published as it is, and browsers run or fetch what is in it"
                ),
                pesan!(
                    "simpan ulang sebagai SVG biasa tanpa skrip dan tanpa alamat luar, atau pakai PNG",
                    "save it again as a plain SVG without scripts and addresses, or use a PNG"
                ),
            );
        }
    }
    let Some(ukuran) = ukuran_svg(&root) else {
        galat(
            r,
            file,
            "logo-rusak",
            tempat(text, root.range().start),
            pesan!("SVG ini tidak menyebut ukurannya", "this SVG does not say how large it is"),
            pesan!(
                "tulis misalnya `viewBox=\"0 0 120 48\"` pada `<svg>`",
                "write for example `viewBox=\"0 0 120 48\"` on `<svg>`"
            ),
        );
        return None;
    };
    (r.found.len() == before).then_some(ukuran)
}

fn tak_terbaca(r: &mut Reader, file: &Berkas, text: &str, error: &Error) {
    let (spot, message, help) = match error {
        Error::DtdDetected => (
            tempat(text, text.find("<!DOCTYPE").unwrap_or(0)),
            pesan!("SVG ini memuat `<!DOCTYPE ...>`", "this SVG holds `<!DOCTYPE ...>`"),
            pesan!("hapus baris itu: gambarnya tidak memerlukannya", "remove it: the picture does not need it"),
        ),
        Error::NodesLimitReached => (
            Spot::Berkas,
            pesan!("SVG ini terlalu rumit", "this SVG is too complex"),
            pesan!("sederhanakan gambarnya, atau pakai PNG", "simplify the picture, or use a PNG"),
        ),
        error => (
            Spot::Baris(error.pos().row as usize, error.pos().col as usize),
            pesan!("SVG ini tidak terbaca: {error}", "cannot read this SVG: {error}"),
            pesan!("simpan ulang gambarnya sebagai SVG biasa", "save the picture again as a plain SVG"),
        ),
    };
    galat(r, file, "logo-rusak", spot, message, help);
}

fn tempat(text: &str, at: usize) -> Spot {
    let before = &text[..at];
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    Spot::Baris(before.matches('\n').count() + 1, column)
}

/// What of a node runs or fetches, as it is written.
fn bahaya(node: &Node<'_, '_>) -> Option<String> {
    if let Some(pi) = node.pi() {
        return Some(format!("`<?{} ...?>`", pi.target));
    }
    if node.is_text() {
        let style = node.parent_element().is_some_and(|p| p.tag_name().name().eq_ignore_ascii_case("style"));
        return style.then(|| gaya(node.text().unwrap_or_default())).flatten();
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    let web = node.tag_name().namespace().is_some_and(|n| n.contains("xhtml") || n.contains("MathML"));
    if web || TERLARANG.contains(&name.to_ascii_lowercase().as_str()) {
        return Some(format!("`<{name}>`"));
    }
    node.attributes().find_map(|a| {
        let (name, value) = (a.name().to_ascii_lowercase(), a.value().trim());
        let own = a.namespace().is_none();
        if own && name.starts_with("on") {
            return Some(format!("`{name}=`"));
        }
        let link = name == "href" || (own && (name == "src" || name == "base"));
        if link && !DI_DALAM.iter().any(|d| value.starts_with(d)) {
            return Some(format!("`{name}=\"{}\"`", value.chars().take(60).collect::<String>()));
        }
        if name == "base" {
            return Some("`xml:base`".to_string());
        }
        if own && !link { gaya(value) } else { None }
    })
}

/// What of a style, or of an attribute that is read like one, leads outside.
fn gaya(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    if let Some(word) = GAYA.iter().find(|w| text.contains(**w)) {
        return Some(format!("`{word}`"));
    }
    text.match_indices("url(").find_map(|(at, _)| {
        let inner = text[at + 4..].trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
        let shown: String = inner.chars().take_while(|c| *c != ')').take(60).collect();
        (!DI_DALAM.iter().any(|d| inner.starts_with(d))).then(|| format!("`url({shown})`"))
    })
}

/// `viewBox`, or width and height.
fn ukuran_svg(root: &Node<'_, '_>) -> Option<(u32, u32)> {
    let number = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        text[..end].parse::<Decimal>().ok().filter(|n| *n > Decimal::ZERO && *n < Decimal::from(1_000_000))
    };
    let from_box = root.attribute("viewBox").and_then(|v| {
        let mut parts = v.split(|c: char| c.is_whitespace() || c == ',').filter(|p| !p.is_empty()).skip(2);
        number(parts.next()?).zip(number(parts.next()?))
    });
    let (w, h) = from_box.or_else(|| number(root.attribute("width")?).zip(number(root.attribute("height")?)))?;
    let ratio = w.checked_mul(Decimal::from(1_000))?.checked_div(h)?;
    Some((u32::try_from(ratio.trunc()).ok()?, 1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn periksa(isi: &str) -> Option<String> {
        let text =
            format!("<svg xmlns='{SVG}' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 3'>{isi}</svg>");
        let doc = Document::parse(&text).expect("xml");
        doc.descendants().find_map(|n| bahaya(&n))
    }

    #[test]
    fn plain_drawings_pass() {
        for isi in [
            "<path d='M0 0h9' fill='url(#a)'/><linearGradient id='a'/>",
            "<style>.a{fill:#123456}</style><g class='a' style='stroke:url( \"#b\" )'/>",
            "<use xlink:href='#a'/><use href='#a'/><title>Lambang \u{2014} on</title>",
            "<image href='data:image/png;base64,iVBORw0KGgo='/>",
            "<metadata xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:RDF rdf:about='http://x.example'/></metadata>",
        ] {
            assert_eq!(periksa(isi), None, "{isi}");
        }
    }

    #[test]
    fn what_runs_or_fetches_is_refused() {
        for isi in [
            "<script/>",
            "<SCRIPT/>",
            "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
            "<g onload='x()'/>",
            "<g ONLOAD='x()'/>",
            "<a href='javascript:x()'/>",
            "<a xlink:href=' https://x.example'/>",
            "<use href='//x.example/a.svg#b'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>",
            "<image href='&#104;ttps://x.example/a.png'/>",
            "<g style='fill:&#117;rl(https://x.example)'/>",
            "<g fill='\\75 rl(https://x.example)'/>",
            "<style>@import 'https://x.example';</style>",
            "<style><![CDATA[a{background:URL( 'https://x.example')}]]></style>",
            "<style>a{background:image-set('https://x.example' 1x)}</style>",
            "<foreignObject/>",
            "<html:img xmlns:html='http://www.w3.org/1999/xhtml' src='a.png'/>",
            "<animate attributeName='href' to='https://x.example'/>",
            "<set attributeName='onclick' to='x()'/>",
            "<g xml:base='https://x.example/'/>",
            "<?xml-stylesheet href='https://x.example'?>",
        ] {
            assert!(periksa(isi).is_some(), "{isi}");
        }
    }

    #[test]
    fn an_svg_has_the_ratio_of_its_view() {
        let size = |attributes: &str| {
            let text = format!("<svg xmlns='{SVG}' {attributes}/>");
            ukuran_svg(&Document::parse(&text).expect("xml").root_element())
        };
        assert_eq!(size("viewBox='0 0 24 24'"), Some((1_000, 1_000)));
        assert_eq!(size("viewBox='0,0,0.5,0.25'"), Some((2_000, 1_000)));
        assert_eq!(size("width='30mm' height='10mm'"), Some((3_000, 1_000)));
        for none in ["", "viewBox='0 0 0 24'", "width='100%'", "viewBox='a b c d'"] {
            assert_eq!(size(none), None, "{none}");
        }
    }
}
