//! The colours of the themes: every pair of `tests/kontras/pasangan.tsv` is readable in the light, in the dark
//! and on paper, by the function that checks the colours of a portal.
//!
//! Variables are looked up by their names in `gaya.css` and `charts.css`, so a renamed one fails by its name.

use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::path::Path;
use terang::records::{LATAR_GELAP, LATAR_TERANG, Rgb, kontras};

type Warna = BTreeMap<String, String>;

/// The custom properties that `:root` has, by where they hold.
#[derive(Default)]
struct Tema {
    terang: Warna,
    gelap: Warna,
    /// Asked for by the page and not by the system: `:root[data-tema="gelap"]`.
    dipilih: Warna,
    cetak: Warna,
}

/// The colours of a theme: its own style sheets, or the built-in ones where it has none.
fn tema(nama: &str) -> Tema {
    let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let mut tema = Tema::default();
    for name in ["gaya.css", "charts.css"] {
        let own = themes.join(nama).join("static").join(name);
        let path = if own.exists() { own } else { themes.join("terang/static").join(name) };
        let text = std::fs::read_to_string(path).expect(name);
        aturan(&tanpa_komentar(&text), "", &mut tema);
    }
    // What the dark and the paper do not say, they take from the light.
    for other in [&mut tema.gelap, &mut tema.cetak] {
        for (key, value) in &tema.terang {
            other.entry(key.clone()).or_insert_with(|| value.clone());
        }
    }
    tema
}

fn tanpa_komentar(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |all, part| all + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// Collects the custom properties of the rules of one style sheet or one `@media`.
fn aturan(text: &str, media: &str, tema: &mut Tema) {
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let head = rest[..open].rsplit([';', '}']).next().unwrap_or_default().trim();
        let body = &rest[open + 1..];
        let mut depth = 1;
        let end = body
            .char_indices()
            .find(|(_, c)| {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth == 0
            })
            .map_or(body.len(), |(at, _)| at);
        if let Some(query) = head.strip_prefix("@media") {
            // The colours of the system are the reader's own.
            if !query.contains("forced-colors") {
                aturan(&body[..end], query, tema);
            }
        } else if head.split(',').any(|s| s.trim().starts_with(":root")) {
            let chosen = match (media, head.contains("[data-tema=\"gelap\"]")) {
                ("", false) => &mut tema.terang,
                ("", true) => &mut tema.dipilih,
                (m, _) if m.contains("dark") => &mut tema.gelap,
                (m, _) if m.contains("print") => &mut tema.cetak,
                _ => panic!("colours in `@media{media}`: this test does not know where they hold"),
            };
            let pairs = body[..end].split(';').filter_map(|d| d.split_once(':'));
            chosen.extend(pairs.map(|(k, v)| (k.trim().to_string(), v.trim().to_string())));
        }
        rest = body.get(end + 1..).unwrap_or_default();
    }
}

fn warna(all: &Warna, name: &str, mode: &str) -> Rgb {
    let value = all.get(name).unwrap_or_else(|| panic!("the theme has no `{name}` ({mode})"));
    let long = match value.strip_prefix('#') {
        Some(short) if short.len() == 3 => short.chars().fold("#".to_string(), |all, c| format!("{all}{c}{c}")),
        _ => value.clone(),
    };
    Rgb::parse(&long).unwrap_or_else(|| panic!("`{name}` is `{value}`, no colour ({mode})"))
}

#[test]
fn every_pair_is_readable_in_the_light_in_the_dark_and_on_paper() {
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kontras/pasangan.tsv"));
    let table = table.expect("table");
    let mut wrong = Vec::new();
    let mut held = 0;
    let pairs = table.lines().filter(|l| !l.starts_with('#'));
    for (theme, line) in ["terang", "ringkas"].into_iter().flat_map(|t| pairs.clone().map(move |l| (t, l))) {
        let tema = tema(theme);
        let [nama, tulisan, latar, least] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four cells: {line}")
        };
        let least: Decimal = least.parse().expect("ratio");
        for (mode, all) in [("terang", &tema.terang), ("gelap", &tema.gelap), ("cetak", &tema.cetak)] {
            let (a, b) = (warna(all, tulisan, mode), warna(all, latar, mode));
            let found = kontras(a, b);
            held += 1;
            if found < least {
                wrong.push(format!(
                    "{theme}, {nama} ({mode}): {tulisan} {a} on {latar} {b} has {found:.2}, {least} is needed"
                ));
            }
        }
    }
    assert!(held > 120, "{held} pairs");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_colours_of_a_portal_are_held_against_the_backgrounds_of_the_theme() {
    let tema = tema("terang");
    for (mode, all, held) in [("terang", &tema.terang, LATAR_TERANG), ("gelap", &tema.gelap, LATAR_GELAP)] {
        let found = ["--latar", "--kertas", "--sorot", "--tanda-latar"].map(|name| warna(all, name, mode));
        assert_eq!(found, held, "src/records/warna.rs and the theme differ ({mode})");
    }
}

#[test]
fn charts_stand_on_the_background_of_the_page_and_the_dark_is_one() {
    let tema = tema("terang");
    for (mode, all) in [("terang", &tema.terang), ("gelap", &tema.gelap), ("cetak", &tema.cetak)] {
        assert_eq!(warna(all, "--c-latar", mode), warna(all, "--latar", mode), "{mode}");
    }
    for (name, value) in &tema.dipilih {
        assert_eq!(
            Some(value),
            tema.gelap.get(name),
            "`{name}` of the dark that is chosen and of the dark of the system"
        );
    }
}
