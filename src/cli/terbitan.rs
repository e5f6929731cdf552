//! Terbitan: the folder of an earlier edition, given with `--published`: whether it is one, and which agencies it had.

use super::Henti;
use crate::diagnostic::{Diagnostic, Spot};
use crate::{exports, output, pesan};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// The figures of every agency of an edition: the names of their files, from the root of the site.
fn berkas(dir: &Path) -> Vec<String> {
    let names = std::fs::read_dir(dir.join("data")).into_iter().flatten().flatten();
    let mut all: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".csv"))
        .map(|name| format!("data/{name}"))
        .filter(|path| output::baca(dir, path).is_some_and(|isi| exports::memuat_angka(&isi)))
        .collect();
    all.sort();
    all
}

/// Refuses what is no edition: without figures nothing could be held against it, and every change would pass.
pub fn periksa(dir: &Path) -> Result<(), Henti> {
    if !berkas(dir).is_empty() {
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

/// The agencies that the edition had and the content lacks.
pub fn hilang<'b>(dir: &Path, opd: impl Iterator<Item = (&'b str, &'b str)>) -> Vec<Diagnostic> {
    let now: BTreeSet<String> = opd.map(|(daerah, opd)| crate::opd::csv(daerah, opd)).collect();
    let gone = berkas(dir).into_iter().filter(|path| !now.contains(path));
    gone.map(|path| {
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
    })
    .collect()
}
