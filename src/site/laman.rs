//! What one page becomes: its HTML, what leaves with its figures, its tables, its card.

use super::{Berkas, Umum, bawa, konsep, terbuka};
use crate::charts;
use crate::diagnostic::Diagnostic;
use crate::exports;
use crate::number::Lang;
use crate::pages::Halaman;
use crate::pages::ringkasan::BERKAS;
use crate::templates::{Theme, markdown};
use serde_json::{Map, Value, json};

/// The class of what a drawing fills in the colour of a whole.
const PENUH: &str = "c-keseluruhan";

/// The main parts of the site: address, and whether a page belongs to it.
fn menu(alamat: &str, umum: &Umum) -> Vec<Value> {
    ["banding/", "temuan/", "data/", "isi/"]
        .iter()
        .filter(|url| **url != "banding/" || umum.view["banding"] == json!(true))
        .map(|url| json!({ "url": url, "ini": alamat.starts_with(url) }))
        .collect()
}

/// What is written as Markdown, as HTML.
fn jadi_html(map: &mut Map<String, Value>, keys: &[&str]) {
    for key in keys {
        if let Some(Value::String(text)) = map.get(*key) {
            let html = markdown(text);
            map.insert((*key).to_string(), Value::String(html));
        }
    }
}

/// The files of one page: itself, what leaves with its figures, its tables, its card.
pub(super) fn halaman(mut page: Halaman, theme: &Theme, umum: &Umum) -> Result<Vec<Berkas>, Box<Diagnostic>> {
    let drawn = page.figure.iter().map(|f| (f.kode.clone(), bawa::grafik(&page, f, umum)));
    let grafik = Value::Object(drawn.collect::<Map<_, _>>());
    let drawn = page.sel.iter().filter_map(|f| Some((f.kode.clone(), Value::String(charts::sel(f)?))));
    let sel = Value::Object(drawn.collect::<Map<_, _>>());
    let mut isi = std::mem::take(&mut page.isi);
    let page = &page;
    if let Value::Object(map) = &mut isi {
        jadi_html(map, &["markdown", "narasi", "kisah"]);
        // The rules that share one page.
        if let Some(Value::Array(rules)) = map.get_mut("tanpa_temuan") {
            rules.iter_mut().filter_map(Value::as_object_mut).for_each(|rule| jadi_html(rule, &["markdown"]));
        }
    }
    let mut context = tera::Context::new();
    context.insert("portal", &umum.view);
    context.insert("akar", &page.akar());
    context.insert("pangkal", &umum.pangkal(page));
    context.insert("alamat", &page.alamat);
    context.insert("alamat_bahasa", &format!("{}{}", umum.lang.folder(), page.alamat));
    context.insert("sini", &umum.sini(page));
    context.insert("csv_grafik", &page.csv);
    context.insert("ln", umum.tanda_id());
    context.insert("menu", &menu(&page.alamat, umum));
    context.insert("judul", &page.judul);
    context.insert("kalimat", &page.kalimat);
    context.insert("remah", &page.remah);
    // What is printed on one page leads back to it.
    let first = isi.get("tampilan").and_then(Value::as_str).is_some_and(|t| matches!(t, "satu" | "sekilas"));
    let penuh = umum.akar().filter(|_| first).map(|root| format!("{root}{}", page.alamat));
    context.insert("qr", &penuh.as_deref().and_then(exports::qr));
    context.insert("alamat_penuh", &penuh);
    // Paper has no grey: the hatching of what is filled stands once on a page that fills something.
    let filled = |g: &Value| ["lebar", "sempit"].iter().any(|k| g[k].as_str().is_some_and(|svg| svg.contains(PENUH)));
    context.insert("arsir", &grafik.as_object().is_some_and(|all| all.values().any(filled)));
    context.insert("grafik", &grafik);
    context.insert("sel", &sel);
    context.insert("kartu", &bawa::pratinjau(page, umum));
    context.insert("dataset", &terbuka::dataset(page, umum));
    context.insert("h", &isi);
    let html = pendek(theme.render(umum.lang, page.templat, &context)?, page);
    let html = match page.templat {
        // The words of a table of figures stand in formulas and in the names of what is printed.
        "glosarium.html" | "angka.html" => html,
        _ => umum.istilah.jelaskan(html, &page.akar()),
    };
    let html = tanpa_akhir(&konsep::tandai(html, umum, theme, Some(&umum.pangkal(page)))?);
    let mut files = Vec::new();
    // Programs read these: they are in Indonesian, and written once for all languages.
    if umum.lang == Lang::Id {
        files.extend(lembar(page));
    }
    files.extend(bawa::kartu(page, umum));
    files.extend(teks(page, umum));
    files.push((format!("{}index.html", page.alamat), html.into_bytes()));
    Ok(files)
}

