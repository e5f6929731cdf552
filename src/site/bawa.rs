//! What leaves with a figure: its citation and the code of its frame, which shows the figure alone on its own page; the
//! style of a drawing outside the site; the card of a page.

use super::{Berkas, Umum};
use crate::charts::{self, Gambar, Gaya};
use crate::diagnostic::Diagnostic;
use crate::exports::{self, Terbitan};
use crate::pages::Halaman;
use crate::pages::figure::Figure;
use crate::templates::Theme;
use serde_json::{Value, json};

/// Longest sentence of a preview, in characters.
const KALIMAT: usize = 400;
/// Pixels of a figure in a frame that are neither drawing nor text: margins and the folded parts.
const BINGKAI: u32 = 168;

/// The card of a page, below its own address.
pub const KARTU: &str = "kartu.png";
/// The style of drawings that leave, for the script that writes SVG and PNG.
pub const GAYA: &str = "aset/gaya-grafik.js";

/// The meanings of all terms of a language, for the script that shows them in place.
pub fn istilah(theme: &Theme, umum: &Umum) -> Result<Berkas, Box<Diagnostic>> {
    let mut context = tera::Context::new();
    context.insert("daftar", umum.istilah.daftar());
    context.insert("ln", umum.tanda_id());
    // The script knows where the glossary is.
    context.insert("akar", "");
    let html = theme.render(umum.lang, "arti.html", &context)?;
    let nama = format!("aset/istilah-{}.js", umum.lang.kode());
    Ok((nama, format!("window.terangIstilah = {};\n", json!(html.trim_end())).into_bytes()))
}

/// A figure as a template sees it: two drawings, one table, what is needed to take it along.
pub fn grafik(page: &Halaman, figure: &Figure, umum: &Umum) -> Value {
    let gambar = charts::gambar(figure);
    let kode = &figure.kode;
    let (place, frame) = match umum.akar() {
        Some(root) => {
            let page = format!("{root}{}", page.alamat);
            (format!("{page}#grafik-{kode}"), format!("{page}#sematan-{kode}"))
        }
        None => {
            let page = format!("{}{}index.html", umum.lang.folder(), page.alamat);
            let site = umum.lang.pilih("ALAMAT-SITUS", "SITE-ADDRESS");
            (format!("{page}#grafik-{kode}"), format!("{site}/{page}#sematan-{kode}"))
        }
    };
    let terbitan = Terbitan { portal: &umum.judul, keadaan: umum.keadaan.as_deref(), alamat: &place };
    json!({
        "kode": kode,
        "judul": figure.judul,
        "subjudul": figure.subjudul,
        "sumber": figure.sumber,
        "keadaan": figure.keadaan,
        "kutipan": exports::kutipan(figure, &terbitan),
        "sematan": exports::sematan(&figure.judul, &frame, tinggi(page, figure, &gambar, umum)),
        "lebar": if charts::satu_lebar(figure.bentuk) { "" } else { gambar.lebar.as_str() },
        "sempit": gambar.sempit,
        "tabel": exports::figure_tabel(figure),
    })
}

/// The height of a frame that shows the whole figure, on a phone as on a desk.
fn tinggi(page: &Halaman, figure: &Figure, gambar: &Gambar, umum: &Umum) -> u32 {
    let size = |text: &str| text.chars().count() as u32;
    let source = size(&figure.sumber) + size(&figure.keadaan) + 10;
    let full = size(&umum.judul) + size(&page.judul) + 14;
    // Pixels a line of the style sheet takes, and how many characters one holds at the narrower end.
    let need = |drawing: u32, width: u32| {
        let lines = |n: u32, per: u32| n.div_ceil(per * width / 100);
        drawing
            + 25 * lines(size(&figure.judul), 28)
            + 23 * lines(size(&figure.subjudul), 36)
            + 22 * lines(source, 38)
            + 22 * lines(full, 38)
            + BINGKAI
    };
    let [wide, narrow] = gambar.tinggi;
    // Where it is the only one, the narrow drawing grows to the width of its box.
    let wide = if charts::satu_lebar(figure.bentuk) { narrow * 6 / 5 } else { wide };
    need(narrow, 100).max(need(wide, 170))
}

/// The colours and rules of a drawing without its page.
pub fn gaya(gaya: &Gaya) -> Vec<u8> {
    format!("window.terangGaya = {};\n", json!({ "terang": gaya.terang, "gelap": gaya.gelap })).into_bytes()
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
