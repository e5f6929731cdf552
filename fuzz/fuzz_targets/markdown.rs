//! Markdown of anybody: no element that runs or fetches comes out of it.
#![no_main]
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let html = terang::templates::markdown(text).to_lowercase();
    for bad in ["<script", "<iframe", "<style", "<svg", "<object", "<base", "<meta", "<form", "href=\"javascript:", "src=\"data:"] {
        assert!(!html.contains(bad), "{bad} in {html}");
    }
});
