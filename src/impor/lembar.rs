//! Lembar: the workbook of a record: a cover, a sheet a table, every cell as text so that nothing is rounded.

use super::angka::{Cara, Nilai, baca};
use super::kisi::{Isi, Lembar, huruf};
use super::model::{KEPALA, Kartu, TANDA, VERSI};
use crate::number::Style;
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet, XlsxError,
};

/// What the cover says.
pub struct Sampul<'a> {
    /// `daerah/opd/tahun`.
    pub alamat: &'a str,
    /// Name of the agency.
    pub opd: &'a str,
    /// Up to when the data go.
    pub batas_data: &'a str,
    /// Main document.
    pub dokumen: &'a str,
}

/// Why a cell has no figure: the choices of its drop-down list.
const PILIHAN: [&str; 5] =
    ["(tidak tercetak)", "(belum disalin)", "(tidak berlaku)", "(tidak terhitung)", "(tidak terbaca)"];

/// A cell that is wrong, and what to do: sheet, row, column, message.
pub type Salah = (String, usize, usize, String);

/// Writes the workbook; with what somebody filled in (`isi`) and what is wrong in it, the same workbook marked.
///
/// # Errors
/// What the writing library cannot do: too many rows, a text of more than 32.767 characters.
pub fn tulis(sampul: &Sampul<'_>, kartu: &[Kartu], isi: &[Lembar], salah: &[Salah]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same record gives the same bytes: no clock.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (bold, plain) = (Format::new().set_bold(), Format::new().set_num_format("@").set_text_wrap());
    let red = plain.clone().set_background_color(Color::RGB(0x00FF_E08A));
    let cover = book.add_worksheet().set_name("Sampul")?;
    let lines = [
        (TANDA, VERSI),
        ("Rekaman", sampul.alamat),
        ("OPD", sampul.opd),
        ("Batas data", sampul.batas_data),
        ("Dokumen", sampul.dokumen),
        ("", ""),
        (
            "Cara mengisi",
            "Ubah sel di lembar tabel seperti tercetak di laporan; sel tanpa angka ditulis dengan alasannya.",
        ),
        ("", "Baris baru: tulis kodenya di kolom A. Jangan mengganti nama lembar atau kepala kolom."),
        ("", "Sesudah disimpan: terang impor BERKAS --ke ALAMAT"),
    ];
    for (row, (a, b)) in (0..).zip(lines) {
        cover.write_string_with_format(row, 0, a, &bold)?;
        cover.write_string_with_format(row, 1, b, &plain)?;
    }
    cover.set_column_width(0, 22)?.set_column_width(1, 70)?;
    for card in kartu {
        let filled = isi.iter().find(|l| l.nama == card.nama);
        let sheet = book.add_worksheet().set_name(&card.nama)?;
        satu(sheet, card, filled, [&bold, &plain, &red], salah)?;
        // One name a column, as a formula or a form would ask for it.
        let last = (KEPALA + card.baris.len()).max(KEPALA + 1) + 1;
        for (column, head) in (0..).zip(["kode", "nama"].into_iter().chain(card.kolom.iter().map(String::as_str))) {
            let plain =
                |text: &str| text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect::<String>();
            let (name, letter) = (format!("{}_{column}_{}", plain(&card.nama), plain(head)), huruf(column));
            let name: String = name.chars().take(200).collect();
            book.define_name(name, &format!("='{}'!${letter}${}:${letter}${last}", card.nama, KEPALA + 2))?;
        }
    }
    let list = book.add_worksheet().set_name("Pilihan")?;
    for (row, reason) in (0..).zip(PILIHAN) {
        list.write_string(row, 0, reason)?;
    }
    list.set_hidden(true);
    if !salah.is_empty() {
        let sheet = book.add_worksheet().set_name("Perbaiki")?;
        for (column, head) in (0..).zip(["Lembar", "Sel", "Yang perlu diperbaiki"]) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (row, (nama, r, c, message)) in (1..).zip(salah) {
            sheet.write_string(row, 0, nama)?;
            sheet.write_string(row, 1, super::kisi::alamat(*r, *c))?;
            sheet.write_string_with_format(row, 2, message, &plain)?;
        }
        sheet.set_column_width(2, 100)?;
    }
    book.save_to_buffer()
}

/// What was filled in, as reading it back would write it: the copy holds texts, and a number in another style is another
/// number.
fn tulisan(sheet: &Lembar, (row, column): (usize, usize), style: Style) -> String {
    let cell = sheet.sel(row, column);
    let cara = Cara { style, kali: 1, strip: None };
    match (&cell.isi, column) {
        (Isi::Angka(_), 2..) => match baca(sheet, (row, column), cara, true) {
            Ok(Nilai::Angka(_, text)) => text,
            _ => cell.tulisan(),
        },
        _ => cell.tulisan(),
    }
}

fn satu(
    sheet: &mut Worksheet,
    card: &Kartu,
    filled: Option<&Lembar>,
    [bold, plain, red]: [&Format; 3],
    salah: &[Salah],
) -> Result<(), XlsxError> {
    let letak = filled.map_or_else(|| card.letak.clone(), |l| l.sel(0, 1).tulisan());
    sheet.write_string_with_format(0, 0, "Letak", bold)?;
    sheet.write_string_with_format(0, 1, &letak, plain)?;
    let heads: Vec<&str> = ["kode", "nama"].into_iter().chain(card.kolom.iter().map(String::as_str)).collect();
    for (column, head) in (0..).zip(&heads) {
        sheet.write_string_with_format(row(KEPALA), column, *head, bold)?;
        sheet.set_column_format(column, plain)?;
        sheet.set_column_width(column, if column == 1 { 50 } else { 22 })?;
    }
    sheet.set_freeze_panes(row(KEPALA + 1), 2)?;
    let rows = filled.map_or(card.baris.len(), |l| l.baris.len().saturating_sub(KEPALA + 1));
    for n in 0..rows {
        for (column, _) in heads.iter().enumerate() {
            let text = match filled {
                Some(sheet) => tulisan(sheet, (KEPALA + 1 + n, column), card.style),
                None => {
                    let (kode, nama, cells) = &card.baris[n];
                    match column {
                        0 => kode.clone(),
                        1 => nama.clone(),
                        _ => cells.get(column - 2).map_or_else(String::new, |(text, _)| text.clone()),
                    }
                }
            };
            let at = (KEPALA + 1 + n, column);
            let wrong = salah.iter().find(|(nama, r, c, _)| *nama == card.nama && (*r, *c) == at);
            if let Some((.., message)) = wrong {
                sheet.insert_note(
                    row(at.0),
                    kolom(column),
                    &Note::new(message.chars().take(2000).collect::<String>()),
                )?;
            }
            let format = if wrong.is_some() { red } else { plain };
            sheet.write_string_with_format(row(at.0), kolom(column), &text, format)?;
        }
    }
    if heads.len() > 2 && rows > 0 {
        let choice = DataValidation::new()
            .allow_list_formula(rust_xlsxwriter::Formula::new(format!("=Pilihan!$A$1:$A${}", PILIHAN.len())))
            .show_error_message(false);
        sheet.add_data_validation(row(KEPALA + 1), 2, row(KEPALA + rows), kolom(heads.len() - 1), &choice)?;
    }
    Ok(())
}

fn row(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn kolom(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
