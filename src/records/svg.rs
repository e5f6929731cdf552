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
/// Elements that draw, group, describe or colour. A list of what may stand there is complete; one of what may not never is.
const UNSUR: &str = "\
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood \
    feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset filter g image line \
    linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style svg switch \
    symbol text textPath title tspan use view solidcolor feTurbulence";
/// Attributes of a drawing; those of styles and sizes that hold no address.
const SIFAT: &str = "\
    alignment-baseline amplitude azimuth baseProfile baseFrequency baseline-shift class clip clip-path clip-rule \
    clipPathUnits color color-interpolation color-interpolation-filters color-rendering cx cy d direction \
    display dominant-baseline dx dy enable-background exponent fill fill-opacity fill-rule filter filterUnits \
    flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant \
    font-weight fr fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept \
    isolation k1 k2 k3 k4 kerning lang lengthAdjust letter-spacing lighting-color marker marker-end marker-mid \
    marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits method \
    mix-blend-mode mode numOctaves offset opacity operator orient overflow paint-order pathLength \
    patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r radius refX \
    refY result role rotate rx ry seed shape-rendering slope spacing space spreadMethod startOffset stdDeviation \
    stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin \
    stroke-miterlimit stroke-opacity stroke-width style systemLanguage tableValues text-anchor text-decoration \
    text-rendering textLength transform transform-origin type unicode-bidi values vector-effect version viewBox \
    visibility width word-spacing writing-mode x";
/// More of them: second points, and what names or hides a drawing for those who do not see it.
const SIFAT_LAIN: &str = "\
    x1 x2 y y1 y2 z aria-hidden aria-label aria-labelledby aria-describedby data-name focusable xChannelSelector \
    yChannelSelector zoomAndPan title";
/// Namespaces of drawing programs, whose notes no browser reads.
const CATATAN: &[&str] = &[
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/",
    "http://ns.adobe.com/",
    "http://www.serif.com/",
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
        // What a drawing says of itself is published with it.
        let named = node.attributes().filter(|a| matches!(a.name(), "title" | "aria-label" | "data-name"));
        let words = named.map(|a| a.value()).chain(node.text().filter(|_| node.is_text() || node.is_comment()));
        for jenis in words.flat_map(super::pribadi::cari).map(|(_, jenis)| jenis) {
            let spot = tempat(text, node.range().start);
            r.found.push(super::naskah::galat_pribadi(&file.nama, spot, jenis));
        }
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
        Error::NoRootNode if text.trim().is_empty() => (
            Spot::Berkas,
            pesan!("berkas SVG ini kosong", "this SVG file is empty"),
            pesan!(
                "simpan ulang gambarnya sebagai SVG biasa, atau hapus `logo` dari portal.yaml",
                "save the picture again as a plain SVG, or remove `logo` from portal.yaml"
            ),
        ),
        Error::NoRootNode => (
            Spot::Baris(1, 1),
            pesan!("berkas ini tidak memuat `<svg ...>`", "this file holds no `<svg ...>`"),
            pesan!("simpan ulang gambarnya sebagai SVG biasa", "save the picture again as a plain SVG"),
        ),
        Error::UnclosedRootNode => (
            tempat(text, text.trim_end().len()),
            pesan!(
                "SVG ini terpotong: unsur yang dibuka tidak ditutup",
                "this SVG is cut off: an element is not closed"
            ),
            pesan!("salin atau simpan ulang gambarnya seutuhnya", "copy or save the whole picture again"),
        ),
        Error::UnexpectedCloseTag(open, close, pos) => (
            Spot::Baris(pos.row as usize, pos.col as usize),
            pesan!("`</{close}>` menutup `<{open}>`", "`</{close}>` closes `<{open}>`"),
            pesan!(
                "tutup dengan `</{open}>`, atau simpan ulang gambarnya",
                "close it with `</{open}>`, or save the picture again"
            ),
        ),
        // The words of the parser are English: what stands there is quoted instead.
        error => (
            Spot::Baris(error.pos().row as usize, error.pos().col as usize),
            pesan!(
                "SVG ini tidak terbaca mulai di sini: `{there}`",
                "this SVG cannot be read from here on: `{there}`",
                there = di_sana(text, error)
            ),
            pesan!("simpan ulang gambarnya sebagai SVG biasa", "save the picture again as a plain SVG"),
        ),
    };
    galat(r, file, "logo-rusak", spot, message, help);
}

/// What stands where a picture cannot be read further.
fn di_sana(text: &str, error: &Error) -> String {
    let pos = error.pos();
    let line = text.lines().nth((pos.row as usize).saturating_sub(1)).unwrap_or_default();
    line.chars().skip((pos.col as usize).saturating_sub(1)).take(40).collect()
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
    if !node.is_element() {
        return None;
    }
    let (name, space) = (node.tag_name().name(), node.tag_name().namespace().unwrap_or_default());
    if catatan(space) {
        return None;
    }
    if space != SVG || !di_antara(UNSUR, name) {
        return Some(format!("`<{name}>`"));
    }
    if name == "style" {
        // Comments part the text of a style into pieces that only together say what it does.
        let all: String = node.descendants().filter(|n| n.is_text()).filter_map(|n| n.text()).collect();
        if node.children().any(|n| !n.is_text()) {
            return Some("`<!-- -->`".to_string());
        }
        if let Some(what) = gaya(&all) {
            return Some(what);
        }
    }
    node.attributes().find_map(|a| {
        let (name, value) = (a.name(), a.value().trim());
        match a.namespace() {
            Some(space) if catatan(space) => return None,
            Some("http://www.w3.org/XML/1998/namespace") if matches!(name, "space" | "lang" | "id") => return None,
            Some("http://www.w3.org/1999/xlink")
                if matches!(name, "href" | "title" | "type" | "role" | "show" | "actuate") => {}
            Some(_) => return Some(format!("`{name}=`")),
            None if di_antara(SIFAT, name) || di_antara(SIFAT_LAIN, name) => {}
            None => return Some(format!("`{name}=`")),
        }
        if name == "href" {
            let own = DI_DALAM.iter().any(|d| value.starts_with(d));
            return (!own).then(|| format!("`{name}=\"{}\"`", value.chars().take(60).collect::<String>()));
        }
        gaya(value)
    })
}

/// Whether a name stands in a list of names.
fn di_antara(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|own| own == name)
}

/// Whether a namespace is that of a drawing program's own notes.
fn catatan(space: &str) -> bool {
    CATATAN.iter().any(|c| space.starts_with(c))
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
            "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='a' xml:space='preserve'/>",
            "<defs><filter id='f'><feGaussianBlur stdDeviation='1'/></filter></defs><text x='1' y='2' font-size='3'>a</text>",
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
            "<style>@im<!-- x -->port 'https://x.example';</style>",
            "<style>svg{background:ur<!---->l(https://x.example)}</style>",
            "<a href='#a' ping='https://x.example'/>",
            "<a href='#a'/>",
            "<g data-x='1'/>",
            "<g x:onload='x()' xmlns:x='http://x.example'/>",
            "<feImage href='https://x.example'/>",
            "<cursor href='#a'/>",
            "<font-face/>",
            "<x xmlns=''/>",
            "<mesh/>",
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
