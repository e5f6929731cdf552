//! Nama: which files have a place in `content/`, and which need another file beside them.

use super::alamat;
use super::berkas::Berkas;
use super::content::Tree;
use super::jelajah;
use super::kode::{self, is_kode};
use super::logo::is_gambar;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::pesan;
use std::path::Path;
use std::sync::Arc;

/// Endings people give a YAML file or a Markdown file, one after another.
const AKHIRAN: [(&str, &str); 8] = [
    (".txt", ""),
    (".yaml", ".yaml"),
    (".yml", ".yaml"),
    (".md", ".md"),
    (".markdown", ".md"),
    (".mdown", ".md"),
    (".doc", ""),
    (".rtf", ""),
];

/// Every file must have a place and an address of its own; what has none is reported.
pub fn check(tree: &Tree<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for (name, file) in tree {
        let parts: Vec<&str> = name.split('/').collect();
        let fits = bertempat(&parts);
        if let (true, Some((own, Some(lang)))) = (fits, name.strip_suffix(".md").map(bahasa))
            && lang != "en"
        {
            diagnostics.push(bahasa_lain(file, own, lang));
            continue;
        }
        if !fits {
            // What a stray file holds does not matter: of a PDF nobody asks for another encoding.
            diagnostics.retain(|d| d.code != "bukan-utf8" || d.place.berkas != file.nama);
            let message = pesan!(
                "berkas `{name}` tidak punya tempat dalam portal",
                "the file `{name}` has no place in the portal"
            );
            let help = saran(&parts, tree);
            diagnostics.push(Diagnostic::galat("berkas-tak-dikenal", &file.nama, Spot::Berkas, message).bantuan(help));
            continue;
        }
        // A narrative without its record, a record without its OPD, an OPD without its daerah.
        let needs = match parts.as_slice() {
            _ if name.ends_with(".en.md") => Some(name.replace(".en.md", ".md")),
            [daerah, opd, file] if file.ends_with(".md") => {
                Some(format!("{daerah}/{opd}/{}", file.replace(".md", ".yaml")))
            }
            [daerah, opd, file] if year_of(file).is_some() => Some(format!("{daerah}/{opd}/opd.yaml")),
            [daerah, opd, "ralat.yaml"] => Some(format!("{daerah}/{opd}/opd.yaml")),
            [daerah, _, "opd.yaml"] => Some(format!("{daerah}/daerah.yaml")),
            _ => None,
        };
        if let Some(needs) = needs.filter(|n| !tree.contains_key(n.as_str())) {
            diagnostics.push(hilang(file, name, &needs));
        }
    }
    alamat::check(tree, diagnostics);
}

/// What `check` would say of a file that does not exist yet: `terang new` refuses what `check` would refuse.
pub fn periksa_baru(root: &Path, nama: &str) -> Option<Diagnostic> {
    let mut found = Vec::new();
    let mut files: Vec<Berkas> =
        jelajah::walk(root, |_| true, &mut found).into_iter().map(|(n, _)| Berkas::nama_saja(n)).collect();
    files.push(Berkas::nama_saja(Arc::from(nama)));
    let tree: Tree<'_> = files.iter().map(|f| (f.nama.as_ref(), f)).collect();
    found.clear();
    check(&tree, &mut found);
    found
        .into_iter()
        .find(|d| d.place.berkas.as_ref() == nama || d.related.iter().any(|(place, _)| place.berkas.as_ref() == nama))
}

/// Whether a file of this name belongs into a portal.
fn bertempat(parts: &[&str]) -> bool {
    match parts {
        ["portal.yaml" | "glosarium.yaml" | "sinonim.yaml" | "nomenklatur.yaml"] => true,
        [file] => is_gambar(file),
        // No scale is called so: whoever writes it means a daerah.
        ["skala" | "padanan", "daerah.yaml"] => false,
        ["skala" | "padanan", file] => file.strip_suffix(".yaml").is_some_and(is_kode),
        ["halaman", file] => file.strip_suffix(".md").is_some_and(|stem| is_kode(bahasa(stem).0)),
        [daerah, "daerah.yaml"] => is_kode(daerah),
        [daerah, opd, file] => is_kode(daerah) && is_kode(opd) && (milik_opd(file) || year_of(file).is_some()),
        _ => false,
    }
}

