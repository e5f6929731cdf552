//! What leaves with a figure: its SVG and CSV files, its embed page with citation and frame code, the card of its page.

use super::{Berkas, Umum};
use crate::charts::{self, Lebar};
use crate::diagnostic::Diagnostic;
use crate::exports::{self, Terbitan};
use crate::pages::Halaman;
use crate::pages::figure::Figure;
use crate::templates::Theme;
use serde_json::{Value, json};

/// What the drawings of an embed page may weigh together, so that the page stays below 30 kB.
const GAMBAR: usize = 15_000;
/// Longest sentence of an embed page and of a preview, in characters.
const KALIMAT: usize = 400;
/// Pixels of an embed page that are neither drawing nor text: margins and the folded part.
const BINGKAI: u32 = 112;

/// The card of a page, below its own address.
pub const KARTU: &str = "kartu.png";

/// Where a figure stands, from the root: on its page, else beside its table.
fn tempat(page: &Halaman, html: &str, kode: &str) -> String {
    let own = format!("grafik-{kode}");
    if html.contains(&format!("id=\"{own}\"")) {
        format!("{}index.html#{own}", page.alamat)
    } else if page.templat == "rekaman.html" {
        // Of the free tables only those a citizen asks for are drawn on the record's own page.
        format!("{}tabel/index.html#{kode}", page.alamat)
    } else {
        format!("{}index.html", page.alamat)
    }
}

/// The files of one figure beside its CSV; `view` is what the page saw of it, `html` the page as rendered.
pub fn figur(
    page: &Halaman,
    figure: &Figure,
    view: &Value,
    html: &str,
    theme: &Theme,
    umum: &Umum,
) -> Result<Vec<Berkas>, Box<Diagnostic>> {
    let base = format!("{}grafik/{}", page.alamat, figure.kode);
    let place = tempat(page, html, &figure.kode);
    let alamat = match umum.akar() {
        Some(root) => format!("{root}{}", place.replace("index.html", "")),
        None => format!("{}{place}", umum.lang.folder()),
    };
    let terbitan = Terbitan { portal: &umum.judul, keadaan: umum.keadaan.as_deref(), alamat: &alamat };
    let svg = charts::mandiri(figure, &umum.gaya, &umum.judul);
    let mut context = tera::Context::new();
    context.insert("portal", &umum.view);
    context.insert("akar", &format!("{}../../", page.akar()));
    context.insert("pangkal", &format!("{}../../", umum.pangkal(page)));
    context.insert("alamat", &format!("{base}/"));
    context.insert("alamat_bahasa", &format!("{}{base}/", umum.lang.folder()));
    context.insert("ln", umum.tanda_id());
    context.insert("judul", &page.judul);
    context.insert("g", &muat(view));
    let frame = match umum.akar() {
        Some(root) => format!("{root}{base}/"),
        None => {
            let site = umum.lang.pilih("ALAMAT-SITUS", "SITE-ADDRESS");
            format!("{site}/{}{base}/index.html", umum.lang.folder())
        }
    };
    context.insert(
        "b",
        &json!({
            "terang": umum.gaya.terang,
            "gelap": umum.gaya.gelap,
            "ringkas": exports::pendek(&figure.kalimat, KALIMAT),
            "kutipan": exports::kutipan(figure, &terbitan),
            "sematan": exports::sematan(&figure.judul, &frame, tinggi(page, figure, umum)),
            "kembali": format!("{}../../{place}", page.akar()),
        }),
    );
    let embed = theme.render(umum.lang, "sematan.html", &context)?;
    Ok(vec![(format!("{base}.svg"), svg.into_bytes()), (format!("{base}/index.html"), embed.into_bytes())])
}

/// The height of a frame that shows the whole figure, on a phone as on a desk.
fn tinggi(page: &Halaman, figure: &Figure, umum: &Umum) -> u32 {
    let size = |text: &str| text.chars().count().min(KALIMAT) as u32;
    let source = size(&figure.sumber) + size(&figure.keadaan) + size(&umum.judul) + size(&page.judul) + 24;
    // Pixels a line of the style sheet takes, and how many characters one holds at the narrower end.
    let need = |drawing: u32, width: u32| {
        let lines = |n: u32, per: u32| n.div_ceil(per * width / 100);
        drawing
            + 24 * lines(size(&figure.judul), 30)
            + 21 * lines(size(&figure.subjudul), 40)
            + 23 * lines(size(&figure.kalimat), 38)
            + 21 * lines(source, 40)
            + BINGKAI
    };
    need(charts::tinggi(figure, Lebar::Sempit), 100).max(need(charts::tinggi(figure, Lebar::Lebar), 170))
}

/// The figure as its embed page sees it: both drawings, one where two weigh too much, none where one does.
fn muat(view: &Value) -> Value {
    let mut view = view.clone();
    if let Value::Object(map) = &mut view {
        map.remove("tabel");
        if terlalu_berat(&[map.get("lebar"), map.get("sempit")]) {
            map.insert("lebar".into(), Value::Null);
        }
        if terlalu_berat(&[map.get("sempit")]) {
            map.insert("sempit".into(), Value::Null);
        }
    }
    view
}

fn terlalu_berat(list: &[Option<&Value>]) -> bool {
    list.iter().flatten().filter_map(|v| v.as_str()).map(str::len).sum::<usize>() > GAMBAR
}

/// The preview of a page as the template sees it; nothing without figures or without an address to name.
pub fn pratinjau(page: &Halaman, umum: &Umum) -> Option<Value> {
    let figure = page.figure.first().filter(|_| umum.kartu())?;
    let root = umum.akar()?;
    Some(json!({ "url": format!("{root}{}{KARTU}", page.alamat), "alt": exports::pendek(&figure.kalimat, KALIMAT) }))
}

/// The card of a page with figures.
#[cfg(feature = "kartu")]
pub fn kartu(page: &Halaman, umum: &Umum) -> Option<Berkas> {
    let figure = page.figure.first().filter(|_| umum.kartu())?;
    let svg = charts::kartu(&page.judul, figure, &umum.gaya, &umum.judul);
    Some((format!("{}{KARTU}", page.alamat), exports::kartu::png(&svg)?))
}

/// Without the renderer there are no cards.
#[cfg(not(feature = "kartu"))]
pub fn kartu(_: &Halaman, _: &Umum) -> Option<Berkas> {
    None
}
