//! Logo: the picture beside `portal.yaml`: small, really a picture, and when it is an SVG nothing that runs or fetches.
//!
//! An SVG comes from outside and is published as a file of its own, where a browser would run what is in it. So it is
//! read as XML and refused for a script, for elements that hold other documents, and for every address beyond itself.

use super::berkas::Berkas;
use super::dwibahasa::Dwibahasa;
use super::reader::{At, Reader};
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::pesan;
use roxmltree::{Document, Node};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// No logo weighs more: it is on every page.
const TERBESAR: usize = 60_000;
/// The height a page gives it, in pixels; the width follows.
const TINGGI: u32 = 48;
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

/// The logo of a portal, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its name in the site, below `aset/`: `logo.svg`, `logo.png` or `logo.webp`.
    pub berkas: &'static str,
    /// Its bytes.
    pub isi: Vec<u8>,
    /// Width in pixels at the height of `tinggi`.
    pub lebar: u32,
    /// Height in pixels.
    pub tinggi: u32,
    /// What it shows, for those who do not see it.
    pub alt: Dwibahasa,
}

/// The files beside `portal.yaml` that can be a logo.
pub type Gambar<'a> = BTreeMap<&'a str, &'a Berkas>;

/// Whether a file of `content/` can be a logo: a picture beside `portal.yaml`.
pub fn is_gambar(nama: &str) -> bool {
    !nama.contains('/') && jenis(nama).is_some()
}

fn jenis(nama: &str) -> Option<&'static str> {
    [(".svg", "logo.svg"), (".png", "logo.png"), (".webp", "logo.webp")]
        .into_iter()
        .find_map(|(akhiran, berkas)| nama.ends_with(akhiran).then_some(berkas))
}

/// Reads the value of `logo`.
pub fn read(r: &mut Reader, at: &At<'_>, gambar: &Gambar<'_>, alt: Option<Dwibahasa>) -> Option<Logo> {
    let nama = r.string(at)?;
    let Some((berkas, file)) = jenis(&nama).zip(gambar.get(nama.as_str())) else {
        let ada = gambar.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
        r.galat(
            "logo-hilang",
            &at.jalur,
            pesan!(
                "gambar `{nama}` tidak ada di samping portal.yaml",
                "there is no picture `{nama}` beside portal.yaml"
            ),
        )
        .help = Some(if ada.is_empty() {
            pesan!(
                "taruh berkas .svg, .png atau .webp di samping portal.yaml, lalu tulis namanya saja",
                "put an .svg, .png or .webp file beside portal.yaml, then write only its name"
            )
        } else {
            pesan!("yang ada: {ada}", "there are: {ada}")
        });
        return None;
    };
    let isi = file.gambar.as_ref()?;
    if isi.len() > TERBESAR {
        let kb = isi.len().div_ceil(1000);
        let batas = TERBESAR / 1000;
        galat(
            r,
            file,
            "logo-terlalu-besar",
            Spot::Berkas,
            pesan!("logo ini {kb} kB, lebih besar dari {batas} kB", "this logo has {kb} kB, more than {batas} kB"),
            pesan!(
                "logo ikut di setiap halaman: kecilkan gambarnya, tinggi 96 piksel sudah cukup",
                "the logo is on every page: make it smaller, a height of 96 pixels is enough"
            ),
        );
        return None;
    }
    let ukuran = match berkas {
        "logo.svg" => svg(r, file)?,
        "logo.png" => ukuran_png(isi).or_else(|| rusak(r, file, "PNG"))?,
        _ => ukuran_webp(isi).or_else(|| rusak(r, file, "WebP"))?,
    };
    let Some(alt) = alt else {
        r.galat(
            "kunci-hilang",
            &at.jalur,
            pesan!("logo ini belum diberi `logo_alt`", "this logo has no `logo_alt` yet"),
        )
        .help = Some(pesan!(
            "tulis `logo_alt: Lambang Kabupaten ...` untuk pembaca yang tidak melihatnya, atau `instansi: ...`",
            "write `logo_alt: Emblem of ...` for readers who do not see it, or `instansi: ...`"
        ));
        return None;
    };
    let lebar = ukuran.0.saturating_mul(TINGGI) / ukuran.1.max(1);
    Some(Logo { berkas, isi: isi.clone(), lebar: lebar.max(1), tinggi: TINGGI, alt })
}

/// Reports the pictures that `portal.yaml` does not name.
pub fn check_sisa(r: &mut Reader, gambar: &Gambar<'_>, dipakai: Option<&str>) {
    for (nama, file) in gambar.iter().filter(|(nama, _)| Some(**nama) != dipakai) {
        galat(
            r,
            file,
            "berkas-tak-dikenal",
            Spot::Berkas,
            pesan!("gambar `{nama}` tidak dipakai portal.yaml", "the picture `{nama}` is not used by portal.yaml"),
            pesan!(
                "tulis `logo: {nama}` di portal.yaml, atau hapus gambarnya",
                "write `logo: {nama}` in portal.yaml, or remove it"
            ),
        );
    }
}

