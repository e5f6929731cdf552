//! The pass of the glossary: a page stays the page it was, with links around words and nothing else.
#![no_main]
use libfuzzer_sys::fuzz_target;
use terang::pages::umum::IstilahView;
use terang::site::istilah::Istilah;

fuzz_target!(|parts: (Vec<String>, String)| {
    let (terms, text) = parts;
    let view = |istilah: &String| IstilahView {
        istilah: istilah.clone(),
        jangkar: "x".into(),
        kepanjangan: None,
        arti: "arti".into(),
        bahasa: None,
    };
    let istilah = Istilah::baru(terms.iter().take(8).map(view).collect());
    let html = format!("<main>{}</main>", terang::templates::markdown(&text));
    let out = istilah.jelaskan(html.clone(), "../");
    let bare = |s: &str| {
        let mut open = false;
        s.chars().filter(|c| { if *c == '<' { open = true } let keep = !open; if *c == '>' { open = false } keep }).collect::<String>()
    };
    assert_eq!(bare(&html), bare(&out), "words changed");
});
