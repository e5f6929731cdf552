//! Logo: the picture beside `portal.yaml`: small, really a picture, and described for those who do not see it.

use super::berkas::Berkas;
use super::dwibahasa::Dwibahasa;
use super::reader::{At, Reader};
use super::svg;
use crate::diagnostic::{Diagnostic, Pesan, Spot};
use crate::pesan;
use std::collections::BTreeMap;

/// No logo weighs more: it is on every page.
const TERBESAR: usize = 60_000;
/// The most a page gives it, in pixels, width and height: written in the page, so that nothing moves when it comes.
const RUANG: (u32, u32) = (144, 36);
/// The logo of a portal, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its name in the site, below `aset/`: `logo.svg`, `logo.png` or `logo.webp`.
    pub berkas: &'static str,
    /// Its bytes.
    pub isi: Vec<u8>,
    /// Width in pixels as a page shows it.
    pub lebar: u32,
    /// Height in pixels as a page shows it.
    pub tinggi: u32,
    /// What it shows, for those who do not see it.
    pub alt: Dwibahasa,
}

/// The files beside `portal.yaml` that can be a logo.
pub type Gambar<'a> = BTreeMap<&'a str, &'a Berkas>;

/// Whether a file of `content/` can be a logo: a picture beside `portal.yaml`.
pub fn is_gambar(nama: &str) -> bool {
    !nama.contains('/') && jenis(nama).is_some()
}

fn jenis(nama: &str) -> Option<&'static str> {
    [(".svg", "logo.svg"), (".png", "logo.png"), (".webp", "logo.webp")]
        .into_iter()
        .find_map(|(akhiran, berkas)| nama.ends_with(akhiran).then_some(berkas))
}

/// Reads the value of `logo`.
pub fn read(r: &mut Reader, at: &At<'_>, gambar: &Gambar<'_>, alt: Option<Dwibahasa>) -> Option<Logo> {
    let nama = r.string(at)?;
    let Some((berkas, file)) = jenis(&nama).zip(gambar.get(nama.as_str())) else {
        let ada = gambar.keys().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ");
        r.galat(
            "logo-hilang",
            &at.jalur,
            pesan!(
                "gambar `{nama}` tidak ada di samping portal.yaml",
                "there is no picture `{nama}` beside portal.yaml"
            ),
        )
        .help = Some(if ada.is_empty() {
            pesan!(
                "taruh berkas .svg, .png atau .webp di samping portal.yaml, lalu tulis namanya saja",
                "put an .svg, .png or .webp file beside portal.yaml, then write only its name"
            )
        } else {
            pesan!("yang ada: {ada}", "there are: {ada}")
        });
        return None;
    };
    let isi = file.gambar.as_ref()?;
    if isi.len() > TERBESAR {
        let kb = isi.len().div_ceil(1000);
        let batas = TERBESAR / 1000;
        galat(
            r,
            file,
            "logo-terlalu-besar",
            Spot::Berkas,
            pesan!("logo ini {kb} kB, lebih besar dari {batas} kB", "this logo has {kb} kB, more than {batas} kB"),
            pesan!(
                "logo ikut di setiap halaman: kecilkan gambarnya, tinggi 96 piksel sudah cukup",
                "the logo is on every page: make it smaller, a height of 96 pixels is enough"
            ),
        );
        return None;
    }
    let ukuran = match berkas {
        "logo.svg" => svg::check(r, file)?,
        "logo.png" => ukuran_png(isi).or_else(|| rusak(r, file, "PNG"))?,
        _ => ukuran_webp(isi).or_else(|| rusak(r, file, "WebP"))?,
    };
    let Some(alt) = alt else {
        r.galat(
            "kunci-hilang",
            &at.jalur,
            pesan!("logo ini belum diberi `logo_alt`", "this logo has no `logo_alt` yet"),
        )
        .help = Some(pesan!(
            "tulis `logo_alt: Lambang Kabupaten ...` untuk pembaca yang tidak melihatnya, atau `instansi: ...`",
            "write `logo_alt: Emblem of ...` for readers who do not see it, or `instansi: ...`"
        ));
        return None;
    };
    let (lebar, tinggi) = muat(ukuran);
    Some(Logo { berkas, isi: isi.clone(), lebar, tinggi, alt })
}

