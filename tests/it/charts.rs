//! Charts: expected SVGs, and what every chart must be whatever the figure.
//!
//! `TERANG_PERBARUI=1 cargo test --test it charts::` writes the expected files anew.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "coordinates are f64, expected files are written"
)]

use crate::contoh;

use roxmltree::{Document, Node};
use std::path::PathBuf;
use terang::charts::{Lebar, svg};
use terang::pages::figure::Figure;

const BOTH: [Lebar; 2] = [Lebar::Lebar, Lebar::Sempit];

fn all() -> impl Iterator<Item = (Figure, Lebar)> {
    let figures = contoh::wajar().into_iter().chain(contoh::aneh());
    figures.flat_map(|figure| BOTH.map(|lebar| (figure.clone(), lebar)))
}

fn parse<'a>(text: &'a str, figure: &Figure) -> Document<'a> {
    Document::parse(text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", figure.kode))
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).and_then(|text| text.parse().ok()).unwrap_or(f64::NAN)
}

#[test]
fn realistic_figures_are_drawn_as_expected() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/charts");
    let renew = std::env::var_os("TERANG_PERBARUI").is_some();
    let mut changed = Vec::new();
    for figure in contoh::wajar() {
        for lebar in BOTH {
            let name = format!("{}-{}.svg", figure.kode, lebar.nama());
            let (path, drawn) = (folder.join(&name), svg(&figure, lebar));
            if renew {
                std::fs::write(&path, &drawn).expect("write the expected file");
            } else if std::fs::read_to_string(&path).ok().as_deref() != Some(drawn.as_str()) {
                changed.push(name);
            }
        }
    }
    assert!(changed.is_empty(), "drawn otherwise (TERANG_PERBARUI=1 accepts): {changed:?}");
}

#[test]
fn what_was_spent_of_a_year_that_is_not_over_is_hollow() {
    let figure = contoh::wajar().into_iter().find(|f| f.kode == "ganda-sebagian").expect("the sample");
    for lebar in BOTH {
        let text = svg(&figure, lebar);
        let document = parse(&text, &figure);
        let spent =
            document.descendants().filter(|n| n.attribute("class").is_some_and(|c| c.starts_with("c-realisasi")));
        let marks: Vec<Node> = spent.flat_map(|n| n.descendants()).filter(|n| n.is_element()).collect();
        let (solid, open) = (
            marks.iter().filter(|n| n.has_tag_name("rect") && number(**n, "width") >= 2.0).count(),
            marks.iter().filter(|n| n.has_tag_name("polygon")).count(),
        );
        assert_eq!(solid, 0, "{text}");
        assert!(open >= 2, "the key and the larger bar: {text}");
    }
}

#[test]
fn a_waterfall_ends_in_a_hollow_bar_where_its_amount_names_the_months() {
    let year = contoh::wajar().into_iter().find(|f| f.kode == "air-terjun").expect("the sample");
    let mut part = year.clone();
    let last = part.deret[0].titik.iter_mut().rfind(|t| t.nilai.is_some()).expect("an end");
    last.catatan = Some("baru 9 bulan".into());
    let bars = |figure: &Figure| {
        let text = svg(figure, Lebar::Lebar);
        let document = parse(&text, figure);
        let count = |name: &str| {
            let all = document.descendants().filter(|n| n.has_tag_name(name));
            all.filter(|n| n.ancestors().any(|p| p.attribute("class").is_some_and(|c| c.starts_with("c-realisasi"))))
                .count()
        };
        (count("rect"), count("polygon"))
    };
    let (solid, open) = bars(&year);
    assert_eq!((solid >= 2, open), (true, 0), "a whole year is solid");
    assert_eq!(bars(&part), (solid - 1, 1));
}

#[test]
fn every_value_stands_in_the_description() {
    for (figure, lebar) in all().filter(|(_, lebar)| *lebar == Lebar::Sempit) {
        let text = svg(&figure, lebar);
        let document = parse(&text, &figure);
        let desc = document.descendants().find(|node| node.has_tag_name("desc"));
        let desc = desc.and_then(|node| node.text()).unwrap_or_default().to_string();
        for deret in &figure.deret {
            for (_, titik) in figure.kategori.iter().zip(&deret.titik) {
                let teks: String = titik.teks.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                // Of a gap only its remark is read: the description claims no absence.
                let gap = titik.catatan.as_deref().unwrap_or_default();
                let gap: String = gap.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                let heard = if teks == "—" { gap.as_str() } else { teks.as_str() };
                assert!(desc.contains(heard), "{}: {heard} is not in {desc}", figure.kode);
            }
        }
    }
}

#[test]
fn every_chart_is_an_image_with_a_name_and_ids_of_its_own() {
    let mut ids = std::collections::BTreeSet::new();
    for (figure, lebar) in all() {
        let text = svg(&figure, lebar);
        let document = parse(&text, &figure);
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("width"), Some("100%"));
        assert_eq!(root.attribute("height"), None);
        let labels = root.attribute("aria-labelledby").unwrap_or_default();
        for id in labels.split(' ') {
            let named = document.descendants().filter(|n| n.attribute("id") == Some(id)).count();
            assert_eq!(named, 1, "{id}");
        }
        // The description stands in the narrow drawing, which is on every page that has the wide one.
        let narrow = svg(&figure, Lebar::Sempit);
        let described = root.attribute("aria-describedby").unwrap_or_default();
        assert!(parse(&narrow, &figure).descendants().any(|n| n.attribute("id") == Some(described)), "{described}");
        // The markup sample has one and the same code in every kind.
        if !figure.kode.contains('<') {
            assert!(ids.insert(labels.to_string()), "{labels}");
        }
    }
}