fn galat(r: &mut Reader, file: &Berkas, code: &'static str, spot: Spot, message: Pesan, help: Pesan) {
    r.found.push(Diagnostic::galat(code, &file.nama, spot, message).bantuan(help));
}

fn rusak<T>(r: &mut Reader, file: &Berkas, jenis: &str) -> Option<T> {
    galat(
        r,
        file,
        "logo-rusak",
        Spot::Berkas,
        pesan!("isi berkas ini bukan gambar {jenis}", "what is in this file is no {jenis} picture"),
        pesan!(
            "simpan ulang gambarnya; mengganti akhiran nama tidak mengubah isinya",
            "save the picture again; another ending of the name does not change what is in it"
        ),
    );
    None
}

/// Width and height of a PNG: its first chunk.
fn ukuran_png(isi: &[u8]) -> Option<(u32, u32)> {
    let head = isi.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    number(0).zip(number(4)).filter(|(w, h)| *w > 0 && *h > 0 && *w < 1 << 16 && *h < 1 << 16)
}

/// Width and height of a WebP, of its three kinds.
fn ukuran_webp(isi: &[u8]) -> Option<(u32, u32)> {
    let head = isi.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WEBP")?;
    let (kind, data) = (head.get(..4)?, head.get(8..)?);
    let bytes =
        |at: usize, n: usize| Some(data.get(at..at + n)?.iter().rev().fold(0_u32, |all, b| (all << 8) | u32::from(*b)));
    let size = match kind {
        b"VP8 " => (bytes(6, 2)? & 0x3fff, bytes(8, 2)? & 0x3fff),
        b"VP8L" => (((bytes(1, 4)?) & 0x3fff) + 1, ((bytes(1, 4)? >> 14) & 0x3fff) + 1),
        b"VP8X" => (bytes(4, 3)? + 1, bytes(7, 3)? + 1),
        _ => return None,
    };
    Some(size).filter(|(w, h)| *w > 0 && *h > 0 && *w < 1 << 16 && *h < 1 << 16)
}

/// Checks an SVG; gives its size in whole numbers of the same ratio.
fn svg(r: &mut Reader, file: &Berkas) -> Option<(u32, u32)> {
    let Some(text) = file.teks.as_deref() else { return rusak(r, file, "SVG") };
    let before = r.found.len();
    let options = roxmltree::ParsingOptions { allow_dtd: false, nodes_limit: 10_000 };
    let doc = match Document::parse_with_options(text, options) {
        Ok(doc) => doc,
        Err(error) => {
            let pos = error.pos();
            let (message, help) = if matches!(error, roxmltree::Error::DtdDetected) {
                (
                    pesan!("SVG ini memuat `<!DOCTYPE ...>`", "this SVG holds `<!DOCTYPE ...>`"),
                    pesan!("hapus baris itu: gambarnya tidak memerlukannya", "remove it: the picture does not need it"),
                )
            } else {
                (
                    pesan!("SVG ini tidak terbaca: {error}", "cannot read this SVG: {error}"),
                    pesan!("simpan ulang gambarnya sebagai SVG biasa", "save the picture again as a plain SVG"),
                )
            };
            let spot = match text.contains("<!DOCTYPE") && matches!(error, roxmltree::Error::DtdDetected) {
                true => tempat(text, text.find("<!DOCTYPE").unwrap_or(0)),
                false => Spot::Baris(pos.row as usize, pos.col as usize),
            };
            galat(r, file, "logo-rusak", spot, message, help);
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
                    "{what} tidak boleh ada dalam logo: SVG terbit apa adanya, dan browser akan menjalankannya",
                    "{what} may not be in a logo: an SVG is published as it is, and browsers would run it"
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
    fn sizes_are_read_from_the_bytes() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0, 0, 1, 0, 0, 0, 0, 96]].concat();
        assert_eq!(ukuran_png(&png), Some((256, 96)));
        assert_eq!(ukuran_png(&png[..20]), None);
        assert_eq!(ukuran_png(b"GIF89a"), None);
        let webp = |kind: &[u8], data: &[u8]| [b"RIFF\0\0\0\0WEBP", kind, b"\0\0\0\0", data].concat();
        assert_eq!(ukuran_webp(&webp(b"VP8X", &[0, 0, 0, 0, 199, 0, 0, 95, 0, 0])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8L", &[0x2f, 0xc7, 0xc0, 0x17, 0x00])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 200, 0, 96, 0])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8 ", &[0])), None);
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
