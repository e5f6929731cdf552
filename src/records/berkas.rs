//! Berkas: one file of `content/`: its bytes, its text, its YAML; everything that can be wrong before its meaning.

use super::jelajah;
use super::kutip;
use super::logo::is_gambar;
use super::naskah;
use super::node::{self, Node};
use super::reader::{At, Reader};
use super::yaml;
use crate::diagnostic::{Diagnostic, Jalur, Spot};
use crate::pesan;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// No record is this large: a larger file is a mistake, not data.
const TERBESAR: u64 = 10 * 1024 * 1024;

/// One file as found on disk.
pub struct Berkas {
    /// Path with `/`, relative to the content folder.
    pub nama: Arc<str>,
    /// Its text; `None` when it cannot be used.
    pub teks: Option<String>,
    /// Its bytes, when it is a picture.
    pub gambar: Option<Vec<u8>>,
    /// What can be shown of a text that cannot be used.
    pub cuplikan: Option<String>,
    /// What its bytes already showed.
    pub found: Vec<Diagnostic>,
    /// Hash of its bytes as they stand on the disk.
    pub sidik: [u8; 32],
    /// Whether its YAML was parsed.
    seen: AtomicBool,
}

impl Berkas {
    fn new(nama: Arc<str>, teks: Option<String>, found: Vec<Diagnostic>) -> Self {
        Self { nama, teks, gambar: None, cuplikan: None, found, sidik: [0; 32], seen: AtomicBool::new(false) }
    }

    /// A file that is known to exist and read elsewhere.
    pub fn nama_saja(nama: Arc<str>) -> Self {
        Self::new(nama, None, Vec::new())
    }

    /// Whether its YAML was parsed.
    pub fn is_seen(&self) -> bool {
        self.seen.load(Ordering::Relaxed)
    }
}

/// The text of one file as it was read, for messages that point into it.
///
/// # Errors
/// What the file system says.
pub fn read_text(root: &Path, nama: &str) -> std::io::Result<String> {
    let path = jelajah::milik(root, nama).ok_or(std::io::ErrorKind::NotFound)?;
    let text = String::from_utf8(isi(&path)?).map_err(std::io::Error::other)?;
    Ok(clean(&Arc::from(nama), text, &mut Vec::new()))
}

/// The bytes of a file; of one that is too large, or grows while it is read, only enough to know.
fn isi(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(TERBESAR + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The hash of a file's bytes; of one that cannot be used, none.
pub fn sidik(path: &Path) -> [u8; 32] {
    let bytes = isi(path).ok().filter(|bytes| bytes.len() as u64 <= TERBESAR);
    bytes.map_or([0; 32], |bytes| blake3::hash(&bytes).into())
}

/// Reads one file and checks what concerns its bytes: size, encoding, line ends, personal numbers.
pub fn read(nama: Arc<str>, path: &Path) -> Berkas {
    let mut sidik = [0; 32];
    let berkas = baca(nama, path, &mut sidik);
    Berkas { sidik, ..berkas }
}

fn baca(nama: Arc<str>, path: &Path, sidik: &mut [u8; 32]) -> Berkas {
    let mut found = Vec::new();
    let mut fail = |code, message, help: Option<crate::diagnostic::Pesan>, spot| {
        let mut d = Diagnostic::galat(code, &nama, spot, message);
        d.help = help;
        found.push(d);
    };
    let size = std::fs::metadata(path).map_or(0, |m| m.len());
    let bytes = isi(path);
    if size > TERBESAR || bytes.as_ref().is_ok_and(|b| b.len() as u64 > TERBESAR) {
        let mb = size.max(TERBESAR) / 1024 / 1024;
        fail(
            "terlalu-besar",
            pesan!("berkas ini {mb} MB, lebih besar dari 10 MB", "this file has {mb} MB, more than 10 MB"),
            Some(pesan!(
                "satu rekaman berisi satu tahun satu OPD; periksa isinya",
                "one record holds one year of one OPD; check what is in it"
            )),
            Spot::Berkas,
        );
        return Berkas::new(nama, None, found);
    }
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            fail(
                "tak-terbaca",
                pesan!("berkas ini tidak bisa dibaca: {error}", "cannot read this file: {error}"),
                None,
                Spot::Berkas,
            );
            return Berkas::new(nama, None, found);
        }
    };
    *sidik = blake3::hash(&bytes).into();
    if is_gambar(&nama) {
        // The text of an SVG is kept as it is: its coordinates may look like personal numbers.
        let teks = String::from_utf8(bytes.clone()).ok().filter(|_| nama.ends_with(".svg"));
        return Berkas { gambar: Some(bytes), ..Berkas::new(nama, teks, found) };
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let text = clean(&nama, text, &mut found);
            if nama.ends_with(".md") && text.trim().is_empty() {
                found.push(empty(&nama));
            }
            Berkas::new(nama, Some(text), found)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
            let byte = error.as_bytes()[valid];
            let cuplikan = String::from_utf8_lossy(error.as_bytes()).into_owned();
            fail(
                "bukan-utf8",
                pesan!("byte 0x{byte:02X} di sini bukan UTF-8", "the byte 0x{byte:02X} here is not UTF-8"),
                Some(pesan!(
                    "simpan berkas sebagai UTF-8 (di Notepad: Simpan Sebagai, Pengodean UTF-8)",
                    "save the file as UTF-8"
                )),
                Spot::Baris(line, column),
            );
            Berkas { cuplikan: Some(cuplikan), ..Berkas::new(nama, None, found) }
        }
    }
}