/// The tables of a page as files.
pub(super) fn lembar(page: &Halaman) -> impl Iterator<Item = Berkas> {
    page.lembar.iter().map(|l| (format!("{}{}", page.alamat, l.berkas), exports::lembar_csv(l)))
}

/// Ends that HTML knows without being told: a cell, a row or an item ends where the next begins, or with what holds it.
const AKHIR: [&str; 7] = ["</td>", "</th>", "</tr>", "</tbody>", "</li>", "</dt>", "</dd>"];

/// A page without these ends: a twentieth of its bytes, whoever wrote its templates. What stands in a page as text or in an
/// attribute has no `<`.
fn tanpa_akhir(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("</") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = AKHIR.iter().find(|end| rest.starts_with(**end));
        let kept = if end.is_some() { "" } else { "</" };
        out.push_str(kept);
        rest = &rest[end.map_or(2, |end| end.len())..];
    }
    out.push_str(rest);
    out
}

/// A page as plain text, with where it is from: a file that travels alone.
fn teks(page: &Halaman, umum: &Umum) -> Option<Berkas> {
    let isi = page.teks.as_ref()?;
    let portal = |key: &str| umum.view[key].as_str().unwrap_or_default();
    let konsep = match umum.konsep {
        true => umum
            .lang
            .pilih("KONSEP: belum diterbitkan, jangan dikutip.\n\n", "DRAFT: not published, not to be cited.\n\n"),
        false => "",
    };
    let asal = umum.lang.pilih("Setiap angka dengan asalnya", "Every figure with its source");
    let halaman = match umum.akar() {
        Some(root) => format!("{root}{}", page.alamat),
        None => umum.lang.pilih("halaman index.html di folder ini", "the page index.html in this folder").to_string(),
    };
    let kaki = format!("{} ({}). {asal}: {halaman}", portal("judul"), portal("lisensi"));
    Some((format!("{}{BERKAS}", page.alamat), format!("{konsep}{isi}\n{kaki}\n").into_bytes()))
}

/// Links inside one OPD go through its own folder, not through the root: a fifth of the bytes of a page full of figures.
fn pendek(html: String, page: &Halaman) -> String {
    let mut parts = page.alamat.splitn(3, '/');
    let (Some(daerah), Some(opd), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return html };
    if page.templat == "daerah.html" {
        return html;
    }
    let up = "../".repeat(rest.matches('/').count());
    html.replace(&format!("href=\"{}{daerah}/{opd}/", page.akar()), &format!("href=\"{up}"))
}

#[cfg(test)]
mod tests {
    use super::tanpa_akhir;

    #[test]
    fn only_ends_that_html_knows_by_itself_are_left_out() {
        let page = "<ul><li>a <b>b</b></li>\n<li>c</li></ul><table><thead><tr><th>x</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>";
        let short = "<ul><li>a <b>b</b>\n<li>c</ul><table><thead><tr><th>x</thead><tbody><tr><td>1</table>";
        assert_eq!(tanpa_akhir(page), short);
        assert_eq!(tanpa_akhir("<p>a</p></"), "<p>a</p></");
    }
}