/// A picture of this size, as large as its room allows and never out of shape.
fn muat((lebar, tinggi): (u32, u32)) -> (u32, u32) {
    let (lebar, tinggi) = (u64::from(lebar.max(1)), u64::from(tinggi.max(1)));
    let (l, t) = (u64::from(RUANG.0), u64::from(RUANG.1));
    let (l, t) = if lebar * t > tinggi * l { (l, tinggi * l / lebar) } else { (lebar * t / tinggi, t) };
    let pixels = |n: u64| u32::try_from(n).unwrap_or(1).max(1);
    (pixels(l), pixels(t))
}

/// Reports the pictures that `portal.yaml` does not name.
pub fn check_sisa(r: &mut Reader, gambar: &Gambar<'_>, dipakai: Option<&str>) {
    for (nama, file) in gambar.iter().filter(|(nama, _)| Some(**nama) != dipakai) {
        galat(
            r,
            file,
            "berkas-tak-dikenal",
            Spot::Berkas,
            pesan!("gambar `{nama}` tidak dipakai portal.yaml", "the picture `{nama}` is not used by portal.yaml"),
            pesan!(
                "tulis `logo: {nama}` di portal.yaml, atau hapus gambarnya",
                "write `logo: {nama}` in portal.yaml, or remove it"
            ),
        );
    }
}

/// Reports something about the picture itself.
pub fn galat(r: &mut Reader, file: &Berkas, code: &'static str, spot: Spot, message: Pesan, help: Pesan) {
    r.found.push(Diagnostic::galat(code, &file.nama, spot, message).bantuan(help));
}

/// Reports that a file is not the picture its name says.
pub fn rusak<T>(r: &mut Reader, file: &Berkas, jenis: &str) -> Option<T> {
    galat(
        r,
        file,
        "logo-rusak",
        Spot::Berkas,
        pesan!("isi berkas ini bukan gambar {jenis}", "what is in this file is no {jenis} picture"),
        pesan!(
            "simpan ulang gambarnya; mengganti akhiran nama tidak mengubah isinya",
            "save the picture again; another ending of the name does not change what is in it"
        ),
    );
    None
}

/// Width and height of a PNG: its first chunk.
fn ukuran_png(isi: &[u8]) -> Option<(u32, u32)> {
    let head = isi.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    number(0).zip(number(4)).filter(|(w, h)| *w > 0 && *h > 0 && *w < 1 << 16 && *h < 1 << 16)
}

/// Width and height of a WebP, of its three kinds.
fn ukuran_webp(isi: &[u8]) -> Option<(u32, u32)> {
    let head = isi.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WEBP")?;
    let (kind, data) = (head.get(..4)?, head.get(8..)?);
    let bytes =
        |at: usize, n: usize| Some(data.get(at..at + n)?.iter().rev().fold(0_u32, |all, b| (all << 8) | u32::from(*b)));
    let size = match kind {
        b"VP8 " => (bytes(6, 2)? & 0x3fff, bytes(8, 2)? & 0x3fff),
        b"VP8L" => (((bytes(1, 4)?) & 0x3fff) + 1, ((bytes(1, 4)? >> 14) & 0x3fff) + 1),
        b"VP8X" => (bytes(4, 3)? + 1, bytes(7, 3)? + 1),
        _ => return None,
    };
    Some(size).filter(|(w, h)| *w > 0 && *h > 0 && *w < 1 << 16 && *h < 1 << 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_bytes() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0, 0, 1, 0, 0, 0, 0, 96]].concat();
        assert_eq!(ukuran_png(&png), Some((256, 96)));
        assert_eq!(ukuran_png(&png[..20]), None);
        assert_eq!(ukuran_png(b"GIF89a"), None);
        let webp = |kind: &[u8], data: &[u8]| [b"RIFF\0\0\0\0WEBP", kind, b"\0\0\0\0", data].concat();
        assert_eq!(ukuran_webp(&webp(b"VP8X", &[0, 0, 0, 0, 199, 0, 0, 95, 0, 0])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8L", &[0x2f, 0xc7, 0xc0, 0x17, 0x00])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 200, 0, 96, 0])), Some((200, 96)));
        assert_eq!(ukuran_webp(&webp(b"VP8 ", &[0])), None);
    }
}