/// Takes off what Windows editors add, and says so.
fn clean(nama: &Arc<str>, text: String, found: &mut Vec<Diagnostic>) -> String {
    let mut text = text;
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        found.push(
            Diagnostic::peringatan(
                "bom",
                nama,
                Spot::Berkas,
                pesan!(
                    "berkas ini diawali tanda BOM; tanda itu diabaikan",
                    "this file begins with a byte order mark; it is ignored"
                ),
            )
            .bantuan(pesan!("simpan sebagai \"UTF-8\" tanpa BOM", "save as \"UTF-8\" without BOM")),
        );
        text = rest.to_string();
    }
    if text.contains("\r\n") {
        found.push(
            Diagnostic::peringatan(
                "crlf",
                nama,
                Spot::Berkas,
                pesan!(
                    "akhir baris berkas ini gaya Windows (CRLF); dibaca sebagai LF",
                    "this file has Windows line ends (CRLF); read as LF"
                ),
            )
            .bantuan(pesan!(
                "tidak perlu diubah; simpan dengan akhir baris LF agar perbandingan versi tetap bersih",
                "no need to change it; save with LF to keep version diffs clean"
            )),
        );
        text = text.replace("\r\n", "\n");
    }
    found.extend(naskah::periksa(nama, &text));
    text
}

/// Parses one YAML file and hands its tree to `read`.
pub fn with_yaml<T>(
    file: &Berkas,
    diagnostics: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Reader, &At<'_>) -> Option<T>,
) -> Option<T> {
    file.seen.store(true, Ordering::Relaxed);
    let text = file.teks.as_ref()?;
    if let Some(spot) = naskah::terlalu_dalam(text) {
        diagnostics.push(yaml::terlalu_dalam(&file.nama, spot));
        return None;
    }
    let node = match node::parse(text) {
        Ok(node) => node,
        Err(error) => {
            // A character that may not stand there was named already, and better.
            if !file.found.iter().any(|d| d.code == "karakter-terlarang") {
                diagnostics.push(yaml::galat(&file.nama, text, &error));
            }
            return None;
        }
    };
    let before = diagnostics.len();
    diagnostics.extend(naskah::kutip_lengkung(&file.nama, text));
    naskah::periksa_nilai(&file.nama, text, &node, diagnostics);
    // A value in quotes that are none would be reported again as whatever it is not.
    if diagnostics[before..].iter().any(|d| d.code == "kutip-lengkung") {
        return None;
    }
    if node == Node::Kosong {
        diagnostics.push(empty(&file.nama));
        return None;
    }
    for (line, column, word) in kutip::hilang(text) {
        let spot = Spot::Rentang(line, column, word.chars().count());
        diagnostics.push(
            Diagnostic::galat(
                "kutip-hilang",
                &file.nama,
                spot,
                pesan!(
                    "`{word}` tanpa tanda kutip dibaca sebagai beberapa sel",
                    "`{word}` without quotes is read as several cells"
                ),
            )
            .bantuan(pesan!(
                "tulis \"{word}\"; daftar angka ditulis dengan spasi: `[1, 2]`",
                "write \"{word}\"; a list of numbers is written with spaces: `[1, 2]`"
            )),
        );
    }
    let mut reader = Reader::new(Arc::clone(&file.nama));
    let value = read(&mut reader, &At { node: &node, jalur: Jalur::default() });
    diagnostics.append(&mut reader.found);
    value
}

fn empty(nama: &Arc<str>) -> Diagnostic {
    Diagnostic::galat("berkas-kosong", nama, Spot::Berkas, pesan!("berkas ini kosong", "this file is empty")).bantuan(
        pesan!("isi menurut docs/rekaman.md, atau hapus berkasnya", "fill it as docs/rekaman.md says, or delete it"),
    )
}