/// What to do with a file that has no place: another name, another code, or what there is.
fn saran(parts: &[&str], tree: &Tree<'_>) -> Pesan {
    if let Some(new) = nama_benar(parts) {
        return if tree.contains_key(new.as_str()) {
            pesan!("`{new}` sudah ada: hapus salah satunya", "`{new}` exists already: remove one of them")
        } else {
            pesan!("ganti namanya menjadi `{new}`", "rename it to `{new}`")
        };
    }
    // A folder or file whose code cannot be one, where everything else fits.
    let code = match parts {
        [folder @ ("skala" | "padanan" | "halaman"), "daerah.yaml"] => {
            return pesan!(
                "`{folder}` adalah folder portal sendiri: pilih kode lain",
                "`{folder}` is a folder of the portal itself: choose another code"
            );
        }
        [daerah, "daerah.yaml"] => kode::salah(daerah),
        ["skala" | "padanan", file] if file.ends_with(".yaml") => kode::salah(file.trim_end_matches(".yaml")),
        ["halaman", file] if file.ends_with(".md") => kode::salah(bahasa(file.trim_end_matches(".md")).0),
        [daerah, opd, file] if milik_opd(file) || year_of(file).is_some() => {
            kode::salah(daerah).or_else(|| kode::salah(opd))
        }
        _ => None,
    };
    if let Some((mut message, help)) = code {
        message.sambung(&pesan!("; ", "; "));
        message.sambung(&help);
        return message;
    }
    let year =
        matches!(parts, [_, _, file] if file.trim_end_matches(".yaml").trim_end_matches(".md").parse::<i64>().is_ok());
    if year {
        return pesan!(
            "nama berkas rekaman adalah tahunnya, empat angka dari 1900 sampai 2999, misalnya `2024.yaml`",
            "the name of a record is its year, four digits from 1900 to 2999, for example `2024.yaml`"
        );
    }
    pesan!(
        "isi yang dikenal: portal.yaml, glosarium.yaml, sinonim.yaml, nomenklatur.yaml, logo (.svg, .png, .webp), skala/<kode>.yaml, padanan/<kode>.yaml, halaman/<nama>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml dan ralat.yaml, <daerah>/<opd>/<tahun>.yaml dan .md; nama folder huruf kecil, angka, tanda hubung",
        "known: portal.yaml, glosarium.yaml, sinonim.yaml, nomenklatur.yaml, a logo (.svg, .png, .webp), skala/<code>.yaml, padanan/<code>.yaml, halaman/<name>.md, <daerah>/daerah.yaml, <daerah>/<opd>/opd.yaml and ralat.yaml, <daerah>/<opd>/<year>.yaml and .md; folder names in lower case, digits, hyphens"
    )
}

/// The name a file was meant to have: `2023.yaml.txt`, `2023.YAML`, `2023.yml`, `2023 (1).yaml`, `Portal.yaml`.
fn nama_benar(parts: &[&str]) -> Option<String> {
    let (file, folder) = parts.split_last()?;
    let mut stem = file.to_lowercase();
    let mut ending = None;
    while let Some((cut, means)) = AKHIRAN.iter().find(|(end, _)| stem.ends_with(end)) {
        stem.truncate(stem.len() - cut.len());
        ending = ending.or(Some(*means).filter(|m| !m.is_empty()));
    }
    // What a file manager adds to a copy.
    let stem = stem.split([' ', '(']).find(|part| year_of(&format!("{part}.yaml")).is_some()).unwrap_or(&stem).trim();
    let place = folder.join("/");
    let place = if folder.iter().all(|f| is_kode(f)) { place } else { place.to_lowercase() };
    let at =
        |ending: &str| if place.is_empty() { format!("{stem}{ending}") } else { format!("{place}/{stem}{ending}") };
    // Without a known ending a record is meant, or the narrative beside it.
    let guess = ending.map_or_else(|| vec![at(".yaml"), at(".md")], |ending| vec![at(ending)]);
    guess.into_iter().find(|new| *new != parts.join("/") && bertempat(&new.split('/').collect::<Vec<_>>()))
}

