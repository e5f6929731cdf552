//! Buku: workbooks (xlsx, xlsb, xls, ods) through calamine, cell by cell, with what a cell is shown as.

use super::batas::{BARIS, KOLOM, rusak, terlalu_besar};
use super::kisi::{Isi, Lembar, Rentang, Sel, Sembunyi};
use super::masalah::Masalah;
use super::sembunyi;
use super::tampil::Tampil;
use calamine::{Data, DataRef, Dimensions, Reader, SheetVisible, Sheets};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Buku<'a> = Sheets<Cursor<&'a [u8]>>;

/// Reads every sheet of a workbook.
///
/// The reader is not ours and the file is not trusted: should it fall over, the file is called damaged.
pub fn baca(bytes: &[u8]) -> Result<Vec<Lembar>, Masalah> {
    catch_unwind(AssertUnwindSafe(|| semua(bytes))).unwrap_or_else(|_| Err(rusak()))
}

fn semua(bytes: &[u8]) -> Result<Vec<Lembar>, Masalah> {
    let mut book: Buku<'_> = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| rusak())?;
    let sheets: Vec<(String, bool)> =
        book.sheets_metadata().iter().map(|s| (s.name.clone(), s.visible != SheetVisible::Visible)).collect();
    let mut out = Vec::new();
    let mut hidden = match book {
        Sheets::Xlsx(_) => sembunyi::baca(bytes),
        Sheets::Ods(_) => sembunyi::ods(bytes),
        _ => BTreeMap::new(),
    };
    let buta = matches!(book, Sheets::Xls(_));
    for (nama, tersembunyi) in sheets {
        let sembunyi = Sembunyi { buta, ..hidden.remove(&nama).unwrap_or_default() };
        let mut lembar = Lembar { nama: nama.clone(), tersembunyi, sembunyi, ..Lembar::default() };
        if let Sheets::Xlsx(book) = &mut book {
            xlsx(book, &mut lembar)?;
        } else {
            lain(&mut book, &mut lembar)?;
        }
        out.push(lembar);
    }
    Ok(out)
}

fn xlsx(book: &mut calamine::Xlsx<Cursor<&[u8]>>, lembar: &mut Lembar) -> Result<(), Masalah> {
    let nama = lembar.nama.clone();
    let mut styles: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    // A chart sheet has no cells: it is left empty, like any sheet without a table.
    let Ok(mut cells) = book.worksheet_cells_reader(&nama) else { return Ok(()) };
    let mut formats: Vec<Tampil> = Vec::new();
    for style in cells.styles() {
        formats.push(style.number_format.as_ref().map_or_else(Tampil::default, |f| Tampil::baca(&f.format_code)));
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|_| rusak())? {
        let (row, column) = (row as usize, column as usize);
        if row < BARIS && column < KOLOM && formats.get(style).is_some_and(|f| *f != Tampil::default()) {
            styles.insert((row, column), style);
        }
    }
    drop(cells);
    let mut cells = book.worksheet_cells_reader(&nama).map_err(|_| rusak())?;
    while let Some(cell) = cells.next_cell_with_formula().map_err(|_| rusak())? {
        let isi = isi_ref(&cell.value);
        let rumus = cell.formula.filter(|f| !f.is_empty());
        if isi == Isi::Kosong && rumus.is_none() {
            continue;
        }
        let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
        if row >= BARIS || column >= KOLOM {
            return Err(terlalu_besar());
        }
        let tampil = styles.get(&(row, column)).map_or_else(Tampil::default, |style| formats[*style].clone());
        lembar.taruh(row, column, Sel { isi, rumus, tampil });
    }
    drop(cells);
    let merged = book.merge_cells_by_sheet_name(&nama).unwrap_or_default();
    lembar.gabungan = gabungan(&merged);
    Ok(())
}

/// Merged stretches, as many as any office has.
fn gabungan(merged: &[Dimensions]) -> Vec<Rentang> {
    let one = |d: &Dimensions| (d.start.0 as usize, d.start.1 as usize, d.end.0 as usize, d.end.1 as usize);
    merged.iter().take(5_000).map(one).collect()
}

/// Formats without styles: a percentage is known later, from the head of its column.
fn lain(book: &mut Buku<'_>, lembar: &mut Lembar) -> Result<(), Masalah> {
    let Ok(range) = book.worksheet_range(&lembar.nama) else { return Ok(()) };
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (row + top as usize, column + left as usize);
        let isi = isi(value);
        if isi == Isi::Kosong {
            continue;
        }
        if row >= BARIS || column >= KOLOM {
            return Err(terlalu_besar());
        }
        lembar.taruh(row, column, Sel { isi, ..Sel::default() });
    }
    if let Ok(formulas) = book.worksheet_formula(&lembar.nama) {
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, text) in formulas.used_cells().filter(|(_, _, text)| !text.is_empty()) {
            let (row, column) = (row + top as usize, column + left as usize);
            if row < BARIS && column < KOLOM {
                let isi = lembar.sel(row, column).isi.clone();
                lembar.taruh(row, column, Sel { isi, rumus: Some(text.clone()), ..Sel::default() });
            }
        }
    }
    if let Sheets::Xls(book) = book {
        let merged = book.merge_cells_by_sheet_name(&lembar.nama).unwrap_or_default();
        lembar.gabungan = gabungan(&merged);
    }
    Ok(())
}

fn isi_ref(value: &DataRef<'_>) -> Isi {
    match value {
        DataRef::SharedString(text) => Sel::teks(text).isi,
        other => isi(&Data::from(other.clone())),
    }
}

/// The one place where the double of a workbook becomes a decimal: fifteen significant digits, as Excel shows them, so
/// that 4125000.000000001 is the 4125000 somebody typed.
fn isi(value: &Data) -> Isi {
    match value {
        Data::Empty => Isi::Kosong,
        Data::String(text) => Sel::teks(text).isi,
        Data::Int(n) => Isi::Angka(Decimal::from(*n)),
        Data::Float(double) => desimal(&format!("{double:.14e}")),
        Data::Bool(b) => Isi::Teks(if *b { "TRUE" } else { "FALSE" }.to_string()),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Isi::Tanggal,
        Data::Error(error) => Isi::Galat(error.to_string()),
    }
}

fn desimal(scientific: &str) -> Isi {
    match Decimal::from_scientific(scientific) {
        Ok(value) => Isi::Angka(value.normalize()),
        Err(_) => Isi::Galat("#NUM!".to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_double_is_read_as_excel_shows_it() {
        let read = |text: &str| match desimal(text) {
            Isi::Angka(value) => value.to_string(),
            _ => "-".to_string(),
        };
        assert_eq!(read("4.12500000000000e6"), "4125000");
        assert_eq!(read("1.79992505000000e7"), "17999250.5");
        assert_eq!(read("9.25000000000000e-1"), "0.925");
        assert_eq!(read("NaN"), "-");
    }
}
