//! Galat: what can be wrong with an output folder, each with what to do; a message never says more than is so.

use super::OutputError;
use crate::diagnostic::Pesan;
use crate::pesan;
use std::io;
use std::path::Path;

/// Something stands where the site needs a file or a folder.
pub fn in_the_way(path: &Path, id: &str, en: &str) -> OutputError {
    let path = path.display();
    OutputError::new(
        pesan!("`{path}` adalah {id}, padahal situs butuh tempat itu", "`{path}` is {en}, where the site needs room"),
        pesan!("pindahkan atau hapus `{path}`, lalu ulangi", "move or remove `{path}`, then try again"),
    )
}

/// A file that no build wrote is never replaced.
pub fn foreign(path: &Path) -> OutputError {
    let path = path.display();
    OutputError::new(
        pesan!("`{path}` sudah ada dan bukan tulisan terang", "`{path}` exists and was not written by terang"),
        pesan!(
            "pilih folder lain dengan `--out`, atau pindahkan berkas itu; terang hanya mengganti tulisannya sendiri",
            "choose another folder with `--out`, or move the file; terang replaces only what it wrote"
        ),
    )
}

/// The list of own files is gone or damaged, so that own and foreign cannot be told apart.
pub fn tanpa_daftar(dir: &Path, daftar: &str, rusak: bool, berkas: Option<&Path>) -> OutputError {
    let shown = dir.display();
    let (id, en) = if rusak { ("rusak", "is damaged") } else { ("tidak ada", "is missing") };
    let tentang = berkas.map(|b| b.display().to_string()).map_or_else(
        || Pesan::new("", ""),
        |b| pesan!(", dan `{b}` berbeda dari yang akan ditulis", ", and `{b}` differs from what would be written"),
    );
    let mut message = pesan!("`{shown}/{daftar}` {id}", "`{shown}/{daftar}` {en}");
    message.sambung(&tentang);
    OutputError::new(
        message,
        pesan!(
            "tanpa daftar itu terang tidak tahu berkas mana tulisannya; pindahkan folder itu (misalnya `mv {shown} {shown}-lama`), ulangi, lalu salin kembali berkas Anda sendiri seperti CNAME",
            "without that list terang cannot tell which files are its own; move the folder (for example `mv {shown} {shown}-old`), build again, and copy back files of your own such as CNAME"
        ),
    )
}

/// What the file system said before anything of the site was changed.
pub fn failed(path: &Path, error: &io::Error) -> OutputError {
    OutputError::new(
        tidak_bisa_menulis(path, error),
        pesan!(
            "periksa izin folder dan ruang penyimpanan, atau pilih folder lain dengan `--out`; situs yang sebelumnya tidak diubah",
            "check the permissions and the free space, or choose another folder with `--out`; the previous site is unchanged"
        ),
    )
}

/// What the file system said about a single file outside a site.
pub fn failed_file(path: &Path, error: &io::Error) -> OutputError {
    OutputError::new(
        tidak_bisa_menulis(path, error),
        pesan!("periksa izin folder dan ruang penyimpanan", "check the permissions and the free space"),
    )
}

/// What the file system said about a file that should be read.
pub fn tak_terbaca(path: &Path, error: &io::Error) -> OutputError {
    let path = path.display();
    OutputError::new(
        pesan!("`{path}` tidak bisa dibaca: {error}", "`{path}` cannot be read: {error}"),
        pesan!("periksa izin berkas dan foldernya", "check the permissions of the file and its folder"),
    )
}

/// Replacing failed half way, and so did going back: the one case in which a reader may see both.
pub fn campur(dir: &Path, tahap: &Path, path: &Path, error: &io::Error) -> OutputError {
    let (dir, tahap) = (dir.display(), tahap.display());
    OutputError::new(
        tidak_bisa_menulis(path, error),
        pesan!(
            "`{dir}` sekarang memuat berkas lama dan baru; perbaiki sebabnya lalu jalankan lagi: build berikutnya memulihkannya dari `{tahap}`, jadi jangan hapus folder itu",
            "`{dir}` now holds old and new files; mend the cause and run again: the next build restores it from `{tahap}`, so do not remove that folder"
        ),
    )
}

/// The folder is not the one the build began with.
pub fn berubah(dir: &Path) -> OutputError {
    let dir = dir.display();
    OutputError::new(
        pesan!(
            "`{dir}` diganti oleh pihak lain selagi situs dibuat",
            "`{dir}` was replaced by someone else during the build"
        ),
        pesan!(
            "jalankan lagi bila tidak ada lagi yang mengubahnya; build ini tidak mengubah apa-apa",
            "run again when nobody else changes it; this build changed nothing"
        ),
    )
}

/// Another build has the folder.
pub fn sibuk(dir: &Path, proses: &str) -> OutputError {
    let dir = dir.display();
    let proses = if proses.is_empty() { String::new() } else { format!(" ({proses})") };
    OutputError::new(
        pesan!("build lain sedang menulis `{dir}`{proses}", "another build is writing `{dir}`{proses}"),
        pesan!(
            "tunggu sampai selesai lalu ulangi, atau pilih folder lain dengan `--out`; situs yang sebelumnya tidak diubah",
            "wait until it is done and try again, or choose another folder with `--out`; the previous site is unchanged"
        ),
    )
}

/// The build was told to stop.
pub fn dihentikan() -> OutputError {
    OutputError::new(
        pesan!("build dihentikan", "the build was stopped"),
        pesan!(
            "jalankan lagi bila perlu; situs yang sebelumnya tidak diubah",
            "run it again when needed; the previous site is unchanged"
        ),
    )
}

fn tidak_bisa_menulis(path: &Path, error: &io::Error) -> Pesan {
    let path = path.display();
    let (id, en): (String, String) = match error.kind() {
        io::ErrorKind::PermissionDenied => ("tidak ada izin menulis".into(), "permission denied".into()),
        io::ErrorKind::ReadOnlyFilesystem => ("sistem berkasnya hanya-baca".into(), "read-only file system".into()),
        io::ErrorKind::StorageFull => ("penyimpanan penuh".into(), "the disk is full".into()),
        io::ErrorKind::QuotaExceeded => ("kuota penyimpanan habis".into(), "the storage quota is used up".into()),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            ("ada berkas di tempat folder".into(), "a file is where a folder should be".into())
        }
        _ => (error.to_string(), error.to_string()),
    };
    Pesan::new(format!("tidak bisa menulis `{path}`: {id}"), format!("cannot write `{path}`: {en}"))
}
