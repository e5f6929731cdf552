//! Halaman: what serving adds to a page: the reload script, and the errors of the content laid over it.

/// Address of the script; a file, so that it also runs under a content security policy.
pub const SKRIP: &str = "/.terang/muat.js";

/// Address of the style of the overlay.
pub const GAYA: &str = "/.terang/galat.css";

/// The script: reloads when the version told by the server is not the one of this page.
pub const ISI_SKRIP: &str = r#"(() => {
  const own = document.currentScript.dataset.versi;
  const events = new EventSource("/.terang/acara");
  events.onmessage = (event) => { if (event.data !== own) { events.close(); location.reload(); } };
  addEventListener("pagehide", () => events.close());
})();
"#;

/// The style of the overlay.
pub const ISI_GAYA: &str = "\
#terang-galat{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;overflow:auto;margin:0;padding:.75rem 1rem;\
background:#1d1b1a;color:#f6f1ea;border-top:4px solid #e5484d;font:14px/1.5 ui-monospace,monospace;text-align:left}\
#terang-galat summary{font-weight:700;cursor:pointer}\
#terang-galat pre{margin:.5rem 0 0;padding:0;background:none;color:inherit;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}\
@media print{#terang-galat{display:none}}
";

/// The page while there is no site yet.
pub const KOSONG: &str = "<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
content=\"width=device-width\"><title>Terang</title></head><body><h1>Situs belum bisa dibuat</h1><p>Perbaiki galat di \
bawah ini; halaman ini memuat ulang sendiri. <i lang=\"en\">Fix the errors below; this page reloads by itself.</i></p>\
</body></html>";

/// The page of an address that leads nowhere.
pub const TIDAK_ADA: &str = "<!doctype html><html lang=\"id\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
content=\"width=device-width\"><title>404</title></head><body><h1>Halaman ini tidak ada</h1><p><a href=\"/\">Ke \
beranda</a> · <i lang=\"en\">There is no such page.</i></p></body></html>";

/// Puts script and errors before the end of the body.
pub fn inject(page: &[u8], galat: Option<&str>, versi: &str) -> Vec<u8> {
    let mut extra = String::new();
    if let Some(galat) = galat {
        let galat = escape(galat);
        extra.push_str(&format!(
            "<link rel=\"stylesheet\" href=\"{GAYA}\"><details id=\"terang-galat\" role=\"alert\" open><summary>Isi portal \
             perlu diperbaiki; yang tampil adalah situs terakhir yang baik</summary><pre>{galat}</pre></details>"
        ));
    }
    extra.push_str(&format!("<script src=\"{SKRIP}\" data-versi=\"{versi}\"></script>"));
    let end = page.windows(7).rposition(|w| w.eq_ignore_ascii_case(b"</body>")).unwrap_or(page.len());
    [&page[..end], extra.as_bytes(), &page[end..]].concat()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