#[test]
fn no_colour_and_no_small_text() {
    for (figure, lebar) in all() {
        let text = svg(&figure, lebar);
        let document = parse(&text, &figure);
        for node in document.descendants().filter(Node::is_element) {
            for name in ["fill", "stroke"] {
                let value = node.attribute(name);
                assert!(matches!(value, None | Some("none" | "currentColor")), "{value:?}");
            }
            if node.has_attribute("font-size") {
                assert!(number(node, "font-size") >= 12.0, "{}", figure.kode);
            }
            assert!(!node.has_tag_name("script") && node.attribute("style").is_none());
        }
        assert!(document.root_element().has_attribute("font-size"));
    }
}

/// A fair guess at the width of a text: 0.55 em a glyph, narrow ones less.
fn wide(text: &str) -> f64 {
    let narrow = |c: char| " .,:;'|ijlftrI/()-!".contains(c);
    text.chars().map(|c| if narrow(c) { 0.29 } else { 0.57 }).sum::<f64>() * 14.0
}

#[test]
fn nothing_lies_outside_the_frame() {
    for (figure, lebar) in all() {
        let text = svg(&figure, lebar);
        let document = parse(&text, &figure);
        let view = document.root_element().attribute("viewBox").unwrap_or_default();
        let view: Vec<f64> = view.split(' ').filter_map(|part| part.parse().ok()).collect();
        let (width, height) = (view[2], view[3]);
        let name = format!("{} {}", figure.kode, lebar.nama());
        for node in document.descendants() {
            if node.has_tag_name("text") {
                let (x, y, w) = (number(node, "x"), number(node, "y"), wide(node.text().unwrap_or("")));
                let from = match node.attribute("text-anchor") {
                    Some("middle") => x - w / 2.0,
                    Some("end") => x - w,
                    _ => x,
                };
                let inside = from >= -1.0 && from + w <= width + 1.0 && y >= 9.0 && y <= height - 1.0;
                assert!(inside, "{name}: {:?} at {from} {y} of {width} {height}", node.text());
            } else if node.has_tag_name("rect") {
                let (x, y) = (number(node, "x"), number(node, "y"));
                let (w, h) = (number(node, "width"), number(node, "height"));
                let inside = x >= 0.0 && y >= 0.0 && x + w <= width && y + h <= height;
                assert!(inside && w >= 0.0 && h >= 0.0, "{name}: rect {x} {y} {w} {h}");
            } else if node.has_tag_name("circle") {
                let (x, y, r) = (number(node, "cx"), number(node, "cy"), number(node, "r"));
                let inside = x >= r && y >= r && x + r <= width && y + r <= height;
                assert!(inside, "{name}: circle {x} {y} {r}");
            }
        }
    }
}

#[test]
fn nothing_to_show_is_said() {
    for figure in contoh::aneh() {
        if figure.judul == "kosong" || figure.judul == "hilang" {
            assert!(BOTH.iter().all(|lebar| svg(&figure, *lebar).contains("Belum ada data")));
        }
    }
}

#[test]
fn a_gap_and_a_break_cut_the_line() {
    let figures = contoh::wajar();
    let figure = figures.iter().find(|figure| figure.kode == "garis-putus").expect("sample");
    let text = svg(figure, Lebar::Lebar);
    let document = parse(&text, figure);
    let class = |node: &Node| node.parent_element().and_then(|group| group.attribute("class")).map(str::to_string);
    let lines = document
        .descendants()
        .filter(|node| node.has_tag_name("path") && class(node).as_deref() == Some("c-realisasi c-g"));
    // 2019-2020, then 2021 is missing, 2022 stands alone before the break, 2023-2024.
    assert_eq!(lines.count(), 2);
    assert!(text.contains("2021, Penerima bantuan sosial: — (belum dilaporkan)"));
    assert!(text.contains("2020, Penerima bantuan sosial: 22.340 orang"));
}

#[test]
fn every_mark_has_its_tooltip() {
    for figure in contoh::wajar().iter().filter(|figure| figure.kategori.len() <= 60) {
        for lebar in BOTH {
            let text = svg(figure, lebar);
            let known = figure.deret.iter().flat_map(|deret| &deret.titik);
            let titles = text.matches("<g><title>").count();
            let least = known.filter(|titik| titik.nilai.is_some()).count();
            // One dot of a quadrant chart shows two values.
            let least = if text.contains('↑') { least / 2 } else { least };
            assert!(titles >= least, "{}: {titles} of {least}", figure.kode);
        }
    }
}

#[test]
fn charts_stay_light() {
    for (figure, lebar) in all() {
        let size = svg(&figure, lebar).len();
        let values: usize = figure.deret.iter().map(|deret| deret.titik.len()).sum();
        let limit = 6_000 + values.saturating_sub(12) * 160;
        assert!(size <= limit, "{} {}: {size} bytes", figure.kode, lebar.nama());
    }
}

#[test]
fn same_figure_same_bytes() {
    for (figure, lebar) in all() {
        assert_eq!(svg(&figure, lebar), svg(&figure, lebar));
    }
}