fn hilang(file: &Berkas, name: &str, needs: &str) -> Diagnostic {
    let message =
        pesan!("`{name}` membutuhkan `{needs}`, yang tidak ada", "`{name}` needs `{needs}`, which does not exist");
    Diagnostic::galat("berkas-hilang", &file.nama, Spot::Berkas, message).bantuan(if name.ends_with(".en.md") {
        pesan!(
            "tulis dahulu teks Indonesianya: terjemahan berdiri di sampingnya",
            "write the Indonesian text first: a translation stands beside it"
        )
    } else {
        pesan!(
            "buat dengan `terang baru`, atau lihat docs/rekaman.md",
            "make it with `terang new`, or see docs/rekaman.md"
        )
    })
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

/// Whether a file is one of those an OPD has besides its years.
pub fn milik_opd(file: &str) -> bool {
    matches!(file, "opd.yaml" | "ralat.yaml")
}

/// The year of `2024.yaml`, `2024.md` or `2024.en.md`.
pub fn year_of(file: &str) -> Option<i32> {
    kode::tahun(match file.strip_suffix(".yaml") {
        Some(stem) => stem,
        None => bahasa(file.strip_suffix(".md")?).0,
    })
}

/// The name of a Markdown file without `.md`, and the language other than Indonesian that it says: `tentang.en`.
pub fn bahasa(stem: &str) -> (&str, Option<&str>) {
    match stem.rsplit_once('.') {
        Some((own, lang)) if lang.len() == 2 && lang.chars().all(|c| c.is_ascii_lowercase()) => (own, Some(lang)),
        _ => (stem, None),
    }
}

#[cfg(test)]
mod tests {
    use super::{nama_benar, year_of};

    #[test]
    fn a_file_of_a_wrong_name_is_told_the_right_one() {
        for (wrong, right) in [
            ("a/b/2023.yaml.txt", Some("a/b/2023.yaml")),
            ("a/b/2023.YAML", Some("a/b/2023.yaml")),
            ("a/b/2023.yml", Some("a/b/2023.yaml")),
            ("a/b/2023.yaml.yaml", Some("a/b/2023.yaml")),
            ("a/b/2023.md.txt", Some("a/b/2023.md")),
            ("a/b/2023.txt", Some("a/b/2023.yaml")),
            ("a/b/2023", Some("a/b/2023.yaml")),
            ("a/b/2023 (1).yaml", Some("a/b/2023.yaml")),
            ("a/b/2023 - Copy.yaml", Some("a/b/2023.yaml")),
            ("a/b/Salinan 2023.yaml", Some("a/b/2023.yaml")),
            ("A/B/2023.yaml", Some("a/b/2023.yaml")),
            ("Portal.yaml", Some("portal.yaml")),
            ("portal.yml", Some("portal.yaml")),
            ("halaman/tentang.markdown", Some("halaman/tentang.md")),
            ("a/OPD.yaml", None),
            ("catatan.docx", None),
        ] {
            let parts: Vec<&str> = wrong.split('/').collect();
            assert_eq!(nama_benar(&parts).as_deref(), right, "{wrong}");
        }
    }

    #[test]
    fn a_year_is_four_plain_digits() {
        assert_eq!(year_of("2024.yaml"), Some(2024));
        assert_eq!(year_of("2024.en.md"), Some(2024));
        for wrong in
            ["0024.yaml", "+024.yaml", "-001.yaml", "1899.yaml", "3000.yaml", "24.yaml", "٢٠٢٤.yaml", "2024.yml"]
        {
            assert_eq!(year_of(wrong), None, "{wrong}");
        }
    }
}
