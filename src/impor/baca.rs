//! Baca: the bytes of a file to sheets. Files are known by their bytes: an `.xls` is often HTML.

use super::batas::{BARIS, BESAR, BONGKAR, KOLOM, rusak, terlalu_besar};
use super::kisi::Lembar;
use super::masalah::Masalah;
use super::{buku, html, teks};
use crate::pesan;
use std::io::Read;

/// Reads every sheet of a file.
///
/// # Errors
/// What kind of file it is instead, or what is too large in it.
pub fn baca(bytes: &[u8]) -> Result<Vec<Lembar>, Masalah> {
    if bytes.len() > BESAR {
        return Err(terlalu_besar());
    }
    if bytes.starts_with(b"PK") {
        periksa_zip(bytes)?;
        return buku::baca(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return buku::baca(bytes);
    }
    if bytes.starts_with(b"%PDF") || bytes.iter().take(512).any(|b| matches!(b, 1..=8)) {
        return Err(bukan_tabel());
    }
    let text = teks::dekode(bytes);
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    let start = head.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with("<?xml") && head.contains("schemas-microsoft-com:office:spreadsheet") {
        return Err(Masalah::berkas(
            pesan!("berkas ini lembar kerja XML tahun 2003", "this is an XML spreadsheet of 2003"),
            pesan!("buka di Excel dan simpan sebagai .xlsx", "open it in Excel and save it as .xlsx"),
        ));
    }
    if start.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(text.trim()).is_ok() {
        return Err(Masalah::berkas(
            pesan!("berkas JSON belum bisa dibaca", "JSON cannot be read yet"),
            pesan!(
                "simpan sebagai .csv atau .xlsx dari aplikasi asalnya",
                "save it as .csv or .xlsx where it comes from"
            ),
        ));
    }
    if text.trim().trim_start_matches('\u{feff}').is_empty() {
        return Err(Masalah::berkas(
            pesan!("berkas ini kosong", "this file is empty"),
            pesan!(
                "simpan lagi dari aplikasi asalnya, atau salin rentangnya sekali lagi",
                "save it again where it comes from, or copy the range once more"
            ),
        ));
    }
    if start.starts_with('<') && (head.contains("<table") || head.contains("<html")) {
        return Ok(vec![html::baca(&text)?]);
    }
    Ok(vec![teks::baca(&text)?])
}

/// Unpacks without keeping anything: what a file says of its own sizes is not believed.
fn periksa_zip(bytes: &[u8]) -> Result<(), Masalah> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|_| rusak())?;
    let mut left = BONGKAR;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| rusak())?;
        let spreadsheet = file.name().is_ok_and(|name| name == "content.xml");
        let mut limited = file.take(left + 1);
        let read = if spreadsheet {
            let mut text = Vec::new();
            let read = limited.read_to_end(&mut text).map_err(|_| rusak())?;
            if berulang(&String::from_utf8_lossy(&text)) {
                return Err(terlalu_besar());
            }
            read as u64
        } else {
            std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| rusak())?
        };
        left = left.checked_sub(read).ok_or_else(terlalu_besar)?;
    }
    Ok(())
}

/// ODS writes equal rows and cells once with a count: a few bytes can claim a million filled rows.
fn berulang(xml: &str) -> bool {
    let count = |tag: &str, name: &str| -> usize {
        tag.split_once(name).and_then(|(_, rest)| rest.split('"').nth(1)).and_then(|n| n.parse().ok()).unwrap_or(1)
    };
    xml.split("<table:table-row").skip(1).any(|row| {
        let (head, body) = row.split_once('>').unwrap_or((row, ""));
        let rows = count(head, "number-rows-repeated");
        let cells = body.split("<table:table-cell").skip(1).map(|cell| {
            let tag = cell.split('>').next().unwrap_or_default();
            let filled = tag.contains("value-type") || tag.contains("formula");
            if filled { count(tag, "number-columns-repeated") } else { 0 }
        });
        let cells = cells.fold(0_usize, usize::saturating_add);
        cells > 0 && (rows > BARIS || cells > KOLOM || rows.saturating_mul(cells) > 1_000_000)
    })
}

fn bukan_tabel() -> Masalah {
    Masalah::berkas(
        pesan!("berkas ini bukan tabel yang bisa dibaca", "this file is no table that can be read"),
        pesan!(
            "yang bisa dibaca: .xlsx, .xls, .ods, .csv, tabel HTML, dan rentang yang ditempel (`-`)",
            "what can be read: .xlsx, .xls, .ods, .csv, HTML tables, and a pasted range (`-`)"
        ),
    )
}
