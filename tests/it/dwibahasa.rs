//! The content of this repository in English: nothing of ours is missing, and no figure differs from the Indonesian text.

use crate::situs_bantu;

use situs_bantu::{muat, repositori};
use terang::records::{Content, Dwibahasa};

/// Everything in our own words, with the place it stands at.
fn semua(content: &Content) -> Vec<(String, &Dwibahasa)> {
    let mut all: Vec<(String, &Dwibahasa)> = vec![("portal: keterangan".to_string(), &content.portal.keterangan)];
    let ppid = content.portal.ppid.iter().filter_map(|p| p.keterangan.as_ref());
    all.extend(ppid.map(|t| ("portal: ppid".to_string(), t)));
    all.extend(content.portal.kelompok_tabel.iter().map(|g| (format!("kelompok_tabel: {}", g.tema), &g.judul)));
    for i in &content.glosarium {
        all.push((format!("glosarium: {}", i.istilah.id), &i.arti));
        all.extend(i.kepanjangan.iter().map(|t| (format!("glosarium: {}", i.istilah.id), t)));
    }
    for p in content.padanan.values() {
        let texts = [Some(&p.nama), Some(&p.definisi), p.pertanyaan.as_ref(), p.catatan.as_ref()];
        all.extend(texts.into_iter().flatten().map(|t| (format!("padanan: {}", p.kode), t)));
    }
    for h in &content.halaman {
        all.extend([&h.judul, &h.isi].map(|t| (format!("halaman: {}", h.kode), t)));
    }
    for d in &content.daerah {
        for o in &d.opd {
            for r in &o.rekaman {
                all.extend(r.narasi.iter().map(|t| (format!("{}: {}", d.kode, r.tahun), t)));
            }
            for i in o.opd.indikator.values() {
                let texts = [&i.kalimat, &i.definisi, &i.alasan_arah].into_iter().flatten();
                all.extend(texts.map(|t| (format!("{}: {}", d.kode, i.kode), t)));
            }
        }
    }
    all
}

/// The figures of a text in order of size as text: `105.582`, `95,39`, `2024`.
fn angka(text: &str) -> Vec<&str> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut all: Vec<&str> = text
        .split(|c| !inside(c))
        .map(|t| t.trim_matches(['.', ',']))
        .filter(|t| t.chars().any(|c| c.is_ascii_digit()))
        .collect();
    all.sort_unstable();
    all
}

#[test]
fn everything_in_our_own_words_is_there_in_english() {
    let content = muat(&repositori());
    let all = semua(&content);
    let missing: Vec<&String> = all.iter().filter(|(_, t)| t.en.is_none()).map(|(place, _)| place).collect();
    assert!(all.len() > 250, "only {} texts were looked at", all.len());
    assert!(missing.is_empty(), "no English for {missing:?}");
}

#[test]
fn no_figure_differs_between_the_two_languages() {
    let content = muat(&repositori());
    for (place, text) in semua(&content) {
        let Some(en) = &text.en else { continue };
        // Each language writes its own marks of thousands and decimals.
        let plain = |text: &str| {
            let mut all: Vec<String> = angka(text).into_iter().map(|a| a.replace(',', ".")).collect();
            all.sort();
            all
        };
        assert_eq!(plain(&text.id), plain(en), "{place}");
    }
}

#[test]
fn the_figures_of_a_sentence_are_read_whole() {
    assert_eq!(angka("Naik dari 9,19 ke 8.760,5 (2024)."), ["2024", "8.760,5", "9,19"]);
}
