//! Nama: which files have a place in `content/`, and which need another file beside them.

use super::berkas::Berkas;
use super::content::Tree;
use super::logo::is_gambar;
use super::reader::is_kode;
use crate::diagnostic::{Diagnostic, Spot};
use crate::pesan;

/// First folders of the site that are its own: no daerah and no free page may stand there.
const ALAMAT: [&str; 11] =
    ["aset", "banding", "cari", "data", "en", "gaya", "glosarium", "isi", "metodologi", "ralat", "temuan"];

/// Every file must have a place; what has none is reported.
pub fn check(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (name, file) in tree {
        let parts: Vec<&str> = name.split('/').collect();
        let fits = match parts.as_slice() {
            ["portal.yaml" | "glosarium.yaml" | "sinonim.yaml"] => true,
            [file] => is_gambar(file),
            ["skala" | "padanan", file] => file.strip_suffix(".yaml").is_some_and(is_kode),
            ["halaman", file] => file.strip_suffix(".md").is_some_and(|stem| is_kode(bahasa(stem).0)),
            [daerah, "daerah.yaml"] => is_kode(daerah),
            [daerah, opd, file] => is_kode(daerah) && is_kode(opd) && (*file == "opd.yaml" || year_of(file).is_some()),
            _ => false,
        };
        if let (true, Some((own, Some(lang)))) = (fits, name.strip_suffix(".md").map(bahasa))
            && lang != "en"
        {
            diagnostics.push(bahasa_lain(file, own, lang));
            continue;
        }
        if !fits {
            let help = if name.ends_with(".yml") {
                pesan!("ganti akhiran `.yml` menjadi `.yaml`", "rename `.yml` to `.yaml`")
            } else {
                pesan!(
                    "isi yang dikenal: portal.yaml, glosarium.yaml, sinonim.yaml, logo (.svg, .png, .webp), skala/<kode>.yaml, padanan/<kode>.yaml, halaman/<nama>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml, <daerah>/<opd>/<tahun>.yaml dan .md; nama folder huruf kecil, angka, tanda hubung",
                    "known: portal.yaml, glosarium.yaml, sinonim.yaml, a logo (.svg, .png, .webp), skala/<code>.yaml, padanan/<code>.yaml, halaman/<name>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml, <daerah>/<opd>/<year>.yaml and .md; folder names in lower case, digits, hyphens"
                )
            };
            diagnostics.push(
                Diagnostic::galat(
                    "berkas-tak-dikenal",
                    &file.nama,
                    Spot::Berkas,
                    pesan!(
                        "berkas `{name}` tidak punya tempat dalam portal",
                        "the file `{name}` has no place in the portal"
                    ),
                )
                .bantuan(help),
            );
        }
        let own = match parts.as_slice() {
            ["halaman", file] => file.strip_suffix(".md").map(|stem| bahasa(stem).0),
            [daerah, "daerah.yaml"] => Some(*daerah),
            _ => None,
        };
        let taken = |own: &str| {
            ALAMAT.contains(&own) || (parts[0] == "halaman" && tree.contains_key(format!("{own}/daerah.yaml").as_str()))
        };
        if let Some(own) = own.filter(|own| fits && taken(own)) {
            diagnostics.push(alamat_dipakai(file, own));
        }
        // A narrative without its record, a record without its OPD, an OPD without its daerah.
        let needs = match parts.as_slice() {
            _ if name.ends_with(".en.md") => Some(name.replace(".en.md", ".md")),
            [daerah, opd, file] if file.ends_with(".md") => {
                Some(format!("{daerah}/{opd}/{}", file.replace(".md", ".yaml")))
            }
            [daerah, opd, file] if year_of(file).is_some() => Some(format!("{daerah}/{opd}/opd.yaml")),
            [daerah, _, "opd.yaml"] => Some(format!("{daerah}/daerah.yaml")),
            _ => None,
        };
        if let Some(needs) = needs.filter(|n| fits && !tree.contains_key(n.as_str())) {
            diagnostics.push(
                Diagnostic::galat(
                    "berkas-hilang",
                    &file.nama,
                    Spot::Berkas,
                    pesan!(
                        "`{name}` membutuhkan `{needs}`, yang tidak ada",
                        "`{name}` needs `{needs}`, which does not exist"
                    ),
                )
                .bantuan(if name.ends_with(".en.md") {
                    pesan!(
                        "tulis dahulu teks Indonesianya: terjemahan berdiri di sampingnya",
                        "write the Indonesian text first: a translation stands beside it"
                    )
                } else {
                    pesan!(
                        "buat dengan `terang baru`, atau lihat docs/rekaman.md",
                        "make it with `terang new`, or see docs/rekaman.md"
                    )
                }),
            );
        }
    }
}

/// A daerah or a page whose address the site needs itself.
fn alamat_dipakai(file: &Berkas, own: &str) -> Diagnostic {
    let message = pesan!(
        "alamat `{own}/` sudah dipakai bagian lain situs",
        "the address `{own}/` is already used by another part of the site"
    );
    let taken = ALAMAT.join("`, `");
    Diagnostic::galat("alamat-dipakai", &file.nama, Spot::Berkas, message).bantuan(pesan!(
        "beri nama lain; yang tidak bisa dipakai: `{taken}`, dan nama daerah untuk sebuah halaman",
        "give it another name; not to be used: `{taken}`, and the name of a daerah for a page"
    ))
}

/// A translation into a language the site does not have.
fn bahasa_lain(file: &Berkas, own: &str, lang: &str) -> Diagnostic {
    let message = pesan!(
        "bahasa `{lang}` pada nama berkas ini tidak dikenal",
        "the language `{lang}` in the name of this file is not known"
    );
    Diagnostic::galat("bahasa-tak-dikenal", &file.nama, Spot::Berkas, message).bantuan(pesan!(
        "terjemahan bahasa Inggris bernama `{own}.en.md`; teks Indonesianya `{own}.md`",
        "the English translation is named `{own}.en.md`; the Indonesian text `{own}.md`"
    ))
}

/// The year of `2024.yaml`, `2024.md` or `2024.en.md`.
pub fn year_of(file: &str) -> Option<i32> {
    let stem = match file.strip_suffix(".yaml") {
        Some(stem) => stem,
        None => bahasa(file.strip_suffix(".md")?).0,
    };
    (stem.len() == 4).then(|| stem.parse().ok()).flatten()
}

/// The name of a Markdown file without `.md`, and the language other than Indonesian that it says: `tentang.en`.
pub fn bahasa(stem: &str) -> (&str, Option<&str>) {
    match stem.rsplit_once('.') {
        Some((own, lang)) if lang.len() == 2 && lang.chars().all(|c| c.is_ascii_lowercase()) => (own, Some(lang)),
        _ => (stem, None),
    }
}
