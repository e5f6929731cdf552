//! Paket: what tells a pack of terang from other folders and archives, and what may stand where one goes.

use super::arsip;
use crate::output::{self, Daftar, OutputError, baca_daftar};
use crate::pesan;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The list of all that is on the host once the pack is there, whether it is in the pack or was there before: the next pack
/// of changes begins with it.
pub const DAFTAR: &str = ".terang-paket";

/// More than the list of the largest site.
const TERBESAR: u64 = 512 << 20;

/// How the list of what has to go from the host begins.
pub const KEPALA_HAPUS: &str = "# terang pack: ";

/// The list of a pack that was made before, a folder or an archive; `None` when it is no pack.
pub fn daftar(path: &Path) -> Result<Option<Daftar>, OutputError> {
    if path.is_dir() {
        let Ok((file, ukuran)) = output::buka(path, DAFTAR) else { return Ok(None) };
        let mut isi = Vec::new();
        let whole = ukuran < TERBESAR && file.take(ukuran).read_to_end(&mut isi).is_ok();
        return Ok(whole.then_some(isi).and_then(baca_daftar));
    }
    arsip::daftar(path, DAFTAR)
}

/// Whether a file of a pack is one of the host's, and none of the site: `berkas` are all files of the pack.
pub fn tambahan(path: &str, berkas: &BTreeSet<&str>) -> bool {
    matches!(path, DAFTAR | ".htaccess" | ".nojekyll" | "_headers")
        || path.strip_suffix(".gz").is_some_and(|plain| berkas.contains(plain))
}

/// Whether a pack is one archive, by the name of the file.
pub fn berarsip(tujuan: &Path) -> bool {
    tujuan.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Where the list of what has to go stands: beside the pack, so that it is not uploaded with it.
pub fn hapus_di(tujuan: &Path) -> PathBuf {
    let mut nama =
        if berarsip(tujuan) { tujuan.file_stem() } else { tujuan.file_name() }.map_or_else(OsString::new, Into::into);
    nama.push("-HAPUS.txt");
    tujuan.with_file_name(nama)
}

/// Refuses to replace what terang did not write.
pub fn periksa(tujuan: &Path) -> Result<(), OutputError> {
    let milik = match std::fs::symlink_metadata(tujuan) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => true,
        Err(e) => return Err(output::tak_terbaca(tujuan, &e)),
        Ok(meta) if meta.is_dir() => !berarsip(tujuan) && (kosong(tujuan) || matches!(daftar(tujuan), Ok(Some(_)))),
        Ok(meta) => meta.is_file() && berarsip(tujuan) && matches!(daftar(tujuan), Ok(Some(_))),
    };
    if milik { Ok(()) } else { Err(asing(tujuan)) }
}

/// The same of the list beside it.
pub fn periksa_hapus(path: &Path) -> Result<(), OutputError> {
    match std::fs::symlink_metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        Ok(meta)
            if meta.is_file() && std::fs::read(path).is_ok_and(|text| text.starts_with(KEPALA_HAPUS.as_bytes())) =>
        {
            Ok(())
        }
        _ => Err(asing(path)),
    }
}

fn kosong(dir: &Path) -> bool {
    std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none())
}

fn asing(path: &Path) -> OutputError {
    let shown = path.display();
    OutputError::new(
        pesan!(
            "`{shown}` sudah ada dan bukan tulisan terang pack",
            "`{shown}` exists and was not written by terang pack"
        ),
        pesan!(
            "pilih tujuan lain dengan `--out`, atau pindahkan dahulu yang ada di sana",
            "choose another target with `--out`, or move away what is there first"
        ),
    )
}
