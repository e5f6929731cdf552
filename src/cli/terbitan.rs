//! Terbitan: the folder of an earlier edition, given with `--published`: whether it is one, and which agencies it had.

use super::Henti;
use crate::bagian;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::exports::edisi;
use crate::site::{konsep, sebagian};
use crate::{exports, output, pesan};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// The tables of an edition, by their names from the root of the site.
fn tabel(dir: &Path) -> impl Iterator<Item = String> {
    let names = std::fs::read_dir(dir.join("data")).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.ends_with(".csv")).map(|name| format!("data/{name}"))
}

/// Whether one of them is of the figures of an agency.
fn angka(dir: &Path, path: &str) -> bool {
    output::baca(dir, path).is_some_and(|isi| exports::memuat_angka(&isi))
}

/// The figures of every agency of an edition: the names of their files, from the root of the site.
pub fn berkas(dir: &Path) -> BTreeSet<String> {
    tabel(dir).filter(|path| angka(dir, path)).collect()
}

/// Refuses what is no edition: without figures nothing could be held against it, and every change would pass.
pub fn periksa(dir: &Path) -> Result<(), Henti> {
    if !dir.is_dir() {
        let shown = dir.display();
        return Err(Henti::new(
            pesan!("folder `{shown}` tidak ada", "there is no folder `{shown}`"),
            pesan!("sebut folder terbitan yang lalu", "name the folder of the earlier edition"),
        ));
    }
    harus_terbit(dir)?;
    if tabel(dir).any(|path| angka(dir, &path)) {
        return Ok(());
    }
    let shown = dir.display();
    Err(Henti::new(
        pesan!("`{shown}` tidak memuat angka terbitan terang", "`{shown}` holds no figures of a site of terang"),
        pesan!(
            "sebut folder terbitan yang lalu, utuh dengan `data/*.csv`",
            "name the folder of the earlier edition, whole with its `data/*.csv`"
        ),
    ))
}

/// Refuses a draft, some pages of a site, and a part of one, where an edition is wanted.
pub fn harus_terbit(dir: &Path) -> Result<(), Henti> {
    let shown = dir.display();
    if ada(dir, konsep::TANDA) {
        return Err(Henti::new(
            pesan!("`{shown}` adalah konsep, bukan terbitan", "`{shown}` is a draft, no edition"),
            pesan!("sebut folder yang dibangun tanpa `--konsep`", "name a folder that was built without `--konsep`"),
        ));
    }
    if ada(dir, sebagian::TANDA) {
        return Err(Henti::new(
            pesan!("`{shown}` hanya sebagian situs, bukan terbitan", "`{shown}` is some pages of a site, no edition"),
            pesan!("sebut folder yang dibangun tanpa `--only`", "name a folder that was built without `--only`"),
        ));
    }
    if ada(dir, bagian::TANDA) {
        return Err(Henti::new(
            pesan!("`{shown}` hanya satu bagian situs, bukan terbitan", "`{shown}` is one part of a site, no edition"),
            pesan!(
                "satukan dahulu semua bagiannya: `terang gabung {shown} ...`",
                "join all of its parts first: `terang gabung {shown} ...`"
            ),
        ));
    }
    Ok(())
}

/// Whether a folder holds a site other than those that bear one of some marks.
fn situs_lain(dir: &Path, tanda: &[&str]) -> bool {
    ada(dir, edisi::NAMA) || (ada(dir, output::BERKAS_DAFTAR) && !tanda.iter().any(|name| ada(dir, name)))
}

/// Refuses to write where a site stands that bears none of some marks.
fn jaga(dir: &Path, tanda: &[&str], apa: impl FnOnce(std::path::Display<'_>) -> (Pesan, Pesan)) -> Result<(), Henti> {
    if !situs_lain(dir, tanda) {
        return Ok(());
    }
    let (what, help) = apa(dir.display());
    Err(Henti::new(what, help))
}

/// Keeps a draft from taking the place of a public site: into its folder it goes only where a draft was before.
pub fn jaga_konsep(dir: &Path) -> Result<(), Henti> {
    jaga(dir, &[konsep::TANDA, sebagian::TANDA], |shown| {
        (
            pesan!(
                "`{shown}` memuat situs yang terbit; konsep tidak ditulis di atasnya",
                "`{shown}` holds a published site; no draft is written over it"
            ),
            pesan!(
                "tulis konsep ke folder lain, misalnya `terang build --konsep --out konsep`",
                "write the draft into another folder, for example `terang build --konsep --out konsep`"
            ),
        )
    })
}

/// Keeps some pages from taking the place of a whole site, or standing among its pages.
pub fn jaga_sebagian(dir: &Path) -> Result<(), Henti> {
    jaga(dir, &[sebagian::TANDA], |shown| {
        (
            pesan!(
                "`{shown}` memuat situs utuh; sebagian halaman tidak ditulis di atasnya",
                "`{shown}` holds a whole site; some pages are not written over it"
            ),
            pesan!(
                "tulis ke folder lain, misalnya `--out sebagian`",
                "write them into another folder, for example `--out sebagian`"
            ),
        )
    })
}

/// Keeps a part from taking the place of a site.
pub fn jaga_bagian(dir: &Path) -> Result<(), Henti> {
    jaga(dir, &[bagian::TANDA], |shown| {
        (
            pesan!(
                "`{shown}` memuat situs; bagian tidak ditulis di atasnya",
                "`{shown}` holds a site; no part is written over it"
            ),
            pesan!(
                "tulis ke folder lain, misalnya `--out bagian-1`",
                "write it into another folder, for example `--out bagian-1`"
            ),
        )
    })
}

fn ada(dir: &Path, name: &str) -> bool {
    dir.join(name).symlink_metadata().is_ok()
}

/// The agencies that the edition had and the content lacks.
pub fn hilang<'b>(dir: &Path, opd: impl Iterator<Item = (&'b str, &'b str)>) -> Vec<Diagnostic> {
    let now: BTreeSet<String> = opd.map(|(daerah, opd)| crate::opd::csv(daerah, opd)).collect();
    let gone: BTreeSet<String> = tabel(dir).filter(|path| !now.contains(path) && angka(dir, path)).collect();
    let told = gone.into_iter().map(|path| {
        let nama = path.trim_start_matches("data/").trim_end_matches(".csv");
        let said = pesan!(
            "`{nama}` ada pada terbitan lama, kini tidak ada di folder isi",
            "`{nama}` is in the earlier edition and is gone from the content"
        );
        let help = pesan!(
            "kembalikan foldernya; bila memang harus pergi, bangun tanpa `--published` dan jelaskan di halaman portal",
            "put its folder back; if it has to go, build without `--published` and say so on a page of the portal"
        );
        Diagnostic::galat("terbitan-hilang", &Arc::from("portal.yaml"), Spot::Berkas, said).bantuan(help)
    });
    told.collect()
}
