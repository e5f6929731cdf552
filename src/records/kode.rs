//! Kode: what may be a code, and so a folder, a file and an address on every system: one list, for content and `terang new`.

use crate::diagnostic::Pesan;
use crate::pesan;

/// No code is longer: several of them, and what the site adds, share one path of 260 characters on Windows.
pub const TERPANJANG: usize = 80;
/// Names that Windows keeps for devices, with any ending: `con.txt` cannot be written either.
const PERANTI: [&str; 24] = [
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt0", "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Endings of files that a site has: a folder of that name would stand where one of them goes.
const BERKAS: [&str; 11] = ["html", "htm", "csv", "json", "jsonld", "png", "svg", "css", "js", "xml", "txt"];

/// Whether a text can be a code.
pub fn is_kode(text: &str) -> bool {
    salah(text).is_none()
}

/// Why a text cannot be a code, and how to write it.
pub fn salah(text: &str) -> Option<(Pesan, Pesan)> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_');
    let contoh = || slug(text);
    if text.is_empty()
        || !text.chars().all(fits)
        || text.starts_with(['-', '.', '_'])
        || text.ends_with(['-', '.'])
        || text.contains("..")
    {
        return Some((
            pesan!("`{text}` tidak bisa menjadi kode", "`{text}` cannot be a code"),
            pesan!(
                "kode adalah alamat: huruf kecil a-z, angka, titik dan tanda hubung, misalnya `{contoh}`",
                "a code is an address: lower case a-z, digits, dots and hyphens, for example `{contoh}`",
                contoh = contoh()
            ),
        ));
    }
    let lain = || {
        pesan!("pakai kode lain, misalnya `{contoh}`", "use another code, for example `{contoh}`", contoh = contoh())
    };
    if is_peranti(text) {
        let message = pesan!(
            "`{text}` tidak bisa menjadi kode: Windows memakai nama itu untuk peranti",
            "`{text}` cannot be a code: Windows keeps that name for a device"
        );
        return Some((message, lain()));
    }
    if is_halaman(text) {
        let message = pesan!(
            "`{text}` tidak bisa menjadi kode: di situs itu nama sebuah berkas",
            "`{text}` cannot be a code: in the site that is the name of a file"
        );
        return Some((message, lain()));
    }
    let panjang = text.len();
    (panjang > TERPANJANG).then(|| {
        let message = pesan!(
            "kode ini {panjang} huruf, lebih dari {TERPANJANG}",
            "this code has {panjang} characters, more than {TERPANJANG}"
        );
        (
            message,
            pesan!("singkatkan, misalnya `{contoh}`", "make it shorter, for example `{contoh}`", contoh = contoh()),
        )
    })
}

/// Why a text cannot be the code of an indicator or a budget node: there a row `total` is the row of all.
pub fn salah_subjek(text: &str) -> Option<(Pesan, Pesan)> {
    let taken = || {
        let message = pesan!(
            "`{text}` tidak bisa menjadi kode: pada tabel, baris itu jumlah seluruhnya",
            "`{text}` cannot be a code: in tables that row is the total of all"
        );
        (message, pesan!("pakai kode lain, misalnya `total-1`", "use another code, for example `total-1`"))
    };
    salah(text).or_else(|| (text == "total").then(taken))
}

/// A year as the name of a file and everywhere else: four plain digits.
pub fn tahun(text: &str) -> Option<i32> {
    let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|year| (1900..=2999).contains(year))
}

fn is_peranti(text: &str) -> bool {
    PERANTI.contains(&text.split('.').next().unwrap_or(text))
}

fn is_halaman(text: &str) -> bool {
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    BERKAS.contains(&ending)
}

/// A code made of any text: `Tabel 3.17` → `tabel-3.17`.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() || c == '.' {
            // Two dots never follow each other: `..` is a folder.
            if c != '.' || !out.ends_with('.') {
                out.push(c);
            }
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let mut out = out.trim_matches(['-', '.']).to_string();
    if out.len() > TERPANJANG {
        out.truncate(TERPANJANG);
        out.truncate(out.trim_end_matches(['-', '.']).len());
    }
    if is_halaman(&out) {
        out = out.replace('.', "-");
    }
    if is_peranti(&out) {
        out = out.replace('.', "-") + "-1";
    }
    if out.is_empty() { "tanpa-nama".to_string() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_a_folder_on_every_system() {
        for kode in
            ["dinas-sosial", "35.08", "a_b", "console", "com", "com10", "lpt", "null", "index", "index.html.lama"]
        {
            assert!(is_kode(kode), "{kode}");
        }
        let long = "a".repeat(TERPANJANG + 1);
        for kode in [
            "",
            "con",
            "nul",
            "aux",
            "prn",
            "com1",
            "lpt9",
            "con.txt",
            "nul.tar.gz",
            "index.html",
            "a.htm",
            "grafik.csv",
            "kartu.png",
            "A",
            "a b",
            "a.",
            "-a",
            "a..b",
            "é",
            "e\u{301}",
            "a/b",
            "a\\b",
            "a\n",
            "ａ",
            &long,
        ] {
            assert!(!is_kode(kode), "{kode}");
        }
    }

    proptest! {
        #[test]
        fn a_code_made_of_any_text_is_a_code(text in "\\PC{0,120}|(con|nul|index|a)[. ](html|txt|\\.)") {
            prop_assert!(is_kode(&slug(&text)), "{text} {}", slug(&text));
        }
    }
}
